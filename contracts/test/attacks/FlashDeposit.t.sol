// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice Capital that comes for a moment, or asks to leave and stays: neither moves the price.
contract FlashDepositAttackTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        buy(pool, hack, MILLION * 6 / 10, 60 days);
        skip(5 days);
    }

    function net(uint256 amount) private view returns (uint256) {
        return pool.quote(purchase(depeg, amount, 30 days)).net;
    }

    /// @dev b rises over a cooldown: a deposit does not make this block's cover cheaper.
    function testFuzz_attack_depositDoesNotLowerThePrice(uint256 assets, uint256 amount) public {
        amount = bound(amount, 1e6, MILLION / 3);
        uint256 before = net(amount);
        deposit(pool, attacker, bound(assets, 1e6, 1e15));
        assertEq(net(amount), before);
    }

    /// @dev It does count in the end: a deposit that stays makes cover cheaper, in proportion to its time.
    function test_attack_butCapitalThatStaysDoes() public {
        uint256 before = report().priceBacking;
        deposit(pool, bob, 9 * MILLION);
        skip(COOLDOWN / 2);
        uint256 half = report().priceBacking;
        skip(COOLDOWN);
        uint256 full = report().priceBacking;
        assertGt(half, before);
        assertApproxEqRel(full, pool.totalAssets(), 0.001e18);
        assertLt(half, full * 7 / 10);
    }

    /// @dev A request takes capacity, and cancelling gives it back; the price is the same before, between and after.
    function testFuzz_attack_requestAndCancelMoveNoPrice(uint256 part, uint256 amount) public {
        amount = bound(amount, 1e6, MILLION / 10);
        deposit(pool, attacker, MILLION);
        skip(COOLDOWN);
        freshen();
        uint256 before = net(amount);
        uint256 level = report().level;
        exitOf(pool, attacker, bound(part, 1e12, pool.balanceOf(attacker)));
        assertEq(net(amount), before);
        vm.prank(attacker);
        pool.cancelRedeemRequest(1, attacker, 0);
        assertApproxEqAbs(net(amount), before, 1);
        assertEq(report().level, level);
    }

    /// @dev Asked and cancelled a hundred times: nobody gains, the asker loses rounding at most.
    function test_attack_cancelledAndAskedAgain() public {
        uint256 shares = deposit(pool, attacker, MILLION);
        uint256 others = pool.balanceOf(alice) * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12);
        for (uint256 i = 1; i <= 100; ++i) {
            exitOf(pool, attacker, pool.balanceOf(attacker));
            vm.prank(attacker);
            pool.cancelRedeemRequest(i, attacker, 0);
        }
        assertApproxEqAbs(pool.balanceOf(alice) * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12), others, 10);
        assertLe(pool.balanceOf(attacker), shares);
        assertApproxEqRel(pool.balanceOf(attacker), shares, 1e10);
        assertEq(pool.processRedeem(200), 0, "the gaps are passed over");
        vm.expectRevert(abi.encodeWithSelector(IPool.UnknownRequest.selector, 101));
        pool.processRedeem(200);
        IPool.CapitalReport memory r = report();
        assertEq(r.backing, r.low, "nothing is left in the queue");
    }

    /// @dev A deposit adds capacity at once, but it is real: it cannot leave before a cooldown, nor while it is needed.
    function testFuzz_attack_capacityIsNotBorrowed(uint256 assets) public {
        assets = bound(assets, MILLION, 10 * MILLION);
        deposit(pool, attacker, assets);
        buy(pool, depeg, MILLION, 60 days);
        exitOf(pool, attacker, pool.balanceOf(attacker));
        vm.expectRevert(
            abi.encodeWithSelector(IPool.CooldownNotOver.selector, block.timestamp + COOLDOWN, block.timestamp)
        );
        pool.processRedeem(1);
        skip(COOLDOWN);
        pool.processRedeem(1);
        IPool.CapitalReport memory r = report();
        assertGe(r.low, r.scr, "SOL-1");
    }
}
