// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolCancelRedeemRequestTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
    }

    function cancel(address who, uint256 requestId) private returns (uint256) {
        vm.prank(who);
        return pool.cancelRedeemRequest(requestId, who, 0);
    }

    function testFuzz_cancelRedeemRequest_returnsTheSharesIfNothingHappened(uint256 shares, uint256 wait) public {
        shares = bound(shares, 1e12, pool.balanceOf(alice));
        exitOf(pool, alice, shares);
        skip(bound(wait, 0, 400 days));
        uint256 returned = cancel(alice, 1);
        assertLe(returned, shares);
        assertApproxEqAbs(returned, shares, 1e12, "more than a unit was lost to rounding");
        assertEq(pool.balanceOf(address(pool)), 0);
        assertEq(pool.pendingRedeemRequest(1, alice), 0);
    }

    /// @dev Gains made while leaving stay with those who stay, and stream to them.
    function testFuzz_cancelRedeemRequest_returnsNoGains(uint256 shares) public {
        shares = bound(shares, 1e18, pool.balanceOf(alice));
        sellDepeg(MILLION, 30 days);
        uint256 asked = shares * pool.totalAssets() / pool.totalSupply();
        exitOf(pool, alice, shares);
        skip(31 days);
        uint256 worth = shares * pool.totalAssets() / pool.totalSupply();
        assertGt(worth, asked);
        uint256 rest = pool.balanceOf(alice);
        uint256 returned = cancel(alice, 1);
        assertLt(returned, shares);
        assertApproxEqAbs(pool.convertToAssets(returned), asked, 2);
        assertApproxEqAbs(report().unvested, worth - asked, 3);
        uint256 before = valueOf(bob);
        skip(COOLDOWN);
        assertEq(report().unvested, 0);
        assertApproxEqAbs(
            valueOf(bob), before + (worth - asked) * pool.balanceOf(bob) / (pool.balanceOf(bob) + returned + rest), 3
        );
    }

    /// @dev While an incident is open shares come back at Low: cancelling is no way to dodge it.
    function testFuzz_cancelRedeemRequest_returnsAtLow(uint256 shares) public {
        shares = bound(shares, 1e18, pool.balanceOf(alice));
        sellDepeg(MILLION, 30 days);
        exitOf(pool, alice, shares);
        openDepeg();
        pool.step(1);
        IPool.CapitalReport memory r = report();
        uint256 price = pool.totalAssets() * 1e18 / pool.totalSupply();
        uint256 returned = cancel(alice, 1);
        assertApproxEqAbs(returned, shares * r.low / r.high, 3e12);
        assertLe(pool.totalAssets() * 1e18 / pool.totalSupply(), price, "CAP-4: the price rose in the block");
    }

    function testFuzz_cancelRedeemRequest_returnsAllAfterALoss(uint256 shares, uint256 lost) public {
        shares = bound(shares, 1e18, pool.balanceOf(alice));
        exitOf(pool, alice, shares);
        shrink(bound(lost, 1, MILLION));
        pool.writeDown();
        assertApproxEqAbs(cancel(alice, 1), shares, 3e12, "a loss is borne by all alike");
    }

    function test_cancelRedeemRequest_returnsWhatWasNotServed() public {
        sellDepeg(MILLION * 3 / 2, 30 days);
        uint256 shares = pool.balanceOf(alice);
        dueExit(alice, shares);
        pool.processRedeem(1);
        uint256 left = pool.pendingRedeemRequest(1, alice);
        assertGt(left, 0);
        uint256 returned = cancel(alice, 1);
        assertApproxEqRel(returned, left, 0.01e18);
        assertEq(pool.maxRedeem(alice), shares - left, "what was served stays claimable");
    }

    function test_cancelRedeemRequest_returnsToAnyReceiver_forAnOperator() public {
        exitOf(pool, alice, 1e18);
        vm.prank(alice);
        pool.setOperator(keeper, true);
        vm.expectEmit(true, true, false, false, address(pool));
        emit IPool.RedeemCancelled(1, alice, 1e18, 1e18);
        vm.prank(keeper);
        assertEq(pool.cancelRedeemRequest(1, carol, 0), pool.balanceOf(carol));
    }

    /// @dev A cancelled request leaves a gap in the queue that stops nobody.
    function test_cancelRedeemRequest_lastsThroughTheQueue() public {
        exitOf(pool, alice, 1e18);
        exitOf(pool, bob, 1e18);
        cancel(alice, 1);
        skip(COOLDOWN);
        pool.processRedeem(2);
        assertEq(pool.maxRedeem(bob), 1e18);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    /// @dev An incident opened just before would cost the canceller what open incidents may take.
    function test_cancelRedeemRequest_revertsWith_BelowMinimum_sandwichedByAnIncident() public {
        exitOf(pool, alice, pool.balanceOf(alice));
        uint256 shares = pool.pendingRedeemRequest(1, alice);
        sellDepeg(MILLION / 2, 30 days);
        openDepeg();
        uint256 snapshot = vm.snapshotState();
        vm.prank(alice);
        uint256 returned = pool.cancelRedeemRequest(1, alice, 0);
        assertLt(returned, shares);
        vm.revertToState(snapshot);
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.BelowMinimum.selector, returned, shares));
        vm.prank(alice);
        pool.cancelRedeemRequest(1, alice, shares);
        assertNoTrace();
    }

    function testFuzz_cancelRedeemRequest_revertsWith_UnknownRequest(uint256 requestId) public {
        expectRefusal(abi.encodeWithSelector(IPool.UnknownRequest.selector, requestId));
        pool.cancelRedeemRequest(requestId, alice, 0);
        assertNoTrace();
    }

    function test_cancelRedeemRequest_revertsWith_UnknownRequest_theSecondTime() public {
        exitOf(pool, alice, 1e18);
        cancel(alice, 1);
        expectRefusal(abi.encodeWithSelector(IPool.UnknownRequest.selector, 1));
        vm.prank(alice);
        pool.cancelRedeemRequest(1, alice, 0);
        assertNoTrace();
    }

    function test_cancelRedeemRequest_revertsWith_UnknownRequest_onceServed() public {
        dueExit(alice, 1e18);
        pool.processRedeem(1);
        expectRefusal(abi.encodeWithSelector(IPool.UnknownRequest.selector, 1));
        vm.prank(alice);
        pool.cancelRedeemRequest(1, alice, 0);
        assertNoTrace();
    }

    /// @dev A request of another's.
    function test_cancelRedeemRequest_revertsWith_NotAuthorised() public {
        exitOf(pool, alice, 1e18);
        expectRefusal(abi.encodeWithSelector(IPool.NotAuthorised.selector, attacker, alice));
        vm.prank(attacker);
        pool.cancelRedeemRequest(1, attacker, 0);
        assertNoTrace();
    }

    function test_cancelRedeemRequest_revertsWith_ZeroAddress() public {
        exitOf(pool, alice, 1e18);
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAddress.selector));
        vm.prank(alice);
        pool.cancelRedeemRequest(1, address(0), 0);
        assertNoTrace();
    }

    /// @dev Shares in the pool's hands without a request would never come out again.
    function test_cancelRedeemRequest_revertsWith_TransferToPool() public {
        exitOf(pool, alice, 1e18);
        expectRefusal(abi.encodeWithSelector(IPool.TransferToPool.selector));
        vm.prank(alice);
        pool.cancelRedeemRequest(1, address(pool), 0);
        assertNoTrace();
    }
}
