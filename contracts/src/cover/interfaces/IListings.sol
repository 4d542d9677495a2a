// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Listings: what can be covered, on which terms and at which rate
/// @notice A listing is immutable and may be created by anyone; which listings it backs is each pool's own choice. The
/// technical rate of a listing is data, posted by the rate oracle within bounds and steps; a keyed risk (one flight on
/// one day) carries its rate in an EIP-712 quote instead. Rates and ratios are WAD (1e18), times are seconds.
interface IListings {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What caps a payout to the real loss.
    enum LossProof {
        None,
        Merkle,
        Holdings
    }

    /// @notice Everything that a listing fixes for ever.
    /// @param adjudicator Rules on incidents of this listing.
    /// @param secondAdjudicator Decides if the first stays silent; zero if there is none.
    /// @param lossProof What caps a payout to the real loss.
    /// @param keyed True if each key names one insured event and is sold by signed quotes.
    /// @param personal True if each protected account is a risk of its own for each owner who insures it
    /// (`RiskId.personalKey`): what befalls one is no loss of another's.
    /// @param maxRatio Largest loss ratio that can be granted, WAD, in (0, 1].
    /// @param deductible Share of the amount insured that the holder bears, WAD, below `maxRatio`.
    /// @param waiting Seconds from the purchase until the cover is in force.
    /// @param grace Seconds after the end during which a loss may still be asserted.
    /// @param eventWindow Seconds around the first granted loss that count as the same event; zero: each ruling is an
    /// event of its own.
    /// @param minPeriod Shortest duration sold, seconds.
    /// @param maxPeriod Longest duration sold, seconds.
    /// @param minRate Lowest technical rate that may be posted, WAD per year (keyed: WAD).
    /// @param maxRate Highest technical rate that may be posted, WAD per year (keyed: WAD).
    /// @param bondToken Token of the assertion bond; zero if only a trigger opens incidents.
    /// @param bond Bond of an assertion, units of `bondToken`.
    /// @param finderReward Part of each payout that goes to the finder of a granted incident, basis points.
    /// @param settlerReward Part of each payout that goes to whoever settles, basis points.
    /// @param family Asset family that the listing insures; zero if none.
    /// @param proofTerms Id of the terms of proof (`LossProofs.defineTerms`, or `defineRootTerms` for `Merkle`); zero where
    /// the listing asks for none.
    struct Terms {
        address adjudicator;
        address secondAdjudicator;
        LossProof lossProof;
        bool keyed;
        bool personal;
        uint64 maxRatio;
        uint64 deductible;
        uint32 waiting;
        uint32 grace;
        uint32 eventWindow;
        uint32 minPeriod;
        uint32 maxPeriod;
        uint64 minRate;
        uint64 maxRate;
        address bondToken;
        uint96 bond;
        uint16 finderReward;
        uint16 settlerReward;
        uint16 family;
        bytes32 proofTerms;
    }

    /// @notice The part of a listing that a sale needs, as of now.
    /// @param adjudicator Rules on incidents of this listing.
    /// @param rate Technical rate, WAD per year; zero for a keyed listing.
    /// @param waiting Seconds from the purchase until the cover is in force.
    /// @param grace Seconds after the end during which a loss may still be asserted.
    /// @param minPeriod Shortest duration sold, seconds.
    /// @param maxPeriod Longest duration sold, seconds.
    /// @param keyed True if sold by signed quotes.
    /// @param personal True if the key of the risk is the protected account with the owner.
    /// @param named True if the cover must name a protected account: payouts are capped to its proven loss, or it is the
    /// risk.
    /// @param protocolFee Fee on top of the net premium, basis points.
    struct SaleTerms {
        address adjudicator;
        uint64 rate;
        uint32 waiting;
        uint32 grace;
        uint32 minPeriod;
        uint32 maxPeriod;
        bool keyed;
        bool personal;
        bool named;
        uint16 protocolFee;
    }

    /// @notice What a pool needs of a listing to change a cover; nothing here depends on whether it may be sold now.
    struct Periods {
        uint32 waiting;
        uint32 grace;
        bool keyed;
    }

    /// @notice A signed offer for a keyed risk, usable by anyone until it expires.
    /// @param listing Listing number.
    /// @param facts Hash of what identifies the insured event (flight number and day, …).
    /// @param zone Accumulation zone within the listing's group (an airport-day, a grid cell, …).
    /// @param begins Unix seconds at which the event begins; the time of loss if it is granted.
    /// @param ends Unix seconds at which the event, and the cover, ends.
    /// @param lastSale Unix seconds of the last moment of sale.
    /// @param rate Probability of the event, WAD.
    /// @param expiry Unix seconds after which this quote is void.
    struct Quote {
        uint32 listing;
        bytes32 facts;
        uint56 zone;
        uint32 begins;
        uint32 ends;
        uint32 lastSale;
        uint64 rate;
        uint32 expiry;
    }

    /// @notice A rate to post.
    /// @param listing Listing number.
    /// @param rate Technical rate, WAD per year.
    struct RatePost {
        uint32 listing;
        uint64 rate;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A listing was created. `wording` holds the full text of the terms: no file server is needed to read it.
    event ListingCreated(
        uint256 indexed listing, address indexed creator, bytes32 indexed termsHash, Terms terms, bytes wording
    );
    /// @notice The technical rate of a listing was posted, with the hashes of the data and the model that produced it.
    event RatePosted(uint256 indexed listing, uint256 rate, bytes32 dataHash, bytes32 modelHash);
    /// @notice The bounds of a listing's rate were set, and `rate` is what it sells at now, all WAD per year.
    event RateBoundsSet(uint256 indexed listing, uint256 floor, uint256 ceiling, uint256 rate);
    /// @notice How fast rates may move was set: seconds in which one may double, or fall by a tenth.
    event RatePaceSet(uint256 riseTime, uint256 fallTime);
    /// @notice The cap of the curators' fees was set, basis points of the net premium.
    event CuratorFeeCapSet(uint16 cap);
    /// @notice An adjudicator may, or may no longer, be named by sales.
    event AdjudicatorSet(address indexed adjudicator, bool approved);
    /// @notice A quote signer was admitted or dismissed.
    event QuoteSignerSet(address indexed signer, bool approved);
    /// @notice An asset was put into a family (zero: into none).
    event FamilySet(address indexed asset, uint16 family);
    /// @notice The protocol fee was set, basis points of the net premium.
    event ProtocolFeeSet(uint16 fee);
    /// @notice Address that receives protocol fees and forfeited bonds was set.
    event TreasurySet(address indexed treasury);
    /// @notice The contract that draws covers was set (zero: none, metadata is plain).
    event DescriptorSet(address indexed descriptor);
    /// @notice New sales are paused until this time; exits, rulings and payouts go on.
    event SalesPaused(uint256 until);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice There is no listing of this number.
    error UnknownListing(uint256 listing);
    /// @notice A field of the terms is out of its bounds; `field` is its name.
    error InvalidTerms(bytes32 field);
    /// @notice The wording is empty or longer than `max` bytes.
    error WordingLength(uint256 length, uint256 max);
    /// @notice A rate outside [min, max].
    error RateOutOfBounds(uint256 rate, uint256 min, uint256 max);
    /// @notice A rate that moves faster than [min, max] since the last post allows.
    error RateStepTooLarge(uint256 rate, uint256 min, uint256 max);
    /// @notice A pace outside [min, max], seconds.
    error PaceOutOfBounds(uint256 pace, uint256 min, uint256 max);
    /// @notice A keyed listing has no posted rate; an unkeyed one takes no quote.
    error KeyedMismatch(uint256 listing, bool keyed);
    /// @notice The posted rate is older than `maxAge` seconds, or was never posted.
    error RateStale(uint256 listing, uint256 postedAt, uint256 maxAge);
    /// @notice The adjudicator is not approved for new sales.
    error AdjudicatorNotApproved(address adjudicator);
    /// @notice The pool's asset belongs to the family that the listing insures.
    error OwnAsset(uint256 listing, address asset, uint16 family);
    /// @notice Sales are paused by the guardian until `until`.
    error SalesArePaused(uint256 until);
    /// @notice A pause of zero or more than `max` seconds, or before `notBefore`.
    error PauseOutOfBounds(uint256 duration, uint256 max, uint256 notBefore);
    /// @notice The quote's expiry, or its last moment of sale, has passed.
    error QuoteExpired(uint256 expiry, uint256 timestamp);
    /// @notice The quote's times or rate are out of the listing's bounds; `field` is its name.
    error InvalidQuote(bytes32 field);
    /// @notice The quote is for another listing.
    error QuoteForAnotherListing(uint256 expected, uint256 actual);
    /// @notice The recovered signer of the quote is not approved (also: another chain, contract or content).
    error QuoteSignerNotApproved(address signer);
    /// @notice A fee above its cap, basis points.
    error FeeAboveCap(uint256 fee, uint256 cap);
    /// @notice The zero address was given where a contract or account is needed.
    error ZeroAddress();

    // -- Anyone --------------------------------------------------------------------------------------------------

    /// @notice Creates a listing. Its wording goes into the event, its hash into storage.
    /// @param terms What is fixed for ever; bounds are checked field by field.
    /// @param wording UTF-8 text of the terms, at most 24,576 bytes.
    /// @return listing Number of the listing, from 1.
    function create(Terms calldata terms, bytes calldata wording) external returns (uint256 listing);

    // -- Restricted (AccessManager) ------------------------------------------------------------------------------

    /// @notice Posts technical rates. Role: RATE_POSTER. A rise is at most ×2, a fall at most 10 %, within the time that
    /// `ratePace` gives, since the last post (whole times compound, a part counts pro rata, splitting a move into many
    /// posts gains nothing); the first post, and one after a rate of zero, is free within the bounds of the listing.
    /// @dev Errors: UnknownListing, KeyedMismatch, RateOutOfBounds, RateStepTooLarge.
    /// @param posts Listings and their rates.
    /// @param dataHash Hash of the data that produced them.
    /// @param modelHash Hash of the model that produced them.
    function postRates(RatePost[] calldata posts, bytes32 dataHash, bytes32 modelHash) external;

    /// @notice Sets the bounds of the rates of listings, within the range that each has in its terms. Role: REGISTRAR.
    /// What was posted moves into the bounds at once; quotes of keyed listings outside them sell nothing more.
    /// @dev Errors: UnknownListing, RateOutOfBounds.
    /// @param listings Listing numbers: the class that is decided on.
    /// @param floor Lowest rate, WAD per year (keyed: WAD).
    /// @param ceiling Highest rate, the same; not zero.
    function setRateBounds(uint32[] calldata listings, uint64 floor, uint64 ceiling) external;

    /// @notice Raises the lowest rate of listings, to their ceiling at most: cover is never sold cheaper by it. Role:
    /// RISK_REDUCER.
    /// @dev Errors: UnknownListing, RateOutOfBounds.
    /// @param listings Listing numbers.
    /// @param floor Lowest rate, WAD per year (keyed: WAD), above what it is now.
    function raiseRateFloors(uint32[] calldata listings, uint64 floor) external;

    /// @notice Sets how fast posted rates may move. Role: REGISTRAR. Each within [`MIN_PACE`, `MAX_PACE`].
    /// @dev Errors: PaceOutOfBounds.
    /// @param riseTime Seconds in which a rate may double.
    /// @param fallTime Seconds in which a rate may fall by a tenth.
    function setRatePace(uint32 riseTime, uint32 fallTime) external;

    /// @notice Admits or dismisses an adjudicator for new sales. Role: REGISTRAR. Covers already sold keep theirs.
    function setAdjudicator(address adjudicator, bool approved) external;

    /// @notice Dismisses an adjudicator for new sales. Role: RISK_REDUCER. Covers already sold keep theirs.
    function dismissAdjudicator(address adjudicator) external;

    /// @notice Admits or dismisses a signer of quotes. Role: REGISTRAR.
    function setQuoteSigner(address signer, bool approved) external;

    /// @notice Dismisses a signer of quotes. Role: RISK_REDUCER.
    function dismissQuoteSigner(address signer) external;

    /// @notice Puts an asset into a family of assets that fail together. Role: REGISTRAR.
    function setFamily(address asset, uint16 family) external;

    /// @notice Sets the protocol fee, at most `MAX_PROTOCOL_FEE`. Role: REGISTRAR.
    function setProtocolFee(uint16 fee) external;

    /// @notice Lowers the protocol fee. Role: RISK_REDUCER.
    /// @dev Errors: FeeAboveCap, with the fee that holds.
    function lowerProtocolFee(uint16 fee) external;

    /// @notice Sets the cap of the fees that curators may set from now on, at most `MAX_CURATOR_FEE`. Role: REGISTRAR.
    function setCuratorFeeCap(uint16 cap) external;

    /// @notice Sets who receives protocol fees and forfeited bonds. Role: REGISTRAR.
    function setTreasury(address treasury) external;

    /// @notice Sets the contract that answers `Covers.tokenURI`; zero for plain metadata. Role: REGISTRAR. It moves no
    /// right and no asset: `Covers` bounds its gas and its answer, and does without it if it fails.
    function setDescriptor(address descriptor) external;

    /// @notice Pauses new sales for at most `MAX_PAUSE` seconds; after a pause has ended, the next one may begin no
    /// earlier than `MAX_PAUSE` later. Role: GUARDIAN.
    function pauseSales(uint256 duration) external;

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice The terms of a listing.
    function terms(uint256 listing) external view returns (Terms memory);

    /// @notice keccak256(abi.encode(terms, keccak256(wording))) of a listing: what its covers were sold under.
    function termsHash(uint256 listing) external view returns (bytes32);

    /// @notice Number of listings created; listings are numbered 1 to `count`.
    function count() external view returns (uint256);

    /// @notice What a change of a cover needs of its listing; never reverts but with UnknownListing.
    function periodsOf(uint256 listing) external view returns (Periods memory);

    /// @notice What a sale by a pool with this asset needs; reverts if the listing may not be sold now.
    /// @dev Errors: UnknownListing, SalesArePaused, AdjudicatorNotApproved, OwnAsset, RateStale.
    function saleTerms(uint256 listing, address asset) external view returns (SaleTerms memory);

    /// @notice Checks a quote and its signature (EOA or ERC-1271) and returns the key that it names.
    /// @dev Errors: QuoteForAnotherListing, UnknownListing, KeyedMismatch, QuoteExpired, InvalidQuote,
    /// QuoteSignerNotApproved.
    /// @param listing Listing that the sale is for.
    /// @param quote The offer.
    /// @param signer Who signed it.
    /// @param signature Signature over `hashQuote(quote)`.
    /// @return key keccak256 of (facts, zone, begins, ends, lastSale): two quotes for one key cannot differ in them.
    function checkQuote(uint256 listing, Quote calldata quote, address signer, bytes calldata signature)
        external
        view
        returns (bytes32 key);

    /// @notice The EIP-712 digest of a quote, bound to this chain and contract.
    function hashQuote(Quote calldata quote) external view returns (bytes32);

    /// @notice The posted rate (WAD per year) and when it was posted (unix seconds; zero: never).
    function rateOf(uint256 listing) external view returns (uint256 rate, uint256 postedAt);

    /// @notice The bounds of a listing's rate as governed, within those of its terms, WAD per year (keyed: WAD).
    function rateBoundsOf(uint256 listing) external view returns (uint256 floor, uint256 ceiling);

    /// @notice Seconds in which a posted rate may double, and fall by a tenth.
    function ratePace() external view returns (uint256 riseTime, uint256 fallTime);

    /// @notice The most that a curator may set as his fee, basis points of the net premium.
    function curatorFeeCap() external view returns (uint16);

    /// @notice May this adjudicator be named by new sales?
    function isAdjudicator(address adjudicator) external view returns (bool);

    /// @notice May this account sign quotes?
    function isQuoteSigner(address signer) external view returns (bool);

    /// @notice The family of an asset; zero if none.
    function familyOf(address asset) external view returns (uint16);

    /// @notice Protocol fee, basis points of the net premium.
    function protocolFee() external view returns (uint16);

    /// @notice Who receives protocol fees and forfeited bonds.
    function treasury() external view returns (address);

    /// @notice The contract that draws covers for `Covers.tokenURI`; zero if none.
    function descriptor() external view returns (address);

    /// @notice Unix seconds until which new sales are paused; in the past: not paused.
    function pausedUntil() external view returns (uint256);
}
