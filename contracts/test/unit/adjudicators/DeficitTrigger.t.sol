// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IDeficitTrigger} from "../../../src/adjudicators/interfaces/IDeficitTrigger.sol";
import {IDeficitMarket} from "../../../src/adjudicators/interfaces/IReadSources.sol";
import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {WildSource} from "../../mocks/WildSource.sol";
import {ReadingFixture} from "./ReadingFixture.sol";

/// @notice A reserve of ten million supplied, with an old deficit of 20,000; 50,000 more are borne by others.
contract DeficitTriggerTest is ReadingFixture {
    uint96 internal constant OFFSET = 50_000e6;
    uint96 internal constant WARNING = 10_000e6;
    uint256 internal constant SUPPLIED = 10 * MILLION;
    uint256 internal constant OLD = 20_000e6;
    bytes4 internal constant DEFICIT = IDeficitMarket.getReserveDeficit.selector;

    IDeficitTrigger internal deficits;
    WildSource internal market;
    TestToken internal aToken;

    function setUp() public override {
        super.setUp();
        deficits = IDeficitTrigger(deployCode("DeficitTrigger.sol:DeficitTrigger", abi.encode(incidents, listings)));
        approve(deficits);
        market = new WildSource();
        aToken = new TestToken("Supplied", "A", 6);
        aToken.mint(bob, SUPPLIED);
        report(OLD);
        backed(create(config()));
        skip(1 days);
        deficits.observe(listing);
        sold();
        skip(1 hours);
    }

    function config() internal view returns (IDeficitTrigger.Config memory) {
        return IDeficitTrigger.Config(address(market), address(usd), address(aToken), OFFSET, WARNING, P);
    }

    function create(IDeficitTrigger.Config memory c) internal returns (uint256) {
        return deficits.createListing(readingTerms(), "Bad debt", c);
    }

    function report(uint256 deficit) internal {
        market.set(DEFICIT, deficit);
    }

    /// @dev A deficit of this much beyond what was ruled and the offset.
    function lose(uint256 loss) internal {
        report(deficits.ruledOf(listing) + OFFSET + loss);
    }

    function rules(uint256 incident) internal returns (uint256) {
        skip(P);
        return reading.prove(incident);
    }

    // -- createListing -------------------------------------------------------------------------------------------

    /// @dev Aave's own: the IPool of aave-v3-origin 3.3 and later.
    function test_selector_isAaves() public pure {
        assertEq(DEFICIT, bytes4(0xc952485d));
    }

    function test_createListing_storesTheConfigurationAndTheDeficitThatThereWas() public {
        IDeficitTrigger.Config memory c = config();
        vm.expectEmit();
        emit IDeficitTrigger.TriggerListed(listing + 1, keeper, c, OLD);
        vm.prank(keeper);
        uint256 created = deficits.createListing(readingTerms(), "Bad debt", c);
        assertEq(abi.encode(deficits.configOf(created)), abi.encode(c));
        assertEq(deficits.ruledOf(created), OLD);
        assertEq(reading.worstCaseTime(created), P + KEEPER_TIME);
    }

    function refuses(IDeficitTrigger.Config memory c, bytes memory reason) internal {
        IListings.Terms memory t = readingTerms();
        vm.expectRevert(reason);
        deficits.createListing(t, "Bad debt", c);
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IDeficitTrigger.Config memory c = config();
        c.warning = c.offset + 1;
        refuses(c, invalid("warning"));
        c = config();
        c.asset = keeper;
        refuses(c, invalid("asset"));
        c = config();
        c.supplied = keeper;
        refuses(c, invalid("supplied"));
        c.supplied = address(new TestToken("Other", "O", 18));
        refuses(c, invalid("supplied"));
        c = config();
        c.persistence = 1 hours - 1;
        refuses(c, invalid("persistence"));
        c.persistence = uint32(readingTerms().grace - KEEPER_TIME + 1);
        refuses(c, invalid("grace"));
    }

    function test_createListing_revertsWith_NoReading() public {
        IDeficitTrigger.Config memory c = config();
        c.market = address(usd);
        refuses(c, noReading("call", address(usd), 0));
        report(type(uint256).max);
        refuses(config(), noReading("overflow", address(market), type(uint256).max));
        report(OLD);
        c = config();
        c.supplied = address(new TestToken("Empty", "E", 6));
        refuses(c, noReading("answer", c.supplied, 0));
    }

    // -- arm -----------------------------------------------------------------------------------------------------

    function test_arm_onlyBeyondTheOffset() public {
        lose(0);
        refuseArm(notBeyond(0, 0));
        lose(1);
        uint256 incident = arm();
        assertEq(reading.spanOf(incident).loss, 1);
        assertEq(reading.spanOf(incident).whole, SUPPLIED);
    }

    function test_arm_revertsWith_AlreadyArmed() public {
        lose(MILLION);
        refuseArm(abi.encodeWithSelector(T.AlreadyArmed.selector, listing, arm()));
    }

    function test_arm_revertsWith_WrongFee() public {
        lose(MILLION);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongFee.selector, 0, FEE));
        reading.arm(listing, address(pool));
    }

    function test_arm_revertsWith_NotConfigured() public {
        listing = listings.create(readingTerms(), "Bare");
        refuseArm(abi.encodeWithSelector(T.NotConfigured.selector, listing));
    }

    function test_arm_revertsWith_NoReading() public {
        lose(MILLION);
        for (uint8 mood = 1; mood <= 3; ++mood) {
            market.setMood(DEFICIT, WildSource.Mood(mood));
            refuseArm(noReading("call", address(market), 0));
            assertFalse(maySell());
        }
        market.setMood(DEFICIT, WildSource.Mood.Answers);
        report(uint256(type(uint96).max) + 1);
        refuseArm(noReading("overflow", address(market), uint256(type(uint96).max) + 1));
        lose(MILLION);
        vm.etch(address(aToken), hex"00");
        refuseArm(noReading("call", address(aToken), 0));
    }

    // -- read ----------------------------------------------------------------------------------------------------

    function test_read_coveredBeforeItIsProvenEndsTheSpan() public {
        lose(MILLION);
        uint256 incident = arm();
        report(0);
        reading.read(incident);
        assertDismissed(incident);
        assertEq(deficits.ruledOf(listing), OLD, "nothing was ruled");
    }

    function test_read_partlyCoveredLowersTheLoss() public {
        lose(MILLION);
        uint256 incident = arm();
        lose(MILLION / 2);
        reading.read(incident);
        lose(MILLION);
        assertEq(rules(incident), 0.05e18);
    }

    // -- prove ---------------------------------------------------------------------------------------------------

    function test_prove_rulesAndTheCoverIsPaid() public {
        lose(MILLION / 2);
        uint256 incident = arm();
        skip(P);
        vm.expectEmit();
        emit T.Proven(incident, MILLION / 2, SUPPLIED, 0.05e18);
        assertEq(reading.prove(incident), 0.05e18);
        assertGranted(incident, 0.05e18);
        assertEq(deficits.ruledOf(listing), OLD + OFFSET + MILLION / 2);
        assertEq(settle(incident, cover), INSURED / 20);
        assertSound(pool);
    }

    function test_prove_revertsWith_SpanTooShort() public {
        lose(MILLION);
        uint256 incident = arm();
        skip(P - 1);
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp, block.timestamp + 1));
    }

    function test_prove_revertsWith_SpanTooOld() public {
        lose(MILLION);
        uint256 incident = arm();
        skip(P + KEEPER_TIME + 1);
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooOld.selector, block.timestamp, block.timestamp - 1));
    }

    function test_prove_revertsWith_NotBeyondStrike() public {
        lose(MILLION);
        uint256 incident = arm();
        skip(P);
        lose(0);
        refuseProve(incident, notBeyond(0, 0));
    }

    function test_prove_takesTheLargerSupplyAndTheSmallerDeficit() public {
        aToken.mint(bob, SUPPLIED); // more than its mark: counts as the mark
        lose(MILLION);
        uint256 incident = arm();
        deal(address(aToken), bob, SUPPLIED / 2, true);
        lose(2 * MILLION);
        assertEq(rules(incident), MILLION * 1e18 / SUPPLIED);
    }

    // -- Attacks -------------------------------------------------------------------------------------------------

    function test_prove_neverPaysTheSameDeficitTwice() public {
        lose(MILLION);
        uint256 incident = arm();
        uint256 deficit = OLD + OFFSET + MILLION;
        assertEq(rules(incident), 0.1e18);
        refuseArm(notBeyond(0, 0));
        // Covered, and back again.
        report(0);
        assertTrue(maySell());
        report(deficit);
        refuseArm(notBeyond(0, 0));
        report(deficit + OFFSET);
        refuseArm(notBeyond(0, 0));
        // Only what is new counts, beyond the offset.
        report(deficit + OFFSET + MILLION / 10);
        incident = arm();
        assertEq(rules(incident), 0.01e18);
        assertEq(deficits.ruledOf(listing), deficit + OFFSET + MILLION / 10);
    }

    /// @dev An underwriter supplies a flash loan and proves within it: no more than the mark counts.
    function test_prove_cannotBeDilutedByAFlashSupply() public {
        lose(MILLION);
        uint256 incident = arm();
        skip(P);
        aToken.mint(attacker, 1_000 * SUPPLIED);
        vm.startPrank(attacker);
        reading.read(incident);
        assertEq(reading.prove(incident), 0.1e18);
        vm.stopPrank();
    }

    function test_observe_ignoresAFlashSupply() public {
        for (uint256 i = 0; i < 3; ++i) {
            skip(1 days);
            deal(address(aToken), attacker, 1_000 * SUPPLIED, true);
            deficits.observe(listing);
            deal(address(aToken), attacker, 0, true);
            skip(1);
            deficits.observe(listing); // anyone looks
        }
        (uint256 level,,) = deficits.markOf(listing);
        assertEq(level, SUPPLIED);
    }

    function test_observe_followsASupplyThatStays() public {
        aToken.mint(bob, SUPPLIED);
        skip(1 days);
        deficits.observe(listing);
        skip(1 days);
        deficits.observe(listing);
        (uint256 level,,) = deficits.markOf(listing);
        assertEq(level, SUPPLIED * 11 / 10, "by a tenth at once");
    }

    function test_prove_whatIsLostIsAtMostAll() public {
        lose(3 * SUPPLIED);
        uint256 incident = arm();
        assertEq(rules(incident), 1e18);
    }

    // -- canSell -------------------------------------------------------------------------------------------------

    function test_canSell_upToTheWarning() public {
        assertTrue(maySell());
        report(OLD + WARNING);
        assertTrue(maySell());
        report(OLD + WARNING + 1);
        assertFalse(maySell());
        report(OLD);
        assertFalse(reading.canSell(listing, bytes32(uint256(1))));
        listing = create(config());
        assertFalse(maySell(), "no mark yet");
    }

    function testFuzz_prove_isRoundedDown(uint256 loss, uint256 supply) public {
        supply = bound(supply, 1e6, SUPPLIED);
        loss = bound(loss, supply / 1e6 + 1, 2 * supply);
        deal(address(aToken), bob, supply, true);
        lose(loss);
        uint256 incident = arm();
        uint256 ratio = rules(incident);
        assertLe(ratio * supply, loss * 1e18);
        assertEq(ratio, loss >= supply ? 1e18 : loss * 1e18 / supply);
    }

    /// @dev Covered and lost again in any way: all that is granted is no more than the largest deficit, less each offset.
    function testFuzz_prove_neverMoreInAllThanTheLargestDeficit(uint256[6] memory reported) public {
        (uint256 largest, uint256 granted, uint256 borne) = (OLD, 0, 0);
        for (uint256 i = 0; i < 6; ++i) {
            reported[i] = bound(reported[i], 0, SUPPLIED);
            report(reported[i]);
            if (reported[i] > largest) largest = reported[i];
            if (fallNow() == 0) continue;
            uint256 incident = arm();
            rules(incident);
            granted += reading.spanOf(incident).loss;
            borne += OFFSET;
            assertEq(deficits.ruledOf(listing), reported[i]);
            assertEq(OLD + granted + borne, largest);
        }
    }
}
