// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {TestAdjudicator} from "../../mocks/TestAdjudicator.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice Every open incident ends by its deadline (CLM-7).
contract IncidentsLapseTest is PoolFixture {
    TestAdjudicator private appeal;
    uint256 private twice;

    function setUp() public override {
        super.setUp();
        appeal = new TestAdjudicator(false, 20 days);
        IListings.Terms memory t = courtTerms();
        t.secondAdjudicator = address(appeal);
        twice = poolFor(t);
        buy(pool, twice, 1e9, 100 days);
        buy(pool, hack, 1e9, 100 days);
        skip(30 days);
    }

    function openTwice() private returns (uint256) {
        return assertLoss(pool, keeper, twice, block.timestamp - 1 days, 1e18);
    }

    function testFuzz_lapse_revertsWith_DeadlineNotPassed(uint256 wait) public {
        uint256 incident = openTwice();
        uint256 deadline = block.timestamp + 3 days;
        skip(bound(wait, 0, 3 days));
        expectRefusal(abi.encodeWithSelector(IIncidents.DeadlineNotPassed.selector, deadline, block.timestamp));
        incidents.lapse(incident);
        assertNoTrace();
    }

    function testFuzz_lapse_passesOnToTheSecondAdjudicator(uint256 late) public {
        uint256 incident = openTwice();
        skip(3 days + bound(late, 1, 300 days));
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentPassedOn(incident, address(appeal), block.timestamp + 20 days);
        vm.prank(attacker);
        incidents.lapse(incident);
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(uint256(i.status), uint256(IIncidents.Status.Open));
        assertTrue(i.second);
        assertEq(i.deadline, block.timestamp + 20 days);

        // From now on the second decides, and the first no more.
        court.set(incident, DENIED, 0);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotRuled.selector, incident));
        incidents.rule(incident);
        appeal.rule(incidents, incident, GRANTED, 0.5e18);
        assertEq(incidents.incidentOf(incident).share, 0.5e18);
    }

    /// @dev Silent both: the bond returns, and grace stood still meanwhile.
    function testFuzz_lapse_returnsTheBondAndTheGrace(uint256 late, uint256 later) public {
        uint256 lossTime = block.timestamp - 1 days;
        uint256 incident = openTwice();
        skip(3 days + bound(late, 1, 300 days));
        incidents.lapse(incident);
        skip(20 days + bound(later, 1, 300 days));
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentLapsed(incident);
        incidents.lapse(incident);
        assertEq(incidents.creditOf(address(usd), keeper), 100e6);
        assertEq(incidents.creditOf(address(usd), treasury), 0);
        (, uint256 open) = incidents.head(riskOf(twice));
        assertEq(open, 0);

        // Six of the seven days of grace were left at the opening.
        skip(6 days - 1);
        uint256 again = assertLoss(pool, keeper, twice, lossTime, 1e18);
        courtRules(again, GRANTED, 1e18);
        assertEq(settle(again, idOf(pool, 1)), 1e9);
    }

    function testFuzz_lapse_graceIsNotLongerThanItWas(uint256 late) public {
        uint256 lossTime = block.timestamp - 1 days;
        uint256 incident = assertLoss(pool, keeper, hack, lossTime, 1e18);
        skip(3 days + bound(late, 1, 300 days));
        incidents.lapse(incident);
        skip(6 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIncidents.LossTimeOutOfBounds.selector, lossTime, block.timestamp - 7 days, block.timestamp
            )
        );
        incidents.assertLoss(assertion(hack, lossTime, 1e18));
    }

    /// @dev Lapses in a row: what was left at the first opening is left after the second silence.
    function test_lapse_inARowKeepsWhatWasLeft() public {
        uint256 lossTime = block.timestamp - 1 days;
        uint256 first = assertLoss(pool, keeper, hack, lossTime, 1e18);
        skip(50 days);
        incidents.lapse(first);
        skip(2 days);
        uint256 second = assertLoss(pool, keeper, hack, lossTime, 1e18);
        skip(50 days);
        incidents.lapse(second);
        skip(4 days - 1);
        uint256 third = assertLoss(pool, keeper, hack, lossTime, 1e18);
        courtRules(third, DENIED, 0);
        skip(1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIncidents.LossTimeOutOfBounds.selector, lossTime, block.timestamp - 7 days, block.timestamp
            )
        );
        incidents.assertLoss(assertion(hack, lossTime, 1e18));
    }

    /// @dev A late ruling still counts until somebody calls `lapse`.
    function test_lapse_isNotAutomatic() public {
        uint256 incident = assertLoss(pool, keeper, hack, block.timestamp - 1, 1e18);
        skip(30 days);
        courtRules(incident, GRANTED, 1e18);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Granted));
    }

    function test_lapse_ofATriggerReturnsTheFee() public {
        freshen();
        sellDepeg(1e9, 100 days);
        uint256 incident = openDepeg();
        skip(3 days + 1);
        incidents.lapse(incident);
        assertEq(incidents.creditOf(address(0), keeper), 0.002 ether);
    }

    function testFuzz_lapse_revertsWith_UnknownIncident(uint256 incident) public {
        expectRefusal(abi.encodeWithSelector(IIncidents.UnknownIncident.selector, incident));
        incidents.lapse(incident);
        assertNoTrace();
    }

    function test_lapse_revertsWith_WrongStatus() public {
        uint256 incident = assertLoss(pool, keeper, hack, block.timestamp - 1, 1e18);
        skip(3 days + 1);
        incidents.lapse(incident);
        expectRefusal(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Lapsed));
        incidents.lapse(incident);
        assertNoTrace();
    }
}
