// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {CourtFixture} from "../unit/adjudicators/CourtFixture.sol";

/// @notice A listing of the attacker's own, whose bond is one unit: claims cost him nothing, and concern nobody who does not
/// back that listing.
contract DustBondAttackTest is CourtFixture {
    uint256 private dusty;
    Pool private fool;

    function backMore() internal override {
        IListings.Terms memory t = benchTerms();
        t.bond = 1;
        dusty = newCourtListing(t);
        fool = newPool(address(usd));
        back(fool, dusty, 0, 1);
        deposit(fool, bob, MILLION);
    }

    function assertDust() private returns (uint256 incident) {
        IIncidents.Assertion memory a;
        (a.listing, a.lossTime, a.ratio, a.pool) = (uint32(dusty), uint32(block.timestamp), 1e18, address(fool));
        usd.mint(attacker, 1);
        vm.startPrank(attacker);
        usd.approve(address(incidents), 1);
        incident = incidents.assertLoss(a);
        vm.stopPrank();
    }

    function test_attack_dustBond() public {
        buy(fool, dusty, INSURED, 30 days);
        for (uint256 i; i < 20; ++i) {
            assertDust();
        }
        pool.step(100);
        buy(pool, listing, INSURED, 30 days);
        uint256 shares = pool.balanceOf(alice) / 2;
        exitOf(pool, alice, shares);
        skip(COOLDOWN);
        pool.processRedeem(1);
        assertEq(pool.maxRedeem(alice), shares, "a pool that does not back it sells and pays exits");
        // It cost nobody anything: nobody judges it, and all of it ends by itself.
        for (uint256 i = 1; i <= 20; ++i) {
            vm.warp(incidents.incidentOf(i).deadline + 1);
            incidents.lapse(i);
        }
        (, uint256 open) = incidents.head(riskOf(dusty));
        assertEq(open, 0);
        assertEq(incidents.creditOf(address(usd), attacker), 20, "he has his dust again");
        fool.step(100);
        assertEq(fool.capital().openReserve, 0);
    }

    /// @dev One unit feeds no assessor; that is known before anything is sold under it.
    function test_attack_dustBond_paysNoFee() public {
        buy(fool, dusty, INSURED, 30 days);
        uint256 incident = assertDust();
        bench.openCase(incident, address(fool));
        skip(6 days);
        judge(incident, 0, 0, 0);
        skip(3 days);
        incidents.rule(incident);
        bench.settleCase(incident);
        assertEq(bench.creditOf(address(usd), ann), 0);
        assertEq(incidents.creditOf(address(usd), treasury), 1);
    }
}
