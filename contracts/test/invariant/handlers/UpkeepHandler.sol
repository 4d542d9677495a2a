// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {MoodyAdjudicator} from "../../mocks/MoodyAdjudicator.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {Referee} from "../Referee.sol";

/// @title Upkeep, time and those who run things: steps, run-off, fees, the curator, adjudicators in bad moods
abstract contract UpkeepHandler is Referee {
    /// @notice Steps through a part of the journal.
    function stepPool(uint256 p, uint256 max) internal {
        p = p % pools.length;
        Watch memory w = watch(p);
        pools[p].step(_bound(max, 0, 4));
        succeeded("step");
        judge(w, Kind.Neutral);
    }

    /// @notice Frees what has run off of a risk.
    function releaseRisk(uint256 p, uint256 which) public {
        p = p % pools.length;
        catchUp(p);
        bytes32 risk = ripeRisk(p, which);
        Watch memory w = watch(p);
        try pools[p].release(risk) returns (uint256 released) {
            succeeded("release");
            Policy[] storage all = policies[p];
            uint256 sum;
            for (uint256 i; i < all.length; ++i) {
                if (all[i].risk != risk || all[i].released || all[i].runOff > block.timestamp / 1 days) continue;
                all[i].released = true;
                sum += all[i].remaining;
            }
            assertEq(released, sum, "SOL-2: another amount ran off");
            judge(w, Kind.Neutral);
        } catch (bytes memory reason) {
            refused(reason, errors(IPool.NothingToRelease.selector));
        }
    }

    /// @dev A risk of which something has run off; any if there is none.
    function ripeRisk(uint256 p, uint256 which) private view returns (bytes32) {
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length; ++i) {
            Policy storage policy = all[(which % all.length + i) % all.length];
            if (!policy.released && policy.runOff <= block.timestamp / 1 days) return policy.risk;
        }
        return all.length == 0 ? bytes32(0) : all[which % all.length].risk;
    }

    /// @notice Sends the fees owed.
    function collectFees(uint256 p) internal {
        p = p % pools.length;
        Watch memory w = watch(p);
        uint256 owed = pools[p].feesOwed();
        uint256 before = tokenOf(p).balanceOf(treasury) + tokenOf(p).balanceOf(curator);
        pools[p].collectFees();
        uint256 sent = tokenOf(p).balanceOf(treasury) + tokenOf(p).balanceOf(curator) - before;
        if (w.f.scale == WAD) assertEq(sent, owed, "other fees than owed");
        succeeded("collectFees");
        judge(w, Kind.Neutral);
    }

    /// @notice Collects a payout that could not be pushed, or a commission.
    function collectKept(uint256 p, uint256 who) internal {
        p = p % pools.length;
        address account = who % 4 == 3 ? keeper : holders[who % 4];
        uint256 kept = pools[p].keptFor(account);
        if (kept == 0) return;
        Watch memory w = watch(p);
        uint256 before = tokenOf(p).balanceOf(account);
        try pools[p].collect(account) {
            if (w.f.scale == WAD) assertEq(tokenOf(p).balanceOf(account) - before, kept, "another amount was kept");
            succeeded("collectKept");
            judge(w, Kind.Neutral);
        } catch {
            assertTrue(p == 1 && uint256(ether_.welcome(account)) != 0, "a kept payout cannot be collected");
            ++refusals;
        }
    }

    /// @notice Time passes: minutes, hours, days, now and then weeks.
    function passTime(uint256 time) external {
        uint256 most = time % 16 == 0 ? 40 days : time % 3 == 0 ? 6 days : 20 hours;
        elapseUntil(block.timestamp + _bound(time, 1 minutes, most));
    }

    /// @notice Small things: a step, fees, kept payouts, the curator, adjudicators and rates.
    function upkeep(uint256 what, uint256 a, uint256 b) external {
        what = what % 16;
        if (what < 2) stepPool(a, b);
        else if (what < 4) collectFees(a);
        else if (what < 7) collectKept(a, b);
        else if (what < 9) curate(a, b, uint256(keccak256(abi.encode(a, b))));
        else if (what < 13) disturb(a, b);
        else repost(a, b);
    }

    // -- Those who run things ------------------------------------------------------------------------------------

    /// @notice The curator moves a listing to another class and group, or another limit; not before the delay.
    function curate(uint256 p, uint256 which, uint256 seed) internal {
        p = p % pools.length;
        PoolHarness pool = pools[p];
        uint256 listing = backed[p][which % backed[p].length];
        if (seed % 5 == 0) {
            vm.prank(curator);
            pool.stop(listing);
            succeeded("stop");
            return;
        }
        (uint8 class, uint48 group) = (uint8(seed % 4), uint48(seed % 3 + 1));
        bytes memory call = abi.encodeCall(pool.setBacking, (listing, class, group, p == 3 ? 30_000e6 : NO_LIMIT));
        vm.startPrank(curator);
        (bool ok, bytes memory reason) = address(pool).call(call);
        if (ok) {
            succeeded("setBacking");
            groupOf[p][listing] = uint256(class) << 56 | group;
        } else {
            refused(reason, errors(IPool.NotExecutable.selector));
            pool.submit(call);
            pool.submit(abi.encodeCall(pool.setGroupLimit, (class, group, NO_LIMIT)));
            succeeded("submit");
        }
        (ok,) = address(pool).call(abi.encodeCall(pool.setGroupLimit, (class, group, NO_LIMIT)));
        vm.stopPrank();
        mustFail(attacker, address(pool), call, IPool.OnlyCurator.selector);
    }

    /// @notice An adjudicator stops answering, is taken off the register, or comes back; sales are paused.
    function disturb(uint256 which, uint256 how) internal {
        MoodyAdjudicator adjudicator = [sensor, jury, second][which % 3];
        // Mostly things are in order.
        adjudicator.setMood(how % 4 == 0 ? MoodyAdjudicator.Mood(how / 4 % 3) : MoodyAdjudicator.Mood.Sound);
        vm.startPrank(admin);
        listings.setAdjudicator(address(adjudicator), how % 5 != 0);
        if (how % 13 == 0 && block.timestamp > listings.pausedUntil() + 7 days) listings.pauseSales(1 hours);
        vm.stopPrank();
    }

    /// @notice Posts a rate within its steps.
    function repost(uint256 which, uint256 rate) internal {
        uint256 listing = listed[which % 5];
        (uint256 last, uint256 postedAt) = listings.rateOf(listing);
        if (block.timestamp == postedAt) return;
        uint256 elapsed = Math.min(block.timestamp - postedAt, 1 days);
        uint256 low = last - last * elapsed / 10 days;
        uint256 high = last + last * elapsed / 2 days;
        postRate(listing, uint64(_bound(rate, low + 1, Math.max(low + 1, Math.min(high, 0.2e18)))));
        succeeded("postRates");
    }
}
