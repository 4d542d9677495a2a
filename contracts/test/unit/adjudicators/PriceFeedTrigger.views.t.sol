// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerViewsTest is TriggerBase {
    uint256 internal constant WORST = uint256(P) + HEARTBEAT + 1 hours + 3 days;

    function test_worstCaseTime_isSpanAndGapAndTheKeepersTime() public view {
        assertEq(trigger.worstCaseTime(listing), WORST);
    }

    function test_deadline_countsFromTheOpening() public {
        uint80 first = fall();
        vm.warp(START + 3 days);
        uint256 incident = arm(id(2), first);
        assertEq(incidents.incidentOf(incident).deadline, START + 3 days + WORST);
    }

    /// @dev A listing that names this trigger without a configuration must not keep an incident from ending.
    function test_deadline_isNowWithoutConfiguration() public {
        incidents.setListing(5, 77);
        assertEq(trigger.deadline(5), block.timestamp);
        assertVerdict(5, IAdjudicator.Verdict.Pending);
    }

    function test_rulesOnce() public view {
        assertTrue(trigger.rulesOnce());
    }

    function test_ruling_hasNoRatioUnlessGranted() public {
        uint256 incident = arm(id(2), fall());
        assertEq(trigger.ruling(incident).ratio, 0);
        push(START + 6 hours, ABOVE);
        push(START + 7 hours, ABOVE);
        trigger.recover(incident, id(7));
        assertVerdict(incident, IAdjudicator.Verdict.Denied);
        assertEq(trigger.ruling(incident).ratio, 0);
    }
}
