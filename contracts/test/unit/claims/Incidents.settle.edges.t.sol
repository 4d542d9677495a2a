// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice CLM-1, CLM-2: what settlement may pay is in the reserve, whatever happened between rulings. Each of these
/// was once a way to leave somebody unpaid.
contract IncidentsSettleEdgesTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, 10 * MILLION);
    }

    /// @dev A cover bought after an event was granted has no share in what was reserved for that grant.
    function test_settleRaised_paysNoGrantThatIsOlderThanTheCover() public {
        uint256 old = buy(pool, hack, 100e6, 30 days);
        skip(1 hours);
        uint256 first = openHack(0.5e18);
        courtRules(first, GRANTED, 0.5e18);
        pool.step(2);
        uint256 late = buy(pool, hack, 100e6, 30 days);
        skip(1 hours);
        uint256 raise = openHack(0.8e18);
        courtRules(raise, GRANTED, 0.8e18);

        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, first));
        incidents.settleRaised(first, raise, list(late));
        assertEq(settle(raise, late), 30e6);
        assertEq(settle(raise, old), 30e6);
        assertEq(settle(first, old), 50e6);
    }

    /// @dev Covers sold between two grants of one event count in the reserve of the second beside those paid before.
    function test_settle_raiseCountsCoversSoldAfterTheFirstGrant() public {
        uint256 old = buy(pool, hack, 100e6, 30 days);
        skip(1 hours);
        uint256 first = openHack(0.5e18);
        courtRules(first, GRANTED, 0.5e18);
        settle(first, old);
        pool.step(2);
        uint256 late = buy(pool, hack, 100e6, 30 days);
        skip(1 hours);
        uint256 raise = openHack(0.8e18);
        courtRules(raise, GRANTED, 0.8e18);
        assertEq(settle(raise, late), 30e6);
        assertEq(settle(raise, old), 30e6);
    }

    /// @dev An event that can still be raised is not closed: its raise is paid on what was insured then.
    function test_close_waitsWhileTheEventCanBeRaised() public {
        IListings.Terms memory t = courtTerms();
        (t.grace, t.eventWindow) = (60 days, 20 days);
        uint256 slow = poolFor(t);
        uint256 id = buy(pool, slow, 100e6, 10 days);
        skip(2 days);
        uint256 lossTime = block.timestamp - 1;
        uint256 first = assertLoss(pool, keeper, slow, lossTime, 0.5e18);
        courtRules(first, GRANTED, 0.5e18);
        settle(first, id);
        skip(30 days);
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.SettlementOpen.selector, lossTime + 80 days + 1, block.timestamp)
        );
        incidents.close(first);

        uint256 raise = assertLoss(pool, keeper, slow, lossTime, 0.8e18);
        skip(1 days);
        courtRules(raise, GRANTED, 0.8e18);
        assertEq(settle(raise, id), 30e6);
    }

    /// @dev While an assertion could still raise the event, the reserve of its first grant stays for `settleRaised`.
    function test_close_waitsForOpenIncidentsOfTheRisk() public {
        uint256 id = buy(pool, hack, 100e6, 30 days);
        skip(1 hours);
        uint256 first = openHack(0.5e18);
        courtRules(first, GRANTED, 0.5e18);
        skip(2 days);
        uint256 raise = openHack(0.8e18);
        skip(40 days);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.RaisePending.selector, riskOf(hack), 1));
        incidents.close(first);
        courtRules(raise, GRANTED, 0.8e18);
        assertEq(settle(first, id) + settle(raise, id), 80e6);
        skip(30 days);
        incidents.close(first);
    }

    /// @dev A raise that was ruled long after the first ruling leaves as much time to settle both.
    function test_close_countsFromTheLastRulingOfTheRisk() public {
        buy(pool, hack, 100e6, 30 days);
        skip(1 hours);
        uint256 first = openHack(0.5e18);
        courtRules(first, GRANTED, 0.5e18);
        skip(2 days);
        uint256 raise = openHack(0.8e18);
        skip(40 days);
        courtRules(raise, GRANTED, 0.8e18);
        uint256 closes = block.timestamp + incidents.SETTLEMENT_WINDOW();
        vm.warp(closes - 1);
        expectRefusal(abi.encodeWithSelector(IIncidents.SettlementOpen.selector, closes, closes - 1));
        incidents.close(first);
        assertNoTrace();
        vm.warp(closes);
        incidents.close(first);
    }

    /// @dev Found by the campaign: in the last second in which a raise can be asserted the first incident could be closed,
    /// and the raise was then reserved on what remained, not on what was insured.
    function test_close_comesAfterTheLastSecondOfARaise() public {
        IListings.Terms memory t = courtTerms();
        (t.eventWindow, t.grace) = (20 days, 20 days);
        uint256 listing = poolFor(t);
        uint256 id = buy(pool, listing, 100e6, 60 days);
        skip(1 hours);
        uint256 first = assertLoss(pool, keeper, listing, block.timestamp - 1, 0.5e18);
        uint256 last = block.timestamp - 1 + 40 days;
        courtRules(first, GRANTED, 0.5e18);
        settle(first, id);
        vm.warp(last);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SettlementOpen.selector, last + 1, last));
        incidents.close(first);
        uint256 raise = assertLoss(pool, keeper, listing, last - 20 days, 0.8e18);
        courtRules(raise, GRANTED, 0.8e18);
        assertEq(settle(raise, id), 30e6);
        assertSound(pool);
    }

    /// @dev What one incident paid cannot be claimed under another: the open one reserves no more than what is left.
    function test_settle_lowersTheOpenReserveOfAnotherIncident() public {
        uint256 id = buy(pool, depeg, MILLION, 30 days);
        skip(1 hours);
        uint256 first = openDepeg();
        openDepeg();
        grant(first, 0.75e18);
        settle(first, id);
        assertEq(report().openReserve, MILLION / 4);
    }

    /// @dev A second event reserves no more than what its covers can still claim.
    function test_rule_reservesNoMoreThanRemainsInsured() public {
        uint256 id = buy(pool, depeg, MILLION, 30 days);
        skip(1 hours);
        uint256 first = openDepeg();
        uint256 second = openDepeg();
        grant(first, 0.75e18);
        settle(first, id);
        grant(second, 1e18);
        pool.step(10);
        assertEq(report().funded, 0.25e6 * 1e6);
        assertEq(settle(second, id), 0.25e6 * 1e6);
    }

    /// @dev Found by the campaign: a cover sold beside two grants hid behind what they reserve together beyond the
    /// exposure, and asked for no capital (EXT-1, SOL-1).
    function test_rule_reservesBeyondTheExposureHideNoNewCover() public {
        uint256 id = buy(pool, depeg, MILLION, 30 days);
        skip(1 hours);
        uint256 first = openDepeg();
        uint256 second = openDepeg();
        grant(first, 1e18);
        grant(second, 1e18);
        pool.step(10);
        assertEq(report().funded, 2 * MILLION);
        assertEq(report().scr, 0);
        buy(pool, depeg, MILLION / 2, 30 days);
        assertEq(report().scr, MILLION / 2);
        settle(first, id);
        assertEq(report().scr, MILLION / 2);
        skip(40 days);
        incidents.close(first);
        incidents.close(second);
        pool.step(10);
        assertEq(report().scr, MILLION / 2);
    }

    /// @dev Nothing remains insured: nothing is reserved, and the risk is not frozen by it.
    function test_rule_reservesNothingOnceEverythingIsPaid() public {
        uint256 id = buy(pool, depeg, MILLION, 30 days);
        skip(1 hours);
        uint256 first = openDepeg();
        uint256 second = openDepeg();
        grant(first, 1e18);
        settle(first, id);
        grant(second, 1e18);
        pool.step(10);
        assertEq(report().funded, 0);
        skip(30 days);
        incidents.close(first);
        incidents.close(second);
        pool.step(2);
        freshen();
        buy(pool, depeg, MILLION, 5 days);
        skip(20 days);
        assertEq(pool.release(riskOf(depeg)), MILLION);
    }

    /// @dev A cover bought in the block of the opening was not there when the loss was asserted.
    function test_settle_skipsCoversBoughtInTheBlockOfTheOpening() public {
        uint256 id = buy(pool, depeg, 100e6, 30 days);
        skip(1 hours);
        uint256 incident = openTriggered(pool, depeg, block.timestamp);
        grant(incident, 1e18);
        pool.step(2);
        uint256 quick = buy(pool, depeg, 100e6, 30 days);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, quick);
        assertEq(settle(incident, id), 100e6);
    }

    /// @dev A later and lower grant gives a cover that was in force only then no more than it ruled.
    function test_settleRaised_paysNoMoreThanTheLaterRuling() public {
        IListings.Terms memory t = courtTerms();
        (t.waiting, t.minPeriod) = (1 days, 2 days);
        uint256 waiting = poolFor(t);
        uint256 old = buy(pool, waiting, 100e6, 30 days);
        skip(1 days);
        uint256 young = buy(pool, waiting, 100e6, 30 days);
        skip(12 hours);
        uint256 first = assertLoss(pool, keeper, waiting, block.timestamp - 1, 0.5e18);
        skip(1 days);
        uint256 lower = assertLoss(pool, keeper, waiting, block.timestamp - 1, 0.2e18);
        courtRules(first, GRANTED, 0.5e18);
        courtRules(lower, GRANTED, 0.2e18);
        assertEq(settle(first, old), 50e6);
        vm.prank(keeper);
        assertEq(incidents.settleRaised(first, lower, list(young)), 20e6);
    }

    /// @dev Grace that stood still reaches back to losses since the lapsed one only: what had run off stays so.
    function test_assertLoss_afterALapseReachesNoCoverThatHasRunOff() public {
        buy(pool, hack, 100e6, 10 days);
        skip(5 days);
        uint256 lossTime = block.timestamp - 1;
        uint256 silent = assertLoss(pool, keeper, hack, lossTime, 1e18);
        skip(100 days);
        incidents.lapse(silent);
        vm.expectRevert(abi.encodeWithSignature("NothingToRelease(bytes32)", riskOf(hack)));
        pool.release(riskOf(hack));

        skip(7 days - 2);
        uint256 again = assertLoss(pool, keeper, hack, lossTime + 2 days, 1e18);
        courtRules(again, DENIED, 0);
        skip(1 days);
        assertEq(pool.release(riskOf(hack)), 100e6);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIncidents.LossTimeOutOfBounds.selector, lossTime + 2 days, block.timestamp - 7 days, block.timestamp
            )
        );
        incidents.assertLoss(assertion(hack, lossTime + 2 days, 1e18));
    }

    /// @dev The second adjudicator cannot stop an incident from ending, whatever it answers (CLM-7).
    function test_lapse_endsThoughTheSecondAdjudicatorReverts() public {
        IListings.Terms memory t = courtTerms();
        t.secondAdjudicator = address(new Mute());
        uint256 odd = poolFor(t);
        buy(pool, odd, 100e6, 10 days);
        skip(1 hours);
        uint256 incident = assertLoss(pool, keeper, odd, block.timestamp - 1, 1e18);
        skip(3 days + 1);
        incidents.lapse(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Lapsed));
        assertEq(incidents.creditOf(address(usd), keeper), 100e6);
    }

    /// @dev The fee of a trigger is wei: it must never come back as units of a bond token.
    function test_openTriggered_isRefusedWhereBondsAreAsked() public {
        IListings.Terms memory t = triggerTerms();
        (t.bondToken, t.bond) = (address(usd), 1);
        uint256 mixed = poolFor(t);
        buy(pool, mixed, 100e6, 10 days);
        skip(1 hours);
        vm.deal(address(trigger), 1 ether);
        vm.prank(address(trigger));
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TriggersNotTaken.selector, mixed));
        incidents.openTriggered{value: 0.002 ether}(mixed, 0, block.timestamp - 1, attacker, address(pool));
    }
}

/// @notice Says that it may raise, and nothing else.
contract Mute {
    function rulesOnce() external pure returns (bool) {
        return false;
    }
}
