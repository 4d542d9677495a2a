// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title A vault that keeps its share price when it loses, and tells the loss apart (MetaMorpho 1.1)
interface ILossesApart {
    /// @notice Assets that `totalAssets` counts although they are lost.
    function lostAssets() external view returns (uint256);
}

/// @title The part of a lending market that is used here (Aave 3.3 and later)
interface IDeficitMarket {
    /// @notice Bad debt of a reserve that nobody has covered yet, units of the asset.
    function getReserveDeficit(address asset) external view returns (uint256);
}

/// @title The part of an LP share's pool that is used here (Curve)
interface IVirtualPrice {
    /// @notice Value of a share in terms of what it was at first.
    function get_virtual_price() external view returns (uint256);
}

/// @title The part of a pausable contract that is used here
interface IPausable {
    /// @notice Is it paused?
    function paused() external view returns (bool);
}
