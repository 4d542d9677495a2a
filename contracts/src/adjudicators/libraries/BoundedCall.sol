// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeed} from "../interfaces/IPriceFeed.sol";

/// @title Reads of contracts that nobody vouches for
/// @notice Static calls that spend no more than `GAS` and copy no more than five words, whatever the other side does: it
/// cannot write, re-enter, burn the caller's gas or grow his memory. No answer is no reading, never a value.
library BoundedCall {
    /// @notice Gas that one read may use: enough for a vault that asks thirty markets.
    uint256 internal constant GAS = 2_000_000;

    /// @notice What is absent must be shown with enough gas in hand, else too little of it would feign the absence.
    error GasTooLow(uint256 left, uint256 needed);

    /// @notice A round of a feed as it tells it.
    struct Round {
        uint80 id;
        int256 answer;
        uint256 startedAt;
        uint256 updatedAt;
        uint80 answeredIn;
    }

    // -- Read ----------------------------------------------------------------------------------------------------

    /// @notice The first word of the answer; `answered` is false, and the value zero, on a revert, a short answer or an empty account.
    function word(address target, bytes memory data) internal view returns (bool answered, uint256 value) {
        uint256[5] memory words;
        (answered, words) = read(target, data, 1);
        if (answered) value = words[0]; // else what was copied of a short answer
    }

    /// @notice A view without arguments.
    function word(address target, bytes4 selector) internal view returns (bool, uint256) {
        return word(target, abi.encodePacked(selector));
    }

    /// @notice Like `word`; where there is no answer, it is not for want of gas.
    function wordOrNone(address target, bytes4 selector) internal view returns (bool, uint256) {
        uint256 left = gasleft();
        require(left > 2 * GAS, GasTooLow(left, 2 * GAS));
        return word(target, selector);
    }

    /// @notice The newest round of a feed.
    function latestRound(address feed) internal view returns (bool answered, Round memory round) {
        return decode(feed, abi.encodePacked(IPriceFeed.latestRoundData.selector));
    }

    /// @notice A round of a feed; one that answers with another number was not found.
    function roundOf(address feed, uint80 id) internal view returns (bool answered, Round memory round) {
        (answered, round) = decode(feed, abi.encodeCall(IPriceFeed.getRoundData, (id)));
        answered = answered && round.id == id;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function decode(address feed, bytes memory data) private view returns (bool answered, Round memory round) {
        uint256[5] memory words;
        (answered, words) = read(feed, data, 5);
        answered = answered && words[0] <= type(uint80).max && words[4] <= type(uint80).max && words[3] != 0;
        (round.id, round.answer, round.startedAt) = (uint80(words[0]), int256(words[1]), words[2]);
        (round.updatedAt, round.answeredIn) = (words[3], uint80(words[4]));
    }

    /// @param count Words asked for, 1 to 5.
    function read(address target, bytes memory data, uint256 count)
        private
        view
        returns (bool answered, uint256[5] memory words)
    {
        // Copies `count` words at most, into the five allocated above. Plain twin: BoundedCall.t.sol.
        assembly ("memory-safe") {
            let size := shl(5, count)
            let success := staticcall(GAS, target, add(data, 0x20), mload(data), words, size)
            answered := and(success, iszero(lt(returndatasize(), size)))
        }
    }
}
