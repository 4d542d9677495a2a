// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolDepositTest is PoolFixture {
    function testFuzz_deposit_mintsAtTheFirstPrice(uint256 assets) public {
        assets = bound(assets, 1, 1e18);
        assertEq(deposit(pool, alice, assets), assets * 1e12);
        assertEq(pool.balanceOf(alice), assets * 1e12);
        assertEq(report().cash, assets);
        assertEq(usd.balanceOf(address(pool)), assets);
    }

    function testFuzz_deposit_isPricedAtHighRoundedDown(uint256 first, uint256 second, uint256 sold, uint256 wait)
        public
    {
        first = bound(first, MILLION, 1e15);
        second = bound(second, 1e6, 1e15);
        deposit(pool, alice, first);
        sellDepeg(bound(sold, 1, MILLION), 30 days);
        skip(bound(wait, 0, 40 days));
        uint256 high = pool.totalAssets();
        uint256 supply = pool.totalSupply();
        uint256 shares = deposit(pool, bob, second);
        assertEq(shares, second * (supply + 1e12) / (high + 1));
        assertEq(pool.totalAssets(), high + second);
        assertLe(valueOf(bob), second);
        assertApproxEqAbs(valueOf(bob), second, 2);
    }

    function testFuzz_deposit_takesFromTheCallerAndEmits(uint256 assets) public {
        assets = bound(assets, 1, 1e18);
        fundAccount(alice, assets);
        vm.expectEmit(address(pool));
        emit IPool.Deposit(alice, bob, assets, assets * 1e12);
        vm.prank(alice);
        pool.deposit(assets, bob);
        assertEq(pool.balanceOf(bob), assets * 1e12);
        assertEq(usd.balanceOf(alice), 0);
    }

    /// @dev Deposits stay open while an incident is: at High, so that a later grant is shared with those who came.
    function test_deposit_isPricedAtHighWhileAnIncidentIsOpen() public {
        deposit(pool, alice, MILLION);
        sellDepeg(MILLION / 2, 30 days);
        uint256 price = pool.totalAssets();
        openDepeg();
        uint256 shares = deposit(pool, bob, MILLION);
        assertApproxEqAbs(shares, MILLION * (pool.balanceOf(alice) + 1e12) / price, 1e18);
        assertLt(valueOf(bob), MILLION * 3 / 4 + 1e6);
    }

    function testFuzz_deposit_stepsThroughAFewEntriesItself(uint256 incidentsOpened) public {
        incidentsOpened = bound(incidentsOpened, 1, pool.MAX_STEPS());
        deposit(pool, alice, MILLION);
        sellDepeg(1e6, 30 days);
        for (uint256 i; i < incidentsOpened; ++i) {
            openDepeg();
        }
        deposit(pool, bob, 1e6);
        assertEq(pool.step(0), incidentsOpened);
        assertEq(report().openReserve, 1e6);
    }

    /// @dev Donations count for nothing: the pool keeps its own ledger.
    function testFuzz_deposit_ignoresDonations(uint256 donation, uint256 assets) public {
        deposit(pool, alice, MILLION);
        usd.mint(address(pool), bound(donation, 0, 1e18));
        assets = bound(assets, 1, 1e15);
        assertEq(deposit(pool, bob, assets), assets * 1e12);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_deposit_revertsWith_ZeroAmount() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        pool.deposit(0, alice);
        assertNoTrace();
    }

    /// @dev A deposit that would buy a handful of share units would lose a part of itself to rounding.
    function testFuzz_deposit_revertsWith_DepositTooSmall(uint256 dust) public {
        TestToken ether18 = new TestToken("Test ether", "TETH", 18);
        pool = newPool(address(ether18));
        dust = bound(dust, 1, pool.MIN_SHARES() - 1);
        ether18.mint(alice, dust);
        expectRefusal(abi.encodeWithSelector(IPool.DepositTooSmall.selector, dust, pool.MIN_SHARES()));
        vm.prank(alice);
        pool.deposit(dust, alice);
        assertNoTrace();
    }

    function testFuzz_deposit_revertsWith_AmountTooLarge(uint256 assets) public {
        deposit(pool, alice, 1);
        assets = bound(assets, type(uint96).max, type(uint128).max);
        fundAccount(bob, assets);
        expectRefusal(abi.encodeWithSelector(IPool.AmountTooLarge.selector, bytes32("cash")));
        vm.prank(bob);
        pool.deposit(assets, bob);
        assertNoTrace();
    }

    function test_deposit_revertsWith_ZeroAddress() public {
        fundAccount(alice, 1e6);
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAddress.selector));
        vm.prank(alice);
        pool.deposit(1e6, address(0));
        assertNoTrace();
    }

    function test_deposit_revertsWith_TransferToPool() public {
        fundAccount(alice, 1e6);
        expectRefusal(abi.encodeWithSelector(IPool.TransferToPool.selector));
        vm.prank(alice);
        pool.deposit(1e6, address(pool));
        assertNoTrace();
    }

    function testFuzz_deposit_revertsWithoutAllowanceOrBalance(uint256 assets) public {
        assets = bound(assets, 1, 1e18);
        expectRefusal(abi.encodeWithSignature("TransferFromFailed()"));
        vm.prank(alice);
        pool.deposit(assets, alice);
        assertNoTrace();
    }

    function testFuzz_deposit_revertsWith_JournalBehind(uint256 entries) public {
        uint256 most = pool.MAX_STEPS();
        entries = bound(entries, most + 1, 3 * most);
        deposit(pool, alice, MILLION);
        sellDepeg(1e6, 30 days);
        for (uint256 i; i < entries; ++i) {
            openDepeg();
        }
        expectRefusal(abi.encodeWithSelector(IPool.JournalBehind.selector, most, entries));
        vm.prank(bob);
        pool.deposit(1e6, bob);
        assertNoTrace();
        pool.step(entries);
        deposit(pool, bob, 1e6);
    }

    /// @dev SCR exceeds what the pool has.
    function testFuzz_deposit_revertsWith_PoolClosed(uint256 lost) public {
        deposit(pool, alice, MILLION);
        sellDepeg(MILLION / 2, 30 days);
        lost = bound(lost, MILLION / 2 + 10e6, MILLION * 9 / 10);
        shrink(lost);
        pool.writeDown();
        assertGt(report().scr, report().high);
        assertEq(pool.maxDeposit(bob), 0);
        fundAccount(bob, 1e6);
        expectRefusal(abi.encodeWithSelector(IPool.PoolClosed.selector));
        vm.prank(bob);
        pool.deposit(1e6, bob);
        assertNoTrace();
    }

    /// @dev A funding is below 1: a deposit would pay the old loss.
    function test_deposit_revertsWith_PoolClosed_whileAFundingIsShort() public {
        makeShort();
        fundAccount(bob, 10e6);
        expectRefusal(abi.encodeWithSelector(IPool.PoolClosed.selector));
        vm.prank(bob);
        pool.deposit(1e6, bob);
        assertNoTrace();
    }

    /// @dev Ruin is latched: gains that come later do not open the pool again.
    function test_deposit_revertsWith_PoolClosed_onceRuined() public {
        deposit(pool, alice, MILLION);
        shrink(MILLION - 999e6);
        vm.expectEmit(address(pool));
        emit IPool.Ruined();
        pool.writeDown();
        assertEq(pool.maxDeposit(bob), 0);
        fundAccount(bob, 1e6);
        expectRefusal(abi.encodeWithSelector(IPool.PoolClosed.selector));
        vm.prank(bob);
        pool.deposit(1e6, bob);
        assertNoTrace();
    }

    /// @dev A thousandth of the first price is not ruin.
    function test_deposit_isTakenAtAThousandthOfTheFirstPrice() public {
        deposit(pool, alice, MILLION);
        shrink(MILLION - 1000e6);
        pool.writeDown();
        deposit(pool, bob, 1e6);
        assertApproxEqAbs(pool.convertToAssets(pool.balanceOf(bob)), 1e6, 1);
    }
}
