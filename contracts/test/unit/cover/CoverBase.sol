// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";

import {Covers} from "../../../src/cover/Covers.sol";
import {Listings} from "../../../src/cover/Listings.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {Test} from "../../Test.sol";
import {StubAdjudicator} from "../../mocks/StubAdjudicator.sol";

/// @notice `Listings` and `Covers` with labelled actors; pools, factory and `Incidents` are bare accounts here.
abstract contract CoverBase is Test {
    using SafeCastLib for uint256;

    uint64 internal constant RATE_POSTER = 1;
    uint64 internal constant REGISTRAR = 2;
    uint64 internal constant GUARDIAN = 3;

    uint32 internal constant START = 1_800_000_000;
    uint64 internal constant WAD = 1e18;
    bytes internal constant WORDING = "Pays if the price stays below the strike.";

    address internal immutable ADMIN = makeAddr("admin");
    address internal immutable POSTER = makeAddr("rate poster");
    address internal immutable REGISTRY = makeAddr("registrar");
    address internal immutable GUARD = makeAddr("guardian");
    address internal immutable TREASURY = makeAddr("treasury");
    address internal immutable STRANGER = makeAddr("stranger");
    address internal immutable ALICE = makeAddr("alice");
    address internal immutable BOB = makeAddr("bob");
    address internal immutable FACTORY = makeAddr("factory");
    address internal immutable INCIDENTS = makeAddr("incidents");
    address internal immutable POOL = makeAddr("pool");
    address internal immutable OTHER_POOL = makeAddr("other pool");
    address internal immutable USDC = makeAddr("USDC");

    AccessManager internal manager;
    Listings internal listings;
    Covers internal covers;
    StubAdjudicator internal trigger; // rules once
    StubAdjudicator internal court; // may raise
    address internal signer;
    uint256 internal signerKey;

    function setUp() public virtual {
        vm.warp(START);
        (signer, signerKey) = makeAddrAndKey("quote signer");
        manager = new AccessManager(ADMIN);
        listings = new Listings(address(manager), TREASURY);
        covers = new Covers(FACTORY, address(listings), INCIDENTS);
        trigger = new StubAdjudicator(true);
        court = new StubAdjudicator(false);

        bytes4[] memory registrar = new bytes4[](9);
        registrar[0] = IListings.setAdjudicator.selector;
        registrar[1] = IListings.setQuoteSigner.selector;
        registrar[2] = IListings.setFamily.selector;
        registrar[3] = IListings.setProtocolFee.selector;
        registrar[4] = IListings.setTreasury.selector;
        registrar[5] = IListings.setDescriptor.selector;
        registrar[6] = IListings.setRateBounds.selector;
        registrar[7] = IListings.setRatePace.selector;
        registrar[8] = IListings.setCuratorFeeCap.selector;
        vm.startPrank(ADMIN);
        manager.setTargetFunctionRole(address(listings), _only(IListings.postRates.selector), RATE_POSTER);
        manager.setTargetFunctionRole(address(listings), registrar, REGISTRAR);
        manager.setTargetFunctionRole(address(listings), _only(IListings.pauseSales.selector), GUARDIAN);
        manager.grantRole(RATE_POSTER, POSTER, 0);
        manager.grantRole(REGISTRAR, REGISTRY, 0);
        manager.grantRole(GUARDIAN, GUARD, 0);
        vm.stopPrank();

        vm.startPrank(REGISTRY);
        listings.setAdjudicator(address(trigger), true);
        listings.setQuoteSigner(signer, true);
        vm.stopPrank();
    }

    function _only(bytes4 selector) private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](1);
        selectors[0] = selector;
    }

    /// @dev A parametric listing without keys, every field within its bounds.
    function _terms() internal view returns (IListings.Terms memory t) {
        t.adjudicator = address(trigger);
        t.maxRatio = WAD;
        t.deductible = 0.1e18;
        t.waiting = 1 days;
        t.grace = 14 days;
        t.minPeriod = 7 days;
        t.maxPeriod = 365 days;
        t.minRate = 0.001e18;
        t.maxRate = 2e18;
        t.bondToken = USDC;
        t.bond = 1_000e6;
        t.finderReward = 50;
        t.settlerReward = 20;
        t.family = 3;
    }

    function _keyedTerms() internal view returns (IListings.Terms memory t) {
        t = _terms();
        t.keyed = true;
        t.waiting = 1 hours;
        t.minPeriod = 0;
        t.maxPeriod = 60 days;
        t.maxRate = 0.5e18;
        t.family = 0;
    }

    function _create(IListings.Terms memory t) internal returns (uint256) {
        return listings.create(t, WORDING);
    }

    function _ratePost(uint256 listing, uint256 rate) internal pure returns (IListings.RatePost memory) {
        return IListings.RatePost(listing.toUint32(), rate.toUint64());
    }

    function _post(uint256 listing, uint256 rate) internal {
        IListings.RatePost[] memory posts = new IListings.RatePost[](1);
        posts[0] = _ratePost(listing, rate);
        vm.prank(POSTER);
        listings.postRates(posts, "data", "model");
    }

    function _quote(uint256 listing) internal view returns (IListings.Quote memory) {
        return IListings.Quote({
            listing: listing.toUint32(),
            facts: keccak256("BA 117, 2027-02-01"),
            zone: 7,
            begins: uint32(block.timestamp + 10 days),
            ends: uint32(block.timestamp + 11 days),
            lastSale: uint32(block.timestamp + 9 days),
            rate: 0.03e18,
            expiry: uint32(block.timestamp + 1 hours)
        });
    }

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _sign(IListings.Quote memory quote) internal view returns (bytes memory) {
        return _sign(signerKey, listings.hashQuote(quote));
    }

    function _id(uint256 number, uint256 n) internal pure returns (uint256) {
        return number << 40 | n;
    }

    function _registerPools() internal {
        vm.startPrank(FACTORY);
        covers.register(POOL);
        covers.register(OTHER_POOL);
        vm.stopPrank();
    }

    function _cover() internal view returns (ICovers.Cover memory c) {
        c.amount = 1_000e6;
        c.insured = 1_000e6;
        c.rate = 123e18;
        c.listing = 1;
        c.start = uint32(block.timestamp);
        c.end = uint32(block.timestamp + 30 days);
    }

    function _mint(address to, uint256 id, ICovers.Cover memory c) internal {
        vm.prank(POOL);
        covers.mint(to, id, c);
    }

    function _assertEq(ICovers.Cover memory a, ICovers.Cover memory b) internal pure {
        assertEq(abi.encode(a), abi.encode(b));
    }
}
