// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {CourtAppeals} from "./CourtAppeals.sol";
import {CourtConflicts} from "./CourtConflicts.sol";
import {CourtOpening} from "./CourtOpening.sol";
import {CourtSettlement} from "./CourtSettlement.sol";
import {CourtStakes} from "./CourtStakes.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {ICourt} from "./interfaces/ICourt.sol";
import {CourtCases} from "./libraries/CourtCases.sol";
import {CourtConfig} from "./libraries/CourtConfig.sol";
import {CourtBook, CourtParts} from "./libraries/CourtState.sol";
import {CourtVotes} from "./libraries/CourtVotes.sol";
import {Interests} from "./libraries/Interests.sol";
import {Stakes} from "./libraries/Stakes.sol";

/// @title Court
/// @dev What is called often is here, the rest in external libraries. Settling a case loops over its seats, at most
/// `MAX_SEATS`; whoever did not reveal is settled by name, so that no crowd of commits holds a case up. Assumptions: see
/// the interface.
contract Court is ICourt, AccessManaged, ReentrancyGuardTransient {
    using Checkpoints for Checkpoints.Trace208;
    using CourtCases for Case;
    using CourtCases for CourtBook;
    using Stakes for CourtBook;

    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Most votes that count in a case.
    uint256 public constant MAX_SEATS = CourtVotes.MAX_SEATS;
    /// @notice The whole ratio asserted, billionths.
    uint256 public constant FULL = CourtVotes.FULL;
    /// @notice Largest interest in a case that harms nothing, basis points of the assessor's weight.
    uint256 public constant MAX_INTEREST = Interests.MAX_INTEREST;
    /// @notice Seconds in which a reported interest can be disposed of.
    uint256 public constant DISPOSAL_TIME = CourtConflicts.DISPOSAL_TIME;
    /// @notice Units of the stake token in a grain.
    uint256 public constant GRAIN = Stakes.GRAIN;
    /// @notice Seconds from the request until stake can leave: longer than from an assertion to the last commit.
    uint256 public constant UNSTAKE_DELAY = CourtStakes.UNSTAKE_DELAY;
    uint256 private constant MAX_KEY = 1_024;

    // -- Immutables ----------------------------------------------------------------------------------------------

    /// @notice The token that assessors stake. While it is staked it has no vote in governance.
    address public immutable STAKE_TOKEN;
    IIncidents private immutable INCIDENTS;
    IListings private immutable LISTINGS;
    ICovers private immutable COVERS;

    // -- Storage -------------------------------------------------------------------------------------------------

    CourtBook private s;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param authority The AccessManager that grants the roles.
    /// @param stakeToken An ERC-20 of 18 decimals.
    constructor(address authority, address stakeToken, IIncidents incidents, IListings listings, ICovers covers)
        AccessManaged(authority)
    {
        (STAKE_TOKEN, INCIDENTS, LISTINGS, COVERS) = (stakeToken, incidents, listings, covers);
    }

    // -- Restricted ----------------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function setParameters(Parameters calldata parameters, Config calldata config) external restricted {
        CourtConfig.setParameters(s, _parts(), parameters, config);
    }

    /// @inheritdoc ICourt
    function setStakeValue(address asset, uint256 value) external restricted {
        s.stakeValues[asset] = value;
        emit StakeValueSet(asset, value);
    }

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function createListing(
        IListings.Terms calldata terms,
        bytes calldata wording,
        string calldata metaEvidence,
        Config calldata config
    ) external returns (uint256 listing) {
        return CourtConfig.createListing(s, _parts(), terms, wording, metaEvidence, config);
    }

    // -- Stake ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function stake(uint256 amount) external nonReentrant {
        CourtStakes.stake(s, STAKE_TOKEN, amount);
    }

    /// @inheritdoc ICourt
    function requestUnstake(uint256 amount) external {
        CourtStakes.requestUnstake(s, amount);
    }

    /// @inheritdoc ICourt
    function withdraw() external nonReentrant returns (uint256 amount) {
        return CourtStakes.withdraw(s, STAKE_TOKEN);
    }

    /// @inheritdoc ICourt
    function setEncryptionKey(bytes calldata key) external {
        require(key.length <= MAX_KEY, InvalidConfig("key"));
        emit EncryptionKeySet(msg.sender, key);
    }

    // -- Case ----------------------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function openCase(uint256 incident, address pool) external {
        CourtOpening.openCase(s, _parts(), incident, pool);
    }

    /// @inheritdoc ICourt
    function countPool(uint256 incident, address pool) external {
        CourtConflicts.countPool(s, _parts(), incident, pool);
    }

    /// @inheritdoc ICourt
    function submitEvidence(uint256 incident, string calldata evidence) external {
        CourtOpening.submitEvidence(s, _parts(), incident, evidence);
    }

    /// @inheritdoc ICourt
    function answer(uint256 incident, bytes32 evidence, string calldata text) external {
        CourtCases.requireTime(0, s.existing(incident).commitFrom);
        emit Answered(incident, msg.sender, evidence, text);
    }

    /// @inheritdoc ICourt
    function commit(uint256 incident, bytes32 commitment) external {
        Case storage c = s.existing(incident);
        CourtCases.requireTime(c.commitFrom, c.revealFrom());
        require(uint256(commitment) > uint256(CourtCases.BARRED), InvalidCommitment(commitment));
        require(s.commitments[incident][msg.sender] == 0, AlreadyCommitted(incident, msg.sender));
        uint64 weight = s.weightAt(msg.sender, c.snapshot);
        Parameters storage p = s.parameters[c.version];
        require(weight >= p.minStake, StakeTooSmall(weight, p.minStake));
        uint256 most = Interests.harmlessDown(weight);
        uint256 interest = Interests.ofSharesUp(c.pool, msg.sender, s.stakeValues);
        require(interest <= most, ConflictOfInterest(interest, most));

        s.commitments[incident][msg.sender] = commitment;
        c.committed += weight;
        s.lock(msg.sender, Stakes.shareUp(weight, p.silentSlash));
        emit Committed(incident, msg.sender, weight);
    }

    /// @inheritdoc ICourt
    function reveal(uint256 incident, uint32 award, bytes32 reason, bytes32 salt) external {
        Case storage c = s.existing(incident);
        CourtCases.requireTime(c.revealFrom(), c.revealUntil());
        require(award <= FULL && (award == 0 || award == FULL || !c.yesOrNo), AwardOutOfBounds(award));
        bytes32 commitment = commitmentOf(incident, msg.sender, award, reason, salt);
        require(s.commitments[incident][msg.sender] == commitment, NotCommitted(incident, msg.sender, commitment));
        delete s.commitments[incident][msg.sender];
        emit Revealed(incident, msg.sender, award, reason);

        Vote memory vote = Vote(msg.sender, s.weightAt(msg.sender, c.snapshot), award);
        if (s.voided[incident][msg.sender]) (c.committed, vote.weight) = (c.committed - vote.weight, 0);
        uint8 seats = c.seats;
        Vote memory loser = CourtVotes.seat(s.votes[incident], seats, vote);
        if (seats < MAX_SEATS) {
            (c.seats, c.revealed) = (seats + 1, c.revealed + vote.weight);
            return;
        }
        c.committed -= loser.weight;
        c.revealed = c.revealed + vote.weight - loser.weight;
        uint64 weight = s.weightAt(loser.voter, c.snapshot); // also of one whose vote is void
        s.unlock(loser.voter, Stakes.shareUp(weight, s.parameters[c.version].silentSlash));
        emit Unseated(incident, loser.voter);
    }

    // -- Conflict of interest ------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function reportConflict(uint256 incident, address assessor, Position calldata position) external {
        CourtConflicts.report(s, _parts(), incident, assessor, position);
    }

    /// @inheritdoc ICourt
    function clearConflict(uint256 incident, address assessor, Position calldata position) external {
        CourtConflicts.clear(s, _parts(), incident, assessor, position);
    }

    /// @inheritdoc ICourt
    function confirmConflict(uint256 incident, address assessor, Position calldata position, uint256 seat) external {
        CourtConflicts.confirm(s, _parts(), incident, assessor, position, seat);
    }

    // -- Appeal --------------------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function appeal(uint256 incident) external payable nonReentrant returns (uint256 dispute) {
        return CourtAppeals.appeal(s, _parts(), incident);
    }

    /// @inheritdoc ICourt
    function appealAgain(uint256 incident) external payable nonReentrant {
        CourtAppeals.appealAgain(s, _parts(), incident);
    }

    /// @inheritdoc ICourt
    /// @dev Not guarded against re-entry: it reads and writes nothing but the case's own slot.
    function rule(uint256 dispute, uint256 choice) external {
        CourtAppeals.rule(s, dispute, choice);
    }

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function settleCase(uint256 incident) external nonReentrant {
        CourtSettlement.settleCase(s, _parts(), incident);
    }

    /// @inheritdoc ICourt
    function settleSilent(uint256 incident, address[] calldata assessors) external {
        CourtSettlement.settleSilent(s, incident, assessors);
    }

    /// @inheritdoc ICourt
    function collect(address token, address account) external nonReentrant returns (uint256 amount) {
        return CourtStakes.collect(s, _parts(), token, account);
    }

    // -- Adjudicator ---------------------------------------------------------------------------------------------

    /// @inheritdoc IAdjudicator
    /// @dev No cover is sold that too few assessors could judge.
    function canSell(uint256 listing, bytes32) external view returns (bool) {
        uint256 listedVersion = s.listed[listing].version;
        Parameters storage p = s.parameters[listedVersion];
        return listedVersion != 0 && s.total.latest() >= uint256(p.minStake) * p.minAssessors;
    }

    /// @inheritdoc IAdjudicator
    function ruling(uint256 incident) external view returns (Ruling memory) {
        return CourtSettlement.ruling(s, _parts(), incident);
    }

    /// @inheritdoc IAdjudicator
    function deadline(uint256 incident) external view returns (uint256) {
        return block.timestamp + CourtOpening.timeOf(s, _parts(), INCIDENTS.incidentOf(incident).listing);
    }

    /// @inheritdoc IAdjudicator
    function worstCaseTime(uint256 listing) external view returns (uint256) {
        return LISTINGS.terms(listing).grace + CourtOpening.timeOf(s, _parts(), listing);
    }

    /// @inheritdoc IAdjudicator
    function rulesOnce() external pure returns (bool) {
        return false;
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ICourt
    function version() external view returns (uint16) {
        return s.version;
    }

    /// @inheritdoc ICourt
    function parametersOf(uint256 version_) external view returns (Parameters memory parameters, Config memory config) {
        return (s.parameters[version_], CourtConfig.load(s.defaults[version_]));
    }

    /// @inheritdoc ICourt
    function configOf(uint256 listing) external view returns (uint16 version_, Config memory config) {
        return CourtOpening.configOf(s, _parts(), listing);
    }

    /// @inheritdoc ICourt
    function caseOf(uint256 incident) external view returns (Case memory) {
        return s.existing(incident);
    }

    /// @inheritdoc ICourt
    function votesOf(uint256 incident) external view returns (Vote[] memory votes) {
        votes = new Vote[](s.existing(incident).seats);
        for (uint256 i; i < votes.length; ++i) {
            votes[i] = s.votes[incident][i];
        }
    }

    /// @inheritdoc ICourt
    function commitmentBy(uint256 incident, address assessor) external view returns (bytes32) {
        return s.voided[incident][assessor] ? CourtCases.BARRED : s.commitments[incident][assessor];
    }

    /// @inheritdoc ICourt
    function commitmentOf(uint256 incident, address assessor, uint32 award, bytes32 reason, bytes32 salt)
        public
        view
        returns (bytes32)
    {
        return keccak256(abi.encode(block.chainid, address(this), incident, assessor, award, reason, salt));
    }

    /// @inheritdoc ICourt
    function tallyOf(uint256 incident) external view returns (Tally memory) {
        return CourtSettlement.tallyOf(s, incident);
    }

    /// @inheritdoc ICourt
    function outcomeOf(uint256 incident) external view returns (Outcome outcome, uint32 award) {
        return CourtSettlement.outcomeOf(s, incident);
    }

    /// @inheritdoc ICourt
    function assessorOf(address account) external view returns (Assessor memory) {
        return s.assessors[account];
    }

    /// @inheritdoc ICourt
    function weightAt(address account, uint256 time) external view returns (uint256) {
        return s.weightAt(account, time);
    }

    /// @inheritdoc ICourt
    function totalStakeAt(uint256 time) external view returns (uint256) {
        return s.total.upperLookupRecent(uint48(time));
    }

    /// @inheritdoc ICourt
    function stakeValue(address asset) external view returns (uint256) {
        return s.stakeValues[asset];
    }

    /// @inheritdoc ICourt
    function creditOf(address token, address account) external view returns (uint256) {
        return s.credits[token][account];
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _parts() private view returns (CourtParts memory) {
        return CourtParts(INCIDENTS, LISTINGS, COVERS, STAKE_TOKEN);
    }
}
