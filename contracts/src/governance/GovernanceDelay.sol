// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title How long a decision waits before it takes effect, against how long an exit does (GOV-2)
/// @notice The timelock never waits less than `MIN`, and the factory makes no pool whose cooldown comes closer to it than
/// `MARGIN`: whoever disagrees asks for his exit when a decision is queued, and it is due before.
library GovernanceDelay {
    /// @dev Shortest wait of the timelock, seconds.
    uint256 internal constant MIN = 16 days;
    /// @dev Longest wait of the timelock, seconds.
    uint256 internal constant MAX = 90 days;
    /// @dev What is left to whoever reads of a decision, seconds.
    uint256 internal constant MARGIN = 2 days;
}
