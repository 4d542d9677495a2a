// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A price source, as Aave's oracle asks it, that says what a test wants: a crash is the fault that the market is
/// put to. The only double here.
contract SettablePrice {
    /// @notice Dollars with 8 decimals.
    int256 public latestAnswer;

    constructor(int256 answer) {
        latestAnswer = answer;
    }

    /// @notice Sets the price.
    function set(int256 answer) external {
        latestAnswer = answer;
    }
}
