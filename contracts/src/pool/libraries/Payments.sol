// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Pushing an asset to recipients that are not trusted
library Payments {
    /// @notice Gas that a transfer, or a question for the balance, may use: enough for any sound token, a bound on a hostile one.
    uint256 internal constant PUSH_GAS = 300_000;

    /// @notice Balance of this contract; never reverts, whatever the token does.
    function tryBalance(address token) internal view returns (bool answered, uint256 held) {
        bytes4 selector = bytes4(keccak256("balanceOf(address)"));
        assembly ("memory-safe") {
            mstore(0x00, selector)
            mstore(0x04, address())
            answered := staticcall(PUSH_GAS, token, 0x00, 0x24, 0x00, 0x20)
            answered := and(answered, gt(returndatasize(), 31))
            held := mload(0x00)
        }
    }

    /// @notice Tries to send `amount` of `token`; never reverts, never copies what the token returns.
    /// @return sent True if the token said so, or said nothing and has code.
    function tryTransfer(address token, address to, uint256 amount) internal returns (bool sent) {
        bytes4 selector = bytes4(keccak256("transfer(address,uint256)"));
        assembly ("memory-safe") {
            // Scratch space: 4 + 32 + 32 bytes fit in 0x00..0x44, the free memory pointer is put back.
            let free := mload(0x40)
            mstore(0x00, selector)
            mstore(0x04, to)
            mstore(0x24, amount)
            sent := call(PUSH_GAS, token, 0, 0x00, 0x44, 0x00, 0x20)
            switch returndatasize()
            case 0 { sent := and(sent, iszero(iszero(extcodesize(token)))) }
            default { sent := and(sent, and(gt(returndatasize(), 31), eq(mload(0x00), 1))) }
            mstore(0x40, free)
        }
    }
}
