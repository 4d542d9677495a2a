// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IOptimistic} from "../../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IIncidents} from "../../../../src/claims/interfaces/IIncidents.sol";
import {MockOptimisticOracle} from "../../../mocks/MockOptimisticOracle.sol";
import {MemberHandler} from "./MemberHandler.sol";

/// @title Claims: asserted truly and falsely, for too little and for the wrong time, several on one event; asserted in
/// UMA's oracle; triggered; ruled, passed on, and ended
abstract contract ClaimHandler is MemberHandler {
    /// @dev Claims that are open together, and in all, so that a campaign stays fast.
    uint256 internal constant MOST_OPEN = 5;
    uint256 internal constant MOST_CASES = 24;

    // -- Open ----------------------------------------------------------------------------------------------------

    /// @notice A claim on a risk that was sold.
    function assertOne(uint256 which, uint256 ago, uint256 seed) public reducing still {
        if (policies.length == 0 || cases.length >= MOST_CASES || openCount() >= MOST_OPEN) return;
        Policy storage policy = policies[which % policies.length];
        Case memory c;
        (c.listing, c.key, c.pool) = (policy.listing, policy.key, policy.pool);
        c.lossTime = block.timestamp - _bound(ago, 0, seed % 2 == 0 ? 1 days : 14 days);
        // The same event once more, or nearly.
        if (seed % 3 == 0 && cases.length != 0) {
            Case memory other = cases[which % cases.length];
            for (uint256 i; i < cases.length && !isGranted(other.id); ++i) {
                other = cases[i];
            }
            (c.listing, c.key, c.pool) = (other.listing, other.key, other.pool);
            uint256 apart = ago % (ago % 2 == 0 ? 2 hours : 3 days);
            c.lossTime = _bound(other.lossTime + apart, 0, block.timestamp);
        }
        if (c.listing == triggered) return openOne(c, ago);
        if (termsOf[c.listing].bond == 0) return;
        uint32[6] memory truths = [0, 0, FULL / 2, FULL, FULL, FULL];
        c.truth = truths[(seed >> 8) % 6];
        IIncidents.Assertion memory a;
        (a.listing, a.key, a.lossTime, a.pool) = (uint32(c.listing), c.key, uint32(c.lossTime), address(pools[c.pool]));
        a.ratio = uint64([uint256(0.3e18), 0.6e18, 1e18, 1e18][(seed >> 16) % 4]);
        if (byLeaves(c.listing)) nameList(c, a, seed >> 24);
        usd.mint(dave, 100e6);
        vm.prank(dave);
        usd.approve(address(incidents), type(uint256).max);
        bytes memory call = abi.encodeCall(IIncidents.assertLoss, (a));
        (bool ok, bytes memory answer) = attempt(dave, address(incidents), call, 0, "assert");
        if (!ok) return;
        c.id = abi.decode(answer, (uint256));
        cases.push(c);
    }

    /// @dev A list of losses, at times with another sum than its leaves have: that proves nothing.
    function nameList(Case memory c, IIncidents.Assertion memory a, uint256 seed) private view {
        uint256 sum;
        c.list = seed % LISTS;
        (a.root, sum) = rootOf(c.list);
        c.lied = (seed >> 8) % 9 == 0;
        a.lossSum = uint128(c.lied ? sum / 2 : sum);
        if (c.truth == FULL / 2) c.truth = FULL;
    }

    function openOne(Case memory c, uint256 seed) private {
        bytes memory call = abi.encodeCall(trigger.open, (incidents, triggered, 0, c.lossTime, address(pools[c.pool])));
        uint256 fee = incidents.TRIGGER_FEE();
        (bool ok, bytes memory answer) = attempt(keeper, address(trigger), call, fee, "open");
        if (!ok) return;
        (c.id, c.truth) = (abi.decode(answer, (uint256)), seed % 3 == 0 ? 0 : FULL);
        cases.push(c);
    }

    // -- UMA -----------------------------------------------------------------------------------------------------

    /// @notice UMA's oracle turns bad, or good again.
    function changeOracle(uint256 what) external reducing still {
        oracle.setFault(MockOptimisticOracle.Fault(what % 21 < 7 ? what % 21 : 0));
        oracle.setLists(what % 11 != 0, what % 13 != 0);
        succeeded("oracle");
    }

    /// @dev The next step of a claim that UMA decides: asserted, disputed if it is false, resolved once and again; says
    /// when the next one is due.
    function askUma(Case memory c, uint256 seed) internal returns (uint256 due) {
        IOptimistic.Claim memory claim = optimistic.claimOf(c.id);
        if (claim.state == IOptimistic.State.None) {
            uint256 until = incidents.incidentOf(c.id).openedAt + 2 days + 1;
            if (seed % 6 == 0 || block.timestamp >= until) return until;
            if (seed % 2 == 0) oracle.setFault(MockOptimisticOracle.Fault.None);
            if (assertTruth(c.id)) return block.timestamp + 1 days;
            attempt(keeper, address(optimistic), abi.encodeCall(IOptimistic.noteRefusal, (c.id)), "refusal");
            return until;
        }
        oracle.setFault(MockOptimisticOracle.Fault.None);
        if (claim.state == IOptimistic.State.Asserted) {
            if (c.truth == 0 && seed % 5 != 0) {
                oracle.dispute(claim.assertionId);
                succeeded("dispute");
                return block.timestamp + 3 days;
            }
            if (block.timestamp < uint256(claim.assertedAt) + 1 days) return uint256(claim.assertedAt) + 1 days;
        }
        if (claim.state == IOptimistic.State.Disputed) {
            if (seed % 7 == 0) return 0;
            oracle.resolve(claim.assertionId, c.truth != 0);
            oracle.resolve(claim.assertionId, c.truth == 0);
            bool upheld = optimistic.claimOf(c.id).state == IOptimistic.State.Upheld;
            assertEq(upheld, c.truth != 0, "a second outcome replaced the first");
        }
        attempt(keeper, address(optimistic), abi.encodeCall(IOptimistic.settleAssertion, (c.id)), "settle assertion");
    }

    function assertTruth(uint256 incident) private returns (bool ok) {
        usd.mint(dave, 1_000e6);
        vm.prank(dave);
        usd.approve(address(optimistic), type(uint256).max);
        bytes memory call = abi.encodeCall(IOptimistic.assertTruth, (incident, 1_000e6));
        ok = attempt(dave, address(optimistic), call, "assertTruth");
        assertEq(usd.balanceOf(address(optimistic)), 0, "a bond is stuck");
    }

    /// @dev Does UMA decide on a case, or did nobody yet pass it on?
    function isUmas(Case memory c) internal view returns (bool) {
        bool first = termsOf[c.listing].adjudicator == address(optimistic) && !incidents.incidentOf(c.id).second;
        return first && isOpen(c.id);
    }

    // -- End -----------------------------------------------------------------------------------------------------

    /// @notice What was decided is taken in; what was not ends at its deadline, and passes on.
    function conclude(uint256 which, uint256 seed) external reducing still {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        for (uint256 i; i < cases.length && !isOpen(c.id) && seed % 2 == 0; ++i) {
            c = cases[i];
        }
        IIncidents.Incident memory incident = incidents.incidentOf(c.id);
        bytes memory call = abi.encodeCall(IIncidents.rule, (c.id));
        if (incident.status == IIncidents.Status.Open) {
            if (c.listing == triggered && seed % 4 != 0) {
                uint64 ratio = seed % 3 == 0 ? 0.4e18 : 1e18;
                IAdjudicator.Verdict denied = IAdjudicator.Verdict.Denied;
                trigger.set(c.id, c.truth == 0 ? denied : IAdjudicator.Verdict.Granted, ratio);
            }
            if (attempt(keeper, address(incidents), call, "rule")) return;
            call = abi.encodeCall(IIncidents.lapse, (c.id));
            mustBeLater(incident.deadline, call);
            if (seed % 3 == 0) await(incident.deadline + 1);
            if (block.timestamp > incident.deadline) {
                assertTrue(attempt(keeper, address(incidents), call, "lapse"), "CLM-7: it does not end");
            }
            return;
        }
        if (incident.status != IIncidents.Status.Granted) return;
        if (seed % 3 == 0) await(block.timestamp + 31 days);
        if (seed % 8 == 1) skip(31 days);
        attempt(keeper, address(incidents), abi.encodeCall(IIncidents.close, (c.id)), "close");
    }

    function mustBeLater(uint256 deadline, bytes memory call) private {
        if (block.timestamp > deadline) return;
        mustFail(attacker, address(incidents), call, IIncidents.DeadlineNotPassed.selector);
    }

    /// @notice Time passes.
    function passTime(uint256 time) external reducing still {
        skip(_bound(time, 1 minutes, 6 hours));
        succeeded("time");
    }
}
