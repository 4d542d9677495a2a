// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice The whole life of a pool in a given token: deposit, sale, incident, settlement, exit, claim; every unit
/// accounted for at the end.
abstract contract TokenFixture is PoolFixture {
    TestToken internal token;
    uint256 internal one;

    /// @dev A pool in this token, which backs the two listings; it becomes the pool of the test.
    function use(address asset) internal {
        token = TestToken(asset);
        one = 10 ** token.decimals();
        pool = newPool(asset);
        back(pool, depeg, 0, 1);
        back(pool, hack, 1, 2);
    }

    /// @dev By low-level calls: not every token answers.
    function give(address who, uint256 amount) internal {
        token.mint(who, amount);
        vm.prank(who);
        (bool ok,) = address(token).call(abi.encodeWithSignature("approve(address,uint256)", pool, type(uint256).max));
        assertTrue(ok);
    }

    function put(address who, uint256 amount) internal returns (uint256) {
        give(who, amount);
        vm.prank(who);
        return pool.deposit(amount, who);
    }

    function sell(uint256 amount) internal returns (uint256 id) {
        IPool.Purchase memory p = purchase(depeg, amount, 30 days);
        give(holder, pool.quote(p).total);
        vm.prank(holder);
        (id,) = pool.buy(p);
        skip(1 hours);
    }

    function lifecycle(address asset) internal {
        use(asset);
        uint256 shares = put(alice, 600_000 * one);
        assertEq(shares, 600_000e18);
        put(bob, 400_000 * one);
        uint256 id = sell(100_000 * one);
        uint256 premium = report().cash - 1_000_000 * one;
        assertGt(premium, 0);

        uint256 incident = openDepeg();
        grant(incident, 0.5e18);
        settle(incident, id);
        assertEq(token.balanceOf(holder), 50_000 * one, "the loss is paid");
        assertSound(pool);

        exitOf(pool, alice, shares);
        exitOf(pool, bob, pool.balanceOf(bob));
        skip(40 days);
        incidents.close(incident);
        pool.release(riskOf(depeg));
        pool.processRedeem(2);
        uint256 out = claimAll(alice) + claimAll(bob);
        assertLe(out, 950_000 * one + premium);
        assertGe(out + 10, 950_000 * one, "the rest is theirs, but what was gained while leaving");
        assertEq(token.balanceOf(address(pool)), report().cash);
        assertEq(pool.totalSupply(), 0);
    }

    function claimAll(address who) internal returns (uint256) {
        uint256 claimable = pool.maxRedeem(who);
        vm.prank(who);
        return pool.redeem(claimable, who, who);
    }
}
