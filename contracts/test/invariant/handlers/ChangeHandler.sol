// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {RiskReserve} from "../../../src/pool/libraries/PoolState.sol";
import {Streams} from "../../../src/pool/libraries/Streams.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {HolderHandler} from "./HolderHandler.sol";

/// @title Covers that change: extended, increased, decreased, cancelled, and by whom not
abstract contract ChangeHandler is HolderHandler {
    // -- Later, more ---------------------------------------------------------------------------------------------

    /// @notice Extends a cover, by days or by far too much.
    function extendCover(uint256 p, uint256 which, uint256 duration) external {
        p = p % pools.length;
        Policy storage policy = somePolicy(p, which);
        if (policy.id == 0) return idle(duration);
        catchUp(p);
        pools[p].step(type(uint32).max); // what is asked beforehand is a view
        if (policy.listing != keyedListing) freshen(policy.listing);
        IPool.Purchase memory sale = purchase(policy.listing, 0, uint32(_bound(duration, 1, 200 days)));
        Watch memory w = watch(p);
        bytes memory call = abi.encodeCall(IPool.extend, (policy.id, sale));
        (bool quoted, bytes memory answer) =
            address(pools[p]).staticcall{gas: GAS}(abi.encodeCall(IPool.quoteExtension, (policy.id, sale)));
        if (!quoted) {
            refused(answer, changeErrors());
            return mustFail(ownerOf(policy.id), address(pools[p]), call, bytes4(answer));
        }
        mustFail(attacker, address(pools[p]), call, ICovers.OnlyOwnerOf.selector);
        uint256 net = abi.decode(answer, (IPool.Premium)).net;
        if (!payFor(p, policy.id, call, abi.decode(answer, (IPool.Premium)).total)) return;
        (uint256 rate,) = listings.rateOf(policy.listing);
        uint256 loss = Math.fullMulDivUp(rate * sale.duration, policy.remaining * pools[p].unitsPerGrain(), WAD * YEAR);
        assertGe(net, loss, "PRI-1: less than the expected loss reaches the pool");
        dropLost(p, policy);
        policy.end += sale.duration;
        policy.runOff = (policy.end + termsOf[policy.listing].grace + 1 days - 1) / 1 days;
        policy.streamEnd = Math.max((policy.end + 1 days - 1) / 1 days, policy.streamStart + 1);
        recall(policy);
        succeeded("extend");
        PoolHarness.Figures memory z = judge(w, Kind.Neutral);
        assertLe(z.scr, z.backing, "SOL-1: a sale beyond the backing");
    }

    /// @notice Increases a cover under a listing with one ruling an event; what is added counts from waiting on.
    function increaseCover(uint256 p, uint256 which, uint256 amount) external {
        p = p % pools.length;
        Policy storage policy = somePolicy(p, which);
        bool one = policy.id != 0 && termsOf[policy.listing].eventWindow == 0 && policy.listing != keyedListing;
        if (!one) return idle(amount);
        catchUp(p);
        pools[p].step(type(uint32).max); // what is asked beforehand is a view
        freshen(policy.listing);
        IPool.Purchase memory sale = draft(p, policy.listing, amount, 30 days);
        sale.duration = 0;
        Watch memory w = watch(p);
        bytes memory call = abi.encodeCall(IPool.increase, (policy.id, sale));
        (bool quoted, bytes memory answer) =
            address(pools[p]).staticcall{gas: GAS}(abi.encodeCall(IPool.quoteIncrease, (policy.id, sale)));
        if (!quoted) {
            refused(answer, changeErrors());
            return mustFail(ownerOf(policy.id), address(pools[p]), call, bytes4(answer));
        }
        mustFail(attacker, address(pools[p]), call, ICovers.OnlyOwnerOf.selector);
        if (!payFor(p, policy.id, call, abi.decode(answer, (IPool.Premium)).total)) return;
        dropLost(p, policy);
        untilOf[policy.id].push(block.timestamp + termsOf[policy.listing].waiting);
        leftBefore[policy.id].push(policy.remaining);
        uint256 grains = sale.amount / pools[p].unitsPerGrain();
        (policy.insured, policy.remaining) = (policy.insured + grains, policy.remaining + grains);
        recall(policy);
        succeeded("increase");
        PoolHarness.Figures memory z = judge(w, Kind.Neutral);
        assertLe(z.scr, z.backing, "SOL-1: a sale beyond the backing");
    }

    // -- Less ----------------------------------------------------------------------------------------------------

    /// @notice Gives up a part of a cover, or all of it.
    function giveUpCover(uint256 p, uint256 which, uint256 amount) external {
        p = p % pools.length;
        Policy storage policy = somePolicy(p, which);
        if (policy.id == 0 || policy.remaining == 0) return idle(amount);
        catchUp(p);
        pools[p].step(type(uint32).max); // what is asked beforehand is a view
        uint256 grains = amount % 3 == 0 ? policy.remaining : _bound(amount, 1, policy.remaining);
        uint256 units = grains * pools[p].unitsPerGrain();
        Watch memory w = watch(p);
        (bool asked, bytes memory answer) =
            address(pools[p]).staticcall{gas: GAS}(abi.encodeCall(IPool.refundOf, (policy.id, units)));
        bytes memory call = grains == policy.remaining
            ? abi.encodeCall(IPool.cancel, (policy.id, 0))
            : abi.encodeCall(IPool.decrease, (policy.id, units, 0));
        if (!asked) {
            refused(answer, changeErrors());
            return mustFail(ownerOf(policy.id), address(pools[p]), call, bytes4(answer));
        }
        assertFalse(isFrozen(p, policy.risk), "a cover of a frozen risk can be given up");
        mustFail(attacker, address(pools[p]), call, ICovers.OnlyOwnerOf.selector);
        if (!take(p, policy.id, call, abi.decode(answer, (uint256)))) return;
        dropLost(p, policy);
        forget(p, policy, grains);
        judge(w, Kind.Neutral);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function isFrozen(uint256 p, bytes32 risk) private view returns (bool) {
        RiskReserve memory reserve = pools[p].riskReserveAt(risk);
        return reserve.openCount != 0 || reserve.unsettled != 0;
    }

    /// @dev Pays exactly what was quoted (PRI-2); one unit less must not do.
    function payFor(uint256 p, uint256 id, bytes memory call, uint256 price) private returns (bool ok) {
        TestToken token = tokenOf(p);
        address owner = ownerOf(id);
        token.mint(owner, price);
        vm.prank(owner);
        token.approve(address(pools[p]), price);
        uint256 before = token.balanceOf(owner);
        bytes memory reason;
        vm.prank(owner);
        (ok, reason) = address(pools[p]).call{gas: GAS}(call);
        if (!ok) {
            refused(reason, errors(Streams.StreamTooLarge.selector));
            return false;
        }
        assertEq(before - token.balanceOf(owner), price, "PRI-2: charged another amount than quoted");
    }

    /// @dev Gives up, for exactly the refund that was told. A receiver who refuses it keeps his cover.
    function take(uint256 p, uint256 id, bytes memory call, uint256 refund) private returns (bool ok) {
        address owner = ownerOf(id);
        uint256 before = tokenOf(p).balanceOf(owner);
        bytes memory reason;
        vm.prank(owner);
        (ok, reason) = address(pools[p]).call{gas: GAS}(call);
        if (!ok) refused(reason, errors(SafeTransferLib.TransferFailed.selector));
        else assertEq(tokenOf(p).balanceOf(owner) - before, refund, "another refund than asked");
    }

    /// @dev What a loss has taken of a cover keeps its premium, which flows on as it did.
    function dropLost(uint256 p, Policy storage policy) private {
        if (policy.remaining == policy.insured) return;
        uint256 kept = policy.rate * policy.remaining / policy.insured;
        rests[p].push(Rest(policy.rate - kept, policy.streamStart, policy.streamEnd));
        (policy.rate, policy.insured, policy.claimed) = (kept, policy.remaining, 0);
    }

    /// @dev What the cover says now; what was known of it must agree.
    function recall(Policy storage policy) private {
        ICovers.Cover memory cover = coverOf(policy.id);
        assertEq(cover.end, policy.end, "the cover ends at another time");
        assertEq(cover.insured, policy.insured, "the cover is of another amount");
        assertEq(cover.amount, policy.remaining, "another amount remains");
        policy.rate = cover.rate;
    }

    /// @dev Takes what was given up out of the book.
    function forget(uint256 p, Policy storage policy, uint256 grains) private {
        if (grains == policy.remaining) {
            Policy[] storage all = policies[p];
            uint256 id = policy.id;
            for (uint256 i; i < all.length; ++i) {
                if (all[i].id != id) continue;
                all[i] = all[all.length - 1];
                all.pop();
            }
            succeeded("cancel");
            return;
        }
        (policy.insured, policy.remaining) = (policy.insured - grains, policy.remaining - grains);
        lowerEarlier(policy, 0, type(uint256).max);
        recall(policy);
        succeeded("decrease");
    }

    /// @dev The errors by which a change may be refused.
    function changeErrors() private pure returns (bytes4[] memory l) {
        bytes4[] memory sale = sellErrors();
        l = new bytes4[](sale.length + 7);
        for (uint256 i; i < sale.length; ++i) {
            l[i] = sale[i];
        }
        uint256 n = sale.length;
        (l[n], l[n + 1], l[n + 2]) =
        (IPool.RiskFrozen.selector, IPool.CoverEnded.selector, IPool.PeriodOutOfBounds.selector);
        (l[n + 3], l[n + 4], l[n + 5]) =
        (IPool.TooLateToExtend.selector, ICovers.TooManyIncreases.selector, IPool.KeyedCover.selector);
        l[n + 6] = IPool.NothingLeft.selector;
    }
}
