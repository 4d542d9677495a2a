// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExposureBook} from "./libraries/ExposureBook.sol";
import {Funding} from "./libraries/Funding.sol";
import {Config, Grant, KeyedStream, PoolState, Reserves, RiskReserve} from "./libraries/PoolState.sol";
import {Reserving} from "./libraries/Reserving.sol";
import {Streams} from "./libraries/Streams.sol";

/// @title What incidents do to a pool: step, reserve, fund, close
/// @notice A risk holds one reserve, the larger of what is granted and what the largest open incident may be granted;
/// the requirement counts its exposure less that.
library Claims {
    uint256 internal constant WAD = 1e18;
    /// @dev How long holders who were paid short can be topped up once the level is final, seconds.
    uint256 internal constant TOP_UP_WINDOW = 30 days;
    /// @dev By then whatever was open at a closing can have been ended by anyone: two adjudicators, a year each. Seconds.
    uint256 internal constant LONGEST_INCIDENT = 730 days;

    // -- Step ----------------------------------------------------------------------------------------------------

    /// @notice Steps through up to `max` journal entries; see `IPool.step`.
    function step(PoolState storage s, Config memory c, uint256 max) external returns (uint256 cursor) {
        cursor = s.reserves.cursor;
        IIncidents.JournalEntry[] memory entries = c.incidents.entries(cursor, max);
        cursor += entries.length;
        s.reserves.cursor = uint32(cursor);
        if (entries.length != 0) emit IPool.Stepped(cursor);
        for (uint256 i; i < entries.length; ++i) {
            IIncidents.JournalEntry memory entry = entries[i];
            if (entry.kind == IIncidents.Entry.Opened) opened(s, entry);
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
    function opened(PoolState storage s, IIncidents.JournalEntry memory entry) private {
        uint256 exposure = s.risks[entry.risk].exposure;
        if (exposure == 0) return;
        RiskReserve memory reserve = s.riskReserves[entry.risk];
        RiskReserve memory old = Reserving.copy(reserve);
        bool thawed = reserve.openCount == 0 && reserve.unsettled == 0;
        if (thawed || reserve.base < exposure) reserve.base = uint64(exposure);
        if (reserve.openCount++ == 0) ++s.reserves.openRisks;
        uint256 most = Math.mulDivUp(exposure, entry.share, WAD);
        if (most > reserve.open) reserve.open = uint64(most);
        noteEvent(reserve, entry, thawed, exposure);
        Reserving.setReserve(s, entry.risk, exposure, exposure, old, reserve);
    }

    /// @dev Notes what tells how many events the open incidents may be, and what one may be granted.
    function noteEvent(RiskReserve memory reserve, IIncidents.JournalEntry memory entry, bool thawed, uint256 exposure)
        private
        pure
    {
        if (thawed) (reserve.most, reserve.raised, reserve.first, reserve.last) = (0, 0, 0, 0);
        if (entry.window == 0 && reserve.base == exposure) return;
        reserve.most = uint64(Math.max(reserve.most, Math.mulDivUp(reserve.base, entry.share, WAD)));
        if (entry.window == 0) return;
        reserve.window = uint32(entry.window);
        if (reserve.first == 0 || reserve.first > entry.time) reserve.first = uint32(entry.time);
        if (reserve.last < entry.time) reserve.last = uint32(entry.time);
    }

    /// @dev Takes the incident out of those that are open; fixes its reserve if it was granted.
    function ruled(PoolState storage s, Config memory c, IIncidents.JournalEntry memory entry) private {
        RiskReserve memory reserve = s.riskReserves[entry.risk];
        if (reserve.openCount == 0) return;
        // Before the open reserve shrinks: money is shared with those that are still open.
        // While all are funded in full there is nothing to lift, and b falls by itself: nothing need be written.
        Capital.Figures memory f = s.reserves.cohorts == 0 ? Capital.readFunds(s, c) : Capital.accrue(s, c);
        RiskReserve memory old = Reserving.copy(reserve);
        uint256 exposure = s.risks[entry.risk].exposure;
        if (--reserve.openCount == 0) {
            reserve.open = 0;
            --s.reserves.openRisks;
        }
        uint256 day = ExposureBook.dayUp(entry.time);
        if (day > reserve.frozenUntil) reserve.frozenUntil = uint16(day);

        uint256 granted;
        if (entry.kind == IIncidents.Entry.Granted) {
            // Covers claim no more than what remains of them.
            granted = Math.fullMulDivUp(uint256(reserve.base) * c.grain, entry.share, WAD);
            granted = Math.min(granted, exposure * c.grain);
            // Nor do all of them claim more than what a ruled list says was lost.
            if (entry.most != 0) granted = Math.min(granted, entry.most);
        }
        if (granted != 0) {
            // Nothing may stop the stepping: what does not fit would be far beyond the exposure.
            reserve.granted = uint64(Math.min(reserve.granted + granted / c.grain, type(uint64).max));
            ++reserve.unsettled;
            if (reserve.window != 0) {
                reserve.raised = uint64(Math.min(reserve.raised + granted / c.grain, type(uint64).max));
            }
        }
        Reserving.setReserve(s, entry.risk, exposure, exposure, old, reserve);
        if (granted != 0) grant(s, c, f, entry, granted);
        else if (s.reserves.cohorts != 0) Capital.lift(s, c, f);
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
        if (
            reserves.cohorts == 0 && s.ledger.scale == WAD
                && amount + (reserves.open + s.openBeyond) * c.grain <= f.free
        ) {
            s.reserves.full = reserves.full + uint96(amount);
            f.free -= amount;
            f.high = f.free;
        } else {
            g.cohort = Funding.push(s.stack, reserves.cohorts, amount);
            s.reserves.cohorts = reserves.cohorts + 1;
            Capital.lift(s, c, f);
            level = Reserving.levelOf(s, g.cohort);
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

    /// @dev Releases what a closed incident did not use, or marks it until its level is final and everyone had the time
    /// to be topped up.
    function closed(PoolState storage s, Config memory c, IIncidents.JournalEntry memory entry) private {
        Grant storage g = s.grants[entry.incident];
        if (!g.exists) return;
        Capital.Figures memory f = Capital.accrue(s, c);
        bool final_ = isFinal(s, g);
        if (final_ && g.short == 0) return finish(s, c, f, entry.incident, entry.risk);
        g.closedAt = uint32(block.timestamp);
        if (final_) fixLevel(s, g, entry.incident);
    }

    /// @notice Finishes a closed incident; see `IPool.finishClosing`.
    function finishClosing(PoolState storage s, Config memory c, uint256 incident) external {
        Grant storage g = s.grants[incident];
        require(g.exists && g.closedAt != 0, IPool.NotClosable(incident));
        Capital.Figures memory f = Capital.accrue(s, c);
        if (g.finalAt == 0) {
            require(isFinal(s, g), IPool.NotClosable(incident));
            if (g.short != 0) return fixLevel(s, g, incident);
        } else if (g.short != 0) {
            uint256 finishes = g.finalAt + TOP_UP_WINDOW;
            require(block.timestamp >= finishes, IPool.TopUpsOpen(incident, finishes));
        }
        finish(s, c, f, incident, c.incidents.incidentOf(incident).risk);
    }

    /// @dev No level is final while it is below 1 and an incident of the pool is open that was so at the closing.
    function isFinal(PoolState storage s, Grant storage g) private view returns (bool) {
        if (s.reserves.openRisks == 0 || Reserving.levelOf(s, g.cohort) == WAD) return true;
        return g.closedAt != 0 && block.timestamp >= g.closedAt + LONGEST_INCIDENT;
    }

    /// @dev From now on holders who were paid short have the time to be topped up.
    function fixLevel(PoolState storage s, Grant storage g, uint256 incident) private {
        g.finalAt = uint32(block.timestamp);
        emit IPool.LevelFinal(incident, Reserving.levelOf(s, g.cohort), block.timestamp + TOP_UP_WINDOW);
    }

    /// @dev What is left of a reserve streams back to the pool.
    function finish(PoolState storage s, Config memory c, Capital.Figures memory f, uint256 incident, bytes32 risk)
        private
    {
        Grant memory g = s.grants[incident];
        delete s.grants[incident];
        // What comes back later is first for those who were paid short.
        if (g.short > g.paid) s.shortfalls[incident] = g.short - g.paid;
        uint256 high = f.high;
        bool wasShort = s.reserves.cohorts != 0;
        uint256 left = unfund(s, f, g);

        RiskReserve memory rr = s.riskReserves[risk];
        RiskReserve memory old = Reserving.copy(rr);
        --rr.unsettled;
        rr.granted -= uint64(Math.min(rr.granted, g.unclaimed / c.grain));
        uint256 exposure = s.risks[risk].exposure;
        Reserving.setReserve(s, risk, exposure, exposure, old, rr);

        // What is left lifts the fundings that are below 1; what own funds gain by the rest streams in.
        if (wasShort) Capital.lift(s, c, f);
        else f.high = f.free;
        if (f.high > high) Capital.storeGain(s, f.high - high, c.cooldown);
        Capital.latchRuin(s, c, f);
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
}
