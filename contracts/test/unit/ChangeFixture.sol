// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "./PoolFixture.sol";

/// @notice A pool with capital and one cover of 30 days that runs, and short ways to change it.
abstract contract ChangeFixture is PoolFixture {
    uint256 internal constant AMOUNT = 100_000e6;
    uint256 internal constant GRACE = 7 days;

    uint256 internal id;

    function setUp() public virtual override {
        super.setUp();
        deposit(pool, alice, MILLION);
        id = sellDepeg(AMOUNT, 30 days);
        fundAccount(holder, MILLION);
    }

    // -- Extend and increase -------------------------------------------------------------------------------------

    function extension(uint32 duration) internal view returns (IPool.Purchase memory p) {
        return purchase(depeg, 0, duration);
    }

    function extend(uint32 duration) internal returns (uint256 premium) {
        IPool.Purchase memory p = extension(duration);
        vm.prank(holder);
        return pool.extend(id, p);
    }

    function addition(uint256 amount) internal view returns (IPool.Purchase memory p) {
        return purchase(depeg, amount, 0);
    }

    function increase(uint256 amount) internal returns (uint256 premium) {
        IPool.Purchase memory p = addition(amount);
        vm.prank(holder);
        return pool.increase(id, p);
    }

    // -- Give up -------------------------------------------------------------------------------------------------

    function decrease(uint256 amount) internal returns (uint256 refund) {
        vm.prank(holder);
        return pool.decrease(id, amount, 0);
    }

    function cancel() internal returns (uint256 refund) {
        vm.prank(holder);
        return pool.cancel(id, 0);
    }

    /// @dev A cover of 30 days in another pool, under a listing with a waiting time of 3 days.
    function sellWaiting() internal returns (uint256 listing, uint256 waits) {
        IListings.Terms memory t = triggerTerms();
        (t.waiting, t.minPeriod) = (3 days, 4 days);
        listing = poolFor(t);
        waits = buy(pool, listing, AMOUNT, 30 days);
        fundAccount(holder, MILLION);
    }
}
