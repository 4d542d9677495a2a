// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IAdjudicator} from "../../adjudicators/interfaces/IAdjudicator.sol";
import {ICovers} from "../../cover/interfaces/ICovers.sol";
import {IListings} from "../../cover/interfaces/IListings.sol";
import {IPool} from "../interfaces/IPool.sol";
import {Capital} from "./Capital.sol";
import {ExposureBook} from "./ExposureBook.sol";
import {Policies} from "./Policies.sol";
import {AdjudicatorBook, Backing, Config, Group, PoolState} from "./PoolState.sol";
import {Pricing} from "./Pricing.sol";
import {Solvency} from "./Solvency.sol";
import {Streams} from "./Streams.sol";

/// @title What every sale has in common: a purchase, an increase, an extension
/// @notice When it is refused, what it costs, and how its premium is taken in.
library Selling {
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
        uint256 scr0; // before the sale, for the price; grains
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

    /// @dev Sales stop while an incident is open on the risk, and when the adjudicator says so.
    function requireSellable(Config memory c, uint256 listing, Sale memory x) internal view {
        (, uint256 open) = c.incidents.head(x.id);
        require(open == 0, IPool.IncidentOpen(x.id, open));
        require(
            IAdjudicator(x.terms.adjudicator).canSell(listing, x.key), IPool.AdjudicatorRefuses(x.terms.adjudicator)
        );
    }

    /// @dev The cover that is to be changed, of this pool and of the listing that the purchase names; only he may change it whom
    /// its owner lets, but anyone may ask.
    function coverOf(Config memory c, uint256 id, IPool.Purchase calldata p, bool asked)
        internal
        view
        returns (ICovers.Cover memory cover)
    {
        bool authorised;
        (cover,, authorised) = Policies.coverOf(c, id);
        require(asked || authorised, ICovers.OnlyOwnerOf(id, msg.sender));
        require(p.listing == cover.listing, IPool.PurchaseMismatch());
        Policies.dropLost(cover);
    }

    /// @dev What the buyer allows.
    function requireBounds(IPool.Purchase calldata p, uint256 total) internal view {
        require(block.timestamp <= p.deadline, IPool.DeadlineExpired(p.deadline, block.timestamp));
        require(total <= p.maxPremium, IPool.PremiumAboveMaximum(total, p.maxPremium));
    }

    /// @dev Takes the premium, once everything is booked, and checks that it came.
    function takeIn(PoolState storage s, Config memory c, uint256 total) internal {
        SafeTransferLib.safeTransferFrom(c.asset, msg.sender, address(this), total);
        Capital.checkBalance(s, SafeTransferLib.balanceOf(c.asset, address(this)));
    }

    /// @dev Without an account, or where nothing can be proven any more, a cover would never be paid.
    function requireNamed(Config memory c, IPool.Purchase calldata p, bool isNew) internal view {
        require(!isNew || p.account != address(0), IPool.AccountMissing(p.listing));
        bytes32 proofTerms = c.listings.terms(p.listing).proofTerms;
        bool sold = proofTerms == 0 || c.incidents.LOSS_PROOFS().canSell(proofTerms);
        require(sold, IPool.ProofNotSold(p.listing, proofTerms));
    }

    /// @dev The requirement does not see λ: nothing more probable is sold than its class was calibrated for.
    function requireProbable(Sale memory x, uint256 probability) internal pure {
        uint256 most = x.backing.maxLossProbability;
        require(probability <= most, IPool.LossProbabilityTooHigh(probability, most));
    }

    /// @dev Of the group, or of each of its zones. Grains.
    function limitOfGroup(PoolState storage s, Sale memory x) internal view returns (uint256) {
        return x.key == 0 ? x.book.limit : s.groups[(x.group >> 56 << 56) | x.backing.group].limit;
    }

    /// @dev The curator's limits, with `more` grains on top of what is in force.
    function requireWithinLimits(PoolState storage s, Sale memory x, uint256 groupLimit, uint256 more) internal view {
        uint256 exposure = (x.key == 0 ? x.risk.exposure : x.backing.exposure) + more;
        require(exposure <= x.backing.limit, IPool.ListingLimitExceeded(exposure, x.backing.limit));
        exposure = x.book.gross + more;
        require(exposure <= groupLimit, IPool.GroupLimitExceeded(exposure, groupLimit));
        AdjudicatorBook memory adjudicator = s.adjudicators[x.terms.adjudicator];
        exposure = adjudicator.exposure + more;
        require(exposure <= adjudicator.limit, IPool.AdjudicatorLimitExceeded(exposure, adjudicator.limit));
    }

    /// @dev Own funds and the book of the class, as they are before the sale.
    function readCapital(PoolState storage s, Config memory c, Sale memory x) internal view {
        require(s.ledger.scale == Capital.WAD, IPool.PoolClosed());
        x.f = Capital.read(s, c);
        x.class = s.classes[x.group >> 56];
        x.totals = s.totals;
    }

    /// @dev After every sale SCR ≤ backing.
    function requireCapital(Config memory c, Sale memory x) internal pure {
        uint256 backing = Capital.backingDown(x.f, c);
        require(x.scr * c.grain <= backing, IPool.CapacityExceeded(x.scr * c.grain, backing));
    }

    /// @dev The premium and what is charged on top of it.
    function price(PoolState storage s, Config memory c, IPool.Purchase calldata p, Sale memory x) internal view {
        require(p.referrerFee <= MAX_REFERRER_FEE, IPool.FeeAboveCap(p.referrerFee, MAX_REFERRER_FEE));
        x.level = Policies.levelOf(s);
        x.b = x.f.b / c.grain;

        uint256 net = x.terms.keyed
            ? Pricing.eventLossUp(x.rate, x.amount, c.grain)
            : Pricing.expectedLossUp(x.rate, x.amount, x.end - x.from, c.grain);
        net += Pricing.expectedLossUp(c.kappa, x.amount, x.capitalTime, c.grain);
        net += Pricing.capitalChargeUp(x.level, x.b, x.scr0, x.scr, x.capitalTime, c.grain);

        IPool.Premium memory premium = x.premium;
        premium.net = net;
        premium.protocolFee = Math.divUp(net * x.terms.protocolFee, BPS);
        premium.curatorFee = Math.divUp(net * s.curve.curatorFee, BPS);
        if (p.referrer != address(0)) premium.referrerFee = Math.divUp(net * p.referrerFee, BPS);
        premium.total = net + premium.protocolFee + premium.curatorFee + premium.referrerFee;
    }

    /// @dev Takes a premium into the ledger and the fees owed.
    function bookPremium(PoolState storage s, IPool.Purchase calldata p, IPool.Premium memory premium) internal {
        uint256 cash = s.ledger.cash + premium.total;
        require(cash <= type(uint96).max, IPool.AmountTooLarge("cash"));
        s.ledger.cash = uint96(cash);
        if (premium.total == premium.net) return;
        s.ledger.owed += uint96(premium.total - premium.net);
        s.queue.protocol += uint96(premium.protocolFee);
        s.queue.curator += uint96(premium.curatorFee);
        if (premium.referrerFee != 0) s.kept[p.referrer] += premium.referrerFee;
    }

    /// @dev Who referred a sale, and what is kept for him.
    function emitReferred(uint256 id, IPool.Purchase calldata p, IPool.Premium memory premium) internal {
        if (premium.referrerFee != 0) emit IPool.ReferrerFeeKept(id, p.referrer, premium.referrerFee);
    }

    /// @dev Streams what is paid for a change, and `unearned` (1e-18 grains) of before, until the cover's end: from its
    /// own start, or from now if that has passed.
    /// @return rate 1e-18 grains a second.
    function stream(
        PoolState storage s,
        Config memory c,
        Sale memory x,
        ICovers.Cover memory cover,
        uint256 start,
        uint256 unearned
    ) internal returns (uint256 rate) {
        (, uint256 end) = Policies.edgesOf(s, x.id, cover, x.terms.waiting);
        uint256 sum = unearned + x.premium.net * (Streams.PRECISION / c.grain);
        bool flows = start * Streams.DAY <= block.timestamp;
        rate = sum / (end * Streams.DAY - (flows ? block.timestamp : start * Streams.DAY));
        require(rate <= type(uint80).max, Streams.StreamTooLarge());
        if (flows) x.f.stream.openNow(s.deltas, rate, end);
        else x.f.stream.open(s.deltas, rate, start, end);
        s.stream = x.f.stream;
        if (x.f.scr == 0) Capital.store(s, x.f);
        if (x.terms.keyed) s.keyedStreams[x.id].rate += uint80(rate);
    }
}
