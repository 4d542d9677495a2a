// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {FeeToken} from "../../mocks/tokens/FeeToken.sol";
import {HookToken, ITransferHook} from "../../mocks/tokens/HookToken.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {OptimisticBase} from "./OptimisticBase.sol";

contract OptimisticAssertTruthTest is OptimisticBase {
    uint256 private incident;

    function setUp() public override {
        super.setUp();
        incident = opened();
    }

    function funded(address who, uint256 amount) private {
        usd.mint(who, amount);
        vm.prank(who);
        usd.approve(address(optimistic), amount);
    }

    /// @dev An incident of a listing whose currency is another token.
    function incidentIn(TestToken token) private returns (uint256) {
        IOptimistic.Config memory c = config();
        c.currency = address(token);
        uint256 other = optimistic.createListing(terms(), "wording", c);
        postRate(other, RATE);
        token.mint(bob, 2 * UMA_BOND);
        vm.prank(bob);
        token.approve(address(optimistic), 2 * UMA_BOND);
        return openedOn(other);
    }

    function test_assertTruth_bringsTheBondAndAsksWhatTheIncidentSays() public {
        funded(bob, UMA_BOND);
        vm.expectEmit(address(optimistic));
        emit IOptimistic.TruthAsserted(incident, keccak256(abi.encode(1)), bob, UMA_BOND);
        vm.prank(bob);
        bytes32 assertionId = optimistic.assertTruth(incident, UMA_BOND);

        IOptimistic.Claim memory c = optimistic.claimOf(incident);
        assertEq(c.assertionId, assertionId);
        assertEq(c.asserter, bob);
        assertEq(c.assertedAt, block.timestamp);
        assertEq(optimistic.incidentOf(assertionId), incident);
        assertEq(oracle.lastClaimHash(), keccak256(optimistic.claimText(incident)));
        assertEq(oracle.lastLiveness(), LIVENESS);
        assertEq(usd.balanceOf(address(oracle)), UMA_BOND);
        assertEq(usd.balanceOf(address(optimistic)), 0);
        assertEq(usd.allowance(address(optimistic), address(oracle)), 0);
    }

    function test_assertTruth_leastBondRaised() public {
        oracle.setLeast(3_000e6);
        funded(bob, 3_000e6);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.BondAboveMaximum.selector, 3_000e6, UMA_BOND));
        optimistic.assertTruth(incident, UMA_BOND);
        optimistic.assertTruth(incident, 3_000e6);
        assertEq(usd.balanceOf(address(oracle)), 3_000e6);
    }

    function test_assertTruth_revertsWith_AlreadyAsserted() public {
        bytes32 assertionId = assertTruth(holder, incident);
        funded(attacker, UMA_BOND);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.AlreadyAsserted.selector, incident, assertionId));
        vm.prank(attacker);
        optimistic.assertTruth(incident, UMA_BOND);
    }

    function test_assertTruth_revertsWith_AssertedTooLate() public {
        uint256 until = block.timestamp + 2 days;
        skip(2 days + 1);
        funded(attacker, UMA_BOND);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.AssertedTooLate.selector, until, block.timestamp));
        vm.prank(attacker);
        optimistic.assertTruth(incident, UMA_BOND);
        vm.warp(until);
        assertTruth(holder, incident);
    }

    function test_assertTruth_incidentPassedOnMeanwhile() public {
        vm.warp(incidents.incidentOf(incident).deadline + 1);
        incidents.lapse(incident);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.AlreadyPassedOn.selector, incident));
        optimistic.assertTruth(incident, UMA_BOND);
    }

    function test_assertTruth_revertsWith_WrongStatus() public {
        skip(2 days + 1);
        incidents.rule(incident);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Denied));
        optimistic.assertTruth(incident, UMA_BOND);
    }

    function test_assertTruth_revertsWith_NotConfigured_ofAnotherAdjudicator() public {
        uint256 other = newListing(courtTerms());
        uint256 foreign = openedOn(other);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.NotConfigured.selector, other));
        optimistic.assertTruth(foreign, UMA_BOND);
    }

    function test_assertTruth_revertsWith_OracleSilent() public {
        oracle.setFault(MockOptimisticOracle.Fault.BurnGas);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.OracleSilent.selector, address(oracle)));
        optimistic.assertTruth(incident, UMA_BOND);
    }

    function test_assertTruth_revertsWith_BondNotTaken_nothingStaysStuck() public {
        oracle.setFault(MockOptimisticOracle.Fault.TakeHalf);
        funded(bob, UMA_BOND);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.BondNotTaken.selector, UMA_BOND / 2, 0));
        vm.prank(bob);
        optimistic.assertTruth(incident, UMA_BOND);
        assertEq(usd.balanceOf(bob), UMA_BOND);
    }

    /// @dev An id that stands for another incident would let one vote decide two.
    function test_assertTruth_revertsWith_InvalidAssertionId() public {
        bytes32 first = assertTruth(holder, incident);
        uint256 second = opened();
        oracle.setFault(MockOptimisticOracle.Fault.SameId);
        funded(bob, UMA_BOND);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.InvalidAssertionId.selector, first));
        vm.prank(bob);
        optimistic.assertTruth(second, UMA_BOND);
        oracle.setFault(MockOptimisticOracle.Fault.ZeroId);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.InvalidAssertionId.selector, bytes32(0)));
        vm.prank(bob);
        optimistic.assertTruth(second, UMA_BOND);
    }

    function test_assertTruth_revertsWith_BondNotReceived() public {
        uint256 other = incidentIn(new FeeToken());
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.BondNotReceived.selector, UMA_BOND - UMA_BOND / 100, UMA_BOND)
        );
        vm.prank(bob);
        optimistic.assertTruth(other, UMA_BOND);
    }

    /// @dev The token calls a stranger in the middle of the transfer.
    function test_assertTruth_reenteredByItsToken() public {
        HookToken token = new HookToken(6);
        uint256 other = incidentIn(token);
        Reasserter reasserter = new Reasserter(optimistic, other);
        token.mint(address(reasserter), 2 * UMA_BOND);
        reasserter.approve(token);
        token.setHook(bob, reasserter);
        vm.prank(bob);
        optimistic.assertTruth(other, UMA_BOND);
        assertTrue(reasserter.refused());
        assertEq(token.balanceOf(address(oracle)), UMA_BOND);
        assertEq(optimistic.claimOf(other).asserter, bob);
    }
}

/// @dev Tries to assert the same incident from inside a transfer.
contract Reasserter is ITransferHook {
    IOptimistic private immutable OPTIMISTIC;
    uint256 private immutable INCIDENT;
    bool public refused;

    constructor(IOptimistic optimistic, uint256 incident) {
        (OPTIMISTIC, INCIDENT) = (optimistic, incident);
    }

    function approve(TestToken token) external {
        token.approve(address(OPTIMISTIC), type(uint256).max);
    }

    /// @inheritdoc ITransferHook
    function onTransfer(address, address, uint256) external {
        try OPTIMISTIC.assertTruth(INCIDENT, type(uint256).max) {}
        catch {
            refused = true;
        }
    }
}
