// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtRevealTest is CourtFixture {
    function test_reveal_takesASeat() public {
        uint256 incident = committing();
        commit(incident, ann, 0.3e9);
        skip(3 days);
        vm.expectEmit(address(bench));
        emit ICourt.Revealed(incident, ann, 0.3e9, REASON);
        reveal(incident, ann, 0.3e9);
        ICourt.Vote[] memory list = bench.votesOf(incident);
        assertEq(list.length, 1);
        assertEq(list[0].voter, ann);
        assertEq(list[0].award, 0.3e9);
        assertEq(list[0].weight, 10_000 * GRAINS);
        assertEq(bench.commitmentBy(incident, ann), 0);
        assertEq(bench.caseOf(incident).revealed, 10_000 * GRAINS);
    }

    function test_reveal_hasItsTime() public {
        uint256 incident = committing();
        commit(incident, ann, 0);
        commit(incident, ben, 0);
        skip(3 days - 1);
        vm.expectRevert(wrongTime(block.timestamp + 1, block.timestamp + 1 + 3 days));
        vm.prank(ann);
        bench.reveal(incident, 0, REASON, saltOf(ann));
        skip(3 days);
        reveal(incident, ann, 0);
        skip(1);
        vm.expectRevert(wrongTime(block.timestamp - 3 days, block.timestamp));
        vm.prank(ben);
        bench.reveal(incident, 0, REASON, saltOf(ben));
    }

    function test_reveal_revertsWith_NotCommitted() public {
        uint256 incident = committing();
        commit(incident, ann, 0.3e9);
        skip(3 days);
        refuse(incident, ann, 0.4e9, REASON, saltOf(ann));
        refuse(incident, ann, 0.3e9, keccak256("another reason"), saltOf(ann));
        refuse(incident, ann, 0.3e9, REASON, saltOf(ben));
        refuse(incident, ben, 0.3e9, REASON, saltOf(ann));
        reveal(incident, ann, 0.3e9);
        refuse(incident, ann, 0.3e9, REASON, saltOf(ann));
    }

    function test_reveal_revertsWith_AwardOutOfBounds() public {
        uint256 incident = committing();
        skip(3 days);
        vm.expectRevert(abi.encodeWithSelector(ICourt.AwardOutOfBounds.selector, FULL + 1));
        bench.reveal(incident, FULL + 1, REASON, 0);
    }

    function refuse(uint256 incident, address who, uint32 award, bytes32 reason, bytes32 salt) private {
        bytes32 commitment = bench.commitmentOf(incident, who, award, reason, salt);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotCommitted.selector, incident, who, commitment));
        vm.prank(who);
        bench.reveal(incident, award, reason, salt);
    }

    // -- All seats taken -----------------------------------------------------------------------------------------

    function crowded() private returns (uint256 incident) {
        for (uint256 i; i < 64; ++i) {
            stake(light(i), (1_000 + i) * TOKEN);
        }
        stake(bob, 1_000 * TOKEN);
        skip(1);
        incident = committing();
        for (uint256 i; i < 64; ++i) {
            commit(incident, light(i), FULL);
        }
        commit(incident, ann, 0);
        commit(incident, bob, 0);
        skip(3 days);
        for (uint256 i; i < 64; ++i) {
            reveal(incident, light(i), FULL);
        }
    }

    function light(uint256 i) private pure returns (address) {
        return address(uint160(0xA55E550000 + i));
    }

    /// @dev A crowd of light votes keeps no heavy one out, and whoever lost his seat loses nothing else.
    function test_reveal_unseatsTheLightest() public {
        uint256 incident = crowded();
        ICourt.Case memory before = bench.caseOf(incident);
        vm.expectEmit(address(bench));
        emit ICourt.Unseated(incident, light(0));
        reveal(incident, ann, 0);
        ICourt.Case memory c = bench.caseOf(incident);
        assertEq(c.seats, 64);
        assertEq(c.revealed, before.revealed + 9_000 * GRAINS);
        assertEq(c.committed, before.committed - 1_000 * GRAINS);
        assertEq(bench.assessorOf(light(0)).locked, 0);
        assertEq(bench.votesOf(incident)[0].voter, ann);
    }

    function test_reveal_leavesALighterVoteWithoutSeat() public {
        uint256 incident = crowded();
        vm.expectEmit(address(bench));
        emit ICourt.Unseated(incident, bob);
        reveal(incident, bob, 0);
        assertEq(bench.assessorOf(bob).locked, 0);
        skip(6 days);
        bench.settleCase(incident);
        address[] memory who = new address[](2);
        (who[0], who[1]) = (bob, ann);
        bench.settleSilent(incident, who);
        assertEq(bench.assessorOf(bob).staked, 1_000 * GRAINS, "he revealed");
        assertEq(bench.assessorOf(ann).staked, 9_000 * GRAINS, "she did not");
    }

    /// @dev 64 seats are the longest loop: settled in one transaction.
    function test_settleCase_ofAllSeats() public {
        uint256 incident = crowded();
        skip(6 days);
        uint256 gas = gasleft();
        bench.settleCase(incident);
        assertLt(gas - gasleft(), 8_000_000);
    }
}
