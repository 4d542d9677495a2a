// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice Tables: what one can express, at, just above and just below each step; any table against a plain reading.
contract ReportTriggerRatioOfTest is ReportBase {
    function list(IReportTrigger.Step[] memory table) private returns (uint256) {
        IReportTrigger.Config memory c = signersConfig();
        c.table = table;
        return create(c);
    }

    function ratio(uint256 of_, uint256 value, uint256 distance, uint8 status) private view returns (uint256) {
        return reports.ratioOf(of_, IReportTrigger.Report(uint96(value), uint64(distance), status, 0));
    }

    function test_ratioOf_delay_atAboveAndBelowEachStep() public view {
        uint256[10] memory minutes_ = [uint256(0), 14, 15, 16, 29, 30, 31, 44, 45, 46];
        uint64[10] memory pays = [0, 0, 0.25e18, 0.25e18, 0.25e18, 0.5e18, 0.5e18, 0.5e18, 1e18, 1e18];
        for (uint256 i; i < 10; ++i) {
            assertEq(ratio(listing, minutes_[i], 0, 0), pays[i]);
        }
        assertEq(ratio(listing, type(uint96).max, type(uint64).max, 255), 1e18);
    }

    function test_ratioOf_cancelledAndDiverted() public view {
        assertEq(ratio(listing, 0, 0, CANCELLED), 1e18);
        assertEq(ratio(listing, 0, 0, DIVERTED), 0.5e18);
        assertEq(ratio(listing, 45, 0, DIVERTED), 1e18, "diverted and late: the higher one");
        assertEq(ratio(listing, 44, 0, 3), 0.5e18, "another code says nothing");
    }

    /// @dev Magnitude in tenths within kilometres: a stronger one counts from farther away.
    function test_ratioOf_earthquake_atAboveAndBelowEachStep() public {
        IReportTrigger.Step[] memory table = new IReportTrigger.Step[](5);
        table[0] = IReportTrigger.Step(60, 100, 0, 0.25e18);
        table[1] = IReportTrigger.Step(70, 200, 0, 0.25e18);
        table[2] = IReportTrigger.Step(60, 50, 0, 0.5e18);
        table[3] = IReportTrigger.Step(70, 100, 0, 0.75e18);
        table[4] = IReportTrigger.Step(70, 50, 0, 1e18);
        uint256 quake = list(table);
        uint256[5] memory km = [uint256(50), 51, 100, 101, 200];
        uint64[5] memory six = [0.5e18, 0.25e18, 0.25e18, 0, 0];
        uint64[5] memory seven = [1e18, 0.75e18, 0.75e18, 0.25e18, 0.25e18];
        for (uint256 i; i < 5; ++i) {
            assertEq(ratio(quake, 59, km[i], 0), 0);
            assertEq(ratio(quake, 60, km[i], 0), six[i]);
            assertEq(ratio(quake, 69, km[i], 0), six[i]);
            assertEq(ratio(quake, 70, km[i], 0), seven[i]);
            assertEq(ratio(quake, 71, km[i], 0), seven[i]);
        }
        assertEq(ratio(quake, 90, 201, 0), 0);
    }

    /// @dev The category at landfall as a status, or the wind at the point as a value.
    function test_ratioOf_storm() public {
        IReportTrigger.Step[] memory table = new IReportTrigger.Step[](4);
        table[0] = IReportTrigger.Step(0, 60, 3, 0.3e18);
        table[1] = IReportTrigger.Step(0, 60, 4, 0.6e18);
        table[2] = IReportTrigger.Step(178, 0, 0, 0.8e18);
        table[3] = IReportTrigger.Step(0, 60, 5, 1e18);
        uint256 storm = list(table);
        assertEq(ratio(storm, 0, 60, 2), 0);
        assertEq(ratio(storm, 0, 60, 3), 0.3e18);
        assertEq(ratio(storm, 0, 61, 3), 0);
        assertEq(ratio(storm, 0, 60, 4), 0.6e18);
        assertEq(ratio(storm, 0, 60, 5), 1e18);
        assertEq(ratio(storm, 177, 61, 5), 0);
        assertEq(ratio(storm, 178, 1_000, 1), 0.8e18);
    }

    /// @dev What a validator lost, in gwei.
    function test_ratioOf_slashing() public {
        IReportTrigger.Step[] memory table = new IReportTrigger.Step[](2);
        table[0] = IReportTrigger.Step(1e9, 0, 0, 0.03125e18);
        table[1] = IReportTrigger.Step(16e9, 0, 0, 0.5e18);
        uint256 slashing = list(table);
        assertEq(ratio(slashing, 1e9 - 1, 0, 0), 0);
        assertEq(ratio(slashing, 1e9, 0, 0), 0.03125e18);
        assertEq(ratio(slashing, 16e9 - 1, 0, 0), 0.03125e18);
        assertEq(ratio(slashing, 16e9, 0, 0), 0.5e18);
        assertEq(ratio(slashing, 16e9 + 1, 0, 0), 0.5e18);
    }

    /// @dev Any table of rising values pays the ratio of the last step at or below the value; never more for less.
    function testFuzz_ratioOf_risingTable(uint256 seed, uint256 steps, uint96 value) public {
        steps = bound(steps, 1, 8);
        IReportTrigger.Step[] memory table = new IReportTrigger.Step[](steps);
        uint96 level;
        for (uint256 i; i < steps; ++i) {
            level += uint96(bound(uint256(keccak256(abi.encode(seed, i))), 1, 1e6));
            table[i] = IReportTrigger.Step(level, 0, 0, uint64((i + 1) * 1e17));
        }
        uint256 of_ = list(table);
        value = uint96(bound(value, 0, uint256(level) + 1e6));
        uint256 expected;
        for (uint256 i; i < steps; ++i) {
            assertEq(ratio(of_, table[i].minValue, 0, 0), table[i].ratio, "at");
            assertEq(ratio(of_, table[i].minValue - 1, 0, 0), i == 0 ? 0 : table[i - 1].ratio, "just below");
            if (table[i].minValue <= value) expected = table[i].ratio;
        }
        assertEq(ratio(of_, value, 0, 0), expected);
        if (value > 0) assertLe(ratio(of_, value - 1, 0, 0), expected, "monotonic");
    }

    /// @dev Any table that is accepted, of all three columns, pays the largest ratio among the steps that are reached, and
    /// nothing on a report of zeros; each of its steps is the highest one for some report.
    function testFuzz_ratioOf_anyTable(uint256 seed, uint8 value, uint8 distance, uint8 status) public {
        uint256 steps = bound(seed, 1, 4);
        IReportTrigger.Step[] memory table = new IReportTrigger.Step[](steps);
        for (uint256 i; i < steps; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, i)));
            table[i] = IReportTrigger.Step(
                uint96(r % 8), uint64((r >> 8) % 4), uint8((r >> 16) % 3), uint64((i + 1 + (r >> 24) % 2) * 1e17)
            );
        }
        IReportTrigger.Config memory c = signersConfig();
        c.table = table;
        uint256 of_;
        try reports.createListing(terms(), "wording", c) returns (uint256 made) {
            of_ = made;
        } catch {
            return;
        }
        (value, distance, status) = (value % 10, distance % 5, status % 4);
        uint256 expected;
        for (uint256 i; i < steps; ++i) {
            IReportTrigger.Step memory s = table[i];
            bool near = s.maxDistance == 0 || distance <= s.maxDistance;
            bool same = s.status == 0 || s.status == status;
            if (value >= s.minValue && near && same && s.ratio > expected) expected = s.ratio;
            uint256 farthest = s.maxDistance == 0 ? type(uint64).max : s.maxDistance;
            assertEq(ratio(of_, s.minValue, farthest, s.status), s.ratio, "an idle step");
        }
        assertEq(ratio(of_, value, distance, status), expected);
        assertEq(ratio(of_, 0, 0, 0), 0);
    }
}
