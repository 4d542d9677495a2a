// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {GovernanceDelay} from "./GovernanceDelay.sol";

/// @title The timelock through which every decision goes
/// @notice OpenZeppelin's, whose delay can be set to zero by a decision of its own; here it stays within bounds, so that
/// no decision prepares one that is faster than an exit.
contract BulwarkTimelock is TimelockController {
    /// @notice Shortest and longest delay, seconds.
    uint256 public constant MIN_DELAY = GovernanceDelay.MIN;
    uint256 public constant MAX_DELAY = GovernanceDelay.MAX;

    /// @dev In the place of the parent's, which is private. Seconds.
    uint256 private _delay;

    /// @notice A delay outside [min, max], seconds.
    error DelayOutOfBounds(uint256 delay, uint256 min, uint256 max);

    /// @param delay Seconds that every decision waits.
    /// @param proposers May schedule and cancel.
    /// @param executors May execute what is due; the zero address: anyone.
    /// @param admin May set up the roles of the timelock, and should renounce that; zero for none.
    constructor(uint256 delay, address[] memory proposers, address[] memory executors, address admin)
        TimelockController(delay, proposers, executors, admin)
    {
        _checkDelay(delay);
        _delay = delay;
    }

    /// @notice Changes how long later decisions wait. Only the timelock itself, by a decision.
    /// @dev Errors: TimelockUnauthorizedCaller, DelayOutOfBounds.
    /// @param newDelay Seconds.
    function updateDelay(uint256 newDelay) public override {
        require(msg.sender == address(this), TimelockUnauthorizedCaller(msg.sender));
        _checkDelay(newDelay);
        emit MinDelayChange(_delay, newDelay);
        _delay = newDelay;
    }

    /// @notice How long a decision waits at least, seconds.
    function getMinDelay() public view override returns (uint256) {
        return _delay;
    }

    function _checkDelay(uint256 delay) private pure {
        require(delay >= MIN_DELAY && delay <= MAX_DELAY, DelayOutOfBounds(delay, MIN_DELAY, MAX_DELAY));
    }
}
