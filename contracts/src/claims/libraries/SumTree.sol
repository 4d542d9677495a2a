// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IIncidents} from "../interfaces/IIncidents.sol";

/// @title Leaves of a Merkle sum tree
/// @notice Every node binds the hashes and the sums of both its children, so that leaves which exceed the ruled sum cannot
/// be proven at all. leaf = keccak256(keccak256(account, loss)), node = keccak256(hash, sum, hash, sum) of the left and the
/// right child; where there are no leaves, hash and sum are zero. Source: docs/mechanism.md.
library SumTree {
    /// @notice Deepest tree.
    uint256 internal constant MAX_DEPTH = 32;

    /// @notice Root and sum of the tree in which these leaves stand side by side. Sums of at most 2^32 leaves of 128 bits
    /// do not overflow.
    function rootOf(IIncidents.Leaf[] calldata leaves, IIncidents.LeafProof calldata proof)
        internal
        pure
        returns (bytes32 root, uint256 sum)
    {
        (uint256 first, uint256 count, uint256 depth) = (proof.first, leaves.length, proof.depth);
        require(
            count != 0 && depth <= MAX_DEPTH && first < 2 ** depth && count <= 2 ** depth - first,
            IIncidents.LeavesOutOfTree(first, count, depth)
        );
        uint256 nodes = hashLeaves(leaves);
        IIncidents.LeafNode[] calldata beside = proof.nodes;
        uint256 used;
        for (; depth != 0; --depth) {
            if (first & 1 == 1) place(nodes - 64, beside, used++);
            if ((first + count) & 1 == 1) place(nodes + 64 * count, beside, used++);
            count = climb(nodes, first, count);
            first >>= 1;
        }
        require(used == beside.length, IIncidents.LeafProofTooLong(beside.length, used));
        assembly ("memory-safe") {
            root := mload(nodes)
            sum := mload(add(nodes, 0x20))
        }
    }

    /// @dev Hashes and sums of the leaves in turn, 64 bytes a node, with room for a node on either side. Hashed twice, so
    /// that no node passes for a leaf. Bits outside of a leaf's fields are dropped here, and refused where the field is read.
    function hashLeaves(IIncidents.Leaf[] calldata leaves) private pure returns (uint256 nodes) {
        assembly ("memory-safe") {
            nodes := add(mload(0x40), 0x40)
            let end := add(nodes, shl(6, leaves.length))
            mstore(0x40, add(end, 0x40))
            let from := leaves.offset
            for { let to := nodes } lt(to, end) { to := add(to, 0x40) } {
                let loss := shr(128, shl(128, calldataload(add(from, 0x20))))
                mstore(0x00, shr(96, shl(96, calldataload(from))))
                mstore(0x20, loss)
                mstore(0x00, keccak256(0x00, 0x40))
                mstore(to, keccak256(0x00, 0x20))
                mstore(add(to, 0x20), loss)
                from := add(from, 0x40)
            }
        }
    }

    /// @dev Puts a node of the proof beside those that are there.
    function place(uint256 to, IIncidents.LeafNode[] calldata beside, uint256 index) private pure {
        require(index < beside.length, IIncidents.LeafProofTooShort(beside.length));
        (bytes32 hash, uint256 sum) = (beside[index].hash, beside[index].sum);
        assembly ("memory-safe") {
            mstore(to, hash)
            mstore(add(to, 0x20), sum)
        }
    }

    /// @dev Puts the parents of a level's nodes in their place: each is read before anything is written over it.
    function climb(uint256 nodes, uint256 first, uint256 count) private pure returns (uint256 parents) {
        parents = ((first + count + 1) >> 1) - (first >> 1);
        assembly ("memory-safe") {
            let from := sub(nodes, shl(6, and(first, 1)))
            let end := add(nodes, shl(6, parents))
            for { let to := nodes } lt(to, end) { to := add(to, 0x40) } {
                let sum := add(mload(add(from, 0x20)), mload(add(from, 0x60)))
                mstore(to, keccak256(from, 0x80))
                mstore(add(to, 0x20), sum)
                from := add(from, 0x80)
            }
        }
    }
}
