// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title A descriptor that answers any call as it is told
contract StubDescriptor {
    enum Manner {
        Returns,
        Reverts,
        BurnsGas
    }

    Manner private manner;
    bytes private answer;

    /// @notice Sets what it does; `newAnswer` is returned as it is, or reverted with.
    function set(Manner newManner, bytes memory newAnswer) external {
        (manner, answer) = (newManner, newAnswer);
    }

    fallback(bytes calldata) external returns (bytes memory) {
        bytes memory data = answer;
        if (manner == Manner.Returns) return data;
        if (manner == Manner.BurnsGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        assembly ("memory-safe") {
            revert(add(data, 0x20), mload(data))
        }
    }
}
