// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
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

    function setUp() public override {
        super.setUp();
        T.Config memory c = config();
        (c.heartbeat, c.persistence) = (1 hours, 5 hours);
        listing = create(c);
    }

    /// @dev Prices below, between and above; steps of up to 1 h 30, now and then a gap of 3 h; rounds without a price.
    function draw(uint256 seed) internal {
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
            rounds.push(Round(time, answer, random % 30 == 29));
            feed.setRaw(id(i + 1), answer, time, time, id(rounds[i].carried ? i : i + 1));
        }
        vm.warp(time);
    }

    /// @dev The reference: one pass over the series. Indices into `rounds`; ratio zero where nothing is ruled.
    function spans() internal view returns (uint256[] memory closing, uint256[] memory ratios, bool[] memory begins) {
        (closing, ratios, begins) = (new uint256[](LENGTH), new uint256[](LENGTH), new bool[](LENGTH));
        uint256 first;
        bool inSpan;
        bool ruled;
        uint256 last = 0;
        uint256 integral;
        for (uint256 i = 1; i < LENGTH; ++i) {
            Round memory r = rounds[i];
            if (r.answer <= 0 || r.carried) continue;
            Round memory l = rounds[last];
            last = i;
            if (r.time - l.time > 2 hours) {
                (inSpan, ruled) = (false, false);
            } else if (inSpan) {
                uint256 end = rounds[first].time + 5 hours;
                integral += uint256(l.answer) * ((r.time < end ? r.time : end) - l.time);
                if (r.time >= end) {
                    (inSpan, ruled) = (false, true);
                    closing[first] = i;
                    ratios[first] = (1e8 * 5 hours - integral) * 1e18 / (1e8 * 5 hours);
                }
            }
            if (r.answer >= RECOVERY) {
                (inSpan, ruled) = (false, false);
            } else if (!inSpan && !ruled && r.answer < STRIKE) {
                (inSpan, first, integral) = (true, i, 0);
                begins[i] = true;
            }
        }
    }

    function testFuzz_series_exactlyTheSpansOfTheReference(uint256 seed) public {
        draw(seed);
        (uint256[] memory closing, uint256[] memory ratios, bool[] memory begins) = spans();
        for (uint256 first = 1; first < LENGTH; ++first) {
            uint256 snapshot = vm.snapshotState();
            uint256 incident = tryArm(first);
            assertEq(incident != 0, begins[first], "begins");
            if (incident != 0) checkProof(incident, first, closing[first], ratios[first]);
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
                bool bad = rounds[end].answer <= 0 || rounds[end].carried;
                assertTrue(closing == 0 || end < closing || (bad && end != closing), "not proven");
            }
            vm.revertToState(snapshot);
            try trigger.recover(incident, id(end + 1)) {
                assertEq(closing, 0, "recovered");
            } catch {}
            vm.revertToState(snapshot);
        }
    }
}
