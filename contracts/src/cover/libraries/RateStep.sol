// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title How far a technical rate may move since its last post
/// @notice A rise is at most ×2 a day, a fall at most 10 % a day (a day of the pace that is governed), however the time is
/// split into posts: whole days compound, and a part of a day counts along a line that never runs ahead of the compound
/// curve (1 + f·ln 2 ≤ 2^f, 1 − f/10 ≥ 0.9^f). The highest rate is rounded down, the lowest up.
library RateStep {
    /// @dev ln 2, rounded down, WAD.
    uint256 internal constant LN_2 = 693147180559945309;
    uint256 internal constant WAD_DAY = 1e18 * 1 days;
    /// @dev Days after which more time allows no more: 2^64 times any rate but zero is above every bound.
    uint256 internal constant MAX_RISE_DAYS = 64;
    /// @dev Days after which a fall is not bounded any more (0.9^60 < 0.2 %).
    uint256 internal constant MAX_FALL_DAYS = 60;

    /// @notice Time in days of the pace: where a rate may double in two days, each counts as half of one; rounded down.
    /// @param elapsed Seconds since the last post.
    /// @param pace Seconds in which a rate may double, or fall by a tenth.
    function pacedDown(uint256 elapsed, uint256 pace) internal pure returns (uint256) {
        return elapsed * 1 days / pace;
    }

    /// @notice The highest rate that may follow, rounded down.
    /// @param rate Rate of the last post, WAD.
    /// @param elapsed Seconds since the last post, at the pace.
    function highestDown(uint64 rate, uint256 elapsed) internal pure returns (uint256) {
        if (elapsed > MAX_RISE_DAYS * 1 days) elapsed = MAX_RISE_DAYS * 1 days;
        return (uint256(rate) << (elapsed / 1 days)) * (WAD_DAY + (elapsed % 1 days) * LN_2) / WAD_DAY;
    }

    /// @notice The lowest rate that may follow, rounded up day by day.
    /// @param rate Rate of the last post, WAD.
    /// @param elapsed Seconds since the last post, at the pace.
    function lowestUp(uint64 rate, uint256 elapsed) internal pure returns (uint256 lowest) {
        uint256 wholeDays = elapsed / 1 days;
        if (wholeDays >= MAX_FALL_DAYS) return 0;
        lowest = rate;
        for (uint256 i = 0; i < wholeDays; ++i) {
            lowest = (lowest * 9 + 9) / 10;
        }
        lowest = (lowest * (10 days - elapsed % 1 days) + 10 days - 1) / 10 days;
    }
}
