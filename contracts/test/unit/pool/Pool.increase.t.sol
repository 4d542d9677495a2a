// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {ChangeFixture} from "../ChangeFixture.sol";

/// @notice An increase is a purchase under the same id; it counts from its own time and waiting.
contract PoolIncreaseTest is ChangeFixture {
    function testFuzz_increase_insuresMoreUnderTheSameId(uint256 amount, uint256 wait) public {
        amount = bound(amount, 1, MILLION / 2);
        skip(bound(wait, 0, 28 days));
        freshen();
        IPool.CapitalReport memory r = report();
        ICovers.Cover memory before = covers.coverOf(id);
        IPool.Premium memory price = pool.quoteIncrease(id, addition(amount));
        assertEq(increase(amount), price.total, "PRI-2");
        ICovers.Cover memory cover = covers.coverOf(id);
        assertEq(cover.amount, before.amount + amount);
        assertEq(cover.insured, before.insured + amount);
        assertEq(cover.end, before.end);
        assertEq(report().scr, r.scr + amount, "one group: the requirement rises by the amount");
        assertLe(report().scr, report().backing, "SOL-1");
        assertApproxEqAbs(report().high, r.high, price.net / 86_400 + 1, "the premium is yet to be earned");
        assertSound(pool);
    }

    /// @dev It costs what another cover until the same end would cost.
    function testFuzz_increase_costsWhatAPurchaseCosts(uint256 amount) public view {
        amount = bound(amount, 1, MILLION / 2);
        uint256 left = covers.coverOf(id).end - block.timestamp;
        assertEq(
            pool.quoteIncrease(id, addition(amount)).total, pool.quote(purchase(depeg, amount, uint32(left))).total
        );
    }

    function test_increase_streamsUntilTheEnd() public {
        increase(AMOUNT);
        uint256 end = covers.coverOf(id).end;
        vm.warp(end - 1 days);
        assertGt(report().unearned, 0);
        vm.warp(end + 1 days);
        assertEq(report().unearned, 0);
        assertSound(pool);
    }

    /// @dev What was added after the loss is not insured against it.
    function test_attack_increasedAfterTheLoss() public {
        uint256 loss = block.timestamp;
        skip(1 hours);
        increase(4 * AMOUNT);
        assertEq(covers.remainingAt(id, loss), AMOUNT);
        uint256 incident = openTriggered(pool, depeg, loss);
        grant(incident, 1e18);
        assertEq(settle(incident, id), AMOUNT);
        assertEq(covers.coverOf(id).amount, 4 * AMOUNT, "what was added stays in force");
        assertSound(pool);
    }

    /// @dev The same where raises are possible, and in any order of two rulings.
    function testFuzz_attack_increasedBetweenTwoLosses(bool laterFirst) public {
        IListings.Terms memory t = courtTerms();
        uint256 listing = poolFor(t);
        uint256 cover = buy(pool, listing, 100e6, 30 days);
        skip(1 hours);
        uint256 before = block.timestamp - 1;
        fundAccount(holder, MILLION);
        IPool.Purchase memory p = purchase(listing, 100e6, 0);
        vm.prank(holder);
        pool.increase(cover, p);
        skip(1 hours);
        uint256 first = assertLoss(pool, keeper, listing, before, 0.5e18);
        uint256 second = assertLoss(pool, keeper, listing, block.timestamp - 1, 0.8e18);
        if (laterFirst) courtRules(second, GRANTED, 0.8e18);
        courtRules(first, GRANTED, 0.5e18);
        if (!laterFirst) courtRules(second, GRANTED, 0.8e18);
        uint256 paid = incidents.incidentOf(first).share == 0 ? 0 : settle(first, cover);
        paid += settle(second, cover);
        assertLe(paid, 160e6, "never more than the sum insured at the later loss times what was ruled");
        assertSound(pool);
    }

    /// @dev With a waiting time: not insured until it is over.
    function test_increase_waits() public {
        (uint256 listing, uint256 waits) = sellWaiting();
        skip(5 days);
        IPool.Purchase memory p = purchase(listing, AMOUNT, 0);
        vm.prank(holder);
        pool.increase(waits, p);
        uint256 since = block.timestamp + 3 days;
        assertEq(covers.remainingAt(waits, since - 1), AMOUNT);
        assertEq(covers.remainingAt(waits, since), 2 * AMOUNT);
        skip(1 days);
        uint256 incident = openTriggered(pool, listing, block.timestamp - 1);
        grant(incident, 1e18);
        assertEq(settle(incident, waits), AMOUNT);
    }

    /// @dev Part of the cover was claimed; then comes a loss, then an increase that does not count yet: the known loss is
    /// paid out of what remained, not out of what was added. Nor out of it twice.
    function testFuzz_attack_refilledBeforeItCounts(uint256 added) public {
        (uint256 listing, uint256 waits) = sellLongWaiting();
        added = bound(added, 1e6, MILLION);
        skip(4 days);
        claimAndClose(listing, waits, 0.5e18);
        uint256 loss = block.timestamp;
        skip(1 hours);
        IPool.Purchase memory p = purchase(listing, added, 0);
        vm.prank(holder);
        pool.increase(waits, p);
        assertEq(covers.remainingAt(waits, loss), AMOUNT / 2);

        uint256 first = openTriggered(pool, listing, loss);
        uint256 second = openTriggered(pool, listing, loss + 30 minutes);
        grant(first, 0.8e18);
        grant(second, 1e18);
        assertEq(settle(first, waits), AMOUNT * 2 / 5);
        uint256 paid = AMOUNT * 2 / 5 + settle(second, waits);
        assertEq(paid, AMOUNT / 2, "both together take what remained and no more");
        assertEq(covers.coverOf(waits).amount, added, "what was added stays in force");
        assertEq(covers.remainingAt(waits, loss), 0);
        assertSound(pool);
    }

    /// @dev What a loss has taken keeps its own premium: more cover does not make it refundable, or cheaper.
    function test_increase_leavesTheLostPartsPremiumBehind() public {
        extend(200 days);
        claimAndClose(depeg, id, 0.5e18);
        uint256 lost = report().unearned / 2;
        increase(AMOUNT);
        ICovers.Cover memory cover = covers.coverOf(id);
        assertEq(cover.insured, AMOUNT * 3 / 2);
        assertEq(cover.amount, AMOUNT * 3 / 2);
        cancel();
        assertApproxEqAbs(report().unearned, lost, 2);
    }

    function sellLongWaiting() private returns (uint256 listing, uint256 waits) {
        IListings.Terms memory t = triggerTerms();
        (t.waiting, t.minPeriod) = (3 days, 4 days);
        listing = poolFor(t);
        waits = buy(pool, listing, AMOUNT, 200 days);
        fundAccount(holder, MILLION);
    }

    function claimAndClose(uint256 listing, uint256 cover, uint64 ratio) private {
        uint256 incident = openTriggered(pool, listing, block.timestamp - 1);
        grant(incident, ratio);
        settle(incident, cover);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        postRate(listing, RATE);
    }

    /// @dev After a partial loss: what remains and what was added.
    function test_increase_afterAPartialLoss() public {
        extend(100 days);
        claimAndClose(depeg, id, 0.25e18);
        increase(AMOUNT);
        skip(1 hours);
        assertEq(covers.coverOf(id).amount, AMOUNT * 7 / 4);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        assertEq(settle(incident, id), AMOUNT * 7 / 4);
        assertSound(pool);
    }

    function test_increase_revertsWith_PurchaseMismatch() public {
        IPool.Purchase[2] memory wrong = [addition(1e6), addition(1e6)];
        wrong[0].listing = uint32(hack);
        wrong[1].duration = 1;
        for (uint256 i; i < wrong.length; ++i) {
            expectRefusal(abi.encodeWithSelector(IPool.PurchaseMismatch.selector));
            vm.prank(holder);
            pool.increase(id, wrong[i]);
            assertNoTrace();
        }
    }

    function test_increase_revertsWith_TooManyIncreases() public {
        uint256 most = covers.MAX_INCREASES();
        for (uint256 i; i < most; ++i) {
            increase(1e6);
        }
        expectRefusal(abi.encodeWithSelector(ICovers.TooManyIncreases.selector, id, most));
        increase(1e6);
        assertNoTrace();
    }

    function test_increase_revertsWith_OnlyOwnerOf() public {
        fundAccount(attacker, MILLION);
        expectRefusal(abi.encodeWithSelector(ICovers.OnlyOwnerOf.selector, id, attacker));
        vm.prank(attacker);
        pool.increase(id, addition(1e6));
        assertNoTrace();
    }

    function test_increase_revertsWith_CapacityExceeded() public {
        IPool.Purchase memory p = addition(2 * MILLION);
        vm.prank(holder);
        vm.expectPartialRevert(IPool.CapacityExceeded.selector);
        pool.increase(id, p);
    }

    function test_increase_revertsWith_PeriodOutOfBounds() public {
        vm.warp(covers.coverOf(id).end - 1 days + 1);
        freshen();
        expectRefusal(abi.encodeWithSelector(IPool.PeriodOutOfBounds.selector, 1 days - 1, 1 days, 365 days));
        increase(1e6);
        assertNoTrace();
    }

    function test_increase_revertsWith_RiskFrozen() public {
        uint256 incident = openDepeg();
        grant(incident, 0.1e18);
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.RiskFrozen.selector, riskOf(depeg)));
        increase(1e6);
        assertNoTrace();
    }
}
