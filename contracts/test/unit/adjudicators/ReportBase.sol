// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {Base} from "../../Base.sol";
import {MockFunctionsRouter} from "../../mocks/MockFunctionsRouter.sol";

/// @notice The report trigger in the whole protocol: a pool, flights under both sources, cover sold on one of them, and
/// short ways to reports. Delays of 15, 30 and 45 minutes pay a fourth, a half and all; so do cancelled (1: all) and
/// diverted (2: a half).
abstract contract ReportBase is Base {
    uint256 internal constant FEE = 0.002 ether;
    uint256 internal constant QUOTE_KEY = 0xA11CE;
    uint256 internal constant SIGNERS = 5;
    uint8 internal constant K = 3;
    uint256 internal constant ALL = 31;
    uint256 internal constant AMOUNT = 10_000e6;
    uint32 internal constant LONGEST = 2 days;
    uint32 internal constant WINDOW = 5 days;
    uint32 internal constant DELAY = 20 days;
    uint64 internal constant SUBSCRIPTION = 7;
    uint8 internal constant CANCELLED = 1;
    uint8 internal constant DIVERTED = 2;
    bytes internal constant FACTS = "BA 117, 2027-02-01";
    bytes internal constant SOURCE = hex"a1";

    IReportTrigger internal reports;
    MockFunctionsRouter internal router;
    Pool internal pool;
    address internal rotator = makeLabelled("rotator");
    /// @dev Keys of the signers, in ascending order of their addresses.
    uint256[] internal keys;
    uint256 internal listing;
    uint256 internal functions;

    function setUp() public virtual override {
        super.setUp();
        reports = IReportTrigger(deployCode("ReportTrigger.sol:ReportTrigger", abi.encode(incidents, listings, covers)));
        router = new MockFunctionsRouter();
        router.subscribe(SUBSCRIPTION, address(this), address(reports), true);
        keys = sortedKeys("signer", SIGNERS);
        vm.startPrank(admin);
        listings.setAdjudicator(address(reports), true);
        listings.setQuoteSigner(vm.addr(QUOTE_KEY), true);
        vm.stopPrank();
        pool = newPool(address(usd));
        listing = create(signersConfig());
        functions = create(functionsConfig());
        back(pool, listing, 0, 1);
        back(pool, functions, 1, 2);
        deposit(pool, alice, 1_000_000e6);
        vm.deal(keeper, 10 ether);
    }

    // -- Configure -----------------------------------------------------------------------------------------------

    function terms() internal view returns (IListings.Terms memory t) {
        t = triggerTerms();
        t.adjudicator = address(reports);
        (t.keyed, t.minPeriod, t.maxPeriod, t.waiting, t.grace) = (true, 0, 60 days, 1 hours, 12 days);
    }

    function signersConfig() internal view returns (IReportTrigger.Config memory c) {
        c.source = IReportTrigger.Source.Signers;
        (c.longestEvent, c.window, c.table) = (LONGEST, WINDOW, flightTable());
        c.signers = IReportTrigger.SignerSource(addressesOf(keys), K, rotator, DELAY);
    }

    function functionsConfig() internal view returns (IReportTrigger.Config memory c) {
        (c.longestEvent, c.window, c.table) = (LONGEST, WINDOW, flightTable());
        c.functions = IReportTrigger.FunctionsSource(address(router), SUBSCRIPTION, "don", 100_000, SOURCE);
    }

    function flightTable() internal pure returns (IReportTrigger.Step[] memory table) {
        table = new IReportTrigger.Step[](5);
        table[0] = IReportTrigger.Step(15, 0, 0, 0.25e18);
        table[1] = IReportTrigger.Step(30, 0, 0, 0.5e18);
        table[2] = IReportTrigger.Step(0, 0, DIVERTED, 0.5e18);
        table[3] = IReportTrigger.Step(45, 0, 0, 1e18);
        table[4] = IReportTrigger.Step(0, 0, CANCELLED, 1e18);
    }

    function create(IReportTrigger.Config memory c) internal returns (uint256) {
        return reports.createListing(terms(), "Flights that are late", c);
    }

    // -- Events and covers ---------------------------------------------------------------------------------------

    /// @dev A flight in ten days, on sale until the day before.
    function flight() internal pure returns (IReportTrigger.Event memory) {
        return flight(FACTS);
    }

    function flight(bytes memory facts) internal pure returns (IReportTrigger.Event memory e) {
        e = IReportTrigger.Event(
            keccak256(facts), 7, uint32(START + 10 days), uint32(START + 11 days), uint32(START + 9 days)
        );
    }

    function quoteOf(uint256 of_, IReportTrigger.Event memory e) internal view returns (IListings.Quote memory) {
        uint32 expiry = uint32(block.timestamp + 1 hours);
        return IListings.Quote(uint32(of_), e.facts, e.zone, e.begins, e.ends, e.lastSale, 0.03e18, expiry);
    }

    function order(uint256 of_, IReportTrigger.Event memory e) internal view returns (IPool.Purchase memory p) {
        IListings.Quote memory q = quoteOf(of_, e);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(QUOTE_KEY, listings.hashQuote(q));
        p = purchase(of_, AMOUNT, 0);
        p.quote = abi.encode(q, vm.addr(QUOTE_KEY), abi.encodePacked(r, s, v));
    }

    function sell(uint256 of_, IReportTrigger.Event memory e) internal returns (uint256 id) {
        (id,) = buy(pool, order(of_, e));
    }

    // -- Reports -------------------------------------------------------------------------------------------------

    function late(uint96 minutes_) internal view returns (IReportTrigger.Report memory) {
        return IReportTrigger.Report(minutes_, 0, 0, uint32(block.timestamp));
    }

    function coded(uint8 status) internal view returns (IReportTrigger.Report memory) {
        return IReportTrigger.Report(0, 0, status, uint32(block.timestamp));
    }

    /// @dev Signatures of the signers whose bits are set, in their order.
    function signed(uint256 of_, bytes32 key, IReportTrigger.Report memory report, uint256 who)
        internal
        view
        returns (IReportTrigger.Signature[] memory)
    {
        return signed(keys, reports.hashReport(of_, key, report), who);
    }

    function signed(uint256[] memory by, bytes32 digest, uint256 who)
        internal
        pure
        returns (IReportTrigger.Signature[] memory signatures)
    {
        signatures = new IReportTrigger.Signature[](by.length);
        uint256 count;
        for (uint256 i; i < by.length; ++i) {
            if (who >> i & 1 == 0) continue;
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(by[i], digest);
            signatures[count++] = IReportTrigger.Signature(v, r, s);
        }
        assembly ("memory-safe") {
            mstore(signatures, count)
        }
    }

    function submit(IReportTrigger.Event memory e, IReportTrigger.Report memory report, uint256 who) internal {
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), report, who);
        reports.submit(listing, e, report, signatures);
    }

    function contradict(IReportTrigger.Event memory e, IReportTrigger.Report memory report, uint256 who) internal {
        IReportTrigger.Signature[] memory signatures = signed(listing, reports.keyOf(e), report, who);
        reports.contradict(listing, e, report, signatures);
    }

    function request(IReportTrigger.Event memory e) internal returns (bytes32) {
        vm.prank(keeper);
        return reports.request(functions, e, FACTS, address(pool));
    }

    function answer(bytes32 id, uint256 value, uint256 distance, uint256 status) internal {
        assertTrue(router.answer(id, abi.encode(value, distance, status), ""), "the callback reverted");
    }

    function prove(uint256 of_, IReportTrigger.Event memory e) internal returns (uint256 incident, uint256 ratio) {
        vm.prank(keeper);
        return reports.prove{value: FEE}(of_, e, address(pool));
    }

    /// @dev Cover sold, the flight over.
    function flown() internal returns (IReportTrigger.Event memory e, uint256 id) {
        e = flight();
        id = sell(listing, e);
        vm.warp(e.ends);
    }

    /// @dev The same, reported `minutes_` late by the first three, and the challenge over.
    function standing(uint96 minutes_) internal returns (IReportTrigger.Event memory e, uint256 id) {
        (e, id) = flown();
        submit(e, late(minutes_), 7);
        skip(1 days);
    }

    // -- Small things --------------------------------------------------------------------------------------------

    function err(bytes4 selector, uint256 a, uint256 b) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(selector, a, b);
    }

    function err(bytes4 selector, bytes32 key, IReportTrigger.State state) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(selector, key, state);
    }

    function stateOf(uint256 of_, IReportTrigger.Event memory e) internal view returns (IReportTrigger.State) {
        return reports.recordOf(of_, reports.keyOf(e)).state;
    }

    function assertState(uint256 of_, IReportTrigger.Event memory e, IReportTrigger.State state) internal view {
        assertEq(uint256(stateOf(of_, e)), uint256(state), "state");
    }

    function signerAt(uint256 place) internal view returns (address) {
        return vm.addr(keys[place]);
    }

    function sortedKeys(string memory label, uint256 count) internal pure returns (uint256[] memory sorted) {
        sorted = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            uint256 key = uint256(keccak256(abi.encode(label, i)));
            uint256 j = i;
            for (; j > 0 && vm.addr(sorted[j - 1]) > vm.addr(key); --j) {
                sorted[j] = sorted[j - 1];
            }
            sorted[j] = key;
        }
    }

    function addressesOf(uint256[] memory of_) internal pure returns (address[] memory members) {
        members = new address[](of_.length);
        for (uint256 i; i < of_.length; ++i) {
            members[i] = vm.addr(of_[i]);
        }
    }
}
