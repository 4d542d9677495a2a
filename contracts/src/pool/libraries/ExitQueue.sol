// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

/// @title What an exit is worth, and how much of it can be paid
/// @notice Paid: min(value when asked, at High; value now, at Low). Gains made while leaving stay with those who stay,
/// losses do not. Shares have 18 decimals; assets are units.
library ExitQueue {
    /// @notice An exit that was asked for.
    /// @param controller Who can claim it.
    /// @param value Worth of the shares left when asked, at High, units.
    /// @param shares Shares left to serve; zero once served or cancelled.
    /// @param askedAt Unix seconds.
    struct Request {
        address controller;
        uint96 value;
        uint128 shares;
        uint32 askedAt;
    }

    /// @notice What a controller can claim: shares already burnt, and the units set aside for them (nominal).
    struct Claimable {
        uint128 shares;
        uint128 assets;
    }

    /// @notice Worth of shares at own funds `funds`, rounded down, units.
    function valueDown(uint256 shares, uint256 funds, uint256 supply, uint256 virtualShares)
        internal
        pure
        returns (uint256)
    {
        return Math.fullMulDiv(shares, funds + 1, supply + virtualShares);
    }

    /// @notice Shares that `assets` buy at own funds `funds`, rounded down.
    function sharesDown(uint256 assets, uint256 funds, uint256 supply, uint256 virtualShares)
        internal
        pure
        returns (uint256)
    {
        return Math.fullMulDiv(assets, supply + virtualShares, funds + 1);
    }

    /// @notice How much of a request can be served.
    /// @param request The request.
    /// @param high Own funds High, units.
    /// @param low Own funds Low, units.
    /// @param spare What may leave own funds now, units.
    /// @return shares Shares to burn.
    /// @return assets Units to pay for them, rounded down.
    /// @return leaving What the shares were worth at High: it leaves own funds, rounded down.
    function served(
        Request memory request,
        uint256 high,
        uint256 low,
        uint256 spare,
        uint256 supply,
        uint256 virtualShares
    ) internal pure returns (uint256 shares, uint256 assets, uint256 leaving) {
        shares = request.shares;
        leaving = valueDown(shares, high, supply, virtualShares);
        if (leaving > spare) {
            shares = Math.fullMulDiv(shares, spare, leaving);
            leaving = valueDown(shares, high, supply, virtualShares);
        }
        uint256 now_ = valueDown(shares, low, supply, virtualShares);
        uint256 asked = Math.fullMulDiv(request.value, shares, request.shares);
        assets = now_ < asked ? now_ : asked;
        if (assets > leaving) assets = leaving;
    }
}
