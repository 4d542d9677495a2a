// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerProveTest is TriggerBase {
    /// @dev 0.90 for 1 h, 0.96 for 1 h, 0.90 for 10 h.
    uint256 internal constant FALL = 0.095e18;

    function test_prove_rulesInTheSameTransaction() public {
        (uint80 first, uint80 closing) = completeFall();
        uint256 incident = arm(id(2), first);
        vm.expectEmit();
        emit T.Proven(incident, closing, FALL, FALL);
        assertEq(trigger.prove(incident, closing), FALL);
        assertStatus(incident, IIncidents.Status.Granted);
        IAdjudicator.Ruling memory r = trigger.ruling(incident);
        assertEq(r.ratio, FALL);
        assertEq(r.root, 0);
        assertEq(r.lossSum, 0);
    }

    function test_prove_aSpanThatNobodyArmed() public {
        (uint80 first, uint80 closing) = completeFall();
        (uint256 incident, uint256 ratio) = armAndProve(id(2), first, closing);
        assertEq(ratio, FALL);
        assertStatus(incident, IIncidents.Status.Granted);
    }

    /// @dev The closing round's price is not used, and a later round serves as well.
    function testFuzz_prove_closingRoundOnlyCloses(uint256 price, uint256 late, uint256 more) public {
        uint80 first = fall();
        uint80 closing = push(START + 3 hours + P + bound(late, 0, 15 hours), int256(bound(price, 1, 1e10)));
        for (more = bound(more, 0, 3); more > 0; --more) {
            closing = push(block.timestamp + 1, ABOVE);
        }
        (, uint256 ratio) = armAndProve(id(2), first, closing);
        assertEq(ratio, FALL);
    }

    function test_prove_revertsWith_SpanTooShort() public {
        uint80 first = fall();
        push(START + 3 hours + P - 1, BELOW);
        uint256 incident = arm(id(2), first);
        expect(abi.encodeWithSelector(T.SpanTooShort.selector, START + 3 hours + P - 1, START + 3 hours + P));
        trigger.prove(incident, id(7));
    }

    function test_prove_revertsWith_RoundRecovered() public {
        uint80 first = fall();
        push(START + 3 hours + P - 1, RECOVERY);
        push(START + 3 hours + P, BELOW);
        uint256 incident = arm(id(2), first);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, id(7), uint256(RECOVERY), uint256(RECOVERY)));
        trigger.prove(incident, id(8));
    }

    /// @dev A late closing round is a gap, wherever the end lies.
    function test_prove_revertsWith_RoundGap() public {
        uint80 first = fall();
        push(START + 5 hours + GAP + 1, BELOW);
        uint256 incident = arm(id(2), first);
        expect(abi.encodeWithSelector(T.RoundGap.selector, id(7), GAP + 1, GAP));
        trigger.prove(incident, id(7));
        feed.set(id(7), START + 5 hours + GAP, BELOW);
        trigger.prove(incident, id(7));
    }

    function test_prove_passesOverRoundsWithoutAPrice() public {
        uint80 first = fall();
        feed.setRaw(id(5), ABOVE, 0, START + 4 hours, id(4)); // carried over
        feed.setRaw(id(6), 0, 0, START + 5 hours, id(6));
        push(START + 6 hours, -1);
        (, uint256 ratio) = armAndProve(id(2), first, push(START + 3 hours + P, BELOW));
        assertEq(ratio, 0.1e18);
    }

    function test_prove_revertsWith_StaleRound_forTheClosingRound() public {
        uint80 first = fall();
        vm.warp(START + 3 hours + P);
        feed.setRaw(id(7), BELOW, 0, START + 3 hours + P, id(6));
        uint256 incident = arm(id(2), first);
        expect(abi.encodeWithSelector(T.StaleRound.selector, id(7), id(6)));
        trigger.prove(incident, id(7));
    }

    function test_prove_revertsWith_RoundMissing() public {
        (uint80 first, uint80 closing) = completeFall();
        uint256 incident = arm(id(2), first);
        feed.remove(id(5));
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(5)));
        trigger.prove(incident, closing);
    }

    function test_prove_revertsWith_NotArmed() public {
        (uint80 first, uint80 closing) = completeFall();
        (uint256 incident,) = armAndProve(id(2), first, closing);
        expect(abi.encodeWithSelector(T.NotArmed.selector, incident));
        trigger.prove(incident, closing);
    }

    function test_prove_oneRulingUntilRecovery() public {
        (uint80 first, uint80 closing) = completeFall();
        feed.set(closing, START + 3 hours + P, BELOW);
        push(START + 20 hours, BELOW);
        push(START + 40 hours, BELOW);
        armAndProve(id(2), first, closing);
        for (uint80 recovered = id(1); recovered <= id(9); ++recovered) {
            for (uint80 next = recovered; next <= id(9); ++next) {
                vm.expectRevert();
                arm(recovered, next);
            }
        }
        push(START + 41 hours, RECOVERY);
        uint80 again = push(START + 42 hours, BELOW);
        (uint256 incident,) = armAndProve(id(10), again, push(START + 54 hours, BELOW));
        assertVerdict(incident, IAdjudicator.Verdict.Granted);
    }

    /// @dev Who arms the later of two falls first does not keep the earlier one from being proven.
    function test_prove_anEarlierSpanAfterALaterOne() public {
        (uint80 first, uint80 closing) = completeFall();
        uint80 second = push(START + 20 hours, BELOW);
        uint80 end = push(START + 20 hours + P, BELOW);
        armAndProve(closing, second, end);
        (uint256 incident,) = armAndProve(id(2), first, closing);
        assertVerdict(incident, IAdjudicator.Verdict.Granted);
    }

    /// @dev Only a sequencer feed that forgets its past makes a second span on the time of one already granted.
    function test_prove_revertsWith_SpanOverlaps() public {
        listing = createOnL2();
        (uint80 first,) = completeFall();
        push(START + 4 hours + P, ABOVE);
        feed.set(id(7), START + 3 hours + P, BELOW);
        feed.set(id(8), START + 4 hours + P + 1 hours, BELOW);
        vm.warp(START + 4 hours + P + 1 hours);
        armAndProve(id(2), first, id(7));
        uptime.nextPhase();
        sequencer(START + 3 hours + 1, 0);
        push(START + 5 hours + P, BELOW);
        uint256 incident = arm(id(6), id(6));
        expect(abi.encodeWithSelector(T.SpanOverlaps.selector, START + 5 hours, START + 3 hours, START + 3 hours + P));
        trigger.prove(incident, id(9));
    }

    function test_prove_revertsWith_SequencerDown() public {
        listing = createOnL2();
        (uint80 first, uint80 closing) = completeFall();
        uint256 incident = arm(id(2), first);
        sequencer(START + 3 hours + P, 1);
        expect(abi.encodeWithSelector(T.SequencerDown.selector, START + 3 hours, START + 3 hours + P));
        trigger.prove(incident, closing);
        uptime.setRaw(id(2), 1, START + 3 hours + P + 1, START + 3 hours + P + 1, id(2));
        sequencer(START + 20 hours, 0);
        sequencer(START + 30 hours, 1);
        vm.warp(START + 30 hours);
        trigger.prove(incident, closing); // up through the span; outages since do not matter
    }

    function test_prove_ratioIsCappedByTheListing() public {
        IListings.Terms memory t = terms();
        t.maxRatio = 0.05e18;
        listing = trigger.createListing(t, "Depeg", config());
        (uint80 first, uint80 closing) = completeFall();
        (, uint256 ratio) = armAndProve(id(2), first, closing);
        assertEq(ratio, 0.05e18);
    }

    function testFuzz_prove_payoutTable(uint64 a, uint64 b, uint64 c) public {
        a = uint64(bound(a, 1, 0.3e18));
        b = uint64(bound(b, a + 1, 0.6e18));
        c = uint64(bound(c, b + 1, 1e18));
        T.Config memory config_ = config();
        config_.table = new T.Step[](3);
        (config_.table[0], config_.table[1], config_.table[2]) =
        (T.Step(a, 0.25e18), T.Step(b, 0.5e18), T.Step(c, 1e18));
        listing = create(config_);
        (uint80 first, uint80 closing) = completeFall();
        (, uint256 ratio) = armAndProve(id(2), first, closing);
        assertEq(ratio, FALL >= c ? 1e18 : FALL >= b ? 0.5e18 : FALL >= a ? 0.25e18 : 0);
    }

    function testFuzz_prove_anyPiecesGiveTheSameRatio(uint256 seed) public {
        uint80 first = push(START + 1 hours, BELOW);
        uint256 time = START + 1 hours;
        for (uint256 i = 0; time < START + 1 hours + P; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            time += 1 + random % 50 minutes;
            push(time, int256(1 + (random >> 32) % (uint256(RECOVERY) - 1)));
        }
        uint80 closing = feed.latest();
        uint256 whole = inOnePiece(first, closing);
        uint256 incident = arm(id(1), first);
        uint80 cursor = first;
        for (uint256 i = 0; cursor + 1 < closing && i < 20; ++i) {
            cursor += 1 + uint80(uint256(keccak256(abi.encode(seed, "piece", i))) % (closing - cursor - 1));
            trigger.advance(incident, cursor);
            cursor = first + uint80(trigger.episodeOf(incident).passed);
        }
        assertEq(trigger.prove(incident, closing), whole);
    }

    /// @dev The ratio of the span proven in one piece; undone.
    function inOnePiece(uint80 first, uint80 closing) internal returns (uint256 ratio) {
        uint256 snapshot = vm.snapshotState();
        (, ratio) = armAndProve(id(1), first, closing);
        vm.revertToState(snapshot);
    }
}
