// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

/// @title What a proven holding lost
/// @notice loss(N) = max(0, min(base × (N + d), handed × (N + d), worth × (N + d) − used by others) − base × d) at the net
/// share N, with the deductible d; it rises with N, so that a grant and its raises pay the same in any order. Units of the
/// pool's asset, ratios WAD. Source: docs/mechanism.md.
library ProvenLoss {
    uint256 internal constant WAD = 1e18;
    /// @dev Holdings above it are taken for it: no product of token units overflows.
    uint256 internal constant MOST_HELD = type(uint128).max;

    /// @notice What an account is proven to have held, units of the pool's asset.
    /// @param worth All of it, rounded down.
    /// @param handed What was handed over for this cover, where that is asked; else all. Rounded down.
    /// @param used What was paid on it already, rounded up.
    /// @param value Whole units of the asset per whole token, WAD.
    /// @param unit Smallest units per whole token.
    struct Holding {
        uint256 worth;
        uint256 handed;
        uint256 used;
        uint256 value;
        uint256 unit;
    }

    /// @notice What was ruled, WAD.
    /// @param before What earlier rulings on the event granted.
    /// @param share What this one adds.
    /// @param top What all of them granted.
    /// @param deductible Share of the base that the holder bears.
    struct Ruling {
        uint256 before;
        uint256 share;
        uint256 top;
        uint256 deductible;
    }

    /// @notice What a holding is worth, rounded down, units.
    /// @param held Smallest units of the token.
    /// @param assetUnit Units per whole asset.
    function worthDown(uint256 held, uint256 value, uint256 unit, uint256 assetUnit) internal pure returns (uint256) {
        return Math.fullMulDiv(Math.min(held, MOST_HELD), value * assetUnit, unit * WAD);
    }

    /// @notice The same, rounded up.
    function worthUp(uint256 held, uint256 value, uint256 unit, uint256 assetUnit) internal pure returns (uint256) {
        return Math.fullMulDivUp(Math.min(held, MOST_HELD), value * assetUnit, unit * WAD);
    }

    /// @notice Tokens that a claim uses up, rounded up, smallest units.
    function tokensUp(uint256 claim, uint256 value, uint256 unit, uint256 assetUnit) internal pure returns (uint256) {
        return Math.fullMulDivUp(claim, unit * WAD, value * assetUnit);
    }

    /// @notice What the holding lost by this ruling beyond the earlier ones of the event, and what is left of its loss by all
    /// of them, rounded down, units. Others may have used since what this cover was paid on by an earlier one.
    /// @param base What remains of the cover and what this event took of it.
    /// @param taken What this event took of it: of the use it is this cover's own.
    function lossDown(Holding memory h, Ruling memory r, uint256 base, uint256 taken)
        internal
        pure
        returns (uint256 loss, uint256 left)
    {
        uint256 others = Math.zeroFloorSub(h.used, taken);
        loss = _at(h, r.deductible, base, others, r.before + r.share) - _at(h, r.deductible, base, others, r.before);
        left = Math.zeroFloorSub(_at(h, r.deductible, base, others, r.top), taken);
    }

    /// @dev What others used is of the whole holding, not of what was handed over for this cover.
    function _at(Holding memory h, uint256 deductible, uint256 base, uint256 others, uint256 net)
        private
        pure
        returns (uint256 loss)
    {
        uint256 ratio = net + deductible;
        loss = Math.zeroFloorSub(Math.fullMulDiv(h.worth, ratio, WAD), others);
        loss = Math.min(loss, Math.fullMulDiv(Math.min(base, h.handed), ratio, WAD));
        loss = Math.zeroFloorSub(loss, Math.fullMulDivUp(base, deductible, WAD));
    }
}
