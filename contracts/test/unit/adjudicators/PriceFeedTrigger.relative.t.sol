// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {RelativeBase} from "./RelativeBase.sol";

contract PriceFeedTriggerRelativeTest is RelativeBase {
    /// @dev 0.88 for an hour, 0.86 for an hour.
    uint256 internal constant FALL = 0.13e18;

    function test_relative_paysTheMeanFallAgainstTheDayBefore() public {
        (uint80 first, uint80 closing) = crash();
        vm.expectEmit();
        emit T.Armed(1, listing, first, NOW + 1 hours, 0.88e18, keeper);
        uint256 incident = arm(LAST, first);
        vm.expectEmit();
        emit T.Proven(incident, closing, FALL, FALL);
        assertEq(trigger.prove(incident, closing), FALL);
        assertVerdict(incident, IAdjudicator.Verdict.Granted);
        assertEq(incidents.incidentOf(incident).lossTime, NOW + 1 hours);
        assertEq(trigger.worstCaseTime(listing), SPAN + 4 hours + 3 days);
    }

    /// @dev Against the caller: a ratio of a fall is rounded up, so that exactly the strike begins none.
    function test_relative_roundsTheRatioAwayFromTheLoss() public {
        feed.set(id(26), START + 25 hours, 3);
        uint80 first = push(NOW + 1 hours, 2);
        T.Config memory c = relativeConfig();
        (c.strike, c.recovery) = (0.666666666666666667e18, 0.95e18);
        listing = createRelative(c);
        expect(
            abi.encodeWithSelector(
                T.RoundNotBeyondStrike.selector, first, 0.666666666666666667e18, 0.666666666666666667e18
            )
        );
        arm(LAST, first);
        ++c.strike;
        listing = createRelative(c);
        assertEq(arm(LAST, first), 1);
    }

    function test_relative_payoutTable() public {
        T.Config memory c = relativeConfig();
        c.table = new T.Step[](3);
        (c.table[0], c.table[1], c.table[2]) = (T.Step(0.1e18, 0.25e18), T.Step(0.2e18, 0.5e18), T.Step(0.3e18, 1e18));
        listing = createRelative(c);
        (uint80 first, uint80 closing) = crash();
        assertEq(proven(first, closing), 0.25e18);
        // The price of one moment reaches a higher step, its mean over the span does not.
        feed.set(id(51), NOW + 3 hours - 1, 0.01e8);
        feed.set(id(50), NOW + 1 hours, 0.802e8);
        assertEq(proven(first, closing), 0.25e18);
        feed.set(id(51), NOW + 2 hours, 0.79e8);
        assertEq(proven(first, closing), 0.5e18);
        feed.set(id(50), NOW + 1 hours, 0.7e8);
        feed.set(id(51), NOW + 2 hours, 0.7e8);
        assertEq(proven(first, closing), 1e18);
    }

    /// @dev What the span proves from here; undone.
    function proven(uint80 first, uint80 closing) internal returns (uint256 ratio) {
        uint256 snapshot = vm.snapshotState();
        (, ratio) = armAndProve(LAST, first, closing);
        vm.revertToState(snapshot);
    }

    /// @dev The base moves on with the rounds: it fell too, a day before.
    function test_relative_eachRoundHasItsOwnBase() public {
        feed.set(id(27), START + 26 hours, 0.96e8);
        (uint80 first, uint80 closing) = crash();
        (, uint256 ratio) = armAndProve(LAST, first, closing);
        // 0.88, and 0.86 / 0.96 rounded up
        assertEq(ratio, (2e18 - 0.88e18 - 0.895833333333333334e18) / 2);
    }

    function test_relative_recoversAgainstItsBase() public {
        (uint80 first, uint80 closing) = crash();
        feed.set(id(51), NOW + 2 hours, 0.95e8);
        uint256 incident = arm(LAST, first);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, id(51), 0.95e18, 0.95e18));
        trigger.prove(incident, closing);
        vm.expectEmit();
        emit T.SpanEnded(incident, id(51), T.Reason.Recovered);
        trigger.recover(incident, closing);
        assertVerdict(incident, IAdjudicator.Verdict.Denied);
    }

    function test_relative_inPieces() public {
        (uint80 first, uint80 closing) = crash();
        uint256 incident = arm(LAST, first);
        assertEq(trigger.episodeOf(incident).behind, 24);
        trigger.advance(incident, closing - 1);
        trigger.advance(incident, closing - 1);
        assertEq(trigger.episodeOf(incident).level, 0.88e18);
        feed.set(closing, NOW + 3 hours - 1, 0.84e8);
        trigger.advance(incident, closing);
        assertEq(trigger.episodeOf(incident).level, 0.86e18);
        assertEq(trigger.episodeOf(incident).behind, 23);
        // The round that was last comes earlier after all: its base lies before the one found.
        feed.set(closing, NOW + 2 hours, 0.86e8);
        assertEq(trigger.prove(incident, closing + 1), FALL);
    }

    function test_relative_approachInPieces() public {
        (uint80 first,) = crash();
        vm.startPrank(keeper);
        trigger.approach(listing, id(30), id(40));
        trigger.approach(listing, id(30), id(45));
        expect(abi.encodeWithSelector(T.RoundBeyondStrike.selector, first, 0.88e18, 0.9e18));
        trigger.approach(listing, id(30), first + 1);
        assertEq(trigger.arm{value: FEE}(listing, id(30), first, pool), 1);
    }

    function test_relative_canSellWhateverTheLevelIs() public {
        assertTrue(trigger.canSell(listing, 0));
        push(NOW + 1 hours, 0.1e8);
        assertTrue(trigger.canSell(listing, 0));
        vm.warp(NOW + 4 hours + 1);
        assertFalse(trigger.canSell(listing, 0)); // stale
        push(NOW + 4 hours + 1, 1e8);
        assertTrue(trigger.canSell(listing, 0));
        feed.nextPhase();
        push(NOW + 5 hours, 1e8);
        assertFalse(trigger.canSell(listing, 0));
    }

    // -- Rounds without a base -----------------------------------------------------------------------------------

    function test_relative_revertsWith_BaseMissing_beforeTheFeedBegan() public {
        uint80 first = push(NOW + 1 hours, 0.88e8);
        expect(abi.encodeWithSelector(T.BaseMissing.selector, id(24), START - 1 hours, id(1)));
        arm(id(24), first);
        expect(abi.encodeWithSelector(T.BaseMissing.selector, id(1), START - 24 hours, 0));
        arm(id(1), first);
        assertEq(arm(id(25), first), 1);
    }

    /// @dev The feed was silent a day ago: its price of before the silence would make a fall of an old price.
    function test_relative_revertsWith_BaseMissing_whereTheFeedWasSilent() public {
        silence();
        uint80 first = push(NOW + 1 hours, 0.88e8);
        expect(abi.encodeWithSelector(T.BaseMissing.selector, first, START + 25 hours, id(20)));
        arm(first, first);
        expect(abi.encodeWithSelector(T.BaseMissing.selector, LAST, START + 24 hours, id(20)));
        arm(LAST, first);
        // After a round without a base only a round past recovery, or a gap, lets a span begin.
        hold(NOW + 2 hours, 3, 0.88e8);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(53), 0.88e18, 0.95e18));
        arm(id(53), id(53));
        push(NOW + 5 hours, 0.96e8);
        first = push(NOW + 6 hours, 0.88e8);
        assertEq(arm(id(54), first), 1);
    }

    /// @dev Silent from 19 to 28 hours after the start: rounds 21 to 28 carry the one before over.
    function silence() internal {
        for (uint80 round = 21; round <= 28; ++round) {
            feed.setRaw(id(round), ABOVE, 0, START + (round - 1) * 1 hours, id(20));
        }
    }

    function test_relative_aSilentBaseEndsASpan() public {
        for (uint80 round = 28; round <= 32; ++round) {
            feed.setRaw(id(round), ABOVE, 0, START + (round - 1) * 1 hours, id(27));
        }
        T.Config memory c = relativeConfig();
        c.persistence = 10 hours;
        listing = createRelative(c);
        uint80 first = push(NOW + 1 hours, 0.88e8);
        uint80 last = hold(NOW + 2 hours, 10, 0.88e8);
        uint256 incident = arm(LAST, first);
        // Round 56 looks back to 31 h after the start; the last price before that is five hours older.
        expect(abi.encodeWithSelector(T.BaseMissing.selector, id(56), START + 31 hours, id(27)));
        trigger.prove(incident, last);
        vm.expectEmit();
        emit T.SpanEnded(incident, id(56), T.Reason.Gap);
        trigger.recover(incident, last);
    }

    function test_relative_basesOfAnotherPhaseDoNotCount() public {
        feed.nextPhase();
        uint80 begun = push(NOW + 1 hours, ABOVE);
        trigger.notePhase(listing);
        uint80 first = push(NOW + 2 hours, 0.5e8);
        expect(abi.encodeWithSelector(T.BaseMissing.selector, begun, NOW - 23 hours, 0));
        arm(begun, first);
        hold(NOW + 3 hours, 23, 1e8);
        uint80 recovered = push(NOW + 26 hours, 1e8); // its base is the round of the new phase at 0.5
        first = push(NOW + 27 hours, 0.88e8);
        assertEq(arm(recovered, first), 1);
    }

    /// @dev An aggregator on trial had rounds of its own before its phase began to count.
    function test_relative_basesFromBeforeAPhaseCountsDoNotCount() public {
        feed.nextPhase();
        feed.set((2 << 64) + 1, NOW - 30 hours, 9e8);
        feed.set((2 << 64) + 2, NOW, 1e8);
        vm.warp(NOW + 30 minutes);
        trigger.notePhase(listing);
        uint80 last = hold(NOW + 1 hours, 23, 1e8);
        uint80 first = push(NOW + 24 hours, 0.88e8); // its base is of NOW
        expect(abi.encodeWithSelector(T.BaseMissing.selector, last, NOW - 1 hours, (2 << 64) + 1));
        arm(last, first);
        expect(abi.encodeWithSelector(T.BaseMissing.selector, first, NOW, (2 << 64) + 2));
        arm(first, first);
    }

    /// @dev The phase changes in the middle of a span: it ends there. One that was complete stays provable.
    function test_relative_aPhaseChangesInTheMiddle() public {
        uint80 first = push(NOW + 1 hours, 0.88e8);
        push(NOW + 2 hours, 0.86e8);
        feed.nextPhase();
        uint80 other = push(NOW + 3 hours, 0.84e8);
        uint256 incident = arm(LAST, first);
        expect(abi.encodeWithSelector(T.RoundNotAfter.selector, other, first));
        trigger.prove(incident, other);
        uint256 snapshot = vm.snapshotState();
        trigger.notePhase(listing);
        vm.warp(NOW + 3 hours + 1);
        vm.expectEmit();
        emit T.SpanEnded(incident, first + 2, T.Reason.PhaseChange);
        trigger.recover(incident, first + 2);
        vm.revertToState(snapshot);
        feed.set(first + 2, NOW + 3 hours, 0.84e8);
        trigger.notePhase(listing);
        assertEq(trigger.prove(incident, first + 2), FALL);
    }

    /// @dev A floor price once a day: the base may be a day older than the week asked for.
    function test_relative_aSlowFloorFeed() public {
        T.Config memory c = relativeConfig();
        (c.lookback, c.persistence, c.heartbeat) = (7 days, 2 days, 24 hours);
        (c.strike, c.recovery) = (0.5e18, 0.7e18);
        c.table = new T.Step[](1);
        c.table[0] = T.Step(0.5e18, 1e18);
        feed = new MockPriceFeed(18);
        (c.feed, c.decimals) = (address(feed), 18);
        push(NOW, 30 ether);
        listing = waitingListing(c);
        for (uint256 day = 1; day <= 8; ++day) {
            push(NOW + day * 1 days - day * 10 minutes, 30 ether);
        }
        uint80 first = push(NOW + 9 days, 14 ether);
        push(NOW + 10 days, 14.5 ether);
        uint80 closing = push(NOW + 11 days, 16 ether);
        (uint256 incident, uint256 ratio) = armAndProve(first - 1, first, closing);
        assertEq(ratio, 1e18);
        assertEq(trigger.episodeOf(incident).level, (uint256(14e18) * 1e18 + 30e18 - 1) / 30e18);
    }

    function waitingListing(T.Config memory c) internal returns (uint256) {
        IListings.Terms memory t = terms();
        (t.waiting, t.minPeriod, t.grace) = (c.lookback, 30 days, 30 days);
        return trigger.createListing(t, "Floor", c);
    }

    // -- Attacks -------------------------------------------------------------------------------------------------

    /// @dev A single wrong round a day ago makes every price look like a crash, until its successor is the base.
    function test_relative_attack_aSpikeInTheBaseMakesNoSpan() public {
        feed.set(id(26), START + 25 hours, 5e8);
        uint80 first = push(NOW + 1 hours, ABOVE);
        hold(NOW + 2 hours, 3, ABOVE);
        uint256 incident = arm(LAST, first);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, id(51), 1e18, 0.95e18));
        trigger.prove(incident, id(53));
        trigger.recover(incident, id(51));
    }

    /// @dev The prover names a later round of the same fall, whose mean is lower or whose time suits a cover.
    function test_relative_attack_anotherSpanOfTheSameFall() public {
        crash();
        hold(NOW + 5 hours, 3, 0.8e8);
        for (uint80 round = id(25); round <= id(56); ++round) {
            for (uint80 next = id(51); next <= id(56); ++next) {
                vm.expectRevert();
                arm(round, next);
            }
        }
    }

    /// @dev A dip the day before recovers the ratio for an hour; the fall after it is the one that was paid.
    function test_relative_attack_theSameFallTwice() public {
        feed.set(id(31), START + 30 hours, 0.85e8);
        uint80 first = push(NOW + 1 hours, 0.88e8);
        hold(NOW + 2 hours, 12, 0.88e8);
        armAndProve(LAST, first, id(52));
        uint256 incident = arm(id(55), id(56));
        expect(abi.encodeWithSelector(T.SpanOverlaps.selector, NOW + 7 hours, NOW + 1 hours, NOW + 25 hours));
        trigger.prove(incident, id(58));
    }

    /// @dev As before, with a fall of days later proven in between; and in the other order.
    function test_relative_attack_theSameFallTwiceWithAnotherBetween() public {
        feed.set(id(31), START + 30 hours, 0.85e8);
        uint80 first = push(NOW + 1 hours, 0.88e8);
        hold(NOW + 2 hours, 60, 0.88e8);
        uint80 later = push(NOW + 62 hours, 0.7e8);
        hold(NOW + 63 hours, 3, 0.7e8);
        uint256 snapshot = vm.snapshotState();
        armAndProve(LAST, first, id(52));
        armAndProve(later - 1, later, later + 2);
        uint256 incident = arm(id(55), id(56));
        expect(abi.encodeWithSelector(T.SpanOverlaps.selector, NOW + 7 hours, NOW + 1 hours, NOW + 25 hours));
        trigger.prove(incident, id(58));
        vm.revertToState(snapshot);
        armAndProve(later - 1, later, later + 2);
        armAndProve(id(55), id(56), id(58));
        incident = arm(LAST, first);
        expect(abi.encodeWithSelector(T.SpanOverlaps.selector, NOW + 1 hours, NOW + 7 hours, NOW + 31 hours));
        trigger.prove(incident, id(52));
    }

    /// @dev A further fall, measured from after the first, is a loss of its own.
    function test_relative_aFurtherFallIsAnotherLoss() public {
        uint80 first = push(NOW + 1 hours, 0.88e8);
        hold(NOW + 2 hours, 24, 0.88e8);
        armAndProve(LAST, first, id(52));
        uint80 second = push(NOW + 26 hours, 0.78e8);
        hold(NOW + 27 hours, 2, 0.78e8);
        (uint256 incident,) = armAndProve(second - 1, second, second + 2);
        assertVerdict(incident, IAdjudicator.Verdict.Granted);
    }

    /// @dev The first round's time moved before another followed, and with it its base.
    function test_relative_attack_theFirstRoundChanges() public {
        uint80 first = push(NOW + 1 hours, 0.88e8);
        uint256 incident = arm(LAST, first);
        feed.set(first, NOW + 1 hours + 1, 0.88e8);
        hold(NOW + 2 hours, 3, 0.88e8);
        expect(abi.encodeWithSelector(T.RoundChanged.selector, first, NOW + 1 hours + 1, int256(0.88e8)));
        trigger.prove(incident, first + 3);
        trigger.recover(incident, first);
        (incident,) = armAndProve(LAST, first, first + 3);
        assertVerdict(incident, IAdjudicator.Verdict.Granted);
    }

    function test_relative_attack_aHoleInTheBases() public {
        (uint80 first, uint80 closing) = crash();
        uint256 incident = arm(LAST, first);
        feed.remove(id(27));
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(27)));
        trigger.prove(incident, closing);
        // Nor is the incident dismissed by it, or by a read starved of gas.
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(27)));
        trigger.recover(incident, closing);
    }

    function testFuzz_relative_attack_dismissedByStarvingARead(uint256 gas_) public {
        (uint80 first,) = crash();
        hold(NOW + 5 hours, 3, 0.84e8);
        uint256 incident = arm(LAST, first);
        try trigger.recover{gas: bound(gas_, 20_000, 1_500_000)}(incident, first + 1) {
            fail();
        } catch {}
        assertVerdict(incident, IAdjudicator.Verdict.Pending);
    }
}
