// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

/// @title The solvency capital requirement, correlation-aware, O(1) in the number of risks
/// @notice Within a class S_c² = (1 − ρ_c)·Σe² + ρ_c·(Σe)²; across classes SCR² = (1 − r)·ΣS_c² + r·(ΣS_c)².
/// Exposures and requirements are in grains; ρ and r in basis points. S_c is an integer function of (Q, A), so taking a
/// class out of the totals and putting it back is exact.
library Solvency {
    uint256 internal constant BPS = 10_000;

    /// @notice Sums of one class.
    /// @param q Σe² over the groups of the class, grains².
    /// @param a Σe over the groups of the class, grains.
    /// @param rho Correlation within the class, basis points.
    struct Class {
        uint160 q;
        uint80 a;
        uint16 rho;
    }

    /// @notice Sums over the classes.
    /// @param s ΣS_c, grains.
    /// @param s2 ΣS_c², grains².
    struct Totals {
        uint88 s;
        uint168 s2;
    }

    /// @notice A sum does not fit into its storage.
    error ExposureTooLarge();

    /// @notice S_c = √((1 − ρ)·q + ρ·a²), rounded up, grains.
    function classRequirementUp(Class memory class) internal pure returns (uint256) {
        uint256 a = class.a;
        return sqrtUp(Math.divUp((BPS - class.rho) * class.q + class.rho * a * a, BPS));
    }

    /// @notice SCR = √((1 − r)·ΣS² + r·(ΣS)²), rounded up, grains.
    /// @param r Correlation across classes, basis points.
    function requirementUp(Totals memory totals, uint256 r) internal pure returns (uint256) {
        uint256 s = totals.s;
        return sqrtUp(Math.divUp((BPS - r) * totals.s2 + r * s * s, BPS));
    }

    /// @notice Moves one group of a class from `before` to `afterwards` grains; writes to the given memory structs.
    function move(Class memory class, Totals memory totals, uint256 before, uint256 afterwards) internal pure {
        uint256 old = classRequirementUp(class);
        uint256 q = class.q + afterwards * afterwards - before * before;
        uint256 a = class.a + afterwards - before;
        require(q <= type(uint160).max && a <= type(uint80).max, ExposureTooLarge());
        (class.q, class.a) = (uint160(q), uint80(a));

        uint256 s = classRequirementUp(class);
        uint256 sum = totals.s + s - old;
        uint256 squares = totals.s2 + s * s - old * old;
        require(sum <= type(uint88).max && squares <= type(uint168).max, ExposureTooLarge());
        (totals.s, totals.s2) = (uint88(sum), uint168(squares));
    }

    /// @notice The square root, rounded up.
    function sqrtUp(uint256 x) internal pure returns (uint256 root) {
        root = Math.sqrt(x);
        if (root * root < x) ++root;
    }
}
