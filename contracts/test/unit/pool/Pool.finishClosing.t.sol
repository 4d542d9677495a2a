// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice No incident closes in a pool while its level is below 1 and another is undecided.
contract PoolFinishClosingTest is PoolFixture {
    function test_finishClosing_waitsForTheOtherRuling() public {
        (uint256 incident, uint256 id) = makeShort();
        uint256 paid = settle(incident, id);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        assertGt(pool.fundingOf(incident), 0, "not closed here yet");
        expectRefusal(abi.encodeWithSelector(IPool.NotClosable.selector, incident));
        pool.finishClosing(incident);
        assertNoTrace();

        // The other one is denied: its share of the money is due to this one.
        deny(incident + 1);
        assertEq(settle(incident, id) + paid, MILLION * 6 / 10);
        pool.finishClosing(incident);
        assertEq(pool.fundingOf(incident), 0);
        assertSound(pool);
    }

    /// @dev Closing makes a level final: what comes later is the underwriters'. Who was paid short has time until then.
    function test_finishClosing_makesTheLevelFinal() public {
        (uint256 incident, uint256 id) = makeShort();
        settle(incident, id);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        grant(incident + 1, 1e18);
        pool.step(9);
        uint256 until = block.timestamp + 30 days;
        vm.expectEmit(address(pool));
        emit IPool.LevelFinal(incident, pool.fundingOf(incident), until);
        pool.finishClosing(incident);
        vm.warp(until - 1);
        settle(incident, id);
        expectRefusal(abi.encodeWithSelector(IPool.TopUpsOpen.selector, incident, until));
        pool.finishClosing(incident);
        assertNoTrace();
        vm.warp(until);
        pool.finishClosing(incident);
        vm.expectRevert(abi.encodeWithSelector(IPool.NoReserve.selector, incident));
        settle(incident, id);
        assertSound(pool);
    }

    /// @dev The last ruling lifts the level: nobody can end the incident before its holders were topped up.
    function testFuzz_finishClosing_cannotCutOffTheLastTopUp(uint256 wait) public {
        (uint256 incident, uint256 id) = makeShort();
        uint256 paid = settle(incident, id);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        deny(incident + 1);
        vm.prank(attacker);
        pool.finishClosing(incident);
        skip(bound(wait, 0, 30 days - 1));
        vm.prank(attacker);
        // forge-lint: disable-next-line(unchecked-call)
        (bool ended,) = address(pool).call(abi.encodeCall(pool.finishClosing, (incident)));
        assertFalse(ended, "finished while a holder could be topped up");
        assertEq(settle(incident, id) + paid, MILLION * 6 / 10);
        pool.finishClosing(incident);
        assertSound(pool);
    }

    /// @dev The same where nothing else is open at the closing: the closing itself ends nothing that is short.
    function test_finishClosing_closingLeavesTimeToo() public {
        (uint256 incident, uint256 id) = makeShort();
        uint256 paid = settle(incident, id);
        grant(incident + 1, 1e18);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        assertGt(pool.fundingOf(incident), 0, "not finished by the closing");
        skip(200 days);
        assertGt(settle(incident, id) + paid, paid, "premium earned since lifts it");
        pool.finishClosing(incident);
        assertEq(pool.fundingOf(incident), 0);
    }

    /// @dev Incidents opened after the closing hold it up for no longer than those before it could have lasted.
    function test_finishClosing_isNotHeldUpForEverByNewIncidents() public {
        (uint256 incident, uint256 id) = makeShort();
        settle(incident, id);
        skip(30 days);
        incidents.close(incident);
        pool.step(9);
        skip(730 days - 1);
        expectRefusal(abi.encodeWithSelector(IPool.NotClosable.selector, incident));
        pool.finishClosing(incident);
        assertNoTrace();
        skip(1);
        pool.finishClosing(incident);
        skip(30 days);
        pool.finishClosing(incident);
        assertEq(pool.fundingOf(incident), 0);
    }

    function testFuzz_finishClosing_revertsWith_NotClosable(uint256 incident) public {
        expectRefusal(abi.encodeWithSelector(IPool.NotClosable.selector, incident));
        pool.finishClosing(incident);
        assertNoTrace();
    }

    function test_finishClosing_revertsWith_NotClosable_whileTheWindowIsOpen() public {
        deposit(pool, alice, MILLION);
        sellDepeg(1e9, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(9);
        expectRefusal(abi.encodeWithSelector(IPool.NotClosable.selector, incident));
        pool.finishClosing(incident);
        assertNoTrace();
    }

    /// @dev What a closed incident did not use streams back over one cooldown (nobody claimed).
    function testFuzz_finishClosing_closingStreamsTheRestBack(uint256 amount, uint64 ratio) public {
        deposit(pool, alice, MILLION);
        amount = bound(amount, 1e6, MILLION);
        ratio = uint64(bound(ratio, 0.01e18, 1e18));
        sellDepeg(amount, 10 days);
        uint256 incident = openDepeg();
        grant(incident, ratio);
        skip(30 days);
        incidents.close(incident);
        uint256 high = report().high;
        uint256 reserve = (amount * ratio + 1e18 - 1) / 1e18;
        vm.expectEmit(address(pool));
        emit IPool.ReserveReleased(incident, reserve);
        pool.step(9);
        IPool.CapitalReport memory r = report();
        assertEq(r.funded, 0);
        assertLe(r.high, high, "a closing gives nobody anything at once");
        skip(COOLDOWN);
        assertEq(report().high, report().cash);
    }

    /// @dev What is left of a reserve first lifts others that are short; only the rest is a gain.
    function test_finishClosing_leftOversLiftOthersFirst() public {
        deposit(pool, alice, MILLION);
        uint256 other = newBackedListing();
        buy(pool, depeg, MILLION * 6 / 10, 300 days);
        uint256 id = buy(pool, other, MILLION * 6 / 10, 300 days);
        skip(1 days);
        uint256 full = openDepeg();
        grant(full, 1e18);
        pool.step(9);
        skip(15 days);
        uint256 short = openTriggered(pool, other, block.timestamp - 1);
        grant(short, 1e18);
        uint256 paid = settle(short, id);
        assertLt(paid, MILLION * 6 / 10);

        skip(15 days);
        incidents.close(full);
        pool.step(9);
        assertEq(pool.fundingOf(short), 1e18);
        assertEq(settle(short, id) + paid, MILLION * 6 / 10);
        IPool.CapitalReport memory r = report();
        assertLe(r.unvested, r.cash - r.unearned, "a gain is never more than what is there");
        assertSound(pool);
    }
}
