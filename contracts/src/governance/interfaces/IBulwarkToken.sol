// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";

/// @title The protocol's token: what members vote with, and what assessors stake
/// @notice 18 decimals. Votes follow whom a holder delegates to (himself too must be named) and are counted by unix
/// seconds (ERC-6372). More of it is minted by vote alone, once a year at most, within a cap that nothing lifts.
interface IBulwarkToken is IERC20, IERC20Permit, IERC5805 {
    /// @notice Tokens were minted after the launch.
    event Minted(address indexed to, uint256 amount, uint256 nextMint);

    /// @notice More tokens than `max` units would exist.
    error SupplyAboveCap(uint256 supply, uint256 max);
    /// @notice More units than may be minted in one year.
    error MintAboveCap(uint256 amount, uint256 max);
    /// @notice The last mint, or the launch, is less than a year ago.
    error MintTooEarly(uint256 notBefore);

    /// @notice Mints tokens. Role: REGISTRAR. At most `MAX_MINT` basis points of the supply, rounded down, once in
    /// `MINT_INTERVAL`, and never above `MAX_SUPPLY`.
    /// @dev Errors: MintTooEarly, MintAboveCap, SupplyAboveCap.
    /// @param to Who receives them.
    /// @param amount Units, 18 decimals.
    function mint(address to, uint256 amount) external;

    /// @notice Unix seconds before which nothing is minted.
    function nextMint() external view returns (uint256);
}
