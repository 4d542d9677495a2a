// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolCollectFeesTest is PoolFixture {
    function testFuzz_collectFees_sendsToTreasuryAndCurator(uint16 protocol, uint16 ofCurator, uint256 amount) public {
        protocol = uint16(bound(protocol, 0, 1_000));
        ofCurator = uint16(bound(ofCurator, 0, 2_000));
        amount = bound(amount, 1, MILLION);
        vm.prank(admin);
        listings.setProtocolFee(protocol);
        vm.prank(curator);
        pool.setCuratorFee(ofCurator);
        deposit(pool, alice, MILLION);
        IPool.Premium memory q = pool.quote(purchase(depeg, amount, 30 days));
        buy(pool, depeg, amount, 30 days);
        uint256 high = report().high;

        vm.expectEmit(address(pool));
        emit IPool.FeesCollected(treasury, q.protocolFee);
        vm.expectEmit(address(pool));
        emit IPool.FeesCollected(curator, q.curatorFee);
        vm.prank(keeper);
        pool.collectFees();
        assertEq(usd.balanceOf(treasury), q.protocolFee);
        assertEq(usd.balanceOf(curator), q.curatorFee);
        assertEq(report().owed, 0);
        assertEq(report().high, high);
    }

    function test_collectFees_sendsNothingTwice() public {
        vm.prank(curator);
        pool.setCuratorFee(2_000);
        deposit(pool, alice, MILLION);
        buy(pool, depeg, 1e9, 30 days);
        pool.collectFees();
        uint256 had = usd.balanceOf(curator);
        pool.collectFees();
        assertEq(usd.balanceOf(curator), had);
    }

    /// @dev Fees go to whoever is treasury and curator when they are collected.
    function test_collectFees_goesToTheNewTreasury() public {
        vm.startPrank(admin);
        listings.setProtocolFee(1_000);
        listings.setTreasury(carol);
        vm.stopPrank();
        deposit(pool, alice, MILLION);
        buy(pool, depeg, 1e9, 30 days);
        pool.collectFees();
        assertGt(usd.balanceOf(carol), 0);
        assertEq(usd.balanceOf(treasury), 0);
    }
}
