// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IEvidence} from "../../../src/adjudicators/interfaces/IEvidence.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtOpenCaseTest is CourtFixture {
    function test_openCase_fixesTimesAndWeights() public {
        uint256 incident = claim(1e18);
        uint256 asserted = block.timestamp;
        skip(1 hours);
        vm.expectEmit(address(bench));
        emit ICourt.CaseOpened(incident, listing, address(pool), 1, asserted - 1, block.timestamp + 6 days);
        vm.prank(attacker);
        bench.openCase(incident, address(pool));
        ICourt.Case memory c = bench.caseOf(incident);
        assertEq(c.commitFrom, block.timestamp + 6 days);
        assertEq(c.snapshot, asserted - 1, "the second before the assertion");
        assertEq(c.pool, address(pool));
        assertFalse(c.second);
    }

    function test_openCase_revertsWith_CaseExists() public {
        uint256 incident = opened(1e18);
        vm.expectRevert(abi.encodeWithSelector(ICourt.CaseExists.selector, incident));
        bench.openCase(incident, address(pool));
    }

    function test_openCase_revertsWith_TooLateToOpen() public {
        uint256 incident = claim(1e18);
        skip(2 days + 1);
        vm.expectRevert(encode(ICourt.TooLateToOpen.selector, block.timestamp - 1, block.timestamp));
        bench.openCase(incident, address(pool));
    }

    function test_openCase_revertsWith_NoInterestOf() public {
        uint256 incident = claim(1e18);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NoInterestOf.selector, attacker));
        bench.openCase(incident, attacker);
        address other = address(newPool(address(usd)));
        vm.expectRevert(abi.encodeWithSelector(ICourt.NoInterestOf.selector, other));
        bench.openCase(incident, other);
    }

    function test_openCase_revertsWith_NotOurs() public {
        uint256 incident = opened(1e18);
        skip(60 days);
        incidents.lapse(incident);
        incident = claim(1e18);
        skip(60 days);
        incidents.lapse(incident);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotOurs.selector, incident));
        bench.openCase(incident, address(pool));
    }

    // -- As second adjudicator -----------------------------------------------------------------------------------

    function passedOn() private returns (uint256 incident) {
        IListings.Terms memory t = courtTerms();
        (t.secondAdjudicator, t.grace, t.eventWindow) = (address(bench), 90 days, 3 days);
        listing = poolFor(t);
        // A later version does not touch listings that were there.
        ICourt.Parameters memory p = parametersOfTest();
        p.commitTime = 1 days;
        vm.prank(admin);
        bench.setParameters(p, config());
        cover = buy(pool, listing, INSURED, 60 days);
        skip(1 hours);
        incident = claim(1e18);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotOurs.selector, incident));
        bench.openCase(incident, address(pool));
        skip(3 days + 1);
        incidents.lapse(incident);
    }

    function test_openCase_decidesWhatTheFirstDidNot() public {
        uint256 incident = passedOn();
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertTrue(i.second);
        assertEq(i.deadline, block.timestamp + 40 days, "two to open, 38 for the case");
        skip(1 days);
        bench.openCase(incident, address(pool));
        ICourt.Case memory c = bench.caseOf(incident);
        assertEq(c.snapshot, block.timestamp - 1, "the second before the case");
        assertEq(c.version, 1);
        assertTrue(c.second);
        skip(6 days);
        judge(incident, FULL, FULL, FULL);
        skip(3 days);
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED);
        assertEq(incidents.creditOf(address(usd), address(bench)), 20e6);
        bench.settleCase(incident);
        assertEq(bench.creditOf(address(usd), ann), uint256(20e6) / 3);
    }

    /// @dev Whoever lists sees how long both take.
    function test_worstCaseTime_asSecondAdjudicator() public {
        IListings.Terms memory t = courtTerms();
        t.secondAdjudicator = address(bench);
        uint256 number = newListing(t);
        assertEq(bench.worstCaseTime(number), 7 days + 40 days);
        assertFalse(bench.canSell(number, 0), "the first one says whether it is sold");
    }

    // -- Evidence ------------------------------------------------------------------------------------------------

    function test_submitEvidence_untilTheAnswers() public {
        uint256 incident = opened(1e18);
        skip(4 days - 1);
        vm.expectEmit(address(bench));
        emit IEvidence.Evidence(address(members), incident, keeper, "ipfs://evidence");
        vm.prank(keeper);
        bench.submitEvidence(incident, "ipfs://evidence");
        skip(1);
        vm.expectRevert(wrongTime(0, block.timestamp));
        bench.submitEvidence(incident, "too late");
    }

    function test_answer_untilTheCommits() public {
        uint256 incident = opened(1e18);
        skip(6 days - 1);
        vm.expectEmit(address(bench));
        emit ICourt.Answered(incident, bob, keccak256("ipfs://evidence"), "not true");
        vm.prank(bob);
        bench.answer(incident, keccak256("ipfs://evidence"), "not true");
        skip(1);
        vm.expectRevert(wrongTime(0, block.timestamp));
        bench.answer(incident, 0, "too late");
    }

    function test_submitEvidence_whileAnArbitratorDecides() public {
        uint256 incident = judged(0, 0, 0);
        vm.expectRevert(wrongTime(0, block.timestamp - 8 days));
        bench.submitEvidence(incident, "between");
        appealed(incident);
        bench.submitEvidence(incident, "for the arbitrator");
        membersRule(1);
        vm.expectRevert(wrongTime(0, block.timestamp - 13 days));
        bench.submitEvidence(incident, "after the ruling");
    }

    function test_cases_revertWith_UnknownCase() public {
        bytes memory reason = abi.encodeWithSelector(ICourt.UnknownCase.selector, 9);
        vm.expectRevert(reason);
        bench.submitEvidence(9, "");
        vm.expectRevert(reason);
        bench.commit(9, bytes32(uint256(2)));
        vm.expectRevert(reason);
        bench.reveal(9, 0, 0, 0);
        vm.expectRevert(reason);
        bench.appeal(9);
        vm.expectRevert(reason);
        bench.settleCase(9);
        vm.expectRevert(reason);
        bench.outcomeOf(9);
    }

    // -- Pools ---------------------------------------------------------------------------------------------------

    function test_countPool_countsEachOnce() public {
        uint256 incident = opened(0.5e18);
        pool.step(10);
        vm.expectEmit(address(bench));
        emit ICourt.PoolCounted(incident, address(pool), 10_000 * GRAINS);
        bench.countPool(incident, address(pool));
        assertEq(bench.caseOf(incident).amount, 10_000 * GRAINS);
        vm.expectRevert(abi.encodeWithSelector(ICourt.PoolIsCounted.selector, incident, pool));
        bench.countPool(incident, address(pool));
        vm.expectRevert(abi.encodeWithSelector(ICourt.NoInterestOf.selector, attacker));
        bench.countPool(incident, attacker);
    }

    function test_countPool_revertsWith_WrongTime() public {
        uint256 incident = judged(0, 0, 0);
        vm.expectRevert(wrongTime(0, block.timestamp));
        bench.countPool(incident, address(pool));
    }

    function test_countPool_revertsWith_ValueUnknown() public {
        vm.prank(admin);
        bench.setStakeValue(address(usd), 0);
        uint256 incident = opened(1e18);
        vm.expectRevert(abi.encodeWithSelector(ICourt.ValueUnknown.selector, usd));
        bench.countPool(incident, address(pool));
    }
}
