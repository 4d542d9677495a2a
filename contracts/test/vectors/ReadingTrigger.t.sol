// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CommonBase} from "forge-std/Base.sol";
import {IReadingTrigger} from "../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {Marks} from "../../src/adjudicators/libraries/Marks.sol";
import {ReadingTrigger} from "../../src/adjudicators/ReadingTrigger.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {Listings} from "../../src/cover/Listings.sol";
import {StubIncidents} from "../mocks/StubIncidents.sol";
import {VectorTest} from "./VectorTest.sol";

/// @notice A reading trigger that reads what it was told.
contract ToldTrigger is ReadingTrigger {
    uint256 private loss;
    uint256 private whole;

    constructor(IIncidents incidents, IListings listings) ReadingTrigger(incidents, listings) {}

    function tell(uint256 loss_, uint256 whole_) external {
        (loss, whole) = (loss_, whole_);
    }

    function list(IListings.Terms calldata terms, bytes calldata wording, Levels calldata levels, uint32 gap)
        external
        returns (uint256)
    {
        return _list(terms, wording, levels, gap);
    }

    function fall(uint256 loss_, uint256 whole_) external pure returns (uint256) {
        return fallDown(loss_, whole_);
    }

    function _reading(uint256) internal view override returns (Reading memory r) {
        (r.loss, r.whole) = (loss, whole);
    }

    function _granted(uint256, uint256) internal override {}
}

/// @notice Spans of readings. Each is of a listing of its own.
contract ReadingHarness is CommonBase {
    uint256 private constant START = 1_700_000_000;

    struct Reading {
        uint32 time;
        uint256 loss;
        uint256 whole;
    }

    /// @notice The inputs, in the order of the vectors' columns.
    struct Row {
        uint64 strike;
        uint64 recovery;
        uint32 persistence;
        uint32 gap;
        uint64 maxRatio;
        uint8 count;
        Reading[6] readings;
    }

    Listings private listings = new Listings(address(this), address(this));
    StubIncidents private incidents = new StubIncidents();
    ToldTrigger private trigger = new ToldTrigger(IIncidents(address(incidents)), listings);

    function fallDown(uint256 loss, uint256 whole) external view returns (uint256) {
        return trigger.fall(loss, whole);
    }

    /// @notice The first reading arms, the last one proves, those between are taken.
    function span(Row calldata row) external returns (uint256) {
        uint256 listing = list(row);
        next(row.readings[0]);
        uint256 fee = incidents.TRIGGER_FEE();
        vm.deal(address(this), fee);
        uint256 incident = trigger.arm{value: fee}(listing, address(0));
        for (uint256 i = 1; i + 1 < row.count; ++i) {
            next(row.readings[i]);
            trigger.read(incident);
        }
        next(row.readings[row.count - 1]);
        return trigger.prove(incident);
    }

    function next(Reading calldata reading) private {
        vm.warp(START + reading.time);
        trigger.tell(reading.loss, reading.whole);
    }

    function list(Row calldata row) private returns (uint256) {
        IListings.Terms memory terms;
        (terms.adjudicator, terms.maxRatio, terms.grace) = (address(trigger), row.maxRatio, 60 days);
        (terms.minPeriod, terms.maxPeriod, terms.maxRate) = (1 days, 365 days, 1e18);
        IReadingTrigger.Levels memory levels;
        (levels.strike, levels.recovery, levels.persistence) = (row.strike, row.recovery, row.persistence);
        return trigger.list(terms, "Told", levels, row.gap);
    }
}

/// @notice Marks, one after another.
contract MarksHarness is CommonBase {
    using Marks for Marks.Mark;

    Marks.Mark private mark;

    /// @notice Operations: 0 begins another mark, 1 takes a reading, 2 lowers the mark to what was paid for.
    function step(uint256 operation, uint32 timestamp, uint112 value, uint256 rise)
        external
        returns (uint256, uint256, uint256)
    {
        vm.warp(timestamp);
        if (operation == 0) {
            delete mark;
            mark.begin(value);
        }
        if (operation == 1) mark.observe(value, rise);
        if (operation == 2) mark.lower(value);
        return (mark.level, mark.lowest, mark.since);
    }
}

contract ReadingTriggerVectorTest is VectorTest {
    function test_fallDown_equalsTwin() public {
        run(address(new ReadingHarness()), "ReadingTrigger", "fallDown", ReadingHarness.fallDown.selector, 150);
    }

    function test_spans_equalTwin() public {
        run(address(new ReadingHarness()), "ReadingTrigger", "spans", ReadingHarness.span.selector, 350);
    }

    function test_marks_equalTwin() public {
        run(address(new MarksHarness()), "ReadingTrigger", "marks", MarksHarness.step.selector, 400);
    }
}
