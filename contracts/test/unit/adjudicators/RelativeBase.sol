// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {TriggerBase} from "./TriggerBase.sol";

/// @notice A listing on the fall within 24 hours: 10 % below the price of the day before, for two hours. Rounds 1 to 49
/// are one an hour at 1; the last of them is of `NOW`.
abstract contract RelativeBase is TriggerBase {
    uint32 internal constant LOOKBACK = 24 hours;
    uint32 internal constant SPAN = 2 hours;
    uint256 internal constant NOW = START + 48 hours;
    /// @dev The round of `NOW`: a recovery.
    uint80 internal constant LAST = PHASE + 49;

    function setUp() public virtual override {
        super.setUp();
        listing = createRelative(relativeConfig());
        for (uint256 hour = 1; hour <= 48; ++hour) {
            push(START + hour * 1 hours, ABOVE);
        }
    }

    function relativeConfig() internal view returns (IPriceFeedTrigger.Config memory c) {
        (c.feed, c.decimals, c.heartbeat, c.persistence) = (address(feed), 8, 3 hours, SPAN);
        (c.strike, c.recovery, c.par, c.lookback) = (0.9e18, 0.95e18, 1e18, LOOKBACK);
    }

    function relativeTerms() internal view returns (IListings.Terms memory t) {
        t = terms();
        (t.waiting, t.minPeriod) = (LOOKBACK, 2 days);
    }

    function createRelative(IPriceFeedTrigger.Config memory c) internal returns (uint256) {
        return trigger.createListing(relativeTerms(), "Crash", c);
    }

    /// @dev Rounds 50 to 53, one an hour: 0.88, 0.86, 0.84 (closes a span of two hours), 0.84.
    function crash() internal returns (uint80 first, uint80 closing) {
        first = push(NOW + 1 hours, 0.88e8);
        push(NOW + 2 hours, 0.86e8);
        closing = push(NOW + 3 hours, 0.84e8);
        push(NOW + 4 hours, 0.84e8);
    }

    /// @dev Rounds of one price, one an hour, from a time on.
    function hold(uint256 from, uint256 count, int256 answer) internal returns (uint80 last) {
        for (uint256 i; i < count; ++i) {
            last = push(from + i * 1 hours, answer);
        }
    }
}
