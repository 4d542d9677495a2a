// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base} from "../Base.sol";
import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {IPriceFeedTrigger} from "../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {PriceFeedTrigger} from "../../src/adjudicators/PriceFeedTrigger.sol";
import {ChainlinkFixture, IFluxAggregator} from "../ChainlinkFixture.sol";

/// @notice Gas of whole transactions (intrinsic gas and calldata included; run isolated), in a warm pool, for a plain
/// ERC-20, the test adjudicator and no waiting; and the same with 10,000 risks in the pool.
contract OperationsGasTest is Base, ChainlinkFixture {
    uint256 private constant RISKS = 10_000;
    uint256 private constant BATCH = 100;

    Pool private pool;
    uint256 private warm;
    uint256 private fresh;
    uint256 private idle;
    uint256 private depeg;
    IFluxAggregator private aggregator;
    string private group;

    function setUp() public override {
        super.setUp();
        pool = newPool(address(usd));
        vm.startPrank(curator);
        pool.setAdjudicatorLimit(address(trigger), NO_LIMIT);
        vm.stopPrank();
        (warm, fresh, idle) = (newListing(triggerTerms()), newListing(triggerTerms()), newListing(triggerTerms()));
        back(pool, warm, 0, 1);
        back(pool, fresh, 1, 2);
        back(pool, idle, 2, 3);

        depeg = listDepeg();
        back(pool, depeg, 3, 4);

        // Warm: several underwriters, covers that start and end on other days, exits asked, served and claimed.
        usd.mint(alice, 1e15);
        deposit(pool, alice, 100_000_000e6);
        deposit(pool, carol, 1_000_000e6);
        buy(pool, warm, 10_000e6, 20 days);
        vm.warp(block.timestamp + 1 days + 3 hours);
        buy(pool, warm, 10_000e6, 60 days);
        exitOf(pool, carol, 1_000e18);
        exitOf(pool, carol, 1_000e18);
        vm.warp(block.timestamp + 15 days);
        pool.processRedeem(1);
        refresh();
        buy(pool, warm, 10_000e6, 40 days);
        vm.prank(alice);
        usd.approve(address(pool), type(uint256).max);
    }

    function test_gas_operations() public {
        group = "operations";
        vm.warp(block.timestamp + 16 days);
        refresh();
        buy(pool, warm, 10_000e6, 60 days);
        measure();
    }

    function test_gas_operationsAt10000Risks() public {
        group = "operationsAt10000Risks";
        crowd();
        measure();
    }

    // -- The measurements ----------------------------------------------------------------------------------------

    function measure() private {
        IPool.Purchase memory p = purchase(fresh, 10_000e6, 200 days);
        vm.deal(keeper, 1 ether);
        usd.mint(holder, 1e15);
        vm.prank(holder);
        usd.approve(address(pool), type(uint256).max);

        p.owner = makeLabelled("new holder");
        buyAs(p);
        vm.snapshotGasLastCall(group, "buyFirst");
        buyAs(p);
        vm.snapshotGasLastCall(group, "buyAgain");
        (p.listing, p.owner) = (uint32(depeg), makeLabelled("another holder"));
        buyAs(p);
        vm.snapshotGasLastCall(group, "buyFeed");
        uint256 bought = block.timestamp;

        vm.prank(alice);
        pool.deposit(1_000e6, bob);
        vm.snapshotGasLastCall(group, "deposit");
        exitOf(pool, bob, 500e18);
        vm.snapshotGasLastCall(group, "requestRedeem");
        pool.processRedeem(1);
        vm.snapshotGasLastCall(group, "processRedeem");
        vm.prank(carol);
        pool.redeem(500e18, carol, carol);
        vm.snapshotGasLastCall(group, "redeem");

        measureChanges();
        measureIncident();
        measureRelease(bought + p.duration);
    }

    /// @dev Of a cover that runs, on days on which others end as well.
    function measureChanges() private {
        IPool.Purchase memory p = purchase(warm, 10_000e6, 60 days);
        uint256 id = buyAs(p);
        p.duration = 30 days;
        buyAs(p);
        uint256 other = buyAs(p);
        vm.warp(block.timestamp + 1 hours);
        (p.amount, p.deadline) = (0, block.timestamp);
        vm.prank(p.owner);
        pool.extend(other, p);
        vm.snapshotGasLastCall(group, "extend");
        (p.amount, p.duration) = (1_000e6, 0);
        vm.prank(p.owner);
        pool.increase(id, p);
        vm.snapshotGasLastCall(group, "increase");
        vm.prank(p.owner);
        pool.decrease(id, 1_000e6, 0);
        vm.snapshotGasLastCall(group, "decrease");
        vm.prank(p.owner);
        pool.cancel(id, 0);
        vm.snapshotGasLastCall(group, "cancel");
    }

    function measureIncident() private {
        uint256[] memory ids = new uint256[](BATCH);
        IPool.Purchase memory p = purchase(fresh, 10e6, 200 days);
        for (uint256 i; i < BATCH; ++i) {
            p.owner = address(uint160(0xBEEF0000 + i));
            ids[i] = buyAs(p);
        }
        vm.warp(block.timestamp + 1 hours);
        uint256 incident = openTriggered(pool, fresh, block.timestamp);
        pool.step(1);
        vm.snapshotGasLastCall(group, "stepExposedOpened");
        trigger.set(incident, IAdjudicator.Verdict.Granted, 0.5e18);
        incidents.rule(incident);
        vm.snapshotGasLastCall(group, "ruleParametric");
        pool.step(1);
        vm.snapshotGasLastCall(group, "stepExposed");
        incidents.settle(incident, ids);
        uint256 used = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue(group, "settlePerCover100", used / BATCH);

        // Incidents on a risk that this pool holds nothing of.
        Pool other = newPool(address(usd));
        back(other, idle, 2, 3);
        deposit(other, alice, 1_000_000e6);
        postRate(idle, RATE);
        buy(other, idle, 1_000e6, 30 days);
        for (uint256 i; i < BATCH; ++i) {
            openTriggered(other, idle, block.timestamp);
        }
        pool.step(BATCH);
        used = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue(group, "stepPassOver", used / BATCH);
    }

    /// @dev One day's covers run off; the keeper looked in the day before.
    function measureRelease(uint256 end) private {
        uint256 runOff = (end + 7 days + 1 days - 1) / 1 days;
        vm.warp((runOff - 1) * 1 days);
        pool.release(riskOf(depeg));
        vm.warp(runOff * 1 days);
        pool.release(riskOf(depeg));
        vm.snapshotGasLastCall(group, "release");
    }

    function buyAs(IPool.Purchase memory p) private returns (uint256 id) {
        vm.prank(holder);
        (id,) = pool.buy(p);
    }

    /// @dev Rates and the feed are as young as a sale needs them.
    function refresh() private {
        postRate(warm, RATE);
        postRate(fresh, RATE);
        postRate(depeg, RATE);
        aggregator.submit(aggregator.latestRound() + 1, 1e8);
    }

    // -- The feed ------------------------------------------------------------------------------------------------

    /// @dev Chainlink's own aggregator and proxy, and a listing on them.
    function listDepeg() private returns (uint256 listing) {
        address proxy;
        (aggregator, proxy) = newChainlinkFeed(8, 1, 1e18);
        aggregator.submit(1, 1e8);
        PriceFeedTrigger feedTrigger = new PriceFeedTrigger(incidents, listings);
        vm.prank(admin);
        listings.setAdjudicator(address(feedTrigger), true);

        IPriceFeedTrigger.Config memory config;
        config.feed = proxy;
        (config.decimals, config.heartbeat, config.persistence) = (8, 1 days, 12 hours);
        (config.strike, config.recovery) = (0.95e8, 0.98e8);
        (config.warning, config.par) = (0.995e8, 1e8);
        IListings.Terms memory t = triggerTerms();
        t.adjudicator = address(feedTrigger);
        listing = feedTrigger.createListing(t, "Depeg", config);
    }

    // -- The crowd -----------------------------------------------------------------------------------------------

    /// @dev 10,000 risks in 2,500 groups of 4 classes. In batches that are one transaction each: isolating each call
    /// would take an hour.
    function crowd() private {
        uint256 first = listings.count() + 1;
        for (uint256 i; i < RISKS; i += BATCH) {
            this.createBatch();
        }
        vm.warp(block.timestamp + 16 days);
        refresh();
        for (uint256 i; i < RISKS; i += BATCH) {
            this.sellBatch(first + i);
        }
    }

    /// @dev Creates listings and announces that the pool will back them.
    function createBatch() external {
        uint256 first = listings.count() + 1;
        IListings.Terms memory t = triggerTerms();
        for (uint256 i; i < BATCH; ++i) {
            listings.create(t, "x");
        }
        vm.startPrank(curator);
        for (uint256 i; i < BATCH; ++i) {
            (bytes memory backing, bytes memory limit) = changes(first + i);
            pool.submit(backing);
            pool.submit(limit);
        }
        vm.stopPrank();
    }

    /// @dev Backs listings and sells one cover on each.
    function sellBatch(uint256 first) external {
        IListings.RatePost[] memory posts = new IListings.RatePost[](BATCH);
        vm.startPrank(curator);
        for (uint256 i; i < BATCH; ++i) {
            posts[i] = IListings.RatePost(uint32(first + i), RATE);
            (bytes memory backing, bytes memory limit) = changes(first + i);
            call(backing);
            call(limit);
        }
        vm.stopPrank();
        vm.prank(admin);
        listings.postRates(posts, 0, 0);
        vm.startPrank(holder);
        usd.mint(holder, 1e15);
        usd.approve(address(pool), type(uint256).max);
        for (uint256 i; i < BATCH; ++i) {
            pool.buy(purchase(first + i, 1_000e6, 60 days));
        }
        vm.stopPrank();
    }

    function changes(uint256 listing) private view returns (bytes memory backing, bytes memory limit) {
        (uint8 class, uint48 number) = (uint8(listing % 4), uint48(100 + listing / 4));
        backing = abi.encodeCall(pool.setBacking, (listing, class, number, NO_LIMIT));
        limit = abi.encodeCall(pool.setGroupLimit, (class, number, NO_LIMIT));
    }

    function call(bytes memory data) private {
        (bool done,) = address(pool).call(data);
        require(done, "the change was refused");
    }
}
