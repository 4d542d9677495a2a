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
        Ledger memory ledger = s.ledger;
        Gains memory gains = s.gains;
        Reserves memory reserves = s.reserves;

        f.stream = Streams.accrued(s.stream, s.deltas, block.timestamp);
        (f.unvested, f.end) = (unvestedUp(gains), gains.end);
        uint256 claims = scaledUp(uint256(ledger.owed) + reserves.full, ledger.scale)
            + Streams.unitsUp(f.stream.unearned, c.grain) + f.unvested;
        f.free = ledger.cash > claims ? ledger.cash - claims : 0;
        uint256 net = reserves.cohorts == 0 ? 0 : scaledUp(s.stack.net, ledger.scale);
        f.high = f.free > net ? f.free - net : 0;
        f.low = lowOf(f.high, reserves.open, reserves.cohorts);
    }

    /// @notice Reads everything as if accrued, without lifting fundings.
    function read(PoolState storage s, Config memory c) internal view returns (Figures memory f) {
        f = readFunds(s, c);
        f.scr = Solvency.requirementUp(s.totals, c.r);
        f.b = settledBacking(s.gains, f.high, f.scr, c.cooldown);
    }

    /// @notice Accrues streams, gains and b up to now, and lifts fundings if any is below 1.
    function accrue(PoolState storage s, Config memory c) internal returns (Figures memory f) {
        f = read(s, c);
        if (s.stream.time != block.timestamp) s.stream = f.stream;
        store(s, f);
        if (s.reserves.cohorts != 0) lift(s, f);
    }

    /// @notice Writes gains and b as `f` has them.
    function store(PoolState storage s, Figures memory f) internal {
        s.gains =
            Gains({unvested: uint96(f.unvested), updated: uint32(block.timestamp), end: uint32(f.end), b: uint96(f.b)});
    }

    /// @notice Lifts fundings with what is free; updates own funds in `f`.
    function lift(PoolState storage s, Figures memory f) internal {
        Reserves memory reserves = s.reserves;
        uint256 scale = s.ledger.scale;
        (uint256 height, uint256 completed) =
            Funding.lift(s.stack, reserves.cohorts, scale == WAD ? f.free : (f.free * WAD) / scale, reserves.open);
        (reserves.cohorts, reserves.full) = (uint16(height), reserves.full + uint96(completed));
        s.reserves = reserves;

        uint256 full = scaledUp(completed, scale);
        f.free = f.free > full ? f.free - full : 0;
        uint256 net = height == 0 ? 0 : scaledUp(s.stack.net, scale);
        f.high = f.free > net ? f.free - net : 0;
        f.low = lowOf(f.high, reserves.open, height);
    }

    /// @dev Low. While any funding is below 1, whatever there is belongs to it, lifted or not: nothing is sold or leaves.
    function lowOf(uint256 high, uint256 open, uint256 cohorts) private pure returns (uint256) {
        return cohorts == 0 && high > open ? high - open : 0;
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

    /// @notice What of the gains has not come in, rounded up, units.
    function unvestedUp(Gains memory gains) internal view returns (uint256) {
        if (block.timestamp >= gains.end) return 0;
        uint256 left = gains.end - block.timestamp;
        return Math.divUp(uint256(gains.unvested) * left, gains.end - gains.updated);
    }

    /// @notice b ← min(B, b + B·Δt / cooldown), B = High; b = B while nothing is required. Rounded down, units.
    function settledBacking(Gains memory gains, uint256 high, uint256 scr, uint256 cooldown)
        internal
        view
        returns (uint256)
    {
        if (scr == 0) return high;
        uint256 risen = gains.b + (high * (block.timestamp - gains.updated)) / cooldown;
        return risen < high ? risen : high;
    }

    /// @notice What new cover may use: Low × (shares − queued) / shares, rounded down, units.
    function backingDown(Figures memory f, Config memory c) internal pure returns (uint256) {
        if (c.supply == 0) return 0;
        return Math.fullMulDiv(f.low, c.supply - c.queued, c.supply);
    }

    /// @notice Is the pool closed to deposits: ruined, short of its requirement, or paying incidents short?
    function closed(PoolState storage s, Figures memory f, uint256 grain) internal view returns (bool) {
        return s.curve.ruined || s.reserves.cohorts != 0 || s.ledger.scale != WAD || f.scr * grain > f.high;
    }

    /// @notice Latches the ruin of a pool whose share price is below a thousandth of its first.
    function latchRuin(PoolState storage s, Config memory c, Figures memory f) internal {
        if (s.curve.ruined || (f.high + 1) * c.virtualShares * 1000 >= c.supply + c.virtualShares) return;
        s.curve.ruined = true;
        emit IPool.Ruined();
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
            openReserve: s.reserves.open,
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
}
