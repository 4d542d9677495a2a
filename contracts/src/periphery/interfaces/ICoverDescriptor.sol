// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Draws covers: metadata and picture of each, made on chain
/// @notice Periphery: nothing in the core depends on it. `Covers.tokenURI` asks the descriptor that `Listings` names and
/// does without it if it fails.
interface ICoverDescriptor {
    /// @notice Where a cover stands.
    /// @dev The first that is true counts, in this order: nothing remains insured (the last three), an incident that is
    /// not ruled yet, a grant that was not settled, a claim that was, and only then time.
    enum State {
        Waiting,
        InForce,
        InGrace,
        RunOff,
        IncidentOpen,
        PayoutDue,
        PaidInPart,
        PaidInFull,
        ClaimedInFull
    }

    /// @notice A data URI of JSON in base64: name, description, attributes, and the picture as a data URI of SVG. It
    /// follows from the state of the chain alone and never reverts for a cover that exists, whatever its asset answers.
    /// @dev Of incidents it looks at the newest 128 of all. Where older ones may concern the cover it says of a cover
    /// that was used up that it was claimed, not that it was paid, in full.
    function tokenURI(uint256 id) external view returns (string memory);
}
