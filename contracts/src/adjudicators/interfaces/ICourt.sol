// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./IAdjudicator.sol";
import {IEvidence} from "./IEvidence.sol";

/// @title Court: staked assessors commit and reveal an award, with an appeal to an arbitrator outside
/// @notice A bonded assertion (`IIncidents.assertLoss`) becomes a case: evidence, answers, secret commits, reveals with the
/// hash of a written reason, then the stake-weighted lower median of what was revealed. Anyone may appeal to the ERC-792
/// arbitrator that the listing names, who chooses among nothing, the award and the amount claimed. Whoever was far from
/// the *final* ruling pays those who were near it; not to reveal costs more than to be wrong.
///
/// A case has the number of its incident. Awards are billionths of the ratio asserted, so that "all of it" is exact:
/// 0 to `FULL`. Weights are grains of stake, 1e-9 token, as of the second before the incident was opened (before the case
/// was, where the court is the second adjudicator). Times are unix seconds; shares are basis points (bp).
///
/// Trusted, for safety: that more than half of the revealed stake is honest, or else the arbitrator; that `setStakeValue`
/// is roughly right. For liveness: that somebody opens the case in time, and takes the ruling in.
interface ICourt is IAdjudicator, IEvidence {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What a version of the court fixes; a listing keeps the version in force when it was created.
    /// @param minStake Least weight that may commit, grains.
    /// @param quorum Share of all stake that must have revealed, bp.
    /// @param minAssessors Fewest assessors who must have revealed.
    /// @param tolerance Awards no farther than this from the final one are near it, billionths.
    /// @param wrongSlash Part of the weight that a far award costs, bp.
    /// @param silentSlash Part of the weight that not revealing costs, bp; above `wrongSlash`.
    /// @param feeShare Part of the bond that the assessors near the ruling share, bp.
    /// @param multiple An award on more than `multiple` × the revealed stake must be appealed to stand.
    /// @param openTime Seconds after the assertion in which the case can be opened.
    /// @param appealTime Seconds after the reveals in which the award can be appealed.
    /// @param evidenceTime Seconds in which evidence is taken.
    /// @param answerTime Seconds after that in which it is answered.
    /// @param commitTime Seconds in which assessors commit.
    /// @param revealTime Seconds in which they reveal.
    struct Parameters {
        uint64 minStake;
        uint16 quorum;
        uint8 minAssessors;
        uint32 tolerance;
        uint16 wrongSlash;
        uint16 silentSlash;
        uint16 feeShare;
        uint16 multiple;
        uint24 openTime;
        uint24 appealTime;
        // -- slot
        uint24 evidenceTime;
        uint24 answerTime;
        uint24 commitTime;
        uint24 revealTime;
    }

    /// @notice Who hears appeals of a listing's cases.
    /// @param arbitrator The ERC-792 arbitrator.
    /// @param arbitrationTime Seconds that it has; past them the award stands.
    /// @param repayShare Part of the bond, bp, that repays who paid a mandatory appeal, or one that changed the award.
    /// @param extraData What the arbitrator is told of how to judge (Kleros: subcourt and number of jurors).
    struct Config {
        address arbitrator;
        uint32 arbitrationTime;
        uint16 repayShare;
        bytes extraData;
    }

    /// @notice A case.
    /// @param commitFrom Unix seconds of the first commit; evidence and answers before.
    /// @param commitTime Seconds in which assessors commit.
    /// @param revealTime Seconds after that in which they reveal.
    /// @param snapshot Unix seconds as of which weights count.
    /// @param seats Revealed votes that count, at most `MAX_SEATS`.
    /// @param committed Weight of all who committed, grains.
    /// @param revealed Weight of the seats, grains.
    /// @param second True if the court decides as the second adjudicator.
    /// @param pool The pool named at the opening; whoever holds its shares is refused at commit.
    /// @param amount What the pools counted so far may have to pay, in grains of stake.
    /// @param version Version of the parameters.
    /// @param yesOrNo True if a root was asserted: awards are nothing or everything.
    /// @param settled True once slashes and fees were booked.
    /// @param appellant Who paid the first appeal; zero: nobody did.
    /// @param arbitrateUntil Unix seconds until which the arbitrator's ruling counts.
    /// @param ruled True once the arbitrator ruled.
    /// @param choice What it ruled: 0 refused, 1 nothing, 2 the award, 3 the amount claimed.
    /// @param dispute The dispute's number at the arbitrator.
    struct Case {
        uint32 commitFrom;
        uint24 commitTime;
        uint24 revealTime;
        uint32 snapshot;
        uint8 seats;
        uint64 committed;
        uint64 revealed;
        bool second;
        // -- slot
        address pool;
        uint64 amount;
        uint16 version;
        bool yesOrNo;
        bool settled;
        // -- slot
        address appellant;
        uint32 arbitrateUntil;
        bool ruled;
        uint8 choice;
        // -- slot
        uint256 dispute;
    }

    /// @notice A revealed vote.
    /// @param voter The assessor.
    /// @param weight His weight, grains; zero if it was voided.
    /// @param award Billionths of the ratio asserted.
    struct Vote {
        address voter;
        uint64 weight;
        uint32 award;
    }

    /// @notice What somebody has at stake in the court. Grains.
    /// @param staked Counts in later cases.
    /// @param leaving Asked back; counts no more, but is liable until it is withdrawn.
    /// @param locked Liable for cases that are not settled yet.
    /// @param readyAt Unix seconds from which what is leaving can be withdrawn.
    /// @param changedAt Unix seconds of the last change of `staked`.
    struct Assessor {
        uint64 staked;
        uint64 leaving;
        uint64 locked;
        uint32 readyAt;
        uint32 changedAt;
    }

    /// @notice What the votes say.
    /// @param seated Seats whose vote counts.
    /// @param quorate True if they suffice.
    /// @param stands True if the award stands unless somebody appeals; false: it must be appealed.
    /// @param award Stake-weighted lower median, billionths.
    struct Tally {
        uint256 seated;
        bool quorate;
        bool stands;
        uint32 award;
    }

    /// @notice Where a case stands. `Undecided`: nothing will be ruled, the incident lapses.
    enum Outcome {
        Pending,
        Decided,
        Undecided
    }

    /// @notice Kinds of interest in a case.
    enum Interest {
        Shares,
        Exit,
        Cover
    }

    /// @notice An assessor's interest in a case.
    /// @param kind Shares of a pool, shares that ask to leave it, or a cover on the risk that had not ended before the event.
    /// @param pool The pool; of no meaning for a cover.
    /// @param id Number of the exit request, or of the cover; zero for shares.
    struct Position {
        Interest kind;
        address pool;
        uint256 id;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice The court's parameters changed, for listings created from now on.
    event ParametersSet(uint256 indexed version, Parameters parameters, Config config);
    /// @notice What one whole stake token is worth, units of `asset`; zero: holdings in it are not measured.
    event StakeValueSet(address indexed asset, uint256 value);
    /// @notice A listing was created that this court judges.
    event CourtListed(uint256 indexed listing, address indexed creator, uint256 indexed version, Config config);
    /// @notice Units of stake came in.
    event Staked(address indexed assessor, uint256 amount);
    /// @notice Units of stake count no more, and can be withdrawn from `readyAt` on.
    event UnstakeRequested(address indexed assessor, uint256 amount, uint256 readyAt);
    /// @notice Units of stake left.
    event Unstaked(address indexed assessor, uint256 amount);
    /// @notice A key with which evidence for this account can be encrypted; what it means is for its owner to say.
    event EncryptionKeySet(address indexed account, bytes key);
    /// @notice A case was opened under a version of the parameters, from which its other times follow: evidence, then
    /// answers until `commitFrom`.
    event CaseOpened(
        uint256 indexed incident,
        uint256 indexed listing,
        address indexed pool,
        uint256 version,
        uint256 snapshot,
        uint256 commitFrom
    );
    /// @notice Evidence was answered; `evidence` is the hash of what it answers.
    event Answered(uint256 indexed incident, address indexed party, bytes32 indexed evidence, string answer);
    /// @notice A pool was counted: it may have to pay `amount` grains of stake.
    event PoolCounted(uint256 indexed incident, address indexed pool, uint256 amount);
    /// @notice An assessor committed himself.
    event Committed(uint256 indexed incident, address indexed assessor, uint256 weight);
    /// @notice An assessor revealed an award, billionths; `reason` is the hash of what he wrote.
    event Revealed(uint256 indexed incident, address indexed assessor, uint256 award, bytes32 reason);
    /// @notice All seats are held by heavier votes: this one counts no more, and costs nothing.
    event Unseated(uint256 indexed incident, address indexed assessor);
    /// @notice An interest was reported; it counts unless it is disposed of by `until`.
    event ConflictReported(
        uint256 indexed incident, address indexed assessor, Interest kind, address pool, uint256 id, uint256 until
    );
    /// @notice A reported interest was disposed of in time.
    event ConflictCleared(uint256 indexed incident, address indexed assessor, Interest kind, address pool, uint256 id);
    /// @notice An assessor was barred from a case; a vote that he cast, or reveals after this, is void.
    event Barred(uint256 indexed incident, address indexed assessor);
    /// @notice A case was appealed; the arbitrator has until then.
    event Appealed(uint256 indexed incident, address indexed appellant, uint256 indexed dispute, uint256 until);
    /// @notice The arbitrator's own ruling was appealed in turn.
    event AppealedAgain(uint256 indexed incident, address indexed appellant, uint256 indexed dispute, uint256 fee);
    /// @notice A second ruling, or one past the arbitrator's time, changed nothing.
    event RulingIgnored(uint256 indexed incident, uint256 indexed dispute, uint256 choice);
    /// @notice Slashes and fees were booked: `pot` grains of stake and `fee` units of the bond token are shared by `near`
    /// grains of weight (none: they go to the treasury).
    event CaseSettled(uint256 indexed incident, Outcome outcome, uint256 award, uint256 near, uint256 pot, uint256 fee);
    /// @notice An assessor lost units of stake.
    event Slashed(uint256 indexed incident, address indexed assessor, uint256 amount);
    /// @notice Units of a token became collectable.
    event Credited(address indexed token, address indexed account, uint256 amount);
    /// @notice Units of a token were collected.
    event Collected(address indexed token, address indexed account, uint256 amount);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice A field of the parameters or of a listing's configuration is out of bounds; `field` is its name.
    error InvalidConfig(bytes32 field);
    /// @notice The listing was not created through this court.
    error NotConfigured(uint256 listing);
    /// @notice There is no case of this number.
    error UnknownCase(uint256 incident);
    /// @notice The case was opened already.
    error CaseExists(uint256 incident);
    /// @notice The incident is decided, or by another adjudicator than this court.
    error NotOurs(uint256 incident);
    /// @notice What is left until the incident's deadline does not suffice for a case, unix seconds.
    error TooLateToOpen(uint256 latest, uint256 timestamp);
    /// @notice The pool has sold no cover on this risk.
    error NoInterestOf(address pool);
    /// @notice The pool was counted already.
    error PoolIsCounted(uint256 incident, address pool);
    /// @notice What a stake token is worth in this asset is not known.
    error ValueUnknown(address asset);
    /// @notice The call does not belong to this time, which is [from, until), unix seconds.
    error WrongTime(uint256 from, uint256 until, uint256 timestamp);
    /// @notice The amount is zero, or no multiple of the grain, units.
    error NotOnGrain(uint256 amount, uint256 grain);
    /// @notice The stake token moved another amount than asked, units.
    error StakeNotReceived(uint256 received, uint256 expected);
    /// @notice More than is staked, grains.
    error StakeTooSmall(uint256 staked, uint256 needed);
    /// @notice Nothing is leaving.
    error NothingLeaving(address assessor);
    /// @notice What is leaving can be withdrawn from then on, unix seconds, and once no case that binds it is unsettled.
    error StakeBound(uint256 readyAt, uint256 locked);
    /// @notice The assessor has committed already, or is barred from this case.
    error AlreadyCommitted(uint256 incident, address assessor);
    /// @notice The commitment must not be zero or one.
    error InvalidCommitment(bytes32 commitment);
    /// @notice The caller has an interest in the case, in grains of stake; `most` would be harmless.
    error ConflictOfInterest(uint256 interest, uint256 most);
    /// @notice What was revealed is not what the caller committed himself to.
    error NotCommitted(uint256 incident, address assessor, bytes32 commitment);
    /// @notice The award is above `FULL`, or neither nothing nor everything where a root was asserted.
    error AwardOutOfBounds(uint256 award);
    /// @notice No interest above what is harmless, in grains of stake.
    error NoConflict(uint256 interest, uint256 most);
    /// @notice The interest was reported already, or was not reported, or the assessor is barred already.
    error WrongReport(uint256 incident, address assessor);
    /// @notice The interest is still above what is harmless, in grains of stake.
    error StillConflicted(uint256 interest, uint256 most);
    /// @notice The seat is not this assessor's.
    error WrongSeat(uint256 seat, address voter);
    /// @notice The case was appealed already.
    error AlreadyAppealed(uint256 incident);
    /// @notice The case was not appealed, or its appeal is over.
    error NotInArbitration(uint256 incident);
    /// @notice The arbitrator's fee is higher, wei.
    error FeeTooLow(uint256 sent, uint256 fee);
    /// @notice The arbitrator returned a dispute's number that is in use.
    error DisputeInUse(address arbitrator, uint256 dispute);
    /// @notice The caller has no dispute of this number here.
    error NotTheArbitrator(address caller, uint256 dispute);
    /// @notice The case is not decided yet.
    error CasePending(uint256 incident);
    /// @notice Slashes and fees of the case are booked already, or not yet.
    error WrongSettlement(uint256 incident, bool settled);
    /// @notice There is nothing to collect.
    error NothingToCollect(address token, address account);

    // -- List ----------------------------------------------------------------------------------------------------

    /// @notice Creates a listing that this court judges, under the parameters now in force. Anyone.
    /// @param terms Terms of the listing; it takes assertions, and this court is its adjudicator.
    /// @param wording What is covered, and what must be shown.
    /// @param metaEvidence Reference that ERC-1497 readers show beside a dispute.
    /// @param config The arbitrator of its appeals.
    /// @return listing Number of the listing.
    function createListing(
        IListings.Terms calldata terms,
        bytes calldata wording,
        string calldata metaEvidence,
        Config calldata config
    ) external returns (uint256 listing);

    // -- Stake ---------------------------------------------------------------------------------------------------

    /// @notice Stakes `amount` units, a multiple of `GRAIN`, for cases opened from the next second on.
    function stake(uint256 amount) external;

    /// @notice Asks `amount` units back: they count no more in cases opened from now on, and can be withdrawn after
    /// `UNSTAKE_DELAY`, once no case that the caller committed himself in is unsettled. A further request restarts the
    /// delay.
    function requestUnstake(uint256 amount) external;

    /// @notice Sends what was asked back. Caller: the assessor.
    /// @return amount Units sent.
    function withdraw() external returns (uint256 amount);

    /// @notice Publishes a key with which parties can encrypt evidence for the caller; an event only.
    function setEncryptionKey(bytes calldata key) external;

    // -- Case ----------------------------------------------------------------------------------------------------

    /// @notice Opens the case of an incident that this court decides now. Anyone.
    /// @param pool A pool that sold cover on the risk; whoever holds its shares is refused at commit.
    function openCase(uint256 incident, address pool) external;

    /// @notice Steps a pool and counts what it may have to pay for its open incidents now (`IPool.capital`), for the
    /// comparison with the revealed stake. Anyone, each pool once, before the reveals are over. A pool that is far behind the
    /// journal must be stepped first.
    function countPool(uint256 incident, address pool) external;

    /// @notice Submits evidence (a reference, or ciphertext), before the answers, or while an arbitrator decides. Anyone.
    function submitEvidence(uint256 incident, string calldata evidence) external;

    /// @notice Answers evidence, of this hash, until the commits begin. Anyone.
    function answer(uint256 incident, bytes32 evidence, string calldata text) external;

    /// @notice Commits the caller to an award. Costs `silentSlash` of the weight if it is not revealed.
    /// @param commitment `commitmentOf(incident, caller, award, reason, salt)`.
    function commit(uint256 incident, bytes32 commitment) external;

    /// @notice Reveals the caller's award. If all seats are taken, it takes the lightest one's if it is heavier.
    /// @param award Billionths of the ratio asserted, 0 to `FULL`; nothing or everything where a root was asserted.
    /// @param reason Hash of the written reason.
    /// @param salt What made the commitment secret.
    function reveal(uint256 incident, uint32 award, bytes32 reason, bytes32 salt) external;

    // -- Conflict of interest ------------------------------------------------------------------------------------

    /// @notice Reports that an assessor holds more than `MAX_INTEREST` of his weight in what the case decides. He has
    /// `DISPOSAL_TIME` to dispose of it: what others sent him unasked costs him nothing. Anyone, until that long before
    /// the reveals end.
    function reportConflict(uint256 incident, address assessor, Position calldata position) external;

    /// @notice Takes a report back that is true no more. Anyone.
    function clearConflict(uint256 incident, address assessor, Position calldata position) external;

    /// @notice Bars an assessor who did not dispose of a reported interest in time: his vote is void. Before the reveals that
    /// costs nothing; from then on he is liable for what he committed himself to, so that nobody voids a vote that he sees
    /// losing: he reveals or is silent, and is far or near, as if it counted, and earns nothing. Anyone, before the reveals
    /// end.
    /// @param seat His seat, if he has revealed; else of no meaning.
    function confirmConflict(uint256 incident, address assessor, Position calldata position, uint256 seat) external;

    // -- Appeal --------------------------------------------------------------------------------------------------

    /// @notice Appeals an award, or the lack of a quorum, to the listing's arbitrator. Anyone, in the appeal time; pays
    /// `arbitrationCost`, what is too much returns.
    /// @return dispute The dispute's number at the arbitrator.
    function appeal(uint256 incident) external payable returns (uint256 dispute);

    /// @notice Appeals the arbitrator's own ruling, which only this contract may do there. Anyone; pays its fee, what is
    /// too much returns. The arbitrator says whether it can be appealed.
    function appealAgain(uint256 incident) external payable;

    /// @notice Records the arbitrator's ruling (ERC-792). Caller: the arbitrator. For a dispute of his it never reverts: a
    /// second ruling, or one past his time, is ignored; a choice that was not offered is a refusal.
    function rule(uint256 dispute, uint256 choice) external;

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @notice Books slashes and fees of a decided case by its final ruling, which it first takes into the incident if
    /// nobody did. Anyone.
    function settleCase(uint256 incident) external;

    /// @notice Slashes assessors who did not reveal, and passes over all others. Anyone, once the case is settled.
    function settleSilent(uint256 incident, address[] calldata assessors) external;

    /// @notice Sends what an account earned, in the stake token or a bond token. Anyone.
    /// @return amount Units sent.
    function collect(address token, address account) external returns (uint256 amount);

    // -- Restricted ----------------------------------------------------------------------------------------------

    /// @notice Sets the parameters of listings created from now on, within the bounds in the code.
    /// @param config The arbitrator of listings that name this court as their second adjudicator.
    function setParameters(Parameters calldata parameters, Config calldata config) external;

    /// @notice Sets what one whole stake token is worth, units of `asset`; zero: holdings in it are not measured.
    function setStakeValue(address asset, uint256 value) external;

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice The version of the parameters in force; zero before the first.
    function version() external view returns (uint16);

    /// @notice The parameters and the default configuration of a version.
    function parametersOf(uint256 version_) external view returns (Parameters memory parameters, Config memory config);

    /// @notice A listing's version and configuration, also of one that names this court as its second adjudicator.
    function configOf(uint256 listing) external view returns (uint16 version_, Config memory config);

    /// @notice The case of an incident.
    function caseOf(uint256 incident) external view returns (Case memory);

    /// @notice The revealed votes of a case, by seat.
    function votesOf(uint256 incident) external view returns (Vote[] memory);

    /// @notice What an assessor committed himself to; zero if nothing, or once it is revealed; one if he is barred (who was
    /// barred after the commits still reveals).
    function commitmentBy(uint256 incident, address assessor) external view returns (bytes32);

    /// @notice The hash that commits `assessor` to an award, bound to chain, court, case and assessor.
    function commitmentOf(uint256 incident, address assessor, uint32 award, bytes32 reason, bytes32 salt)
        external
        view
        returns (bytes32);

    /// @notice What the votes revealed so far say.
    function tallyOf(uint256 incident) external view returns (Tally memory);

    /// @notice Where a case stands and, if decided, the final award, billionths.
    function outcomeOf(uint256 incident) external view returns (Outcome outcome, uint32 award);

    /// @notice What an assessor has at stake, grains.
    function assessorOf(address account) external view returns (Assessor memory);

    /// @notice An assessor's weight as of a past second, grains.
    function weightAt(address account, uint256 time) external view returns (uint256);

    /// @notice All stake that counted as of a past second, grains.
    function totalStakeAt(uint256 time) external view returns (uint256);

    /// @notice What one whole stake token is worth, units of `asset`.
    function stakeValue(address asset) external view returns (uint256);

    /// @notice Units of a token that an account can collect.
    function creditOf(address token, address account) external view returns (uint256);
}
