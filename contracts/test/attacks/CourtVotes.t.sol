// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../src/adjudicators/interfaces/ICourt.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {CourtFixture} from "../unit/adjudicators/CourtFixture.sol";

/// @notice Assessors who copy, lean on others, buy weight or are pushed out.
contract CourtVotesAttackTest is CourtFixture {
    /// @dev A copied commitment binds its first owner: the copier can reveal nothing, and pays for his silence.
    function test_attack_copiedCommit() public {
        stake(attacker, STAKE);
        skip(1);
        uint256 incident = committing();
        commit(incident, ann, FULL);
        bytes32 copied = bench.commitmentBy(incident, ann);
        vm.prank(attacker);
        bench.commit(incident, copied);
        commit(incident, ben, FULL);
        commit(incident, cid, FULL);
        skip(3 days);
        reveal(incident, ann, FULL);
        reveal(incident, ben, FULL);
        reveal(incident, cid, FULL);
        bytes32 his = bench.commitmentOf(incident, attacker, FULL, REASON, saltOf(ann));
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotCommitted.selector, incident, attacker, his));
        vm.prank(attacker);
        bench.reveal(incident, FULL, REASON, saltOf(ann));
        skip(6 days);
        bench.settleCase(incident);
        bench.settleSilent(incident, one(attacker));
        assertEq(bench.assessorOf(attacker).staked, 9_000 * GRAINS);
    }

    /// @dev What he saw revealed he can neither reveal in another's name nor with another salt.
    function test_attack_revealByAnotherOrWithAnotherSalt() public {
        uint256 incident = committing();
        commit(incident, ann, FULL);
        commit(incident, ben, 0);
        skip(3 days);
        bytes32 hers = bench.commitmentOf(incident, attacker, FULL, REASON, saltOf(ann));
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotCommitted.selector, incident, attacker, hers));
        vm.prank(attacker);
        bench.reveal(incident, FULL, REASON, saltOf(ann));
        reveal(incident, ann, FULL);
        // Ben would rather have agreed.
        for (uint256 salt; salt < 16; ++salt) {
            bytes32 other = bench.commitmentOf(incident, ben, FULL, REASON, bytes32(salt));
            vm.expectRevert(abi.encodeWithSelector(ICourt.NotCommitted.selector, incident, ben, other));
            vm.prank(ben);
            bench.reveal(incident, FULL, REASON, bytes32(salt));
        }
    }

    /// @dev A commitment of another case, court or chain is none here.
    function test_attack_commitOfAnotherCase() public {
        uint256 first = opened(1e18);
        uint256 incident = opened(1e18);
        skip(6 days);
        bytes32 commitment = bench.commitmentOf(first, ann, FULL, REASON, saltOf(ann));
        vm.prank(ann);
        bench.commit(incident, commitment);
        bytes32 here = bench.commitmentOf(incident, ann, FULL, REASON, saltOf(ann));
        assertNotEq(here, commitment);
        uint256 chain = block.chainid;
        vm.chainId(chain + 1);
        assertNotEq(bench.commitmentOf(incident, ann, FULL, REASON, saltOf(ann)), here);
        vm.chainId(chain);
    }

    /// @dev He stakes a fortune in the block of the assertion, or later: it weighs nothing in this case.
    function test_attack_flashLoanedStake() public {
        votes.mint(attacker, 1_000 * STAKE);
        vm.prank(attacker);
        votes.approve(address(bench), type(uint256).max);
        uint256 incident = claim(1e18);
        vm.prank(attacker);
        bench.stake(1_000 * STAKE);
        bench.openCase(incident, address(pool));
        skip(6 days);
        vm.expectRevert(encode(ICourt.StakeTooSmall.selector, 0, 1_000 * GRAINS));
        vm.prank(attacker);
        bench.commit(incident, REASON);
        assertEq(bench.totalStakeAt(bench.caseOf(incident).snapshot), 30_000 * GRAINS, "nor in the quorum");
    }

    /// @dev Stake that asked to leave cannot come back under another name while the case runs.
    function test_attack_justTransferredStake() public {
        vm.prank(ann);
        bench.requestUnstake(STAKE);
        skip(1);
        uint256 incident = committing();
        vm.expectRevert(encode(ICourt.StakeTooSmall.selector, 0, 1_000 * GRAINS));
        vm.prank(ann);
        bench.commit(incident, REASON);
        skip(3 days);
        vm.expectRevert(encode(ICourt.StakeBound.selector, bench.assessorOf(ann).readyAt, 0));
        vm.prank(ann);
        bench.withdraw();
    }

    /// @dev It counted at the assertion, so it votes; and it cannot be gone before it is liable no more.
    function test_attack_voteAndLeave() public {
        uint256 incident = claim(1e18);
        vm.prank(ann);
        bench.requestUnstake(STAKE);
        skip(2 days);
        bench.openCase(incident, address(pool));
        skip(6 days);
        judge(incident, FULL, 0, 0);
        skip(10 days);
        vm.expectPartialRevert(ICourt.StakeBound.selector);
        vm.prank(ann);
        bench.withdraw();
        bench.settleCase(incident);
        vm.prank(ann);
        assertEq(bench.withdraw(), STAKE * 95 / 100);
    }

    /// @dev A whale's median; the appeal corrects it, and the whale pays those it overruled.
    function test_attack_medianPushedByOneWhale() public {
        address whale = makeLabelled("whale");
        stake(whale, 4 * STAKE);
        skip(1);
        uint256 incident = committing();
        commit(incident, whale, FULL);
        commit(incident, ann, 0);
        commit(incident, ben, 0);
        commit(incident, cid, 0);
        skip(3 days);
        reveal(incident, whale, FULL);
        reveal(incident, ann, 0);
        reveal(incident, ben, 0);
        reveal(incident, cid, 0);
        skip(3 days);
        assertEq(bench.tallyOf(incident).award, FULL, "four against three");
        appealed(incident);
        membersRule(1);
        assertEq(uint256(verdictOf(incident)), uint256(DENIED));
        bench.settleCase(incident);
        assertEq(bench.assessorOf(whale).staked, 38_000 * GRAINS);
        assertEq(bench.creditOf(address(votes), ann), uint256(2_000 * GRAINS) / 3 * 1e9);
    }

    /// @dev He sends an honest assessor a share of the pool, and reports her. She gives it away, and votes.
    function test_attack_assessorDisqualifiedByDust() public {
        uint256 gift = deposit(pool, attacker, 200e6);
        uint256 incident = committing();
        vm.prank(attacker);
        assertTrue(pool.transfer(ann, 1e15));
        commit(incident, ben, FULL);
        ICourt.Position memory position = ICourt.Position(ICourt.Interest.Shares, address(pool), 0);
        vm.startPrank(attacker);
        vm.expectPartialRevert(ICourt.NoConflict.selector);
        bench.reportConflict(incident, ann, position); // a tenth of a cent is no interest
        assertTrue(pool.transfer(ann, gift - 1e15));
        bench.reportConflict(incident, ann, position);
        vm.stopPrank();

        vm.startPrank(ann);
        assertTrue(pool.transfer(treasury, pool.balanceOf(ann)));
        bench.clearConflict(incident, ann, position);
        vm.stopPrank();
        commit(incident, ann, FULL);
        commit(incident, cid, FULL);
        // The report is gone: sent again in the block of its end, the gift bars nobody.
        skip(1 days);
        deposit(pool, ann, 1_000e6);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        bench.confirmConflict(incident, ann, position, 0);
        skip(2 days);
        reveal(incident, ann, FULL);
        reveal(incident, ben, FULL);
        reveal(incident, cid, FULL);
        skip(6 days);
        assertOutcome(incident, ICourt.Outcome.Decided, FULL);
    }

    /// @dev The same with a cover bought in her name.
    function test_attack_assessorDisqualifiedByAGivenCover() public {
        uint256 incident = claim(1e18);
        // Sold under another incident's risk it is no interest; on this risk nothing is sold while the incident is open.
        IPool.Purchase memory p = purchase(listing, 1_000e6, 60 days);
        p.owner = ann;
        pool.step(1);
        vm.expectPartialRevert(IPool.IncidentOpen.selector);
        pool.quote(p);
        vm.prank(holder);
        covers.transferFrom(holder, ann, cover);
        bench.openCase(incident, address(pool));
        ICourt.Position memory position = ICourt.Position(ICourt.Interest.Cover, address(0), cover);
        bench.reportConflict(incident, ann, position);
        vm.startPrank(ann);
        covers.transferFrom(ann, holder, cover);
        bench.clearConflict(incident, ann, position);
        vm.stopPrank();
        skip(6 days);
        commit(incident, ann, 0);
    }

    /// @dev An underwriter who hides his shares in the exit queue for the vote: found by the request's number.
    function test_attack_underwriterVotesFromTheQueue() public {
        stake(alice, STAKE);
        uint256 all = pool.balanceOf(alice);
        uint256 request = exitOf(pool, alice, all);
        skip(1);
        uint256 incident = committing();
        commit(incident, alice, 0);
        ICourt.Position memory position = ICourt.Position(ICourt.Interest.Exit, address(pool), request);
        bench.reportConflict(incident, alice, position);
        skip(1 days);
        bench.confirmConflict(incident, alice, position, 0);
        judge(incident, FULL, FULL, FULL);
        assertEq(bench.tallyOf(incident).seated, 3);
    }

    /// @dev 64 light accounts commit first, and reveal first: three heavy votes still decide.
    function test_attack_seatsCrowdedByDust() public {
        for (uint160 i; i < 64; ++i) {
            stake(address(0xD057 + i), 1_000 * TOKEN);
        }
        stake(ann, 9 * STAKE);
        stake(ben, 9 * STAKE);
        skip(1);
        uint256 incident = committing();
        for (uint160 i; i < 64; ++i) {
            commit(incident, address(0xD057 + i), FULL);
        }
        commit(incident, ann, 0);
        commit(incident, ben, 0);
        commit(incident, cid, 0);
        skip(3 days);
        for (uint160 i; i < 64; ++i) {
            reveal(incident, address(0xD057 + i), FULL);
        }
        reveal(incident, ann, 0);
        reveal(incident, ben, 0);
        reveal(incident, cid, 0);
        skip(3 days);
        ICourt.Tally memory t = bench.tallyOf(incident);
        assertEq(t.seated, 64);
        assertEq(t.award, 0);
    }

    function one(address who) private pure returns (address[] memory l) {
        l = new address[](1);
        l[0] = who;
    }
}
