// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {IOptimistic} from "./interfaces/IOptimistic.sol";
import {IOptimisticOracleV3, IOptimisticOracleV3Callbacks} from "./interfaces/IOptimisticOracleV3.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";
import {ClaimText} from "./libraries/ClaimText.sol";

/// @title Optimistic
/// @dev The oracle is fixed at deployment; whoever approves this contract approves that oracle. A listing's currency is
/// its creator's choice and not trusted beyond that listing. No token stays here, no owner, nothing to pause.
/// Assumptions: see the interface.
contract Optimistic is IOptimistic, ReentrancyGuardTransient {
    using BoundedCall for address;
    using SafeTransferLib for address;

    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Seconds after the opening of an incident within which it must be asserted in UMA's oracle.
    uint256 public constant ASSERT_TIME = 2 days;
    /// @notice Shortest liveness, seconds: whoever watches has a day to dispute.
    uint256 public constant MIN_LIVENESS = 1 days;
    /// @notice Longest liveness, seconds.
    uint256 public constant MAX_LIVENESS = 14 days;
    /// @notice Seconds from a dispute to the end of UMA's vote at the latest: the rest of a round of two days, the round
    /// that votes, and four more into which a vote without quorum rolls.
    uint256 public constant VOTE_TIME = 12 days;
    /// @notice Seconds that keepers have to settle and rule.
    uint256 public constant KEEPER_TIME = 3 days;
    /// @notice Shortest grace, seconds: people find and assert a loss, no machine does.
    uint256 public constant MIN_GRACE = 7 days;

    /// @dev The kind of question that UMA's voters answer by true or false.
    bytes32 private constant IDENTIFIER = "ASSERT_TRUTH";
    /// @dev Three questions to the oracle; of what is in hand 63/64 reach each.
    uint256 private constant REFUSAL_GAS = 3 * BoundedCall.GAS + 500_000;

    // -- Immutables ----------------------------------------------------------------------------------------------

    IIncidents private immutable INCIDENTS;
    IListings private immutable LISTINGS;
    /// @inheritdoc IOptimistic
    IOptimisticOracleV3 public immutable ORACLE;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => Config) private _configs;
    mapping(uint256 incident => Claim) private _claims;
    /// @inheritdoc IOptimistic
    mapping(bytes32 assertionId => uint256) public incidentOf;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings, IOptimisticOracleV3 oracle) {
        require(address(oracle).code.length != 0, InvalidConfig("oracle"));
        (INCIDENTS, LISTINGS, ORACLE) = (incidents, listings, oracle);
    }

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IOptimistic
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing)
    {
        _require(terms.adjudicator == address(this), "adjudicator");
        _require(terms.bond != 0, "terms.bond");
        _require(terms.grace >= MIN_GRACE, "grace");
        _require(config.liveness >= MIN_LIVENESS && config.liveness <= MAX_LIVENESS, "liveness");
        _require(config.bond <= config.maxBond, "maxBond");
        (bool known, bool answered, uint256 least) = _askOracle(config.currency);
        _require(known, "currency");
        _require(answered && config.bond != 0 && config.bond >= least, "bond");
        // Else a false claimant who has the oracle stuck, at the price of UMA's bonds, saves more than that.
        _require(config.currency != terms.bondToken || config.bond >= terms.bond, "bond");

        listing = LISTINGS.create(terms, wording);
        _configs[listing] = config;
        emit OptimisticListed(listing, msg.sender, config);
    }

    // -- Assert --------------------------------------------------------------------------------------------------

    /// @inheritdoc IOptimistic
    function assertTruth(uint256 incident, uint256 maxBond) external nonReentrant returns (bytes32 assertionId) {
        (IIncidents.Incident memory i, Config memory config, Claim storage c) = _due(incident);
        (bool answered, uint256 least) = _leastBond(config.currency);
        require(answered, OracleSilent(address(ORACLE)));
        uint256 bond = Math.max(config.bond, least);
        require(bond <= maxBond, BondAboveMaximum(bond, maxBond));
        (c.asserter, c.assertedAt, c.state) = (msg.sender, uint32(block.timestamp), State.Asserted);

        uint256 before = _bring(config.currency, bond);
        assertionId = _assert(_textOf(incident, i), config, bond);
        uint256 held = config.currency.balanceOf(address(this));
        require(held == before, BondNotTaken(held, before));

        require(assertionId != 0 && incidentOf[assertionId] == 0, InvalidAssertionId(assertionId));
        (c.assertionId, incidentOf[assertionId]) = (assertionId, incident);
        emit TruthAsserted(incident, assertionId, msg.sender, bond);
    }

    /// @inheritdoc IOptimistic
    function noteRefusal(uint256 incident) external {
        (IIncidents.Incident memory i,, Claim storage c) = _due(incident);
        uint256 left = gasleft();
        require(left > REFUSAL_GAS, BoundedCall.GasTooLow(left, REFUSAL_GAS));
        (bool taken, uint256 bond) = takesAssertion(i.listing);
        require(!taken, OracleWilling(i.listing, bond));
        c.refused = true;
        emit RefusalNoted(incident);
    }

    /// @inheritdoc IOptimistic
    function settleAssertion(uint256 incident) external {
        Claim memory c = _claims[incident];
        require(c.assertionId != 0, NotAsserted(incident));
        if (c.state < State.Upheld) ORACLE.settleAssertion(c.assertionId);
        INCIDENTS.rule(incident);
    }

    // -- Callbacks -----------------------------------------------------------------------------------------------

    /// @inheritdoc IOptimisticOracleV3Callbacks
    /// @dev Only records: to the oracle it never reverts, else the oracle could not settle. The first outcome counts.
    function assertionResolvedCallback(bytes32 assertionId, bool assertedTruthfully) external {
        (uint256 incident, Claim storage c) = _calledBack(assertionId);
        if (incident == 0 || c.state >= State.Upheld) return;
        c.state = assertedTruthfully ? State.Upheld : State.Rejected;
        emit TruthResolved(incident, assertionId, assertedTruthfully);
    }

    /// @inheritdoc IOptimisticOracleV3Callbacks
    /// @dev Only records: to the oracle it never reverts, else nobody could dispute.
    function assertionDisputedCallback(bytes32 assertionId) external {
        (uint256 incident, Claim storage c) = _calledBack(assertionId);
        if (incident == 0 || c.state != State.Asserted) return;
        c.state = State.Disputed;
        emit TruthDisputed(incident, assertionId);
    }

    // -- Adjudicator ---------------------------------------------------------------------------------------------

    /// @inheritdoc IAdjudicator
    function canSell(uint256 listing, bytes32) external view returns (bool taken) {
        (taken,) = takesAssertion(listing);
    }

    /// @inheritdoc IAdjudicator
    /// @dev What is granted is what was asserted: `Incidents` has it, and lets nobody change it.
    function ruling(uint256 incident) external view returns (Ruling memory r) {
        State state = _claims[incident].state;
        if (state == State.Upheld) {
            IIncidents.Incident memory i = INCIDENTS.incidentOf(incident);
            (r.verdict, r.ratio, r.root, r.lossSum) = (Verdict.Granted, i.ratio, i.root, i.lossSum);
        } else if (state == State.Rejected || (state == State.None && _isOverdue(incident))) {
            r.verdict = Verdict.Denied;
        }
    }

    /// @inheritdoc IAdjudicator
    function deadline(uint256 incident) external view returns (uint256) {
        return block.timestamp + _rulingTime(_configured(INCIDENTS.incidentOf(incident).listing));
    }

    /// @inheritdoc IAdjudicator
    /// @dev A loss may be asserted until its grace ends.
    function worstCaseTime(uint256 listing) external view returns (uint256) {
        return LISTINGS.terms(listing).grace + _rulingTime(_configured(listing));
    }

    /// @inheritdoc IAdjudicator
    function rulesOnce() external pure returns (bool) {
        return false;
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IOptimistic
    function configOf(uint256 listing) external view returns (Config memory) {
        return _configured(listing);
    }

    /// @inheritdoc IOptimistic
    function claimOf(uint256 incident) external view returns (Claim memory) {
        return _claims[incident];
    }

    /// @inheritdoc IOptimistic
    function claimText(uint256 incident) external view returns (bytes memory) {
        IIncidents.Incident memory i = INCIDENTS.incidentOf(incident);
        _configured(i.listing);
        return _textOf(incident, i);
    }

    /// @inheritdoc IOptimistic
    function takesAssertion(uint256 listing) public view returns (bool taken, uint256 bond) {
        Config memory config = _configs[listing];
        if (config.liveness == 0) return (false, 0);
        (bool known, bool answered, uint256 least) = _askOracle(config.currency);
        return (known && answered && least <= config.maxBond, Math.max(config.bond, least));
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _require(bool valid, bytes32 field) private pure {
        require(valid, InvalidConfig(field));
    }

    function _configured(uint256 listing) private view returns (Config memory config) {
        config = _configs[listing];
        require(config.liveness != 0, NotConfigured(listing));
    }

    /// @dev From the opening to the ruling.
    function _rulingTime(Config memory config) private pure returns (uint256) {
        return ASSERT_TIME + config.liveness + VOTE_TIME + KEEPER_TIME;
    }

    /// @dev An open incident of a listing of this contract, which nobody has asserted in UMA's oracle and somebody may.
    function _due(uint256 incident)
        private
        view
        returns (IIncidents.Incident memory i, Config memory config, Claim storage c)
    {
        i = INCIDENTS.incidentOf(incident);
        config = _configured(i.listing);
        require(i.status == IIncidents.Status.Open, IIncidents.WrongStatus(incident, i.status));
        require(!i.second, AlreadyPassedOn(incident));
        c = _claims[incident];
        require(c.state == State.None, AlreadyAsserted(incident, c.assertionId));
        uint256 until = i.openedAt + ASSERT_TIME;
        require(block.timestamp <= until, AssertedTooLate(until, block.timestamp));
    }

    /// @dev Nobody asserted it in time although UMA's oracle takes it.
    function _isOverdue(uint256 incident) private view returns (bool taken) {
        IIncidents.Incident memory i = INCIDENTS.incidentOf(incident);
        if (_claims[incident].refused || block.timestamp <= i.openedAt + ASSERT_TIME) return false;
        (taken,) = takesAssertion(i.listing);
    }

    /// @dev What the oracle says of the question and of a currency; whatever it does, the answer is bounded.
    function _askOracle(address currency) private view returns (bool known, bool answered, uint256 least) {
        known = _isYes(abi.encodeCall(IOptimisticOracleV3.cachedIdentifiers, (IDENTIFIER)))
            && _isYes(abi.encodeCall(IOptimisticOracleV3.cachedCurrencies, (currency)));
        (answered, least) = _leastBond(currency);
    }

    function _isYes(bytes memory question) private view returns (bool) {
        (bool answered, uint256 value) = address(ORACLE).word(question);
        return answered && value == 1;
    }

    function _leastBond(address currency) private view returns (bool, uint256) {
        return address(ORACLE).word(abi.encodeCall(IOptimisticOracleV3.getMinimumBond, (currency)));
    }

    /// @dev Takes the bond from the caller and lets the oracle take it; returns what was held before.
    function _bring(address currency, uint256 bond) private returns (uint256 before) {
        before = currency.balanceOf(address(this));
        currency.safeTransferFrom(msg.sender, address(this), bond);
        uint256 received = currency.balanceOf(address(this)) - before;
        require(received == bond, IIncidents.BondNotReceived(received, bond));
        currency.safeApproveWithRetry(address(ORACLE), bond);
    }

    /// @dev UMA's own vote decides a dispute: no escalation manager.
    function _assert(bytes memory text, Config memory config, uint256 bond) private returns (bytes32) {
        return ORACLE.assertTruth({
            claim: text,
            asserter: msg.sender,
            callbackRecipient: address(this),
            escalationManager: address(0),
            liveness: config.liveness,
            currency: config.currency,
            bond: bond,
            identifier: IDENTIFIER,
            domainId: 0
        });
    }

    function _textOf(uint256 incident, IIncidents.Incident memory i) private view returns (bytes memory) {
        return ClaimText.write(
            ClaimText.Facts({
                incidents: address(INCIDENTS),
                listings: address(LISTINGS),
                incident: incident,
                listing: i.listing,
                risk: i.risk,
                termsHash: LISTINGS.termsHash(i.listing),
                lossTime: i.lossTime,
                ratio: i.ratio,
                root: i.root,
                lossSum: i.lossSum
            })
        );
    }

    /// @dev Anyone can have the oracle call back about assertions of his own: those are not known here.
    function _calledBack(bytes32 assertionId) private view returns (uint256 incident, Claim storage c) {
        require(msg.sender == address(ORACLE), NotTheOracle(msg.sender));
        incident = incidentOf[assertionId];
        c = _claims[incident];
    }
}
