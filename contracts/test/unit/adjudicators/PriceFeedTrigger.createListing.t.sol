// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {MockFluxBounds, MockOcrBounds, MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerCreateListingTest is TriggerBase {
    function test_createListing_storesTheConfigurationUnderTheListing() public {
        T.Config memory c = config();
        c.table = new T.Step[](2);
        (c.table[0], c.table[1]) = (T.Step(0.05e18, 0.5e18), T.Step(0.2e18, 1e18));
        (c.sequencer, c.sequencerGrace) = (address(uptime), 1 hours);
        sequencer(START, 0);
        vm.expectEmit();
        emit T.TriggerListed(2, keeper, c);
        vm.prank(keeper);
        uint256 created = trigger.createListing(terms(), "Depeg", c);
        assertEq(created, 2);
        assertEq(abi.encode(trigger.configOf(created)), abi.encode(c));
        assertEq(listings.terms(created).adjudicator, address(trigger));
        (uint256 phase, uint256 since) = trigger.phaseOf(created);
        assertEq(phase, 1);
        assertEq(since, 0);
    }

    function test_createListing_leavesAListingMadeElsewhereWithoutConfiguration() public {
        uint256 bare = listings.create(terms(), "Depeg");
        assertFalse(trigger.canSell(bare, 0));
        expect(abi.encodeWithSelector(T.NotConfigured.selector, bare));
        trigger.configOf(bare);
        expect(abi.encodeWithSelector(T.NotConfigured.selector, bare));
        trigger.worstCaseTime(bare);
        expect(abi.encodeWithSelector(T.NotConfigured.selector, bare));
        trigger.arm(bare, id(1), id(1), pool);
    }

    function refuses(T.Config memory c, bytes32 field) internal {
        expect(abi.encodeWithSelector(T.InvalidConfig.selector, field));
        trigger.createListing(terms(), "Depeg", c);
    }

    function refuses(IListings.Terms memory t, bytes32 field) internal {
        T.Config memory c = config();
        expect(abi.encodeWithSelector(T.InvalidConfig.selector, field));
        trigger.createListing(t, "Depeg", c);
    }

    function test_createListing_revertsWith_InvalidConfig_forTerms() public {
        IListings.Terms memory t = terms();
        t.adjudicator = address(this);
        refuses(t, "adjudicator");
        t = terms();
        t.keyed = true;
        refuses(t, "keyed");
        t = terms();
        (t.bond, t.bondToken) = (1, address(feed));
        refuses(t, "bond");
        t = terms();
        t.grace = P + HEARTBEAT + 1 hours + 3 days - 1;
        refuses(t, "grace");
        ++t.grace;
        trigger.createListing(t, "Depeg", config());
    }

    function test_createListing_revertsWith_InvalidConfig_forLevelsAndTimes() public {
        T.Config memory c = config();
        c.heartbeat = 1 minutes - 1;
        refuses(c, "heartbeat");
        c.heartbeat = 48 hours + 1;
        refuses(c, "heartbeat");
        c = config();
        c.persistence = 1 hours - 1;
        refuses(c, "persistence");
        c.persistence = 30 days + 1;
        refuses(c, "persistence");
        c = config();
        c.strike = 0;
        refuses(c, "strike");
        c = config();
        c.recovery = c.strike;
        refuses(c, "recovery");
        c = config();
        c.warning = c.recovery - 1;
        refuses(c, "warning");
        c = config();
        c.par = c.recovery - 1;
        refuses(c, "par");
    }

    function test_createListing_revertsWith_InvalidConfig_forFeeds() public {
        T.Config memory c = config();
        c.feed = keeper;
        refuses(c, "feed");
        c = config();
        c.feed = address(new MockPriceFeed(8));
        refuses(c, "feed"); // no round yet
        c = config();
        c.decimals = 18;
        refuses(c, "decimals");
        c = config();
        c.sequencerGrace = 1;
        refuses(c, "sequencerGrace");
        c.sequencer = address(uptime);
        refuses(c, "sequencer"); // no round yet
        sequencer(START, 0);
        c.sequencerGrace = 1 days + 1;
        refuses(c, "sequencerGrace");
    }

    function test_createListing_revertsWith_InvalidConfig_forTables() public {
        T.Config memory c = config();
        c.table = new T.Step[](9);
        for (uint64 i = 0; i < 9; ++i) {
            c.table[i] = T.Step(i + 1, i + 1);
        }
        refuses(c, "table");
        c.table = new T.Step[](1);
        refuses(c, "table");
        c.table[0] = T.Step(1, 1e18 + 1);
        refuses(c, "table");
        c.table[0] = T.Step(1e18 + 1, 1);
        refuses(c, "table");
        c.table = new T.Step[](2);
        (c.table[0], c.table[1]) = (T.Step(2, 2), T.Step(2, 3));
        refuses(c, "table");
        c.table[1] = T.Step(3, 2);
        refuses(c, "table");
        c.table[1] = T.Step(3, 3);
        create(c);
    }

    function test_createListing_revertsWith_InvalidConfig_forRises() public {
        T.Config memory c = rising();
        c.recovery = c.strike;
        refuses(c, "recovery");
        c = rising();
        c.warning = c.recovery + 1;
        refuses(c, "warning");
        c = rising();
        c.par = c.recovery + 1;
        refuses(c, "par");
        c.par = 0;
        refuses(c, "par");
        c = rising();
        c.table = new T.Step[](1);
        c.table[0] = T.Step(type(uint64).max, 1e18);
        create(c);
        c.direction = T.Direction.Fall;
        refuses(c, "recovery");
    }

    function rising() internal view returns (T.Config memory c) {
        c = config();
        c.direction = T.Direction.Rise;
        (c.strike, c.recovery, c.warning, c.par) = (1.05e8, 1.02e8, 1.01e8, 1e8);
    }

    function relative() internal view returns (T.Config memory c) {
        c = config();
        (c.strike, c.recovery, c.warning, c.par, c.lookback) = (0.9e18, 0.95e18, 0, 1e18, 24 hours);
    }

    function waiting(uint32 time) internal view returns (IListings.Terms memory t) {
        t = terms();
        (t.waiting, t.minPeriod) = (time, 31 days);
    }

    /// @dev Who buys once a fall has begun must come too late for it.
    function test_createListing_attack_waitingShorterThanTheLookback() public {
        expect(abi.encodeWithSelector(T.InvalidConfig.selector, bytes32("waiting")));
        trigger.createListing(waiting(24 hours - 1), "Crash", relative());
        uint256 created = trigger.createListing(waiting(24 hours), "Crash", relative());
        assertEq(abi.encode(trigger.configOf(created)), abi.encode(relative()));
    }

    function test_createListing_revertsWith_InvalidConfig_forRelativeLevels() public {
        T.Config memory c = relative();
        c.lookback = c.persistence - 1;
        refuses(c, "lookback");
        c.lookback = 30 days + 1;
        refuses(c, "lookback");
        c = relative();
        c.warning = 0.96e18;
        refusesWaiting(c, "warning");
        c = relative();
        (c.recovery, c.par) = (1e18 + 1, 2e18);
        refusesWaiting(c, "recovery");
        (c.recovery, c.par) = (1e18, 1e18);
        trigger.createListing(waiting(24 hours), "Crash", c);
        (c.direction, c.strike, c.recovery, c.par) = (T.Direction.Rise, 1.5e18, 1e18 - 1, 0.5e18);
        refusesWaiting(c, "recovery");
        (c.recovery, c.lookback) = (1e18, 30 days);
        trigger.createListing(waiting(30 days), "Rise", c);
    }

    function refusesWaiting(T.Config memory c, bytes32 field) internal {
        expect(abi.encodeWithSelector(T.InvalidConfig.selector, field));
        trigger.createListing(waiting(c.lookback), "Crash", c);
    }

    /// @dev For a rise the other bound counts; of a relative listing, the levels at the price of now.
    function test_createListing_revertsWith_LevelOutsideFeed_forRisesAndRatios() public {
        T.Config memory c = rising();
        feed.setAggregator(address(new MockOcrBounds(1, 1.05e8)));
        expect(abi.encodeWithSelector(T.LevelOutsideFeed.selector, c.strike, c.recovery, int256(1), int256(1.05e8)));
        trigger.createListing(terms(), "Rise", c);
        feed.setAggregator(address(new MockOcrBounds(1.02e8 + 1, 2e8)));
        expect(
            abi.encodeWithSelector(T.LevelOutsideFeed.selector, c.strike, c.recovery, int256(1.02e8 + 1), int256(2e8))
        );
        trigger.createListing(terms(), "Rise", c);
        feed.setAggregator(address(new MockOcrBounds(1.02e8, 1.05e8 + 1)));
        create(c);
        push(START, 3e8);
        feed.setAggregator(address(new MockOcrBounds(2.7e8, 4e8)));
        expect(abi.encodeWithSelector(T.LevelOutsideFeed.selector, 2.7e8, 2.85e8, int256(2.7e8), int256(4e8)));
        trigger.createListing(waiting(24 hours), "Crash", relative());
        feed.setAggregator(address(new MockOcrBounds(2.7e8 - 1, 2.85e8)));
        trigger.createListing(waiting(24 hours), "Crash", relative());
    }

    function test_createListing_revertsWith_LevelOutsideFeed() public {
        T.Config memory c = config();
        feed.setAggregator(address(new MockOcrBounds(0.95e8, 10e8)));
        expect(abi.encodeWithSelector(T.LevelOutsideFeed.selector, c.strike, c.recovery, int256(0.95e8), int256(10e8)));
        trigger.createListing(terms(), "Depeg", c);
        feed.setAggregator(address(new MockFluxBounds(1, 0.98e8 - 1)));
        expect(abi.encodeWithSelector(T.LevelOutsideFeed.selector, c.strike, c.recovery, int256(1), int256(0.98e8 - 1)));
        trigger.createListing(terms(), "Depeg", c);
        feed.setAggregator(address(new MockFluxBounds(0.95e8 - 1, 0.98e8)));
        create(c);
        feed.setAggregator(keeper); // states none
        create(c);
    }
}
