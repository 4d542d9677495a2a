// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {Vm} from "forge-std/Vm.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {ExitQueue} from "../../../src/pool/libraries/ExitQueue.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {Referee} from "../Referee.sol";

/// @title Underwriters: deposits, requests, cancellations, processing and claiming of exits
abstract contract UnderwriterHandler is Referee {
    /// @notice Adds capital by one of the three ways in.
    function underwrite(uint256 p, uint256 who, uint256 assets) public {
        p = _bound(p, 0, pools.length - 1);
        assets = _bound(assets, 0, [uint256(200_000e6), 200 ether, 20_000e6, 50_000e6][p]);
        addCapital(p, underwriters[who % underwriters.length], assets, assets % 3);
    }

    /// @notice Asks for an exit of a part of what somebody holds.
    function requestExit(uint256 p, uint256 who, uint256 part) external {
        p = _bound(p, 0, pools.length - 1);
        address u = holderOfShares(p, who);
        PoolHarness pool = pools[p];
        uint256 shares = pool.balanceOf(u);
        if (shares == 0) {
            addCapital(p, underwriters[who % underwriters.length], 1_000e6 * pool.unitsPerGrain(), 2);
            return;
        }
        catchUp(p);
        shares = part % 3 == 0 ? shares : _bound(part, 1, shares);
        Watch memory w = watch(p);
        vm.prank(u);
        uint256 id = pool.requestRedeem(shares, u, u);
        uint256 asked = pool.requestAt(id).value;
        exits.push(Exit(p, id, u, shares, asked, block.timestamp, 0, 0, false));
        succeeded("requestRedeem");
        assertLe(
            asked, Math.fullMulDiv(shares, w.f.high + 1, w.f.supply + pool.virtualShares()), "EXT-2: asked for more"
        );
        judge(w, Kind.Neutral);
    }

    /// @notice Cancels a request; only what it is worth comes back.
    function cancelExit(uint256 which, uint256 outsider) external {
        Exit storage e = pendingExit(which);
        if (e.id == 0) return idle(which);
        (uint256 p, PoolHarness pool) = (e.pool, pools[e.pool]);
        catchUp(p);
        address stranger = underwriters[outsider % underwriters.length];
        if (stranger != e.controller) {
            bytes memory call = abi.encodeCall(pool.cancelRedeemRequest, (e.id, stranger, 0));
            mustFail(stranger, address(pool), call, IPool.NotAuthorised.selector);
        }
        Watch memory w = watch(p);
        ExitQueue.Request memory r = pool.requestAt(e.id);
        vm.prank(e.controller);
        uint256 returned = pool.cancelRedeemRequest(e.id, e.controller, 0);
        e.cancelled = true;
        roundings[p][e.controller] += 1;
        succeeded("cancelRedeemRequest");
        uint256 worth = Math.fullMulDiv(returned, w.f.high + 1, w.f.supply + pool.virtualShares());
        assertLe(returned, r.shares, "a cancelled request returned more shares than it had");
        assertLe(worth, r.value, "a cancelled request returned more than it was worth when asked");
        judge(w, Kind.Neutral);
    }

    /// @notice Serves the queue, by anyone.
    function processExits(uint256 p, uint256 max) external {
        p = queuedPool(p);
        if (max % 2 == 0) awaitExit(p);
        catchUp(p);
        Watch memory w = watch(p);
        vm.recordLogs();
        vm.prank(keeper);
        try pools[p].processRedeem(_bound(max, 1, 5)) returns (uint256 assets) {
            succeeded("processRedeem");
            uint256 sum = bookServed(w, vm.getRecordedLogs());
            assertEq(sum, assets, "what was set aside is not what was served");
            PoolHarness.Figures memory z = judge(w, Kind.Neutral);
            assertTrue(assets == 0 || z.scr <= z.low, "SOL-1: an exit left less than the requirement");
            assertEq(w.f.openRisks, 0, "exits are frozen while an incident is open");
        } catch (bytes memory reason) {
            refused(reason, w.f.openRisks != 0 ? errors(IPool.ExitsFrozen.selector) : nobodyDue(w));
        }
    }

    /// @notice Serves the caller's own request while an incident is open.
    function processOwnExit(uint256 which) external {
        Exit storage e = pendingExit(which);
        if (e.id == 0) return idle(which);
        (uint256 p, PoolHarness pool) = (e.pool, pools[e.pool]);
        if (which % 2 == 0) elapseUntil(e.askedAt + pool.cooldown());
        catchUp(p);
        Watch memory w = watch(p);
        bool due = e.askedAt + pool.cooldown() <= block.timestamp;
        vm.recordLogs();
        vm.prank(e.controller);
        try pool.processOwnRedeem(e.id, 0) returns (uint256 assets) {
            succeeded("processOwnRedeem");
            uint256 sum = bookServed(w, vm.getRecordedLogs());
            assertEq(sum, assets, "what was set aside is not what was served");
            assertTrue(due && w.f.openRisks != 0, "an exit out of order without an incident");
            PoolHarness.Figures memory z = judge(w, Kind.Neutral);
            assertTrue(assets == 0 || z.scr <= z.low, "SOL-1: an exit left less than the requirement");
        } catch (bytes memory reason) {
            refused(reason, errors(due ? IPool.ExitNotPayable.selector : IPool.CooldownNotOver.selector));
        }
    }

    /// @notice Claims what was processed, by shares or by assets; one more than there is must fail.
    function claimExit(uint256 p, uint256 who, uint256 part) external {
        address u;
        (p, u) = claimant(p, who);
        PoolHarness pool = pools[p];
        (uint256 shares, uint256 assets) = (pool.maxRedeem(u), pool.maxWithdraw(u));
        if (shares == 0) return idle(part);
        Watch memory w = watch(p);
        bytes memory tooMuch = part % 2 == 0
            ? abi.encodeCall(pool.redeem, (shares + 1, u, u))
            : abi.encodeCall(pool.withdraw, (assets + 1, u, u));
        mustFail(u, address(pool), tooMuch, IPool.ExceedsClaimable.selector);
        uint256 before = tokenOf(p).balanceOf(u);
        vm.prank(u);
        if (part % 2 == 0 || assets == 0) pool.redeem(part % 3 == 0 ? shares : _bound(part, 1, shares), u, u);
        else pool.withdraw(part % 3 == 0 ? assets : _bound(part, 1, assets), u, u);
        uint256 out = tokenOf(p).balanceOf(u) - before;
        assertLe(out, assets, "EXT-2: more was claimed than was set aside");
        got[p][u] += out;
        roundings[p][u] += 1;
        succeeded("claim");
        judge(w, Kind.Neutral);
    }

    /// @notice Tokens sent to a pool for nothing.
    function donate(uint256 p, uint256 amount) external {
        p = _bound(p, 0, pools.length - 1);
        Watch memory w = watch(p);
        tokenOf(p).mint(address(pools[p]), _bound(amount, 1, 10 * pools[p].unitsPerGrain() * 1e6));
        succeeded("donate");
        PoolHarness.Figures memory z = judge(w, Kind.Neutral);
        assertEq(z.cash, w.f.cash, "a donation reached the ledger");
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function addCapital(uint256 p, address u, uint256 assets, uint256 way) internal returns (bool ok) {
        (PoolHarness pool, TestToken token) = (pools[p], tokenOf(p));
        catchUp(p);
        Watch memory w = watch(p);
        uint256 shares = Math.fullMulDiv(assets, w.f.supply + pool.virtualShares(), w.f.high + 1);
        uint256 cost = way == 1 ? Math.fullMulDivUp(shares, w.f.high + 1, w.f.supply + pool.virtualShares()) : assets;
        token.mint(u, cost);
        vm.startPrank(u);
        token.approve(address(pool), cost);
        bytes memory result;
        if (way == 0) (ok, result) = address(pool).call(abi.encodeCall(pool.deposit, (assets, u)));
        else if (way == 1) (ok, result) = address(pool).call(abi.encodeCall(pool.mint, (shares, u)));
        else (ok, result) = address(pool).call(abi.encodeCall(pool.recapitalise, (assets, u)));
        vm.stopPrank();
        bool worthless = (w.f.high + 1) * pool.virtualShares() * 1000 < w.f.supply + pool.virtualShares();
        bool shut =
            w.f.ruined || w.f.scale != WAD || worthless || (way != 2 && (w.f.cohorts != 0 || w.f.scr > w.f.high));
        if (!ok) {
            bytes4 tiny = cost == 0 ? IPool.ZeroAmount.selector : IPool.DepositTooSmall.selector;
            refused(result, errors(shut ? IPool.PoolClosed.selector : tiny));
            assertTrue(shut || shares < pool.MIN_SHARES(), "a sound deposit was refused");
            return false;
        }
        assertFalse(shut, "a closed pool took a deposit");
        put[p][u] += cost;
        roundings[p][u] += 1;
        succeeded(way == 0 ? bytes32("deposit") : way == 1 ? bytes32("mint") : bytes32("recapitalise"));
        judge(w, way == 2 && w.f.cohorts != 0 ? Kind.Loss : Kind.Neutral);
    }

    /// @dev Books what a processing served, request by request (EXT-2).
    function bookServed(Watch memory w, Vm.Log[] memory logs) private returns (uint256 sum) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IPool.RedeemProcessed.selector) continue;
            Exit storage e = exitOf(w.pool, uint256(logs[i].topics[1]));
            (uint256 shares, uint256 assets,) = abi.decode(logs[i].data, (uint256, uint256, uint256));
            uint256 worth = Math.fullMulDiv(shares, w.f.low + 1, w.f.supply + pools[w.pool].virtualShares());
            assertLe(assets, worth + TOLERANCE, "EXT-2: an exit was paid more than it is worth now");
            (e.served, e.paid) = (e.served + shares, e.paid + assets);
            assertLe(e.served, e.shares, "EXT-2: an exit was served twice");
            assertLe(e.paid, e.asked, "EXT-2: an exit was paid more than it was worth when asked");
            assertFalse(e.cancelled, "EXT-2: a cancelled exit was served");
            assertLe(e.askedAt + pools[w.pool].cooldown(), block.timestamp, "an exit was served before its cooldown");
            roundings[w.pool][e.controller] += 1;
            sum += assets;
        }
    }

    /// @dev Why the queue may refuse to be served: it is empty, not due, or not payable.
    function nobodyDue(Watch memory w) private view returns (bytes4[] memory) {
        for (uint256 i = w.f.head; i < w.f.tail; ++i) {
            ExitQueue.Request memory r = pools[w.pool].requestAt(i);
            if (r.shares == 0) continue;
            bool due = r.askedAt + pools[w.pool].cooldown() <= block.timestamp;
            return errors(due ? IPool.ExitNotPayable.selector : IPool.CooldownNotOver.selector);
        }
        return errors(IPool.UnknownRequest.selector);
    }

    function exitOf(uint256 p, uint256 id) private view returns (Exit storage e) {
        for (uint256 i; i < exits.length; ++i) {
            if (exits[i].pool == p && exits[i].id == id) return exits[i];
        }
        revert("unknown exit");
    }

    /// @dev An exit that is not fully served, counted from a random one; the empty one at the end if there is none.
    function pendingExit(uint256 which) private view returns (Exit storage e) {
        uint256 length = exits.length;
        for (uint256 i; i < length; ++i) {
            e = exits[(which % length + i) % length];
            if (!e.cancelled && e.served < e.shares) return e;
        }
        return none[0];
    }

    mapping(uint256 => Exit) private none;

    function holderOfShares(uint256 p, uint256 who) private view returns (address u) {
        for (uint256 i; i < underwriters.length; ++i) {
            u = underwriters[(who % underwriters.length + i) % underwriters.length];
            if (pools[p].balanceOf(u) != 0) return u;
        }
    }

    /// @dev A pool, counted from `p`, in which somebody has something to claim.
    function claimant(uint256 p, uint256 who) private view returns (uint256, address u) {
        for (uint256 j; j < pools.length; ++j) {
            for (uint256 i; i < underwriters.length; ++i) {
                u = underwriters[(who % underwriters.length + i) % underwriters.length];
                if (pools[(p % pools.length + j) % pools.length].maxRedeem(u) != 0) {
                    return ((p % pools.length + j) % pools.length, u);
                }
            }
        }
        return (p % pools.length, u);
    }

    /// @dev A pool, counted from `p`, in which somebody waits.
    function queuedPool(uint256 p) private view returns (uint256) {
        for (uint256 j; j < pools.length; ++j) {
            uint256 q = (p % pools.length + j) % pools.length;
            if (pools[q].balanceOf(address(pools[q])) != 0) return q;
        }
        return p % pools.length;
    }

    /// @dev Lets time pass until the first request of the queue is due.
    function awaitExit(uint256 p) private {
        PoolHarness.Figures memory f = peek(p);
        for (uint256 i = f.head; i < f.tail; ++i) {
            ExitQueue.Request memory r = pools[p].requestAt(i);
            if (r.shares == 0) continue;
            elapseUntil(r.askedAt + pools[p].cooldown());
            return;
        }
    }
}
