// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsSettleTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, 10 * MILLION);
    }

    function granted(uint256 lossTime, uint64 ratio) private returns (uint256 incident) {
        incident = openTriggered(pool, depeg, lossTime);
        grant(incident, ratio);
    }

    function testFuzz_settle_paysTheShareOfWhatRemains(uint256 amount, uint64 ratio) public {
        amount = bound(amount, 1, MILLION);
        ratio = uint64(bound(ratio, 1, 1e18));
        uint256 id = sellDepeg(amount, 30 days);
        uint256 incident = granted(block.timestamp - 1, ratio);
        uint256 claim = amount * ratio / 1e18;
        if (claim == 0) {
            vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
            settle(incident, id);
            return;
        }
        vm.expectEmit(address(incidents));
        emit IIncidents.CoverSettled(incident, id, holder, claim, claim);
        assertEq(settle(incident, id), claim);
        assertEq(usd.balanceOf(holder), claim);
        assertEq(covers.coverOf(id).amount, amount - claim, "a partial loss leaves the rest in force");
        assertApproxEqAbs(report().scr, amount - claim, 1);
        (,, bool done) = incidents.settlementOf(incident, id);
        assertTrue(done);
        assertSound(pool);
    }

    // -- In force ------------------------------------------------------------------------------------------------

    /// @dev In force iff start + waiting ≤ loss < end.
    function testFuzz_settle_paysCoversInForceAtTheLoss(uint32 waiting, uint32 duration, uint32 at_) public {
        IListings.Terms memory t = triggerTerms();
        waiting = uint32(bound(waiting, 0, 30 days));
        duration = uint32(bound(duration, waiting + 1 days, 60 days));
        (t.waiting, t.minPeriod, t.grace) = (waiting, waiting + 1 days, 100 days);
        depeg = poolFor(t);
        uint256 start = block.timestamp;
        uint256 id = buy(pool, depeg, 1e9, duration);
        vm.warp(start + 61 days);
        uint256 lossTime = start + bound(at_, 0, 61 days);
        uint256 incident = granted(lossTime, 1e18);
        if (lossTime >= start + waiting && lossTime < start + duration) {
            assertEq(settle(incident, id), 1e9);
        } else {
            vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
            settle(incident, id);
        }
    }

    function test_settle_atTheEdges() public {
        uint256 start = block.timestamp;
        uint256 id = buy(pool, depeg, 1e9, 5 days);
        vm.warp(start + 6 days);
        uint256 atEnd = granted(start + 5 days, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, atEnd));
        settle(atEnd, id);
        uint256 last = granted(start + 5 days - 1, 0.4e18);
        assertEq(settle(last, id), 0.4e9);
        uint256 first = granted(start, 0.5e18);
        assertEq(settle(first, id), 0.3e9);
    }

    /// @dev Holders bear the deductible; only what exceeds it is paid.
    function testFuzz_settle_leavesTheDeductibleToTheHolder(uint64 ratio, uint64 deductible) public {
        deductible = uint64(bound(deductible, 0, 1e18 - 1));
        ratio = uint64(bound(ratio, deductible + 1, 1e18));
        IListings.Terms memory t = triggerTerms();
        t.deductible = deductible;
        depeg = poolFor(t);
        uint256 id = sellDepeg(1e12, 30 days);
        uint256 incident = granted(block.timestamp - 1, ratio);
        uint256 claim = 1e12 * uint256(ratio - deductible) / 1e18;
        if (claim != 0) assertEq(settle(incident, id), claim);
    }

    // -- Who is paid ---------------------------------------------------------------------------------------------

    function test_settle_paysThePayee() public {
        uint256 id = sellDepeg(1e9, 30 days);
        vm.prank(holder);
        covers.setPayee(id, carol);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        settle(incident, id);
        assertEq(usd.balanceOf(carol), 1e9);
        assertEq(usd.balanceOf(holder), 0);
    }

    /// @dev Whoever owns the cover now is paid; a transfer after the loss takes the claim along and clears the payee.
    function test_settle_paysTheOwnerOfNow() public {
        uint256 id = sellDepeg(1e9, 30 days);
        vm.prank(holder);
        covers.setPayee(id, carol);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        vm.prank(holder);
        covers.transferFrom(holder, bob, id);
        settle(incident, id);
        assertEq(usd.balanceOf(bob), 1e9);
        assertEq(usd.balanceOf(carol), 0);
    }

    /// @dev Finder and settler are paid out of the payout, as the listing fixed it.
    function testFuzz_settle_rewardsFinderAndSettler(uint16 finder, uint16 settler, uint256 amount) public {
        IListings.Terms memory t = triggerTerms();
        (t.finderReward, t.settlerReward) = (uint16(bound(finder, 0, 100)), uint16(bound(settler, 0, 100)));
        depeg = poolFor(t);
        amount = bound(amount, 1, MILLION);
        uint256 id = sellDepeg(amount, 30 days);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        vm.prank(bob);
        assertEq(incidents.settle(incident, list(id)), amount);
        assertEq(usd.balanceOf(keeper), amount * t.finderReward / 10_000);
        assertEq(usd.balanceOf(bob), amount * t.settlerReward / 10_000);
        assertEq(usd.balanceOf(holder) + usd.balanceOf(keeper) + usd.balanceOf(bob), amount);
    }

    // -- Batches -------------------------------------------------------------------------------------------------

    /// @dev In any order, in any batches, by anyone: the same money (CLM-2).
    function testFuzz_settle_inAnyOrderAndBatches(uint256 seed, uint256[6] memory amounts, uint64 ratio) public {
        ratio = uint64(bound(ratio, 0.01e18, 1e18));
        uint256[] memory ids = new uint256[](6);
        for (uint256 i; i < 6; ++i) {
            amounts[i] = bound(amounts[i], 1e6, MILLION);
            IPool.Purchase memory p = purchase(depeg, amounts[i], 30 days);
            p.owner = address(uint160(0xC0FFEE00 + i));
            (ids[i],) = buy(pool, p);
        }
        skip(1 hours);
        uint256 incident = granted(block.timestamp - 1, ratio);
        uint256[] memory shuffled = vm.shuffle(ids);
        uint256 cut = bound(seed, 1, 5);
        uint256[] memory first = new uint256[](cut);
        for (uint256 i; i < cut; ++i) {
            first[i] = shuffled[i];
        }
        vm.prank(address(uint160(bound(seed, 1, type(uint160).max))));
        incidents.settle(incident, first);
        vm.prank(keeper);
        incidents.settle(incident, shuffled);
        for (uint256 i; i < 6; ++i) {
            assertEq(usd.balanceOf(address(uint160(0xC0FFEE00 + i))), amounts[i] * ratio / 1e18);
        }
        assertSound(pool);
    }

    /// @dev Those that have nothing to receive are skipped, and named twice they are paid once.
    function test_settle_skipsThoseWithNothingToReceive() public {
        uint256 early = buy(pool, depeg, 1e9, 1 days);
        uint256 paid = buy(pool, depeg, 2e9, 30 days);
        skip(2 days);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        uint256[] memory ids = new uint256[](4);
        (ids[0], ids[1], ids[2], ids[3]) = (early, paid, paid, early);
        vm.prank(keeper);
        assertEq(incidents.settle(incident, ids), 2e9);
        assertEq(usd.balanceOf(holder), 2e9);
    }

    function test_settle_servesEveryPoolApart() public {
        uint256 here = sellDepeg(1e9, 30 days);
        Pool first = pool;
        pool = newPool(address(usd));
        back(pool, depeg, 0, 1);
        deposit(pool, bob, MILLION);
        uint256 there = sellDepeg(2e9, 30 days);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        assertEq(settle(incident, there), 2e9);
        assertEq(settle(incident, here), 1e9);
        assertSound(first);
        assertSound(pool);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    /// @dev A settlement twice changes nothing.
    function test_settle_revertsWith_NothingToSettle_theSecondTime() public {
        uint256 id = sellDepeg(1e9, 30 days);
        uint256 incident = granted(block.timestamp - 1, 0.5e18);
        settle(incident, id);
        expectRefusal(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.settle(incident, list(id));
        assertNoTrace();
    }

    function test_settle_revertsWith_NothingToSettle_withoutCovers() public {
        sellDepeg(1e9, 30 days);
        uint256 incident = granted(block.timestamp - 1, 0.5e18);
        expectRefusal(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.settle(incident, new uint256[](0));
        assertNoTrace();
    }

    /// @dev A cover of another risk in the batch: the batch is refused.
    function test_settle_revertsWith_CoverOfAnotherRisk() public {
        uint256 id = buy(pool, depeg, 1e9, 30 days);
        uint256 other = buy(pool, hack, 1e9, 30 days);
        skip(1 hours);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        expectRefusal(
            abi.encodeWithSelector(IIncidents.CoverOfAnotherRisk.selector, other, riskOf(depeg), riskOf(hack))
        );
        incidents.settle(incident, list(id, other));
        assertNoTrace();
    }

    function test_settle_revertsWith_CoverOfAnotherPool() public {
        uint256 id = sellDepeg(1e9, 30 days);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        uint256 other = uint256(7) << 40 | 1;
        expectRefusal(abi.encodeWithSelector(IIncidents.CoverOfAnotherPool.selector, other, address(pool)));
        incidents.settle(incident, list(id, other));
        assertNoTrace();
        expectRefusal(abi.encodeWithSelector(IIncidents.CoverOfAnotherPool.selector, other, address(0)));
        incidents.settle(incident, list(other));
        assertNoTrace();
    }

    function testFuzz_settle_revertsForACoverThatIsNone(uint40 n) public {
        sellDepeg(1e9, 30 days);
        vm.assume(n != 1);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        uint256[] memory ids = list(idOf(pool, n));
        expectRefusal(abi.encodeWithSignature("TokenDoesNotExist()"));
        incidents.settle(incident, ids);
        assertNoTrace();
    }

    function test_settle_revertsWith_WrongStatus() public {
        uint256 id = sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        expectRefusal(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Open));
        incidents.settle(incident, list(id));
        assertNoTrace();
        deny(incident);
        expectRefusal(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Denied));
        incidents.settle(incident, list(id));
        assertNoTrace();
    }

    function testFuzz_settle_revertsWith_UnknownIncident(uint256 incident) public {
        uint256 id = sellDepeg(1e9, 30 days);
        expectRefusal(abi.encodeWithSelector(IIncidents.UnknownIncident.selector, incident));
        incidents.settle(incident, list(id));
        assertNoTrace();
    }

    /// @dev A pool that held nothing of the risk when the incident was opened holds no reserve.
    function test_settle_revertsWith_NoReserve() public {
        sellDepeg(1e9, 30 days);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        pool = newPool(address(usd));
        back(pool, depeg, 0, 1);
        deposit(pool, bob, MILLION);
        uint256 id = sellDepeg(1e9, 30 days);
        expectRefusal(abi.encodeWithSelector(IPool.NoReserve.selector, incident));
        incidents.settle(incident, list(id));
        assertNoTrace();
    }

    function test_settle_revertsWith_NoReserve_onceClosed() public {
        uint256 id = sellDepeg(1e9, 30 days);
        uint256 incident = granted(block.timestamp - 1, 1e18);
        skip(30 days);
        incidents.close(incident);
        expectRefusal(abi.encodeWithSelector(IPool.NoReserve.selector, incident));
        incidents.settle(incident, list(id));
        assertNoTrace();
    }
}
