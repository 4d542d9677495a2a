// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeed} from "../../../src/adjudicators/interfaces/IPriceFeed.sol";
import {FeedRounds} from "../../../src/adjudicators/libraries/FeedRounds.sol";
import {Test} from "../../Test.sol";

/// @notice Answers any bytes.
contract Answers {
    bytes private answer;
    bool private fails;

    function set(bytes calldata answer_, bool fails_) external {
        (answer, fails) = (answer_, fails_);
    }

    fallback() external {
        bytes memory a = answer;
        bool f = fails;
        assembly {
            if f { revert(add(a, 0x20), mload(a)) }
            return(add(a, 0x20), mload(a))
        }
    }
}

/// @notice The library's assembly against plain Solidity.
contract FeedRoundsTest is Test {
    Answers internal feed = new Answers();

    /// @dev What the compiler's own decoder makes of a round, or nothing if it refuses.
    function plain(uint80 id) external view returns (int256, uint256, uint256, uint80) {
        (uint80 found, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) =
            IPriceFeed(address(feed)).getRoundData(id);
        require(found == id && updatedAt != 0);
        return (answer, startedAt, updatedAt, answeredIn);
    }

    function check(uint80 id) internal view {
        FeedRounds.Round memory round;
        uint256 free;
        assembly {
            free := mload(0x40)
        }
        FeedRounds.read(round, address(feed), id);
        uint256 after_;
        assembly {
            after_ := mload(0x40)
        }
        assertEq(after_, free, "memory");
        try this.plain(id) returns (int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) {
            assertTrue(round.found);
            assertEq(round.answer, answer);
            assertEq(round.startedAt, startedAt);
            assertEq(round.updatedAt, updatedAt);
            assertEq(round.answeredIn, answeredIn);
            assertEq(round.id, id);
        } catch {
            assertFalse(round.found);
        }
    }

    function testFuzz_read_equalsItsPlainTwin(uint80 id, uint256[5] memory words, bool own, bool fails, uint8 cut)
        public
    {
        if (own) words[0] = id;
        if (uint256(cut) % 3 != 0) words[4] = uint80(words[4]);
        bytes memory answer = abi.encodePacked(words);
        if (cut % 4 == 0) {
            uint256 length = cut % 161;
            assembly {
                mstore(answer, length)
            }
        }
        feed.set(answer, fails);
        check(id);
    }

    function testFuzz_read_anyBytes(uint80 id, bytes calldata answer, bool fails) public {
        feed.set(answer, fails);
        check(id);
    }

    function test_read_ofAnAccountWithoutCode() public {
        feed = Answers(address(0xdead));
        FeedRounds.Round memory round;
        FeedRounds.read(round, address(feed), 1);
        assertFalse(round.found);
    }
}
