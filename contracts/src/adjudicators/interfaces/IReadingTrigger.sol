// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IAdjudicator} from "./IAdjudicator.sol";

/// @title A trigger that readings of another contract's own state prove
/// @notice A *reading* is taken on chain, by anyone, at the moment of the call: a loss and the whole that it is a part of;
/// the *fall* is their quotient. A *span* begins with a reading beyond the strike, which opens an incident (`arm`). Anyone
/// may take further readings: one at or short of recovery ends the span, any other is kept if it is kinder to the pools
/// (`read`). After the persistence time one more reading beyond the strike proves it and rules (`prove`). Granted is the
/// smallest loss read in the span over the largest whole, rounded down. So no prover chooses a convenient moment alone,
/// and no single block proves anything.
///
/// Trusted, for safety: the contract that is read states its own state truly; and somebody looks at least once within the
/// persistence time, since what one block can stage, two can. For liveness: somebody arms, and proves within
/// `KEEPER_TIME` after the span is complete; the contract answers. Silence proves nothing and ends nothing: the incident
/// then lapses. Ratios and falls are WAD, times unix seconds.
interface IReadingTrigger is IAdjudicator {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice Why a span ended before it was proven.
    enum Reason {
        Recovered,
        Gap
    }

    /// @notice When a span begins and ends. 1 > strike ≥ recovery ≥ warning.
    /// @param strike A fall of more than this begins a span, and proves it.
    /// @param recovery A fall of no more than this ends one.
    /// @param warning With a fall of more than this nothing is sold.
    /// @param persistence Seconds from the first reading to the one that proves, 1 hour to 30 days.
    struct Levels {
        uint64 strike;
        uint64 recovery;
        uint64 warning;
        uint32 persistence;
    }

    /// @notice What the contract says now.
    /// @param fault Zero if there is a reading; else why there is none: "call" (no answer), "answer" (one that cannot be),
    /// "stale", "overflow", "thin" (too little is in existence to judge by), "mark" (there is no mark yet), "spent" (what was
    /// ruled on goes on), "kind".
    /// @param source Who was asked.
    /// @param value What it said, if the fault is about that.
    /// @param loss What is lost, in the units of `whole`.
    /// @param whole What it is a part of.
    struct Reading {
        bytes32 fault;
        address source;
        uint256 value;
        uint256 loss;
        uint256 whole;
    }

    /// @notice A span, one for each incident.
    /// @param listing Listing number; zero if this trigger did not open the incident.
    /// @param verdict Pending while it is armed.
    /// @param armedAt Unix seconds of the first reading: the time of loss.
    /// @param readAt Unix seconds of the last one that was kept.
    /// @param ratio Loss ratio granted, WAD.
    /// @param loss Smallest loss read.
    /// @param whole Largest whole read.
    struct Span {
        uint32 listing;
        Verdict verdict;
        uint32 armedAt;
        uint32 readAt;
        uint64 ratio;
        // -- slot
        uint128 loss;
        uint128 whole;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A span was armed by a reading beyond the strike.
    event Armed(uint256 indexed incident, uint256 indexed listing, uint256 loss, uint256 whole, address finder);
    /// @notice A further reading was taken within the span.
    event ReadingTaken(uint256 indexed incident, uint256 loss, uint256 whole);
    /// @notice The span ended before it was proven.
    event SpanEnded(uint256 indexed incident, Reason reason);
    /// @notice The span was proven, with the loss and the whole that were granted and their ratio, WAD.
    event Proven(uint256 indexed incident, uint256 loss, uint256 whole, uint256 ratio);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice The listing was not created through this trigger.
    error NotConfigured(uint256 listing);
    /// @notice A field of the configuration or of the terms is out of its bounds; `field` is its name.
    error InvalidConfig(bytes32 field);
    /// @notice There is no reading: see `Reading`.
    error NoReading(bytes32 fault, address source, uint256 value);
    /// @notice The reading is not beyond the strike, WAD.
    error NotBeyondStrike(uint256 fall, uint256 strike);
    /// @notice A span of this listing is under proof already, as `incident`.
    error AlreadyArmed(uint256 listing, uint256 incident);
    /// @notice There is no span under proof for this incident.
    error NotArmed(uint256 incident);
    /// @notice The span lasts until `timestamp`; it can be proven from `provableFrom` on.
    error SpanTooShort(uint256 timestamp, uint256 provableFrom);
    /// @notice The span could be proven until `provableUntil`.
    error SpanTooOld(uint256 timestamp, uint256 provableUntil);
    /// @notice The last reading is `elapsed` seconds old, more than may lie between two.
    error ReadingsTooFarApart(uint256 elapsed, uint256 gap);

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @notice Opens an incident by a reading beyond the strike. Anyone; pays `TRIGGER_FEE`, which returns if the span is
    /// proven or lapses. One span of a listing at a time.
    /// @param listing Listing number.
    /// @param pool A pool that has sold cover on this listing.
    /// @return incident Number of the incident in `Incidents`.
    function arm(uint256 listing, address pool) external payable returns (uint256 incident);

    /// @notice Takes a reading within a span. Anyone. One at or short of recovery, or one that comes too late after the last
    /// where the listing bounds the time between two, ends the span and dismisses the incident.
    function read(uint256 incident) external;

    /// @notice Takes the last reading, which must be beyond the strike, and rules in the same transaction. Anyone, from
    /// `persistence` after the arming until `KEEPER_TIME` later.
    /// @return ratio Loss ratio granted, WAD.
    function prove(uint256 incident) external returns (uint256 ratio);

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice What the contract says now, and the fall, WAD; zero where there is a fault.
    function readingOf(uint256 listing) external view returns (Reading memory reading, uint256 fall);

    /// @notice When spans of a listing begin and end; `gap` is the longest time between two readings, zero: any.
    function levelsOf(uint256 listing) external view returns (Levels memory levels, uint256 gap);

    /// @notice The span under proof, or ruled, of an incident.
    function spanOf(uint256 incident) external view returns (Span memory);

    /// @notice The incident of the span under proof; zero if there is none. It may have lapsed.
    function armedOf(uint256 listing) external view returns (uint256 incident);
}
