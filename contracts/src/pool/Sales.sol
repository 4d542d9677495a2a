// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExposureBook} from "./libraries/ExposureBook.sol";
import {AdjudicatorBook, Backing, Config, Group, KeyedStream, PoolState, RiskReserve} from "./libraries/PoolState.sol";
import {Policies} from "./libraries/Policies.sol";
import {Pricing} from "./libraries/Pricing.sol";
import {Selling} from "./libraries/Selling.sol";
import {Solvency} from "./libraries/Solvency.sol";
import {Streams} from "./libraries/Streams.sol";

/// @title What a pool sells, at which price, and when it refuses
/// @notice A sale must leave SCR ≤ backing and the exposure within the curator's limits. `quote` and `buy` share all of
/// it: they cannot differ.
library Sales {
    using Solvency for Solvency.Class;
    using ExposureBook for ExposureBook.Risk;
    using Streams for Streams.Stream;

    /// @notice The price of a purchase; see `IPool.quote`.
    function quote(PoolState storage s, Config memory c, IPool.Purchase calldata p)
        external
        view
        returns (IPool.Premium memory)
    {
        return prepare(s, c, p, 0, 0).premium;
    }

    /// @notice The price of an increase; see `IPool.quoteIncrease`.
    function quoteIncrease(PoolState storage s, Config memory c, uint256 id, IPool.Purchase calldata p)
        external
        view
        returns (IPool.Premium memory)
    {
        return prepareIncrease(s, c, p, Selling.coverOf(c, id, p, true)).premium;
    }

    /// @notice Sells; see `IPool.buy`.
    function buy(PoolState storage s, Config memory c, IPool.Purchase calldata p)
        external
        returns (uint256 id, uint256 total)
    {
        Selling.Sale memory x = prepare(s, c, p, 0, 0);
        total = x.premium.total;
        Selling.requireBounds(p, total);
        id = book(s, c, p, x);
        Selling.takeIn(s, c, total);
    }

    /// @notice Insures more under a cover; see `IPool.increase`.
    function increase(PoolState storage s, Config memory c, uint256 id, IPool.Purchase calldata p)
        external
        returns (uint256 total)
    {
        ICovers.Cover memory cover = Selling.coverOf(c, id, p, false);
        Selling.Sale memory x = prepareIncrease(s, c, p, cover);
        total = x.premium.total;
        Selling.requireBounds(p, total);
        Selling.bookPremium(s, p, x.premium);

        (uint256 start,) = Policies.edgesOf(s, x.id, cover, x.terms.waiting);
        cover.rate += uint80(Selling.stream(s, c, x, cover, start, 0));
        (cover.amount, cover.insured) = (cover.amount + uint64(x.amount), cover.insured + uint64(x.amount));
        bookExposure(s, p, x);
        uint256 since = block.timestamp + (x.terms.keyed ? 0 : x.terms.waiting);
        c.covers.change(id, cover, since);
        emit IPool.CoverIncreased(id, p.amount, since, x.premium.net, total - x.premium.net);
        Selling.emitReferred(id, p, x.premium);
        Selling.takeIn(s, c, total);
    }

    /// @dev All checks and the price; changes nothing.
    /// @param end Of the cover that is increased, unix seconds; zero: a new one.
    /// @param key Of the cover that is increased.
    function prepare(PoolState storage s, Config memory c, IPool.Purchase calldata p, uint256 end, bytes32 key)
        private
        view
        returns (Selling.Sale memory x)
    {
        require(end != 0 || p.owner != address(0), IPool.ZeroAddress());
        require(p.amount != 0, IPool.ZeroAmount());
        require(p.amount % c.grain == 0, IPool.AmountNotOnGrain(p.amount, c.grain));
        (x.key, x.amount) = (key, p.amount / c.grain);
        require(x.amount <= type(uint64).max, IPool.AmountTooLarge("amount"));

        x.terms = c.listings.saleTerms(p.listing, c.asset);
        if (x.terms.named) Selling.requireNamed(c, p, end == 0);
        x.backing = s.backings[p.listing];
        require(x.backing.limit != 0, IPool.NotBacked(p.listing));
        readPeriod(c, p, x, end);
        Selling.requireSellable(c, p.listing, x);
        addExposure(s, c, x);
        Selling.price(s, c, p, x);
    }

    /// @dev An increase is a purchase until the cover's own end.
    function prepareIncrease(
        PoolState storage s,
        Config memory c,
        IPool.Purchase calldata p,
        ICovers.Cover memory cover
    ) private view returns (Selling.Sale memory x) {
        require(p.duration == 0, IPool.PurchaseMismatch());
        x = prepare(s, c, p, cover.end, cover.key);
        bool same = x.key == cover.key && (!x.terms.personal || p.account == cover.account);
        require(same, IPool.PurchaseMismatch());
        Policies.requireThawed(s, x.id);
    }

    /// @dev When the risk runs, how long it ties up capital, and how probable the loss is.
    function readPeriod(Config memory c, IPool.Purchase calldata p, Selling.Sale memory x, uint256 end) private view {
        require(x.terms.keyed == (p.quote.length != 0), IPool.QuoteMismatch(p.listing, x.terms.keyed));
        x.group = (uint256(x.backing.class) << 56) | x.backing.group;
        uint256 probability;
        if (x.terms.keyed) {
            require(p.duration == 0, IPool.QuoteMismatch(p.listing, true));
            (IListings.Quote memory q, address signer, bytes memory signature) =
                abi.decode(p.quote, (IListings.Quote, address, bytes));
            x.key = c.listings.checkQuote(p.listing, q, signer, signature);
            (x.from, x.end, x.rate) = (q.begins, q.ends, q.rate);
            x.group = zoneGroup(x.backing.class, x.backing.group, q.zone);
            probability = q.rate;
        } else {
            uint256 duration = end == 0 ? p.duration : end - block.timestamp;
            require(
                duration >= x.terms.minPeriod && duration <= x.terms.maxPeriod,
                IPool.PeriodOutOfBounds(duration, x.terms.minPeriod, x.terms.maxPeriod)
            );
            if (x.terms.personal) {
                if (end == 0) x.key = RiskId.personalKey(p.account, p.owner);
                x.group = zoneGroup(x.backing.class, x.backing.group, uint160(p.account));
            }
            (x.from, x.end) = (block.timestamp + x.terms.waiting, block.timestamp + duration);
            x.rate = x.terms.rate;
            probability = Math.divUp(x.rate * (x.end - x.from), Pricing.YEAR);
        }
        Selling.requireProbable(x, probability);
        x.id = RiskId.idOf(p.listing, x.key);
        x.runOff = ExposureBook.dayUp(x.end + x.terms.grace);
        x.capitalTime = x.runOff * ExposureBook.DAY - block.timestamp;
    }

    /// @dev The exposure after the sale, within every limit, and the requirement that it makes.
    function addExposure(PoolState storage s, Config memory c, Selling.Sale memory x) private view {
        x.risk = s.risks[x.id];
        if (x.risk.exposure != 0) x.group = x.risk.group;
        x.book = s.groups[x.group];
        Selling.requireWithinLimits(s, x, Selling.limitOfGroup(s, x), x.amount);
        Selling.readCapital(s, c, x);
        // Whatever incidents of the past still hold for this risk is not for what is sold now.
        uint256 net = x.book.net + x.amount;
        require(net <= type(uint64).max, IPool.AmountTooLarge("exposure"));
        x.class.move(x.totals, x.book.net, net);
        // So that reserves always fit, in all of 16 classes.
        require(uint256(x.class.a) * c.grain <= type(uint96).max / 16, IPool.AmountTooLarge("exposure"));
        x.book.net = uint64(net);
        x.book.gross += uint64(x.amount);

        x.scr = Solvency.requirementUp(x.totals, c.r);
        x.scr0 = x.f.scr;
        Selling.requireCapital(c, x);
    }

    /// @dev Books the sale and mints the cover.
    function book(PoolState storage s, Config memory c, IPool.Purchase calldata p, Selling.Sale memory x)
        private
        returns (uint256 id)
    {
        uint256 streamRate = bookMoney(s, c, p, x);
        bookExposure(s, p, x);
        id = (c.number << 40) | ++s.curve.covers;

        IPool.Premium memory premium = x.premium;
        if (x.key != 0 || p.account != address(0)) emit IPool.CoverPlaced(id, p.account, x.group, x.from);
        emit IPool.CoverBought(id, p.listing, p.owner, x.key, p.amount, x.end, premium.net, premium.total - premium.net);
        Selling.emitReferred(id, p, premium);
        c.covers
            .mint(
                p.owner,
                id,
                ICovers.Cover({
                    amount: uint64(x.amount),
                    insured: uint64(x.amount),
                    rate: uint80(streamRate),
                    listing: p.listing,
                    start: uint32(block.timestamp),
                    end: uint32(x.end),
                    changed: 0,
                    key: x.key,
                    account: p.account
                })
            );
    }

    /// @dev Takes what is sold into the books of the risk, the listing, the group, the adjudicator and the price.
    function bookExposure(PoolState storage s, IPool.Purchase calldata p, Selling.Sale memory x) private {
        RiskReserve storage reserve = s.riskReserves[x.id];
        if (reserve.unsettled != 0) {
            reserve.base += uint64(x.amount);
            // Several events may have been granted more than was exposed: nothing sold now hides behind that.
            if (reserve.granted > x.risk.exposure) reserve.granted = x.risk.exposure;
        }
        x.risk.add(s.runOff[x.id], x.amount, x.runOff, block.timestamp / ExposureBook.DAY);
        (x.risk.listing, x.risk.group) = (p.listing, uint64(x.group));
        s.risks[x.id] = x.risk;
        if (x.key != 0) s.backings[p.listing].exposure = x.backing.exposure + uint64(x.amount);
        s.adjudicators[x.terms.adjudicator].exposure += uint64(x.amount);
        s.groups[x.group] = x.book;
        s.classes[x.group >> 56] = x.class;
        s.totals = x.totals;
        Policies.moveCurve(s, x.level, x.scr, x.b);
    }

    /// @dev Takes the premium of a new cover into the ledger, the fees owed and the stream.
    function bookMoney(PoolState storage s, Config memory c, IPool.Purchase calldata p, Selling.Sale memory x)
        private
        returns (uint256 rate)
    {
        Selling.bookPremium(s, p, x.premium);
        (uint256 start, uint256 end) = Streams.edgesUp(x.from, x.end);
        rate = Streams.rateDown(x.premium.net, c.grain, start, end);
        x.f.stream.open(s.deltas, rate, start, end);
        s.stream = x.f.stream;
        // While nothing is required b follows High; from this sale on it has to rise by itself.
        if (x.f.scr == 0) Capital.store(s, x.f);
        if (x.terms.keyed) {
            KeyedStream memory keyed = s.keyedStreams[x.id];
            s.keyedStreams[x.id] =
                KeyedStream({rate: keyed.rate + uint80(rate), start: uint16(start), end: uint16(end)});
        }
    }

    /// @dev Each zone of a keyed listing's group is a group of its own, and each account of a personal one's.
    function zoneGroup(uint256 class, uint256 group, uint256 zone) private pure returns (uint256) {
        return (class << 56) | uint56(uint256(keccak256(abi.encode(group, zone))));
    }
}
