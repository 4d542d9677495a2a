// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Pool} from "../../src/pool/Pool.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice 10,000 dust pools on one risk: ruling, stepping and settling cost the same as with one. Nothing loops over
/// pools; fifty real ones with covers on the risk show it, and 10,000 registered ones that the count does not matter.
contract ManyPoolsAttackTest is PoolFixture {
    uint256 private constant REAL = 50;
    uint256 private constant REGISTERED = 10_000;

    /// @dev A few slots more or less that are still warm; touching each pool once would cost twenty million.
    uint256 private constant COLD = 12_000;

    uint256 private id;
    Pool[] private dust;

    struct Cost {
        uint256 open;
        uint256 rule;
        uint256 step;
        uint256 settle;
        uint256 close;
    }

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        id = sellDepeg(1e9, 300 days);
    }

    function measure() private returns (Cost memory cost) {
        vm.deal(keeper, 1 ether);
        vm.startPrank(keeper);
        uint256 fee = incidents.TRIGGER_FEE();
        coolAll();
        uint256 before = gasleft();
        uint256 incident = trigger.open{value: fee}(incidents, depeg, 0, block.timestamp - 1, address(pool));
        cost.open = before - gasleft();
        coolAll();
        before = gasleft();
        trigger.rule(incidents, incident, GRANTED, 0.5e18);
        cost.rule = before - gasleft();
        coolAll();
        before = gasleft();
        pool.step(9);
        cost.step = before - gasleft();
        uint256[] memory ids = list(id);
        coolAll();
        before = gasleft();
        incidents.settle(incident, ids);
        cost.settle = before - gasleft();
        skip(30 days);
        coolAll();
        before = gasleft();
        incidents.close(incident);
        cost.close = before - gasleft();
        vm.stopPrank();
    }

    /// @dev As at the beginning of a transaction.
    function coolAll() private {
        vm.cool(address(incidents));
        vm.cool(address(pool));
        vm.cool(address(covers));
        vm.cool(address(listings));
        vm.cool(address(usd));
        vm.cool(address(trigger));
    }

    function fill() private {
        for (uint256 i; i < REAL; ++i) {
            Pool p = newPool(address(usd));
            back(p, depeg, 0, 1);
            deposit(p, attacker, 1e6);
            buy(p, depeg, 1, 300 days);
            dust.push(p);
        }
        vm.startPrank(address(factory));
        for (uint256 i; i < REGISTERED; ++i) {
            covers.register(address(uint160(0xD057000000 + i)));
        }
        vm.stopPrank();
        assertEq(covers.numberOf(address(uint160(0xD057000000 + REGISTERED - 1))), 1 + REAL + REGISTERED);
    }

    function test_attack_10000DustPools() public {
        uint256 snapshot = vm.snapshotState();
        Cost memory alone = measure();
        uint256 paid = usd.balanceOf(holder);
        vm.revertToState(snapshot);
        fill();
        Cost memory crowded = measure();
        assertEq(usd.balanceOf(holder), paid);
        assertApproxEqAbs(crowded.open, alone.open, COLD);
        assertApproxEqAbs(crowded.rule, alone.rule, COLD);
        assertApproxEqAbs(crowded.step, alone.step, COLD);
        assertApproxEqAbs(crowded.settle, alone.settle, COLD);
        assertApproxEqAbs(crowded.close, alone.close, COLD);
        assertSound(pool);
        for (uint256 i; i < REAL; i += 7) {
            dust[i].step(9);
            assertSound(dust[i]);
        }
    }
}
