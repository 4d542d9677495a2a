// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IPriceFeedTrigger} from "../interfaces/IPriceFeedTrigger.sol";

/// @title Rounds of a Chainlink feed
/// @notice Reads that neither revert nor grow memory: a proof reads hundreds of rounds.
library FeedRounds {
    /// @notice A round as the feed tells it.
    /// @param found False if there is none, or the feed does not answer as it should.
    struct Round {
        bool found;
        uint80 id;
        uint80 answeredIn;
        int256 answer;
        uint256 startedAt;
        uint256 updatedAt;
    }

    // -- Read ----------------------------------------------------------------------------------------------------

    /// @notice The newest round.
    function latest(address feed) internal view returns (Round memory round) {
        load(round, feed, IPriceFeed.latestRoundData.selector, 0);
    }

    /// @notice The round `id`, into memory already there. One that answers with another id was not found.
    function read(Round memory round, address feed, uint80 id) internal view {
        load(round, feed, IPriceFeed.getRoundData.selector, id);
        if (round.id != id) round.found = false;
    }

    /// @notice The round `id`, which must exist.
    function get(address feed, uint80 id) internal view returns (Round memory round) {
        readFound(round, feed, id);
    }

    /// @notice The round `id`, which must exist, into memory already there.
    function readFound(Round memory round, address feed, uint80 id) internal view {
        read(round, feed, id);
        require(round.found, IPriceFeedTrigger.RoundMissing(id));
    }

    /// @notice The round `id`, which must exist and state a price, not in the future.
    function getPriced(address feed, uint80 id) internal view returns (Round memory round) {
        round = get(feed, id);
        requirePriced(round);
    }

    // -- Judge ---------------------------------------------------------------------------------------------------

    /// @notice Does the round state a price of its own?
    function isPriced(Round memory round) internal pure returns (bool) {
        return round.found && round.answer > 0 && round.answeredIn >= round.id;
    }

    /// @notice Reverts if the round states no price of its own, or one of the future.
    function requirePriced(Round memory round) internal view {
        require(round.answeredIn >= round.id, IPriceFeedTrigger.StaleRound(round.id, round.answeredIn));
        require(round.answer > 0, IPriceFeedTrigger.InvalidAnswer(round.id, round.answer));
        require(
            round.updatedAt <= block.timestamp,
            IPriceFeedTrigger.RoundInFuture(round.id, round.updatedAt, block.timestamp)
        );
    }

    /// @notice The price of a round that has one.
    function price(Round memory round) internal pure returns (uint256) {
        return uint256(round.answer); // positive: isPriced
    }

    /// @notice The phase of a round id.
    function phaseOf(uint80 id) internal pure returns (uint16) {
        return uint16(id >> 64);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev A round that was never published reverts or answers zeros; `updatedAt` tells the latter.
    function load(Round memory round, address feed, bytes4 selector, uint256 argument) private view {
        bool success;
        uint256 id;
        uint256 answeredIn;
        int256 answer;
        uint256 startedAt;
        uint256 updatedAt;
        // Writes to the scratch space and past the free pointer, which it leaves where it is; reads 5 words only if the
        // feed returned that many. Plain twin: FeedRounds.t.sol.
        assembly ("memory-safe") {
            let out := mload(0x40)
            mstore(0x00, selector)
            mstore(0x04, argument)
            success := and(gt(returndatasize(), 0x9f), staticcall(gas(), feed, 0x00, 0x24, out, 0xa0))
            if success {
                id := mload(out)
                answer := mload(add(out, 0x20))
                startedAt := mload(add(out, 0x40))
                updatedAt := mload(add(out, 0x60))
                answeredIn := mload(add(out, 0x80))
            }
        }
        round.found = updatedAt != 0 && id <= type(uint80).max && answeredIn <= type(uint80).max;
        (round.id, round.answeredIn) = (uint80(id), uint80(answeredIn));
        (round.answer, round.startedAt, round.updatedAt) = (answer, startedAt, updatedAt);
    }
}
