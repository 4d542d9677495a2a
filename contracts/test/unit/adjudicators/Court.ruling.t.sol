// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtRulingTest is CourtFixture {
    function test_ruling_grantsTheMedianOnceItCannotBeAppealed() public {
        uint256 incident = judged(0.4e9, 0.5e9, FULL);
        assertEq(uint256(verdictOf(incident)), uint256(IAdjudicator.Verdict.Pending));
        skip(3 days - 1);
        assertEq(uint256(verdictOf(incident)), uint256(IAdjudicator.Verdict.Pending), "until its last second");
        skip(1);
        IAdjudicator.Ruling memory r = bench.ruling(incident);
        assertEq(uint256(r.verdict), uint256(GRANTED));
        assertEq(r.ratio, 0.5e18);
        assertEq(r.fee, 20e6, "a fifth of the bond");
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED / 2);
        assertEq(incidents.creditOf(address(usd), keeper), 80e6, "the rest of the bond returns");
        assertEq(incidents.creditOf(address(usd), address(bench)), 20e6);
    }

    function test_ruling_deniesAnAwardOfNothing() public {
        uint256 incident = judged(0, 0, FULL);
        skip(3 days);
        incidents.rule(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Denied));
        assertEq(incidents.creditOf(address(usd), treasury), 80e6);
        assertEq(incidents.creditOf(address(usd), address(bench)), 20e6);
    }

    /// @dev The award is a part of what was asserted.
    function testFuzz_ruling_isAPartOfTheRatioAsserted(uint64 ratio, uint32 award) public {
        ratio = uint64(bound(ratio, 1, 1e18));
        award = uint32(bound(award, 0, FULL));
        uint256 incident = opened(ratio);
        skip(6 days);
        judge(incident, award, award, award);
        skip(3 days);
        uint256 expected = uint256(ratio) * award / FULL;
        IAdjudicator.Ruling memory r = bench.ruling(incident);
        assertEq(r.ratio, expected);
        assertEq(uint256(r.verdict), uint256(expected == 0 ? DENIED : GRANTED));
    }

    function test_ruling_waitsForTheCase() public {
        uint256 incident = claim(1e18);
        assertEq(uint256(verdictOf(incident)), 0, "not opened");
        bench.openCase(incident, address(pool));
        assertEq(uint256(verdictOf(incident)), 0);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotRuled.selector, incident));
        incidents.rule(incident);
    }

    /// @dev Of a root only yes or no is said.
    function test_ruling_grantsTheRootAsserted() public {
        bytes32 root = keccak256("root");
        uint256 incident = claimRoot(root);
        skip(6 days);
        judge(incident, FULL, FULL, 0);
        skip(3 days);
        IAdjudicator.Ruling memory r = bench.ruling(incident);
        assertEq(r.root, root);
        assertEq(r.ratio, 1e18);
    }

    function claimRoot(bytes32 root) private returns (uint256 incident) {
        usd.mint(keeper, BOND);
        IIncidents.Assertion memory a;
        (a.listing, a.lossTime, a.ratio) = (uint32(listing), uint32(block.timestamp), 1e18);
        (a.pool, a.root) = (address(pool), root);
        vm.startPrank(keeper);
        usd.approve(address(incidents), BOND);
        incident = incidents.assertLoss(a);
        vm.stopPrank();
        bench.openCase(incident, address(pool));
    }

    // -- The median ----------------------------------------------------------------------------------------------

    /// @dev Against a plain count: the lowest award that at least half of the weight does not exceed.
    function testFuzz_ruling_isTheLowerMedianByStake(uint32[3] memory awards, uint64[3] memory more) public {
        address[3] memory who = [ann, ben, cid];
        uint256 total;
        uint256[3] memory weights;
        for (uint256 i; i < 3; ++i) {
            awards[i] = uint32(bound(awards[i], 0, FULL));
            uint256 extra = bound(more[i], 1, 50_000);
            stake(who[i], extra * TOKEN);
            weights[i] = (10_000 + extra) * GRAINS;
            total += weights[i];
        }
        skip(1);
        uint256 incident = judged(awards[0], awards[1], awards[2]);
        uint256 expected = FULL;
        for (uint256 i; i < 3; ++i) {
            uint256 below;
            for (uint256 j; j < 3; ++j) {
                if (awards[j] <= awards[i]) below += weights[j];
            }
            if (2 * below >= total && awards[i] < expected) expected = awards[i];
        }
        assertEq(bench.tallyOf(incident).award, expected);
    }

    function test_ruling_takesTheLowerOfTwoMedians() public {
        uint256 incident = committing();
        commit(incident, ann, 0);
        commit(incident, ben, FULL);
        skip(3 days);
        reveal(incident, ann, 0);
        reveal(incident, ben, FULL);
        skip(3 days);
        assertEq(bench.tallyOf(incident).award, 0);
    }

    // -- The quorum ----------------------------------------------------------------------------------------------

    function test_ruling_isNoneWithTooFewAssessors() public {
        uint256 incident = committing();
        commit(incident, ann, FULL);
        commit(incident, ben, FULL);
        skip(3 days);
        reveal(incident, ann, FULL);
        reveal(incident, ben, FULL);
        skip(6 days);
        ICourt.Tally memory t = bench.tallyOf(incident);
        assertEq(t.seated, 2);
        assertFalse(t.quorate);
        assertOutcome(incident, ICourt.Outcome.Undecided, 0);
        assertEq(uint256(verdictOf(incident)), 0);
    }

    function test_ruling_isNoneWithTooLittleStake() public {
        stake(alice, 300_000 * TOKEN);
        skip(1);
        uint256 incident = judged(FULL, FULL, FULL);
        assertFalse(bench.tallyOf(incident).quorate, "30,000 of 330,000");
        skip(3 days);
        assertOutcome(incident, ICourt.Outcome.Undecided, 0);
    }

    // -- Too much for the stake ----------------------------------------------------------------------------------

    /// @dev 30,000 tokens revealed, 20 times that is 600,000 dollars.
    function test_ruling_onMoreThanTheStakeBearsMustBeAppealed() public {
        buy(pool, listing, 590_001e6, 60 days);
        skip(1 hours);
        uint256 incident = opened(1e18);
        pool.step(10);
        bench.countPool(incident, address(pool));
        assertEq(bench.caseOf(incident).amount, uint256(600_001) * GRAINS);
        skip(6 days);
        judge(incident, FULL, FULL, FULL);
        assertTrue(bench.tallyOf(incident).quorate);
        assertFalse(bench.tallyOf(incident).stands);
        uint256 snapshot = vm.snapshotState();
        skip(3 days);
        assertOutcome(incident, ICourt.Outcome.Undecided, 0);

        vm.revertToState(snapshot);
        appealed(incident);
        membersRule(2);
        assertOutcome(incident, ICourt.Outcome.Decided, FULL);
        assertEq(bench.ruling(incident).fee, 20e6 + 30e6, "who paid the appeal is repaid");
    }

    function test_ruling_denialNeedsNoAppeal() public {
        buy(pool, listing, 600_000e6, 60 days);
        skip(1 hours);
        uint256 incident = opened(1e18);
        pool.step(10);
        bench.countPool(incident, address(pool));
        skip(6 days);
        judge(incident, 0, 0, 0);
        skip(3 days);
        assertOutcome(incident, ICourt.Outcome.Decided, 0);
        assertEq(uint256(verdictOf(incident)), uint256(DENIED));
    }

    // -- In time -------------------------------------------------------------------------------------------------

    /// @dev Opened, appealed and ruled at the last moments, it is ruled before its deadline.
    function test_ruling_comesInTimeWhateverHappens() public {
        uint256 incident = claim(1e18);
        skip(2 days);
        bench.openCase(incident, address(pool));
        skip(6 days);
        judge(incident, FULL, FULL, FULL);
        skip(3 days - 1);
        appealed(incident);
        skip(20 days + 1);
        assertOutcome(incident, ICourt.Outcome.Decided, FULL);
        uint256 deadline = incidents.incidentOf(incident).deadline;
        assertLe(block.timestamp, deadline);
        assertEq(deadline - block.timestamp, 3 days, "left to take the ruling in");
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED);
    }
}
