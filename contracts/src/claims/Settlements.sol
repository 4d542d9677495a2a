// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {ERC20} from "solady/tokens/ERC20.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {Account, Book, Parts, Record} from "./libraries/IncidentState.sol";
import {ProvenLoss} from "./libraries/ProvenLoss.sol";
import {Recipients} from "./libraries/Recipients.sol";

/// @title What a granted incident pays, cover by cover
/// @notice claim = max(0, min(base × ratio, proven loss) − base × deductible), of which the pool's level is paid. A cover
/// whose proof is missing is skipped, never settled at zero.
library Settlements {
    using BitMaps for BitMaps.BitMap;

    uint256 internal constant WAD = 1e18;

    /// @dev One batch.
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

    /// @notice Settles a batch; see `IIncidents.settle`.
    function settle(Book storage book, Parts memory parts, uint256 incident, uint256[] calldata ids)
        external
        returns (uint256 paid)
    {
        return settleAt(book, parts, incident, incident, type(uint256).max, ids);
    }

    /// @notice Settles a batch as of a raise; see `IIncidents.settleRaised`.
    function settleRaised(
        Book storage book,
        Parts memory parts,
        uint256 incident,
        uint256 raise,
        uint256[] calldata ids
    ) external returns (uint256 paid) {
        Record storage r = book.records[raise];
        // Never more in all than the later ruling: of this incident's share what lies below it.
        Record storage earlier = book.records[incident];
        require(
            raise != incident && r.eventId != 0 && r.eventId == earlier.eventId, IIncidents.NotARaise(incident, raise)
        );
        uint256 reached = r.ratio + earlier.share;
        uint256 most = reached > earlier.ratio ? reached - earlier.ratio : 0;
        return settleAt(book, parts, incident, raise, most, ids);
    }

    /// @dev Settles the covers of a batch that were in force at the time of loss of `timed`, an incident of the same event.
    /// @param most Cap on the share that is paid, WAD.
    function settleAt(
        Book storage book,
        Parts memory parts,
        uint256 incident,
        uint256 timed,
        uint256 most,
        uint256[] calldata ids
    ) private returns (uint256) {
        Record storage r = book.records[incident];
        require(r.status != IIncidents.Status.None, IIncidents.UnknownIncident(incident));
        bool granted = r.status == IIncidents.Status.Granted || r.status == IIncidents.Status.Closed;
        require(granted, IIncidents.WrongStatus(incident, r.status));
        require(ids.length != 0, IIncidents.NothingToSettle(incident));
        Batch memory b;
        (b.incident, b.risk, b.openedAt, b.ownTime) = (incident, r.risk, r.openedAt, r.lossTime);
        b.lossTime = book.records[timed].lossTime;
        b.terms = parts.listings.terms(r.listing);
        b.oneRuling = b.terms.eventWindow == 0;
        uint256 net = Math.zeroFloorSub(r.ratio, b.terms.deductible);
        (b.eventId, b.share) = b.oneRuling ? (incident, net) : (r.eventId, r.share);
        b.before = Math.zeroFloorSub(net, b.share);
        bool capped = most < b.share;
        if (capped) b.share = most;
        b.top = timed == incident
            ? Math.max(net, book.records[b.eventId].reached)
            : Math.zeroFloorSub(book.records[timed].ratio, b.terms.deductible);
        b.proven = b.terms.lossProof == IListings.LossProof.Holdings;
        if (b.proven) b.salvage = parts.lossProofs.termsOf(b.terms.proofTerms).salvage;
        b.number = ids[0] >> 40;
        b.pool = IPool(parts.covers.poolByNumber(b.number));
        require(address(b.pool) != address(0), IIncidents.CoverOfAnotherPool(ids[0], address(0)));
        b.level = b.pool.fund(incident);
        // More may be proven later.
        b.whole = b.level == WAD && !capped && !b.proven;
        if (!b.whole && !r.paidPartly) r.paidPartly = true;
        b.paidPartly = r.paidPartly;
        setUnits(b);

        IPool.Payment[] memory payments = new IPool.Payment[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            addPayment(book, parts, b, payments, ids[i]);
        }
        require(b.length != 0, IIncidents.NothingToSettle(incident));
        uint256 length = b.length;
        assembly ("memory-safe") {
            mstore(payments, length) // only ever shorter than it was allocated
        }
        // What is handed over is settled by the way: the reward stays with the account.
        uint256 forSettler = msg.sender == address(parts.salvage) ? 0 : b.terms.settlerReward;
        b.pool.pay(incident, b.risk, payments, [msg.sender, r.asserter], [forSettler, b.terms.finderReward]);
        return b.paid;
    }

    /// @dev Books what a cover receives now; skips it if that is nothing.
    function addPayment(
        Book storage book,
        Parts memory parts,
        Batch memory b,
        IPool.Payment[] memory payments,
        uint256 id
    ) private {
        require(id >> 40 == b.number, IIncidents.CoverOfAnotherPool(id, address(b.pool)));
        (ICovers.Cover memory cover, address to) = parts.covers.forSettlement(id, b.lossTime);
        bytes32 risk = RiskId.idOf(cover.listing, cover.key);
        require(risk == b.risk, IIncidents.CoverOfAnotherRisk(id, b.risk, risk));
        if (cover.start + b.terms.waiting > b.lossTime || b.lossTime >= cover.end) return;
        // Who was in force at the incident's own time of loss is paid by it, whatever another ruling says.
        bool own = cover.start + b.terms.waiting <= b.ownTime && b.ownTime < cover.end;
        if (own && b.lossTime != b.ownTime) return;
        if (cover.start >= b.openedAt) return; // bought since: its exposure is not in the reserve
        if (book.settled[b.incident].get(id)) return;
        // Else anyone uses up a stranger's holding, by a cover under terms of his own making, or in a token of no worth.
        bool asked = msg.sender == cover.account || msg.sender == address(parts.salvage);
        if (b.proven && !asked && !Recipients.isAgreed(parts, id)) return;

        Account memory account;
        if (b.paidPartly) account = book.accounts[b.incident][id];
        IPool.Payment memory payment;
        if (account.claim == 0 || b.proven || !b.oneRuling) {
            payment.claim = uint96(newClaim(book, parts, b, cover, id, account.claim));
        }
        if (payment.claim != 0) {
            payment.grains = uint64(grainsUp(book, b, id, account.claim, payment.claim));
            payment.runOff = uint16((uint256(cover.end) + b.terms.grace + 1 days - 1) / 1 days);
            parts.covers.reduce(id, payment.grains, b.lossTime);
        }
        if (account.paid < account.claim) (payment.settled, payment.paid) = (account.claim, account.paid);
        uint256 claim = uint256(account.claim) + payment.claim;
        uint256 due = Math.fullMulDiv(claim, b.level, WAD);
        if (due <= account.paid && payment.claim == 0) return;
        payment.payout = uint96(due - account.paid);
        payment.to = b.proven || b.terms.personal ? Recipients.ofProven(parts, id, cover.account, to) : to;

        if (b.whole) book.settled[b.incident].set(id);
        else book.accounts[b.incident][id] = Account(uint96(claim), uint96(due));
        payments[b.length++] = payment;
        b.paid += payment.payout;
        emit IIncidents.CoverSettled(b.incident, id, payment.to, claim, payment.payout);
    }

    /// @dev What a cover claims beyond `claimed`, rounded down, units; the base is never more than what remains for the
    /// time of loss, and what this event (or this ruling, where each is an event) took of it.
    function newClaim(
        Book storage book,
        Parts memory parts,
        Batch memory b,
        ICovers.Cover memory cover,
        uint256 id,
        uint256 claimed
    ) private returns (uint256 claim) {
        uint256 remaining = uint256(cover.amount) * b.grain;
        uint256 taken = b.oneRuling ? claimed : book.claimedInEvent[b.eventId][id];
        uint256 back = b.proven ? Math.divUp(taken, b.grain) * b.grain : taken;
        uint256 base = Math.min(remaining + back, uint256(cover.insured) * b.grain);
        claim = Math.zeroFloorSub(Math.fullMulDiv(base, b.share, WAD), claimed);
        if (claim > remaining) claim = remaining;
        if (b.proven && claim != 0) claim = provenClaim(parts, b, cover.account, id, claim, base, taken, claimed);
        if (claim != 0 && !b.oneRuling) book.claimedInEvent[b.eventId][id] += claim;
    }

    /// @dev Of a claim as much as was proven to be lost; it uses up the holding by the money claimed on it, in tokens: another
    /// listing's or pool's cover finds less.
    function provenClaim(
        Parts memory parts,
        Batch memory b,
        address account,
        uint256 id,
        uint256 claim,
        uint256 base,
        uint256 taken,
        uint256 claimed
    ) private returns (uint256) {
        ProvenLoss.Holding memory h = holdingOf(parts, b, account, id);
        (uint256 loss, uint256 left) = ProvenLoss.lossDown(h, rulingOf(b), base, taken);
        claim = Math.min(claim, Math.min(Math.zeroFloorSub(loss, claimed), left));
        if (claim != 0) {
            uint256 tokens = ProvenLoss.tokensUp(claim, h.value, h.unit, b.unit);
            parts.lossProofs.use(b.terms.proofTerms, account, b.lossTime, tokens);
        }
        return claim;
    }

    /// @dev What a claim takes off the amount that remains, grains. What is proven in parts takes no more of them than at
    /// once: else its base would shrink with each part, and the same holding be paid again, a part of a grain each time.
    function grainsUp(Book storage book, Batch memory b, uint256 id, uint256 claimed, uint256 claim)
        private
        view
        returns (uint256)
    {
        if (!b.proven) return Math.divUp(claim, b.grain);
        uint256 sum = b.oneRuling ? claimed + claim : book.claimedInEvent[b.eventId][id];
        return Math.divUp(sum, b.grain) - Math.divUp(sum - claim, b.grain);
    }

    // -- Holdings ------------------------------------------------------------------------------------------------

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

    /// @dev Units of a whole asset, and to a grain of it.
    function setUnits(Batch memory b) private view {
        uint256 digits = ERC20(b.pool.asset()).decimals();
        b.unit = 10 ** digits;
        b.grain = digits > 6 ? 10 ** (digits - 6) : 1;
    }
}
