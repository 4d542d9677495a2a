// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {Batches} from "./libraries/Batches.sol";
import {Account, Book, Parts, Record} from "./libraries/IncidentState.sol";
import {Batch, HoldingClaims} from "./libraries/HoldingClaims.sol";
import {Recipients} from "./libraries/Recipients.sol";

/// @title What a granted incident pays, cover by cover
/// @notice claim = max(0, min(base × ratio, proven loss) − base × deductible), of which the pool's level is paid. A cover
/// whose proof is missing is skipped, never settled at zero.
library Settlements {
    using BitMaps for BitMaps.BitMap;

    uint256 internal constant WAD = 1e18;

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
        Batch memory b;
        Record storage r;
        (r, b.terms) = Batches.granted(book, parts, incident, false);
        require(ids.length != 0, IIncidents.NothingToSettle(incident));
        (b.incident, b.risk, b.openedAt, b.ownTime) = (incident, r.risk, r.openedAt, r.lossTime);
        b.lossTime = book.records[timed].lossTime;
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
        (b.pool, b.number) = Batches.poolOf(parts, ids[0]);
        b.level = b.pool.fund(incident);
        // More may be proven later.
        b.whole = b.level == WAD && !capped && !b.proven;
        if (!b.whole && !r.paidPartly) r.paidPartly = true;
        b.paidPartly = r.paidPartly;
        (b.unit, b.grain) = Batches.unitsOf(b.pool);

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
        if (b.proven && !asked && !Recipients.isAgreed(parts, id, b.lossTime)) return;

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
        payment.to = b.proven || b.terms.personal ? Recipients.ofNamed(parts, id, b.lossTime, cover.account, to) : to;

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
        if (b.proven && claim != 0) {
            claim = HoldingClaims.take(parts, b, cover.account, id, claim, base, taken, claimed);
        }
        if (claim != 0 && !b.oneRuling) book.claimedInEvent[b.eventId][id] += claim;
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
}
