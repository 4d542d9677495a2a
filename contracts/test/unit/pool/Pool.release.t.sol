// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolReleaseTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    /// @dev The first midnight at or after end + grace.
    function runOffOf(uint256 end) private pure returns (uint256) {
        return (end + 7 days + 1 days - 1) / 1 days * 1 days;
    }

    function testFuzz_release_freesCapitalAfterEndAndGrace(uint256 amount, uint32 duration) public {
        amount = bound(amount, 1, MILLION);
        duration = uint32(bound(duration, 1 days, 365 days));
        uint256 end = block.timestamp + duration;
        buy(pool, depeg, amount, duration);
        vm.warp(runOffOf(end) - 1);
        assertEq(pool.release(riskOf(depeg)), 0);
        assertEq(report().scr, amount);
        skip(1);
        vm.expectEmit(address(pool));
        emit IPool.ExposureReleased(riskOf(depeg), amount, 0);
        vm.prank(keeper);
        assertEq(pool.release(riskOf(depeg)), amount);
        assertEq(report().scr, 0);
    }

    /// @dev Covers that end on different days run off one by one, whoever releases, however often.
    function testFuzz_release_ofManyCovers(uint32[8] memory durations, uint256 times) public {
        uint256 began = block.timestamp;
        for (uint256 i; i < 8; ++i) {
            durations[i] = uint32(bound(durations[i], 1 days, 365 days));
            buy(pool, depeg, 1e6 * 2 ** i, durations[i]);
        }
        times = bound(times, 1, 6);
        for (uint256 n = 1; n <= times; ++n) {
            vm.warp(began + n * 380 days / times);
            uint256 left;
            for (uint256 i; i < 8; ++i) {
                if (runOffOf(began + durations[i]) > block.timestamp) left += 1e6 * 2 ** i;
            }
            if (report().scr != 0) pool.release(riskOf(depeg));
            assertEq(report().scr, left);
        }
        assertEq(report().scr, 0);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function testFuzz_release_revertsWith_NothingToRelease(bytes32 risk) public {
        expectRefusal(abi.encodeWithSelector(IPool.NothingToRelease.selector, risk));
        pool.release(risk);
        assertNoTrace();
    }

    /// @dev A risk does not run off while an incident on it is open or unsettled.
    function test_release_revertsWith_NothingToRelease_whileFrozen() public {
        uint256 id = sellDepeg(MILLION / 2, 1 days);
        uint256 incident = openDepeg();
        skip(20 days);
        bytes memory frozen = abi.encodeWithSelector(IPool.NothingToRelease.selector, riskOf(depeg));
        pool.step(1);
        expectRefusal(frozen);
        pool.release(riskOf(depeg));
        assertNoTrace();
        grant(incident, 0.5e18);
        settle(incident, id);
        expectRefusal(frozen);
        pool.release(riskOf(depeg));
        assertNoTrace();
        skip(30 days);
        incidents.close(incident);
        assertEq(pool.release(riskOf(depeg)), MILLION / 4);
    }

    function test_release_ofAnotherRiskGoesOnWhileOneIsFrozen() public {
        sellDepeg(MILLION / 4, 1 days);
        buy(pool, hack, MILLION / 4, 1 days);
        openDepeg();
        skip(20 days);
        assertEq(pool.release(riskOf(hack)), MILLION / 4);
    }
}
