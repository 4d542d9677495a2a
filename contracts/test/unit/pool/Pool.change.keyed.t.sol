// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {KeyedFixture} from "../KeyedFixture.sol";

/// @notice Cover of one event: more of it by another quote, less of it until it begins, never longer.
contract PoolChangeKeyedTest is KeyedFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        (id,) = buy(pool, order(1_000e6, offer()));
        fundAccount(holder, MILLION);
    }

    function test_increase_keyed_byAnotherQuoteForTheSameEvent() public {
        IPool.Purchase memory p = order(500e6, offer());
        uint256 total = pool.quoteIncrease(id, p).total;
        vm.prank(holder);
        assertEq(pool.increase(id, p), total);
        ICovers.Cover memory cover = covers.coverOf(id);
        assertEq(cover.amount, 1_500e6);
        assertEq(report().scr, 1_500e6);
        IListings.Quote memory q = offer();
        vm.warp(q.begins + 1 hours);
        vm.deal(keeper, 1 ether);
        vm.prank(keeper);
        uint256 incident = trigger.open{value: 0.002 ether}(incidents, flights, keyOf(q), q.begins, address(pool));
        grant(incident, 1e18);
        assertEq(settle(incident, id), 1_500e6);
        vm.warp(q.ends + 2 days);
        assertEq(report().unearned, 0);
        assertSound(pool);
    }

    function test_cancel_keyed_untilTheEventBegins() public {
        buy(pool, order(1_000e6, offer()));
        uint256 unearned = report().unearned;
        (uint256 refund, uint256 fee) = pool.refundOf(id, 1_000e6);
        assertApproxEqRel(refund + fee, unearned / 2, 0.001e18);
        vm.prank(holder);
        pool.decrease(id, 400e6, 0);
        vm.prank(holder);
        pool.cancel(id, 0);
        assertEq(report().scr, 1_000e6);
        assertApproxEqAbs(report().unearned + refund + fee, unearned, 1, "what is given up and nothing else");
        vm.warp(offer().ends + 2 days);
        assertEq(report().unearned, 0);
        assertSound(pool);
    }

    /// @dev From the day on which it begins something may be known of it.
    function testFuzz_attack_cancelledOnceTheEventIsKnown(uint256 time) public {
        uint256 begins = offer().begins;
        vm.warp(bound(time, begins - 1, offer().ends - 1));
        expectRefusal(abi.encodeWithSelector(IPool.KeyedCover.selector));
        vm.prank(holder);
        pool.cancel(id, 0);
        assertNoTrace();
    }

    function test_extend_keyed_revertsWith_KeyedCover() public {
        IPool.Purchase memory p = purchase(flights, 0, 1 days);
        expectRefusal(abi.encodeWithSelector(IPool.KeyedCover.selector));
        vm.prank(holder);
        pool.extend(id, p);
        assertNoTrace();
    }

    function test_increase_keyed_revertsWith_PurchaseMismatch_forAnotherEvent() public {
        IListings.Quote memory q = offer();
        q.facts = keccak256("another flight");
        IPool.Purchase memory p = order(500e6, q);
        expectRefusal(abi.encodeWithSelector(IPool.PurchaseMismatch.selector));
        vm.prank(holder);
        pool.increase(id, p);
        assertNoTrace();
    }
}
