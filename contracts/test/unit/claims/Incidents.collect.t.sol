// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsCollectTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        buy(pool, hack, 1e9, 30 days);
        buy(pool, depeg, 1e9, 30 days);
        skip(1 hours);
    }

    function testFuzz_collect_sendsReturnedAndForfeitedBonds(uint256 returned, uint256 forfeited) public {
        returned = bound(returned, 1, 5);
        forfeited = bound(forfeited, 1, 5);
        for (uint256 i; i < returned + forfeited; ++i) {
            uint256 incident = openHack(1e18);
            courtRules(incident, i < returned ? GRANTED : DENIED, i < returned ? 1e18 : 0);
        }
        vm.expectEmit(address(incidents));
        emit IIncidents.Collected(address(usd), keeper, returned * 100e6);
        vm.prank(attacker);
        assertEq(incidents.collect(address(usd), keeper), returned * 100e6);
        assertEq(incidents.collect(address(usd), treasury), forfeited * 100e6);
        assertEq(usd.balanceOf(keeper), returned * 100e6);
        assertEq(usd.balanceOf(treasury), forfeited * 100e6);
        assertEq(usd.balanceOf(address(incidents)), 0);
    }

    function test_collect_sendsTheFeesOfTriggers() public {
        grant(openDepeg(), 1e18);
        uint256 had = keeper.balance;
        incidents.collect(address(0), keeper);
        assertEq(keeper.balance, had + 0.002 ether);
    }

    function testFuzz_collect_revertsWith_NothingToCollect(address token, address account) public {
        expectRefusal(abi.encodeWithSelector(IIncidents.NothingToCollect.selector, token, account));
        incidents.collect(token, account);
        assertNoTrace();
    }

    function test_collect_revertsWith_NothingToCollect_theSecondTime() public {
        courtRules(openHack(1e18), GRANTED, 1e18);
        incidents.collect(address(usd), keeper);
        expectRefusal(abi.encodeWithSelector(IIncidents.NothingToCollect.selector, usd, keeper));
        incidents.collect(address(usd), keeper);
        assertNoTrace();
    }

    /// @dev A finder that takes no coin loses only his own.
    function test_collect_revertsForAnAccountThatTakesNoCoin() public {
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        vm.etch(keeper, hex"fe");
        expectRefusal(abi.encodeWithSignature("ETHTransferFailed()"));
        incidents.collect(address(0), keeper);
        assertNoTrace();
        assertEq(incidents.creditOf(address(0), keeper), 0.002 ether);
    }
}
