// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract IncidentsRecoverTest is PoolFixture {
    uint256 private incident;
    uint256 private id;
    uint256 private second;
    uint256 private short;

    /// @dev Two incidents ask for 1.2 million of a pool that has one; both are granted, settled in part, and closed.
    function closedShort() private {
        deposit(pool, alice, MILLION);
        uint256 other = newBackedListing();
        id = buy(pool, depeg, MILLION * 4 / 10, 300 days);
        second = buy(pool, depeg, MILLION * 2 / 10, 300 days);
        uint256 third = buy(pool, other, MILLION * 6 / 10, 300 days);
        skip(1 days);
        incident = openDepeg();
        uint256 open = openTriggered(pool, other, block.timestamp - 1);
        grant(incident, 1e18);
        grant(open, 1e18);
        incidents.settle(incident, list(id, second));
        incidents.settle(open, list(third));
        skip(incidents.SETTLEMENT_WINDOW());
        incidents.settle(incident, list(id, second));
        incidents.close(incident);
        incidents.close(open);
        pool.step(10);
        skip(31 days);
        pool.finishClosing(incident);
        short = pool.shortfallOf(incident);
        assertGt(short, 50_000e6);
    }

    function comeBack(uint256 assets) private returns (uint256) {
        endow(assets);
        vm.prank(bob);
        return incidents.recover(incident, address(pool), assets);
    }

    function endow(uint256 assets) private {
        usd.mint(bob, assets);
        vm.prank(bob);
        usd.approve(address(incidents), assets);
    }

    function test_recover_whileItIsPaid_liftsTheLevel() public {
        (incident, id) = makeShort();
        settle(incident, id);
        uint256 level = pool.fundingOf(incident);
        endow(50_000e6);
        vm.expectEmit(address(incidents));
        emit IIncidents.Recovered(incident, address(pool), bob, 0, 50_000e6);
        vm.prank(bob);
        assertEq(incidents.recover(incident, address(pool), 50_000e6), 0);
        assertGt(pool.fundingOf(incident), level);
        assertGt(settle(incident, id), 0);
    }

    /// @dev After the end: to those who were paid short, in proportion to what each lacks, then to the pool.
    function testFuzz_recover_afterTheEnd_isSharedByWhatEachLacks(uint256 assets) public {
        closedShort();
        assets = bound(assets, 1, 2 * short);
        uint256 kept = assets < short ? assets : short;
        assertEq(comeBack(assets), kept);
        uint256 before = incidents.creditOf(address(usd), holder);
        assertEq(before, 0);
        if (kept < 3) return;
        uint256 sum = incidents.claimRecovered(incident, list(id, second));
        assertApproxEqAbs(sum, kept, 2);
        assertLe(sum, kept);
        (uint256 claim, uint256 paid,) = incidents.settlementOf(incident, id);
        assertLe(sum, short);
        assertApproxEqAbs(sum * (claim - paid) / short, kept * (claim - paid) / short, 2);
        uint256 balance = usd.balanceOf(holder);
        incidents.collect(address(usd), holder);
        assertEq(usd.balanceOf(holder) - balance, sum);
        assertSound(pool);
    }

    function test_recover_inParts_paysEachPartOnce() public {
        closedShort();
        comeBack(short / 2);
        uint256 first = incidents.claimRecovered(incident, list(id));
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.claimRecovered(incident, list(id));
        comeBack(short);
        uint256 rest = incidents.claimRecovered(incident, list(id));
        (uint256 claim, uint256 paid,) = incidents.settlementOf(incident, id);
        assertApproxEqAbs(first + rest, claim - paid, 1);
        assertEq(comeBack(1_000e6), 0, "nobody lacks anything any more: it is the pool's");
    }

    function test_recover_ofAnIncidentThatPaidInFull_isThePools() public {
        deposit(pool, alice, MILLION);
        id = sellDepeg(1_000e6, 30 days);
        incident = openDepeg();
        grant(incident, 1e18);
        settle(incident, id);
        uint256 high = pool.totalAssets();
        assertEq(comeBack(500e6), 0);
        skip(COOLDOWN);
        assertGe(pool.totalAssets(), high + 500e6);
    }

    function test_recover_revertsWith_UnknownPool() public {
        deposit(pool, alice, MILLION);
        id = sellDepeg(1_000e6, 30 days);
        incident = openDepeg();
        grant(incident, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.UnknownPool.selector, attacker));
        incidents.recover(incident, attacker, 1);
    }

    function test_recover_revertsWith_WrongStatus_beforeTheGrant() public {
        deposit(pool, alice, MILLION);
        sellDepeg(1_000e6, 30 days);
        incident = openDepeg();
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongStatus.selector, incident, IIncidents.Status.Open));
        incidents.recover(incident, address(pool), 1);
    }

    function test_recover_revertsWith_NothingRecovered() public {
        deposit(pool, alice, MILLION);
        id = sellDepeg(1_000e6, 30 days);
        incident = openDepeg();
        grant(incident, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingRecovered.selector, incident));
        incidents.recover(incident, address(pool), 0);
    }

    function test_claimRecovered_revertsWith_CoverOfAnotherPool() public {
        closedShort();
        comeBack(1e6);
        uint256 stranger = 99 << 40 | 1;
        vm.expectRevert(abi.encodeWithSelector(IIncidents.CoverOfAnotherPool.selector, stranger, address(0)));
        incidents.claimRecovered(incident, list(stranger));
        vm.expectRevert(abi.encodeWithSelector(IIncidents.CoverOfAnotherPool.selector, stranger, address(pool)));
        incidents.claimRecovered(incident, list(id, stranger));
    }

    /// @dev A cover that was paid in full, or is of another incident, has no part in it.
    function test_attack_aCoverThatLacksNothing_getsNothing() public {
        closedShort();
        comeBack(short);
        uint256 third = second + 1;
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.claimRecovered(incident, list(third));
    }

    /// @dev A cover that was topped up in full lacks nothing, though another one of the incident was left short.
    function test_attack_aCoverToppedUpInFull_takesNothingOfWhatCameBack() public {
        deposit(pool, alice, MILLION);
        uint256 other = newBackedListing();
        id = buy(pool, depeg, MILLION * 4 / 10, 300 days);
        second = buy(pool, depeg, MILLION * 2 / 10, 300 days);
        buy(pool, other, MILLION * 6 / 10, 300 days);
        skip(1 days);
        incident = openDepeg();
        uint256 open = openTriggered(pool, other, block.timestamp - 1);
        grant(incident, 1e18);
        incidents.settle(incident, list(id, second));
        deny(open);
        pool.step(10);
        settle(incident, id);
        assertEq(pool.fundingOf(incident), 1e18);
        skip(incidents.SETTLEMENT_WINDOW());
        incidents.close(incident);
        pool.step(10);
        skip(31 days);
        pool.finishClosing(incident);
        short = pool.shortfallOf(incident);
        assertEq(comeBack(short), short);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        incidents.claimRecovered(incident, list(id));
        assertEq(incidents.claimRecovered(incident, list(second)), short);
    }

    /// @dev Whatever was settled when, and at whatever level: no more is shared than came back.
    function testFuzz_attack_settlingAtManyLevels_sharesNoMoreThanCameBack(uint256 seed, bool dismissed) public {
        deposit(pool, alice, MILLION);
        uint256 other = newBackedListing();
        uint256[] memory ids = new uint256[](3);
        for (uint256 i; i < 3; ++i) {
            ids[i] = buy(pool, depeg, MILLION * (i + 1) / 10 + 1, 300 days);
        }
        buy(pool, other, MILLION * 6 / 10, 300 days);
        skip(1 days);
        incident = openDepeg();
        uint256 open = openTriggered(pool, other, block.timestamp - 1);
        grant(incident, 1e18);
        for (uint256 i; i < 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            if (i == 6 && dismissed) deny(open);
            if (i == 6 && !dismissed) grant(open, 1e18);
            if (seed % 4 == 3) {
                comeBack(seed % (20_000 + 1) * 1e6 + 1);
                skip(seed % 3 * 1 days);
            } else {
                try incidents.settle(incident, list(ids[seed % 4])) {} catch {}
            }
        }
        pool.step(10);
        skip(incidents.SETTLEMENT_WINDOW());
        incidents.close(incident);
        pool.step(10);
        skip(31 days);
        try pool.finishClosing(incident) {} catch {}
        short = pool.shortfallOf(incident);
        uint256 lacking;
        for (uint256 i; i < 3; ++i) {
            (uint256 claim, uint256 paid, bool done) = incidents.settlementOf(incident, ids[i]);
            if (!done) lacking += claim - paid;
        }
        assertEq(lacking, short, "what the pool says and what the covers lack");
        uint256 held = usd.balanceOf(address(incidents));
        uint256 kept = comeBack(seed % MILLION + 1);
        if (kept < 3) return;
        assertApproxEqAbs(incidents.claimRecovered(incident, ids), kept, 3);
        incidents.collect(address(usd), holder);
        assertGe(usd.balanceOf(address(incidents)), held, "nobody else's bond");
        assertSound(pool);
    }
}
