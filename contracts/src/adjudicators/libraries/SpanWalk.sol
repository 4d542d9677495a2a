// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger} from "../interfaces/IPriceFeedTrigger.sol";
import {FeedLevels} from "./FeedLevels.sol";
import {FeedRounds} from "./FeedRounds.sol";

/// @title The walk over a span's rounds
/// @notice Every round after the cursor is read, one by one, until the one named, or until the span ends.
library SpanWalk {
    using FeedLevels for FeedLevels.Scale;
    using FeedRounds for FeedRounds.Round;

    /// @notice What the walk came to.
    enum Outcome {
        Open,
        Complete,
        Recovered,
        Gap,
        PhaseChange,
        Missing,
        Baseless
    }

    /// @notice How far the span is proven. Only rounds that a later one has followed get here, but for the first.
    /// @param integral Level × seconds from the first round to `time`.
    struct Cursor {
        uint80 round;
        uint256 time;
        uint256 level;
        uint256 integral;
    }

    /// @notice What ends a span.
    /// @param scale How its rounds are read, and the seconds without one that end it.
    /// @param end Time at which it is complete.
    /// @param recovery Level that ends it.
    /// @param until Time at which its phase ends.
    struct Limits {
        FeedLevels.Scale scale;
        uint256 end;
        uint256 recovery;
        uint256 until;
    }

    /// @notice Walks to `to` at most. The cursor stays before it, as it can still change.
    /// @return outcome What the walk came to; if it is complete, the integral runs to the end.
    /// @return round The round at which it did.
    function walk(Cursor memory cursor, Limits memory limits, uint80 to)
        internal
        view
        returns (Outcome outcome, FeedRounds.Round memory round)
    {
        require(
            to > cursor.round && FeedRounds.phaseOf(to) == FeedRounds.phaseOf(cursor.round),
            IPriceFeedTrigger.RoundNotAfter(to, cursor.round)
        );
        for (uint80 id = cursor.round + 1; id <= to; ++id) {
            round.read(limits.scale.feed, id);
            if (!round.found) {
                round.id = id;
                return (Outcome.Missing, round);
            }
            if (id != to && !round.isPriced()) continue;
            round.requirePriced();
            uint256 level;
            (outcome, level) = judge(cursor, limits, round);
            if (outcome == Outcome.Complete) {
                cursor.integral += cursor.level * (limits.end - cursor.time);
                return (outcome, round);
            }
            if (outcome != Outcome.Open || id == to) return (outcome, round);
            cursor.integral += cursor.level * (round.updatedAt - cursor.time);
            (cursor.round, cursor.time, cursor.level) = (id, round.updatedAt, level);
        }
    }

    /// @dev What the next round that states a price means for the span, and its level if the span goes on. A closing round
    /// that comes too late is a gap: nothing shows that the price before it held on.
    function judge(Cursor memory cursor, Limits memory limits, FeedRounds.Round memory round)
        private
        view
        returns (Outcome, uint256 level)
    {
        uint256 time = round.updatedAt;
        require(time >= cursor.time, IPriceFeedTrigger.TimeBackwards(round.id, time, cursor.time));
        if (time - cursor.time > limits.scale.longestGap) return (Outcome.Gap, 0);
        if (time > limits.until) return (Outcome.PhaseChange, 0);
        if (time >= limits.end) return (Outcome.Complete, 0);
        bool based;
        (based, level) = limits.scale.levelOf(round);
        if (!based) return (Outcome.Baseless, 0);
        bool beyond = FeedLevels.isBeyond(limits.scale.rising, level, limits.recovery);
        return (beyond ? Outcome.Open : Outcome.Recovered, level);
    }
}
