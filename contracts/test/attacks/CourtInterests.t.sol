// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../src/adjudicators/interfaces/ICourt.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {CourtFixture} from "../unit/adjudicators/CourtFixture.sol";

/// @notice Interests and amounts that are not what they seem: worth nothing, taken on on purpose, counted too early.
contract CourtInterestsAttackTest is CourtFixture {
    function heldByAnn(uint32 duration) private returns (ICourt.Position memory) {
        IPool.Purchase memory p = purchase(listing, 5_000e6, duration);
        p.owner = ann;
        (uint256 id,) = buy(pool, p);
        return ICourt.Position(ICourt.Interest.Cover, address(0), id);
    }

    function confirm(uint256 incident, ICourt.Position memory position, uint256 seat) private {
        skip(1 days);
        bench.confirmConflict(incident, ann, position, seat);
    }

    /// @dev In one transaction he asserts, opens the case and counts the pool, before it has stepped past the assertion: as if it
    /// stood to lose nothing, so that no large award ever had to be appealed.
    function test_attack_poolCountedBeforeItReserves() public {
        buy(pool, listing, 590_001e6, 60 days);
        skip(1 hours);
        uint256 incident = opened(1e18);
        vm.prank(attacker);
        bench.countPool(incident, address(pool));
        assertEq(bench.caseOf(incident).amount, uint256(600_001) * GRAINS);
        skip(6 days);
        judge(incident, FULL, FULL, FULL);
        assertFalse(bench.tallyOf(incident).stands);
    }

    /// @dev What an underwriter may lose in the case is all that his shares are worth, the more the less the pool has besides.
    function test_attack_underwriterOfAPoolThatMayLoseEverything() public {
        deposit(pool, ann, 500e6);
        buy(pool, listing, 980_000e6, 60 days);
        skip(1 hours);
        uint256 incident = opened(1e18);
        pool.step(10);
        assertLt(pool.convertToAssets(pool.balanceOf(ann)), 100e6, "as exits are paid now");
        skip(6 days);
        bytes32 commitment = bench.commitmentOf(incident, ann, 0, REASON, saltOf(ann));
        vm.expectPartialRevert(ICourt.ConflictOfInterest.selector);
        vm.prank(ann);
        bench.commit(incident, commitment);
    }

    /// @dev A cover that ended before the loss pays nothing, and costs nothing to give: it is no interest, and bars nobody.
    function test_attack_assessorDisqualifiedByACoverThatEnded() public {
        ICourt.Position memory position = heldByAnn(30 days);
        skip(31 days + uint256(listings.terms(listing).eventWindow));
        uint256 incident = committing();
        vm.expectRevert(encode(ICourt.NoConflict.selector, 0, 100 * GRAINS));
        vm.prank(attacker);
        bench.reportConflict(incident, ann, position);
        commit(incident, ann, 0);
    }

    /// @dev Ann sees that she is alone, and has an interest of her own confirmed: her vote counts no more, and still costs.
    function test_attack_voidsHerOwnVoteWhenSheSeesThatItLost() public {
        ICourt.Position memory position = heldByAnn(60 days);
        skip(1 hours);
        uint256 incident = committing();
        commit(incident, ann, FULL);
        commit(incident, ben, 0);
        commit(incident, cid, 0);
        skip(3 days);
        reveal(incident, ann, FULL);
        reveal(incident, ben, 0);
        reveal(incident, cid, 0);
        bench.reportConflict(incident, ann, position);
        confirm(incident, position, 0);
        assertEq(bench.tallyOf(incident).seated, 2);
        skip(2 days);
        appealed(incident);
        membersRule(1);
        bench.settleCase(incident);
        assertEq(bench.assessorOf(ann).staked, 9_500 * GRAINS, "five percent, as for any far vote");
        assertEq(bench.assessorOf(ann).locked, 0);
        assertEq(bench.creditOf(address(votes), treasury), 500 * TOKEN, "which nobody has who could have voided her");
        assertEq(bench.creditOf(address(votes), ben), 0);
    }

    /// @dev The same before she reveals: she reveals a vote that counts for nothing, or pays for her silence.
    function test_attack_voidsHerOwnVoteInsteadOfRevealing() public {
        ICourt.Position memory position = heldByAnn(60 days);
        skip(1 hours);
        uint256 incident = committing();
        commit(incident, ann, FULL);
        commit(incident, ben, 0);
        commit(incident, cid, 0);
        skip(3 days);
        reveal(incident, ben, 0);
        reveal(incident, cid, 0);
        bench.reportConflict(incident, ann, position);
        confirm(incident, position, 0);
        assertEq(uint256(bench.commitmentBy(incident, ann)), 1);
        uint256 snapshot = vm.snapshotState();
        skip(5 days);
        bench.settleCase(incident);
        bench.settleSilent(incident, one(ann));
        assertEq(bench.assessorOf(ann).staked, 9_000 * GRAINS, "silent");

        vm.revertToState(snapshot);
        reveal(incident, ann, FULL);
        assertEq(bench.tallyOf(incident).seated, 2);
        assertEq(bench.caseOf(incident).revealed, 20_000 * GRAINS);
        assertEq(bench.caseOf(incident).committed, 20_000 * GRAINS);
        skip(2 days);
        appealed(incident);
        membersRule(1);
        bench.settleCase(incident);
        assertEq(bench.assessorOf(ann).staked, 9_500 * GRAINS, "far");
    }

    /// @dev Two gifts and two reports in the reveals: she still reveals, near the ruling, and loses nothing.
    function test_attack_giftsInTheReveals_costNobodyAnything() public {
        ICourt.Position memory first = heldByAnn(60 days);
        ICourt.Position memory second = heldByAnn(60 days);
        skip(1 hours);
        uint256 incident = committing();
        commit(incident, ann, 0);
        commit(incident, ben, 0);
        commit(incident, cid, 0);
        skip(3 days);
        vm.startPrank(attacker);
        bench.reportConflict(incident, ann, first);
        bench.reportConflict(incident, ann, second);
        vm.stopPrank();
        confirm(incident, first, 0);
        bench.confirmConflict(incident, ann, second, 0);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        bench.reportConflict(incident, ann, first);
        reveal(incident, ben, 0);
        reveal(incident, ann, 0);
        reveal(incident, cid, 0);
        skip(2 days);
        appealed(incident);
        membersRule(1);
        bench.settleCase(incident);
        assertEq(bench.assessorOf(ann).staked, 10_000 * GRAINS);
        assertEq(bench.assessorOf(ann).locked, 0);
        assertEq(bench.creditOf(address(usd), ann), 0, "nor does she earn");
        assertEq(bench.creditOf(address(usd), ben), 10e6);
    }

    /// @dev The seat of a void vote is the lightest: who loses it is as free as whoever lost a seat that counted.
    function test_attack_voidSeatTaken_locksNobody() public {
        ICourt.Position memory position = heldByAnn(60 days);
        for (uint160 i; i < 64; ++i) {
            stake(address(0xD057 + i), 1_000 * TOKEN);
        }
        skip(1 hours);
        uint256 incident = committing();
        commit(incident, ann, FULL);
        for (uint160 i; i < 64; ++i) {
            commit(incident, address(0xD057 + i), 0);
        }
        skip(3 days);
        reveal(incident, ann, FULL);
        bench.reportConflict(incident, ann, position);
        confirm(incident, position, 0);
        for (uint160 i; i < 64; ++i) {
            reveal(incident, address(0xD057 + i), 0);
        }
        assertEq(bench.assessorOf(ann).locked, 0);
        ICourt.Case memory c = bench.caseOf(incident);
        assertEq(c.revealed, 64_000 * GRAINS);
        assertEq(c.committed, 64_000 * GRAINS);
        skip(6 days);
        bench.settleCase(incident);
        assertEq(bench.assessorOf(ann).staked, 10_000 * GRAINS);
        assertEq(bench.assessorOf(address(0xD057)).locked, 0);
    }

    function one(address who) private pure returns (address[] memory l) {
        l = new address[](1);
        l[0] = who;
    }
}
