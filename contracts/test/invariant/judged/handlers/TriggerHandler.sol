// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IFrozenTrigger} from "../../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IPriceFeedTrigger} from "../../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IReadingTrigger} from "../../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IReportTrigger} from "../../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {ClaimHandler} from "./ClaimHandler.sol";

/// @title What triggers watch gets worse and stays so, or recovers; anyone arms, reads and proves
abstract contract TriggerHandler is ClaimHandler {
    uint256 private constant FEE = 0.002 ether;

    /// @notice A disaster, from the first reading to the proof.
    function disaster(uint256 which, uint256 p, uint256 seed) external reducing still {
        // Else days go by that others need for their cases.
        if (cases.length >= MOST_CASES || (openCount() != 0 && seed % 3 != 0)) return;
        uint256 listing = [fall, vaultFall, badDebt, bridge, illiquid][which % 5];
        (bool sold, uint256 pool) = poolThatSold(bytes32(listing), p);
        if (!sold) return;
        if (listing == illiquid) thaw();
        refresh();
        skip(1 hours);
        refresh();
        worsen(listing, seed >> 8);
        skip(10 minutes);
        (address target, bytes memory call) = armingOf(listing, address(pools[pool]));
        if (!armOnce(listing, pool, target, call)) return better(listing);
        for (uint256 i; i < 5; ++i) {
            skip(6 hours + 5 minutes);
            bool recovers = seed % 5 == 0 && i == 1;
            if (recovers) better(listing);
            else if (listing == fall) feed.push(block.timestamp, feedAnswer());
            read(cases[cases.length - 1]);
            if (i != 0) prove(cases[cases.length - 1]);
        }
        better(listing);
        recover(cases[cases.length - 1]);
    }

    /// @dev What was not proven is shown to have recovered.
    function recover(Case memory c) private {
        if (!isOpen(c.id)) return;
        read(c);
        if (c.listing != fall) return;
        attempt(keeper, address(prices), abi.encodeCall(IPriceFeedTrigger.recover, (c.id, feed.latest())), "recovered");
    }

    function feedAnswer() private view returns (int256 answer) {
        (answer,,,) = feed.rounds(feed.latest());
    }

    function poolThatSold(bytes32 risk, uint256 seed) private view returns (bool, uint256) {
        for (uint256 i; i < POOLS; ++i) {
            uint256 p = (seed % POOLS + i) % POOLS;
            if (pools[p].everSold(risk)) return (true, p);
        }
        return (false, 0);
    }

    function armingOf(uint256 listing, address pool) private view returns (address target, bytes memory call) {
        target = termsOf[listing].adjudicator;
        if (listing != fall) return (target, abi.encodeCall(IReadingTrigger.arm, (listing, pool)));
        uint80 last = feed.latest();
        call = abi.encodeCall(IPriceFeedTrigger.arm, (listing, last - 1, last, pool));
    }

    function armOnce(uint256 listing, uint256 p, address target, bytes memory call) private returns (bool ok) {
        bytes memory answer;
        (ok, answer) = attempt(keeper, target, call, FEE, "arm");
        if (!ok) return false;
        note(abi.decode(answer, (uint256)), listing, 0, p);
        vm.deal(attacker, FEE);
        vm.prank(attacker);
        (bool again,) = target.call{gas: GAS, value: FEE}(call);
        assertFalse(again, "CLM-4: one span armed twice");
    }

    function note(uint256 id, uint256 listing, bytes32 key, uint256 p) private {
        Case memory c;
        (c.id, c.listing, c.key, c.pool, c.truth) = (id, listing, key, p, FULL);
        c.lossTime = incidents.incidentOf(id).lossTime;
        cases.push(c);
    }

    function read(Case memory c) private {
        if (!isOpen(c.id) || c.listing == fall) return;
        attempt(keeper, termsOf[c.listing].adjudicator, abi.encodeCall(IReadingTrigger.read, (c.id)), "read");
    }

    function prove(Case memory c) private {
        if (!isOpen(c.id)) return;
        address target = termsOf[c.listing].adjudicator;
        bytes memory call = c.listing == fall
            ? abi.encodeCall(IPriceFeedTrigger.prove, (c.id, feed.latest()))
            : abi.encodeCall(IReadingTrigger.prove, (c.id));
        if (!attempt(keeper, target, call, bytes32(bytes.concat("prove ", bytes1(uint8(64 + c.listing)))))) return;
        assertTrue(isGranted(c.id), "proven, but not granted");
        saw("prove");
        (bool again,) = target.call{gas: GAS}(call);
        assertFalse(again, "CLM-4: one span proven twice");
    }

    /// @dev Shows that a freeze has ended.
    function thaw() private {
        bytes memory call = abi.encodeCall(IFrozenTrigger.thaw, (illiquid));
        if (!attempt(keeper, address(frozen), call, "thaw")) return;
        skip(1 days);
        attempt(keeper, address(frozen), call, "thaw");
    }

    /// @notice A flight ends; k of n sign what became of it; a day later it is proven.
    function report(uint256 which, uint256 p, uint256 seed) external reducing still {
        if (flights.length == 0 || cases.length >= MOST_CASES || (openCount() != 0 && seed % 3 != 0)) return;
        IReportTrigger.Event memory e = flights[which % flights.length];
        bytes32 key = reports.keyOf(e);
        if (block.timestamp < e.ends) skip(e.ends - block.timestamp);
        IReportTrigger.Report memory r = IReportTrigger.Report(uint96(seed % 90), 0, 0, uint32(block.timestamp));
        vm.prank(attacker);
        (bool ok,) = address(reports).call(abi.encodeCall(IReportTrigger.submit, (flight, e, r, signed(key, r, 2))));
        assertFalse(ok, "fewer than k signed");
        bytes memory call = abi.encodeCall(IReportTrigger.submit, (flight, e, r, signed(key, r, 3)));
        attempt(keeper, address(reports), call, "submit");
        skip(1 days);
        (bool sold, uint256 pool) = poolThatSold(keccak256(abi.encode(flight, key)), p);
        if (!sold) return;
        call = abi.encodeCall(IReportTrigger.prove, (flight, e, address(pools[pool])));
        bytes memory answer;
        (ok, answer) = attempt(keeper, address(reports), call, FEE, "prove report");
        if (!ok) return;
        note(abi.decode(answer, (uint256)), flight, key, pool);
        vm.deal(attacker, FEE);
        vm.prank(attacker);
        (ok,) = address(reports).call{value: FEE}(call);
        assertFalse(ok, "CLM-4: one report proven twice");
    }

    function signed(bytes32 key, IReportTrigger.Report memory r, uint256 count)
        private
        view
        returns (IReportTrigger.Signature[] memory signatures)
    {
        bytes32 hash = reports.hashReport(flight, key, r);
        signatures = new IReportTrigger.Signature[](count);
        for (uint256 i; i < count; ++i) {
            (uint8 v, bytes32 r_, bytes32 s) = vm.sign(signerKeys[i], hash);
            signatures[i] = IReportTrigger.Signature(v, r_, s);
        }
    }
}
