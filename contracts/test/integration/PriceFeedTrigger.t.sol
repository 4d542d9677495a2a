// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger} from "../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {PriceFeedTrigger} from "../../src/adjudicators/PriceFeedTrigger.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {Base} from "../Base.sol";
import {MockPriceFeed} from "../mocks/MockPriceFeed.sol";

/// @notice The trigger with the protocol around it, on the real rounds of March 2023.
contract PriceFeedTriggerIntegrationTest is Base {
    uint80 internal constant USDC = 2 << 64;
    uint256 internal constant FIRST = 746;
    /// @dev The series is moved behind the base's own beginning.
    uint256 internal constant SHIFT = 30_000_000;
    uint256 internal constant RATIO = 83_444_849_855_555_555;

    PriceFeedTrigger internal feedTrigger;
    MockPriceFeed internal feed;
    Pool internal pool;
    uint256 internal listing;
    uint256 internal id;

    /// @dev Cover of 10,000 bought the day before the fall.
    function setUp() public override {
        super.setUp();
        feed = new MockPriceFeed(8);
        feed.nextPhase();
        string memory json = vm.readFile("contracts/test/fixtures/usdc-usd-2023.json");
        uint256[] memory times = vm.parseJsonUintArray(json, ".times");
        uint256[] memory answers = vm.parseJsonUintArray(json, ".answers");
        for (uint256 i = 0; i < times.length; ++i) {
            feed.set(USDC + uint80(FIRST + i), times[i] + SHIFT, int256(answers[i]));
        }
        goTo(855);
        feedTrigger = new PriceFeedTrigger(incidents, listings);
        vm.prank(admin);
        listings.setAdjudicator(address(feedTrigger), true);
        listing = feedTrigger.createListing(listingTerms(), "USDC below 0.95 for 12 h", config());
        postRate(listing, RATE);
        pool = newPool(address(usd));
        back(pool, listing, 0, 1);
        deposit(pool, alice, 100_000e6);
        id = buy(pool, listing, 10_000e6, 30 days);
        vm.deal(keeper, 1 ether);
    }

    function listingTerms() internal view returns (IListings.Terms memory t) {
        t = triggerTerms();
        t.adjudicator = address(feedTrigger);
    }

    function config() internal view returns (IPriceFeedTrigger.Config memory c) {
        (c.feed, c.decimals, c.heartbeat, c.persistence) = (address(feed), 8, 24 hours, 12 hours);
        (c.strike, c.recovery, c.warning, c.par) = (0.95e8, 0.98e8, 0.99e8, 1e8);
    }

    /// @dev To the time of a real round, which is then the newest.
    function goTo(uint80 round) internal {
        (,,, uint256 time,) = feed.getRoundData(USDC + round);
        vm.warp(time);
        feed.setLatest(USDC + round);
    }

    function arm() internal returns (uint256) {
        vm.prank(keeper);
        return feedTrigger.arm{value: 0.002 ether}(listing, USDC + 870, USDC + 884, address(pool));
    }

    function test_lifecycle_armedProvenSettled() public {
        goTo(884);
        uint256 incident = arm();
        assertEq(incidents.incidentOf(incident).lossTime, block.timestamp);
        goTo(1044);
        vm.prank(keeper);
        feedTrigger.prove(incident, USDC + 1044);
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(uint256(i.status), uint256(IIncidents.Status.Granted));
        assertEq(i.share, RATIO);
        assertEq(i.ruledAt, 1_678_549_907 + SHIFT);
        assertEq(incidents.creditOf(address(0), keeper), 0.002 ether);
        assertEq(settle(incident, id), 10_000e6 * RATIO / 1e18);
    }

    function test_lifecycle_noSaleBelowTheWarning() public {
        goTo(860); // 0.98843
        IPool.Purchase memory p = purchase(listing, 1e6, 30 days);
        postRate(listing, RATE);
        vm.expectRevert(abi.encodeWithSelector(IPool.AdjudicatorRefuses.selector, address(feedTrigger)));
        pool.buy(p);
    }

    function test_lifecycle_recoveredIsDismissed() public {
        (,,, uint256 time,) = feed.getRoundData(USDC + 1000);
        feed.set(USDC + 1000, time, 0.98e8);
        goTo(884);
        uint256 incident = arm();
        goTo(1001);
        feedTrigger.recover(incident, USDC + 1000);
        assertEq(uint256(incidents.incidentOf(incident).status), uint256(IIncidents.Status.Denied));
        assertEq(incidents.creditOf(address(0), treasury), 0.002 ether);
    }

    function test_lifecycle_lapsedAndArmedAgain() public {
        goTo(884);
        uint256 incident = arm();
        vm.warp(incidents.incidentOf(incident).deadline + 1);
        incidents.lapse(incident);
        feed.setLatest(USDC + 1145);
        vm.prank(keeper);
        (uint256 second, uint256 ratio) =
            feedTrigger.armAndProve{value: 0.002 ether}(listing, USDC + 870, USDC + 884, USDC + 1044, address(pool));
        assertEq(ratio, RATIO);
        assertEq(settle(second, id), 10_000e6 * RATIO / 1e18);
    }
}
