// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {Batches} from "./libraries/Batches.sol";
import {Book, Parts, Record} from "./libraries/IncidentState.sol";
import {LeafBatch, LeafBatches, LeafClaimant} from "./libraries/LeafBatches.sol";
import {LeafLoss} from "./libraries/LeafLoss.sol";
import {OwnLeaves} from "./libraries/OwnLeaves.sol";
import {SponsoredLeaves} from "./libraries/SponsoredLeaves.sol";
import {SumTree} from "./libraries/SumTree.sol";

/// @title What a granted list of losses pays, leaf by leaf
/// @notice A leaf is used up by what the account's own covers claim on it and by what sponsors' covers pay on it, in all
/// pools and by all roots of the event: together they are never more than the loss. An own cover is settled with the
/// account's consent only; a sponsor's needs none, so that what it merely claims, in a pool that cannot pay, uses up nothing.
library LeafSettlements {
    uint256 internal constant WAD = 1e18;
    /// @dev Protected account of a sponsor's cover.
    address internal constant EVERY_ACCOUNT = address(type(uint160).max);

    // -- Rule ----------------------------------------------------------------------------------------------------

    /// @notice What a grant on a list of losses adds to its event, and books the list. Each list is granted in full, since
    /// earlier ones may not be settled yet; one that was granted already only if its ratio rose.
    /// @return share WAD; zero if there is nothing to prove, or nothing new.
    /// @return most What the leaves are worth together, rounded up, units; zero if not yet known.
    function grant(Book storage book, Parts memory parts, uint256 incident, uint256 eventId, uint256 net)
        external
        returns (uint256 share, uint256 most)
    {
        Record storage r = book.records[incident];
        // With another sum the same root is another list, at most one of which proves anything.
        bytes32 losses = keccak256(abi.encode(r.root, r.lossSum));
        if (r.root == 0 || r.lossSum == 0 || net <= book.leaves.nets[eventId][losses]) return (0, 0);
        book.leaves.nets[eventId][losses] = net;
        (uint256 value, uint256 unit) = parts.lossProofs.valueOf(parts.listings.terms(r.listing).proofTerms, r.lossTime);
        if (value != 0) most = LeafLoss.worthUp(r.lossSum, value, unit);
        emit IIncidents.LossesGranted(incident, r.root, r.lossSum, most);
        return (net, most);
    }

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @notice Settles covers by leaves; see `IIncidents.settleLeaves`.
    function settle(Book storage book, Parts memory parts, uint256 incident, IIncidents.LeafClaim[] calldata claims)
        external
        returns (uint256)
    {
        require(claims.length != 0, IIncidents.NothingToSettle(incident));
        LeafBatch memory b;
        Record storage r = open(book, parts, b, incident, claims[0].id);
        uint256 leaves;
        for (uint256 i; i < claims.length; ++i) {
            leaves += claims[i].leaves.length;
        }
        IPool.Payment[] memory payments = new IPool.Payment[](leaves);
        for (uint256 i; i < claims.length; ++i) {
            addClaim(book, parts, b, payments, claims[i]);
        }
        uint256 length = b.length;
        require(length != 0, IIncidents.NothingToSettle(incident));
        assembly ("memory-safe") {
            mstore(payments, length) // only ever shorter than it was allocated
        }
        address[2] memory rewarded = [msg.sender, r.asserter];
        b.pool.pay(incident, b.risk, payments, rewarded, [uint256(b.terms.settlerReward), b.terms.finderReward]);
        return b.paid;
    }

    /// @dev What all claims of a batch share.
    function open(Book storage book, Parts memory parts, LeafBatch memory b, uint256 incident, uint256 id)
        private
        returns (Record storage r)
    {
        (r, b.terms) = Batches.granted(book, parts, incident, true);
        (b.incident, b.risk, b.root, b.lossSum) = (incident, r.risk, r.root, r.lossSum);
        (b.lossTime, b.openedAt, b.ratio) = (r.lossTime, r.openedAt, r.ratio);
        b.eventId = r.eventId == 0 ? incident : r.eventId;
        (b.value,) = parts.lossProofs.valueOf(b.terms.proofTerms, b.lossTime);
        require(b.value != 0, IIncidents.ValueNotProven(b.terms.proofTerms, b.lossTime));
        (b.pool, b.number) = Batches.poolOf(parts, id);
        (b.unit, b.grain) = Batches.unitsOf(b.pool);
        b.level = b.pool.fund(incident);
        if (b.level != WAD && !r.paidPartly) r.paidPartly = true;
        b.paidPartly = r.paidPartly;
    }

    /// @dev Books what a cover and its leaves receive now; skips it if that is nothing.
    function addClaim(
        Book storage book,
        Parts memory parts,
        LeafBatch memory b,
        IPool.Payment[] memory payments,
        IIncidents.LeafClaim calldata claim
    ) private {
        requireProven(b, claim);
        LeafClaimant memory c;
        if (!readCover(book, parts, b, c, claim.id)) return;
        (uint256 from, uint256 before, uint256 paid) = (b.length, c.taken, b.paid);
        if (c.cover.account == EVERY_ACCOUNT) {
            uint256 most = LeafBatches.worthDown(b, b.lossSum);
            c.whole = LeafLoss.claimDown(c.base, b.ratio, b.terms.deductible, most);
            c.paid = new uint256[](claim.leaves.length);
            for (uint256 i; i < claim.leaves.length; ++i) {
                SponsoredLeaves.payLeaf(book, b, c, payments, claim.leaves[i]);
            }
            SponsoredLeaves.emitPaid(b.incident, c, c.taken - before, b.paid - paid);
        } else {
            OwnLeaves.payOwn(book, parts, b, c, payments, claim);
        }
        if (c.taken == before) return;
        uint256 grains = Math.divUp(c.taken, b.grain) - Math.divUp(before, b.grain);
        // What is paid in parts takes no more grains of the cover than at once.
        if (grains != 0) {
            payments[from].grains = uint64(grains);
            payments[from].runOff = uint16((uint256(c.cover.end) + b.terms.grace + 1 days - 1) / 1 days);
            parts.covers.reduce(c.id, uint64(grains), b.lossTime);
        }
        book.claimedInEvent[b.eventId][c.id] = c.taken;
    }

    /// @dev The leaves are those of the ruled root, and all leaves of it sum up to what was ruled.
    function requireProven(LeafBatch memory b, IIncidents.LeafClaim calldata claim) private pure {
        (bytes32 root, uint256 lossSum) = SumTree.rootOf(claim.leaves, claim.proof);
        require(root == b.root, IIncidents.LeavesOfAnotherRoot(b.incident, b.root, root));
        require(lossSum == b.lossSum, IIncidents.LossSumMismatch(b.incident, b.lossSum, lossSum));
    }

    /// @dev False for a cover that was not in force, or was bought since.
    function readCover(Book storage book, Parts memory parts, LeafBatch memory b, LeafClaimant memory c, uint256 id)
        private
        view
        returns (bool)
    {
        require(id >> 40 == b.number, IIncidents.CoverOfAnotherPool(id, address(b.pool)));
        c.id = id;
        (c.cover, c.to) = parts.covers.forSettlement(id, b.lossTime);
        bytes32 risk = RiskId.idOf(c.cover.listing, c.cover.key);
        require(risk == b.risk, IIncidents.CoverOfAnotherRisk(id, b.risk, risk));
        if (c.cover.start + b.terms.waiting > b.lossTime || b.lossTime >= c.cover.end) return false;
        if (c.cover.start >= b.openedAt) return false; // its exposure is not in the reserve
        c.taken = book.claimedInEvent[b.eventId][id];
        uint256 back = Math.divUp(c.taken, b.grain) * b.grain;
        c.base = Math.min(uint256(c.cover.amount) * b.grain + back, uint256(c.cover.insured) * b.grain);
        // Not what is left in whole grains: the last leaf of many would lose the part of one.
        c.remaining = Math.zeroFloorSub(c.base, c.taken);
        return true;
    }

    // -- Recoveries ----------------------------------------------------------------------------------------------

    /// @notice Credits accounts their part of what came back; see `IIncidents.claimRecoveredLeaves`.
    function claimRecovered(
        Book storage book,
        Parts memory parts,
        uint256 incident,
        IIncidents.LeafClaim calldata claim
    ) external returns (uint256 sum) {
        LeafBatch memory b;
        Record storage r;
        (r, b.terms) = Batches.granted(book, parts, incident, true);
        (b.incident, b.root, b.lossSum, b.lossTime) = (incident, r.root, r.lossSum, r.lossTime);
        b.eventId = r.eventId == 0 ? incident : r.eventId;
        requireProven(b, claim);
        (b.value,) = parts.lossProofs.valueOf(b.terms.proofTerms, b.lossTime);
        (b.pool, b.number) = Batches.poolOf(parts, claim.id);
        (b.unit,) = Batches.unitsOf(b.pool);
        uint256 received = book.recoveries[incident][address(b.pool)].received;
        uint256 shortfall = b.pool.shortfallOf(incident);
        for (uint256 i; received != 0 && i < claim.leaves.length; ++i) {
            sum += SponsoredLeaves.recoverLeaf(book, b, claim.id, claim.leaves[i], received, shortfall);
        }
        require(sum != 0, IIncidents.NothingToSettle(incident));
    }
}
