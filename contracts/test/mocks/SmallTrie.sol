// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {TrieMaker} from "./TrieMaker.sol";

/// @notice Whole tries of a few keys, and what `eth_getProof` would say of them. Where keys begin alike a branch with one
/// child stands for an extension.
library SmallTrie {
    /// @notice Hash of the trie without keys.
    bytes32 internal constant EMPTY = keccak256(hex"80");

    /// @notice Root of the trie of these keys; those without a value are not in it.
    function root(bytes32[] memory keys, bytes[] memory values) internal pure returns (bytes32) {
        (keys, values) = present(keys, values);
        return keys.length == 0 ? EMPTY : keccak256(nodeOf(keys, values, 0));
    }

    /// @notice The nodes from the root towards a key, as far as it is there.
    function prove(bytes32[] memory keys, bytes[] memory values, bytes32 key)
        internal
        pure
        returns (bytes[] memory proof)
    {
        (keys, values) = present(keys, values);
        proof = new bytes[](64);
        uint256 length;
        while (keys.length != 0) {
            proof[length] = nodeOf(keys, values, length);
            ++length;
            if (keys.length == 1) break;
            (keys, values) = below(keys, values, length - 1, TrieMaker.nibble(key, length - 1));
        }
        assembly ("memory-safe") {
            mstore(proof, length) // only ever shorter than it was allocated
        }
    }

    function nodeOf(bytes32[] memory keys, bytes[] memory values, uint256 depth) private pure returns (bytes memory) {
        if (keys.length == 1) {
            return TrieMaker.node(TrieMaker.path(keys[0], depth, 64, true), RLP.encode(values[0]));
        }
        bytes[] memory items = new bytes[](17);
        for (uint256 i; i < 16; ++i) {
            (bytes32[] memory k, bytes[] memory v) = below(keys, values, depth, i);
            // A leaf high up in the trie is never shorter than its hash.
            items[i] = k.length == 0 ? bytes(hex"80") : RLP.encode(keccak256(nodeOf(k, v, depth + 1)));
        }
        items[16] = hex"80";
        return RLP.encode(items);
    }

    /// @dev The keys whose nibble at `depth` is this one.
    function below(bytes32[] memory keys, bytes[] memory values, uint256 depth, uint256 nibble)
        private
        pure
        returns (bytes32[] memory k, bytes[] memory v)
    {
        (k, v) = (new bytes32[](keys.length), new bytes[](keys.length));
        uint256 length;
        for (uint256 i; i < keys.length; ++i) {
            if (TrieMaker.nibble(keys[i], depth) != nibble) continue;
            (k[length], v[length]) = (keys[i], values[i]);
            ++length;
        }
        assembly ("memory-safe") {
            mstore(k, length) // only ever shorter than they were allocated
            mstore(v, length)
        }
    }

    function present(bytes32[] memory keys, bytes[] memory values)
        private
        pure
        returns (bytes32[] memory k, bytes[] memory v)
    {
        (k, v) = (new bytes32[](keys.length), new bytes[](keys.length));
        uint256 length;
        for (uint256 i; i < keys.length; ++i) {
            if (values[i].length == 0) continue;
            (k[length], v[length]) = (keys[i], values[i]);
            ++length;
        }
        assembly ("memory-safe") {
            mstore(k, length)
            mstore(v, length)
        }
    }
}
