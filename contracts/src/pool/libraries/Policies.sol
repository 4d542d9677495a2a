// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {ICovers} from "../../cover/interfaces/ICovers.sol";
import {RiskId} from "../../cover/libraries/RiskId.sol";
import {IPool} from "../interfaces/IPool.sol";
import {Config, Curve, KeyedStream, PoolState, RiskReserve} from "./PoolState.sol";
import {Pricing} from "./Pricing.sol";
import {Streams} from "./Streams.sol";

/// @title What every change of a cover has in common
/// @notice A cover can be changed by its owner, or whom he approved, until it ends, and never while its risk is frozen.
library Policies {
    /// @notice A cover of this pool that has not ended and is not used up, its owner, and whether the caller may change it.
    function coverOf(Config memory c, uint256 id)
        internal
        view
        returns (ICovers.Cover memory cover, address owner, bool authorised)
    {
        require(id >> 40 == c.number, IPool.CoverOfAnother(id));
        (cover, owner, authorised) = c.covers.forChange(id, msg.sender);
        require(block.timestamp < cover.end, IPool.CoverEnded(id, cover.end));
        require(cover.amount != 0, IPool.NothingLeft(id));
    }

    /// @notice Leaves behind what a loss has taken of a cover: its premium flows on to the pool as it did, untouched by
    /// any change of the rest.
    function dropLost(ICovers.Cover memory cover) internal pure {
        if (cover.amount == cover.insured) return;
        cover.rate = uint80(uint256(cover.rate) * cover.amount / cover.insured);
        cover.insured = cover.amount;
    }

    /// @notice Reverts while an incident on the risk is open, or granted and not closed, in this pool.
    function requireThawed(PoolState storage s, bytes32 risk) internal view {
        RiskReserve storage reserve = s.riskReserves[risk];
        require(reserve.openCount == 0 && reserve.unsettled == 0, IPool.RiskFrozen(risk));
    }

    /// @notice Days on which the premium of a cover starts and ends to flow.
    function edgesOf(PoolState storage s, bytes32 risk, ICovers.Cover memory cover, uint256 waiting)
        internal
        view
        returns (uint256 start, uint256 end)
    {
        if (!RiskId.isKeyed(risk)) return Streams.edgesUp(cover.start + waiting, cover.end);
        KeyedStream memory keyed = s.keyedStreams[risk];
        // The premium of a personal risk runs with the cover.
        if (keyed.end == 0) return Streams.edgesUp(cover.start + waiting, cover.end);
        return (keyed.start, keyed.end);
    }

    /// @notice The level of k, drifted up to now, WAD per year.
    function levelOf(PoolState storage s) internal view returns (uint256) {
        Curve memory curve = s.curve;
        return Pricing.driftedLevel(curve.level, curve.utilisation, block.timestamp - curve.moved);
    }

    /// @notice Lets k drift on from here, at the utilisation that this change leaves.
    /// @param level What `levelOf` says.
    /// @param scr Requirement after the change, grains.
    /// @param b Backing of the price, grains.
    function moveCurve(PoolState storage s, uint256 level, uint256 scr, uint256 b) internal {
        Curve memory curve = s.curve;
        (curve.level, curve.moved) = (uint64(level), uint32(block.timestamp));
        curve.utilisation = uint64(Pricing.utilisationDown(scr, b));
        s.curve = curve;
    }
}
