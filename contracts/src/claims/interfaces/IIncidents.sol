// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {ILossProofs} from "./ILossProofs.sol";
import {ISalvage} from "./ISalvage.sol";

/// @title Incidents: opened, ruled, settled cover by cover, closed; one incident serves all pools
/// @notice Opening, ruling and closing are numbered entries of the journal. A pool takes no deposit, sells nothing and
/// pays no exit before it has stepped past the newest entry; `Incidents` itself never loops over pools. Ratios are WAD,
/// times unix seconds. Nothing here can be paused, and settlement needs no role.
interface IIncidents {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice Where an incident stands.
    enum Status {
        None,
        Open,
        Granted,
        Denied,
        Lapsed,
        Closed
    }

    /// @notice What a journal entry tells the pools.
    enum Entry {
        Opened,
        Granted,
        Dismissed,
        Lapsed,
        Closed
    }

    /// @notice What somebody says of a risk.
    /// @param listing Listing number.
    /// @param key Key of the risk; zero for a listing without keys.
    /// @param lossTime Unix seconds of the loss.
    /// @param ratio Loss ratio before the deductible, WAD.
    /// @param root Root of the sum tree of the losses; zero where the listing needs none.
    /// @param lossSum Sum of its leaves, 1e-18 units of account; zero without a root.
    /// @param evidence CID or other reference of the evidence; kept in the event.
    /// @param pool A pool that has sold cover on this risk.
    struct Assertion {
        uint32 listing;
        bytes32 key;
        uint32 lossTime;
        uint64 ratio;
        bytes32 root;
        uint128 lossSum;
        bytes evidence;
        address pool;
    }

    /// @notice An incident.
    /// @param risk Id of the risk: the listing number, or keccak256(listing, key) where there is a key.
    /// @param listing Listing number.
    /// @param status Where it stands.
    /// @param openedAt Unix seconds of the opening.
    /// @param lossTime Unix seconds of the loss.
    /// @param ratio Loss ratio: as asserted until ruled, then as granted (WAD, before the deductible).
    /// @param share What this incident grants of each amount insured: the ratio less the deductible, less what earlier
    /// rulings on the same event granted, WAD.
    /// @param ruledAt Unix seconds of the grant; zero before.
    /// @param deadline Unix seconds after which it lapses to the second adjudicator, or ends.
    /// @param second True once the second adjudicator decides.
    /// @param eventId The first granted incident of the same event; zero until granted.
    /// @param asserter Who opened it; the finder if it is granted.
    /// @param bond Bond held, units of the listing's bond token.
    /// @param root Root of the losses as asserted or, once granted, as ruled.
    /// @param lossSum Sum of its leaves, 1e-18 units of account.
    struct Incident {
        bytes32 risk;
        uint32 listing;
        Status status;
        uint32 openedAt;
        uint32 lossTime;
        uint64 ratio;
        uint64 share;
        uint32 ruledAt;
        uint32 deadline;
        bool second;
        uint40 eventId;
        address asserter;
        uint96 bond;
        bytes32 root;
        uint128 lossSum;
    }

    /// @notice A loss, as a ruled root lists it.
    /// @param account Who lost.
    /// @param loss What he lost, 1e-18 units of account.
    struct Leaf {
        address account;
        uint128 loss;
    }

    /// @notice A node beside the path of a proof.
    /// @param hash Its hash; zero where there are no leaves.
    /// @param sum Sum of the leaves below it, 1e-18 units of account.
    struct LeafNode {
        bytes32 hash;
        uint128 sum;
    }

    /// @notice Proof of leaves that stand side by side.
    /// @param first Place of the first one, from 0.
    /// @param depth Depth of the tree, which has 2^depth places.
    /// @param nodes Nodes beside the path, level by level from below, the left one first.
    struct LeafProof {
        uint256 first;
        uint256 depth;
        LeafNode[] nodes;
    }

    /// @notice A cover with the leaves on which it claims: its protected account's, or any of a sponsor's.
    /// @param id Cover.
    /// @param leaves Leaves side by side in the ruled tree.
    /// @param proof Their proof.
    struct LeafClaim {
        uint256 id;
        Leaf[] leaves;
        LeafProof proof;
    }

    /// @notice A journal entry as a pool needs it.
    /// @param kind What happened.
    /// @param incident Incident number.
    /// @param risk Id of the risk.
    /// @param share Opened: the largest share of the amount insured that may be granted. Granted: the share granted.
    /// @param time Opened: unix seconds of the loss. Lapsed: unix seconds until which the risk stays frozen, so that it can
    /// be asserted again.
    /// @param window Opened: seconds around a granted loss that count as the same event; zero: each ruling is an event.
    /// @param most Granted: the most that all covers of a pool can claim, units of the listing's one asset; zero: no bound
    /// but the share.
    struct JournalEntry {
        Entry kind;
        uint256 incident;
        bytes32 risk;
        uint256 share;
        uint256 time;
        uint256 window;
        uint256 most;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice An incident was opened, by a bonded assertion or by a trigger.
    event IncidentOpened(
        uint256 indexed incident,
        uint256 indexed listing,
        bytes32 indexed key,
        address asserter,
        uint256 lossTime,
        uint256 ratio,
        bytes32 root,
        uint256 deadline,
        bytes evidence
    );
    /// @notice An incident was granted: `share` of each amount insured is paid, for the event `eventId`.
    event IncidentGranted(uint256 indexed incident, uint256 indexed eventId, uint256 ratio, uint256 share);
    /// @notice A list of losses was asserted: the root of its tree, and the sum of its leaves, 1e-18 units of account.
    event LossesAsserted(uint256 indexed incident, bytes32 indexed root, uint256 lossSum);
    /// @notice A list of losses was granted. `most`: what its leaves are worth together, units; zero if not yet known.
    event LossesGranted(uint256 indexed incident, bytes32 indexed root, uint256 lossSum, uint256 most);
    /// @notice The sponsor's cover that `LeavesSettled` names next claimed `claim` for the first time, units; emitted only where
    /// that is not what it pays, as while its pool is short.
    event LeavesClaimed(uint256 indexed incident, uint256 indexed id, uint256 claim);
    /// @notice A sponsor's cover paid leaves: a word each, payout << 160 | account, units. One event for all, since an event a
    /// leaf would cost a twentieth of its payment.
    event LeavesSettled(uint256 indexed incident, uint256 indexed id, uint256[] payments);
    /// @notice An account got its part, by a sponsor's cover, of what came back; units, to be collected.
    event LeafRecoveryShared(uint256 indexed incident, uint256 indexed id, address indexed account, uint256 amount);
    /// @notice The facts of an incident were denied, or recovered from before they were proven; the bond is forfeited.
    event IncidentDenied(uint256 indexed incident, uint256 forfeited);
    /// @notice The first adjudicator stayed silent: the second one decides until `deadline`.
    event IncidentPassedOn(uint256 indexed incident, address indexed adjudicator, uint256 deadline);
    /// @notice Both adjudicators stayed silent: the bond returns, and the loss may be asserted again.
    event IncidentLapsed(uint256 indexed incident);
    /// @notice A cover was paid for an incident. `claim` is what it is owed in all, `payout` what was sent now, units.
    event CoverSettled(uint256 indexed incident, uint256 indexed id, address indexed to, uint256 claim, uint256 payout);
    /// @notice Money came back for an incident: a part for holders whom the pool paid short, the rest for the pool. Units.
    event Recovered(uint256 indexed incident, address indexed pool, address payer, uint256 forHolders, uint256 forPool);
    /// @notice A cover got its part of what came back, units, to be collected.
    event RecoveryShared(uint256 indexed incident, uint256 indexed id, uint256 amount);
    /// @notice The settlement window of an incident ended; what is left streams back to the pools.
    event IncidentClosed(uint256 indexed incident);
    /// @notice A bond or fee became collectable, units of `token` (zero: the chain's own coin).
    event Credited(address indexed token, address indexed account, uint256 amount);
    /// @notice A bond or fee was collected.
    event Collected(address indexed token, address indexed account, uint256 amount);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice There is no incident of this number.
    error UnknownIncident(uint256 incident);
    /// @notice The incident is not in the state that this call needs.
    error WrongStatus(uint256 incident, Status status);
    /// @notice This listing is opened by its trigger only, or by assertions only.
    error OnlyAdjudicator(address caller, address adjudicator);
    /// @notice The listing takes no assertions: it has no bond.
    error AssertionsNotTaken(uint256 listing);
    /// @notice This listing takes bonded assertions: no trigger opens it.
    error TriggersNotTaken(uint256 listing);
    /// @notice No cover on this risk was ever sold by that pool.
    error NeverSold(bytes32 risk, address pool);
    /// @notice The time of loss lies in the future or before the grace period, unix seconds.
    error LossTimeOutOfBounds(uint256 lossTime, uint256 earliest, uint256 latest);
    /// @notice The asserted ratio must be above the deductible and at most the listing's largest, WAD.
    error RatioOutOfBounds(uint256 ratio, uint256 deductible, uint256 maxRatio);
    /// @notice The fee for opening by a trigger is `expected` wei.
    error WrongFee(uint256 sent, uint256 expected);
    /// @notice The bond token moved another amount than asked.
    error BondNotReceived(uint256 received, uint256 expected);
    /// @notice The adjudicator has not ruled yet.
    error NotRuled(uint256 incident);
    /// @notice The deadline has not passed yet, unix seconds.
    error DeadlineNotPassed(uint256 deadline, uint256 timestamp);
    /// @notice The settlement window is still open, unix seconds.
    error SettlementOpen(uint256 closes, uint256 timestamp);
    /// @notice `open` incidents on the risk are undecided: they may raise what was granted.
    error RaisePending(bytes32 risk, uint256 open);
    /// @notice The cover is on another risk than the incident.
    error CoverOfAnotherRisk(uint256 id, bytes32 expected, bytes32 actual);
    /// @notice The covers of one call must belong to one pool.
    error CoverOfAnotherPool(uint256 id, address pool);
    /// @notice `raise` is no later grant of the same event.
    error NotARaise(uint256 incident, uint256 raise);
    /// @notice No cover of the batch has anything to receive now.
    error NothingToSettle(uint256 incident);
    /// @notice Losses under this listing are asserted by root and sum: either is missing, or was given to one without.
    error RootMismatch(uint256 listing, bytes32 root, uint256 lossSum);
    /// @notice Covers under this listing are settled by leaves (`settleLeaves`), or have none.
    error SettledByLeaves(uint256 incident, bool leaves);
    /// @notice What the losses are worth at this time of loss was not proven yet (`LossProofs.proveValue`).
    error ValueNotProven(bytes32 proofTerms, uint256 lossTime);
    /// @notice The leaf is not the protected account's; a cover of one account takes one leaf.
    error LeafOfAnotherAccount(uint256 id, address expected, address actual, uint256 leaves);
    /// @notice The leaves do not fit into a tree of this depth, or there are none.
    error LeavesOutOfTree(uint256 first, uint256 count, uint256 depth);
    /// @notice The proof lacks nodes.
    error LeafProofTooShort(uint256 given);
    /// @notice The proof has more nodes than are needed.
    error LeafProofTooLong(uint256 given, uint256 needed);
    /// @notice The leaves belong to another root than the ruled one.
    error LeavesOfAnotherRoot(uint256 incident, bytes32 expected, bytes32 actual);
    /// @notice The leaves of the root sum up to something else than what was ruled: none of them can be proven.
    error LossSumMismatch(uint256 incident, uint256 ruled, uint256 actual);
    /// @notice No pool of the protocol.
    error UnknownPool(address pool);
    /// @notice Nothing arrived.
    error NothingRecovered(uint256 incident);
    /// @notice There is nothing to collect.
    error NothingToCollect(address token, address account);

    // -- Open ----------------------------------------------------------------------------------------------------

    /// @notice Asserts a loss against the listing's bond; stops sales on that risk in every pool until it is ruled.
    /// @return incident Number of the incident, from 1.
    function assertLoss(Assertion calldata assertion) external returns (uint256 incident);

    /// @notice Opens an incident that a trigger has seen begin. Caller: the listing's adjudicator, which passes on the
    /// fee (`TRIGGER_FEE` wei: nobody floods the journal for less than it costs the pools to step). The fee returns to
    /// `finder` if the incident is granted.
    function openTriggered(uint256 listing, bytes32 key, uint256 lossTime, address finder, address pool)
        external
        payable
        returns (uint256 incident);

    // -- Rule ----------------------------------------------------------------------------------------------------

    /// @notice Takes the adjudicator's ruling into the journal. Anyone; calls no pool.
    function rule(uint256 incident) external;

    /// @notice Past the deadline: passes the incident to the second adjudicator; if it too was silent (or reverts), or
    /// there is none, returns the bond, and losses since then can be asserted for what was left of the grace period.
    /// Anyone.
    function lapse(uint256 incident) external;

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @notice Pays every cover of the batch that was in force at the time of loss, or the difference if the funding
    /// rose since it was last paid. Anyone, in any order; covers already paid, or bought since the opening, are skipped;
    /// under a proof of loss also those whose account did not consent to the owner, unless the account itself calls.
    /// @param incident A granted incident.
    /// @param ids Covers of one pool, on the incident's risk.
    /// @return paid Units sent or kept for collection, in all.
    function settle(uint256 incident, uint256[] calldata ids) external returns (uint256 paid);

    /// @notice Like `settle`, for covers that were in force at the time of `raise`, a later grant of the same event, but
    /// not at the incident's own. They receive no more than `raise` ruled, and the rest if a higher one is named later;
    /// those bought since the incident was opened have no part in it.
    function settleRaised(uint256 incident, uint256 raise, uint256[] calldata ids) external returns (uint256 paid);

    /// @notice Pays covers under a listing whose losses are ruled as a root, each on leaves of that root: a cover of one
    /// account by its leaf, max(0, min(base × ratio, what is left of the loss) − base × deductible), to whom it pays; a
    /// sponsor's cover (account `EVERY_ACCOUNT`) by any leaves, pro rata of all, each to its account. Or the difference if
    /// the funding rose. Anyone, in any order; covers of one account need its consent, or its own call. Covers and leaves
    /// with nothing to receive are skipped. Rounded down. Errors: `LeavesOfAnotherRoot`, `LossSumMismatch` and others.
    /// @param claims Covers of one pool, on the incident's risk, with their leaves.
    /// @return paid Units sent or kept for collection, in all.
    function settleLeaves(uint256 incident, LeafClaim[] calldata claims) external returns (uint256 paid);

    /// @notice Takes money that came back, from a thief or an estate, for what a pool paid: first to its holders who were
    /// paid short (by lifting the level while the incident is paid, by `claimRecovered` afterwards), then to the pool, to
    /// which it streams in. Anyone; the caller has approved `amount` units of the pool's asset.
    /// @return forHolders Units kept for holders of a finished incident; the rest went to the pool.
    function recover(uint256 incident, address pool, uint256 amount) external returns (uint256 forHolders);

    /// @notice Credits covers that stayed short when their incident was finished with their part of what was recovered
    /// since, in proportion to what each lacks; `collect` sends it. Anyone; covers of one pool.
    /// @return sum Units credited, rounded down for each cover.
    function claimRecovered(uint256 incident, uint256[] calldata ids) external returns (uint256 sum);

    /// @notice The same for the accounts of a sponsor's cover: each gets its part of what the cover stayed short of on it, at
    /// most what is left of its loss. Anyone.
    /// @return sum Units credited, rounded down for each account.
    function claimRecoveredLeaves(uint256 incident, LeafClaim calldata claim) external returns (uint256 sum);

    /// @notice Closes a granted incident after the settlement window, and once its event cannot be raised any more. Anyone.
    function close(uint256 incident) external;

    /// @notice Sends a returned bond or fee, or a forfeited one, to its account. Anyone.
    function collect(address token, address account) external returns (uint256 amount);

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice The incident of this number.
    function incidentOf(uint256 incident) external view returns (Incident memory);

    /// @notice Number of incidents opened; they are numbered 1 to `count`.
    function count() external view returns (uint256);

    /// @notice Length of the journal, and how many incidents on the risk are open (not yet ruled).
    function head(bytes32 risk) external view returns (uint256 length, uint256 open);

    /// @notice Journal entries `from` to `from + max − 1`, or to the newest.
    function entries(uint256 from, uint256 max) external view returns (JournalEntry[] memory);

    /// @notice Length of the journal.
    function journalLength() external view returns (uint256);

    /// @notice Proves holdings, values them and keeps what was paid on them.
    function LOSS_PROOFS() external view returns (ILossProofs);

    /// @notice Takes distressed tokens against payouts.
    function SALVAGE() external view returns (ISalvage);

    /// @notice What was claimed by a cover under an incident and what was paid on it, units; `done` if in full (never under
    /// a listing with a proof of holdings: more may be proven).
    function settlementOf(uint256 incident, uint256 id) external view returns (uint256 claim, uint256 paid, bool done);

    /// @notice What was used of an account's loss in an event, by all roots, pools and covers; units of the listing's asset.
    /// @return own Claimed by covers of this account.
    /// @return sponsored Paid by sponsors' covers.
    function leafUseOf(uint256 eventId, address account) external view returns (uint256 own, uint256 sponsored);

    /// @notice What a sponsor's cover claimed on an account's loss in an event, units.
    function leafClaimOf(uint256 eventId, uint256 id, address account) external view returns (uint256);

    /// @notice Protected account of a sponsor's cover: all that a ruled root lists.
    function EVERY_ACCOUNT() external view returns (address);

    /// @notice What `account` can collect, units of `token` (zero: wei).
    function creditOf(address token, address account) external view returns (uint256);
}
