// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IPool} from "../../pool/interfaces/IPool.sol";
import {IIncidents} from "../interfaces/IIncidents.sol";
import {Account, Book, LeafUse, MANY} from "./IncidentState.sol";
import {LeafBatch, LeafBatches, LeafClaimant} from "./LeafBatches.sol";
import {LeafLoss} from "./LeafLoss.sol";
import {LeafUses} from "./LeafUses.sol";
import {Recipients} from "./Recipients.sol";

/// @title What a sponsor's cover pays on the leaves of a list, and passes on of what came back for them
library SponsoredLeaves {
    uint256 internal constant WAD = 1e18;

    /// @dev A leaf of a sponsor's cover: what was used of it, what this cover claimed on it in the event and under this
    /// incident, and what it gets now.
    struct Part {
        address to;
        LeafUse use;
        Account account;
        uint256 outstanding;
        uint256 claimed;
        uint256 more;
        uint256 topUp;
        uint256 payout;
    }

    /// @notice One event for all leaves of a claim; none if nobody is paid. One more where what is claimed is not what is paid.
    function emitPaid(uint256 incident, LeafClaimant memory c, uint256 claim, uint256 sum) internal {
        uint256[] memory paid = c.paid;
        uint256 count = c.count;
        if (count == 0) return;
        if (claim != sum) emit IIncidents.LeavesClaimed(incident, c.id, claim);
        assembly ("memory-safe") {
            mstore(paid, count) // only ever shorter than it was allocated
        }
        emit IIncidents.LeavesSettled(incident, c.id, paid);
    }

    /// @notice Pays a leaf its part of a sponsor's whole claim while the loss has room, where the pool pays, and always paid, in
    /// full and no other sponsor's cover claimed on it; else by `payShort`.
    function payLeaf(
        Book storage book,
        LeafBatch memory b,
        LeafClaimant memory c,
        IPool.Payment[] memory payments,
        IIncidents.Leaf calldata leaf
    ) internal {
        address account = leaf.account;
        mapping(address => uint256) storage uses = book.leaves.uses[b.eventId];
        (uint256 own, uint256 paid, uint256 sole) = LeafUses.unpack(uses[account]);
        if (b.paidPartly || c.id >= MANY || (sole != 0 && sole != c.id)) {
            return payShort(book, b, c, payments, leaf);
        }
        uint256 loss = leaf.loss;
        uint256 more = Math.zeroFloorSub(LeafLoss.partDown(c.whole, loss, b.lossSum), paid);
        more = Math.min(more, Math.min(Math.zeroFloorSub(LeafBatches.worthDown(b, loss), own + paid), c.remaining));
        if (more == 0) return;
        uses[account] = LeafUses.pack(own, paid + more, c.id);
        (c.taken, c.remaining) = (c.taken + more, c.remaining - more);
        IPool.Payment memory payment = payments[b.length++];
        (payment.to, payment.claim, payment.payout) = (account, uint96(more), uint96(more));
        b.paid += more;
        c.paid[c.count++] = (more << 160) | uint160(account);
    }

    /// @dev Pays a leaf its part of a sponsor's whole claim, and what a short pool owed it, while the loss has room.
    function payShort(
        Book storage book,
        LeafBatch memory b,
        LeafClaimant memory c,
        IPool.Payment[] memory payments,
        IIncidents.Leaf calldata leaf
    ) private {
        Part memory p;
        LeafUse memory use = LeafUses.read(book.leaves.uses[b.eventId][leaf.account]);
        p.use = use;
        uint256 room = Math.zeroFloorSub(LeafBatches.worthDown(b, leaf.loss), uint256(use.own) + use.sponsored);
        if (room == 0) return;
        p.to = leaf.account;
        if (b.paidPartly) {
            p.account = book.leaves.accounts[b.incident][c.id][leaf.account];
            p.outstanding = book.leaves.outstanding[b.incident][b.number][leaf.account];
        }
        p.claimed = claimedBy(book, b.eventId, c.id, leaf.account, use);
        // All that a pool's covers claim on a leaf stays below it: else the reserve would not suffice.
        uint256 free = Math.min(Math.zeroFloorSub(room, p.outstanding), c.remaining);
        p.more = Math.min(Math.zeroFloorSub(LeafLoss.partDown(c.whole, leaf.loss, b.lossSum), p.claimed), free);
        uint256 due = Math.fullMulDiv(p.account.claim, b.level, WAD);
        p.topUp = Math.min(due - p.account.paid, room);
        p.payout = p.topUp + Math.fullMulDiv(p.account.claim + p.more, b.level, WAD) - due;
        if (p.payout == 0 && p.more == 0) return;

        IPool.Payment memory payment = payments[b.length++];
        (payment.to, payment.claim, payment.payout) = (p.to, uint96(p.more), uint96(p.payout));
        if (p.more != 0) bookClaim(book, b, c.id, p);
        if (b.paidPartly) bookShort(book, b, c.id, p, payment);
        use.sponsored += uint96(p.payout);
        book.leaves.uses[b.eventId][p.to] = LeafUses.pack(use.own, use.sponsored, use.sole);
        (c.taken, c.remaining) = (c.taken + p.more, c.remaining - p.more);
        b.paid += p.payout;
        c.paid[c.count++] = (p.payout << 160) | uint160(p.to);
    }

    /// @dev What a sponsor's cover claimed on a leaf in an event.
    function claimedBy(Book storage book, uint256 eventId, uint256 id, address account, LeafUse memory use)
        private
        view
        returns (uint256)
    {
        if (use.sole == MANY) return book.leaves.claims[eventId][id][account];
        return use.sole == id ? use.sponsored : 0;
    }

    /// @dev Books the claims of a sponsor's cover on a leaf: none of its own while it is the only one and paid in full.
    function bookClaim(Book storage book, LeafBatch memory b, uint256 id, Part memory p) private {
        LeafUse memory use = p.use;
        if (b.level == WAD && p.account.claim == 0 && id < MANY && (use.sole == 0 || use.sole == id)) {
            use.sole = uint64(id);
            return;
        }
        mapping(uint256 => mapping(address => uint256)) storage claims = book.leaves.claims[b.eventId];
        if (use.sole != MANY) {
            if (use.sole != 0) claims[use.sole][p.to] = use.sponsored;
            use.sole = MANY;
        }
        claims[id][p.to] = p.claimed + p.more;
    }

    /// @dev Books a leaf of a pool that is, or was, short. What has no room stays with the pool as unpaid.
    function bookShort(Book storage book, LeafBatch memory b, uint256 id, Part memory p, IPool.Payment memory payment)
        private
    {
        Account memory account = p.account;
        (uint256 claim, uint256 paid) = (account.claim + p.more, account.paid + p.payout);
        if (b.level == WAD) {
            uint256 settled = account.paid + p.topUp;
            if (settled != 0) (payment.settled, payment.paid) = (uint96(settled), account.paid);
            (claim, paid) = (account.claim - settled, 0);
        }
        uint256 unpaid = p.outstanding + (claim - paid) - (account.claim - account.paid);
        if (account.claim != claim || account.paid != paid) {
            book.leaves.accounts[b.incident][id][p.to] = Account(uint96(claim), uint96(paid));
        }
        if (unpaid != p.outstanding) book.leaves.outstanding[b.incident][b.number][p.to] = unpaid;
    }

    /// @notice A leaf's part of what came back that was not yet passed on, rounded down, while its loss has room; units.
    function recoverLeaf(
        Book storage book,
        LeafBatch memory b,
        uint256 id,
        IIncidents.Leaf calldata leaf,
        uint256 received,
        uint256 shortfall
    ) internal returns (uint256 amount) {
        Account memory account = book.leaves.accounts[b.incident][id][leaf.account];
        mapping(address => uint256) storage recovered = book.leaves.recovered[b.incident][id];
        uint256 due = Math.fullMulDiv(account.claim - account.paid, received, shortfall);
        LeafUse memory use = LeafUses.read(book.leaves.uses[b.eventId][leaf.account]);
        uint256 room = Math.zeroFloorSub(LeafBatches.worthDown(b, leaf.loss), uint256(use.own) + use.sponsored);
        amount = Math.min(due - recovered[leaf.account], room);
        if (amount == 0) return 0;
        recovered[leaf.account] += amount;
        use.sponsored += uint96(amount);
        book.leaves.uses[b.eventId][leaf.account] = LeafUses.pack(use.own, use.sponsored, use.sole);
        emit IIncidents.LeafRecoveryShared(b.incident, id, leaf.account, amount);
        Recipients.credit(book, b.pool.asset(), leaf.account, amount);
    }
}
