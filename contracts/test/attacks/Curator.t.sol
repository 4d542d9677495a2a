// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice A curator against the underwriters of his own pool (GOV-1, GOV-2).
contract CuratorAttackTest is PoolFixture {
    /// @dev A change in front of a deposit: once there are shares, none is at once.
    function testFuzz_attack_frontRunningDepositors(uint256 assets, uint64 limit) public {
        deposit(pool, alice, bound(assets, 1, MILLION));
        bytes[5] memory changes = [
            abi.encodeCall(pool.setBacking, (depeg, 3, 9, limit)),
            abi.encodeCall(pool.setGroupLimit, (3, 9, limit)),
            abi.encodeCall(pool.setAdjudicatorLimit, (address(court), limit)),
            abi.encodeCall(pool.setCuratorFee, (2_000)),
            abi.encodeCall(pool.setCurator, (attacker))
        ];
        for (uint256 i; i < changes.length; ++i) {
            vm.startPrank(curator);
            (bool ok, bytes memory reason) = address(pool).call(changes[i]);
            assertFalse(ok);
            assertEq(reason, abi.encodeWithSelector(IPool.NotExecutable.selector, keccak256(changes[i]), 0));
            pool.submit(changes[i]);
            vm.stopPrank();
        }
        // Who reads the announcement has time to leave before it can be made.
        uint256 shares = pool.balanceOf(alice);
        dueExit(alice, shares);
        pool.processRedeem(1);
        assertEq(pool.maxRedeem(alice), shares);
        if (pool.totalSupply() == 0) return;
        vm.prank(curator);
        (bool early,) = address(pool).call(changes[0]);
        assertFalse(early);
    }

    /// @dev No call of the curator's moves an asset but his fee, and that comes on top of the net premium.
    function test_attack_noCallMovesAssets() public {
        deposit(pool, alice, MILLION);
        announce(abi.encodeCall(pool.setCuratorFee, (2_000)));
        freshen();
        buy(pool, depeg, 1e9, 30 days);
        uint256 held = report().cash - report().owed;
        announce(abi.encodeCall(pool.setBacking, (depeg, 0, 1, 0)));
        announce(abi.encodeCall(pool.setGroupLimit, (0, 1, 0)));
        announce(abi.encodeCall(pool.setAdjudicatorLimit, (address(trigger), 0)));
        vm.prank(curator);
        pool.stop(hack);
        pool.collectFees();
        assertEq(report().cash, held);
        assertEq(usd.balanceOf(address(pool)), held);
    }

    /// @dev Stopping sales hurts no cover that was sold.
    function test_attack_stoppingDoesNotUnsettle() public {
        deposit(pool, alice, MILLION);
        uint256 id = sellDepeg(1e9, 60 days);
        announce(abi.encodeCall(pool.setAdjudicatorLimit, (address(trigger), 0)));
        vm.prank(curator);
        pool.stop(depeg);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        assertEq(settle(incident, id), 1e9);
    }

    /// @dev An old announcement of a former curator is the new one's to make or to revoke, not his.
    function test_attack_announcementsPassToTheSuccessor() public {
        deposit(pool, alice, MILLION);
        bytes memory fee = abi.encodeCall(pool.setCuratorFee, (2_000));
        vm.prank(curator);
        pool.submit(fee);
        announce(abi.encodeCall(pool.setCurator, (carol)));
        vm.expectRevert(abi.encodeWithSelector(IPool.OnlyCurator.selector, curator));
        vm.prank(curator);
        pool.setCuratorFee(2_000);
        vm.prank(carol);
        pool.revoke(fee);
    }
}
