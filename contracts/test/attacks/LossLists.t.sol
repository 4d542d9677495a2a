// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {ILossProofs} from "../../src/claims/interfaces/ILossProofs.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {HookToken} from "../mocks/tokens/HookToken.sol";
import {GasBurner} from "../mocks/tokens/Reenterer.sol";
import {LeavesFixture} from "../unit/LeavesFixture.sol";
import {Trees} from "../unit/Trees.sol";

/// @notice Lists of losses, used by those who want more than their part of them.
contract LossListsAttack is LeavesFixture {
    function test_attack_leafUsedTwice_byOneCover() public {
        uint256 id = own(3, 10_000e6);
        uint256 incident = grantedList(1e18);
        IIncidents.LeafClaim[] memory twice = new IIncidents.LeafClaim[](2);
        (twice[0], twice[1]) = (Trees.claimOf(id, leaves, 3, 1), Trees.claimOf(id, leaves, 3, 1));
        assertEq(incidents.settleLeaves(incident, twice), 4_000e6, "once in a call");
        expectNothing(incident, id, 3, 1);
    }

    function test_attack_leafUsedTwice_byTwoCovers() public {
        (uint256 a, uint256 b) = (own(3, 3_000e6), own(3, 3_000e6));
        uint256 incident = grantedList(1e18);
        assertEq(settleLeaf(incident, a, 3), 3_000e6);
        assertEq(settleLeaf(incident, b, 3), 1_000e6);
    }

    function test_attack_leafUsedTwice_byASponsorsCover_inOneCall() public {
        uint256 id = sponsored(5_000e6);
        uint256 incident = grantedList(1e18);
        IIncidents.LeafClaim[] memory twice = new IIncidents.LeafClaim[](2);
        (twice[0], twice[1]) = (Trees.claimOf(id, leaves, 0, 4), Trees.claimOf(id, leaves, 1, 2));
        assertEq(incidents.settleLeaves(incident, twice), 5_000e6);
    }

    function test_attack_leafUsedInTwoPools() public {
        uint256 a = own(3, 3_000e6);
        Pool first = anotherPool();
        uint256 b = own(3, 3_000e6);
        uint256 incident = grantedList(1e18);
        assertEq(settleLeaf(incident, b, 3), 3_000e6);
        assertEq(settleLeaf(incident, a, 3), 1_000e6);
        assertSound(first);
        assertSound(pool);
    }

    function test_attack_leafUsedByAStranger() public {
        uint256 id = sellFor(attacker, attacker, 10_000e6);
        consent(id, attacker);
        uint256 incident = grantedList(1e18);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 3, 1);
        vm.prank(attacker);
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.LeafOfAnotherAccount.selector, id, attacker, victim(3), uint256(1))
        );
        incidents.settleLeaves(incident, claims);
        claims[0].leaves[0].account = attacker;
        vm.prank(attacker);
        vm.expectPartialRevert(IIncidents.LeavesOfAnotherRoot.selector);
        incidents.settleLeaves(incident, claims);
    }

    /// @dev The sum that was ruled is part of no hash: whoever rules another one than the leaves have proves nothing.
    function test_attack_rootWhoseLeavesExceedItsSum_provesNoLeaf() public {
        uint256 id = sponsored(10_000e6);
        (bytes32 root,) = Trees.rootOf(leaves);
        uint256 incident = assertLosses(1e18, root, 100 * DOLLAR, block.timestamp - 1);
        courtRules(incident, GRANTED, 1e18);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 0, 1);
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.LossSumMismatch.selector, incident, 100 * DOLLAR, 10_000 * DOLLAR)
        );
        incidents.settleLeaves(incident, claims);
        // It bars nobody from the true one.
        uint256 second = grantedList(1e18);
        assertEq(settleAll(second, id), 10_000e6);
    }

    /// @dev A node inside the tree states less than its leaves: its parent's hash binds what it stated.
    function test_attack_nodeThatStatesLessThanItsLeaves() public {
        uint256 id = sponsored(10_000e6);
        bytes32 big = leafHash(attacker, 1_000_000 * DOLLAR);
        bytes32 small = leafHash(victim(0), 1_000 * DOLLAR);
        // A tree made by hand: the attacker's leaf stands for no loss at all.
        bytes32 root = keccak256(abi.encode(small, 1_000 * DOLLAR, big, uint256(0)));
        uint256 incident = assertLosses(1e18, root, 1_000 * DOLLAR, block.timestamp - 1);
        courtRules(incident, GRANTED, 1e18);
        IIncidents.LeafClaim[] memory claims = new IIncidents.LeafClaim[](1);
        claims[0].id = id;
        claims[0].leaves = new IIncidents.Leaf[](1);
        claims[0].leaves[0] = IIncidents.Leaf(attacker, uint128(1_000_000 * DOLLAR));
        claims[0].proof.first = 1;
        claims[0].proof.depth = 1;
        claims[0].proof.nodes = new IIncidents.LeafNode[](1);
        claims[0].proof.nodes[0] = IIncidents.LeafNode(small, uint128(1_000 * DOLLAR));
        vm.expectPartialRevert(IIncidents.LeavesOfAnotherRoot.selector);
        incidents.settleLeaves(incident, claims);
        claims[0].leaves[0] = IIncidents.Leaf(victim(0), uint128(1_000 * DOLLAR));
        claims[0].proof.first = 0;
        claims[0].proof.nodes[0] = IIncidents.LeafNode(big, 0);
        incidents.settleLeaves(incident, claims);
        assertEq(usd.balanceOf(victim(0)), 1_000e6, "the honest leaf is not starved");
    }

    /// @dev 128 bytes of a node cannot pass for a leaf, which is hashed twice from 32.
    function test_attack_nodePassedForALeaf() public {
        uint256 id = sponsored(10_000e6);
        uint256 incident = grantedList(1e18);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 0, 1);
        claims[0].proof.depth = 1;
        claims[0].leaves[0] =
            IIncidents.Leaf(address(uint160(uint256(leafHash(victim(0), 1_000 * DOLLAR)))), uint128(3_000 * DOLLAR));
        IIncidents.LeafNode[] memory nodes = new IIncidents.LeafNode[](1);
        nodes[0] = claims[0].proof.nodes[1];
        claims[0].proof.nodes = nodes;
        vm.expectPartialRevert(IIncidents.LeavesOfAnotherRoot.selector);
        incidents.settleLeaves(incident, claims);
    }

    function test_attack_leafOfAnotherRoot() public {
        uint256 id = sponsored(10_000e6);
        uint256 incident = grantedList(1e18);
        leaves[3].loss = uint128(40_000 * DOLLAR);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 3, 1);
        vm.expectPartialRevert(IIncidents.LeavesOfAnotherRoot.selector);
        incidents.settleLeaves(incident, claims);
    }

    // -- A second list for the same event ------------------------------------------------------------------------

    function test_attack_sameListAgain_isPaidOnce_andReservesNothing() public {
        uint256 id = sponsored(20_000e6);
        uint256 lossTime = block.timestamp - 1;
        uint256 first = grantedListAt(1e18, lossTime);
        settleAll(first, id);
        uint256 second = grantedListAt(1e18, lossTime);
        assertEq(incidents.incidentOf(second).share, 0);
        pool.step(10);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 0, 4);
        vm.expectRevert(abi.encodeWithSelector(IPool.NoReserve.selector, second));
        incidents.settleLeaves(second, claims);
        assertEq(pool.fundingOf(second), 0);
    }

    /// @dev A second list of the event states the losses anew: nobody gets more than the larger one, and who was left out
    /// is paid now, in any order.
    function testFuzz_attack_secondListForTheSameEvent(bool secondFirst, uint256 more) public {
        more = bound(more, 0, 5_000 * DOLLAR);
        (uint256 mine, uint256 late, uint256 all) = (own(3, 20_000e6), own(9, 20_000e6), sponsored(2_000e6));
        uint256 lossTime = block.timestamp - 1;
        uint256 first = grantedListAt(1e18, lossTime);
        IIncidents.LeafClaim[] memory claimsOfFirst = new IIncidents.LeafClaim[](2);
        (claimsOfFirst[0], claimsOfFirst[1]) = (Trees.claimOf(mine, leaves, 3, 1), Trees.claimOf(all, leaves, 0, 4));
        leaves[3].loss += uint128(more);
        leaves.push(IIncidents.Leaf(victim(9), uint128(7_000 * DOLLAR)));
        uint256 second = grantedListAt(1e18, lossTime);
        assertEq(incidents.incidentOf(second).eventId, first);
        if (!secondFirst) incidents.settleLeaves(first, claimsOfFirst);
        IIncidents.LeafClaim[] memory claims = new IIncidents.LeafClaim[](3);
        (claims[0], claims[1]) = (Trees.claimOf(mine, leaves, 3, 1), Trees.claimOf(late, leaves, 4, 1));
        claims[2] = Trees.claimOf(all, leaves, 0, 5);
        incidents.settleLeaves(second, claims);
        if (secondFirst) try incidents.settleLeaves(first, claimsOfFirst) {} catch {}
        assertLe(usd.balanceOf(victim(3)), 4_000e6 + more / 1e12, "CLM-4: at most the larger of both leaves");
        assertGe(usd.balanceOf(victim(3)), 4_000e6);
        assertEq(usd.balanceOf(victim(9)), 7_000e6, "who was left out is paid in full");
        assertLe(covers.coverOf(all).insured - covers.coverOf(all).amount, 2_000e6, "never more than was insured");
        assertSound(pool);
    }

    // -- Sponsors who mean no good -------------------------------------------------------------------------------

    /// @dev A pool of a token of no worth cannot back the listing: paid in it, everyone's loss would be used up.
    function test_attack_sponsorInATokenOfNoWorth_isRefusedByThePool() public {
        TestToken junk = new TestToken("Junk", "J", 6);
        Pool bad = newPool(address(junk));
        vm.prank(curator);
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.RootTermsOfAnotherAsset.selector, rootTerms, address(usd), address(junk))
        );
        bad.setBacking(listed, 0, 1, NO_LIMIT);
    }

    function test_attack_dustSponsor_takesNothingFromOwnCovers() public {
        (uint256 dust, uint256 mine) = (sponsored(1), own(3, 10_000e6));
        uint256 incident = grantedList(1e18);
        expectNothing(incident, dust, 0, 4);
        assertEq(settleLeaf(incident, mine, 3), 4_000e6);
    }

    /// @dev An emptied pool of the attacker's claims on every leaf and pays next to nothing: what it does not pay uses up
    /// nobody's loss.
    function test_attack_sponsorInAnEmptiedPool_usesUpNoLoss() public {
        uint256 mine = own(3, 35 * MILLION / 10);
        anotherPool();
        uint256 bad = sponsored(5 * MILLION);
        uint256 drained = buy(pool, depeg, 64 * MILLION / 10, 30 days);
        skip(1 hours);
        for (uint256 i; i < 4; ++i) {
            leaves[i].loss *= 1_000;
        }
        uint256 emptying = openDepeg();
        grant(emptying, 1e18);
        settle(emptying, drained);
        uint256 incident = grantedList(1e18);
        settleAll(incident, bad);
        uint256 bySponsor = usd.balanceOf(victim(3));
        assertLt(bySponsor, 15 * MILLION / 10, "the pool is short");
        (, uint256 used) = incidents.leafUseOf(incident, victim(3));
        assertEq(used, bySponsor);
        assertEq(settleLeaf(incident, mine, 3), 4 * MILLION - bySponsor, "all that was left of the loss");
    }

    /// @dev He who would have to pay in full settles a loss that is insured twice in the other pool first, which is short: what it
    /// claims and cannot pay is used up until it can. Only with the consent of the account, which else settles by itself.
    function test_attack_shortPoolSettledFirst_onlyWithConsent() public {
        for (uint256 i; i < 4; ++i) {
            leaves[i].loss *= 1_000;
        }
        uint256 good = sellFor(victim(3), victim(3), 4 * MILLION);
        anotherPool();
        uint256 bad = sellFor(victim(3), victim(3), 4 * MILLION);
        uint256 drained = buy(pool, depeg, 64 * MILLION / 10, 30 days);
        skip(1 hours);
        uint256 emptying = openDepeg();
        grant(emptying, 1e18);
        settle(emptying, drained);
        uint256 incident = grantedList(1e18);
        expectNothing(incident, bad, 3, 1);
        uint256 snapshot = vm.snapshotState();
        consent(bad, victim(3));
        uint256 first = settleLeaf(incident, bad, 3);
        assertLt(first, 4 * MILLION, "the pool is short");
        consent(good, victim(3));
        expectNothing(incident, good, 3, 1);

        vm.revertToState(snapshot);
        IIncidents.LeafClaim[] memory claims = claimsOf(good, 3, 1);
        vm.prank(victim(3));
        assertEq(incidents.settleLeaves(incident, claims), 4 * MILLION);
    }

    // -- Receivers -----------------------------------------------------------------------------------------------

    function test_attack_hostileReceiverAmongAHundredLeaves_blocksNobody() public {
        delete leaves;
        for (uint256 i; i < 100; ++i) {
            leaves.push(IIncidents.Leaf(victim(i), uint128(100 * DOLLAR)));
        }
        HookToken token = new HookToken(6);
        usd = token;
        rootTerms = proofs.defineRootTerms(ILossProofs.RootTerms(address(usd), 1e18, address(0), 0));
        listed = poolFor(leafTerms());
        uint256 id = sponsored(10_000e6);
        uint256 incident = grantedList(1e18);
        token.setHook(victim(7), new GasBurner());
        vm.expectEmit(address(pool));
        emit IPool.PayoutKept(victim(7), 100e6);
        settleAll(incident, id);
        for (uint256 i; i < 100; ++i) {
            if (i != 7) assertEq(usd.balanceOf(victim(i)), 100e6);
        }
        assertSound(pool);
    }

    function leafHash(address account, uint256 loss) private pure returns (bytes32) {
        return keccak256(abi.encode(keccak256(abi.encode(account, loss))));
    }
}
