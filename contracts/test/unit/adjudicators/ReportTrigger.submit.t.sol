// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice Reports of k of n signers.
contract ReportTriggerSubmitTest is ReportBase {
    /// @dev The next call sees the signatures over another digest: the first recovers to somebody who is no member.
    function expectUnknownSigner(
        IReportTrigger by,
        uint256 of_,
        IReportTrigger.Event memory e,
        IReportTrigger.Report memory report,
        IReportTrigger.Signature memory first
    ) private {
        address somebody = ecrecover(by.hashReport(of_, by.keyOf(e), report), first.v, first.r, first.s);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.UnknownSigner.selector, somebody));
    }

    function testFuzz_submit_recordsWhatKSignersSay(uint96 value, uint64 distance, uint8 status, uint256 who) public {
        (IReportTrigger.Event memory e,) = flown();
        who = bound(who, 0, ALL);
        uint256 count;
        for (uint256 i; i < SIGNERS; ++i) {
            count += who >> i & 1;
        }
        vm.assume(count >= K);
        submit(e, IReportTrigger.Report(value, distance, status, e.ends), who);
        IReportTrigger.Record memory r = reports.recordOf(listing, reports.keyOf(e));
        assertEq(r.value, value);
        assertEq(r.distance, distance);
        assertEq(r.status, status);
        assertEq(uint256(r.state), uint256(IReportTrigger.State.Reported));
        assertEq(r.standsFrom, block.timestamp + 1 days);
        assertEq(r.signedBy, who);
    }

    function testFuzz_submit_revertsWith_TooFewSigners(uint256 who) public {
        (IReportTrigger.Event memory e,) = flown();
        uint256[5] memory fewer = [uint256(0), 1, 3, 24, 17];
        who = fewer[bound(who, 0, 4)];
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), who);
        vm.expectRevert(err(IReportTrigger.TooFewSigners.selector, signatures.length, K));
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsWith_SignersNotAscending_withTheSameSignerTwice() public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        signatures[2] = signatures[1];
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.SignersNotAscending.selector, signerAt(1), signerAt(1)));
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsWith_SignersNotAscending_unsorted() public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        (signatures[0], signatures[1]) = (signatures[1], signatures[0]);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.SignersNotAscending.selector, signerAt(0), signerAt(1)));
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsWith_UnknownSigner_forAStranger() public {
        (IReportTrigger.Event memory e,) = flown();
        uint256[] memory by = new uint256[](4);
        (by[0], by[1], by[2], by[3]) = (keys[0], keys[1], keys[2], 1);
        by = sortedFrom(by);
        bytes32 digest = reports.hashReport(listing, reports.keyOf(e), late(60));
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.UnknownSigner.selector, vm.addr(1)));
        reports.submit(listing, e, late(60), signed(by, digest, 15));
    }

    /// @dev The other half of the curve: same signer, other bytes.
    function test_submit_revertsWith_ECDSAInvalidSignatureS() public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        uint256 n = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        signatures[1].s = bytes32(n - uint256(signatures[1].s));
        signatures[1].v = 55 - signatures[1].v;
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, signatures[1].s));
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsWith_ECDSAInvalidSignature() public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        signatures[0].v = 0;
        vm.expectRevert(ECDSA.ECDSAInvalidSignature.selector);
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsOnReplay_onAnotherChain() public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        vm.chainId(10);
        expectUnknownSigner(reports, listing, e, late(60), signatures[0]);
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsOnReplay_onAnotherContract() public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        IReportTrigger other =
            IReportTrigger(deployCode("ReportTrigger.sol:ReportTrigger", abi.encode(incidents, listings, covers)));
        vm.warp(START);
        reports = other;
        uint256 twin = create(signersConfig());
        vm.warp(e.ends);
        expectUnknownSigner(other, twin, e, late(60), signatures[0]);
        other.submit(twin, e, late(60), signatures);
    }

    function test_submit_revertsOnReplay_onAnotherListing() public {
        uint256 twin = create(signersConfig());
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        expectUnknownSigner(reports, twin, e, late(60), signatures[0]);
        reports.submit(twin, e, late(60), signatures);
    }

    function testFuzz_submit_revertsOnReplay_onAnotherKey(uint256 field) public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        field = bound(field, 0, 4);
        if (field == 0) e.facts = keccak256("BA 118, 2027-02-01");
        if (field == 1) e.zone += 1;
        if (field == 2) e.begins -= 1;
        if (field == 3) e.ends -= 1;
        if (field == 4) e.lastSale -= 1;
        expectUnknownSigner(reports, listing, e, late(60), signatures[0]);
        reports.submit(listing, e, late(60), signatures);
    }

    function testFuzz_submit_revertsOnAnotherContent(uint256 field) public {
        (IReportTrigger.Event memory e,) = flown();
        IReportTrigger.Report memory report = late(60);
        vm.warp(e.ends + 1);
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), report, 7);
        field = bound(field, 0, 3);
        if (field == 0) report.value += 1;
        if (field == 1) report.distance += 1;
        if (field == 2) report.status += 1;
        if (field == 3) report.time += 1;
        expectUnknownSigner(reports, listing, e, report, signatures[0]);
        reports.submit(listing, e, report, signatures);
    }

    function testFuzz_submit_revertsWith_EventNotOver(uint256 time) public {
        IReportTrigger.Event memory e = flight();
        vm.warp(bound(time, START, e.ends - 1));
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        vm.expectRevert(err(IReportTrigger.EventNotOver.selector, e.ends, block.timestamp));
        reports.submit(listing, e, late(60), signatures);
    }

    /// @dev An event that ends before it begins: signers who only wait for their rotation could else sign for it.
    function test_submit_revertsWith_EventNotOver_ifItEndsBeforeItBegins() public {
        IReportTrigger.Event memory e = flight();
        vm.warp(e.ends);
        e.begins = uint32(START + 60 days);
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        vm.expectRevert(err(IReportTrigger.EventNotOver.selector, e.ends, block.timestamp));
        reports.submit(listing, e, late(60), signatures);
        e.begins = e.ends;
        vm.expectRevert(err(IReportTrigger.EventNotOver.selector, e.ends, block.timestamp));
        reports.submit(listing, e, late(60), signatures);
    }

    /// @dev Signed before the end and held back: it says nothing of how the event ended.
    function testFuzz_submit_revertsWith_ReportTimeOutOfBounds(uint32 time) public {
        (IReportTrigger.Event memory e,) = flown();
        vm.warp(e.ends + 1 hours);
        vm.assume(time < e.ends || time > block.timestamp);
        IReportTrigger.Report memory report = IReportTrigger.Report(60, 0, 0, time);
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), report, 7);
        vm.expectRevert(
            abi.encodeWithSelector(
                IReportTrigger.ReportTimeOutOfBounds.selector, uint256(time), uint256(e.ends), block.timestamp
            )
        );
        reports.submit(listing, e, report, signatures);
    }

    function test_submit_takesTheLastSecondOfTheWindow() public {
        (IReportTrigger.Event memory e,) = flown();
        vm.warp(e.ends + WINDOW);
        submit(e, late(60), 7);
        assertState(listing, e, IReportTrigger.State.Reported);
    }

    function test_submit_revertsWith_WindowClosed() public {
        (IReportTrigger.Event memory e,) = flown();
        vm.warp(e.ends + WINDOW + 1);
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), late(60), 7);
        vm.expectRevert(err(IReportTrigger.WindowClosed.selector, e.ends + WINDOW, block.timestamp));
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsWith_AlreadyReported() public {
        (IReportTrigger.Event memory e,) = flown();
        submit(e, late(10), 7);
        bytes32 key = reports.keyOf(e);
        IReportTrigger.Signature[] memory signatures = signed(listing, key, late(60), 28);
        vm.expectRevert(err(IReportTrigger.AlreadyReported.selector, key, IReportTrigger.State.Reported));
        reports.submit(listing, e, late(60), signatures);
    }

    function test_submit_revertsWith_NoSigners_forAnEventBeforeTheListing() public {
        IReportTrigger.Event memory e = flight();
        (e.begins, e.ends) = (uint32(START - 2), uint32(START - 1));
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NoSigners.selector, START - 2));
        reports.submit(listing, e, late(60), new IReportTrigger.Signature[](0));
    }

    function test_submit_revertsWith_WrongSource() public {
        vm.expectRevert(
            abi.encodeWithSelector(IReportTrigger.WrongSource.selector, functions, IReportTrigger.Source.Functions)
        );
        reports.submit(functions, flight(), late(60), new IReportTrigger.Signature[](0));
    }

    function test_submit_revertsWith_NotConfigured() public {
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotConfigured.selector, 99));
        reports.submit(99, flight(), late(60), new IReportTrigger.Signature[](0));
    }

    function sortedFrom(uint256[] memory by) private pure returns (uint256[] memory) {
        for (uint256 i = 1; i < by.length; ++i) {
            for (uint256 j = i; j > 0 && vm.addr(by[j - 1]) > vm.addr(by[j]); --j) {
                (by[j - 1], by[j]) = (by[j], by[j - 1]);
            }
        }
        return by;
    }
}
