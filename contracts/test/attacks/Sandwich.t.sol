// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice A deposit just before money comes in, and an exit asked for right after: nothing is earned by it.
contract SandwichAttackTest is PoolFixture {
    uint256 private incident;
    uint256 private id;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    /// @dev What the attacker's shares are worth at High: the most that an exit asked for now can ever pay.
    function exitValue(address who) private view returns (uint256) {
        return pool.balanceOf(who) * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12);
    }

    /// @dev In before the event, out after it, in one block; then the whole wait for the exit.
    function sandwich(uint256 assets, function() internal step) private {
        assets = bound(assets, 1e6, 100 * MILLION);
        uint256 others = exitValue(alice);
        deposit(pool, attacker, assets);
        step();
        assertLe(exitValue(attacker), assets, "the step paid who had just come");
        assertGe(exitValue(alice) + 2, others, "the step cost who was there");
        exitOf(pool, attacker, pool.balanceOf(attacker));
        skip(COOLDOWN);
        pool.processRedeem(1);
        assertLe(pool.maxWithdraw(attacker), assets);
    }

    function open() private {
        id = sellDepeg(MILLION / 2, 60 days);
        incident = openDepeg();
        pool.step(9);
    }

    function denial() private {
        deny(incident);
        pool.step(9);
    }

    function close() private {
        incidents.close(incident);
        pool.step(9);
    }

    function sale() private {
        buy(pool, hack, MILLION / 4, 30 days);
    }

    function expiry() private {
        pool.release(riskOf(depeg));
    }

    function cancellation() private {
        vm.prank(bob);
        pool.cancelRedeemRequest(1, bob, 0);
    }

    function testFuzz_attack_aroundADenial(uint256 assets) public {
        open();
        sandwich(assets, denial);
    }

    function testFuzz_attack_aroundAClose(uint256 assets) public {
        open();
        grant(incident, 1e18);
        pool.step(9);
        skip(30 days);
        sandwich(assets, close);
    }

    function testFuzz_attack_aroundASale(uint256 assets) public {
        sandwich(assets, sale);
    }

    /// @dev A premium is earned over time: nothing of it is left to take at the cover's end.
    function testFuzz_attack_aroundTheEndOfACover(uint256 assets) public {
        sellDepeg(MILLION / 2, 30 days);
        skip(40 days);
        sandwich(assets, expiry);
    }

    /// @dev What a cancelled exit leaves behind streams in over a cooldown.
    function testFuzz_attack_aroundACancellation(uint256 assets) public {
        deposit(pool, bob, MILLION);
        sellDepeg(MILLION, 30 days);
        exitOf(pool, bob, pool.balanceOf(bob));
        skip(31 days);
        assets = bound(assets, 1e6, 100 * MILLION);
        deposit(pool, attacker, assets);
        cancellation();
        assertLe(exitValue(attacker), assets);
    }

    /// @dev What a processed exit leaves behind, likewise.
    function testFuzz_attack_aroundAProcessedExit(uint256 assets) public {
        deposit(pool, bob, MILLION);
        sellDepeg(MILLION, 30 days);
        exitOf(pool, bob, pool.balanceOf(bob));
        skip(40 days);
        assets = bound(assets, 1e6, 100 * MILLION);
        deposit(pool, attacker, assets);
        pool.processRedeem(1);
        assertLe(exitValue(attacker), assets);
    }

    /// @dev Around a grant: who comes before it shares the loss with those who were there; nobody gains.
    function testFuzz_attack_aroundAGrant(uint256 assets) public {
        open();
        assets = bound(assets, 1e6, 100 * MILLION);
        deposit(pool, attacker, assets);
        grant(incident, 1e18);
        pool.step(9);
        settle(incident, id);
        assertLt(exitValue(attacker), assets);
    }

    /// @dev Around a grant from the other side: asking for an exit before it and being served after it dodges nothing.
    function testFuzz_attack_exitAroundAGrant(uint256 assets) public {
        assets = bound(assets, 1e9, MILLION);
        deposit(pool, attacker, assets);
        open();
        exitOf(pool, attacker, pool.balanceOf(attacker));
        grant(incident, 1e18);
        settle(incident, id);
        skip(COOLDOWN);
        pool.processRedeem(1);
        assertLt(pool.maxWithdraw(attacker), assets - assets * 24 / 100, "the loss was borne");
    }

    /// @dev Donations move nothing, in or out.
    function testFuzz_attack_aroundADonation(uint256 assets, uint256 donation) public {
        assets = bound(assets, 1e6, 100 * MILLION);
        deposit(pool, attacker, assets);
        usd.mint(address(pool), bound(donation, 1, 1e15));
        assertLe(exitValue(attacker), assets);
        assertApproxEqAbs(exitValue(alice), MILLION, 1);
    }
}
