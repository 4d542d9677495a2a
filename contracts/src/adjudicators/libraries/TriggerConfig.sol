// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IAggregatorBounds, IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IPriceFeedTrigger} from "../interfaces/IPriceFeedTrigger.sol";
import {FeedLevels} from "./FeedLevels.sol";
import {FeedRounds} from "./FeedRounds.sol";

/// @title What a price feed's trigger watches: its bounds, how it is stored, and the ratio that it pays
library TriggerConfig {
    /// @dev A listing's configuration as it is stored; a sale reads the first two slots.
    struct Trigger {
        address feed;
        uint32 heartbeat;
        uint32 sequencerGrace;
        uint16 phase;
        uint8 decimals;
        uint8 steps;
        // -- slot
        address sequencer;
        uint80 warning;
        bool rising;
        bool relative;
        // -- slot
        uint80 strike;
        uint80 recovery;
        uint32 persistence;
        uint32 lookback;
        uint32 phaseSince;
        // -- slot
        uint80 par;
        uint64 maxRatio;
        // -- slot
        IPriceFeedTrigger.Step[] table;
    }

    uint256 private constant WAD = 1e18;
    /// @dev Seconds by which a round may be later than the heartbeat.
    uint256 internal constant SLACK = 1 hours;
    /// @dev Seconds that keepers have to prove a complete span.
    uint256 internal constant KEEPER_TIME = 3 days;
    uint256 internal constant MAX_STEPS = 8;
    uint256 internal constant MAX_LOOKBACK = 30 days;

    // -- Check and store -----------------------------------------------------------------------------------------

    /// @notice Checks a configuration against its bounds, its feed and the terms of its listing.
    function check(IPriceFeedTrigger.Config calldata c, IListings.Terms calldata terms) internal view {
        demand(terms.adjudicator == address(this), "adjudicator");
        demand(!terms.keyed, "keyed");
        // Nobody could rule on an assertion: its bond would come back, and the risk be frozen for nothing.
        demand(terms.bond == 0 || terms.secondAdjudicator != address(0), "bond");
        demand(c.heartbeat >= 1 minutes && c.heartbeat <= 48 hours, "heartbeat");
        demand(c.persistence >= 1 hours && c.persistence <= 30 days, "persistence");
        demand(terms.grace >= worstCaseTime(c.persistence, c.heartbeat), "grace");
        checkOrder(c, terms.waiting);
        checkTable(c);
        checkFeed(c);
    }

    /// @notice Stores a configuration. Its first phase counts from its first round on.
    function store(Trigger storage t, IPriceFeedTrigger.Config calldata c, uint64 maxRatio) internal {
        (t.feed, t.heartbeat, t.sequencerGrace) = (c.feed, c.heartbeat, c.sequencerGrace);
        (t.phase, t.decimals, t.steps) = (IPriceFeed(c.feed).phaseId(), c.decimals, uint8(c.table.length));
        (t.sequencer, t.warning, t.rising) = (c.sequencer, c.warning, isRising(c));
        (t.strike, t.recovery, t.persistence) = (c.strike, c.recovery, c.persistence);
        (t.relative, t.lookback) = (c.lookback != 0, c.lookback);
        (t.par, t.maxRatio) = (c.par, maxRatio);
        for (uint256 i = 0; i < c.table.length; ++i) {
            t.table.push(c.table[i]);
        }
    }

    /// @notice The configuration as it was given.
    function load(Trigger storage t) internal view returns (IPriceFeedTrigger.Config memory c) {
        (c.feed, c.decimals, c.heartbeat, c.lookback) = (t.feed, t.decimals, t.heartbeat, t.lookback);
        if (t.rising) c.direction = IPriceFeedTrigger.Direction.Rise;
        (c.sequencer, c.sequencerGrace) = (t.sequencer, t.sequencerGrace);
        (c.strike, c.recovery, c.warning, c.par) = (t.strike, t.recovery, t.warning, t.par);
        (c.persistence, c.table) = (t.persistence, t.table);
    }

    // -- Compute -------------------------------------------------------------------------------------------------

    /// @notice Seconds from the loss to the ruling at the latest: the closing round comes no later than the longest gap
    /// after the end of the span, then keepers have their time.
    function worstCaseTime(uint256 persistence, uint256 heartbeat) internal pure returns (uint256) {
        return persistence + heartbeat + SLACK + KEEPER_TIME;
    }

    /// @notice Seconds that lie between the first rounds of two spans that are ruled: no time of a span is paid twice, nor
    /// is a fall or a rise whose base lies before one that was.
    function spacing(Trigger storage t) internal view returns (uint256) {
        return t.relative ? t.lookback : t.persistence;
    }

    /// @notice The move of the mean level away from par and the loss ratio, both WAD, rounded down.
    /// @param integral Level × seconds over exactly the persistence time.
    function ratioDown(Trigger storage t, uint256 integral) internal view returns (uint256 move, uint256 ratio) {
        uint256 whole = uint256(t.par) * t.persistence;
        if (FeedLevels.isBeyond(t.rising, integral, whole)) {
            move = (integral > whole ? integral - whole : whole - integral) * WAD / whole;
        }
        ratio = move;
        uint256 steps = t.steps;
        if (steps != 0) {
            ratio = 0;
            for (uint256 i = 0; i < steps && t.table[i].move <= move; ++i) {
                ratio = t.table[i].ratio;
            }
        }
        if (ratio > t.maxRatio) ratio = t.maxRatio;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function demand(bool met, bytes32 field) private pure {
        require(met, IPriceFeedTrigger.InvalidConfig(field));
    }

    function isRising(IPriceFeedTrigger.Config calldata c) private pure returns (bool) {
        return c.direction == IPriceFeedTrigger.Direction.Rise;
    }

    /// @dev From the loss outwards: strike, recovery, warning and par. Whoever buys once a fall has begun must come too
    /// late for it: of a relative listing, the base of a loss lies after the purchase.
    function checkOrder(IPriceFeedTrigger.Config calldata c, uint32 waiting) private pure {
        bool rising = isRising(c);
        demand(c.strike != 0, "strike");
        demand(FeedLevels.isBeyond(rising, c.strike, c.recovery), "recovery");
        demand(c.par != 0 && !FeedLevels.isBeyond(rising, c.par, c.recovery), "par");
        if (c.lookback == 0) {
            demand(!FeedLevels.isBeyond(rising, c.warning, c.recovery), "warning");
            return;
        }
        demand(c.lookback >= c.persistence && c.lookback <= MAX_LOOKBACK, "lookback");
        demand(waiting >= c.lookback, "waiting");
        demand(c.warning == 0, "warning");
        // No move at all is a recovery.
        demand(!FeedLevels.isBeyond(rising, WAD, c.recovery), "recovery");
    }

    /// @dev Both columns rise; no ratio is above 1, and no fall.
    function checkTable(IPriceFeedTrigger.Config calldata c) private pure {
        uint256 length = c.table.length;
        bool valid = length <= MAX_STEPS;
        uint256 largest = isRising(c) ? type(uint64).max : WAD;
        (uint256 move, uint256 ratio) = (0, 0);
        for (uint256 i = 0; valid && i < length; ++i) {
            IPriceFeedTrigger.Step calldata step = c.table[i];
            valid = step.move > move && step.move <= largest && step.ratio > ratio && step.ratio <= WAD;
            (move, ratio) = (step.move, step.ratio);
        }
        demand(valid, "table");
    }

    /// @dev The feed is a proxy with rounds and phases, in these decimals, and can report what is asked of it.
    function checkFeed(IPriceFeedTrigger.Config calldata c) private view {
        (bool isProxy, int256 phase) = ask(c.feed, IPriceFeed.phaseId.selector);
        demand(
            isProxy && phase > 0 && phase <= int256(uint256(type(uint16).max)) && FeedRounds.latest(c.feed).found,
            "feed"
        );
        (bool hasDecimals, int256 decimals) = ask(c.feed, IPriceFeed.decimals.selector);
        demand(hasDecimals && decimals == int256(uint256(c.decimals)), "decimals");
        if (c.sequencer == address(0)) {
            demand(c.sequencerGrace == 0, "sequencerGrace");
        } else {
            demand(FeedRounds.latest(c.sequencer).found, "sequencer");
            demand(c.sequencerGrace <= 1 days, "sequencerGrace");
        }
        (bool hasAggregator, int256 aggregator) = ask(c.feed, IPriceFeed.aggregator.selector);
        if (hasAggregator) checkLevels(c, address(uint160(uint256(aggregator))));
    }

    /// @dev The strike lies strictly within the aggregator's bounds, and recovery not beyond them, if it states any. Of a
    /// relative listing both are taken from the price of now.
    function checkLevels(IPriceFeedTrigger.Config calldata c, address aggregator) private view {
        int256 min = askBound(aggregator, IAggregatorBounds.minSubmissionValue.selector, 0);
        min = askBound(aggregator, IAggregatorBounds.minAnswer.selector, min);
        int256 max = askBound(aggregator, IAggregatorBounds.maxSubmissionValue.selector, type(int256).max);
        max = askBound(aggregator, IAggregatorBounds.maxAnswer.selector, max);
        (int256 strike, int256 recovery) = (int256(uint256(c.strike)), int256(uint256(c.recovery)));
        if (c.lookback != 0) {
            int256 price = FeedRounds.latest(c.feed).answer;
            (strike, recovery) = (strike * price / int256(WAD), recovery * price / int256(WAD));
        }
        require(
            isRising(c) ? strike < max && recovery >= min : strike > min && recovery <= max,
            IPriceFeedTrigger.LevelOutsideFeed(uint256(strike), uint256(recovery), min, max)
        );
    }

    /// @dev A bound, or what stands if it is not stated under this name.
    function askBound(address aggregator, bytes4 selector, int256 otherwise) private view returns (int256) {
        (bool answered, int256 bound) = ask(aggregator, selector);
        return answered ? bound : otherwise;
    }

    /// @dev A view without arguments that answers one word, or not at all.
    function ask(address target, bytes4 selector) private view returns (bool answered, int256 word) {
        (bool success, bytes memory data) = target.staticcall(abi.encodeWithSelector(selector));
        answered = success && data.length == 32;
        if (answered) word = abi.decode(data, (int256));
    }
}
