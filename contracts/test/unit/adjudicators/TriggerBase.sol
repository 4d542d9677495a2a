// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {PriceFeedTrigger} from "../../../src/adjudicators/PriceFeedTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {Listings} from "../../../src/cover/Listings.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {StubIncidents} from "../../mocks/StubIncidents.sol";
import {Test} from "../../Test.sol";

/// @notice The trigger over a settable feed, a listing as in the issue, and short ways to rounds and proofs.
abstract contract TriggerBase is Test {
    uint256 internal constant FEE = 0.002 ether;
    uint256 internal constant START = 1_678_000_000;
    uint80 internal constant PHASE = 1 << 64;
    uint32 internal constant P = 12 hours;
    uint32 internal constant HEARTBEAT = 24 hours;
    uint256 internal constant GAP = 25 hours;
    int256 internal constant ABOVE = 1e8;
    int256 internal constant BETWEEN = 0.96e8;
    int256 internal constant BELOW = 0.9e8;
    int256 internal constant STRIKE = 0.95e8;
    int256 internal constant RECOVERY = 0.98e8;

    address internal keeper = address(0x4ee9e4);
    address internal pool = address(0x9001);

    PriceFeedTrigger internal trigger;
    StubIncidents internal incidents;
    Listings internal listings;
    MockPriceFeed internal feed;
    MockPriceFeed internal uptime;
    uint256 internal listing;

    function setUp() public virtual {
        vm.warp(START);
        listings = new Listings(address(this), address(this));
        incidents = new StubIncidents();
        trigger = new PriceFeedTrigger(IIncidents(address(incidents)), listings);
        feed = new MockPriceFeed(8);
        uptime = new MockPriceFeed(0);
        push(START, ABOVE);
        listing = create(config());
        vm.deal(keeper, 1000 ether);
    }

    // -- Configure -----------------------------------------------------------------------------------------------

    function terms() internal view returns (IListings.Terms memory t) {
        t.adjudicator = address(trigger);
        t.maxRatio = 1e18;
        (t.grace, t.minPeriod, t.maxPeriod, t.maxRate) = (7 days, 1 days, 365 days, 1e18);
    }

    function config() internal view returns (IPriceFeedTrigger.Config memory c) {
        (c.feed, c.decimals, c.heartbeat, c.persistence) = (address(feed), 8, HEARTBEAT, P);
        (c.strike, c.recovery, c.warning, c.par) = (0.95e8, 0.98e8, 0.99e8, 1e8);
    }

    function create(IPriceFeedTrigger.Config memory c) internal returns (uint256) {
        return trigger.createListing(terms(), "Depeg", c);
    }

    /// @dev A listing on an L2 whose sequencer has been up since the beginning.
    function createOnL2() internal returns (uint256) {
        sequencer(START - 1 days, 0);
        IPriceFeedTrigger.Config memory c = config();
        (c.sequencer, c.sequencerGrace) = (address(uptime), 1 hours);
        return create(c);
    }

    // -- Rounds --------------------------------------------------------------------------------------------------

    function push(uint256 time, int256 answer) internal returns (uint80) {
        if (block.timestamp < time) vm.warp(time);
        return feed.push(time, answer);
    }

    function sequencer(uint256 time, int256 answer) internal {
        uptime.push(time, answer);
    }

    /// @dev Rounds 2 above, 3 between, 4 below (first), 5 between, 6 below, one an hour; START + 1 h is round 2.
    function fall() internal returns (uint80 first) {
        push(START + 1 hours, ABOVE);
        push(START + 2 hours, BETWEEN);
        first = push(START + 3 hours, BELOW);
        push(START + 4 hours, BETWEEN);
        push(START + 5 hours, BELOW);
    }

    /// @dev `fall`, and round 7 that closes it exactly at the end.
    function completeFall() internal returns (uint80 first, uint80 closing) {
        first = fall();
        closing = push(START + 3 hours + P, ABOVE);
    }

    function id(uint256 round) internal pure returns (uint80) {
        return PHASE + uint80(round);
    }

    // -- Prove ---------------------------------------------------------------------------------------------------

    function arm(uint80 recovered, uint80 first) internal returns (uint256) {
        vm.prank(keeper);
        return trigger.arm{value: FEE}(listing, recovered, first, pool);
    }

    function armAndProve(uint80 recovered, uint80 first, uint80 closing) internal returns (uint256, uint256) {
        vm.prank(keeper);
        return trigger.armAndProve{value: FEE}(listing, recovered, first, closing, pool);
    }

    function expect(bytes memory err) internal {
        vm.expectRevert(err);
    }

    function assertVerdict(uint256 incident, IAdjudicator.Verdict verdict) internal view {
        assertEq(uint256(trigger.ruling(incident).verdict), uint256(verdict));
    }

    function assertStatus(uint256 incident, IIncidents.Status status) internal view {
        assertEq(uint256(incidents.incidentOf(incident).status), uint256(status));
    }
}
