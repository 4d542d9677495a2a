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

/// @notice What settling and recovering share.
struct Book {
    mapping(uint256 incident => Record) records;
    mapping(uint256 incident => BitMaps.BitMap) settled;
    mapping(uint256 incident => mapping(uint256 id => Account)) accounts;
    mapping(uint256 eventId => mapping(uint256 id => uint256)) claimedInEvent;
    mapping(uint256 incident => mapping(address pool => Recovery)) recoveries;
    mapping(address token => mapping(address account => uint256)) credits;
}

/// @notice The contracts that incidents know.
struct Parts {
    IListings listings;
    ICovers covers;
    ILossProofs lossProofs;
    ISalvage salvage;
}
