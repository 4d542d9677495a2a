// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CommonBase} from "forge-std/Base.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {RiskId} from "../../src/cover/libraries/RiskId.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Config, PoolState} from "../../src/pool/libraries/PoolState.sol";
import {Sales} from "../../src/pool/Sales.sol";
import {VectorTest} from "./VectorTest.sol";

/// @notice A pool's storage with `Sales` on it, and everything that `Sales` asks: listings, incidents, adjudicator.
contract SalesHarness is CommonBase {
    uint32 internal constant LISTING = 1;
    bytes32 internal constant KEY = "key";
    uint256 private constant GROUP = 5;

    PoolState internal s;
    IListings.SaleTerms internal terms;

    // -- What `Sales` asks ---------------------------------------------------------------------------------------

    function saleTerms(uint256, address) external view returns (IListings.SaleTerms memory) {
        return terms;
    }

    function checkQuote(uint256, IListings.Quote calldata, address, bytes calldata) external pure returns (bytes32) {
        return KEY;
    }

    function head(bytes32) external pure returns (uint256, uint256) {
        return (0, 0);
    }

    function canSell(uint256, bytes32) external pure returns (bool) {
        return true;
    }

    // -- The quote -----------------------------------------------------------------------------------------------

    /// @notice The inputs, in the order of the vectors' columns.
    struct Row {
        uint256 grain;
        uint256 r;
        uint256 kappa;
        uint16 curatorFee;
        uint256 supply;
        uint256 queued;
        uint256 high;
        uint256 low;
        uint256 b;
        bool writtenDown;
        uint64 level;
        uint32 moved;
        uint64 utilisation;
        uint88 s;
        uint168 s2;
        uint160 q;
        uint80 a;
        uint16 rho;
        uint64 groupNet;
        uint256 timestamp;
        uint256 amount;
        bool keyed;
        uint64 rate;
        uint256 from;
        uint256 end;
        uint32 grace;
        uint64 maxLossProbability;
        uint16 protocolFee;
        uint16 referrerFee;
    }

    function quote(Row calldata row) external returns (IPool.Premium memory) {
        vm.warp(row.timestamp);
        setMoney(row);
        setBook(row);
        setTerms(row);
        return Sales.quote(s, config(row), purchase(row));
    }

    function setMoney(Row calldata row) internal {
        s.ledger.cash = uint96(row.high);
        s.ledger.scale = row.writtenDown ? 0.5e18 : 1e18;
        s.reserves.open = uint64((row.high - row.low) / row.grain);
        (s.gains.updated, s.gains.b) = (uint32(row.timestamp), uint96(row.b));
        (s.curve.level, s.curve.moved, s.curve.utilisation) = (row.level, row.moved, row.utilisation);
        s.curve.curatorFee = row.curatorFee;
    }

    function setBook(Row calldata row) internal {
        (s.totals.s, s.totals.s2) = (row.s, row.s2);
        (s.classes[0].q, s.classes[0].a, s.classes[0].rho) = (row.q, row.a, row.rho);
        bytes32 id = RiskId.idOf(LISTING, row.keyed ? KEY : bytes32(0));
        (s.risks[id].exposure, s.risks[id].group) = (row.groupNet, uint64(GROUP));

        uint256 group = row.keyed && row.groupNet == 0 ? uint56(uint256(keccak256(abi.encode(GROUP, 0)))) : GROUP;
        s.groups[group].net = row.groupNet;
        s.groups[GROUP].limit = type(uint64).max;
        (s.backings[LISTING].limit, s.backings[LISTING].group) = (type(uint64).max, uint48(GROUP));
        s.backings[LISTING].maxLossProbability = row.maxLossProbability;
        s.adjudicators[address(this)].limit = type(uint64).max;
    }

    function setTerms(Row calldata row) internal {
        terms = IListings.SaleTerms({
            adjudicator: address(this),
            rate: row.rate,
            waiting: uint32(row.from - row.timestamp),
            grace: row.grace,
            minPeriod: 0,
            maxPeriod: type(uint32).max,
            keyed: row.keyed,
            personal: false,
            named: false,
            protocolFee: row.protocolFee
        });
    }

    function config(Row calldata row) internal view returns (Config memory c) {
        (c.listings, c.incidents) = (IListings(address(this)), IIncidents(address(this)));
        (c.grain, c.r, c.kappa, c.cooldown) = (row.grain, row.r, row.kappa, 14 days);
        (c.supply, c.queued) = (row.supply, row.queued);
    }

    function purchase(Row calldata row) internal view returns (IPool.Purchase memory p) {
        (p.listing, p.amount, p.owner) = (LISTING, row.amount, address(this));
        (p.referrer, p.referrerFee) = (address(this), row.referrerFee);
        if (!row.keyed) {
            p.duration = uint32(row.end - row.timestamp);
            return p;
        }
        IListings.Quote memory q;
        (q.begins, q.ends, q.rate) = (uint32(row.from), uint32(row.end), row.rate);
        p.quote = abi.encode(q, address(this), "");
    }
}

/// @notice The price of a purchase, through the very library that a pool sells with.
/// @custom:invariant PRI-2
contract SalesVectorTest is VectorTest {
    function test_quote_equalsTwin() public {
        run(address(new SalesHarness()), "Sales", "quote", SalesHarness.quote.selector, 500);
    }
}
