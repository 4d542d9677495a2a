// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsCloseTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    function testFuzz_close_afterTheSettlementWindow(uint256 wait) public {
        sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        skip(1 days);
        grant(incident, 1e18);
        uint256 closes = block.timestamp + 30 days;
        skip(bound(wait, 0, 30 days - 1));
        expectRefusal(abi.encodeWithSelector(IIncidents.SettlementOpen.selector, closes, block.timestamp));
        incidents.close(incident);
        assertNoTrace();

        vm.warp(closes);
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentClosed(incident);
        vm.prank(attacker);
        incidents.close(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Closed));
        IIncidents.JournalEntry memory entry = incidents.entries(2, 1)[0];
        assertEq(uint256(entry.kind), uint256(IIncidents.Entry.Closed));
        assertEq(entry.incident, incident);
    }

    function test_close_revertsWith_WrongStatus() public {
        sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        expectRefusal(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Open));
        incidents.close(incident);
        assertNoTrace();
        grant(incident, 1e18);
        skip(30 days);
        incidents.close(incident);
        expectRefusal(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Closed));
        incidents.close(incident);
        assertNoTrace();
    }

    function testFuzz_close_revertsWith_UnknownIncident(uint256 incident) public {
        expectRefusal(abi.encodeWithSelector(IIncidents.UnknownIncident.selector, incident));
        incidents.close(incident);
        assertNoTrace();
    }

    /// @dev A pool that has not stepped past the closing settles no more: it is stepped by the call.
    function test_close_endsSettlement() public {
        uint256 id = sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        skip(30 days);
        incidents.close(incident);
        vm.expectRevert();
        settle(incident, id);
        pool.step(9);
        assertEq(report().funded, 0);
        assertEq(report().unvested, 1e9);
    }
}
