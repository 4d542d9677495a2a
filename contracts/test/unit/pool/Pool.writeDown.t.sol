// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice A token that shrank: own funds bear it first, then unvested gains, then debts in proportion, unearned
/// premium last.
contract PoolWriteDownTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
    }

    function testFuzz_writeDown_takesOwnFundsFirst(uint256 lost) public {
        sellDepeg(MILLION / 2, 300 days);
        dueExit(alice, MILLION * 1e12);
        pool.processRedeem(1);
        IPool.CapitalReport memory before = report();
        lost = bound(lost, 1, before.high);
        shrink(lost);
        vm.expectEmit(address(pool));
        emit IPool.WrittenDown(lost, before.cash - lost);
        pool.writeDown();
        IPool.CapitalReport memory r = report();
        assertEq(r.cash, before.cash - lost);
        assertEq(r.high, before.high - lost);
        assertEq(r.unvested, before.unvested);
        assertEq(r.owed, before.owed);
        assertEq(r.unearned, before.unearned);
        assertEq(pool.maxWithdraw(alice), MILLION);
    }

    function testFuzz_writeDown_takesUnvestedGainsSecond(uint256 lost) public {
        sellDepeg(MILLION, 300 days);
        dueExit(alice, MILLION * 1e12);
        pool.processRedeem(1);
        IPool.CapitalReport memory before = report();
        assertGt(before.unvested, 0);
        lost = bound(lost, before.high + 1, before.high + before.unvested);
        shrink(lost);
        pool.writeDown();
        IPool.CapitalReport memory r = report();
        assertEq(r.high, 0);
        assertEq(r.unvested, before.high + before.unvested - lost);
        assertEq(r.owed, before.owed);
        assertEq(r.unearned, before.unearned);
    }

    /// @dev Debts bear alike: exits set aside, payouts kept and fees.
    function testFuzz_writeDown_takesDebtsThirdInProportion(uint256 lost) public {
        dueExit(alice, MILLION * 1e12);
        dueExit(bob, MILLION * 1e12 / 2);
        pool.processRedeem(2);
        uint256 high = report().high;
        lost = bound(lost, high + 1, high + MILLION * 3 / 2 - 1e6);
        shrink(lost);
        pool.writeDown();
        uint256 rest = MILLION * 3 / 2 - (lost - high);
        assertApproxEqAbs(pool.maxWithdraw(alice), rest * 2 / 3, 2);
        assertApproxEqAbs(pool.maxWithdraw(bob), rest / 3, 2);
        vm.prank(alice);
        pool.redeem(MILLION * 1e12, alice, alice);
        vm.prank(bob);
        pool.redeem(MILLION * 1e12 / 2, bob, bob);
        assertLe(usd.balanceOf(alice) + usd.balanceOf(bob), rest);
        assertSound(pool);
    }

    /// @dev Funded reserves are debts as well: holders and those who left bear alike.
    function test_writeDown_takesFundedReservesWithTheDebts() public {
        uint256 id = sellDepeg(MILLION / 2, 30 days);
        dueExit(alice, MILLION * 1e12 / 2);
        pool.processRedeem(1);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(2);
        IPool.CapitalReport memory r = report();
        assertEq(r.funded, r.owed);
        shrink(r.high + r.unvested + r.funded);
        pool.writeDown();
        assertApproxEqAbs(pool.maxWithdraw(alice), MILLION / 4, 1e6);
        settle(incident, id);
        assertApproxEqAbs(usd.balanceOf(holder), MILLION / 4, 1e6);
        assertSound(pool);
    }

    /// @dev Unearned premium is the last to go: it still flows, to pay what it can.
    function test_writeDown_takesUnearnedPremiumLast() public {
        sellDepeg(MILLION, 300 days);
        IPool.CapitalReport memory before = report();
        shrink(before.cash - before.unearned);
        pool.writeDown();
        IPool.CapitalReport memory r = report();
        assertEq(r.cash, before.unearned);
        assertEq(r.unearned, before.unearned);
        shrink(before.unearned);
        pool.writeDown();
        assertEq(report().cash, 0);
        assertEq(report().high, 0);
        pool.capital();
    }

    /// @dev A pool whose debts were cut sells nothing and takes nothing more.
    function test_writeDown_closesThePoolOnceDebtsAreCut() public {
        dueExit(alice, MILLION * 1e12);
        pool.processRedeem(1);
        shrink(MILLION + 1);
        pool.writeDown();
        assertEq(pool.maxDeposit(carol), 0);
        freshen();
        vm.expectRevert(abi.encodeWithSelector(IPool.PoolClosed.selector));
        pool.quote(purchase(depeg, 1e6, 30 days));
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function testFuzz_writeDown_revertsWith_NothingToWriteDown(uint256 donation) public {
        donation = bound(donation, 0, 1e18);
        usd.mint(address(pool), donation);
        expectRefusal(abi.encodeWithSelector(IPool.NothingToWriteDown.selector, 2 * MILLION + donation, 2 * MILLION));
        pool.writeDown();
        assertNoTrace();
    }

    /// @dev A token that does not answer has not shrunk.
    function test_writeDown_revertsWhileTheTokenDoesNotAnswer() public {
        vm.mockCallRevert(address(usd), abi.encodeWithSignature("balanceOf(address)", pool), "paused");
        vm.expectRevert("paused");
        pool.writeDown();
        vm.clearMockedCalls();
        assertEq(report().cash, 2 * MILLION);
    }
}
