// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IAdjudicator} from "../adjudicators/interfaces/IAdjudicator.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExposureBook} from "./libraries/ExposureBook.sol";
import {
    AdjudicatorBook,
    Backing,
    Config,
    Curve,
    Group,
    KeyedStream,
    PoolState,
    RiskReserve
} from "./libraries/PoolState.sol";
import {Pricing} from "./libraries/Pricing.sol";
import {Solvency} from "./libraries/Solvency.sol";
import {Streams} from "./libraries/Streams.sol";

/// @title What a pool sells, at which price, and when it refuses
/// @notice A sale must leave SCR ≤ backing and the exposure within the curator's limits. `quote` and `buy` share all of
/// it: they cannot differ.
library Sales {
    using Solvency for Solvency.Class;
    using ExposureBook for ExposureBook.Risk;
    using Streams for Streams.Stream;

    uint256 internal constant BPS = 10_000;
    uint256 internal constant MAX_REFERRER_FEE = 1_000;

    /// @dev One sale, from the checks to the booking.
    struct Sale {
        IListings.SaleTerms terms;
        bytes32 key;
        bytes32 id; // of the risk
        uint256 group; // class << 56 | group or zone
        uint256 amount; // grains
        uint256 end; // unix seconds
        uint256 from; // the risk runs from here, unix seconds
        uint256 capitalTime; // seconds
        uint256 runOff; // day
        uint256 rate; // λ, WAD per year; keyed: probability
        ExposureBook.Risk risk;
        Backing backing;
        Group book;
        Solvency.Class class;
        Solvency.Totals totals;
        Capital.Figures f;
        uint256 scr; // after the sale, grains
        uint256 b; // of the price, grains
        uint256 level; // of k, after its drift
        IPool.Premium premium;
    }

    /// @notice The price of a purchase; see `IPool.quote`.
    function quote(PoolState storage s, Config memory c, IPool.Purchase calldata p)
        external
        view
        returns (IPool.Premium memory)
    {
        return prepare(s, c, p).premium;
    }

    /// @notice Sells; see `IPool.buy`.
    function buy(PoolState storage s, Config memory c, IPool.Purchase calldata p)
        external
        returns (uint256 id, uint256 total)
    {
        require(block.timestamp <= p.deadline, IPool.DeadlineExpired(p.deadline, block.timestamp));
        Sale memory x = prepare(s, c, p);
        total = x.premium.total;
        require(total <= p.maxPremium, IPool.PremiumAboveMaximum(total, p.maxPremium));

        id = book(s, c, p, x);
        SafeTransferLib.safeTransferFrom(c.asset, msg.sender, address(this), total);
        Capital.checkBalance(s, SafeTransferLib.balanceOf(c.asset, address(this)));
    }

    /// @notice Backs a listing from now on; see `IPool.setBacking`.
    function back(PoolState storage s, Config memory c, uint256 listing, uint8 class, uint48 group, uint64 limit)
        external
    {
        require(class < s.classCount, IPool.UnknownClass(class));
        IListings.Terms memory terms = c.listings.terms(listing);
        require(
            terms.family == 0 || terms.family != c.listings.familyOf(c.asset),
            IListings.OwnAsset(listing, c.asset, terms.family)
        );
        Backing storage backing = s.backings[listing];
        (backing.class, backing.group, backing.limit) = (class, group, limit);
        backing.maxLossProbability = s.maxLossProbability[class];
        s.adjudicatorOf[listing] = terms.adjudicator;
        emit IPool.BackingSet(listing, class, group, limit);
    }

    /// @dev All checks and the price; changes nothing.
    function prepare(PoolState storage s, Config memory c, IPool.Purchase calldata p)
        private
        view
        returns (Sale memory x)
    {
        require(p.owner != address(0), IPool.ZeroAddress());
        require(p.amount != 0, IPool.ZeroAmount());
        require(p.amount % c.grain == 0, IPool.AmountNotOnGrain(p.amount, c.grain));
        x.amount = p.amount / c.grain;
        require(x.amount <= type(uint64).max, IPool.AmountTooLarge("amount"));

        x.terms = c.listings.saleTerms(p.listing, c.asset);
        x.backing = s.backings[p.listing];
        require(x.backing.limit != 0, IPool.NotBacked(p.listing));
        readPeriod(c, p, x);

        (, uint256 open) = c.incidents.head(x.id);
        require(open == 0, IPool.IncidentOpen(x.id, open));
        require(
            IAdjudicator(x.terms.adjudicator).canSell(p.listing, x.key), IPool.AdjudicatorRefuses(x.terms.adjudicator)
        );
        addExposure(s, c, x);
        price(s, c, p, x);
    }

    /// @dev When the risk runs, how long it ties up capital, and how probable the loss is.
    function readPeriod(Config memory c, IPool.Purchase calldata p, Sale memory x) private view {
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
            require(
                p.duration >= x.terms.minPeriod && p.duration <= x.terms.maxPeriod,
                IPool.PeriodOutOfBounds(p.duration, x.terms.minPeriod, x.terms.maxPeriod)
            );
            (x.from, x.end) = (block.timestamp + x.terms.waiting, block.timestamp + p.duration);
            x.rate = x.terms.rate;
            probability = Math.divUp(x.rate * (x.end - x.from), Pricing.YEAR);
        }
        require(
            probability <= x.backing.maxLossProbability,
            IPool.LossProbabilityTooHigh(probability, x.backing.maxLossProbability)
        );
        x.id = RiskId.idOf(p.listing, x.key);
        x.runOff = ExposureBook.dayUp(x.end + x.terms.grace);
        x.capitalTime = x.runOff * ExposureBook.DAY - block.timestamp;
    }

    /// @dev The exposure after the sale, within every limit, and the requirement that it makes.
    function addExposure(PoolState storage s, Config memory c, Sale memory x) private view {
        x.risk = s.risks[x.id];
        if (x.risk.exposure != 0) x.group = x.risk.group;
        x.book = s.groups[x.group];
        uint256 limit = x.key == 0 ? x.book.limit : s.groups[(x.group >> 56 << 56) | x.backing.group].limit;

        uint256 exposure = (x.key == 0 ? x.risk.exposure : x.backing.exposure) + x.amount;
        require(exposure <= x.backing.limit, IPool.ListingLimitExceeded(exposure, x.backing.limit));
        exposure = x.book.gross + x.amount;
        require(exposure <= limit, IPool.GroupLimitExceeded(exposure, limit));
        AdjudicatorBook memory adjudicator = s.adjudicators[x.terms.adjudicator];
        exposure = adjudicator.exposure + x.amount;
        require(exposure <= adjudicator.limit, IPool.AdjudicatorLimitExceeded(exposure, adjudicator.limit));

        require(s.ledger.scale == Capital.WAD, IPool.PoolClosed());
        x.f = Capital.read(s, c);
        x.class = s.classes[x.group >> 56];
        x.totals = s.totals;
        // Whatever incidents of the past still hold for this risk is not for what is sold now.
        uint256 net = x.book.net + x.amount;
        require(net <= type(uint64).max, IPool.AmountTooLarge("exposure"));
        x.class.move(x.totals, x.book.net, net);
        // So that reserves always fit, in all of 16 classes.
        require(uint256(x.class.a) * c.grain <= type(uint96).max / 16, IPool.AmountTooLarge("exposure"));
        x.book.net = uint64(net);
        x.book.gross += uint64(x.amount);

        x.scr = Solvency.requirementUp(x.totals, c.r);
        uint256 backing = Capital.backingDown(x.f, c);
        require(x.scr * c.grain <= backing, IPool.CapacityExceeded(x.scr * c.grain, backing));
    }

    /// @dev The premium and what is charged on top of it.
    function price(PoolState storage s, Config memory c, IPool.Purchase calldata p, Sale memory x) private view {
        require(p.referrerFee <= MAX_REFERRER_FEE, IPool.FeeAboveCap(p.referrerFee, MAX_REFERRER_FEE));
        Curve memory curve = s.curve;
        x.level = Pricing.driftedLevel(curve.level, curve.utilisation, block.timestamp - curve.moved);
        x.b = x.f.b / c.grain;

        uint256 net = x.terms.keyed
            ? Pricing.eventLossUp(x.rate, x.amount, c.grain)
            : Pricing.expectedLossUp(x.rate, x.amount, x.end - x.from, c.grain);
        net += Pricing.expectedLossUp(c.kappa, x.amount, x.capitalTime, c.grain);
        net += Pricing.capitalChargeUp(x.level, x.b, x.f.scr, x.scr, x.capitalTime, c.grain);

        IPool.Premium memory premium = x.premium;
        premium.net = net;
        premium.protocolFee = Math.divUp(net * x.terms.protocolFee, BPS);
        premium.curatorFee = Math.divUp(net * curve.curatorFee, BPS);
        if (p.referrer != address(0)) premium.referrerFee = Math.divUp(net * p.referrerFee, BPS);
        premium.total = net + premium.protocolFee + premium.curatorFee + premium.referrerFee;
    }

    /// @dev Books the sale and mints the cover.
    function book(PoolState storage s, Config memory c, IPool.Purchase calldata p, Sale memory x)
        private
        returns (uint256 id)
    {
        uint256 streamRate = bookMoney(s, c, p, x);

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

        Curve memory curve = s.curve;
        id = (c.number << 40) | ++curve.covers;
        (curve.level, curve.moved) = (uint64(x.level), uint32(block.timestamp));
        curve.utilisation = uint64(Pricing.utilisationDown(x.scr, x.b));
        s.curve = curve;

        IPool.Premium memory premium = x.premium;
        emit IPool.CoverBought(id, p.listing, p.owner, x.key, p.amount, x.end, premium.net, premium.total - premium.net);
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

    /// @dev Takes the premium into the ledger, the stream and the fees owed.
    function bookMoney(PoolState storage s, Config memory c, IPool.Purchase calldata p, Sale memory x)
        private
        returns (uint256 rate)
    {
        IPool.Premium memory premium = x.premium;
        uint256 cash = s.ledger.cash + premium.total;
        require(cash <= type(uint96).max, IPool.AmountTooLarge("cash"));
        s.ledger.cash = uint96(cash);
        if (premium.total != premium.net) {
            s.ledger.owed += uint96(premium.total - premium.net);
            s.queue.protocol += uint96(premium.protocolFee);
            s.queue.curator += uint96(premium.curatorFee);
            if (premium.referrerFee != 0) s.kept[p.referrer] += premium.referrerFee;
        }

        (uint256 start, uint256 end) = Streams.edgesUp(x.from, x.end);
        rate = Streams.rateDown(premium.net, c.grain, start, end);
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

    /// @dev Each zone of a keyed listing's group is a group of its own.
    function zoneGroup(uint256 class, uint256 group, uint256 zone) private pure returns (uint256) {
        return (class << 56) | uint56(uint256(keccak256(abi.encode(group, zone))));
    }
}
