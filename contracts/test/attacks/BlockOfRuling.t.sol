// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice A deposit, a sale, a cancellation or a release in the block of a ruling, before anybody stepped, changes
/// nothing for anybody else.
contract BlockOfRulingAttackTest is PoolFixture {
    uint256 private id;
    uint256 private incident;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
        id = sellDepeg(MILLION, 60 days);
        exitOf(pool, bob, pool.balanceOf(bob) / 2);
        skip(COOLDOWN);
        incident = openDepeg();
    }

    function worth(address who) private view returns (uint256) {
        return pool.balanceOf(who) * (pool.totalAssets() + 1) / (pool.totalSupply() + 1e12);
    }

    /// @dev Alice's worth and the holder's payout after the ruling, if nobody does anything.
    function undisturbed() private returns (uint256 left, uint256 paid) {
        uint256 snapshot = vm.snapshotState();
        pool.step(9);
        left = worth(alice);
        paid = settle(incident, id);
        vm.revertToState(snapshot);
    }

    function testFuzz_attack_depositInTheBlockOfTheRuling(uint256 assets, bool granted) public {
        assets = bound(assets, 1e6, 100 * MILLION);
        if (granted) grant(incident, 1e18);
        else deny(incident);
        uint256 snapshot = vm.snapshotState();
        pool.step(9);
        uint256 left = worth(alice);
        vm.revertToState(snapshot);

        deposit(pool, attacker, assets);
        assertApproxEqAbs(worth(alice), left, 2);
        assertLe(worth(attacker), assets);
        assertApproxEqAbs(worth(attacker), assets, 2, "nor does it share the loss of before");
        if (granted) assertEq(settle(incident, id), MILLION);
    }

    function testFuzz_attack_exitInTheBlockOfTheRuling(bool granted) public {
        if (granted) grant(incident, 0.5e18);
        else deny(incident);
        uint256 snapshot = vm.snapshotState();
        pool.step(9);
        uint256 left = worth(alice);
        vm.revertToState(snapshot);
        pool.processRedeem(1);
        assertApproxEqAbs(worth(alice), left, 2);
        if (granted) assertEq(settle(incident, id), MILLION / 2);
    }

    function test_attack_cancellationInTheBlockOfTheRuling() public {
        grant(incident, 1e18);
        (uint256 left, uint256 paid) = undisturbed();
        vm.prank(bob);
        pool.cancelRedeemRequest(1, bob, 0);
        assertApproxEqAbs(worth(alice), left, 2);
        assertEq(settle(incident, id), paid);
    }

    function test_attack_releaseInTheBlockOfTheRuling() public {
        skip(60 days);
        grant(incident, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IPool.NothingToRelease.selector, riskOf(depeg)));
        pool.release(riskOf(depeg));
        assertEq(settle(incident, id), MILLION);
    }

    /// @dev A sale in the block of the ruling is no part of the loss.
    function test_attack_saleInTheBlockOfTheRuling() public {
        freshen();
        grant(incident, 0.5e18);
        IPool.Purchase memory p = purchase(depeg, 1e9, 30 days);
        p.owner = attacker;
        fundAccount(attacker, MILLION);
        vm.prank(attacker);
        (uint256 late,) = pool.buy(p);
        vm.expectRevert();
        settle(incident, late);
        assertEq(settle(incident, id), MILLION / 2);
    }

    /// @dev In the block of the opening, too.
    function testFuzz_attack_depositInTheBlockOfTheOpening(uint256 assets) public {
        deny(incident);
        pool.step(9);
        openDepeg();
        uint256 before = worth(alice);
        assets = bound(assets, 1e6, 100 * MILLION);
        deposit(pool, attacker, assets);
        assertApproxEqAbs(worth(alice), before, 2);
        assertLe(worth(attacker), assets);
    }

    /// @dev Stepped in tiny pieces or at once: the same state in the end.
    function testFuzz_attack_steppingInTinyPieces(uint256 seed) public {
        uint256 second = openDepeg();
        uint256 third = openDepeg();
        grant(incident, 0.3e18);
        deny(second);
        grant(third, 0.6e18);
        uint256 snapshot = vm.snapshotState();
        pool.step(20);
        bytes32 atOnce = traceOf(pool);
        vm.revertToState(snapshot);
        while (pool.step(bound(seed, 0, 3)) < incidents.journalLength()) {
            seed = uint256(keccak256(abi.encode(seed)));
        }
        assertEq(traceOf(pool), atOnce);
    }
}
