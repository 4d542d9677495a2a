// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {CoverBase} from "./CoverBase.sol";

/// @notice `setRateBounds`, `raiseRateFloors`, `setRatePace`: what is voted on the rates of a class.
contract ListingsRateBoundsTest is CoverBase {
    uint256 private listing;

    function setUp() public override {
        super.setUp();
        listing = _create(_terms()); // rates from 0.1 % to 200 %
        _post(listing, 0.02e18);
    }

    function numbers(uint256 a) private pure returns (uint32[] memory l) {
        l = new uint32[](1);
        l[0] = uint32(a);
    }

    function setBounds(uint64 floor, uint64 ceiling) private {
        vm.prank(REGISTRY);
        listings.setRateBounds(numbers(listing), floor, ceiling);
    }

    function rateNow() private view returns (uint256 rate) {
        rate = listings.saleTerms(listing, USDC).rate;
        (uint256 posted,) = listings.rateOf(listing);
        assertEq(rate, posted);
    }

    function test_setRateBounds_movesWhatIsPostedAtOnce() public {
        vm.expectEmit();
        emit IListings.RateBoundsSet(listing, 0.03e18, 0.5e18, 0.03e18);
        setBounds(0.03e18, 0.5e18);
        assertEq(rateNow(), 0.03e18);
        setBounds(0.001e18, 0.01e18);
        assertEq(rateNow(), 0.01e18);
        (uint256 floor, uint256 ceiling) = listings.rateBoundsOf(listing);
        assertEq(floor, 0.001e18);
        assertEq(ceiling, 0.01e18);
    }

    /// @dev The terms that covers were sold under say what they said.
    function test_setRateBounds_leavesTheTerms() public {
        bytes32 hash = listings.termsHash(listing);
        setBounds(0.03e18, 0.5e18);
        assertEq(listings.terms(listing).minRate, 0.001e18);
        assertEq(listings.terms(listing).maxRate, 2e18);
        assertEq(listings.termsHash(listing), hash);
        assertEq(keccak256(abi.encode(listings.terms(listing), keccak256(WORDING))), hash);
    }

    function test_setRateBounds_boundsThePoster() public {
        setBounds(0.015e18, 0.025e18);
        skip(1 days);
        IListings.RatePost[] memory posts = new IListings.RatePost[](1);
        posts[0] = _ratePost(listing, 0.026e18);
        vm.prank(POSTER);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateOutOfBounds.selector, 0.026e18, 0.015e18, 0.025e18));
        listings.postRates(posts, 0, 0);
        _post(listing, 0.025e18);
    }

    /// @dev Whatever is voted, what holds then can be posted again: sales do not stop for want of a step.
    function testFuzz_setRateBounds_leavesAStep(uint64 floor, uint64 ceiling, uint256 elapsed) public {
        floor = uint64(bound(floor, 0.001e18, 2e18));
        ceiling = uint64(bound(ceiling, floor, 2e18));
        skip(bound(elapsed, 0, 30 days));
        setBounds(floor, ceiling);
        (uint256 rate,) = listings.rateOf(listing);
        _post(listing, rate);
    }

    function test_setRateBounds_canBeTakenBack() public {
        setBounds(0.03e18, 0.5e18);
        setBounds(0.001e18, 2e18);
        (uint256 floor, uint256 ceiling) = listings.rateBoundsOf(listing);
        assertEq(floor, 0.001e18);
        assertEq(ceiling, 2e18);
    }

    function test_setRateBounds_postsNothingWhereNothingWasPosted() public {
        uint256 fresh = _create(_terms());
        vm.prank(REGISTRY);
        listings.setRateBounds(numbers(fresh), 0.03e18, 0.5e18);
        (uint256 rate, uint256 postedAt) = listings.rateOf(fresh);
        assertEq(rate, 0);
        assertEq(postedAt, 0);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStale.selector, fresh, 0, 7 days));
        listings.saleTerms(fresh, USDC);
    }

    /// @dev An old rate does not become a fresh one by a vote.
    function test_setRateBounds_keepsTheAge() public {
        skip(8 days);
        setBounds(0.03e18, 0.5e18);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStale.selector, listing, START, 7 days));
        listings.saleTerms(listing, USDC);
    }

    function testFuzz_setRateBounds_revertsWith_RateOutOfBounds(uint64 floor, uint64 ceiling) public {
        vm.assume(floor < 0.001e18 || floor > ceiling || ceiling > 2e18);
        vm.prank(REGISTRY);
        vm.expectPartialRevert(IListings.RateOutOfBounds.selector);
        listings.setRateBounds(numbers(listing), floor, ceiling);
    }

    function test_setRateBounds_revertsWith_UnknownListing() public {
        vm.prank(REGISTRY);
        vm.expectRevert(abi.encodeWithSelector(IListings.UnknownListing.selector, 99));
        listings.setRateBounds(numbers(99), 0.01e18, 0.02e18);
    }

    function test_setRateBounds_refusesQuotesOutsideThem() public {
        uint256 keyed = _create(_keyedTerms());
        IListings.Quote memory quote;
        quote.listing = uint32(keyed);
        (quote.begins, quote.ends) = (START + 2 days, START + 3 days);
        (quote.lastSale, quote.expiry, quote.rate) = (START + 1 days, START + 1 days, 0.1e18);
        bytes memory signature = sign(quote);
        listings.checkQuote(keyed, quote, signer, signature);
        vm.prank(REGISTRY);
        listings.setRateBounds(numbers(keyed), 0.2e18, 0.3e18);
        vm.expectRevert(abi.encodeWithSelector(IListings.InvalidQuote.selector, bytes32("rate")));
        listings.checkQuote(keyed, quote, signer, signature);
    }

    function sign(IListings.Quote memory quote) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(signerKey, listings.hashQuote(quote));
        return abi.encodePacked(r, s, v);
    }

    // -- Floors --------------------------------------------------------------------------------------------------

    function test_raiseRateFloors_onlyRaises() public {
        vm.startPrank(ADMIN);
        listings.raiseRateFloors(numbers(listing), 0.05e18);
        assertEq(rateNow(), 0.05e18);
        (uint256 floor, uint256 ceiling) = listings.rateBoundsOf(listing);
        assertEq(floor, 0.05e18);
        assertEq(ceiling, 2e18);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateOutOfBounds.selector, 0.05e18, 0.05e18, 2e18));
        listings.raiseRateFloors(numbers(listing), 0.05e18);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateOutOfBounds.selector, 2e18 + 1, 0.05e18, 2e18));
        listings.raiseRateFloors(numbers(listing), 2e18 + 1);
        vm.stopPrank();
    }

    // -- Pace ----------------------------------------------------------------------------------------------------

    function test_setRatePace_slowsTheSteps() public {
        vm.prank(REGISTRY);
        listings.setRatePace(2 days, 10 days);
        (uint256 riseTime, uint256 fallTime) = listings.ratePace();
        assertEq(riseTime, 2 days);
        assertEq(fallTime, 10 days);
        skip(2 days);
        IListings.RatePost[] memory posts = new IListings.RatePost[](1);
        posts[0] = _ratePost(listing, 0.04e18 + 1);
        vm.prank(POSTER);
        vm.expectPartialRevert(IListings.RateStepTooLarge.selector);
        listings.postRates(posts, 0, 0);
        _post(listing, 0.04e18);
        skip(10 days);
        _post(listing, 0.036e18);
    }

    /// @dev The attack: many small posts. Rounding of the time is against the poster, so they gain nothing.
    function testFuzz_attack_manySmallPostsAtAnyPace(uint32 pace, uint256 parts) public {
        pace = uint32(bound(pace, 12 hours, 30 days));
        parts = bound(parts, 1, 20);
        vm.prank(REGISTRY);
        listings.setRatePace(pace, pace);
        for (uint256 i; i < parts; ++i) {
            skip(uint256(pace) / parts);
            (uint256 rate, uint256 postedAt) = listings.rateOf(listing);
            uint256 paced = (block.timestamp - postedAt) * 1 days / pace;
            _post(listing, rate + rate * paced * 693147180559945309 / (1e18 * 1 days) - 1);
        }
        (uint256 end,) = listings.rateOf(listing);
        assertLe(end, 0.04e18);
    }

    function testFuzz_setRatePace_revertsWith_PaceOutOfBounds(uint32 pace) public {
        vm.assume(pace < 12 hours || pace > 30 days);
        bytes memory reason = abi.encodeWithSelector(
            IListings.PaceOutOfBounds.selector, uint256(pace), uint256(12 hours), uint256(30 days)
        );
        vm.startPrank(REGISTRY);
        vm.expectRevert(reason);
        listings.setRatePace(pace, 1 days);
        vm.expectRevert(reason);
        listings.setRatePace(1 days, pace);
    }

    // -- Quick and slow ------------------------------------------------------------------------------------------

    function test_quick_onlyReduces() public {
        vm.prank(REGISTRY);
        listings.setProtocolFee(500);
        vm.startPrank(ADMIN);
        listings.dismissAdjudicator(address(trigger));
        listings.dismissQuoteSigner(signer);
        listings.lowerProtocolFee(300);
        assertFalse(listings.isAdjudicator(address(trigger)));
        assertFalse(listings.isQuoteSigner(signer));
        assertEq(listings.protocolFee(), 300);
        vm.expectRevert(abi.encodeWithSelector(IListings.FeeAboveCap.selector, 301, 300));
        listings.lowerProtocolFee(301);
        vm.stopPrank();
    }

    function test_setCuratorFeeCap_upToItsCap() public {
        vm.startPrank(REGISTRY);
        listings.setCuratorFeeCap(500);
        assertEq(listings.curatorFeeCap(), 500);
        vm.expectRevert(abi.encodeWithSelector(IListings.FeeAboveCap.selector, 2_001, 2_000));
        listings.setCuratorFeeCap(2_001);
        vm.stopPrank();
    }
}
