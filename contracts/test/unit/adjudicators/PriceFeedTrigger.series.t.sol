// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {TriggerBase} from "./TriggerBase.sol";

/// @notice Random series against a plain reference: whatever the prover names, exactly the reference's spans are ruled,
/// at its ratios.
contract PriceFeedTriggerSeriesTest is TriggerBase {
    struct Round {
        uint256 time;
        int256 answer;
        bool carried;
    }

    uint256 internal constant LENGTH = 18;
    Round[] internal rounds;

    T.Config internal c;

    /// @dev What the reference says of each round, by its index in `rounds`.
    struct Reference {
        uint256[] closing;
        uint256[] ratios;
        bool[] begins;
    }

    function setUp() public override {
        super.setUp();
        (c.feed, c.decimals, c.heartbeat, c.persistence) = (address(feed), 8, 1 hours, 5 hours);
        (c.strike, c.recovery, c.warning, c.par) = (0.95e8, 0.98e8, 0.99e8, 1e8);
    }

    /// @dev Prices below, between and above; steps of up to 1 h 30, now and then a gap of 3 h; rounds without a price. For
    /// rises all of it upside down.
    function draw(uint256 seed, bool rising) internal {
        uint256 time = START;
        rounds.push(Round(START, ABOVE, false));
        for (uint256 i = 1; i < LENGTH; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            time += random % 40 == 0 ? 3 hours : random % 90 minutes;
            random >>= 64;
            int256 answer;
            if (random % 30 == 0) answer = ABOVE;
            else if (random % 30 == 1) answer = -int256((random >> 32) % 2);
            else if (random % 30 < 8) answer = STRIKE + int256((random >> 32) % 3_000_000);
            else answer = 1 + int256((random >> 32) % uint256(STRIKE - 1));
            if (rising && answer > 0) answer = 2e8 - answer;
            add(i, time, answer, random % 30 == 29);
        }
        vm.warp(time);
    }

    /// @dev Prices of 0.6 to 1, the higher ones more often, so that ratios to each other lie on all sides; otherwise alike.
    function drawRatios(uint256 seed) internal {
        uint256 time = START;
        rounds.push(Round(START, ABOVE, false));
        for (uint256 i = 1; i < LENGTH; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            time += random % 40 == 0 ? 3 hours : random % 60 minutes;
            random >>= 64;
            uint256 below = (random >> 32) % 0.64e4;
            int256 answer = 1e8 - int256(below * below);
            add(i, time, random % 30 == 0 ? -answer : answer, random % 30 == 1);
        }
        vm.warp(time);
    }

    function add(uint256 i, uint256 time, int256 answer, bool carried) internal {
        rounds.push(Round(time, answer, carried));
        feed.setRaw(id(i + 1), answer, time, time, id(carried ? i : i + 1));
    }

    // -- The reference -------------------------------------------------------------------------------------------

    function isPriced(uint256 i) internal view returns (bool) {
        return rounds[i].answer > 0 && !rounds[i].carried;
    }

    function isBeyond(uint256 level, uint256 bound_) internal view returns (bool) {
        return c.direction == T.Direction.Rise ? level > bound_ : level < bound_;
    }

    /// @dev The price; or its ratio to the last price at or before the lookback, if that is no more than a gap older.
    function levelAt(uint256 i) internal view returns (bool based, uint256 level) {
        level = uint256(rounds[i].answer);
        if (c.lookback == 0) return (true, level);
        uint256 time = rounds[i].time - c.lookback;
        for (uint256 b = i; b > 0;) {
            if (!isPriced(--b) || rounds[b].time > time) continue;
            if (time - rounds[b].time > 2 hours) return (false, 0);
            uint256 base = uint256(rounds[b].answer);
            return (true, (level * 1e18 + base - 1) / base);
        }
    }

    /// @dev One pass over the series. Ratio zero where nothing is ruled.
    function reference_() internal view returns (Reference memory r) {
        (r.closing, r.ratios, r.begins) = (new uint256[](LENGTH), new uint256[](LENGTH), new bool[](LENGTH));
        uint256 first;
        bool inSpan;
        bool ruled = c.lookback != 0; // the first round has no base
        uint256 last;
        uint256 integral;
        for (uint256 i = 1; i < LENGTH; ++i) {
            if (!isPriced(i)) continue;
            (bool based, uint256 level) = levelAt(i);
            uint256 time = rounds[i].time;
            if (time - rounds[last].time > 2 hours) {
                (inSpan, ruled) = (false, false);
            } else if (inSpan) {
                uint256 end = rounds[first].time + c.persistence;
                (, uint256 held) = levelAt(last);
                integral += held * ((time < end ? time : end) - rounds[last].time);
                if (time >= end) {
                    (inSpan, ruled) = (false, true);
                    (r.closing[first], r.ratios[first]) = (i, ratioOf(integral));
                }
            }
            last = i;
            if (!based) {
                (inSpan, ruled) = (false, true);
            } else if (!isBeyond(level, c.recovery)) {
                (inSpan, ruled) = (false, false);
            } else if (!inSpan && !ruled && isBeyond(level, c.strike)) {
                (inSpan, first, integral) = (true, i, 0);
                r.begins[i] = true;
            }
        }
    }

    function ratioOf(uint256 integral) internal view returns (uint256) {
        uint256 whole = uint256(c.par) * c.persistence;
        return (integral > whole ? integral - whole : whole - integral) * 1e18 / whole;
    }

    // -- Falls, rises and ratios ---------------------------------------------------------------------------------

    function testFuzz_series_falls(uint256 seed) public {
        listing = create(c);
        draw(seed, false);
        checkAll();
    }

    /// forge-config: default.fuzz.runs = 96
    function testFuzz_series_rises(uint256 seed) public {
        c.direction = T.Direction.Rise;
        (c.strike, c.recovery, c.warning, c.par) = (1.05e8, 1.02e8, 1.01e8, 1e8);
        listing = create(c);
        draw(seed, true);
        checkAll();
    }

    /// forge-config: default.fuzz.runs = 96
    function testFuzz_series_ratios(uint256 seed) public {
        (c.persistence, c.lookback) = (1 hours, 3 hours);
        (c.strike, c.recovery, c.warning, c.par) = (0.9e18, 0.95e18, 0, 1e18);
        IListings.Terms memory t = terms();
        t.waiting = c.lookback;
        listing = trigger.createListing(t, "Crash", c);
        drawRatios(seed);
        checkAll();
    }

    function checkAll() internal {
        Reference memory r = reference_();
        for (uint256 first = 1; first < LENGTH; ++first) {
            uint256 snapshot = vm.snapshotState();
            uint256 incident = tryArm(first);
            assertEq(incident != 0, r.begins[first], "begins");
            if (incident != 0) checkProof(incident, first, r.closing[first], r.ratios[first]);
            vm.revertToState(snapshot);
        }
    }

    /// @dev Every choice of a recovery that there is.
    function tryArm(uint256 first) internal returns (uint256 incident) {
        for (uint256 recovered = first + 1; recovered > 0 && incident == 0; --recovered) {
            vm.prank(keeper);
            try trigger.arm{value: FEE}(listing, id(recovered), id(first + 1), pool) returns (uint256 opened) {
                incident = opened;
            } catch {}
        }
    }

    function checkProof(uint256 incident, uint256 first, uint256 closing, uint256 expected) internal {
        for (uint256 end = first + 1; end < LENGTH; ++end) {
            uint256 snapshot = vm.snapshotState();
            try trigger.prove(incident, id(end + 1)) returns (uint256 ratio) {
                assertTrue(closing != 0 && end >= closing, "proven");
                assertEq(ratio, expected);
            } catch {
                assertTrue(closing == 0 || end < closing || !isPriced(end), "not proven");
            }
            vm.revertToState(snapshot);
            try trigger.recover(incident, id(end + 1)) {
                assertEq(closing, 0, "recovered");
            } catch {}
            vm.revertToState(snapshot);
        }
    }
}
