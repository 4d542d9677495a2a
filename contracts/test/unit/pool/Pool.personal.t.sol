// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {RiskId} from "../../../src/cover/libraries/RiskId.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice A personal listing: each protected account is a risk of its own, and what befalls one is no loss of another's.
contract PoolPersonalTest is PoolFixture {
    uint256 private constant AMOUNT = 100_000e6;
    uint256 private listing;
    address private cara = makeAddr("cara");
    address private doug = makeAddr("doug");

    function setUp() public override {
        super.setUp();
        listing = poolFor(personalTerms());
    }

    function personalTerms() private view returns (IListings.Terms memory t) {
        t = courtTerms();
        (t.personal, t.waiting, t.minPeriod) = (true, 1 hours, 1 days);
    }

    function personal(address account, uint256 amount) private view returns (IPool.Purchase memory p) {
        p = purchase(listing, amount, 30 days);
        p.account = account;
    }

    function sell(address account, uint256 amount) private returns (uint256 id) {
        (id,) = buy(pool, personal(account, amount));
    }

    function keyOf(address account) private view returns (bytes32) {
        return RiskId.personalKey(account, holder);
    }

    function riskOfAccount(address account) private view returns (bytes32) {
        return RiskId.idOf(listing, keyOf(account));
    }

    function assertFor(address account, uint64 ratio) private returns (uint256 incident) {
        IIncidents.Assertion memory a = assertion(listing, block.timestamp - 1, ratio);
        a.key = keyOf(account);
        usd.mint(keeper, 100e6);
        vm.startPrank(keeper);
        usd.approve(address(incidents), 100e6);
        incident = incidents.assertLoss(a);
        vm.stopPrank();
    }

    // -- Terms ---------------------------------------------------------------------------------------------------

    function test_create_refusesAPersonalListingWithKeysOfEvents() public {
        IListings.Terms memory t = personalTerms();
        (t.keyed, t.minPeriod) = (true, 0);
        vm.expectRevert(abi.encodeWithSelector(IListings.InvalidTerms.selector, bytes32("personal")));
        listings.create(t, "text");
    }

    function test_create_refusesAPersonalListingThatNobodyCanAssert() public {
        IListings.Terms memory t = personalTerms();
        (t.bond, t.bondToken) = (0, address(0));
        vm.expectRevert(abi.encodeWithSelector(IListings.InvalidTerms.selector, bytes32("personal")));
        listings.create(t, "text");
    }

    // -- Life ----------------------------------------------------------------------------------------------------

    function test_buy_personal_refusesACoverForNobody() public {
        expectRefusal(abi.encodeWithSelector(IPool.AccountMissing.selector, listing));
        pool.buy(personal(address(0), AMOUNT));
    }

    function test_buy_personal_makesARiskOfEachAccount() public {
        uint256 id = sell(cara, AMOUNT);
        sell(doug, AMOUNT);
        assertEq(covers.coverOf(id).key, keyOf(cara));
        assertTrue(pool.everSold(riskOfAccount(cara)));
        assertFalse(pool.everSold(riskOfAccount(alice)));
        assertSound(pool);
    }

    /// @dev Two accounts are two groups: the requirement grows by less than the sum.
    function test_buy_personal_diversifies() public {
        sell(cara, AMOUNT);
        uint256 one = report().scr;
        sell(cara, AMOUNT);
        uint256 same = report().scr;
        sell(doug, 2 * AMOUNT);
        assertApproxEqAbs(same, 2 * one, 2, "one account is one risk");
        assertLt(report().scr, 4 * one * 95 / 100, "two are not");
        assertGe(report().scr, 2 * one);
    }

    function test_buy_personal_keepsTheLimitOfTheListing() public {
        announce(abi.encodeCall(pool.setBacking, (listing, 2, 3, uint64(AMOUNT))));
        freshen();
        postRate(listing, RATE);
        sell(cara, AMOUNT);
        vm.expectRevert(abi.encodeWithSelector(IPool.ListingLimitExceeded.selector, 2 * AMOUNT, AMOUNT));
        pool.buy(personal(doug, AMOUNT));
    }

    function test_change_personal_extendsIncreasesAndCancels() public {
        uint256 id = sell(cara, AMOUNT);
        fundAccount(holder, MILLION);
        skip(2 days);
        vm.startPrank(holder);
        IPool.Purchase memory p = purchase(listing, 0, 10 days);
        pool.extend(id, p);
        p = purchase(listing, AMOUNT, 0);
        vm.expectRevert(IPool.PurchaseMismatch.selector);
        pool.increase(id, p);
        p.account = doug;
        vm.expectRevert(IPool.PurchaseMismatch.selector);
        pool.increase(id, p);
        p.account = cara;
        pool.increase(id, p);
        assertEq(covers.coverOf(id).amount, 2 * AMOUNT);
        skip(5 days);
        pool.decrease(id, AMOUNT, 0);
        pool.cancel(id, 0);
        vm.stopPrank();
        assertEq(report().scr, 0);
        assertSound(pool);
    }

    function test_release_personal_freesEachAccount() public {
        sell(cara, AMOUNT);
        skip(40 days);
        pool.release(riskOfAccount(cara));
        assertEq(report().scr, 0);
        assertSound(pool);
    }

    // -- Incidents -----------------------------------------------------------------------------------------------

    /// @dev A bogus claim of one member freezes nobody else, and stops no other sale.
    function test_assertLoss_personal_freezesThatAccountAlone() public {
        fundAccount(holder, MILLION);
        uint256 id = sell(cara, AMOUNT);
        uint256 other = sell(doug, AMOUNT);
        skip(1 days);
        uint256 low = report().low;
        uint256 incident = assertFor(cara, 1e18);
        pool.step(9);
        assertApproxEqAbs(low - report().low, AMOUNT, 1e6, "its own amount is reserved, no more");
        sell(doug, AMOUNT);
        vm.prank(holder);
        pool.cancel(other, 0);
        vm.prank(holder);
        vm.expectRevert(abi.encodeWithSelector(IPool.RiskFrozen.selector, riskOfAccount(cara)));
        pool.cancel(id, 0);
        vm.expectRevert(abi.encodeWithSelector(IPool.IncidentOpen.selector, riskOfAccount(cara), 1));
        pool.buy(personal(cara, AMOUNT));
        courtRules(incident, DENIED, 0);
        pool.step(9);
        sell(cara, AMOUNT);
        assertSound(pool);
    }

    function test_settle_personal_paysNobodyElse() public {
        uint256 id = sell(cara, AMOUNT);
        uint256 other = sell(doug, AMOUNT);
        skip(1 days);
        uint256 incident = assertFor(cara, 0.5e18);
        courtRules(incident, GRANTED, 0.5e18);
        lossProofs.setConsent(id, holder);
        assertEq(settle(incident, id), AMOUNT / 2);
        assertEq(usd.balanceOf(holder), AMOUNT / 2);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIncidents.CoverOfAnotherRisk.selector, other, riskOfAccount(cara), riskOfAccount(doug)
            )
        );
        incidents.settle(incident, list(other));
        assertSound(pool);
    }

    /// @dev Nobody insures a stranger's keys and takes his money.
    function test_settle_personal_paysTheAccountItselfWithoutItsConsent() public {
        uint256 id = sell(cara, AMOUNT);
        skip(1 days);
        uint256 incident = assertFor(cara, 1e18);
        courtRules(incident, GRANTED, 1e18);
        settle(incident, id);
        assertEq(usd.balanceOf(holder), 0);
        assertEq(usd.balanceOf(cara), AMOUNT);
    }

    /// @dev Whoever has stolen a key insures the account himself: his cover has no part in what its owner claims.
    function test_attack_aThiefsCoverOnTheStolenAccountIsARiskOfItsOwn() public {
        uint256 id = sell(cara, AMOUNT);
        IPool.Purchase memory p = personal(cara, 5 * AMOUNT);
        p.owner = doug;
        (uint256 thiefs,) = buy(pool, p);
        skip(1 days);
        uint256 incident = assertFor(cara, 0.5e18);
        courtRules(incident, GRANTED, 0.5e18);
        lossProofs.setConsent(id, holder);
        lossProofs.setConsent(thiefs, doug);
        assertEq(settle(incident, id), AMOUNT / 2);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIncidents.CoverOfAnotherRisk.selector,
                thiefs,
                riskOfAccount(cara),
                RiskId.idOf(listing, RiskId.personalKey(cara, doug))
            )
        );
        incidents.settle(incident, list(thiefs));
        assertSound(pool);
    }

    /// @dev What was bought for one owner stays his risk when it is sold on.
    function test_settle_personal_paysWhoeverOwnsItNow() public {
        uint256 id = sell(cara, AMOUNT);
        skip(1 days);
        vm.prank(holder);
        covers.transferFrom(holder, doug, id);
        uint256 incident = assertFor(cara, 1e18);
        courtRules(incident, GRANTED, 1e18);
        lossProofs.setConsent(id, doug);
        settle(incident, id);
        assertEq(usd.balanceOf(doug), AMOUNT);
    }
}
