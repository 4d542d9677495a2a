// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerAdvanceTest is TriggerBase {
    uint256 internal incident;

    function begin() internal {
        incident = arm(id(2), fall());
    }

    function test_advance_keepsTheIntegralUpToTheLastFinalRound() public {
        begin();
        uint256 integral = uint256(BELOW) * 1 hours;
        vm.expectEmit();
        emit T.Advanced(incident, id(5), integral);
        trigger.advance(incident, id(6));
        T.Episode memory e = trigger.episodeOf(incident);
        assertEq(e.passed, 1);
        assertEq(e.time, START + 4 hours);
        assertEq(e.level, uint256(BETWEEN));
        assertEq(e.integral, integral);
    }

    function test_advance_theLastRoundNamedCanStillChange() public {
        begin();
        trigger.advance(incident, id(6));
        feed.set(id(6), START + 5 hours, ABOVE);
        push(START + 6 hours, BELOW);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, id(6), uint256(ABOVE), uint256(RECOVERY)));
        trigger.advance(incident, id(7));
    }

    function test_advance_revertsWith_RoundChanged() public {
        begin();
        feed.set(id(4), START + 3 hours, BELOW + 1);
        expect(abi.encodeWithSelector(T.RoundChanged.selector, id(4), START + 3 hours, BELOW + 1));
        trigger.advance(incident, id(5));
        feed.set(id(4), START + 3 hours + 1, BELOW);
        expect(abi.encodeWithSelector(T.RoundChanged.selector, id(4), START + 3 hours + 1, BELOW));
        trigger.prove(incident, id(5));
    }

    function test_advance_revertsWith_NotArmed() public {
        expect(abi.encodeWithSelector(T.NotArmed.selector, 7));
        trigger.advance(7, id(2));
    }

    function test_advance_revertsWith_RoundNotAfter() public {
        begin();
        expect(abi.encodeWithSelector(T.RoundNotAfter.selector, id(4), id(4)));
        trigger.advance(incident, id(4));
        expect(abi.encodeWithSelector(T.RoundNotAfter.selector, (2 << 64) + 1, id(4)));
        trigger.advance(incident, (2 << 64) + 1);
    }

    function test_advance_revertsWith_SpanComplete() public {
        begin();
        push(START + 3 hours + P, BELOW);
        push(START + 4 hours + P, BELOW);
        expect(abi.encodeWithSelector(T.SpanComplete.selector, id(7)));
        trigger.advance(incident, id(8));
    }

    function test_advance_revertsWith_badRounds() public {
        begin();
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(7)));
        trigger.advance(incident, id(7));
        feed.setRaw(id(6), BELOW, 0, START + 5 hours, id(5));
        expect(abi.encodeWithSelector(T.StaleRound.selector, id(6), id(5)));
        trigger.advance(incident, id(6));
        feed.setRaw(id(6), 0, 0, START + 5 hours, id(6));
        expect(abi.encodeWithSelector(T.InvalidAnswer.selector, id(6), 0));
        trigger.advance(incident, id(6));
        feed.set(id(6), START + 5 hours + 1, BELOW);
        expect(abi.encodeWithSelector(T.RoundInFuture.selector, id(6), START + 5 hours + 1, START + 5 hours));
        trigger.advance(incident, id(6));
        feed.set(id(6), START + 4 hours - 1, BELOW);
        expect(abi.encodeWithSelector(T.TimeBackwards.selector, id(6), START + 4 hours - 1, START + 4 hours));
        trigger.advance(incident, id(6));
    }

    function test_advance_revertsWith_RoundGap() public {
        lengthen();
        begin();
        push(START + 5 hours + GAP + 1, BELOW);
        expect(abi.encodeWithSelector(T.RoundGap.selector, id(7), GAP + 1, GAP));
        trigger.advance(incident, id(7));
    }

    function lengthen() internal {
        T.Config memory c = config();
        c.persistence = 2 days;
        listing = create(c);
    }
}
