// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {GovernanceFixture} from "./GovernanceFixture.sol";

/// @notice What a majority of the token proposes against the money of others: it is carried, waits, and then does nothing.
contract ProposalsAttacksTest is GovernanceFixture {
    uint256 private constant MILLION = 1e12;

    Pool private pool;
    uint256 private listing;
    uint256 private cover;

    function beforeHandOver() internal override {
        pool = newPool(address(usd));
        listing = newListing(triggerTerms());
        back(pool, listing, 0, 1);
        deposit(pool, alice, MILLION);
        cover = buy(pool, listing, MILLION / 10, 300 days);
    }

    /// @dev Each call as the timelock, which is who executes every proposal: none moves a unit.
    function test_attack_proposalSeizesFunds() public {
        bytes[] memory ofPool = new bytes[](10);
        ofPool[0] = abi.encodeWithSelector(IPool.pay.selector, cover, attacker, MILLION);
        ofPool[1] = abi.encodeWithSelector(IPool.fund.selector, 1, MILLION);
        ofPool[2] = abi.encodeCall(IERC20.transfer, (attacker, MILLION));
        ofPool[3] = abi.encodeCall(IERC20.transferFrom, (alice, attacker, 1e18));
        ofPool[4] = abi.encodeCall(IPool.setCurator, (attacker));
        ofPool[5] = abi.encodeCall(IPool.setCuratorFee, (2_000));
        ofPool[6] = abi.encodeWithSignature("requestRedeem(uint256,address,address)", 1e18, attacker, alice);
        ofPool[7] = abi.encodeWithSignature("redeem(uint256,address,address)", 1e18, attacker, alice);
        ofPool[8] = abi.encodeWithSignature("withdraw(uint256,address,address)", 1e6, attacker, alice);
        ofPool[9] = abi.encodeWithSignature("upgradeTo(address)", attacker);
        for (uint256 i; i < ofPool.length; ++i) {
            refusedAsTimelock(address(pool), ofPool[i]);
        }
        refusedAsTimelock(address(usd), abi.encodeCall(IERC20.transferFrom, (address(pool), attacker, 1)));
        refusedAsTimelock(
            address(covers), abi.encodeWithSignature("transferFrom(address,address,uint256)", holder, attacker, cover)
        );
        refusedAsTimelock(address(covers), abi.encodeWithSelector(ICovers.reduce.selector, cover, 1));
        refusedAsTimelock(address(incidents), abi.encodeWithSelector(IIncidents.openTriggered.selector, listing, 0));

        // And one of them through the whole cycle.
        Proposal memory p = proposal(address(usd), abi.encodeCall(IERC20.transferFrom, (address(pool), attacker, 1)));
        carry(p);
        skip(TIMELOCK_DELAY);
        vm.expectRevert();
        execute(p);
    }

    function refusedAsTimelock(address target, bytes memory data) private {
        uint256 before = cashOf(address(pool));
        vm.prank(address(timelock));
        (bool ok,) = target.call(data);
        assertFalse(ok);
        assertEq(cashOf(address(pool)), before);
        assertEq(pool.balanceOf(attacker), 0);
        assertEq(covers.ownerOf(cover), holder);
    }

    /// @dev Everything that a vote and a guardian can do at once: adjudicators dismissed, sales paused, contracts closed,
    /// the asset put into a family. Whoever asked for his exit is paid when it is due.
    function test_attack_proposalFreezesExits() public {
        uint256 shares = pool.balanceOf(alice) / 2;
        Proposal memory p;
        (p.targets, p.values, p.calldatas) = (new address[](6), new uint256[](6), new bytes[](6));
        p.targets[0] = p.targets[1] = address(listings);
        p.targets[2] = p.targets[3] = p.targets[4] = p.targets[5] = address(manager);
        p.calldatas[0] = abi.encodeCall(IListings.setAdjudicator, (address(trigger), false));
        p.calldatas[1] = abi.encodeCall(IListings.setFamily, (address(usd), 1));
        p.calldatas[2] = abi.encodeCall(AccessManager.setTargetClosed, (address(pool), true));
        p.calldatas[3] = abi.encodeCall(AccessManager.setTargetClosed, (address(incidents), true));
        p.calldatas[4] = abi.encodeCall(AccessManager.setTargetClosed, (address(listings), true));
        p.calldatas[5] = abi.encodeCall(AccessManager.setTargetClosed, (address(covers), true));
        p.description = "Nobody leaves";
        carry(p);
        skip(TIMELOCK_DELAY);
        execute(p);

        uint256 request = exitOf(pool, alice, shares);
        skip(14 days);
        pool.processRedeem(1);
        assertEq(pool.claimableRedeemRequest(request, alice), shares);
        vm.prank(alice);
        assertGt(pool.redeem(shares, alice, alice), MILLION / 2 - 1e6);

        // The holder, too, is paid as if nothing had happened.
        uint256 incident = openTriggered(pool, listing, block.timestamp - 1);
        grant(incident, 1e18);
        pool.step(8);
        settle(incident, cover);
        assertGt(usd.balanceOf(holder), MILLION / 10 - 1);
    }

    /// @dev Fees, rates, caps and bounds outside what the code allows: carried, and reverted with the numbers.
    function test_attack_proposalPaysOutOfBounds() public {
        decideInVain(
            address(listings),
            abi.encodeCall(IListings.setProtocolFee, (1_001)),
            abi.encodeWithSelector(IListings.FeeAboveCap.selector, 1_001, 1_000)
        );
        decideInVain(
            address(listings),
            abi.encodeCall(IListings.setCuratorFeeCap, (2_001)),
            abi.encodeWithSelector(IListings.FeeAboveCap.selector, 2_001, 2_000)
        );
        decideInVain(
            address(listings),
            abi.encodeCall(IListings.setRateBounds, (numbers(listing), 0, 1e18 + 1)),
            abi.encodeWithSelector(IListings.RateOutOfBounds.selector, 1e18 + 1, 0, 1e18)
        );
        decideInVain(
            address(listings),
            abi.encodeCall(IListings.setRatePace, (1 hours, 1 days)),
            abi.encodeWithSelector(IListings.PaceOutOfBounds.selector, 1 hours, uint256(12 hours), uint256(30 days))
        );
        assertEq(listings.protocolFee(), 0);
    }

    /// @dev GOV-2 as an underwriter sees it: he asks when the decision is queued, and is out before it takes effect.
    function test_GOV_2_whoDisagreesIsOutBefore() public {
        Proposal memory p = proposal(
            address(listings), abi.encodeCall(IListings.setRateBounds, (numbers(listing), 0, uint64(0.001e18)))
        );
        carry(p);
        uint256 shares = pool.balanceOf(alice) / 2;
        exitOf(pool, alice, shares);
        skip(14 days);
        pool.processRedeem(1);
        vm.prank(alice);
        pool.redeem(shares, alice, alice);
        vm.expectRevert();
        execute(p);
        skip(2 days);
        execute(p);
        (uint256 rate,) = listings.rateOf(listing);
        assertEq(rate, 0.001e18);
    }
}
