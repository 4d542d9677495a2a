// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IReadingTrigger} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice A reading trigger with the protocol around it: a listing that a pool backs, a cover sold, and short ways to
/// spans. A child deploys the trigger and lists.
abstract contract ReadingFixture is PoolFixture {
    uint256 internal constant FEE = 0.002 ether;
    uint256 internal constant KEEPER_TIME = 3 days;
    uint256 internal constant INSURED = 10_000e6;
    uint32 internal constant P = 12 hours;

    IReadingTrigger internal reading;
    uint256 internal listing;
    uint256 internal cover;

    // -- Set up --------------------------------------------------------------------------------------------------

    function approve(IReadingTrigger trigger_) internal {
        reading = trigger_;
        vm.prank(admin);
        listings.setAdjudicator(address(trigger_), true);
        vm.deal(keeper, 100 ether);
        vm.deal(attacker, 100 ether);
    }

    function readingTerms() internal view returns (IListings.Terms memory t) {
        t = triggerTerms();
        t.adjudicator = address(reading);
    }

    function levels() internal pure returns (IReadingTrigger.Levels memory) {
        return IReadingTrigger.Levels({strike: 0.05e18, recovery: 0.02e18, warning: 0.01e18, persistence: P});
    }

    /// @dev A pool of its own for the listing, with capital.
    function backed(uint256 listing_) internal {
        listing = listing_;
        postRate(listing, RATE);
        pool = newPool(address(usd));
        back(pool, listing, 2, 3);
        deposit(pool, alice, MILLION);
    }

    function sold() internal {
        cover = buy(pool, listing, INSURED, 60 days);
    }

    // -- Spans ---------------------------------------------------------------------------------------------------

    function arm() internal returns (uint256) {
        vm.prank(keeper);
        return reading.arm{value: FEE}(listing, address(pool));
    }

    function refuseArm(bytes memory reason) internal {
        vm.expectRevert(reason);
        vm.prank(keeper);
        reading.arm{value: FEE}(listing, address(pool));
    }

    function refuseRead(uint256 incident, bytes memory reason) internal {
        vm.expectRevert(reason);
        reading.read(incident);
    }

    function refuseProve(uint256 incident, bytes memory reason) internal {
        vm.expectRevert(reason);
        reading.prove(incident);
    }

    function fallNow() internal view returns (uint256 fall) {
        (, fall) = reading.readingOf(listing);
    }

    function faultNow() internal view returns (bytes32) {
        (IReadingTrigger.Reading memory r,) = reading.readingOf(listing);
        return r.fault;
    }

    function noReading(bytes32 fault, address source, uint256 value) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IReadingTrigger.NoReading.selector, fault, source, value);
    }

    function invalid(bytes32 field) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IReadingTrigger.InvalidConfig.selector, field);
    }

    function notBeyond(uint256 fall, uint256 strike) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IReadingTrigger.NotBeyondStrike.selector, fall, strike);
    }

    // -- Checks --------------------------------------------------------------------------------------------------

    function assertGranted(uint256 incident, uint256 ratio) internal view {
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Granted), "status");
        assertEq(incidents.incidentOf(incident).share, ratio, "share");
        IAdjudicator.Ruling memory r = reading.ruling(incident);
        assertEq(uint256(r.verdict), uint256(GRANTED));
        assertEq(r.ratio, ratio, "ratio");
        assertEq(reading.armedOf(listing), 0);
    }

    function assertDismissed(uint256 incident) internal view {
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Denied), "status");
        assertEq(uint256(reading.ruling(incident).verdict), uint256(DENIED));
        assertEq(reading.armedOf(listing), 0);
    }

    function maySell() internal view returns (bool) {
        return reading.canSell(listing, 0);
    }
}
