// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsRuleTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        buy(pool, hack, 1e9, 100 days);
        buy(pool, depeg, 1e9, 100 days);
        skip(30 days);
    }

    function lastEntry() private view returns (IIncidents.JournalEntry memory) {
        return incidents.entries(incidents.journalLength() - 1, 1)[0];
    }

    function testFuzz_rule_grants(uint64 asserted, uint64 ratio) public {
        asserted = uint64(bound(asserted, 1, 1e18));
        ratio = uint64(bound(ratio, 1, 1e18));
        uint256 incident = openHack(asserted);
        court.set(incident, GRANTED, ratio);
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentGranted(incident, incident, ratio, ratio);
        vm.expectEmit(address(incidents));
        emit IIncidents.Credited(address(usd), keeper, 100e6);
        vm.prank(attacker);
        incidents.rule(incident);
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(uint256(i.status), uint256(IIncidents.Status.Granted));
        assertEq(i.ratio, ratio);
        assertEq(i.share, ratio);
        assertEq(i.ruledAt, block.timestamp);
        assertEq(i.eventId, incident);
        IIncidents.JournalEntry memory entry = lastEntry();
        assertEq(uint256(entry.kind), uint256(IIncidents.Entry.Granted));
        assertEq(entry.share, ratio);
        assertEq(incidents.creditOf(address(usd), keeper), 100e6, "the bond returns");
    }

    /// @dev The adjudicator's fee first, no more than the bond; the rest to the treasury, or back to the asserter.
    function testFuzz_rule_paysTheFeeOutOfTheBond(uint96 fee, bool granted) public {
        uint256 incident = openHack(1e18);
        court.set(incident, granted ? GRANTED : DENIED, granted ? 1e18 : 0);
        court.setFee(incident, fee);
        incidents.rule(incident);
        uint256 kept = fee < 100e6 ? fee : 100e6;
        assertEq(incidents.creditOf(address(usd), address(court)), kept);
        assertEq(incidents.creditOf(address(usd), granted ? keeper : treasury), 100e6 - kept);
    }

    /// @dev A trigger's fee is no bond.
    function test_rule_paysNoFeeOutOfATriggersFee() public {
        uint256 incident = openDepeg();
        trigger.set(incident, DENIED, 0);
        trigger.setFee(incident, 1);
        incidents.rule(incident);
        assertEq(incidents.creditOf(address(0), address(trigger)), 0);
        assertEq(incidents.creditOf(address(0), treasury), incidents.TRIGGER_FEE());
    }

    /// @dev Never more than the listing's largest ratio; the deductible is the holder's.
    function testFuzz_rule_capsTheRatioAndTakesTheDeductible(uint64 ratio, uint64 most, uint64 deductible) public {
        IListings.Terms memory t = triggerTerms();
        most = uint64(bound(most, 1, 1e18));
        deductible = uint64(bound(deductible, 0, most - 1));
        (t.maxRatio, t.deductible) = (most, deductible);
        depeg = poolFor(t);
        sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        grant(incident, ratio);
        uint256 granted = ratio < most ? ratio : most;
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(i.ratio, granted);
        assertEq(i.share, granted > deductible ? granted - deductible : 0);
    }

    /// @dev A denial binds only those facts, and forfeits the bond to the treasury.
    function test_rule_deniesAndForfeitsTheBond() public {
        uint256 bogus = openHack(1e18);
        uint256 honest = openHack(0.5e18);
        court.set(bogus, DENIED, 0);
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentDenied(bogus, 100e6);
        incidents.rule(bogus);
        assertEq(uint256(statusOf(bogus)), uint256(IIncidents.Status.Denied));
        assertEq(uint256(lastEntry().kind), uint256(IIncidents.Entry.Dismissed));
        assertEq(incidents.creditOf(address(usd), treasury), 100e6);
        assertEq(incidents.creditOf(address(usd), keeper), 0);
        courtRules(honest, GRANTED, 0.5e18);
        assertEq(incidents.incidentOf(honest).share, 0.5e18);
    }

    // -- Events: raises and further ones ------------------------------------------------------------------------

    /// @dev Inside the window a grant can only raise: the difference is its share, whatever the order.
    function testFuzz_rule_raisesWithinTheWindow(uint64[4] memory ratios, uint32[4] memory ago) public {
        uint256 highest;
        for (uint256 n; n < 4; ++n) {
            ratios[n] = uint64(bound(ratios[n], 1, 1e18));
            ago[n] = uint32(bound(ago[n], 0, n == 0 ? 0 : 3 days));
            uint256 incident = assertLoss(pool, keeper, hack, block.timestamp - ago[n], ratios[n]);
            courtRules(incident, GRANTED, ratios[n]);
            IIncidents.Incident memory i = incidents.incidentOf(incident);
            assertEq(i.eventId, 1);
            assertEq(i.share, ratios[n] > highest ? ratios[n] - highest : 0);
            if (ratios[n] > highest) highest = ratios[n];
            assertEq(
                uint256(lastEntry().kind), uint256(i.share == 0 ? IIncidents.Entry.Dismissed : IIncidents.Entry.Granted)
            );
        }
    }

    /// @dev The first grant fixes the window's middle; one second beyond its edge is another event.
    function test_rule_beginsAnotherEventOutsideTheWindow() public {
        uint256 first = assertLoss(pool, keeper, hack, block.timestamp - 4 days, 1e18);
        uint256 inside = assertLoss(pool, keeper, hack, block.timestamp - 1 days, 1e18);
        uint256 outside = assertLoss(pool, keeper, hack, block.timestamp - 1 days + 1, 1e18);
        uint256 before = assertLoss(pool, keeper, hack, block.timestamp - 7 days - 0, 1e18);
        courtRules(first, GRANTED, 0.6e18);
        courtRules(inside, GRANTED, 0.6e18);
        courtRules(outside, GRANTED, 0.6e18);
        courtRules(before, GRANTED, 0.7e18);
        assertEq(incidents.incidentOf(inside).eventId, first);
        assertEq(incidents.incidentOf(inside).share, 0);
        assertEq(incidents.incidentOf(outside).eventId, outside);
        assertEq(incidents.incidentOf(outside).share, 0.6e18);
        assertEq(incidents.incidentOf(before).eventId, first);
        assertEq(incidents.incidentOf(before).share, 0.1e18);
    }

    /// @dev Where the adjudicator rules once per event, each ruling is an event of its own.
    function test_rule_withoutAWindowEachRulingIsAnEvent() public {
        uint256 first = openDepeg();
        uint256 second = openDepeg();
        grant(first, 0.5e18);
        grant(second, 0.5e18);
        assertEq(incidents.incidentOf(second).eventId, second);
        assertEq(incidents.incidentOf(second).share, 0.5e18);
    }

    // -- Independence --------------------------------------------------------------------------------------------

    /// @dev `rule` calls no pool: no pool can stop it (CLM-3).
    function test_rule_callsNoPool() public {
        uint256 incident = openHack(1e18);
        vm.etch(address(pool), hex"fe");
        courtRules(incident, GRANTED, 1e18);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Granted));
    }

    /// @dev No pause and no registry change stops it.
    function test_rule_knowsNoPauseAndNoRegistry() public {
        uint256 incident = openHack(1e18);
        vm.startPrank(admin);
        listings.pauseSales(7 days);
        listings.setAdjudicator(address(court), false);
        vm.stopPrank();
        courtRules(incident, GRANTED, 1e18);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Granted));
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_rule_revertsWith_NotRuled() public {
        uint256 incident = openHack(1e18);
        expectRefusal(abi.encodeWithSelector(IIncidents.NotRuled.selector, incident));
        incidents.rule(incident);
        assertNoTrace();
    }

    function testFuzz_rule_revertsWith_UnknownIncident(uint256 incident) public {
        expectRefusal(abi.encodeWithSelector(IIncidents.UnknownIncident.selector, incident));
        incidents.rule(incident);
        assertNoTrace();
    }

    function testFuzz_rule_revertsWith_WrongStatus(bool granted) public {
        uint256 incident = openHack(1e18);
        courtRules(incident, granted ? GRANTED : DENIED, granted ? 1e18 : 0);
        expectRefusal(
            abi.encodeWithSelector(
                IIncidents.WrongStatus.selector,
                incident,
                granted ? IIncidents.Status.Granted : IIncidents.Status.Denied
            )
        );
        incidents.rule(incident);
        assertNoTrace();
    }

    /// @dev An adjudicator that reverts is silent: the incident stays open until its deadline.
    function test_rule_revertsWhileTheAdjudicatorDoes() public {
        uint256 incident = openHack(1e18);
        vm.mockCallRevert(address(court), abi.encodeCall(IAdjudicator.ruling, (incident)), "dead feed");
        expectRefusal("dead feed");
        incidents.rule(incident);
        assertNoTrace();
        skip(3 days + 1);
        incidents.lapse(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Lapsed));
    }
}
