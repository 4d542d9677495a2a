// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerCanSellTest is TriggerBase {
    function test_canSell_whileTheFeedIsFreshAndAboveTheWarning() public {
        assertTrue(trigger.canSell(listing, 0));
        assertFalse(trigger.canSell(listing, bytes32(uint256(1))));
        assertFalse(trigger.canSell(listing + 1, 0));
        push(START, 0.99e8);
        assertTrue(trigger.canSell(listing, 0));
        push(START, 0.99e8 - 1);
        assertFalse(trigger.canSell(listing, 0));
    }

    function test_canSell_notWhenStale() public {
        vm.warp(START + HEARTBEAT);
        assertTrue(trigger.canSell(listing, 0));
        vm.warp(START + HEARTBEAT + 1);
        assertFalse(trigger.canSell(listing, 0));
    }

    function test_canSell_neverReverts() public {
        feed.setDead(true);
        assertFalse(trigger.canSell(listing, 0));
        vm.etch(address(feed), "");
        assertFalse(trigger.canSell(listing, 0));
        vm.etch(address(feed), hex"00");
        assertFalse(trigger.canSell(listing, 0));
        vm.etch(address(feed), hex"fe");
        assertFalse(trigger.canSell(listing, 0));
    }

    function testFuzz_canSell_notOnABadRound(int256 answer, uint256 updatedAt, uint80 answeredIn) public {
        feed.setRaw(id(2), answer, updatedAt, updatedAt, answeredIn);
        bool good = answer >= 0.99e8 && updatedAt != 0 && updatedAt <= START && START - updatedAt <= HEARTBEAT
            && answeredIn >= id(2);
        assertEq(trigger.canSell(listing, 0), good);
    }

    function test_canSell_notOnABadRound() public {
        feed.setRaw(id(2), ABOVE, START, START + 1, id(2));
        assertFalse(trigger.canSell(listing, 0), "future");
        feed.setRaw(id(2), ABOVE, START, START, id(1));
        assertFalse(trigger.canSell(listing, 0), "carried over");
        feed.setRaw(id(2), 0, START, START, id(2));
        assertFalse(trigger.canSell(listing, 0), "zero");
        feed.setRaw(id(2), -1, START, START, id(2));
        assertFalse(trigger.canSell(listing, 0), "negative");
        feed.setRaw(id(2), ABOVE, START, START, id(2));
        assertTrue(trigger.canSell(listing, 0));
    }

    function test_canSell_notBeforeANewPhaseIsNoted() public {
        feed.nextPhase();
        push(START, ABOVE);
        assertFalse(trigger.canSell(listing, 0));
        trigger.notePhase(listing);
        assertTrue(trigger.canSell(listing, 0));
    }

    function test_canSell_notWhileTheSequencerIsDownOrBarelyUp() public {
        listing = createOnL2();
        assertTrue(trigger.canSell(listing, 0));
        sequencer(START, 1);
        assertFalse(trigger.canSell(listing, 0));
        sequencer(START, 0);
        assertFalse(trigger.canSell(listing, 0));
        vm.warp(START + 1 hours - 1);
        uptime.setRaw(id(3), 0, START, block.timestamp, id(3)); // a heartbeat moves updatedAt alone
        assertFalse(trigger.canSell(listing, 0));
        vm.warp(START + 1 hours);
        assertTrue(trigger.canSell(listing, 0));
        uptime.setRaw(id(3), 0, 0, START, id(3));
        assertFalse(trigger.canSell(listing, 0), "not initialised");
        uptime.setDead(true);
        assertFalse(trigger.canSell(listing, 0));
    }
}
