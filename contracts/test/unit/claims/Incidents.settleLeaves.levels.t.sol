// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {LeavesFixture} from "../LeavesFixture.sol";

/// @notice Lists of losses in a pool that cannot cover all that it has reserved: its level applies to every leaf, and
/// top-ups reach every leaf.
contract IncidentsSettleLeavesLevelsTest is LeavesFixture {
    uint256 private id;
    uint256 private incident;
    uint256 private other;
    uint256 private drained;

    /// @dev Ten million, of which another incident takes 6.4 and the list asks for 5.
    function short() private {
        for (uint256 i; i < 4; ++i) {
            leaves[i].loss *= 1_000;
        }
        id = sponsored(5 * MILLION);
        drained = buy(pool, depeg, 64 * MILLION / 10, 30 days);
        skip(1 hours);
        other = openDepeg();
        incident = grantedList(1e18);
        grant(other, 1e18);
        pool.step(10);
        settle(other, drained);
    }

    function endow(uint256 assets) private {
        usd.mint(bob, assets);
        vm.prank(bob);
        usd.approve(address(incidents), assets);
        vm.prank(bob);
        incidents.recover(incident, address(pool), assets);
    }

    function test_settleLeaves_short_levelAppliesToEachLeaf_andTopUpsReachEach() public {
        short();
        uint256 level = pool.fundingOf(incident);
        assertLt(level, 1e18);
        settleLeaves(incident, id, 0, 3);
        settleLeaves(incident, id, 3, 1);
        for (uint256 i; i < 4; ++i) {
            assertApproxEqAbs(usd.balanceOf(victim(i)), (i + 1) * 500_000e6 * level / 1e18, 1);
        }
        expectNothing(incident, id, 0, 4);
        endow(500_000e6);
        uint256 higher = pool.fundingOf(incident);
        assertGt(higher, level);
        settleAll(incident, id);
        for (uint256 i; i < 4; ++i) {
            assertApproxEqAbs(usd.balanceOf(victim(i)), (i + 1) * 500_000e6 * higher / 1e18, 1);
        }
        endow(20 * MILLION);
        settleAll(incident, id);
        for (uint256 i; i < 4; ++i) {
            assertEq(usd.balanceOf(victim(i)), (i + 1) * 500_000e6, "in full in the end");
        }
        expectNothing(incident, id, 0, 4);
        assertSound(pool);
        finish();
        assertEq(pool.shortfallOf(incident), 0);
        assertEq(pool.capital().funded, 0, "nothing stays reserved");
    }

    /// @dev An own cover of another pool takes what the short sponsor left; the top-up finds no room, and nothing is lost.
    function testFuzz_settleLeaves_short_topUpsStopAtTheLoss(uint256 insured, uint256 assets, bool again) public {
        insured = bound(insured, 1e6, 4 * MILLION);
        assets = bound(assets, 1e6, 5 * MILLION);
        Pool first = pool;
        uint256 mine = own(3, insured);
        anotherPool();
        short();
        if (again) settleLeaves(incident, id, 0, 4);
        else settleLeaves(incident, id, 3, 1);
        settleLeaf(incident, mine, 3);
        endow(assets);
        try this.settleAllOf(incident, id) {} catch {}
        endow(20 * MILLION);
        try this.settleAllOf(incident, id) {} catch {}
        uint256 got = usd.balanceOf(victim(3));
        assertLe(got, 4 * MILLION, "CLM-4");
        assertApproxEqAbs(got, insured + 2 * MILLION < 4 * MILLION ? insured + 2 * MILLION : 4 * MILLION, 1);
        assertSound(first);
        assertSound(pool);
        finish();
        assertEq(pool.capital().funded, 0, "nothing stays reserved");
        assertSound(pool);
    }

    /// @dev Two sponsors and an own cover in one short pool together claim no more of a leaf than its loss (CLM-1).
    function testFuzz_settleLeaves_short_severalCoversOfALeaf_fitIntoTheReserve(uint256 order) public {
        uint256 mine = own(3, 3 * MILLION);
        for (uint256 i; i < 4; ++i) {
            leaves[i].loss *= 1_000;
        }
        uint256[3] memory ids = [sponsored(MILLION), mine, sponsored(2 * MILLION)];
        drained = buy(pool, depeg, 6 * MILLION, 30 days);
        skip(1 hours);
        other = openDepeg();
        incident = grantedList(1e18);
        grant(other, 1e18);
        pool.step(10);
        settle(other, drained);
        assertLt(pool.fundingOf(incident), 1e18);
        for (uint256 i; i < 8; ++i) {
            uint256 next = ids[uint256(keccak256(abi.encode(order, i))) % 3];
            if (next == mine) {
                try this.settleOneOf(incident, next, 3) {} catch {}
            } else {
                try this.settleAllOf(incident, next) {} catch {}
            }
            if (i == 4) endow(300_000e6);
        }
        endow(20 * MILLION);
        for (uint256 i; i < 3; ++i) {
            if (ids[i] == mine) {
                try this.settleOneOf(incident, mine, 3) {} catch {}
            } else {
                try this.settleAllOf(incident, ids[i]) {} catch {}
            }
        }
        assertLe(usd.balanceOf(victim(3)), 4 * MILLION, "CLM-4");
        assertApproxEqAbs(usd.balanceOf(victim(0)), 300_000e6, 2, "its part by both sponsors");
        assertSound(pool);
        finish();
        assertEq(pool.capital().funded, 0, "nothing stays reserved");
    }

    // -- What came back ------------------------------------------------------------------------------------------

    function test_claimRecoveredLeaves_sharesWhatCameBack() public {
        short();
        settleAll(incident, id);
        finish();
        uint256 lacked = pool.shortfallOf(incident);
        assertGt(lacked, 0);
        endow(lacked / 2);
        IIncidents.LeafClaim[] memory claims = claimsOf(id, 0, 4);
        uint256 sum = incidents.claimRecoveredLeaves(incident, claims[0]);
        assertApproxEqAbs(sum, lacked / 2, 4);
        assertLe(sum, lacked / 2);
        for (uint256 i; i < 4; ++i) {
            assertApproxEqAbs(incidents.creditOf(address(usd), victim(i)), lacked / 2 * (i + 1) / 10, 2);
        }
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.claimRecoveredLeaves(incident, claims[0]);
        uint256 before = usd.balanceOf(victim(3));
        uint256 amount = incidents.collect(address(usd), victim(3));
        assertEq(usd.balanceOf(victim(3)), before + amount);
    }

    function test_claimRecoveredLeaves_stopsAtTheLoss() public {
        uint256 mine = own(3, 4 * MILLION);
        anotherPool();
        short();
        settleAll(incident, id);
        settleLeaf(incident, mine, 3);
        assertApproxEqAbs(usd.balanceOf(victim(3)), 4 * MILLION, 1);
        finish();
        endow(pool.shortfallOf(incident));
        incidents.claimRecoveredLeaves(incident, claimsOf(id, 0, 4)[0]);
        assertLe(incidents.creditOf(address(usd), victim(3)) + usd.balanceOf(victim(3)), 4 * MILLION, "CLM-4");
        assertGt(incidents.creditOf(address(usd), victim(2)), 0);
    }

    // -- Ways ----------------------------------------------------------------------------------------------------

    function settleAllOf(uint256 i, uint256 cover) external {
        settleAll(i, cover);
    }

    function settleOneOf(uint256 i, uint256 cover, uint256 leaf) external {
        settleLeaf(i, cover, leaf);
    }

    /// @dev Closes both incidents, and finishes them once everyone had the time to be topped up.
    function finish() private {
        skip(60 days);
        incidents.close(other);
        incidents.close(incident);
        pool.step(20);
        skip(31 days);
        try pool.finishClosing(other) {} catch {}
        try pool.finishClosing(incident) {} catch {}
    }
}
