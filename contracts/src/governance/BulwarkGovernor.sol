// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title The vote of the token's holders
/// @notice For, against, abstain; weighed by the votes of the second in which voting began. What is carried goes through
/// the timelock. Every setting has bounds in code.
contract BulwarkGovernor is
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotesQuorumFraction,
    GovernorPreventLateQuorum,
    GovernorTimelockControl
{
    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Bounds of the time from a proposal to the vote, seconds: votes borrowed for a block count for nothing.
    uint256 public constant MIN_VOTING_DELAY = 1 days;
    uint256 public constant MAX_VOTING_DELAY = 7 days;
    /// @notice Bounds of the length of a vote, seconds.
    uint256 public constant MIN_VOTING_PERIOD = 3 days;
    uint256 public constant MAX_VOTING_PERIOD = 14 days;
    /// @notice The most votes that a proposer can be asked for: a hundredth of all tokens that can ever exist.
    uint256 public constant MAX_PROPOSAL_THRESHOLD = 1_000_000e18;
    /// @notice Bounds of the quorum, hundredths of the supply.
    uint256 public constant MIN_QUORUM = 1;
    uint256 public constant MAX_QUORUM = 30;
    /// @notice Bounds of what is left for an answer when the quorum is reached late, seconds.
    uint256 public constant MIN_LATE_EXTENSION = 1 days;
    uint256 public constant MAX_LATE_EXTENSION = 7 days;

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice A setting outside [min, max]; `field` is its name.
    error SettingOutOfBounds(bytes32 field, uint256 value, uint256 min, uint256 max);
    /// @notice The timelock cannot be replaced.
    error TimelockIsFixed();

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @notice The first settings.
    /// @param votingDelay Seconds from a proposal to the vote.
    /// @param votingPeriod Seconds of the vote.
    /// @param proposalThreshold Votes that a proposer needs, units.
    /// @param quorum Hundredths of the supply that must take part.
    /// @param lateExtension Seconds left when the quorum is reached late.
    struct Settings {
        uint48 votingDelay;
        uint32 votingPeriod;
        uint256 proposalThreshold;
        uint256 quorum;
        uint48 lateExtension;
    }

    /// @param token Whose votes count.
    /// @param timelock Executes what is carried.
    /// @param s The first settings.
    constructor(IVotes token, TimelockController timelock, Settings memory s)
        Governor("Bulwark Governor")
        GovernorSettings(s.votingDelay, s.votingPeriod, s.proposalThreshold)
        GovernorVotes(token)
        GovernorVotesQuorumFraction(s.quorum)
        GovernorPreventLateQuorum(s.lateExtension)
        GovernorTimelockControl(timelock)
    {}

    /// @notice Always reverts: the roles are the timelock's for ever, so that another one could do nothing.
    function updateTimelock(TimelockController) public pure override {
        revert TimelockIsFixed();
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc Governor
    function state(uint256 proposalId) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(proposalId);
    }

    /// @inheritdoc Governor
    function proposalDeadline(uint256 proposalId)
        public
        view
        override(Governor, GovernorPreventLateQuorum)
        returns (uint256)
    {
        return super.proposalDeadline(proposalId);
    }

    /// @inheritdoc Governor
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    /// @inheritdoc Governor
    function proposalNeedsQueuing(uint256 proposalId)
        public
        view
        override(Governor, GovernorTimelockControl)
        returns (bool)
    {
        return super.proposalNeedsQueuing(proposalId);
    }

    // -- Bounded settings ----------------------------------------------------------------------------------------

    function _setVotingDelay(uint48 value) internal override {
        _check("votingDelay", value, MIN_VOTING_DELAY, MAX_VOTING_DELAY);
        super._setVotingDelay(value);
    }

    function _setVotingPeriod(uint32 value) internal override {
        _check("votingPeriod", value, MIN_VOTING_PERIOD, MAX_VOTING_PERIOD);
        super._setVotingPeriod(value);
    }

    function _setProposalThreshold(uint256 value) internal override {
        _check("proposalThreshold", value, 0, MAX_PROPOSAL_THRESHOLD);
        super._setProposalThreshold(value);
    }

    function _updateQuorumNumerator(uint256 value) internal override {
        _check("quorum", value, MIN_QUORUM, MAX_QUORUM);
        super._updateQuorumNumerator(value);
    }

    function _setLateQuorumVoteExtension(uint48 value) internal override {
        _check("lateExtension", value, MIN_LATE_EXTENSION, MAX_LATE_EXTENSION);
        super._setLateQuorumVoteExtension(value);
    }

    function _check(bytes32 field, uint256 value, uint256 min, uint256 max) private pure {
        require(value >= min && value <= max, SettingOutOfBounds(field, value, min, max));
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _tallyUpdated(uint256 proposalId) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(proposalId);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}
