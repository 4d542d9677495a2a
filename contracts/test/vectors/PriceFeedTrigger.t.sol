// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CommonBase} from "forge-std/Base.sol";
import {IPriceFeedTrigger} from "../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {FeedLevels} from "../../src/adjudicators/libraries/FeedLevels.sol";
import {FeedRounds} from "../../src/adjudicators/libraries/FeedRounds.sol";
import {SpanWalk} from "../../src/adjudicators/libraries/SpanWalk.sol";
import {TriggerConfig} from "../../src/adjudicators/libraries/TriggerConfig.sol";
import {PriceFeedTrigger} from "../../src/adjudicators/PriceFeedTrigger.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {Listings} from "../../src/cover/Listings.sol";
import {MockPriceFeed} from "../mocks/MockPriceFeed.sol";
import {StubIncidents} from "../mocks/StubIncidents.sol";
import {SignedVectorTest} from "./VectorTest.sol";

uint80 constant PHASE = 1 << 64;

/// @notice The walk and the ratio alone, as the trigger puts them together: also under levels that it would not list.
contract SpanHarness is CommonBase {
    using FeedLevels for FeedLevels.Scale;
    using SpanWalk for SpanWalk.Cursor;
    using TriggerConfig for TriggerConfig.Trigger;

    struct Round {
        uint256 time;
        int256 answer;
        uint80 answeredIn;
    }

    /// @notice The inputs, in the order of the vectors' columns.
    struct Row {
        bool rising;
        uint80 strike;
        uint80 recovery;
        uint80 par;
        uint32 persistence;
        uint256 heartbeat;
        uint64 maxRatio;
        uint8 steps;
        IPriceFeedTrigger.Step[8] table;
        uint80 rounds;
        Round[8] series;
    }

    MockPriceFeed private feed = new MockPriceFeed(8);
    TriggerConfig.Trigger private t;

    function span(Row calldata row) external returns (uint256 closing, uint256 move, uint256 ratio) {
        (t.par, t.persistence, t.maxRatio, t.steps) = (row.par, row.persistence, row.maxRatio, row.steps);
        t.rising = row.rising;
        delete t.table;
        for (uint256 i; i < row.steps; ++i) {
            t.table.push(row.table[i]);
        }
        for (uint80 i; i < row.rounds; ++i) {
            Round calldata r = row.series[i];
            feed.setRaw(PHASE + i + 1, r.answer, r.time, r.time, PHASE + r.answeredIn);
            vm.warp(r.time);
        }
        uint256 integral;
        (closing, integral) = walk(row);
        (move, ratio) = t.ratioDown(integral);
    }

    function walk(Row calldata row) private view returns (uint256, uint256) {
        FeedRounds.Round memory first = FeedRounds.getPriced(address(feed), PHASE + 1);
        SpanWalk.Limits memory limits;
        (limits.scale.feed, limits.scale.rising) = (address(feed), row.rising);
        uint256 level = limits.scale.getLevel(first);
        require(FeedLevels.isBeyond(row.rising, level, row.strike));
        SpanWalk.Cursor memory cursor = SpanWalk.Cursor(first.id, first.updatedAt, level, 0);
        limits.scale.longestGap = row.heartbeat + TriggerConfig.SLACK;
        limits.end = first.updatedAt + row.persistence;
        limits.recovery = row.recovery;
        limits.until = type(uint256).max;
        (SpanWalk.Outcome outcome, FeedRounds.Round memory last) = cursor.walk(limits, PHASE + row.rounds);
        require(outcome == SpanWalk.Outcome.Complete);
        return (last.id - PHASE, cursor.integral);
    }
}

/// @notice The trigger itself. Each proof is of a listing of its own, at the time of the closing round.
contract TriggerHarness is CommonBase {
    Listings private listings = new Listings(address(this), address(this));
    StubIncidents private incidents = new StubIncidents();
    PriceFeedTrigger private trigger = new PriceFeedTrigger(IIncidents(address(incidents)), listings);
    MockPriceFeed private feed;
    IPriceFeedTrigger.Config private c;
    uint64 private maxRatio;

    /// @notice Operations: 0 begins a feed of `x` decimals; 1 sets strike, recovery, par and lookback; 2 sets persistence,
    /// heartbeat, the largest ratio and the direction, without a payout table; 3 adds a step to it; 4 publishes, or replaces, round `x` of time `y`
    /// and answer `z`, answered in round `w`; 5 proves the span from `y` to `z` after the recovery `x`, in one piece or
    /// in pieces of `w` rounds.
    function step(uint256 operation, uint256 x, uint256 y, uint256 z, uint256 w)
        external
        returns (uint256 lossTime, uint256 ratio)
    {
        if (operation == 0) {
            feed = new MockPriceFeed(uint8(x));
            (c.feed, c.decimals) = (address(feed), uint8(x));
        }
        if (operation == 1) {
            (c.strike, c.recovery, c.par, c.lookback) = (uint80(x), uint80(y), uint80(z), uint32(w));
            c.warning = w == 0 ? uint80(y) : 0;
        }
        if (operation == 2) {
            c.direction = IPriceFeedTrigger.Direction(w);
            (c.persistence, c.heartbeat, maxRatio) = (uint32(x), uint32(y), uint64(z));
            delete c.table;
        }
        if (operation == 3) c.table.push(IPriceFeedTrigger.Step(uint64(x), uint64(y)));
        if (operation == 4) feed.setRaw(PHASE + uint80(x), int256(z), y, y, PHASE + uint80(w));
        if (operation == 5) return prove(PHASE + uint80(x), PHASE + uint80(y), PHASE + uint80(z), uint80(w));
    }

    function prove(uint80 recovered, uint80 first, uint80 closing, uint80 piece)
        private
        returns (uint256, uint256 ratio)
    {
        (,,, uint256 time,) = feed.getRoundData(closing);
        vm.warp(time);
        uint256 listing = list();
        uint256 fee = incidents.TRIGGER_FEE();
        vm.deal(address(this), fee);
        uint256 incident;
        if (piece == 0) {
            (incident, ratio) = trigger.armAndProve{value: fee}(listing, recovered, first, closing, address(0));
        } else {
            incident = trigger.arm{value: fee}(listing, recovered, first, address(0));
            for (uint80 to = first + piece; to < closing; to += piece) {
                // A round that states no price cannot be named: the next piece is longer.
                try trigger.advance(incident, to) {} catch {}
            }
            ratio = trigger.prove(incident, closing);
        }
        return (trigger.episodeOf(incident).firstTime, ratio);
    }

    function list() private returns (uint256) {
        IListings.Terms memory terms;
        (terms.adjudicator, terms.maxRatio, terms.grace) = (address(trigger), maxRatio, 60 days);
        (terms.minPeriod, terms.maxPeriod, terms.maxRate) = (31 days, 365 days, 1e18);
        terms.waiting = c.lookback;
        return trigger.createListing(terms, "Depeg", c);
    }
}

contract PriceFeedTriggerVectorTest is SignedVectorTest {
    function test_spans_equalTwin() public {
        run(address(new SpanHarness()), "PriceFeedTrigger", "spans", SpanHarness.span.selector, 1300);
    }

    function test_steps_equalTwin() public {
        run(address(new TriggerHarness()), "PriceFeedTrigger", "steps", TriggerHarness.step.selector, 4500);
    }

    function test_relativeSteps_equalTwin() public {
        run(address(new TriggerHarness()), "PriceFeedTrigger", "relativeSteps", TriggerHarness.step.selector, 4000);
    }
}
