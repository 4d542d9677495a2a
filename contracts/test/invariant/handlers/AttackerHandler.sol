// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {ChangeHandler} from "./ChangeHandler.sol";
import {IncidentHandler} from "./IncidentHandler.sol";
import {UnderwriterHandler} from "./UnderwriterHandler.sol";
import {UpkeepHandler} from "./UpkeepHandler.sol";

/// @title An attacker: in and out within a block, splitting purchases, knocking on every door
abstract contract AttackerHandler is UnderwriterHandler, ChangeHandler, IncidentHandler, UpkeepHandler {
    /// @dev People go on trading.
    function idle(uint256 seed) internal override {
        seed = uint256(keccak256(abi.encode(seed, block.timestamp, successes)));
        if (seed % 4 == 0) underwrite(seed >> 8, seed >> 16, seed >> 24);
        else if (seed % 4 == 1) releaseRisk(seed >> 8, seed >> 16);
        else buyCover(seed >> 8, seed >> 16, seed >> 24, seed >> 32);
    }

    function releaseAny(uint256 p, uint256 seed) internal override {
        releaseRisk(p, seed);
    }

    /// @notice Deposits and asks to leave in the same block, with something in between; it must be worth no more.
    function sandwich(uint256 p, uint256 assets, uint256 between) external {
        p = p % pools.length;
        assets = _bound(assets, 1e6 * pools[p].unitsPerGrain(), [uint256(200_000e6), 200 ether, 20_000e6, 50_000e6][p]);
        PoolHarness pool = pools[p];
        uint256 before = pool.balanceOf(attacker);
        if (!addCapital(p, attacker, assets, 0)) return;
        uint256 shares = pool.balanceOf(attacker) - before;
        uint256 listing = unkeyed(p, between);
        if (between % 3 == 0 && policies[p].length < MOST_COVERS) {
            sell(p, draft(p, listing, between, between), bytes32(0), 0);
        } else if (between % 3 == 1) {
            tokenOf(p).mint(address(pool), assets);
        } else {
            (bool ok,) = address(this).call(abi.encodeCall(this.ruleIncident, (between, 1, 0)));
            ok;
        }
        catchUp(p);
        vm.prank(attacker);
        uint256 id = pool.requestRedeem(shares, attacker, attacker);
        uint256 asked = pool.requestAt(id).value;
        exits.push(Exit(p, id, attacker, shares, asked, block.timestamp, 0, 0, false));
        succeeded("sandwich");
        assertLe(asked, assets + tolerance(p), "CAP-3: worth more within the block");
    }

    /// @notice One purchase, or the same in two: the price is the same to three units a part, and grows with amount and
    /// time (PRI-1).
    function split(uint256 p, uint256 which, uint256 amount, uint256 duration) external {
        p = p % pools.length;
        uint256 listing = unkeyed(p, which);
        pools[p].step(type(uint32).max);
        freshen(listing);
        IPool.Purchase memory sale = draft(p, listing, amount, duration);
        if (!quotes(pools[p], sale) || sale.amount < 2 * pools[p].unitsPerGrain()) return;
        uint256 units = pools[p].unitsPerGrain();
        uint256 first = _bound(uint256(keccak256(abi.encode(amount))), 1, sale.amount / units - 1) * units;
        try this.simulateSplit(p, sale, first) {}
        catch (bytes memory reason) {
            (uint256 whole, uint256 parts, uint256 part) = abi.decode(resultOf(reason), (uint256, uint256, uint256));
            assertGe(parts, whole, "PRI-1: cheaper in two parts");
            assertLe(parts, whole + 2 * TOLERANCE, "PRI-1: dearer in two parts");
            assertLe(part, whole, "PRI-1: less cover costs more");
        }
        if (sale.duration < termsOf[listing].maxPeriod) {
            uint256 net = pools[p].quote(sale).net;
            ++sale.duration;
            if (quotes(pools[p], sale)) assertGe(pools[p].quote(sale).net, net, "PRI-1: longer costs less");
        }
        succeeded("split");
    }

    function simulateSplit(uint256 p, IPool.Purchase memory sale, uint256 first) external {
        PoolHarness pool = pools[p];
        tokenOf(p).mint(address(this), 1 << 90);
        tokenOf(p).approve(address(pool), type(uint256).max);
        uint256 whole = pool.quote(sale).net;
        uint256 amount = sale.amount;
        sale.amount = first;
        uint256 part = pool.quote(sale).net;
        pool.buy(sale);
        sale.amount = amount - first;
        uint256 parts = part + pool.quote(sale).net;
        pool.buy(sale);
        revert Simulated(abi.encode(whole, parts, part));
    }

    /// @notice Tries what must never work, one past each limit.
    function knock(uint256 p, uint256 which, uint256 seed) external {
        p = p % pools.length;
        PoolHarness pool = pools[p];
        catchUp(p);
        if (which % 3 == 0) knockAtSales(p, pool, seed);
        else if (which % 3 == 1) knockAtCapital(p, pool, seed);
        else knockAtClaims(pool, seed);
        succeeded("knock");
    }

    function knockAtSales(uint256 p, PoolHarness pool, uint256 seed) private {
        uint256 listing = unkeyed(p, seed);
        freshen(listing);
        pool.step(type(uint32).max);
        IPool.Purchase memory sale = draft(p, listing, seed | 1, seed);
        if (!quotes(pool, sale)) return;
        IListings.Terms memory t = termsOf[listing];
        address o = sale.owner;
        uint256 duration = sale.duration;
        sale.duration = t.minPeriod - 1;
        mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IPool.PeriodOutOfBounds.selector);
        sale.duration = t.maxPeriod + 1;
        mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IPool.PeriodOutOfBounds.selector);
        sale.duration = uint32(duration);
        sale.deadline = block.timestamp - 1;
        mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IPool.DeadlineExpired.selector);
        sale.deadline = block.timestamp;
        (sale.referrer, sale.referrerFee) = (attacker, 1_001);
        mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IPool.FeeAboveCap.selector);
        sale.referrerFee = 0;
        sale.quote = "x";
        mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IPool.QuoteMismatch.selector);
        sale.quote = "";
        uint256 amount = sale.amount;
        if (pool.unitsPerGrain() != 1) {
            ++sale.amount;
            mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IPool.AmountNotOnGrain.selector);
        }
        sale.amount = 0;
        mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IPool.ZeroAmount.selector);
        sale.amount = amount;
        sale.listing = uint32(listed.length + 1);
        mustFail(o, address(pool), abi.encodeCall(pool.buy, (sale)), IListings.UnknownListing.selector);
    }

    function knockAtCapital(uint256 p, PoolHarness pool, uint256 seed) private {
        uint256 shares = pool.balanceOf(alice);
        bytes memory call = abi.encodeCall(pool.requestRedeem, (shares + 1, attacker, alice));
        mustFail(attacker, address(pool), call, IPool.NotAuthorised.selector);
        call = abi.encodeCall(pool.requestRedeem, (0, alice, alice));
        mustFail(alice, address(pool), call, IPool.ZeroAmount.selector);
        call = abi.encodeCall(pool.transfer, (address(pool), 0));
        mustFail(alice, address(pool), call, IPool.TransferToPool.selector);
        if (pool.maxRedeem(alice) != 0) {
            call = abi.encodeCall(pool.redeem, (1, attacker, alice));
            mustFail(attacker, address(pool), call, IPool.NotAuthorised.selector);
        }
        call = abi.encodeCall(pool.cancelRedeemRequest, (1e9 + seed % 1e9, attacker, 0));
        mustFail(attacker, address(pool), call, IPool.UnknownRequest.selector);
        if (peek(p).scale == WAD) {
            call = abi.encodeCall(pool.writeDown, ());
            mustFail(attacker, address(pool), call, IPool.NothingToWriteDown.selector);
        }
    }

    function knockAtClaims(PoolHarness pool, uint256 seed) private {
        IPool.Payment[] memory payments = new IPool.Payment[](1);
        (payments[0].to, payments[0].payout) = (attacker, 1);
        bytes memory call =
            abi.encodeCall(pool.pay, (1, bytes32(0), payments, [attacker, attacker], [uint256(0), uint256(0)]));
        mustFail(attacker, address(pool), call, IPool.OnlyIncidents.selector);
        mustFail(attacker, address(pool), abi.encodeCall(pool.fund, (1)), IPool.OnlyIncidents.selector);
        call = abi.encodeCall(covers.reduce, (1, 1, 0));
        mustFail(attacker, address(covers), call, ICovers.OnlyIncidents.selector);
        Case storage c = openCase(seed);
        if (c.id != 0) {
            call = abi.encodeCall(incidents.settle, (c.id, list(1)));
            mustFail(attacker, address(incidents), call, IIncidents.WrongStatus.selector);
            call = abi.encodeCall(incidents.close, (c.id));
            mustFail(attacker, address(incidents), call, IIncidents.WrongStatus.selector);
        }
        Case memory g = grantedCase(seed);
        if (g.id == 0) return;
        for (uint256 q; q < pools.length; ++q) {
            for (uint256 i; i < policies[q].length; ++i) {
                if (policies[q][i].risk == g.risk || !existsStepped(q, g.id)) continue;
                catchUp(q);
                call = abi.encodeCall(incidents.settle, (g.id, list(policies[q][i].id)));
                mustFail(attacker, address(incidents), call, IIncidents.CoverOfAnotherRisk.selector);
                return;
            }
        }
    }
}
