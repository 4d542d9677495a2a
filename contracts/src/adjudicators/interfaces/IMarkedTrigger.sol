// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IReadingTrigger} from "./IReadingTrigger.sol";

/// @title A reading trigger that measures against a mark
/// @notice The mark is the highest level (a share price, a supply) that two readings at least a day apart, and all taken
/// between them, have shown. Keepers call `observe` once a day, and whenever the level is lower than the lowest since.
/// Nothing is sold or armed before the mark exists, a day after the listing was created.
interface IMarkedTrigger is IReadingTrigger {
    /// @notice A reading was taken for the mark; `level` is the mark afterwards.
    event Observed(uint256 indexed listing, uint256 value, uint256 level);

    /// @notice The window of the mark closes at `closes`, and the reading is not below the lowest in it.
    error NothingToObserve(uint256 value, uint256 lowest, uint256 closes);

    /// @notice Takes a reading for the mark. Anyone; not while a span is under proof.
    function observe(uint256 listing) external;

    /// @notice The mark (zero: none yet), the lowest reading since then, and since when.
    function markOf(uint256 listing) external view returns (uint256 level, uint256 lowest, uint256 since);
}
