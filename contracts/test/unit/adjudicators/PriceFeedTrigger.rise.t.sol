// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {TriggerBase} from "./TriggerBase.sol";

/// @notice A rate or a price above a strike.
contract PriceFeedTriggerRiseTest is TriggerBase {
    uint80 internal constant MAX = type(uint80).max;

    function setUp() public override {
        super.setUp();
        listing = create(riseConfig());
    }

    function riseConfig() internal view returns (T.Config memory c) {
        c = config();
        c.direction = T.Direction.Rise;
        (c.strike, c.recovery, c.warning, c.par) = (1.05e8, 1.02e8, 1.01e8, 1e8);
    }

    /// @dev Rounds 2 to 5: at par, between, above the strike (first), at 1.2.
    function rise() internal returns (uint80 first) {
        push(START + 1 hours, 1e8);
        push(START + 2 hours, 1.03e8);
        first = push(START + 3 hours, 1.06e8);
        push(START + 9 hours, 1.2e8);
    }

    function test_rise_paysTheMeanRise() public {
        uint80 first = rise();
        uint256 incident = arm(id(2), first);
        assertEq(trigger.prove(incident, push(START + 3 hours + P, 1e8)), 0.13e18);
        assertVerdict(incident, IAdjudicator.Verdict.Granted);
    }

    function test_rise_isCappedByTheListing() public {
        push(START + 1 hours, 3e8);
        (uint256 incident, uint256 ratio) = armAndProve(id(1), id(2), push(START + 1 hours + P, 3e8));
        assertEq(ratio, 1e18);
        assertEq(trigger.ruling(incident).ratio, 1e18);
    }

    /// @dev A rise may be of more than 1.
    function test_rise_payoutTable() public {
        T.Config memory c = riseConfig();
        c.table = new T.Step[](2);
        (c.table[0], c.table[1]) = (T.Step(0.5e18, 0.4e18), T.Step(2e18, 1e18));
        listing = create(c);
        push(START + 1 hours, 3e8 - 1);
        uint80 closing = push(START + 1 hours + P, 3e8);
        uint256 incident = arm(id(1), id(2));
        uint256 snapshot = vm.snapshotState();
        assertEq(trigger.prove(incident, closing), 0.4e18);
        vm.revertToState(snapshot);
        feed.set(id(2), START + 1 hours, 3e8);
        trigger.recover(incident, id(2));
        (, uint256 ratio) = armAndProve(id(1), id(2), closing);
        assertEq(ratio, 1e18);
    }

    function test_rise_revertsWith_strikeAndRecoveryErrors() public {
        uint80 first = rise();
        expect(abi.encodeWithSelector(T.RoundNotBeyondStrike.selector, id(3), 1.03e8, 1.05e8));
        arm(id(2), id(3));
        expect(abi.encodeWithSelector(T.RoundBeyondStrike.selector, first, 1.06e8, 1.05e8));
        arm(id(2), first + 1);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(3), 1.03e8, 1.02e8));
        arm(id(3), first);
        uint256 incident = arm(id(2), first);
        push(START + 10 hours, 1.02e8);
        uint80 last = push(START + 3 hours + P, 1.2e8);
        expect(abi.encodeWithSelector(T.RoundRecovered.selector, last - 1, 1.02e8, 1.02e8));
        trigger.prove(incident, last);
        trigger.recover(incident, last - 1);
        assertVerdict(incident, IAdjudicator.Verdict.Denied);
    }

    function test_rise_canSellUpToTheWarning() public {
        push(START, 1.01e8);
        assertTrue(trigger.canSell(listing, 0));
        push(START, 1.01e8 + 1);
        assertFalse(trigger.canSell(listing, 0));
        push(START, 1);
        assertTrue(trigger.canSell(listing, 0));
    }

    /// @dev A price of more than 80 bits counts as the largest level there is: for less, never for more.
    function testFuzz_rise_pricesBeyondTheLargestLevel(uint256 answer) public {
        answer = bound(answer, MAX, uint256(type(int256).max));
        T.Config memory c = riseConfig();
        (c.strike, c.recovery, c.warning, c.par) = (MAX - 1, MAX - 2, 1, MAX / 2);
        listing = create(c);
        push(START + 1 hours, int256(answer));
        push(START + 2 hours, int256(answer));
        uint256 incident = arm(id(1), id(2));
        trigger.advance(incident, id(3));
        assertEq(trigger.prove(incident, push(START + 1 hours + P, 1)), 1e18);
        assertEq(trigger.episodeOf(incident).level, MAX);
    }

    function test_rise_relative() public {
        T.Config memory c = riseConfig();
        (c.strike, c.recovery, c.warning, c.par, c.lookback) = (1.5e18, 1.2e18, 0, 1e18, P);
        c.heartbeat = P;
        listing = trigger.createListing(waitingTerms(), "Spike", c);
        push(START + P, 1.4e8);
        uint80 first = push(START + P + 1 hours, 1.6e8);
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(2), 1.4e18, 1.2e18));
        arm(id(2), first);
        feed.set(id(2), START + P, 1.2e8);
        uint256 incident = arm(id(2), first);
        assertEq(trigger.prove(incident, push(START + 2 * P + 1 hours, 1e8)), 0.6e18);
    }

    function waitingTerms() internal view returns (IListings.Terms memory t) {
        t = terms();
        t.waiting = P;
    }
}
