// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExposureBook} from "./libraries/ExposureBook.sol";
import {Funding} from "./libraries/Funding.sol";
import {Payments} from "./libraries/Payments.sol";
import {Config, Grant, Group, KeyedStream, Ledger, PoolState, Reserves, RiskReserve} from "./libraries/PoolState.sol";
import {Solvency} from "./libraries/Solvency.sol";
import {Streams} from "./libraries/Streams.sol";

/// @title What incidents do to a pool: step, reserve, fund, pay, release
/// @notice A risk holds one reserve, the larger of what is granted and what the largest open incident may be granted;
/// the requirement counts its exposure less that.
library Claims {
    using ExposureBook for ExposureBook.Risk;
    using Solvency for Solvency.Class;

    uint256 internal constant WAD = 1e18;
    uint256 internal constant BPS = 10_000;

    // -- Step ----------------------------------------------------------------------------------------------------

    /// @notice Steps through up to `max` journal entries; see `IPool.step`.
    function step(PoolState storage s, Config memory c, uint256 max) external returns (uint256 cursor) {
        cursor = s.reserves.cursor;
        IIncidents.JournalEntry[] memory entries = c.incidents.entries(cursor, max);
        cursor += entries.length;
        s.reserves.cursor = uint32(cursor);
        for (uint256 i; i < entries.length; ++i) {
            IIncidents.JournalEntry memory entry = entries[i];
            if (entry.kind == IIncidents.Entry.Opened) opened(s, c, entry);
            else if (entry.kind == IIncidents.Entry.Closed) closed(s, c, entry);
            else ruled(s, c, entry);
        }
    }

    /// @notice Does any of the entries from the cursor on change this pool? Answers yes if there are more than `max`.
    function behind(PoolState storage s, Config memory c, uint256 max) external view returns (bool) {
        uint256 cursor = s.reserves.cursor;
        uint256 length = c.incidents.journalLength();
        if (length > cursor + max) return true;
        IIncidents.JournalEntry[] memory entries = c.incidents.entries(cursor, max);
        for (uint256 i; i < entries.length; ++i) {
            IIncidents.JournalEntry memory entry = entries[i];
            if (s.risks[entry.risk].exposure != 0 || s.riskReserves[entry.risk].openCount != 0) return true;
            if (s.grants[entry.incident].exists) return true;
        }
        return false;
    }

    /// @dev Reserves the largest share that may be granted.
    function opened(PoolState storage s, Config memory c, IIncidents.JournalEntry memory entry) private {
        uint256 exposure = s.risks[entry.risk].exposure;
        if (exposure == 0) return;
        RiskReserve memory reserve = s.riskReserves[entry.risk];
        RiskReserve memory old = copy(reserve);
        bool thawed = reserve.openCount == 0 && reserve.unsettled == 0;
        if (thawed || reserve.base < exposure) reserve.base = uint64(exposure);
        if (reserve.openCount++ == 0) ++s.reserves.openRisks;
        uint256 most = Math.mulDivUp(exposure, entry.share, WAD);
        if (most > reserve.open) reserve.open = uint64(most);
        setReserve(s, c, entry.risk, exposure, exposure, old, reserve);
    }

    /// @dev Takes the incident out of those that are open; fixes its reserve if it was granted.
    function ruled(PoolState storage s, Config memory c, IIncidents.JournalEntry memory entry) private {
        RiskReserve memory reserve = s.riskReserves[entry.risk];
        if (reserve.openCount == 0) return;
        // Before the open reserve shrinks: money is shared with those that are still open.
        // While all are funded in full there is nothing to lift, and b falls by itself: nothing need be written.
        Capital.Figures memory f = s.reserves.cohorts == 0 ? Capital.read(s, c) : Capital.accrue(s, c);
        RiskReserve memory old = copy(reserve);
        uint256 exposure = s.risks[entry.risk].exposure;
        if (--reserve.openCount == 0) {
            reserve.open = 0;
            --s.reserves.openRisks;
        }
        uint256 day = ExposureBook.dayUp(entry.until);
        if (day > reserve.frozenUntil) reserve.frozenUntil = uint16(day);

        uint256 granted;
        if (entry.kind == IIncidents.Entry.Granted) {
            // Covers claim no more than what remains of them.
            granted = Math.fullMulDivUp(uint256(reserve.base) * c.grain, entry.share, WAD);
            granted = Math.min(granted, exposure * c.grain);
        }
        if (granted != 0) {
            reserve.granted += uint64(granted / c.grain);
            ++reserve.unsettled;
        }
        setReserve(s, c, entry.risk, exposure, exposure, old, reserve);
        if (granted != 0) grant(s, c, f, entry, granted);
        else if (s.reserves.cohorts != 0) Capital.lift(s, f);
        Capital.latchRuin(s, c, f);
    }

    /// @dev Fixes the reserve of a granted incident, at the level that the money allows.
    function grant(
        PoolState storage s,
        Config memory c,
        Capital.Figures memory f,
        IIncidents.JournalEntry memory entry,
        uint256 amount
    ) private {
        require(amount <= type(uint96).max, IPool.AmountTooLarge("reserve"));
        earnKeyed(s, c, f, entry.risk, amount);
        Reserves memory reserves = s.reserves;
        Grant storage g = s.grants[entry.incident];
        (g.unclaimed, g.exists) = (uint96(amount), true);

        uint256 level = WAD;
        if (reserves.cohorts == 0 && s.ledger.scale == WAD && amount + reserves.open <= f.free) {
            s.reserves.full = reserves.full + uint96(amount);
            f.free -= amount;
            f.high = f.free;
        } else {
            g.cohort = Funding.push(s.stack, reserves.cohorts, amount);
            s.reserves.cohorts = reserves.cohorts + 1;
            Capital.lift(s, f);
            level = levelOf(s, g.cohort);
        }
        emit IPool.ReserveGranted(entry.incident, entry.risk, amount, level);
    }

    /// @dev Of a keyed risk's remaining premium as much as its reserve is earned first.
    function earnKeyed(PoolState storage s, Config memory c, Capital.Figures memory f, bytes32 risk, uint256 amount)
        private
    {
        if (!RiskId.isKeyed(risk)) return;
        KeyedStream memory keyed = s.keyedStreams[risk];
        if (keyed.rate == 0 || uint256(keyed.end) * Streams.DAY <= block.timestamp) return;
        uint256 from = uint256(keyed.start) * Streams.DAY;
        if (from < block.timestamp) from = block.timestamp;
        uint256 left = uint256(keyed.rate) * (uint256(keyed.end) * Streams.DAY - from);
        uint256 wanted = amount * (Streams.PRECISION / c.grain);
        uint256 rate = wanted >= left ? keyed.rate : Math.fullMulDivUp(keyed.rate, wanted, left);

        s.keyedStreams[risk].rate = keyed.rate - uint80(rate);
        uint256 before = Streams.unitsUp(f.stream.unearned, c.grain);
        Streams.close(f.stream, s.deltas, rate, keyed.start, keyed.end);
        s.stream = f.stream;
        uint256 earned = before - Streams.unitsUp(f.stream.unearned, c.grain);
        (f.free, f.high, f.low) = (f.free + earned, f.high + earned, f.low + earned);
    }

    /// @dev Releases what a closed incident did not use, or marks it until its level is final.
    function closed(PoolState storage s, Config memory c, IIncidents.JournalEntry memory entry) private {
        Grant storage g = s.grants[entry.incident];
        if (!g.exists) return;
        Capital.Figures memory f = Capital.accrue(s, c);
        if (!isFinal(s, g.cohort)) g.closed = true;
        else finish(s, c, f, entry.incident, entry.risk);
    }

    /// @notice Finishes a closed incident; see `IPool.finishClosing`.
    function finishClosing(PoolState storage s, Config memory c, uint256 incident) external {
        Grant storage g = s.grants[incident];
        require(g.exists && g.closed, IPool.NotClosable(incident));
        Capital.Figures memory f = Capital.accrue(s, c);
        require(isFinal(s, g.cohort), IPool.NotClosable(incident));
        finish(s, c, f, incident, c.incidents.incidentOf(incident).risk);
    }

    /// @dev No level is final while it is below 1 and another incident of the pool is open.
    function isFinal(PoolState storage s, uint256 cohort) private view returns (bool) {
        return s.reserves.openRisks == 0 || levelOf(s, cohort) == WAD;
    }

    /// @dev What is left of a reserve streams back to the pool.
    function finish(PoolState storage s, Config memory c, Capital.Figures memory f, uint256 incident, bytes32 risk)
        private
    {
        Grant memory g = s.grants[incident];
        delete s.grants[incident];
        bool wasShort = s.reserves.cohorts != 0;
        uint256 left = unfund(s, f, g);

        RiskReserve memory rr = s.riskReserves[risk];
        RiskReserve memory old = copy(rr);
        --rr.unsettled;
        rr.granted -= uint64(Math.min(rr.granted, g.unclaimed / c.grain));
        uint256 exposure = s.risks[risk].exposure;
        setReserve(s, c, risk, exposure, exposure, old, rr);

        // A pool that still pays others short keeps what is left for them; else it streams in.
        if (wasShort) Capital.lift(s, f);
        if (s.reserves.cohorts == 0) streamLeft(s, c, f, left);
        emit IPool.ReserveReleased(incident, left);
    }

    /// @dev Takes what is left of a grant out of its funding.
    /// @return left Units, nominal.
    function unfund(PoolState storage s, Capital.Figures memory f, Grant memory g) private returns (uint256 left) {
        uint256 reserve = uint256(g.unclaimed) + g.short;
        uint256 place = g.cohort == 0 ? 0 : Funding.find(s.stack, s.reserves.cohorts, g.cohort);
        if (place == 0) {
            left = reserve - g.paid;
            s.reserves.full -= uint96(left);
            f.free += left * s.ledger.scale / WAD;
        } else {
            Funding.Cohort memory cohort = s.stack.cohorts[place - 1];
            uint256 held = Funding.heldUp(cohort);
            (cohort.reserve, cohort.paid) = (cohort.reserve - uint96(reserve), cohort.paid - g.paid);
            s.stack.cohorts[place - 1] = cohort;
            left = held - Math.min(held, Funding.heldUp(cohort));
            s.stack.net -= uint96(left);
        }
    }

    /// @dev What is left and was not needed to fund others streams in.
    function streamLeft(PoolState storage s, Config memory c, Capital.Figures memory f, uint256 left) private {
        Capital.storeGain(s, Math.min(left * s.ledger.scale / WAD, f.free), c.cooldown);
    }

    // -- Pay -----------------------------------------------------------------------------------------------------

    /// @notice The level of an incident's reserve after accruing and lifting; see `IPool.fund`.
    function fund(PoolState storage s, Config memory c, uint256 incident) external returns (uint256) {
        Grant storage g = s.grants[incident];
        require(g.exists, IPool.NoReserve(incident));
        uint256 height = s.reserves.cohorts;
        if (height != 0) {
            Capital.Figures memory f = Capital.accrue(s, c);
            Capital.latchRuin(s, c, f);
        }
        return levelOf(s, g.cohort);
    }

    /// @notice The level of an incident's reserve as of the last lift; see `IPool.fundingOf`.
    function fundingOf(PoolState storage s, uint256 incident) external view returns (uint256) {
        Grant storage g = s.grants[incident];
        return g.exists ? levelOf(s, g.cohort) : 0;
    }

    /// @notice Pays covers of a granted incident; see `IPool.pay`.
    function pay(
        PoolState storage s,
        Config memory c,
        uint256 incident,
        bytes32 risk,
        IPool.Payment[] calldata payments,
        address[2] calldata rewarded,
        uint256[2] calldata rewards
    ) external {
        bookPayments(s, c, incident, risk, payments);

        uint256 scale = s.ledger.scale;
        uint256[2] memory cuts;
        for (uint256 i; i < payments.length; ++i) {
            uint256 amount = payments[i].payout;
            uint256 forSettler = amount * rewards[0] / BPS;
            uint256 forFinder = amount * rewards[1] / BPS;
            (cuts[0], cuts[1]) = (cuts[0] + forSettler, cuts[1] + forFinder);
            push(s, c.asset, payments[i].to, amount - forSettler - forFinder, scale);
        }
        for (uint256 i; i < 2; ++i) {
            if (cuts[i] != 0) push(s, c.asset, rewarded[i], cuts[i], scale);
        }
    }

    /// @dev Takes a batch out of the reserve, the exposure and the ledger, before anything is sent.
    function bookPayments(
        PoolState storage s,
        Config memory c,
        uint256 incident,
        bytes32 id,
        IPool.Payment[] calldata payments
    ) private {
        ExposureBook.Risk memory risk = s.risks[id];
        uint256 exposure = risk.exposure;
        uint256[5] memory sums; // claim, settled, paid, payout, grains
        for (uint256 i; i < payments.length; ++i) {
            IPool.Payment calldata payment = payments[i];
            sums[0] += payment.claim;
            sums[1] += payment.settled;
            sums[2] += payment.paid;
            sums[3] += payment.payout;
            if (payment.grains == 0) continue;
            sums[4] += payment.grains;
            risk.remove(s.runOff[id], payment.grains, payment.runOff);
        }
        s.risks[id] = risk;

        RiskReserve memory reserve = s.riskReserves[id];
        RiskReserve memory old = copy(reserve);
        reserve.granted -= uint64(Math.min(reserve.granted, take(s, c.grain, incident, sums)));
        setReserve(s, c, id, exposure, risk.exposure, old, reserve);
        lowerExposure(s, id, risk, sums[4]);

        Ledger memory ledger = s.ledger;
        ledger.cash -= uint96(sums[3] * ledger.scale / WAD);
        s.ledger = ledger;
    }

    /// @dev Takes a batch out of the incident's reserve and out of its funding.
    /// @return grains What this takes off the granted reserve of the risk.
    function take(PoolState storage s, uint256 grain, uint256 incident, uint256[5] memory sums)
        private
        returns (uint256 grains)
    {
        Grant memory g = s.grants[incident];
        grains = g.unclaimed / grain;
        g.unclaimed -= uint96(sums[0]);
        grains -= g.unclaimed / grain;
        uint256 place = g.cohort == 0 ? 0 : Funding.find(s.stack, s.reserves.cohorts, g.cohort);
        if (place == 0) {
            (g.short, g.paid) = (g.short - uint96(sums[1]), g.paid - uint96(sums[2]));
            s.reserves.full -= uint96(sums[3]);
        } else {
            (g.short, g.paid) = (g.short + uint96(sums[0]), g.paid + uint96(sums[3]));
            s.stack.cohorts[place - 1].paid += uint96(sums[3]);
            s.stack.net -= uint96(sums[3]);
        }
        s.grants[incident] = g;
    }

    /// @dev Sends a nominal amount, or keeps it for its recipient.
    function push(PoolState storage s, address asset, address to, uint256 nominal, uint256 scale) private {
        if (nominal == 0) return;
        uint256 amount = nominal * scale / WAD;
        // Nobody can make a payout fail by calling with too little gas: 64/63 of the allowance must be there.
        require(gasleft() > Payments.PUSH_GAS * 64 / 63 + 60_000, IPool.InsufficientGas());
        if (Payments.tryTransfer(asset, to, amount)) return;
        s.ledger.cash += uint96(amount);
        s.ledger.owed += uint96(nominal);
        s.kept[to] += nominal;
        emit IPool.PayoutKept(to, nominal);
    }

    // -- Run-off -------------------------------------------------------------------------------------------------

    /// @notice Frees the exposure of a risk that has run off; see `IPool.release`.
    function release(PoolState storage s, bytes32 id) external returns (uint256 released) {
        RiskReserve memory reserve = s.riskReserves[id];
        ExposureBook.Risk memory risk = s.risks[id];
        uint256 exposure = risk.exposure;
        bool frozen = reserve.openCount != 0 || reserve.unsettled != 0
            || block.timestamp < uint256(reserve.frozenUntil) * ExposureBook.DAY;
        require(exposure != 0 && !frozen, IPool.NothingToRelease(id));
        released = risk.release(s.runOff[id], block.timestamp / ExposureBook.DAY);
        s.risks[id] = risk;
        moveNet(s, risk.group, exposure, risk.exposure);
        lowerExposure(s, id, risk, released);
        emit IPool.ExposureReleased(id, released, risk.exposure);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Stores a risk's reserve and what follows from it: the open reserve of the pool and the net exposure.
    function setReserve(
        PoolState storage s,
        Config memory c,
        bytes32 id,
        uint256 exposure,
        uint256 newExposure,
        RiskReserve memory old,
        RiskReserve memory reserve
    ) private {
        uint256 open = s.reserves.open + openUnits(reserve, c.grain) - openUnits(old, c.grain);
        require(open <= type(uint96).max, IPool.AmountTooLarge("reserve"));
        s.reserves.open = uint96(open);
        s.riskReserves[id] = reserve;
        moveNet(s, s.risks[id].group, Capital.netOf(exposure, old), Capital.netOf(newExposure, reserve));
    }

    /// @dev Moves what the requirement counts of a risk from `before` to `afterwards`, grains.
    function moveNet(PoolState storage s, uint256 group, uint256 before, uint256 afterwards) private {
        if (before == afterwards) return;
        uint256 net = s.groups[group].net;
        uint256 next = net + afterwards - before;
        Solvency.Class memory class = s.classes[group >> 56];
        Solvency.Totals memory totals = s.totals;
        class.move(totals, net, next);
        s.groups[group].net = uint64(next);
        s.classes[group >> 56] = class;
        s.totals = totals;
    }

    /// @dev Takes exposure off the listing's, the group's and the adjudicator's books, grains.
    function lowerExposure(PoolState storage s, bytes32 id, ExposureBook.Risk memory risk, uint256 amount) private {
        if (amount == 0) return;
        s.groups[risk.group].gross -= uint64(amount);
        if (RiskId.isKeyed(id)) s.backings[risk.listing].exposure -= uint64(amount);
        s.adjudicators[s.adjudicatorOf[risk.listing]].exposure -= uint64(amount);
    }

    /// @dev The level of a grant that entered with a cohort, WAD.
    function levelOf(PoolState storage s, uint256 cohort) private view returns (uint256) {
        if (cohort == 0) return WAD;
        uint256 place = Funding.find(s.stack, s.reserves.cohorts, cohort);
        return place == 0 ? WAD : s.stack.cohorts[place - 1].level;
    }

    /// @dev What the open incidents of a risk may take beyond what is granted, units.
    function openUnits(RiskReserve memory reserve, uint256 grain) private pure returns (uint256) {
        return reserve.open > reserve.granted ? uint256(reserve.open - reserve.granted) * grain : 0;
    }

    function copy(RiskReserve memory r) private pure returns (RiskReserve memory) {
        return RiskReserve(r.open, r.granted, r.base, r.openCount, r.unsettled, r.frozenUntil);
    }
}
