// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {CoverBase} from "./CoverBase.sol";

contract ListingsSaleTermsTest is CoverBase {
    uint256 private listing;

    function setUp() public override {
        super.setUp();
        listing = _create(_terms());
        _post(listing, 0.02e18);
        vm.prank(REGISTRY);
        listings.setProtocolFee(500);
    }

    function test_saleTerms_ofAListingWithoutKeys() public view {
        IListings.SaleTerms memory sale = listings.saleTerms(listing, USDC);
        IListings.SaleTerms memory expected = IListings.SaleTerms({
            adjudicator: address(trigger),
            rate: 0.02e18,
            waiting: 1 days,
            grace: 14 days,
            minPeriod: 7 days,
            maxPeriod: 365 days,
            keyed: false,
            personal: false,
            named: false,
            protocolFee: 500
        });
        assertEq(abi.encode(sale), abi.encode(expected));
    }

    function test_saleTerms_ofAKeyedListingNeedNoRate() public {
        IListings.SaleTerms memory sale = listings.saleTerms(_create(_keyedTerms()), USDC);
        assertTrue(sale.keyed);
        assertEq(sale.rate, 0);
        assertEq(sale.maxPeriod, 60 days);
    }

    function test_saleTerms_takeARateUpToItsAge() public {
        vm.warp(START + 7 days);
        listings.saleTerms(listing, USDC);
    }

    function test_saleTerms_revertsWith_RateStale() public {
        vm.warp(START + 7 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStale.selector, listing, START, 7 days));
        listings.saleTerms(listing, USDC);
    }

    function test_saleTerms_revertsWith_RateStale_beforeTheFirstPost() public {
        uint256 unposted = _create(_terms());
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStale.selector, unposted, 0, 7 days));
        listings.saleTerms(unposted, USDC);
        vm.warp(1 days);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStale.selector, unposted, 0, 7 days));
        listings.saleTerms(unposted, USDC);
    }

    function test_saleTerms_revertsWith_UnknownListing() public {
        vm.expectRevert(abi.encodeWithSelector(IListings.UnknownListing.selector, 2));
        listings.saleTerms(2, USDC);
    }

    function test_saleTerms_revertsWith_SalesArePaused() public {
        vm.prank(GUARD);
        listings.pauseSales(1 hours);
        vm.warp(START + 1 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(IListings.SalesArePaused.selector, START + 1 hours));
        listings.saleTerms(listing, USDC);
        vm.warp(START + 1 hours);
        listings.saleTerms(listing, USDC);
    }

    function test_saleTerms_revertsWith_AdjudicatorNotApproved() public {
        vm.prank(REGISTRY);
        listings.setAdjudicator(address(trigger), false);
        vm.expectRevert(abi.encodeWithSelector(IListings.AdjudicatorNotApproved.selector, address(trigger)));
        listings.saleTerms(listing, USDC);
    }

    function test_saleTerms_revertsWith_OwnAsset() public {
        vm.startPrank(REGISTRY);
        listings.setFamily(USDC, 4);
        listings.saleTerms(listing, USDC);
        listings.setFamily(USDC, 3);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(IListings.OwnAsset.selector, listing, USDC, 3));
        listings.saleTerms(listing, USDC);
    }

    function test_saleTerms_anAssetWithoutFamilyBacksAListingWithoutFamily() public {
        listings.saleTerms(_create(_keyedTerms()), USDC);
    }

    /// @dev A sale reads at most five cold slots here (2,100 gas each) beside the call itself.
    function test_saleTerms_staysCheap() public view {
        listings.saleTerms(listing, USDC);
        assertLt(vm.lastCallGas().gasTotalUsed, 16_000);
    }

    function test_views_revertsWith_UnknownListing() public {
        bytes memory unknown = abi.encodeWithSelector(IListings.UnknownListing.selector, 2);
        vm.expectRevert(unknown);
        listings.terms(2);
        vm.expectRevert(unknown);
        listings.termsHash(2);
        vm.expectRevert(unknown);
        listings.rateOf(2);
    }
}
