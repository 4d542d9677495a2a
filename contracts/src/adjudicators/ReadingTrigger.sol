// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {IReadingTrigger} from "./interfaces/IReadingTrigger.sol";

/// @title ReadingTrigger
/// @dev Arms, reads, proves; a child says what a reading is. Other contracts are only ever read by bounded static calls;
/// `Incidents` and `Listings` are the protocol's own. No role, no owner, nothing to pause.
abstract contract ReadingTrigger is IReadingTrigger {
    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev What is stored of a listing.
    struct Watch {
        uint64 strike;
        uint64 recovery;
        uint64 warning;
        uint32 persistence;
        uint32 gap;
        // -- slot
        uint64 maxRatio;
        uint40 armed;
    }

    /// @notice Seconds that keepers have to prove a complete span.
    uint256 public constant KEEPER_TIME = 3 days;
    uint256 internal constant WAD = 1e18;

    // -- Immutables ----------------------------------------------------------------------------------------------

    IIncidents private immutable INCIDENTS;
    IListings private immutable LISTINGS;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => Watch) private _watches;
    mapping(uint256 incident => Span) private _spans;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings) {
        (INCIDENTS, LISTINGS) = (incidents, listings);
    }

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IReadingTrigger
    function arm(uint256 listing, address pool) external payable returns (uint256 incident) {
        Watch storage w = _configured(listing);
        _requireUnarmed(listing);
        (uint256 loss, uint256 whole) = _beyond(listing, w.strike);
        incident = _open(listing, block.timestamp, pool);
        w.armed = uint40(incident);
        // Losses and wholes fit 128 bits: _measure.
        (_spans[incident].loss, _spans[incident].whole) = (uint128(loss), uint128(whole));
        emit Armed(incident, listing, loss, whole, msg.sender);
    }

    /// @inheritdoc IReadingTrigger
    function read(uint256 incident) external {
        (Span storage s, Watch storage w) = _armed(incident);
        uint256 gap = w.gap;
        if (gap != 0 && block.timestamp - s.readAt > gap) return _dismiss(incident, s, w, Reason.Gap);
        (uint256 loss, uint256 whole) = _measure(s.listing);
        if (fallDown(loss, whole) <= w.recovery) return _dismiss(incident, s, w, Reason.Recovered);
        _keep(s, loss, whole);
        emit ReadingTaken(incident, loss, whole);
    }

    /// @inheritdoc IReadingTrigger
    function prove(uint256 incident) external returns (uint256 ratio) {
        (Span storage s, Watch storage w) = _armed(incident);
        (uint256 from, uint256 elapsed, uint256 gap) =
            (uint256(s.armedAt) + w.persistence, block.timestamp - s.readAt, w.gap);
        require(block.timestamp >= from, SpanTooShort(block.timestamp, from));
        require(block.timestamp <= from + KEEPER_TIME, SpanTooOld(block.timestamp, from + KEEPER_TIME));
        require(gap == 0 || elapsed <= gap, ReadingsTooFarApart(elapsed, gap));
        uint256 listing = s.listing;
        (uint256 loss, uint256 whole) = _beyond(listing, w.strike);
        (loss, whole) = _keep(s, loss, whole);
        w.armed = 0;
        _granted(listing, loss);
        ratio = _grant(incident, loss, whole);
    }

    // -- Adjudicator ---------------------------------------------------------------------------------------------

    /// @inheritdoc IAdjudicator
    /// @dev While a span is armed the pool itself refuses, as its incident is open.
    function canSell(uint256 listing, bytes32 key) external view returns (bool) {
        return key == 0 && _watches[listing].persistence != 0 && _maySell(listing);
    }

    /// @inheritdoc IAdjudicator
    function ruling(uint256 incident) external view returns (Ruling memory r) {
        Span storage s = _spans[incident];
        (r.verdict, r.ratio) = (s.verdict, s.ratio);
    }

    /// @inheritdoc IAdjudicator
    /// @dev Never reverts for an incident of a listing that was not created here: there, this trigger has nothing to say
    /// and its time is over at once.
    function deadline(uint256 incident) external view returns (uint256) {
        uint256 persistence = _watches[INCIDENTS.incidentOf(incident).listing].persistence;
        return persistence == 0 ? block.timestamp : block.timestamp + persistence + KEEPER_TIME;
    }

    /// @inheritdoc IAdjudicator
    function worstCaseTime(uint256 listing) external view returns (uint256) {
        return _configured(listing).persistence + KEEPER_TIME;
    }

    /// @inheritdoc IAdjudicator
    function rulesOnce() external pure returns (bool) {
        return true;
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IReadingTrigger
    function readingOf(uint256 listing) external view returns (Reading memory reading, uint256 fall) {
        _configured(listing);
        reading = _reading(listing);
        if (reading.fault == 0) fall = fallDown(reading.loss, reading.whole);
    }

    /// @inheritdoc IReadingTrigger
    function levelsOf(uint256 listing) external view returns (Levels memory levels, uint256 gap) {
        return (_levels(listing), _gapOf(listing));
    }

    /// @inheritdoc IReadingTrigger
    function spanOf(uint256 incident) external view returns (Span memory) {
        return _spans[incident];
    }

    /// @inheritdoc IReadingTrigger
    function armedOf(uint256 listing) external view returns (uint256) {
        return _watches[listing].armed;
    }

    // -- What a child says ---------------------------------------------------------------------------------------

    /// @dev What the contract that is watched says now. Never reverts.
    function _reading(uint256 listing) internal view virtual returns (Reading memory);

    /// @dev Books that a loss was proven in a span, so that it is never granted again.
    function _granted(uint256 listing, uint256 loss) internal virtual;

    /// @dev May a configured listing be sold now? Never reverts.
    function _maySell(uint256 listing) internal view virtual returns (bool) {
        Reading memory r = _reading(listing);
        return r.fault == 0 && r.whole != 0 && fallDown(r.loss, r.whole) <= _watches[listing].warning;
    }

    // -- Internal: list ------------------------------------------------------------------------------------------

    /// @dev Creates a listing and stores its levels. No bond and no second adjudicator: they could rule on the same loss
    /// once more, without this trigger knowing.
    function _list(IListings.Terms calldata terms, bytes calldata wording, Levels memory levels, uint32 gap)
        internal
        returns (uint256 listing)
    {
        require(terms.adjudicator == address(this), InvalidConfig("adjudicator"));
        require(!terms.keyed, InvalidConfig("keyed"));
        require(terms.bond == 0, InvalidConfig("bond"));
        require(terms.secondAdjudicator == address(0), InvalidConfig("secondAdjudicator"));
        require(levels.persistence >= 1 hours && levels.persistence <= 30 days, InvalidConfig("persistence"));
        require(terms.grace >= levels.persistence + KEEPER_TIME, InvalidConfig("grace"));
        require(levels.strike < WAD, InvalidConfig("strike"));
        require(levels.recovery <= levels.strike, InvalidConfig("recovery"));
        require(levels.warning <= levels.recovery, InvalidConfig("warning"));
        listing = LISTINGS.create(terms, wording);
        _watches[listing] =
            Watch(levels.strike, levels.recovery, levels.warning, levels.persistence, gap, terms.maxRatio, 0);
    }

    // -- Internal: read and rule ---------------------------------------------------------------------------------

    /// @dev A reading that must be there.
    function _measure(uint256 listing) internal view returns (uint256 loss, uint256 whole) {
        Reading memory r = _reading(listing);
        require(r.fault == 0, NoReading(r.fault, r.source, r.value));
        (loss, whole) = (r.loss, r.whole);
        require(whole != 0, NoReading("answer", r.source, whole));
        uint256 larger = loss > whole ? loss : whole;
        require(larger <= type(uint128).max, NoReading("overflow", r.source, larger));
    }

    /// @dev Part of the whole that is lost, WAD, at most 1.
    function fallDown(uint256 loss, uint256 whole) internal pure returns (uint256) {
        return loss >= whole ? WAD : loss * WAD / whole;
    }

    /// @dev Opens an incident, whose span begins with it.
    function _open(uint256 listing, uint256 lossTime, address pool) internal returns (uint256 incident) {
        incident = INCIDENTS.openTriggered{value: msg.value}(listing, 0, lossTime, msg.sender, pool);
        Span storage s = _spans[incident];
        (s.listing, s.verdict) = (uint32(listing), Verdict.Pending);
        (s.armedAt, s.readAt) = (uint32(lossTime), uint32(block.timestamp));
    }

    /// @dev Rules that the loss is this part of the whole.
    function _grant(uint256 incident, uint256 loss, uint256 whole) internal returns (uint256 ratio) {
        Span storage s = _spans[incident];
        uint256 maxRatio = _watches[s.listing].maxRatio;
        ratio = fallDown(loss, whole);
        if (ratio > maxRatio) ratio = maxRatio;
        (s.verdict, s.ratio) = (Verdict.Granted, uint64(ratio));
        emit Proven(incident, loss, whole, ratio);
        INCIDENTS.rule(incident);
    }

    function _configured(uint256 listing) internal view returns (Watch storage w) {
        w = _watches[listing];
        require(w.persistence != 0, NotConfigured(listing));
    }

    function _levels(uint256 listing) internal view returns (Levels memory) {
        Watch memory w = _configured(listing);
        return Levels(w.strike, w.recovery, w.warning, w.persistence);
    }

    function _gapOf(uint256 listing) internal view returns (uint256) {
        return _watches[listing].gap;
    }

    /// @dev Only an incident that lapsed stays named here.
    function _requireUnarmed(uint256 listing) internal view {
        uint256 incident = _watches[listing].armed;
        require(
            incident == 0 || INCIDENTS.incidentOf(incident).status != IIncidents.Status.Open,
            AlreadyArmed(listing, incident)
        );
    }

    // -- Internal: spans -----------------------------------------------------------------------------------------

    function _beyond(uint256 listing, uint256 strike) private view returns (uint256 loss, uint256 whole) {
        (loss, whole) = _measure(listing);
        uint256 fall = fallDown(loss, whole);
        require(fall > strike, NotBeyondStrike(fall, strike));
    }

    function _armed(uint256 incident) private view returns (Span storage s, Watch storage w) {
        s = _spans[incident];
        w = _watches[s.listing];
        require(incident != 0 && w.armed == incident, NotArmed(incident));
    }

    /// @dev What is kinder to the pools stays.
    function _keep(Span storage s, uint256 loss, uint256 whole) private returns (uint256, uint256) {
        (uint256 lowest, uint256 largest) = (s.loss, s.whole);
        if (loss > lowest) loss = lowest;
        if (whole < largest) whole = largest;
        if (loss != lowest || whole != largest) (s.loss, s.whole) = (uint128(loss), uint128(whole));
        s.readAt = uint32(block.timestamp);
        return (loss, whole);
    }

    function _dismiss(uint256 incident, Span storage s, Watch storage w, Reason reason) private {
        w.armed = 0;
        s.verdict = Verdict.Denied;
        emit SpanEnded(incident, reason);
        INCIDENTS.rule(incident);
    }
}
