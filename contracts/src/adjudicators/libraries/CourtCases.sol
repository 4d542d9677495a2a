// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {ICourt} from "../interfaces/ICourt.sol";
import {CourtBook, CourtParts, Listed} from "./CourtState.sol";

/// @title Cases: their times, and who hears their appeals
library CourtCases {
    using Checkpoints for Checkpoints.Trace208;

    /// @dev Seconds in which a decided case is taken into its incident.
    uint256 internal constant RULE_TIME = 3 days;
    /// @dev In place of a commitment.
    bytes32 internal constant BARRED = bytes32(uint256(1));

    function existing(CourtBook storage s, uint256 incident) internal view returns (ICourt.Case storage c) {
        c = s.cases[incident];
        require(c.commitFrom != 0, ICourt.UnknownCase(incident));
    }

    /// @notice A listing that names the court as its second adjudicator has the version that was in force when it was made.
    function listedOf(CourtBook storage s, CourtParts memory parts, uint256 listing)
        internal
        view
        returns (Listed storage l)
    {
        l = s.listed[listing];
        if (l.version != 0) return l;
        require(parts.listings.terms(listing).secondAdjudicator == address(this), ICourt.NotConfigured(listing));
        l = s.defaults[s.versions.upperLookupRecent(uint48(listing))];
        require(l.version != 0, ICourt.NotConfigured(listing));
    }

    /// @notice Who hears the appeals of a case.
    function configOf(CourtBook storage s, CourtParts memory parts, uint256 incident, ICourt.Case storage c)
        internal
        view
        returns (Listed storage)
    {
        return c.second ? s.defaults[c.version] : s.listed[parts.incidents.incidentOf(incident).listing];
    }

    /// @notice Seconds that a case takes from its opening until its ruling is taken in, at the latest.
    function caseTime(CourtBook storage s, Listed storage l) internal view returns (uint256) {
        ICourt.Parameters storage p = s.parameters[l.version];
        return uint256(p.evidenceTime) + p.answerTime + p.commitTime + p.revealTime + p.appealTime + l.arbitrationTime
            + RULE_TIME;
    }

    function revealFrom(ICourt.Case storage c) internal view returns (uint256) {
        return uint256(c.commitFrom) + c.commitTime;
    }

    function revealUntil(ICourt.Case storage c) internal view returns (uint256) {
        return revealFrom(c) + c.revealTime;
    }

    /// @notice Does the arbitrator still decide?
    function isArbitrated(ICourt.Case storage c) internal view returns (bool) {
        return c.appellant != address(0) && !c.ruled && block.timestamp <= c.arbitrateUntil;
    }

    /// @notice It is now at or after `from`, and before `until`.
    function requireTime(uint256 from, uint256 until) internal view {
        require(block.timestamp >= from && block.timestamp < until, ICourt.WrongTime(from, until, block.timestamp));
    }
}
