// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {OptimisticBase} from "../unit/adjudicators/OptimisticBase.sol";

/// @notice Asking UMA and ruling by its answer, as whole transactions (run isolated). The oracle is a double: what UMA's own
/// adds is its own. They call no pool: 10,000 risks in one change nothing, and both groups get the one figure.
contract OptimisticGasTest is OptimisticBase {
    function snapshot(string memory key) internal {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue("operations", key, used);
        vm.snapshotValue("operationsAt10000Risks", key, used);
    }

    function test_gas_assertAndRuleOptimistic() public {
        uint256 incident = opened();
        usd.mint(bob, UMA_BOND);
        vm.startPrank(bob);
        usd.approve(address(optimistic), UMA_BOND);
        optimistic.assertTruth(incident, UMA_BOND);
        snapshot("assertOptimistic");
        skip(LIVENESS);
        optimistic.settleAssertion(incident);
        snapshot("ruleOptimistic");
    }
}
