// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {CourtFixture} from "./CourtFixture.sol";

/// @notice Interests above 1 % of the weight: 100 dollars for 10,000 tokens.
contract CourtConflictTest is CourtFixture {
    uint256 private held;

    function shares() private view returns (ICourt.Position memory) {
        return ICourt.Position(ICourt.Interest.Shares, address(pool), 0);
    }

    function coverOfAnn(uint256 amount) private returns (ICourt.Position memory) {
        IPool.Purchase memory p = purchase(listing, amount, 60 days);
        p.owner = ann;
        (held,) = buy(pool, p);
        return ICourt.Position(ICourt.Interest.Cover, address(0), held);
    }

    function report(uint256 incident, ICourt.Position memory position) private {
        vm.prank(attacker);
        bench.reportConflict(incident, ann, position);
    }

    // -- At commit -----------------------------------------------------------------------------------------------

    function test_commit_revertsWith_ConflictOfInterest() public {
        deposit(pool, ann, 100e6 + 1);
        uint256 incident = committing();
        bytes32 commitment = bench.commitmentOf(incident, ann, 0, REASON, saltOf(ann));
        uint256 worth = (pool.convertToAssets(pool.balanceOf(ann)) + 1) * 1e3; // rounded up
        assertGt(worth, 100 * GRAINS);
        vm.expectRevert(encode(ICourt.ConflictOfInterest.selector, worth, 100 * GRAINS));
        vm.prank(ann);
        bench.commit(incident, commitment);
        uint256 few = pool.balanceOf(ann) / 50;
        vm.prank(ann);
        assertTrue(pool.transfer(alice, few));
        commit(incident, ann, 0);
    }

    // -- Before the commit ---------------------------------------------------------------------------------------

    function test_confirmConflict_barsFromCommitting() public {
        ICourt.Position memory position = coverOfAnn(101e6);
        skip(1 hours);
        uint256 incident = opened(1e18);
        vm.expectEmit(address(bench));
        emit ICourt.ConflictReported(
            incident, ann, ICourt.Interest.Cover, address(0), position.id, block.timestamp + 1 days
        );
        report(incident, position);
        skip(1 days - 1);
        vm.expectRevert(wrongTime(block.timestamp + 1, block.timestamp + 1 - 1 days + 12 days));
        bench.confirmConflict(incident, ann, position, 0);
        skip(1);
        vm.expectEmit(address(bench));
        emit ICourt.Barred(incident, ann);
        bench.confirmConflict(incident, ann, position, 0);
        skip(5 days);
        vm.expectRevert(abi.encodeWithSelector(ICourt.AlreadyCommitted.selector, incident, ann));
        vm.prank(ann);
        bench.commit(incident, REASON);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        report(incident, position);
    }

    // -- After it ------------------------------------------------------------------------------------------------

    function test_confirmConflict_voidsACommit() public {
        ICourt.Position memory position = coverOfAnn(101e6);
        skip(1 hours);
        uint256 incident = committing();
        commit(incident, ann, FULL);
        report(incident, position);
        skip(1 days);
        bench.confirmConflict(incident, ann, position, 0);
        assertEq(bench.assessorOf(ann).locked, 0, "and costs her nothing");
        assertEq(bench.caseOf(incident).committed, 0);
        skip(2 days);
        bytes32 commitment = bench.commitmentOf(incident, ann, FULL, REASON, saltOf(ann));
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotCommitted.selector, incident, ann, commitment));
        vm.prank(ann);
        bench.reveal(incident, FULL, REASON, saltOf(ann));
        skip(6 days);
        bench.settleCase(incident);
        address[] memory who = new address[](1);
        who[0] = ann;
        bench.settleSilent(incident, who);
        assertEq(bench.assessorOf(ann).staked, 10_000 * GRAINS);
    }

    function test_confirmConflict_voidsARevealedVote() public {
        ICourt.Position memory position = coverOfAnn(101e6);
        skip(1 hours);
        uint256 incident = committing();
        commit(incident, ann, FULL);
        commit(incident, ben, 0);
        skip(3 days);
        reveal(incident, ben, 0);
        reveal(incident, ann, FULL);
        report(incident, position);
        skip(1 days);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongSeat.selector, 0, ben));
        bench.confirmConflict(incident, ann, position, 0);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongSeat.selector, 2, address(0)));
        bench.confirmConflict(incident, ann, position, 2);
        bench.confirmConflict(incident, ann, position, 1);
        assertEq(bench.tallyOf(incident).seated, 1);
        assertEq(bench.caseOf(incident).revealed, 10_000 * GRAINS);
        assertEq(bench.caseOf(incident).committed, 10_000 * GRAINS);
        assertEq(bench.assessorOf(ann).locked, 1_000 * GRAINS, "liable as she was");
        skip(6 days);
        bench.settleCase(incident); // no quorum: nobody was wrong
        assertEq(bench.assessorOf(ann).locked, 0);
        assertEq(bench.assessorOf(ann).staked, 10_000 * GRAINS);
    }

    function test_reportConflict_ofAnExitThatWasAskedFor() public {
        deposit(pool, ann, 1_000e6);
        uint256 amount = pool.balanceOf(ann);
        uint256 request = exitOf(pool, ann, amount);
        uint256 incident = committing();
        commit(incident, ann, 0); // her shares are in the queue
        ICourt.Position memory position = ICourt.Position(ICourt.Interest.Exit, address(pool), request);
        report(incident, position);
        skip(1 days);
        bench.confirmConflict(incident, ann, position, 0);
        assertEq(bench.caseOf(incident).committed, 0);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_reportConflict_revertsWith_NoConflict() public {
        ICourt.Position memory position = coverOfAnn(100e6);
        skip(1 hours);
        uint256 incident = opened(1e18);
        bytes memory none = encode(ICourt.NoConflict.selector, 0, 100 * GRAINS);
        vm.expectRevert(encode(ICourt.NoConflict.selector, 100 * GRAINS, 100 * GRAINS));
        report(incident, position);
        vm.expectRevert(none);
        report(incident, shares());
        position.id = cover;
        vm.expectRevert(none);
        report(incident, position);
        position = ICourt.Position(ICourt.Interest.Exit, address(pool), 7);
        vm.expectRevert(none);
        report(incident, position);
    }

    /// @dev A cover on another risk is no interest in this case.
    function test_reportConflict_ofAnotherRisk() public {
        uint256 incident = opened(1e18);
        IPool.Purchase memory p = purchase(poolFor(courtTerms()), 1_000e6, 60 days);
        p.owner = ann;
        (uint256 id,) = buy(pool, p);
        vm.expectRevert(encode(ICourt.NoConflict.selector, 0, 100 * GRAINS));
        report(incident, ICourt.Position(ICourt.Interest.Cover, address(0), id));
        deposit(pool, ann, 1_000e6);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NoInterestOf.selector, pool));
        report(incident, shares());
    }

    function test_reportConflict_revertsWith_WrongTime() public {
        ICourt.Position memory position = coverOfAnn(101e6);
        skip(1 hours);
        uint256 incident = committing();
        skip(5 days - 1);
        report(incident, position);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        report(incident, position);
        skip(1);
        vm.expectRevert(wrongTime(0, block.timestamp));
        report(incident, position);
    }

    /// @dev One gift is one report, however it is written: cleared once, it is cleared.
    function test_reportConflict_revertsWith_WrongReport_underAnotherName() public {
        ICourt.Position memory position = coverOfAnn(101e6);
        skip(1 hours);
        uint256 incident = opened(1e18);
        report(incident, position);
        position.pool = attacker;
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        report(incident, position);
        vm.prank(ann);
        covers.transferFrom(ann, treasury, held);
        bench.clearConflict(incident, ann, position);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        bench.clearConflict(incident, ann, position);
    }

    function test_clearConflict_revertsWith_StillConflicted() public {
        ICourt.Position memory position = coverOfAnn(101e6);
        skip(1 hours);
        uint256 incident = opened(1e18);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        bench.clearConflict(incident, ann, position);
        vm.expectRevert(abi.encodeWithSelector(ICourt.WrongReport.selector, incident, ann));
        bench.confirmConflict(incident, ann, position, 0);
        report(incident, position);
        vm.expectRevert(encode(ICourt.StillConflicted.selector, 101 * GRAINS, 100 * GRAINS));
        bench.clearConflict(incident, ann, position);
    }

    /// @dev Disposed of but not cleared: the report is still no bar.
    function test_confirmConflict_revertsWith_NoConflict() public {
        ICourt.Position memory position = coverOfAnn(101e6);
        skip(1 hours);
        uint256 incident = opened(1e18);
        report(incident, position);
        vm.prank(ann);
        covers.transferFrom(ann, treasury, held);
        skip(1 days);
        vm.expectRevert(encode(ICourt.NoConflict.selector, 0, 100 * GRAINS));
        bench.confirmConflict(incident, ann, position, 0);
    }
}
