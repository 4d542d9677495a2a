// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolContributeTest is PoolFixture {
    function give(uint256 assets) private {
        fundAccount(carol, assets);
        vm.prank(carol);
        pool.contribute(assets);
    }

    /// @dev Nobody enters for a gift and leaves with it: it streams in over a cooldown.
    function testFuzz_contribute_streamsIn(uint256 assets) public {
        assets = bound(assets, 1, MILLION);
        deposit(pool, alice, MILLION);
        uint256 before = pool.totalAssets();
        fundAccount(carol, assets);
        vm.expectEmit(address(pool));
        emit IPool.Contributed(carol, assets);
        vm.prank(carol);
        pool.contribute(assets);
        assertEq(pool.totalAssets(), before, "CAP-4");
        skip(COOLDOWN);
        assertApproxEqAbs(pool.totalAssets(), before + assets, 1);
        assertSound(pool);
    }

    function test_contribute_liftsWhoIsPaidShort_first() public {
        (uint256 incident, uint256 id) = makeShort();
        settle(incident, id);
        uint256 level = pool.fundingOf(incident);
        uint256 paid = usd.balanceOf(holder);
        uint256 high = pool.totalAssets();
        give(100_000e6);
        assertGt(pool.fundingOf(incident), level);
        assertGt(settle(incident, id), 0);
        assertGt(usd.balanceOf(holder), paid);
        assertEq(pool.totalAssets(), high, "own funds gain nothing in the block");
        assertSound(pool);
    }

    function test_contribute_revertsWith_ZeroAmount() public {
        deposit(pool, alice, MILLION);
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        pool.contribute(0);
        assertNoTrace();
    }

    function test_contribute_revertsWith_AmountTooLarge() public {
        deposit(pool, alice, MILLION);
        expectRefusal(abi.encodeWithSelector(IPool.AmountTooLarge.selector, bytes32("cash")));
        pool.contribute(type(uint96).max);
        assertNoTrace();
    }

    /// @dev Dust does not hold back what still streams in.
    function test_attack_dustGifts_holdNoGainBack() public {
        deposit(pool, alice, MILLION);
        give(1_000e6);
        for (uint256 i; i < 50; ++i) {
            skip(COOLDOWN / 50);
            give(1);
        }
        assertGt(pool.totalAssets(), MILLION + 999e6);
    }

    /// @dev After a write-down, short or not, a gift is booked once and gains nobody anything in its block.
    function testFuzz_attack_giftAfterAWriteDown(uint256 lost, uint256 assets, bool short) public {
        uint256 incident;
        uint256 id;
        if (short) (incident, id) = makeShort();
        else deposit(pool, alice, MILLION);
        lost = bound(lost, 1, MILLION * 105 / 100);
        assets = bound(assets, 1, 2 * MILLION);
        uint256 balance = usd.balanceOf(address(pool));
        uint256 keep = report().unearned + report().unvested;
        if (lost + keep > balance) lost = balance - keep;
        shrink(lost);
        pool.writeDown();
        uint256 high = pool.totalAssets();
        give(assets);
        assertLe(pool.totalAssets(), high + 1, "CAP-4");
        assertSound(pool);
        if (short) settle(incident, id);
        skip(COOLDOWN);
        if (short) try incidents.settle(incident, list(id)) {} catch {}
        assertLe(pool.totalAssets(), high + assets + keep + MILLION / 10);
        assertSound(pool);
    }

    /// @dev Who is alone with dust in an empty pool gains no more than was given, and nobody who comes later loses.
    function testFuzz_attack_inflatingAnEmptyPoolByAGift(uint256 assets, uint256 victim) public {
        assets = bound(assets, 1, MILLION);
        victim = bound(victim, 1e6, MILLION);
        give(assets);
        deposit(pool, alice, 1);
        skip(COOLDOWN);
        fundAccount(bob, victim);
        vm.prank(bob);
        (bool entered,) = address(pool).call(abi.encodeCall(pool.deposit, (victim, bob)));
        if (!entered) return;
        assertGe(valueOf(bob) + victim / 1e6 + 2, victim);
    }

    /// @dev Two incidents that were open together end at one level, whichever was granted when the gift came (CLM-6).
    function testFuzz_attack_giftBetweenTwoRulings_prefersNobody(uint256 assets, bool before) public {
        assets = bound(assets, 1e6, 150_000e6);
        (uint256 incident,) = makeShort();
        if (before) give(assets);
        grant(incident + 1, 1e18);
        pool.step(10);
        if (!before) give(assets);
        skip(COOLDOWN + 1);
        usd.mint(carol, 1);
        give(1);
        assertApproxEqAbs(pool.fundingOf(incident), pool.fundingOf(incident + 1), 1e9);
    }
}
