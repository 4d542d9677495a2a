// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title The sums insured in force on a risk, and the days on which they run off
/// @notice Amounts are grains, days are counted from the epoch. One day's run-off sits in the risk's own slot, which
/// saves a slot on a new risk; further days are four to a slot.
library ExposureBook {
    uint256 internal constant DAY = 1 days;

    /// @notice A risk in a pool.
    /// @param exposure Sum insured that has not run off, grains.
    /// @param cursor Day up to which run-off was released.
    /// @param listing Listing number; never cleared, it tells that the risk was sold once.
    /// @param group Class (8 bits) and group (56 bits) that the exposure counts in; kept until it is zero.
    /// @param inlineDay Day of the run-off held here.
    /// @param inlineAmount Its amount, grains.
    struct Risk {
        uint64 exposure;
        uint16 cursor;
        uint32 listing;
        uint64 group;
        uint16 inlineDay;
        uint64 inlineAmount;
    }

    /// @notice A sum insured does not fit into its storage.
    error ExposureTooLarge();

    /// @notice The day on which something that ends at `time` runs off, rounded up.
    function dayUp(uint256 time) internal pure returns (uint256) {
        return (time + DAY - 1) / DAY;
    }

    /// @notice Adds exposure that runs off on `day`; writes to the given memory struct and to the run-off.
    function add(
        Risk memory risk,
        mapping(uint256 => uint256) storage runOff,
        uint256 amount,
        uint256 day,
        uint256 today
    ) internal {
        uint256 exposure = risk.exposure + amount;
        require(exposure <= type(uint64).max && day <= type(uint16).max, ExposureTooLarge());
        if (risk.exposure == 0) risk.cursor = uint16(today);
        risk.exposure = uint64(exposure);
        if (risk.inlineAmount == 0) {
            (risk.inlineDay, risk.inlineAmount) = (uint16(day), uint64(amount));
        } else if (risk.inlineDay == day) {
            risk.inlineAmount += uint64(amount);
        } else {
            (uint256 slot, uint256 shift) = (day / 4, (day % 4) * 64);
            // The sum of a lane is at most the exposure, which fits 64 bits.
            runOff[slot] += amount << shift;
        }
    }

    /// @notice Takes exposure away that would have run off on `day`; writes as `add` does.
    function remove(Risk memory risk, mapping(uint256 => uint256) storage runOff, uint256 amount, uint256 day)
        internal
    {
        risk.exposure -= uint64(amount);
        if (risk.inlineDay == day) {
            uint256 here = amount < risk.inlineAmount ? amount : risk.inlineAmount;
            risk.inlineAmount -= uint64(here);
            amount -= here;
        }
        if (amount != 0) {
            (uint256 slot, uint256 shift) = (day / 4, (day % 4) * 64);
            uint256 word = runOff[slot];
            uint256 lane = uint64(word >> shift) - amount; // checked: a lane never lends from its neighbour
            runOff[slot] = (word & ~(uint256(type(uint64).max) << shift)) | (lane << shift);
        }
    }

    /// @notice Releases everything that has run off by `today`; writes to the given memory struct and to the run-off.
    /// @return released Grains.
    function release(Risk memory risk, mapping(uint256 => uint256) storage runOff, uint256 today)
        internal
        returns (uint256 released)
    {
        if (risk.inlineAmount != 0 && risk.inlineDay <= today) {
            released = risk.inlineAmount;
            risk.inlineAmount = 0;
        }
        uint256 day = uint256(risk.cursor) + 1;
        while (day <= today && released < risk.exposure) {
            uint256 slot = day / 4;
            uint256 word = runOff[slot];
            uint256 last = slot * 4 + 3 < today ? slot * 4 + 3 : today;
            if (word != 0) {
                uint256 left = word;
                for (; day <= last; ++day) {
                    uint256 shift = (day % 4) * 64;
                    released += uint64(word >> shift);
                    left &= ~(uint256(type(uint64).max) << shift);
                }
                if (left != word) runOff[slot] = left;
            }
            day = last + 1;
        }
        risk.cursor = uint16(today);
        risk.exposure -= uint64(released);
    }
}
