// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

/// @title What the leaves of a ruled root let covers claim
/// @notice Units of the pool's asset, ratios WAD; losses and their sum in 1e-18 units of account. Source:
/// docs/mechanism.md.
library LeafLoss {
    uint256 internal constant WAD = 1e18;

    /// @notice What a loss is worth, rounded down, at most 2^96 − 1 units.
    /// @param value Whole units of the asset per unit of account, WAD.
    /// @param unit Smallest units per whole asset.
    function worthDown(uint256 loss, uint256 value, uint256 unit) internal pure returns (uint256) {
        return Math.min(Math.fullMulDiv(loss, value * unit, WAD * WAD), type(uint96).max);
    }

    /// @notice The same, rounded up: the most that the leaves of a root can claim together.
    function worthUp(uint256 loss, uint256 value, uint256 unit) internal pure returns (uint256) {
        return Math.min(Math.fullMulDivUp(loss, value * unit, WAD * WAD), type(uint96).max);
    }

    /// @notice What a cover may claim of a loss in all: max(0, min(base × ratio, loss) − base × deductible), rounded down.
    function claimDown(uint256 base, uint256 ratio, uint256 deductible, uint256 loss) internal pure returns (uint256) {
        uint256 most = Math.min(Math.fullMulDiv(base, ratio, WAD), loss);
        return Math.zeroFloorSub(most, Math.fullMulDivUp(base, deductible, WAD));
    }

    /// @notice A leaf's part of a sponsor's whole claim, rounded down; all parts together are never more than it.
    function partDown(uint256 whole, uint256 loss, uint256 lossSum) internal pure returns (uint256) {
        return Math.fullMulDiv(whole, loss, lossSum);
    }
}
