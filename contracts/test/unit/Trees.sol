// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";

/// @notice Builds sum trees plainly: level by level, every node stored.
library Trees {
    struct Node {
        bytes32 hash;
        uint256 sum;
    }

    function rootOf(IIncidents.Leaf[] memory leaves) internal pure returns (bytes32, uint256) {
        Node[][] memory levels = build(leaves);
        Node memory root = levels[levels.length - 1][0];
        return (root.hash, root.sum);
    }

    /// @dev Proof of leaves `first` to `first + count − 1`.
    function proofOf(IIncidents.Leaf[] memory leaves, uint256 first, uint256 count)
        internal
        pure
        returns (IIncidents.LeafProof memory proof)
    {
        return proofIn(build(leaves), first, count);
    }

    /// @dev The same in a tree that is built.
    function proofIn(Node[][] memory levels, uint256 first, uint256 count)
        internal
        pure
        returns (IIncidents.LeafProof memory proof)
    {
        (proof.first, proof.depth) = (first, levels.length - 1);
        IIncidents.LeafNode[] memory nodes = new IIncidents.LeafNode[](2 * levels.length);
        uint256 used;
        (uint256 low, uint256 high) = (first, first + count - 1);
        for (uint256 i; i + 1 < levels.length; ++i) {
            if (low & 1 == 1) nodes[used++] = nodeOf(levels[i][low - 1]);
            if (high & 1 == 0) nodes[used++] = nodeOf(levels[i][high + 1]);
            (low, high) = (low / 2, high / 2);
        }
        assembly ("memory-safe") {
            mstore(nodes, used) // only ever shorter than it was allocated
        }
        proof.nodes = nodes;
    }

    /// @dev The claim of a cover on these leaves.
    function claimOf(uint256 id, IIncidents.Leaf[] memory leaves, uint256 first, uint256 count)
        internal
        pure
        returns (IIncidents.LeafClaim memory claim)
    {
        return claimIn(build(leaves), id, leaves, first, count);
    }

    /// @dev The same in a tree that is built.
    function claimIn(Node[][] memory levels, uint256 id, IIncidents.Leaf[] memory leaves, uint256 first, uint256 count)
        internal
        pure
        returns (IIncidents.LeafClaim memory claim)
    {
        claim.id = id;
        claim.leaves = new IIncidents.Leaf[](count);
        for (uint256 i; i < count; ++i) {
            claim.leaves[i] = leaves[first + i];
        }
        claim.proof = proofIn(levels, first, count);
    }

    function build(IIncidents.Leaf[] memory leaves) internal pure returns (Node[][] memory levels) {
        uint256 depth;
        while (2 ** depth < leaves.length) ++depth;
        levels = new Node[][](depth + 1);
        levels[0] = new Node[](2 ** depth);
        for (uint256 i; i < leaves.length; ++i) {
            bytes32 inner = keccak256(abi.encode(leaves[i].account, uint256(leaves[i].loss)));
            levels[0][i] = Node(keccak256(abi.encode(inner)), leaves[i].loss);
        }
        for (uint256 i = 1; i <= depth; ++i) {
            levels[i] = new Node[](levels[i - 1].length / 2);
            for (uint256 n; n < levels[i].length; ++n) {
                (Node memory a, Node memory b) = (levels[i - 1][2 * n], levels[i - 1][2 * n + 1]);
                if (a.hash == 0) continue;
                levels[i][n] = Node(keccak256(abi.encode(a.hash, a.sum, b.hash, b.sum)), a.sum + b.sum);
            }
        }
    }

    function nodeOf(Node memory node) private pure returns (IIncidents.LeafNode memory) {
        return IIncidents.LeafNode(node.hash, uint128(node.sum));
    }
}
