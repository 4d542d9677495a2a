// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IAggregatorBounds, IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IPriceFeedTrigger} from "../interfaces/IPriceFeedTrigger.sol";
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
        IPriceFeedTrigger.Direction direction;
        // -- slot
        uint80 strike;
        uint80 recovery;
        uint32 persistence;
        uint32 phaseSince;
        // -- slot
        uint80 par;
        uint64 maxRatio;
        uint32 grantedFrom;
        uint32 grantedUntil;
        // -- slot
        IPriceFeedTrigger.Step[] table;
    }

    uint256 internal constant WAD = 1e18;
    /// @dev Seconds by which a round may be later than the heartbeat.
    uint256 internal constant SLACK = 1 hours;
    /// @dev Seconds that keepers have to prove a complete span.
    uint256 internal constant KEEPER_TIME = 3 days;
    uint256 internal constant MAX_STEPS = 8;

    // -- Check and store -----------------------------------------------------------------------------------------

    /// @notice Checks a configuration against its bounds, its feed and the terms of its listing.
    function check(IPriceFeedTrigger.Config calldata c, IListings.Terms calldata terms) internal view {
        require(terms.adjudicator == address(this), IPriceFeedTrigger.InvalidConfig("adjudicator"));
        require(!terms.keyed, IPriceFeedTrigger.InvalidConfig("keyed"));
        // Nobody could rule on an assertion: its bond would come back, and the risk be frozen for nothing.
        require(terms.bond == 0 || terms.secondAdjudicator != address(0), IPriceFeedTrigger.InvalidConfig("bond"));
        require(c.heartbeat >= 1 minutes && c.heartbeat <= 48 hours, IPriceFeedTrigger.InvalidConfig("heartbeat"));
        require(c.persistence >= 1 hours && c.persistence <= 30 days, IPriceFeedTrigger.InvalidConfig("persistence"));
        require(terms.grace >= worstCaseTime(c.persistence, c.heartbeat), IPriceFeedTrigger.InvalidConfig("grace"));
        require(c.strike != 0, IPriceFeedTrigger.InvalidConfig("strike"));
        require(c.recovery > c.strike, IPriceFeedTrigger.InvalidConfig("recovery"));
        require(c.warning >= c.recovery, IPriceFeedTrigger.InvalidConfig("warning"));
        require(c.par >= c.recovery, IPriceFeedTrigger.InvalidConfig("par"));
        checkTable(c.table);
        checkFeed(c);
    }

    /// @notice Stores a configuration. Its first phase counts from its first round on.
    function store(Trigger storage t, IPriceFeedTrigger.Config calldata c, uint64 maxRatio) internal {
        (t.feed, t.heartbeat, t.sequencerGrace) = (c.feed, c.heartbeat, c.sequencerGrace);
        (t.phase, t.decimals, t.steps) = (IPriceFeed(c.feed).phaseId(), c.decimals, uint8(c.table.length));
        (t.sequencer, t.warning, t.direction) = (c.sequencer, c.warning, c.direction);
        (t.strike, t.recovery, t.persistence) = (c.strike, c.recovery, c.persistence);
        (t.par, t.maxRatio) = (c.par, maxRatio);
        for (uint256 i = 0; i < c.table.length; ++i) {
            t.table.push(c.table[i]);
        }
    }

    /// @notice The configuration as it was given.
    function load(Trigger storage t) internal view returns (IPriceFeedTrigger.Config memory c) {
        (c.feed, c.decimals, c.direction, c.heartbeat) = (t.feed, t.decimals, t.direction, t.heartbeat);
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

    /// @notice The fall of the mean price below par and the loss ratio, both WAD, rounded down.
    /// @param integral Price × seconds over exactly the persistence time.
    function ratioDown(Trigger storage t, uint256 integral) internal view returns (uint256 fall, uint256 ratio) {
        uint256 whole = uint256(t.par) * t.persistence;
        if (integral < whole) fall = (whole - integral) * WAD / whole;
        ratio = fall;
        uint256 steps = t.steps;
        if (steps != 0) {
            ratio = 0;
            for (uint256 i = 0; i < steps && t.table[i].fall <= fall; ++i) {
                ratio = t.table[i].ratio;
            }
        }
        if (ratio > t.maxRatio) ratio = t.maxRatio;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Both columns rise, within (0, 1].
    function checkTable(IPriceFeedTrigger.Step[] calldata table) private pure {
        bool valid = table.length <= MAX_STEPS;
        for (uint256 i = 0; valid && i < table.length; ++i) {
            (uint256 fall, uint256 ratio) = i == 0 ? (0, 0) : (table[i - 1].fall, table[i - 1].ratio);
            valid = table[i].fall > fall && table[i].fall <= WAD && table[i].ratio > ratio && table[i].ratio <= WAD;
        }
        require(valid, IPriceFeedTrigger.InvalidConfig("table"));
    }

    /// @dev The feed is a proxy with rounds and phases, in these decimals, and can report what is asked of it.
    function checkFeed(IPriceFeedTrigger.Config calldata c) private view {
        (bool isProxy, int256 phase) = ask(c.feed, IPriceFeed.phaseId.selector);
        require(
            isProxy && phase > 0 && phase <= int256(uint256(type(uint16).max)) && FeedRounds.latest(c.feed).found,
            IPriceFeedTrigger.InvalidConfig("feed")
        );
        (bool hasDecimals, int256 decimals) = ask(c.feed, IPriceFeed.decimals.selector);
        require(hasDecimals && decimals == int256(uint256(c.decimals)), IPriceFeedTrigger.InvalidConfig("decimals"));
        if (c.sequencer == address(0)) {
            require(c.sequencerGrace == 0, IPriceFeedTrigger.InvalidConfig("sequencerGrace"));
        } else {
            require(FeedRounds.latest(c.sequencer).found, IPriceFeedTrigger.InvalidConfig("sequencer"));
            require(c.sequencerGrace <= 1 days, IPriceFeedTrigger.InvalidConfig("sequencerGrace"));
        }
        (bool hasAggregator, int256 aggregator) = ask(c.feed, IPriceFeed.aggregator.selector);
        if (hasAggregator) checkLevels(c, address(uint160(uint256(aggregator))));
    }

    /// @dev The strike lies strictly within the aggregator's bounds, and recovery is not above them, if it states any.
    function checkLevels(IPriceFeedTrigger.Config calldata c, address aggregator) private view {
        (bool hasMin, int256 min) = ask(aggregator, IAggregatorBounds.minAnswer.selector);
        if (!hasMin) (hasMin, min) = ask(aggregator, IAggregatorBounds.minSubmissionValue.selector);
        (bool hasMax, int256 max) = ask(aggregator, IAggregatorBounds.maxAnswer.selector);
        if (!hasMax) (hasMax, max) = ask(aggregator, IAggregatorBounds.maxSubmissionValue.selector);
        if (!hasMin) min = 0;
        if (!hasMax) max = type(int256).max;
        require(
            int256(uint256(c.strike)) > min && int256(uint256(c.recovery)) <= max,
            IPriceFeedTrigger.LevelOutsideFeed(c.strike, c.recovery, min, max)
        );
    }

    /// @dev A view without arguments that answers one word, or not at all.
    function ask(address target, bytes4 selector) private view returns (bool answered, int256 word) {
        (bool success, bytes memory data) = target.staticcall(abi.encodeWithSelector(selector));
        answered = success && data.length == 32;
        if (answered) word = abi.decode(data, (int256));
    }
}
