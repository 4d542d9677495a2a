// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtCommitTest is CourtFixture {
    function test_commit_locksWhatItMayCost() public {
        uint256 incident = committing();
        bytes32 commitment = bench.commitmentOf(incident, ann, FULL, REASON, saltOf(ann));
        vm.expectEmit(address(bench));
        emit ICourt.Committed(incident, ann, 10_000 * GRAINS);
        vm.prank(ann);
        bench.commit(incident, commitment);
        assertEq(bench.commitmentBy(incident, ann), commitment);
        assertEq(bench.assessorOf(ann).locked, 1_000 * GRAINS);
        assertEq(bench.caseOf(incident).committed, 10_000 * GRAINS);
    }

    function test_commit_hasItsTime() public {
        uint256 incident = opened(1e18);
        skip(6 days - 1);
        vm.expectRevert(wrongTime(block.timestamp + 1, block.timestamp + 1 + 3 days));
        vm.prank(ann);
        bench.commit(incident, REASON);
        skip(3 days);
        commit(incident, ann, 0);
        skip(1);
        vm.expectRevert(wrongTime(block.timestamp - 3 days, block.timestamp));
        vm.prank(ben);
        bench.commit(incident, REASON);
    }

    function test_commit_revertsWith_StakeTooSmall() public {
        stake(alice, 999 * TOKEN);
        skip(1);
        uint256 incident = committing();
        vm.expectRevert(encode(ICourt.StakeTooSmall.selector, 999 * GRAINS, 1_000 * GRAINS));
        vm.prank(alice);
        bench.commit(incident, REASON);
    }

    function test_commit_revertsWith_AlreadyCommitted() public {
        uint256 incident = committing();
        commit(incident, ann, 0);
        vm.expectRevert(abi.encodeWithSelector(ICourt.AlreadyCommitted.selector, incident, ann));
        vm.prank(ann);
        bench.commit(incident, REASON);
    }

    function test_commit_revertsWith_InvalidCommitment() public {
        uint256 incident = committing();
        for (uint256 i; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ICourt.InvalidCommitment.selector, bytes32(i)));
            vm.prank(ann);
            bench.commit(incident, bytes32(i));
        }
    }

    /// @dev Ten cases at a tenth of the stake each: the eleventh finds nothing left to lose.
    function test_commit_revertsWith_StakeTooSmall_whenAllIsLocked() public {
        uint256 last;
        for (uint256 i; i < 11; ++i) {
            last = opened(1e18);
        }
        skip(6 days);
        for (uint256 i; i < 10; ++i) {
            commit(last - i, ann, 0);
        }
        assertEq(bench.assessorOf(ann).locked, 10_000 * GRAINS);
        bytes32 commitment = bench.commitmentOf(last - 10, ann, 0, REASON, saltOf(ann));
        vm.expectRevert(encode(ICourt.StakeTooSmall.selector, 10_000 * GRAINS, 11_000 * GRAINS));
        vm.prank(ann);
        bench.commit(last - 10, commitment);
    }

    /// @dev The weight is that of the second before the assertion, whether his history is looked at or not.
    function testFuzz_commit_weighsAsOfTheAssertion(uint32 before, uint32 later) public {
        before = uint32(bound(before, 1_000, 1e6));
        later = uint32(bound(later, 1, 1e6));
        stake(alice, before * TOKEN);
        skip(1);
        uint256 incident = committing();
        stake(alice, later * TOKEN);
        vm.prank(admin);
        bench.setStakeValue(address(usd), 0); // she is an underwriter
        commit(incident, alice, 0);
        assertEq(bench.caseOf(incident).committed, before * GRAINS);
    }
}
