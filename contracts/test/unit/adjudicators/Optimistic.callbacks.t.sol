// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {OptimisticBase} from "./OptimisticBase.sol";

contract OptimisticCallbacksTest is OptimisticBase {
    function test_callbacks_record() public {
        (uint256 incident, bytes32 assertionId) = asserted();
        expectState(incident, IOptimistic.State.Asserted);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
        vm.expectEmit(address(optimistic));
        emit IOptimistic.TruthDisputed(incident, assertionId);
        oracle.dispute(assertionId);
        expectState(incident, IOptimistic.State.Disputed);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
        vm.expectEmit(address(optimistic));
        emit IOptimistic.TruthResolved(incident, assertionId, false);
        oracle.resolve(assertionId, false);
        expectVerdict(incident, IAdjudicator.Verdict.Denied);
    }

    function testFuzz_callbacks_replayed(bool first, bool[4] calldata later) public {
        (uint256 incident, bytes32 assertionId) = asserted();
        usd.mint(address(oracle), UMA_BOND);
        oracle.resolve(assertionId, first);
        IOptimistic.State state = stateOf(incident);
        for (uint256 i = 0; i < later.length; ++i) {
            oracle.resolve(assertionId, later[i]);
            oracle.dispute(assertionId);
            expectState(incident, state);
        }
        expectVerdict(incident, first ? IAdjudicator.Verdict.Granted : IAdjudicator.Verdict.Denied);
    }

    function testFuzz_callbacks_byAStranger(address stranger, bool truth) public {
        vm.assume(stranger != address(oracle));
        (uint256 incident, bytes32 assertionId) = asserted();
        bytes memory notTheOracle = abi.encodeWithSelector(IOptimistic.NotTheOracle.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(notTheOracle);
        optimistic.assertionResolvedCallback(assertionId, truth);
        vm.expectRevert(notTheOracle);
        optimistic.assertionDisputedCallback(assertionId);
        expectState(incident, IOptimistic.State.Asserted);
    }

    /// @dev Somebody asserts what he likes in the oracle itself and names this contract as recipient.
    function testFuzz_callbacks_ofAForeignAssertion(bytes calldata claim, bool truth) public {
        (uint256 incident,) = asserted();
        usd.mint(attacker, UMA_BOND);
        vm.startPrank(attacker);
        usd.approve(address(oracle), UMA_BOND);
        bytes32 foreign = oracle.assertTruth(
            claim, attacker, address(optimistic), address(0), LIVENESS, address(usd), UMA_BOND, "ASSERT_TRUTH", 0
        );
        oracle.dispute(foreign);
        oracle.resolve(foreign, truth);
        expectState(incident, IOptimistic.State.Asserted);
        assertEq(optimistic.incidentOf(foreign), 0);
        expectState(0, IOptimistic.State.None);
        expectState(incident + 1, IOptimistic.State.None);
    }

    /// @dev Before its id is known an outcome says nothing: such an incident ends by its deadline.
    function test_callbacks_beforeTheIdIsKnown() public {
        oracle.setFault(MockOptimisticOracle.Fault.CallBackEarly);
        (uint256 incident,) = asserted();
        expectState(incident, IOptimistic.State.Asserted);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
    }
}
