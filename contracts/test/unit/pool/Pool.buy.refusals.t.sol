// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice What a sale is refused for; each time with a typed error that carries the numbers, and without a trace.
contract PoolBuyRefusalsTest is PoolFixture {
    uint256 private constant CAPITAL = MILLION;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, CAPITAL);
        fundAccount(holder, 1e15);
    }

    function refuse(IPool.Purchase memory p, bytes memory reason) private {
        expectRefusal(reason);
        vm.prank(holder);
        pool.buy(p);
        assertNoTrace();
    }

    function order() private view returns (IPool.Purchase memory) {
        return purchase(depeg, 1_000e6, 30 days);
    }

    // -- The purchase --------------------------------------------------------------------------------------------

    function test_buy_revertsWith_ZeroAmount() public {
        IPool.Purchase memory p = order();
        p.amount = 0;
        refuse(p, abi.encodeWithSelector(IPool.ZeroAmount.selector));
    }

    function test_buy_revertsWith_ZeroAddress() public {
        IPool.Purchase memory p = order();
        p.owner = address(0);
        refuse(p, abi.encodeWithSelector(IPool.ZeroAddress.selector));
    }

    function testFuzz_buy_revertsWith_AmountNotOnGrain(uint256 amount) public {
        pool = newPool(address(new TestToken("Test ether", "TETH", 18)));
        amount = bound(amount, 1, 1e30);
        vm.assume(amount % 1e12 != 0);
        IPool.Purchase memory p = order();
        p.amount = amount;
        refuse(p, abi.encodeWithSelector(IPool.AmountNotOnGrain.selector, amount, 1e12));
    }

    function testFuzz_buy_revertsWith_AmountTooLarge(uint256 amount) public {
        IPool.Purchase memory p = order();
        p.amount = bound(amount, uint256(type(uint64).max) + 1, type(uint256).max);
        refuse(p, abi.encodeWithSelector(IPool.AmountTooLarge.selector, bytes32("amount")));
    }

    function testFuzz_buy_revertsWith_PeriodOutOfBounds(uint32 duration) public {
        vm.assume(duration < 1 days || duration > 365 days);
        IPool.Purchase memory p = order();
        p.duration = duration;
        refuse(p, abi.encodeWithSelector(IPool.PeriodOutOfBounds.selector, uint256(duration), 1 days, 365 days));
    }

    function testFuzz_buy_revertsWith_PremiumAboveMaximum(uint256 maximum) public {
        IPool.Purchase memory p = order();
        uint256 premium = pool.quote(p).total;
        p.maxPremium = bound(maximum, 0, premium - 1);
        refuse(p, abi.encodeWithSelector(IPool.PremiumAboveMaximum.selector, premium, p.maxPremium));
    }

    function testFuzz_buy_revertsWith_DeadlineExpired(uint256 deadline) public {
        IPool.Purchase memory p = order();
        p.deadline = bound(deadline, 0, block.timestamp - 1);
        refuse(p, abi.encodeWithSelector(IPool.DeadlineExpired.selector, p.deadline, block.timestamp));
    }

    function testFuzz_buy_revertsWith_FeeAboveCap(uint16 fee) public {
        IPool.Purchase memory p = order();
        p.referrerFee = uint16(bound(fee, 1_001, type(uint16).max));
        refuse(p, abi.encodeWithSelector(IPool.FeeAboveCap.selector, uint256(p.referrerFee), 1_000));
    }

    function test_buy_revertsWithoutAllowance() public {
        vm.prank(holder);
        usd.approve(address(pool), 0);
        refuse(order(), abi.encodeWithSignature("TransferFromFailed()"));
    }

    function test_buy_revertsWith_QuoteMismatch() public {
        IPool.Purchase memory p = order();
        p.quote = "a listing without keys takes no quote";
        refuse(p, abi.encodeWithSelector(IPool.QuoteMismatch.selector, depeg, false));
    }

    // -- The listing ---------------------------------------------------------------------------------------------

    function testFuzz_buy_revertsWith_UnknownListing(uint32 listing) public {
        vm.assume(listing == 0 || listing > listings.count());
        IPool.Purchase memory p = order();
        p.listing = listing;
        refuse(p, abi.encodeWithSelector(IListings.UnknownListing.selector, uint256(listing)));
    }

    function test_buy_revertsWith_NotBacked() public {
        uint256 other = newListing(triggerTerms());
        refuse(purchase(other, 1e9, 30 days), abi.encodeWithSelector(IPool.NotBacked.selector, other));
    }

    function test_buy_revertsWith_SalesArePaused() public {
        vm.prank(admin);
        listings.pauseSales(1 days);
        refuse(order(), abi.encodeWithSelector(IListings.SalesArePaused.selector, block.timestamp + 1 days));
    }

    function test_buy_revertsWith_RateStale() public {
        uint256 posted = block.timestamp;
        skip(7 days + 1);
        refuse(order(), abi.encodeWithSelector(IListings.RateStale.selector, depeg, posted, 7 days));
    }

    function test_buy_revertsWith_AdjudicatorNotApproved() public {
        vm.prank(admin);
        listings.setAdjudicator(address(trigger), false);
        refuse(order(), abi.encodeWithSelector(IListings.AdjudicatorNotApproved.selector, trigger));
    }

    function test_buy_revertsWith_AdjudicatorRefuses() public {
        trigger.setSells(false);
        refuse(order(), abi.encodeWithSelector(IPool.AdjudicatorRefuses.selector, trigger));
    }

    /// @dev The asset joined the family after the pool backed the listing.
    function test_buy_revertsWith_OwnAsset() public {
        IListings.Terms memory t = triggerTerms();
        t.family = 7;
        depeg = poolFor(t);
        fundAccount(holder, 1e15);
        vm.prank(admin);
        listings.setFamily(address(usd), 7);
        refuse(order(), abi.encodeWithSelector(IListings.OwnAsset.selector, depeg, usd, 7));
    }

    function testFuzz_buy_revertsWith_LossProbabilityTooHigh(uint64 rate, uint32 duration) public {
        duration = uint32(bound(duration, 90 days, 365 days));
        rate = uint64(bound(rate, 0.2e18 * YEAR / duration + 1, 1e18));
        skip(6 days);
        postRate(depeg, rate);
        IPool.Purchase memory p = order();
        p.duration = duration;
        uint256 probability = (uint256(rate) * duration + YEAR - 1) / YEAR;
        refuse(p, abi.encodeWithSelector(IPool.LossProbabilityTooHigh.selector, probability, 0.2e18));
    }

    // -- The pool ------------------------------------------------------------------------------------------------

    function test_buy_revertsWith_IncidentOpen() public {
        sellDepeg(1e9, 30 days);
        openDepeg();
        openDepeg();
        refuse(order(), abi.encodeWithSelector(IPool.IncidentOpen.selector, riskOf(depeg), 2));
    }

    /// @dev Another risk of the pool sells on.
    function test_buy_sellsOtherRisksWhileOneHasAnIncident() public {
        sellDepeg(1e9, 30 days);
        openDepeg();
        pool.step(1);
        buy(pool, hack, 1e9, 30 days);
    }

    function testFuzz_buy_revertsWith_CapacityExceeded(uint256 amount) public {
        amount = bound(amount, CAPITAL + 1, NO_LIMIT);
        refuse(
            purchase(depeg, amount, 30 days), abi.encodeWithSelector(IPool.CapacityExceeded.selector, amount, CAPITAL)
        );
    }

    /// @dev An exit that is due and cannot be paid blocks every sale (EXT-1).
    function testFuzz_buy_revertsWith_CapacityExceeded_whileADueExitIsNotPayable(uint256 amount) public {
        buy(pool, depeg, CAPITAL / 2, 60 days);
        dueExit(alice, pool.balanceOf(alice) * 3 / 4);
        pool.processRedeem(1);
        assertGt(pool.pendingRedeemRequest(1, alice), 0);
        freshen();
        amount = bound(amount, 1, CAPITAL);
        IPool.Purchase memory p = purchase(hack, amount, 30 days);
        vm.prank(holder);
        try pool.buy(p) {
            fail();
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), IPool.CapacityExceeded.selector);
        }
    }

    function test_buy_revertsWith_CapacityExceeded_inAnEmptyPool() public {
        pool = newPool(address(usd));
        back(pool, depeg, 0, 1);
        refuse(order(), abi.encodeWithSelector(IPool.CapacityExceeded.selector, 1_000e6, 0));
    }

    function testFuzz_buy_revertsWith_JournalBehind(uint256 entries) public {
        entries = bound(entries, 9, 20);
        sellDepeg(1e9, 30 days);
        for (uint256 i; i < entries; ++i) {
            openDepeg();
        }
        refuse(purchase(hack, 1e9, 30 days), abi.encodeWithSelector(IPool.JournalBehind.selector, 8, entries));
    }

    // -- The curator's limits ------------------------------------------------------------------------------------

    function limited(uint64 ofListing, uint64 ofGroup, uint64 ofAdjudicator) private {
        pool = newPool(address(usd));
        vm.startPrank(curator);
        pool.setBacking(depeg, 0, 1, ofListing);
        pool.setGroupLimit(0, 1, ofGroup);
        pool.setAdjudicatorLimit(address(trigger), ofAdjudicator);
        vm.stopPrank();
        deposit(pool, alice, CAPITAL);
        fundAccount(holder, 1e15);
        buy(pool, depeg, 1e6, 30 days);
    }

    function testFuzz_buy_revertsWith_ListingLimitExceeded(uint64 limit, uint256 amount) public {
        limit = uint64(bound(limit, 1e6, CAPITAL - 1));
        limited(limit, NO_LIMIT, NO_LIMIT);
        amount = bound(amount, limit - 1e6 + 1, CAPITAL);
        refuse(
            purchase(depeg, amount, 30 days),
            abi.encodeWithSelector(IPool.ListingLimitExceeded.selector, amount + 1e6, limit)
        );
        if (limit > 1e6) buy(pool, depeg, limit - 1e6, 30 days);
    }

    function testFuzz_buy_revertsWith_GroupLimitExceeded(uint64 limit, uint256 amount) public {
        limit = uint64(bound(limit, 1e6, CAPITAL - 1));
        limited(NO_LIMIT, limit, NO_LIMIT);
        amount = bound(amount, limit - 1e6 + 1, CAPITAL);
        refuse(
            purchase(depeg, amount, 30 days),
            abi.encodeWithSelector(IPool.GroupLimitExceeded.selector, amount + 1e6, limit)
        );
    }

    function testFuzz_buy_revertsWith_AdjudicatorLimitExceeded(uint64 limit, uint256 amount) public {
        limit = uint64(bound(limit, 1e6, CAPITAL - 1));
        limited(NO_LIMIT, NO_LIMIT, limit);
        amount = bound(amount, limit - 1e6 + 1, CAPITAL);
        refuse(
            purchase(depeg, amount, 30 days),
            abi.encodeWithSelector(IPool.AdjudicatorLimitExceeded.selector, amount + 1e6, limit)
        );
    }
}
