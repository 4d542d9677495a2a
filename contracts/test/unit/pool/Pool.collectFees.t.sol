// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {BlockListToken} from "../../mocks/tokens/BlockListToken.sol";
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

    /// @dev A treasury that the token's issuer has block-listed does not hold up the curator; its fees wait for it.
    function test_collectFees_ofABlockListedTreasuryAreKept() public {
        BlockListToken token = new BlockListToken();
        Pool other = newPool(address(token));
        back(other, depeg, 0, 1);
        vm.prank(admin);
        listings.setProtocolFee(1_000);
        vm.prank(curator);
        other.setCuratorFee(1_000);
        deposit(other, alice, MILLION);
        buy(other, depeg, 1e9, 30 days);
        token.setBlocked(treasury, true);
        uint256 owed = other.capital().owed;
        other.collectFees();
        uint256 sent = token.balanceOf(curator);
        assertEq(sent, owed / 2);
        assertEq(other.capital().owed, owed - sent);

        token.setBlocked(treasury, false);
        other.collect(treasury);
        assertEq(token.balanceOf(treasury), owed - sent);
        assertEq(other.capital().owed, 0);
    }
}
