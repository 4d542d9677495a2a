// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {BulwarkGovernor} from "../../../src/governance/BulwarkGovernor.sol";
import {GovernanceFixture} from "./GovernanceFixture.sol";

contract BulwarkGovernorTest is GovernanceFixture {
    function change() private pure returns (bytes memory) {
        return abi.encodeCall(IListings.setProtocolFee, (700));
    }

    function test_cycle_changesAParameter() public {
        Proposal memory p = proposal(address(listings), change());
        uint256 id = propose(p);
        assertEq(uint8(stateOf(id)), uint8(IGovernor.ProposalState.Pending));
        skip(VOTING_DELAY + 1);
        assertEq(uint8(stateOf(id)), uint8(IGovernor.ProposalState.Active));
        vote(id, alice, 1);
        vote(id, bob, 0);
        vote(id, carol, 2);
        (uint256 against, uint256 inFavour, uint256 abstain) = governor.proposalVotes(id);
        assertEq(inFavour, 20_000_000e18);
        assertEq(against, 15_000_000e18);
        assertEq(abstain, 1_000_000e18);
        skip(VOTING_PERIOD);
        assertEq(uint8(stateOf(id)), uint8(IGovernor.ProposalState.Succeeded));
        queue(p);
        assertEq(governor.proposalEta(id), block.timestamp + TIMELOCK_DELAY);
        skip(TIMELOCK_DELAY);
        vm.prank(attacker);
        execute(p);
        assertEq(uint8(stateOf(id)), uint8(IGovernor.ProposalState.Executed));
        assertEq(listings.protocolFee(), 700);
    }

    function test_cycle_failsWithoutQuorum() public {
        Proposal memory p = proposal(address(listings), change());
        uint256 id = propose(p);
        skip(VOTING_DELAY + 1);
        vote(id, carol, 1); // 1 M of the 2 M that are 4 %
        skip(VOTING_PERIOD);
        assertEq(uint8(stateOf(id)), uint8(IGovernor.ProposalState.Defeated));
        vm.expectRevert();
        queue(p);
    }

    /// @dev The attack: nobody looks until the last second, in which a whale reaches the quorum alone.
    function test_attack_lateQuorum() public {
        Proposal memory p = proposal(address(listings), change());
        uint256 id = propose(p);
        uint256 deadline = governor.proposalDeadline(id);
        vm.warp(deadline);
        vote(id, bob, 1);
        assertEq(governor.proposalDeadline(id), deadline + 2 days);
        skip(2 days);
        vote(id, alice, 0);
        skip(1);
        assertEq(uint8(stateOf(id)), uint8(IGovernor.ProposalState.Defeated));
    }

    /// @dev The attack: votes borrowed for one block, after the proposal or in it.
    function test_attack_flashLoanedVotes() public {
        Proposal memory p = proposal(address(listings), change());
        uint256 id = propose(p);
        skip(VOTING_DELAY + 1);
        vm.prank(founder);
        assertTrue(token.transfer(attacker, 14_000_000e18));
        vm.startPrank(attacker);
        token.delegate(attacker);
        governor.castVote(id, 1);
        assertTrue(token.transfer(founder, 14_000_000e18));
        vm.stopPrank();
        (, uint256 inFavour,) = governor.proposalVotes(id);
        assertEq(inFavour, 0);
    }

    /// @dev The same for proposing: what was borrowed in this block does not count yet.
    function test_attack_flashLoanedThreshold() public {
        vm.prank(founder);
        assertTrue(token.transfer(attacker, 14_000_000e18));
        vm.startPrank(attacker);
        token.delegate(attacker);
        Proposal memory p = proposal(address(listings), change());
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, attacker, 0, THRESHOLD)
        );
        governor.propose(p.targets, p.values, p.calldatas, p.description);
    }

    /// @dev The attack: the same votes, handed on after they were cast.
    function test_attack_votesHandedOn() public {
        uint256 id = propose(proposal(address(listings), change()));
        skip(VOTING_DELAY + 1);
        vote(id, alice, 1);
        vm.prank(alice);
        assertTrue(token.transfer(attacker, 20_000_000e18));
        vm.startPrank(attacker);
        token.delegate(attacker);
        governor.castVote(id, 1);
        vm.stopPrank();
        (, uint256 inFavour,) = governor.proposalVotes(id);
        assertEq(inFavour, 20_000_000e18);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, alice));
        vote(id, alice, 1);
    }

    /// @dev The attack: what was carried once is executed, queued and proposed again.
    function test_attack_proposalReplayed() public {
        decide(address(listings), change());
        Proposal memory p = proposal(address(listings), change());
        vm.expectRevert();
        execute(p);
        vm.expectRevert();
        queue(p);
        vm.expectRevert();
        propose(p);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(p.description));
        vm.expectRevert();
        timelock.executeBatch(p.targets, p.values, p.calldatas, 0, salt);
    }

    /// @dev The attack: past the governor, straight to the timelock and to the contracts.
    function test_attack_timelockBypassed() public {
        Proposal memory p = proposal(address(listings), change());
        carry(p);
        skip(TIMELOCK_DELAY - 1);
        vm.expectRevert();
        execute(p);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(p.description));
        vm.expectRevert();
        timelock.executeBatch(p.targets, p.values, p.calldatas, 0, salt);
        vm.startPrank(attacker);
        vm.expectRevert();
        timelock.scheduleBatch(p.targets, p.values, p.calldatas, 0, salt, 0);
        vm.expectRevert();
        timelock.schedule(p.targets[0], 0, p.calldatas[0], 0, 0, TIMELOCK_DELAY);
        vm.expectRevert();
        listings.setProtocolFee(700);
        vm.expectRevert();
        governor.relay(address(timelock), 0, "");
        vm.stopPrank();
        vm.prank(address(governor));
        vm.expectRevert(
            abi.encodeWithSelector(TimelockController.TimelockInsufficientDelay.selector, 0, TIMELOCK_DELAY)
        );
        timelock.schedule(p.targets[0], 0, p.calldatas[0], 0, 0, 0);
        assertEq(listings.protocolFee(), 0);
    }

    /// @dev A proposal may be withdrawn by who made it while it is pending, and by nobody later.
    function test_cancel_onlyWhilePending() public {
        Proposal memory p = proposal(address(listings), change());
        uint256 id = propose(p);
        vm.prank(attacker);
        vm.expectRevert();
        governor.cancel(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
        vm.prank(carol);
        governor.cancel(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
        assertEq(uint8(stateOf(id)), uint8(IGovernor.ProposalState.Canceled));
    }

    // -- Settings ------------------------------------------------------------------------------------------------

    function test_settings_changeWithinBounds() public {
        decide(address(governor), abi.encodeCall(governor.setVotingDelay, (2 days)));
        assertEq(governor.votingDelay(), 2 days);
        Proposal memory p = proposal(address(governor), abi.encodeCall(governor.updateQuorumNumerator, (10)));
        uint256 id = propose(p);
        skip(2 days + 1);
        vote(id, alice, 1);
        skip(VOTING_PERIOD);
        queue(p);
        skip(TIMELOCK_DELAY);
        execute(p);
        assertEq(governor.quorumNumerator(), 10);
    }

    /// @dev The attack: a majority makes the next votes too quick, too long, too dear or too easy for others.
    function test_attack_settingsOutOfBounds() public {
        outOfBounds(abi.encodeCall(governor.setVotingDelay, (1 days - 1)), "votingDelay", 1 days - 1, 1 days, 7 days);
        outOfBounds(abi.encodeCall(governor.setVotingDelay, (7 days + 1)), "votingDelay", 7 days + 1, 1 days, 7 days);
        outOfBounds(abi.encodeCall(governor.setVotingPeriod, (1)), "votingPeriod", 1, 3 days, 14 days);
        outOfBounds(abi.encodeCall(governor.setVotingPeriod, (15 days)), "votingPeriod", 15 days, 3 days, 14 days);
        uint256 tooMany = 1_000_000e18 + 1;
        outOfBounds(
            abi.encodeCall(governor.setProposalThreshold, (tooMany)), "proposalThreshold", tooMany, 0, tooMany - 1
        );
        outOfBounds(abi.encodeCall(governor.updateQuorumNumerator, (0)), "quorum", 0, 1, 30);
        outOfBounds(abi.encodeCall(governor.updateQuorumNumerator, (31)), "quorum", 31, 1, 30);
        outOfBounds(abi.encodeCall(governor.setLateQuorumVoteExtension, (0)), "lateExtension", 0, 1 days, 7 days);
    }

    function outOfBounds(bytes memory data, bytes32 field, uint256 value, uint256 min, uint256 max) private {
        decideInVain(
            address(governor),
            data,
            abi.encodeWithSelector(BulwarkGovernor.SettingOutOfBounds.selector, field, value, min, max)
        );
    }

    function test_updateTimelock_revertsWith_TimelockIsFixed() public {
        decideInVain(
            address(governor),
            abi.encodeCall(governor.updateTimelock, (timelock)),
            abi.encodeWithSelector(BulwarkGovernor.TimelockIsFixed.selector)
        );
    }
}
