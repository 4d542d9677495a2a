// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice A pool that cannot cover all that it has reserved pays in proportion, and the difference when more comes.
contract IncidentsSettleLevelsTest is PoolFixture {
    uint256 private other;

    /// @dev Two risks, each of which takes `part` of the capital; both covers held.
    function sellTwo(uint256 part) private returns (uint256 a, uint256 b) {
        other = newListing(triggerTerms());
        back(pool, other, 2, 3);
        deposit(pool, alice, MILLION);
        a = buy(pool, depeg, part, 300 days);
        b = buy(pool, other, part, 300 days);
        skip(1 days);
    }

    function openBoth() private returns (uint256 first, uint256 second) {
        first = openDepeg();
        second = openTriggered(pool, other, block.timestamp - 1);
    }

    function testFuzz_settle_paysProRataWhileMoneyIsShort(uint256 part) public {
        part = bound(part, MILLION * 52 / 100, MILLION * 60 / 100);
        (uint256 a, uint256 b) = sellTwo(part);
        (uint256 first, uint256 second) = openBoth();
        grant(first, 1e18);
        grant(second, 1e18);
        uint256 all = MILLION + report().cash - MILLION - report().unearned;
        uint256 paid = settle(first, a) + settle(second, b);
        assertLe(paid, all, "CLM-1");
        assertApproxEqAbs(paid, all, 4, "all that there is is paid");
        (, uint256 paidA,) = incidents.settlementOf(first, a);
        (, uint256 paidB,) = incidents.settlementOf(second, b);
        assertApproxEqAbs(paidA, paidB, 2, "in proportion");
        assertSound(pool);
    }

    /// @dev The order of rulings, and of settlements between them, never matters (CLM-6).
    function testFuzz_settle_fundingDoesNotDependOnTheOrder(uint256 part, bool otherFirst, bool settleBetween) public {
        part = bound(part, MILLION * 52 / 100, MILLION * 60 / 100);
        (uint256 a, uint256 b) = sellTwo(part);
        (uint256 first, uint256 second) = openBoth();
        grant(otherFirst ? second : first, 1e18);
        if (settleBetween) settle(otherFirst ? second : first, otherFirst ? b : a);
        grant(otherFirst ? first : second, 1e18);
        pool.step(9);
        uint256 all = report().cash - report().unearned + usd.balanceOf(holder);
        try incidents.settle(first, list(a)) {} catch {}
        try incidents.settle(second, list(b)) {} catch {}
        (, uint256 paidA,) = incidents.settlementOf(first, a);
        (, uint256 paidB,) = incidents.settlementOf(second, b);
        assertApproxEqAbs(paidA, all / 2, 3);
        assertApproxEqAbs(paidB, all / 2, 3);
    }

    /// @dev Premium that is earned later lifts the funding: settling again pays the difference, and nothing else.
    function testFuzz_settle_againPaysTheDifference(uint256 wait) public {
        (uint256 a, uint256 b) = sellTwo(MILLION * 58 / 100);
        (uint256 first, uint256 second) = openBoth();
        grant(first, 1e18);
        grant(second, 1e18);
        uint256 paid = settle(first, a);
        expectRefusal(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, first));
        incidents.settle(first, list(a));
        assertNoTrace();

        skip(bound(wait, 1 days, 29 days));
        uint256 level = pool.fundingOf(first);
        paid += settle(first, a);
        assertGt(pool.fundingOf(first), level);
        (uint256 claim, uint256 booked, bool done) = incidents.settlementOf(first, a);
        assertEq(claim, MILLION * 58 / 100);
        assertEq(booked, paid);
        assertFalse(done);
        assertEq(covers.coverOf(a).amount, 0, "the claim before funding is off the cover");
        assertApproxEqAbs(settle(second, b), paid, 2);
        assertSound(pool);
    }

    /// @dev A denial frees what was held for it: the other is lifted to 1 and done.
    function test_settle_aDenialLiftsTheOthers() public {
        (uint256 a,) = sellTwo(MILLION * 58 / 100);
        (uint256 first, uint256 second) = openBoth();
        grant(first, 1e18);
        uint256 paid = settle(first, a);
        assertLt(paid, MILLION * 58 / 100);
        deny(second);
        assertEq(settle(first, a) + paid, MILLION * 58 / 100);
        (,, bool done) = incidents.settlementOf(first, a);
        assertTrue(done);
        assertEq(usd.balanceOf(holder), MILLION * 58 / 100);
        assertSound(pool);
    }

    /// @dev While an incident is open its largest reserve takes part: the early one gets no more than its share.
    function test_settle_sharesWithThoseThatAreStillOpen() public {
        (uint256 a, uint256 b) = sellTwo(MILLION * 58 / 100);
        (uint256 first, uint256 second) = openBoth();
        grant(first, 1e18);
        uint256 early = settle(first, a);
        skip(2 days);
        grant(second, 1e18);
        uint256 late = settle(second, b);
        assertGe(late + 1, early);
        assertApproxEqRel(late, early, 0.001e18);
    }

    /// @dev Funding never falls: who was paid keeps it, whatever is granted later.
    function test_settle_levelsNeverFall() public {
        (uint256 a, uint256 b) = sellTwo(MILLION * 60 / 100);
        uint256 first = openDepeg();
        grant(first, 1e18);
        assertEq(settle(first, a), MILLION * 60 / 100);
        uint256 second = openTriggered(pool, other, block.timestamp - 1);
        grant(second, 1e18);
        uint256 rest = settle(second, b);
        assertLt(rest, MILLION * 60 / 100);
        assertEq(pool.fundingOf(first), 1e18);
        assertSound(pool);
    }

    function test_settle_emitsWhatItReserved() public {
        sellTwo(MILLION * 58 / 100);
        (uint256 first,) = openBoth();
        grant(first, 1e18);
        vm.expectEmit(true, true, false, false, address(pool));
        emit IPool.ReserveGranted(first, riskOf(depeg), 0, 0);
        pool.step(9);
        assertLt(pool.fundingOf(first), 1e18);
    }
}
