// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice CLM-6: the final fundings of incidents that were open together do not depend on the order of rulings, though
/// several of them are on one risk.
contract IncidentsRuleOrderTest is PoolFixture {
    uint256 private constant CASES = 6;
    uint256 private listing;
    uint256[CASES] private incident;

    /// @dev Two events of a trigger's risk, three losses of a judged one of which two are one event, and a third risk.
    function openAll(uint64 maxRatio) private {
        IListings.Terms memory t = courtTerms();
        (t.maxRatio, t.deductible) = (maxRatio, 0.05e18);
        listing = newListing(t);
        uint256 other = newListing(triggerTerms());
        back(pool, listing, 2, 3);
        back(pool, other, 3, 4);
        deposit(pool, alice, MILLION);
        buy(pool, depeg, MILLION * 40 / 100, 300 days);
        buy(pool, listing, MILLION * 40 / 100, 300 days);
        buy(pool, other, MILLION * 40 / 100, 300 days);
        skip(5 days);
        incident[0] = openTriggered(pool, depeg, block.timestamp - 2 hours);
        incident[1] = openTriggered(pool, depeg, block.timestamp - 1 hours);
        incident[2] = openTriggered(pool, other, block.timestamp - 1);
        incident[3] = assertLoss(pool, keeper, listing, block.timestamp - 4 days, 0.1e18);
        incident[4] = assertLoss(pool, keeper, listing, block.timestamp - 2, 0.1e18);
        incident[5] = assertLoss(pool, keeper, listing, block.timestamp - 1, 0.1e18);
    }

    /// @dev What each incident is granted: none where it is zero.
    function ruleOne(uint256 which, uint64 ratio) private {
        if (which < 3) {
            if (ratio == 0) deny(incident[which]);
            else grant(incident[which], ratio);
        } else {
            courtRules(incident[which], ratio == 0 ? DENIED : GRANTED, ratio);
        }
    }

    /// @dev Rules all in an order, stepping now and then.
    function levelsAfter(uint64[CASES] memory ratios, uint256 order) private returns (uint256[CASES] memory levels) {
        uint256 state = vm.snapshotState();
        uint256[CASES] memory rest = [uint256(0), 1, 2, 3, 4, 5];
        for (uint256 left = CASES; left != 0; --left) {
            uint256 pick = order % left;
            order /= left;
            ruleOne(rest[pick], ratios[rest[pick]]);
            if (order % 2 == 0) pool.step(99);
            rest[pick] = rest[left - 1];
        }
        pool.step(99);
        for (uint256 i; i < CASES; ++i) {
            levels[i] = pool.fundingOf(incident[i]);
        }
        assertSound(pool);
        vm.revertToState(state);
    }

    /// @custom:invariant CLM-6
    function testFuzz_rule_fundingDoesNotDependOnTheOrderThoughEventsShareARisk(
        uint64[CASES] memory ratios,
        uint64 maxRatio,
        uint256 one,
        uint256 another
    ) public {
        maxRatio = 0.3e18 + 0.1e18 * (maxRatio % 8);
        openAll(maxRatio);
        for (uint256 i; i < CASES; ++i) {
            // Some are denied; the two of one event differ by nothing or by a tenth at least.
            ratios[i] = ratios[i] % 5 == 0 ? 0 : 0.5e18 + 0.1e18 * (ratios[i] % 6);
        }
        uint256[CASES] memory a = levelsAfter(ratios, one);
        uint256[CASES] memory b = levelsAfter(ratios, another);
        for (uint256 i; i < CASES; ++i) {
            // A raise is nothing where the higher ratio was granted first.
            if (a[i] == 0 || b[i] == 0) continue;
            // A unit for each cohort, of a reserve of 40,000 at the least.
            assertApproxEqAbs(a[i], b[i], 2e8, "CLM-6");
        }
    }
}
