// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IPriceFeed} from "../../adjudicators/interfaces/IPriceFeed.sol";
import {BoundedCall} from "../../adjudicators/libraries/BoundedCall.sol";
import {ILossProofs} from "../interfaces/ILossProofs.sol";

/// @title What a feed said a token was worth at a time
/// @notice At most one round of a feed fits a time: the last one before it, of the last phase that had begun. A later
/// phase begins with its first round.
library FeedValue {
    using BoundedCall for address;

    /// @notice Most decimals of a feed.
    uint256 internal constant MAX_DECIMALS = 36;
    uint256 private constant WAD = 1e18;

    // -- Read ----------------------------------------------------------------------------------------------------

    /// @notice Value of a whole token by the round that counts at a time, WAD, rounded down; reverts if it is another one.
    function valueDown(address feed, uint80 id, uint256 time, uint256 heartbeat) external view returns (uint256) {
        require(time < block.timestamp, ILossProofs.LossNotPast(time, block.timestamp));
        (bool found, BoundedCall.Round memory round) = feed.roundOf(id);
        require(found, ILossProofs.RoundNotFound(id));
        uint256 value = toWadDown(feed, round);
        require(value != 0, ILossProofs.RoundNotComplete(id, round.answer, round.answeredIn));
        uint256 updatedAt = round.updatedAt;
        require(updatedAt <= time, ILossProofs.RoundAfterLoss(id, updatedAt, time));
        require(time - updatedAt <= heartbeat, ILossProofs.RoundTooOld(id, time - updatedAt, heartbeat));
        requireLast(feed, id, time);
        return value;
    }

    /// @notice Does the feed state a price no older than the heartbeat?
    function isFresh(address feed, uint256 heartbeat) external view returns (bool) {
        (bool answered, BoundedCall.Round memory round) = feed.latestRound();
        if (!answered || toWadDown(feed, round) == 0 || round.updatedAt > block.timestamp) return false;
        return block.timestamp - round.updatedAt <= heartbeat;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Zero if the round states no usable price of its own.
    function toWadDown(address feed, BoundedCall.Round memory round) private view returns (uint256) {
        (bool answered, uint256 decimals) = feed.word(IPriceFeed.decimals.selector);
        if (!answered || decimals > MAX_DECIMALS || round.answer <= 0 || round.answeredIn < round.id) return 0;
        uint256 answer = uint256(round.answer); // positive
        if (answer > type(uint128).max) return 0;
        uint256 value = Math.fullMulDiv(answer, WAD, 10 ** decimals);
        return value > type(uint128).max ? 0 : value;
    }

    /// @dev No later round, of this phase or the next, may be at or before the time. Where the next one is missing, that is
    /// not for want of gas.
    function requireLast(address feed, uint80 id, uint256 time) private view {
        (bool found, BoundedCall.Round memory next) = feed.roundOf(id + 1);
        if (found) require(next.updatedAt > time, ILossProofs.LaterRoundCounts(id + 1, next.updatedAt, time));
        (bool answered, BoundedCall.Round memory latest) = feed.latestRound();
        require(answered, ILossProofs.FeedSilent(feed));
        if (latest.id >> 64 == id >> 64) {
            require(found || latest.id == id, ILossProofs.RoundNotFound(id + 1));
            return;
        }
        if (!found) {
            uint256 left = gasleft();
            require(left > 2 * BoundedCall.GAS, BoundedCall.GasTooLow(left, 2 * BoundedCall.GAS));
        }
        uint80 first = (((id >> 64) + 1) << 64) + 1;
        (found, next) = feed.roundOf(first);
        require(found, ILossProofs.RoundNotFound(first));
        require(next.updatedAt > time, ILossProofs.LaterRoundCounts(first, next.updatedAt, time));
    }
}
