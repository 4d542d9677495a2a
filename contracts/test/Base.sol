// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Incidents} from "../src/claims/Incidents.sol";
import {IIncidents} from "../src/claims/interfaces/IIncidents.sol";
import {Salvage} from "../src/claims/Salvage.sol";
import {Covers} from "../src/cover/Covers.sol";
import {IListings} from "../src/cover/interfaces/IListings.sol";
import {Listings} from "../src/cover/Listings.sol";
import {IPool} from "../src/pool/interfaces/IPool.sol";
import {Pool} from "../src/pool/Pool.sol";
import {PoolFactory} from "../src/pool/PoolFactory.sol";
import {IAdjudicator} from "../src/adjudicators/interfaces/IAdjudicator.sol";
import {TestAdjudicator} from "./mocks/TestAdjudicator.sol";
import {TestLossProofs} from "./mocks/TestLossProofs.sol";
import {TestToken} from "./mocks/TestToken.sol";
import {Test} from "./Test.sol";

/// @notice The protocol, deployed from its artifacts (so that no test carries its code and each compiles in a second);
/// labelled actors; short ways to pools, listings, deposits, covers and incidents.
abstract contract Base is Test {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant YEAR = 365 days;
    uint256 internal constant START = 1_700_000_000;
    uint64 internal constant RATE = 0.02e18;
    uint64 internal constant NO_LIMIT = 1e15;

    address internal admin = makeLabelled("admin");
    address internal treasury = makeLabelled("treasury");
    address internal curator = makeLabelled("curator");
    address internal alice = makeLabelled("alice");
    address internal bob = makeLabelled("bob");
    address internal carol = makeLabelled("carol");
    address internal holder = makeLabelled("holder");
    address internal keeper = makeLabelled("keeper");
    address internal attacker = makeLabelled("attacker");

    AccessManager internal authority;
    Listings internal listings;
    Covers internal covers;
    Incidents internal incidents;
    PoolFactory internal factory;
    TestLossProofs internal lossProofs;
    Salvage internal salvage;
    /// @dev A trigger-like adjudicator (one ruling per event), and a court-like one.
    TestAdjudicator internal trigger;
    TestAdjudicator internal court;
    TestToken internal usd;

    function setUp() public virtual {
        vm.warp(START);
        authority = newAuthority();
        uint256 nonce = vm.getNonce(address(this));
        address coversAt = vm.computeCreateAddress(address(this), nonce + 1);
        address incidentsAt = vm.computeCreateAddress(address(this), nonce + 2);
        address factoryAt = vm.computeCreateAddress(address(this), nonce + 3);
        address lossProofsAt = vm.computeCreateAddress(address(this), nonce + 4);
        address salvageAt = vm.computeCreateAddress(address(this), nonce + 5);
        listings = Listings(deployCode("Listings.sol:Listings", abi.encode(authority, treasury)));
        covers = Covers(deployCode("Covers.sol:Covers", abi.encode(factoryAt, listings, incidentsAt)));
        incidents =
            Incidents(deployCode("Incidents.sol:Incidents", abi.encode(listings, covers, lossProofsAt, salvageAt)));
        factory = PoolFactory(
            deployCode(
                "PoolFactory.sol:PoolFactory", abi.encode(covers, listings, incidents, keccak256(poolCode()), authority)
            )
        );
        lossProofs = TestLossProofs(newLossProofs(coversAt, incidentsAt));
        salvage = Salvage(deployCode("Salvage.sol:Salvage", abi.encode(incidents, covers, listings, lossProofs)));
        assert(address(lossProofs) == lossProofsAt && address(salvage) == salvageAt);
        assert(address(covers) == coversAt && address(incidents) == incidentsAt && address(factory) == factoryAt);

        trigger = new TestAdjudicator(true, 3 days);
        court = new TestAdjudicator(false, 3 days);
        vm.startPrank(admin);
        listings.setAdjudicator(address(trigger), true);
        listings.setAdjudicator(address(court), true);
        vm.stopPrank();
        usd = new TestToken("Test dollar", "TUSD", 6);
    }

    /// @dev OpenZeppelin's, with `admin` who may do everything; or, where a child says so, the protocol's own.
    function newAuthority() internal virtual returns (AccessManager) {
        return AccessManager(deployCode("AccessManager.sol:AccessManager", abi.encode(admin)));
    }

    /// @dev A double by which tests say what is proven; or, where a child says so, the real ones.
    function newLossProofs(address, address) internal virtual returns (address) {
        return deployCode("TestLossProofs.sol:TestLossProofs");
    }

    // -- Pools ---------------------------------------------------------------------------------------------------

    function parameters(address asset) internal view returns (IPool.Parameters memory p) {
        p.asset = asset;
        p.curator = curator;
        (p.name, p.symbol) = ("Test pool", "TP");
        (p.cooldown, p.r, p.kappa) = (14 days, 0.25e18, 0.002e18);
        p.classes = new IPool.ClassParameters[](4);
        for (uint256 i; i < 4; ++i) {
            p.classes[i] = IPool.ClassParameters({rho: 0.5e18, maxLossProbability: 0.2e18});
        }
    }

    /// @dev Code of the pools: the factory makes no others.
    function poolCode() internal view virtual returns (bytes memory) {
        return vm.getCode("Pool.sol:Pool");
    }

    function newPool(address asset) internal returns (Pool) {
        return Pool(factory.createPool(poolCode(), parameters(asset), new bytes[](0)));
    }

    function back(Pool pool, uint256 listing, uint8 class, uint48 group) internal {
        vm.startPrank(curator);
        pool.setBacking(listing, class, group, NO_LIMIT);
        pool.setGroupLimit(class, group, NO_LIMIT);
        pool.setAdjudicatorLimit(listings.terms(listing).adjudicator, NO_LIMIT);
        vm.stopPrank();
    }

    // -- Listings ------------------------------------------------------------------------------------------------

    function triggerTerms() internal view returns (IListings.Terms memory t) {
        t.adjudicator = address(trigger);
        t.maxRatio = 1e18;
        (t.grace, t.minPeriod, t.maxPeriod) = (7 days, 1 days, 365 days);
        t.maxRate = 1e18;
    }

    function courtTerms() internal view returns (IListings.Terms memory t) {
        t = triggerTerms();
        t.adjudicator = address(court);
        (t.bondToken, t.bond, t.eventWindow) = (address(usd), 100e6, 3 days);
    }

    function newListing(IListings.Terms memory t) internal returns (uint256 listing) {
        listing = listings.create(t, "What is covered, and what is paid.");
        if (!t.keyed) postRate(listing, RATE);
    }

    function postRate(uint256 listing, uint64 rate) internal {
        IListings.RatePost[] memory posts = new IListings.RatePost[](1);
        posts[0] = IListings.RatePost(uint32(listing), rate);
        vm.prank(admin);
        listings.postRates(posts, keccak256("data"), keccak256("model"));
    }

    // -- Underwriters and holders --------------------------------------------------------------------------------

    function deposit(Pool pool, address who, uint256 assets) internal returns (uint256 shares) {
        TestToken token = TestToken(pool.asset());
        token.mint(who, assets);
        vm.startPrank(who);
        token.approve(address(pool), assets);
        shares = pool.deposit(assets, who);
        vm.stopPrank();
    }

    function purchase(uint256 listing, uint256 amount, uint32 duration)
        internal
        view
        returns (IPool.Purchase memory p)
    {
        (p.listing, p.duration, p.amount, p.owner) = (uint32(listing), duration, amount, holder);
        (p.maxPremium, p.deadline) = (type(uint256).max, block.timestamp);
    }

    function buy(Pool pool, IPool.Purchase memory p) internal returns (uint256 id, uint256 premium) {
        TestToken token = TestToken(pool.asset());
        premium = pool.quote(p).total;
        token.mint(p.owner, premium);
        vm.startPrank(p.owner);
        token.approve(address(pool), premium);
        (id, premium) = pool.buy(p);
        vm.stopPrank();
    }

    function buy(Pool pool, uint256 listing, uint256 amount, uint32 duration) internal returns (uint256 id) {
        (id,) = buy(pool, purchase(listing, amount, duration));
    }

    function exitOf(Pool pool, address who, uint256 shares) internal returns (uint256 requestId) {
        vm.prank(who);
        return pool.requestRedeem(shares, who, who);
    }

    // -- Incidents -----------------------------------------------------------------------------------------------

    function openTriggered(Pool pool, uint256 listing, uint256 lossTime) internal returns (uint256 incident) {
        vm.deal(keeper, 1 ether);
        vm.startPrank(keeper);
        incident = trigger.open{value: incidents.TRIGGER_FEE()}(incidents, listing, 0, lossTime, address(pool));
        vm.stopPrank();
    }

    function grant(uint256 incident, uint64 ratio) internal {
        trigger.rule(incidents, incident, IAdjudicator.Verdict.Granted, ratio);
    }

    function deny(uint256 incident) internal {
        trigger.rule(incidents, incident, IAdjudicator.Verdict.Denied, 0);
    }

    function assertLoss(Pool pool, address who, uint256 listing, uint256 lossTime, uint64 ratio)
        internal
        returns (uint256)
    {
        usd.mint(who, 100e6);
        vm.startPrank(who);
        usd.approve(address(incidents), 100e6);
        IIncidents.Assertion memory a;
        (a.listing, a.lossTime, a.ratio, a.pool) = (uint32(listing), uint32(lossTime), ratio, address(pool));
        uint256 incident = incidents.assertLoss(a);
        vm.stopPrank();
        return incident;
    }

    function courtRules(uint256 incident, IAdjudicator.Verdict verdict, uint64 ratio) internal {
        court.rule(incidents, incident, verdict, ratio);
    }

    function settle(uint256 incident, uint256 id) internal returns (uint256) {
        vm.prank(keeper);
        return incidents.settle(incident, list(id));
    }

    // -- Small things --------------------------------------------------------------------------------------------

    function list(uint256 a) internal pure returns (uint256[] memory l) {
        l = new uint256[](1);
        l[0] = a;
    }

    function list(uint256 a, uint256 b) internal pure returns (uint256[] memory l) {
        l = new uint256[](2);
        (l[0], l[1]) = (a, b);
    }

    function riskOf(uint256 listing) internal pure returns (bytes32) {
        return bytes32(listing);
    }

    function makeLabelled(string memory name) internal returns (address who) {
        who = address(uint160(uint256(keccak256(bytes(name)))));
        vm.label(who, name);
    }
}
