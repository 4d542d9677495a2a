// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger as T} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {TriggerBase} from "./TriggerBase.sol";

contract PriceFeedTriggerApproachTest is TriggerBase {
    /// @dev Rounds 2 to 11 between strike and recovery, 12 below.
    function long() internal returns (uint80 first) {
        for (uint256 i = 1; i <= 10; ++i) {
            push(START + i * 1 hours, BETWEEN);
        }
        first = push(START + 11 hours, BELOW);
    }

    function testFuzz_approach_anyPiecesLeadToTheSameRound(uint80 a, uint80 b) public {
        uint80 first = long();
        a = id(bound(a, 1, 12));
        b = id(bound(b, 1, 12));
        vm.startPrank(keeper);
        trigger.approach(listing, id(1), a);
        trigger.approach(listing, id(1), b);
        vm.stopPrank();
        assertEq(arm(id(1), first), 1);
    }

    function test_approach_savesReadingAgain() public {
        uint80 first = long();
        vm.startPrank(keeper);
        trigger.approach(listing, id(1), id(10));
        for (uint256 i = 1; i <= 9; ++i) {
            feed.remove(id(i));
        }
        trigger.approach(listing, id(1), id(11));
        vm.stopPrank();
        feed.remove(id(10));
        assertEq(arm(id(1), first), 1);
    }

    function test_approach_isTheCallersOwn() public {
        uint80 first = long();
        trigger.approach(listing, id(1), id(11));
        feed.remove(id(5));
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(5)));
        arm(id(1), first);
    }

    function test_approach_theLastRoundNamedCanStillChange() public {
        long();
        feed.set(id(11), START + 10 hours, BETWEEN);
        vm.prank(keeper);
        trigger.approach(listing, id(1), id(11));
        feed.set(id(11), START + 10 hours, BELOW);
        expect(abi.encodeWithSelector(T.RoundBeyondStrike.selector, id(11), uint256(BELOW), uint256(STRIKE)));
        arm(id(1), id(12));
    }

    function test_approach_reverts() public {
        long();
        expect(abi.encodeWithSelector(T.NotConfigured.selector, 9));
        trigger.approach(9, id(1), id(2));
        expect(abi.encodeWithSelector(T.NotARecovery.selector, id(2), uint256(BETWEEN), uint256(RECOVERY)));
        trigger.approach(listing, id(2), id(3));
        push(START + 12 hours, BELOW);
        expect(abi.encodeWithSelector(T.RoundBeyondStrike.selector, id(12), uint256(BELOW), uint256(STRIKE)));
        trigger.approach(listing, id(1), id(13));
        expect(abi.encodeWithSelector(T.RoundMissing.selector, id(14)));
        trigger.approach(listing, id(14), id(14));
        expect(abi.encodeWithSelector(T.RoundNotAfter.selector, id(1), id(2)));
        trigger.approach(listing, id(2), id(1));
    }
}
