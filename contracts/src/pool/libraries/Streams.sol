// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Premium that flows into own funds while its risk runs
/// @notice One aggregate rate; starts and ends are signed rate deltas on day edges, three to a slot. Everything is kept
/// in 1e-18 grains, so that accrual is exact: what a stream was opened with is what it has paid when it ends.
library Streams {
    uint256 internal constant DAY = 1 days;
    uint256 internal constant PRECISION = 1e18;

    /// @notice The sum of all streams.
    /// @param unearned What is yet to flow, 1e-18 grains.
    /// @param rate What flows now, 1e-18 grains a second. It is at most 2^79 for each of at most 2^16 days on which streams
    /// end, so that it always fits, whatever starts later.
    /// @param time Unix seconds up to which it has been accrued.
    struct Stream {
        uint128 unearned;
        uint96 rate;
        uint32 time;
    }

    /// @notice A stream of this size does not fit into its storage.
    error StreamTooLarge();

    /// @dev Its slot is read once, which the compiler does not do for a struct.
    function load(Stream storage stored) internal view returns (Stream memory stream) {
        assembly ("memory-safe") {
            let slot := sload(stored.slot)
            mstore(stream, and(slot, 0xffffffffffffffffffffffffffffffff))
            mstore(add(stream, 0x20), and(shr(128, slot), 0xffffffffffffffffffffffff))
            mstore(add(stream, 0x40), shr(224, slot))
        }
    }

    /// @notice The stream as of `timestamp`; 0.7k gas for each day edge passed while anything is unearned.
    function accrued(Stream memory stream, mapping(uint256 => uint256) storage deltas, uint256 timestamp)
        internal
        view
        returns (Stream memory)
    {
        uint256 unearned = stream.unearned;
        uint256 rate = stream.rate;
        uint256 time = stream.time;
        while (time < timestamp && unearned != 0) {
            uint256 edge = (time / DAY + 1) * DAY;
            if (edge > timestamp) {
                unearned -= rate * (timestamp - time);
                break;
            }
            unearned -= rate * (edge - time);
            rate = uint256(int256(rate) + deltaAt(deltas, edge / DAY));
            time = edge;
        }
        return Stream({unearned: uint128(unearned), rate: uint96(rate), time: uint32(timestamp)});
    }

    /// @notice Days on which a stream starts and ends: both rounded up, the end at least one day after the start.
    /// @param from Unix seconds.
    /// @param to Unix seconds.
    function edgesUp(uint256 from, uint256 to) internal pure returns (uint256 start, uint256 end) {
        start = (from + DAY - 1) / DAY;
        end = (to + DAY - 1) / DAY;
        if (end <= start) end = start + 1;
    }

    /// @notice The rate of a stream of `amount` units between two days, rounded down, 1e-18 grains a second; what does
    /// not divide is earned at once.
    function rateDown(uint256 amount, uint256 grain, uint256 start, uint256 end) internal pure returns (uint256 rate) {
        rate = (amount * (PRECISION / grain)) / ((end - start) * DAY);
        require(rate <= type(uint80).max, StreamTooLarge());
    }

    /// @notice Adds a stream to an accrued sum; writes to the given memory struct and to the day buckets.
    function open(
        Stream memory stream,
        mapping(uint256 => uint256) storage deltas,
        uint256 rate,
        uint256 start,
        uint256 end
    ) internal {
        if (rate == 0) return;
        uint256 unearned = stream.unearned + rate * (end - start) * DAY;
        require(unearned <= type(uint128).max, StreamTooLarge());
        stream.unearned = uint128(unearned);
        if (start * DAY <= stream.time) {
            uint256 sum = stream.rate + rate;
            require(sum <= type(uint96).max, StreamTooLarge());
            stream.rate = uint96(sum);
        } else {
            addDelta(deltas, start, int256(rate));
        }
        addDelta(deltas, end, -int256(rate));
    }

    /// @notice Adds a stream that flows from now on to an accrued sum; writes to the given memory struct and to the bucket
    /// of its last day, which must be to come.
    function openNow(Stream memory stream, mapping(uint256 => uint256) storage deltas, uint256 rate, uint256 end)
        internal
    {
        if (rate == 0) return;
        uint256 unearned = stream.unearned + rate * (end * DAY - stream.time);
        uint256 sum = stream.rate + rate;
        require(unearned <= type(uint128).max && sum <= type(uint96).max, StreamTooLarge());
        (stream.unearned, stream.rate) = (uint128(unearned), uint96(sum));
        addDelta(deltas, end, -int256(rate));
    }

    /// @notice What a stream between two days has yet to pay at `time`, 1e-18 grains.
    function remainingOf(uint256 rate, uint256 start, uint256 end, uint256 time) internal pure returns (uint256) {
        if (end * DAY <= time) return 0;
        return rate * (start * DAY <= time ? end * DAY - time : (end - start) * DAY);
    }

    /// @notice Takes part of a stream out of an accrued sum: what it had yet to pay is no longer unearned.
    /// @return remaining What the part had yet to pay, 1e-18 grains.
    function close(
        Stream memory stream,
        mapping(uint256 => uint256) storage deltas,
        uint256 rate,
        uint256 start,
        uint256 end
    ) internal returns (uint256 remaining) {
        remaining = remainingOf(rate, start, end, stream.time);
        if (remaining == 0) return 0;
        if (start * DAY <= stream.time) stream.rate -= uint96(rate);
        else addDelta(deltas, start, -int256(rate));
        addDelta(deltas, end, int256(rate));
        stream.unearned -= uint128(remaining);
    }

    /// @notice Units that `unearned` amounts to, rounded up.
    function unitsUp(uint256 unearned, uint256 grain) internal pure returns (uint256) {
        uint256 per = PRECISION / grain;
        return (unearned + per - 1) / per;
    }

    /// @notice The signed rate delta on a day, 1e-18 grains a second.
    function deltaAt(mapping(uint256 => uint256) storage deltas, uint256 day) internal view returns (int256) {
        return int256(int80(uint80(deltas[day / 3] >> ((day % 3) * 80))));
    }

    /// @notice Adds to the rate delta on a day.
    function addDelta(mapping(uint256 => uint256) storage deltas, uint256 day, int256 change) internal {
        uint256 shift = (day % 3) * 80;
        uint256 word = deltas[day / 3];
        int256 sum = int256(int80(uint80(word >> shift))) + change;
        require(sum >= type(int80).min && sum <= type(int80).max, StreamTooLarge());
        uint256 mask = uint256(type(uint80).max) << shift;
        deltas[day / 3] = (word & ~mask) | (uint256(uint80(int80(sum))) << shift);
    }
}
