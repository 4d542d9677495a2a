// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolBuyTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    function testFuzz_buy_mintsTheCoverAndTakesTheQuotedPremium(uint256 amount, uint32 duration) public {
        amount = bound(amount, 1, MILLION);
        duration = uint32(bound(duration, 1 days, 365 days));
        IPool.Purchase memory p = purchase(depeg, amount, duration);
        p.owner = carol;
        IPool.Premium memory quoted = pool.quote(p);
        fundAccount(holder, quoted.total);
        p.maxPremium = quoted.total;
        uint256 id = 1 << 40 | 1;
        vm.expectEmit(address(pool));
        emit IPool.CoverBought(id, depeg, carol, 0, amount, block.timestamp + duration, quoted.net, 0);
        vm.prank(holder);
        (uint256 bought, uint256 premium) = pool.buy(p);
        assertEq(bought, id);
        assertEq(premium, quoted.total);
        assertEq(usd.balanceOf(holder), 0);
        assertEq(covers.ownerOf(id), carol);
        ICovers.Cover memory cover = covers.coverOf(id);
        assertEq(cover.amount, amount);
        assertEq(cover.insured, amount);
        assertEq(cover.listing, depeg);
        assertEq(cover.start, block.timestamp);
        assertEq(cover.end, block.timestamp + duration);
        assertEq(cover.key, 0);
        assertTrue(pool.everSold(riskOf(depeg)));
    }

    /// @dev What reaches the pool is at least the expected loss (PRI-1), and all of it streams in while the risk runs.
    function testFuzz_buy_streamsTheNetPremium(uint256 amount, uint32 duration, uint256 wait) public {
        amount = bound(amount, 1e6, MILLION);
        duration = uint32(bound(duration, 1 days, 365 days));
        wait = bound(wait, 0, 2 * uint256(duration));
        uint256 net = pool.quote(purchase(depeg, amount, duration)).net;
        assertGe(net * 1e18 * YEAR, uint256(RATE) * amount * duration, "PRI-1");
        buy(pool, depeg, amount, duration);
        IPool.CapitalReport memory r = report();
        assertEq(r.cash, MILLION + net);
        assertLe(r.high, MILLION + net / 86_400 + 1, "nothing is earned at once but what does not divide");
        skip(wait);
        r = report();
        assertEq(r.cash - r.unearned, r.high);
        if (wait >= duration + 1 days) assertEq(r.unearned, 0);
        else if (wait < duration) assertLe(r.high, MILLION + net * (wait + 1 days) / duration + 1);
    }

    function testFuzz_buy_leavesTheRequirementWithinTheBacking(uint256 a, uint256 b) public {
        a = bound(a, 1, MILLION);
        b = bound(b, 1, MILLION);
        buy(pool, depeg, a, 30 days);
        IPool.Purchase memory p = purchase(hack, b, 30 days);
        fundAccount(holder, MILLION);
        vm.prank(holder);
        try pool.buy(p) {
            assertLe(report().scr, report().backing, "SOL-1");
            assertGe(report().scr, a > b ? a : b, "SOL-3");
            assertLe(report().scr, a + b, "diversification never costs");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), IPool.CapacityExceeded.selector);
            assertGt(a + b, MILLION / 2);
        }
    }

    /// @dev Fees come on top, are owed apart, and never reach the underwriters.
    function testFuzz_buy_chargesFeesOnTop(uint16 protocol, uint16 ofCurator, uint16 ofReferrer, uint256 amount)
        public
    {
        protocol = uint16(bound(protocol, 0, 1_000));
        ofCurator = uint16(bound(ofCurator, 0, 2_000));
        ofReferrer = uint16(bound(ofReferrer, 0, 1_000));
        amount = bound(amount, 1, MILLION / 2);
        vm.prank(admin);
        listings.setProtocolFee(protocol);
        announce(abi.encodeCall(pool.setCuratorFee, (ofCurator)));
        freshen();
        uint256 high = report().high;

        IPool.Purchase memory p = purchase(depeg, amount, 30 days);
        (p.referrer, p.referrerFee) = (bob, ofReferrer);
        IPool.Premium memory q = pool.quote(p);
        assertEq(q.protocolFee, (q.net * protocol + 9_999) / 10_000);
        assertEq(q.curatorFee, (q.net * ofCurator + 9_999) / 10_000);
        assertEq(q.referrerFee, (q.net * ofReferrer + 9_999) / 10_000);
        assertEq(q.total, q.net + q.protocolFee + q.curatorFee + q.referrerFee);
        buy(pool, p);
        IPool.CapitalReport memory r = report();
        assertEq(r.owed, q.total - q.net);
        assertLe(r.high, high + q.net / 86_400 + 1);
        assertSound(pool);
    }

    function test_buy_chargesNoCommissionWithoutAReferrer() public view {
        IPool.Purchase memory p = purchase(depeg, 1e9, 30 days);
        p.referrerFee = 1_000;
        assertEq(pool.quote(p).referrerFee, 0);
    }

    /// @dev Anyone may buy for anyone: the caller pays, the owner is insured.
    function test_buy_forAnother() public {
        IPool.Purchase memory p = purchase(depeg, 1e9, 30 days);
        p.owner = carol;
        fundAccount(bob, MILLION);
        uint256 had = usd.balanceOf(bob);
        vm.prank(bob);
        (uint256 id, uint256 premium) = pool.buy(p);
        assertEq(usd.balanceOf(bob), had - premium);
        assertEq(covers.ownerOf(id), carol);
    }

    /// @dev Sales go on after a denial, and after a grant on what remains.
    function test_buy_goesOnAfterARuling() public {
        sellDepeg(MILLION / 4, 30 days);
        deny(openDepeg());
        pool.step(9);
        uint256 id = sellDepeg(MILLION / 4, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 0.5e18);
        settle(incident, id);
        buy(pool, depeg, MILLION / 8, 30 days);
    }

    /// @dev Splitting a purchase never makes it cheaper, nor dearer by more than three units a part (PRI-1).
    function testFuzz_buy_isAdditive(uint256 a, uint256 b) public {
        a = bound(a, 1, MILLION / 2);
        b = bound(b, 1, MILLION / 2);
        uint256 whole = pool.quote(purchase(depeg, a + b, 30 days)).net;
        (, uint256 first) = buy(pool, purchase(depeg, a, 30 days));
        (, uint256 second) = buy(pool, purchase(depeg, b, 30 days));
        assertGe(first + second, whole);
        assertLe(first + second, whole + 6);
    }

    function testFuzz_buy_isMonotonic(uint256 a, uint256 b, uint32 s, uint32 t) public view {
        (a, b) = (bound(a, 1, MILLION - 1), bound(b, 1, MILLION));
        (s, t) = (uint32(bound(s, 1 days, 365 days)), uint32(bound(t, 1 days, 365 days)));
        if (a > b) (a, b) = (b, a);
        if (s > t) (s, t) = (t, s);
        uint256 least = pool.quote(purchase(depeg, a, s)).net;
        assertLe(least, pool.quote(purchase(depeg, b, s)).net);
        assertLe(least, pool.quote(purchase(depeg, a, t)).net);
    }
}
