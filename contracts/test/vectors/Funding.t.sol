// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Funding} from "../../src/pool/libraries/Funding.sol";
import {VectorTest} from "./VectorTest.sol";

contract FundingHarness {
    using Funding for Funding.Stack;

    /// @dev One stack for each life: cohorts that completion left behind never show up in the next.
    mapping(uint256 => Funding.Stack) private stacks;
    uint256 private life;
    uint256 private height;

    function heldUp(uint96 reserve, uint64 level, uint96 paid) external pure returns (uint256) {
        return Funding.heldUp(Funding.Cohort(reserve, level, 1, paid));
    }

    /// @notice Operations: 0 starts anew with the last number `x`, 1 pushes a reserve of `x`, 2 lifts with `x` free and
    /// `y` open, 3 pays `y` on the cohort at place `x`, 4 takes `y` off its reserve, 5 finds the place of number `x`.
    function step(uint256 operation, uint256 x, uint256 y) external returns (uint256[7] memory words) {
        if (operation == 0) {
            (height, stacks[++life].nextId) = (0, uint32(x));
        }
        Funding.Stack storage stack = stacks[life];
        if (operation == 1) words[0] = stack.push(height++, x);
        if (operation == 2) (height, words[0]) = stack.lift(height, x, y);
        if (operation == 3) words[0] = change(stack, x - 1, 0, y);
        if (operation == 4) words[0] = change(stack, x - 1, y, 0);
        if (operation == 5) words[0] = stack.find(height, x);

        (words[1], words[2]) = (height, stack.net);
        for (uint256 i; i < height; ++i) {
            Funding.Cohort memory cohort = stack.cohorts[i];
            words[3] += (i + 1) * cohort.reserve;
            words[4] += (i + 1) * cohort.level;
            words[5] += (i + 1) * cohort.id;
            words[6] += (i + 1) * cohort.paid;
        }
    }

    /// @dev As `Claims` does when it pays, and when an incident closes.
    function change(Funding.Stack storage stack, uint256 index, uint256 reserve, uint256 paid)
        private
        returns (uint256 freed)
    {
        Funding.Cohort memory cohort = stack.cohorts[index];
        uint256 held = Funding.heldUp(cohort);
        cohort.reserve -= uint96(reserve);
        cohort.paid += uint96(paid);
        freed = held > Funding.heldUp(cohort) ? held - Funding.heldUp(cohort) : 0;
        stack.net -= uint96(freed);
        stack.cohorts[index] = cohort;
    }
}

contract FundingVectorTest is VectorTest {
    address private harness = address(new FundingHarness());

    function test_heldUp_equalsTwin() public {
        run(harness, "Funding", "heldUp", FundingHarness.heldUp.selector, 120);
    }

    function test_steps_equalTwin() public {
        run(harness, "Funding", "steps", FundingHarness.step.selector, 1_200);
    }
}
