// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {CourtFixture} from "../unit/adjudicators/CourtFixture.sol";

/// @notice A judged claim as whole transactions (run isolated), from the assertion to the money, with three assessors. It
/// calls no pool but to settle: 10,000 risks in one change nothing, and both groups get the one figure.
contract CourtGasTest is CourtFixture {
    uint256 private other;
    uint256 private total;

    /// @dev A claim on another listing of the same pool was judged and paid before.
    function setUp() public override {
        super.setUp();
        (uint256 first, uint256 id) = (listing, cover);
        listing = other;
        cover = buy(pool, listing, INSURED, 60 days);
        skip(1 hours);
        uint256 incident = judged(FULL, FULL, FULL);
        skip(3 days);
        incidents.rule(incident);
        incidents.settle(incident, list(cover));
        (listing, cover) = (first, id);
    }

    function backMore() internal override {
        other = newCourtListing(benchTerms());
        back(pool, other, 2, 4);
    }

    function test_gas_judgedClaim() public {
        IIncidents.Assertion memory a;
        (a.listing, a.lossTime, a.ratio) = (uint32(listing), uint32(block.timestamp - 1 hours), 1e18);
        (a.pool, a.evidence) = (address(pool), "ipfs://bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy");
        usd.mint(bob, BOND);
        vm.startPrank(bob);
        usd.approve(address(incidents), BOND);
        uint256 incident = incidents.assertLoss(a);
        vm.stopPrank();
        snapshot("assert");
        bench.openCase(incident, address(pool));
        snapshot("openCase");
        skip(6 days);
        commit(incident, ann, FULL);
        snapshot("commit");
        commit(incident, ben, FULL);
        add();
        commit(incident, cid, FULL);
        add();
        skip(3 days);
        reveal(incident, ann, FULL);
        snapshot("reveal");
        reveal(incident, ben, FULL);
        add();
        reveal(incident, cid, FULL);
        add();
        skip(6 days);
        incidents.rule(incident);
        snapshot("ruleCourt");
        incidents.settle(incident, list(cover));
        snapshot("settleJudged");
        assertEq(usd.balanceOf(holder), 2 * INSURED);
        keep("judgedClaimTotal", total);
    }

    function snapshot(string memory key) private {
        keep(key, add());
    }

    function add() private returns (uint256 used) {
        used = vm.lastCallGas().gasTotalUsed;
        total += used;
    }

    function keep(string memory key, uint256 used) private {
        vm.snapshotValue("operations", key, used);
        vm.snapshotValue("operationsAt10000Risks", key, used);
    }
}
