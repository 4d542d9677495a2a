// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice Making shares so dear that the next depositor's are rounded away.
contract InflationAttackTest is PoolFixture {
    TestToken private eth;

    function setUp() public override {
        super.setUp();
        eth = new TestToken("Test ether", "TETH", 18);
        pool = newPool(address(eth));
        back(pool, depeg, 0, 1);
    }

    /// @dev The classic: a first deposit of almost nothing, then a donation. Donations do not enter the ledger.
    function testFuzz_attack_donationAtTheFirstDeposit(uint256 first, uint256 donation, uint256 victim) public {
        first = bound(first, pool.MIN_SHARES(), 1e18);
        donation = bound(donation, 0, 1e27);
        victim = bound(victim, 1e6, 1e27);
        deposit(pool, attacker, first);
        eth.mint(address(pool), donation);
        deposit(pool, alice, victim);
        assertApproxEqAbs(valueOf(alice), victim, 1);
        assertLe(valueOf(attacker), first);
    }

    /// @dev The only underwriter burns nearly all of his shares at High while Low is near zero (by an incident that he
    /// opened himself): each of the few that remain is dear. A deposit that this would cost something is refused.
    function testFuzz_attack_burningSharesByCancelling(uint256 kept, uint256 victim) public {
        kept = bound(kept, 1, 1e12);
        victim = bound(victim, 1e15, 1e24);
        uint256 shares = deposit(pool, attacker, 100e18);
        buy(pool, depeg, 100e18, 60 days);
        skip(1 hours);
        exitOf(pool, attacker, shares - kept);
        uint256 incident = openDepeg();
        vm.prank(attacker);
        pool.cancelRedeemRequest(1, attacker, 0);
        deny(incident);
        skip(COOLDOWN + 1);

        eth.mint(alice, victim);
        vm.startPrank(alice);
        eth.approve(address(pool), victim);
        try pool.deposit(victim, alice) {
            uint256 worth = pool.balanceOf(alice) * (pool.totalAssets() + 1) / (pool.totalSupply() + 1);
            assertGe(worth, victim - victim / 1e6 - 1, "rounding took more than a millionth");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), IPool.DepositTooSmall.selector);
        }
        vm.stopPrank();
    }

    /// @dev The last one out leaves a gain behind that belongs to nobody: who comes next neither gets nor feeds it.
    function testFuzz_attack_emptiedPoolWithAGain(uint256 victim) public {
        victim = bound(victim, 1e15, 1e24);
        deposit(pool, attacker, 100e18);
        buy(pool, depeg, 10e18, 30 days);
        skip(1 hours);
        exitOf(pool, attacker, pool.balanceOf(attacker));
        skip(40 days);
        pool.release(riskOf(depeg));
        pool.processRedeem(1);
        skip(COOLDOWN);
        assertEq(pool.totalSupply(), 0);
        assertGt(pool.totalAssets(), 0);
        eth.mint(alice, victim);
        vm.startPrank(alice);
        eth.approve(address(pool), victim);
        try pool.deposit(victim, alice) {
            assertGe(pool.balanceOf(alice) * (pool.totalAssets() + 1) / (pool.totalSupply() + 1), victim - victim / 1e6);
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), IPool.DepositTooSmall.selector);
        }
        vm.stopPrank();
    }
}
