// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {IListings} from "../../cover/interfaces/IListings.sol";
import {ICourt} from "../interfaces/ICourt.sol";
import {IEvidence} from "../interfaces/IEvidence.sol";
import {CourtBook, CourtParts, Listed} from "./CourtState.sol";

/// @title What a court fixes of its cases, and the bounds that no vote can pass
/// @notice An external library: bytes that the court has no room for.
library CourtConfig {
    using Checkpoints for Checkpoints.Trace208;

    uint256 private constant BP = 10_000;
    /// @dev Seconds from the assertion to the last commit: shorter than stake takes to leave.
    uint256 private constant MAX_COMMIT_TIME = 20 days;
    uint256 private constant MAX_EXTRA_DATA = 1_024;

    // -- Set -----------------------------------------------------------------------------------------------------

    /// @notice See `ICourt.setParameters`.
    function setParameters(
        CourtBook storage s,
        CourtParts calldata parts,
        ICourt.Parameters calldata p,
        ICourt.Config calldata config
    ) external {
        check(p);
        check(config, p.feeShare);
        uint16 next = ++s.version;
        s.parameters[next] = p;
        store(s.defaults[next], config, next);
        s.versions.push(uint48(parts.listings.count() + 1), next);
        emit ICourt.ParametersSet(next, p, config);
    }

    /// @notice See `ICourt.createListing`.
    function createListing(
        CourtBook storage s,
        CourtParts calldata parts,
        IListings.Terms calldata terms,
        bytes calldata wording,
        string calldata metaEvidence,
        ICourt.Config calldata config
    ) external returns (uint256 listing) {
        uint16 version = s.version;
        demand(version != 0, "version");
        demand(terms.adjudicator == address(this), "adjudicator");
        demand(terms.bond != 0, "bond");
        check(config, s.parameters[version].feeShare);
        listing = parts.listings.create(terms, wording);
        store(s.listed[listing], config, version);
        emit ICourt.CourtListed(listing, msg.sender, version, config);
        emit IEvidence.MetaEvidence(listing, metaEvidence);
    }

    /// @notice A configuration as it was given.
    function load(Listed storage l) external view returns (ICourt.Config memory) {
        return ICourt.Config(l.arbitrator, l.arbitrationTime, l.repayShare, l.extraData);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function store(Listed storage l, ICourt.Config calldata c, uint16 version) private {
        (l.arbitrator, l.arbitrationTime, l.repayShare) = (c.arbitrator, c.arbitrationTime, c.repayShare);
        (l.version, l.extraData) = (version, c.extraData);
    }

    function check(ICourt.Parameters calldata p) private pure {
        demand(p.minStake >= 1e9, "minStake");
        demand(p.quorum >= 100 && p.quorum <= 5_000, "quorum");
        demand(p.minAssessors >= 2 && p.minAssessors <= 15, "minAssessors");
        demand(p.tolerance <= 0.25e9, "tolerance");
        demand(p.wrongSlash <= 2_000, "wrongSlash");
        demand(p.silentSlash > p.wrongSlash && p.silentSlash <= 4_000, "silentSlash");
        demand(p.feeShare <= 5_000, "feeShare");
        demand(p.multiple >= 1 && p.multiple <= 1_000, "multiple");
        demand(p.openTime >= 1 days, "openTime");
        demand(p.evidenceTime >= 1 days, "evidenceTime");
        demand(p.answerTime >= 1 days, "answerTime");
        demand(p.commitTime >= 1 days, "commitTime");
        uint256 committed = uint256(p.openTime) + p.evidenceTime + p.answerTime + p.commitTime;
        demand(committed <= MAX_COMMIT_TIME, "commitTime");
        demand(p.revealTime >= 2 days && p.revealTime <= 7 days, "revealTime");
        demand(p.appealTime >= 2 days && p.appealTime <= 14 days, "appealTime");
    }

    function check(ICourt.Config calldata c, uint16 feeShare) private view {
        demand(c.arbitrator.code.length != 0, "arbitrator");
        demand(c.arbitrationTime >= 7 days && c.arbitrationTime <= 120 days, "arbitrationTime");
        demand(uint256(c.repayShare) + feeShare <= BP, "repayShare");
        demand(c.extraData.length <= MAX_EXTRA_DATA, "extraData");
    }

    function demand(bool met, bytes32 field) private pure {
        require(met, ICourt.InvalidConfig(field));
    }
}
