// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {LeavesFixture} from "../LeavesFixture.sol";
import {Trees} from "../Trees.sol";

/// @notice Asserting and ruling a list of losses, and what pools reserve for it.
contract IncidentsLossesTest is LeavesFixture {
    // -- Assert --------------------------------------------------------------------------------------------------

    function test_assertLoss_keepsRootAndSum() public {
        sponsored(1_000e6);
        (bytes32 root, uint256 lossSum) = Trees.rootOf(leaves);
        IIncidents.Assertion memory a = assertion(listed, block.timestamp - 1, 1e18);
        (a.root, a.lossSum) = (root, uint128(lossSum));
        usd.mint(keeper, 100e6);
        vm.startPrank(keeper);
        usd.approve(address(incidents), 100e6);
        vm.expectEmit(address(incidents));
        emit IIncidents.LossesAsserted(1, root, lossSum);
        uint256 incident = incidents.assertLoss(a);
        vm.stopPrank();
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(i.root, root);
        assertEq(i.lossSum, lossSum);
    }

    function test_assertLoss_revertsWith_RootMismatch() public {
        sponsored(1_000e6);
        buy(pool, hack, 1_000e6, 30 days);
        skip(1 hours);
        refused(listed, 0, 5);
        refused(listed, keccak256("root"), 0);
        refused(hack, keccak256("root"), 5);
    }

    function refused(uint256 listing, bytes32 root, uint128 lossSum) private {
        IIncidents.Assertion memory a = assertion(listing, block.timestamp - 1, 1e18);
        (a.root, a.lossSum) = (root, lossSum);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.RootMismatch.selector, listing, root, uint256(lossSum)));
        incidents.assertLoss(a);
    }

    // -- Rule and reserve ----------------------------------------------------------------------------------------

    /// @dev R = min(exposure × share, what the leaves are worth).
    function testFuzz_rule_reservesNoMoreThanTheLeaves(uint256 amount, uint64 ratio, uint256 lossSum) public {
        amount = bound(amount, 1e6, 1_000_000e6);
        ratio = uint64(bound(ratio, 1e14, 1e18));
        lossSum = bound(lossSum, 1, 2_000_000 * DOLLAR);
        sponsored(amount);
        uint256 incident = assertLosses(ratio, keccak256("root"), lossSum, block.timestamp - 1);
        courtRules(incident, GRANTED, ratio);
        pool.step(10);
        uint256 most = (lossSum + 1e12 - 1) / 1e12;
        uint256 share = (amount * ratio + WAD - 1) / WAD;
        assertEq(pool.capital().funded, most < share ? most : share);
    }

    function test_rule_takesTheRuledListBeforeTheAssertedOne() public {
        uint256 id = sponsored(20_000e6);
        (bytes32 root, uint256 lossSum) = Trees.rootOf(leaves);
        uint256 incident = assertLosses(1e18, keccak256("another"), 5 * DOLLAR, block.timestamp - 1);
        court.setLosses(incident, 1e18, root, lossSum);
        vm.expectEmit(address(incidents));
        emit IIncidents.LossesGranted(incident, root, lossSum, 10_000e6);
        incidents.rule(incident);
        assertEq(incidents.entries(1, 1)[0].most, 10_000e6);
        assertEq(settleAll(incident, id), 10_000e6);
    }

    function test_rule_aListThatProvesNothing_isDismissed() public {
        sponsored(1_000e6);
        for (uint256 i; i < 2; ++i) {
            uint256 incident = assertLosses(1e18, keccak256("another"), 5 * DOLLAR, block.timestamp - 1);
            court.setLosses(incident, 1e18, keccak256("root"), i == 0 ? 0 : uint256(type(uint128).max) + 1);
            incidents.rule(incident);
            assertEq(incidents.incidentOf(incident).share, 0);
        }
        pool.step(10);
        assertEq(pool.capital().funded, 0);
    }

    /// @dev Who was left out gets a list of his own, though the ratio did not rise.
    function test_rule_aFurtherListOfTheEvent_isReserved_theSameIsNot() public {
        sponsored(20_000e6);
        uint256 lossTime = block.timestamp - 1;
        uint256 first = grantedListAt(1e18, lossTime);
        uint256 same = grantedListAt(1e18, lossTime);
        leaves.push(IIncidents.Leaf(victim(9), uint128(500 * DOLLAR)));
        uint256 further = grantedListAt(1e18, lossTime);
        assertEq(incidents.incidentOf(same).share, 0);
        assertEq(incidents.incidentOf(further).share, 1e18);
        assertEq(incidents.incidentOf(further).eventId, first);
        pool.step(10);
        assertEq(pool.capital().funded, 20_000e6 + 500e6);
    }

    // -- Value by a feed -----------------------------------------------------------------------------------------

    function test_defineRootTerms_revertsWith_InvalidProofTerms() public {
        undefined(ILossProofs.RootTerms(address(this), 1e18, address(0), 0), "asset");
        undefined(ILossProofs.RootTerms(address(usd), 1e18, address(1), 0), "feed");
        undefined(ILossProofs.RootTerms(address(usd), 0, address(0), 0), "feed");
        undefined(ILossProofs.RootTerms(address(usd), 1e18, address(0), 5), "heartbeat");
        undefined(ILossProofs.RootTerms(address(usd), 1e39, address(0), 0), "value");
    }

    function undefined(ILossProofs.RootTerms memory terms, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.InvalidProofTerms.selector, field));
        proofs.defineRootTerms(terms);
    }

    function test_defineRootTerms_isIdempotent() public {
        assertEq(proofs.defineRootTerms(ILossProofs.RootTerms(address(usd), 1e18, address(0), 0)), rootTerms);
        (uint256 value, uint256 unit) = proofs.valueOf(rootTerms, 5);
        assertEq(value, 1e18);
        assertEq(unit, 1e6);
        assertTrue(proofs.canSell(rootTerms));
    }

    function test_requireBackable_revertsWith_itsErrors() public {
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ProofTermsOfAnotherKind.selector, rootTerms, true));
        proofs.requireBackable(rootTerms, false, address(usd));
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.UnknownProofTerms.selector, keccak256("unknown")));
        proofs.requireBackable(keccak256("unknown"), true, address(usd));
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.RootTermsOfAnotherAsset.selector, rootTerms, address(usd), address(1))
        );
        proofs.requireBackable(rootTerms, true, address(1));
    }

    /// @dev Until the feed's round is proven nothing is settled, and the reserve is bounded by the share alone.
    function test_settleLeaves_revertsWith_ValueNotProven() public {
        uint256 id = sponsored(20_000e6);
        uint256 incident = grantedList(1e18);
        vm.mockCall(
            address(proofs), abi.encodeWithSelector(ILossProofs.valueOf.selector), abi.encode(uint256(0), uint256(1e6))
        );
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 0, 4);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIncidents.ValueNotProven.selector, rootTerms, uint256(incidents.incidentOf(incident).lossTime)
            )
        );
        incidents.settleLeaves(incident, claims);
        leaves.push(IIncidents.Leaf(victim(9), uint128(500 * DOLLAR)));
        uint256 second = grantedList(1e18);
        assertEq(incidents.entries(3, 1)[0].most, 0);
        pool.step(10);
        assertEq(pool.fundingOf(second), 1e18);
    }

    function test_create_takesAnyEventWindowWithALeafProof() public {
        IListings.Terms memory t = leafTerms();
        t.eventWindow = 30 days;
        assertGt(listings.create(t, "A list of losses."), 0);
    }
}
