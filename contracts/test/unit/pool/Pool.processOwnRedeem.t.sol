// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice While an incident is open, a requester may leave at Low, if all exits could be paid.
contract PoolProcessOwnRedeemTest is PoolFixture {
    uint256 private incident;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
        sellDepeg(MILLION / 2, 60 days);
    }

    function openWhileDue(uint256 ofAlice, uint256 ofBob) private {
        exitOf(pool, alice, ofAlice);
        if (ofBob != 0) exitOf(pool, bob, ofBob);
        skip(COOLDOWN);
        incident = openDepeg();
    }

    function testFuzz_processOwnRedeem_paysTheLowerOfAskedAndLow(uint256 shares) public {
        shares = bound(shares, 1e18, pool.balanceOf(alice));
        openWhileDue(shares, 0);
        pool.step(1);
        uint256 low = report().low;
        uint256 worth = shares * (low + 1) / (pool.totalSupply() + 1e12);
        vm.prank(alice);
        uint256 paid = pool.processOwnRedeem(1, 0);
        assertEq(paid, worth);
        assertEq(pool.maxWithdraw(alice), worth);
        IPool.CapitalReport memory r = report();
        assertGe(r.low, r.scr, "SOL-1");
        assertApproxEqAbs(r.high + r.unvested + paid, low + MILLION / 2, 2, "what it left behind streams to the others");
    }

    /// @dev In any order: bob need not wait for alice, nor alice for bob.
    function test_processOwnRedeem_isOutOfOrder() public {
        openWhileDue(1e18, 2e18);
        vm.prank(bob);
        pool.processOwnRedeem(2, 0);
        assertEq(pool.maxRedeem(bob), 2e18);
        assertEq(pool.pendingRedeemRequest(1, alice), 1e18);
        deny(incident);
        pool.processRedeem(2);
        assertEq(pool.maxRedeem(alice), 1e18);
        assertEq(pool.maxRedeem(bob), 2e18);
    }

    function test_processOwnRedeem_isOpenToAnOperator() public {
        openWhileDue(1e18, 0);
        vm.prank(alice);
        pool.setOperator(keeper, true);
        vm.prank(keeper);
        pool.processOwnRedeem(1, 0);
        assertEq(pool.maxRedeem(alice), 1e18);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_processOwnRedeem_revertsWith_NotAuthorised() public {
        openWhileDue(1e18, 0);
        expectRefusal(abi.encodeWithSelector(IPool.NotAuthorised.selector, attacker, alice));
        vm.prank(attacker);
        pool.processOwnRedeem(1, 0);
        assertNoTrace();
    }

    /// @dev A second incident just before lowers what is paid.
    function test_processOwnRedeem_revertsWith_BelowMinimum() public {
        openWhileDue(pool.balanceOf(alice) / 2, 0);
        uint256 snapshot = vm.snapshotState();
        vm.prank(alice);
        uint256 paid = pool.processOwnRedeem(1, 0);
        vm.revertToState(snapshot);
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.BelowMinimum.selector, paid, paid + 1));
        vm.prank(alice);
        pool.processOwnRedeem(1, paid + 1);
        assertNoTrace();
        vm.prank(alice);
        assertEq(pool.processOwnRedeem(1, paid), paid);
    }

    function testFuzz_processOwnRedeem_revertsWith_UnknownRequest(uint256 requestId) public {
        openWhileDue(1e18, 0);
        vm.assume(requestId != 1);
        expectRefusal(abi.encodeWithSelector(IPool.UnknownRequest.selector, requestId));
        vm.prank(alice);
        pool.processOwnRedeem(requestId, 0);
        assertNoTrace();
    }

    function test_processOwnRedeem_revertsWith_UnknownRequest_theSecondTime() public {
        openWhileDue(1e18, 0);
        vm.startPrank(alice);
        pool.processOwnRedeem(1, 0);
        expectRefusal(abi.encodeWithSelector(IPool.UnknownRequest.selector, 1));
        pool.processOwnRedeem(1, 0);
        assertNoTrace();
        vm.stopPrank();
    }

    function testFuzz_processOwnRedeem_revertsWith_CooldownNotOver(uint256 wait) public {
        uint256 readyAt = block.timestamp + COOLDOWN;
        exitOf(pool, alice, 1e18);
        skip(bound(wait, 0, COOLDOWN - 1));
        openDepeg();
        expectRefusal(abi.encodeWithSelector(IPool.CooldownNotOver.selector, readyAt, block.timestamp));
        vm.prank(alice);
        pool.processOwnRedeem(1, 0);
        assertNoTrace();
    }

    /// @dev Not all of those in the queue could be paid: nobody jumps it.
    function test_processOwnRedeem_revertsWith_ExitNotPayable_whileOthersCouldNotBePaid() public {
        uint256 other = newBackedListing();
        buy(pool, other, MILLION, 60 days);
        openWhileDue(MILLION * 1e12, MILLION * 1e12 / 2);
        pool.step(1);
        IPool.CapitalReport memory r = report();
        assertGt(r.scr, r.backing);
        assertGt(r.low, r.scr, "not for want of own funds");
        expectRefusal(abi.encodeWithSelector(IPool.ExitNotPayable.selector, r.scr, r.backing));
        vm.prank(bob);
        pool.processOwnRedeem(2, 0);
        assertNoTrace();
    }

    /// @dev No incident is open: exits are served in order.
    function test_processOwnRedeem_revertsWith_ExitNotPayable_whileNothingIsOpen() public {
        dueExit(alice, 1e18);
        expectRefusal(abi.encodeWithSelector(IPool.ExitNotPayable.selector, report().scr, report().backing));
        vm.prank(alice);
        pool.processOwnRedeem(1, 0);
        assertNoTrace();
    }
}
