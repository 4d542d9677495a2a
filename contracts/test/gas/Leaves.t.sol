// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {LeavesFixture} from "../unit/LeavesFixture.sol";
import {Trees} from "../unit/Trees.sol";

/// @notice Gas of paying by leaves, a payment of a hundred, whole transactions; recipients that never held the token.
contract LeavesGasTest is LeavesFixture {
    uint256 private constant BATCH = 100;
    /// @dev As many accounts as lost in the largest case that is replayed.
    uint256 private constant ACCOUNTS = 2_531;

    function test_gas_leaves() public {
        delete leaves;
        for (uint256 i; i < ACCOUNTS; ++i) {
            leaves.push(IIncidents.Leaf(address(uint160(uint256(keccak256(abi.encode(i))))), uint128((i + 1) * 1e16)));
        }
        uint256 all = sponsored(20_000e6);
        IIncidents.LeafClaim[] memory owners = new IIncidents.LeafClaim[](BATCH);
        for (uint256 i; i < BATCH; ++i) {
            address account = leaves[1_500 + i].account;
            owners[i].id = sellFor(account, account, 10e6);
            consent(owners[i].id, account);
        }
        (bytes32 root, uint256 lossSum) = Trees.rootOf(leaves);
        uint256 incident = assertLosses(1e18, root, lossSum, block.timestamp - 1);
        court.set(incident, GRANTED, 1e18);
        incidents.rule(incident);
        note("ruleLosses", 1);
        pool.step(10);
        incidents.settleLeaves(incident, claimsOf(all, 1_000, BATCH));
        note("settleMerkle100", BATCH);
        incidents.settleLeaves(incident, claimsOf(all, 77, 1));
        note("settleLeafAlone", 1);
        IIncidents.Leaf[] memory copied = leaves;
        Trees.Node[][] memory levels = Trees.build(copied);
        for (uint256 i; i < BATCH; ++i) {
            owners[i] = Trees.claimIn(levels, owners[i].id, copied, 1_500 + i, 1);
        }
        incidents.settleLeaves(incident, owners);
        note("settleOwnLeaf100", BATCH);
    }

    /// @dev Of the last call, a payment; how many risks a pool backs does not matter to it.
    function note(string memory key, uint256 payments) private {
        uint256 used = vm.lastCallGas().gasTotalUsed / payments;
        vm.snapshotValue("operations", key, used);
        vm.snapshotValue("operationsAt10000Risks", key, used);
    }
}
