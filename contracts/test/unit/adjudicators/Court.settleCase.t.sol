// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtSettleCaseTest is CourtFixture {
    address private dan = makeLabelled("dan");

    function silent(address who) private pure returns (address[] memory l) {
        l = new address[](1);
        l[0] = who;
    }

    /// @dev Two near, one far, one silent: 500 and 1,000 tokens are shared, and a fifth of the bond.
    function test_settleCase_paysTheNearByTheFarAndTheSilent() public {
        stake(dan, STAKE);
        skip(1);
        uint256 incident = committing();
        commit(incident, dan, FULL);
        judge(incident, FULL, 0.9e9, 0);
        assertOutcome(incident, ICourt.Outcome.Pending, 0);
        vm.expectRevert(abi.encodeWithSelector(ICourt.CasePending.selector, incident));
        bench.settleCase(incident);
        skip(3 days);
        vm.expectEmit(address(bench));
        emit ICourt.CaseSettled(incident, ICourt.Outcome.Decided, 0.9e9, 20_000 * GRAINS, 1_500 * GRAINS, 20e6);
        vm.prank(attacker);
        bench.settleCase(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Granted), "taken in on the way");
        assertEq(bench.creditOf(address(votes), ann), 750 * TOKEN);
        assertEq(bench.creditOf(address(votes), ben), 750 * TOKEN);
        assertEq(bench.creditOf(address(usd), ann), 10e6);
        assertEq(bench.assessorOf(cid).staked, 9_500 * GRAINS, "far");
        assertEq(bench.assessorOf(ann).locked, 0);

        bench.settleSilent(incident, silent(dan));
        assertEq(bench.assessorOf(dan).staked, 9_000 * GRAINS, "silent");
        assertEq(bench.assessorOf(dan).locked, 0);
        assertEq(bench.totalStakeAt(block.timestamp), 38_500 * GRAINS);

        assertEq(bench.collect(address(votes), ann), 750 * TOKEN);
        assertEq(bench.collect(address(usd), ann), 10e6);
        assertEq(usd.balanceOf(ann), 10e6);
        bench.collect(address(votes), ben);
        assertEq(votes.balanceOf(address(bench)), 38_500 * TOKEN, "nothing is left over but the stakes");
        vm.expectRevert(abi.encodeWithSelector(ICourt.NothingToCollect.selector, votes, ann));
        bench.collect(address(votes), ann);
    }

    /// @dev The final ruling counts, not the median.
    function test_settleCase_followsTheAppeal() public {
        uint256 incident = judged(0, 0, FULL);
        appealed(incident);
        membersRule(3);
        bench.settleCase(incident);
        assertEq(bench.assessorOf(ann).staked, 9_500 * GRAINS);
        assertEq(bench.assessorOf(ben).staked, 9_500 * GRAINS);
        assertEq(bench.creditOf(address(votes), cid), 1_000 * TOKEN);
        assertEq(bench.creditOf(address(usd), cid), 20e6);
    }

    function test_settleCase_onlyOnce() public {
        uint256 incident = judged(0, 0, 0);
        skip(3 days);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongSettlement.selector, incident, false));
        bench.settleSilent(incident, silent(ann));
        bench.settleCase(incident);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongSettlement.selector, incident, true));
        bench.settleCase(incident);
    }

    function test_settleSilent_onlyOnce() public {
        uint256 incident = committing();
        commit(incident, ann, 0);
        skip(9 days);
        bench.settleCase(incident);
        bench.settleSilent(incident, silent(ann));
        bench.settleSilent(incident, silent(ann));
        bench.settleSilent(incident, silent(ben));
        assertEq(bench.assessorOf(ann).staked, 9_000 * GRAINS);
        assertEq(bench.assessorOf(ben).staked, 10_000 * GRAINS);
        assertEq(bench.creditOf(address(votes), treasury), 1_000 * TOKEN, "nobody was near");
    }

    /// @dev Nothing decided: nobody was wrong, the silent pay those who spoke, and no fee is kept.
    function test_settleCase_undecided() public {
        uint256 incident = committing();
        commit(incident, ann, 0);
        commit(incident, ben, FULL);
        commit(incident, cid, FULL);
        skip(3 days);
        reveal(incident, ann, 0);
        reveal(incident, ben, FULL);
        skip(6 days);
        bench.settleCase(incident);
        assertEq(bench.assessorOf(ann).staked, 10_000 * GRAINS);
        assertEq(bench.creditOf(address(votes), ann), 500 * TOKEN);
        assertEq(bench.creditOf(address(votes), ben), 500 * TOKEN);
        assertEq(bench.creditOf(address(usd), ben), 0);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Open));
    }

    /// @dev Decided but taken in by nobody, it lapsed: no fee was kept, and none is promised.
    function test_settleCase_afterALapse() public {
        uint256 incident = judged(FULL, FULL, FULL);
        skip(60 days);
        incidents.lapse(incident);
        bench.settleCase(incident);
        assertEq(bench.creditOf(address(usd), ann), 0);
        assertEq(incidents.creditOf(address(usd), keeper), BOND);
    }

    /// @dev What all are credited is there: slashes rounded up, shares rounded down.
    function testFuzz_settleCase_paysNoMoreThanItTook(uint32[3] memory awards, uint64[3] memory more, uint8 quiet)
        public
    {
        address[3] memory who = [ann, ben, cid];
        for (uint256 i; i < 3; ++i) {
            awards[i] = uint32(bound(awards[i], 0, FULL));
            stake(who[i], bound(more[i], 1, 1e15) * 1e9);
        }
        skip(1);
        uint256 incident = committing();
        for (uint256 i; i < 3; ++i) {
            commit(incident, who[i], awards[i]);
        }
        skip(3 days);
        for (uint256 i; i < 3; ++i) {
            if ((quiet >> i) & 1 == 0) reveal(incident, who[i], awards[i]);
        }
        skip(6 days);
        bench.settleCase(incident);
        for (uint256 i; i < 3; ++i) {
            bench.settleSilent(incident, silent(who[i]));
        }
        uint256 owed = bench.creditOf(address(votes), treasury);
        for (uint256 i; i < 3; ++i) {
            ICourt.Assessor memory a = bench.assessorOf(who[i]);
            assertEq(a.locked, 0);
            owed += bench.creditOf(address(votes), who[i]) + uint256(a.staked) * 1e9;
        }
        uint256 balance = votes.balanceOf(address(bench));
        assertLe(owed, balance);
        assertLe(balance - owed, 8e9, "but for a few grains");
    }
}
