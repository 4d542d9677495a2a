// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {FeedRounds} from "./FeedRounds.sol";

/// @title Was an L2's sequencer up?
/// @notice Its Chainlink feed answers 0 while up and 1 while down; a round's `startedAt` is the time of that change
/// (`updatedAt` moves within a round and says nothing). What it cannot show to have been up counts as an outage.
library SequencerUptime {
    /// @notice Up now, and for at least `grace` seconds? False if the feed does not answer.
    function isUp(address feed, uint256 grace) internal view returns (bool) {
        FeedRounds.Round memory round = FeedRounds.latest(feed);
        return round.found && round.answer == 0 && round.startedAt != 0 && round.startedAt <= block.timestamp
            && block.timestamp - round.startedAt >= grace;
    }

    /// @notice Up in all of [from, to], and at `from` for at least `grace` seconds? Reverts if the feed does, so that
    /// nobody makes an outage by sending too little gas.
    /// @param to Not in the future.
    function wasUp(address feed, uint256 grace, uint256 from, uint256 to) internal view returns (bool) {
        (uint80 id, int256 answer, uint256 startedAt,,) = IPriceFeed(feed).latestRoundData();
        // Back to the change that `to` lies behind: two rounds an outage.
        while (startedAt > to) {
            if (uint64(id) <= 1) return false;
            (id, answer, startedAt,,) = IPriceFeed(feed).getRoundData(id - 1);
        }
        return answer == 0 && startedAt != 0 && startedAt + grace <= from;
    }
}
