// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./IAdjudicator.sol";
import {IOptimisticOracleV3, IOptimisticOracleV3Callbacks} from "./IOptimisticOracleV3.sol";

/// @title An adjudicator that believes what UMA's Optimistic Oracle V3 lets stand
/// @notice Somebody asserts a loss in `Incidents` (bonded). Within `ASSERT_TIME` anyone asserts the same in UMA's oracle,
/// with UMA's own bond: the text is written here from what the incident says, so that nobody can ask another question.
/// If it stands undisputed for the listing's liveness, or UMA's vote upholds it, the incident is granted as asserted; if
/// the vote does not, it is denied. One assertion counts per incident: a further one needs a further incident.
///
/// Where nobody asserts it in UMA in time, the incident is denied: whoever opens one sees to that, and freezes no risk
/// for nothing. Unless UMA's oracle refuses (the currency dropped, the question dropped, a least bond above the listing's
/// cap): then it is nobody's fault, and the incident ends by silence, that is, at its deadline it passes on to the second
/// adjudicator, or its bond returns.
///
/// Trusted, for safety: that somebody watches and disputes what is false within the liveness; that UMA's voters judge by
/// the wording. For liveness: that UMA's oracle settles, and its vote ends, within `VOTE_TIME`; that the listing's
/// currency lets the oracle pay whoever wins. Amounts are units of the listing's currency, times unix seconds.
interface IOptimistic is IAdjudicator, IOptimisticOracleV3Callbacks {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice How UMA is asked under a listing; fixed for ever when the listing is created.
    /// @param currency Token of UMA's bond; UMA's registry must know it.
    /// @param bond UMA's bond, units; more where UMA's least bond is higher by then. Not below the listing's own bond where
    /// both are of one token.
    /// @param maxBond Where UMA's least bond exceeds this, nothing is sold, and nobody must assert; at least `bond`.
    /// @param liveness Seconds in which an assertion can be disputed, `MIN_LIVENESS` to `MAX_LIVENESS`.
    struct Config {
        address currency;
        uint96 bond;
        uint96 maxBond;
        uint32 liveness;
    }

    /// @notice What UMA's oracle has said of an incident.
    enum State {
        None,
        Asserted,
        Disputed,
        Upheld,
        Rejected
    }

    /// @notice The assertion of an incident in UMA's oracle.
    /// @param assertionId Its id there; zero before.
    /// @param asserter Who brought UMA's bond, and gets it back from UMA if it is upheld.
    /// @param assertedAt When, unix seconds.
    /// @param state What came of it.
    /// @param refused UMA's oracle took no assertion while one was due: the incident is not denied for want of one.
    struct Claim {
        bytes32 assertionId;
        address asserter;
        uint32 assertedAt;
        State state;
        bool refused;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A listing was created together with how UMA is asked.
    event OptimisticListed(uint256 indexed listing, address indexed creator, Config config);
    /// @notice An incident was asserted in UMA's oracle, with `bond` units of the listing's currency. The oracle's event
    /// `AssertionMade` has the text.
    event TruthAsserted(uint256 indexed incident, bytes32 indexed assertionId, address indexed asserter, uint256 bond);
    /// @notice The assertion was disputed: UMA votes.
    event TruthDisputed(uint256 indexed incident, bytes32 indexed assertionId);
    /// @notice The assertion was settled; `incident` can be ruled.
    event TruthResolved(uint256 indexed incident, bytes32 indexed assertionId, bool upheld);
    /// @notice UMA's oracle took no assertion while one was due.
    event RefusalNoted(uint256 indexed incident);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice No listing of this number was created here.
    error NotConfigured(uint256 listing);
    /// @notice A field of the configuration, or of the terms with it, is out of its bounds; `field` is its name.
    error InvalidConfig(bytes32 field);
    /// @notice The incident was asserted in UMA's oracle before.
    error AlreadyAsserted(uint256 incident, bytes32 assertionId);
    /// @notice The incident was not asserted in UMA's oracle.
    error NotAsserted(uint256 incident);
    /// @notice The second adjudicator decides on the incident.
    error AlreadyPassedOn(uint256 incident);
    /// @notice The incident had to be asserted until then, unix seconds.
    error AssertedTooLate(uint256 until, uint256 timestamp);
    /// @notice UMA's bond is higher than the caller wants to bring, units.
    error BondAboveMaximum(uint256 bond, uint256 max);
    /// @notice The oracle took another amount than the bond: `held` units are here instead of `expected`.
    error BondNotTaken(uint256 held, uint256 expected);
    /// @notice The oracle returned no id, or one that it had returned before.
    error InvalidAssertionId(bytes32 assertionId);
    /// @notice The oracle takes assertions of this listing, with at least `bond` units.
    error OracleWilling(uint256 listing, uint256 bond);
    /// @notice The oracle gives no least bond.
    error OracleSilent(address oracle);
    /// @notice The caller is not UMA's oracle.
    error NotTheOracle(address caller);

    // -- List ----------------------------------------------------------------------------------------------------

    /// @notice Creates a listing whose incidents are ruled by UMA. Anyone.
    /// @dev Terms: the adjudicator is this contract; a bond, so that incidents are opened by assertions; grace of at
    /// least `MIN_GRACE`. Errors: InvalidConfig, those of `Listings.create`.
    /// @return listing Number of the listing in `Listings`.
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing);

    // -- Assert --------------------------------------------------------------------------------------------------

    /// @notice Asserts an open incident in UMA's oracle. Anyone, within `ASSERT_TIME` of its opening; the caller has
    /// approved the bond, is UMA's asserter, and gets the bond back from UMA if it is upheld (and loses it if not).
    /// @dev Errors: NotConfigured, IIncidents.WrongStatus, AlreadyPassedOn, AlreadyAsserted, AssertedTooLate,
    /// OracleSilent, BondAboveMaximum, IIncidents.BondNotReceived, BondNotTaken, InvalidAssertionId, those of the oracle.
    /// @param maxBond Most that the caller brings, units of the listing's currency.
    /// @return assertionId Id of the assertion in UMA's oracle.
    function assertTruth(uint256 incident, uint256 maxBond) external returns (bytes32 assertionId);

    /// @notice Notes that UMA's oracle takes no assertion of an open incident that nobody has asserted, while one is due.
    /// Anyone; with 6.5 million gas in hand, so that too little gas is not taken for a refusal.
    /// @dev Errors: NotConfigured, IIncidents.WrongStatus, AlreadyPassedOn, AlreadyAsserted, AssertedTooLate,
    /// BoundedCall.GasTooLow, OracleWilling.
    function noteRefusal(uint256 incident) external;

    /// @notice Settles the incident's assertion in UMA's oracle, unless somebody did, and takes the ruling into
    /// `Incidents`. Anyone, once the oracle lets it be settled.
    /// @dev Errors: NotAsserted, those of the oracle and of `Incidents.rule`.
    function settleAssertion(uint256 incident) external;

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice How UMA is asked under a listing.
    function configOf(uint256 listing) external view returns (Config memory);

    /// @notice What UMA's oracle has said of an incident.
    function claimOf(uint256 incident) external view returns (Claim memory);

    /// @notice The incident of an assertion in UMA's oracle; zero if none.
    function incidentOf(bytes32 assertionId) external view returns (uint256);

    /// @notice The text that is asserted of an incident: true or false for whoever reads the wording and the evidence.
    function claimText(uint256 incident) external view returns (bytes memory);

    /// @notice Does UMA's oracle take an assertion of this listing now, and with which bond at least, units?
    /// @return taken False too where UMA's least bond exceeds the listing's `maxBond`.
    /// @return bond The listing's bond or UMA's least one, whichever is higher.
    function takesAssertion(uint256 listing) external view returns (bool taken, uint256 bond);

    /// @notice UMA's Optimistic Oracle V3.
    function ORACLE() external view returns (IOptimisticOracleV3);
}
