// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice Another set of signers: only its rotator, only behind the delay, never for an event that began before.
contract ReportTriggerRotateTest is ReportBase {
    uint256[] private next;

    function setUp() public override {
        super.setUp();
        next = sortedKeys("next", 3);
    }

    function rotate() private {
        vm.prank(rotator);
        reports.rotate(listing, addressesOf(next), 2);
    }

    function submitByNext(IReportTrigger.Event memory e) private {
        bytes32 digest = reports.hashReport(listing, reports.keyOf(e), late(60));
        reports.submit(listing, e, late(60), signed(next, digest, 3));
    }

    function flightAt(uint256 begins) private pure returns (IReportTrigger.Event memory e) {
        e = flight();
        (e.begins, e.ends, e.lastSale) = (uint32(begins), uint32(begins + 1 days), uint32(begins - 1 days));
    }

    function test_rotate_takesOverForEventsFromTheEndOfItsDelayOn() public {
        rotate();
        assertEq(reports.signersAt(listing, START + DELAY - 1).members.length, SIGNERS);
        assertEq(reports.signersAt(listing, START + DELAY).members.length, 3);
        IReportTrigger.Event memory e = flightAt(START + DELAY);
        sell(listing, e);
        vm.warp(e.ends);
        submitByNext(e);
        skip(1 days);
        (, uint256 ratio) = prove(listing, e);
        assertEq(ratio, 1e18);
    }

    /// @dev An event that begins one second before its delay is over belongs to the old signers, whenever it is reported.
    function test_rotate_duringAnEvent_leavesItToThoseWhoHadIt() public {
        rotate();
        IReportTrigger.Event memory e = flightAt(START + DELAY - 1);
        sell(listing, e);
        vm.warp(e.ends);
        bytes32 digest = reports.hashReport(listing, reports.keyOf(e), late(60));
        IReportTrigger.Signature[] memory signatures = signed(next, digest, 7);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.UnknownSigner.selector, vm.addr(next[0])));
        reports.submit(listing, e, late(60), signatures);
        submit(e, late(60), 7);
        skip(1 days);
        prove(listing, e);
    }

    /// @dev A rotation that is scheduled while the event runs, or after it, cannot reach it.
    function testFuzz_rotate_neverReachesAnEventThatBegan(uint256 time) public {
        IReportTrigger.Event memory e = flight();
        vm.warp(bound(time, e.begins, e.ends));
        rotate();
        assertEq(reports.signersAt(listing, e.begins).members.length, SIGNERS);
        vm.warp(e.ends);
        submit(e, late(60), 7);
    }

    function testFuzz_rotate_beforeItsDelay_changesNothing(uint256 time) public {
        rotate();
        vm.warp(bound(time, START, START + DELAY - 1));
        assertEq(reports.signersAt(listing, block.timestamp).members.length, SIGNERS);
    }

    /// @dev Only one rotation waits; another one begins its delay anew.
    function test_rotate_replacesTheOneThatWaits() public {
        rotate();
        skip(DELAY - 1);
        next = sortedKeys("third", 4);
        vm.prank(rotator);
        reports.rotate(listing, addressesOf(next), 3);
        skip(1);
        assertEq(reports.signersAt(listing, block.timestamp).members.length, SIGNERS);
        skip(DELAY - 1);
        assertEq(reports.signersAt(listing, block.timestamp).members.length, 4);
        assertEq(reports.signersAt(listing, block.timestamp - 1).members.length, SIGNERS);
    }

    function test_rotate_keepsFormerSets() public {
        rotate();
        skip(DELAY);
        next = sortedKeys("third", 4);
        vm.prank(rotator);
        reports.rotate(listing, addressesOf(next), 3);
        skip(DELAY);
        assertEq(reports.signersAt(listing, START).members.length, SIGNERS);
        assertEq(reports.signersAt(listing, START + DELAY).members.length, 3);
        assertEq(reports.signersAt(listing, block.timestamp).members.length, 4);
    }

    function test_rotate_revertsWith_NotTheRotator() public {
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotTheRotator.selector, address(this), rotator));
        reports.rotate(listing, addressesOf(next), 2);
    }

    /// @dev A listing without a rotator keeps its signers for ever.
    function test_rotate_revertsWith_NotTheRotator_whereThereIsNone() public {
        IReportTrigger.Config memory c = signersConfig();
        (c.signers.rotator, c.signers.rotationDelay) = (address(0), 0);
        uint256 fixed_ = create(c);
        vm.prank(rotator);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotTheRotator.selector, rotator, address(0)));
        reports.rotate(fixed_, addressesOf(next), 2);
    }

    function test_rotate_revertsWith_InvalidConfig() public {
        vm.prank(rotator);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.InvalidConfig.selector, bytes32("signers")));
        reports.rotate(listing, addressesOf(next), 1);
    }

    function test_rotate_revertsWith_WrongSource() public {
        vm.expectRevert(
            abi.encodeWithSelector(IReportTrigger.WrongSource.selector, functions, IReportTrigger.Source.Functions)
        );
        reports.rotate(functions, addressesOf(next), 2);
    }

    /// @dev Who was struck off never comes back.
    function test_rotate_revertsWith_SignerIsStruckOff() public {
        (IReportTrigger.Event memory e,) = flown();
        submit(e, late(60), 7);
        contradict(e, late(0), 1);
        vm.prank(rotator);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.SignerIsStruckOff.selector, signerAt(0)));
        reports.rotate(listing, addressesOf(keys), K);
    }

    /// @dev A set that waits loses a member who is struck off meanwhile, and what it has left decides on sales.
    function test_rotate_countsOutWhoIsStruckOffWhileItWaits() public {
        (IReportTrigger.Event memory e,) = flown();
        submit(e, late(60), 7);
        uint256[] memory same = new uint256[](2);
        (same[0], same[1]) = (keys[0], keys[4]);
        vm.prank(rotator);
        reports.rotate(listing, addressesOf(same), 2);
        assertTrue(reports.canSell(listing, "key"));
        contradict(e, late(0), 1);
        assertEq(reports.signersAt(listing, block.timestamp + DELAY).live, 1);
        assertEq(reports.signersAt(listing, block.timestamp).live, 4);
        assertFalse(reports.canSell(listing, "key"));
    }
}
