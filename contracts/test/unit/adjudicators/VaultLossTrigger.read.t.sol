// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {VaultLossFixture} from "./VaultLossFixture.sol";

contract VaultLossTriggerReadTest is VaultLossFixture {
    function test_read_atRecoveryEndsTheSpan() public {
        uint256 incident = armed();
        donate(ASSETS * 8 / 100); // 2 % below the mark
        vm.expectEmit();
        emit T.SpanEnded(incident, T.Reason.Recovered);
        vm.prank(attacker);
        reading.read(incident);
        assertDismissed(incident);
        assertEq(incidents.creditOf(address(0), treasury), FEE);
        refuseProve(incident, abi.encodeWithSelector(T.NotArmed.selector, incident));
    }

    /// @dev A reading short of recovery does not end the span, but nobody gets more than the fall that it shows.
    function test_read_keepsTheKinderReading() public {
        uint256 incident = armed();
        donate(ASSETS * 3 / 100);
        vm.expectEmit();
        emit T.ReadingTaken(incident, 0.07e18, 1e18);
        reading.read(incident);
        vault.lose(ASSETS * 13 / 100);
        reading.read(incident);
        assertEq(reading.spanOf(incident).loss, 0.07e18);
        assertEq(rules(incident), 0.07e18);
    }

    /// @dev The prover skips the moment at which it had recovered; whoever sees it ends the span.
    function test_read_endsASpanThatTheProverWouldSkip() public {
        uint256 incident = armed();
        skip(1 hours);
        donate(ASSETS / 10);
        reading.read(incident);
        vault.lose(ASSETS / 10);
        skip(P);
        refuseProve(incident, abi.encodeWithSelector(T.NotArmed.selector, incident));
    }

    /// @dev A flash loan of the vault's own assets stages a loss for one block: the fee is all that it comes to.
    function test_read_endsASpanStagedInOneBlock() public {
        uint256 balance = token.balanceOf(address(vault));
        deal(address(token), address(vault), balance / 2);
        uint256 incident = arm();
        deal(address(token), address(vault), balance);
        reading.read(incident);
        assertDismissed(incident);
        assertEq(incidents.creditOf(address(0), keeper), 0);
    }

    function test_read_revertsWith_NotArmed() public {
        refuseRead(0, abi.encodeWithSelector(T.NotArmed.selector, 0));
        refuseRead(7, abi.encodeWithSelector(T.NotArmed.selector, 7));
    }

    function test_read_revertsWith_NoReading() public {
        uint256 incident = armed();
        vm.etch(address(vault), hex"00");
        refuseRead(incident, noReading("call", address(vault), 0));
    }
}
