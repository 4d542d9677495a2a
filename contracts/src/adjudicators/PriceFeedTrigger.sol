// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {IPriceFeed} from "./interfaces/IPriceFeed.sol";
import {IPriceFeedTrigger} from "./interfaces/IPriceFeedTrigger.sol";
import {FeedRounds} from "./libraries/FeedRounds.sol";
import {SequencerUptime} from "./libraries/SequencerUptime.sol";
import {SpanWalk} from "./libraries/SpanWalk.sol";
import {TriggerConfig} from "./libraries/TriggerConfig.sol";

/// @title PriceFeedTrigger
/// @dev Feeds are only ever read by static calls; `Incidents` and `Listings` are the protocol's own. No role, no owner,
/// nothing to pause. Assumptions: see the interface.
contract PriceFeedTrigger is IPriceFeedTrigger {
    using FeedRounds for FeedRounds.Round;
    using SpanWalk for SpanWalk.Cursor;
    using TriggerConfig for TriggerConfig.Trigger;

    // -- Types ---------------------------------------------------------------------------------------------------

    /// @dev When the rounds of a phase that is over counted, unix seconds.
    struct PhaseTime {
        uint32 since;
        uint32 until;
    }

    /// @dev Rounds seen after a recovery, none of them below the strike.
    struct Approach {
        uint80 recovered;
        uint80 seen;
    }

    // -- Immutables ----------------------------------------------------------------------------------------------

    IIncidents private immutable INCIDENTS;
    IListings private immutable LISTINGS;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => TriggerConfig.Trigger) private _triggers;
    mapping(uint256 listing => mapping(uint256 phase => PhaseTime)) private _pastPhases;
    mapping(uint256 listing => mapping(address caller => Approach)) private _approaches;
    mapping(uint256 incident => Episode) private _episodes;
    /// @inheritdoc IPriceFeedTrigger
    mapping(uint256 listing => mapping(uint80 firstRound => uint256)) public incidentOf;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings) {
        (INCIDENTS, LISTINGS) = (incidents, listings);
    }

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IPriceFeedTrigger
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing)
    {
        TriggerConfig.check(config, terms);
        listing = LISTINGS.create(terms, wording);
        _triggers[listing].store(config, terms.maxRatio);
        emit TriggerListed(listing, msg.sender, config);
    }

    /// @inheritdoc IPriceFeedTrigger
    function notePhase(uint256 listing) external {
        TriggerConfig.Trigger storage t = _configured(listing);
        (uint16 phase, uint16 last) = (IPriceFeed(t.feed).phaseId(), t.phase);
        require(phase > last, PhaseUnchanged(last));
        _pastPhases[listing][last] = PhaseTime(t.phaseSince, uint32(block.timestamp));
        (t.phase, t.phaseSince) = (phase, uint32(block.timestamp));
        emit PhaseNoted(listing, phase, block.timestamp);
    }

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IPriceFeedTrigger
    function approach(uint256 listing, uint80 recovered, uint80 to) external {
        TriggerConfig.Trigger storage t = _configured(listing);
        uint80 seen = _approach(listing, t, recovered, to);
        FeedRounds.getPriced(t.feed, to);
        _approaches[listing][msg.sender] = Approach(recovered, seen);
    }

    /// @inheritdoc IPriceFeedTrigger
    function arm(uint256 listing, uint80 recovered, uint80 firstRound, address pool)
        external
        payable
        returns (uint256)
    {
        return _arm(listing, recovered, firstRound, pool);
    }

    /// @inheritdoc IPriceFeedTrigger
    function armAndProve(uint256 listing, uint80 recovered, uint80 firstRound, uint80 closingRound, address pool)
        external
        payable
        returns (uint256 incident, uint256 ratio)
    {
        incident = _arm(listing, recovered, firstRound, pool);
        ratio = _prove(incident, closingRound);
    }

    /// @inheritdoc IPriceFeedTrigger
    function advance(uint256 incident, uint80 to) external {
        (Episode storage e, TriggerConfig.Trigger storage t) = _armed(incident);
        _requireFirstUnchanged(e, t);
        (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits) = _walkOf(e, t);
        (SpanWalk.Outcome outcome, FeedRounds.Round memory round) = cursor.walk(limits, to);
        if (outcome == SpanWalk.Outcome.Complete) revert SpanComplete(round.id);
        if (outcome != SpanWalk.Outcome.Open) _revertAt(outcome, round, cursor, limits);
        // At most 30 days and 48 h after the first round, below the recovery level: each fits its bits.
        (e.passed, e.time) = (uint32(cursor.round - e.firstRound), uint32(cursor.time));
        (e.answer, e.integral) = (uint80(cursor.price), uint112(cursor.integral));
        emit Advanced(incident, cursor.round, cursor.integral);
    }

    /// @inheritdoc IPriceFeedTrigger
    function prove(uint256 incident, uint80 closingRound) external returns (uint256 ratio) {
        return _prove(incident, closingRound);
    }

    /// @inheritdoc IPriceFeedTrigger
    function recover(uint256 incident, uint80 round) external {
        (Episode storage e, TriggerConfig.Trigger storage t) = _armed(incident);
        (Reason reason, uint80 endedAt) = _endOf(e, t, round);
        e.verdict = Verdict.Denied;
        // What the round became may be the beginning of a span of its own.
        if (reason == Reason.RoundChanged) delete incidentOf[e.listing][e.firstRound];
        emit SpanEnded(incident, endedAt, reason);
        INCIDENTS.rule(incident);
    }

    // -- Adjudicator ---------------------------------------------------------------------------------------------

    /// @inheritdoc IAdjudicator
    /// @dev While a span is armed the pool itself refuses, as its incident is open; after a grant the newest price is
    /// below `warning`, and so below recovery, until the price has recovered.
    function canSell(uint256 listing, bytes32 key) external view returns (bool) {
        TriggerConfig.Trigger storage t = _triggers[listing];
        address feed = t.feed;
        if (key != 0 || feed == address(0)) return false;
        FeedRounds.Round memory round = FeedRounds.latest(feed);
        if (!round.isPriced() || round.updatedAt > block.timestamp) return false;
        if (block.timestamp - round.updatedAt > t.heartbeat) return false;
        if (FeedRounds.phaseOf(round.id) != t.phase || round.price() < t.warning) return false;
        address sequencer = t.sequencer;
        return sequencer == address(0) || SequencerUptime.isUp(sequencer, t.sequencerGrace);
    }

    /// @inheritdoc IAdjudicator
    function ruling(uint256 incident) external view returns (Ruling memory r) {
        Episode storage e = _episodes[incident];
        (r.verdict, r.ratio) = (e.verdict, e.ratio);
    }

    /// @inheritdoc IAdjudicator
    /// @dev Counted from the opening, not from the loss: who arms late gets the same time. Never reverts for an incident
    /// of a listing that was not created here: there, this trigger has nothing to say and its time is over at once.
    function deadline(uint256 incident) external view returns (uint256) {
        TriggerConfig.Trigger storage t = _triggers[INCIDENTS.incidentOf(incident).listing];
        if (t.feed == address(0)) return block.timestamp;
        return block.timestamp + TriggerConfig.worstCaseTime(t.persistence, t.heartbeat);
    }

    /// @inheritdoc IAdjudicator
    function worstCaseTime(uint256 listing) external view returns (uint256) {
        TriggerConfig.Trigger storage t = _configured(listing);
        return TriggerConfig.worstCaseTime(t.persistence, t.heartbeat);
    }

    /// @inheritdoc IAdjudicator
    function rulesOnce() external pure returns (bool) {
        return true;
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IPriceFeedTrigger
    function configOf(uint256 listing) external view returns (Config memory) {
        return _configured(listing).load();
    }

    /// @inheritdoc IPriceFeedTrigger
    function phaseOf(uint256 listing) external view returns (uint256 phase, uint256 since) {
        TriggerConfig.Trigger storage t = _configured(listing);
        return (t.phase, t.phaseSince);
    }

    /// @inheritdoc IPriceFeedTrigger
    function episodeOf(uint256 incident) external view returns (Episode memory) {
        return _episodes[incident];
    }

    // -- Internal: arm -------------------------------------------------------------------------------------------

    /// @dev One incident for one span. It may be armed again only if its incident lapsed.
    function _arm(uint256 listing, uint80 recovered, uint80 firstRound, address pool)
        private
        returns (uint256 incident)
    {
        TriggerConfig.Trigger storage t = _configured(listing);
        incident = incidentOf[listing][firstRound];
        require(
            incident == 0 || INCIDENTS.incidentOf(incident).status == IIncidents.Status.Lapsed,
            AlreadyArmed(firstRound, incident)
        );
        _approach(listing, t, recovered, firstRound);
        FeedRounds.Round memory first = FeedRounds.getPriced(t.feed, firstRound);
        uint256 time = first.updatedAt;
        require(first.price() < t.strike, RoundNotBelowStrike(firstRound, first.price(), t.strike));
        (uint256 since, uint256 until) = _phaseTime(listing, t, firstRound);
        require(time >= since && time <= until, OutsidePhase(firstRound, time, since, until));
        require(_wasUp(t, time, time), SequencerDown(time, time));

        incident = INCIDENTS.openTriggered{value: msg.value}(listing, 0, time, msg.sender, pool);
        incidentOf[listing][firstRound] = incident;
        // The incident's time is in the past, so it fits; the price is below the strike.
        _episodes[incident] = Episode({
            listing: uint32(listing),
            firstRound: firstRound,
            firstTime: uint32(time),
            verdict: Verdict.Pending,
            ratio: 0,
            passed: 0,
            time: uint32(time),
            answer: uint80(first.price()),
            integral: 0
        });
        emit Armed(incident, listing, firstRound, time, first.price(), msg.sender);
    }

    /// @dev Reads every round from a recovery to just before `to`: none may be below the strike. Whether one of them is
    /// a later recovery makes no difference to which round is the first below the strike.
    /// @return seen The last round read.
    function _approach(uint256 listing, TriggerConfig.Trigger storage t, uint80 recovered, uint80 to)
        private
        view
        returns (uint80 seen)
    {
        require(
            to >= recovered && FeedRounds.phaseOf(to) == FeedRounds.phaseOf(recovered), RoundNotAfter(to, recovered)
        );
        Approach storage earlier = _approaches[listing][msg.sender];
        seen = earlier.recovered == recovered ? earlier.seen : 0;
        if (seen == 0) {
            _requireRecovery(listing, t, recovered);
            seen = recovered - 1;
        }
        (address feed, uint256 strike) = (t.feed, t.strike);
        FeedRounds.Round memory round;
        while (seen + 1 < to) {
            round.read(feed, ++seen);
            require(round.found, RoundMissing(seen));
            require(!round.isPriced() || round.price() >= strike, RoundBelowStrike(seen, uint256(round.answer), strike));
        }
    }

    /// @dev A recovery is a round at or past the recovery level; or one that the round before it does not lead to: it is
    /// the first of all, or follows a gap, an outage, or the beginning of its phase.
    function _requireRecovery(uint256 listing, TriggerConfig.Trigger storage t, uint80 id) private view {
        (uint256 since,) = _phaseTime(listing, t, id);
        FeedRounds.Round memory round = FeedRounds.getPriced(t.feed, id);
        if (round.price() >= t.recovery) return;
        FeedRounds.Round memory before;
        do {
            if (uint64(--id) == 0) return;
            before.read(t.feed, id);
            require(before.found, RoundMissing(id));
        } while (!before.isPriced());
        (uint256 from, uint256 to) = (before.updatedAt, round.updatedAt);
        require(to >= from, TimeBackwards(round.id, to, from));
        require(
            to - from > _longestGap(t) || (from < since && to >= since) || !_wasUp(t, from, to),
            NotARecovery(round.id, round.price(), t.recovery)
        );
    }

    // -- Internal: prove -----------------------------------------------------------------------------------------

    /// @dev The span must be complete, the sequencer up throughout, and no earlier grant on the same time.
    function _prove(uint256 incident, uint80 closingRound) private returns (uint256 ratio) {
        (Episode storage e, TriggerConfig.Trigger storage t) = _armed(incident);
        _requireFirstUnchanged(e, t);
        (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits) = _walkOf(e, t);
        (SpanWalk.Outcome outcome, FeedRounds.Round memory round) = cursor.walk(limits, closingRound);
        if (outcome != SpanWalk.Outcome.Complete) _revertAt(outcome, round, cursor, limits);

        (uint256 from, uint256 until) = (e.firstTime, limits.end);
        require(_wasUp(t, from, until), SequencerDown(from, until));
        require(from >= t.grantedUntil || until <= t.grantedFrom, SpanOverlaps(from, t.grantedFrom, t.grantedUntil));
        (t.grantedFrom, t.grantedUntil) = (uint32(from), uint32(until));
        uint256 fall;
        (fall, ratio) = t.ratioDown(cursor.integral);
        (e.verdict, e.ratio) = (Verdict.Granted, uint64(ratio));
        emit Proven(incident, round.id, fall, ratio);
        INCIDENTS.rule(incident);
    }

    /// @dev Why the span ended before it was complete; reverts if it did not. A round is missing for good once it would
    /// come too late in any case. Nobody feigns that by sending too little gas: a read that runs out of it leaves 1/64,
    /// and the ruling after it needs more than any read.
    function _endOf(Episode storage e, TriggerConfig.Trigger storage t, uint80 to)
        private
        view
        returns (Reason, uint80)
    {
        if (_firstChanged(e, t)) return (Reason.RoundChanged, e.firstRound);
        (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits) = _walkOf(e, t);
        uint256 until = block.timestamp < limits.end ? block.timestamp : limits.end;
        if (!_wasUp(t, e.firstTime, until)) return (Reason.SequencerOutage, 0);

        (SpanWalk.Outcome outcome, FeedRounds.Round memory round) = cursor.walk(limits, to);
        if (outcome == SpanWalk.Outcome.Gap) return (Reason.Gap, round.id);
        if (outcome == SpanWalk.Outcome.PhaseChange) return (Reason.PhaseChange, round.id);
        if (outcome == SpanWalk.Outcome.Missing) {
            FeedRounds.get(limits.feed, cursor.round); // else the feed is closed to us, and says nothing
            if (block.timestamp > limits.until) return (Reason.PhaseChange, round.id);
            if (block.timestamp > cursor.time + limits.longestGap) return (Reason.Gap, round.id);
        }
        if (outcome == SpanWalk.Outcome.Complete) revert SpanComplete(round.id);
        require(outcome == SpanWalk.Outcome.Recovered, NotRecovered(to));
        uint80 recovered = round.id;
        round.read(limits.feed, recovered + 1);
        require(round.found, RoundNotFinal(recovered));
        return (Reason.Recovered, recovered);
    }

    /// @dev From where a proof goes on, and what ends its span.
    function _walkOf(Episode storage e, TriggerConfig.Trigger storage t)
        private
        view
        returns (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits)
    {
        cursor = SpanWalk.Cursor(e.firstRound + e.passed, e.time, e.answer, e.integral);
        limits.feed = t.feed;
        limits.end = uint256(e.firstTime) + t.persistence;
        limits.recovery = t.recovery;
        limits.longestGap = _longestGap(t);
        (, limits.until) = _phaseTime(e.listing, t, e.firstRound);
    }

    /// @dev Names what keeps a span from being proven up to the round.
    function _revertAt(
        SpanWalk.Outcome outcome,
        FeedRounds.Round memory round,
        SpanWalk.Cursor memory cursor,
        SpanWalk.Limits memory limits
    ) private pure {
        require(outcome != SpanWalk.Outcome.Missing, RoundMissing(round.id));
        uint256 time = round.updatedAt;
        require(outcome != SpanWalk.Outcome.Gap, RoundGap(round.id, time - cursor.time, limits.longestGap));
        require(outcome != SpanWalk.Outcome.PhaseChange, OutsidePhase(round.id, time, 0, limits.until));
        require(outcome != SpanWalk.Outcome.Recovered, RoundRecovered(round.id, round.price(), limits.recovery));
        revert SpanTooShort(time, limits.end);
    }

    // -- Internal: small things ----------------------------------------------------------------------------------

    function _configured(uint256 listing) private view returns (TriggerConfig.Trigger storage t) {
        t = _triggers[listing];
        require(t.feed != address(0), NotConfigured(listing));
    }

    function _armed(uint256 incident) private view returns (Episode storage e, TriggerConfig.Trigger storage t) {
        e = _episodes[incident];
        require(e.listing != 0 && e.verdict == Verdict.Pending, NotArmed(incident));
        t = _triggers[e.listing];
    }

    /// @dev When the rounds of this round's phase count; reverts if they never did.
    function _phaseTime(uint256 listing, TriggerConfig.Trigger storage t, uint80 id)
        private
        view
        returns (uint256 since, uint256 until)
    {
        uint16 phase = FeedRounds.phaseOf(id);
        if (phase == t.phase) return (t.phaseSince, type(uint256).max);
        PhaseTime memory past = _pastPhases[listing][phase];
        require(past.until != 0, WrongPhase(id, t.phase));
        return (past.since, past.until);
    }

    /// @dev Until a later round has followed, the first one's answer and time can still change.
    function _firstChanged(Episode storage e, TriggerConfig.Trigger storage t) private view returns (bool) {
        if (e.passed != 0) return false;
        FeedRounds.Round memory first = FeedRounds.get(t.feed, e.firstRound);
        return first.updatedAt != e.firstTime || first.answer != int256(uint256(e.answer));
    }

    function _requireFirstUnchanged(Episode storage e, TriggerConfig.Trigger storage t) private view {
        if (!_firstChanged(e, t)) return;
        FeedRounds.Round memory first = FeedRounds.get(t.feed, e.firstRound);
        revert RoundChanged(e.firstRound, first.updatedAt, first.answer);
    }

    function _wasUp(TriggerConfig.Trigger storage t, uint256 from, uint256 to) private view returns (bool) {
        address sequencer = t.sequencer;
        return sequencer == address(0) || SequencerUptime.wasUp(sequencer, t.sequencerGrace, from, to);
    }

    function _longestGap(TriggerConfig.Trigger storage t) private view returns (uint256) {
        return t.heartbeat + TriggerConfig.SLACK;
    }
}
