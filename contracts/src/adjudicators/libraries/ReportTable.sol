// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../interfaces/IReportTrigger.sol";

/// @title The table that makes a loss ratio of a report
library ReportTable {
    uint256 internal constant MAX_STEPS = 8;

    /// @notice Checks a table against its listing's terms.
    /// @param deductible Below every ratio, WAD: a step pays something.
    /// @param maxRatio At least every ratio, WAD.
    function isValid(IReportTrigger.Step[] calldata table, uint256 deductible, uint256 maxRatio)
        internal
        pure
        returns (bool)
    {
        uint256 length = table.length;
        if (length == 0 || length > MAX_STEPS) return false;
        if (table[0].ratio <= deductible || table[length - 1].ratio > maxRatio) return false;
        for (uint256 i = 0; i < length; ++i) {
            // A report of zeros must never pay.
            if (table[i].minValue == 0 && table[i].status == 0) return false;
            for (uint256 j = 0; j < i; ++j) {
                if (table[j].ratio > table[i].ratio || _covers(table[i], table[j])) return false;
                if (table[j].ratio == table[i].ratio && _covers(table[j], table[i])) return false;
            }
        }
        return true;
    }

    /// @notice The ratio of the highest step that a report reaches; zero if it reaches none.
    function ratioOf(IReportTrigger.Step[] storage table, uint256 value, uint256 distance, uint256 status)
        internal
        view
        returns (uint256)
    {
        for (uint256 i = table.length; i > 0;) {
            IReportTrigger.Step memory step = table[--i];
            if (
                value >= step.minValue && (step.maxDistance == 0 || distance <= step.maxDistance)
                    && (step.status == 0 || status == step.status)
            ) return step.ratio;
        }
        return 0;
    }

    /// @notice Reads an answer of three words: value, distance, status; not a report if one does not fit its bits.
    function decode(bytes calldata answer) internal pure returns (bool valid, uint96, uint64, uint8) {
        if (answer.length != 96) return (false, 0, 0, 0);
        (uint256 value, uint256 distance, uint256 status) = abi.decode(answer, (uint256, uint256, uint256));
        valid = value <= type(uint96).max && distance <= type(uint64).max && status <= type(uint8).max;
        return (valid, uint96(value), uint64(distance), uint8(status));
    }

    /// @dev Does every report that reaches `b` reach `a` too?
    function _covers(IReportTrigger.Step calldata a, IReportTrigger.Step calldata b) private pure returns (bool) {
        return a.minValue <= b.minValue && (a.status == 0 || a.status == b.status)
            && (a.maxDistance == 0 || (b.maxDistance != 0 && b.maxDistance <= a.maxDistance));
    }
}
