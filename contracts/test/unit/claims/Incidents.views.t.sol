// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsViewsTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        sellDepeg(1e9, 30 days);
    }

    function testFuzz_entries_areThoseAskedFor(uint256 opened, uint256 from, uint256 max) public {
        opened = bound(opened, 0, 12);
        for (uint256 i; i < opened; ++i) {
            openDepeg();
        }
        IIncidents.JournalEntry[] memory entries = incidents.entries(from, max);
        uint256 left = from < opened ? opened - from : 0;
        assertEq(entries.length, max < left ? max : left);
        for (uint256 i; i < entries.length; ++i) {
            assertEq(entries[i].incident, from + i + 1);
        }
        assertEq(incidents.journalLength(), opened);
        assertEq(incidents.count(), opened);
    }

    function testFuzz_incidentOf_revertsWith_UnknownIncident(uint256 incident) public {
        vm.expectRevert(abi.encodeWithSelector(IIncidents.UnknownIncident.selector, incident));
        incidents.incidentOf(incident);
    }

    function testFuzz_settlementOf_isEmptyUntilSettled(uint256 incident, uint256 id) public view {
        (uint256 claim, uint256 paid, bool done) = incidents.settlementOf(incident, id);
        assertEq(claim, 0);
        assertEq(paid, 0);
        assertFalse(done);
    }
}
