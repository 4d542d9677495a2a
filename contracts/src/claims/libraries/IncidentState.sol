// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {ICovers} from "../../cover/interfaces/ICovers.sol";
import {IListings} from "../../cover/interfaces/IListings.sol";
import {IIncidents} from "../interfaces/IIncidents.sol";
import {ILossProofs} from "../interfaces/ILossProofs.sol";
import {ISalvage} from "../interfaces/ISalvage.sol";

/// @notice What is stored of an incident, in the order of its slots.
/// @param paidPartly Some cover was paid at a level below 1, by a lower ruling, or what was proven so far.
/// @param reached What the rulings on the event granted in all, less the deductible, WAD; of its first incident, and zero
/// if that was never raised.
/// @param lastTime Until when this loss may be asserted, if later than its grace.
struct Record {
    bytes32 risk;
    // -- slot
    uint32 listing;
    uint32 openedAt;
    uint32 lossTime;
    uint32 deadline;
    uint32 ruledAt;
    uint64 ratio;
    IIncidents.Status status;
    bool second;
    bool paidPartly;
    // -- slot
    address asserter;
    uint96 bond;
    // -- slot; written when granted, or opened in the time that a lapse left
    uint64 share;
    uint40 eventId;
    uint32 lastTime;
    uint64 reached;
    // -- slot; written where there is a root
    bytes32 root;
    // -- slot; the same
    uint128 lossSum;
}

/// @notice What was claimed by a cover, and paid short on it. Units.
struct Account {
    uint96 claim;
    uint96 paid;
}

/// @notice What came back for the holders whom a pool paid short.
/// @param received Units passed on to them so far.
struct Recovery {
    uint256 received;
    mapping(uint256 id => uint256) paid;
}

/// @notice What was used of the loss of an account in an event, units of the listing's asset.
/// @param own Claimed by the account's own covers.
/// @param sponsored Paid by sponsors' covers: what a pool that is short does not pay uses up nobody's loss.
/// @param sole The one sponsor's cover that claimed, and was paid in full; zero: none; else `MANY`: `leafClaims` tell.
struct LeafUse {
    uint96 own;
    uint96 sponsored;
    uint64 sole;
}

/// @dev Claims on a leaf are kept cover by cover.
uint64 constant MANY = type(uint64).max;

/// @notice What the leaves of ruled roots were used for.
/// @param uses By event and account, whatever the pool, the cover or the root: a `LeafUse`, packed.
/// @param claims Claimed by a sponsor's cover on a leaf in an event, units, where it was not the only one.
/// @param accounts Of that what a short pool has not settled in full.
/// @param outstanding Claimed on a leaf by all sponsors' covers of a pool, by its number, and not paid; units.
/// @param nets Net share granted to a root with its sum, by their hash, in an event, WAD: the same list is no news.
/// @param recovered Passed on of what came back for a leaf by a sponsor's cover, units.
struct LeafBook {
    mapping(uint256 eventId => mapping(address account => uint256)) uses;
    mapping(uint256 eventId => mapping(uint256 id => mapping(address account => uint256))) claims;
    mapping(uint256 incident => mapping(uint256 id => mapping(address account => Account))) accounts;
    mapping(uint256 incident => mapping(uint256 number => mapping(address account => uint256))) outstanding;
    mapping(uint256 eventId => mapping(bytes32 losses => uint256)) nets;
    mapping(uint256 incident => mapping(uint256 id => mapping(address account => uint256))) recovered;
}

/// @notice What settling and recovering share.
struct Book {
    mapping(uint256 incident => Record) records;
    mapping(uint256 incident => BitMaps.BitMap) settled;
    mapping(uint256 incident => mapping(uint256 id => Account)) accounts;
    mapping(uint256 eventId => mapping(uint256 id => uint256)) claimedInEvent;
    mapping(uint256 incident => mapping(address pool => Recovery)) recoveries;
    mapping(address token => mapping(address account => uint256)) credits;
    LeafBook leaves;
}

/// @notice The contracts that incidents know.
struct Parts {
    IListings listings;
    ICovers covers;
    ILossProofs lossProofs;
    ISalvage salvage;
}
