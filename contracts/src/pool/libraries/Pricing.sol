// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

/// @title What a cover costs: expected loss, and the cost of the capital that it ties up
/// @notice net = ⌈λ·a·T⌉ + ⌈κ·a·t⌉ + ⌈level·t·(V(SCR₁) − V(SCR₀))⌉ with t = capital time and V(s) = ∫₀ˢ k(x / b) dx.
/// V is one integer function of s, so that splitting a purchase telescopes: it never gets cheaper, nor dearer by more
/// than three units a part. Rates are WAD per year of 365 days, amounts grains, results units (grain units to a grain).
library Pricing {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant YEAR = 365 days;
    /// @dev k at level 1: ½ at u = 0, 1 at 80 %, 4 at 100 %, linear between and flat above.
    uint256 internal constant TARGET = 0.8e18;
    uint256 internal constant SPEED = 50e18;
    uint256 internal constant MAX_DRIFT_TIME = 5 days;
    uint256 internal constant MIN_LEVEL = 0.01e18;
    uint256 internal constant MAX_LEVEL = 0.5e18;
    uint256 internal constant FIRST_LEVEL = 0.05e18;

    /// @notice ⌈λ·a·T⌉, units.
    /// @param rate λ, WAD per year.
    /// @param amount Sum insured, grains.
    /// @param time T, seconds.
    /// @param grain Units to a grain.
    function expectedLossUp(uint256 rate, uint256 amount, uint256 time, uint256 grain) internal pure returns (uint256) {
        return Math.fullMulDivUp(rate * time, amount * grain, WAD * YEAR);
    }

    /// @notice ⌈p·a⌉ for a keyed risk, units.
    /// @param probability p, WAD.
    /// @param amount Sum insured, grains.
    /// @param grain Units to a grain.
    function eventLossUp(uint256 probability, uint256 amount, uint256 grain) internal pure returns (uint256) {
        return Math.fullMulDivUp(probability, amount * grain, WAD);
    }

    /// @notice ⌈level·t·(V(scr1) − V(scr0))⌉, units.
    /// @param level Level of k, WAD per year.
    /// @param b Backing of the price, grains.
    /// @param scr0 Requirement before, grains.
    /// @param scr1 Requirement after, grains.
    /// @param time Capital time, seconds.
    /// @param grain Units to a grain.
    function capitalChargeUp(uint256 level, uint256 b, uint256 scr0, uint256 scr1, uint256 time, uint256 grain)
        internal
        pure
        returns (uint256)
    {
        if (scr1 <= scr0) return 0;
        uint256 area = potentialDown(scr1, b) - potentialDown(scr0, b);
        return Math.fullMulDivUp(level * time, area * grain, WAD * WAD * YEAR);
    }

    /// @notice V(s) = ∫₀ˢ k(x / b) dx at level 1, rounded down, WAD × grains.
    /// @dev With m = 0.8·b: s/2 + 0.3125·s²/b up to m; then 0.6·b + (s − m) + 7.5·(s − m)²/b up to b; then 1.1·b +
    /// 4·(s − b). The pieces join without a step: each is evaluated from its own left end, which is exact.
    function potentialDown(uint256 s, uint256 b) internal pure returns (uint256) {
        if (s >= b) return 1.1e18 * b + 4e18 * (s - b);
        uint256 m5 = 4 * b; // five times the kink, so that it is an integer
        if (5 * s <= m5) return 0.5e18 * s + (0.3125e18 * s * s) / b;
        uint256 over = 5 * s - m5;
        return 0.6e18 * b + 0.2e18 * over + (0.3e18 * over * over) / b;
    }

    /// @notice Utilisation s / b, rounded down, WAD, at most 1; 1 if b is zero and s is not.
    function utilisationDown(uint256 s, uint256 b) internal pure returns (uint256) {
        if (s >= b) return s == 0 ? 0 : WAD;
        return (s * WAD) / b;
    }

    /// @notice The level of k after `elapsed` seconds at a utilisation: level × exp(speed·(u − target)·Δt), within its
    /// bounds; at most five days count. WAD per year.
    function driftedLevel(uint256 level, uint256 utilisation, uint256 elapsed) internal pure returns (uint256) {
        if (elapsed > MAX_DRIFT_TIME) elapsed = MAX_DRIFT_TIME;
        // forge-lint: disable-next-line(divide-before-multiply)
        int256 exponent = (int256(SPEED * elapsed) / int256(YEAR)) * (int256(utilisation) - int256(TARGET)) / 1e18;
        uint256 drifted = (level * uint256(Math.expWad(exponent))) / WAD;
        if (drifted < MIN_LEVEL) return MIN_LEVEL;
        return drifted > MAX_LEVEL ? MAX_LEVEL : drifted;
    }
}
