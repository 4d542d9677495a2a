// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolQuoteTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    /// @dev The buyer's own bounds are not looked at: a quote is asked for to set them.
    function testFuzz_quote_ignoresMaximumAndDeadline(uint256 maximum, uint256 deadline) public view {
        IPool.Purchase memory p = purchase(depeg, 1e9, 30 days);
        uint256 total = pool.quote(p).total;
        (p.maxPremium, p.deadline) = (maximum, deadline);
        assertEq(pool.quote(p).total, total);
    }

    /// @dev Worked by hand: λ·a·T + (T + G)·(κ·a + ∫k).
    function test_quote_asWorkedOut() public {
        vm.warp(1_700_006_400); // midnight
        depeg = poolFor(triggerTerms()); // k drifts from the pool's creation on
        // T = 365 days, capital time = 372 days, SCR from 0 to 4 million of b = 10 million: u ends at 0.4.
        uint256 loss = 4_000_000e6 * uint256(0.02e18) / 1e18;
        uint256 kappa = 4_000_000e6 * uint256(0.002e18) * 372 / 365 / 1e18 + 1;
        // ∫₀^0.4 (½ + 0.625·u) du = 0.2 + 0.05 = 0.25; × b × 5 % × 372/365
        uint256 capital = uint256(2.5e6) * 1e6 * 5 / 100 * 372 / 365 + 1;
        IPool.Premium memory q = pool.quote(purchase(depeg, 4_000_000e6, 365 days));
        assertApproxEqAbs(q.net, loss + kappa + capital, 2);
    }

    /// @dev A risk that diversifies the pool is cheaper than one that concentrates it.
    function test_quote_paysForDiversification() public {
        buy(pool, depeg, MILLION / 3, 30 days);
        uint256 concentrates = pool.quote(purchase(depeg, MILLION / 3, 30 days)).net;
        uint256 diversifies = pool.quote(purchase(hack, MILLION / 3, 30 days)).net;
        assertLt(diversifies, concentrates);
    }

    function testFuzz_quote_revertsAsBuyWould(uint256 amount) public {
        amount = bound(amount, MILLION + 1, NO_LIMIT);
        vm.expectRevert(abi.encodeWithSelector(IPool.CapacityExceeded.selector, amount, MILLION));
        pool.quote(purchase(depeg, amount, 30 days));
    }

    /// @dev A view cannot step: it says so where an entry is about to change the pool, and only there.
    function test_quote_revertsWith_JournalBehind() public {
        sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        vm.expectRevert(abi.encodeWithSelector(IPool.JournalBehind.selector, 0, 1));
        pool.quote(purchase(hack, 1e9, 30 days));
        pool.step(1);
        pool.quote(purchase(hack, 1e9, 30 days));
        deny(incident);
        vm.expectRevert(abi.encodeWithSelector(IPool.JournalBehind.selector, 1, 2));
        pool.quote(purchase(hack, 1e9, 30 days));
    }
}
