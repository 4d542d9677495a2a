// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {EfficientHashLib} from "solady/utils/EfficientHashLib.sol";
import {IIncidents} from "../interfaces/IIncidents.sol";

/// @title Leaves of a Merkle sum tree
/// @notice Every node binds the hashes and the sums of both its children, so that leaves which exceed the ruled sum cannot
/// be proven at all. leaf = keccak256(keccak256(account, loss)), node = keccak256(hash, sum, hash, sum) of the left and the
/// right child; a tree is filled up to 2^depth leaves with zeros. Source: docs/mechanism.md.
library SumTree {
    /// @notice Deepest tree.
    uint256 internal constant MAX_DEPTH = 32;

    /// @notice Root and sum of the tree in which these leaves stand side by side. Sums of at most 2^32 leaves of 128 bits
    /// do not overflow.
    function rootOf(IIncidents.Leaf[] calldata leaves, IIncidents.LeafProof calldata proof)
        internal
        pure
        returns (bytes32, uint256)
    {
        (uint256 first, uint256 count) = (proof.first, leaves.length);
        require(
            count != 0 && proof.depth <= MAX_DEPTH && first < 2 ** proof.depth && count <= 2 ** proof.depth - first,
            IIncidents.LeavesOutOfTree(first, count, proof.depth)
        );
        (bytes32[] memory hashes, uint256[] memory sums) = (new bytes32[](count), new uint256[](count));
        for (uint256 i; i < count; ++i) {
            sums[i] = leaves[i].loss;
            hashes[i] = leafOf(leaves[i].account, leaves[i].loss);
        }
        uint256 used;
        for (uint256 level; level < proof.depth; ++level) {
            (count, used) = climb(hashes, sums, first, count, proof.nodes, used);
            first >>= 1;
        }
        require(used == proof.nodes.length, IIncidents.LeafProofTooLong(proof.nodes.length, used));
        return (hashes[0], sums[0]);
    }

    /// @notice Hash of a leaf; twice, so that no node passes for one.
    function leafOf(address account, uint128 loss) internal pure returns (bytes32) {
        return EfficientHashLib.hash(EfficientHashLib.hash(uint160(account), loss));
    }

    /// @dev Puts the parents of a level's nodes in their place; what lies beside them is taken from the proof, left before
    /// right.
    /// @return parents Nodes of the level above.
    /// @return Nodes of the proof that were used so far.
    function climb(
        bytes32[] memory hashes,
        uint256[] memory sums,
        uint256 first,
        uint256 count,
        IIncidents.LeafNode[] calldata nodes,
        uint256 used
    ) private pure returns (uint256 parents, uint256) {
        uint256 i;
        if (first & 1 == 1) {
            IIncidents.LeafNode calldata left = nodeAt(nodes, used++);
            hashes[0] = nodeOf(left.hash, left.sum, hashes[0], sums[0]);
            sums[0] += left.sum;
            (parents, i) = (1, 1);
        }
        for (; i + 1 < count; i += 2) {
            hashes[parents] = nodeOf(hashes[i], sums[i], hashes[i + 1], sums[i + 1]);
            sums[parents++] = sums[i] + sums[i + 1];
        }
        if (i < count) {
            IIncidents.LeafNode calldata right = nodeAt(nodes, used++);
            hashes[parents] = nodeOf(hashes[i], sums[i], right.hash, right.sum);
            sums[parents++] = sums[i] + right.sum;
        }
        return (parents, used);
    }

    function nodeAt(IIncidents.LeafNode[] calldata nodes, uint256 index)
        private
        pure
        returns (IIncidents.LeafNode calldata)
    {
        require(index < nodes.length, IIncidents.LeafProofTooShort(nodes.length));
        return nodes[index];
    }

    function nodeOf(bytes32 left, uint256 leftSum, bytes32 right, uint256 rightSum) private pure returns (bytes32) {
        return EfficientHashLib.hash(left, bytes32(leftSum), right, bytes32(rightSum));
    }
}
