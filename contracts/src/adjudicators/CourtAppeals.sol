// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IArbitrable, IArbitrator} from "./interfaces/IArbitrator.sol";
import {ICourt} from "./interfaces/ICourt.sol";
import {IEvidence} from "./interfaces/IEvidence.sol";
import {CourtCases} from "./libraries/CourtCases.sol";
import {CourtBook, CourtParts, Listed} from "./libraries/CourtState.sol";

/// @title The court's appeals to an ERC-792 arbitrator
/// @notice An external library, called by the court with its storage. A listing's arbitrator is its creator's choice and
/// not trusted beyond that listing: disputes are known by arbitrator and number, its callback only records, and nothing is
/// written after a call to it that it could have changed.
library CourtAppeals {
    using CourtCases for CourtBook;
    using CourtCases for ICourt.Case;
    using SafeTransferLib for address;

    /// @dev What an appeal asks: nothing, the award, or the amount claimed?
    uint256 private constant CHOICES = 3;

    /// @notice See `ICourt.appeal`.
    function appeal(CourtBook storage s, CourtParts calldata parts, uint256 incident)
        external
        returns (uint256 dispute)
    {
        ICourt.Case storage c = s.existing(incident);
        require(c.appellant == address(0), ICourt.AlreadyAppealed(incident));
        uint256 appealFrom = c.revealUntil();
        CourtCases.requireTime(appealFrom, appealFrom + s.parameters[c.version].appealTime);
        Listed storage l = s.configOf(parts, incident, c);
        (c.appellant, c.arbitrateUntil) = (msg.sender, uint32(block.timestamp + l.arbitrationTime));

        IArbitrator arbitrator = IArbitrator(l.arbitrator);
        bytes memory extraData = l.extraData;
        uint256 fee = arbitrator.arbitrationCost(extraData);
        require(msg.value >= fee, ICourt.FeeTooLow(msg.value, fee));
        dispute = arbitrator.createDispute{value: fee}(CHOICES, extraData);
        require(s.disputes[address(arbitrator)][dispute] == 0, ICourt.DisputeInUse(address(arbitrator), dispute));
        (s.disputes[address(arbitrator)][dispute], c.dispute) = (incident, dispute);
        emit ICourt.Appealed(incident, msg.sender, dispute, c.arbitrateUntil);
        emit IEvidence.Dispute(address(arbitrator), dispute, parts.incidents.incidentOf(incident).listing, incident);
        returnRest(fee);
    }

    /// @notice See `ICourt.appealAgain`.
    function appealAgain(CourtBook storage s, CourtParts calldata parts, uint256 incident) external {
        ICourt.Case storage c = s.existing(incident);
        require(c.isArbitrated(), ICourt.NotInArbitration(incident));
        Listed storage l = s.configOf(parts, incident, c);
        IArbitrator arbitrator = IArbitrator(l.arbitrator);
        bytes memory extraData = l.extraData;
        uint256 dispute = c.dispute;
        uint256 fee = arbitrator.appealCost(dispute, extraData);
        require(msg.value >= fee, ICourt.FeeTooLow(msg.value, fee));
        emit ICourt.AppealedAgain(incident, msg.sender, dispute, fee);
        arbitrator.appeal{value: fee}(dispute, extraData);
        returnRest(fee);
    }

    /// @notice See `ICourt.rule`.
    function rule(CourtBook storage s, uint256 dispute, uint256 choice) external {
        uint256 incident = s.disputes[msg.sender][dispute];
        require(incident != 0, ICourt.NotTheArbitrator(msg.sender, dispute));
        ICourt.Case storage c = s.cases[incident];
        emit IArbitrable.Ruling(msg.sender, dispute, choice);
        if (!c.isArbitrated()) {
            emit ICourt.RulingIgnored(incident, dispute, choice);
            return;
        }
        (c.ruled, c.choice) = (true, choice > CHOICES ? 0 : uint8(choice));
    }

    function returnRest(uint256 fee) private {
        if (msg.value > fee) msg.sender.safeTransferETH(msg.value - fee);
    }
}
