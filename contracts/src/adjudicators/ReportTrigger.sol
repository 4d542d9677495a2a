// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "solady/utils/EIP712.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {IFunctionsConsumer, IFunctionsRouter} from "./interfaces/IFunctionsRouter.sol";
import {IReportTrigger} from "./interfaces/IReportTrigger.sol";
import {FunctionsData} from "./libraries/FunctionsData.sol";
import {ReportConfig} from "./libraries/ReportConfig.sol";
import {ReportTable} from "./libraries/ReportTable.sol";
import {SignerSets} from "./libraries/SignerSets.sol";

/// @title ReportTrigger
/// @dev A listing's router is its creator's choice and not trusted beyond that listing: requests are known by router and
/// number, and nothing is written after a call to it that it could have changed. `Incidents`, `Listings` and `Covers` are
/// the protocol's own. No owner, nothing to pause; a rotator has only what its listing gave it. Assumptions: see the
/// interface.
contract ReportTrigger is IReportTrigger, EIP712 {
    using ReportConfig for ReportConfig.Listed;
    using ReportTable for Step[];
    using SignerSets for SignerSet;
    using SignerSets for SignerSet[];

    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev What a request asks for, and until when its answer counts.
    struct Request {
        bytes32 key;
        uint32 listing;
        uint40 until;
        bool answered;
    }

    /// @notice Seconds in which a signed report can be contradicted.
    uint256 public constant CHALLENGE_PERIOD = ReportConfig.CHALLENGE_PERIOD;
    /// @notice Seconds between two requests for one event.
    uint256 public constant RETRY_TIME = 1 hours;

    /// @dev Version of the encoding of requests that routers take.
    uint16 private constant DATA_VERSION = 1;
    uint256 private constant MAX_ERROR = 256;
    bytes32 private constant REPORT_TYPEHASH =
        keccak256("Report(uint32 listing,bytes32 key,uint96 value,uint64 distance,uint8 status,uint32 time)");

    // -- Immutables ----------------------------------------------------------------------------------------------

    IIncidents private immutable INCIDENTS;
    IListings private immutable LISTINGS;
    ICovers private immutable COVERS;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => ReportConfig.Listed) private _listed;
    mapping(uint256 listing => SignerSet[]) private _sets;
    mapping(uint256 listing => mapping(bytes32 key => Record)) private _records;
    mapping(address router => mapping(bytes32 requestId => Request)) private _requests;
    mapping(uint256 incident => uint64) private _ratios;
    /// @inheritdoc IReportTrigger
    mapping(uint256 listing => mapping(address signer => bool)) public isStruckOff;
    /// @inheritdoc IReportTrigger
    mapping(uint256 listing => mapping(bytes32 key => uint256)) public incidentOf;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings, ICovers covers) {
        (INCIDENTS, LISTINGS, COVERS) = (incidents, listings, covers);
    }

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IReportTrigger
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing)
    {
        ReportConfig.check(config, terms);
        listing = LISTINGS.create(terms, wording);
        _listed[listing].store(config);
        emit ReportListed(listing, msg.sender, config.source);
        if (config.source == Source.Functions) return listing;
        _schedule(listing, config.signers.members, config.signers.threshold, block.timestamp);
    }

    /// @inheritdoc IReportTrigger
    function rotate(uint256 listing, address[] calldata members, uint8 threshold) external {
        ReportConfig.Listed storage l = _from(listing, Source.Signers);
        require(msg.sender == l.rotator, NotTheRotator(msg.sender, l.rotator));
        require(SignerSets.isValid(members, threshold), InvalidConfig("signers"));
        for (uint256 i = 0; i < members.length; ++i) {
            require(!isStruckOff[listing][members[i]], SignerIsStruckOff(members[i]));
        }
        _schedule(listing, members, threshold, block.timestamp + l.rotationDelay);
    }

    // -- Report: Functions ---------------------------------------------------------------------------------------

    /// @inheritdoc IReportTrigger
    function request(uint256 listing, Event calldata insured, bytes calldata facts, address pool)
        external
        returns (bytes32 requestId)
    {
        ReportConfig.Listed storage l = _from(listing, Source.Functions);
        bytes32 hash = keccak256(facts);
        require(
            hash == insured.facts && facts.length <= FunctionsData.MAX_FACTS,
            FactsMismatch(insured.facts, hash, facts.length, FunctionsData.MAX_FACTS)
        );
        uint256 until = _requireInWindow(l, insured);
        bytes32 key = keyOf(insured);
        _requireSold(listing, key, pool);

        Record storage r = _records[listing][key];
        require(r.state < State.Reported, AlreadyReported(key, r.state));
        uint256 notBefore = r.requestedAt + RETRY_TIME;
        require(block.timestamp >= notBefore, RequestTooSoon(key, notBefore, block.timestamp));
        (r.state, r.requestedAt) = (State.Requested, uint32(block.timestamp));

        requestId = _send(l, facts, insured);
        Request storage asked = _requests[l.router][requestId];
        require(asked.listing == 0, RequestIdUsed(requestId));
        (asked.key, asked.listing, asked.until) = (key, uint32(listing), uint40(until));
        emit ReportRequested(listing, key, requestId, insured);
    }

    /// @inheritdoc IFunctionsConsumer
    /// @dev A router bills and forgets a request whose callback reverts: whatever the answer is, it is only recorded.
    function handleOracleFulfillment(bytes32 requestId, bytes calldata result, bytes calldata err) external {
        Request storage asked = _requests[msg.sender][requestId];
        (uint256 listing, bytes32 key) = (asked.listing, asked.key);
        require(listing != 0, NotTheRouter(msg.sender, requestId));
        Record storage r = _records[listing][key];
        if (asked.answered) return _ignore(listing, key, requestId, Ignored.AnsweredBefore);
        asked.answered = true;
        if (block.timestamp > asked.until) return _ignore(listing, key, requestId, Ignored.Late);
        if (r.state >= State.Reported) return _ignore(listing, key, requestId, Ignored.ReportedBefore);

        (bool valid, uint96 value, uint64 distance, uint8 status) = ReportTable.decode(result);
        if (err.length != 0 || !valid) {
            r.state = State.Failed;
            emit RequestFailed(listing, key, requestId, err.length > MAX_ERROR ? err[:MAX_ERROR] : err);
            return;
        }
        _record(listing, key, r, Report(value, distance, status, uint32(block.timestamp)), 0, block.timestamp);
    }

    // -- Report: signers -----------------------------------------------------------------------------------------

    /// @inheritdoc IReportTrigger
    function submit(uint256 listing, Event calldata insured, Report calldata report, Signature[] calldata signatures)
        external
    {
        ReportConfig.Listed storage l = _from(listing, Source.Signers);
        _requireInWindow(l, insured);
        _requireTime(insured, report);
        bytes32 key = keyOf(insured);
        Record storage r = _records[listing][key];
        require(r.state == State.None || r.state == State.Suspended, AlreadyReported(key, r.state));

        SignerSet storage set = _sets[listing].inForce(insured.begins);
        require(signatures.length >= set.threshold, TooFewSigners(signatures.length, set.threshold));
        (address[] memory who, uint16 places) = set.recover(hashReport(listing, key, report), signatures);
        for (uint256 i = 0; i < who.length; ++i) {
            require(!isStruckOff[listing][who[i]], SignerIsStruckOff(who[i]));
        }
        _record(listing, key, r, report, places, block.timestamp + CHALLENGE_PERIOD);
    }

    /// @inheritdoc IReportTrigger
    function contradict(
        uint256 listing,
        Event calldata insured,
        Report calldata report,
        Signature[] calldata signatures
    ) external {
        _from(listing, Source.Signers);
        bytes32 key = keyOf(insured);
        Record storage r = _records[listing][key];
        require(r.signedBy != 0, NotReported(key, r.state));
        _requireTime(insured, report);
        require(report.value != r.value || report.distance != r.distance || report.status != r.status, SameReport(key));
        SignerSet storage set = _sets[listing].inForce(insured.begins);
        (, uint16 places) = set.recover(hashReport(listing, key, report), signatures);
        require(places & r.signedBy != 0, NotContradicted(key));
        _strikeOff(listing, key, set, places & r.signedBy);
        if (r.state != State.Reported || block.timestamp >= r.standsFrom) return;
        r.state = State.Suspended;
        emit ReportSuspended(listing, key, report);
    }

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IReportTrigger
    function prove(uint256 listing, Event calldata insured, address pool)
        external
        payable
        returns (uint256 incident, uint256 ratio)
    {
        bytes32 key = keyOf(insured);
        Record storage r = _records[listing][key];
        require(r.state == State.Reported, NotReported(key, r.state));
        require(block.timestamp >= r.standsFrom, ChallengeOpen(r.standsFrom, block.timestamp));
        ratio = _listed[listing].table.ratioOf(r.value, r.distance, r.status);
        require(ratio != 0, NotALoss(r.value, r.distance, r.status));
        r.state = State.Ruled;

        incident = INCIDENTS.openTriggered{value: msg.value}(listing, key, insured.begins, msg.sender, pool);
        (_ratios[incident], incidentOf[listing][key]) = (uint64(ratio), incident);
        emit Proven(incident, listing, key, ratio, msg.sender);
        INCIDENTS.rule(incident);
    }

    // -- Adjudicator ---------------------------------------------------------------------------------------------

    /// @inheritdoc IAdjudicator
    function canSell(uint256 listing, bytes32 key) external view returns (bool) {
        ReportConfig.Listed storage l = _listed[listing];
        if (!l.exists || key == 0 || _records[listing][key].state != State.None) return false;
        if (l.source == Source.Signers) return _sets[listing].enough();
        IFunctionsRouter router = IFunctionsRouter(l.router);
        return router.getConsumer(address(this), l.subscription) && !router.paused()
            && router.getContractById(l.donId) != address(0);
    }

    /// @inheritdoc IAdjudicator
    function ruling(uint256 incident) external view returns (Ruling memory r) {
        r.ratio = _ratios[incident];
        if (r.ratio != 0) r.verdict = Verdict.Granted;
    }

    /// @inheritdoc IAdjudicator
    /// @dev An incident of this trigger is ruled in the transaction that opens it; on any other it has nothing to say.
    function deadline(uint256) external view returns (uint256) {
        return block.timestamp;
    }

    /// @inheritdoc IAdjudicator
    function worstCaseTime(uint256 listing) external view returns (uint256) {
        ReportConfig.Listed storage l = _configured(listing);
        return ReportConfig.worstCaseTime(l.longestEvent, l.window, l.source);
    }

    /// @inheritdoc IAdjudicator
    function rulesOnce() external pure returns (bool) {
        return true;
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IReportTrigger
    function configOf(uint256 listing) external view returns (Config memory) {
        return _configured(listing).load(_sets[listing]);
    }

    /// @inheritdoc IReportTrigger
    function recordOf(uint256 listing, bytes32 key) external view returns (Record memory) {
        return _records[listing][key];
    }

    /// @inheritdoc IReportTrigger
    function signersAt(uint256 listing, uint256 time) external view returns (SignerSet memory) {
        _from(listing, Source.Signers);
        return _sets[listing].inForce(time);
    }

    /// @inheritdoc IReportTrigger
    function ratioOf(uint256 listing, Report calldata report) external view returns (uint256) {
        return _configured(listing).table.ratioOf(report.value, report.distance, report.status);
    }

    /// @inheritdoc IReportTrigger
    function keyOf(Event calldata insured) public pure returns (bytes32) {
        return keccak256(abi.encode(insured));
    }

    /// @inheritdoc IReportTrigger
    function hashReport(uint256 listing, bytes32 key, Report calldata report) public view returns (bytes32) {
        return _hashTypedData(keccak256(abi.encode(REPORT_TYPEHASH, listing, key, report)));
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _configured(uint256 listing) private view returns (ReportConfig.Listed storage l) {
        l = _listed[listing];
        require(l.exists, NotConfigured(listing));
    }

    function _from(uint256 listing, Source source) private view returns (ReportConfig.Listed storage l) {
        l = _configured(listing);
        require(l.source == source, WrongSource(listing, l.source));
    }

    function _schedule(uint256 listing, address[] calldata members, uint8 threshold, uint256 since) private {
        _sets[listing].schedule(members, threshold, since);
        emit SignersScheduled(listing, since, threshold, members);
    }

    /// @dev Reports count after the event, until its window closes.
    function _requireInWindow(ReportConfig.Listed storage l, Event calldata insured)
        private
        view
        returns (uint256 until)
    {
        // One that ends before it begins is never over: else a set of signers that only waits could sign for it.
        bool over = insured.begins < insured.ends && block.timestamp >= insured.ends;
        require(over, EventNotOver(insured.ends, block.timestamp));
        until = uint256(insured.ends) + l.window;
        require(block.timestamp <= until, WindowClosed(until, block.timestamp));
    }

    /// @dev What was signed before the event was over says nothing of how it ended.
    function _requireTime(Event calldata insured, Report calldata report) private view {
        require(
            report.time >= insured.ends && report.time <= block.timestamp,
            ReportTimeOutOfBounds(report.time, insured.ends, block.timestamp)
        );
    }

    function _send(ReportConfig.Listed storage l, bytes calldata facts, Event calldata insured)
        private
        returns (bytes32)
    {
        bytes memory data = FunctionsData.encode(SSTORE2.read(l.request), facts, insured);
        return IFunctionsRouter(l.router).sendRequest(l.subscription, data, DATA_VERSION, l.callbackGas, l.donId);
    }

    /// @dev The pool is one of the protocol's, and has sold cover on this key.
    function _requireSold(uint256 listing, bytes32 key, address pool) private view {
        bytes32 risk = RiskId.idOf(listing, key);
        require(COVERS.numberOf(pool) != 0 && IPool(pool).everSold(risk), IIncidents.NeverSold(risk, pool));
    }

    function _record(
        uint256 listing,
        bytes32 key,
        Record storage r,
        Report memory report,
        uint16 signedBy,
        uint256 standsFrom
    ) private {
        (r.value, r.distance, r.status) = (report.value, report.distance, report.status);
        (r.state, r.standsFrom, r.signedBy) = (State.Reported, uint32(standsFrom), signedBy);
        emit Reported(listing, key, report, signedBy, standsFrom);
    }

    function _ignore(uint256 listing, bytes32 key, bytes32 requestId, Ignored reason) private {
        emit AnswerIgnored(listing, key, requestId, reason);
    }

    /// @dev Strikes off the members at these places: they signed two contradicting reports.
    function _strikeOff(uint256 listing, bytes32 key, SignerSet storage set, uint256 places) private {
        for (uint256 place = 0; places >> place != 0; ++place) {
            if (places >> place & 1 == 0) continue;
            address signer = set.members[place];
            if (isStruckOff[listing][signer]) continue;
            isStruckOff[listing][signer] = true;
            _sets[listing].strikeOff(signer);
            emit SignerStruckOff(listing, signer, key);
        }
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("Bulwark ReportTrigger", "1");
    }
}
