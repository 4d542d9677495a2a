// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice A raise pays the difference; covers that were in force only at its time get the earlier part by
/// `settleRaised`.
contract IncidentsSettleRaisedTest is PoolFixture {
    uint256 private listing;
    uint256 private old;
    uint256 private young;
    uint256 private first;
    uint256 private raise;

    function setUp() public override {
        super.setUp();
        IListings.Terms memory t = courtTerms();
        (t.waiting, t.minPeriod) = (1 days, 2 days);
        listing = poolFor(t);
    }

    /// @dev The young cover's waiting ends between the two losses; both were bought before either was asserted.
    function twoGrants(uint64 a, uint64 b) private {
        old = buy(pool, listing, 100e6, 30 days);
        skip(1 days);
        young = buy(pool, listing, 100e6, 30 days);
        skip(12 hours);
        first = assertLoss(pool, keeper, listing, block.timestamp - 1, a);
        skip(1 days);
        raise = assertLoss(pool, keeper, listing, block.timestamp - 1, b);
        courtRules(first, GRANTED, a);
        courtRules(raise, GRANTED, b);
    }

    function settleRaised(uint256 id) private returns (uint256) {
        vm.prank(keeper);
        return incidents.settleRaised(first, raise, list(id));
    }

    function testFuzz_settleRaised_paysTheEarlierPart(uint64 a, uint64 b) public {
        a = uint64(bound(a, 0.01e18, 0.98e18));
        b = uint64(bound(b, a + 0.01e18, 1e18));
        twoGrants(a, b);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, first));
        settle(first, young);
        uint256 paid = settleRaised(young) + settle(raise, young);
        assertLe(paid, 100e6 * uint256(b) / 1e18, "never more than was ruled");
        assertApproxEqAbs(paid, 100e6 * uint256(b) / 1e18, 2);
        assertApproxEqAbs(settle(first, old) + settle(raise, old), paid, 2);
        assertSound(pool);
    }

    function testFuzz_settleRaised_paysInAnyOrder(bool raiseFirst) public {
        twoGrants(0.5e18, 0.8e18);
        uint256 paid;
        if (raiseFirst) paid = settle(raise, young) + settleRaised(young);
        else paid = settleRaised(young) + settle(raise, young);
        assertEq(paid, 80e6);
        assertEq(covers.coverOf(young).amount, 20e6);
    }

    /// @dev A cover in force at both times is paid by `settle` alone, once: nobody can choose a lower ruling for it.
    function test_settleRaised_paysNobodyTwice() public {
        twoGrants(0.5e18, 0.8e18);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, first));
        settleRaised(old);
        assertEq(settle(first, old), 50e6);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, first));
        settle(first, old);
    }

    function testFuzz_settleRaised_cannotCutAClaim(uint64 a, uint64 b) public {
        a = uint64(bound(a, 0.02e18, 1e18));
        b = uint64(bound(b, 0.01e18, a - 0.01e18));
        twoGrants(a, b);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, first));
        settleRaised(old);
        assertEq(settle(first, old), 100e6 * uint256(a) / 1e18);
    }

    /// @dev What a cover gets does not depend on which of two rulings was taken into the journal first.
    function testFuzz_settleRaised_orderOfRulingsDoesNotMatter(bool laterFirst) public {
        uint256 brief = buy(pool, listing, 100e6, 2 days);
        skip(1.5 days);
        first = assertLoss(pool, keeper, listing, block.timestamp - 1, 0.8e18);
        skip(1 days);
        raise = assertLoss(pool, keeper, listing, block.timestamp - 1, 0.5e18);
        if (laterFirst) courtRules(raise, GRANTED, 0.5e18);
        courtRules(first, GRANTED, 0.8e18);
        if (!laterFirst) courtRules(raise, GRANTED, 0.5e18);
        uint256 paid = settle(first, brief);
        if (laterFirst) paid += incidents.settleRaised(raise, first, list(brief));
        assertEq(paid, 80e6);
    }

    /// @dev A wrong time, claimed on purpose, bars nobody: an equal grant at the right time still pays.
    function test_settleRaised_paysForAnEqualGrantAtALaterTime() public {
        twoGrants(0.8e18, 0.8e18);
        assertEq(incidents.incidentOf(raise).share, 0);
        assertEq(settleRaised(young), 80e6);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function test_settleRaised_revertsWith_NotARaise_ofItself() public {
        twoGrants(0.5e18, 0.8e18);
        expectRefusal(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, raise));
        incidents.settleRaised(raise, first, list(young));
        assertNoTrace();
        expectRefusal(abi.encodeWithSelector(IIncidents.NotARaise.selector, first, first));
        incidents.settleRaised(first, first, list(young));
        assertNoTrace();
    }

    function test_settleRaised_revertsWith_NotARaise_ofAnotherEvent() public {
        twoGrants(0.5e18, 0.8e18);
        skip(5 days);
        uint256 another = assertLoss(pool, keeper, listing, block.timestamp - 1, 1e18);
        expectRefusal(abi.encodeWithSelector(IIncidents.NotARaise.selector, first, another));
        incidents.settleRaised(first, another, list(young));
        assertNoTrace();
        courtRules(another, GRANTED, 1e18);
        expectRefusal(abi.encodeWithSelector(IIncidents.NotARaise.selector, first, another));
        incidents.settleRaised(first, another, list(young));
        assertNoTrace();
    }

    function testFuzz_settleRaised_revertsWith_NotARaise_ofNoIncident(uint256 incident, uint256 later) public {
        uint256[] memory ids = list(idOf(pool, 1));
        expectRefusal(abi.encodeWithSelector(IIncidents.NotARaise.selector, incident, later));
        incidents.settleRaised(incident, later, ids);
        assertNoTrace();
    }
}
