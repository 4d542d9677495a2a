// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice Two reports of one key that contradict each other.
contract ReportTriggerContradictTest is ReportBase {
    IReportTrigger.Event private e;

    function setUp() public override {
        super.setUp();
        (e,) = flown();
        submit(e, late(60), 7);
        skip(1 hours);
    }

    function key() private view returns (bytes32) {
        return reports.keyOf(e);
    }

    function refuse(IReportTrigger.Report memory report, uint256 who, bytes memory reason) private {
        IReportTrigger.Signature[] memory signatures = signed(listing, key(), report, who);
        vm.expectRevert(reason);
        reports.contradict(listing, e, report, signatures);
    }

    /// @dev One who signed both is enough, and is struck off; the others keep their seats.
    function testFuzz_contradict_suspendsByEquivocation(uint256 place, uint256 value) public {
        place = bound(place, 0, 2);
        value = bound(value, 0, 59);
        vm.expectEmit(address(reports));
        emit IReportTrigger.SignerStruckOff(listing, signerAt(place), key());
        contradict(e, late(uint96(value)), 2 ** place);
        assertState(listing, e, IReportTrigger.State.Suspended);
        for (uint256 i; i < SIGNERS; ++i) {
            assertEq(reports.isStruckOff(listing, signerAt(i)), i == place);
        }
        assertEq(reports.signersAt(listing, block.timestamp).live, SIGNERS - 1);
        skip(2 days);
        vm.prank(keeper);
        vm.expectRevert(err(IReportTrigger.NotReported.selector, key(), IReportTrigger.State.Suspended));
        reports.prove{value: FEE}(listing, e, address(pool));
    }

    /// @dev Two groups of k: whoever is in both is struck off, whoever is in one only is not.
    function test_contradict_suspendsByKOthers_andStrikesOffWhoIsInBoth() public {
        contradict(e, late(0), 28);
        assertState(listing, e, IReportTrigger.State.Suspended);
        for (uint256 i; i < SIGNERS; ++i) {
            assertEq(reports.isStruckOff(listing, signerAt(i)), i == 2);
        }
    }

    function testFuzz_contradict_takesAnyDifference(uint256 field) public {
        IReportTrigger.Report memory report = late(60);
        field = bound(field, 0, 2);
        if (field == 0) report.value += 1;
        if (field == 1) report.distance += 1;
        if (field == 2) report.status += 1;
        contradict(e, report, 1);
        assertState(listing, e, IReportTrigger.State.Suspended);
    }

    /// @dev Those who are left report anew, with a challenge period of its own.
    function test_contradict_leavesTheKeyToTheOthers() public {
        contradict(e, late(0), 1);
        bytes32 k = key();
        IReportTrigger.Signature[] memory signatures = signed(listing, k, late(60), 7);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.SignerIsStruckOff.selector, signerAt(0)));
        reports.submit(listing, e, late(60), signatures);

        submit(e, late(60), 14);
        IReportTrigger.Record memory r = reports.recordOf(listing, k);
        assertEq(r.standsFrom, block.timestamp + 1 days);
        // What suspended the first report does not touch the second: the one struck off did not sign it.
        signatures = signed(listing, k, late(0), 1);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotContradicted.selector, k));
        reports.contradict(listing, e, late(0), signatures);
        skip(1 days);
        (, uint256 ratio) = prove(listing, e);
        assertEq(ratio, 1e18);
    }

    /// @dev Also while it is suspended: a second liar does not get away.
    function test_contradict_strikesOffFurtherSigners() public {
        contradict(e, late(0), 1);
        contradict(e, late(0), 2);
        assertTrue(reports.isStruckOff(listing, signerAt(1)));
        assertEq(reports.signersAt(listing, block.timestamp).live, 3);
        contradict(e, late(1), 2);
        assertEq(reports.signersAt(listing, block.timestamp).live, 3, "once");
    }

    /// @dev Too late to suspend: the report stands and is ruled; who signed both is struck off all the same.
    function test_contradict_afterTheChallengePeriod_strikesOffAndLetsTheReportStand() public {
        vm.warp(e.ends + 1 days);
        contradict(e, late(0), 1);
        assertState(listing, e, IReportTrigger.State.Reported);
        assertTrue(reports.isStruckOff(listing, signerAt(0)));
        (uint256 incident,) = prove(listing, e);
        assertEq(incident, 1);
        contradict(e, late(0), 2);
        assertState(listing, e, IReportTrigger.State.Ruled);
        assertTrue(reports.isStruckOff(listing, signerAt(1)));
    }

    function test_contradict_suspendsInTheLastSecond() public {
        vm.warp(e.ends + 1 days - 1);
        contradict(e, late(0), 1);
        assertState(listing, e, IReportTrigger.State.Suspended);
    }

    /// @dev k who agree on a falsehood, none of whom signed the truth: the challenge does not stop them.
    function test_contradict_doesNotStop_kColludingSigners() public {
        bytes32 k = key();
        refuse(late(0), 24, abi.encodeWithSelector(IReportTrigger.NotContradicted.selector, k));
        vm.warp(e.ends + 1 days);
        (, uint256 ratio) = prove(listing, e);
        assertEq(ratio, 1e18);
    }

    /// @dev But if the truth was signed before, by any of them, it suspends the falsehood: k of 5 who lie now, and one who
    /// did not then.
    function test_contradict_stopsColludingSigners_ofWhomOneSignedTheTruth() public {
        contradict(e, late(0), 26);
        assertState(listing, e, IReportTrigger.State.Suspended);
        assertTrue(reports.isStruckOff(listing, signerAt(1)));
    }

    function test_contradict_revertsWith_NotContradicted_byOneWhoDidNotSign() public {
        refuse(late(0), 8, abi.encodeWithSelector(IReportTrigger.NotContradicted.selector, key()));
    }

    function test_contradict_revertsWith_NotContradicted_withoutSignatures() public {
        refuse(late(0), 0, abi.encodeWithSelector(IReportTrigger.NotContradicted.selector, key()));
    }

    /// @dev The same values seen at another time are no contradiction.
    function test_contradict_revertsWith_SameReport() public {
        refuse(late(60), 7, abi.encodeWithSelector(IReportTrigger.SameReport.selector, key()));
    }

    /// @dev An honest interim figure, signed before the end, strikes nobody off.
    function test_contradict_revertsWith_ReportTimeOutOfBounds() public {
        IReportTrigger.Report memory interim = IReportTrigger.Report(10, 0, 0, e.ends - 1);
        refuse(
            interim,
            1,
            abi.encodeWithSelector(
                IReportTrigger.ReportTimeOutOfBounds.selector, uint256(interim.time), uint256(e.ends), block.timestamp
            )
        );
    }

    /// @dev A report on another key, or listing, contradicts nothing.
    function test_contradict_revertsOnReplay_onAnotherKeyOrListing() public {
        bytes32 other = reports.keyOf(flight("BA 118, 2027-02-01"));
        IReportTrigger.Signature[] memory signatures = signed(listing, other, late(0), 1);
        vm.expectPartialRevert(IReportTrigger.UnknownSigner.selector);
        reports.contradict(listing, e, late(0), signatures);
        signatures = signed(functions, key(), late(0), 1);
        vm.expectPartialRevert(IReportTrigger.UnknownSigner.selector);
        reports.contradict(listing, e, late(0), signatures);
    }

    function test_contradict_revertsWith_NotReported() public {
        IReportTrigger.Event memory other = flight("BA 118, 2027-02-01");
        vm.expectRevert(err(IReportTrigger.NotReported.selector, reports.keyOf(other), IReportTrigger.State.None));
        reports.contradict(listing, other, late(0), new IReportTrigger.Signature[](0));
    }
}
