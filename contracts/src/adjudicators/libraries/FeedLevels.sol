// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger} from "../interfaces/IPriceFeedTrigger.sol";
import {FeedRounds} from "./FeedRounds.sol";

/// @title The level of a round: its price, or the ratio of its price to the price some hours before
/// @notice The base of a round is the last round that states a price at or before its time less the lookback, of the
/// same phase, and no older there than the longest gap. Nobody names it: it is found in the feed, by search at first, then
/// by reading on from round to round.
library FeedLevels {
    using FeedRounds for FeedRounds.Round;

    /// @notice How the rounds of a phase are read.
    /// @param rising Is the loss above the strike?
    /// @param lookback Seconds from a base to its round; zero: a level is the price itself.
    /// @param longestGap Seconds by which a base may be older than that.
    /// @param since Time from which rounds of this phase count.
    /// @param base The base found last, from where the next one is looked for; id zero if none.
    /// @param next Memory for the round after it.
    struct Scale {
        address feed;
        bool rising;
        uint256 lookback;
        uint256 longestGap;
        uint256 since;
        FeedRounds.Round base;
        FeedRounds.Round next;
    }

    uint256 internal constant WAD = 1e18;
    uint256 internal constant MAX_LEVEL = type(uint80).max;

    /// @notice Is `level` on the side of the loss, seen from `bound`?
    function isBeyond(bool rising, uint256 level, uint256 bound) internal pure returns (bool) {
        return rising ? level > bound : level < bound;
    }

    /// @notice The level of a round that states a price. Ratios are WAD, rounded away from the loss; no level is larger
    /// than `MAX_LEVEL`.
    /// @return based False if the round has no base.
    function levelOf(Scale memory scale, FeedRounds.Round memory round)
        internal
        view
        returns (bool based, uint256 level)
    {
        level = round.price();
        if (scale.lookback != 0) {
            if (!follow(scale, round)) return (false, 0);
            (uint256 product, uint256 base) = (level * WAD, scale.base.price());
            level = (scale.rising ? product : product + base - 1) / base;
        }
        return (true, level < MAX_LEVEL ? level : MAX_LEVEL);
    }

    /// @notice The level of a round, which must have one.
    function getLevel(Scale memory scale, FeedRounds.Round memory round) internal view returns (uint256 level) {
        bool based;
        (based, level) = levelOf(scale, round);
        if (!based) revertBaseMissing(scale, round);
    }

    /// @notice Names the time at which a round has no base.
    function revertBaseMissing(Scale memory scale, FeedRounds.Round memory round) internal pure {
        revert IPriceFeedTrigger.BaseMissing(round.id, baseTime(scale, round), scale.base.id);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Reads on from the base found last to the base of this round. Ends before the round itself, which is later.
    function follow(Scale memory scale, FeedRounds.Round memory round) private view returns (bool) {
        uint256 time = baseTime(scale, round);
        // Only a round that was not final when the last base was found can lie before it.
        if (!scale.base.isPriced() || scale.base.updatedAt > time) {
            if (!search(scale, round.id, time)) return false;
        }
        for (uint80 id = scale.base.id + 1; id < round.id; ++id) {
            scale.next.readFound(scale.feed, id);
            if (!scale.next.isPriced()) continue;
            if (scale.next.updatedAt > time) break;
            (scale.base, scale.next) = (scale.next, scale.base);
        }
        return scale.base.updatedAt >= scale.since && time - scale.base.updatedAt <= scale.longestGap;
    }

    /// @dev A round before `id` that states a price at or before the time: steps back that double, then halves.
    function search(Scale memory scale, uint80 id, uint256 time) private view returns (bool) {
        FeedRounds.Round memory base = scale.base;
        (uint80 low, uint80 high) = (id, id);
        for (uint80 step = 1; low == id || base.updatedAt > time; step <<= 1) {
            if (uint64(low) <= 1) return false;
            (high, low) = (low, uint64(low) > step ? low - step : low - uint64(low) + 1);
            base.readFound(scale.feed, low);
        }
        while (high - low > 1) {
            uint80 middle = low + (high - low) / 2;
            base.readFound(scale.feed, middle);
            if (base.updatedAt > time) high = middle;
            else low = middle;
        }
        for (base.readFound(scale.feed, low); !base.isPriced(); base.readFound(scale.feed, --low)) {
            if (uint64(low) <= 1) return false;
        }
        return base.updatedAt <= time;
    }

    /// @dev When the base of a round stated the price; zero if that was before all time.
    function baseTime(Scale memory scale, FeedRounds.Round memory round) private pure returns (uint256) {
        return round.updatedAt > scale.lookback ? round.updatedAt - scale.lookback : 0;
    }
}
