// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../src/adjudicators/interfaces/ICourt.sol";
import {CourtVotes} from "../../src/adjudicators/libraries/CourtVotes.sol";
import {VectorTest} from "./VectorTest.sol";

/// @notice The seats of a case, by the first columns of the vectors.
contract CourtVotesHarness {
    mapping(uint256 => ICourt.Vote) private votes;

    struct Ballot {
        uint64 weight;
        uint32 award;
    }

    struct Seats {
        uint8 seats;
        Ballot[8] ballots;
    }

    function lowerMedian(Seats calldata s) external returns (uint256 seated, uint256 award) {
        take(s);
        return CourtVotes.lowerMedian(votes, s.seats);
    }

    function settled(
        Seats calldata s,
        uint256 award,
        uint256 tolerance,
        uint256 wrongSlash,
        uint256 silent,
        uint256 silentSlash
    ) external returns (uint256 near, uint256 far, uint256 pot) {
        take(s);
        (near, far) = CourtVotes.nearAndFar(votes, s.seats, award, tolerance);
        pot = CourtVotes.potDown(far, wrongSlash, silent, silentSlash);
    }

    function take(Seats calldata s) private {
        for (uint256 i; i < s.seats; ++i) {
            votes[i] = ICourt.Vote(address(uint160(i + 1)), s.ballots[i].weight, s.ballots[i].award);
        }
    }
}

contract CourtVotesVectorTest is VectorTest {
    function test_lowerMedian_equalsTwin() public {
        run(address(new CourtVotesHarness()), "CourtVotes", "lowerMedian", CourtVotesHarness.lowerMedian.selector, 300);
    }

    function test_settled_equalsTwin() public {
        run(address(new CourtVotesHarness()), "CourtVotes", "settled", CourtVotesHarness.settled.selector, 300);
    }
}
