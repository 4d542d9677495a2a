// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolRecapitaliseTest is PoolFixture {
    function recapitalise(address who, uint256 assets) private returns (uint256 shares) {
        fundAccount(who, assets);
        vm.prank(who);
        return pool.recapitalise(assets, who);
    }

    /// @dev SCR exceeds what the pool has: who accepts that may bring capital, at High, until it is open again.
    function testFuzz_recapitalise_reopensAPoolThatIsShortOfItsRequirement(uint256 assets) public {
        deposit(pool, alice, MILLION);
        sellDepeg(MILLION / 2, 30 days);
        shrink(MILLION * 3 / 4);
        pool.writeDown();
        uint256 high = pool.totalAssets();
        uint256 supply = pool.totalSupply();
        assertEq(pool.maxDeposit(bob), 0);

        assets = bound(assets, 1e6, 10 * MILLION);
        uint256 shares = recapitalise(bob, assets);
        assertEq(shares, assets * (supply + 1e12) / (high + 1));
        assertEq(pool.totalAssets(), high + assets);
        assertEq(pool.maxDeposit(bob) != 0, high + assets >= MILLION / 2);
    }

    /// @dev While another incident is open, a funding may be short of a pool that is not ruined: fresh money lifts it.
    function test_recapitalise_liftsFundings() public {
        (uint256 first, uint256 a) = makeShort();
        uint256 paid = settle(first, a);
        assertLt(paid, MILLION * 6 / 10);
        assertGt(pool.totalAssets(), 0);

        recapitalise(bob, 10 * MILLION);
        assertEq(settle(first, a), MILLION * 6 / 10 - paid);
        assertSound(pool);
    }

    function testFuzz_recapitalise_isADepositWhereThePoolIsOpen(uint256 assets) public {
        deposit(pool, alice, MILLION);
        assets = bound(assets, 1, 1e15);
        assertEq(recapitalise(bob, assets), assets * 1e12);
    }

    function test_recapitalise_revertsWith_PoolClosed_onceRuined() public {
        deposit(pool, alice, MILLION);
        shrink(MILLION - 1);
        pool.writeDown();
        fundAccount(bob, 1e6);
        expectRefusal(abi.encodeWithSelector(IPool.PoolClosed.selector));
        vm.prank(bob);
        pool.recapitalise(1e6, bob);
        assertNoTrace();
    }

    /// @dev Debts were written down: whoever came now would pay them.
    function test_recapitalise_revertsWith_PoolClosed_onceDebtsWereWrittenDown() public {
        deposit(pool, alice, MILLION);
        dueExit(alice, pool.balanceOf(alice) / 2);
        pool.processRedeem(1);
        shrink(MILLION * 3 / 4);
        pool.writeDown();
        fundAccount(bob, 1e6);
        expectRefusal(abi.encodeWithSelector(IPool.PoolClosed.selector));
        vm.prank(bob);
        pool.recapitalise(1e6, bob);
        assertNoTrace();
    }

    function test_recapitalise_revertsWith_ZeroAmount() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        pool.recapitalise(0, alice);
        assertNoTrace();
    }

    function test_recapitalise_revertsWith_ZeroAddress() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAddress.selector));
        pool.recapitalise(1e6, address(0));
        assertNoTrace();
    }
}
