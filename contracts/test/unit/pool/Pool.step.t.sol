// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolStepTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    /// @dev An opening reserves the largest share that may be granted, whatever was asserted.
    function testFuzz_step_reservesTheLargestShare(uint256 amount, uint64 asserted) public {
        amount = bound(amount, 1, MILLION);
        asserted = uint64(bound(asserted, 1, 1e18));
        buy(pool, hack, amount, 30 days);
        skip(1 hours);
        openHack(asserted);
        uint256 high = report().high;
        assertEq(pool.step(1), 1);
        IPool.CapitalReport memory r = report();
        assertEq(r.openReserve, amount);
        assertEq(r.high, high);
        assertEq(r.low, high - amount);
        assertEq(r.scr, 0, "what is reserved is not required twice");
    }

    function testFuzz_step_reservesLessTheDeductible(uint256 amount, uint64 most, uint64 deductible) public {
        IListings.Terms memory t = triggerTerms();
        most = uint64(bound(most, 2, 1e18));
        deductible = uint64(bound(deductible, 0, most - 1));
        (t.maxRatio, t.deductible) = (most, deductible);
        depeg = poolFor(t);
        amount = bound(amount, 1, MILLION);
        sellDepeg(amount, 30 days);
        openDepeg();
        pool.step(1);
        assertEq(report().openReserve, (amount * (most - deductible) + 1e18 - 1) / 1e18);
    }

    /// @dev A risk holds one reserve, the larger, however many incidents are open on it.
    function testFuzz_step_reservesOncePerRisk(uint256 amount, uint256 incidentsOpened) public {
        amount = bound(amount, 1, MILLION);
        incidentsOpened = bound(incidentsOpened, 1, 12);
        sellDepeg(amount, 30 days);
        for (uint256 i; i < incidentsOpened; ++i) {
            openDepeg();
        }
        pool.step(incidentsOpened);
        assertEq(report().openReserve, amount);
        for (uint256 i = 1; i <= incidentsOpened; ++i) {
            deny(i);
            pool.step(1);
            assertEq(report().openReserve, i == incidentsOpened ? 0 : amount);
        }
        assertEq(report().scr, amount);
    }

    function testFuzz_step_fixesTheGrantedReserve(uint256 amount, uint64 ratio) public {
        amount = bound(amount, 1, MILLION);
        ratio = uint64(bound(ratio, 1, 1e18));
        sellDepeg(amount, 30 days);
        uint256 incident = openDepeg();
        grant(incident, ratio);
        uint256 reserve = (amount * ratio + 1e18 - 1) / 1e18;
        uint256 high = report().high;
        vm.expectEmit(address(pool));
        emit IPool.ReserveGranted(incident, riskOf(depeg), reserve, 1e18);
        pool.step(2);
        IPool.CapitalReport memory r = report();
        assertEq(r.funded, reserve);
        assertEq(r.openReserve, 0);
        assertEq(r.high, high - reserve);
        assertEq(r.scr, amount - reserve);
        assertEq(pool.fundingOf(incident), 1e18);
    }

    function testFuzz_step_takesUpToMax(uint256 entries, uint256 max) public {
        entries = bound(entries, 0, 20);
        max = bound(max, 0, 30);
        sellDepeg(1e6, 30 days);
        for (uint256 i; i < entries; ++i) {
            openDepeg();
        }
        vm.prank(keeper);
        assertEq(pool.step(max), max < entries ? max : entries);
        assertEq(pool.step(type(uint256).max), entries);
    }

    /// @dev Entries of before the pool was made, or of risks that it does not hold, pass it by.
    function test_step_passesOverWhatIsNotItsOwn() public {
        sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        Pool other = newPool(address(usd));
        assertEq(other.step(9), 2);
        deposit(other, bob, MILLION);
        openDepeg();
        bytes32 before = traceOf(other);
        other.step(9);
        assertEq(traceOf(other), before);
        assertEq(other.fundingOf(incident), 0);
    }

    /// @dev After a denial everything is as before.
    function testFuzz_step_aDenialUndoesTheOpening(uint256 amount) public {
        amount = bound(amount, 1, MILLION);
        sellDepeg(amount, 30 days);
        IPool.CapitalReport memory before = report();
        uint256 incident = openDepeg();
        pool.step(1);
        deny(incident);
        pool.step(1);
        assertEq(abi.encode(report()), abi.encode(before));
    }

    /// @dev A lapse frees the reserve, but keeps the risk from running off until it can no longer be asserted again.
    function test_step_aLapseKeepsTheRiskFrozen() public {
        sellDepeg(1e9, 1 days);
        uint256 incident = openDepeg();
        skip(30 days);
        incidents.lapse(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Lapsed));
        pool.step(9);
        assertEq(report().openReserve, 0);
        vm.expectRevert(abi.encodeWithSelector(IPool.NothingToRelease.selector, riskOf(depeg)));
        pool.release(riskOf(depeg));
        skip(8 days);
        assertEq(pool.release(riskOf(depeg)), 1e9);
    }
}
