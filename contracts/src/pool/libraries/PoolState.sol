// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IIncidents} from "../../claims/interfaces/IIncidents.sol";
import {ICovers} from "../../cover/interfaces/ICovers.sol";
import {IListings} from "../../cover/interfaces/IListings.sol";
import {ExitQueue} from "./ExitQueue.sol";
import {ExposureBook} from "./ExposureBook.sol";
import {Funding} from "./Funding.sol";
import {Solvency} from "./Solvency.sol";
import {Streams} from "./Streams.sol";

/// @notice The ledger. Units of the asset.
/// @param cash What the pool holds by its own books.
/// @param owed Exits set aside, payouts kept for collection, fees; nominal, see `scale`.
/// @param scale What a nominal unit of debt is worth after a write-down that reached the debts, WAD; else 1e18.
struct Ledger {
    uint96 cash;
    uint96 owed;
    uint64 scale;
}

/// @notice Gains that stream in, and the backing of the price.
/// @param unvested What is yet to stream in, units.
/// @param updated Unix seconds up to which both were settled.
/// @param end Unix seconds at which the gains have all come in.
/// @param b Backing of the price, units.
struct Gains {
    uint96 unvested;
    uint32 updated;
    uint32 end;
    uint96 b;
}

/// @notice What incidents hold.
/// @param open Σ of what open (not yet ruled) incidents may take beyond what is granted, grains.
/// @param full Σ of granted reserves that are funded in full, less what was paid on them, units, nominal.
/// @param cursor Journal entries stepped past.
/// @param cohorts Height of the stack of reserves that are not funded in full.
/// @param openRisks Risks with an open incident.
/// @param ruined The share price once fell below a thousandth of its first.
struct Reserves {
    uint64 open;
    uint96 full;
    uint32 cursor;
    uint24 cohorts;
    uint32 openRisks;
    bool ruined;
}

/// @notice The price curve.
/// @param level Level of k, WAD per year, as the last sale left it.
/// @param moved Unix seconds of that sale.
/// @param utilisation SCR / b that it left, WAD, at most 1.
/// @param covers Covers sold.
/// @param curatorFee Fee of the curator, basis points of the net premium.
struct Curve {
    uint64 level;
    uint32 moved;
    uint64 utilisation;
    uint40 covers;
    uint16 curatorFee;
}

/// @notice Fees owed, units (nominal), and the ends of the exit queue.
/// @param protocol Fees of the treasury.
/// @param curator Fees of the curator.
/// @param head Number of the oldest request that may be unserved.
/// @param tail Number of the next request.
struct FeesAndQueue {
    uint96 protocol;
    uint96 curator;
    uint32 head;
    uint32 tail;
}

/// @notice How the pool backs a listing.
/// @param class Class.
/// @param group Group within the class; for keyed risks each zone of it is a group of its own.
/// @param limit Largest exposure, grains; zero: not backed.
/// @param exposure Sum insured in force under all keys of a keyed listing, grains; else the risk has it.
/// @param maxLossProbability What the class was calibrated for, WAD.
struct Backing {
    uint8 class;
    uint48 group;
    uint64 limit;
    uint64 exposure;
    uint64 maxLossProbability;
}

/// @notice Exposure of a group. Grains.
/// @param net What the solvency requirement counts: exposure less reserves.
/// @param gross Sum insured in force.
/// @param limit Largest gross exposure.
struct Group {
    uint64 net;
    uint64 gross;
    uint64 limit;
}

/// @notice Exposure under one adjudicator. Grains.
struct AdjudicatorBook {
    uint64 limit;
    uint64 exposure;
}

/// @notice The one reserve of a risk. Grains.
/// @param open The most that an open incident may be granted; zero if none is open.
/// @param granted Granted and not yet claimed; several events may have been granted more than is exposed.
/// @param base Exposure when the risk was frozen, and what was sold since: what a raise is granted on.
/// @param openCount Incidents open.
/// @param unsettled Incidents granted and not closed.
/// @param frozenUntil Day until which a lapsed incident may be asserted again, rounded up.
/// @param most The most that one event may be granted, on the base.
/// @param raised Granted since the risk was frozen, claimed or not.
/// @param first Unix seconds of the earliest loss asserted since then.
/// @param last Unix seconds of the latest one.
/// @param window Seconds around a granted loss that count as the same event; zero: each ruling is an event of its own.
struct RiskReserve {
    uint64 open;
    uint64 granted;
    uint64 base;
    uint24 openCount;
    uint24 unsettled;
    uint16 frozenUntil;
    // -- slot; written where rulings can belong to one event, or the base is above what is exposed
    uint64 most;
    uint64 raised;
    uint32 first;
    uint32 last;
    uint32 window;
}

/// @notice The reserve granted to one incident. Units.
/// @param unclaimed Not yet claimed.
/// @param short Claimed and not yet paid in full.
/// @param cohort Number of the cohort that it entered with; zero: funded in full from the start.
/// @param exists True until it is finished.
/// @param paid Paid on `short`.
/// @param closedAt Unix seconds at which the pool stepped past the closing, if it could not finish then; else zero.
/// @param finalAt Unix seconds since when the level is final and holders paid short can be topped up; else zero.
struct Grant {
    uint96 unclaimed;
    uint96 short;
    uint32 cohort;
    bool exists;
    uint96 paid;
    uint32 closedAt;
    uint32 finalAt;
}

/// @notice The premium stream of a keyed risk: its covers all run with the event.
/// @param rate Sum of their rates, 1e-18 grains a second.
/// @param start Day on which it starts.
/// @param end Day on which it ends.
struct KeyedStream {
    uint80 rate;
    uint16 start;
    uint16 end;
}

/// @notice Everything that a pool stores, but for its shares.
/// @dev `openBeyond`: Σ of what several open incidents of a risk may be granted together beyond what they may claim, grains.
struct PoolState {
    Ledger ledger;
    Streams.Stream stream;
    Gains gains;
    Reserves reserves;
    Curve curve;
    FeesAndQueue queue;
    Solvency.Totals totals;
    mapping(uint256 => Solvency.Class) classes;
    mapping(uint256 => Group) groups;
    mapping(bytes32 => ExposureBook.Risk) risks;
    mapping(bytes32 => mapping(uint256 => uint256)) runOff;
    mapping(bytes32 => RiskReserve) riskReserves;
    mapping(bytes32 => KeyedStream) keyedStreams;
    mapping(uint256 => Grant) grants;
    mapping(uint256 => Backing) backings;
    mapping(uint256 => address) adjudicatorOf;
    mapping(address => AdjudicatorBook) adjudicators;
    mapping(uint256 => uint256) deltas;
    Funding.Stack stack;
    mapping(uint256 => ExitQueue.Request) requests;
    mapping(address => ExitQueue.Claimable) claimables;
    mapping(address => mapping(address => bool)) operators;
    mapping(address => uint256) kept;
    mapping(uint256 => uint64) maxLossProbability;
    mapping(bytes32 => uint256) executableAt;
    mapping(uint256 incident => uint256) shortfalls;
    uint256 openBeyond;
    address curator;
    uint8 classCount;
}

/// @notice What the pool's libraries need of its immutables and shares.
/// @param grain Units to a grain.
/// @param r Correlation across classes, basis points.
/// @param kappa Charge on the amount, WAD per year.
/// @param cooldown Seconds.
/// @param number Number of the pool in `Covers`.
/// @param supply Shares outstanding, queued ones included.
/// @param queued Shares in the exit queue.
/// @param virtualShares Shares that one unit buys in an empty pool.
struct Config {
    address asset;
    IListings listings;
    IIncidents incidents;
    ICovers covers;
    uint256 grain;
    uint256 r;
    uint256 kappa;
    uint256 cooldown;
    uint256 number;
    uint256 supply;
    uint256 queued;
    uint256 virtualShares;
}
