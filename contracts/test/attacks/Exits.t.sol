// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice Leaving just before the bill comes.
contract ExitAttackTest is PoolFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, attacker, MILLION);
        id = sellDepeg(MILLION, 100 days);
    }

    function worth(address who) private view returns (uint256) {
        return pool.balanceOf(who) * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12);
    }

    /// @dev An exit in the block of the ruling, before anybody stepped: the call itself steps first.
    function test_attack_exitInTheBlockOfTheRuling() public {
        dueExit(attacker, pool.balanceOf(attacker));
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        vm.prank(attacker);
        pool.processRedeem(1);
        assertLt(pool.maxWithdraw(attacker), MILLION * 51 / 100);
        settle(incident, id);
        assertGe(worth(alice) + 2, MILLION / 2);
    }

    /// @dev Just before the ruling: exits are frozen, and his own is paid at Low, which has the whole loss in it.
    function testFuzz_attack_exitJustBeforeTheRuling(uint64 ratio) public {
        ratio = uint64(bound(ratio, 0.01e18, 1e18));
        dueExit(attacker, pool.balanceOf(attacker));
        uint256 incident = openDepeg();
        vm.expectRevert(abi.encodeWithSelector(IPool.ExitsFrozen.selector, 1));
        pool.processRedeem(1);
        vm.prank(attacker);
        pool.processOwnRedeem(1, 0);
        uint256 got = pool.maxWithdraw(attacker);
        grant(incident, ratio);
        pool.step(9);
        skip(COOLDOWN);
        assertLe(got, worth(alice) + 1, "who stayed has no less than who fled");
    }

    /// @dev While a trigger is armed the same holds, and a recovery gives what he left behind to those who stayed.
    function test_attack_exitWhileArmed() public {
        dueExit(attacker, pool.balanceOf(attacker));
        uint256 armed = openDepeg();
        vm.prank(attacker);
        uint256 paid = pool.processOwnRedeem(1, 0);
        assertLt(paid, MILLION * 51 / 100);
        deny(armed);
        pool.step(9);
        assertLe(worth(alice), MILLION + 20_000e6, "nobody is paid at once");
        skip(COOLDOWN);
        assertGt(worth(alice), MILLION * 149 / 100, "but over a cooldown");
    }

    /// @dev A queued exit is no free option: it pays the lower of then and now, and cancelling returns no more.
    function testFuzz_attack_queueAsAnOption(uint256 wait, bool cancels) public {
        uint256 asked = worth(attacker);
        exitOf(pool, attacker, pool.balanceOf(attacker));
        skip(bound(wait, COOLDOWN, 90 days));
        uint256 others = worth(alice);
        if (cancels) {
            vm.prank(attacker);
            pool.cancelRedeemRequest(1, attacker, 0);
            assertLe(worth(attacker), asked + 1);
        } else {
            pool.processRedeem(1);
            assertLe(pool.maxWithdraw(attacker), asked);
        }
        assertGe(worth(alice) + 2, others);
    }

    /// @dev Opening a bogus incident to catch others at Low: only they themselves can be paid at Low.
    function test_attack_pushingOthersOutAtLow() public {
        dueExit(alice, pool.balanceOf(alice));
        uint256 bogus = openDepeg();
        vm.startPrank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IPool.ExitsFrozen.selector, 1));
        pool.processRedeem(1);
        vm.expectRevert(abi.encodeWithSelector(IPool.NotAuthorised.selector, attacker, alice));
        pool.processOwnRedeem(1, 0);
        vm.stopPrank();
        deny(bogus);
        pool.processRedeem(1);
        assertEq(pool.maxWithdraw(alice), MILLION);
    }

    /// @dev Selling oneself cover to block exits: what is due comes before every sale.
    function testFuzz_attack_blockingExitsBySales(uint256 amount) public {
        exitOf(pool, alice, pool.balanceOf(alice));
        freshen();
        amount = bound(amount, 1e6, 2 * MILLION);
        IPool.Purchase memory p = purchase(hack, amount, 300 days);
        fundAccount(holder, MILLION);
        vm.prank(holder);
        try pool.buy(p) {} catch {}
        skip(COOLDOWN);
        pool.processRedeem(1);
        assertEq(pool.pendingRedeemRequest(1, alice), 0, "sold only what left room for the exit");
    }
}
