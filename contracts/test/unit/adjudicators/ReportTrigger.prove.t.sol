// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice From a report that stands to the payout, in the whole protocol.
contract ReportTriggerProveTest is ReportBase {
    function testFuzz_prove_rulesAndPaysWhatTheTableSays(uint96 minutes_) public {
        minutes_ = uint96(bound(minutes_, 15, 1_000));
        (IReportTrigger.Event memory e, uint256 id) = standing(minutes_);
        (uint256 incident, uint256 ratio) = prove(listing, e);
        assertEq(ratio, minutes_ < 30 ? 0.25e18 : minutes_ < 45 ? 0.5e18 : 1e18);
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(uint256(i.status), uint256(IIncidents.Status.Granted));
        assertEq(i.lossTime, e.begins, "the time of loss is the beginning");
        assertEq(i.ratio, ratio);
        assertEq(i.ruledAt, block.timestamp);
        assertEq(reports.incidentOf(listing, reports.keyOf(e)), incident);
        assertEq(incidents.creditOf(address(0), keeper), FEE, "the fee is back");
        assertEq(settle(incident, id), AMOUNT * ratio / 1e18);
    }

    function test_prove_fromFunctions() public {
        IReportTrigger.Event memory e = flight();
        uint256 id = sell(functions, e);
        vm.warp(e.ends);
        answer(request(e), 0, 0, CANCELLED);
        (uint256 incident,) = prove(functions, e);
        assertEq(settle(incident, id), AMOUNT);
    }

    function test_prove_revertsWith_NotReported_whenRuledBefore() public {
        (IReportTrigger.Event memory e,) = standing(60);
        prove(listing, e);
        bytes32 key = reports.keyOf(e);
        vm.prank(keeper);
        vm.expectRevert(err(IReportTrigger.NotReported.selector, key, IReportTrigger.State.Ruled));
        reports.prove{value: FEE}(listing, e, address(pool));
    }

    /// @dev Neither does `Incidents` take a ruling twice.
    function test_prove_leavesNothingToRule() public {
        (IReportTrigger.Event memory e,) = standing(60);
        (uint256 incident,) = prove(listing, e);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Granted));
        incidents.rule(incident);
    }

    function testFuzz_prove_revertsWith_WrongFee(uint256 fee) public {
        (IReportTrigger.Event memory e,) = standing(60);
        fee = bound(fee, 0, 1 ether);
        vm.assume(fee != FEE);
        vm.prank(keeper);
        vm.expectRevert(err(IIncidents.WrongFee.selector, fee, FEE));
        reports.prove{value: fee}(listing, e, address(pool));
        assertState(listing, e, IReportTrigger.State.Reported);
    }

    function test_prove_revertsWith_ChallengeOpen() public {
        (IReportTrigger.Event memory e,) = flown();
        submit(e, late(60), 7);
        skip(1 days - 1);
        vm.prank(keeper);
        vm.expectRevert(err(IReportTrigger.ChallengeOpen.selector, block.timestamp + 1, block.timestamp));
        reports.prove{value: FEE}(listing, e, address(pool));
    }

    function test_prove_revertsWith_NotALoss() public {
        (IReportTrigger.Event memory e,) = standing(14);
        vm.prank(keeper);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotALoss.selector, 14, 0, 0));
        reports.prove{value: FEE}(listing, e, address(pool));
    }

    function testFuzz_prove_revertsWith_NotReported_forAnotherKey(uint256 field) public {
        (IReportTrigger.Event memory e,) = standing(60);
        field = bound(field, 0, 4);
        if (field == 0) e.facts = keccak256("BA 118, 2027-02-01");
        if (field == 1) e.zone += 1;
        if (field == 2) e.begins += 1;
        if (field == 3) e.ends += 1;
        if (field == 4) e.lastSale += 1;
        bytes32 key = reports.keyOf(e);
        vm.prank(keeper);
        vm.expectRevert(err(IReportTrigger.NotReported.selector, key, IReportTrigger.State.None));
        reports.prove{value: FEE}(listing, e, address(pool));
    }

    function test_prove_revertsWith_NeverSold_forAPoolThatDidNotSell() public {
        (IReportTrigger.Event memory e,) = standing(60);
        address other = address(newPool(address(usd)));
        bytes32 risk = keccak256(abi.encode(listing, reports.keyOf(e)));
        vm.prank(keeper);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NeverSold.selector, risk, other));
        reports.prove{value: FEE}(listing, e, other);
    }

    /// @dev The longest event, reported in the last second, proven in the last second.
    function test_prove_worksAtTheWorstCaseTime() public {
        uint256 worst = reports.worstCaseTime(listing);
        assertEq(worst, LONGEST + WINDOW + 1 days + 3 days);
        IReportTrigger.Event memory e = flight();
        e.ends = e.begins + LONGEST;
        uint256 id = sell(listing, e);
        vm.warp(e.ends + WINDOW);
        submit(e, late(60), 7);
        vm.warp(e.begins + worst);
        (uint256 incident,) = prove(listing, e);
        assertEq(settle(incident, id), AMOUNT);
        assertEq(reports.worstCaseTime(functions), worst - 1 days);
    }

    /// @dev Other keys of the listing are not touched.
    function test_prove_paysOneKeyOnly() public {
        IReportTrigger.Event memory other = flight("BA 118, 2027-02-01");
        sell(listing, other);
        (IReportTrigger.Event memory e, uint256 id) = standing(60);
        (uint256 incident,) = prove(listing, e);
        bytes32 key = reports.keyOf(other);
        vm.prank(keeper);
        vm.expectRevert(err(IReportTrigger.NotReported.selector, key, IReportTrigger.State.None));
        reports.prove{value: FEE}(listing, other, address(pool));
        assertEq(settle(incident, id), AMOUNT);
    }

    // -- Adjudicator ---------------------------------------------------------------------------------------------

    function test_ruling_isPendingOnOthersIncidents() public view {
        assertEq(uint256(reports.ruling(1).verdict), uint256(IAdjudicator.Verdict.Pending));
        assertEq(reports.deadline(1), block.timestamp);
        assertTrue(reports.rulesOnce());
    }

    function test_worstCaseTime_revertsWith_NotConfigured() public {
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotConfigured.selector, 99));
        reports.worstCaseTime(99);
    }

    /// @dev The key is the one that pools and `Listings` know.
    function testFuzz_keyOf_isTheKeyOfListings(bytes32 facts, uint56 zone) public view {
        IReportTrigger.Event memory e = flight();
        (e.facts, e.zone) = (facts, zone);
        IListings.Quote memory q = quoteOf(listing, e);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(QUOTE_KEY, listings.hashQuote(q));
        bytes32 key = listings.checkQuote(listing, q, vm.addr(QUOTE_KEY), abi.encodePacked(r, s, v));
        assertEq(reports.keyOf(e), key);
    }
}
