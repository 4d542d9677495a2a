// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IDeficitMarket} from "../../../../src/adjudicators/interfaces/IReadSources.sol";
import {IFrozenTrigger} from "../../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IMarkedTrigger} from "../../../../src/adjudicators/interfaces/IMarkedTrigger.sol";
import {IPriceFeedTrigger} from "../../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IReadingTrigger} from "../../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../../../../src/claims/interfaces/IIncidents.sol";
import {MockPriceFeed} from "../../../mocks/MockPriceFeed.sol";
import {ProofWorld} from "../ProofWorld.sol";

/// @title What is watched moves, and anyone arms, reads, proves, shows that it recovered, and lets lapse
abstract contract TriggerHandler is ProofWorld {
    // -- Sources -------------------------------------------------------------------------------------------------

    /// @notice Time passes; now and then nobody records blocks, and somebody does it too late.
    function passTime(uint256 seed) external {
        if (seed % 13 == 0) pass(1 days, true);
        pass(_bound(seed, 10 minutes, seed % 5 == 0 ? 4 days : 10 hours), false);
        observeAll();
        succeeded("wait");
    }

    /// @notice A source gets worse or better, by little or by much.
    function moveSource(uint256 which, uint256 seed) external {
        move(listed[which % listed.length], seed % 3 != 0, seed);
        succeeded("move");
    }

    function move(uint256 listing, bool worse, uint256 seed) internal {
        Kind kind = kindOf[listing];
        if (kind == Kind.Price) movePrice(feedOf[listing], worse, seed);
        else if (kind == Kind.Outage) uptime.push(block.timestamp, worse ? int256(1) : int256(0));
        else if (listing == badDebt) moveDeficit(worse, seed);
        else if (listing == bridge) moveLocked(worse, seed);
        else if (listing == illiquid) moveLent(worse);
        else if (kind == Kind.Reading) moveVault(worse, seed);
        else setPrice(valueFeed, int256(_bound(seed, 0.5e8, 3e8)));
    }

    function movePrice(MockPriceFeed feed, bool worse, uint256 seed) private {
        if (address(feed) == address(feedC)) setPrice(feed, worse ? int256(_bound(seed, 1.15e8, 2.5e8)) : int256(1e8));
        else setPrice(feed, worse ? int256(_bound(seed, 0.05e8, 0.96e8)) : int256(1e8));
    }

    function moveDeficit(bool worse, uint256 seed) private {
        deficit = worse ? deficit + _bound(seed, 0, 300_000e6) : deficit / 2;
        market.set(IDeficitMarket.getReserveDeficit.selector, deficit);
    }

    function moveLocked(bool worse, uint256 seed) private {
        if (!worse) return locked.mint(lockBox, minted.totalSupply() / 3);
        uint256 there = locked.balanceOf(lockBox);
        vm.prank(lockBox);
        assertTrue(locked.transfer(attacker, _bound(seed, 0, there / 2)));
    }

    function moveLent(bool worse) private {
        uint256 there = lent.balanceOf(lender);
        if (!worse || there == 0) return lent.mint(lender, 60_000e6);
        vm.prank(lender);
        assertTrue(lent.transfer(attacker, there));
    }

    function moveVault(bool worse, uint256 seed) private {
        uint256 there = saved.balanceOf(address(vault));
        if (worse) vault.lose(_bound(seed, 0, there * 4 / 10));
        else saved.mint(address(vault), there / 20);
    }

    /// @dev Marks are taken as a keeper would; some are refused, as there is nothing to observe.
    function observeAll() internal {
        uint256[4] memory marked = [vaultFall, vaultProven, badDebt, bridge];
        for (uint256 i; i < 4; ++i) {
            attempt(
                keeper, address(triggerOf[marked[i]]), abi.encodeCall(IMarkedTrigger.observe, (marked[i])), "observe"
            );
        }
    }

    // -- Arm -----------------------------------------------------------------------------------------------------

    /// @notice Tries to arm a listing as things are.
    function arm(uint256 which, uint256 p) external {
        armListing(listed[which % listed.length], p);
    }

    /// @notice A source gets worse and stays so, everybody arms what he can, readings are taken, and it is proven; or it
    /// recovers in between, or nobody comes.
    function disaster(uint256 which, uint256 p, uint256 seed) external {
        uint256 listing = listed[which % listed.length];
        observeAll();
        elapse(1 hours);
        move(listing, true, seed);
        elapse(kindOf[listing] == Kind.Outage ? 6 hours + seed % 2 hours : 10 minutes);
        // What hits one listing hits all that watch the same.
        for (uint256 i; i < listed.length; ++i) {
            bool same = kindOf[listed[i]] == kindOf[listing] && address(feedOf[listed[i]]) == address(feedOf[listing]);
            if (listed[i] == listing || (same && kindOf[listing] != Kind.Outage)) armListing(listed[i], p % POOLS + i);
        }
        if (seed % 11 == 0) return;
        for (uint256 i; i < 4; ++i) {
            elapse(seed % 7 == 0 ? 13 hours : 6 hours + 5 minutes);
            if (seed % 5 == 0 && i == 1) move(listing, false, seed);
            for (uint256 k = cases.length; k > 0 && cases.length - k < 8; --k) {
                readCase(k - 1, seed);
                if (i != 0) proveCase(k - 1, seed);
            }
        }
    }

    function armListing(uint256 listing, uint256 p) internal {
        Kind kind = kindOf[listing];
        if (kind == Kind.Report) return;
        (bool sold, address pool) = poolThatSold(bytes32(listing), p);
        if (!sold) return;
        if (kind == Kind.Judged) return assertHack(pool, p);
        address target = address(kind == Kind.Price ? address(prices) : address(triggerOf[listing]));
        bytes memory call = abi.encodeCall(IReadingTrigger.arm, (listing, pool));
        if (kind == Kind.Outage) {
            (target, call) =
            (address(frozen), abi.encodeCall(IFrozenTrigger.proveOutage, (listing, uptime.latest(), pool)));
        } else if (kind == Kind.Price) {
            (uint80 recovered, uint80 first) = spanOf(listing);
            call = abi.encodeCall(IPriceFeedTrigger.arm, (listing, recovered, first, pool));
        }
        (bool ok, bytes memory answer) =
            attempt(keeper, target, call, FEE, bytes32(bytes.concat("arm ", bytes1(uint8(64 + listing)))));
        if (!ok) return;
        noteCase(abi.decode(answer, (uint256)), listing, 0);
        // The same span is armed but once.
        vm.deal(attacker, FEE);
        vm.prank(attacker);
        (ok,) = target.call{gas: GAS, value: FEE}(call);
        assertFalse(ok, "CLM-4: one span armed twice");
    }

    function assertHack(address pool, uint256 seed) private {
        usd.mint(keeper, 100e6);
        vm.prank(keeper);
        usd.approve(address(incidents), 100e6);
        IIncidents.Assertion memory a;
        (a.listing, a.ratio, a.pool) = (uint32(judged), uint64(_bound(seed, 0.2e18, 1e18)), pool);
        a.lossTime = uint32(block.timestamp - _bound(seed, 1, 2 days));
        (bool ok, bytes memory answer) =
            attempt(keeper, address(incidents), abi.encodeCall(IIncidents.assertLoss, (a)), 0, "assertLoss");
        if (ok) noteCase(abi.decode(answer, (uint256)), judged, 0);
    }

    function poolThatSold(bytes32 risk, uint256 seed) internal view returns (bool, address) {
        for (uint256 i; i < POOLS; ++i) {
            address pool = address(pools[(seed % POOLS + i) % POOLS]);
            if (pools[(seed % POOLS + i) % POOLS].everSold(risk)) return (true, pool);
        }
        return (false, address(0));
    }

    function noteCase(uint256 incident, uint256 listing, bytes32 key) internal {
        cases.push(Case(incident, listing, key, incidents.incidentOf(incident).lossTime));
    }

    /// @dev The last recovery of a feed and the first round beyond the strike after it; the newest round if there is none.
    function spanOf(uint256 listing) internal view returns (uint80 recovered, uint80 first) {
        MockPriceFeed feed = feedOf[listing];
        IPriceFeedTrigger.Config memory c = prices.configOf(listing);
        bool rising = c.direction == IPriceFeedTrigger.Direction.Rise;
        recovered = feed.latest();
        (uint256 level, bool based) = levelOf(feed, c, recovered);
        while (recovered > PHASE + 1 && (!based || beyond(rising, level, c.recovery))) {
            (level, based) = levelOf(feed, c, --recovered);
        }
        for (first = recovered; first < feed.latest(); ++first) {
            (level, based) = levelOf(feed, c, first);
            if (based && beyond(rising, level, c.strike)) break;
        }
    }

    function beyond(bool rising, uint256 level, uint256 strike) private pure returns (bool) {
        return rising ? level > strike : level < strike;
    }

    function levelOf(MockPriceFeed feed, IPriceFeedTrigger.Config memory c, uint80 id)
        private
        view
        returns (uint256 level, bool based)
    {
        (int256 answer,, uint256 time,) = feed.rounds(id);
        level = uint256(answer);
        if (c.lookback == 0) return (level, true);
        uint80 base = id;
        (int256 before,, uint256 then_,) = feed.rounds(base);
        while (base > PHASE + 1 && then_ + c.lookback > time) {
            (before,, then_,) = feed.rounds(--base);
        }
        return (level * WAD / uint256(before), then_ + c.lookback <= time);
    }

    // -- Read and prove ------------------------------------------------------------------------------------------

    /// @notice Takes a reading, advances a proof, or shows a recovery.
    function read(uint256 which, uint256 seed) external {
        if (cases.length != 0) readCase(which % cases.length, seed);
    }

    function readCase(uint256 i, uint256 seed) internal {
        Case memory c = cases[i];
        if (statusOf(c.id) != IIncidents.Status.Open) return;
        if (kindOf[c.listing] == Kind.Reading) {
            attempt(keeper, address(triggerOf[c.listing]), abi.encodeCall(IReadingTrigger.read, (c.id)), "read");
        } else if (kindOf[c.listing] == Kind.Price) {
            uint80 latest = feedOf[c.listing].latest();
            if (seed % 2 == 0) {
                attempt(keeper, address(prices), abi.encodeCall(IPriceFeedTrigger.advance, (c.id, latest)), "advance");
            }
            attempt(keeper, address(prices), abi.encodeCall(IPriceFeedTrigger.recover, (c.id, latest)), "recover");
        }
    }

    /// @notice Proves a span, if it is complete.
    function prove(uint256 which, uint256 seed) external {
        if (cases.length != 0) proveCase(which % cases.length, seed);
    }

    function proveCase(uint256 i, uint256 seed) internal {
        Case memory c = cases[i];
        if (statusOf(c.id) != IIncidents.Status.Open) return;
        (address target, bytes memory call) = provingCall(c);
        if (kindOf[c.listing] == Kind.Judged) {
            bool granted = seed % 4 != 0;
            court.rule(
                incidents,
                c.id,
                granted ? IAdjudicator.Verdict.Granted : IAdjudicator.Verdict.Denied,
                granted ? uint64(_bound(seed, 0.2e18, 1e18)) : 0
            );
            return succeeded(granted ? bytes32("court grants") : bytes32("court denies"));
        }
        if (!attempt(keeper, target, call, bytes32(bytes.concat("prove ", bytes1(uint8(64 + c.listing)))))) return;
        assertTrue(isGranted(c.id), "proven, but not granted");
        (bool again,) = target.call{gas: GAS}(call);
        assertFalse(again, "CLM-4: one span proven twice");
    }

    /// @dev What proves a span of a trigger now.
    function provingCall(Case memory c) internal view returns (address target, bytes memory call) {
        if (kindOf[c.listing] == Kind.Reading) {
            return (address(triggerOf[c.listing]), abi.encodeCall(IReadingTrigger.prove, (c.id)));
        }
        return (address(prices), abi.encodeCall(IPriceFeedTrigger.prove, (c.id, feedOf[c.listing].latest())));
    }

    /// @notice After a grant: shows that a freeze has ended.
    function thaw() external {
        if (lent.balanceOf(lender) == 0) moveLent(false);
        if (!attempt(keeper, address(frozen), abi.encodeCall(IFrozenTrigger.thaw, (illiquid)), "thaw")) return;
        elapse(1 days);
        attempt(keeper, address(frozen), abi.encodeCall(IFrozenTrigger.thaw, (illiquid)), "thaw");
    }

    // -- End -----------------------------------------------------------------------------------------------------

    /// @notice Lets an incident lapse, never before its deadline.
    function lapse(uint256 which, uint256 seed) external {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        if (statusOf(c.id) != IIncidents.Status.Open) return;
        uint256 deadline = incidents.incidentOf(c.id).deadline;
        bytes memory call = abi.encodeCall(IIncidents.lapse, (c.id));
        if (block.timestamp <= deadline) {
            mustFail(attacker, address(incidents), call, IIncidents.DeadlineNotPassed.selector);
            if (seed % 4 != 0) return;
            elapse(deadline + 1 - block.timestamp);
        }
        assertTrue(attempt(attacker, address(incidents), call, "lapse"), "CLM-7: an incident that does not end");
    }

    /// @notice Closes an incident after its window, never before; its pools finish.
    function close(uint256 which, uint256 p) external {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        if (statusOf(c.id) == IIncidents.Status.Granted) {
            attempt(attacker, address(incidents), abi.encodeCall(IIncidents.close, (c.id)), "close");
        }
        if (statusOf(c.id) != IIncidents.Status.Closed) return;
        sync(p % POOLS);
        address pool = address(pools[p % POOLS]);
        attempt(attacker, pool, abi.encodeWithSignature("finishClosing(uint256)", c.id), "finishClosing");
    }

    /// @notice A month and more goes by in a jump of the clock alone: what was granted can be closed.
    function sleep(uint256 seed) external {
        if (seed % 4 != 0) return;
        pass(30 days, seed % 8 == 0);
        pass(1 days, false);
        succeeded("sleep");
    }

    function pass(uint256 duration, bool unrecorded) private {
        careless = unrecorded;
        elapse(duration);
        careless = false;
    }
}
