// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IFrozenTrigger} from "../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IPausable} from "../../../src/adjudicators/interfaces/IReadSources.sol";
import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {WildSource} from "../../mocks/WildSource.sol";
import {FrozenFixture} from "./FrozenFixture.sol";

/// @notice A contract that can be paused; what holds for every kind that is read.
contract FrozenTriggerPausedTest is FrozenFixture {
    WildSource internal target;

    function setUp() public override {
        super.setUp();
        target = new WildSource();
        pause(0);
        begin();
    }

    function config() internal view override returns (IFrozenTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.target) = (IFrozenTrigger.Kind.Paused, address(target));
    }

    function pause(uint256 flag) internal {
        target.set(IPausable.paused.selector, flag);
    }

    function test_createListing_storesTheConfiguration() public {
        IFrozenTrigger.Config memory c = config();
        vm.expectEmit();
        emit IFrozenTrigger.TriggerListed(listing + 1, address(this), c);
        uint256 created = create(c);
        assertEq(abi.encode(frozen.configOf(created)), abi.encode(c));
        (, uint256 gap) = reading.levelsOf(created);
        assertEq(gap, GAP);
        assertEq(reading.worstCaseTime(created), DAYS + KEEPER_TIME);
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IFrozenTrigger.Config memory c = config();
        c.ratio = 0;
        refuses(c, invalid("ratio"));
        c.ratio = 1e18 + 1; // the listing pays at most all
        refuses(c, invalid("ratio"));
        c = config();
        c.account = bob;
        refuses(c, invalid("account"));
        c = config();
        c.amount = 1;
        refuses(c, invalid("amount"));
        c = config();
        c.gap = 10 minutes - 1;
        refuses(c, invalid("gap"));
        c.gap = 2 days + 1;
        refuses(c, invalid("gap"));
        (c.gap, c.persistence) = (2 hours, 1 hours);
        refuses(c, invalid("gap"));
        (c.gap, c.persistence) = (1 days, 30 days + 1);
        refuses(c, invalid("persistence"));
        c = config();
        c.target = keeper;
        refuses(c, noReading("call", keeper, 0));
    }

    function test_prove_rulesAndTheCoverIsPaid() public {
        pause(1);
        uint256 incident = arm();
        hold(incident);
        assertEq(reading.prove(incident), RATIO);
        assertGranted(incident, RATIO);
        assertEq(settle(incident, cover), INSURED * 3 / 10);
        assertSound(pool);
    }

    function test_arm_revertsWith_NotBeyondStrike() public {
        refuseArm(notBeyond(0, 0));
    }

    function test_arm_revertsWith_WrongFee() public {
        pause(1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongFee.selector, 0, FEE));
        reading.arm(listing, address(pool));
    }

    function test_arm_revertsWith_NoReading() public {
        for (uint8 mood = 1; mood <= 3; ++mood) {
            target.setMood(IPausable.paused.selector, WildSource.Mood(mood));
            refuseArm(noReading("call", address(target), 0));
            assertFalse(maySell());
        }
        target.setMood(IPausable.paused.selector, WildSource.Mood.Answers);
        pause(2);
        refuseArm(noReading("answer", address(target), 2));
    }

    function test_read_findsItFreeAndEndsTheSpan() public {
        pause(1);
        uint256 incident = arm();
        skip(1 hours);
        pause(0);
        reading.read(incident);
        assertDismissed(incident);
        refuseProve(incident, abi.encodeWithSelector(T.NotArmed.selector, incident));
    }

    /// @dev A prover who skips readings cannot have seen that it flipped.
    function test_prove_revertsWith_ReadingsTooFarApart() public {
        pause(1);
        uint256 incident = arm();
        skip(GAP);
        reading.read(incident);
        skip(DAYS);
        refuseProve(incident, tooFarApart(DAYS));
        vm.expectEmit();
        emit T.SpanEnded(incident, T.Reason.Gap);
        reading.read(incident);
        assertDismissed(incident);
        arm();
    }

    function test_prove_revertsWith_SpanTooShort() public {
        pause(1);
        uint256 incident = arm();
        uint256 from = block.timestamp + DAYS;
        skip(GAP);
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp, from));
    }

    function test_prove_revertsWith_SpanTooOld() public {
        pause(1);
        uint256 incident = arm();
        uint256 until = incidents.incidentOf(incident).deadline;
        while (block.timestamp < until) {
            skip(GAP);
            reading.read(incident);
        }
        vm.warp(until + 1);
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooOld.selector, until + 1, until));
    }

    /// @dev One freeze is paid once, however long it lasts.
    function test_arm_revertsWith_NoReading_untilItHasThawed() public {
        vm.expectRevert(abi.encodeWithSelector(IFrozenTrigger.NotSpent.selector, listing));
        frozen.thaw(listing);
        pause(1);
        uint256 incident = arm();
        hold(incident);
        reading.prove(incident);
        refuseArm(noReading("spent", address(target), 1));
        vm.expectRevert(abi.encodeWithSelector(IFrozenTrigger.StillFrozen.selector, listing));
        frozen.thaw(listing);
        pause(0);
        assertFalse(maySell(), "not before anyone has shown it");
        target.setMood(IPausable.paused.selector, WildSource.Mood.Reverts);
        vm.expectRevert(noReading("call", address(target), 0));
        frozen.thaw(listing);
        target.setMood(IPausable.paused.selector, WildSource.Mood.Answers);
        vm.expectEmit();
        emit IFrozenTrigger.FoundFree(listing, block.timestamp + 1 days);
        frozen.thaw(listing);
        assertFalse(maySell());
        skip(1 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IFrozenTrigger.ThawTooShort.selector, block.timestamp, block.timestamp + 1)
        );
        frozen.thaw(listing);
        skip(1);
        vm.expectEmit();
        emit IFrozenTrigger.Thawed(listing);
        frozen.thaw(listing);
        assertTrue(maySell());
        pause(1);
        incident = arm();
        hold(incident);
        assertEq(reading.prove(incident), RATIO);
    }

    /// @dev Somebody who was paid feigns an end for one block, twice: whoever looks in between finds it frozen.
    function test_thaw_isNotStagedInOneBlock() public {
        pause(1);
        uint256 incident = arm();
        hold(incident);
        reading.prove(incident);
        pause(0);
        frozen.thaw(listing);
        pause(1);
        skip(1 hours);
        vm.expectEmit();
        emit IFrozenTrigger.FoundFrozen(listing);
        frozen.thaw(listing);
        skip(1 days);
        pause(0);
        frozen.thaw(listing); // counts from here
        pause(1);
        refuseArm(noReading("spent", address(target), 1));
        skip(1 days);
        frozen.thaw(listing);
        assertFalse(maySell());
    }

    function test_thaw_revertsWith_NotConfigured() public {
        vm.expectRevert(abi.encodeWithSelector(T.NotConfigured.selector, listing + 1));
        frozen.thaw(listing + 1);
    }

    function test_proveOutage_revertsWith_WrongKind() public {
        vm.expectRevert(abi.encodeWithSelector(IFrozenTrigger.WrongKind.selector, IFrozenTrigger.Kind.Paused));
        frozen.proveOutage(listing, 1, address(pool));
    }

    function test_canSell_whileItIsFree() public {
        assertTrue(maySell());
        assertFalse(reading.canSell(listing, bytes32(uint256(1))));
        pause(1);
        assertFalse(maySell());
    }

    /// @dev Whatever flips between the readings, a span is paid only if none found it free and none came late.
    function testFuzz_prove_onlyIfEveryReadingFoundItFrozen(uint256[6] memory waits, uint8 free) public {
        pause(1);
        uint256 incident = arm();
        bool held = true;
        for (uint256 i = 0; i < 6 && held; ++i) {
            uint256 wait = bound(waits[i], GAP / 2, GAP + 1 hours);
            skip(wait);
            pause(free == i ? 0 : 1);
            reading.read(incident);
            held = wait <= GAP && free != i;
        }
        assertEq(reading.armedOf(listing) != 0, held);
        if (!held) assertDismissed(incident);
    }
}
