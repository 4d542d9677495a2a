// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAToken} from "aave-v3/interfaces/IAToken.sol";
import {IPool as IAavePool} from "aave-v3/interfaces/IPool.sol";
import {Errors} from "aave-v3/protocol/libraries/helpers/Errors.sol";
import {DeficitTrigger} from "../src/adjudicators/DeficitTrigger.sol";
import {IDeficitTrigger} from "../src/adjudicators/interfaces/IDeficitTrigger.sol";
import {IDeficitMarket} from "../src/adjudicators/interfaces/IReadSources.sol";
import {IReadingTrigger as T} from "../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../src/cover/interfaces/IListings.sol";
import {IPool} from "../src/pool/interfaces/IPool.sol";
import {AaveFixture} from "./AaveFixture.sol";

/// @notice Of ten million dollars on Aave, four and a half are lent against six million of ether. About 110,000 of bad debt
/// are older than the listing, and 50,000 more are borne by others each time.
contract AaveDeficitTriggerTest is AaveFixture {
    uint96 internal constant OFFSET = 50_000e6;
    uint96 internal constant WARNING = 10_000e6;
    uint32 internal constant WAITING = 1 days;
    uint256 internal constant SUPPLIED = 10 * MILLION;

    DeficitTrigger internal deficits;
    IAToken internal aToken;
    uint256 internal old;

    function setUp() public override {
        super.setUp();
        deficits = DeficitTrigger(deployCode("DeficitTrigger.sol:DeficitTrigger", abi.encode(incidents, listings)));
        approve(deficits);
        aToken = IAToken(aave.getReserveAToken(address(usd)));
        supply(bob, usd, SUPPLIED);
        borrow(makeLabelled("old borrower"), 200 ether, 300_000e6);
        crashTo(1_000e8);
        liquidate(makeLabelled("old borrower"));
        crashTo(ETHER_PRICE);
        old = deficit();

        IListings.Terms memory t = readingTerms();
        (t.waiting, t.minPeriod) = (WAITING, 7 days);
        backed(deficits.createListing(t, "Bad debt", config()));
        skip(1 days);
        deficits.observe(listing);
        sold();
        borrow(carol, 3_000 ether, 4_500_000e6);
        skip(WAITING);
    }

    function config() internal view returns (IDeficitTrigger.Config memory) {
        return IDeficitTrigger.Config(address(aave), address(usd), address(aToken), OFFSET, WARNING, P);
    }

    function crashTo(int256 price) internal {
        etherPrice.set(price);
    }

    /// @dev Ether halves overnight; the liquidation sells all of the borrower's, which does not pay his debt.
    function lose(address borrower) internal returns (uint256 lost) {
        uint256 before = deficit();
        crashTo(ETHER_PRICE / 2);
        liquidate(borrower);
        crashTo(ETHER_PRICE);
        lost = deficit() - before;
    }

    function mark() internal view returns (uint256 level) {
        (level,,) = deficits.markOf(listing);
    }

    // -- The market ----------------------------------------------------------------------------------------------

    function test_interface_isAaves() public pure {
        assertEq(IDeficitMarket.getReserveDeficit.selector, IAavePool.getReserveDeficit.selector);
    }

    function test_createListing_storesTheDeficitThatAaveHadAlready() public view {
        assertApproxEqAbs(old, 300_000e6 - uint256(200_000e6) * 100 / 105, 2, "what the ether did not pay");
        assertEq(deficits.ruledOf(listing), old);
        assertEq(fallNow(), 0);
        assertTrue(maySell());
    }

    function test_arm_needsBadDebtAndNotOnlyALiquidation() public {
        uint256 cash = usd.balanceOf(address(aToken));
        crashTo(1_800e8);
        liquidate(carol);
        assertGt(usd.balanceOf(address(aToken)), cash, "was liquidated");
        assertEq(deficit(), old);
        refuseArm(notBeyond(0, 0));
    }

    // -- From loss to payout -------------------------------------------------------------------------------------

    function test_prove_badDebtOfALiquidationIsRuledAndPaid() public {
        uint256 lost = lose(carol);
        // Three million of ether, less the liquidator's bonus, against four and a half of debt and a day's interest.
        assertGt(lost, 4_500_000e6 - uint256(3 * MILLION) * 100 / 105);
        assertLt(lost, 4_510_000e6 - uint256(3 * MILLION) * 100 / 105);
        assertFalse(maySell());

        uint256 incident = arm();
        assertEq(reading.spanOf(incident).loss, lost - OFFSET);
        assertGt(aToken.totalSupply(), mark(), "interest, which the mark does not have yet");
        refuseProve(
            incident, abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp, block.timestamp + uint256(P))
        );
        skip(P);
        uint256 ratio = reading.prove(incident);
        assertEq(ratio, (lost - OFFSET) * WAD / mark());
        assertGranted(incident, ratio);
        assertEq(deficits.ruledOf(listing), old + lost);

        uint256 before = usd.balanceOf(holder);
        uint256 paid = settle(incident, cover);
        assertEq(paid, INSURED * ratio / WAD);
        assertEq(usd.balanceOf(holder) - before, paid);
        assertSound(pool);
    }

    function test_prove_theSameDeficitIsNotPaidTwice() public {
        uint256 lost = lose(carol);
        uint256 incident = arm();
        skip(P);
        reading.prove(incident);
        refuseArm(notBeyond(0, 0));

        // Covered, and a smaller loss afterwards: no more than what was ruled.
        coverDeficit(deficit());
        assertEq(deficit(), 0);
        borrow(attacker, 1_000 ether, 1_500_000e6);
        uint256 second = lose(attacker);
        assertLt(second, old + lost);
        refuseArm(notBeyond(0, 0));

        // What exceeds it is new, and is paid beyond the offset.
        borrow(alice, 3_000 ether, 4_500_000e6);
        uint256 third = lose(alice);
        incident = arm();
        assertEq(reading.spanOf(incident).loss, second + third - (old + lost) - OFFSET);
        skip(P);
        assertGt(reading.prove(incident), 0);
        assertEq(deficits.ruledOf(listing), deficit());
    }

    // -- read ----------------------------------------------------------------------------------------------------

    function test_read_coveredByUmbrellaBeforeItIsProvenEndsTheSpan() public {
        uint256 lost = lose(carol);
        uint256 incident = arm();
        coverDeficit(lost);
        reading.read(incident);
        assertDismissed(incident);
        assertEq(deficits.ruledOf(listing), old, "nothing was ruled");
    }

    function test_read_coveredInPartByUmbrellaLowersTheLoss() public {
        uint256 lost = lose(carol);
        uint256 incident = arm();
        coverDeficit(lost / 2);
        skip(P);
        reading.prove(incident);
        assertEq(reading.spanOf(incident).loss, lost - lost / 2 - OFFSET);
    }

    // -- Attacks -------------------------------------------------------------------------------------------------

    /// @dev A holder with capital wants bad debt of his own making: he borrows all he may, takes out collateral, and
    /// liquidates himself or from a second account.
    function test_attack_badDebtCannotBeMadeWithoutACrash() public {
        address second = makeLabelled("attacker's second account");
        usd.mint(second, 2 * MILLION);
        vm.prank(second);
        usd.approve(address(aave), type(uint256).max);
        borrow(attacker, 1_000 ether, 1_599_999e6);
        vm.startPrank(attacker);
        vm.expectRevert(Errors.HealthFactorLowerThanLiquidationThreshold.selector);
        aave.withdraw(address(weth), 500 ether, attacker);
        vm.expectRevert(Errors.SelfLiquidation.selector);
        aave.liquidationCall(address(weth), address(usd), attacker, type(uint256).max, true);
        vm.stopPrank();
        vm.prank(second);
        vm.expectRevert(Errors.HealthFactorNotBelowThreshold.selector);
        aave.liquidationCall(address(weth), address(usd), attacker, type(uint256).max, true);
        assertEq(deficit(), old);
    }

    /// @dev An underwriter wants the deficit gone for the moment of a reading.
    function test_attack_strangersCannotCoverTheDeficit() public {
        lose(carol);
        uint256 incident = arm();
        supply(attacker, usd, 2 * MILLION);
        vm.prank(attacker);
        vm.expectRevert(Errors.CallerNotUmbrella.selector);
        aave.eliminateReserveDeficit(address(usd), MILLION);
        skip(P);
        assertGt(reading.prove(incident), 0);
    }

    /// @dev Aave books no bad debt of who has collateral left, and lets anyone give him some: an underwriter gives carol two
    /// dollars. He only puts it off until somebody liquidates those too.
    function test_attack_aGiftOfCollateralOnlyPutsTheDeficitOff() public {
        usd.mint(attacker, 2e6);
        vm.startPrank(attacker);
        usd.approve(address(aave), 2e6);
        aave.supply(address(usd), 2e6, carol, 0);
        vm.stopPrank();
        assertEq(lose(carol), 0);
        refuseArm(notBeyond(0, 0));

        liquidate(carol, usd);
        assertGt(deficit(), old + MILLION);
        uint256 incident = arm();
        skip(P);
        assertGt(reading.prove(incident), 0);
    }

    /// @dev An underwriter supplies a flash loan to Aave, reads and proves within it, and takes it out again.
    function test_attack_aFlashSupplyDoesNotDilute() public {
        uint256 lost = lose(carol);
        uint256 incident = arm();
        skip(P);
        supply(attacker, usd, 100 * SUPPLIED);
        reading.read(incident);
        assertEq(reading.prove(incident), (lost - OFFSET) * WAD / mark());
        vm.prank(attacker);
        aave.withdraw(address(usd), type(uint256).max, attacker);
    }

    /// @dev A holder who also lends takes his loan back before the ruling, to make the ratio of the rest larger.
    function test_attack_aRunAfterArmingDoesNotRaiseTheRatio() public {
        uint256 lost = lose(carol);
        uint256 incident = arm();
        uint256 whole = reading.spanOf(incident).whole;
        vm.prank(bob);
        aave.withdraw(address(usd), 5 * MILLION, bob);
        skip(P);
        assertEq(reading.prove(incident), (lost - OFFSET) * WAD / whole);
    }

    /// @dev After the crash, and before anybody liquidates, the debt is bad but Aave has not booked it: it is still sold.
    function buyAfterTheCrash() internal returns (uint256 late) {
        crashTo(ETHER_PRICE / 2);
        assertTrue(maySell());
        IPool.Purchase memory p = purchase(listing, INSURED, 60 days);
        p.owner = attacker;
        (late,) = buy(pool, p);
    }

    function rulesOn(address borrower) internal returns (uint256 incident) {
        liquidate(borrower);
        incident = arm();
        skip(P);
        reading.prove(incident);
    }

    function test_attack_coverBoughtBetweenCrashAndLiquidationStillWaits() public {
        uint256 late = buyAfterTheCrash();
        uint256 incident = rulesOn(carol);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        settle(incident, late);
        assertGt(settle(incident, cover), 0);
    }

    /// @dev What the waiting time cannot help: known issues.
    function test_attack_coverBoughtAfterTheCrashIsPaidIfNobodyLiquidatesWhileItWaits() public {
        uint256 late = buyAfterTheCrash();
        skip(WAITING);
        uint256 incident = rulesOn(carol);
        assertGt(settle(incident, late), 0);
    }

    /// @dev Aave's guardian pauses the market: its views answer all the same.
    function test_prove_goesOnWhileAaveIsPaused() public {
        lose(carol);
        uint256 incident = arm();
        pauseAave();
        skip(P);
        assertGt(reading.prove(incident), 0);
    }
}
