// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {ChangeFixture} from "../ChangeFixture.sol";

/// @notice A cover keeps its id when it is extended; it costs formula(longer) − formula(remaining).
contract PoolExtendTest is ChangeFixture {
    function testFuzz_extend_movesTheEndAndNothingElse(uint32 extra, uint256 wait) public {
        extra = uint32(bound(extra, 1, 300 days));
        skip(bound(wait, 0, 29 days));
        freshen();
        ICovers.Cover memory before = covers.coverOf(id);
        IPool.CapitalReport memory r = report();
        IPool.Premium memory price = pool.quoteExtension(id, extension(extra));
        assertEq(extend(extra), price.total, "PRI-2");
        ICovers.Cover memory cover = covers.coverOf(id);
        assertEq(cover.end, before.end + extra);
        assertEq(cover.amount, before.amount);
        assertEq(cover.insured, before.insured);
        assertEq(cover.start, before.start);
        assertEq(cover.changed, block.timestamp);
        assertEq(report().scr, r.scr, "the requirement is what it was");
        assertApproxEqAbs(report().high, r.high, 1, "the premium is yet to be earned");
        assertEq(report().unearned, r.unearned + price.net);
        assertSound(pool);
    }

    /// @dev The whole premium is earned at the new end, not before.
    function testFuzz_extend_streamsUntilTheNewEnd(uint32 extra, uint256 wait) public {
        extra = uint32(bound(extra, 2 days, 300 days));
        skip(bound(wait, 0, 29 days));
        freshen();
        extend(extra);
        uint256 end = covers.coverOf(id).end;
        vm.warp(end - 1 days);
        assertGt(report().unearned, 0);
        vm.warp(end + 1 days);
        assertEq(report().unearned, 0);
        assertSound(pool);
    }

    /// @dev At least λ·a·T more reaches the pool; in one step or in two it costs the same (PRI-1).
    function testFuzz_extend_isPathIndependent(uint32 a, uint32 b) public {
        a = uint32(bound(a, 1 days, 100 days));
        b = uint32(bound(b, 1 days, 100 days));
        uint256 whole = pool.quoteExtension(id, extension(a + b)).net;
        assertGe(whole, uint256(RATE) * AMOUNT * (a + b) / 365 days / 1e18);
        uint256 first = pool.quoteExtension(id, extension(a)).net;
        extend(a);
        uint256 second = pool.quoteExtension(id, extension(b)).net;
        assertGe(first + second, whole, "never cheaper in parts");
        assertLe(first + second, whole + 3, "at most three units a part dearer");
    }

    /// @dev Its exposure runs off after the new end and its grace.
    function test_extend_movesTheRunOff() public {
        uint256 old = covers.coverOf(id).end;
        extend(60 days);
        vm.warp(old + GRACE + 1 days);
        assertEq(pool.release(riskOf(depeg)), 0);
        vm.warp(old + 60 days + GRACE + 1 days);
        assertEq(pool.release(riskOf(depeg)), AMOUNT);
        assertEq(report().scr, 0);
    }

    /// @dev A loss in the time that was added is paid.
    function test_extend_isPaidForTheNewTime() public {
        uint256 old = covers.coverOf(id).end;
        extend(60 days);
        vm.warp(old + 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        assertEq(settle(incident, id), AMOUNT);
    }

    /// @dev A loss of before is not paid twice, nor more, because the cover now ends later.
    function test_attack_extendedAfterTheLoss() public {
        uint256 loss = block.timestamp;
        skip(1 days);
        extend(60 days);
        uint256 incident = openTriggered(pool, depeg, loss);
        grant(incident, 0.5e18);
        assertEq(settle(incident, id), AMOUNT / 2);
        assertSound(pool);
    }

    function test_extend_byWhomTheOwnerApproved() public {
        vm.prank(holder);
        covers.approve(bob, id);
        fundAccount(bob, MILLION);
        vm.prank(bob);
        pool.extend(id, extension(1 days));
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_extend_revertsWith_OnlyOwnerOf() public {
        fundAccount(attacker, MILLION);
        expectRefusal(abi.encodeWithSelector(ICovers.OnlyOwnerOf.selector, id, attacker));
        vm.prank(attacker);
        pool.extend(id, extension(1 days));
        assertNoTrace();
    }

    function test_extend_revertsWith_CoverEnded() public {
        uint256 end = covers.coverOf(id).end;
        vm.warp(end);
        expectRefusal(abi.encodeWithSelector(IPool.CoverEnded.selector, id, end));
        extend(1 days);
        assertNoTrace();
    }

    /// @dev A cover that is used up: an extension of nothing would cost nothing, and hold the underwriters' premium back.
    function test_extend_revertsWith_NothingLeft() public {
        id = buy(pool, depeg, AMOUNT, 200 days);
        skip(1 hours);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        settle(incident, id);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        freshen();
        fundAccount(holder, MILLION);
        expectRefusal(abi.encodeWithSelector(IPool.NothingLeft.selector, id));
        extend(100 days);
        assertNoTrace();
    }

    /// @dev What a loss has taken of a cover is earned when it would have been.
    function test_extend_leavesTheLostPartsPremiumBehind() public {
        id = buy(pool, depeg, AMOUNT, 200 days);
        uint256 end = covers.coverOf(id).end;
        skip(1 hours);
        uint256 incident = openDepeg();
        grant(incident, 0.75e18);
        settle(incident, id);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        freshen();
        fundAccount(holder, MILLION);
        IPool.Premium memory price = pool.quoteExtension(id, extension(150 days));
        uint256 unearned = report().unearned;
        extend(150 days);
        assertEq(report().unearned, unearned + price.net);
        vm.warp(end / 1 days * 1 days + 1 days);
        uint256 left = (unearned / 4 + price.net) * 150 / (150 + 170);
        assertApproxEqRel(report().unearned, left, 0.01e18);
    }

    function test_extend_revertsWith_TooLateToExtend() public {
        (uint256 waitingListing, uint256 waits) = sellWaiting();
        uint256 latest = covers.coverOf(waits).end - 3 days;
        vm.warp(latest);
        postRate(waitingListing, RATE);
        IPool.Purchase memory p = purchase(waitingListing, 0, 30 days);
        p.deadline = latest + 1;
        uint256 snapshot = vm.snapshotState();
        vm.prank(holder);
        pool.extend(waits, p);
        vm.revertToState(snapshot);
        vm.warp(latest + 1);
        expectRefusal(abi.encodeWithSelector(IPool.TooLateToExtend.selector, latest, latest + 1));
        vm.prank(holder);
        pool.extend(waits, p);
        assertNoTrace();
    }

    function test_extend_revertsWith_RiskFrozen_onceGranted() public {
        uint256 incident = openDepeg();
        grant(incident, 0.1e18);
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.RiskFrozen.selector, riskOf(depeg)));
        extend(1 days);
        assertNoTrace();
    }

    function test_extend_revertsWith_RiskFrozen_whileOpen() public {
        openDepeg();
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.RiskFrozen.selector, riskOf(depeg)));
        extend(1 days);
        assertNoTrace();
    }

    function test_extend_revertsWith_PurchaseMismatch() public {
        IPool.Purchase[3] memory wrong = [extension(1 days), extension(1 days), extension(0)];
        wrong[0].listing = uint32(hack);
        wrong[1].amount = 1;
        for (uint256 i; i < wrong.length; ++i) {
            expectRefusal(abi.encodeWithSelector(IPool.PurchaseMismatch.selector));
            vm.prank(holder);
            pool.extend(id, wrong[i]);
            assertNoTrace();
        }
    }

    function test_extend_revertsWith_PeriodOutOfBounds() public {
        uint256 left = covers.coverOf(id).end + 365 days - block.timestamp;
        expectRefusal(abi.encodeWithSelector(IPool.PeriodOutOfBounds.selector, left, 1 days, 365 days));
        extend(365 days);
        assertNoTrace();
    }

    function test_extend_revertsWith_CoverOfAnother() public {
        expectRefusal(abi.encodeWithSelector(ERC721.TokenDoesNotExist.selector));
        vm.prank(holder);
        pool.extend(id + 1, extension(1 days));
        expectRefusal(abi.encodeWithSelector(IPool.CoverOfAnother.selector, id + (1 << 40)));
        vm.prank(holder);
        pool.extend(id + (1 << 40), extension(1 days));
        assertNoTrace();
    }

    function test_extend_revertsWith_bounds() public {
        IPool.Purchase memory p = extension(30 days);
        uint256 total = pool.quoteExtension(id, p).total;
        p.maxPremium = total - 1;
        expectRefusal(abi.encodeWithSelector(IPool.PremiumAboveMaximum.selector, total, total - 1));
        vm.prank(holder);
        pool.extend(id, p);
        (p.maxPremium, p.deadline) = (total, block.timestamp - 1);
        expectRefusal(abi.encodeWithSelector(IPool.DeadlineExpired.selector, p.deadline, block.timestamp));
        vm.prank(holder);
        pool.extend(id, p);
        assertNoTrace();
    }

    /// @dev An exit that is due comes before every sale, and an extension is one (EXT-1).
    function test_extend_revertsWith_CapacityExceeded() public {
        exitOf(pool, alice, pool.balanceOf(alice));
        uint256 scr = report().scr;
        expectRefusal(abi.encodeWithSelector(IPool.CapacityExceeded.selector, scr, report().backing));
        extend(1 days);
        assertNoTrace();
    }

    function test_extend_revertsWith_NotBacked_onceStopped() public {
        vm.prank(curator);
        pool.stop(depeg);
        expectRefusal(abi.encodeWithSelector(IPool.NotBacked.selector, depeg));
        extend(1 days);
        assertNoTrace();
    }
}
