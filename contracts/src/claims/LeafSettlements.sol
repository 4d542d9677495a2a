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
import {Account, Book, LeafUse, MANY, Parts, Record} from "./libraries/IncidentState.sol";
import {LeafUses} from "./libraries/LeafUses.sol";
import {LeafLoss} from "./libraries/LeafLoss.sol";
import {Recipients} from "./libraries/Recipients.sol";
import {SumTree} from "./libraries/SumTree.sol";

/// @title What a granted list of losses pays, leaf by leaf
/// @notice A leaf is used up by what the account's own covers claim on it and by what sponsors' covers pay on it, in all
/// pools and by all roots of the event: together they are never more than the loss. An own cover is settled with the
/// account's consent only; a sponsor's needs none, so that what it merely claims, in a pool that cannot pay, uses up nothing.
library LeafSettlements {
    using BitMaps for BitMaps.BitMap;

    uint256 internal constant WAD = 1e18;
    /// @dev Protected account of a sponsor's cover.
    address internal constant EVERY_ACCOUNT = address(type(uint160).max);

    /// @dev One batch.
    struct Batch {
        uint256 incident;
        uint256 eventId;
        bytes32 risk;
        bytes32 root;
        uint256 lossSum;
        uint256 lossTime;
        uint256 openedAt;
        uint256 ratio;
        uint256 value;
        uint256 level;
        bool paidPartly;
        uint256 unit; // of the pool's asset
        uint256 grain;
        IPool pool;
        uint256 number;
        IListings.Terms terms;
        uint256 length;
        uint256 paid;
    }

    /// @dev A cover of the batch.
    struct Claimant {
        uint256 id;
        ICovers.Cover cover;
        address to;
        uint256 base;
        uint256 taken; // by this event of this cover
        uint256 remaining; // of the cover
        uint256 whole; // sponsor: what all leaves claim together
        uint256[] paid; // sponsor: what the accounts receive now
        uint256 count; // of them
    }

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
        Batch memory b;
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
    function open(Book storage book, Parts memory parts, Batch memory b, uint256 incident, uint256 id)
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
        Batch memory b,
        IPool.Payment[] memory payments,
        IIncidents.LeafClaim calldata claim
    ) private {
        requireProven(b, claim);
        Claimant memory c;
        if (!readCover(book, parts, b, c, claim.id)) return;
        (uint256 from, uint256 before) = (b.length, c.taken);
        if (c.cover.account == EVERY_ACCOUNT) {
            uint256 most = worthOf(b, b.lossSum);
            c.whole = LeafLoss.claimDown(c.base, b.ratio, b.terms.deductible, most);
            c.paid = new uint256[](claim.leaves.length);
            for (uint256 i; i < claim.leaves.length; ++i) {
                payLeaf(book, b, c, payments, claim.leaves[i]);
            }
            emitPaid(b.incident, c);
        } else {
            payOwn(book, parts, b, c, payments, claim);
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
    function requireProven(Batch memory b, IIncidents.LeafClaim calldata claim) private pure {
        (bytes32 root, uint256 lossSum) = SumTree.rootOf(claim.leaves, claim.proof);
        require(root == b.root, IIncidents.LeavesOfAnotherRoot(b.incident, b.root, root));
        require(lossSum == b.lossSum, IIncidents.LossSumMismatch(b.incident, b.lossSum, lossSum));
    }

    /// @dev False for a cover that was not in force, or was bought since.
    function readCover(Book storage book, Parts memory parts, Batch memory b, Claimant memory c, uint256 id)
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

    // -- Own covers ----------------------------------------------------------------------------------------------

    /// @dev What the account's own cover claims on its leaf; by claim, so that its top-ups always find room.
    function payOwn(
        Book storage book,
        Parts memory parts,
        Batch memory b,
        Claimant memory c,
        IPool.Payment[] memory payments,
        IIncidents.LeafClaim calldata claim
    ) private {
        IIncidents.Leaf calldata leaf = claim.leaves[0];
        require(
            claim.leaves.length == 1 && leaf.account == c.cover.account,
            IIncidents.LeafOfAnotherAccount(c.id, c.cover.account, leaf.account, claim.leaves.length)
        );
        // Else anyone uses up a stranger's loss by a cover that pays next to nothing.
        if (msg.sender != c.cover.account && !Recipients.isAgreed(parts, c.id, b.lossTime)) return;
        Account memory account;
        if (b.paidPartly) account = book.accounts[b.incident][c.id];
        IPool.Payment memory payment;
        uint256 more = claimOwn(book, b, c, leaf);
        if (account.paid < account.claim) (payment.settled, payment.paid) = (account.claim, account.paid);
        uint256 sum = account.claim + more;
        uint256 due = Math.fullMulDiv(sum, b.level, WAD);
        if (due <= account.paid && more == 0) return;
        (payment.claim, payment.payout) = (uint96(more), uint96(due - account.paid));
        payment.to = Recipients.ofNamed(parts, c.id, b.lossTime, c.cover.account, c.to);
        // What is paid in full at once needs a bit: `claimedInEvent` keeps it from being claimed again.
        if (b.level == WAD && account.claim == 0) book.settled[b.incident].set(c.id);
        else book.accounts[b.incident][c.id] = Account(uint96(sum), uint96(due));
        payments[b.length++] = payment;
        b.paid += payment.payout;
        emit IIncidents.CoverSettled(b.incident, c.id, payment.to, sum, payment.payout);
    }

    /// @dev What an own cover claims beyond what this event took of it; books it on the leaf.
    function claimOwn(Book storage book, Batch memory b, Claimant memory c, IIncidents.Leaf calldata leaf)
        private
        returns (uint256 more)
    {
        LeafUse memory use = LeafUses.read(book.leaves.uses[b.eventId][leaf.account]);
        // Of the use, what this cover took is its own.
        uint256 others = uint256(use.own) - c.taken + use.sponsored;
        if (b.paidPartly) others += book.leaves.outstanding[b.incident][b.number][leaf.account];
        uint256 left = Math.zeroFloorSub(worthOf(b, leaf.loss), others);
        more = LeafLoss.claimDown(c.base, b.ratio, b.terms.deductible, left);
        more = Math.min(Math.zeroFloorSub(more, c.taken), c.remaining);
        if (more == 0) return 0;
        use.own += uint96(more);
        book.leaves.uses[b.eventId][leaf.account] = LeafUses.pack(use.own, use.sponsored, use.sole);
        c.taken += more;
    }

    // -- Sponsors' covers ----------------------------------------------------------------------------------------

    /// @dev One event for all leaves of a claim; none if nobody is paid.
    function emitPaid(uint256 incident, Claimant memory c) private {
        uint256[] memory paid = c.paid;
        uint256 count = c.count;
        if (count == 0) return;
        assembly ("memory-safe") {
            mstore(paid, count) // only ever shorter than it was allocated
        }
        emit IIncidents.LeavesSettled(incident, c.id, paid);
    }

    /// @dev Pays a leaf its part of a sponsor's whole claim while the loss has room, where the pool pays, and always paid, in
    /// full and no other sponsor's cover claimed on it; else by `payShort`.
    function payLeaf(
        Book storage book,
        Batch memory b,
        Claimant memory c,
        IPool.Payment[] memory payments,
        IIncidents.Leaf calldata leaf
    ) private {
        address account = leaf.account;
        mapping(address => uint256) storage uses = book.leaves.uses[b.eventId];
        (uint256 own, uint256 paid, uint256 sole) = LeafUses.unpack(uses[account]);
        if (b.paidPartly || c.id >= MANY || (sole != 0 && sole != c.id)) {
            return payShort(book, b, c, payments, leaf);
        }
        uint256 loss = leaf.loss;
        uint256 more = Math.zeroFloorSub(LeafLoss.partDown(c.whole, loss, b.lossSum), paid);
        more = Math.min(more, Math.min(Math.zeroFloorSub(worthOf(b, loss), own + paid), c.remaining));
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
        Batch memory b,
        Claimant memory c,
        IPool.Payment[] memory payments,
        IIncidents.Leaf calldata leaf
    ) private {
        Part memory p;
        LeafUse memory use = LeafUses.read(book.leaves.uses[b.eventId][leaf.account]);
        p.use = use;
        uint256 room = Math.zeroFloorSub(worthOf(b, leaf.loss), uint256(use.own) + use.sponsored);
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
    function bookClaim(Book storage book, Batch memory b, uint256 id, Part memory p) private {
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
    function bookShort(Book storage book, Batch memory b, uint256 id, Part memory p, IPool.Payment memory payment)
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

    // -- Recoveries ----------------------------------------------------------------------------------------------

    /// @notice Credits accounts their part of what came back; see `IIncidents.claimRecoveredLeaves`.
    function claimRecovered(
        Book storage book,
        Parts memory parts,
        uint256 incident,
        IIncidents.LeafClaim calldata claim
    ) external returns (uint256 sum) {
        Batch memory b;
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
            sum += recoverLeaf(book, b, claim.id, claim.leaves[i], received, shortfall);
        }
        require(sum != 0, IIncidents.NothingToSettle(incident));
    }

    /// @dev A leaf's part of what came back that was not yet passed on, rounded down, while its loss has room; units.
    function recoverLeaf(
        Book storage book,
        Batch memory b,
        uint256 id,
        IIncidents.Leaf calldata leaf,
        uint256 received,
        uint256 shortfall
    ) private returns (uint256 amount) {
        Account memory account = book.leaves.accounts[b.incident][id][leaf.account];
        mapping(address => uint256) storage recovered = book.leaves.recovered[b.incident][id];
        uint256 due = Math.fullMulDiv(account.claim - account.paid, received, shortfall);
        LeafUse memory use = LeafUses.read(book.leaves.uses[b.eventId][leaf.account]);
        uint256 room = Math.zeroFloorSub(worthOf(b, leaf.loss), uint256(use.own) + use.sponsored);
        amount = Math.min(due - recovered[leaf.account], room);
        if (amount == 0) return 0;
        recovered[leaf.account] += amount;
        use.sponsored += uint96(amount);
        book.leaves.uses[b.eventId][leaf.account] = LeafUses.pack(use.own, use.sponsored, use.sole);
        emit IIncidents.LeafRecoveryShared(b.incident, id, leaf.account, amount);
        Recipients.credit(book, b.pool.asset(), leaf.account, amount);
    }

    /// @dev What a loss is worth, rounded down, units.
    function worthOf(Batch memory b, uint256 loss) private pure returns (uint256) {
        return LeafLoss.worthDown(loss, b.value, b.unit);
    }
}
