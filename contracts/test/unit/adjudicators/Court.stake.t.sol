// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtStakeTest is CourtFixture {
    function testFuzz_stake_countsFromThisSecondOn(uint64 tokens) public {
        tokens = uint64(bound(tokens, 1, 1e9));
        uint256 before = bench.totalStakeAt(block.timestamp);
        votes.mint(alice, tokens * TOKEN);
        vm.startPrank(alice);
        votes.approve(address(bench), tokens * TOKEN);
        vm.expectEmit(address(bench));
        emit ICourt.Staked(alice, tokens * TOKEN);
        bench.stake(tokens * TOKEN);
        vm.stopPrank();
        assertEq(bench.weightAt(alice, block.timestamp - 1), 0, "not a second earlier");
        assertEq(bench.weightAt(alice, block.timestamp), tokens * GRAINS);
        assertEq(bench.totalStakeAt(block.timestamp), before + tokens * GRAINS);
        assertEq(bench.totalStakeAt(block.timestamp - 1), before);
        assertEq(votes.balanceOf(address(bench)), 3 * STAKE + tokens * TOKEN);
        assertEq(votes.getVotes(address(bench)), 0, "what is staked does not vote");
    }

    function test_stake_revertsWith_NotOnGrain() public {
        bytes4 selector = ICourt.NotOnGrain.selector;
        vm.expectRevert(encode(selector, 1e9 - 1, 1e9));
        bench.stake(1e9 - 1);
        vm.expectRevert(encode(selector, 0, 1e9));
        bench.stake(0);
    }

    function test_stake_revertsWith_StakeTooSmall_beyondWhatFits() public {
        uint256 amount = (uint256(type(uint64).max) + 1) * 1e9;
        vm.expectRevert(encode(ICourt.StakeTooSmall.selector, type(uint64).max, amount / 1e9));
        bench.stake(amount);
    }

    function test_requestUnstake_countsNoMoreAtOnce() public {
        vm.prank(ann);
        bench.requestUnstake(STAKE / 4);
        ICourt.Assessor memory a = bench.assessorOf(ann);
        assertEq(a.staked, 7_500 * GRAINS);
        assertEq(a.leaving, 2_500 * GRAINS);
        assertEq(a.readyAt, block.timestamp + 21 days);
        assertEq(bench.weightAt(ann, block.timestamp), 7_500 * GRAINS);
        assertEq(bench.weightAt(ann, block.timestamp - 1), 10_000 * GRAINS, "as of then it did");
    }

    function test_requestUnstake_revertsWith_StakeTooSmall() public {
        vm.expectRevert(encode(ICourt.StakeTooSmall.selector, 10_000 * GRAINS, 10_000 * GRAINS + 1));
        vm.prank(ann);
        bench.requestUnstake(STAKE + 1e9);
    }

    function test_withdraw_afterTheDelay() public {
        vm.prank(ann);
        bench.requestUnstake(STAKE);
        skip(21 days - 1);
        vm.expectRevert(encode(ICourt.StakeBound.selector, block.timestamp + 1, 0));
        vm.prank(ann);
        bench.withdraw();
        skip(1);
        vm.prank(ann);
        assertEq(bench.withdraw(), STAKE);
        assertEq(votes.balanceOf(ann), STAKE);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NothingLeaving.selector, ann));
        vm.prank(ann);
        bench.withdraw();
    }

    /// @dev Asked back before the vote: he is liable for it until his case is settled.
    function test_withdraw_waitsForOpenCases() public {
        uint256 incident = committing();
        vm.prank(ann);
        bench.requestUnstake(STAKE);
        judge(incident, 0, FULL, FULL);
        skip(21 days);
        vm.expectRevert(encode(ICourt.StakeBound.selector, bench.assessorOf(ann).readyAt, 1_000 * GRAINS));
        vm.prank(ann);
        bench.withdraw();
        bench.settleCase(incident);
        vm.prank(ann);
        assertEq(bench.withdraw(), STAKE * 95 / 100, "slashed although it was leaving");
    }

    function test_setEncryptionKey_isAnEvent() public {
        vm.expectEmit(address(bench));
        emit ICourt.EncryptionKeySet(ann, hex"04ab");
        vm.prank(ann);
        bench.setEncryptionKey(hex"04ab");
        vm.expectRevert(abi.encodeWithSelector(ICourt.InvalidConfig.selector, bytes32("key")));
        bench.setEncryptionKey(new bytes(1_025));
    }
}
