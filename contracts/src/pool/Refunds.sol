// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExposureBook} from "./libraries/ExposureBook.sol";
import {Config, PoolState} from "./libraries/PoolState.sol";
import {Policies} from "./libraries/Policies.sol";
import {Reserving} from "./libraries/Reserving.sol";
import {Solvency} from "./libraries/Solvency.sol";
import {Streams} from "./libraries/Streams.sol";

/// @title What a holder gets back for the cover that he gives up
/// @notice The unearned net premium of what is given up, less a short-rate fee that streams to the underwriters; fees are
/// not returned. After a partial loss: unearned × remaining / amount. What is asked and what is done share all of it.
library Refunds {
    using ExposureBook for ExposureBook.Risk;
    using Streams for Streams.Stream;

    uint256 internal constant BPS = 10_000;
    /// @dev Short-rate fee, basis points of the unearned premium; none while the pool is short of capital.
    uint256 internal constant SHORT_RATE = 1_000;

    /// @dev What is given up, and what for.
    struct Refund {
        ICovers.Cover cover;
        address owner;
        bool authorised;
        bool keyed;
        bytes32 risk;
        uint256 grains;
        uint256 rate; // of the premium that no longer flows, 1e-18 grains a second
        uint256 start; // days of its stream
        uint256 end;
        uint256 runOff; // day
        uint256 refund; // units
        uint256 fee; // units
        Capital.Figures f;
    }

    // -- Asked ---------------------------------------------------------------------------------------------------

    /// @notice What giving up `amount` units would return now; see `IPool.refundOf`.
    function refundOf(PoolState storage s, Config memory c, uint256 id, uint256 amount)
        external
        view
        returns (uint256 refund, uint256 fee)
    {
        Refund memory x = prepare(s, c, id, amount, Capital.read(s, c));
        return (x.refund, x.fee);
    }

    // -- Done ----------------------------------------------------------------------------------------------------

    /// @notice Gives up a part of a cover; see `IPool.decrease`.
    function decrease(PoolState storage s, Config memory c, uint256 id, uint256 amount, uint256 minRefund)
        external
        returns (uint256)
    {
        Refund memory x = prepare(s, c, id, amount, Capital.read(s, c));
        ICovers.Cover memory cover = x.cover;
        require(x.grains < cover.amount, IPool.NothingLeft(id));
        book(s, c, id, x, minRefund);
        (cover.amount, cover.insured) = (cover.amount - uint64(x.grains), cover.insured - uint64(x.grains));
        cover.rate -= uint80(x.rate);
        c.covers.change(id, cover, 0);
        emit IPool.CoverDecreased(id, amount, x.refund, x.fee);
        pay(s, c, x.owner, x.refund);
        return x.refund;
    }

    /// @notice Gives up what remains of a cover, and burns it; see `IPool.cancel`.
    function cancel(PoolState storage s, Config memory c, uint256 id, uint256 minRefund) external returns (uint256) {
        Refund memory x = prepare(s, c, id, type(uint256).max, Capital.read(s, c));
        book(s, c, id, x, minRefund);
        c.covers.burn(id);
        emit IPool.CoverCancelled(id, x.refund, x.fee);
        pay(s, c, x.owner, x.refund);
        return x.refund;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev All checks and the refund; changes nothing.
    function prepare(PoolState storage s, Config memory c, uint256 id, uint256 amount, Capital.Figures memory f)
        private
        view
        returns (Refund memory x)
    {
        (x.cover, x.owner, x.authorised) = Policies.coverOf(c, id);
        ICovers.Cover memory cover = x.cover;
        Policies.dropLost(cover);
        if (amount == type(uint256).max) amount = cover.amount * c.grain;
        require(amount != 0, IPool.ZeroAmount());
        require(amount % c.grain == 0, IPool.AmountNotOnGrain(amount, c.grain));
        (x.grains, x.f) = (amount / c.grain, f);
        require(x.grains <= cover.amount, ICovers.ClaimAboveAmount(id, x.grains, cover.amount));
        x.risk = RiskId.idOf(cover.listing, cover.key);
        Policies.requireThawed(s, x.risk);

        IListings.Periods memory periods = c.listings.periodsOf(cover.listing);
        (x.start, x.end) = Policies.edgesOf(s, x.risk, cover, periods.waiting);
        // What is known of an event once it has begun is not to be given back at the price of before: it begins at some
        // time of the day before its premium starts to flow.
        x.keyed = periods.keyed;
        require(!x.keyed || block.timestamp < (x.start - 1) * Streams.DAY, IPool.KeyedCover());
        x.runOff = ExposureBook.dayUp(uint256(cover.end) + periods.grace);
        x.rate = uint256(cover.rate) * x.grains / cover.insured;

        uint256 unearned = Streams.remainingOf(x.rate, x.start, x.end, block.timestamp) / (Streams.PRECISION / c.grain);
        bool short = s.reserves.cohorts != 0 || s.ledger.scale != Capital.WAD || f.scr * c.grain > f.high;
        x.fee = short ? 0 : Math.divUp(unearned * SHORT_RATE, BPS);
        x.refund = unearned - x.fee;
        // Unearned premium is the last to be lost, but it may be.
        uint256 all = Streams.unitsUp(f.stream.unearned, c.grain);
        if (s.ledger.cash < all) x.refund = Math.fullMulDiv(x.refund, s.ledger.cash, all);
    }

    /// @dev Takes what is given up out of every book.
    function book(PoolState storage s, Config memory c, uint256 id, Refund memory x, uint256 minRefund) private {
        require(x.authorised, ICovers.OnlyOwnerOf(id, msg.sender));
        require(x.refund >= minRefund, IPool.BelowMinimum(x.refund, minRefund));

        x.f.stream.close(s.deltas, x.rate, x.start, x.end);
        s.stream = x.f.stream;
        if (x.keyed) s.keyedStreams[x.risk].rate -= uint80(x.rate);
        s.ledger.cash -= uint96(x.refund);
        Capital.addGain(x.f, x.fee, c.cooldown);
        Capital.store(s, x.f);

        ExposureBook.Risk memory risk = s.risks[x.risk];
        uint256 exposure = risk.exposure;
        risk.remove(s.runOff[x.risk], x.grains, x.runOff);
        s.risks[x.risk] = risk;
        Reserving.moveNet(s, risk.group, exposure, risk.exposure);
        Reserving.lowerExposure(s, x.risk, risk, x.grains);
        Policies.moveCurve(s, Policies.levelOf(s), Solvency.requirementUp(s.totals, c.r), x.f.b / c.grain);
    }

    /// @dev Sends the refund; a token that shrank is written down first.
    function pay(PoolState storage s, Config memory c, address owner, uint256 refund) private {
        if (refund != 0) SafeTransferLib.safeTransfer(c.asset, owner, refund);
        Capital.checkBalance(s, SafeTransferLib.balanceOf(c.asset, address(this)));
    }
}
