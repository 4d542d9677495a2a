// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

/// @notice The real rounds of USDC / USD in March 2023: phase 2, aggregator rounds 746 to 1145.
contract PriceFeedTriggerReplayTest is TriggerBase {
    uint80 internal constant USDC = 2 << 64;
    uint256 internal constant CLOSED = 1_678_549_907; // 2023-03-11 15:51:47
    uint256 internal near;
    uint256 internal far;

    function setUp() public override {
        super.setUp();
        feed.nextPhase();
        string memory json = vm.readFile("contracts/test/fixtures/usdc-usd-2023.json");
        uint256 first = vm.parseJsonUint(json, ".first");
        uint256[] memory times = vm.parseJsonUintArray(json, ".times");
        uint256[] memory answers = vm.parseJsonUintArray(json, ".answers");
        for (uint256 i = 0; i < times.length; ++i) {
            feed.set(USDC + uint80(first + i), times[i], int256(answers[i]));
        }
        vm.warp(times[times.length - 1]);
        near = create(config());
        T.Config memory c = config();
        (c.strike, c.recovery, c.warning) = (0.9e8, 0.92e8, 0.95e8);
        far = create(c);
    }

    function ruled(uint256 listing_, uint80 recovered, uint80 first, uint80 closing) internal returns (uint256 ratio) {
        vm.prank(keeper);
        (, ratio) = trigger.armAndProve{value: FEE}(listing_, USDC + recovered, USDC + first, USDC + closing, pool);
    }

    function test_replay_theNearListingIsRuledByTheRoundAt155147() public {
        (,,, uint256 closed,) = feed.getRoundData(USDC + 1044);
        assertEq(closed, CLOSED);
        vm.warp(CLOSED);
        assertEq(ruled(near, 870, 884, 1044), 83_444_849_855_555_555);
        assertEq(incidents.incidentOf(1).lossTime, 1_678_506_587);
    }

    function test_replay_theRoundBeforeDoesNotClose() public {
        expect(abi.encodeWithSelector(T.SpanTooShort.selector, 1_678_547_747, 1_678_506_587 + P));
        ruled(near, 870, 884, 1043);
    }

    /// @dev 176 rounds lie below the strike; one of them begins the span. (Another does much later, after recovery.)
    function test_replay_noOtherRoundBeginsASpan() public {
        uint256 begun;
        for (uint80 round = 871; round < 1145; ++round) {
            for (uint256 i = 0; i < 2; ++i) {
                uint256 snapshot = vm.snapshotState();
                vm.prank(keeper);
                try trigger.arm{value: FEE}(near, USDC + (i == 0 ? 870 : round), USDC + round, pool) {
                    assertEq(round, 884);
                    ++begun;
                } catch {}
                vm.revertToState(snapshot);
            }
        }
        assertEq(begun, 1);
    }

    function test_replay_secondFallAfterRecovery() public {
        ruled(near, 870, 884, 1044);
        vm.prank(keeper);
        uint256 incident = trigger.arm{value: FEE}(near, USDC + 1118, USDC + 1139, pool);
        assertEq(trigger.episodeOf(incident).firstTime, 1_678_606_427);
        expect(abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp, 1_678_606_427 + P));
        trigger.prove(incident, USDC + 1145);
    }

    function test_replay_theFarListingPaysNothing() public {
        for (uint80 round = 747; round <= 1145; ++round) {
            (, int256 answer,,,) = feed.getRoundData(USDC + round);
            (, int256 before,,,) = feed.getRoundData(USDC + round - 1);
            if (answer >= 0.9e8 || before < 0.9e8) continue;
            uint80 recovered = round - 1;
            for (; before < 0.92e8; --recovered) {
                (, before,,,) = feed.getRoundData(USDC + recovered - 1);
            }
            uint256 snapshot = vm.snapshotState();
            vm.prank(keeper);
            try trigger.arm{value: FEE}(far, USDC + recovered, USDC + round, pool) returns (uint256 incident) {
                for (uint80 end = round + 1; end <= 1145; end += 20) {
                    vm.expectRevert();
                    trigger.prove(incident, USDC + end);
                }
                vm.expectRevert();
                trigger.prove(incident, USDC + 1145);
            } catch {}
            vm.revertToState(snapshot);
        }
    }

    function test_replay_withRound1000AtRecoveryNothingIsPaid() public {
        (,,, uint256 time,) = feed.getRoundData(USDC + 1000);
        feed.set(USDC + 1000, time, RECOVERY);
        vm.prank(keeper);
        uint256 incident = trigger.arm{value: FEE}(near, USDC + 870, USDC + 884, pool);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, USDC + 1000, uint256(RECOVERY), uint256(RECOVERY)));
        trigger.prove(incident, USDC + 1044);
        trigger.recover(incident, USDC + 1000);
        assertVerdict(incident, IAdjudicator.Verdict.Denied);
        vm.prank(keeper);
        incident = trigger.arm{value: FEE}(near, USDC + 1000, USDC + 1001, pool);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, USDC + 1076, 98_190_000, uint256(RECOVERY)));
        trigger.prove(incident, USDC + 1145);
    }

    function test_replay_withRound900AtRecoveryTheSpanBeginsAfterIt() public {
        (,,, uint256 time,) = feed.getRoundData(USDC + 900);
        feed.set(USDC + 900, time, RECOVERY);
        assertEq(ruled(near, 900, 901, 1045), 84_018_293_836_111_111);
        assertEq(incidents.incidentOf(1).lossTime, 1_678_507_667);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, USDC + 900, uint256(RECOVERY), uint256(RECOVERY)));
        ruled(near, 870, 884, 1044);
    }

    function test_replay_inPieces() public {
        vm.prank(keeper);
        uint256 incident = trigger.arm{value: FEE}(near, USDC + 870, USDC + 884, pool);
        for (uint80 to = 900; to < 1044; to += 40) {
            trigger.advance(incident, USDC + to);
        }
        assertEq(trigger.prove(incident, USDC + 1044), 83_444_849_855_555_555);
    }
}
