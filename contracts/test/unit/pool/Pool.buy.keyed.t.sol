// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {KeyedFixture} from "../KeyedFixture.sol";

/// @notice Cover of one named event, sold by a signed quote.
contract PoolBuyKeyedTest is KeyedFixture {
    function testFuzz_buy_keyed_chargesTheProbabilityOnceAndEndsWithTheEvent(uint256 amount, uint64 rate) public {
        amount = bound(amount, 1, MILLION / 5);
        IListings.Quote memory q = offer();
        q.rate = uint64(bound(rate, 1, 0.2e18));
        IPool.Purchase memory p = order(amount, q);
        uint256 net = pool.quote(p).net;
        assertGe(net, amount * q.rate / 1e18, "PRI-1");
        (uint256 id,) = buy(pool, p);
        ICovers.Cover memory cover = covers.coverOf(id);
        assertEq(cover.end, q.ends);
        assertEq(cover.key, keyOf(q));
        assertTrue(pool.everSold(riskOfKey(keyOf(q))));
        assertEq(report().scr, amount);

        // The premium streams from the event's beginning to its end.
        vm.warp(uint256(q.begins) / 1 days * 1 days);
        assertApproxEqAbs(report().unearned, net, net / 86_400 + 2);
        vm.warp(q.ends + 1 days);
        assertEq(report().unearned, 0);
        skip(8 days);
        assertEq(pool.release(riskOfKey(keyOf(q))), amount);
    }

    /// @dev A quote is an offer to everyone until it expires, in any amounts; each key is a risk of its own.
    function test_buy_keyed_sellsOneQuoteToMany() public {
        IListings.Quote memory q = offer();
        buy(pool, order(1e9, q));
        IPool.Purchase memory p = order(2e9, q);
        p.owner = carol;
        buy(pool, p);
        q.facts = keccak256("BA 118, 2027-02-01");
        buy(pool, order(4e9, q));
        assertEq(pool.capital().scr, 7e9, "one zone is one group");
        q.zone = 8;
        buy(pool, order(4e9, q));
        assertLt(pool.capital().scr, 11e9, "two zones diversify");
    }

    function test_buy_keyed_isPaidForALossAtTheBeginningOfTheEvent() public {
        IListings.Quote memory q = offer();
        (uint256 id,) = buy(pool, order(1e9, q));
        vm.warp(q.ends + 1 hours);
        vm.deal(keeper, 1 ether);
        vm.prank(keeper);
        uint256 incident = trigger.open{value: 0.002 ether}(incidents, flights, keyOf(q), q.begins, address(pool));
        grant(incident, 1e18);
        assertEq(settle(incident, id), 1e9);
    }

    /// @dev Of a keyed risk's remaining premium as much as its reserve is earned when it is granted.
    function test_buy_keyed_earnsThePremiumOfAGrantedRisk() public {
        IListings.Quote memory q = offer();
        (uint256 id,) = buy(pool, order(MILLION, q));
        assertGt(report().unearned, MILLION / 50);
        vm.warp(q.begins + 1 hours);
        vm.deal(keeper, 1 ether);
        vm.prank(keeper);
        uint256 incident = trigger.open{value: 0.002 ether}(incidents, flights, keyOf(q), q.begins, address(pool));
        grant(incident, 1e18);
        assertEq(settle(incident, id), MILLION, "paid in full out of capital and its own premium");
        assertEq(report().unearned, 0);
        assertSound(pool);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function refuse(IPool.Purchase memory p, bytes memory reason) private {
        fundAccount(holder, MILLION);
        expectRefusal(reason);
        vm.prank(holder);
        pool.buy(p);
        assertNoTrace();
    }

    function test_buy_keyed_revertsWith_QuoteMismatch_withoutAQuote() public {
        refuse(purchase(flights, 1e9, 0), abi.encodeWithSelector(IPool.QuoteMismatch.selector, flights, true));
    }

    function testFuzz_buy_keyed_revertsWith_QuoteMismatch_withADuration(uint32 duration) public {
        IPool.Purchase memory p = order(1e9, offer());
        p.duration = uint32(bound(duration, 1, type(uint32).max));
        refuse(p, abi.encodeWithSelector(IPool.QuoteMismatch.selector, flights, true));
    }

    function testFuzz_buy_keyed_revertsWith_QuoteExpired(uint256 late) public {
        IListings.Quote memory q = offer();
        IPool.Purchase memory p = order(1e9, q);
        vm.warp(bound(late, uint256(q.expiry) + 1, q.lastSale));
        p.deadline = block.timestamp;
        refuse(p, abi.encodeWithSelector(IListings.QuoteExpired.selector, uint256(q.expiry), block.timestamp));
    }

    /// @dev A long-lived quote is void after the last moment of sale.
    function test_buy_keyed_revertsWith_QuoteExpired_afterTheLastSale() public {
        IListings.Quote memory q = offer();
        q.expiry = type(uint32).max;
        vm.warp(q.lastSale + 1);
        refuse(
            order(1e9, q), abi.encodeWithSelector(IListings.QuoteExpired.selector, uint256(q.lastSale), block.timestamp)
        );
    }

    function testFuzz_buy_keyed_revertsWith_QuoteSignerNotApproved_onAnotherChain(uint64 chain) public {
        IPool.Purchase memory p = order(1e9, offer());
        chain = uint64(bound(chain, 1, type(uint64).max));
        vm.assume(chain != block.chainid);
        vm.chainId(chain);
        refuse(p, abi.encodeWithSelector(IListings.QuoteSignerNotApproved.selector, signer));
    }

    function test_buy_keyed_revertsWith_QuoteForAnotherListing() public {
        IListings.Terms memory t = triggerTerms();
        (t.keyed, t.minPeriod, t.maxPeriod, t.waiting, t.maxRate) = (true, 0, 60 days, 1 hours, 0.5e18);
        IListings.Quote memory q = offer();
        uint256 meant = flights;
        flights = poolFor(t);
        refuse(order(1e9, q), abi.encodeWithSelector(IListings.QuoteForAnotherListing.selector, flights, meant));
    }

    /// @dev The key is the hash of what is signed: another key is another content.
    function testFuzz_buy_keyed_revertsWith_QuoteSignerNotApproved_forAnotherKey(uint8 field) public {
        IListings.Quote memory q = offer();
        bytes memory signature = sign(q);
        field = uint8(bound(field, 0, 6));
        if (field == 0) q.facts = keccak256("another flight");
        if (field == 1) q.zone += 1;
        if (field == 2) q.begins += 1;
        if (field == 3) q.ends += 1;
        if (field == 4) q.lastSale += 1;
        if (field == 5) q.rate -= 1;
        if (field == 6) q.expiry += 1;
        refuse(order(1e9, q, signature), abi.encodeWithSelector(IListings.QuoteSignerNotApproved.selector, signer));
    }

    function test_buy_keyed_revertsWith_QuoteSignerNotApproved_onceDismissed() public {
        vm.prank(admin);
        listings.setQuoteSigner(signer, false);
        refuse(order(1e9, offer()), abi.encodeWithSelector(IListings.QuoteSignerNotApproved.selector, signer));
    }

    function testFuzz_buy_keyed_revertsWith_LossProbabilityTooHigh(uint64 rate) public {
        IListings.Quote memory q = offer();
        q.rate = uint64(bound(rate, 0.2e18 + 1, 0.5e18));
        refuse(order(1e9, q), abi.encodeWithSelector(IPool.LossProbabilityTooHigh.selector, uint256(q.rate), 0.2e18));
    }

    /// @dev The group's limit bounds each zone, the listing's limit all keys together.
    function test_buy_keyed_revertsWith_ListingLimitExceeded_overAllKeys() public {
        announce(abi.encodeCall(pool.setBacking, (flights, 2, 3, 5e9)));
        IListings.Quote memory q = offer();
        buy(pool, order(3e9, q));
        (q.facts, q.zone) = (keccak256("another flight"), 8);
        refuse(order(3e9, q), abi.encodeWithSelector(IPool.ListingLimitExceeded.selector, 6e9, 5e9));
    }

    function test_buy_keyed_revertsWith_GroupLimitExceeded_perZone() public {
        announce(abi.encodeCall(pool.setGroupLimit, (2, 3, 5e9)));
        IListings.Quote memory q = offer();
        buy(pool, order(3e9, q));
        q.facts = keccak256("another flight");
        refuse(order(3e9, q), abi.encodeWithSelector(IPool.GroupLimitExceeded.selector, 6e9, 5e9));
        q.zone = 8;
        buy(pool, order(3e9, q));
    }
}
