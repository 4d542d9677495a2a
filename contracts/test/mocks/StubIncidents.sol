// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";

/// @notice What a trigger sees of `Incidents`: opening, ruling, lapsing; no pools.
contract StubIncidents {
    uint256 public constant TRIGGER_FEE = 0.002 ether;
    uint256 public count;
    mapping(uint256 => IIncidents.Incident) private incidents;

    function openTriggered(uint256 listing, bytes32, uint256 lossTime, address finder, address)
        external
        payable
        returns (uint256 incident)
    {
        require(msg.value == TRIGGER_FEE, IIncidents.WrongFee(msg.value, TRIGGER_FEE));
        incident = ++count;
        IIncidents.Incident storage i = incidents[incident];
        (i.listing, i.status, i.lossTime, i.asserter) =
        (uint32(listing), IIncidents.Status.Open, uint32(lossTime), finder);
        i.openedAt = uint32(block.timestamp);
        i.deadline = uint32(IAdjudicator(msg.sender).deadline(incident));
    }

    function rule(uint256 incident) external {
        IIncidents.Incident storage i = incidents[incident];
        require(i.status == IIncidents.Status.Open, IIncidents.WrongStatus(incident, i.status));
        IAdjudicator.Ruling memory r = IAdjudicator(msg.sender).ruling(incident);
        require(r.verdict != IAdjudicator.Verdict.Pending, IIncidents.NotRuled(incident));
        i.status = r.verdict == IAdjudicator.Verdict.Granted ? IIncidents.Status.Granted : IIncidents.Status.Denied;
        i.ratio = r.ratio;
    }

    function lapse(uint256 incident) external {
        incidents[incident].status = IIncidents.Status.Lapsed;
    }

    function setListing(uint256 incident, uint32 listing) external {
        incidents[incident].listing = listing;
    }

    function incidentOf(uint256 incident) external view returns (IIncidents.Incident memory) {
        return incidents[incident];
    }
}
