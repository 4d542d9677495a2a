// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IArbitrable} from "../../src/adjudicators/interfaces/IArbitrator.sol";
import {ICourt} from "../../src/adjudicators/interfaces/ICourt.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {WildArbitrator} from "../mocks/WildArbitrator.sol";
import {CourtFixture} from "../unit/adjudicators/CourtFixture.sol";

/// @notice Claims and arbitrators that mean no good, and a court that says nothing.
contract CourtClaimsAttackTest is CourtFixture {
    WildArbitrator private wild;

    /// @dev An arbitrator of the attacker's, under a listing of its own.
    function wildly() private returns (uint256 incident) {
        wild = new WildArbitrator();
        ICourt.Config memory c = config();
        c.arbitrator = address(wild);
        listing = bench.createListing(benchTerms(), "Wild", "", c);
        pool = newPool(address(usd));
        back(pool, listing, 2, 3);
        postRate(listing, RATE);
        deposit(pool, alice, MILLION);
        cover = buy(pool, listing, INSURED, 60 days);
        skip(1 hours);
        incident = judged(0.5e9, 0.5e9, 0.5e9);
    }

    function test_attack_bogusClaim() public {
        uint256 funds = pool.totalAssets();
        uint256 incident = judged(0, 0, 0);
        skip(3 days);
        incidents.rule(incident);
        bench.settleCase(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Denied));
        assertEq(incidents.creditOf(address(usd), keeper), 0, "the bond is gone");
        assertEq(incidents.creditOf(address(usd), treasury), 80e6);
        assertEq(bench.creditOf(address(usd), ann), uint256(20e6) / 3);
        assertGe(pool.totalAssets(), funds, "and the pool has lost nothing");
    }

    /// @dev He has a little granted, on purpose: the holder's own claim raises it.
    function test_attack_claimForTooLittle() public {
        uint256 small = opened(0.01e18);
        skip(6 days);
        judge(small, FULL, FULL, FULL);
        skip(3 days);
        incidents.rule(small);
        assertEq(settle(small, cover), INSURED / 100);
        uint256 lossTime = incidents.incidentOf(small).lossTime;
        vm.warp(lossTime + 7 days); // within grace
        uint256 incident = assertLoss(pool, holder, listing, lossTime, 1e18);
        bench.openCase(incident, address(pool));
        skip(6 days);
        judge(incident, FULL, FULL, FULL);
        skip(3 days);
        incidents.rule(incident);
        settle(incident, cover);
        assertEq(usd.balanceOf(holder), INSURED, "all of it, in two parts");
    }

    /// @dev A denial binds only its own facts: the wrong time, denied on purpose, keeps nobody out.
    function test_attack_claimForTheWrongTime() public {
        uint256 wrong = assertLoss(pool, attacker, listing, block.timestamp - 1 days + 1, 1e18);
        uint256 incident = claim(1e18);
        bench.openCase(wrong, address(pool));
        bench.openCase(incident, address(pool));
        skip(6 days);
        for (uint256 i; i < 2; ++i) {
            uint256 n = wrong + i;
            commit(n, ann, i == 0 ? 0 : FULL);
            commit(n, ben, i == 0 ? 0 : FULL);
            commit(n, cid, i == 0 ? 0 : FULL);
        }
        skip(3 days);
        for (uint256 i; i < 2; ++i) {
            uint256 n = wrong + i;
            reveal(n, ann, i == 0 ? 0 : FULL);
            reveal(n, ben, i == 0 ? 0 : FULL);
            reveal(n, cid, i == 0 ? 0 : FULL);
        }
        skip(6 days);
        incidents.rule(wrong);
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED);
    }

    /// @dev Granted twice, paid once.
    function test_attack_secondClaimOnTheSameLoss() public {
        uint256 first = opened(1e18);
        uint256 second = assertLoss(pool, attacker, listing, block.timestamp - 1 hours, 1e18);
        bench.openCase(second, address(pool));
        skip(6 days);
        commit(second, ann, FULL);
        commit(second, ben, FULL);
        commit(second, cid, FULL);
        judgeBoth(first, second);
        incidents.rule(first);
        incidents.rule(second);
        assertEq(settle(first, cover), INSURED);
        vm.expectRevert(abi.encodeWithSelector(IPool.NoReserve.selector, second));
        settle(second, cover);
        assertEq(usd.balanceOf(holder), INSURED);
    }

    function judgeBoth(uint256 first, uint256 second) private {
        commit(first, ann, FULL);
        commit(first, ben, FULL);
        commit(first, cid, FULL);
        skip(3 days);
        for (uint256 i; i < 2; ++i) {
            reveal(i == 0 ? first : second, ann, FULL);
            reveal(i == 0 ? first : second, ben, FULL);
            reveal(i == 0 ? first : second, cid, FULL);
        }
        skip(6 days);
    }

    // -- Silence -------------------------------------------------------------------------------------------------

    /// @dev All commit, none reveals: each pays a tenth, the bond returns, and the loss is asserted again.
    function test_attack_everybodySilent() public {
        uint256 incident = committing();
        commit(incident, ann, 0);
        commit(incident, ben, 0);
        commit(incident, cid, 0);
        skip(9 days);
        assertOutcome(incident, ICourt.Outcome.Undecided, 0);
        address[] memory who = new address[](3);
        (who[0], who[1], who[2]) = (ann, ben, cid);
        bench.settleCase(incident);
        bench.settleSilent(incident, who);
        assertEq(bench.assessorOf(ann).staked, 9_000 * GRAINS);
        assertEq(bench.creditOf(address(votes), treasury), 3_000 * TOKEN);
        lapses(incident);
        skip(1 hours);
        incident = assertLoss(pool, holder, listing, incidents.incidentOf(incident).lossTime, 1e18);
        bench.openCase(incident, address(pool));
        skip(6 days);
        judge(incident, FULL, FULL, FULL);
        skip(3 days);
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED);
    }

    /// @dev Nobody so much as opens the case.
    function test_attack_adjudicatorSilentPastItsDeadline() public {
        uint256 incident = claim(1e18);
        lapses(incident);
    }

    function lapses(uint256 incident) private {
        vm.warp(incidents.incidentOf(incident).deadline);
        vm.expectPartialRevert(IIncidents.DeadlineNotPassed.selector);
        incidents.lapse(incident);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotRuled.selector, incident));
        incidents.rule(incident);
        incidents.lapse(incident);
        assertEq(incidents.creditOf(address(usd), keeper), BOND, "the bond returns whole");
    }

    /// @dev What was sold is judged as it was sold.
    function test_attack_adjudicatorRemovedFromTheRegistryInTheMiddle() public {
        uint256 incident = committing();
        vm.prank(admin);
        listings.setAdjudicator(address(bench), false);
        judge(incident, FULL, FULL, FULL);
        skip(3 days);
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED);
        incident = claim(1e18);
        bench.openCase(incident, address(pool));
    }

    // -- Arbitrators ---------------------------------------------------------------------------------------------

    /// @dev It cannot be appealed to: the award stands when the appeal time is over.
    function test_attack_revertingArbitrator() public {
        uint256 incident = wildly();
        wild.setReverts(true);
        vm.expectRevert(WildArbitrator.Wild.selector);
        bench.appeal{value: FEE}(incident);
        skip(3 days);
        assertOutcome(incident, ICourt.Outcome.Decided, 0.5e9);
    }

    /// @dev A fee that nobody has.
    function test_attack_arbitratorAsksForEverything() public {
        uint256 incident = wildly();
        wild.setFee(type(uint256).max);
        vm.expectRevert(encode(ICourt.FeeTooLow.selector, FEE, type(uint256).max));
        bench.appeal{value: FEE}(incident);
        skip(3 days);
        assertOutcome(incident, ICourt.Outcome.Decided, 0.5e9);
    }

    function test_attack_arbitratorRulesTwice() public {
        uint256 incident = wildly();
        appealed(incident);
        wild.giveRuling(IArbitrable(address(bench)), 1, 1);
        incidents.rule(incident);
        wild.giveRuling(IArbitrable(address(bench)), 1, 3);
        assertOutcome(incident, ICourt.Outcome.Decided, 0);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Denied));
    }

    function test_attack_arbitratorRefuses() public {
        uint256 incident = wildly();
        appealed(incident);
        wild.giveRuling(IArbitrable(address(bench)), 1, 0);
        assertOutcome(incident, ICourt.Outcome.Decided, 0.5e9);
    }

    function test_attack_arbitratorSilentForEver() public {
        uint256 incident = wildly();
        appealed(incident);
        skip(20 days + 1);
        incidents.rule(incident);
        assertEq(settle(incident, cover), INSURED / 2);
    }

    /// @dev A listing's creator is its arbitrator and one of its assessors: he takes `wrongSlash` from each who committed in his
    /// case, for a vote that was right, and nothing from anybody else. Who commits there trusts him.
    function test_attack_arbitratorOfTheCreator_takesFromThoseWhoCommittedOnly() public {
        stake(attacker, 1_000 * TOKEN);
        stake(bob, STAKE);
        skip(1);
        wildly();
        skip(1);
        uint256 incident = committing();
        commit(incident, attacker, FULL);
        commit(incident, ann, 0);
        commit(incident, ben, 0);
        commit(incident, cid, 0);
        skip(3 days);
        reveal(incident, attacker, FULL);
        reveal(incident, ann, 0);
        reveal(incident, ben, 0);
        reveal(incident, cid, 0);
        skip(3 days);
        vm.prank(attacker);
        uint256 dispute = bench.appeal{value: FEE}(incident);
        wild.giveRuling(IArbitrable(address(bench)), dispute, 3);
        bench.settleCase(incident);
        assertEq(bench.creditOf(address(votes), attacker), 1_500 * TOKEN);
        assertEq(bench.assessorOf(ann).staked, 9_500 * GRAINS, "she could have read whose arbitrator it is");
        assertEq(bench.assessorOf(bob).staked, 10_000 * GRAINS);
    }

    /// @dev It rules on what it was never asked, and under another's listing.
    function test_attack_arbitratorOfAnotherListing() public {
        uint256 incident = wildly();
        appealed(incident);
        WildArbitrator other = new WildArbitrator();
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotTheArbitrator.selector, other, 1));
        other.giveRuling(IArbitrable(address(bench)), 1, 3);
    }
}
