// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {OptimisticBase} from "./OptimisticBase.sol";

contract OptimisticRulingTest is OptimisticBase {
    function test_ruling_undisputedIsGrantedAsAsserted() public {
        (uint256 incident,) = asserted();
        vm.expectRevert("Assertion not expired");
        optimistic.settleAssertion(incident);
        skip(LIVENESS);
        vm.prank(keeper);
        optimistic.settleAssertion(incident);

        expectStatus(incident, IIncidents.Status.Granted);
        assertEq(incidents.incidentOf(incident).ratio, RATIO);
        assertEq(usd.balanceOf(holder), UMA_BOND, "UMA's bond came back");
        assertEq(incidents.creditOf(address(usd), holder), 100e6, "and the incident's");
        uint256 before = usd.balanceOf(holder);
        assertEq(settle(incident, id), AMOUNT * RATIO / WAD);
        assertEq(usd.balanceOf(holder) - before, AMOUNT * RATIO / WAD);
    }

    function test_ruling_rootIsGrantedAsAsserted() public {
        usd.mint(holder, 100e6);
        vm.startPrank(holder);
        usd.approve(address(incidents), 100e6);
        IIncidents.Assertion memory a;
        (a.listing, a.lossTime, a.ratio, a.pool) = (uint32(listing), uint32(block.timestamp), RATIO, address(pool));
        a.root = keccak256("root");
        uint256 incident = incidents.assertLoss(a);
        vm.stopPrank();
        oracle.resolve(assertTruth(bob, incident), true);
        IAdjudicator.Ruling memory r = optimistic.ruling(incident);
        assertEq(r.root, keccak256("root"));
        assertEq(r.ratio, RATIO);
    }

    function test_ruling_rejectedForfeitsTheBond() public {
        (uint256 incident, bytes32 assertionId) = asserted();
        oracle.dispute(assertionId);
        oracle.resolve(assertionId, false);
        optimistic.settleAssertion(incident);
        expectStatus(incident, IIncidents.Status.Denied);
        assertEq(incidents.creditOf(address(usd), treasury), 100e6);
        assertEq(incidents.creditOf(address(usd), holder), 0);
    }

    /// @dev Somebody settled in the oracle itself: what is left is to rule.
    function test_settleAssertion_afterSomebodySettledInTheOracle() public {
        (uint256 incident, bytes32 assertionId) = asserted();
        skip(LIVENESS);
        oracle.settleAssertion(assertionId);
        oracle.setFault(MockOptimisticOracle.Fault.Revert);
        optimistic.settleAssertion(incident);
        expectStatus(incident, IIncidents.Status.Granted);
    }

    function test_settleAssertion_revertsWith_NotAsserted() public {
        uint256 incident = opened();
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.NotAsserted.selector, incident));
        optimistic.settleAssertion(incident);
    }

    /// @dev Else anyone froze a risk for the price of a bond that comes back.
    function test_ruling_bogusIncidentThatNobodyAssertsIsDenied() public {
        uint256 incident = opened();
        skip(2 days);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotRuled.selector, incident));
        incidents.rule(incident);
        skip(1);
        incidents.rule(incident);
        expectStatus(incident, IIncidents.Status.Denied);
        assertEq(incidents.creditOf(address(usd), treasury), 100e6);
    }

    /// @dev Where UMA's oracle takes no assertion, it is nobody's fault.
    function test_ruling_unassertedWhileTheOracleRefusesIsPending() public {
        uint256 incident = opened();
        skip(3 days);
        oracle.setLists(false, true);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
        oracle.setLists(true, true);
        oracle.setLeast(10 * UMA_BOND + 1);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
        oracle.setLeast(UMA_BOND);
        oracle.setFault(MockOptimisticOracle.Fault.BurnGas);
        expectVerdict(incident, IAdjudicator.Verdict.Pending);
        vm.warp(incidents.incidentOf(incident).deadline + 1);
        incidents.lapse(incident);
        assertTrue(incidents.incidentOf(incident).second);
    }

    /// @dev An incident whose adjudicator is another: whatever is asked, there is nothing to say.
    function test_ruling_ofForeignIncidentIsPending() public {
        uint256 other = newListing(courtTerms());
        uint256 foreign = openedOn(other);
        skip(5 days);
        expectVerdict(foreign, IAdjudicator.Verdict.Pending);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.NotConfigured.selector, other));
        optimistic.deadline(foreign);
    }

    /// @dev It knows the listings that were created through it, in which it is the first: as another's second it is silent.
    function test_deadline_secondOfAListingMadeElsewhereIsSilence() public {
        IListings.Terms memory t = courtTerms();
        t.secondAdjudicator = address(optimistic);
        uint256 incident = openedOn(newListing(t));
        vm.warp(incidents.incidentOf(incident).deadline + 1);
        incidents.lapse(incident);
        expectStatus(incident, IIncidents.Status.Lapsed);
    }

    function test_deadline_leavesTimeForAssertionLivenessVoteAndKeepers() public {
        uint256 incident = opened();
        assertEq(
            incidents.incidentOf(incident).deadline, block.timestamp + 2 days + uint256(LIVENESS) + 12 days + 3 days
        );
    }

    /// @dev The vote takes so long that the second adjudicator decides; what UMA says then changes nothing.
    function test_ruling_lateTruthAfterLapse() public {
        (uint256 incident, bytes32 assertionId) = asserted();
        oracle.dispute(assertionId);
        vm.warp(incidents.incidentOf(incident).deadline + 1);
        incidents.lapse(incident);
        oracle.resolve(assertionId, true);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotRuled.selector, incident));
        optimistic.settleAssertion(incident);
        expectStatus(incident, IIncidents.Status.Open);

        vm.warp(incidents.incidentOf(incident).deadline + 1);
        incidents.lapse(incident);
        expectStatus(incident, IIncidents.Status.Lapsed);
        assertEq(incidents.creditOf(address(usd), holder), 100e6);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Lapsed));
        optimistic.settleAssertion(incident);
        assertEq(usd.balanceOf(holder), UMA_BOND, "UMA pays its own bond back all the same");
    }

    /// @dev Past the deadline, but before anyone lapses it, a ruling still counts.
    function test_ruling_lateTruthBeforeLapse() public {
        (uint256 incident, bytes32 assertionId) = asserted();
        oracle.dispute(assertionId);
        vm.warp(incidents.incidentOf(incident).deadline + 1);
        oracle.resolve(assertionId, true);
        optimistic.settleAssertion(incident);
        expectStatus(incident, IIncidents.Status.Granted);
    }

    /// @dev A denial binds only its own facts: the same loss is asserted anew, as another incident.
    function test_ruling_afterARefusalANewIncidentIsAsserted() public {
        (uint256 incident, bytes32 assertionId) = asserted();
        oracle.resolve(assertionId, false);
        optimistic.settleAssertion(incident);
        (uint256 again, bytes32 anotherId) = asserted();
        oracle.resolve(anotherId, true);
        optimistic.settleAssertion(again);
        expectStatus(again, IIncidents.Status.Granted);
        expectStatus(incident, IIncidents.Status.Denied);
    }

    /// @dev A claim for too little bars nobody: a further one raises it.
    function test_ruling_claimForTooLittleOnPurposeIsRaised() public {
        uint256 lossTime = block.timestamp - 1 hours;
        uint256 low = assertLoss(pool, attacker, listing, lossTime, 0.01e18);
        oracle.resolve(assertTruth(attacker, low), true);
        optimistic.settleAssertion(low);
        uint256 full = assertLoss(pool, holder, listing, lossTime, RATIO);
        oracle.resolve(assertTruth(holder, full), true);
        optimistic.settleAssertion(full);
        assertEq(settle(low, id) + settle(full, id), AMOUNT * RATIO / WAD);
    }
}
