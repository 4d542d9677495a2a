// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {IPriceFeed} from "./interfaces/IPriceFeed.sol";
import {IPriceFeedTrigger} from "./interfaces/IPriceFeedTrigger.sol";
import {FeedLevels} from "./libraries/FeedLevels.sol";
import {FeedRounds} from "./libraries/FeedRounds.sol";
import {SequencerUptime} from "./libraries/SequencerUptime.sol";
import {SpanWalk} from "./libraries/SpanWalk.sol";
import {TriggerConfig} from "./libraries/TriggerConfig.sol";

/// @title PriceFeedTrigger
/// @dev Feeds are only ever read by static calls; `Incidents` and `Listings` are the protocol's own. No role, no owner,
/// nothing to pause. Assumptions: see the interface.
contract PriceFeedTrigger is IPriceFeedTrigger {
    using FeedLevels for FeedLevels.Scale;
    using FeedRounds for FeedRounds.Round;
    using SpanWalk for SpanWalk.Cursor;
    using TriggerConfig for TriggerConfig.Trigger;

    // -- Types ---------------------------------------------------------------------------------------------------

    /// @dev When the rounds of a phase that is over counted, unix seconds.
    struct PhaseTime {
        uint32 since;
        uint32 until;
    }

    /// @dev Rounds seen after a recovery, none of them beyond the strike; and the base found last.
    struct Approach {
        uint80 recovered;
        uint80 seen;
        uint80 base;
    }

    // -- Immutables ----------------------------------------------------------------------------------------------

    IIncidents private immutable INCIDENTS;
    IListings private immutable LISTINGS;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => TriggerConfig.Trigger) private _triggers;
    mapping(uint256 listing => mapping(uint256 phase => PhaseTime)) private _pastPhases;
    mapping(uint256 listing => mapping(address caller => Approach)) private _approaches;
    mapping(uint256 listing => mapping(uint256 window => uint256)) private _granted;
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
        TriggerConfig.Trigger storage t = _triggers[listing];
        t.store(config, terms.maxRatio);
        emit TriggerListed(listing, msg.sender, t.load());
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
        (FeedLevels.Scale memory scale,) = _scaleOf(listing, t, recovered);
        uint80 seen = _approach(listing, t, scale, recovered, to);
        FeedRounds.getPriced(scale.feed, to);
        _approaches[listing][msg.sender] = Approach(recovered, seen, scale.base.id);
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
        (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits) = _walkOf(e, t);
        _requireFirstUnchanged(e, limits.scale);
        (SpanWalk.Outcome outcome, FeedRounds.Round memory round) = cursor.walk(limits, to);
        if (outcome == SpanWalk.Outcome.Complete) revert SpanComplete(round.id);
        if (outcome != SpanWalk.Outcome.Open) _revertAt(outcome, round, cursor, limits);
        // At most 30 days and 48 h after the first round, and no level of more than 80 bits: each fits its bits.
        (e.passed, e.time) = (uint32(cursor.round - e.firstRound), uint32(cursor.time));
        (e.level, e.integral) = (uint80(cursor.level), uint112(cursor.integral));
        if (t.relative) e.behind = uint32(e.firstRound - limits.scale.base.id);
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
    /// beyond `warning`, and so beyond recovery, until the price has recovered. A relative listing needs no warning: its
    /// waiting is the lookback at least, so the base of each loss lies after the purchase.
    function canSell(uint256 listing, bytes32 key) external view returns (bool) {
        TriggerConfig.Trigger storage t = _triggers[listing];
        address feed = t.feed;
        if (key != 0 || feed == address(0)) return false;
        FeedRounds.Round memory round = FeedRounds.latest(feed);
        if (!round.isPriced() || round.updatedAt > block.timestamp) return false;
        if (block.timestamp - round.updatedAt > t.heartbeat) return false;
        if (FeedRounds.phaseOf(round.id) != t.phase) return false;
        if (!t.relative && FeedLevels.isBeyond(t.rising, round.price(), t.warning)) return false;
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
        (FeedLevels.Scale memory scale, uint256 until) = _scaleOf(listing, t, recovered);
        _approach(listing, t, scale, recovered, firstRound);
        FeedRounds.Round memory first = FeedRounds.getPriced(scale.feed, firstRound);
        Episode memory e;
        e.level = uint80(scale.getLevel(first));
        require(
            FeedLevels.isBeyond(scale.rising, e.level, t.strike), RoundNotBeyondStrike(firstRound, e.level, t.strike)
        );
        uint256 time = first.updatedAt;
        require(time >= scale.since && time <= until, OutsidePhase(firstRound, time, scale.since, until));
        require(_wasUp(t, time, time), SequencerDown(time, time));

        incident = INCIDENTS.openTriggered{value: msg.value}(listing, 0, time, msg.sender, pool);
        incidentOf[listing][firstRound] = incident;
        // The incident's time is in the past, so it fits; a base is never 2^32 rounds away.
        (e.listing, e.firstRound, e.firstTime, e.time) = (uint32(listing), firstRound, uint32(time), uint32(time));
        if (scale.lookback != 0) e.behind = uint32(firstRound - scale.base.id);
        _episodes[incident] = e;
        emit Armed(incident, listing, firstRound, time, e.level, msg.sender);
    }

    /// @dev Reads every round from a recovery to just before `to`: none may be beyond the strike. Whether one of them is
    /// a later recovery makes no difference to which round is the first beyond the strike.
    /// @return seen The last round read.
    function _approach(
        uint256 listing,
        TriggerConfig.Trigger storage t,
        FeedLevels.Scale memory scale,
        uint80 recovered,
        uint80 to
    ) private view returns (uint80 seen) {
        require(
            to >= recovered && FeedRounds.phaseOf(to) == FeedRounds.phaseOf(recovered), RoundNotAfter(to, recovered)
        );
        Approach storage earlier = _approaches[listing][msg.sender];
        seen = earlier.recovered == recovered ? earlier.seen : 0;
        if (seen == 0) {
            _requireRecovery(t, scale, recovered);
            seen = recovered - 1;
        } else if (scale.lookback != 0) {
            scale.base.read(scale.feed, earlier.base);
        }
        uint256 strike = t.strike;
        FeedRounds.Round memory round;
        while (seen + 1 < to) {
            round.readFound(scale.feed, ++seen);
            if (!round.isPriced()) continue;
            uint256 level = scale.getLevel(round);
            require(!FeedLevels.isBeyond(scale.rising, level, strike), RoundBeyondStrike(seen, level, strike));
        }
    }

    /// @dev A recovery is a round at or past the recovery level; or one that the round before it does not lead to: it is
    /// the first of all, or follows a gap, an outage, or the beginning of its phase.
    function _requireRecovery(TriggerConfig.Trigger storage t, FeedLevels.Scale memory scale, uint80 id) private view {
        FeedRounds.Round memory round = FeedRounds.getPriced(scale.feed, id);
        uint256 level = scale.getLevel(round);
        if (!FeedLevels.isBeyond(scale.rising, level, t.recovery)) return;
        FeedRounds.Round memory before;
        do {
            if (uint64(--id) == 0) return;
            before.readFound(scale.feed, id);
        } while (!before.isPriced());
        (uint256 from, uint256 to) = (before.updatedAt, round.updatedAt);
        require(to >= from, TimeBackwards(round.id, to, from));
        require(
            to - from > scale.longestGap || (from < scale.since && to >= scale.since) || !_wasUp(t, from, to),
            NotARecovery(round.id, level, t.recovery)
        );
    }

    // -- Internal: prove -----------------------------------------------------------------------------------------

    /// @dev The span must be complete, the sequencer up throughout, and no grant too near.
    function _prove(uint256 incident, uint80 closingRound) private returns (uint256 ratio) {
        (Episode storage e, TriggerConfig.Trigger storage t) = _armed(incident);
        (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits) = _walkOf(e, t);
        _requireFirstUnchanged(e, limits.scale);
        (SpanWalk.Outcome outcome, FeedRounds.Round memory round) = cursor.walk(limits, closingRound);
        if (outcome != SpanWalk.Outcome.Complete) _revertAt(outcome, round, cursor, limits);

        (uint256 from, uint256 until) = (e.firstTime, limits.end);
        require(_wasUp(t, from, until), SequencerDown(from, until));
        _grant(e.listing, from, t.spacing());
        uint256 move;
        (move, ratio) = t.ratioDown(cursor.integral);
        (e.verdict, e.ratio) = (Verdict.Granted, uint64(ratio));
        emit Proven(incident, round.id, move, ratio);
        INCIDENTS.rule(incident);
    }

    /// @dev Time is cut into windows as long as the spacing: each holds one grant at most, and only those beside it can be
    /// too near. So the order of proofs makes no difference to what is found.
    function _grant(uint256 listing, uint256 from, uint256 spacing) private {
        mapping(uint256 window => uint256) storage granted = _granted[listing];
        uint256 window = from / spacing + 1;
        for (uint256 i = window - 1; i <= window + 1; ++i) {
            uint256 other = granted[i];
            require(
                other == 0 || from >= other + spacing || other >= from + spacing,
                SpanOverlaps(from, other, other + spacing)
            );
        }
        granted[window] = from;
    }

    /// @dev Why the span ended before it was complete; reverts if it did not. A round is missing for good once it would
    /// come too late in any case. Nobody feigns that by sending too little gas: a read that runs out of it leaves 1/64,
    /// and the ruling after it needs more than any read.
    function _endOf(Episode storage e, TriggerConfig.Trigger storage t, uint80 to)
        private
        view
        returns (Reason, uint80)
    {
        (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits) = _walkOf(e, t);
        (bool changed,) = _firstChanged(e, limits.scale);
        if (changed) return (Reason.RoundChanged, e.firstRound);
        uint256 until = block.timestamp < limits.end ? block.timestamp : limits.end;
        if (!_wasUp(t, e.firstTime, until)) return (Reason.SequencerOutage, 0);

        (SpanWalk.Outcome outcome, FeedRounds.Round memory round) = cursor.walk(limits, to);
        if (outcome == SpanWalk.Outcome.Gap || outcome == SpanWalk.Outcome.Baseless) return (Reason.Gap, round.id);
        if (outcome == SpanWalk.Outcome.PhaseChange) return (Reason.PhaseChange, round.id);
        if (outcome == SpanWalk.Outcome.Missing) {
            FeedRounds.get(limits.scale.feed, cursor.round); // else the feed is closed to us, and says nothing
            if (block.timestamp > limits.until) return (Reason.PhaseChange, round.id);
            if (block.timestamp > cursor.time + limits.scale.longestGap) return (Reason.Gap, round.id);
        }
        if (outcome == SpanWalk.Outcome.Complete) revert SpanComplete(round.id);
        require(outcome == SpanWalk.Outcome.Recovered, NotRecovered(to));
        uint80 recovered = round.id;
        round.read(limits.scale.feed, recovered + 1);
        require(round.found, RoundNotFinal(recovered));
        return (Reason.Recovered, recovered);
    }

    /// @dev From where a proof goes on, and what ends its span.
    function _walkOf(Episode storage e, TriggerConfig.Trigger storage t)
        private
        view
        returns (SpanWalk.Cursor memory cursor, SpanWalk.Limits memory limits)
    {
        cursor = SpanWalk.Cursor(e.firstRound + e.passed, e.time, e.level, e.integral);
        (limits.scale, limits.until) = _scaleOf(e.listing, t, e.firstRound);
        if (t.relative) limits.scale.base.read(limits.scale.feed, e.firstRound - e.behind);
        limits.end = uint256(e.firstTime) + t.persistence;
        limits.recovery = t.recovery;
    }

    /// @dev Names what keeps a span from being proven up to the round.
    function _revertAt(
        SpanWalk.Outcome outcome,
        FeedRounds.Round memory round,
        SpanWalk.Cursor memory cursor,
        SpanWalk.Limits memory limits
    ) private view {
        require(outcome != SpanWalk.Outcome.Missing, RoundMissing(round.id));
        uint256 time = round.updatedAt;
        require(outcome != SpanWalk.Outcome.Gap, RoundGap(round.id, time - cursor.time, limits.scale.longestGap));
        require(outcome != SpanWalk.Outcome.PhaseChange, OutsidePhase(round.id, time, 0, limits.until));
        if (outcome == SpanWalk.Outcome.Baseless) limits.scale.revertBaseMissing(round);
        if (outcome == SpanWalk.Outcome.Recovered) {
            revert RoundRecovered(round.id, limits.scale.getLevel(round), limits.recovery);
        }
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

    /// @dev How the rounds of this round's phase are read, and until when they count; reverts if they never did.
    function _scaleOf(uint256 listing, TriggerConfig.Trigger storage t, uint80 id)
        private
        view
        returns (FeedLevels.Scale memory scale, uint256 until)
    {
        (scale.feed, scale.rising, scale.lookback) = (t.feed, t.rising, t.lookback);
        scale.longestGap = t.heartbeat + TriggerConfig.SLACK;
        (scale.since, until) = _phaseTime(listing, t, id);
    }

    /// @dev Until a later round has followed, the first one's answer and time can still change.
    function _firstChanged(Episode storage e, FeedLevels.Scale memory scale)
        private
        view
        returns (bool, FeedRounds.Round memory first)
    {
        if (e.passed != 0) return (false, first);
        first = FeedRounds.get(scale.feed, e.firstRound);
        if (first.updatedAt != e.firstTime || first.answer <= 0) return (true, first);
        (bool based, uint256 level) = scale.levelOf(first);
        return (!based || level != e.level, first);
    }

    function _requireFirstUnchanged(Episode storage e, FeedLevels.Scale memory scale) private view {
        (bool changed, FeedRounds.Round memory first) = _firstChanged(e, scale);
        require(!changed, RoundChanged(first.id, first.updatedAt, first.answer));
    }

    function _wasUp(TriggerConfig.Trigger storage t, uint256 from, uint256 to) private view returns (bool) {
        address sequencer = t.sequencer;
        return sequencer == address(0) || SequencerUptime.wasUp(sequencer, t.sequencerGrace, from, to);
    }
}
