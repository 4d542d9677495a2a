// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IListings} from "../../cover/interfaces/IListings.sol";
import {IPool} from "../../pool/interfaces/IPool.sol";
import {Parts} from "./IncidentState.sol";
import {ProvenLoss} from "./ProvenLoss.sol";

/// @notice One batch of settlements without leaves.
struct Batch {
    uint256 incident;
    bytes32 risk;
    uint256 openedAt;
    uint256 ownTime;
    uint256 lossTime;
    uint256 before; // what earlier rulings on the event granted, WAD
    uint256 top; // what all of them granted, WAD; by a raise that was named: what it ruled
    uint256 share;
    uint256 eventId;
    bool oneRuling;
    bool paidPartly;
    bool whole; // whoever is paid now has got all that he can get
    bool proven; // the listing asks for a proof of holdings
    bool salvage;
    uint256 level;
    uint256 grain;
    uint256 unit; // of the pool's asset
    IPool pool;
    uint256 number;
    IListings.Terms terms;
    uint256 length;
    uint256 paid;
}

/// @title What a proven holding lets a cover claim
library HoldingClaims {
    /// @notice Of a claim as much as was proven to be lost; it uses up the holding by the money claimed on it, in tokens: another
    /// listing's or pool's cover finds less.
    function take(
        Parts memory parts,
        Batch memory b,
        address account,
        uint256 id,
        uint256 claim,
        uint256 base,
        uint256 taken,
        uint256 claimed
    ) internal returns (uint256) {
        ProvenLoss.Holding memory h = holdingOf(parts, b, account, id);
        (uint256 loss, uint256 left) = ProvenLoss.lossDown(h, rulingOf(b), base, taken);
        claim = Math.min(claim, Math.min(Math.zeroFloorSub(loss, claimed), left));
        if (claim != 0) {
            uint256 tokens = ProvenLoss.tokensUp(claim, h.value, h.unit, b.unit);
            parts.lossProofs.use(b.terms.proofTerms, account, b.lossTime, tokens);
        }
        return claim;
    }

    /// @dev Zero if nothing is proven yet, or nothing was handed over where that is asked.
    function holdingOf(Parts memory parts, Batch memory b, address account, uint256 id)
        private
        view
        returns (ProvenLoss.Holding memory h)
    {
        (bool known, uint256 held, uint256 used, uint256 value, uint256 unit) =
            parts.lossProofs.holdingOf(b.terms.proofTerms, account, b.lossTime);
        if (!known || value == 0) return h;
        (h.value, h.unit) = (value, unit);
        h.worth = ProvenLoss.worthDown(held, value, unit, b.unit);
        h.handed = h.worth;
        if (b.salvage) {
            uint256 handed = Math.min(held, parts.salvage.handedOf(b.eventId, id));
            h.handed = ProvenLoss.worthDown(handed, value, unit, b.unit);
        }
        h.used = ProvenLoss.worthUp(used, value, unit, b.unit);
    }

    function rulingOf(Batch memory b) private pure returns (ProvenLoss.Ruling memory) {
        return ProvenLoss.Ruling(b.before, b.share, b.top, b.terms.deductible);
    }
}
