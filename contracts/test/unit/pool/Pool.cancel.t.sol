// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {ChangeFixture} from "../ChangeFixture.sol";

/// @notice Who gives up cover gets the unearned net premium back, less a tenth; every claim on it is given up.
contract PoolCancelTest is ChangeFixture {
    // -- Cancel --------------------------------------------------------------------------------------------------

    function testFuzz_cancel_refundsTheUnearnedPremiumLessATenth(uint256 wait) public {
        skip(bound(wait, 0, 29 days));
        IPool.CapitalReport memory r = report();
        (uint256 refund, uint256 fee) = pool.refundOf(id, AMOUNT);
        uint256 had = usd.balanceOf(holder);
        vm.expectEmit(address(pool));
        emit IPool.CoverCancelled(id, refund, fee);
        assertEq(cancel(), refund);
        assertEq(usd.balanceOf(holder), had + refund);
        assertApproxEqAbs(refund + fee, r.unearned, 1);
        assertEq(fee, (refund + fee + 9) / 10);
        assertEq(report().unearned, 0);
        assertEq(report().scr, 0);
        assertApproxEqAbs(report().high, r.high, 1, "CAP-4: nothing at once");
        vm.expectRevert();
        covers.ownerOf(id);
        assertSound(pool);
        skip(COOLDOWN);
        assertApproxEqAbs(report().high, r.high + fee, 1, "the fee streams in");
    }

    /// @dev Before the risk runs everything is unearned: bought and cancelled again it costs the fees and a tenth.
    function testFuzz_cancel_atOnceCostsATenth(uint256 amount) public {
        amount = bound(amount, 1e6, MILLION / 4);
        uint256 had = usd.balanceOf(holder);
        uint256 other = buy(pool, hack, amount, 60 days);
        uint256 net = pool.quote(purchase(hack, amount, 60 days)).net;
        vm.prank(holder);
        uint256 refund = pool.cancel(other, 0);
        assertLe(refund, net * 9 / 10 + 1);
        assertLe(usd.balanceOf(holder), had + refund);
        assertSound(pool);
    }

    /// @dev Whoever owns it now: the former owner has no right in it any more.
    function test_cancel_belongsToWhoeverOwnsItNow() public {
        vm.prank(holder);
        covers.transferFrom(holder, carol, id);
        expectRefusal(abi.encodeWithSelector(ICovers.OnlyOwnerOf.selector, id, holder));
        cancel();
        assertNoTrace();
        vm.prank(carol);
        uint256 refund = pool.cancel(id, 0);
        assertEq(usd.balanceOf(carol), refund);
    }

    /// @dev Whom the owner approved may call; the owner is refunded.
    function test_cancel_refundsTheOwnerWhoeverCalls() public {
        vm.prank(holder);
        covers.setApprovalForAll(bob, true);
        uint256 had = usd.balanceOf(holder);
        vm.prank(bob);
        uint256 refund = pool.cancel(id, 0);
        assertEq(usd.balanceOf(holder), had + refund);
        assertEq(usd.balanceOf(bob), 0);
    }

    /// @dev The price of what is sold next moves only by what this leaves.
    function test_cancel_freesCapital() public {
        uint256 backing = report().backing;
        cancel();
        assertEq(report().scr, 0);
        freshen();
        uint256 most = report().backing;
        assertGe(most + 1, backing);
        buy(pool, depeg, most, 30 days);
        assertLe(report().scr, report().backing + most / 86_400, "SOL-1");
    }

    /// @dev After a partial loss: unearned × remaining / amount. The rest was earned by the loss.
    function test_cancel_afterAPartialLoss() public {
        uint256 long = buy(pool, depeg, AMOUNT, 200 days);
        skip(1 hours);
        uint256 incident = openDepeg();
        grant(incident, 0.75e18);
        settle(incident, long);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        uint256 unearned = report().unearned;
        (uint256 refund, uint256 fee) = pool.refundOf(long, AMOUNT / 4);
        assertApproxEqAbs(refund + fee, unearned / 4, 2);
        vm.prank(holder);
        pool.cancel(long, 0);
        assertApproxEqAbs(report().unearned, unearned * 3 / 4, 2);
        vm.warp(block.timestamp + 200 days);
        assertEq(report().unearned, 0);
        assertSound(pool);
    }

    /// @dev A pool that lacks capital keeps nobody: no fee.
    function test_cancel_isFreeWhileThePoolIsShortOfCapital() public {
        buy(pool, hack, MILLION * 8 / 10, 30 days);
        skip(1 hours);
        shrink(MILLION / 2);
        pool.writeDown();
        assertGt(report().scr, report().high);
        (uint256 refund, uint256 fee) = pool.refundOf(id, AMOUNT);
        assertEq(fee, 0);
        assertEq(cancel(), refund);
        assertSound(pool);
    }

    // -- Decrease ------------------------------------------------------------------------------------------------

    function testFuzz_decrease_refundsItsShare(uint256 amount, uint256 wait) public {
        amount = bound(amount, 1, AMOUNT - 1);
        skip(bound(wait, 0, 29 days));
        IPool.CapitalReport memory r = report();
        (uint256 refund, uint256 fee) = pool.refundOf(id, amount);
        assertEq(decrease(amount), refund);
        assertApproxEqAbs(refund + fee, r.unearned * amount / AMOUNT, 2);
        assertEq(covers.coverOf(id).amount, AMOUNT - amount);
        assertEq(covers.coverOf(id).insured, AMOUNT - amount);
        assertEq(report().scr, r.scr - amount);
        assertApproxEqAbs(report().high, r.high, 1, "CAP-4: nothing at once");
        assertSound(pool);
    }

    /// @dev In two parts it is the same, to rounding, and never more.
    function testFuzz_decrease_isPathIndependent(uint256 a, uint256 b) public {
        a = bound(a, 1, AMOUNT / 2);
        b = bound(b, 1, AMOUNT / 2 - 1);
        (uint256 whole,) = pool.refundOf(id, a + b);
        uint256 parts = decrease(a) + decrease(b);
        assertLe(parts, whole);
        assertGe(parts + 4, whole);
    }

    /// @dev An increase after a decrease does not bring back what was insured before.
    function test_decrease_lowersEveryEarlierAmount() public {
        uint256 loss = block.timestamp;
        skip(1 hours);
        increase(AMOUNT);
        skip(1 hours);
        decrease(AMOUNT * 3 / 2);
        increase(AMOUNT);
        assertEq(covers.remainingAt(id, loss), AMOUNT / 2);
        uint256 incident = openTriggered(pool, depeg, loss);
        grant(incident, 1e18);
        assertEq(settle(incident, id), AMOUNT / 2);
    }

    function testFuzz_decrease_changesTheFingerprint(uint256 amount) public {
        bytes32 before = covers.getStateFingerprint(id);
        decrease(bound(amount, 1, AMOUNT - 1));
        assertNotEq(covers.getStateFingerprint(id), before);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    /// @dev Giving it up after the loss gives up the claim; while the claim is decided nothing can be given up.
    function test_attack_cancelledAfterTheLoss() public {
        uint256 incident = openDepeg();
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.RiskFrozen.selector, riskOf(depeg)));
        cancel();
        assertNoTrace();
        grant(incident, 1e18);
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.RiskFrozen.selector, riskOf(depeg)));
        cancel();
        assertNoTrace();
        settle(incident, id);
    }

    function test_cancel_revertsWith_BelowMinimum() public {
        (uint256 refund,) = pool.refundOf(id, AMOUNT);
        expectRefusal(abi.encodeWithSelector(IPool.BelowMinimum.selector, refund, refund + 1));
        vm.prank(holder);
        pool.cancel(id, refund + 1);
        assertNoTrace();
    }

    function test_cancel_revertsWith_CoverEnded() public {
        uint256 end = covers.coverOf(id).end;
        vm.warp(end);
        expectRefusal(abi.encodeWithSelector(IPool.CoverEnded.selector, id, end));
        cancel();
        assertNoTrace();
    }

    function test_decrease_revertsWith_NothingLeft() public {
        expectRefusal(abi.encodeWithSelector(IPool.NothingLeft.selector, id));
        decrease(AMOUNT);
        assertNoTrace();
    }

    function test_decrease_revertsWith_ClaimAboveAmount() public {
        expectRefusal(abi.encodeWithSelector(ICovers.ClaimAboveAmount.selector, id, AMOUNT + 1, AMOUNT));
        decrease(AMOUNT + 1);
        assertNoTrace();
    }

    function test_decrease_revertsWith_ZeroAmount() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        decrease(0);
        assertNoTrace();
    }
}
