// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {LeavesFixture} from "../LeavesFixture.sol";
import {Trees} from "../Trees.sol";

contract IncidentsSettleLeavesTest is LeavesFixture {
    // -- A cover of one account ----------------------------------------------------------------------------------

    /// @dev claim = max(0, min(base × ratio, loss) − base × deductible).
    function testFuzz_settleLeaves_own_paysTheLesserOfInsuredAndLost(uint256 amount, uint64 ratio) public {
        amount = bound(amount, 1e6, 100_000e6);
        ratio = uint64(bound(ratio, 1e14, 1e18));
        uint256 id = own(1, amount);
        uint256 incident = grantedList(ratio);
        uint256 expected = amount * ratio / WAD;
        if (expected > 2_000e6) expected = 2_000e6;
        assertEq(settleLeaf(incident, id, 1), expected);
        assertEq(usd.balanceOf(victim(1)), expected);
        assertEq(covers.coverOf(id).amount, amount - expected);
        (,, bool done) = incidents.settlementOf(incident, id);
        assertTrue(done);
        expectNothing(incident, id, 1, 1);
        assertSound(pool);
    }

    function test_settleLeaves_own_bearsTheDeductible() public {
        IListings.Terms memory t = leafTerms();
        t.deductible = 0.1e18;
        listed = poolFor(t);
        uint256 id = own(1, 5_000e6);
        uint256 incident = grantedList(1e18);
        assertEq(settleLeaf(incident, id, 1), 1_500e6, "2,000 less a tenth of 5,000");
    }

    function test_settleLeaves_severalCovers_inOneCall() public {
        (uint256 a, uint256 b, uint256 all) = (own(0, 600e6), own(2, 10_000e6), sponsored(1_000e6));
        uint256 incident = grantedList(1e18);
        IIncidents.LeafClaim[] memory claims = new IIncidents.LeafClaim[](3);
        claims[0] = Trees.claimOf(a, leaves, 0, 1);
        claims[1] = Trees.claimOf(b, leaves, 2, 1);
        claims[2] = Trees.claimOf(all, leaves, 0, 4);
        vm.prank(keeper);
        assertEq(incidents.settleLeaves(incident, claims), 600e6 + 3_000e6 + 100e6 + 200e6 + 400e6);
        assertEq(usd.balanceOf(victim(2)), 3_000e6, "its loss, and no part of the sponsor's");
        assertSound(pool);
    }

    function test_settleLeaves_own_withoutConsent_isSettledByTheAccountOnly_andPaysIt() public {
        uint256 id = sellFor(attacker, victim(1), 5_000e6);
        uint256 incident = grantedList(1e18);
        expectNothing(incident, id, 1, 1);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 1, 1);
        vm.prank(victim(1));
        incidents.settleLeaves(incident, claims);
        assertEq(usd.balanceOf(victim(1)), 2_000e6);
        assertEq(usd.balanceOf(attacker), 0);
    }

    // -- A sponsor's cover ---------------------------------------------------------------------------------------

    /// @dev A cover for less than all that was lost pays every leaf the same part, whatever the order and the batches.
    function testFuzz_settleLeaves_sponsor_paysProRata(uint256 amount, uint64 ratio, uint256 cut) public {
        amount = bound(amount, 1e6, 20_000e6);
        ratio = uint64(bound(ratio, 1e14, 1e18));
        cut = bound(cut, 1, 3);
        uint256 id = sponsored(amount);
        uint256 incident = grantedList(ratio);
        uint256 whole = amount * ratio / WAD;
        if (whole > 10_000e6) whole = 10_000e6;
        uint256 paid;
        if (whole * 3 / 10 != 0) paid = settleLeaves(incident, id, cut, 4 - cut);
        if (whole / 10 != 0) paid += settleLeaves(incident, id, 0, cut);
        assertLe(paid, whole, "CLM-1");
        assertApproxEqAbs(paid, whole, 4);
        for (uint256 i; i < 4; ++i) {
            assertEq(usd.balanceOf(victim(i)), whole * (i + 1) / 10, "pro rata of all leaves, rounded down");
        }
        expectNothing(incident, id, 0, 4);
        assertSound(pool);
    }

    function test_settleLeaves_sponsor_deductibleIsOfTheWholeCover() public {
        IListings.Terms memory t = leafTerms();
        t.deductible = 0.1e18;
        listed = poolFor(t);
        uint256 id = sponsored(20_000e6);
        uint256 incident = grantedList(1e18);
        assertEq(settleAll(incident, id), 8_000e6, "10,000 less a tenth of 20,000");
        assertEq(usd.balanceOf(victim(3)), 3_200e6);
    }

    function test_settleLeaves_sponsor_transferredAfterTheLoss_stillPaysTheAccounts() public {
        uint256 id = sponsored(10_000e6);
        uint256 incident = grantedList(1e18);
        vm.prank(sponsor);
        covers.transferFrom(sponsor, attacker, id);
        vm.prank(attacker);
        covers.setPayee(id, attacker);
        assertEq(settleAll(incident, id), 10_000e6);
        assertEq(usd.balanceOf(victim(3)), 4_000e6);
        assertEq(usd.balanceOf(attacker), 0);
    }

    function test_settleLeaves_sponsor_cannotBeCancelledOnceTheLossIsAsserted() public {
        uint256 id = sponsored(10_000e6);
        grantedList(1e18);
        vm.prank(sponsor);
        vm.expectRevert();
        pool.cancel(id, 0);
    }

    function test_settleLeaves_sponsor_andOwnCover_neverPayMoreThanTheLoss() public {
        (uint256 all, uint256 mine) = (sponsored(5_000e6), own(3, 10_000e6));
        uint256 incident = grantedList(1e18);
        settleAll(incident, all);
        assertEq(usd.balanceOf(victim(3)), 2_000e6, "half of its loss");
        assertEq(settleLeaf(incident, mine, 3), 2_000e6, "what was left of it");
        (uint256 byOwn, uint256 bySponsor) = incidents.leafUseOf(incident, victim(3));
        assertEq(byOwn, 2_000e6);
        assertEq(bySponsor, 2_000e6);
        assertEq(incidents.leafClaimOf(incident, all, victim(3)), 2_000e6);
    }

    /// @dev CLM-4 over random covers of two sponsors and of the account, in two pools, settled in any order, some twice.
    function testFuzz_settleLeaves_anyCoversOfALeaf_neverPayMoreThanTheLoss(uint256[4] memory amounts, uint256 order)
        public
    {
        uint256[4] memory ids;
        for (uint256 i; i < 4; ++i) {
            amounts[i] = bound(amounts[i], 1e6, 15_000e6);
            if (i == 2) anotherPool();
            ids[i] = i % 2 == 0 ? sponsored(amounts[i]) : own(1, amounts[i]);
        }
        uint256 incident = grantedList(1e18);
        for (uint256 i; i < 12; ++i) {
            uint256 next = uint256(keccak256(abi.encode(order, i))) % 4;
            try this.settleOne(incident, ids[next]) {} catch {}
        }
        (uint256 byOwn, uint256 bySponsor) = incidents.leafUseOf(incident, victim(1));
        assertEq(byOwn + bySponsor, usd.balanceOf(victim(1)), "used up by the money paid");
        assertLe(usd.balanceOf(victim(1)), 2_000e6, "CLM-4");
    }

    function settleOne(uint256 incident, uint256 id) external {
        settleLeaf(incident, id, 1);
    }

    /// @dev Where a grain is many units, every batch takes a part of one that it does not pay: the last leaf lacks none of it.
    function testFuzz_settleLeaves_sponsor_inPartsOfGrains_paysEachLeafInFull(uint256 amount, uint256 seed) public {
        usd = new TestToken("Ether", "E", 18);
        rootTerms = proofs.defineRootTerms(ILossProofs.RootTerms(address(usd), 1e18, address(0), 0));
        listed = poolFor(leafTerms());
        deposit(pool, alice, 100_000e18);
        amount = bound(amount, 1, 20_000e6) * 1e12;
        for (uint256 i; i < 4; ++i) {
            leaves[i].loss = uint128(bound(uint256(keccak256(abi.encode(seed, i))), 1, 5_000e18));
        }
        uint256 id = sponsored(amount);
        uint256 incident = grantedList(1e18);
        (, uint256 lossSum) = Trees.rootOf(leaves);
        uint256 whole = amount < lossSum ? amount : lossSum;
        for (uint256 i; i < 4; ++i) {
            try this.settleOneOf(incident, id, i) {} catch {}
            assertEq(usd.balanceOf(victim(i)), whole * leaves[i].loss / lossSum);
        }
    }

    function settleOneOf(uint256 incident, uint256 id, uint256 i) external {
        settleLeaf(incident, id, i);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_settleLeaves_revertsWith_LeafOfAnotherAccount() public {
        uint256 id = own(1, 1_000e6);
        uint256 incident = grantedList(1e18);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 2, 1);
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.LeafOfAnotherAccount.selector, id, victim(1), victim(2), uint256(1))
        );
        incidents.settleLeaves(incident, claims);
        claims = claimsOf(id, 1, 2);
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.LeafOfAnotherAccount.selector, id, victim(1), victim(1), uint256(2))
        );
        incidents.settleLeaves(incident, claims);
    }

    function test_settleLeaves_revertsWith_ProofErrors() public {
        uint256 id = sponsored(1_000e6);
        uint256 incident = grantedList(1e18);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 1, 1);
        claims[0].proof.depth = 3;
        vm.expectRevert(abi.encodeWithSelector(IIncidents.LeafProofTooShort.selector, uint256(2)));
        incidents.settleLeaves(incident, claims);
        claims[0].proof.depth = 1;
        vm.expectRevert(abi.encodeWithSelector(IIncidents.LeafProofTooLong.selector, uint256(2), uint256(1)));
        incidents.settleLeaves(incident, claims);
        claims[0].proof.first = 2;
        vm.expectRevert(abi.encodeWithSelector(IIncidents.LeavesOutOfTree.selector, uint256(2), uint256(1), uint256(1)));
        incidents.settleLeaves(incident, claims);
        claims[0].proof.depth = 33;
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.LeavesOutOfTree.selector, uint256(2), uint256(1), uint256(33))
        );
        incidents.settleLeaves(incident, claims);
        claims[0].leaves = new IIncidents.Leaf[](0);
        claims[0].proof.depth = 2;
        vm.expectRevert(abi.encodeWithSelector(IIncidents.LeavesOutOfTree.selector, uint256(2), uint256(0), uint256(2)));
        incidents.settleLeaves(incident, claims);
    }

    function test_settle_revertsWith_SettledByLeaves() public {
        uint256 id = sponsored(1_000e6);
        uint256 incident = grantedList(1e18);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SettledByLeaves.selector, incident, true));
        incidents.settle(incident, list(id));
    }

    function test_settleLeaves_revertsWith_SettledByLeaves() public {
        uint256 id = sellDepeg(1_000e6, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SettledByLeaves.selector, incident, false));
        incidents.settleLeaves(incident, claims);
    }

    // -- What was in force ---------------------------------------------------------------------------------------

    function test_settleLeaves_skipsWhatWasNotInForce() public {
        uint256 early = own(0, 1_000e6);
        uint256 lossTime = block.timestamp - 2 hours;
        uint256 incident = grantedListAt(1e18, lossTime);
        expectNothing(incident, early, 0, 1);
        incident = grantedListAt(1e18, block.timestamp - 1);
        (, uint256 open) = incidents.head(riskOf(listed));
        assertEq(open, 0);
    }
}
