// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {Vm} from "forge-std/Vm.sol";
import {IIncidents} from "../../../../src/claims/interfaces/IIncidents.sol";
import {ISalvage} from "../../../../src/claims/interfaces/ISalvage.sol";
import {IPool} from "../../../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../../../mocks/TestToken.sol";
import {SettleHandler} from "./SettleHandler.sol";

/// @title Tokens handed over, stuck, owed and auctioned; money that came back; payouts collected
abstract contract SalvageHandler is SettleHandler {
    /// @notice Hands tokens over, or shows that they are stuck and assigns the claim.
    function handOver(uint256 which, uint256 who, uint256 seed) external {
        (bool found, Case memory c) = salvageCase(which);
        if (!found) return;
        uint256[] memory ids;
        uint256 p;
        for (; ids.length == 0 && p < POOLS; ++p) {
            ids = coversOn((p + who % POOLS) % POOLS, c);
        }
        if (ids.length == 0) return;
        uint256 id = ids[seed % ids.length];
        p = policies[placeOf[id] - 1].pool;
        address protected = policies[placeOf[id] - 1].account;
        for (uint256 i; i < SAVERS; ++i) {
            if (savers[i] == protected) proveFor(c, i, seed);
        }
        sync(p);
        noteReserve(c, p);
        settler = protected;
        uint256 held = heldAt(c.lossTime, 0, protected);
        mustFail(
            protected,
            address(salvage),
            abi.encodeCall(ISalvage.handOver, (c.id, id, type(uint216).max, 0)),
            ISalvage.AboveHolding.selector
        );
        if (held == 0) return;
        uint256 amount = amountFor(c, id, protected, held, seed);
        if (seed % 4 == 0) return stick(c, p, id, protected, amount);
        vm.recordLogs();
        bytes memory call = abi.encodeCall(ISalvage.handOver, (c.id, id, amount, 0));
        book(c, c, p, attempt(protected, address(salvage), call, "handOver"));
    }

    /// @dev Mostly within what the cover insures and nobody was paid on.
    function amountFor(Case memory c, uint256 id, address protected, uint256 held, uint256 seed)
        private
        view
        returns (uint256)
    {
        (,, uint256 usedUp,,) = proofs.holdingOf(termsOf[c.listing].proofTerms, protected, c.lossTime);
        uint256 insured = uint256(covers.coverOf(id).insured) * 1e12 * WAD / proofOf[c.listing].value;
        insured -= Math.min(insured, salvage.handedOf(c.id, id));
        uint256 largest = Math.min(insured, Math.zeroFloorSub(held, usedUp));
        return largest < 2 || seed % 9 == 0 ? held : _bound(seed, largest / 2, largest);
    }

    /// @dev The token does not move for a week; then its claim is assigned, and some of it collected when it moves again.
    function stick(Case memory c, uint256 p, uint256 id, address protected, uint256 amount) private {
        mustNotBeStuck(c, id, protected, amount);
        dst.setPaused(true);
        bytes memory call = abi.encodeCall(ISalvage.reportStuck, (c.id, id, amount));
        if (attempt(protected, address(salvage), call, "reportStuck")) {
            call = abi.encodeCall(ISalvage.assignClaim, (c.id, id, 0));
            elapse(7 days - 1);
            mustFail(protected, address(salvage), call, ISalvage.NotStuckYet.selector);
            elapse(1);
            sync(p);
            vm.recordLogs();
            book(c, c, p, attempt(protected, address(salvage), call, "assignClaim"));
        }
        dst.setPaused(false);
        call = abi.encodeCall(ISalvage.collectAssigned, (c.id, id, amount / 2 + 1));
        attempt(keeper, address(salvage), call, "collectAssigned");
    }

    function mustNotBeStuck(Case memory c, uint256 id, address protected, uint256 amount) private {
        vm.prank(protected);
        (bool ok,) = address(salvage).call{gas: GAS}(abi.encodeCall(ISalvage.reportStuck, (c.id, id, amount)));
        assertFalse(ok, "a token that moves is not stuck");
    }

    /// @dev Any granted incident of the listing with salvage, from a case on.
    function salvageCase(uint256 which) private view returns (bool, Case memory c) {
        for (uint256 i; i < cases.length; ++i) {
            c = cases[(which % cases.length + i) % cases.length];
            if (c.listing == fallSalvage && isGranted(c.id)) return (true, c);
        }
        return (false, c);
    }

    /// @notice Takes of a lot at its price, not for one unit less.
    function takeLot(uint256 which, uint256 amount) external {
        uint256 count = salvage.lotCount();
        if (count == 0) return;
        uint256 lot = 1 + which % count;
        ISalvage.Lot memory l = salvage.lotOf(lot);
        if (l.left == 0) return;
        if (block.timestamp < l.startsAt) {
            bytes memory early = abi.encodeCall(ISalvage.take, (lot, l.left, type(uint256).max, attacker));
            mustFail(attacker, address(salvage), early, ISalvage.AuctionNotStarted.selector);
            elapse(l.startsAt - block.timestamp + amount % 1 days);
        }
        amount = _bound(amount, 1, l.left);
        uint256 price = salvage.priceOf(lot, amount);
        TestToken asset = TestToken(IPool(l.pool).asset());
        asset.mint(bob, price);
        vm.prank(bob);
        asset.approve(address(salvage), price);
        bytes memory call = abi.encodeCall(ISalvage.take, (lot, amount, price - 1, bob));
        mustFail(bob, address(salvage), call, ISalvage.PaymentAboveMaximum.selector);
        call = abi.encodeCall(ISalvage.take, (lot, amount, price, bob));
        sync(placeOfPool(l.pool));
        (bool ok, bytes memory why) = attempt(bob, address(salvage), call, 0, "take");
        if (!ok) revert(string.concat("a lot cannot be taken at its price: ", vm.toString(why)));
    }

    function placeOfPool(address pool) private view returns (uint256 p) {
        while (address(pools[p]) != pool) ++p;
    }

    /// @notice Money comes back for an incident, and those who were paid short get their part.
    function recover(uint256 which, uint256 p, uint256 amount) external {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        p = p % POOLS;
        sync(p);
        noteReserve(c, p);
        amount = _bound(amount, 1, 5_000e6) * unitOf(p) / 1e6;
        TestToken asset = tokenOf(p);
        asset.mint(bob, amount);
        vm.prank(bob);
        asset.approve(address(incidents), amount);
        bytes memory call = abi.encodeCall(IIncidents.recover, (c.id, address(pools[p]), amount));
        attempt(bob, address(incidents), call, 0, "recover");
        uint256[] memory ids = coversOn(p, c);
        if (ids.length == 0) return;
        for (uint256 i; i < 2; ++i) {
            vm.recordLogs();
            call = abi.encodeCall(IIncidents.claimRecovered, (c.id, ids));
            bool ok = attempt(attacker, address(incidents), call, "claimRecovered");
            bookReturn(c.id, p, ok);
            assertTrue(i == 0 || !ok, "CLM-4: one return shared twice");
        }
    }

    function bookReturn(uint256 incident, uint256 p, bool ok) private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; ok && i < logs.length; ++i) {
            if (logs[i].topics[0] != IIncidents.RecoveryShared.selector) continue;
            uint256 amount = abi.decode(logs[i].data, (uint256));
            cameBackTo[incident][uint256(logs[i].topics[2])] += amount;
            paidBy[incident][p].cameBack += amount;
        }
    }

    /// @notice What was kept for somebody is collected, by anyone.
    function collect(uint256 who, uint256 p) external {
        p = p % POOLS;
        address account_ = who % 2 == 0 ? holders[who % holders.length] : savers[who % SAVERS];
        attempt(attacker, address(incidents), abi.encodeCall(IIncidents.collect, (address(0), keeper)), "collect fee");
        attempt(
            attacker, address(incidents), abi.encodeCall(IIncidents.collect, (address(tokenOf(p)), account_)), "collect"
        );
        attempt(attacker, address(pools[p]), abi.encodeCall(IPool.collect, (account_)), "collect payout");
    }
}
