// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICourt} from "./interfaces/ICourt.sol";
import {IEvidence} from "./interfaces/IEvidence.sol";
import {CourtCases} from "./libraries/CourtCases.sol";
import {CourtBook, CourtParts, Listed} from "./libraries/CourtState.sol";
import {Interests} from "./libraries/Interests.sol";

/// @title How the court's cases begin: opening, evidence and answers, and how long they take
/// @notice An external library, called by the court with its storage.
library CourtOpening {
    using CourtCases for CourtBook;
    using CourtCases for ICourt.Case;

    /// @notice See `ICourt.openCase`.
    function openCase(CourtBook storage s, CourtParts calldata parts, uint256 incident, address pool) external {
        ICourt.Case storage c = s.cases[incident];
        require(c.commitFrom == 0, ICourt.CaseExists(incident));
        IIncidents.Incident memory i = parts.incidents.incidentOf(incident);
        bool first = s.listed[i.listing].version != 0;
        require(i.status == IIncidents.Status.Open && i.second != first, ICourt.NotOurs(incident));
        Listed storage l = s.listedOf(parts, i.listing);
        uint256 latest = i.deadline - s.caseTime(l);
        require(block.timestamp <= latest, ICourt.TooLateToOpen(latest, block.timestamp));
        Interests.requireSold(parts.covers, i.risk, pool);

        ICourt.Parameters storage p = s.parameters[l.version];
        c.commitFrom = uint32(block.timestamp + p.evidenceTime + p.answerTime);
        (c.commitTime, c.revealTime) = (p.commitTime, p.revealTime);
        (c.snapshot, c.second) = (uint32((first ? i.openedAt : block.timestamp) - 1), !first);
        (c.pool, c.version, c.yesOrNo) = (pool, l.version, i.root != 0);
        emit ICourt.CaseOpened(incident, i.listing, pool, l.version, c.snapshot, c.commitFrom);
    }

    /// @notice See `ICourt.submitEvidence`.
    function submitEvidence(CourtBook storage s, CourtParts calldata parts, uint256 incident, string calldata evidence)
        external
    {
        ICourt.Case storage c = s.existing(incident);
        if (!c.isArbitrated()) CourtCases.requireTime(0, c.commitFrom - s.parameters[c.version].answerTime);
        emit IEvidence.Evidence(s.configOf(parts, incident, c).arbitrator, incident, msg.sender, evidence);
    }

    /// @notice See `ICourt.configOf`.
    function configOf(CourtBook storage s, CourtParts calldata parts, uint256 listing)
        external
        view
        returns (uint16 version, ICourt.Config memory config)
    {
        Listed storage l = s.listedOf(parts, listing);
        return (l.version, ICourt.Config(l.arbitrator, l.arbitrationTime, l.repayShare, l.extraData));
    }

    /// @notice Seconds from an assertion until the ruling is taken in, at the latest.
    function timeOf(CourtBook storage s, CourtParts calldata parts, uint256 listing) external view returns (uint256) {
        Listed storage l = s.listedOf(parts, listing);
        return s.parameters[l.version].openTime + s.caseTime(l);
    }
}
