// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {FeeToken} from "../../mocks/tokens/FeeToken.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsAssertLossTest is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        buy(pool, hack, 1e9, 100 days);
        skip(30 days);
        usd.mint(bob, 100e6);
        vm.prank(bob);
        usd.approve(address(incidents), 100e6);
    }

    function testFuzz_assertLoss_opensAnIncident(uint32 ago, uint64 ratio, bytes32 root, bytes memory evidence) public {
        ago = uint32(bound(ago, 0, 7 days));
        ratio = uint64(bound(ratio, 1, 1e18));
        IIncidents.Assertion memory a = assertion(hack, block.timestamp - ago, ratio);
        (a.root, a.evidence) = (root, evidence);
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentOpened(1, hack, 0, bob, a.lossTime, ratio, root, block.timestamp + 3 days, evidence);
        vm.prank(bob);
        assertEq(incidents.assertLoss(a), 1);

        IIncidents.Incident memory i = incidents.incidentOf(1);
        assertEq(i.risk, riskOf(hack));
        assertEq(i.listing, hack);
        assertEq(uint256(i.status), uint256(IIncidents.Status.Open));
        assertEq(i.openedAt, block.timestamp);
        assertEq(i.lossTime, a.lossTime);
        assertEq(i.ratio, ratio);
        assertEq(i.root, root);
        assertEq(i.asserter, bob);
        assertEq(i.bond, 100e6);
        assertEq(i.deadline, block.timestamp + 3 days);
        assertEq(usd.balanceOf(address(incidents)), 100e6);

        IIncidents.JournalEntry[] memory entries = incidents.entries(0, 9);
        assertEq(entries.length, 1);
        assertEq(uint256(entries[0].kind), uint256(IIncidents.Entry.Opened));
        assertEq(entries[0].incident, 1);
        assertEq(entries[0].risk, riskOf(hack));
        assertEq(entries[0].share, 1e18, "the largest share, whatever was asserted");
    }

    /// @dev Sales on the risk stop in every pool, from this moment to the last ruling.
    function test_assertLoss_stopsSalesInEveryPool() public {
        Pool other = newPool(address(usd));
        back(other, hack, 0, 1);
        deposit(other, bob, MILLION);
        freshen();
        uint256 first = openHack(1e18);
        uint256 second = openHack(0.5e18);
        vm.expectRevert(abi.encodeWithSelector(IPool.IncidentOpen.selector, riskOf(hack), 2));
        other.quote(purchase(hack, 1e6, 30 days));
        courtRules(first, DENIED, 0);
        vm.expectRevert(abi.encodeWithSelector(IPool.IncidentOpen.selector, riskOf(hack), 1));
        other.quote(purchase(hack, 1e6, 30 days));
        courtRules(second, DENIED, 0);
        other.quote(purchase(hack, 1e6, 30 days));
    }

    /// @dev The adjudicator's deadline is read once and stored, a year at most.
    function test_assertLoss_boundsTheDeadline() public {
        vm.mockCall(address(court), abi.encodeWithSignature("deadline(uint256)", 1), abi.encode(type(uint256).max));
        assertEq(incidents.incidentOf(openHack(1e18)).deadline, block.timestamp + 365 days);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function refuse(IIncidents.Assertion memory a, bytes memory reason) private {
        expectRefusal(reason);
        vm.prank(bob);
        incidents.assertLoss(a);
        assertNoTrace();
        assertEq(usd.balanceOf(bob), 100e6);
    }

    function test_assertLoss_revertsWith_AssertionsNotTaken() public {
        refuse(
            assertion(depeg, block.timestamp, 1e18),
            abi.encodeWithSelector(IIncidents.AssertionsNotTaken.selector, depeg)
        );
    }

    function testFuzz_assertLoss_revertsWith_UnknownListing(uint32 listing) public {
        vm.assume(listing == 0 || listing > listings.count());
        refuse(
            assertion(listing, block.timestamp, 1e18),
            abi.encodeWithSelector(IListings.UnknownListing.selector, uint256(listing))
        );
    }

    function testFuzz_assertLoss_revertsWith_RatioOutOfBounds(uint64 ratio) public {
        IListings.Terms memory t = courtTerms();
        (t.deductible, t.maxRatio) = (0.1e18, 0.8e18);
        hack = poolFor(t);
        buy(pool, hack, 1e9, 30 days);
        vm.assume(ratio <= 0.1e18 || ratio > 0.8e18);
        refuse(
            assertion(hack, block.timestamp, ratio),
            abi.encodeWithSelector(IIncidents.RatioOutOfBounds.selector, uint256(ratio), 0.1e18, 0.8e18)
        );
    }

    function testFuzz_assertLoss_revertsWith_LossTimeOutOfBounds(uint32 lossTime) public {
        vm.assume(lossTime > block.timestamp || lossTime < block.timestamp - 7 days);
        refuse(
            assertion(hack, lossTime, 1e18),
            abi.encodeWithSelector(
                IIncidents.LossTimeOutOfBounds.selector, uint256(lossTime), block.timestamp - 7 days, block.timestamp
            )
        );
    }

    /// @dev Only risks that were ever sold: nobody fills the journal with others.
    function testFuzz_assertLoss_revertsWith_NeverSold(bytes32 key) public {
        vm.assume(key != 0);
        IIncidents.Assertion memory a = assertion(hack, block.timestamp, 1e18);
        a.key = key;
        refuse(
            a, abi.encodeWithSelector(IIncidents.NeverSold.selector, keccak256(abi.encode(hack, key)), address(pool))
        );
    }

    function test_assertLoss_revertsWith_NeverSold_byAPoolThatSoldNothing() public {
        pool = newPool(address(usd));
        refuse(
            assertion(hack, block.timestamp, 1e18),
            abi.encodeWithSelector(IIncidents.NeverSold.selector, riskOf(hack), address(pool))
        );
    }

    /// @dev A contract that says that it sold everything is no pool.
    function testFuzz_assertLoss_revertsWith_NeverSold_byNoPool(address liar) public {
        vm.assume(liar != address(pool));
        IIncidents.Assertion memory a = assertion(hack, block.timestamp, 1e18);
        a.pool = liar;
        refuse(a, abi.encodeWithSelector(IIncidents.NeverSold.selector, riskOf(hack), liar));
    }

    function test_assertLoss_revertsWithoutTheBond() public {
        vm.prank(bob);
        usd.approve(address(incidents), 100e6 - 1);
        refuse(assertion(hack, block.timestamp, 1e18), abi.encodeWithSignature("TransferFromFailed()"));
    }

    function test_assertLoss_revertsWith_BondNotReceived() public {
        FeeToken fee = new FeeToken();
        IListings.Terms memory t = courtTerms();
        t.bondToken = address(fee);
        hack = poolFor(t);
        buy(pool, hack, 1e9, 30 days);
        fee.mint(bob, 100e6);
        vm.prank(bob);
        fee.approve(address(incidents), 100e6);
        refuse(
            assertion(hack, block.timestamp, 1e18),
            abi.encodeWithSelector(IIncidents.BondNotReceived.selector, 99e6, 100e6)
        );
    }
}
