// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbitrable} from "../../../../src/adjudicators/interfaces/IArbitrator.sol";
import {ICourt} from "../../../../src/adjudicators/interfaces/ICourt.sol";
import {IMembersAppeal} from "../../../../src/adjudicators/interfaces/IMembersAppeal.sol";
import {TriggerHandler} from "./TriggerHandler.sol";

/// @title The court: cases opened, evidence, commits right, wrong and copied, reveals, interests, appeals, rulings
abstract contract CourtHandler is TriggerHandler {
    /// @dev What an assessor committed himself to.
    struct Ballot {
        uint32 award;
        bytes32 salt;
        bool copied;
    }

    mapping(uint256 incident => mapping(address assessor => Ballot)) private ballots;
    /// @dev What came of a case, once it was known.
    mapping(uint256 incident => bytes32) private known;

    // -- A day in court ------------------------------------------------------------------------------------------

    /// @notice Everything that is due in any case is done; then time passes until the next thing is.
    function convene(uint256 seed) external reducing still {
        uint256 next = type(uint256).max;
        for (uint256 i; i < cases.length; ++i) {
            uint256 s = uint256(keccak256(abi.encode(seed, i)));
            Case memory c = cases[i];
            uint256 due = isUmas(c) ? askUma(c, s) : serve(c, s);
            if (due > block.timestamp && due < next) next = due;
        }
        if (next == type(uint256).max) next = block.timestamp + 12 hours;
        if (seed % 4 != 0) vm.warp(next + seed % 1 hours);
    }

    /// @dev Does what is due in a case; says when something else will be.
    function serve(Case memory c, uint256 seed) private returns (uint256 due) {
        (bool exists, ICourt.Case memory k) = caseIn(c.id);
        if (!exists) return openIn(c, seed);
        if (k.settled) {
            settleSilent(c.id);
            return 0;
        }
        (uint256 revealFrom, uint256 revealUntil) = timesOf(k);
        if (block.timestamp < revealUntil) interest(c, k, seed);
        if (block.timestamp < k.commitFrom) return present(c, k, seed);
        if (block.timestamp < revealFrom) return commitAll(c, seed, revealFrom);
        if (block.timestamp < revealUntil) return revealAll(c, seed, revealUntil);
        return decideOn(c, k, seed);
    }

    function timesOf(ICourt.Case memory k) internal pure returns (uint256 revealFrom, uint256 revealUntil) {
        revealFrom = uint256(k.commitFrom) + k.commitTime;
        revealUntil = revealFrom + k.revealTime;
    }

    function openIn(Case memory c, uint256 seed) private returns (uint256 due) {
        address adjudicator = termsOf[c.listing].adjudicator;
        bool second = incidents.incidentOf(c.id).second;
        bytes memory call = abi.encodeCall(ICourt.openCase, (c.id, address(pools[c.pool])));
        if (!isOpen(c.id)) return 0;
        if (adjudicator != address(bench) && !second) {
            mustFail(attacker, address(bench), call, ICourt.NotOurs.selector);
            return 0;
        }
        if (seed % 8 == 0) return 0;
        if (!attempt(keeper, address(bench), call, "openCase")) return 0;
        (, ICourt.Case memory k) = caseIn(c.id);
        return k.commitFrom;
    }

    function present(Case memory c, ICourt.Case memory k, uint256 seed) private returns (uint256) {
        if (seed % 2 == 0) {
            attempt(dave, address(bench), abi.encodeCall(ICourt.submitEvidence, (c.id, "ipfs://e")), "evidence");
            bytes memory call = abi.encodeCall(ICourt.answer, (c.id, keccak256("e"), "It is not so."));
            attempt(alice, address(bench), call, "answer");
        }
        return k.commitFrom;
    }

    // -- Commit and reveal ---------------------------------------------------------------------------------------

    function commitAll(Case memory c, uint256 seed, uint256 revealFrom) private returns (uint256) {
        for (uint256 p; p < POOLS && seed % 4 != 0; ++p) {
            bytes memory call = abi.encodeCall(ICourt.countPool, (c.id, address(pools[p])));
            attempt(keeper, address(bench), call, "countPool");
        }
        for (uint256 i; i < ASSESSORS; ++i) {
            uint256 mood = seed >> (8 * i) & 0xff;
            if (mood < 40) continue;
            commitOne(c, assessors[i], mood);
        }
        return revealFrom;
    }

    function commitOne(Case memory c, address who, uint256 mood) private {
        Ballot memory b = Ballot(c.truth, keccak256(abi.encode(who, mood)), mood >= 230);
        bool half = !byLeaves(c.listing);
        if (mood < 75) b.award = c.truth == 0 ? FULL : half ? c.truth - c.truth / 4 : 0;
        bytes32 commitment = bench.commitmentOf(c.id, who, b.award, "why", b.salt);
        // Somebody else's, seen in the mempool: it can never be revealed.
        bytes32 seen = bench.commitmentBy(c.id, assessors[0]);
        if (b.copied && uint256(seen) > 1) commitment = seen;
        else b.copied = false;
        bytes memory call = abi.encodeCall(ICourt.commit, (c.id, commitment));
        bool before = ballots[c.id][who].salt != 0;
        if (attempt(who, address(bench), call, "commit")) {
            assertFalse(before, "committed twice");
            (, ICourt.Case memory k) = caseIn(c.id);
            assertGe(bench.weightAt(who, k.snapshot), courtParameters(0).minStake, "dust commits");
            ballots[c.id][who] = b;
        }
    }

    function revealAll(Case memory c, uint256 seed, uint256 revealUntil) private returns (uint256) {
        for (uint256 i; i < ASSESSORS; ++i) {
            address who = assessors[i];
            Ballot memory b = ballots[c.id][who];
            if (b.salt == 0 || who == mute || (seed >> (8 * i) & 0xff) < 20) continue;
            bytes memory call = abi.encodeCall(ICourt.reveal, (c.id, b.award, "why", b.salt));
            mustFail(attacker, address(bench), call, ICourt.NotCommitted.selector);
            bytes memory salted = abi.encodeCall(ICourt.reveal, (c.id, b.award, "why", bytes32(seed)));
            mustFail(who, address(bench), salted, ICourt.NotCommitted.selector);
            bool ok = attempt(who, address(bench), call, b.copied ? bytes32("reveal copied") : bytes32("reveal"));
            assertFalse(ok && b.copied, "a copied commit was revealed");
        }
        return revealUntil;
    }

    // -- Interest ------------------------------------------------------------------------------------------------

    /// @dev Who has shares of a pool that may have to pay is reported, and barred if he keeps them.
    function interest(Case memory c, ICourt.Case memory k, uint256 seed) private {
        if (seed % 3 != 0) return;
        ICourt.Position memory position = ICourt.Position(ICourt.Interest.Shares, address(pools[0]), 0);
        address who = seed % 5 == 0 ? assessors[1] : insider;
        bytes memory call = abi.encodeCall(ICourt.reportConflict, (c.id, who, position));
        attempt(attacker, address(bench), call, "reportConflict");
        call = abi.encodeCall(ICourt.clearConflict, (c.id, who, position));
        if (seed % 7 == 0) attempt(who, address(bench), call, "clearConflict");
        uint256 seat;
        ICourt.Vote[] memory votes = bench.votesOf(c.id);
        while (seat < votes.length && votes[seat].voter != who) ++seat;
        call = abi.encodeCall(ICourt.confirmConflict, (c.id, who, position, seat));
        if (attempt(attacker, address(bench), call, "confirmConflict")) {
            assertEq(uint256(bench.commitmentBy(c.id, who)), 1, "not barred");
        }
        (, uint256 revealUntil) = timesOf(k);
        assertLt(block.timestamp, revealUntil, "reported late");
    }

    // -- Decide --------------------------------------------------------------------------------------------------

    function decideOn(Case memory c, ICourt.Case memory k, uint256 seed) private returns (uint256 due) {
        (, uint256 revealUntil) = timesOf(k);
        (ICourt.Outcome outcome, uint32 award) = bench.outcomeOf(c.id);
        uint256 appealUntil = revealUntil + 2 days;
        if (outcome == ICourt.Outcome.Pending && k.appellant == address(0)) {
            if (seed % 3 == 0 || award != c.truth || !bench.tallyOf(c.id).stands) appeal(c, seed);
            return appealUntil;
        }
        if (outcome == ICourt.Outcome.Pending) return arbitrate(c, k, seed);
        assertTrue(known[c.id] == 0 || known[c.id] == keccak256(abi.encode(outcome, award)), "another outcome");
        known[c.id] = keccak256(abi.encode(outcome, award));
        saw(outcome == ICourt.Outcome.Decided ? bytes32("decided") : bytes32("undecided"));
        bytes memory call = abi.encodeCall(ICourt.settleCase, (c.id));
        if (seed % 4 == 0) return 0;
        assertTrue(attempt(keeper, address(bench), call, "settleCase"), "a case that is over cannot be settled");
        mustFail(keeper, address(bench), call, ICourt.WrongSettlement.selector);
        settleSilent(c.id);
    }

    function appeal(Case memory c, uint256 seed) private {
        arbitrator.setReverts(seed % 5 == 0);
        arbitrator.setFee(seed % 7 == 0 ? 1_000_000 ether : APPEAL_FEE);
        if (c.listing == wildly && seed % 11 == 0) {
            arbitrator.setCallback(abi.encodeCall(ICourt.settleCase, (c.id)));
        }
        bytes memory call = abi.encodeCall(ICourt.appeal, (c.id));
        attempt(bob, address(bench), call, APPEAL_FEE, "appeal");
        arbitrator.setReverts(false);
        arbitrator.setCallback("");
    }

    /// @dev Members vote and anyone executes; the stranger rules, twice, or refuses, or is silent.
    function arbitrate(Case memory c, ICourt.Case memory k, uint256 seed) private returns (uint256) {
        uint256 choice = seed % 6 == 0 ? 0 : c.truth == 0 ? 1 : c.truth == FULL ? 3 : 2;
        if (c.listing == wildly) {
            if (seed % 5 == 0) return uint256(k.arbitrateUntil) + 1;
            giveRuling(k.dispute, seed % 9 == 0 ? type(uint256).max : choice);
            bytes32 ruled = keccak256(abi.encode(bench.ruling(c.id)));
            giveRuling(k.dispute, (choice + 1) % 4);
            assertEq(keccak256(abi.encode(bench.ruling(c.id))), ruled, "the second ruling counts");
            return block.timestamp + 1;
        }
        IMembersAppeal.DisputeData memory d = appeals.disputeOf(k.dispute);
        if (block.timestamp >= d.until) {
            attempt(keeper, address(appeals), abi.encodeCall(IMembersAppeal.execute, (k.dispute)), "execute ruling");
            return block.timestamp + 1;
        }
        uint256 cast;
        for (uint256 i; i < voters.length + 3; ++i) {
            if ((seed >> (4 * i)) & 0xf < 4) continue;
            bytes memory call = abi.encodeCall(IMembersAppeal.vote, (k.dispute, (seed >> i) % 8 == 0 ? 2 : choice));
            attempt(memberAt(i), address(appeals), call, "vote appeal");
        }
        for (uint256 i; i < 4; ++i) {
            cast += appeals.votesFor(k.dispute, i);
        }
        assertLe(cast, token.getPastTotalSupply(d.snapshot), "more votes than tokens");
        return d.until;
    }

    function giveRuling(uint256 dispute, uint256 choice) private {
        arbitrator.giveRuling(IArbitrable(address(bench)), dispute, choice);
        succeeded("giveRuling");
    }

    /// @dev Who did not reveal is settled by name; nobody twice, nor anybody else.
    function settleSilent(uint256 incident) internal {
        uint256 pledge;
        for (uint256 i; i < ASSESSORS; ++i) {
            pledge += pledged[incident][assessors[i]];
        }
        if (pledge == 0) return;
        bytes memory call = abi.encodeCall(ICourt.settleSilent, (incident, assessors));
        attempt(keeper, address(bench), call, "settleSilent");
        attempt(attacker, address(bench), call, "settleSilent");
    }
}
