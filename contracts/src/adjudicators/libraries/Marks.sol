// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IMarkedTrigger} from "../interfaces/IMarkedTrigger.sol";

/// @title The level against which losses are measured
/// @notice The highest level that two readings at least a day apart, and every one taken between them, have shown. So
/// nobody raises it within one block, and nobody lowers it at all: a reading taken right after a loss does not hide it.
library Marks {
    /// @dev One slot.
    /// @param level The mark, in units of the readings; zero until there were two.
    /// @param lowest Lowest reading since `since`.
    /// @param since Unix seconds at which this window began.
    struct Mark {
        uint112 level;
        uint112 lowest;
        uint32 since;
    }

    uint256 internal constant WAD = 1e18;
    /// @dev Seconds between the two readings.
    uint256 internal constant WINDOW = 1 days;

    /// @notice The first reading of all.
    function begin(Mark storage m, uint256 value) internal {
        (m.lowest, m.since) = (uint112(value), uint32(block.timestamp));
    }

    /// @notice Takes a reading. The mark rises by `rise` at most, so that a level which was pressed up twice, without
    /// anybody looking in between, does little.
    /// @param value Reading, at most 112 bits.
    /// @param rise Largest rise of an established mark at once, WAD.
    /// @return level The mark afterwards.
    function observe(Mark storage m, uint256 value, uint256 rise) internal returns (uint256 level) {
        Mark memory mark = m;
        level = mark.level;
        uint256 lowest = value < mark.lowest ? value : mark.lowest;
        uint256 closes = uint256(mark.since) + WINDOW;
        if (block.timestamp < closes) {
            require(lowest < mark.lowest, IMarkedTrigger.NothingToObserve(value, mark.lowest, closes));
            m.lowest = uint112(lowest);
            return level;
        }
        uint256 most = level == 0 ? lowest : level + level * rise / WAD;
        if (lowest > level) level = lowest < most ? lowest : most;
        // `level` is at most `lowest` or what it was, and both fit.
        (m.level, m.lowest, m.since) = (uint112(level), uint112(value), uint32(block.timestamp));
    }

    /// @notice Begins anew at a level that was paid for: what is lost below it is another loss.
    function lower(Mark storage m, uint256 level) internal {
        (m.level, m.lowest, m.since) = (uint112(level), uint112(level), uint32(block.timestamp));
    }
}
