// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CommonBase} from "forge-std/Base.sol";
import {ICovers} from "../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {RiskId} from "../../src/cover/libraries/RiskId.sol";
import {Extensions} from "../../src/pool/Extensions.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Config, PoolState} from "../../src/pool/libraries/PoolState.sol";
import {Streams} from "../../src/pool/libraries/Streams.sol";
import {Refunds} from "../../src/pool/Refunds.sol";
import {Sales} from "../../src/pool/Sales.sol";
import {SalesHarness} from "./Sales.t.sol";
import {VectorTest} from "./VectorTest.sol";

/// @notice A pool's storage with a cover of it, and what changes of it cost.
contract SaleChangesHarness is SalesHarness {
    uint256 private constant ID = 1;

    ICovers.Cover private cover;

    /// @notice The inputs, in the order of the vectors' columns.
    struct Increase {
        Row sale;
        uint64 coverAmount;
        uint64 lost;
        uint32 minPeriod;
        uint32 maxPeriod;
    }

    struct Extension {
        Row sale;
        uint64 coverAmount;
        uint64 lost;
        uint32 duration;
        uint32 maxPeriod;
    }

    function forChange(uint256, address) external view returns (ICovers.Cover memory, address, bool) {
        return (cover, address(this), false);
    }

    function quoteIncrease(Increase calldata row) external returns (IPool.Premium memory) {
        set(row.sale, row.coverAmount, row.lost);
        (terms.minPeriod, terms.maxPeriod) = (row.minPeriod, row.maxPeriod);
        IPool.Purchase memory p;
        (p.listing, p.amount, p.owner) = (LISTING, row.sale.amount, address(this));
        (p.referrer, p.referrerFee) = (address(this), row.sale.referrerFee);
        if (row.sale.keyed) p.quote = purchase(row.sale).quote;
        return Sales.quoteIncrease(s, changed(row.sale), ID, p);
    }

    function quoteExtension(Extension calldata row) external returns (IPool.Premium memory) {
        set(row.sale, row.coverAmount, row.lost);
        terms.maxPeriod = row.maxPeriod;
        IPool.Purchase memory p;
        (p.listing, p.duration) = (LISTING, row.duration);
        (p.referrer, p.referrerFee) = (address(this), row.sale.referrerFee);
        return Extensions.quoteExtension(s, changed(row.sale), ID, p);
    }

    function set(Row calldata row, uint64 amount, uint64 lost) private {
        vm.warp(row.timestamp);
        setMoney(row);
        setBook(row);
        setTerms(row);
        (cover.amount, cover.insured, cover.rate) = (amount, amount + lost, 1e18);
        (cover.listing, cover.end) = (LISTING, uint32(row.end));
        cover.key = row.keyed ? KEY : bytes32(0);
    }

    function changed(Row calldata row) private view returns (Config memory c) {
        c = config(row);
        c.covers = ICovers(address(this));
    }
}

/// @notice The same for what is given up.
contract RefundHarness is CommonBase {
    uint32 private constant LISTING = 1;
    bytes32 private constant KEY = "key";
    uint256 private constant ID = 1;

    PoolState private s;
    ICovers.Cover private cover;
    IListings.Periods private periods;

    /// @notice The inputs, in the order of the vectors' columns.
    struct Row {
        uint256 grain;
        uint96 cash;
        uint128 unearned;
        uint96 high;
        uint88 scr;
        bool underfunded;
        bool writtenDown;
        uint64 coverAmount;
        uint64 insured;
        uint80 rate;
        bool keyed;
        uint32 waiting;
        uint256 from;
        uint32 end;
        uint32 timestamp;
        uint256 amount;
    }

    function periodsOf(uint256) external view returns (IListings.Periods memory) {
        return periods;
    }

    function forChange(uint256, address) external view returns (ICovers.Cover memory, address, bool) {
        return (cover, address(this), false);
    }

    function refundOf(Row calldata row) external returns (uint256, uint256) {
        vm.warp(row.timestamp);
        setMoney(row);
        setCover(row);
        Config memory c;
        (c.covers, c.listings) = (ICovers(address(this)), IListings(address(this)));
        // Across classes fully correlated: the requirement is the sum.
        (c.grain, c.r, c.cooldown) = (row.grain, 10_000, 14 days);
        return Refunds.refundOf(s, c, ID, row.amount);
    }

    function setMoney(Row calldata row) private {
        (s.stream.unearned, s.stream.time) = (row.unearned, row.timestamp);
        uint256 owned = uint256(row.high) + Streams.unitsUp(row.unearned, row.grain);
        (s.ledger.cash, s.ledger.scale) = (row.cash, row.writtenDown ? 0.5e18 : 1e18);
        s.ledger.owed = row.cash > owned ? uint96(row.cash - owned) : 0;
        s.reserves.cohorts = row.underfunded ? 1 : 0;
        s.gains.updated = row.timestamp;
        (s.totals.s, s.totals.s2) = (row.scr, uint168(uint256(row.scr) * row.scr));
    }

    function setCover(Row calldata row) private {
        (cover.amount, cover.insured, cover.rate) = (row.coverAmount, row.insured, row.rate);
        (cover.listing, cover.end) = (LISTING, row.end);
        // The start of a cover on an event says nothing.
        (cover.start, cover.key) = row.keyed ? (row.timestamp, KEY) : (uint32(row.from - row.waiting), bytes32(0));
        (periods.waiting, periods.keyed) = (row.waiting, row.keyed);
        (uint256 start, uint256 end) = Streams.edgesUp(row.from, row.end);
        bytes32 risk = RiskId.idOf(LISTING, KEY);
        (s.keyedStreams[risk].start, s.keyedStreams[risk].end) = (uint16(start), uint16(end));
    }
}

/// @notice What changes of a cover cost and return, through the very libraries that a pool changes it with.
/// @custom:invariant PRI-2
contract ChangesVectorTest is VectorTest {
    function test_quoteIncrease_equalsTwin() public {
        address harness = address(new SaleChangesHarness());
        run(harness, "Changes", "increase", SaleChangesHarness.quoteIncrease.selector, 400);
    }

    function test_quoteExtension_equalsTwin() public {
        address harness = address(new SaleChangesHarness());
        run(harness, "Changes", "extension", SaleChangesHarness.quoteExtension.selector, 400);
    }

    function test_refundOf_equalsTwin() public {
        run(address(new RefundHarness()), "Changes", "refund", RefundHarness.refundOf.selector, 600);
    }
}
