// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolRedeemTest is PoolFixture {
    uint256 private constant SHARES = MILLION * 1e12;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
        dueExit(alice, SHARES);
        pool.processRedeem(1);
    }

    function testFuzz_redeem_sendsProRataRoundedDown(uint256 shares) public {
        shares = bound(shares, 1, SHARES);
        uint256 expected = shares * MILLION / SHARES;
        vm.expectEmit(address(pool));
        emit IPool.Withdraw(alice, carol, alice, expected, shares);
        vm.prank(alice);
        assertEq(pool.redeem(shares, carol, alice), expected);
        assertEq(usd.balanceOf(carol), expected);
        assertEq(pool.maxRedeem(alice), SHARES - shares);
        assertEq(report().owed, MILLION - expected);
        assertEq(report().cash, 2 * MILLION - expected);
    }

    function testFuzz_redeem_inPartsSendsNoMoreThanAtOnce(uint256 first) public {
        first = bound(first, 1, SHARES - 1);
        vm.startPrank(alice);
        uint256 sent = pool.redeem(first, alice, alice);
        sent += pool.redeem(SHARES - first, alice, alice);
        vm.stopPrank();
        assertEq(sent, MILLION);
        assertEq(report().owed, 0);
    }

    function test_redeem_isOpenToAnOperator() public {
        vm.prank(alice);
        pool.setOperator(keeper, true);
        vm.prank(keeper);
        pool.redeem(SHARES, carol, alice);
        assertEq(usd.balanceOf(carol), MILLION);
    }

    /// @dev What was set aside is out of reach of losses, and claimable while the pool is behind the journal.
    function test_redeem_needsNoStepAndKnowsNoLoss() public {
        freshen();
        sellDepeg(MILLION / 2, 30 days);
        uint256 first = openDepeg();
        for (uint256 i; i < 10; ++i) {
            openDepeg();
        }
        grant(first, 1e18);
        vm.prank(alice);
        assertEq(pool.redeem(SHARES, alice, alice), MILLION);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_redeem_revertsWith_ZeroAmount() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        vm.prank(alice);
        pool.redeem(0, alice, alice);
        assertNoTrace();
    }

    function testFuzz_redeem_revertsWith_ExceedsClaimable(uint256 shares) public {
        shares = bound(shares, SHARES + 1, type(uint256).max);
        expectRefusal(abi.encodeWithSelector(IPool.ExceedsClaimable.selector, shares, SHARES));
        vm.prank(alice);
        pool.redeem(shares, alice, alice);
        assertNoTrace();
    }

    /// @dev Never twice (EXT-2).
    function test_redeem_revertsWith_ExceedsClaimable_theSecondTime() public {
        vm.startPrank(alice);
        pool.redeem(SHARES, alice, alice);
        expectRefusal(abi.encodeWithSelector(IPool.ExceedsClaimable.selector, SHARES, 0));
        pool.redeem(SHARES, alice, alice);
        vm.stopPrank();
        assertNoTrace();
    }

    /// @dev An allowance over shares gives no right to what was processed.
    function test_redeem_revertsWith_NotAuthorised() public {
        vm.prank(alice);
        pool.approve(attacker, type(uint256).max);
        expectRefusal(abi.encodeWithSelector(IPool.NotAuthorised.selector, attacker, alice));
        vm.prank(attacker);
        pool.redeem(SHARES, attacker, alice);
        assertNoTrace();
    }
}
