// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {BulwarkTimelock} from "../../../src/governance/BulwarkTimelock.sol";
import {PoolFactory} from "../../../src/pool/PoolFactory.sol";
import {GovernanceFixture} from "./GovernanceFixture.sol";

contract BulwarkTimelockTest is GovernanceFixture {
    function test_updateDelay_byVoteWithinBounds() public {
        decide(address(timelock), abi.encodeCall(timelock.updateDelay, (30 days)));
        assertEq(timelock.getMinDelay(), 30 days);
    }

    /// @dev The attack: a decision that makes the next ones immediate.
    function test_attack_delayOfZero() public {
        bytes memory reason =
            abi.encodeWithSelector(BulwarkTimelock.DelayOutOfBounds.selector, 0, uint256(16 days), uint256(90 days));
        decideInVain(address(timelock), abi.encodeCall(timelock.updateDelay, (0)), reason);
        assertEq(timelock.getMinDelay(), TIMELOCK_DELAY);
    }

    /// @dev The attack: a delay so long that nothing is ever decided again.
    function test_attack_delayForEver() public {
        bytes memory reason = abi.encodeWithSelector(
            BulwarkTimelock.DelayOutOfBounds.selector, uint256(91 days), uint256(16 days), uint256(90 days)
        );
        decideInVain(address(timelock), abi.encodeCall(timelock.updateDelay, (91 days)), reason);
    }

    function test_updateDelay_revertsWith_TimelockUnauthorizedCaller() public {
        vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, address(this)));
        timelock.updateDelay(20 days);
    }

    function test_constructor_revertsWith_DelayOutOfBounds() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                BulwarkTimelock.DelayOutOfBounds.selector, 1 days, uint256(16 days), uint256(90 days)
            )
        );
        new BulwarkTimelock(1 days, new address[](0), new address[](0), address(0));
    }

    /// @dev What GOV-2 stands on: no pool can be made whose exit takes as long as a decision waits.
    function test_GOV_2_everyCooldownIsShorterThanTheDelay() public view {
        assertLe(PoolFactory(factory).MAX_COOLDOWN() + 2 days, timelock.MIN_DELAY());
    }

    /// @dev The attack: a vote gives its maker the right to propose alone. He still waits, and finds the same bounds.
    function test_attack_ownProposer() public {
        bytes32 role = timelock.PROPOSER_ROLE();
        decide(address(timelock), abi.encodeCall(timelock.grantRole, (role, attacker)));
        vm.startPrank(attacker);
        bytes memory data = abi.encodeCall(listings.setProtocolFee, (1_001));
        vm.expectRevert(
            abi.encodeWithSelector(TimelockController.TimelockInsufficientDelay.selector, 1, TIMELOCK_DELAY)
        );
        timelock.schedule(address(listings), 0, data, 0, 0, 1);
        timelock.schedule(address(listings), 0, data, 0, 0, TIMELOCK_DELAY);
        skip(TIMELOCK_DELAY);
        vm.expectRevert();
        timelock.execute(address(listings), 0, data, 0, 0);
    }
}
