// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

/// @title What a lot of salvage costs
/// @notice 1.2 × value × amount when its auction starts, halved every 12 hours (straight in between), at least one unit.
library LotPrice {
    /// @notice Seconds in which the price halves.
    uint256 internal constant HALF_LIFE = 12 hours;
    /// @notice Share of the value at which it starts, WAD.
    uint256 internal constant START = 1.2e18;
    uint256 private constant WAD = 1e18;
    uint256 private constant MAX_HALVINGS = 128;

    /// @notice The price, rounded up, units of the pool's asset.
    /// @param value Whole units of the asset per whole token before the loss, WAD.
    /// @param amount Smallest units of the token.
    /// @param unit Smallest units per whole token.
    /// @param assetUnit Units per whole asset.
    /// @param elapsed Seconds since the auction started.
    function priceUp(uint256 value, uint256 amount, uint256 unit, uint256 assetUnit, uint256 elapsed)
        internal
        pure
        returns (uint256)
    {
        uint256 halvings = Math.min(elapsed / HALF_LIFE, MAX_HALVINGS);
        uint256 factor = START - START * (elapsed % HALF_LIFE) / (2 * HALF_LIFE);
        uint256 whole = Math.fullMulDivUp(amount, Math.fullMulDivUp(value * assetUnit, factor, WAD), unit * WAD);
        return Math.max(Math.divUp(whole, 2 ** halvings), 1);
    }
}
