// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IAdjudicator} from "./IAdjudicator.sol";
import {IFunctionsConsumer} from "./IFunctionsRouter.sol";

/// @title A trigger that a report on one named event proves: flights, earthquakes, storms, slashing
/// @notice A keyed listing's key names one event. After the event's end an oracle network reports two numbers and a
/// status for it, once; a table makes a loss ratio of them. Each listing fixes its source when it is created:
///
/// *Functions*: a Chainlink Functions network answers a request that anyone sends; the answer stands at once. A
/// non-empty error counts before any result, and the event may then be asked for again.
///
/// *Signers*: at least k of n signers (2k > n) sign the same report (EIP-712). It stands after `CHALLENGE_PERIOD`. Until
/// then one valid contradiction, a report of other values signed by any of those who signed this one, suspends it: it is
/// not ruled, and whoever signed both is struck off for good. As two groups of k share a signer, a contradicting report
/// of k others always contains one. The signers who are left may report anew while the listing's window is open.
///
/// Reports count from the event's end on, so that they state final values: the end of a key is chosen so that they are.
/// The time of loss is the event's beginning. A report that reaches no step of the table opens nothing.
///
/// Trusted, for safety: the oracle network, or that no k signers agree on a falsehood of which none signed the truth;
/// that who signs quotes names events no longer than `longestEvent`. For liveness: that the network, or k signers, report
/// within the window; that the Functions subscription keeps its balance and its consumer; that somebody proves in time.
/// Times are unix seconds, ratios WAD; what values, distances and statuses mean is in the listing's wording.
interface IReportTrigger is IAdjudicator, IFunctionsConsumer {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice Who reports.
    enum Source {
        Functions,
        Signers
    }

    /// @notice Where the report on a key stands.
    enum State {
        None,
        Requested,
        Failed,
        Reported,
        Suspended,
        Ruled
    }

    /// @notice Why an answer was not taken.
    enum Ignored {
        AnsweredBefore,
        Late,
        ReportedBefore
    }

    /// @notice A step of a listing's table: it is reached by a report whose value is at least `minValue`, whose distance
    /// is at most `maxDistance` and whose status is `status`. The highest step reached counts.
    /// @param minValue Lowest value, in the listing's unit; zero only where `status` is not.
    /// @param maxDistance Largest distance, in the listing's unit; zero: any.
    /// @param status Status code; zero: any.
    /// @param ratio Loss ratio that it pays, WAD.
    struct Step {
        uint96 minValue;
        uint64 maxDistance;
        uint8 status;
        uint64 ratio;
    }

    /// @notice A Chainlink Functions network.
    /// @param router Its router.
    /// @param subscription Who pays: a subscription that the listing's creator owns.
    /// @param donId The oracle network.
    /// @param callbackGas Gas for the answer, 100,000 to 300,000.
    /// @param request What is asked, in CBOR, but for the arguments: code location, language, source. The trigger adds
    /// `bytesArgs`: the event's facts, and its beginning and end as words of 32 bytes.
    struct FunctionsSource {
        address router;
        uint64 subscription;
        bytes32 donId;
        uint32 callbackGas;
        bytes request;
    }

    /// @notice A set of signers.
    /// @param members Addresses, ascending, at most 16.
    /// @param threshold How many must sign: at least 2, and more than half.
    /// @param rotator Who may schedule another set; zero: nobody.
    /// @param rotationDelay Seconds from then until it takes over, 16 to 90 days; zero without a rotator.
    struct SignerSource {
        address[] members;
        uint8 threshold;
        address rotator;
        uint32 rotationDelay;
    }

    /// @notice What a listing's trigger watches; fixed for ever when the listing is created, but for rotations.
    /// @param source Who reports; the other source names no router, or no members.
    /// @param longestEvent Longest time from an event's beginning to its end, seconds, at most 90 days.
    /// @param window Seconds after an event's end within which its report must come, 3 to 30 days.
    /// @param table Steps by rising ratio, 1 to 8; each is the highest one for some report.
    /// @param functions The Functions network.
    /// @param signers The signers.
    struct Config {
        Source source;
        uint32 longestEvent;
        uint32 window;
        Step[] table;
        FunctionsSource functions;
        SignerSource signers;
    }

    /// @notice An event as a quote names it; a key is the hash of these fields.
    /// @param facts Hash of what identifies the event.
    /// @param zone Accumulation zone.
    /// @param begins Unix seconds at which it begins; the time of loss.
    /// @param ends Unix seconds at which it, and the cover, ends.
    /// @param lastSale Unix seconds of the last moment of sale.
    struct Event {
        bytes32 facts;
        uint56 zone;
        uint32 begins;
        uint32 ends;
        uint32 lastSale;
    }

    /// @notice What is reported of an event. Values are rounded down, distances up.
    /// @param value First number: minutes late, magnitude, wind, amount.
    /// @param distance Second number: distance from the insured point; zero where it has no meaning.
    /// @param status Code of what happened; zero: nothing special.
    /// @param time Unix seconds at which it was observed; not before the event's end.
    struct Report {
        uint96 value;
        uint64 distance;
        uint8 status;
        uint32 time;
    }

    /// @notice A signature of a report's `hashReport`; `s` in the lower half.
    struct Signature {
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice What is recorded of a key. One slot.
    /// @param value As reported.
    /// @param distance As reported.
    /// @param status As reported.
    /// @param state Where it stands.
    /// @param standsFrom Unix seconds from which it can be proven.
    /// @param requestedAt Unix seconds of the last request.
    /// @param signedBy Bits of those who signed it, by their place in the set in force when the event began.
    struct Record {
        uint96 value;
        uint64 distance;
        uint8 status;
        State state;
        uint32 standsFrom;
        uint32 requestedAt;
        uint16 signedBy;
    }

    /// @notice A set of signers and when it takes over.
    /// @param since Unix seconds; events that begin from then on are its own.
    /// @param threshold How many must sign.
    /// @param live Members not struck off, as long as the set is one of the last two.
    /// @param members Addresses, ascending.
    struct SignerSet {
        uint32 since;
        uint8 threshold;
        uint8 live;
        address[] members;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A listing was created together with its source and table: see `configOf`.
    event ReportListed(uint256 indexed listing, address indexed creator, Source source);
    /// @notice A report was asked for.
    event ReportRequested(uint256 indexed listing, bytes32 indexed key, bytes32 indexed requestId, Event insured);
    /// @notice A request was answered by an error (its first 256 bytes), or by something that is no report.
    event RequestFailed(uint256 indexed listing, bytes32 indexed key, bytes32 indexed requestId, bytes err);
    /// @notice An answer was not taken.
    event AnswerIgnored(uint256 indexed listing, bytes32 indexed key, bytes32 indexed requestId, Ignored reason);
    /// @notice A report was recorded; it stands from `standsFrom` on.
    event Reported(uint256 indexed listing, bytes32 indexed key, Report report, uint256 signedBy, uint256 standsFrom);
    /// @notice A report was contradicted by `report` within its challenge period.
    event ReportSuspended(uint256 indexed listing, bytes32 indexed key, Report report);
    /// @notice A signer signed two contradicting reports on `key`.
    event SignerStruckOff(uint256 indexed listing, address indexed signer, bytes32 indexed key);
    /// @notice A set of signers, the first one or another, takes over at `since`.
    event SignersScheduled(uint256 indexed listing, uint256 since, uint256 threshold, address[] members);
    /// @notice A loss was proven.
    event Proven(uint256 indexed incident, uint256 indexed listing, bytes32 indexed key, uint256 ratio, address finder);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice The listing was not created through this trigger.
    error NotConfigured(uint256 listing);
    /// @notice A field of the configuration or of the terms is out of its bounds; `field` is its name.
    error InvalidConfig(bytes32 field);
    /// @notice The listing's reports come from another source.
    error WrongSource(uint256 listing, Source source);
    /// @notice These are not the facts whose hash the event names, or more than `max` bytes.
    error FactsMismatch(bytes32 expected, bytes32 actual, uint256 length, uint256 max);
    /// @notice Reports count from the event's end on.
    error EventNotOver(uint256 ends, uint256 timestamp);
    /// @notice The window for reports on this event has closed.
    error WindowClosed(uint256 closed, uint256 timestamp);
    /// @notice The report's time must lie in [from, to]: from the event's end to now.
    error ReportTimeOutOfBounds(uint256 time, uint256 from, uint256 to);
    /// @notice There is a report on this key already.
    error AlreadyReported(bytes32 key, State state);
    /// @notice There is no report on this key that this call could use.
    error NotReported(bytes32 key, State state);
    /// @notice The event may be asked for again from `notBefore` on.
    error RequestTooSoon(bytes32 key, uint256 notBefore, uint256 timestamp);
    /// @notice The router gave out this number before.
    error RequestIdUsed(bytes32 requestId);
    /// @notice The caller is not the router that this request was sent to.
    error NotTheRouter(address caller, bytes32 requestId);
    /// @notice Fewer signatures than needed.
    error TooFewSigners(uint256 signers, uint256 threshold);
    /// @notice Signatures must be in ascending order of their signers, each signer once.
    error SignersNotAscending(address signer, address previous);
    /// @notice The signer (as recovered: also another chain, contract, listing, key or content) is not in the set that was
    /// in force when the event began.
    error UnknownSigner(address signer);
    /// @notice The signer was struck off for contradicting himself.
    error SignerIsStruckOff(address signer);
    /// @notice There was no set of signers yet at that time.
    error NoSigners(uint256 time);
    /// @notice The report states the same as the one that is recorded.
    error SameReport(bytes32 key);
    /// @notice None of these signers signed the recorded report.
    error NotContradicted(bytes32 key);
    /// @notice The report can still be contradicted.
    error ChallengeOpen(uint256 until, uint256 timestamp);
    /// @notice The report reaches no step of the table.
    error NotALoss(uint256 value, uint256 distance, uint256 status);
    /// @notice Only the listing's rotator may do this.
    error NotTheRotator(address caller, address rotator);

    // -- List ----------------------------------------------------------------------------------------------------

    /// @notice Creates a listing whose incidents this trigger rules. Anyone. Only a listing created here has a
    /// configuration, so nobody can attach another one to it; any other that names this trigger is never sold.
    /// @dev Terms: the adjudicator is this contract; keys; no bond; no second adjudicator, as nothing is ever left
    /// undecided; grace ≥ `worstCaseTime`; every step's ratio above the deductible and at most the largest.
    /// @return listing Number of the listing in `Listings`.
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing);

    /// @notice Schedules another set of signers. Caller: the listing's rotator. It takes over after the listing's delay,
    /// for events that begin from then on; one that is still waiting is replaced, and the delay begins anew.
    function rotate(uint256 listing, address[] calldata members, uint8 threshold) external;

    // -- Report --------------------------------------------------------------------------------------------------

    /// @notice Asks the Functions network for the report on an event that is over. Anyone; at most once in
    /// `RETRY_TIME`, until there is a report or the window has closed.
    /// @param listing Listing number.
    /// @param insured The event, as the quote named it.
    /// @param facts What `insured.facts` is the hash of, at most 255 bytes.
    /// @param pool A pool that has sold cover on it: the subscription pays for no other events.
    /// @return requestId Number of the request at the router.
    function request(uint256 listing, Event calldata insured, bytes calldata facts, address pool)
        external
        returns (bytes32 requestId);

    /// @notice Records a report signed by at least k signers who are not struck off. Anyone.
    /// @param signatures In ascending order of the signers' addresses.
    function submit(uint256 listing, Event calldata insured, Report calldata report, Signature[] calldata signatures)
        external;

    /// @notice Shows a report that contradicts the recorded one, signed by at least one of those who signed that: they are
    /// struck off, and the recorded report is suspended if its challenge period is not over. Anyone.
    function contradict(
        uint256 listing,
        Event calldata insured,
        Report calldata report,
        Signature[] calldata signatures
    ) external;

    /// @notice Opens the incident of a report that stands and reaches a step of the table, and rules it in the same
    /// transaction. Anyone; pays `TRIGGER_FEE`, which is credited back at once. Each key once.
    /// @param pool A pool that has sold cover on this key.
    /// @return incident Number of the incident in `Incidents`.
    /// @return ratio Loss ratio granted, WAD.
    function prove(uint256 listing, Event calldata insured, address pool)
        external
        payable
        returns (uint256 incident, uint256 ratio);

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice What a listing's trigger watches; of the signers the set scheduled last.
    function configOf(uint256 listing) external view returns (Config memory);

    /// @notice What is recorded of a key.
    function recordOf(uint256 listing, bytes32 key) external view returns (Record memory);

    /// @notice The set of signers for events that begin at `time`.
    function signersAt(uint256 listing, uint256 time) external view returns (SignerSet memory);

    /// @notice Was this signer struck off?
    function isStruckOff(uint256 listing, address signer) external view returns (bool);

    /// @notice The incident that was ruled on a key; zero if none.
    function incidentOf(uint256 listing, bytes32 key) external view returns (uint256);

    /// @notice What the listing's table pays for a report, WAD; zero if it reaches no step.
    function ratioOf(uint256 listing, Report calldata report) external view returns (uint256);

    /// @notice The key that names an event, as `Listings.checkQuote` computes it.
    function keyOf(Event calldata insured) external pure returns (bytes32);

    /// @notice The EIP-712 digest of a report, bound to this chain and contract.
    function hashReport(uint256 listing, bytes32 key, Report calldata report) external view returns (bytes32);
}
