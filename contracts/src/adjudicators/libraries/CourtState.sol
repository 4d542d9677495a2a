// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {IIncidents} from "../../claims/interfaces/IIncidents.sol";
import {ICovers} from "../../cover/interfaces/ICovers.sol";
import {IListings} from "../../cover/interfaces/IListings.sol";
import {ICourt} from "../interfaces/ICourt.sol";

/// @notice A listing's configuration as it is stored.
struct Listed {
    address arbitrator;
    uint32 arbitrationTime;
    uint16 repayShare;
    uint16 version;
    // -- slot
    bytes extraData;
}

/// @notice What the court and its libraries share. A case has two slots, its appeal two more; a commitment is one, a
/// revealed vote another.
/// @param versions First listing of each version of the parameters.
/// @param voided Barred since the reveals began: the vote counts for nothing, and its voter is liable as he was.
/// @param reports Until when a reported interest can be disposed of, unix seconds.
/// @param stakeValues What one whole stake token is worth, units of an asset.
struct CourtBook {
    uint16 version;
    Checkpoints.Trace208 versions;
    mapping(uint256 version => ICourt.Parameters) parameters;
    mapping(uint256 version => Listed) defaults;
    mapping(uint256 listing => Listed) listed;
    mapping(uint256 incident => ICourt.Case) cases;
    mapping(uint256 incident => mapping(uint256 seat => ICourt.Vote)) votes;
    mapping(uint256 incident => mapping(address assessor => bytes32)) commitments;
    mapping(uint256 incident => mapping(address pool => bool)) counted;
    mapping(uint256 incident => mapping(address assessor => bool)) voided;
    mapping(bytes32 report => uint256) reports;
    mapping(address arbitrator => mapping(uint256 dispute => uint256)) disputes;
    mapping(address asset => uint256) stakeValues;
    mapping(address account => ICourt.Assessor) assessors;
    mapping(address account => Checkpoints.Trace208) stakes;
    Checkpoints.Trace208 total;
    mapping(address token => mapping(address account => uint256)) credits;
}

/// @notice The contracts that the court knows.
struct CourtParts {
    IIncidents incidents;
    IListings listings;
    ICovers covers;
    address stakeToken;
}
