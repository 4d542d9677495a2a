// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsOpenTriggeredTest is PoolFixture {
    uint256 private constant FEE = 0.002 ether;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        buy(pool, depeg, 1e9, 100 days);
        skip(30 days);
        vm.deal(address(trigger), 1 ether);
    }

    function testFuzz_openTriggered_opensAnIncident(uint32 ago, address finder) public {
        ago = uint32(bound(ago, 0, 7 days));
        uint256 lossTime = block.timestamp - ago;
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentOpened(1, depeg, 0, finder, lossTime, 0, 0, block.timestamp + 3 days, "");
        vm.prank(address(trigger));
        assertEq(incidents.openTriggered{value: FEE}(depeg, 0, lossTime, finder, address(pool)), 1);
        IIncidents.Incident memory i = incidents.incidentOf(1);
        assertEq(i.asserter, finder);
        assertEq(i.bond, FEE);
        assertEq(address(incidents).balance, FEE);
        (uint256 length, uint256 open) = incidents.head(riskOf(depeg));
        assertEq(length, 1);
        assertEq(open, 1);
    }

    /// @dev The fee returns to the finder of a granted incident, and is the treasury's after a denial.
    function test_openTriggered_theFeeFollowsTheRuling() public {
        uint256 granted = openDepeg();
        uint256 denied = openDepeg();
        grant(granted, 1e18);
        deny(denied);
        assertEq(incidents.creditOf(address(0), keeper), FEE);
        assertEq(incidents.creditOf(address(0), treasury), FEE);
        incidents.collect(address(0), treasury);
        assertEq(treasury.balance, FEE);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function testFuzz_openTriggered_revertsWith_OnlyAdjudicator(address caller) public {
        vm.assume(caller != address(trigger));
        vm.deal(caller, FEE);
        expectRefusal(abi.encodeWithSelector(IIncidents.OnlyAdjudicator.selector, caller, trigger));
        vm.prank(caller);
        incidents.openTriggered{value: FEE}(depeg, 0, block.timestamp, caller, address(pool));
        assertNoTrace();
    }

    function testFuzz_openTriggered_revertsWith_WrongFee(uint256 sent) public {
        sent = bound(sent, 0, 1 ether);
        vm.assume(sent != FEE);
        expectRefusal(abi.encodeWithSelector(IIncidents.WrongFee.selector, sent, FEE));
        vm.prank(address(trigger));
        incidents.openTriggered{value: sent}(depeg, 0, block.timestamp, keeper, address(pool));
        assertNoTrace();
    }

    function testFuzz_openTriggered_revertsWith_LossTimeOutOfBounds(uint256 lossTime) public {
        vm.assume(lossTime > block.timestamp || lossTime < block.timestamp - 7 days);
        expectRefusal(
            abi.encodeWithSelector(
                IIncidents.LossTimeOutOfBounds.selector, lossTime, block.timestamp - 7 days, block.timestamp
            )
        );
        vm.prank(address(trigger));
        incidents.openTriggered{value: FEE}(depeg, 0, lossTime, keeper, address(pool));
        assertNoTrace();
    }

    function testFuzz_openTriggered_revertsWith_NeverSold(bytes32 key) public {
        vm.assume(key != 0);
        expectRefusal(
            abi.encodeWithSelector(IIncidents.NeverSold.selector, keccak256(abi.encode(depeg, key)), address(pool))
        );
        vm.prank(address(trigger));
        incidents.openTriggered{value: FEE}(depeg, key, block.timestamp, keeper, address(pool));
        assertNoTrace();
    }
}
