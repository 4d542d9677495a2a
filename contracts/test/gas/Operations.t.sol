// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base} from "../Base.sol";
import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {TestAdjudicator} from "../mocks/TestAdjudicator.sol";

/// @notice Gas of whole transactions (intrinsic gas and calldata included; run isolated), in a warm pool, for a plain
/// ERC-20, the test adjudicator and no waiting; and the same with 10,000 risks in the pool.
contract OperationsGasTest is Base {
    uint256 private constant RISKS = 10_000;
    uint256 private constant BATCH = 100;

    Pool private pool;
    uint256 private warm;
    uint256 private fresh;
    uint256 private idle;
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
        postRate(warm, RATE);
        postRate(fresh, RATE);
        buy(pool, warm, 10_000e6, 40 days);
        vm.prank(alice);
        usd.approve(address(pool), type(uint256).max);
    }

    function test_gas_operations() public {
        group = "operations";
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

        measureIncident();
        measureRelease();
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

    /// @dev The covers of one day run off.
    function measureRelease() private {
        vm.warp(block.timestamp + 25 days);
        pool.release(riskOf(warm));
        vm.warp(block.timestamp + 20 days);
        pool.release(riskOf(warm));
        vm.snapshotGasLastCall(group, "release");
    }

    function buyAs(IPool.Purchase memory p) private returns (uint256 id) {
        vm.prank(holder);
        (id,) = pool.buy(p);
    }

    // -- The crowd -----------------------------------------------------------------------------------------------

    function crowd() private {
        IListings.Terms memory t = triggerTerms();
        uint256 first = listings.count() + 1;
        IListings.RatePost[] memory posts = new IListings.RatePost[](RISKS);
        for (uint256 i; i < RISKS; ++i) {
            posts[i] = IListings.RatePost(uint32(listings.create(t, "x")), RATE);
        }
        vm.prank(admin);
        listings.postRates(posts, 0, 0);
        for (uint256 i; i < RISKS; ++i) {
            (uint8 class, uint48 number) = (uint8(i % 4), uint48(100 + i / 4));
            bytes memory backing = abi.encodeCall(pool.setBacking, (first + i, class, number, NO_LIMIT));
            bytes memory limit = abi.encodeCall(pool.setGroupLimit, (class, number, NO_LIMIT));
            vm.startPrank(curator);
            pool.submit(backing);
            pool.submit(limit);
            vm.stopPrank();
        }
        vm.warp(block.timestamp + 16 days);
        for (uint256 i; i < RISKS; ++i) {
            (uint8 class, uint48 number) = (uint8(i % 4), uint48(100 + i / 4));
            vm.startPrank(curator);
            pool.setBacking(first + i, class, number, NO_LIMIT);
            pool.setGroupLimit(class, number, NO_LIMIT);
            vm.stopPrank();
        }
        for (uint256 i; i < posts.length; ++i) {
            posts[i].rate = RATE;
        }
        vm.prank(admin);
        listings.postRates(posts, 0, 0);
        postRate(warm, RATE);
        postRate(fresh, RATE);
        usd.mint(holder, 1e15);
        vm.prank(holder);
        usd.approve(address(pool), type(uint256).max);
        for (uint256 i; i < RISKS; ++i) {
            buyAs(purchase(first + i, 1_000e6, 60 days));
        }
    }
}
