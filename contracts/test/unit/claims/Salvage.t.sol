// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ISalvage} from "../../../src/claims/interfaces/ISalvage.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {StuckToken} from "../../mocks/tokens/StuckToken.sol";
import {ProvenFixture} from "../ProvenFixture.sol";

/// @notice Listings that take the distressed token against the payout. A token is worth 2 dollars; all is lost, of which
/// the holder bears a tenth.
contract SalvageTest is ProvenFixture {
    StuckToken private token;
    uint256 private id;
    uint256 private incident;

    function setUp() public override {
        super.setUp();
        token = new StuckToken();
        lst = TestToken(address(token));
        proofTerms = defineProof(true);
        proven = poolFor(provenTerms(triggerTerms()));
        id = sellProven(proven, 1_000e6);
        incident = granted(proven, 1e18);
        prove(400 * TOKEN);
        token.mint(account, 500 * TOKEN);
        vm.prank(account);
        token.approve(address(salvage), type(uint256).max);
    }

    function handOver(uint256 amount) private returns (uint256) {
        vm.prank(account);
        return salvage.handOver(incident, id, amount, 0);
    }

    // -- Hand over -----------------------------------------------------------------------------------------------

    function test_settle_withoutHandingOver_paysNothing() public {
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, id);
    }

    function test_handOver_paysInTheSameCall() public {
        vm.expectEmit(address(salvage));
        emit ISalvage.HandedOver(incident, id, 1, 400 * TOKEN);
        assertEq(handOver(400 * TOKEN), 700e6, "800 dollars of tokens less a tenth of the sum insured");
        assertEq(usd.balanceOf(account), 700e6);
        assertEq(token.balanceOf(address(salvage)), 400 * TOKEN);
        ISalvage.Lot memory lot = salvage.lotOf(1);
        assertEq(abi.encode(lot.pool, lot.incident, lot.token), abi.encode(address(pool), incident, address(token)));
        assertEq(abi.encode(lot.left, lot.value), abi.encode(400 * TOKEN, VALUE));
        assertEq(lot.startsAt % 1 days, 0);
        assertGt(lot.startsAt, block.timestamp);
    }

    function testFuzz_handOver_inParts_paysAsAtOnce(uint256 first) public {
        first = bound(first, 60 * TOKEN, 399 * TOKEN);
        uint256 paid = handOver(first);
        paid += handOver(400 * TOKEN - first);
        assertApproxEqAbs(paid, 700e6, 1);
        assertEq(salvage.lotCount(), 1, "one lot a day");
    }

    /// @dev Each cover of an account is paid for the tokens that were handed over for it.
    function test_handOver_forTwoCoversOfOneAccount_paysBoth() public {
        proven = poolFor(provenTerms(triggerTerms()));
        id = sellProven(proven, 400e6);
        uint256 second = sellProven(proven, 400e6);
        incident = granted(proven, 1e18);
        assertEq(handOver(200 * TOKEN), 360e6);
        id = second;
        assertEq(handOver(200 * TOKEN), 360e6);
        assertEq(usd.balanceOf(account), 720e6);
    }

    /// @dev The salvage keeps nothing: the reward for settling stays in the payout.
    function test_handOver_ofAListingThatRewardsSettlers_leavesNothingBehind() public {
        IListings.Terms memory t = provenTerms(triggerTerms());
        t.settlerReward = 100;
        proven = poolFor(t);
        id = sellProven(proven, 1_000e6);
        incident = granted(proven, 1e18);
        assertEq(handOver(400 * TOKEN), 700e6);
        assertEq(usd.balanceOf(account), 700e6);
        assertEq(usd.balanceOf(address(salvage)), 0);
    }

    function test_handOver_revertsWith_AboveHolding() public {
        vm.prank(account);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.AboveHolding.selector, 401 * TOKEN, 400 * TOKEN));
        salvage.handOver(incident, id, 401 * TOKEN, 0);
        handOver(400 * TOKEN);
        vm.prank(account);
        vm.expectRevert();
        salvage.handOver(incident, id, 51 * TOKEN, 0);
    }

    function test_handOver_revertsWith_OnlyAccount() public {
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.OnlyAccount.selector, attacker, account));
        salvage.handOver(incident, id, TOKEN, 0);
    }

    function test_handOver_revertsWith_PayoutBelowMinimum_andMovesNothing() public {
        vm.prank(account);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.PayoutBelowMinimum.selector, 700e6, 701e6));
        salvage.handOver(incident, id, 400 * TOKEN, 701e6);
        assertEq(token.balanceOf(account), 500 * TOKEN);
    }

    /// @dev Below the deductible nothing is paid: then nothing is taken either.
    function test_handOver_ofTooLittleToBePaid_movesNothing() public {
        vm.prank(account);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        salvage.handOver(incident, id, 50 * TOKEN, 0);
        assertEq(token.balanceOf(account), 500 * TOKEN);
    }

    function test_handOver_revertsWith_NoSalvage() public {
        pool.step(10);
        uint256 plain = buy(pool, depeg, 1e9, 30 days);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.NoSalvage.selector, plain));
        salvage.handOver(incident, plain, TOKEN, 0);
    }

    function test_handOver_ofATokenThatMovesNothing_revertsWith_NothingHandedOver() public {
        token.setFee(1e18);
        vm.prank(account);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.NothingHandedOver.selector, id));
        salvage.handOver(incident, id, 400 * TOKEN, 0);
    }

    /// @dev What arrives counts, not what was asked.
    function test_handOver_ofATokenWithAFee_countsWhatArrives() public {
        token.setFee(0.5e18);
        assertEq(handOver(400 * TOKEN), 300e6);
        assertEq(salvage.lotOf(1).left, 200 * TOKEN);
    }

    function test_attack_reenteringThroughTheDistressedToken_isRefused() public {
        token.setHook(address(salvage), abi.encodeCall(salvage.collectAssigned, (incident, id, 1)));
        assertEq(handOver(400 * TOKEN), 700e6);
        assertFalse(token.hookSucceeded());
    }

    // -- Stuck ---------------------------------------------------------------------------------------------------

    function test_assignClaim_paysForATokenThatCannotBeMovedForAWeek() public {
        token.setPaused(true);
        vm.startPrank(account);
        vm.expectEmit(address(salvage));
        emit ISalvage.TokenStuck(incident, id, 400 * TOKEN, block.timestamp + 7 days);
        salvage.reportStuck(incident, id, 400 * TOKEN);
        skip(7 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(ISalvage.NotStuckYet.selector, block.timestamp - 7 days + 1, block.timestamp + 1)
        );
        salvage.assignClaim(incident, id, 0);
        skip(1);
        assertEq(salvage.assignClaim(incident, id, 700e6), 700e6);
        vm.stopPrank();
        assertEq(salvage.owedOf(incident, id), 400 * TOKEN);

        // The token moves again: anyone collects what is owed, and it is sold.
        token.setPaused(false);
        assertEq(salvage.collectAssigned(incident, id, type(uint256).max), 400 * TOKEN);
        assertEq(salvage.owedOf(incident, id), 0);
        assertEq(salvage.lotOf(1).left, 400 * TOKEN);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.NothingOwed.selector, id));
        salvage.collectAssigned(incident, id, 1);
    }

    function test_reportStuck_beforeTheGrant_revertsWith_WrongStatus() public {
        pool.step(10);
        incident = openTriggered(pool, proven, block.timestamp - 1);
        token.setPaused(true);
        vm.prank(account);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Open));
        salvage.reportStuck(incident, id, 400 * TOKEN);
    }

    function test_reportStuck_revertsWith_TokenMoves() public {
        vm.prank(account);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.TokenMoves.selector, token));
        salvage.reportStuck(incident, id, 400 * TOKEN);
        assertEq(token.balanceOf(account), 500 * TOKEN, "the attempt is undone");
    }

    function test_assignClaim_revertsWith_TokenMoves_onceItMovesAgain() public {
        token.setPaused(true);
        vm.startPrank(account);
        salvage.reportStuck(incident, id, 400 * TOKEN);
        skip(8 days);
        token.setPaused(false);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.TokenMoves.selector, token));
        salvage.assignClaim(incident, id, 0);
    }

    function test_attack_aTokenMadeToLookStuck_byMissingAllowanceOrBalance() public {
        vm.startPrank(account);
        token.approve(address(salvage), 1);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.NotReady.selector, 500 * TOKEN, 1, 400 * TOKEN));
        salvage.reportStuck(incident, id, 400 * TOKEN);
        token.approve(address(salvage), type(uint256).max);
        assertTrue(token.transfer(bob, 200 * TOKEN));
        vm.expectRevert(abi.encodeWithSelector(ISalvage.NotReady.selector, 300 * TOKEN, type(uint256).max, 400 * TOKEN));
        salvage.reportStuck(incident, id, 400 * TOKEN);
    }

    function test_attack_aTokenMadeToLookStuck_byTooLittleGas() public {
        for (uint256 gas_ = 60_000; gas_ < 1_000_000; gas_ += 20_000) {
            vm.prank(account);
            (bool success,) =
                address(salvage).call{gas: gas_}(abi.encodeCall(salvage.reportStuck, (incident, id, 400 * TOKEN)));
            assertFalse(success, "the token moves");
        }
    }

    function test_probe_revertsWith_OnlyAccount() public {
        vm.expectRevert(abi.encodeWithSelector(ISalvage.OnlyAccount.selector, address(this), address(salvage)));
        salvage.probe(address(token), account, 1);
    }

    // -- Auction -------------------------------------------------------------------------------------------------

    function take(uint256 amount) private returns (uint256 taken, uint256 payment) {
        usd.mint(bob, 1_000e6);
        vm.startPrank(bob);
        usd.approve(address(salvage), type(uint256).max);
        (taken, payment) = salvage.take(1, amount, type(uint256).max, bob);
        vm.stopPrank();
    }

    function test_take_atAFallingPrice_isARecovery() public {
        handOver(400 * TOKEN);
        uint256 startsAt = salvage.lotOf(1).startsAt;
        vm.expectRevert(abi.encodeWithSelector(ISalvage.AuctionNotStarted.selector, startsAt, block.timestamp));
        salvage.priceOf(1, TOKEN);
        vm.warp(startsAt);
        assertEq(salvage.priceOf(1, 100 * TOKEN), 240e6, "1.2 times the value");
        skip(12 hours);
        assertEq(salvage.priceOf(1, 100 * TOKEN), 120e6);
        skip(6 hours);
        assertEq(salvage.priceOf(1, 100 * TOKEN), 90e6);
        skip(6 hours);
        uint256 cash = pool.capital().cash;
        (uint256 taken, uint256 payment) = take(100 * TOKEN);
        assertEq(abi.encode(taken, payment), abi.encode(100 * TOKEN, 60e6));
        assertEq(token.balanceOf(bob), 100 * TOKEN);
        assertEq(pool.capital().cash - cash, 60e6);
        assertEq(usd.balanceOf(address(salvage)), 0);
        assertEq(salvage.lotOf(1).left, 300 * TOKEN);
        assertSound(pool);
    }

    function test_take_moreThanIsLeft_takesWhatIsLeft() public {
        handOver(400 * TOKEN);
        vm.warp(salvage.lotOf(1).startsAt + 30 days);
        (uint256 taken, uint256 payment) = take(type(uint256).max);
        assertEq(taken, 400 * TOKEN);
        assertGt(payment, 0, "never for nothing");
        vm.expectRevert(abi.encodeWithSelector(ISalvage.LotGone.selector, 1));
        salvage.take(1, 1, type(uint256).max, bob);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.LotGone.selector, 7));
        salvage.take(7, 1, type(uint256).max, bob);
    }

    function test_take_revertsWith_PaymentAboveMaximum() public {
        handOver(400 * TOKEN);
        vm.warp(salvage.lotOf(1).startsAt);
        vm.expectRevert(abi.encodeWithSelector(ISalvage.PaymentAboveMaximum.selector, 240e6, 239e6));
        salvage.take(1, 100 * TOKEN, 239e6, bob);
    }

    /// @dev A later hand-over is a lot of its own: it neither restarts an auction nor is sold at its fallen price.
    function test_attack_dustDoesNotRestartAnAuction() public {
        handOver(200 * TOKEN);
        vm.warp(salvage.lotOf(1).startsAt + 2 days);
        uint256 price = salvage.priceOf(1, 100 * TOKEN);
        handOver(200 * TOKEN);
        assertEq(salvage.priceOf(1, 100 * TOKEN), price);
        assertEq(salvage.lotCount(), 2);
        assertGt(salvage.lotOf(2).startsAt, block.timestamp);
    }

    function testFuzz_priceOf_neverRises(uint256 a, uint256 b, uint256 amount) public {
        handOver(400 * TOKEN);
        uint256 startsAt = salvage.lotOf(1).startsAt;
        amount = bound(amount, 1, 400 * TOKEN);
        a = bound(a, 0, 100 days);
        b = bound(b, a, 200 days);
        vm.warp(startsAt + a);
        uint256 early = salvage.priceOf(1, amount);
        vm.warp(startsAt + b);
        assertLe(salvage.priceOf(1, amount), early);
        assertGt(salvage.priceOf(1, amount), 0);
    }
}
