// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {ICourt} from "./interfaces/ICourt.sol";
import {CourtCases} from "./libraries/CourtCases.sol";
import {CourtBook, CourtParts} from "./libraries/CourtState.sol";
import {Interests} from "./libraries/Interests.sol";
import {Stakes} from "./libraries/Stakes.sol";

/// @title The court's conflicts of interest, and what a case may cost
/// @notice An external library, called by the court with its storage.
library CourtConflicts {
    using CourtCases for CourtBook;
    using CourtCases for ICourt.Case;
    using Stakes for CourtBook;

    /// @dev Seconds in which a reported interest can be disposed of.
    uint256 internal constant DISPOSAL_TIME = 1 days;
    /// @dev Most journal entries that a pool is stepped past before it is counted; for more, `step` it first.
    uint256 private constant MAX_STEPS = 64;

    /// @notice See `ICourt.countPool`.
    function countPool(CourtBook storage s, CourtParts calldata parts, uint256 incident, address pool) external {
        ICourt.Case storage c = s.existing(incident);
        CourtCases.requireTime(0, c.revealUntil());
        require(!s.counted[incident][pool], ICourt.PoolIsCounted(incident, pool));
        Interests.requireSold(parts.covers, parts.incidents.incidentOf(incident).risk, pool);
        s.counted[incident][pool] = true;
        // Else whoever is quicker than the pool has it counted before it reserves anything for this incident.
        uint256 length = parts.incidents.journalLength();
        uint256 cursor = IPool(pool).step(MAX_STEPS);
        require(cursor == length, IPool.JournalBehind(cursor, length));
        uint256 amount = Interests.atRiskUp(pool, s.stakeValues);
        c.amount = uint64(Math.min(c.amount + amount, type(uint64).max));
        emit ICourt.PoolCounted(incident, pool, amount);
    }

    /// @notice See `ICourt.reportConflict`.
    function report(
        CourtBook storage s,
        CourtParts calldata parts,
        uint256 incident,
        address assessor,
        ICourt.Position calldata position
    ) external {
        ICourt.Case storage c = s.existing(incident);
        CourtCases.requireTime(0, c.revealUntil() - DISPOSAL_TIME);
        bytes32 id = idOf(incident, assessor, position);
        require(
            s.reports[id] == 0 && s.commitments[incident][assessor] != CourtCases.BARRED
                && !s.voided[incident][assessor],
            ICourt.WrongReport(incident, assessor)
        );
        (uint256 interest, uint256 most) = interestOf(s, parts, incident, assessor, position);
        require(interest > most, ICourt.NoConflict(interest, most));
        uint256 until = block.timestamp + DISPOSAL_TIME;
        s.reports[id] = until;
        emit ICourt.ConflictReported(incident, assessor, position.kind, position.pool, position.id, until);
    }

    /// @notice See `ICourt.clearConflict`.
    function clear(
        CourtBook storage s,
        CourtParts calldata parts,
        uint256 incident,
        address assessor,
        ICourt.Position calldata position
    ) external {
        bytes32 id = idOf(incident, assessor, position);
        require(s.reports[id] != 0, ICourt.WrongReport(incident, assessor));
        (uint256 interest, uint256 most) = interestOf(s, parts, incident, assessor, position);
        require(interest <= most, ICourt.StillConflicted(interest, most));
        delete s.reports[id];
        emit ICourt.ConflictCleared(incident, assessor, position.kind, position.pool, position.id);
    }

    /// @notice See `ICourt.confirmConflict`.
    function confirm(
        CourtBook storage s,
        CourtParts calldata parts,
        uint256 incident,
        address assessor,
        ICourt.Position calldata position,
        uint256 seat
    ) external {
        bytes32 id = idOf(incident, assessor, position);
        uint256 until = s.reports[id];
        require(until != 0, ICourt.WrongReport(incident, assessor));
        CourtCases.requireTime(until, s.cases[incident].revealUntil());
        (uint256 interest, uint256 most) = interestOf(s, parts, incident, assessor, position);
        require(interest > most, ICourt.NoConflict(interest, most));
        delete s.reports[id];
        bar(s, incident, assessor, seat);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Without what has no meaning for its kind: else one gift could be reported, and had to be cleared, many times.
    function idOf(uint256 incident, address assessor, ICourt.Position calldata position)
        private
        pure
        returns (bytes32)
    {
        address pool = position.kind == ICourt.Interest.Cover ? address(0) : position.pool;
        uint256 id = position.kind == ICourt.Interest.Shares ? 0 : position.id;
        return keccak256(abi.encode(incident, assessor, position.kind, pool, id));
    }

    function interestOf(
        CourtBook storage s,
        CourtParts calldata parts,
        uint256 incident,
        address assessor,
        ICourt.Position calldata position
    ) private view returns (uint256 interest, uint256 most) {
        IIncidents.Incident memory i = parts.incidents.incidentOf(incident);
        uint256 since = Math.zeroFloorSub(i.lossTime, parts.listings.terms(i.listing).eventWindow);
        interest = Interests.ofPositionUp(parts.covers, i.risk, since, assessor, position, s.stakeValues);
        most = Interests.harmlessDown(s.weightAt(assessor, s.cases[incident].snapshot));
    }

    /// @dev Before the reveals whoever committed himself is released. From then on his vote counts for nothing, but he is
    /// liable as he was: else whoever sees that his vote lost would have an interest of his own confirmed.
    function bar(CourtBook storage s, uint256 incident, address assessor, uint256 seat) private {
        ICourt.Case storage c = s.cases[incident];
        bool committed = uint256(s.commitments[incident][assessor]) > uint256(CourtCases.BARRED);
        if (s.voided[incident][assessor]) return;
        emit ICourt.Barred(incident, assessor);
        if (block.timestamp < c.revealFrom()) {
            s.commitments[incident][assessor] = CourtCases.BARRED;
            if (!committed) return;
            uint64 weight = s.weightAt(assessor, c.snapshot);
            c.committed -= weight;
            s.unlock(assessor, Stakes.shareUp(weight, s.parameters[c.version].silentSlash));
            return;
        }
        s.voided[incident][assessor] = true;
        if (committed) return; // `reveal` voids it
        ICourt.Vote storage vote = s.votes[incident][seat];
        require(seat < c.seats && vote.voter == assessor, ICourt.WrongSeat(seat, vote.voter));
        (c.committed, c.revealed) = (c.committed - vote.weight, c.revealed - vote.weight);
        vote.weight = 0;
    }
}
