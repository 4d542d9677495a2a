// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./IAdjudicator.sol";

/// @title A trigger that a Chainlink feed's own rounds prove: a level beyond the strike, without recovery, long enough
/// @notice A round's *level* is its price; or, of a *relative* listing, the ratio of its price to its *base*, the price
/// `lookback` seconds before. A *span* begins at the first round beyond the strike (below it for falls, above it for
/// rises) since the last recovery and is complete after `persistence` seconds without another one. Recoveries are: a
/// round whose level is at or past the recovery level; more than `heartbeat` + 1 h without a round; an outage of the L2
/// sequencer; a change of the feed's phase. So each fall has exactly one first round, no prover chooses among spans, and
/// there is one ruling until recovery.
///
/// Every round between the named ones is read from the feed; none can be left out. Rounds that state no price (carried
/// over from an earlier one, zero or negative) are passed over: the price before them holds on, and they end no gap.
/// A price counts once a later round has been published: an aggregator of several oracles may change a round's answer
/// and time until then. So the round that closes a span gives only its time. The *move* is that of the time-weighted
/// mean level over exactly `persistence` seconds away from `par`, relative to it, rounded down: no single round makes
/// it. The loss ratio is the move itself, or what a payout table makes of it.
///
/// The base of a round is the last round that states a price at or before its time less `lookback`, in the same phase,
/// and at most `heartbeat` + 1 h older than that. The contract finds it; nobody names it. A round without one begins no
/// span and ends one; after it only a round at or past the recovery level is a recovery. Of spans of a relative listing
/// that begin less than `lookback` apart only the first to be proven is ruled: the base of each further loss lies after
/// the loss before it. Such a listing has waiting ≥ `lookback`, so that the base of each loss lies after the purchase.
///
/// Trusted, for safety: the feed states true prices and does not rewrite rounds that a later one has followed; its
/// proxy numbers rounds as Chainlink's does, in the order of their times; the sequencer feed reports outages. For
/// liveness: somebody calls `arm` and `prove` in time (`worstCaseTime`); the feed stays readable by contracts. Prices are
/// in the feed's decimals, times unix seconds, ratios WAD.
interface IPriceFeedTrigger is IAdjudicator {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice Which side of the strike is the loss.
    enum Direction {
        Fall,
        Rise
    }

    /// @notice Why a span ended before it was complete. A gap may be one in the bases.
    enum Reason {
        Recovered,
        Gap,
        PhaseChange,
        SequencerOutage,
        RoundChanged
    }

    /// @notice A step of a payout table.
    /// @param move Move of the mean level relative to par from which this step holds, WAD.
    /// @param ratio Loss ratio that it pays, WAD.
    struct Step {
        uint64 move;
        uint64 ratio;
    }

    /// @notice What a listing's trigger watches; fixed for ever when the listing is created.
    /// @param feed Chainlink proxy of the price.
    /// @param decimals Decimals of the feed, in which prices are given.
    /// @param direction Which side of the strike is the loss.
    /// @param lookback Zero: the levels here are prices. Else the listing is relative: they are ratios to the price so
    /// many seconds before, WAD; from `persistence` to 30 days, and at most the listing's waiting.
    /// @param heartbeat Longest time between two rounds as the feed promises it, seconds.
    /// @param sequencer Chainlink proxy of the L2 sequencer's uptime; zero on a chain without one.
    /// @param sequencerGrace Seconds after an outage in which rounds do not count yet.
    /// @param strike A level beyond it begins a span.
    /// @param recovery A level at or past it, seen from the strike, ends one. If relative, no move is a recovery.
    /// @param warning Beyond this price nothing is sold; at or past `recovery`. Zero if relative.
    /// @param par The level that counts as no loss; at or past `recovery`.
    /// @param persistence Seconds that the span must last.
    /// @param table Payout table, both columns rising, at most 8 steps; none: the ratio is the move itself.
    struct Config {
        address feed;
        uint8 decimals;
        Direction direction;
        uint32 lookback;
        uint32 heartbeat;
        address sequencer;
        uint32 sequencerGrace;
        uint80 strike;
        uint80 recovery;
        uint80 warning;
        uint80 par;
        uint32 persistence;
        Step[] table;
    }

    /// @notice A span under proof, one for each incident.
    /// @param listing Listing number; zero if this trigger did not open the incident.
    /// @param firstRound The span's first round.
    /// @param firstTime Its time: the time of loss.
    /// @param verdict Pending while it is armed.
    /// @param ratio Loss ratio granted, WAD.
    /// @param behind Rounds from the base of the cursor's round, or a later one, to the first round; zero if absolute.
    /// @param passed Rounds proven after the first; the last of them is the cursor.
    /// @param time Time of the cursor's round.
    /// @param level Level of the cursor's round, at most 2^80 − 1.
    /// @param integral Sum of level × seconds from the first round to the cursor.
    struct Episode {
        uint32 listing;
        uint80 firstRound;
        uint32 firstTime;
        Verdict verdict;
        uint64 ratio;
        uint32 behind;
        // -- slot
        uint32 passed;
        uint32 time;
        uint80 level;
        uint112 integral;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A listing was created together with what its trigger watches.
    event TriggerListed(uint256 indexed listing, address indexed creator, Config config);
    /// @notice The feed was seen to have changed its phase: rounds of `phase` count from `since` on, earlier phases' no
    /// longer.
    event PhaseNoted(uint256 indexed listing, uint256 phase, uint256 since);
    /// @notice A span was armed: its first round is beyond the strike.
    event Armed(
        uint256 indexed incident,
        uint256 indexed listing,
        uint80 indexed firstRound,
        uint256 firstTime,
        uint256 level,
        address finder
    );
    /// @notice The proof moved on to `cursor`.
    event Advanced(uint256 indexed incident, uint80 cursor, uint256 integral);
    /// @notice The span was proven complete; `move` of its mean level and the `ratio` paid, WAD.
    event Proven(uint256 indexed incident, uint80 closingRound, uint256 move, uint256 ratio);
    /// @notice The span ended before it was complete, at `round` (zero for a sequencer outage).
    event SpanEnded(uint256 indexed incident, uint80 round, Reason reason);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice The listing was not created through this trigger.
    error NotConfigured(uint256 listing);
    /// @notice A field of the configuration or of the terms is out of its bounds; `field` is its name.
    error InvalidConfig(bytes32 field);
    /// @notice The aggregator can never report a price beyond the strike, or never a recovery; if the listing is relative,
    /// of the price of now.
    error LevelOutsideFeed(uint256 strike, uint256 recovery, int256 min, int256 max);
    /// @notice The feed has no such round, or does not serve it.
    error RoundMissing(uint80 round);
    /// @notice The round carries the answer of an earlier one: it was never finished.
    error StaleRound(uint80 round, uint80 answeredInRound);
    /// @notice The round's answer is zero or negative.
    error InvalidAnswer(uint80 round, int256 answer);
    /// @notice The round's time lies in the future.
    error RoundInFuture(uint80 round, uint256 updatedAt, uint256 timestamp);
    /// @notice The round is older than the one before it.
    error TimeBackwards(uint80 round, uint256 updatedAt, uint256 previous);
    /// @notice `round` must come after `previous`, in the same phase.
    error RoundNotAfter(uint80 round, uint80 previous);
    /// @notice The round belongs to a phase that does not count; `phase` is the one noted last.
    error WrongPhase(uint80 round, uint256 phase);
    /// @notice The round was published before its phase began to count, or after another had begun.
    error OutsidePhase(uint80 round, uint256 updatedAt, uint256 since, uint256 until);
    /// @notice The feed is still in the phase noted last.
    error PhaseUnchanged(uint256 phase);
    /// @notice The round is neither at or past recovery nor the first one after a gap, an outage or a change of phase.
    error NotARecovery(uint80 round, uint256 level, uint256 recovery);
    /// @notice The span would begin here, earlier than at the round named.
    error RoundBeyondStrike(uint80 round, uint256 level, uint256 strike);
    /// @notice The round named as first is not beyond the strike.
    error RoundNotBeyondStrike(uint80 round, uint256 level, uint256 strike);
    /// @notice The level recovered within the span.
    error RoundRecovered(uint80 round, uint256 level, uint256 recovery);
    /// @notice The round's phase stated no price that holds for `time`, `lookback` before it: it began later, or was silent
    /// for too long. `base` is the nearest round looked at, zero if there was none.
    error BaseMissing(uint80 round, uint256 time, uint80 base);
    /// @notice The feed was silent for too long before this round.
    error RoundGap(uint80 round, uint256 gap, uint256 longest);
    /// @notice The span's first round is no longer what it was when the span was armed.
    error RoundChanged(uint80 round, uint256 updatedAt, int256 answer);
    /// @notice The sequencer is not known to have been up, and past its grace, in all of [from, to].
    error SequencerDown(uint256 from, uint256 to);
    /// @notice The last round named is from `updatedAt`; the span is complete from `needed` on.
    error SpanTooShort(uint256 updatedAt, uint256 needed);
    /// @notice The span is complete: prove it.
    error SpanComplete(uint80 closingRound);
    /// @notice No recovery was found up to this round.
    error NotRecovered(uint80 round);
    /// @notice The recovery can still change: no later round has been published.
    error RoundNotFinal(uint80 round);
    /// @notice A span that was granted, from `grantedFrom`, is too near: none is ruled that begins less than `persistence`
    /// from it; if the listing is relative, less than `lookback`.
    error SpanOverlaps(uint256 firstTime, uint256 grantedFrom, uint256 grantedUntil);
    /// @notice This span was already armed, as `incident`.
    error AlreadyArmed(uint80 firstRound, uint256 incident);
    /// @notice There is no span under proof for this incident.
    error NotArmed(uint256 incident);

    // -- List ----------------------------------------------------------------------------------------------------

    /// @notice Creates a listing whose incidents this trigger rules. Anyone. Only a listing created here has a
    /// configuration, so nobody can attach another one to it; any other that names this trigger is never sold.
    /// @dev Terms: the adjudicator is this contract; no keys; grace ≥ `worstCaseTime`; waiting ≥ `lookback`; a bond only
    /// with a second adjudicator, which alone could rule on assertions.
    /// @return listing Number of the listing in `Listings`.
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing);

    /// @notice Takes note that the feed has changed its phase. Anyone; nothing is sold before. Rounds of the new phase
    /// count from now on (its aggregator may have been on trial before), those of the phase before until now.
    function notePhase(uint256 listing) external;

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @notice Walks from a recovery towards the first round beyond the strike, in pieces, where there are too many rounds
    /// for one `arm`. What is kept is the caller's own.
    /// @param listing Listing number.
    /// @param recovered The recovery, as for `arm`.
    /// @param to A round after it; the rounds before `to` are kept as seen.
    function approach(uint256 listing, uint80 recovered, uint80 to) external;

    /// @notice Opens an incident at the first round beyond the strike since a recovery. Anyone; pays `TRIGGER_FEE`, which
    /// returns if the span is granted. Each span can be armed once, again only if its incident lapsed.
    /// @param listing Listing number.
    /// @param recovered A round at or past recovery; or the first one after a gap, an outage or a change of phase, or of
    /// the whole feed (then it may be `firstRound` itself); with a base, if relative. No round from here to `firstRound` may be beyond the strike.
    /// @param firstRound The span's first round.
    /// @param pool A pool that has sold cover on this listing.
    /// @return incident Number of the incident in `Incidents`.
    function arm(uint256 listing, uint80 recovered, uint80 firstRound, address pool)
        external
        payable
        returns (uint256 incident);

    /// @notice `arm` and `prove` in one transaction, for a span that nobody armed.
    function armAndProve(uint256 listing, uint80 recovered, uint80 firstRound, uint80 closingRound, address pool)
        external
        payable
        returns (uint256 incident, uint256 ratio);

    /// @notice Moves a proof on to the last round before `to`. Anyone; the ratio does not depend on the pieces.
    function advance(uint256 incident, uint80 to) external;

    /// @notice Proves the span complete and rules, in the same transaction. Anyone.
    /// @param incident An incident that this trigger opened.
    /// @param closingRound The first round at or after first time + persistence, or a later one.
    /// @return ratio Loss ratio granted, WAD.
    function prove(uint256 incident, uint80 closingRound) external returns (uint256 ratio);

    /// @notice Shows that the span ended before it was complete, and dismisses the incident. Anyone.
    /// @param incident An incident that this trigger opened.
    /// @param round The round at or past recovery (a later one must exist); or the first one after a gap or a change of
    /// phase, which may be the next one that is missing; for a sequencer outage any.
    function recover(uint256 incident, uint80 round) external;

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice What a listing's trigger watches.
    function configOf(uint256 listing) external view returns (Config memory);

    /// @notice The phase whose rounds count now, and since when (zero: from its first round).
    function phaseOf(uint256 listing) external view returns (uint256 phase, uint256 since);

    /// @notice The span under proof, or ruled, for an incident.
    function episodeOf(uint256 incident) external view returns (Episode memory);

    /// @notice The incident that was opened last for the span that begins at `firstRound`; zero if none.
    function incidentOf(uint256 listing, uint80 firstRound) external view returns (uint256);
}
