// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Capital} from "../../../../src/pool/libraries/Capital.sol";
import {Test} from "../../../Test.sol";

/// @notice Gains that stream in, and the backing of the price.
contract CapitalTest is Test {
    uint256 private constant COOLDOWN = 14 days;
    uint256 private constant START = 1_700_000_000;

    function setUp() public {
        vm.warp(START);
    }

    // -- Gains ---------------------------------------------------------------------------------------------------

    /// @custom:invariant CAP-4
    function testFuzz_addGain_raisesNothingAtOnce(uint96 unvested, uint256 left, uint96 gain) public view {
        left = bound(left, 0, COOLDOWN);
        Capital.Figures memory f = figures(unvested, left);
        Capital.addGain(f, gain, COOLDOWN);
        assertEq(f.unvested, uint256(unvested) + gain);
        if (gain == 0) return;
        assertLe(f.end, START + COOLDOWN, "no later than a gain of its own");
        assertGe(f.end, START + left, "no earlier than what was there");
    }

    /// @notice Gains of one unit, each of which once pushed the end back by a second, could hold all others up.
    function test_addGain_smallOnesDoNotHoldALargeOneBack() public view {
        Capital.Figures memory f = figures(1e12, 7 days);
        for (uint256 i; i < 100; ++i) {
            Capital.addGain(f, 1, COOLDOWN);
        }
        assertEq(f.end, START + 7 days);
    }

    function testFuzz_addGain_weighsByAmount(uint96 unvested, uint256 left, uint96 gain) public view {
        left = bound(left, 0, COOLDOWN);
        gain = uint96(bound(gain, 1, type(uint96).max));
        Capital.Figures memory f = figures(unvested, left);
        Capital.addGain(f, gain, COOLDOWN);
        uint256 mean = (uint256(unvested) * left + uint256(gain) * COOLDOWN) / (uint256(unvested) + gain);
        assertEq(f.end, START + mean);
    }

    function testFuzz_unvestedUp_fallsToZero(uint96 unvested, uint256 time, uint256 now_, uint256 later) public {
        time = bound(time, 1, 60 days);
        now_ = bound(now_, 0, time);
        later = bound(later, now_, time);
        assertEq(Capital.unvestedUp(unvested, START, START + time), unvested);
        vm.warp(START + now_);
        uint256 before = Capital.unvestedUp(unvested, START, START + time);
        vm.warp(START + later);
        assertLe(Capital.unvestedUp(unvested, START, START + time), before);
        vm.warp(START + time);
        assertEq(Capital.unvestedUp(unvested, START, START + time), 0);
    }

    // -- b -------------------------------------------------------------------------------------------------------

    function testFuzz_settledBacking_risesOverOneCooldownAndFallsAtOnce(uint96 b, uint96 high, uint256 time) public {
        time = bound(time, 0, 2 * COOLDOWN);
        vm.warp(START + time);
        uint256 settled = Capital.settledBacking(b, START, high, 1, COOLDOWN);
        assertLe(settled, high, "never above High");
        if (b >= high || time >= COOLDOWN) assertEq(settled, high);
        else assertEq(settled, min(uint256(b) + uint256(high) * time / COOLDOWN, high));
        assertEq(Capital.settledBacking(b, START, high, 0, COOLDOWN), high, "while nothing is required");
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function figures(uint256 unvested, uint256 left) private view returns (Capital.Figures memory f) {
        (f.unvested, f.end) = (unvested, block.timestamp + left);
    }

    function min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
