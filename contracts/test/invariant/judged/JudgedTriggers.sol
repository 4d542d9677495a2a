// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDeficitTrigger} from "../../../src/adjudicators/interfaces/IDeficitTrigger.sol";
import {IFrozenTrigger} from "../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IMarkedTrigger} from "../../../src/adjudicators/interfaces/IMarkedTrigger.sol";
import {IPriceFeedTrigger} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IDeficitMarket} from "../../../src/adjudicators/interfaces/IReadSources.sol";
import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IReserveTrigger} from "../../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {IVaultLossTrigger} from "../../../src/adjudicators/interfaces/IVaultLossTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {LossyVault} from "../../mocks/LossyVault.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {WildSource} from "../../mocks/WildSource.sol";
import {TriggerConfigs} from "../TriggerConfigs.sol";
import {JudgedWorld} from "./JudgedWorld.sol";

/// @title Every trigger of the protocol, beside those who judge: a listing of each, and what it watches
abstract contract JudgedTriggers is JudgedWorld {
    uint256 private constant QUOTE_KEY = 0xA11CE;
    uint256 internal constant SIGNERS = 5;

    IPriceFeedTrigger internal prices;
    IVaultLossTrigger internal vaultLoss;
    IDeficitTrigger internal deficits;
    IReserveTrigger internal reserve;
    IFrozenTrigger internal frozen;
    IReportTrigger internal reports;
    address[] internal triggers;

    uint256 internal fall;
    uint256 internal vaultFall;
    uint256 internal badDebt;
    uint256 internal bridge;
    uint256 internal illiquid;
    uint256 internal flight;

    MockPriceFeed internal feed;
    TestToken internal saved; // in the vault
    LossyVault internal vault;
    WildSource internal market;
    uint256 internal deficit;
    TestToken internal backed; // by what is locked
    TestToken internal locked;
    TestToken internal lent;
    address internal lockBox = makeLabelled("lock");
    address internal lender = makeLabelled("lending market");
    uint256[] internal signerKeys;
    IReportTrigger.Event[] internal flights;

    // -- Set-up --------------------------------------------------------------------------------------------------

    function createTriggers() internal override {
        bytes memory two = abi.encode(incidents, listings);
        prices = IPriceFeedTrigger(deployCode("PriceFeedTrigger.sol:PriceFeedTrigger", two));
        vaultLoss = IVaultLossTrigger(deployCode("VaultLossTrigger.sol:VaultLossTrigger", two));
        deficits = IDeficitTrigger(deployCode("DeficitTrigger.sol:DeficitTrigger", two));
        reserve = IReserveTrigger(deployCode("ReserveTrigger.sol:ReserveTrigger", two));
        frozen = IFrozenTrigger(deployCode("FrozenTrigger.sol:FrozenTrigger", two));
        reports = IReportTrigger(deployCode("ReportTrigger.sol:ReportTrigger", abi.encode(incidents, listings, covers)));
        triggers = [
            address(prices), address(vaultLoss), address(deficits), address(reserve), address(frozen), address(reports)
        ];
        vm.startPrank(admin);
        for (uint256 i; i < triggers.length; ++i) {
            listings.setAdjudicator(triggers[i], true);
        }
        listings.setQuoteSigner(vm.addr(QUOTE_KEY), true);
        vm.stopPrank();
        createSources();
        createReadings();
        createReports();
        skip(1 days);
        refresh();
    }

    function createSources() private {
        feed = new MockPriceFeed(8);
        feed.push(block.timestamp, 1e8);
        saved = new TestToken("Saved", "SAVE", 18);
        vault = new LossyVault(saved);
        saved.mint(bob, 1_000_000e18);
        vm.startPrank(bob);
        saved.approve(address(vault), type(uint256).max);
        vault.deposit(1_000_000e18, bob);
        vm.stopPrank();
        market = new WildSource();
        market.set(IDeficitMarket.getReserveDeficit.selector, 0);
        backed = new TestToken("Minted", "MINT", 6);
        (locked, lent) = (new TestToken("Locked", "LOCK", 6), new TestToken("Lent", "LENT", 6));
        backed.mint(bob, 1_000_000e6);
        locked.mint(lockBox, 1_000_000e6);
        lent.mint(lender, 100_000e6);
    }

    function createReadings() private {
        track(fall = prices.createListing(termsFor(address(prices)), "Fall", TriggerConfigs.fall(address(feed))));
        IVaultLossTrigger.Config memory v = TriggerConfigs.vaultLoss(address(vault));
        track(vaultFall = vaultLoss.createListing(termsFor(address(vaultLoss)), "Vault", v));
        TestToken supplied = new TestToken("Supplied", "SUP", 6);
        supplied.mint(bob, 1_000_000e6);
        IDeficitTrigger.Config memory d = TriggerConfigs.badDebt(address(market), address(usd), address(supplied));
        track(badDebt = deficits.createListing(termsFor(address(deficits)), "Bad debt", d));
        IReserveTrigger.Config memory r = TriggerConfigs.bridge(address(backed), address(locked), lockBox);
        track(bridge = reserve.createListing(termsFor(address(reserve)), "Bridge", r));
        IFrozenTrigger.Config memory f = TriggerConfigs.illiquid(address(lent), lender);
        track(illiquid = frozen.createListing(termsFor(address(frozen)), "Illiquid", f));
    }

    function createReports() private {
        signerKeys = sortedKeys(SIGNERS);
        address[] memory members = new address[](SIGNERS);
        for (uint256 i; i < SIGNERS; ++i) {
            members[i] = vm.addr(signerKeys[i]);
        }
        IListings.Terms memory t = termsFor(address(reports));
        (t.keyed, t.minPeriod, t.maxPeriod, t.grace) = (true, 0, 60 days, 12 days);
        flight = reports.createListing(t, "Flights that are late", TriggerConfigs.lateFlights(members, keeper));
        track(flight);
    }

    // -- Sources -------------------------------------------------------------------------------------------------

    /// @dev What a keeper keeps fresh, so that cover can be sold: the feed answers, and marks are taken.
    function refresh() internal override {
        if (block.timestamp != START) feed.push(block.timestamp, 1e8);
        IMarkedTrigger[3] memory marked =
            [IMarkedTrigger(address(vaultLoss)), IMarkedTrigger(address(deficits)), IMarkedTrigger(address(reserve))];
        uint256[3] memory watched = [vaultFall, badDebt, bridge];
        for (uint256 i; i < 3; ++i) {
            attempt(keeper, address(marked[i]), abi.encodeCall(IMarkedTrigger.observe, (watched[i])), "observe");
        }
    }

    function worsen(uint256 listing, uint256 seed) internal {
        if (listing == fall) feed.push(block.timestamp, int256(_bound(seed, 0.1e8, 0.94e8)));
        if (listing == vaultFall) vault.lose(saved.balanceOf(address(vault)) * _bound(seed, 6, 60) / 100);
        if (listing == badDebt) {
            deficit += _bound(seed, 40_000e6, 300_000e6);
            market.set(IDeficitMarket.getReserveDeficit.selector, deficit);
        }
        if (listing == bridge) burn(locked, lockBox, locked.balanceOf(lockBox) * _bound(seed, 6, 60) / 100);
        if (listing == illiquid) burn(lent, lender, lent.balanceOf(lender));
    }

    function better(uint256 listing) internal {
        if (listing == fall) feed.push(block.timestamp, 1e8);
        if (listing == vaultFall) saved.mint(address(vault), 1_000_000e18);
        if (listing == badDebt) market.set(IDeficitMarket.getReserveDeficit.selector, deficit = 0);
        if (listing == bridge) locked.mint(lockBox, 1_000_000e6);
        if (listing == illiquid) lent.mint(lender, 100_000e6);
    }

    function burn(TestToken asset, address from, uint256 amount) private {
        vm.prank(from);
        assertTrue(asset.transfer(address(0xdead), amount));
    }

    // -- Flights -------------------------------------------------------------------------------------------------

    /// @dev A flight within days that is still on sale, or a new one.
    function flightFor(uint256 seed) private returns (IReportTrigger.Event memory e) {
        if (flights.length != 0 && seed % 3 != 0) {
            e = flights[seed % flights.length];
            if (e.lastSale > block.timestamp + 2 hours) return e;
        }
        uint32 begins = uint32(block.timestamp + 1 days + seed % 1 days);
        e = IReportTrigger.Event(
            keccak256(abi.encode(seed)), uint56(seed % 3), begins, begins + 1 days, begins - 2 hours
        );
        flights.push(e);
    }

    /// @dev A signed offer for a flight.
    function quoteOf(uint256 seed) internal override returns (bytes memory) {
        IReportTrigger.Event memory e = flightFor(seed);
        IListings.Quote memory q = IListings.Quote(
            uint32(flight), e.facts, e.zone, e.begins, e.ends, e.lastSale, 0.03e18, uint32(block.timestamp + 1 hours)
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(QUOTE_KEY, listings.hashQuote(q));
        return abi.encode(q, vm.addr(QUOTE_KEY), abi.encodePacked(r, s, v));
    }
}
