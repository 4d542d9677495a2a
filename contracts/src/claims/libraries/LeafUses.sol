// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {LeafUse} from "./IncidentState.sol";

/// @title The use of a leaf in one word: own 96 | sponsored 96 | sole 64, from below
/// @notice Written by hand, since every payment reads and writes one, and the compiler would do so field by field.
library LeafUses {
    /// @notice The fields of a word.
    function unpack(uint256 word) internal pure returns (uint256 own, uint256 sponsored, uint256 sole) {
        return (uint96(word), uint96(word >> 96), word >> 192);
    }

    /// @notice The same as a struct.
    function read(uint256 word) internal pure returns (LeafUse memory use) {
        (use.own, use.sponsored, use.sole) = (uint96(word), uint96(word >> 96), uint64(word >> 192));
    }

    /// @notice The word of its fields; each must fit.
    function pack(uint256 own, uint256 sponsored, uint256 sole) internal pure returns (uint256) {
        return own | (sponsored << 96) | (sole << 192);
    }
}
