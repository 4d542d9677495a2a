// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {LossProofsFixture} from "./LossProofsFixture.sol";

/// @notice What payouts use of a holding, across terms, listings and pools.
contract LossProofsUseTest is LossProofsFixture {
    uint256 internal constant WEEK = 7 days;
    bytes32 internal id;

    function setUp() public override {
        super.setUp();
        readyPlain();
        id = proofs.defineTerms(fixedTerms(plain));
    }

    function usedAt(bytes32 terms, address account, uint256 lossTime) internal view returns (uint256 used) {
        (,, used,,) = proofs.holdingOf(terms, account, lossTime);
    }

    function use(address account, uint256 lossTime, uint256 amount) internal {
        vm.prank(incidents);
        proofs.use(id, account, lossTime, amount);
    }

    /// @dev Losses less than a week apart share what was held; those two weeks apart never do.
    function testFuzz_use_isSharedByLossesLessThanAWeekApart(uint256 first, uint256 second) public {
        first = bound(first, 0, type(uint64).max);
        second = bound(second, 0, type(uint64).max);
        use(alice, first, 400);
        uint256 apart = first > second ? first - second : second - first;
        uint256 used = usedAt(id, alice, second);
        if (apart < WEEK) assertEq(used, 400);
        else if (apart >= 2 * WEEK) assertEq(used, 0);
        else assertTrue(used == 0 || used == 400);
    }

    function test_use_ofTheSameHoldingByTwoListings() public {
        ILossProofs.ProofTerms memory t = fixedTerms(plain);
        (t.value, t.salvage) = (3e18, true);
        bytes32 another = proofs.defineTerms(t);
        uint256 lossTime = timeOf("b16");
        use(alice, lossTime, 400);
        vm.prank(incidents);
        proofs.use(another, alice, lossTime + 1 days, 50);
        assertEq(usedAt(id, alice, lossTime), 450);
        assertEq(usedAt(another, alice, lossTime + 2 days), 450);
        assertEq(usedAt(id, bob, lossTime), 0);
    }

    function test_use_addsUpOverThreeWeeks() public {
        use(alice, 10 * WEEK, 1);
        use(alice, 11 * WEEK, 2);
        use(alice, 12 * WEEK, 4);
        assertEq(usedAt(id, alice, 9 * WEEK), 1);
        assertEq(usedAt(id, alice, 10 * WEEK), 3);
        assertEq(usedAt(id, alice, 11 * WEEK), 7);
        assertEq(usedAt(id, alice, 12 * WEEK), 6);
        assertEq(usedAt(id, alice, 13 * WEEK), 4);
        assertEq(usedAt(id, alice, 14 * WEEK), 0);
    }

    function test_use_revertsWith_OnlyIncidents_byAStranger() public {
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(ICovers.OnlyIncidents.selector, attacker));
        proofs.use(id, alice, timeOf("b16"), 1_000);
    }

    function test_use_revertsWith_UnknownProofTerms() public {
        vm.prank(incidents);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.UnknownProofTerms.selector, bytes32(0)));
        proofs.use(0, alice, 1, 1);
    }
}
