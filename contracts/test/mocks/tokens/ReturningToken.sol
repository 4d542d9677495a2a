// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TestToken} from "../TestToken.sol";

/// @notice A token that answers transfers with something else than `true`, while it moves the money or does not.
contract ReturningToken is TestToken("Token with odd answers", "ODD", 6) {
    bytes private answer = abi.encode(true);
    bool private moves = true;
    uint256 private bomb;

    /// @notice What transfers return, and whether they move anything.
    function setAnswer(bytes calldata newAnswer, bool nowMoves) external {
        (answer, moves, bomb) = (newAnswer, nowMoves, 0);
    }

    /// @notice Transfers return this many bytes, all zero but the first word, which is one.
    function setBomb(uint256 size, bool nowMoves) external {
        (bomb, moves) = (size, nowMoves);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        if (moves) _transfer(msg.sender, to, amount);
        end();
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (moves) {
            _spendAllowance(from, msg.sender, amount);
            _transfer(from, to, amount);
        }
        end();
    }

    function end() private view {
        bytes memory data = answer;
        uint256 size = bomb;
        assembly {
            if size {
                mstore(0, 1)
                return(0, size)
            }
            return(add(data, 32), mload(data))
        }
    }
}
