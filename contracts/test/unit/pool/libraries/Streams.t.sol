// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Streams} from "../../../../src/pool/libraries/Streams.sol";
import {Test} from "../../../Test.sol";

contract StreamsTest is Test {
    using Streams for Streams.Stream;

    uint256 private constant DAY = 1 days;
    uint256 private constant START = 1_700_000_000;
    uint80 private constant LARGEST = (1 << 79) - 1;

    Streams.Stream private stream;
    mapping(uint256 => uint256) private deltas;
    mapping(uint256 => uint256) private others;

    /// @dev A stream to open: `wait` seconds after the one before, to start `delay` seconds later and run for `time`.
    struct Part {
        uint80 rate;
        uint24 wait;
        uint24 delay;
        uint24 time;
    }

    function setUp() public {
        stream.time = uint32(START);
    }

    function testFuzz_open_paysExactlyWhatItWasOpenedWith(Part[8] memory parts) public {
        uint256 opened;
        uint256 paid;
        uint256 last;
        for (uint256 i; i < parts.length; ++i) {
            paid += accrue(stream.time + parts[i].wait);
            (uint256 rate, uint256 start, uint256 end) = place(parts[i]);
            opened += rate * (end - start) * DAY;
            openPart(rate, start, end);
            assertEq(stream.unearned, opened - paid);
            if (end > last) last = end;
        }
        paid += accrue(last * DAY);
        assertEq(paid, opened, "not a grain more or less");
        assertEq(stream.unearned, 0);
        assertEq(stream.rate, 0);
    }

    function testFuzz_accrued_doesNotDependOnHowOften(Part[5] memory parts, uint24[6] memory pauses) public {
        for (uint256 i; i < parts.length; ++i) {
            (uint256 rate, uint256 start, uint256 end) = place(parts[i]);
            openPart(rate, start, end);
        }
        Streams.Stream memory often = stream;
        for (uint256 i; i < pauses.length; ++i) {
            often = often.accrued(deltas, often.time + pauses[i]);
        }
        Streams.Stream memory once = stream;
        once = once.accrued(deltas, often.time);
        assertEq(abi.encode(once), abi.encode(often));
    }

    function testFuzz_close_takesOutWhatItHadYetToPay(Part memory kept, Part memory closed, uint80 part, uint24 wait)
        public
    {
        (uint256 rate, uint256 start, uint256 end) = place(kept);
        openPart(rate, start, end);
        Streams.Stream memory alone = stream;
        uint256 end0 = end;

        (rate, start, end) = place(closed);
        openPart(rate, start, end);
        accrue(START + wait);
        alone = alone.accrued(others, START + wait);
        // In two parts, as a keyed risk earns some of its premium first.
        part = uint80(bound(part, 0, rate));
        Streams.Stream memory s = stream;
        uint256 before = s.unearned;
        uint256 remaining = s.close(deltas, part, start, end) + s.close(deltas, rate - part, start, end);
        assertEq(s.unearned, before - remaining);

        s = s.accrued(deltas, (end > end0 ? end : end0) * DAY);
        assertEq(s.unearned, 0, "nothing of the closed part flows on");
        assertEq(s.rate, 0);
    }

    /// @notice Streams that start later once made the running rate overflow its 80 bits: their day buckets were checked,
    /// their sum was not, and accruing reverted from then on.
    function test_accrued_sumOfLaterStartsExceeds80Bits() public {
        uint256 today = START / DAY + 1;
        for (uint256 i = 1; i <= 30; ++i) {
            openPart(LARGEST, today + i, today + i + 40);
        }
        accrue((today + 30) * DAY);
        assertEq(stream.rate, 30 * uint256(LARGEST));
        accrue((today + 70) * DAY);
        assertEq(stream.unearned, 0);
        assertEq(stream.rate, 0);
    }

    function test_accrued_skipsIdleYears() public {
        uint256 gasBefore = gasleft();
        accrue(START + 80 * 365 days);
        assertLt(gasBefore - gasleft(), 20_000);
        assertEq(stream.time, START + 80 * 365 days);
    }

    function testFuzz_edgesUp_atLeastOneDay(uint32 from, uint32 to) public pure {
        (uint256 start, uint256 end) = Streams.edgesUp(from, to);
        assertGe(start * DAY, from);
        assertLt(start * DAY, uint256(from) + DAY);
        assertGe(end * DAY, to);
        assertGe(end, start + 1);
    }

    function testFuzz_rateDown_neverStreamsMoreThanThereIs(uint96 amount, uint256 grain, uint16 start, uint256 length)
        public
        pure
    {
        grain = 10 ** bound(grain, 0, 12);
        length = bound(length, 1, 800);
        amount = uint96(bound(amount, 0, 30_000 * 1e6 * grain));
        uint256 flows = Streams.rateDown(amount, grain, start, start + length) * length * DAY;
        uint256 whole = amount * (Streams.PRECISION / grain);
        assertLe(flows, whole);
        assertLt(whole - flows, length * DAY, "what does not divide is earned at once");
        assertLe(Streams.unitsUp(flows, grain), amount);
    }

    function testFuzz_addDelta_leavesItsNeighbours(uint16 day, int80[4] memory first, int80 second) public {
        day = uint16(bound(day, 0, type(uint16).max - 3));
        for (uint256 i; i < 4; ++i) {
            Streams.addDelta(deltas, day + i, first[i]);
        }
        Streams.addDelta(deltas, day + 1, int256(second) - first[1]);
        assertEq(Streams.deltaAt(deltas, day), first[0]);
        assertEq(Streams.deltaAt(deltas, day + 1), second);
        assertEq(Streams.deltaAt(deltas, day + 2), first[2]);
        assertEq(Streams.deltaAt(deltas, day + 3), first[3]);
    }

    function test_open_revertsWith_StreamTooLarge() public {
        uint256 today = START / DAY + 1;
        this.openPart(LARGEST, today, today + 1);
        vm.expectRevert(Streams.StreamTooLarge.selector);
        this.openPart(1, today, today + 2); // the day's bucket is full
        vm.expectRevert(Streams.StreamTooLarge.selector);
        this.openPart(LARGEST, today, 1 << 40); // more than 128 bits unearned
        vm.expectRevert(Streams.StreamTooLarge.selector);
        this.rateDown(1 << 90, 1, 0, 1);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function openPart(uint256 rate, uint256 start, uint256 end) public {
        Streams.Stream memory s = stream;
        s.open(deltas, rate, start, end);
        stream = s;
    }

    function rateDown(uint256 amount, uint256 grain, uint256 start, uint256 end) external pure returns (uint256) {
        return Streams.rateDown(amount, grain, start, end);
    }

    function accrue(uint256 timestamp) private returns (uint256 paid) {
        Streams.Stream memory s = stream;
        s = s.accrued(deltas, timestamp);
        paid = stream.unearned - s.unearned;
        stream = s;
    }

    /// @dev Rate and days of a part that is opened now.
    function place(Part memory part) private view returns (uint256 rate, uint256 start, uint256 end) {
        uint256 from = uint256(stream.time) + part.delay;
        (start, end) = Streams.edgesUp(from, from + part.time);
        rate = part.rate >> 4; // eight of them fit a day's bucket
    }
}
