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

    // -- Nobody runs ahead of it ----------------------------------------------------------------------------------

    function testFuzz_writeDown_comesBeforeAnExitIsServed(uint256 lost) public {
        dueExit(alice, MILLION * 1e12);
        lost = bound(lost, 1, MILLION);
        shrink(lost);
        expectRefusal(abi.encodeWithSelector(IPool.BalanceBelowCash.selector, 2 * MILLION - lost, 2 * MILLION));
        pool.processRedeem(1);
        assertNoTrace();
        pool.writeDown();
        pool.processRedeem(1);
        assertApproxEqAbs(pool.maxWithdraw(alice), MILLION - lost / 2, 2);
    }

    function test_writeDown_comesBeforeAnOwnExit() public {
        sellDepeg(MILLION / 2, 30 days);
        dueExit(alice, MILLION * 1e12 / 4);
        openDepeg();
        pool.step(9);
        shrink(1);
        uint256 cash = report().cash;
        expectRefusal(abi.encodeWithSelector(IPool.BalanceBelowCash.selector, cash - 1, cash));
        vm.prank(alice);
        pool.processOwnRedeem(1, 0);
        assertNoTrace();
    }

    function test_writeDown_comesBeforeAnExitIsClaimed() public {
        dueExit(alice, MILLION * 1e12);
        pool.processRedeem(1);
        shrink(MILLION * 3 / 2);
        expectRefusal(abi.encodeWithSelector(IPool.BalanceBelowCash.selector, MILLION / 2, 2 * MILLION));
        vm.prank(alice);
        pool.redeem(MILLION * 1e12, alice, alice);
        expectRefusal(abi.encodeWithSelector(IPool.BalanceBelowCash.selector, MILLION / 2, 2 * MILLION));
        vm.prank(alice);
        pool.withdraw(MILLION, alice, alice);
        assertNoTrace();
        pool.writeDown();
        vm.prank(alice);
        assertEq(pool.redeem(MILLION * 1e12, alice, alice), MILLION / 2);
    }

    /// @dev Settlement cannot be held up: it writes down itself, so that the first cover is paid as the last.
    function test_writeDown_comesWithASettlement() public {
        uint256 a = sellDepeg(MILLION / 2, 30 days);
        uint256 b = sellDepeg(MILLION / 2, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(2);
        shrink(report().cash - report().unearned - MILLION / 2);
        uint256 paid = settle(incident, a);
        assertApproxEqAbs(paid, MILLION / 2, 1, "a claim is nominal");
        assertApproxEqAbs(usd.balanceOf(holder), MILLION / 4, 1e6);
        settle(incident, b);
        assertApproxEqAbs(usd.balanceOf(holder), MILLION / 2, 1e6);
        assertSound(pool);
    }

    /// @dev A token that does not say what it holds does not hold up a settlement.
    function test_writeDown_isLeftOutWhereTheTokenDoesNotAnswer() public {
        uint256 id = sellDepeg(MILLION / 2, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        vm.mockCallRevert(address(usd), abi.encodeWithSignature("balanceOf(address)", pool), "paused");
        assertEq(settle(incident, id), MILLION / 2);
    }

    // -- Ruin -----------------------------------------------------------------------------------------------------

    /// @dev Two rulings on one risk reserve more than its covers can claim. That is no loss, and ruins nobody for good.
    function test_writeDown_andReservesBeyondTheExposureAreNoRuin() public {
        uint256 id = sellDepeg(MILLION * 11 / 10, 30 days);
        uint256 first = openDepeg();
        uint256 second = openDepeg();
        grant(first, 1e18);
        grant(second, 1e18);
        pool.step(9);
        assertEq(report().high, 0);
        assertEq(pool.maxDeposit(carol), 0, "no deposit at a price of nothing");
        fundAccount(carol, 1e6);
        expectRefusal(abi.encodeWithSelector(IPool.PoolClosed.selector));
        vm.prank(carol);
        pool.recapitalise(1e6, carol);
        assertNoTrace();
        settle(first, id);
        skip(40 days);
        incidents.close(first);
        incidents.close(second);
        pool.step(9);
        skip(COOLDOWN);
        assertGt(pool.maxDeposit(carol), 0, "what was not needed came back");
        assertApproxEqRel(report().high, MILLION * 9 / 10, 0.02e18);
    }

    /// @dev A real loss of all but a thousandth is ruin once nothing more can come back.
    function test_writeDown_andALossOfNearlyAllIsRuin() public {
        uint256 id = sellDepeg(2 * MILLION - 100e6, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        settle(incident, id);
        skip(40 days);
        incidents.close(incident);
        IPool.CapitalReport memory r = report();
        shrink((r.high + r.unvested) - 100e6);
        pool.step(9);
        vm.expectEmit(address(pool));
        emit IPool.Ruined();
        pool.writeDown();
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
