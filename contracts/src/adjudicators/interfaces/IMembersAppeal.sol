// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IArbitrator} from "./IArbitrator.sol";

/// @title The members' appeal: an ERC-792 arbitrator that is a vote of all holders of a token
/// @notice For chains without an arbitrator of their own. Each dispute is one public vote: weights as of the second before
/// it was created, most votes win, a tie or too few votes is a refusal (0). There is no appeal beyond it. Who pays the fee
/// does not get it back from here: it goes to the treasury, and keeps disputes from being free. Times are unix seconds,
/// weights units of the token, shares basis points.
///
/// Trusted, for safety: that no majority of the votes cast is dishonest. For liveness: a quorum; that somebody executes.
interface IMembersAppeal is IArbitrator {
    /// @notice A dispute.
    /// @param arbitrable Who created it and obeys.
    /// @param snapshot Second as of which weights count.
    /// @param until Unix seconds of the end of the vote.
    /// @param choices Number of choices, besides refusing.
    /// @param executed True once the arbitrable took the ruling.
    struct DisputeData {
        address arbitrable;
        uint40 snapshot;
        uint40 until;
        uint8 choices;
        bool executed;
    }

    /// @notice The vote on a dispute began.
    event VoteStarted(uint256 indexed disputeID, uint256 snapshot, uint256 until, uint256 choices, bytes extraData);
    /// @notice A member voted.
    event Voted(uint256 indexed disputeID, address indexed voter, uint256 choice, uint256 weight);
    /// @notice The arbitrable took the ruling, or refused to: it can be executed again.
    event Executed(uint256 indexed disputeID, uint256 ruling, bool taken);
    /// @notice Fees were sent to the treasury, wei.
    event FeesCollected(uint256 amount);

    /// @notice A field is out of bounds; `field` is its name.
    error InvalidConfig(bytes32 field);
    /// @notice There is no dispute of this number.
    error UnknownDispute(uint256 disputeID);
    /// @notice The fee is `expected` wei.
    error WrongFee(uint256 sent, uint256 expected);
    /// @notice Members can choose among 1 to `MAX_CHOICES`, and 0.
    error ChoiceOutOfBounds(uint256 choice, uint256 most);
    /// @notice The vote ended, or is not over yet, unix seconds.
    error WrongVoteTime(uint256 until, uint256 timestamp);
    /// @notice This member voted already.
    error AlreadyVoted(uint256 disputeID, address voter);
    /// @notice The caller had no votes at the snapshot.
    error NoVotes(address voter, uint256 snapshot);
    /// @notice The ruling was taken already.
    error AlreadyExecuted(uint256 disputeID);
    /// @notice Nobody hears a further appeal.
    error NoAppeal(uint256 disputeID);
    /// @notice There are no fees to collect.
    error NoFees();

    /// @notice Votes on a dispute, once, with all the weight that the caller had, or was delegated, at the snapshot.
    function vote(uint256 disputeID, uint256 choice) external;

    /// @notice Gives the ruling to the arbitrable. Anyone, after the vote; again, if the arbitrable reverted.
    /// @return ruling Most votes; 0 for a tie or without a quorum.
    /// @return taken False if the arbitrable reverted.
    function execute(uint256 disputeID) external returns (uint256 ruling, bool taken);

    /// @notice Sends fees to the treasury. Anyone.
    function collectFees() external returns (uint256 amount);

    /// @notice The dispute of this number.
    function disputeOf(uint256 disputeID) external view returns (DisputeData memory);

    /// @notice Votes for a choice so far.
    function votesFor(uint256 disputeID, uint256 choice) external view returns (uint256);

    /// @notice Has this member voted?
    function hasVoted(uint256 disputeID, address voter) external view returns (bool);

    /// @notice Votes that a dispute needs to be ruled.
    function quorumOf(uint256 disputeID) external view returns (uint256);

    /// @notice Number of disputes; they are numbered 1 to `count`.
    function count() external view returns (uint256);
}
