// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "solady/utils/EIP712.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SignatureCheckerLib} from "solady/utils/SignatureCheckerLib.sol";

import {IAdjudicator} from "../adjudicators/interfaces/IAdjudicator.sol";
import {IListings} from "./interfaces/IListings.sol";
import {RateStep} from "./libraries/RateStep.sol";

/// @title Listings
/// @dev Assumptions, for safety: the registrar approves no adjudicator that answers `rulesOnce` falsely, and no signer
/// that signs two probabilities of one event; for liveness: rates are posted at least every `MAX_RATE_AGE`. Either one
/// failing touches new sales only.
contract Listings is IListings, AccessManaged, EIP712 {
    using SafeCastLib for uint256;

    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev A listing as it is stored; a sale reads the first two slots.
    struct Listing {
        uint64 rate;
        uint32 postedAt;
        uint32 waiting;
        uint32 grace;
        uint32 minPeriod;
        uint32 maxPeriod;
        bool keyed;
        bool personal;
        uint16 family;
        // slot
        address adjudicator;
        uint64 maxRatio;
        LossProof lossProof;
        // slot
        address secondAdjudicator;
        uint64 deductible;
        uint16 finderReward;
        uint16 settlerReward;
        // slot
        address bondToken;
        uint96 bond;
        // slot; the bounds that hold: as the terms have them, until they are governed
        uint64 minRate;
        uint64 maxRate;
        uint32 eventWindow;
        bool governed;
        // slot
        bytes32 termsHash;
        // slot; written where a proof is asked for
        bytes32 proofTerms;
        // slot; what the terms say, written when the bounds of the rate are first governed
        uint64 termsMinRate;
        uint64 termsMaxRate;
    }

    /// @notice Highest protocol fee, basis points of the net premium.
    uint256 public constant MAX_PROTOCOL_FEE = 1_000;
    /// @notice Highest cap of the curators' fees, basis points of the net premium.
    uint256 public constant MAX_CURATOR_FEE = 2_000;
    /// @notice Bounds of the time in which a rate may double, or fall by a tenth, seconds.
    uint256 public constant MIN_PACE = 12 hours;
    uint256 public constant MAX_PACE = 30 days;
    /// @notice Age, seconds, past which a posted rate sells nothing.
    uint256 public constant MAX_RATE_AGE = 7 days;
    /// @notice Longest wording, bytes.
    uint256 public constant MAX_WORDING = 24_576;
    /// @notice Longest pause of sales, and shortest time between two, seconds.
    uint256 public constant MAX_PAUSE = 7 days;
    /// @notice Highest reward of finder and settler, each, basis points of a payout.
    uint256 public constant MAX_REWARD = 100;
    /// @notice Shortest duration of cover without a key, seconds.
    uint256 public constant MIN_PERIOD = 1 days;
    /// @notice Longest duration of cover, and longest event window, seconds.
    uint256 public constant MAX_PERIOD = 730 days;
    /// @notice Longest waiting period, seconds.
    uint256 public constant MAX_WAITING = 180 days;
    /// @notice Longest grace period, seconds.
    uint256 public constant MAX_GRACE = 180 days;
    /// @notice Highest technical rate, WAD per year.
    uint256 public constant MAX_RATE = 10e18;
    /// @notice Largest number of event windows that fit into the grace period.
    uint256 public constant MAX_EVENTS = 64;
    /// @dev Longest event window with a proof of holdings: losses of one event are at most 7 days apart, and so always share
    /// what was held. Seconds.
    uint256 private constant MAX_PROVEN_WINDOW = 84 hours;

    uint256 private constant WAD = 1e18;
    bytes32 private constant QUOTE_TYPEHASH = keccak256(
        "Quote(uint32 listing,bytes32 facts,uint56 zone,uint32 begins,uint32 ends,uint32 lastSale,uint64 rate,uint32 expiry)"
    );

    // -- Storage -------------------------------------------------------------------------------------------------

    /// @inheritdoc IListings
    address public treasury;
    /// @inheritdoc IListings
    uint16 public protocolFee;
    /// @inheritdoc IListings
    uint16 public curatorFeeCap;
    uint32 private _pausedUntil;
    uint32 private _count;

    mapping(uint256 listing => Listing) private _listings;
    /// @inheritdoc IListings
    mapping(address adjudicator => bool) public isAdjudicator;
    /// @inheritdoc IListings
    mapping(address signer => bool) public isQuoteSigner;
    /// @inheritdoc IListings
    mapping(address asset => uint16) public familyOf;
    /// @inheritdoc IListings
    address public descriptor;
    uint32 private _riseTime;
    uint32 private _fallTime;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param authority The AccessManager that grants the roles.
    /// @param firstTreasury Receives protocol fees and forfeited bonds.
    constructor(address authority, address firstTreasury) AccessManaged(authority) {
        _setTreasury(firstTreasury);
        (curatorFeeCap, _riseTime, _fallTime) = (uint16(MAX_CURATOR_FEE), 1 days, 1 days);
    }

    // -- Anyone --------------------------------------------------------------------------------------------------

    /// @inheritdoc IListings
    function create(Terms calldata newTerms, bytes calldata wording) external returns (uint256 listing) {
        require(wording.length != 0 && wording.length <= MAX_WORDING, WordingLength(wording.length, MAX_WORDING));
        _checkTerms(newTerms);

        listing = ++_count;
        bytes32 hash = keccak256(abi.encode(newTerms, keccak256(wording)));
        _store(_listings[listing], newTerms, hash);
        emit ListingCreated(listing, msg.sender, hash, newTerms, wording);
    }

    // -- Restricted ----------------------------------------------------------------------------------------------

    /// @inheritdoc IListings
    function postRates(RatePost[] calldata posts, bytes32 dataHash, bytes32 modelHash) external restricted {
        (uint256 riseTime, uint256 fallTime) = (_riseTime, _fallTime);
        for (uint256 i = 0; i < posts.length; ++i) {
            _post(posts[i].listing, posts[i].rate, riseTime, fallTime);
            emit RatePosted(posts[i].listing, posts[i].rate, dataHash, modelHash);
        }
    }

    /// @inheritdoc IListings
    function setRateBounds(uint32[] calldata listings, uint64 floor, uint64 ceiling) external restricted {
        for (uint256 i = 0; i < listings.length; ++i) {
            Listing storage l = _existing(listings[i]);
            _keepTerms(l);
            require(floor >= l.termsMinRate && floor <= ceiling, RateOutOfBounds(floor, l.termsMinRate, ceiling));
            require(ceiling != 0 && ceiling <= l.termsMaxRate, RateOutOfBounds(ceiling, floor, l.termsMaxRate));
            _bound(listings[i], l, floor, ceiling);
        }
    }

    /// @inheritdoc IListings
    function raiseRateFloors(uint32[] calldata listings, uint64 floor) external restricted {
        for (uint256 i = 0; i < listings.length; ++i) {
            Listing storage l = _existing(listings[i]);
            require(floor > l.minRate && floor <= l.maxRate, RateOutOfBounds(floor, l.minRate, l.maxRate));
            _keepTerms(l);
            _bound(listings[i], l, floor, l.maxRate);
        }
    }

    /// @inheritdoc IListings
    function setRatePace(uint32 riseTime, uint32 fallTime) external restricted {
        require(riseTime >= MIN_PACE && riseTime <= MAX_PACE, PaceOutOfBounds(riseTime, MIN_PACE, MAX_PACE));
        require(fallTime >= MIN_PACE && fallTime <= MAX_PACE, PaceOutOfBounds(fallTime, MIN_PACE, MAX_PACE));
        (_riseTime, _fallTime) = (riseTime, fallTime);
        emit RatePaceSet(riseTime, fallTime);
    }

    /// @inheritdoc IListings
    function setAdjudicator(address adjudicator, bool approved) external restricted {
        _setAdjudicator(adjudicator, approved);
    }

    /// @inheritdoc IListings
    function dismissAdjudicator(address adjudicator) external restricted {
        _setAdjudicator(adjudicator, false);
    }

    /// @inheritdoc IListings
    function setQuoteSigner(address signer, bool approved) external restricted {
        _setQuoteSigner(signer, approved);
    }

    /// @inheritdoc IListings
    function dismissQuoteSigner(address signer) external restricted {
        _setQuoteSigner(signer, false);
    }

    /// @inheritdoc IListings
    function setFamily(address asset, uint16 family) external restricted {
        require(asset != address(0), ZeroAddress());
        familyOf[asset] = family;
        emit FamilySet(asset, family);
    }

    /// @inheritdoc IListings
    function setProtocolFee(uint16 fee) external restricted {
        _setProtocolFee(fee, MAX_PROTOCOL_FEE);
    }

    /// @inheritdoc IListings
    function lowerProtocolFee(uint16 fee) external restricted {
        _setProtocolFee(fee, protocolFee);
    }

    /// @inheritdoc IListings
    function setCuratorFeeCap(uint16 cap) external restricted {
        require(cap <= MAX_CURATOR_FEE, FeeAboveCap(cap, MAX_CURATOR_FEE));
        curatorFeeCap = cap;
        emit CuratorFeeCapSet(cap);
    }

    /// @inheritdoc IListings
    function setTreasury(address newTreasury) external restricted {
        _setTreasury(newTreasury);
    }

    /// @inheritdoc IListings
    function setDescriptor(address newDescriptor) external restricted {
        descriptor = newDescriptor;
        emit DescriptorSet(newDescriptor);
    }

    /// @inheritdoc IListings
    function pauseSales(uint256 duration) external restricted {
        uint256 notBefore = uint256(_pausedUntil) + MAX_PAUSE;
        require(
            duration != 0 && duration <= MAX_PAUSE && block.timestamp >= notBefore,
            PauseOutOfBounds(duration, MAX_PAUSE, notBefore)
        );
        _pausedUntil = (block.timestamp + duration).toUint32();
        emit SalesPaused(block.timestamp + duration);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IListings
    function terms(uint256 listing) external view returns (Terms memory t) {
        Listing storage l = _existing(listing);
        (t.waiting, t.grace, t.minPeriod, t.maxPeriod) = (l.waiting, l.grace, l.minPeriod, l.maxPeriod);
        (t.keyed, t.personal, t.family) = (l.keyed, l.personal, l.family);
        (t.adjudicator, t.maxRatio, t.lossProof) = (l.adjudicator, l.maxRatio, l.lossProof);
        (t.secondAdjudicator, t.deductible) = (l.secondAdjudicator, l.deductible);
        (t.finderReward, t.settlerReward) = (l.finderReward, l.settlerReward);
        (t.bondToken, t.bond) = (l.bondToken, l.bond);
        (t.minRate, t.maxRate, t.eventWindow) = (l.minRate, l.maxRate, l.eventWindow);
        if (l.governed) (t.minRate, t.maxRate) = (l.termsMinRate, l.termsMaxRate);
        if (t.lossProof != LossProof.None) t.proofTerms = l.proofTerms;
    }

    /// @inheritdoc IListings
    function termsHash(uint256 listing) external view returns (bytes32) {
        return _existing(listing).termsHash;
    }

    /// @inheritdoc IListings
    function count() external view returns (uint256) {
        return _count;
    }

    /// @inheritdoc IListings
    function periodsOf(uint256 listing) external view returns (Periods memory) {
        Listing storage l = _existing(listing);
        return Periods(l.waiting, l.grace, l.keyed);
    }

    /// @inheritdoc IListings
    function saleTerms(uint256 listing, address asset) external view returns (SaleTerms memory sale) {
        Listing storage l = _existing(listing);
        require(block.timestamp >= _pausedUntil, SalesArePaused(_pausedUntil));

        (sale.adjudicator, sale.named) = (l.adjudicator, l.personal || l.lossProof != LossProof.None);
        require(isAdjudicator[sale.adjudicator], AdjudicatorNotApproved(sale.adjudicator));
        uint16 family = l.family;
        require(family == 0 || familyOf[asset] != family, OwnAsset(listing, asset, family));

        (sale.keyed, sale.personal) = (l.keyed, l.personal);
        uint256 postedAt = l.postedAt;
        bool fresh = postedAt != 0 && block.timestamp - postedAt <= MAX_RATE_AGE;
        require(sale.keyed || fresh, RateStale(listing, postedAt, MAX_RATE_AGE));

        sale.rate = l.rate;
        sale.waiting = l.waiting;
        sale.grace = l.grace;
        sale.minPeriod = l.minPeriod;
        sale.maxPeriod = l.maxPeriod;
        sale.protocolFee = protocolFee;
    }

    /// @inheritdoc IListings
    function checkQuote(uint256 listing, Quote calldata quote, address signer, bytes calldata signature)
        external
        view
        returns (bytes32 key)
    {
        require(quote.listing == listing, QuoteForAnotherListing(listing, quote.listing));
        _checkQuote(_existing(listing), quote);
        require(
            isQuoteSigner[signer]
                && SignatureCheckerLib.isValidSignatureNowCalldata(signer, hashQuote(quote), signature),
            QuoteSignerNotApproved(signer)
        );
        return keccak256(abi.encode(quote.facts, quote.zone, quote.begins, quote.ends, quote.lastSale));
    }

    /// @inheritdoc IListings
    function hashQuote(Quote calldata quote) public view returns (bytes32) {
        return _hashTypedData(keccak256(abi.encode(QUOTE_TYPEHASH, quote)));
    }

    /// @inheritdoc IListings
    function rateOf(uint256 listing) external view returns (uint256 rate, uint256 postedAt) {
        Listing storage l = _existing(listing);
        return (l.rate, l.postedAt);
    }

    /// @inheritdoc IListings
    function rateBoundsOf(uint256 listing) external view returns (uint256 floor, uint256 ceiling) {
        Listing storage l = _existing(listing);
        return (l.minRate, l.maxRate);
    }

    /// @inheritdoc IListings
    function ratePace() external view returns (uint256 riseTime, uint256 fallTime) {
        return (_riseTime, _fallTime);
    }

    /// @inheritdoc IListings
    function pausedUntil() external view returns (uint256) {
        return _pausedUntil;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _existing(uint256 listing) private view returns (Listing storage) {
        require(listing != 0 && listing <= _count, UnknownListing(listing));
        return _listings[listing];
    }

    function _setTreasury(address newTreasury) private {
        require(newTreasury != address(0), ZeroAddress());
        treasury = newTreasury;
        emit TreasurySet(newTreasury);
    }

    function _setAdjudicator(address adjudicator, bool approved) private {
        require(adjudicator != address(0), ZeroAddress());
        isAdjudicator[adjudicator] = approved;
        emit AdjudicatorSet(adjudicator, approved);
    }

    function _setQuoteSigner(address signer, bool approved) private {
        require(signer != address(0), ZeroAddress());
        isQuoteSigner[signer] = approved;
        emit QuoteSignerSet(signer, approved);
    }

    function _setProtocolFee(uint16 fee, uint256 cap) private {
        require(fee <= cap, FeeAboveCap(fee, cap));
        protocolFee = fee;
        emit ProtocolFeeSet(fee);
    }

    /// @dev Before the bounds are governed for the first time.
    function _keepTerms(Listing storage l) private {
        if (l.governed) return;
        (l.governed, l.termsMinRate, l.termsMaxRate) = (true, l.minRate, l.maxRate);
    }

    /// @dev What was posted moves into the bounds at once, so that a sale reads one word; its age stays as it is.
    function _bound(uint256 listing, Listing storage l, uint64 floor, uint64 ceiling) private {
        (l.minRate, l.maxRate) = (floor, ceiling);
        uint64 rate = l.rate;
        if (l.postedAt != 0) {
            if (rate < floor) rate = floor;
            if (rate > ceiling) rate = ceiling;
            l.rate = rate;
        }
        emit RateBoundsSet(listing, floor, ceiling, rate);
    }

    function _post(uint256 listing, uint64 rate, uint256 riseTime, uint256 fallTime) private {
        Listing storage l = _existing(listing);
        require(!l.keyed, KeyedMismatch(listing, true));
        require(rate >= l.minRate && rate <= l.maxRate, RateOutOfBounds(rate, l.minRate, l.maxRate));
        uint64 last = l.rate;
        if (last != 0) {
            uint256 elapsed = block.timestamp - l.postedAt;
            uint256 low = RateStep.lowestUp(last, RateStep.pacedDown(elapsed, fallTime));
            uint256 high = RateStep.highestDown(last, RateStep.pacedDown(elapsed, riseTime));
            require(rate >= low && rate <= high, RateStepTooLarge(rate, low, high));
        }
        l.rate = rate;
        l.postedAt = block.timestamp.toUint32();
    }

    function _store(Listing storage l, Terms calldata t, bytes32 hash) private {
        (l.waiting, l.grace, l.minPeriod, l.maxPeriod) = (t.waiting, t.grace, t.minPeriod, t.maxPeriod);
        (l.keyed, l.personal, l.family) = (t.keyed, t.personal, t.family);
        (l.adjudicator, l.maxRatio, l.lossProof) = (t.adjudicator, t.maxRatio, t.lossProof);
        (l.secondAdjudicator, l.deductible) = (t.secondAdjudicator, t.deductible);
        (l.finderReward, l.settlerReward) = (t.finderReward, t.settlerReward);
        (l.bondToken, l.bond) = (t.bondToken, t.bond);
        (l.minRate, l.maxRate, l.eventWindow) = (t.minRate, t.maxRate, t.eventWindow);
        l.termsHash = hash;
        if (t.proofTerms != 0) l.proofTerms = t.proofTerms;
    }

    function _checkTerms(Terms calldata t) private view {
        require((t.lossProof == LossProof.None) == (t.proofTerms == 0), InvalidTerms("proofTerms"));
        bool ofOne = !t.keyed && t.bond != 0 && t.lossProof != LossProof.Merkle;
        require(!t.personal || ofOne, InvalidTerms("personal"));
        require(t.maxRatio != 0 && t.maxRatio <= WAD, InvalidTerms("maxRatio"));
        require(t.deductible < t.maxRatio, InvalidTerms("deductible"));
        require(t.waiting <= MAX_WAITING, InvalidTerms("waiting"));
        require(t.grace <= MAX_GRACE, InvalidTerms("grace"));
        // A keyed cover ends with its event: there the periods bound the time from the sale to that end.
        require(t.keyed || (t.minPeriod > t.waiting && t.minPeriod >= MIN_PERIOD), InvalidTerms("minPeriod"));
        require(
            t.maxPeriod >= t.minPeriod && t.maxPeriod > t.waiting && t.maxPeriod <= MAX_PERIOD,
            InvalidTerms("maxPeriod")
        );
        require(t.minRate <= t.maxRate, InvalidTerms("minRate"));
        require(t.maxRate != 0 && t.maxRate <= (t.keyed ? WAD : MAX_RATE), InvalidTerms("maxRate"));
        require((t.bond == 0) == (t.bondToken == address(0)), InvalidTerms("bond"));
        require(t.finderReward <= MAX_REWARD, InvalidTerms("finderReward"));
        require(t.settlerReward <= MAX_REWARD, InvalidTerms("settlerReward"));
        _checkAdjudicators(t);
    }

    /// @dev Without a window each ruling is an event of its own and paid in full: only where each who may rule does so
    /// once per event. With one, its length bounds how many events lie within reach of one assertion.
    function _checkAdjudicators(Terms calldata t) private view {
        (address first, address second) = (t.adjudicator, t.secondAdjudicator);
        bool once = _rulesOnce(first, "adjudicator");
        require(second != first, InvalidTerms("secondAdjudicator"));
        if (second != address(0) && !_rulesOnce(second, "secondAdjudicator")) once = false;
        bool wideEnough = t.eventWindow != 0 && t.eventWindow <= MAX_PERIOD && t.eventWindow * MAX_EVENTS >= t.grace;
        require(once ? t.eventWindow == 0 : wideEnough, InvalidTerms("eventWindow"));
        bool holdings = t.lossProof == LossProof.Holdings;
        require(!holdings || t.eventWindow <= MAX_PROVEN_WINDOW, InvalidTerms("eventWindow"));
    }

    /// @dev A call without decoding, so that an address that cannot answer is refused by the name of its field.
    function _rulesOnce(address adjudicator, bytes32 field) private view returns (bool) {
        (bool success, bytes memory answer) = adjudicator.staticcall(abi.encodeCall(IAdjudicator.rulesOnce, ()));
        require(success && answer.length == 32, InvalidTerms(field));
        uint256 once = abi.decode(answer, (uint256));
        require(once <= 1, InvalidTerms(field));
        return once == 1;
    }

    /// @dev The bounds of a quote's times and rate; who signed it is not looked at.
    function _checkQuote(Listing storage l, Quote calldata quote) private view {
        require(l.keyed, KeyedMismatch(quote.listing, false));
        require(quote.expiry >= block.timestamp, QuoteExpired(quote.expiry, block.timestamp));
        require(quote.lastSale >= block.timestamp, QuoteExpired(quote.lastSale, block.timestamp));
        require(quote.lastSale <= quote.begins, InvalidQuote("lastSale"));
        require(block.timestamp + l.waiting <= quote.begins, InvalidQuote("begins"));
        require(quote.begins < quote.ends, InvalidQuote("ends"));
        uint256 period = quote.ends - block.timestamp;
        require(period >= l.minPeriod && period <= l.maxPeriod, InvalidQuote("ends"));
        require(quote.rate >= l.minRate && quote.rate <= l.maxRate, InvalidQuote("rate"));
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("Bulwark Listings", "1");
    }
}
