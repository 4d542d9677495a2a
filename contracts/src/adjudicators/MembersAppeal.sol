// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IArbitrable, IArbitrator} from "./interfaces/IArbitrator.sol";
import {IMembersAppeal} from "./interfaces/IMembersAppeal.sol";

/// @title MembersAppeal
/// @dev No owner, nothing to pause, no parameter that changes. Arbitrables are strangers: what they do in `rule` is theirs;
/// the ruling is known before, and a failure leaves it to be executed again. Assumptions: see the interface.
contract MembersAppeal is IMembersAppeal {
    using SafeTransferLib for address;

    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Most choices of a dispute, besides refusing.
    uint256 public constant MAX_CHOICES = 8;
    uint256 private constant BP = 10_000;
    /// @dev ERC-792's way to say that there is no appeal.
    uint256 private constant NOT_PAYABLE = 1 << 255;

    // -- Immutables ----------------------------------------------------------------------------------------------

    /// @notice The token whose holders vote; its clock is the block's timestamp.
    IVotes public immutable TOKEN;
    /// @notice Receives the fees.
    address public immutable TREASURY;
    /// @notice Fee of a dispute, wei.
    uint256 public immutable FEE;
    /// @notice Length of a vote, seconds.
    uint256 public immutable VOTING_PERIOD;
    /// @notice Part of all votes that must be cast, basis points.
    uint256 public immutable QUORUM;

    // -- Storage -------------------------------------------------------------------------------------------------

    /// @inheritdoc IMembersAppeal
    uint256 public count;
    mapping(uint256 dispute => DisputeData) private _disputes;
    /// @inheritdoc IMembersAppeal
    mapping(uint256 dispute => mapping(uint256 choice => uint256)) public votesFor;
    /// @inheritdoc IMembersAppeal
    mapping(uint256 dispute => mapping(address voter => bool)) public hasVoted;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IVotes token, address treasury, uint256 fee, uint256 votingPeriod, uint256 quorum) {
        _demand(IERC6372(address(token)).clock() == block.timestamp, "token");
        _demand(treasury != address(0), "treasury");
        _demand(fee != 0, "fee");
        _demand(votingPeriod >= 1 days && votingPeriod <= 30 days, "votingPeriod");
        _demand(quorum != 0 && quorum <= BP / 2, "quorum");
        (TOKEN, TREASURY, FEE, VOTING_PERIOD, QUORUM) = (token, treasury, fee, votingPeriod, quorum);
    }

    // -- Dispute -------------------------------------------------------------------------------------------------

    /// @inheritdoc IArbitrator
    function createDispute(uint256 choices, bytes calldata extraData) external payable returns (uint256 disputeID) {
        require(msg.value == FEE, WrongFee(msg.value, FEE));
        require(choices != 0 && choices <= MAX_CHOICES, ChoiceOutOfBounds(choices, MAX_CHOICES));
        disputeID = ++count;
        uint256 until = block.timestamp + VOTING_PERIOD;
        _disputes[disputeID] =
            DisputeData(msg.sender, uint40(block.timestamp - 1), uint40(until), uint8(choices), false);
        emit DisputeCreation(disputeID, msg.sender);
        emit VoteStarted(disputeID, block.timestamp - 1, until, choices, extraData);
    }

    /// @inheritdoc IMembersAppeal
    function vote(uint256 disputeID, uint256 choice) external {
        DisputeData memory d = _existing(disputeID);
        require(block.timestamp < d.until, WrongVoteTime(d.until, block.timestamp));
        require(choice <= d.choices, ChoiceOutOfBounds(choice, d.choices));
        require(!hasVoted[disputeID][msg.sender], AlreadyVoted(disputeID, msg.sender));
        uint256 weight = TOKEN.getPastVotes(msg.sender, d.snapshot);
        require(weight != 0, NoVotes(msg.sender, d.snapshot));
        hasVoted[disputeID][msg.sender] = true;
        votesFor[disputeID][choice] += weight;
        emit Voted(disputeID, msg.sender, choice, weight);
    }

    /// @inheritdoc IMembersAppeal
    /// @dev Marked before the call, so that the arbitrable cannot have it twice by calling back.
    function execute(uint256 disputeID) external returns (uint256 ruling, bool taken) {
        DisputeData storage d = _disputes[disputeID];
        _existing(disputeID);
        require(block.timestamp >= d.until, WrongVoteTime(d.until, block.timestamp));
        require(!d.executed, AlreadyExecuted(disputeID));
        ruling = currentRuling(disputeID);
        d.executed = true;
        // Nothing that it returns is copied.
        taken = LowLevelCall.callNoReturn(d.arbitrable, abi.encodeCall(IArbitrable.rule, (disputeID, ruling)));
        if (!taken) d.executed = false;
        emit Executed(disputeID, ruling, taken);
    }

    /// @inheritdoc IMembersAppeal
    function collectFees() external returns (uint256 amount) {
        amount = address(this).balance;
        require(amount != 0, NoFees());
        emit FeesCollected(amount);
        TREASURY.safeTransferETH(amount);
    }

    /// @inheritdoc IArbitrator
    function appeal(uint256 disputeID, bytes calldata) external payable {
        revert NoAppeal(disputeID);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IArbitrator
    function arbitrationCost(bytes calldata) external view returns (uint256) {
        return FEE;
    }

    /// @inheritdoc IArbitrator
    function appealCost(uint256, bytes calldata) external pure returns (uint256) {
        return NOT_PAYABLE;
    }

    /// @inheritdoc IArbitrator
    function appealPeriod(uint256) external pure returns (uint256 start, uint256 end) {
        return (0, 0);
    }

    /// @inheritdoc IArbitrator
    function disputeStatus(uint256 disputeID) external view returns (DisputeStatus) {
        return _existing(disputeID).executed ? DisputeStatus.Solved : DisputeStatus.Waiting;
    }

    /// @inheritdoc IArbitrator
    function currentRuling(uint256 disputeID) public view returns (uint256 ruling) {
        uint256 choices = _existing(disputeID).choices;
        uint256 most = votesFor[disputeID][0];
        uint256 cast = most;
        for (uint256 i = 1; i <= choices; ++i) {
            uint256 votes = votesFor[disputeID][i];
            cast += votes;
            if (votes > most) (most, ruling) = (votes, i);
            else if (votes == most) ruling = 0;
        }
        if (cast < quorumOf(disputeID)) ruling = 0;
    }

    /// @inheritdoc IMembersAppeal
    function quorumOf(uint256 disputeID) public view returns (uint256) {
        return (TOKEN.getPastTotalSupply(_existing(disputeID).snapshot) * QUORUM + BP - 1) / BP;
    }

    /// @inheritdoc IMembersAppeal
    function disputeOf(uint256 disputeID) external view returns (DisputeData memory) {
        return _existing(disputeID);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _existing(uint256 disputeID) private view returns (DisputeData memory d) {
        d = _disputes[disputeID];
        require(d.arbitrable != address(0), UnknownDispute(disputeID));
    }

    function _demand(bool met, bytes32 field) private pure {
        require(met, InvalidConfig(field));
    }
}
