// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {Funding} from "../../../../src/pool/libraries/Funding.sol";
import {Test} from "../../../Test.sol";

/// @notice The stack against the definition: L is the largest level with Σ R·max(l, L) + open·L ≤ F.
contract FundingTest is Test {
    using Funding for Funding.Stack;

    uint256 private constant WAD = 1e18;

    /// @dev A granted reserve, by the stack and by the definition.
    struct Grant {
        uint256 reserve;
        uint256 cohort;
        uint256 level;
        uint256 expected;
        uint256 claimed;
        uint256 paid;
    }

    Funding.Stack private stack;
    Grant[] private grants;
    uint256[] private opened;
    uint256 private height;
    uint256 private openSum;
    uint256 private cash;
    uint256 private full;

    // -- Against the definition ----------------------------------------------------------------------------------

    /// @notice Openings, rulings, money and payments at random: levels agree, never fall, and never promise more than
    /// there is.
    /// @custom:invariant CLM-1 CLM-5
    function testFuzz_lift_isTheDefinition(uint256 seed, uint96 money, uint96[6] memory reserves) public {
        uint256 bits = 90 - seed % 87;
        cash = money >> (96 - bits);
        for (uint256 i; i < 14; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            uint256 size = 1 + (reserves[i % 6] >> (96 - bits));
            if (dice % 5 < 2) openIncident(size);
            else if (dice % 5 == 2 && opened.length != 0) rule(dice >> 8);
            else if (dice % 5 == 3 && grants.length != 0) pay(dice >> 8);
            else cash += size;
            settle();
            check();
        }
    }

    /// @custom:invariant CLM-6
    function testFuzz_lift_orderOfRulingsDoesNotMatter(uint64[4] memory most, uint64[4] memory granted, uint64 money)
        public
    {
        uint256[4] memory levels;
        for (uint256 run; run < 2; ++run) {
            (cash, full, height, stack.net) = (money, 0, 0, 0);
            delete grants;
            for (uint256 i; i < 4; ++i) {
                openSum += most[i];
            }
            for (uint256 n; n < 4; ++n) {
                uint256 i = run == 0 ? n : 3 - n;
                openSum -= most[i];
                grantReserve(bound(granted[i], 0, most[i]));
                settle();
            }
            // A grant of nothing is a denial, and not on the list.
            for ((uint256 n, uint256 g) = (0, 0); n < 4; ++n) {
                uint256 i = run == 0 ? n : 3 - n;
                uint256 reserve = bound(granted[i], 0, most[i]);
                if (reserve == 0) continue;
                uint256 level = grants[g++].level;
                if (run == 0) levels[i] = level;
                else assertLe(reserve * Math.dist(level, levels[i]) / WAD, tolerance(), "but for rounding");
            }
        }
    }

    // -- Examples ------------------------------------------------------------------------------------------------

    function test_lift_raisesTheLowestFirst() public {
        (height,) = pushAndLift(100, 50, 0);
        (height,) = pushAndLift(100, 50, 0);
        assertEq(stack.cohorts[0].level, 0.5e18);
        assertEq(stack.cohorts[1].level, 0);
        (height,) = stack.lift(height, 80, 0);
        assertEq(stack.cohorts[1].level, 0.3e18);
        (height,) = stack.lift(height, 120, 0);
        assertEq(height, 1);
        assertEq(stack.cohorts[0].level, 0.6e18);
        assertEq(stack.find(height, 1), 1);
        assertEq(stack.find(height, 2), 1, "merged");
        uint256 completed;
        (height, completed) = stack.lift(height, 200, 0);
        assertEq(height, 0);
        assertEq(completed, 200);
        assertEq(stack.net, 0);
        assertEq(stack.find(height, 2), 0, "funded in full");
    }

    function test_lift_sharesWithWhatIsOpen() public {
        (height,) = pushAndLift(100, 60, 100);
        assertEq(stack.cohorts[0].level, 0.3e18, "as if the open one were granted");
        (height,) = stack.lift(height, 60, 0);
        assertEq(stack.cohorts[0].level, 0.6e18, "denied: it frees its share");
    }

    function test_lift_neverLowersALevel() public {
        (height,) = pushAndLift(100, 60, 0);
        (height,) = stack.lift(height, 10, 1_000);
        assertEq(stack.cohorts[0].level, 0.6e18);
    }

    function testFuzz_find_isTheHighestNumberNotAbove(uint8 count, uint32 id) public {
        uint256 total = bound(count, 0, 40);
        for (uint256 i; i < total; ++i) {
            stack.nextId += uint32(uint256(keccak256(abi.encode(i))) % 4); // as if cohorts had merged
            stack.push(i, 1);
        }
        uint256 place;
        for (uint256 i; i < total; ++i) {
            if (stack.cohorts[i].id <= id) place = i + 1;
        }
        assertEq(stack.find(total, id), place);
    }

    // -- Internal: the pool --------------------------------------------------------------------------------------

    function pushAndLift(uint256 reserve, uint256 free, uint256 open) private returns (uint256, uint256) {
        stack.push(height, reserve);
        return stack.lift(height + 1, free, open);
    }

    function openIncident(uint256 reserve) private {
        opened.push(reserve);
        openSum += reserve;
    }

    function rule(uint256 dice) private {
        uint256 most = opened[opened.length - 1];
        opened.pop();
        openSum -= most;
        grantReserve(dice % 4 == 0 ? 0 : 1 + dice % most);
    }

    function grantReserve(uint256 reserve) private {
        if (reserve == 0) return;
        uint256 id;
        if (height == 0 && reserve + openSum <= cash - full) full += reserve;
        else id = stack.push(height++, reserve);
        grants.push(Grant({reserve: reserve, cohort: id, level: 0, expected: 0, claimed: 0, paid: 0}));
    }

    function pay(uint256 dice) private {
        Grant storage grant = grants[dice % grants.length];
        grant.claimed += (grant.reserve - grant.claimed) / (1 + dice % 3);
        uint256 payout = Math.fullMulDiv(grant.claimed, grant.level, WAD) - grant.paid;
        grant.paid += payout;
        cash -= payout;
        uint256 place = grant.cohort == 0 ? 0 : stack.find(height, grant.cohort);
        if (place == 0) {
            full -= payout;
        } else {
            stack.cohorts[place - 1].paid += uint96(payout);
            stack.net -= uint96(payout);
        }
    }

    function settle() private {
        uint256 completed;
        (height, completed) = stack.lift(height, cash - full, openSum);
        full += completed;
        uint256 level = definition();
        for (uint256 i; i < grants.length; ++i) {
            Grant storage grant = grants[i];
            uint256 place = grant.cohort == 0 ? 0 : stack.find(height, grant.cohort);
            uint256 now_ = place == 0 ? WAD : stack.cohorts[place - 1].level;
            assertGe(now_, grant.level, "levels never fall");
            grant.level = now_;
            if (level > grant.expected) grant.expected = level;
        }
    }

    /// @dev L, by bisection.
    function definition() private view returns (uint256 low) {
        uint256 money = cash;
        for (uint256 i; i < grants.length; ++i) {
            money += grants[i].paid; // what was paid counts as money
        }
        uint256 high = WAD;
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            uint256 needed = Math.mulDivUp(openSum, middle, WAD);
            for (uint256 i; i < grants.length; ++i) {
                needed += Math.mulDivUp(grants[i].reserve, Math.max(middle, grants[i].expected), WAD);
            }
            if (needed <= money) low = middle;
            else high = middle - 1;
        }
    }

    function check() private view {
        assertLe(full + stack.net, cash, "never more than there is");
        uint256 promised;
        uint256 paid;
        for (uint256 i; i < grants.length; ++i) {
            Grant memory grant = grants[i];
            promised += Math.fullMulDiv(grant.reserve, grant.level, WAD);
            paid += grant.paid;
            uint256 apart = Math.fullMulDiv(grant.reserve, Math.dist(grant.level, grant.expected), WAD);
            assertLe(apart, tolerance(), "the definition, but for rounding");
        }
        assertLe(promised, cash + paid, "never more than F");
    }

    /// @dev A unit for each grant and for what is open, and one step of the level (1e-18) on everything.
    function tolerance() private view returns (uint256 units) {
        units = openSum;
        for (uint256 i; i < grants.length; ++i) {
            units += grants[i].reserve;
        }
        return units / WAD + grants.length + 2;
    }
}
