// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {FeedLevels} from "../../../src/adjudicators/libraries/FeedLevels.sol";
import {FeedRounds} from "../../../src/adjudicators/libraries/FeedRounds.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {Test} from "../../Test.sol";

contract FeedLevelsTest is Test {
    using FeedLevels for FeedLevels.Scale;

    uint80 internal constant PHASE = 3 << 64;
    uint256 internal constant START = 1_600_000_000;
    uint256 internal constant LOOKBACK = 5 hours;
    uint256 internal constant GAP = 1 hours;

    MockPriceFeed internal feed = new MockPriceFeed(8);

    /// @dev So many rounds, often of one time, now and then without a price.
    function draw(uint256 seed, uint256 length) internal {
        uint256 time = START;
        for (uint80 i = 1; i <= length; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            time += random % 3 == 0 ? 0 : (random >> 32) % 40 minutes;
            int256 answer = random % 11 == 0 ? int256(0) : int256(1 + (random >> 64) % 1e10);
            feed.setRaw(PHASE + i, answer, 0, time, PHASE + (random % 13 == 0 ? i - 1 : i));
        }
        vm.warp(time);
    }

    function scaleOf() internal view returns (FeedLevels.Scale memory scale) {
        (scale.feed, scale.lookback, scale.longestGap) = (address(feed), LOOKBACK, GAP);
    }

    /// @dev The last price at or before the lookback: read one by one, backwards.
    function baseOf(uint80 id) internal view returns (FeedRounds.Round memory base) {
        uint256 time = FeedRounds.get(address(feed), id).updatedAt - LOOKBACK;
        for (uint80 i = id - 1; uint64(i) > 0; --i) {
            base = FeedRounds.get(address(feed), i);
            if (FeedRounds.isPriced(base) && base.updatedAt <= time) return base;
        }
        delete base;
    }

    /// @dev Whatever was found before, and from wherever the search begins, it is the same base.
    function testFuzz_levelOf_theBaseIsTheLastPriceAtOrBeforeTheLookback(uint256 seed, uint256 length, uint256 from)
        public
    {
        length = bound(length, 2, 60);
        draw(seed, length);
        FeedLevels.Scale memory scale = scaleOf();
        for (uint80 id = PHASE + uint80(bound(from, 1, length)); id <= PHASE + length; ++id) {
            FeedRounds.Round memory round = FeedRounds.get(address(feed), id);
            if (!FeedRounds.isPriced(round)) continue;
            FeedRounds.Round memory base = baseOf(id);
            bool expected = base.found && round.updatedAt - LOOKBACK - base.updatedAt <= GAP;
            check(scaleOf(), round, expected, base);
            check(scale, round, expected, base);
        }
    }

    function check(
        FeedLevels.Scale memory scale,
        FeedRounds.Round memory round,
        bool expected,
        FeedRounds.Round memory base
    ) internal view {
        (bool based, uint256 level) = scale.levelOf(round);
        assertEq(based, expected);
        if (!based) return;
        assertEq(scale.base.id, base.id);
        uint256 product = uint256(round.answer) * 1e18;
        assertTrue(level * uint256(base.answer) >= product && (level - 1) * uint256(base.answer) < product);
    }

    function test_levelOf_roundsRisesDownAndFallsUp() public {
        feed.set(PHASE + 1, START, 3);
        feed.set(PHASE + 2, START + LOOKBACK, 4);
        FeedRounds.Round memory round = FeedRounds.get(address(feed), PHASE + 2);
        assertEq(scaleOf().getLevel(round), 1.333333333333333334e18);
        FeedLevels.Scale memory scale = scaleOf();
        scale.rising = true;
        assertEq(scale.getLevel(round), 1.333333333333333333e18);
        scale.lookback = 0;
        assertEq(scale.getLevel(round), 4);
    }

    /// @dev A time before all time is no time of a base.
    function test_levelOf_revertsWith_BaseMissing_nearZero() public {
        feed.set(PHASE + 1, 10, 3);
        feed.set(PHASE + 2, LOOKBACK - 1, 3);
        vm.warp(LOOKBACK);
        vm.expectRevert(abi.encodeWithSelector(IPriceFeedTrigger.BaseMissing.selector, PHASE + 2, 0, PHASE + 1));
        this.getLevel(PHASE + 2);
    }

    function getLevel(uint80 id) external view returns (uint256) {
        return scaleOf().getLevel(FeedRounds.get(address(feed), id));
    }

    /// @dev No hole is passed over, in the search or behind it.
    function test_levelOf_revertsWith_RoundMissing() public {
        draw(1, 60);
        for (uint80 hole = 1; hole < 60; ++hole) {
            uint256 snapshot = vm.snapshotState();
            feed.remove(PHASE + hole);
            try this.getLevel(PHASE + 60) returns (uint256 level) {
                assertEq(level, levelOfIntact());
            } catch (bytes memory reason) {
                assertEq(
                    keccak256(reason),
                    keccak256(abi.encodeWithSelector(IPriceFeedTrigger.RoundMissing.selector, PHASE + hole))
                );
            }
            vm.revertToState(snapshot);
        }
    }

    function levelOfIntact() internal returns (uint256 level) {
        draw(1, 60);
        return this.getLevel(PHASE + 60);
    }
}
