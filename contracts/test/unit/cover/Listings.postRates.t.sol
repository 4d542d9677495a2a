// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {RateStep} from "../../../src/cover/libraries/RateStep.sol";
import {CoverBase} from "./CoverBase.sol";

contract ListingsPostRatesTest is CoverBase {
    uint256 private listing;

    function setUp() public override {
        super.setUp();
        listing = _create(_terms());
    }

    function test_postRates_storesRateAndTimeAndEmitsTheHashes() public {
        vm.expectEmit(address(listings));
        emit IListings.RatePosted(listing, 0.02e18, "data", "model");
        _post(listing, 0.02e18);
        (uint256 rate, uint256 postedAt) = listings.rateOf(listing);
        assertEq(rate, 0.02e18);
        assertEq(postedAt, START);
    }

    function test_postRates_takesSeveralListings() public {
        uint256 second = _create(_terms());
        IListings.RatePost[] memory posts = new IListings.RatePost[](2);
        posts[0] = _ratePost(listing, 0.02e18);
        posts[1] = _ratePost(second, 0.03e18);
        vm.prank(POSTER);
        listings.postRates(posts, 0, 0);
        (uint256 a,) = listings.rateOf(listing);
        (uint256 b,) = listings.rateOf(second);
        assertEq(a, 0.02e18);
        assertEq(b, 0.03e18);
    }

    function test_postRates_firstPostIsFreeWithinTheBounds() public {
        _post(_create(_terms()), 0.001e18);
        _post(_create(_terms()), 2e18);
    }

    function test_postRates_keepsTheOtherTerms() public {
        _post(listing, 2e18);
        assertEq(abi.encode(listings.terms(listing)), abi.encode(_terms()));
    }

    function test_postRates_limitsAfterADay() public {
        _stepIs(0.1e18, 1 days, 0.09e18, 0.2e18);
    }

    function test_postRates_limitsAfterThreeDays() public {
        _stepIs(0.1e18, 3 days, 0.0729e18, 0.8e18);
    }

    function test_postRates_limitsAfterHalfADay() public {
        _stepIs(0.1e18, 12 hours, 0.095e18, 0.134657359027997265e18);
    }

    function test_postRates_limitsAfterADayAndAHalf() public {
        _stepIs(0.1e18, 36 hours, 0.0855e18, 0.26931471805599453e18);
    }

    function test_postRates_sameSecondMovesNothing() public {
        _stepIs(0.1e18, 0, 0.1e18, 0.1e18);
    }

    function test_postRates_sameListingTwiceMovesNothing() public {
        IListings.RatePost[] memory posts = new IListings.RatePost[](2);
        posts[0] = _ratePost(listing, 0.02e18);
        posts[1] = _ratePost(listing, 0.02e18 + 1);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStepTooLarge.selector, 0.02e18 + 1, 0.02e18, 0.02e18));
        vm.prank(POSTER);
        listings.postRates(posts, 0, 0);
    }

    function test_postRates_afterAVeryLongTimeOnlyTheBoundsHold() public {
        _post(listing, 1e18);
        vm.warp(START + 60 days);
        _post(listing, 0.001e18);
        vm.warp(START + 400 days);
        _post(listing, 2e18);
    }

    function test_postRates_afterZeroIsFree() public {
        IListings.Terms memory t = _terms();
        t.minRate = 0;
        uint256 other = _create(t);
        _post(other, 0);
        _post(other, 2e18);
    }

    /// @dev However the days are cut into posts, the rate at most doubles and loses at most a tenth in each.
    function testFuzz_postRates_splittingAMoveGainsNothing(uint64 rate, uint8 wholeDays, uint256 seed) public pure {
        uint256 end = bound(wholeDays, 1, 5) * 1 days;
        uint64 first = uint64(bound(rate, 1e6, 0.3e18));
        (uint64 high, uint64 low) = (first, first);
        for (uint256 time = 0; time < end;) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 step = bound(seed, 1, 10 hours);
            if (time + step > end) step = end - time;
            time += step;
            high = uint64(RateStep.highestDown(high, step));
            low = uint64(RateStep.lowestUp(low, step));
        }
        assertLe(high, RateStep.highestDown(first, end));
        assertEq(RateStep.highestDown(first, end), uint256(first) << (end / 1 days));
        assertGe(low + 5, RateStep.lowestUp(first, end)); // each whole day rounds up by less than one
    }

    function testFuzz_postRates_boundsAreMonotonicInTime(uint64 rate, uint32 elapsed) public pure {
        assertLe(RateStep.highestDown(rate, elapsed), RateStep.highestDown(rate, uint256(elapsed) + 1));
        assertGe(RateStep.lowestUp(rate, elapsed), RateStep.lowestUp(rate, uint256(elapsed) + 1));
        assertLe(RateStep.lowestUp(rate, elapsed), rate);
        assertGe(RateStep.highestDown(rate, elapsed), rate);
    }

    /// @dev Found by the campaign: the part of a day still counted after the whole days were capped.
    function test_postRates_boundsAreMonotonicPastTheCap() public pure {
        assertLe(RateStep.highestDown(1_800_000_000, 31_535_999), RateStep.highestDown(1_800_000_000, 31_536_000));
        assertEq(RateStep.highestDown(1, 64 days), 1 << 64);
        assertEq(RateStep.highestDown(1, 64 days + 1), 1 << 64);
    }

    function testFuzz_postRates_boundsNeverOverflow(uint64 rate, uint256 elapsed) public pure {
        RateStep.highestDown(rate, elapsed);
        RateStep.lowestUp(rate, elapsed);
    }

    function test_postRates_revertsWith_RateOutOfBounds() public {
        _expectBounds(0.001e18 - 1);
        _post(listing, 0.001e18 - 1);
        _expectBounds(2e18 + 1);
        _post(listing, 2e18 + 1);
    }

    function test_postRates_revertsWith_KeyedMismatch() public {
        uint256 keyed = _create(_keyedTerms());
        vm.expectRevert(abi.encodeWithSelector(IListings.KeyedMismatch.selector, keyed, true));
        _post(keyed, 0.1e18);
    }

    function test_postRates_revertsWith_UnknownListing() public {
        vm.expectRevert(abi.encodeWithSelector(IListings.UnknownListing.selector, 2));
        _post(2, 0.1e18);
        vm.expectRevert(abi.encodeWithSelector(IListings.UnknownListing.selector, 0));
        _post(0, 0.1e18);
    }

    /// @dev Both limits are taken, and one past each is refused.
    function _stepIs(uint256 rate, uint256 elapsed, uint256 low, uint256 high) private {
        _post(listing, rate);
        vm.warp(START + elapsed);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStepTooLarge.selector, high + 1, low, high));
        _post(listing, high + 1);
        vm.expectRevert(abi.encodeWithSelector(IListings.RateStepTooLarge.selector, low - 1, low, high));
        _post(listing, low - 1);
        uint256 snapshot = vm.snapshotState();
        _post(listing, high);
        vm.revertToState(snapshot);
        _post(listing, low);
    }

    function _expectBounds(uint256 rate) private {
        vm.expectRevert(abi.encodeWithSelector(IListings.RateOutOfBounds.selector, rate, 0.001e18, 2e18));
    }
}
