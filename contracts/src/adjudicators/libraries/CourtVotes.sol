// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {LibSort} from "solady/utils/LibSort.sol";

import {ICourt} from "../interfaces/ICourt.sol";
import {Stakes} from "./Stakes.sol";

/// @title The seats of a case: who holds them, and what they say together
library CourtVotes {
    /// @dev Most votes that count in a case.
    uint256 internal constant MAX_SEATS = 64;
    /// @dev The whole ratio asserted, billionths.
    uint256 internal constant FULL = 1e9;

    // -- Seat ----------------------------------------------------------------------------------------------------

    /// @notice Seats a vote: on a free seat, or in place of the lightest one if it is heavier, so that no crowd of light
    /// votes keeps a heavy one out.
    /// @return loser The vote that has no seat now; weight zero and no voter if none lost it.
    function seat(mapping(uint256 => ICourt.Vote) storage votes, uint256 seats, ICourt.Vote memory vote)
        internal
        returns (ICourt.Vote memory loser)
    {
        if (seats < MAX_SEATS) {
            votes[seats] = vote;
            return loser;
        }
        uint256 lightest;
        uint256 least = type(uint256).max;
        for (uint256 i; i < MAX_SEATS; ++i) {
            uint256 weight = votes[i].weight;
            if (weight < least) (lightest, least) = (i, weight);
        }
        if (vote.weight <= least) return vote;
        loser = votes[lightest];
        votes[lightest] = vote;
    }

    // -- Compute -------------------------------------------------------------------------------------------------

    /// @notice The stake-weighted lower median: the lowest award that at least half of the weight does not exceed.
    /// @return seated Votes that count.
    /// @return award Billionths; zero if no vote counts.
    function lowerMedian(mapping(uint256 => ICourt.Vote) storage votes, uint256 seats)
        internal
        view
        returns (uint256 seated, uint32 award)
    {
        uint256[] memory sorted = new uint256[](seats);
        uint256 total;
        for (uint256 i; i < seats; ++i) {
            ICourt.Vote storage vote = votes[i];
            uint256 weight = vote.weight;
            if (weight != 0) ++seated;
            total += weight;
            sorted[i] = uint256(vote.award) << 64 | weight;
        }
        LibSort.insertionSort(sorted);
        uint256 below;
        for (uint256 i; i < seats && 2 * below < total; ++i) {
            below += uint64(sorted[i]);
            award = uint32(sorted[i] >> 64);
        }
    }

    /// @notice The weight of the votes no farther than `tolerance` from an award, and of the others, grains.
    function nearAndFar(mapping(uint256 => ICourt.Vote) storage votes, uint256 seats, uint256 award, uint256 tolerance)
        internal
        view
        returns (uint256 near, uint256 far)
    {
        for (uint256 i; i < seats; ++i) {
            ICourt.Vote storage vote = votes[i];
            if (distance(vote.award, award) > tolerance) far += vote.weight;
            else near += vote.weight;
        }
    }

    /// @notice What the far and the silent lose together, grains, rounded down; each loses his part rounded up.
    function potDown(uint256 far, uint256 wrongSlash, uint256 silent, uint256 silentSlash)
        internal
        pure
        returns (uint256)
    {
        return far * wrongSlash / Stakes.BP + silent * silentSlash / Stakes.BP;
    }

    /// @notice How far two awards are apart, billionths.
    function distance(uint256 a, uint256 b) internal pure returns (uint256) {
        return a > b ? a - b : b - a;
    }
}
