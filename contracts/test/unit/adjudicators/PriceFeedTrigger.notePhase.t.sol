// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerNotePhaseTest is TriggerBase {
    uint80 internal constant SECOND = 2 << 64;

    function test_notePhase_setsSinceWhen() public {
        feed.nextPhase();
        vm.expectEmit();
        emit T.PhaseNoted(listing, 2, START);
        trigger.notePhase(listing);
        (uint256 phase, uint256 since) = trigger.phaseOf(listing);
        assertEq(phase, 2);
        assertEq(since, START);
    }

    function test_notePhase_revertsWith_PhaseUnchanged() public {
        expect(abi.encodeWithSelector(T.PhaseUnchanged.selector, 1));
        trigger.notePhase(listing);
    }

    function test_notePhase_revertsWith_NotConfigured() public {
        expect(abi.encodeWithSelector(T.NotConfigured.selector, 9));
        trigger.notePhase(9);
    }

    /// @dev Rounds of the new aggregator's trial, before the change, are none of the feed's.
    function test_notePhase_roundsOfTheTrialBeginNoSpan() public {
        feed.nextPhase();
        push(START + 1, BELOW);
        push(START + 2, BELOW);
        vm.warp(START + 3);
        expect(abi.encodeWithSelector(T.WrongPhase.selector, SECOND + 1, 1));
        arm(SECOND + 1, SECOND + 1);
        trigger.notePhase(listing);
        expect(abi.encodeWithSelector(T.OutsidePhase.selector, SECOND + 1, START + 1, START + 3, type(uint256).max));
        arm(SECOND + 1, SECOND + 1);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, SECOND + 2, uint256(BELOW), uint256(RECOVERY)));
        arm(SECOND + 2, SECOND + 2);
        push(START + 3, BELOW);
        push(START + 4, BELOW);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, SECOND + 4, uint256(BELOW), uint256(RECOVERY)));
        arm(SECOND + 4, SECOND + 4);
        assertEq(arm(SECOND + 3, SECOND + 3), 1);
    }

    function test_notePhase_aSpanCompleteBeforeItStaysProvable() public {
        (uint80 first, uint80 closing) = completeFall();
        feed.nextPhase();
        push(block.timestamp, ABOVE);
        trigger.notePhase(listing);
        (uint256 incident,) = armAndProve(id(2), first, closing);
        assertVerdict(incident, IAdjudicator.Verdict.Granted);
    }

    function test_notePhase_endsASpanThatIsNotComplete() public {
        uint80 first = fall();
        uint256 incident = arm(id(2), first);
        feed.nextPhase();
        vm.warp(START + 6 hours);
        trigger.notePhase(listing);
        feed.set(id(7), START + 7 hours, BELOW);
        vm.warp(START + 7 hours);
        expect(abi.encodeWithSelector(T.OutsidePhase.selector, id(7), START + 7 hours, 0, START + 6 hours));
        trigger.prove(incident, id(7));
        vm.expectEmit();
        emit T.SpanEnded(incident, id(7), T.Reason.PhaseChange);
        trigger.recover(incident, id(7));
        assertVerdict(incident, IAdjudicator.Verdict.Denied);
    }

    function test_notePhase_endsASpanWhosePhaseHasNoMoreRounds() public {
        uint256 incident = arm(id(2), fall());
        feed.nextPhase();
        vm.warp(START + 6 hours);
        expect(abi.encodeWithSelector(T.NotRecovered.selector, id(7)));
        trigger.recover(incident, id(7));
        trigger.notePhase(listing);
        vm.warp(START + 6 hours + 1);
        trigger.recover(incident, id(7));
        assertVerdict(incident, IAdjudicator.Verdict.Denied);
    }

    function test_notePhase_oldRoundsBeginNoSpanAfterIt() public {
        feed.nextPhase();
        vm.warp(START + 1);
        trigger.notePhase(listing);
        feed.set(id(2), START + 2, BELOW);
        vm.warp(START + 2);
        expect(abi.encodeWithSelector(T.OutsidePhase.selector, id(2), START + 2, 0, START + 1));
        arm(id(1), id(2));
    }
}
