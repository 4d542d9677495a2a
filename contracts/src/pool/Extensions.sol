// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "./interfaces/IPool.sol";
import {ExposureBook} from "./libraries/ExposureBook.sol";
import {Policies} from "./libraries/Policies.sol";
import {Config, PoolState} from "./libraries/PoolState.sol";
import {Pricing} from "./libraries/Pricing.sol";
import {Selling} from "./libraries/Selling.sol";
import {Solvency} from "./libraries/Solvency.sol";
import {Streams} from "./libraries/Streams.sol";

/// @title What a later end costs, and what it does
/// @notice An extension is a sale: the same rate, limits, requirement and refusals. What is asked and what is done share
/// all of it.
library Extensions {
    using ExposureBook for ExposureBook.Risk;
    using Solvency for Solvency.Class;
    using Streams for Streams.Stream;

    /// @notice The price of an extension; see `IPool.quoteExtension`.
    function quoteExtension(PoolState storage s, Config memory c, uint256 id, IPool.Purchase calldata p)
        external
        view
        returns (IPool.Premium memory)
    {
        return prepareExtension(s, c, p, Selling.coverOf(c, id, p, true)).premium;
    }

    /// @notice Extends a cover; see `IPool.extend`.
    function extend(PoolState storage s, Config memory c, uint256 id, IPool.Purchase calldata p)
        external
        returns (uint256 total)
    {
        ICovers.Cover memory cover = Selling.coverOf(c, id, p, false);
        Selling.Sale memory x = prepareExtension(s, c, p, cover);
        total = x.premium.total;
        Selling.requireBounds(p, total);
        Selling.bookPremium(s, p, x.premium);

        // What is yet to be earned and what is paid now flow together, until the new end.
        (uint256 start, uint256 oldEnd) = Policies.edgesOf(s, x.id, cover, x.terms.waiting);
        uint256 unearned = x.f.stream.close(s.deltas, cover.rate, start, oldEnd);
        cover.end = uint32(x.end);
        cover.rate = uint80(Selling.stream(s, c, x, cover, start, unearned));

        uint256 oldDay = ExposureBook.dayUp(x.from + x.terms.grace);
        x.risk.remove(s.runOff[x.id], x.amount, oldDay);
        x.risk.add(s.runOff[x.id], x.amount, x.runOff, block.timestamp / ExposureBook.DAY);
        s.risks[x.id] = x.risk;
        Policies.moveCurve(s, x.level, x.scr, x.b);
        c.covers.change(id, cover, 0);
        emit IPool.CoverExtended(id, x.end, x.premium.net, total - x.premium.net);
        Selling.emitReferred(id, p, x.premium);
        Selling.takeIn(s, c, total);
    }

    /// @dev Formula(longer) − formula(remaining), both at the present state without the cover: what is insured costs its
    /// expected loss from the old end to the new one, and its capital for as many days as it is locked longer.
    function prepareExtension(
        PoolState storage s,
        Config memory c,
        IPool.Purchase calldata p,
        ICovers.Cover memory cover
    ) private view returns (Selling.Sale memory x) {
        require(p.amount == 0 && p.quote.length == 0 && p.duration != 0, IPool.PurchaseMismatch());
        x.amount = cover.amount;
        x.terms = c.listings.saleTerms(p.listing, c.asset);
        require(!x.terms.keyed, IPool.KeyedCover());
        if (x.terms.named) Selling.requireNamed(c, p, false);
        x.backing = s.backings[p.listing];
        require(x.backing.limit != 0, IPool.NotBacked(p.listing));
        (x.key, x.id) = (cover.key, RiskId.idOf(p.listing, cover.key));
        Policies.requireThawed(s, x.id);

        (x.from, x.end, x.rate) = (cover.end, uint256(cover.end) + p.duration, x.terms.rate);
        uint256 latest = x.from - Math.min(x.from, x.terms.waiting);
        require(block.timestamp <= latest, IPool.TooLateToExtend(latest, block.timestamp));
        uint256 left = x.end - block.timestamp;
        require(left <= x.terms.maxPeriod, IPool.PeriodOutOfBounds(left, x.terms.minPeriod, x.terms.maxPeriod));
        Selling.requireProbable(x, Math.divUp(x.rate * left, Pricing.YEAR));
        x.runOff = ExposureBook.dayUp(x.end + x.terms.grace);
        x.capitalTime = (x.runOff - ExposureBook.dayUp(x.from + x.terms.grace)) * ExposureBook.DAY;
        Selling.requireSellable(c, p.listing, x);

        x.risk = s.risks[x.id];
        x.group = x.risk.group;
        x.book = s.groups[x.group];
        Selling.requireWithinLimits(s, x, Selling.limitOfGroup(s, x), 0);
        Selling.readCapital(s, c, x);
        // With the cover that is the requirement as it is; without it comes out of a copy.
        x.scr = x.f.scr;
        x.class.move(x.totals, x.book.net, x.book.net - x.amount);
        x.scr0 = Solvency.requirementUp(x.totals, c.r);
        Selling.requireCapital(c, x);
        Selling.price(s, c, p, x);
    }
}
