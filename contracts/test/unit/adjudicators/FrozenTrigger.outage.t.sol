// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IFrozenTrigger} from "../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ChainlinkFixture, IFluxAggregator} from "../../ChainlinkFixture.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {FrozenFixture} from "./FrozenFixture.sol";

/// @notice A sequencer whose uptime Chainlink's own aggregator tells: 0 up, 1 down, a round a change.
contract FrozenTriggerOutageTest is FrozenFixture, ChainlinkFixture {
    uint32 internal constant HOURS = 6 hours;
    uint80 internal constant PHASE = 1 << 64;
    IFluxAggregator internal aggregator;
    address internal uptime;

    function setUp() public override {
        super.setUp();
        (aggregator, uptime) = newChainlinkFeed(0, 0, 1);
        change(0);
        begin();
    }

    function config() internal view override returns (IFrozenTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.target, c.persistence, c.gap) = (IFrozenTrigger.Kind.Outage, uptime, HOURS, 0);
    }

    function change(int256 status) internal returns (uint80) {
        uint256 round = aggregator.latestRound() + 1;
        aggregator.submit(round, status);
        return PHASE + uint80(round);
    }

    function prove(uint80 round) internal returns (uint256 incident, uint256 ratio) {
        vm.prank(keeper);
        return frozen.proveOutage{value: FEE}(listing, round, address(pool));
    }

    function refuseOutage(uint80 round, bytes memory reason) internal {
        vm.expectRevert(reason);
        vm.prank(keeper);
        frozen.proveOutage{value: FEE}(listing, round, address(pool));
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IFrozenTrigger.Config memory c = config();
        c.gap = 1 hours;
        refuses(c, invalid("gap"));
        c = config();
        c.target = keeper;
        refuses(c, invalid("target"));
        c = config();
        c.account = bob;
        refuses(c, invalid("account"));
        change(1);
        refuses(config(), invalid("target")); // down now
    }

    function test_proveOutage_afterwards() public {
        uint80 down = change(1);
        uint256 from = block.timestamp;
        skip(HOURS);
        change(0);
        skip(2 days);
        vm.expectEmit();
        emit IFrozenTrigger.OutageProven(1, down, from, from + HOURS);
        (uint256 incident, uint256 ratio) = prove(down);
        assertEq(ratio, RATIO);
        assertEq(incidents.incidentOf(incident).lossTime, from);
        assertGranted(incident, RATIO);
        assertEq(incidents.creditOf(address(0), keeper), FEE);
        assertEq(settle(incident, cover), INSURED * 3 / 10);
        IFrozenTrigger.Outage[] memory ruled = frozen.outagesOf(listing);
        assertEq(ruled.length, 1);
        assertEq(ruled[0].from, from);
        assertEq(ruled[0].until, from + HOURS);
    }

    function test_proveOutage_whileItLasts() public {
        uint80 down = change(1);
        uint256 from = block.timestamp;
        skip(HOURS - 1);
        refuseOutage(down, abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp, from + HOURS));
        skip(1);
        prove(down);
    }

    function test_proveOutage_revertsWith_OutageRuled() public {
        uint80 down = change(1);
        uint256 from = block.timestamp;
        skip(HOURS);
        prove(down);
        bytes memory reason = abi.encodeWithSelector(IFrozenTrigger.OutageRuled.selector, from, from + HOURS);
        refuseOutage(down, reason);
        skip(HOURS); // and it goes on
        refuseOutage(down, reason);
        change(0);
        refuseOutage(down, reason);
        skip(1 hours);
        down = change(1);
        skip(HOURS);
        prove(down); // another one
    }

    /// @dev Nobody voids an outage by bringing up a later one first.
    function test_proveOutage_inAnyOrder() public {
        uint80 first = change(1);
        uint256 from = block.timestamp;
        skip(HOURS);
        change(0);
        skip(1 hours);
        uint80 second = change(1);
        skip(HOURS);
        prove(second);
        prove(first);
        refuseOutage(first, abi.encodeWithSelector(IFrozenTrigger.OutageRuled.selector, from, from + HOURS));
        assertEq(frozen.outagesOf(listing).length, 2);
    }

    /// @dev A new phase tells the same outage under another number.
    function test_proveOutage_revertsWith_OutageRuled_inAnotherPhase() public {
        MockPriceFeed feed = new MockPriceFeed(0);
        vm.etch(uptime, address(feed).code);
        feed = MockPriceFeed(uptime);
        uint256 from = block.timestamp;
        skip(HOURS);
        feed.setRaw(5, 1, from, from, 5);
        feed.setLatest(5);
        prove(5);
        uint80 again = PHASE + 1;
        feed.setRaw(again, 1, from - 1, from, again);
        feed.setRaw(again + 1, 0, from + HOURS, block.timestamp, again + 1);
        refuseOutage(again, abi.encodeWithSelector(IFrozenTrigger.OutageRuled.selector, from, from + HOURS));
    }

    function test_proveOutage_revertsWith_SpanTooShort() public {
        uint80 down = change(1);
        uint256 from = block.timestamp;
        skip(HOURS - 1);
        change(0);
        skip(1 days);
        refuseOutage(down, abi.encodeWithSelector(T.SpanTooShort.selector, from + HOURS - 1, from + HOURS));
    }

    function test_proveOutage_revertsWith_NotDown() public {
        skip(1 days);
        refuseOutage(PHASE + 1, abi.encodeWithSelector(IFrozenTrigger.NotDown.selector, PHASE + 1, 0));
    }

    function test_proveOutage_revertsWith_NoReading() public {
        refuseOutage(PHASE + 2, noReading("call", uptime, PHASE + 2));
        refuseOutage(1, noReading("call", uptime, 1));
        uint80 down = change(1);
        skip(HOURS);
        vm.etch(uptime, hex"fe");
        refuseOutage(down, noReading("call", uptime, down));
        assertFalse(maySell());
    }

    function test_proveOutage_revertsWith_WrongFee() public {
        uint80 down = change(1);
        skip(HOURS);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongFee.selector, 0, FEE));
        frozen.proveOutage(listing, down, address(pool));
    }

    function test_proveOutage_revertsWith_NotConfigured() public {
        vm.expectRevert(abi.encodeWithSelector(T.NotConfigured.selector, listing + 1));
        frozen.proveOutage(listing + 1, PHASE + 1, address(pool));
    }

    function test_proveOutage_revertsWith_LossTimeOutOfBounds() public {
        uint80 down = change(1);
        uint256 from = block.timestamp;
        skip(8 days);
        refuseOutage(
            down,
            abi.encodeWithSelector(
                IIncidents.LossTimeOutOfBounds.selector, from, block.timestamp - 7 days, block.timestamp
            )
        );
    }

    /// @dev The real feed moves `updatedAt` within a round and keeps `startedAt`, which alone counts.
    function test_proveOutage_neverLooksAtUpdatedAt() public {
        MockPriceFeed feed = new MockPriceFeed(0);
        vm.etch(uptime, address(feed).code);
        feed = MockPriceFeed(uptime);
        uint256 from = block.timestamp;
        skip(HOURS);
        feed.setRaw(5, 1, from, block.timestamp, 5); // reported just now, down since `from`
        feed.setLatest(5);
        (uint256 incident,) = prove(5);
        assertEq(incidents.incidentOf(incident).lossTime, from);
        skip(1 days);
        feed.setRaw(6, 0, from + HOURS, block.timestamp, 6);
        feed.setRaw(7, 1, block.timestamp - HOURS, block.timestamp - HOURS, 7);
        feed.setRaw(8, 0, block.timestamp - HOURS + 1, block.timestamp, 8); // up again a second later
        feed.setLatest(8);
        refuseOutage(7, abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp - HOURS + 1, block.timestamp));
    }

    function test_proveOutage_revertsWith_NoReading_onBadRounds() public {
        MockPriceFeed feed = new MockPriceFeed(0);
        vm.etch(uptime, address(feed).code);
        feed = MockPriceFeed(uptime);
        feed.setRaw(5, 1, 0, block.timestamp, 5); // not initialised
        feed.setLatest(5);
        refuseOutage(5, noReading("answer", uptime, 0));
        feed.setRaw(5, 1, block.timestamp + 1, block.timestamp, 5);
        refuseOutage(5, noReading("answer", uptime, block.timestamp + 1));
        feed.setRaw(5, 1, block.timestamp, block.timestamp, 5);
        feed.setRaw(6, 0, block.timestamp - 1, block.timestamp, 6);
        feed.setLatest(6);
        refuseOutage(5, noReading("answer", uptime, block.timestamp - 1));
        feed.setLatest(7); // says that there is more, and does not answer
        refuseOutage(5, noReading("call", uptime, 0));
    }

    /// @dev The kinds do not mix: an outage is not read.
    function test_arm_revertsWith_NoReading() public {
        change(1);
        refuseArm(noReading("kind", uptime, 0));
    }

    function test_canSell_whileTheSequencerIsUp() public {
        assertTrue(maySell());
        change(1);
        assertFalse(maySell());
        change(0);
        assertTrue(maySell());
    }
}
