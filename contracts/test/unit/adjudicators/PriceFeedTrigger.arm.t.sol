// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerArmTest is TriggerBase {
    function test_arm_opensAnIncidentAtTheFirstRound() public {
        uint80 first = fall();
        vm.expectEmit();
        emit T.Armed(1, listing, first, START + 3 hours, uint256(BELOW), keeper);
        uint256 incident = arm(id(2), first);
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(i.lossTime, START + 3 hours);
        assertEq(i.asserter, keeper);
        assertEq(address(incidents).balance, FEE);
        assertVerdict(incident, IAdjudicator.Verdict.Pending);
        assertEq(trigger.incidentOf(listing, first), incident);
        T.Episode memory e = trigger.episodeOf(incident);
        assertEq(e.firstRound, first);
        assertEq(e.level, uint256(BELOW));
    }

    /// @dev Round 1 is a recovery too, and none of the rounds after it is below the strike.
    function test_arm_takesAnEarlierRecovery() public {
        assertEq(arm(id(1), fall()), 1);
    }

    function test_arm_revertsWith_NotARecovery() public {
        uint80 first = fall();
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(3), uint256(BETWEEN), uint256(RECOVERY)));
        arm(id(3), first);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, first, uint256(BELOW), uint256(RECOVERY)));
        arm(first, first);
    }

    function test_arm_revertsWith_RoundBeyondStrike() public {
        fall();
        expect(abi.encodeWithSelector(T.RoundBeyondStrike.selector, id(4), uint256(BELOW), uint256(STRIKE)));
        arm(id(2), id(6));
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(4), uint256(BELOW), uint256(RECOVERY)));
        arm(id(4), id(6));
    }

    function test_arm_revertsWith_RoundNotBeyondStrike() public {
        fall();
        expect(abi.encodeWithSelector(T.RoundNotBeyondStrike.selector, id(3), uint256(BETWEEN), uint256(STRIKE)));
        arm(id(2), id(3));
        expect(abi.encodeWithSelector(T.RoundNotBeyondStrike.selector, id(2), uint256(ABOVE), uint256(STRIKE)));
        arm(id(2), id(2));
    }

    function test_arm_revertsWith_RoundNotAfter() public {
        uint80 first = fall();
        expect(abi.encodeWithSelector(T.RoundNotAfter.selector, id(2), first));
        arm(first, id(2));
        expect(abi.encodeWithSelector(T.RoundNotAfter.selector, (2 << 64) + 1, first));
        arm(first, (2 << 64) + 1);
    }

    function test_arm_revertsWith_RoundMissing() public {
        uint80 first = fall();
        feed.remove(id(3));
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(3)));
        arm(id(2), first);
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(3)));
        arm(first, first);
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(9)));
        arm(id(9), id(9));
        feed.setZerosForMissing(true);
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(3)));
        arm(id(2), first);
    }

    function test_arm_revertsWith_WrongPhase() public {
        fall();
        expect(abi.encodeWithSelector(T.WrongPhase.selector, 5, 1));
        arm(5, 5);
    }

    function test_arm_revertsWith_AlreadyArmed() public {
        uint80 first = fall();
        uint256 incident = arm(id(2), first);
        expect(abi.encodeWithSelector(T.AlreadyArmed.selector, first, incident));
        arm(id(2), first);
    }

    function test_arm_againAfterALapse() public {
        (uint80 first, uint80 closing) = completeFall();
        uint256 incident = arm(id(2), first);
        incidents.lapse(incident);
        (uint256 second,) = armAndProve(id(2), first, closing);
        assertEq(trigger.incidentOf(listing, first), second);
        assertVerdict(second, IAdjudicator.Verdict.Granted);
        expect(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Lapsed));
        vm.prank(address(trigger));
        incidents.rule(incident);
    }

    function test_arm_revertsWith_WrongFee() public {
        uint80 first = fall();
        expect(abi.encodeWithSelector(IIncidents.WrongFee.selector, 0, FEE));
        trigger.arm(listing, id(2), first, pool);
    }

    function test_arm_badRounds() public {
        fall();
        feed.setRaw(id(4), BELOW, START, START + 3 hours, id(3));
        expect(abi.encodeWithSelector(T.StaleRound.selector, id(4), id(3)));
        arm(id(2), id(4));
        feed.setRaw(id(4), 0, START, START + 3 hours, id(4));
        expect(abi.encodeWithSelector(T.InvalidAnswer.selector, id(4), 0));
        arm(id(2), id(4));
        feed.setRaw(id(4), -5, START, START + 3 hours, id(4));
        expect(abi.encodeWithSelector(T.InvalidAnswer.selector, id(4), -5));
        arm(id(2), id(4));
        feed.setRaw(id(4), BELOW, START, START + 6 hours, id(4));
        expect(abi.encodeWithSelector(T.RoundInFuture.selector, id(4), START + 6 hours, block.timestamp));
        arm(id(2), id(4));
        feed.set(id(2), START + 1 hours, -1);
        expect(abi.encodeWithSelector(T.InvalidAnswer.selector, id(2), -1));
        arm(id(2), id(6));
        feed.setMisnumbered(true);
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(1)));
        arm(id(1), id(6));
    }

    /// @dev A round that states no price neither begins a span nor hides one.
    function test_arm_passesOverRoundsWithoutAPrice() public {
        uint80 first = fall();
        feed.setRaw(id(3), BELOW, START, START + 2 hours, id(2));
        assertEq(arm(id(2), first), 1);
    }

    function test_arm_atTheFirstRoundOfAll() public {
        feed.set(id(1), START, BELOW);
        assertEq(arm(id(1), id(1)), 1);
    }

    function test_arm_afterAGap() public {
        fall();
        push(START + 5 hours + GAP, BELOW);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(7), uint256(BELOW), uint256(RECOVERY)));
        arm(id(7), id(7));
        push(START + 5 hours + 2 * GAP + 1, BELOW);
        assertEq(arm(id(8), id(8)), 1);
        // What lies in the gap and states no price does not shorten it.
        push(START + 5 hours + 2 * GAP + 2, BELOW);
        feed.setRaw(id(10), BELOW, 0, START + 5 hours + 3 * GAP, id(9));
        push(START + 5 hours + 3 * GAP + 3, BELOW);
        assertEq(arm(id(11), id(11)), 2);
    }

    function test_arm_revertsWith_TimeBackwards() public {
        uint80 first = fall();
        feed.set(id(3), START + 4 hours, BETWEEN);
        expect(abi.encodeWithSelector(T.TimeBackwards.selector, first, START + 3 hours, START + 4 hours));
        arm(first, first);
    }

    function test_arm_afterAnOutage() public {
        listing = createOnL2();
        uint80 first = fall();
        assertEq(arm(id(2), first), 1);
        sequencer(START + 4 hours + 10, 1);
        sequencer(START + 4 hours + 20, 0);
        expect(abi.encodeWithSelector(T.SequencerDown.selector, START + 5 hours, START + 5 hours));
        arm(id(6), id(6)); // within its grace
        push(START + 5 hours + 19, BELOW);
        expect(abi.encodeWithSelector(T.SequencerDown.selector, START + 5 hours + 19, START + 5 hours + 19));
        arm(id(7), id(7));
        push(START + 5 hours + 20, BELOW);
        push(START + 5 hours + 21, BELOW);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(9), uint256(BELOW), uint256(RECOVERY)));
        arm(id(9), id(9));
        assertEq(arm(id(8), id(8)), 2);
    }

    function test_arm_revertsWith_SequencerDown() public {
        listing = createOnL2();
        uint80 first = fall();
        sequencer(START + 3 hours, 1);
        expect(abi.encodeWithSelector(T.SequencerDown.selector, START + 3 hours, START + 3 hours));
        arm(id(2), first);
    }

    function test_arm_outageBeforeTheSequencerFeedsMemoryCounts() public {
        listing = createOnL2();
        uint80 first = fall();
        uptime.nextPhase();
        sequencer(START + 4 hours, 0);
        expect(abi.encodeWithSelector(T.SequencerDown.selector, START + 3 hours, START + 3 hours));
        arm(id(2), first);
    }
}
