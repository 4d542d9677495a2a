// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IAdjudicator} from "../adjudicators/interfaces/IAdjudicator.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {ILossProofs} from "./interfaces/ILossProofs.sol";
import {ISalvage} from "./interfaces/ISalvage.sol";
import {EventBook} from "./libraries/EventBook.sol";
import {Account, Book, MANY, Parts, Record} from "./libraries/IncidentState.sol";
import {LeafUses} from "./libraries/LeafUses.sol";
import {Recipients} from "./libraries/Recipients.sol";
import {LeafSettlements} from "./LeafSettlements.sol";
import {Recoveries} from "./Recoveries.sol";
import {Settlements} from "./Settlements.sol";

/// @title Incidents: opened, ruled, settled cover by cover, closed; one incident serves all pools
/// @notice Nothing here can be paused and settlement needs no role. `rule` calls no pool: pools step through the journal
/// when they next act. Storage slots: an incident is three (four with a bond), a journal entry one.
contract Incidents is IIncidents, ReentrancyGuardTransient {
    using BitMaps for BitMaps.BitMap;
    using EventBook for EventBook.Event[];
    using SafeTransferLib for address;

    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev kind 8 | incident 40 | share 64 | granted: most 96; else time 32 | window 32
    struct Line {
        Entry kind;
        uint40 incident;
        uint64 share;
        uint144 data;
    }

    /// @dev What a risk's incidents leave behind.
    struct RiskState {
        uint32 open;
        uint32 since; // losses since then may be asserted until `until`: grace stood still while adjudicators were silent
        uint32 until;
        uint32 lastGrant; // unix seconds of the last grant, where events can be raised
    }

    /// @notice Seconds from the ruling until an incident may be closed.
    uint256 public constant SETTLEMENT_WINDOW = 30 days;
    /// @notice Wei that opening by a trigger costs; it returns if the incident is granted.
    uint256 public constant TRIGGER_FEE = 0.002 ether;
    /// @inheritdoc IIncidents
    address public constant EVERY_ACCOUNT = LeafSettlements.EVERY_ACCOUNT;
    uint256 private constant WAD = 1e18;

    // -- Immutables ----------------------------------------------------------------------------------------------

    IListings private immutable LISTINGS;
    ICovers private immutable COVERS;
    /// @inheritdoc IIncidents
    ILossProofs public immutable LOSS_PROOFS;
    /// @inheritdoc IIncidents
    ISalvage public immutable SALVAGE;

    // -- Storage -------------------------------------------------------------------------------------------------

    /// @inheritdoc IIncidents
    uint256 public count;
    Line[] private journal;
    Book private book;
    mapping(bytes32 => RiskState) private risks;
    mapping(bytes32 => EventBook.Event[]) private events;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IListings listings, ICovers covers, ILossProofs lossProofs, ISalvage salvage) {
        (LISTINGS, COVERS, LOSS_PROOFS, SALVAGE) = (listings, covers, lossProofs, salvage);
    }

    // -- Open ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IIncidents
    function assertLoss(Assertion calldata a) external nonReentrant returns (uint256 incident) {
        IListings.Terms memory terms = LISTINGS.terms(a.listing);
        require(terms.bond != 0, AssertionsNotTaken(a.listing));
        require(
            a.ratio > terms.deductible && a.ratio <= terms.maxRatio,
            RatioOutOfBounds(a.ratio, terms.deductible, terms.maxRatio)
        );
        bool byLeaves = terms.lossProof == IListings.LossProof.Merkle;
        require(byLeaves == (a.lossSum != 0) && (!byLeaves || a.root != 0), RootMismatch(a.listing, a.root, a.lossSum));
        incident = open(terms, a.listing, a.key, a.lossTime, a.pool);
        Record storage r = book.records[incident];
        (r.ratio, r.asserter, r.bond) = (a.ratio, msg.sender, terms.bond);
        if (a.root != 0) r.root = a.root;
        if (byLeaves) r.lossSum = a.lossSum;
        emitOpened(incident, a.key, a.evidence);
        if (byLeaves) emit LossesAsserted(incident, a.root, a.lossSum);

        uint256 before = terms.bondToken.balanceOf(address(this));
        terms.bondToken.safeTransferFrom(msg.sender, address(this), terms.bond);
        uint256 received = terms.bondToken.balanceOf(address(this)) - before;
        require(received == terms.bond, BondNotReceived(received, terms.bond));
    }

    /// @inheritdoc IIncidents
    function openTriggered(uint256 listing, bytes32 key, uint256 lossTime, address finder, address pool)
        external
        payable
        nonReentrant
        returns (uint256 incident)
    {
        IListings.Terms memory terms = LISTINGS.terms(listing);
        require(msg.sender == terms.adjudicator, OnlyAdjudicator(msg.sender, terms.adjudicator));
        require(terms.bond == 0, TriggersNotTaken(listing));
        require(msg.value == TRIGGER_FEE, WrongFee(msg.value, TRIGGER_FEE));
        incident = open(terms, listing, key, lossTime, pool);
        Record storage r = book.records[incident];
        (r.asserter, r.bond) = (finder, uint96(msg.value));
        emitOpened(incident, key, "");
    }

    // -- Rule ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IIncidents
    function rule(uint256 incident) external nonReentrant {
        Record storage r = book.records[incident];
        requireStatus(incident, r.status, Status.Open);
        IListings.Terms memory terms = LISTINGS.terms(r.listing);
        IAdjudicator.Ruling memory ruling =
            IAdjudicator(r.second ? terms.secondAdjudicator : terms.adjudicator).ruling(incident);
        require(ruling.verdict != IAdjudicator.Verdict.Pending, NotRuled(incident));
        if (ruling.verdict == IAdjudicator.Verdict.Denied) deny(incident, r, terms, ruling.fee);
        else grant(incident, r, terms, ruling);
    }

    /// @inheritdoc IIncidents
    function lapse(uint256 incident) external nonReentrant {
        Record storage r = book.records[incident];
        requireStatus(incident, r.status, Status.Open);
        require(block.timestamp > r.deadline, DeadlineNotPassed(r.deadline, block.timestamp));
        IListings.Terms memory terms = LISTINGS.terms(r.listing);
        if (!r.second && terms.secondAdjudicator != address(0)) {
            uint32 deadline = secondDeadline(terms.secondAdjudicator, incident);
            if (deadline != 0) {
                (r.second, r.deadline) = (true, deadline);
                emit IncidentPassedOn(incident, terms.secondAdjudicator, deadline);
                return;
            }
        }
        r.status = Status.Lapsed;
        RiskState storage state = risks[r.risk];
        --state.open;
        // Grace stood still while nobody answered: what was left of it at the opening is left now.
        uint256 last = r.lastTime == 0 ? uint256(r.lossTime) + terms.grace : r.lastTime;
        uint256 until = block.timestamp + last - r.openedAt;
        if (state.until < block.timestamp || r.lossTime < state.since) state.since = r.lossTime;
        if (state.until < until) state.until = uint32(until);
        journal.push(Line(Entry.Lapsed, uint40(incident), 0, uint32(until)));
        emit IncidentLapsed(incident);
        Recipients.credit(book, bondToken(terms), r.asserter, r.bond);
    }

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @inheritdoc IIncidents
    function settle(uint256 incident, uint256[] calldata ids) external nonReentrant returns (uint256 paid) {
        return Settlements.settle(book, parts(), incident, ids);
    }

    /// @inheritdoc IIncidents
    function settleRaised(uint256 incident, uint256 raise, uint256[] calldata ids)
        external
        nonReentrant
        returns (uint256 paid)
    {
        return Settlements.settleRaised(book, parts(), incident, raise, ids);
    }

    /// @inheritdoc IIncidents
    function settleLeaves(uint256 incident, LeafClaim[] calldata claims) external nonReentrant returns (uint256 paid) {
        return LeafSettlements.settle(book, parts(), incident, claims);
    }

    /// @inheritdoc IIncidents
    function recover(uint256 incident, address pool, uint256 amount)
        external
        nonReentrant
        returns (uint256 forHolders)
    {
        return Recoveries.recover(book, parts(), incident, pool, amount);
    }

    /// @inheritdoc IIncidents
    function claimRecovered(uint256 incident, uint256[] calldata ids) external nonReentrant returns (uint256 sum) {
        return Recoveries.claimRecovered(book, parts(), incident, ids);
    }

    /// @inheritdoc IIncidents
    function claimRecoveredLeaves(uint256 incident, LeafClaim calldata claim)
        external
        nonReentrant
        returns (uint256 sum)
    {
        return LeafSettlements.claimRecovered(book, parts(), incident, claim);
    }

    /// @inheritdoc IIncidents
    function close(uint256 incident) external nonReentrant {
        Record storage r = book.records[incident];
        requireStatus(incident, r.status, Status.Granted);
        (uint256 ruledAt, uint256 raisable) = lastRuling(r);
        uint256 closes = Math.max(ruledAt + SETTLEMENT_WINDOW, raisable);
        require(block.timestamp >= closes, SettlementOpen(closes, block.timestamp));
        r.status = Status.Closed;
        journal.push(Line(Entry.Closed, uint40(incident), 0, 0));
        emit IncidentClosed(incident);
    }

    /// @inheritdoc IIncidents
    function collect(address token, address account) external nonReentrant returns (uint256 amount) {
        amount = book.credits[token][account];
        require(amount != 0, NothingToCollect(token, account));
        delete book.credits[token][account];
        emit Collected(token, account, amount);
        if (token == address(0)) account.safeTransferETH(amount);
        else token.safeTransfer(account, amount);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IIncidents
    function incidentOf(uint256 incident) external view returns (Incident memory) {
        Record memory r = book.records[incident];
        require(r.status != Status.None, UnknownIncident(incident));
        if (r.eventId == 0 && (r.status == Status.Granted || r.status == Status.Closed)) {
            uint64 deductible = LISTINGS.terms(r.listing).deductible;
            (r.share, r.eventId) = (r.ratio > deductible ? r.ratio - deductible : 0, uint40(incident));
        }
        return Incident({
            risk: r.risk,
            listing: r.listing,
            status: r.status,
            openedAt: r.openedAt,
            lossTime: r.lossTime,
            ratio: r.ratio,
            share: r.share,
            ruledAt: r.ruledAt,
            deadline: r.deadline,
            second: r.second,
            eventId: r.eventId,
            asserter: r.asserter,
            bond: r.bond,
            root: r.root,
            lossSum: r.lossSum
        });
    }

    /// @inheritdoc IIncidents
    function head(bytes32 risk) external view returns (uint256 length, uint256 open_) {
        return (journal.length, risks[risk].open);
    }

    /// @inheritdoc IIncidents
    function journalLength() external view returns (uint256) {
        return journal.length;
    }

    /// @inheritdoc IIncidents
    function entries(uint256 from, uint256 max) external view returns (JournalEntry[] memory list) {
        uint256 length = journal.length;
        uint256 amount = from < length ? Math.min(length - from, max) : 0;
        list = new JournalEntry[](amount);
        for (uint256 i; i < amount; ++i) {
            Line memory line = journal[from + i];
            bytes32 risk = book.records[line.incident].risk;
            list[i] = JournalEntry(line.kind, line.incident, risk, line.share, 0, 0, 0);
            // What a grant can cost at most takes the place of the times that the others have.
            if (line.kind == Entry.Granted) list[i].most = line.data;
            else (list[i].time, list[i].window) = (uint32(line.data), line.data >> 32);
        }
    }

    /// @inheritdoc IIncidents
    function settlementOf(uint256 incident, uint256 id) external view returns (uint256 claim, uint256 paid, bool done) {
        Account memory account = book.accounts[incident][id];
        return (account.claim, account.paid, book.settled[incident].get(id));
    }

    /// @inheritdoc IIncidents
    function leafUseOf(uint256 eventId, address account) external view returns (uint256 own, uint256 sponsored) {
        (own, sponsored,) = LeafUses.unpack(book.leaves.uses[eventId][account]);
    }

    /// @inheritdoc IIncidents
    function leafClaimOf(uint256 eventId, uint256 id, address account) external view returns (uint256) {
        (, uint256 sponsored, uint256 sole) = LeafUses.unpack(book.leaves.uses[eventId][account]);
        if (sole == MANY) return book.leaves.claims[eventId][id][account];
        return sole == id ? sponsored : 0;
    }

    /// @inheritdoc IIncidents
    function creditOf(address token, address account) external view returns (uint256) {
        return book.credits[token][account];
    }

    // -- Internal: open and rule ---------------------------------------------------------------------------------

    /// @dev Books an incident and stops sales on its risk.
    function open(IListings.Terms memory terms, uint256 listing, bytes32 key, uint256 lossTime, address pool)
        private
        returns (uint256 incident)
    {
        bytes32 risk = RiskId.idOf(listing, key);
        require(COVERS.numberOf(pool) != 0 && IPool(pool).everSold(risk), NeverSold(risk, pool));
        RiskState storage state = risks[risk];
        uint256 graceFrom = block.timestamp > terms.grace ? block.timestamp - terms.grace : 0;
        uint256 earliest = block.timestamp < state.until ? Math.min(state.since, graceFrom) : graceFrom;
        require(
            lossTime >= earliest && lossTime <= block.timestamp,
            LossTimeOutOfBounds(lossTime, earliest, block.timestamp)
        );
        incident = ++count;
        ++state.open;
        Record storage r = book.records[incident];
        (r.risk, r.listing, r.status) = (risk, uint32(listing), Status.Open);
        (r.openedAt, r.lossTime) = (uint32(block.timestamp), uint32(lossTime));
        if (lossTime < graceFrom) r.lastTime = state.until;
        pushOpened(terms, incident, lossTime);
        r.deadline = deadlineOf(terms.adjudicator, incident);
    }

    /// @dev Each list of losses is granted in full, as if it were an event of its own.
    function pushOpened(IListings.Terms memory terms, uint256 incident, uint256 lossTime) private {
        uint256 window = terms.lossProof == IListings.LossProof.Merkle ? 0 : terms.eventWindow;
        uint64 share = terms.maxRatio - terms.deductible;
        journal.push(Line(Entry.Opened, uint40(incident), share, uint144(lossTime | (window << 32))));
    }

    /// @dev Event of an opening, from what is stored.
    function emitOpened(uint256 incident, bytes32 key, bytes memory evidence) private {
        Record storage r = book.records[incident];
        emit IncidentOpened(incident, r.listing, key, r.asserter, r.lossTime, r.ratio, r.root, r.deadline, evidence);
    }

    /// @dev Asked once and stored; bounded, so that every incident ends.
    function deadlineOf(address adjudicator, uint256 incident) private view returns (uint32) {
        return uint32(Math.min(IAdjudicator(adjudicator).deadline(incident), block.timestamp + 365 days));
    }

    /// @dev The same of a second adjudicator, whom nobody approved: zero if it does not answer. Whatever it returns, or
    /// burns, the incident ends: 1/64 of the gas is left, and no more than 64 bytes are copied.
    function secondDeadline(address adjudicator, uint256 incident) private view returns (uint32) {
        bytes memory call = abi.encodeCall(IAdjudicator.deadline, (incident));
        (bool success, bytes32 answer,) = LowLevelCall.staticcallReturn64Bytes(adjudicator, call);
        if (!success || LowLevelCall.returnDataSize() < 32) return 0;
        return uint32(Math.min(uint256(answer), block.timestamp + 365 days));
    }

    /// @dev When `r` was ruled, or something that may raise it; and from when on no grant on its event can be asserted
    /// that raises it. None may be undecided.
    function lastRuling(Record storage r) private view returns (uint256 ruledAt, uint256 raisable) {
        IListings.Terms memory terms = LISTINGS.terms(r.listing);
        if (terms.eventWindow == 0) return (r.ruledAt, 0);
        RiskState memory state = risks[r.risk];
        require(state.open == 0, RaisePending(r.risk, state.open));
        // In that very second it may still be asserted: the second after it is the first that is too late.
        raisable =
            Math.max(uint256(book.records[r.eventId].lossTime) + terms.eventWindow + terms.grace + 1, state.until);
        return (Math.max(r.ruledAt, state.lastGrant), raisable);
    }

    /// @dev A denial binds only the facts of its incident.
    function deny(uint256 incident, Record storage r, IListings.Terms memory terms, uint256 fee) private {
        r.status = Status.Denied;
        --risks[r.risk].open;
        journal.push(Line(Entry.Dismissed, uint40(incident), 0, 0));
        emit IncidentDenied(incident, r.bond);
        creditBond(r, terms, LISTINGS.treasury(), fee);
    }

    /// @dev A grant on an event that was granted before can only raise it: the difference is its share.
    function grant(uint256 incident, Record storage r, IListings.Terms memory terms, IAdjudicator.Ruling memory ruling)
        private
    {
        uint256 ratio = ruling.ratio < terms.maxRatio ? ruling.ratio : terms.maxRatio;
        uint256 net = ratio > terms.deductible ? ratio - terms.deductible : 0;
        uint256 eventId = incident;
        uint256 before;
        if (terms.eventWindow != 0) {
            (eventId, before) = events[r.risk].raise(incident, r.lossTime, net, terms.eventWindow, terms.grace);
        }
        uint256 share = net > before ? net - before : 0;
        uint256 most;
        r.status = Status.Granted;
        if (ruling.root != 0) r.root = ruling.root;
        if (terms.lossProof == IListings.LossProof.Merkle) {
            // A sum that no leaves can have proves nothing.
            if (ruling.root != 0) r.lossSum = ruling.lossSum > type(uint128).max ? 0 : uint128(ruling.lossSum);
            (share, most) = LeafSettlements.grant(book, parts(), incident, eventId, net);
        }
        (r.ratio, r.ruledAt) = (uint64(ratio), uint32(block.timestamp));
        // Where each ruling is an event of its own both follow from what is stored anyway.
        if (terms.eventWindow != 0) (r.share, r.eventId) = (uint64(share), uint40(eventId));
        if (eventId != incident && share != 0) book.records[eventId].reached = uint64(net);
        RiskState storage state = risks[r.risk];
        --state.open;
        if (terms.eventWindow != 0) state.lastGrant = uint32(block.timestamp);
        Entry kind = share == 0 ? Entry.Dismissed : Entry.Granted;
        journal.push(Line(kind, uint40(incident), uint64(share), uint96(most)));
        emit IncidentGranted(incident, eventId, ratio, share);
        creditBond(r, terms, r.asserter, ruling.fee);
    }

    /// @dev The adjudicator's fee out of a bond first, the rest to whom the ruling gives it; a trigger's fee has no part
    /// for it.
    function creditBond(Record storage r, IListings.Terms memory terms, address to, uint256 fee) private {
        uint256 bond = r.bond;
        if (terms.bond == 0) fee = 0;
        else if (fee > bond) fee = bond;
        Recipients.credit(book, bondToken(terms), r.second ? terms.secondAdjudicator : terms.adjudicator, fee);
        Recipients.credit(book, bondToken(terms), to, bond - fee);
    }

    /// @dev Bonds are the listing's token, the fees of triggers the chain's own coin.
    function bondToken(IListings.Terms memory terms) private pure returns (address) {
        return terms.bond == 0 ? address(0) : terms.bondToken;
    }

    function parts() private view returns (Parts memory) {
        return Parts(LISTINGS, COVERS, LOSS_PROOFS, SALVAGE);
    }

    function requireStatus(uint256 incident, Status status, Status needed) private pure {
        require(status != Status.None, UnknownIncident(incident));
        require(status == needed, WrongStatus(incident, status));
    }
}
