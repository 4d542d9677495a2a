// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolRequestRedeemTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
    }

    function testFuzz_requestRedeem_movesSharesIntoTheQueue(uint256 shares) public {
        shares = bound(shares, 1, pool.balanceOf(alice));
        vm.expectEmit(address(pool));
        emit IPool.RedeemRequest(carol, alice, 1, alice, shares);
        vm.prank(alice);
        assertEq(pool.requestRedeem(shares, carol, alice), 1);
        assertEq(pool.balanceOf(alice), MILLION * 1e12 - shares);
        assertEq(pool.balanceOf(address(pool)), shares);
        assertEq(pool.pendingRedeemRequest(1, carol), shares);
        assertEq(pool.pendingRedeemRequest(1, alice), 0);
        assertEq(pool.totalSupply(), 2 * MILLION * 1e12);
    }

    /// @dev Capital that has asked to leave backs no new cover; the price does not see it until it is paid.
    function testFuzz_requestRedeem_takesTheSharesOutOfTheBacking(uint256 shares) public {
        shares = bound(shares, 1, pool.balanceOf(alice));
        IPool.CapitalReport memory before = report();
        exitOf(pool, alice, shares);
        IPool.CapitalReport memory afterwards = report();
        assertEq(afterwards.backing, before.backing * (2 * MILLION * 1e12 - shares) / (2 * MILLION * 1e12));
        assertEq(afterwards.high, before.high);
        assertEq(afterwards.priceBacking, before.priceBacking);
    }

    function testFuzz_requestRedeem_isOpenToAnOperator(uint256 shares) public {
        shares = bound(shares, 1, pool.balanceOf(alice));
        vm.prank(alice);
        pool.setOperator(keeper, true);
        vm.prank(keeper);
        pool.requestRedeem(shares, keeper, alice);
        assertEq(pool.pendingRedeemRequest(1, keeper), shares);
    }

    function testFuzz_requestRedeem_usesUpAnAllowance(uint256 shares, uint256 allowed) public {
        shares = bound(shares, 1, pool.balanceOf(alice));
        allowed = bound(allowed, shares, type(uint256).max - 1);
        vm.prank(alice);
        pool.approve(keeper, allowed);
        vm.prank(keeper);
        pool.requestRedeem(shares, keeper, alice);
        assertEq(pool.allowance(alice, keeper), allowed - shares);
    }

    function test_requestRedeem_leavesAnInfiniteAllowance() public {
        vm.prank(alice);
        pool.approve(keeper, type(uint256).max);
        vm.prank(keeper);
        pool.requestRedeem(1e18, keeper, alice);
        assertEq(pool.allowance(alice, keeper), type(uint256).max);
    }

    function testFuzz_requestRedeem_numbersRequestsFromOne(uint256 amount) public {
        amount = bound(amount, 1, 20);
        for (uint256 i = 1; i <= amount; ++i) {
            assertEq(exitOf(pool, alice, i), i);
            assertEq(pool.pendingRedeemRequest(i, alice), i);
        }
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_requestRedeem_revertsWith_ZeroAmount() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        vm.prank(alice);
        pool.requestRedeem(0, alice, alice);
        assertNoTrace();
    }

    function test_requestRedeem_revertsWith_ZeroAddress() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAddress.selector));
        vm.prank(alice);
        pool.requestRedeem(1e18, address(0), alice);
        assertNoTrace();
    }

    /// @dev A request for another's shares.
    function testFuzz_requestRedeem_revertsWith_NotAuthorised(uint256 shares, uint256 allowed) public {
        shares = bound(shares, 1, pool.balanceOf(alice));
        allowed = bound(allowed, 0, shares - 1);
        vm.prank(alice);
        pool.approve(attacker, allowed);
        expectRefusal(abi.encodeWithSelector(IPool.NotAuthorised.selector, attacker, alice));
        vm.prank(attacker);
        pool.requestRedeem(shares, attacker, alice);
        assertNoTrace();
        assertEq(pool.allowance(alice, attacker), allowed);
    }

    function test_requestRedeem_revertsWith_NotAuthorised_onceTheOperatorIsDismissed() public {
        vm.startPrank(alice);
        pool.setOperator(keeper, true);
        pool.setOperator(keeper, false);
        vm.stopPrank();
        expectRefusal(abi.encodeWithSelector(IPool.NotAuthorised.selector, keeper, alice));
        vm.prank(keeper);
        pool.requestRedeem(1, keeper, alice);
        assertNoTrace();
    }

    function testFuzz_requestRedeem_revertsAboveTheBalance(uint256 shares) public {
        shares = bound(shares, pool.balanceOf(alice) + 1, type(uint128).max);
        expectRefusal(abi.encodeWithSignature("InsufficientBalance()"));
        vm.prank(alice);
        pool.requestRedeem(shares, alice, alice);
        assertNoTrace();
    }

    function testFuzz_requestRedeem_revertsWith_AmountTooLarge(uint256 shares) public {
        deposit(pool, carol, 1e28);
        shares = bound(shares, uint256(type(uint128).max) + 1, pool.balanceOf(carol));
        expectRefusal(abi.encodeWithSelector(IPool.AmountTooLarge.selector, bytes32("shares")));
        vm.prank(carol);
        pool.requestRedeem(shares, carol, carol);
        assertNoTrace();
    }
}
