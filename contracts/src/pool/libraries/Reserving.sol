// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {RiskId} from "../../cover/libraries/RiskId.sol";
import {Capital} from "./Capital.sol";
import {ExposureBook} from "./ExposureBook.sol";
import {Funding} from "./Funding.sol";
import {PoolState, RiskReserve} from "./PoolState.sol";
import {Solvency} from "./Solvency.sol";

/// @title A risk's one reserve, and what follows from it: the pool's open reserve and the net exposure of groups
library Reserving {
    using Solvency for Solvency.Class;

    uint256 private constant WAD = 1e18;

    /// @dev Stores a risk's reserve and what follows from it: the open reserve of the pool and the net exposure.
    function setReserve(
        PoolState storage s,
        bytes32 id,
        uint256 exposure,
        uint256 newExposure,
        RiskReserve memory old,
        RiskReserve memory reserve
    ) internal {
        // Covers that another incident has paid can claim no more than what is left of them.
        if (reserve.open > newExposure) reserve.open = uint64(newExposure);
        s.reserves.open = uint64(s.reserves.open + openGrains(reserve) - openGrains(old));
        (uint256 beyond, uint256 before) = (beyondGrains(newExposure, reserve), beyondGrains(exposure, old));
        if (beyond != before) s.openBeyond = s.openBeyond + beyond - before;
        s.riskReserves[id] = reserve;
        moveNet(s, s.risks[id].group, Capital.netOf(exposure, old), Capital.netOf(newExposure, reserve));
    }

    /// @dev Moves what the requirement counts of a risk from `before` to `afterwards`, grains.
    function moveNet(PoolState storage s, uint256 group, uint256 before, uint256 afterwards) internal {
        if (before == afterwards) return;
        uint256 net = s.groups[group].net;
        uint256 next = net + afterwards - before;
        Solvency.Class memory class = s.classes[group >> 56];
        Solvency.Totals memory totals = s.totals;
        class.move(totals, net, next);
        s.groups[group].net = uint64(next);
        s.classes[group >> 56] = class;
        s.totals = totals;
    }

    /// @dev Takes exposure off the listing's, the group's and the adjudicator's books, grains.
    function lowerExposure(PoolState storage s, bytes32 id, ExposureBook.Risk memory risk, uint256 amount) internal {
        if (amount == 0) return;
        s.groups[risk.group].gross -= uint64(amount);
        if (RiskId.isKeyed(id)) s.backings[risk.listing].exposure -= uint64(amount);
        s.adjudicators[s.adjudicatorOf[risk.listing]].exposure -= uint64(amount);
    }

    /// @dev The level of a grant that entered with a cohort, WAD.
    function levelOf(PoolState storage s, uint256 cohort) internal view returns (uint256) {
        if (cohort == 0) return WAD;
        uint256 place = Funding.find(s.stack, s.reserves.cohorts, cohort);
        return place == 0 ? WAD : s.stack.cohorts[place - 1].level;
    }

    /// @dev What the open incidents of a risk may take beyond what is granted, grains.
    function openGrains(RiskReserve memory reserve) internal pure returns (uint256) {
        return reserve.open > reserve.granted ? reserve.open - reserve.granted : 0;
    }

    /// @dev What the open incidents of a risk may be granted beyond `openGrains`, grains: grants on one risk are not capped
    /// together, and the money is shared with all that may still be granted, so that no order of rulings matters.
    function beyondGrains(uint256 exposure, RiskReserve memory reserve) internal pure returns (uint256) {
        uint256 each = reserve.most > reserve.open ? reserve.most : reserve.open;
        uint256 sum = (each < exposure ? each : exposure) * reserve.openCount;
        if (reserve.window != 0) {
            // Losses of different events lie more than a window apart.
            uint256 events = Math.max(1, Math.divUp(reserve.last - reserve.first, reserve.window));
            sum = Math.min(sum, Math.zeroFloorSub(events * reserve.most, reserve.raised));
        }
        return reserve.openCount == 0 ? 0 : Math.zeroFloorSub(sum, openGrains(reserve));
    }

    function copy(RiskReserve memory r) internal pure returns (RiskReserve memory c) {
        c = RiskReserve(
            r.open,
            r.granted,
            r.base,
            r.openCount,
            r.unsettled,
            r.frozenUntil,
            r.most,
            r.raised,
            r.first,
            r.last,
            r.window
        );
    }
}
