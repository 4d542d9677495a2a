// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {SumTree} from "../../../src/claims/libraries/SumTree.sol";
import {Test} from "../../Test.sol";
import {Trees} from "../Trees.sol";

contract SumTreeTest is Test {
    IIncidents.Leaf[] private leaves;

    function rootOf(IIncidents.LeafClaim calldata claim) external pure returns (bytes32, uint256) {
        return SumTree.rootOf(claim.leaves, claim.proof);
    }

    /// @dev The plain tree, which stores every node, is the twin; whatever leaves of it are proven.
    function testFuzz_rootOf_equalsThePlainTree(uint256 amount, uint256 first, uint256 count, uint256 seed) public {
        amount = bound(amount, 1, 70);
        first = bound(first, 0, amount - 1);
        count = bound(count, 1, amount - first);
        for (uint256 i; i < amount; ++i) {
            bytes32 word = keccak256(abi.encode(seed, i));
            leaves.push(IIncidents.Leaf(address(uint160(uint256(word))), uint128(uint256(word >> 136))));
        }
        (bytes32 root, uint256 sum) = this.rootOf(Trees.claimOf(0, leaves, first, count));
        (bytes32 expected, uint256 expectedSum) = Trees.rootOf(leaves);
        assertEq(root, expected);
        assertEq(sum, expectedSum);
    }

    /// @dev Any other place, loss, account or node gives another root.
    function testFuzz_rootOf_anotherFact_anotherRoot(uint256 what) public {
        for (uint256 i; i < 5; ++i) {
            leaves.push(IIncidents.Leaf(address(uint160(i + 1)), uint128(i + 1)));
        }
        (bytes32 expected,) = Trees.rootOf(leaves);
        IIncidents.LeafClaim memory claim = Trees.claimOf(0, leaves, 2, 1);
        what = bound(what, 0, 4);
        if (what == 0) claim.proof.first = 3;
        if (what == 1) claim.leaves[0].loss += 1;
        if (what == 2) claim.leaves[0].account = address(9);
        if (what == 3) claim.proof.nodes[1].sum -= 1;
        if (what == 4) claim.proof.nodes[2].hash = keccak256("another");
        (bytes32 root,) = this.rootOf(claim);
        assertNotEq(root, expected);
    }

    function test_rootOf_theGreatestLosses_doNotOverflow() public {
        for (uint256 i; i < 8; ++i) {
            leaves.push(IIncidents.Leaf(address(uint160(i + 1)), type(uint128).max));
        }
        (, uint256 sum) = this.rootOf(Trees.claimOf(0, leaves, 0, 8));
        assertEq(sum, 8 * uint256(type(uint128).max));
    }
}
