// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {BoundedCall} from "../../../src/adjudicators/libraries/BoundedCall.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {WildSource} from "../../mocks/WildSource.sol";
import {Test} from "../../Test.sol";

contract BoundedCallTest is Test {
    bytes4 private constant VIEW = bytes4(keccak256("view()"));
    WildSource private source = new WildSource();

    /// @dev The plain twin of the assembly.
    function plain(address target, bytes memory data) private view returns (bool, uint256) {
        (bool success, bytes memory answer) = target.staticcall{gas: 2_000_000}(data);
        if (!success || answer.length < 32) return (false, 0);
        return (true, abi.decode(answer, (uint256)));
    }

    function testFuzz_word_isThePlainTwin(uint256 answer, uint8 mood) public {
        source.set(VIEW, answer);
        source.setMood(VIEW, WildSource.Mood(bound(mood, 0, 4)));
        (bool expected, uint256 word) = plain(address(source), abi.encodePacked(VIEW));
        (bool answered, uint256 value) = BoundedCall.word(address(source), VIEW);
        assertEq(answered, expected);
        assertEq(value, word);
    }

    function test_word_copiesNoMoreThanItAskedFor() public {
        source.set(VIEW, 7);
        source.setMood(VIEW, WildSource.Mood.Floods);
        uint256 gas = gasleft();
        (bool answered, uint256 value) = BoundedCall.word(address(source), VIEW);
        assertLt(gas - gasleft(), 200_000);
        assertTrue(answered);
        assertEq(value, 7);
    }

    function test_word_ofAnEmptyAccountIsNoAnswer() public view {
        (bool answered,) = BoundedCall.word(address(0xe0a), VIEW);
        assertFalse(answered);
    }

    function testFuzz_roundOf_isThePlainTwin(uint80 id, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 in_)
        public
    {
        MockPriceFeed feed = new MockPriceFeed(8);
        feed.setRaw(id, answer, startedAt, updatedAt, in_);
        (bool answered, BoundedCall.Round memory round) = BoundedCall.roundOf(address(feed), id);
        assertEq(answered, updatedAt != 0);
        if (!answered) return;
        assertEq(abi.encode(round), abi.encode(id, answer, startedAt, updatedAt, in_));
        (answered, round) = BoundedCall.latestRound(address(feed));
        assertTrue(answered);
        assertEq(round.id, id);
        feed.setMisnumbered(true);
        if (id == type(uint80).max) return;
        (answered,) = BoundedCall.roundOf(address(feed), id);
        assertFalse(answered);
    }
}
