// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {RiskId} from "../../../src/cover/libraries/RiskId.sol";
import {IDeficitTrigger} from "../../../src/adjudicators/interfaces/IDeficitTrigger.sol";
import {IFrozenTrigger} from "../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IPriceFeedTrigger} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IReadingTrigger} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IReserveTrigger} from "../../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {IVaultLossTrigger} from "../../../src/adjudicators/interfaces/IVaultLossTrigger.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {WildToken} from "../../mocks/WildToken.sol";
import {Counted} from "../Counted.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {TriggerConfigs} from "../TriggerConfigs.sol";
import {Chain} from "./Chain.sol";

/// @title The world of the campaign of proofs: the real triggers and the real proofs of holdings, and three pools
/// @notice Each pool backs each listing. The first is wide, the second in another token whose receivers may turn hostile,
/// the third so small that it falls short.
abstract contract ProofWorld is Chain, Counted {
    // -- Types ---------------------------------------------------------------------------------------------------

    enum Kind {
        Price,
        Reading,
        Outage,
        Report,
        Judged
    }

    /// @dev A cover as it was sold. Grains.
    struct Policy {
        uint256 id;
        uint256 pool;
        uint256 listing;
        bytes32 key;
        address account;
        uint256[] since; // unix seconds from which each part counts,
        uint256[] parts; // as it was sold
        uint256 sold; // in all, less what was given up
    }

    struct Case {
        uint256 id;
        uint256 listing;
        bytes32 key;
        uint256 lossTime;
    }

    /// @dev What an incident has paid in a pool, units.
    struct Paid {
        bool known;
        uint256 reserve;
        uint256 claims;
        uint256 payouts;
        uint256 cameBack;
    }

    // -- The world -----------------------------------------------------------------------------------------------

    uint256 internal constant FEE = 0.002 ether;
    uint256 internal constant QUOTE_KEY = 0xA11CE;
    uint256 internal constant SIGNERS = 5;
    uint256 internal constant POOLS = 3;
    uint256 internal constant USE_WINDOW = 7 days;

    PoolHarness[] public pools;
    WildToken internal wild;
    IPriceFeedTrigger internal prices;
    IVaultLossTrigger internal vaultLoss;
    IDeficitTrigger internal deficits;
    IReserveTrigger internal reserve;
    IFrozenTrigger internal frozen;
    IReportTrigger internal reports;
    address[] internal adjudicators;
    uint256[] internal signerKeys;
    address internal rotator = makeLabelled("rotator");
    address[] internal holders;

    uint256 internal fall;
    uint256 internal crash;
    uint256 internal rise;
    uint256 internal vaultFall;
    uint256 internal badDebt;
    uint256 internal bridge;
    uint256 internal illiquid;
    uint256 internal outage;
    uint256 internal flight;
    uint256 internal vaultProven;
    uint256 internal fallProven;
    uint256 internal fallSalvage;
    uint256 internal fallNft;
    uint256 internal judged;
    uint256[] internal listed;
    mapping(uint256 listing => Kind) internal kindOf;
    mapping(uint256 listing => MockPriceFeed) internal feedOf;
    mapping(uint256 listing => IReadingTrigger) internal triggerOf;
    mapping(uint256 listing => IListings.Terms) internal termsOf;
    mapping(uint256 listing => ILossProofs.ProofTerms) internal proofOf;

    // -- What is remembered --------------------------------------------------------------------------------------

    Policy[] internal policies;
    mapping(uint256 id => uint256) internal placeOf; // plus one
    Case[] internal cases;
    mapping(uint256 incident => mapping(uint256 pool => Paid)) internal paidBy;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal claimOf;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal payoutOf;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal cameBackTo;
    /// @dev Tokens that claims have used up, by weeks of losses, and the most that any of the claims allowed.
    mapping(address token => mapping(address account => mapping(uint256 week => uint256))) internal used;
    mapping(address token => mapping(address account => mapping(uint256 week => uint256))) internal most;
    mapping(uint256 week => bool) private weekKnown;
    uint256[] internal weeks_;

    // -- Set-up --------------------------------------------------------------------------------------------------

    function poolCode() internal pure override returns (bytes memory) {
        return type(PoolHarness).creationCode;
    }

    function setUp() public virtual override {
        super.setUp();
        wild = new WildToken("Wild dollar", "WUSD", 18);
        holders = [holder, savers[0], savers[1], makeLabelled("holder 2")];
        vm.deal(keeper, 1_000 ether);
        createTriggers();
        createListings();
        createProven();
        createPools();
        elapse(1 days);
        vaultLoss.observe(vaultFall);
        vaultLoss.observe(vaultProven);
        deficits.observe(badDebt);
        reserve.observe(bridge);
    }

    function createTriggers() private {
        bytes memory two = abi.encode(incidents, listings);
        prices = IPriceFeedTrigger(deployCode("PriceFeedTrigger.sol:PriceFeedTrigger", two));
        vaultLoss = IVaultLossTrigger(deployCode("VaultLossTrigger.sol:VaultLossTrigger", two));
        deficits = IDeficitTrigger(deployCode("DeficitTrigger.sol:DeficitTrigger", two));
        reserve = IReserveTrigger(deployCode("ReserveTrigger.sol:ReserveTrigger", two));
        frozen = IFrozenTrigger(deployCode("FrozenTrigger.sol:FrozenTrigger", two));
        reports = IReportTrigger(deployCode("ReportTrigger.sol:ReportTrigger", abi.encode(incidents, listings, covers)));
        adjudicators = [
            address(prices),
            address(vaultLoss),
            address(deficits),
            address(reserve),
            address(frozen),
            address(reports),
            address(court)
        ];
        vm.startPrank(admin);
        for (uint256 i; i < adjudicators.length; ++i) {
            listings.setAdjudicator(adjudicators[i], true);
        }
        listings.setQuoteSigner(vm.addr(QUOTE_KEY), true);
        vm.stopPrank();
    }

    function termsFor(address adjudicator) internal view returns (IListings.Terms memory t) {
        t = triggerTerms();
        (t.adjudicator, t.waiting) = (adjudicator, 1 hours);
    }

    function createListings() private {
        IListings.Terms memory t = termsFor(address(prices));
        (t.finderReward, t.settlerReward) = (50, 30);
        fall = prices.createListing(t, "Fall", TriggerConfigs.fall(address(feedA)));
        track(fall, Kind.Price, feedA);
        IPriceFeedTrigger.Config memory c = TriggerConfigs.fall(address(feedB));
        (c.strike, c.recovery, c.warning, c.par) = (0.9e18, 0.95e18, 0, 1e18);
        (c.lookback, c.table) = (24 hours, new IPriceFeedTrigger.Step[](3));
        c.table[0] = IPriceFeedTrigger.Step(0.1e18, 0.25e18);
        c.table[1] = IPriceFeedTrigger.Step(0.2e18, 0.5e18);
        c.table[2] = IPriceFeedTrigger.Step(0.4e18, 1e18);
        t = termsFor(address(prices));
        (t.waiting, t.minPeriod) = (24 hours, 2 days);
        crash = prices.createListing(t, "Crash", c);
        track(crash, Kind.Price, feedB);
        c = TriggerConfigs.fall(address(feedC));
        c.direction = IPriceFeedTrigger.Direction.Rise;
        (c.strike, c.recovery, c.warning) = (1.2e8, 1.1e8, 1.05e8);
        rise = prices.createListing(termsFor(address(prices)), "Rise", c);
        track(rise, Kind.Price, feedC);

        vaultFall =
            vaultLoss.createListing(termsFor(address(vaultLoss)), "Vault", TriggerConfigs.vaultLoss(address(vault)));
        watch(vaultFall, vaultLoss);
        badDebt = deficits.createListing(
            termsFor(address(deficits)),
            "Bad debt",
            TriggerConfigs.badDebt(address(market), address(usd), address(supplied))
        );
        watch(badDebt, deficits);
        bridge = reserve.createListing(
            termsFor(address(reserve)), "Bridge", TriggerConfigs.bridge(address(minted), address(locked), lockBox)
        );
        watch(bridge, reserve);
        IFrozenTrigger.Config memory f = TriggerConfigs.illiquid(address(lent), lender);
        illiquid = frozen.createListing(termsFor(address(frozen)), "Illiquid", f);
        watch(illiquid, frozen);
        (f.kind, f.target, f.account, f.amount) = (IFrozenTrigger.Kind.Outage, address(uptime), address(0), 0);
        (f.ratio, f.persistence, f.gap) = (0.2e18, 6 hours, 0);
        outage = frozen.createListing(termsFor(address(frozen)), "Outage", f);
        track(outage, Kind.Outage, uptime);
        createReport();
    }

    function createReport() private {
        signerKeys = sortedKeys(SIGNERS);
        address[] memory members = new address[](SIGNERS);
        for (uint256 i; i < SIGNERS; ++i) {
            members[i] = vm.addr(signerKeys[i]);
        }
        IListings.Terms memory t = termsFor(address(reports));
        (t.keyed, t.minPeriod, t.maxPeriod, t.grace) = (true, 0, 60 days, 12 days);
        flight = reports.createListing(t, "Flights that are late", TriggerConfigs.lateFlights(members, rotator));
        track(flight, Kind.Report, uptime);
    }

    function createProven() private {
        vaultProven = vaultLoss.createListing(
            provenTerms(address(vaultLoss), 1, 3e18, false, 0),
            "Vault, as held",
            TriggerConfigs.vaultLoss(address(vault))
        );
        watch(vaultProven, vaultLoss);
        fallProven = prices.createListing(
            provenTerms(address(prices), 0, 0, false, 0.1e18), "Fall, as held", TriggerConfigs.fall(address(feedA))
        );
        track(fallProven, Kind.Price, feedA);
        fallSalvage = prices.createListing(
            provenTerms(address(prices), 0, 2e18, true, 0.05e18),
            "Fall, handed over",
            TriggerConfigs.fall(address(feedA))
        );
        track(fallSalvage, Kind.Price, feedA);
        fallNft = prices.createListing(
            provenTerms(address(prices), 2, 4_000e18, false, 0), "Floor", TriggerConfigs.fall(address(feedA))
        );
        track(fallNft, Kind.Price, feedA);
        IListings.Terms memory t = provenTerms(address(court), 0, 0, false, 0.1e18);
        (t.bondToken, t.bond, t.eventWindow) = (address(usd), 100e6, 3 days);
        judged = listings.create(t, "Hack, as held");
        track(judged, Kind.Judged, feedA);
    }

    /// @dev Worth a fixed value, or what the feed says.
    function provenTerms(address adjudicator, uint256 token, uint256 value, bool salvage_, uint64 deductible)
        private
        returns (IListings.Terms memory t)
    {
        t = termsFor(adjudicator);
        ILossProofs.ProofTerms memory proof;
        (proof.token, proof.value, proof.salvage) = (tokens[token], value, salvage_);
        if (value == 0) (proof.feed, proof.heartbeat) = (address(valueFeed), 1 days);
        (t.lossProof, t.proofTerms) = (IListings.LossProof.Holdings, proofs.defineTerms(proof));
        t.deductible = deductible;
    }

    function track(uint256 listing, Kind kind, MockPriceFeed feed) private {
        (kindOf[listing], feedOf[listing]) = (kind, feed);
        termsOf[listing] = listings.terms(listing);
        listed.push(listing);
        if (kind != Kind.Report) postRate(listing, RATE);
        if (termsOf[listing].proofTerms != 0) proofOf[listing] = proofs.termsOf(termsOf[listing].proofTerms);
    }

    function watch(uint256 listing, IReadingTrigger trigger_) private {
        track(listing, Kind.Reading, feedA);
        triggerOf[listing] = trigger_;
    }

    function createPools() private {
        for (uint256 p; p < POOLS; ++p) {
            IPool.Parameters memory c = parameters(p == 1 ? address(wild) : address(usd));
            (c.cooldown, c.r) = (3 days, 0.1e18);
            for (uint256 i; i < c.classes.length; ++i) {
                (c.classes[i].rho, c.classes[i].maxLossProbability) = (0.25e18, 0.9e18);
            }
            pools.push(PoolHarness(factory.createPool(poolCode(), c, new bytes[](0))));
            for (uint256 i; i < listed.length; ++i) {
                back(pools[p], listed[i], uint8(i % 4), uint48(i + 1));
            }
        }
        deposit(pools[0], alice, 150_000e6);
        deposit(pools[1], bob, 25_000e18);
        deposit(pools[2], carol, 8_000e6);
    }

    // -- Small things --------------------------------------------------------------------------------------------

    function sync(uint256 p) internal {
        if (incidents.journalLength() != pools[p].reserves().cursor) pools[p].step(type(uint32).max);
    }

    function statusOf(uint256 incident) internal view returns (IIncidents.Status) {
        return incidents.incidentOf(incident).status;
    }

    function isGranted(uint256 incident) internal view returns (bool) {
        IIncidents.Status s = statusOf(incident);
        return s == IIncidents.Status.Granted || s == IIncidents.Status.Closed;
    }

    function riskIdOf(Case memory c) internal pure returns (bytes32) {
        return RiskId.idOf(c.listing, c.key);
    }

    function tokenOf(uint256 p) internal view returns (TestToken) {
        return TestToken(pools[p].asset());
    }

    /// @dev Units of a whole asset of a pool.
    function unitOf(uint256 p) internal pure returns (uint256) {
        return p == 1 ? 1e18 : 1e6;
    }

    function ownerOf(uint256 id) internal view returns (address) {
        return covers.ownerOf(id);
    }

    function noteWeek(uint256 week) internal {
        if (weekKnown[week]) return;
        weekKnown[week] = true;
        weeks_.push(week);
    }
}
