// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice Covers of one grain, requests of one share unit: they cost whoever makes them, and hold nobody up.
contract DustAttackTest is PoolFixture {
    uint256 private constant MANY = 500;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        fundAccount(attacker, MILLION);
    }

    function buyDust(uint256 n) private {
        IPool.Purchase memory p = purchase(depeg, 1, 30 days);
        p.owner = attacker;
        for (uint256 i; i < n; ++i) {
            p.duration = uint32(30 days + i % 300 * 1 days);
            vm.prank(attacker);
            (, uint256 premium) = pool.buy(p);
            assertGe(premium, 2, "dust is not free");
        }
    }

    /// @dev Dust covers spread over 300 days: a settlement, a sale and a release next to them cost what they cost.
    function test_attack_dustCovers() public {
        uint256 id = buy(pool, depeg, 1e9, 30 days);
        buyDust(MANY);
        skip(1 hours);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(9);
        uint256[] memory ids = list(id);
        vm.cool(address(pool));
        uint256 before = gasleft();
        incidents.settle(incident, ids);
        assertLt(before - gasleft(), 300_000);
        assertEq(usd.balanceOf(holder), 1e9);
        skip(31 days);
        incidents.close(incident);
        skip(330 days);
        before = gasleft();
        assertEq(pool.release(riskOf(depeg)), MANY);
        assertLt(before - gasleft(), 2_000_000, "bounded by the days, not by the covers");
        assertEq(report().scr, 0);
    }

    /// @dev Dust never buys a better price: the sum is dearer than the whole (PRI-1).
    function test_attack_dustIsDearer() public {
        uint256 whole = pool.quote(purchase(depeg, MANY, 30 days)).net;
        IPool.Purchase memory p = purchase(depeg, 1, 30 days);
        uint256 sum;
        for (uint256 i; i < MANY; ++i) {
            vm.prank(attacker);
            (, uint256 premium) = pool.buy(p);
            sum += premium;
        }
        assertGe(sum, whole);
    }

    /// @dev A queue full of dust is served in batches by anyone; the exit behind it is paid in full.
    function test_attack_dustRequests() public {
        deposit(pool, attacker, 1e6);
        for (uint256 i; i < MANY; ++i) {
            exitOf(pool, attacker, 1);
        }
        exitOf(pool, alice, pool.balanceOf(alice));
        skip(COOLDOWN);
        for (uint256 i; i < MANY / 100; ++i) {
            uint256 before = gasleft();
            pool.processRedeem(100);
            assertLt(before - gasleft(), 3_000_000);
        }
        pool.processRedeem(1);
        assertEq(pool.maxWithdraw(alice), MILLION);
    }

    /// @dev Nor do dust deposits move the price.
    function test_attack_dustDeposits() public {
        sellDepeg(MILLION / 2, 30 days);
        uint256 before = pool.totalAssets() * 1e30 / pool.totalSupply();
        for (uint256 i; i < MANY; ++i) {
            vm.prank(attacker);
            pool.deposit(1, attacker);
        }
        assertGe(pool.totalAssets() * 1e30 / pool.totalSupply(), before);
        assertApproxEqRel(pool.totalAssets() * 1e30 / pool.totalSupply(), before, 1e12);
    }
}
