// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolProcessRedeemTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
    }

    function testFuzz_processRedeem_setsAsideForTheController(uint256 shares) public {
        shares = bound(shares, 1e12, pool.balanceOf(alice));
        dueExit(alice, shares);
        uint256 expected = shares / 1e12;
        vm.expectEmit(address(pool));
        emit IPool.RedeemProcessed(1, alice, shares, expected, 0);
        vm.prank(keeper);
        assertEq(pool.processRedeem(1), expected);
        assertEq(pool.maxRedeem(alice), shares);
        assertEq(pool.maxWithdraw(alice), expected);
        assertEq(report().owed, expected);
        assertEq(pool.totalSupply(), 2 * MILLION * 1e12 - shares);
        assertEq(pool.totalAssets(), 2 * MILLION - expected);
    }

    /// @dev min(value when asked, at High; value now, at Low): no gains while leaving; they stream to those who stay.
    function testFuzz_processRedeem_paysNoMoreThanWhenAsked(uint256 shares) public {
        shares = bound(shares, 1e18, pool.balanceOf(alice));
        sellDepeg(MILLION / 2, 30 days);
        uint256 asked = shares * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12);
        dueExit(alice, shares);
        uint256 worth = shares * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12);
        assertEq(pool.processRedeem(1), asked);
        assertApproxEqAbs(report().unvested, worth - asked, 1);
    }

    /// @dev Losses made while leaving are borne like everybody's.
    function testFuzz_processRedeem_paysNoMoreThanNow(uint256 shares, uint64 ratio) public {
        shares = bound(shares, 1e18, pool.balanceOf(alice));
        ratio = uint64(bound(ratio, 0.1e18, 1e18));
        uint256 id = sellDepeg(MILLION / 2, 10 days);
        exitOf(pool, alice, shares);
        uint256 incident = openDepeg();
        grant(incident, ratio);
        settle(incident, id);
        skip(COOLDOWN);
        uint256 worth = shares * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12);
        assertEq(pool.processRedeem(1), worth);
        assertLt(worth, shares / 1e12);
    }

    /// @dev Partial service keeps SCR ≤ own funds (SOL-1); the rest follows when the cover has run off (EXT-1).
    function testFuzz_processRedeem_servesInPartWhileCapitalIsNeeded(uint256 sold) public {
        sold = bound(sold, MILLION + 50_000e6, 2 * MILLION - 1e6);
        sellDepeg(sold, 30 days);
        dueExit(alice, pool.balanceOf(alice));
        uint256 paid = pool.processRedeem(5);
        IPool.CapitalReport memory r = report();
        assertGe(r.low, r.scr, "SOL-1");
        assertApproxEqAbs(r.low, r.scr, 2, "all that can be paid is paid");
        assertGt(paid, 0);
        assertGt(pool.pendingRedeemRequest(1, alice), 0);

        skip(24 days);
        pool.release(riskOf(depeg));
        pool.processRedeem(5);
        assertEq(pool.pendingRedeemRequest(1, alice), 0);
        assertEq(pool.maxRedeem(alice), MILLION * 1e12);
        assertLe(pool.maxWithdraw(alice), MILLION, "EXT-2");
        assertApproxEqAbs(pool.maxWithdraw(alice), MILLION, 3);
    }

    /// @dev First asked, first served: the second waits until the first is served in full.
    function test_processRedeem_keepsTheOrder() public {
        sellDepeg(MILLION * 3 / 2, 30 days);
        exitOf(pool, alice, pool.balanceOf(alice));
        exitOf(pool, bob, 1e18);
        skip(COOLDOWN);
        pool.processRedeem(10);
        assertGt(pool.maxRedeem(alice), 0);
        assertEq(pool.maxRedeem(bob), 0);
        expectRefusal(abi.encodeWithSelector(IPool.ExitNotPayable.selector, report().scr, report().low));
        pool.processRedeem(10);
        assertNoTrace();
    }

    function testFuzz_processRedeem_servesUpToMax(uint256 requests, uint256 max) public {
        requests = bound(requests, 1, 20);
        max = bound(max, 1, 25);
        for (uint256 i; i < requests; ++i) {
            exitOf(pool, alice, 1e18);
        }
        skip(COOLDOWN);
        uint256 served = max < requests ? max : requests;
        assertEq(pool.processRedeem(max), served * 1e6);
        assertEq(pool.maxRedeem(alice), served * 1e18);
    }

    /// @dev Those behind the first that is not due wait; those before it are served.
    function test_processRedeem_stopsAtTheFirstThatIsNotDue() public {
        exitOf(pool, alice, 1e18);
        skip(1 days);
        exitOf(pool, bob, 1e18);
        skip(COOLDOWN - 1 days);
        pool.processRedeem(10);
        assertEq(pool.maxRedeem(alice), 1e18);
        assertEq(pool.maxRedeem(bob), 0);
    }

    /// @dev Everybody leaves: nothing is left but rounding.
    function testFuzz_processRedeem_emptiesThePool(uint256 a, uint256 b) public {
        pool = newPool(address(usd));
        (a, b) = (bound(a, 1, 1e18), bound(b, 1, 1e18));
        deposit(pool, alice, a);
        deposit(pool, bob, b);
        exitOf(pool, alice, pool.balanceOf(alice));
        exitOf(pool, bob, pool.balanceOf(bob));
        skip(COOLDOWN);
        assertEq(pool.processRedeem(2), a + b);
        assertEq(pool.totalSupply(), 0);
        assertEq(report().backing, 0);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function testFuzz_processRedeem_revertsWith_CooldownNotOver(uint256 wait) public {
        uint256 readyAt = block.timestamp + COOLDOWN;
        exitOf(pool, alice, 1e18);
        skip(bound(wait, 0, COOLDOWN - 1));
        expectRefusal(abi.encodeWithSelector(IPool.CooldownNotOver.selector, readyAt, block.timestamp));
        pool.processRedeem(1);
        assertNoTrace();
    }

    /// @dev Not while an incident is open: nobody is pushed out at Low.
    function test_processRedeem_revertsWith_ExitsFrozen() public {
        sellDepeg(1e6, 30 days);
        dueExit(alice, 1e18);
        uint256 incident = openDepeg();
        expectRefusal(abi.encodeWithSelector(IPool.ExitsFrozen.selector, 1));
        pool.processRedeem(1);
        assertNoTrace();
        deny(incident);
        pool.processRedeem(1);
        assertEq(pool.maxRedeem(alice), 1e18);
    }

    /// @dev The requirement is not met: nothing is paid, and no share is burnt for nothing.
    function testFuzz_processRedeem_revertsWith_ExitNotPayable(uint256 lost) public {
        sellDepeg(MILLION, 30 days);
        dueExit(alice, pool.balanceOf(alice));
        shrink(bound(lost, MILLION + 10_000e6, 2 * MILLION));
        pool.writeDown();
        IPool.CapitalReport memory r = report();
        expectRefusal(abi.encodeWithSelector(IPool.ExitNotPayable.selector, r.scr, r.low));
        pool.processRedeem(1);
        assertNoTrace();
        assertEq(pool.pendingRedeemRequest(1, alice), MILLION * 1e12);
    }

    /// @dev Grants take all that there is for now: exits wait for what is left of it, they are not paid with nothing.
    function test_processRedeem_revertsWith_ExitNotPayable_whileEverythingIsReserved() public {
        uint256 other = newBackedListing();
        buy(pool, depeg, MILLION * 12 / 10, 20 days);
        buy(pool, other, MILLION * 12 / 10, 20 days);
        exitOf(pool, alice, pool.balanceOf(alice));
        skip(COOLDOWN);
        uint256 first = openDepeg();
        uint256 second = openTriggered(pool, other, block.timestamp - 1);
        grant(first, 1e18);
        grant(second, 1e18);
        pool.step(10);
        assertEq(report().low, 0);
        expectRefusal(abi.encodeWithSelector(IPool.ExitNotPayable.selector, 0, 0));
        pool.processRedeem(1);
        assertNoTrace();

        skip(30 days);
        incidents.close(first);
        incidents.close(second);
        pool.step(10);
        skip(COOLDOWN);
        pool.release(riskOf(depeg));
        pool.release(riskOf(other));
        assertApproxEqAbs(pool.processRedeem(1), MILLION, 2, "nobody claimed");
    }

    function testFuzz_processRedeem_revertsWith_UnknownRequest(uint256 max) public {
        expectRefusal(abi.encodeWithSelector(IPool.UnknownRequest.selector, 1));
        pool.processRedeem(max);
        assertNoTrace();
    }

    function test_processRedeem_revertsWith_UnknownRequest_forNone() public {
        dueExit(alice, 1e18);
        expectRefusal(abi.encodeWithSelector(IPool.UnknownRequest.selector, 1));
        pool.processRedeem(0);
        assertNoTrace();
    }
}
