// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerRecoverTest is TriggerBase {
    uint256 internal incident;

    function begin() internal {
        incident = arm(id(2), fall());
    }

    function recovers(uint80 round, T.Reason reason) internal {
        vm.expectEmit();
        emit T.SpanEnded(incident, reason == T.Reason.SequencerOutage ? 0 : round, reason);
        trigger.recover(incident, round);
        assertVerdict(incident, IAdjudicator.Verdict.Denied);
        assertStatus(incident, IIncidents.Status.Denied);
    }

    function test_recover_atARoundPastRecovery() public {
        begin();
        push(START + 6 hours, RECOVERY);
        expect(abi.encodeWithSelector(T.RoundNotFinal.selector, id(7)));
        trigger.recover(incident, id(7));
        push(START + 7 hours, BELOW);
        recovers(id(7), T.Reason.Recovered);
        expect(abi.encodeWithSelector(T.AlreadyArmed.selector, id(4), incident));
        arm(id(2), id(4));
        assertEq(arm(id(7), id(8)), 2);
    }

    function test_recover_afterAnAdvance() public {
        begin();
        trigger.advance(incident, id(6));
        push(START + 6 hours, RECOVERY);
        push(START + 7 hours, BELOW);
        recovers(id(7), T.Reason.Recovered);
    }

    function test_recover_revertsWith_NotRecovered() public {
        begin();
        push(START + 6 hours, RECOVERY - 1);
        expect(abi.encodeWithSelector(T.NotRecovered.selector, id(7)));
        trigger.recover(incident, id(7));
        expect(abi.encodeWithSelector(T.NotRecovered.selector, id(8)));
        trigger.recover(incident, id(8));
    }

    function test_recover_revertsWith_SpanComplete() public {
        begin();
        push(START + 3 hours + P, ABOVE);
        push(START + 4 hours + P, ABOVE);
        expect(abi.encodeWithSelector(T.SpanComplete.selector, id(7)));
        trigger.recover(incident, id(7));
        expect(abi.encodeWithSelector(T.SpanComplete.selector, id(7)));
        trigger.recover(incident, id(8));
    }

    function test_recover_revertsWith_NotArmed() public {
        begin();
        push(START + 6 hours, RECOVERY);
        push(START + 7 hours, BELOW);
        recovers(id(7), T.Reason.Recovered);
        expect(abi.encodeWithSelector(T.NotArmed.selector, incident));
        trigger.recover(incident, id(7));
        expect(abi.encodeWithSelector(T.NotArmed.selector, 5));
        trigger.recover(5, id(7));
    }

    function test_recover_afterAGap() public {
        begin();
        push(START + 5 hours + GAP + 1, BELOW);
        recovers(id(7), T.Reason.Gap);
    }

    /// @dev A feed that falls silent does not keep the incident open.
    function test_recover_whenTheFeedIsSilent() public {
        begin();
        vm.warp(START + 5 hours + GAP);
        expect(abi.encodeWithSelector(T.NotRecovered.selector, id(7)));
        trigger.recover(incident, id(7));
        vm.warp(START + 5 hours + GAP + 1);
        recovers(id(7), T.Reason.Gap);
    }

    /// @dev A feed that is closed to the trigger shows nothing: the incident lapses instead.
    function test_recover_revertsWith_RoundMissing_whenTheFeedIsClosed() public {
        begin();
        trigger.advance(incident, id(6));
        feed.setDead(true);
        vm.warp(START + 30 days);
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(5)));
        trigger.recover(incident, id(6));
    }

    /// @dev A read cannot be starved of gas to feign silence: what is left never suffices for the ruling.
    function testFuzz_recover_notByStarvingARead(uint256 gas) public {
        begin();
        push(START + 3 hours + P, BELOW);
        vm.warp(START + 30 days);
        gas = bound(gas, 20_000, gas % 2 == 0 ? 400_000 : 20_000_000);
        (bool success,) = address(trigger).call{gas: gas}(abi.encodeCall(trigger.recover, (incident, id(7))));
        assertFalse(success);
        assertVerdict(incident, IAdjudicator.Verdict.Pending);
    }

    function test_recover_duringAnOutage() public {
        listing = createOnL2();
        begin();
        expect(abi.encodeWithSelector(T.NotRecovered.selector, id(6)));
        trigger.recover(incident, id(6));
        sequencer(START + 5 hours, 1);
        recovers(id(6), T.Reason.SequencerOutage);
    }

    function test_recover_afterAnOutage() public {
        listing = createOnL2();
        begin();
        sequencer(START + 4 hours, 1);
        sequencer(START + 4 hours + 1, 0);
        recovers(0, T.Reason.SequencerOutage);
    }

    function test_recover_notByAnOutageAfterTheEnd() public {
        listing = createOnL2();
        begin();
        push(START + 3 hours + P, BELOW);
        push(START + 4 hours + P, BELOW);
        sequencer(START + 3 hours + P + 1, 1);
        expect(abi.encodeWithSelector(T.SpanComplete.selector, id(7)));
        trigger.recover(incident, id(7));
    }

    /// @dev The feed that cannot be read shows no outage.
    function test_recover_revertsIfTheSequencerFeedIsDead() public {
        listing = createOnL2();
        begin();
        uptime.setDead(true);
        vm.expectRevert();
        trigger.recover(incident, id(6));
    }

    function test_recover_whenTheFirstRoundChanged() public {
        push(START + 1 hours, ABOVE);
        uint80 first = push(START + 2 hours, BELOW);
        incident = arm(id(2), first);
        feed.set(first, START + 2 hours + 500, BELOW + 1); // the third oracle's answer arrives
        vm.warp(START + 3 hours);
        recovers(first, T.Reason.RoundChanged);
        assertEq(arm(id(2), first), 2); // a span of its own
        assertEq(trigger.episodeOf(2).firstTime, START + 2 hours + 500);
    }
}
