// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Evidence (ERC-1497): what arbitrators and assessors read
interface IEvidence {
    /// @notice What disputes of this kind are about; the identifier is the listing number.
    event MetaEvidence(uint256 indexed metaEvidenceID, string evidence);
    /// @notice Evidence of a party; the group is the incident number.
    event Evidence(address indexed arbitrator, uint256 indexed evidenceGroupID, address indexed party, string evidence);
    /// @notice A dispute was created; links it to its meta evidence and its evidence.
    event Dispute(
        address indexed arbitrator, uint256 indexed disputeID, uint256 metaEvidenceID, uint256 evidenceGroupID
    );
}
