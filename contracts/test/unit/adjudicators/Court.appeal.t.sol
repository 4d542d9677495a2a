// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IArbitrable} from "../../../src/adjudicators/interfaces/IArbitrator.sol";
import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IEvidence} from "../../../src/adjudicators/interfaces/IEvidence.sol";
import {IMembersAppeal} from "../../../src/adjudicators/interfaces/IMembersAppeal.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {WildArbitrator} from "../../mocks/WildArbitrator.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtAppealTest is CourtFixture {
    function test_appeal_goesToTheListingsArbitrator() public {
        uint256 incident = judged(0, 0, 0);
        vm.expectEmit(address(bench));
        emit ICourt.Appealed(incident, bob, 1, block.timestamp + 20 days);
        vm.expectEmit(address(bench));
        emit IEvidence.Dispute(address(members), 1, listing, incident);
        vm.prank(bob);
        assertEq(bench.appeal{value: 1 ether}(incident), 1);
        assertEq(bob.balance, 100 ether - FEE, "the rest returns");
        IMembersAppeal.DisputeData memory d = members.disputeOf(1);
        assertEq(d.arbitrable, address(bench));
        assertEq(d.choices, 3);
        assertOutcome(incident, ICourt.Outcome.Pending, 0);
    }

    function test_appeal_hasItsTime() public {
        uint256 incident = committing();
        skip(6 days - 1);
        bytes memory reason = wrongTime(block.timestamp + 1, block.timestamp + 1 + 3 days);
        vm.expectRevert(reason);
        bench.appeal{value: FEE}(incident);
        skip(3 days);
        uint256 snapshot = vm.snapshotState();
        appealed(incident);
        vm.revertToState(snapshot);
        skip(1);
        vm.expectRevert(wrongTime(block.timestamp - 3 days, block.timestamp));
        bench.appeal{value: FEE}(incident);
    }

    function test_appeal_revertsWith_AlreadyAppealed() public {
        uint256 incident = judged(0, 0, 0);
        appealed(incident);
        vm.expectRevert(abi.encodeWithSelector(ICourt.AlreadyAppealed.selector, incident));
        bench.appeal{value: FEE}(incident);
    }

    function test_appeal_revertsWith_FeeTooLow() public {
        uint256 incident = judged(0, 0, 0);
        vm.expectRevert(encode(ICourt.FeeTooLow.selector, FEE - 1, FEE));
        bench.appeal{value: FEE - 1}(incident);
    }

    // -- What the arbitrator may choose --------------------------------------------------------------------------

    function test_appeal_choosesNothing() public {
        uint256 incident = judged(FULL, FULL, FULL);
        appealed(incident);
        membersRule(1);
        assertOutcome(incident, ICourt.Outcome.Decided, 0);
        incidents.rule(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Denied));
        bench.settleCase(incident);
        assertEq(bench.creditOf(address(usd), bob), 30e6, "who was right to appeal is repaid");
        assertEq(incidents.creditOf(address(usd), treasury), 50e6);
    }

    function test_appeal_choosesTheAward() public {
        uint256 incident = judged(0.5e9, 0.5e9, FULL);
        appealed(incident);
        membersRule(2);
        assertOutcome(incident, ICourt.Outcome.Decided, 0.5e9);
        assertEq(bench.ruling(incident).fee, 20e6, "an appeal in vain is not repaid");
    }

    function test_appeal_choosesTheAmountClaimed() public {
        uint256 incident = judged(0, 0, 0.5e9);
        appealed(incident);
        membersRule(3);
        assertOutcome(incident, ICourt.Outcome.Decided, FULL);
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED);
    }

    /// @dev Refused (or tied) without a quorum: nothing is decided, the bond returns.
    function test_appeal_refusedWithoutQuorumDecidesNothing() public {
        uint256 incident = committing();
        skip(6 days);
        appealed(incident);
        membersRule(0);
        assertOutcome(incident, ICourt.Outcome.Undecided, 0);
        skip(30 days);
        incidents.lapse(incident);
        assertEq(incidents.creditOf(address(usd), keeper), BOND);
    }

    /// @dev Nobody revealed: there is no award to choose.
    function test_appeal_choosesAnAwardThatIsNone() public {
        uint256 incident = committing();
        skip(6 days);
        appealed(incident);
        membersRule(2);
        assertOutcome(incident, ICourt.Outcome.Undecided, 0);
    }

    /// @dev Without a quorum the appeal is mandatory, and whoever paid it is repaid out of the bond.
    function test_appeal_withoutQuorumIsRepaid() public {
        uint256 incident = committing();
        commit(incident, ann, FULL);
        skip(3 days);
        reveal(incident, ann, FULL);
        skip(3 days);
        appealed(incident);
        membersRule(2);
        assertOutcome(incident, ICourt.Outcome.Decided, FULL);
        bench.settleCase(incident);
        assertEq(bench.creditOf(address(usd), bob), 30e6);
        assertEq(bench.creditOf(address(usd), ann), 20e6);
        assertEq(incidents.creditOf(address(usd), keeper), 50e6);
        bench.collect(address(usd), bob);
        assertEq(usd.balanceOf(bob), 30e6);
    }

    // -- The arbitrator's own appeal -----------------------------------------------------------------------------

    function wildly() private returns (WildArbitrator wild, uint256 incident) {
        wild = new WildArbitrator();
        ICourt.Config memory c = config();
        c.arbitrator = address(wild);
        listing = bench.createListing(benchTerms(), "Wild", "", c);
        pool = newPool(address(usd));
        back(pool, listing, 2, 3);
        postRate(listing, RATE);
        deposit(pool, alice, MILLION);
        cover = buy(pool, listing, INSURED, 60 days);
        skip(1 hours);
        incident = judged(0.5e9, 0.5e9, 0.5e9);
    }

    function test_appealAgain_isForwarded() public {
        (WildArbitrator wild, uint256 incident) = wildly();
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotInArbitration.selector, incident));
        bench.appealAgain{value: FEE}(incident);
        appealed(incident);
        wild.setFee(0.7 ether);
        vm.expectRevert(encode(ICourt.FeeTooLow.selector, 0.7 ether - 1, 0.7 ether));
        bench.appealAgain{value: 0.7 ether - 1}(incident);
        vm.expectEmit(address(bench));
        emit ICourt.AppealedAgain(incident, keeper, 1, 0.7 ether);
        vm.prank(keeper);
        bench.appealAgain{value: 1 ether}(incident);
        assertEq(address(wild).balance, FEE + 0.7 ether);
        assertEq(keeper.balance, 100 ether - 0.7 ether);
        wild.giveRuling(IArbitrable(address(bench)), 1, 3);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotInArbitration.selector, incident));
        bench.appealAgain{value: 1 ether}(incident);
    }

    // -- The callback --------------------------------------------------------------------------------------------

    function test_rule_recordsOnce() public {
        (WildArbitrator wild, uint256 incident) = wildly();
        appealed(incident);
        vm.expectEmit(address(bench));
        emit IArbitrable.Ruling(address(wild), 1, 1);
        wild.giveRuling(IArbitrable(address(bench)), 1, 1);
        vm.expectEmit(address(bench));
        emit ICourt.RulingIgnored(incident, 1, 3);
        wild.giveRuling(IArbitrable(address(bench)), 1, 3);
        assertOutcome(incident, ICourt.Outcome.Decided, 0);
    }

    function test_rule_revertsWith_NotTheArbitrator() public {
        (WildArbitrator wild, uint256 incident) = wildly();
        appealed(incident);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotTheArbitrator.selector, attacker, 1));
        vm.prank(attacker);
        bench.rule(1, 3);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotTheArbitrator.selector, wild, 2));
        wild.giveRuling(IArbitrable(address(bench)), 2, 3);
    }

    function testFuzz_rule_takesAnyOtherChoiceForARefusal(uint256 choice) public {
        vm.assume(choice == 0 || choice > 3);
        (WildArbitrator wild, uint256 incident) = wildly();
        appealed(incident);
        wild.giveRuling(IArbitrable(address(bench)), 1, choice);
        assertOutcome(incident, ICourt.Outcome.Decided, 0.5e9);
    }

    function test_rule_pastItsTimeIsIgnored() public {
        (WildArbitrator wild, uint256 incident) = wildly();
        appealed(incident);
        skip(20 days);
        assertOutcome(incident, ICourt.Outcome.Pending, 0);
        skip(1);
        assertOutcome(incident, ICourt.Outcome.Decided, 0.5e9);
        vm.expectEmit(address(bench));
        emit ICourt.RulingIgnored(incident, 1, 1);
        wild.giveRuling(IArbitrable(address(bench)), 1, 1);
        assertOutcome(incident, ICourt.Outcome.Decided, 0.5e9);
    }

    function test_appeal_revertsWith_DisputeInUse() public {
        (WildArbitrator wild, uint256 incident) = wildly();
        wild.setFixedNumber(true);
        appealed(incident);
        uint256 other = claim(1e18);
        bench.openCase(other, address(pool));
        skip(12 days);
        vm.expectRevert(abi.encodeWithSelector(ICourt.DisputeInUse.selector, wild, 1));
        bench.appeal{value: FEE}(other);
    }

    /// @dev It cannot rule a dispute in the midst of its creation, nor appeal a second time from there.
    function test_appeal_callsBackInVain() public {
        (WildArbitrator wild, uint256 incident) = wildly();
        wild.setCallback(abi.encodeCall(bench.rule, (1, 3)));
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotTheArbitrator.selector, wild, 1));
        bench.appeal{value: FEE}(incident);
        wild.setCallback(abi.encodeCall(bench.appeal, (incident)));
        vm.expectRevert(bytes4(keccak256("ReentrancyGuardReentrantCall()")));
        bench.appeal{value: FEE}(incident);
        wild.setCallback(abi.encodeCall(bench.settleCase, (incident)));
        vm.expectRevert(bytes4(keccak256("ReentrancyGuardReentrantCall()")));
        bench.appeal{value: FEE}(incident);
    }

    /// @dev While it is appealed the arbitrator may rule from within: that is a ruling.
    function test_appealAgain_mayBeRuledFromWithin() public {
        (WildArbitrator wild, uint256 incident) = wildly();
        appealed(incident);
        wild.setCallback(abi.encodeCall(bench.rule, (1, 3)));
        bench.appealAgain{value: FEE}(incident);
        assertOutcome(incident, ICourt.Outcome.Decided, FULL);
    }
}
