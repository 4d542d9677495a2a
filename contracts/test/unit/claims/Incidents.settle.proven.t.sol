// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {ProvenFixture} from "../ProvenFixture.sol";

contract IncidentsSettleProvenTest is ProvenFixture {
    // -- The proven loss caps the payout -------------------------------------------------------------------------

    /// @dev claim = max(0, min(base × ratio, proven × ratio) − base × deductible).
    function testFuzz_settle_proven_paysTheLesserOfInsuredAndProven(uint256 amount, uint256 held, uint64 ratio) public {
        amount = bound(amount, 1e6, 100_000e6);
        held = bound(held, 0, 200_000e18);
        ratio = uint64(bound(ratio, 0.1e18 + 1, 1e18));
        uint256 id = sellProven(proven, amount);
        uint256 incident = granted(proven, ratio);
        prove(held);
        uint256 worth = held * 2 / 1e12;
        uint256 loss = (worth < amount ? worth : amount) * ratio / 1e18;
        uint256 borne = (amount * 0.1e18 + 1e18 - 1) / 1e18;
        uint256 claim = loss > borne ? loss - borne : 0;
        if (claim == 0) {
            vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
            settle(incident, id);
            return;
        }
        assertApproxEqAbs(settle(incident, id), claim, 1);
        assertLe(usd.balanceOf(account), claim, "never more than the formula");
        assertSound(pool);
    }

    function test_settle_proven_skipsWithoutProof_andNeverSettlesAtZero() public {
        uint256 id = sellProven(proven, 1_000e6);
        uint256 incident = granted(proven, 0.5e18);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, id);
        prove(10_000 * TOKEN);
        assertEq(settle(incident, id), 400e6);
    }

    /// @dev More ids of a collection may be proven after the first payment, more tokens handed over.
    function test_settle_proven_paysWhatIsProvenLater() public {
        uint256 id = sellProven(proven, 1_000e6);
        uint256 incident = granted(proven, 0.5e18);
        prove(250 * TOKEN);
        assertEq(settle(incident, id), 150e6);
        prove(500 * TOKEN);
        assertEq(settle(incident, id), 250e6);
        prove(1_000 * TOKEN);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, id);
    }

    /// @dev Where a grain is many units, a claim takes a part of one that it does not pay: nothing is asked for it again.
    function test_settle_proven_inPartsOfGrains_paysOnce() public {
        pool = newPool(address(new TestToken("Ether", "E", 18)));
        back(pool, proven, 2, 3);
        deposit(pool, alice, 1_000_000e18);
        uint256 id = sellProven(proven, 1_000e18);
        uint256 incident = granted(proven, 0.7e18);
        for (uint256 part = 1; part <= 3; ++part) {
            prove(part * TOKEN * 1_000 / 7);
            settle(incident, id);
            vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
            settle(incident, id);
        }
    }

    // -- CLM-4: a holding is paid once ---------------------------------------------------------------------------

    function test_settle_proven_theSameHoldingUnderTwoCovers_isPaidOnce() public {
        uint256 a = sellProven(proven, 1_000e6);
        uint256 b = sellProven(proven, 1_000e6);
        uint256 incident = granted(proven, 1e18);
        prove(500 * TOKEN);
        incidents.settle(incident, list(a, b));
        assertEq(usd.balanceOf(account), 900e6, "one of them, less the deductible");
    }

    function test_settle_proven_theSameHoldingInTwoPools_isPaidOnce() public {
        Pool other = pool;
        uint256 a = sellProven(proven, 1_000e6);
        pool = newPool(address(usd));
        back(pool, proven, 2, 3);
        deposit(pool, bob, MILLION);
        uint256 b = sellProven(proven, 1_000e6);
        uint256 incident = openTriggered(other, proven, block.timestamp - 1);
        grant(incident, 1e18);
        prove(500 * TOKEN);
        assertEq(settle(incident, a), 900e6);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, b);
    }

    function test_settle_proven_theSameHoldingUnderTwoListings_isPaidOnce() public {
        uint256 a = sellProven(proven, 1_000e6);
        uint256 b = sellProven(judged, 1_000e6);
        uint256 first = granted(proven, 1e18);
        uint256 second = assertLoss(pool, keeper, judged, block.timestamp - 1, 1e18);
        courtRules(second, GRANTED, 1e18);
        prove(500 * TOKEN);
        assertEq(settle(first, a), 900e6);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, second));
        settle(second, b);
        prove(1_000 * TOKEN);
        assertApproxEqAbs(settle(second, b), 900e6, 200e6, "what the first left unused is not lost");
    }

    // -- Raises --------------------------------------------------------------------------------------------------

    /// @dev The order in which a grant and its raise are settled changes nothing.
    function testFuzz_settle_proven_raisesInAnyOrder(uint256 held, uint64 first, uint64 second, bool reversed) public {
        held = bound(held, 1 * TOKEN, 1_000 * TOKEN);
        first = uint64(bound(first, 0.11e18, 0.5e18));
        second = uint64(bound(second, first + 0.01e18, 1e18));
        uint256 id = sellProven(judged, 1_000e6);
        uint256 lossTime = block.timestamp - 1;
        uint256 a = assertLoss(pool, keeper, judged, lossTime, first);
        courtRules(a, GRANTED, first);
        uint256 b = assertLoss(pool, keeper, judged, lossTime, second);
        courtRules(b, GRANTED, second);
        prove(held);
        uint256 worth = held * 2 / 1e12;
        uint256 loss = (worth < 1_000e6 ? worth : 1_000e6) * second / 1e18;
        uint256 expected = loss > 100e6 ? loss - 100e6 : 0;
        uint256[2] memory order = reversed ? [b, a] : [a, b];
        for (uint256 i; i < 2; ++i) {
            try incidents.settle(order[i], list(id)) {} catch {}
        }
        assertApproxEqAbs(usd.balanceOf(account), expected, 2);
        assertLe(usd.balanceOf(account), expected);
        assertSound(pool);
    }

    /// @dev What another cover took by the raise is not missing from the earlier ruling, which is paid already.
    function testFuzz_attack_twoCoversOfOneHolding_settledCrosswiseOverARaise_arePaidOnce(uint256 order) public {
        uint256 a = sellProven(judged, 1_000e6);
        uint256 b = sellProven(judged, 1_000e6);
        uint256 lossTime = block.timestamp - 1;
        uint256 first = assertLoss(pool, keeper, judged, lossTime, 0.5e18);
        courtRules(first, GRANTED, 0.5e18);
        uint256 raise = assertLoss(pool, keeper, judged, lossTime, 0.8e18);
        courtRules(raise, GRANTED, 0.8e18);
        prove(500 * TOKEN);
        // Every order of the four settlements, and each of them again.
        for (uint256 i; i < 8; ++i) {
            uint256 step = i < 4 ? order >> 2 * i & 3 : i - 4;
            try incidents.settle(step & 1 == 0 ? first : raise, list(step & 2 == 0 ? a : b)) {} catch {}
        }
        assertLe(usd.balanceOf(account), 800e6, "never more than was lost");
        assertGe(usd.balanceOf(account), 600e6);
        assertSound(pool);
    }

    function test_attack_raiseTakenByTheOtherCoverFirst() public {
        uint256 a = sellProven(judged, 1_000e6);
        uint256 b = sellProven(judged, 1_000e6);
        uint256 lossTime = block.timestamp - 1;
        uint256 first = assertLoss(pool, keeper, judged, lossTime, 0.5e18);
        courtRules(first, GRANTED, 0.5e18);
        prove(500 * TOKEN);
        assertEq(settle(first, a), 400e6);
        uint256 raise = assertLoss(pool, keeper, judged, lossTime, 0.8e18);
        courtRules(raise, GRANTED, 0.8e18);
        uint256 paid = 400e6 + settle(raise, b);
        try incidents.settle(raise, list(a)) returns (uint256 more) {
            paid += more;
        } catch {}
        assertLe(paid, 800e6, "500 tokens of 2 dollars lost 80 %");
    }

    /// @dev Anyone makes a pool of a token of his own, backs the listing, and covers a stranger's account with it; he even
    /// gives the cover to the stranger.
    function testFuzz_attack_aPoolOfAWorthlessToken_usesUpAStrangersHolding(bool given) public {
        uint256 id = sellProven(proven, 1_000e6);
        Pool honest = pool;
        TestToken junk = new TestToken("Junk", "JUNK", 6);
        pool = newPool(address(junk));
        back(pool, proven, 2, 3);
        junk.mint(attacker, MILLION);
        vm.startPrank(attacker);
        junk.approve(address(pool), MILLION);
        pool.deposit(MILLION, attacker);
        vm.stopPrank();
        uint256 poison = sellProvenTo(given ? account : attacker, proven, 1_000e6);
        uint256 incident = openTriggered(honest, proven, block.timestamp - 1);
        grant(incident, 1e18);
        prove(500 * TOKEN);
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.settle(incident, list(poison));
        assertEq(settle(incident, id), 900e6, "the account lost it, and is insured");
        assertEq(junk.balanceOf(account), 0);
    }

    /// @dev Terms of proof are anyone's: by a value next to nothing a speck of cover would use up all that was held.
    function test_attack_termsWithAValueNextToNothing_useUpAStrangersHolding() public {
        proofTerms = lossProofs.defineTerms(
            ILossProofs.ProofTerms({token: address(lst), value: 1, feed: address(0), heartbeat: 0, salvage: false})
        );
        uint256 speck = newListing(provenTerms(triggerTerms()));
        pool = newPool(address(usd));
        back(pool, speck, 2, 3);
        deposit(pool, attacker, MILLION);
        uint256 poison = sellProvenTo(attacker, speck, 1e6);
        uint256 incident = granted(speck, 1e18);
        prove(type(uint128).max);
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.settle(incident, list(poison));
        vm.prank(account);
        assertEq(incidents.settle(incident, list(poison)), 0.9e6, "the account itself may");
    }

    // -- Whom it pays --------------------------------------------------------------------------------------------

    function test_attack_aStrangersAccountInsured_paysTheStranger() public {
        uint256 id = sellProvenTo(holder, proven, 1_000e6);
        vm.prank(holder);
        covers.setPayee(id, attacker);
        uint256 incident = granted(proven, 1e18);
        prove(500 * TOKEN);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, id);
        vm.prank(account);
        incidents.settle(incident, list(id));
        assertEq(usd.balanceOf(attacker) + usd.balanceOf(holder), 0);
        assertEq(usd.balanceOf(account), 900e6);
    }

    function test_settle_proven_withConsent_paysThePayee() public {
        uint256 id = sellProvenTo(holder, proven, 1_000e6);
        vm.prank(holder);
        covers.setPayee(id, bob);
        lossProofs.setConsent(id, holder);
        uint256 incident = granted(proven, 1e18);
        prove(500 * TOKEN);
        settle(incident, id);
        assertEq(usd.balanceOf(bob), 900e6);
    }

    function test_settle_proven_consentToAFormerOwner_isNone() public {
        uint256 id = sellProvenTo(holder, proven, 1_000e6);
        lossProofs.setConsent(id, holder);
        vm.prank(holder);
        covers.transferFrom(holder, attacker, id);
        uint256 incident = granted(proven, 1e18);
        prove(500 * TOKEN);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, id);
        vm.prank(account);
        incidents.settle(incident, list(id));
        assertEq(usd.balanceOf(account), 900e6);
    }

    function test_settle_proven_anOwnerWhoIsTheAccount_asksHimselfOrConsents() public {
        uint256 id = sellProvenTo(holder, proven, 1_000e6);
        vm.startPrank(holder);
        covers.transferFrom(holder, account, id);
        vm.stopPrank();
        vm.prank(account);
        covers.setPayee(id, carol);
        uint256 incident = granted(proven, 1e18);
        prove(500 * TOKEN);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, id);
        vm.prank(account);
        incidents.settle(incident, list(id));
        assertEq(usd.balanceOf(carol), 900e6);
    }

    /// @dev A settlement by a stranger without the proof pays nobody, and takes nothing from anybody.
    function test_attack_aSettlementByAStrangerWithoutTheProof() public {
        uint256 id = sellProven(proven, 1_000e6);
        uint256 incident = granted(proven, 1e18);
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.settle(incident, list(id));
        prove(500 * TOKEN);
        assertEq(settle(incident, id), 900e6);
    }

    // -- Sales ---------------------------------------------------------------------------------------------------

    function test_buy_proven_revertsWith_AccountMissing() public {
        IPool.Purchase memory p = purchase(proven, 1_000e6, 30 days);
        vm.expectRevert(abi.encodeWithSelector(IPool.AccountMissing.selector, proven));
        pool.quote(p);
    }

    function test_buy_proven_revertsWith_ProofNotSold() public {
        IPool.Purchase memory p = purchase(proven, 1_000e6, 30 days);
        p.account = account;
        lossProofs.setSellable(false);
        vm.expectRevert(abi.encodeWithSelector(IPool.ProofNotSold.selector, proven, proofTerms));
        pool.quote(p);
    }

    function test_setBacking_revertsForTermsOfProofThatNobodyDefined() public {
        IListings.Terms memory t = provenTerms(triggerTerms());
        t.proofTerms = keccak256("nothing");
        uint256 listing = newListing(t);
        Pool fresh = newPool(address(usd));
        vm.prank(curator);
        vm.expectRevert();
        fresh.setBacking(listing, 2, 3, NO_LIMIT);
    }

    // -- Values that nobody should believe -----------------------------------------------------------------------

    function test_settle_proven_aTokenThatLiesAboutItsSupply_overflowsNothing() public {
        uint256 id = sellProven(proven, 1_000e6);
        uint256 incident = granted(proven, 1e18);
        prove(type(uint256).max);
        assertEq(settle(incident, id), 900e6, "no more than what is insured");
    }
}
