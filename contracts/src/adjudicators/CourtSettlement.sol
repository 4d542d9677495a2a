// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {ICourt} from "./interfaces/ICourt.sol";
import {CourtCases} from "./libraries/CourtCases.sol";
import {CourtBook, CourtParts} from "./libraries/CourtState.sol";
import {CourtVotes} from "./libraries/CourtVotes.sol";
import {Stakes} from "./libraries/Stakes.sol";

/// @title What a case's votes come to: the ruling, slashes and fees
/// @notice An external library, called by the court with its storage.
library CourtSettlement {
    using Checkpoints for Checkpoints.Trace208;
    using CourtCases for CourtBook;
    using CourtCases for ICourt.Case;
    using Stakes for CourtBook;

    uint256 private constant BP = Stakes.BP;
    uint256 private constant FULL = CourtVotes.FULL;

    /// @dev What a settlement shares among the assessors near the ruling, by weight.
    struct Shared {
        address token;
        uint256 fee;
        uint256 pot;
        uint256 near;
        uint256 far;
    }

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @notice See `ICourt.settleCase`.
    function settleCase(CourtBook storage s, CourtParts calldata parts, uint256 incident) external {
        ICourt.Case storage c = s.existing(incident);
        require(!c.settled, ICourt.WrongSettlement(incident, true));
        (ICourt.Outcome outcome, uint32 award) = outcomeIn(s, incident);
        require(outcome != ICourt.Outcome.Pending, ICourt.CasePending(incident));
        c.settled = true;
        ICourt.Parameters memory p = s.parameters[c.version];
        Shared memory shared;
        if (outcome == ICourt.Outcome.Decided) (shared.token, shared.fee) = takeFee(s, parts, incident, award);
        else p.tolerance = uint32(FULL); // where nothing was decided nobody was wrong
        (shared.near, shared.far) = CourtVotes.nearAndFar(s.votes[incident], c.seats, award, p.tolerance);
        shared.pot = CourtVotes.potDown(shared.far, p.wrongSlash, c.committed - c.revealed, p.silentSlash);
        emit ICourt.CaseSettled(incident, outcome, award, shared.near, shared.pot, shared.fee);
        if (shared.near == 0) {
            address treasury = parts.listings.treasury();
            s.credit(parts.stakeToken, treasury, shared.pot * Stakes.GRAIN);
            s.credit(shared.token, treasury, shared.fee);
        }
        uint256 seats = c.seats;
        for (uint256 i; i < seats; ++i) {
            settleSeat(s, parts, incident, s.votes[incident][i], award, p, shared);
        }
    }

    /// @notice See `ICourt.settleSilent`.
    function settleSilent(CourtBook storage s, uint256 incident, address[] calldata assessors) external {
        ICourt.Case storage c = s.existing(incident);
        require(c.settled, ICourt.WrongSettlement(incident, false));
        uint256 share = s.parameters[c.version].silentSlash;
        for (uint256 i; i < assessors.length; ++i) {
            address who = assessors[i];
            if (uint256(s.commitments[incident][who]) <= uint256(CourtCases.BARRED)) continue;
            delete s.commitments[incident][who];
            uint64 risk = Stakes.shareUp(s.weightAt(who, c.snapshot), share);
            s.slash(incident, who, risk, risk);
        }
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice See `IAdjudicator.ruling`.
    function ruling(CourtBook storage s, CourtParts calldata parts, uint256 incident)
        external
        view
        returns (IAdjudicator.Ruling memory r)
    {
        if (s.cases[incident].commitFrom == 0) return r;
        (ICourt.Outcome outcome, uint32 award) = outcomeIn(s, incident);
        if (outcome != ICourt.Outcome.Decided) return r;
        IIncidents.Incident memory i = parts.incidents.incidentOf(incident);
        (uint256 fee, uint256 repayment) = feesOf(s, parts, incident, award, i.bond);
        (r.verdict, r.fee) = (IAdjudicator.Verdict.Denied, uint96(fee + repayment));
        uint256 ratio = uint256(i.ratio) * award / FULL;
        if (ratio == 0) return r;
        (r.verdict, r.ratio, r.root, r.lossSum) = (IAdjudicator.Verdict.Granted, uint64(ratio), i.root, i.lossSum);
    }

    /// @notice See `ICourt.tallyOf`.
    function tallyOf(CourtBook storage s, uint256 incident) external view returns (ICourt.Tally memory) {
        s.existing(incident);
        return tally(s, incident);
    }

    /// @notice See `ICourt.outcomeOf`.
    function outcomeOf(CourtBook storage s, uint256 incident) external view returns (ICourt.Outcome, uint32) {
        s.existing(incident);
        return outcomeIn(s, incident);
    }

    // -- Internal: outcome ---------------------------------------------------------------------------------------

    function tally(CourtBook storage s, uint256 incident) private view returns (ICourt.Tally memory t) {
        ICourt.Case storage c = s.cases[incident];
        ICourt.Parameters storage p = s.parameters[c.version];
        (t.seated, t.award) = CourtVotes.lowerMedian(s.votes[incident], c.seats);
        uint256 revealed = c.revealed;
        t.quorate = t.seated >= p.minAssessors
            && revealed * BP >= s.total.upperLookupRecent(uint48(c.snapshot)) * uint256(p.quorum);
        t.stands = t.quorate && (t.award == 0 || c.amount <= revealed * p.multiple);
    }

    function outcomeIn(CourtBook storage s, uint256 incident) private view returns (ICourt.Outcome, uint32) {
        ICourt.Case storage c = s.cases[incident];
        uint256 appealFrom = c.revealUntil();
        if (block.timestamp < appealFrom) return (ICourt.Outcome.Pending, 0);
        bool appealed = c.appellant != address(0);
        bool waits = appealed ? c.isArbitrated() : block.timestamp < appealFrom + s.parameters[c.version].appealTime;
        if (waits) return (ICourt.Outcome.Pending, 0);
        ICourt.Tally memory t = tally(s, incident);
        if (!appealed) return outcomeIf(t.stands, t.award);
        uint8 choice = c.choice;
        if (choice == 1) return outcomeIf(true, 0);
        if (choice == 2) return outcomeIf(t.seated != 0, t.award);
        if (choice == 3) return outcomeIf(true, uint32(FULL));
        return outcomeIf(t.quorate, t.award);
    }

    function outcomeIf(bool decided, uint32 award) private pure returns (ICourt.Outcome, uint32) {
        return decided ? (ICourt.Outcome.Decided, award) : (ICourt.Outcome.Undecided, 0);
    }

    // -- Internal: slashes and fees ------------------------------------------------------------------------------

    /// @dev What of the bond the assessors share, and what repays who paid an appeal that was needed; units, rounded down.
    function feesOf(CourtBook storage s, CourtParts calldata parts, uint256 incident, uint32 award, uint256 bond)
        private
        view
        returns (uint256 fee, uint256 repayment)
    {
        ICourt.Case storage c = s.cases[incident];
        fee = bond * s.parameters[c.version].feeShare / BP;
        if (c.appellant == address(0)) return (fee, 0);
        ICourt.Tally memory t = tally(s, incident);
        if (!t.stands || t.award != award) repayment = bond * s.configOf(parts, incident, c).repayShare / BP;
    }

    /// @dev The case's part of the bond, if `Incidents` takes this court's ruling in, or did, and not another's.
    function takeFee(CourtBook storage s, CourtParts calldata parts, uint256 incident, uint32 award)
        private
        returns (address token, uint256 fee)
    {
        ICourt.Case storage c = s.cases[incident];
        IIncidents.Incident memory i = parts.incidents.incidentOf(incident);
        token = parts.listings.terms(i.listing).bondToken;
        if (i.status == IIncidents.Status.Lapsed || i.second != c.second) return (token, 0);
        if (i.status == IIncidents.Status.Open) parts.incidents.rule(incident);
        uint256 repayment;
        (fee, repayment) = feesOf(s, parts, incident, award, i.bond);
        s.credit(token, c.appellant, repayment);
    }

    /// @dev A void vote earns nothing; far from the ruling it pays the treasury, since others may have had it voided.
    function settleSeat(
        CourtBook storage s,
        CourtParts calldata parts,
        uint256 incident,
        ICourt.Vote memory vote,
        uint32 award,
        ICourt.Parameters memory p,
        Shared memory shared
    ) private {
        bool isVoid = vote.weight == 0;
        uint64 weight = isVoid ? s.weightAt(vote.voter, s.cases[incident].snapshot) : vote.weight;
        uint64 risk = Stakes.shareUp(weight, p.silentSlash);
        if (CourtVotes.distance(vote.award, award) > p.tolerance) {
            uint64 loss = Stakes.shareUp(weight, p.wrongSlash);
            s.slash(incident, vote.voter, risk, loss);
            if (isVoid) s.credit(parts.stakeToken, parts.listings.treasury(), loss * Stakes.GRAIN);
            return;
        }
        s.unlock(vote.voter, risk);
        if (isVoid) return;
        s.credit(parts.stakeToken, vote.voter, shared.pot * vote.weight / shared.near * Stakes.GRAIN);
        s.credit(shared.token, vote.voter, shared.fee * vote.weight / shared.near);
    }
}
