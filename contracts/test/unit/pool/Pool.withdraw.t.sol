// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolWithdrawTest is PoolFixture {
    uint256 private constant SHARES = MILLION * 1e12;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
        dueExit(alice, SHARES);
        pool.processRedeem(1);
    }

    function testFuzz_withdraw_sendsExactlyTheAssets(uint256 assets) public {
        assets = bound(assets, 1, MILLION);
        vm.expectEmit(address(pool));
        emit IPool.Withdraw(alice, carol, alice, assets, assets * 1e12);
        vm.prank(alice);
        assertEq(pool.withdraw(assets, carol, alice), assets * 1e12);
        assertEq(usd.balanceOf(carol), assets);
        assertEq(pool.maxWithdraw(alice), MILLION - assets);
    }

    /// @dev Shares are used up rounded up, the last unit of assets stays within reach.
    function testFuzz_withdraw_leavesNothingBehind(uint256 claimed, uint256 first) public {
        claimed = bound(claimed, 1, SHARES);
        vm.startPrank(alice);
        pool.redeem(claimed, alice, alice);
        uint256 left = pool.maxWithdraw(alice);
        vm.assume(left > 1);
        first = bound(first, 1, left - 1);
        pool.withdraw(first, alice, alice);
        pool.withdraw(left - first, alice, alice);
        vm.stopPrank();
        assertEq(usd.balanceOf(alice), MILLION);
        assertEq(pool.maxWithdraw(alice), 0);
        assertEq(pool.maxRedeem(alice), 0);
    }

    /// @dev Debts were written down: what can be withdrawn is what can be sent, to the unit.
    function testFuzz_withdraw_sendsExactlyTheAssetsAfterAWriteDown(uint256 lost, uint256 assets) public {
        lost = bound(lost, MILLION + 1, 2 * MILLION - 100);
        shrink(lost);
        pool.writeDown();
        uint256 most = pool.maxWithdraw(alice);
        assertApproxEqAbs(most, 2 * MILLION - lost, 1);
        vm.assume(most != 0);
        assets = bound(assets, 1, most);
        vm.startPrank(alice);
        pool.withdraw(assets, alice, alice);
        assertEq(usd.balanceOf(alice), assets);
        uint256 rest = pool.maxWithdraw(alice);
        if (rest != 0) pool.withdraw(rest, alice, alice);
        vm.stopPrank();
        assertLe(usd.balanceOf(alice), most + 1);
        assertSound(pool);
    }

    function test_withdraw_isOpenToAnOperator() public {
        vm.prank(alice);
        pool.setOperator(keeper, true);
        vm.prank(keeper);
        pool.withdraw(MILLION, carol, alice);
        assertEq(usd.balanceOf(carol), MILLION);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_withdraw_revertsWith_ZeroAmount() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        vm.prank(alice);
        pool.withdraw(0, alice, alice);
        assertNoTrace();
    }

    function testFuzz_withdraw_revertsWith_ExceedsClaimable(uint256 assets) public {
        assets = bound(assets, MILLION + 1, type(uint256).max);
        expectRefusal(abi.encodeWithSelector(IPool.ExceedsClaimable.selector, assets, MILLION));
        vm.prank(alice);
        pool.withdraw(assets, alice, alice);
        assertNoTrace();
    }

    function testFuzz_withdraw_revertsWith_ExceedsClaimable_forWhoAskedNothing(address who, uint256 assets) public {
        vm.assume(who != alice);
        assets = bound(assets, 1, type(uint256).max);
        expectRefusal(abi.encodeWithSelector(IPool.ExceedsClaimable.selector, assets, 0));
        vm.prank(who);
        pool.withdraw(assets, who, who);
        assertNoTrace();
    }

    function test_withdraw_revertsWith_NotAuthorised() public {
        expectRefusal(abi.encodeWithSelector(IPool.NotAuthorised.selector, attacker, alice));
        vm.prank(attacker);
        pool.withdraw(1e6, attacker, alice);
        assertNoTrace();
    }
}
