// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title An arbitrator (ERC-792): whom an arbitrable contract asks, against a fee, to choose
/// @notice Only what the protocol calls or answers; fees are wei of the chain's own coin. Choices count from 1; a ruling
/// of 0 means that the arbitrator refused or that the votes were tied.
interface IArbitrator {
    /// @notice Where a dispute stands.
    enum DisputeStatus {
        Waiting,
        Appealable,
        Solved
    }

    /// @notice A dispute was created by `arbitrable`.
    event DisputeCreation(uint256 indexed disputeID, address indexed arbitrable);

    /// @notice Creates a dispute for the caller, who pays `arbitrationCost`.
    function createDispute(uint256 choices, bytes calldata extraData) external payable returns (uint256 disputeID);

    /// @notice Fee of a dispute, wei.
    function arbitrationCost(bytes calldata extraData) external view returns (uint256);

    /// @notice Appeals the current ruling; the caller pays `appealCost`. At Kleros: the arbitrable contract only.
    function appeal(uint256 disputeID, bytes calldata extraData) external payable;

    /// @notice Fee of an appeal, wei; more than exists where there is none.
    function appealCost(uint256 disputeID, bytes calldata extraData) external view returns (uint256);

    /// @notice First and last moment of an appeal, unix seconds; both zero while there is none.
    function appealPeriod(uint256 disputeID) external view returns (uint256 start, uint256 end);

    /// @notice Where a dispute stands.
    function disputeStatus(uint256 disputeID) external view returns (DisputeStatus);

    /// @notice What would be ruled if nobody appealed.
    function currentRuling(uint256 disputeID) external view returns (uint256);
}

/// @title A contract that obeys an arbitrator (ERC-792)
interface IArbitrable {
    /// @notice A ruling was given by the arbitrator.
    event Ruling(address indexed arbitrator, uint256 indexed disputeID, uint256 ruling);

    /// @notice Gives a ruling. Caller: the arbitrator of that dispute.
    function rule(uint256 disputeID, uint256 ruling) external;
}
