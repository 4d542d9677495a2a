// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice `fund` and `pay`: for Incidents alone (GOV-1).
contract PoolPayTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        sellDepeg(1e9, 30 days);
        grant(openDepeg(), 1e18);
        pool.step(9);
    }

    function testFuzz_fund_revertsWith_OnlyIncidents(address caller) public {
        vm.assume(caller != address(incidents));
        expectRefusal(abi.encodeWithSelector(IPool.OnlyIncidents.selector, caller));
        vm.prank(caller);
        pool.fund(1);
        assertNoTrace();
    }

    function testFuzz_fund_revertsWith_NoReserve(uint256 incident) public {
        vm.assume(incident != 1);
        expectRefusal(abi.encodeWithSelector(IPool.NoReserve.selector, incident));
        vm.prank(address(incidents));
        pool.fund(incident);
        assertNoTrace();
    }

    function testFuzz_pay_revertsWith_OnlyIncidents(address caller, address to, uint96 amount) public {
        vm.assume(caller != address(incidents));
        IPool.Payment[] memory payments = new IPool.Payment[](1);
        (payments[0].to, payments[0].claim, payments[0].payout) = (to, amount, amount);
        expectRefusal(abi.encodeWithSelector(IPool.OnlyIncidents.selector, caller));
        vm.prank(caller);
        pool.pay(1, riskOf(depeg), payments, [to, to], [uint256(10_000), 0]);
        assertNoTrace();
    }

    /// @dev Not even Incidents could draw more than the reserve (CLM-1).
    function testFuzz_pay_revertsAboveTheReserve(uint96 amount) public {
        amount = uint96(bound(amount, 1e9 + 1, type(uint96).max));
        IPool.Payment[] memory payments = new IPool.Payment[](1);
        (payments[0].to, payments[0].claim, payments[0].payout) = (attacker, amount, amount);
        expectRefusal(abi.encodeWithSignature("Panic(uint256)", 0x11));
        vm.prank(address(incidents));
        pool.pay(1, riskOf(depeg), payments, [attacker, attacker], [uint256(0), 0]);
        assertNoTrace();
    }
}
