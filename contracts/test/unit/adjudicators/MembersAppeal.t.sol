// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IArbitrable, IArbitrator} from "../../../src/adjudicators/interfaces/IArbitrator.sol";
import {IMembersAppeal} from "../../../src/adjudicators/interfaces/IMembersAppeal.sol";
import {MembersAppeal} from "../../../src/adjudicators/MembersAppeal.sol";
import {VotesToken} from "../../mocks/VotesToken.sol";
import {Test} from "../../Test.sol";

contract MembersAppealTest is Test, IArbitrable {
    uint256 private constant FEE = 0.1 ether;
    address private ann = address(0xA);
    address private ben = address(0xB);
    address private treasury = address(0x7EA);
    VotesToken private token;
    MembersAppeal private members;

    uint256 private rulings;
    uint256 private lastRuling;
    bool private refuses;
    bytes private callback;

    function setUp() public {
        vm.warp(1_700_000_000);
        token = new VotesToken();
        members = new MembersAppeal(IVotes(token), treasury, FEE, 5 days, 1_000);
        token.mint(ann, 60);
        token.mint(ben, 40);
        token.mint(address(0xC), 900);
        skip(1);
    }

    function rule(uint256 dispute, uint256 ruling) external {
        require(!refuses, "refused");
        if (callback.length != 0) {
            (bool success,) = msg.sender.call(callback);
            require(!success, "it can be executed from within");
        }
        (rulings, lastRuling) = (rulings + 1, ruling);
        emit IArbitrable.Ruling(msg.sender, dispute, ruling);
    }

    function newDispute() private returns (uint256) {
        return members.createDispute{value: FEE}(3, "");
    }

    function vote(address who, uint256 id, uint256 choice) private {
        vm.prank(who);
        members.vote(id, choice);
    }

    function execute(uint256 id) private returns (uint256 ruling, bool taken) {
        return members.execute(id);
    }

    // -- createDispute -------------------------------------------------------------------------------------------

    function test_createDispute_startsAVote() public {
        vm.expectEmit(address(members));
        emit IArbitrator.DisputeCreation(1, address(this));
        vm.expectEmit(address(members));
        emit IMembersAppeal.VoteStarted(1, block.timestamp - 1, block.timestamp + 5 days, 3, hex"ab");
        assertEq(members.createDispute{value: FEE}(3, hex"ab"), 1);
        assertEq(members.quorumOf(1), 100);
        assertEq(uint256(members.disputeStatus(1)), uint256(IArbitrator.DisputeStatus.Waiting));
    }

    function test_createDispute_revertsWith_WrongFee() public {
        for (uint256 i; i < 2; ++i) {
            uint256 fee = FEE - 1 + 2 * i;
            vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.WrongFee.selector, fee, FEE));
            members.createDispute{value: fee}(3, "");
        }
    }

    function test_createDispute_revertsWith_ChoiceOutOfBounds() public {
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.ChoiceOutOfBounds.selector, 0, 8));
        members.createDispute{value: FEE}(0, "");
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.ChoiceOutOfBounds.selector, 9, 8));
        members.createDispute{value: FEE}(9, "");
    }

    // -- vote ----------------------------------------------------------------------------------------------------

    function test_vote_weighsAsOfTheSecondBefore() public {
        uint256 id = newDispute();
        token.mint(ann, 1_000);
        vm.prank(ben);
        assertTrue(token.transfer(address(0xD), 40));
        vm.expectEmit(address(members));
        emit IMembersAppeal.Voted(id, ann, 3, 60);
        vote(ann, id, 3);
        vote(ben, id, 1);
        assertEq(members.votesFor(id, 3), 60);
        assertEq(members.votesFor(id, 1), 40);
        assertEq(members.currentRuling(id), 3);
        assertTrue(members.hasVoted(id, ann));
    }

    /// @dev Borrowed in the very second of the dispute, or sent on after voting: no votes.
    function test_vote_revertsWith_NoVotes_forFlashLoans() public {
        token.mint(address(0xD), 1e6);
        uint256 id = newDispute();
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.NoVotes.selector, address(0xD), block.timestamp - 1));
        vote(address(0xD), id, 3);
        vote(ann, id, 3);
        vm.prank(ann);
        assertTrue(token.transfer(address(0xE), 60));
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.NoVotes.selector, address(0xE), block.timestamp - 1));
        vote(address(0xE), id, 3);
    }

    function test_vote_revertsWith_AlreadyVoted() public {
        uint256 id = newDispute();
        vote(ann, id, 0);
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.AlreadyVoted.selector, id, ann));
        vote(ann, id, 3);
    }

    function test_vote_revertsWith_ChoiceOutOfBounds() public {
        uint256 id = newDispute();
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.ChoiceOutOfBounds.selector, 4, 3));
        vote(ann, id, 4);
    }

    function test_vote_revertsWith_WrongVoteTime() public {
        uint256 id = newDispute();
        skip(5 days - 1);
        vote(ann, id, 1);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.WrongVoteTime.selector, block.timestamp, block.timestamp));
        vote(ben, id, 1);
    }

    function test_vote_revertsWith_UnknownDispute() public {
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.UnknownDispute.selector, 1));
        vote(ann, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.UnknownDispute.selector, 1));
        members.execute(1);
    }

    // -- execute -------------------------------------------------------------------------------------------------

    function test_execute_givesWhatMostChose() public {
        uint256 id = newDispute();
        vote(ann, id, 2);
        vote(ben, id, 3);
        vm.expectRevert(
            abi.encodeWithSelector(IMembersAppeal.WrongVoteTime.selector, block.timestamp + 5 days, block.timestamp)
        );
        execute(id);
        skip(5 days);
        (uint256 ruling, bool taken) = execute(id);
        assertEq(ruling, 2);
        assertTrue(taken);
        assertEq(lastRuling, 2);
        assertEq(uint256(members.disputeStatus(id)), uint256(IArbitrator.DisputeStatus.Solved));
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.AlreadyExecuted.selector, id));
        execute(id);
    }

    function test_execute_refusesWithoutQuorum() public {
        uint256 id = newDispute();
        vote(ann, id, 2);
        skip(5 days);
        (uint256 ruling,) = execute(id);
        assertEq(ruling, 0, "60 of 100 needed");
    }

    function test_execute_refusesATie() public {
        token.mint(ben, 20);
        skip(1);
        uint256 id = newDispute();
        vote(ann, id, 3);
        vote(ben, id, 1);
        skip(5 days);
        (uint256 ruling,) = execute(id);
        assertEq(ruling, 0);
    }

    /// @dev A tie between two choices is none where a third has more.
    function testFuzz_execute_plurality(uint96[4] memory weights) public {
        uint256 most;
        uint256 winner;
        for (uint256 i; i < 4; ++i) {
            weights[i] = uint96(bound(weights[i], 0, 1e24));
            address who = address(uint160(0x100 + i));
            if (weights[i] != 0) token.mint(who, weights[i]);
            if (weights[i] > most) (most, winner) = (weights[i], i);
            else if (weights[i] == most) winner = 0;
        }
        vm.prank(address(0xC));
        assertTrue(token.transfer(address(1), 900));
        skip(1);
        uint256 id = newDispute();
        uint256 cast;
        for (uint256 i; i < 4; ++i) {
            if (weights[i] != 0) vote(address(uint160(0x100 + i)), id, i);
            cast += weights[i];
        }
        skip(5 days);
        assertEq(members.currentRuling(id), cast < members.quorumOf(id) ? 0 : winner);
    }

    /// @dev An arbitrable that reverts can take its ruling later, once; from within it gets it no second time.
    function test_execute_distrustsTheArbitrable() public {
        uint256 id = newDispute();
        vote(ann, id, 2);
        vote(ben, id, 2);
        skip(5 days);
        refuses = true;
        vm.expectEmit(address(members));
        emit IMembersAppeal.Executed(id, 2, false);
        (, bool taken) = execute(id);
        assertFalse(taken);
        refuses = false;
        callback = abi.encodeCall(members.execute, (id));
        (, taken) = execute(id);
        assertTrue(taken);
        assertEq(rulings, 1);
    }

    // -- Fees and appeals ----------------------------------------------------------------------------------------

    function test_collectFees_goesToTheTreasury() public {
        newDispute();
        newDispute();
        assertEq(members.collectFees(), 2 * FEE);
        assertEq(treasury.balance, 2 * FEE);
        vm.expectRevert(IMembersAppeal.NoFees.selector);
        members.collectFees();
    }

    function test_appeal_revertsWith_NoAppeal() public {
        uint256 id = newDispute();
        assertEq(members.appealCost(id, ""), 1 << 255);
        (uint256 start, uint256 end) = members.appealPeriod(id);
        assertEq(start + end, 0);
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.NoAppeal.selector, id));
        members.appeal{value: 1}(id, "");
    }

    function test_constructor_revertsWith_InvalidConfig() public {
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.InvalidConfig.selector, bytes32("treasury")));
        new MembersAppeal(IVotes(token), address(0), FEE, 5 days, 1_000);
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.InvalidConfig.selector, bytes32("fee")));
        new MembersAppeal(IVotes(token), treasury, 0, 5 days, 1_000);
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.InvalidConfig.selector, bytes32("votingPeriod")));
        new MembersAppeal(IVotes(token), treasury, FEE, 1 days - 1, 1_000);
        vm.expectRevert(abi.encodeWithSelector(IMembersAppeal.InvalidConfig.selector, bytes32("quorum")));
        new MembersAppeal(IVotes(token), treasury, FEE, 5 days, 5_001);
    }
}
