// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {BoundedCall} from "../../../src/adjudicators/libraries/BoundedCall.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {OptimisticBase} from "./OptimisticBase.sol";

contract OptimisticNoteRefusalTest is OptimisticBase {
    uint256 private incident;

    function setUp() public override {
        super.setUp();
        incident = opened();
    }

    /// @dev UMA dropped the currency for a day and took it back: whoever could not assert then does not lose his bond.
    function test_noteRefusal_keepsTheIncidentFromBeingDenied() public {
        oracle.setLists(false, true);
        vm.expectEmit(address(optimistic));
        emit IOptimistic.RefusalNoted(incident);
        optimistic.noteRefusal(incident);
        oracle.setLists(true, true);
        skip(3 days);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
        vm.warp(incidents.incidentOf(incident).deadline + 1);
        incidents.lapse(incident);
        assertTrue(incidents.incidentOf(incident).second);
    }

    function test_noteRefusal_doesNotKeepItFromBeingAsserted() public {
        oracle.setLeast(10 * UMA_BOND + 1);
        optimistic.noteRefusal(incident);
        oracle.resolve(assertTruth(bob, incident), false);
        expectVerdict(incident, IAdjudicator.Verdict.Denied);
    }

    function test_noteRefusal_ofAnOracleThatBurnsGas() public {
        oracle.setFault(MockOptimisticOracle.Fault.BurnGas);
        optimistic.noteRefusal(incident);
        assertTrue(optimistic.claimOf(incident).refused);
    }

    function test_noteRefusal_revertsWith_OracleWilling() public {
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.OracleWilling.selector, listing, UMA_BOND));
        optimistic.noteRefusal(incident);
    }

    /// @dev The attacker sends so little gas that the oracle seems silent.
    function testFuzz_noteRefusal_refusalFeignedByTooLittleGas(uint256 gas) public {
        gas = bound(gas, 50_000, 8_000_000);
        (bool success,) = address(optimistic).call{gas: gas}(abi.encodeCall(IOptimistic.noteRefusal, (incident)));
        assertFalse(success);
        assertFalse(optimistic.claimOf(incident).refused);
    }

    function test_noteRefusal_revertsWith_GasTooLow() public {
        oracle.setFault(MockOptimisticOracle.Fault.BurnGas);
        vm.expectPartialRevert(BoundedCall.GasTooLow.selector);
        optimistic.noteRefusal{gas: 6_000_000}(incident);
    }

    /// @dev Once it was due and not asserted, no later refusal excuses it.
    function test_noteRefusal_revertsWith_AssertedTooLate() public {
        uint256 until = block.timestamp + 2 days;
        skip(2 days + 1);
        oracle.setLists(false, true);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.AssertedTooLate.selector, until, block.timestamp));
        optimistic.noteRefusal(incident);
    }

    function test_noteRefusal_revertsWith_AlreadyAsserted() public {
        bytes32 assertionId = assertTruth(bob, incident);
        oracle.setLists(false, true);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.AlreadyAsserted.selector, incident, assertionId));
        optimistic.noteRefusal(incident);
    }
}
