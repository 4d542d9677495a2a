// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {Funding} from "./Funding.sol";
import {Config, Curve, Gains, Ledger, PoolState, Reserves, RiskReserve} from "./PoolState.sol";
import {Pricing} from "./Pricing.sol";
import {Solvency} from "./Solvency.sol";
import {Streams} from "./Streams.sol";
import {IPool} from "../interfaces/IPool.sol";

/// @title Own funds, read and accrued
/// @notice High = cash − unearned premium − unvested gains − Σ level × granted reserve − debts; Low also leaves out what
/// open incidents reserve. Never below zero. Units, but for the requirement, which is in grains.
library Capital {
    using Streams for Streams.Stream;

    uint256 internal constant WAD = 1e18;

    /// @notice The state of the pool's capital at this moment.
    /// @param stream Premium stream, accrued.
    /// @param unvested Gains that still stream in, units.
    /// @param end Unix seconds at which they have come in.
    /// @param free Cash less everything but reserves that are not funded in full, units.
    /// @param high Own funds, open incidents not deducted, units.
    /// @param low Own funds, open incidents deducted, units.
    /// @param scr Requirement, grains.
    /// @param b Backing of the price, settled, units.
    struct Figures {
        Streams.Stream stream;
        uint256 unvested;
        uint256 end;
        uint256 free;
        uint256 high;
        uint256 low;
        uint256 scr;
        uint256 b;
    }

    /// @notice Reads own funds as if accrued, without lifting fundings; the requirement and b stay zero.
    function readFunds(PoolState storage s, Config memory c) internal view returns (Figures memory f) {
        f.stream = Streams.accrued(Streams.load(s.stream), s.deltas, block.timestamp);
        (uint256 unvested, uint256 updated, uint256 end,) = loadGains(s.gains);
        (f.unvested, f.end) = (unvestedUp(unvested, updated, end), end);
        (uint256 cash, uint256 owed, uint256 scale) = loadLedger(s.ledger);
        (uint256 open, uint256 full, uint256 cohorts) = loadReserves(s.reserves);

        uint256 claims = scaledUp(owed + full, scale) + Streams.unitsUp(f.stream.unearned, c.grain) + f.unvested;
        f.free = Math.zeroFloorSub(cash, claims);
        f.high = cohorts == 0 ? f.free : Math.zeroFloorSub(f.free, scaledUp(s.stack.net, scale));
        f.low = lowOf(f.high, open * c.grain, cohorts);
    }

    /// @notice Reads everything as if accrued, without lifting fundings.
    function read(PoolState storage s, Config memory c) internal view returns (Figures memory f) {
        f = readFunds(s, c);
        f.scr = Solvency.requirementUp(s.totals, c.r);
        (, uint256 updated,, uint256 b) = loadGains(s.gains);
        f.b = settledBacking(b, updated, f.high, f.scr, c.cooldown);
    }

    /// @notice Accrues streams, gains and b up to now, and lifts fundings if any is below 1.
    function accrue(PoolState storage s, Config memory c) internal returns (Figures memory f) {
        f = read(s, c);
        if (s.stream.time != block.timestamp) s.stream = f.stream;
        store(s, f);
        if (s.reserves.cohorts != 0) lift(s, c, f);
    }

    /// @notice Writes gains and b as `f` has them.
    function store(PoolState storage s, Figures memory f) internal {
        s.gains =
            Gains({unvested: uint96(f.unvested), updated: uint32(block.timestamp), end: uint32(f.end), b: uint96(f.b)});
    }

    /// @notice Lifts fundings with what is free; updates own funds in `f`.
    function lift(PoolState storage s, Config memory c, Figures memory f) internal {
        Reserves memory reserves = s.reserves;
        uint256 scale = s.ledger.scale;
        (uint256 height, uint256 completed) = Funding.lift(
            s.stack,
            reserves.cohorts,
            scale == WAD ? f.free : (f.free * WAD) / scale,
            (reserves.open + s.openBeyond) * c.grain
        );
        (reserves.cohorts, reserves.full) = (uint24(height), reserves.full + uint96(completed));
        s.reserves = reserves;

        uint256 full = scaledUp(completed, scale);
        f.free = f.free > full ? f.free - full : 0;
        uint256 net = height == 0 ? 0 : scaledUp(s.stack.net, scale);
        f.high = f.free > net ? f.free - net : 0;
        f.low = lowOf(f.high, reserves.open * c.grain, height);
    }

    /// @dev Low. While any funding is below 1, whatever there is belongs to it, lifted or not: nothing is sold or leaves.
    function lowOf(uint256 high, uint256 open, uint256 cohorts) private pure returns (uint256) {
        return cohorts == 0 ? Math.zeroFloorSub(high, open) : 0;
    }

    /// @notice Adds a gain to `f`: it streams in over one cooldown. What still comes of earlier gains keeps its share of
    /// the time, so that a small gain does not hold a large one back; rounded down, so that many cannot creep it back.
    function addGain(Figures memory f, uint256 gain, uint256 cooldown) internal view {
        if (gain == 0) return;
        uint256 left = f.end > block.timestamp ? f.end - block.timestamp : 0;
        uint256 sum = f.unvested + gain;
        f.end = block.timestamp + (f.unvested * left + gain * cooldown) / sum;
        f.unvested = sum;
    }

    /// @notice Adds a gain that left own funds (or debts) to the accrued storage.
    function storeGain(PoolState storage s, uint256 gain, uint256 cooldown) internal {
        if (gain == 0) return;
        Gains memory gains = s.gains;
        Figures memory f;
        (f.unvested, f.end, f.b) = (gains.unvested, gains.end, gains.b);
        addGain(f, gain, cooldown);
        store(s, f);
    }

    /// @notice What of the gains, as they were at `updated`, has not come in, rounded up, units.
    function unvestedUp(uint256 unvested, uint256 updated, uint256 end) internal view returns (uint256) {
        return block.timestamp >= end ? 0 : Math.divUp(unvested * (end - block.timestamp), end - updated);
    }

    /// @notice b ← min(B, b + B·Δt / cooldown), B = High; b = B while nothing is required. Rounded down, units.
    function settledBacking(uint256 b, uint256 updated, uint256 high, uint256 scr, uint256 cooldown)
        internal
        view
        returns (uint256)
    {
        if (scr == 0) return high;
        return Math.min(b + (high * (block.timestamp - updated)) / cooldown, high);
    }

    /// @notice What new cover may use: Low × (shares − queued) / shares, rounded down, units.
    function backingDown(Figures memory f, Config memory c) internal pure returns (uint256) {
        if (c.supply == 0) return 0;
        return Math.fullMulDiv(f.low, c.supply - c.queued, c.supply);
    }

    /// @notice Is the pool closed to deposits: worthless, short of its requirement, or paying incidents short?
    function closed(PoolState storage s, Config memory c, Figures memory f) internal view returns (bool) {
        return worthless(s, c, f) || s.reserves.cohorts != 0 || f.scr * c.grain > f.high;
    }

    /// @notice Does the pool take no money at all: ruined, its debts written down, or a share at High below a thousandth
    /// of its first price?
    function worthless(PoolState storage s, Config memory c, Figures memory f) internal view returns (bool) {
        return s.reserves.ruined || s.ledger.scale != WAD || priceIsRuinous(c, f.high);
    }

    /// @notice Latches the ruin of a pool whose share price is below a thousandth of its first, what still streams in
    /// included. Never while anything is granted: events that overlap reserve more than they can take.
    function latchRuin(PoolState storage s, Config memory c, Figures memory f) internal {
        if (s.reserves.ruined || s.reserves.full != 0 || s.reserves.cohorts != 0) return;
        if (!priceIsRuinous(c, f.high + f.unvested)) return;
        s.reserves.ruined = true;
        emit IPool.Ruined();
    }

    function priceIsRuinous(Config memory c, uint256 funds) private pure returns (bool) {
        return (funds + 1) * c.virtualShares * 1000 < c.supply + c.virtualShares;
    }

    /// @notice Writes the ledger down to `balance`: own funds bear it first, then unvested gains, then all debts (funded
    /// reserves, exits set aside, kept payouts, fees) in proportion, unearned premium last.
    function writeDown(PoolState storage s, Config memory c, Figures memory f, uint256 balance) internal {
        Ledger memory ledger = s.ledger;
        require(balance < ledger.cash, IPool.NothingToWriteDown(balance, ledger.cash));
        uint256 lost = ledger.cash - balance;
        emit IPool.WrittenDown(lost, balance);
        ledger.cash = uint96(balance);

        uint256 rest = lost > f.high ? lost - f.high : 0;
        f.high = f.high > lost ? f.high - lost : 0;
        uint256 fromGains = Math.min(rest, f.unvested);
        (f.unvested, rest) = (f.unvested - fromGains, rest - fromGains);
        uint256 nominal = uint256(ledger.owed) + s.reserves.full + (s.reserves.cohorts == 0 ? 0 : s.stack.net);
        uint256 debts = scaledUp(nominal, ledger.scale);
        if (rest != 0 && debts != 0) {
            uint256 scale = rest < debts ? (ledger.scale * (debts - rest)) / debts : 0;
            ledger.scale = uint64(scale == 0 ? 1 : scale);
        }
        s.ledger = ledger;
        store(s, f);
        latchRuin(s, c, f);
    }

    /// @notice Everything about the pool's capital as of now; see `IPool.capital`.
    function report(PoolState storage s, Config memory c) internal view returns (IPool.CapitalReport memory) {
        Figures memory f = read(s, c);
        Curve memory curve = s.curve;
        uint256 scale = s.ledger.scale;
        uint256 net = s.reserves.cohorts == 0 ? 0 : s.stack.net;
        return IPool.CapitalReport({
            cash: s.ledger.cash,
            unearned: Streams.unitsUp(f.stream.unearned, c.grain),
            unvested: f.unvested,
            funded: scaledUp(s.reserves.full + net, scale),
            openReserve: s.reserves.open * c.grain,
            owed: scaledUp(s.ledger.owed, scale),
            high: f.high,
            low: f.low,
            scr: f.scr * c.grain,
            backing: backingDown(f, c),
            priceBacking: f.b,
            level: Pricing.driftedLevel(curve.level, curve.utilisation, block.timestamp - curve.moved)
        });
    }

    /// @notice Reverts if fewer units are held than the ledger says.
    function checkBalance(PoolState storage s, uint256 balance) internal view {
        uint256 cash = s.ledger.cash;
        require(balance >= cash, IPool.BalanceBelowCash(balance, cash));
    }

    /// @notice What the requirement counts of a risk: its exposure less what is reserved for it, grains.
    function netOf(uint256 exposure, RiskReserve memory reserve) internal pure returns (uint256) {
        uint256 reserved = reserve.open > reserve.granted ? reserve.open : reserve.granted;
        return exposure > reserved ? exposure - reserved : 0;
    }

    /// @notice A nominal debt in units, rounded up.
    function scaledUp(uint256 nominal, uint256 scale) internal pure returns (uint256) {
        return scale == WAD ? nominal : Math.mulDivUp(nominal, scale, WAD);
    }

    // -- Slots: each is read once, which the compiler does not do for a struct ------------------------------------------

    function loadLedger(Ledger storage ledger) private view returns (uint256 cash, uint256 owed, uint256 scale) {
        assembly ("memory-safe") {
            let slot := sload(ledger.slot)
            cash := and(slot, 0xffffffffffffffffffffffff)
            owed := and(shr(96, slot), 0xffffffffffffffffffffffff)
            scale := shr(192, slot)
        }
    }

    function loadGains(Gains storage gains)
        private
        view
        returns (uint256 unvested, uint256 updated, uint256 end, uint256 b)
    {
        assembly ("memory-safe") {
            let slot := sload(gains.slot)
            unvested := and(slot, 0xffffffffffffffffffffffff)
            updated := and(shr(96, slot), 0xffffffff)
            end := and(shr(128, slot), 0xffffffff)
            b := shr(160, slot)
        }
    }

    function loadReserves(Reserves storage reserves)
        private
        view
        returns (uint256 open, uint256 full, uint256 cohorts)
    {
        assembly ("memory-safe") {
            let slot := sload(reserves.slot)
            open := and(slot, 0xffffffffffffffff)
            full := and(shr(64, slot), 0xffffffffffffffffffffffff)
            cohorts := and(shr(192, slot), 0xffffff)
        }
    }
}
