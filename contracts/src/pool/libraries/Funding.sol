// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

/// @title How a pool that cannot cover all that it has reserved shares what it has
/// @notice L = the largest level with Σ_granted R·max(l, L) + Σ_open R·L ≤ F; then l ← max(l, L) for each granted
/// reserve. Reserves that are funded in full are one sum, kept by the pool; the others stand in a stack of cohorts of
/// equal level, the highest at the bottom. A grant enters on top at level zero; as money comes, the top rises and merges
/// into the one below. Levels never fall. Amounts are units, levels WAD.
library Funding {
    uint256 internal constant WAD = 1e18;

    /// @notice Granted reserves of equal level.
    /// @param reserve ΣR, units, incl. what was claimed and paid short.
    /// @param level Level of funding, WAD.
    /// @param id Number of the cohort; grants hold the number that they entered with.
    /// @param paid What was paid on claims that are still counted in `reserve`, units.
    struct Cohort {
        uint96 reserve;
        uint64 level;
        uint32 id;
        uint96 paid;
    }

    /// @notice The stack.
    /// @param nextId Number of the next cohort.
    /// @param net Σ(⌈level × reserve⌉ − paid) over the cohorts, units.
    struct Stack {
        uint32 nextId;
        uint96 net;
        mapping(uint256 => Cohort) cohorts;
    }

    /// @dev One run of `lift`.
    struct Run {
        uint256 height;
        uint256 free;
        uint256 open;
        uint256 net;
        uint256 completed;
    }

    /// @notice Puts a granted reserve on top at level zero; `lift` raises it.
    /// @return id Number of its cohort.
    function push(Stack storage stack, uint256 height, uint256 reserve) internal returns (uint32 id) {
        id = ++stack.nextId;
        stack.cohorts[height] = Cohort({reserve: uint96(reserve), level: 0, id: id, paid: 0});
    }

    /// @notice Raises levels as far as the money goes.
    /// @param height Cohorts on the stack.
    /// @param free Units that cohorts and open incidents may use in all, what the cohorts hold already included.
    /// @param open Σ of what open incidents may take at most, units.
    /// @return newHeight Cohorts left.
    /// @return completed Units that moved to the sum of full reserves (net of what was paid on them).
    function lift(Stack storage stack, uint256 height, uint256 free, uint256 open)
        internal
        returns (uint256 newHeight, uint256 completed)
    {
        Run memory run = Run(height, free, open, stack.net, 0);
        while (run.height != 0 && raiseTop(stack, run)) {}
        stack.net = uint96(run.net);
        return (run.height, run.completed);
    }

    /// @dev Raises the top cohort, and merges it into the one below if it reaches it.
    /// @return merged True if there may be more to raise.
    function raiseTop(Stack storage stack, Run memory run) private returns (bool merged) {
        Cohort memory top = stack.cohorts[run.height - 1];
        // What the cohorts below hold is theirs.
        uint256 below = run.net - heldUp(top);
        if (run.free < below) return false;
        if (top.reserve != 0) {
            // What was paid on the top's claims counts as its money.
            uint256 level = Math.fullMulDiv(run.free - below + top.paid, WAD, top.reserve + run.open);
            if (level <= top.level) return false;
            if (level < (run.height == 1 ? WAD : stack.cohorts[run.height - 2].level)) {
                top.level = uint64(level);
                stack.cohorts[run.height - 1].level = uint64(level);
                run.net = below + heldUp(top);
                return false;
            }
        }
        delete stack.cohorts[--run.height];
        if (run.height == 0) {
            run.completed += top.reserve - top.paid;
            run.net = below;
        } else {
            Cohort memory under = stack.cohorts[run.height - 1];
            run.net = below - heldUp(under);
            (under.reserve, under.paid) = (under.reserve + top.reserve, under.paid + top.paid);
            run.net += heldUp(under);
            stack.cohorts[run.height - 1] = under;
        }
        return true;
    }

    /// @notice The place in the stack of the cohort that a grant belongs to now, plus one; zero: it is funded in full.
    /// @dev Merged cohorts keep the lower number, so that it is the highest number that is not above the grant's.
    function find(Stack storage stack, uint256 height, uint256 id) internal view returns (uint256 place) {
        uint256 low;
        while (low < height) {
            uint256 middle = (low + height + 1) / 2;
            if (stack.cohorts[middle - 1].id <= id) low = middle;
            else height = middle - 1;
        }
        return low;
    }

    /// @notice ⌈level × reserve⌉ − paid, units.
    function heldUp(Cohort memory cohort) internal pure returns (uint256) {
        uint256 due = Math.mulDivUp(cohort.reserve, cohort.level, WAD);
        return due > cohort.paid ? due - cohort.paid : 0;
    }
}
