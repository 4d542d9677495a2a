// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base} from "../Base.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";

/// @notice From deposit to payout to exit, once through.
contract LifecycleTest is Base {
    Pool internal pool;
    uint256 internal listing;

    function setUp() public override {
        super.setUp();
        pool = newPool(address(usd));
        listing = newListing(triggerTerms());
        back(pool, listing, 0, 1);
        deposit(pool, alice, 1_000_000e6);
    }

    function test_lifecycle_paysAndLetsGo() public {
        uint256 id = buy(pool, listing, 100_000e6, 30 days);
        IPool.CapitalReport memory r = pool.capital();
        assertEq(r.scr, 100_000e6);
        vm.warp(block.timestamp + 5 days);
        uint256 incident = openTriggered(pool, listing, block.timestamp - 1 hours);
        grant(incident, 0.5e18);
        settle(incident, id);
        assertEq(usd.balanceOf(holder), 50_000e6);
        r = pool.capital();
        assertEq(r.scr, 50_000e6);
        assertEq(r.funded, 0);

        uint256 shares = pool.balanceOf(alice);
        exitOf(pool, alice, shares);
        vm.warp(block.timestamp + 14 days);
        pool.processRedeem(10);
        assertGt(pool.maxWithdraw(alice), 890_000e6);
        uint256 all = pool.maxRedeem(alice);
        vm.prank(alice);
        pool.redeem(all, alice, alice);

        vm.warp(block.timestamp + 30 days);
        incidents.close(incident);
        pool.release(riskOf(listing));
        assertEq(pool.capital().scr, 0);
        pool.processRedeem(10);
        all = pool.maxRedeem(alice);
        vm.prank(alice);
        pool.redeem(all, alice, alice);
        assertEq(pool.totalSupply(), 0);
    }

    function test_lifecycle_paysShortAndLifts() public {
        Pool poor = newPool(address(usd));
        uint256 other = newListing(triggerTerms());
        back(poor, listing, 0, 1);
        back(poor, other, 1, 2);
        deposit(poor, bob, 100_000e6);
        uint256 a = buy(poor, listing, 60_000e6, 300 days);
        uint256 b = buy(poor, other, 60_000e6, 300 days);
        vm.warp(block.timestamp + 1 days);
        uint256 first = openTriggered(poor, listing, block.timestamp - 1);
        uint256 second = openTriggered(poor, other, block.timestamp - 1);
        grant(first, 1e18);
        settle(first, a);
        grant(second, 1e18);
        settle(second, b);
        (, uint256 paidA,) = incidents.settlementOf(first, a);
        (, uint256 paidB,) = incidents.settlementOf(second, b);
        assertApproxEqAbs(paidA, paidB, 50);
        vm.warp(block.timestamp + 20 days);
        settle(first, a);
        settle(second, b);
        (, uint256 liftedA,) = incidents.settlementOf(first, a);
        (, uint256 liftedB,) = incidents.settlementOf(second, b);
        assertGt(liftedA, paidA);
        assertApproxEqAbs(liftedA, liftedB, 50);
    }
}
