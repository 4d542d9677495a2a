// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IReserveTrigger} from "../../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ChainlinkFixture, IFluxAggregator} from "../../ChainlinkFixture.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {ReserveFixture} from "./ReserveFixture.sol";

/// @notice Chainlink's own aggregator and proxy report the reserves, in 8 decimals.
contract ReserveTriggerProofOfReserveTest is ReserveFixture, ChainlinkFixture {
    uint32 internal constant HEARTBEAT = 1 days;
    IFluxAggregator internal aggregator;
    address internal proxy;
    int256 internal reported = 1_000_000e8;

    function setUp() public override {
        super.setUp();
        (aggregator, proxy) = newChainlinkFeed(8, -10, 1e18);
        refresh();
        begin();
    }

    function config() internal view override returns (IReserveTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.source, c.heartbeat) = (IReserveTrigger.Kind.ProofOfReserve, proxy, HEARTBEAT);
        c.levels.persistence = 26 hours;
    }

    function refresh() internal override {
        aggregator.submit(aggregator.latestRound() + 1, reported);
    }

    function report(int256 reserves) internal {
        reported = reserves;
        refresh();
    }

    function test_createListing_storesTheConfiguration() public {
        IReserveTrigger.Config memory c = config();
        vm.expectEmit();
        emit IReserveTrigger.TriggerListed(listing + 1, address(this), c);
        uint256 created = create(c);
        assertEq(abi.encode(reserve.configOf(created)), abi.encode(c));
        assertEq(reading.worstCaseTime(created), 26 hours + KEEPER_TIME);
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IReserveTrigger.Config memory c = config();
        c.levels.strike = 0;
        refuses(c, invalid("strike"));
        c = config();
        c.leastSupply = 0;
        refuses(c, invalid("leastSupply"));
        c = config();
        c.view_ = 0x12345678;
        refuses(c, invalid("view_"));
        c = config();
        c.heartbeat = 1 minutes - 1;
        refuses(c, invalid("heartbeat"));
        c.heartbeat = 7 days + 1;
        refuses(c, invalid("heartbeat"));
        c = config();
        c.levels.persistence = HEARTBEAT + 1 hours; // the last reading could be the first report
        refuses(c, invalid("persistence"));
        c = config();
        c.locks = new address[](1);
        refuses(c, invalid("locks"));
        c = config();
        c.source = keeper;
        refuses(c, invalid("source"));
        c = config();
        c.token = proxy;
        refuses(c, noReading("call", proxy, 0)); // has decimals, and no supply
        c = config();
        c.token = keeper;
        refuses(c, invalid("token"));
        c = config();
        c.source = address(token); // has decimals, and no rounds
        refuses(c, noReading("call", address(token), 0));
        c = config();
        c.token = address(new TestToken("Fine", "F", 25));
        refuses(c, invalid("token"));
    }

    function test_prove_rulesAndTheCoverIsPaid() public {
        report(900_000e8);
        uint256 incident = arm();
        assertEq(reading.spanOf(incident).loss, 100_000e8);
        assertEq(reading.spanOf(incident).whole, 1_000_000e8);
        assertEq(rules(incident), 0.1e18);
        assertGranted(incident, 0.1e18);
        assertEq(settle(incident, cover), INSURED / 10);
        assertEq(reserve.ruledOf(listing), 100_000e8);
    }

    function test_prove_doesNotPayTheSameShortfallTwice() public {
        report(900_000e8);
        rules(arm());
        refuseArm(notBeyond(0, 0.05e18));
        report(1_000_000e8);
        report(900_000e8);
        refuseArm(notBeyond(0, 0.05e18));
        report(700_000e8);
        assertEq(rules(arm()), 0.2e18, "only what is new");
    }

    function test_prove_revertsWith_NoReading_onAStaleReport() public {
        report(900_000e8);
        uint256 reportedAt = block.timestamp;
        uint256 incident = arm();
        skip(26 hours);
        refuseProve(incident, noReading("stale", proxy, reportedAt));
        refuseRead(incident, noReading("stale", proxy, reportedAt));
        assertFalse(maySell());
        refresh();
        reading.prove(incident);
    }

    /// @dev A feed that falls silent ends nothing and proves nothing: the incident lapses and the fee returns.
    function test_prove_aDeadFeedIsSilence() public {
        report(900_000e8);
        uint256 incident = arm();
        vm.etch(proxy, hex"fe");
        skip(26 hours);
        refuseProve(incident, noReading("call", proxy, 0));
        skip(KEEPER_TIME + 1);
        incidents.lapse(incident);
        assertEq(incidents.creditOf(address(0), keeper), FEE);
    }

    function test_arm_revertsWith_NoReading_onZeroAndNegativeAnswers() public {
        report(0);
        refuseArm(noReading("answer", proxy, 0));
        assertFalse(maySell());
        report(-5);
        refuseArm(noReading("answer", proxy, uint256(int256(-5))));
        report(1);
        arm();
    }

    function test_arm_revertsWith_NoReading_onBadRounds() public {
        MockPriceFeed feed = new MockPriceFeed(8);
        vm.etch(proxy, address(feed).code);
        feed = MockPriceFeed(proxy);
        feed.setRaw(7, 900_000e8, block.timestamp, block.timestamp, 6);
        feed.setLatest(7);
        refuseArm(noReading("answer", proxy, 900_000e8));
        feed.setRaw(7, 900_000e8, block.timestamp, block.timestamp + 1, 7);
        refuseArm(noReading("answer", proxy, 900_000e8));
        feed.setRaw(7, 900_000e8, block.timestamp, 0, 7);
        refuseArm(noReading("call", proxy, 0));
        feed.setRaw(7, type(int256).max, block.timestamp, block.timestamp, 7);
        refuseArm(noReading("overflow", proxy, uint256(type(int256).max)));
        feed.setRaw(7, 900_000e8, block.timestamp, block.timestamp, 7);
        arm();
    }

    function test_read_endsTheSpanWhenTheReservesAreBack() public {
        report(900_000e8);
        uint256 incident = arm();
        report(980_000e8);
        reading.read(incident);
        assertDismissed(incident);
    }

    function test_canSell_whileTheReportIsYoungAndAboveTheWarning() public {
        assertTrue(maySell());
        report(990_000e8);
        assertTrue(maySell());
        report(990_000e8 - 1);
        assertFalse(maySell());
        report(990_000e8);
        skip(25 hours);
        assertTrue(maySell());
        skip(1);
        assertFalse(maySell());
    }

    function test_arm_revertsWith_WrongFee() public {
        report(900_000e8);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongFee.selector, 0, FEE));
        reading.arm(listing, address(pool));
    }

    function test_prove_revertsWith_SpanTooShort() public {
        report(900_000e8);
        uint256 incident = arm();
        skip(26 hours - 1);
        refresh();
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp, block.timestamp + 1));
    }
}
