// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {Vm} from "forge-std/Vm.sol";
import {IIncidents} from "../../../../src/claims/interfaces/IIncidents.sol";
import {ILossProofs} from "../../../../src/claims/interfaces/ILossProofs.sol";
import {ICovers} from "../../../../src/cover/interfaces/ICovers.sol";
import {CoverHandler} from "./CoverHandler.sol";

/// @title Proven, settled and booked: what was paid is counted out of the events alone
abstract contract SettleHandler is CoverHandler {
    mapping(uint256 token => mapping(uint256 number => mapping(uint256 key => bool))) private proven;

    /// @dev Who settles now.
    address internal settler;

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @notice Proves what an account held when a loss occurred, step by step; each step also wrongly.
    function proveHolding(uint256 which, uint256 who, uint256 seed) external {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        if (proofOf[c.listing].token != address(0)) proveFor(c, who, seed);
    }

    function proveFor(Case memory c, uint256 who, uint256 seed) internal {
        uint256 number = gridBefore(c.lossTime);
        if (c.lossTime >= block.timestamp || !pin(c.lossTime, number)) return;
        uint256 token = indexOf(proofOf[c.listing].token);
        uint256[] memory keys = keysOf(token);
        who = who % keys.length;
        if (!proven[token][number][keys[who]]) {
            if (proofs.storageRootOf(tokens[token], number) == 0) {
                bytes[] memory ofToken = accountProof(number, token);
                bytes memory call = abi.encodeCall(ILossProofs.proveToken, (tokens[token], number, ofToken));
                assertTrue(attempt(keeper, address(proofs), call, "proveToken"), "a true proof is refused");
            }
            proveKey(token, number, keys[who], keys[(who + 1) % keys.length]);
        }
        if (proofOf[c.listing].value == 0) value(c, seed);
    }

    /// @dev Shows what is kept under a key; another key's proof shows nothing, unless there is nothing.
    function proveKey(uint256 token, uint256 number, uint256 key, uint256 other) private {
        bool forged = attempt(attacker, address(proofs), provingOf(token, number, key, other), "another's proof");
        uint256 held = token == 2 ? 1 : heldAt(timeOf(number), token, address(uint160(key)));
        assertFalse(forged && held != 0, "CLM-4: proven by another's proof");
        bytes32 name = token == 2 ? bytes32("proveNft") : bytes32("proveHolding");
        bytes memory call = provingOf(token, number, key, key);
        assertTrue(attempt(keeper, address(proofs), call, name), "a true proof is refused");
        // Once more changes nothing: CLM-4 would tell.
        attempt(attacker, address(proofs), call, name);
        proven[token][number][key] = true;
    }

    function provingOf(uint256 token, uint256 number, uint256 key, uint256 by) private view returns (bytes memory) {
        bytes[] memory proof = storageProof(number, token, by);
        if (token == 2) return abi.encodeCall(ILossProofs.proveNft, (tokens[token], number, key, proof));
        return abi.encodeCall(ILossProofs.proveHolding, (tokens[token], number, address(uint160(key)), proof));
    }

    /// @dev Only the last block on the grid counts.
    function pin(uint256 lossTime, uint256 number) private returns (bool) {
        if (proofs.blockFor(lossTime) != 0) {
            assertEq(proofs.blockFor(lossTime), number, "CLM-4: another block counts");
            return true;
        }
        for (uint256 n = number - GRID; n <= number + GRID; n += 2 * GRID) {
            vm.prank(attacker);
            (bool ok,) = address(proofs).call(abi.encodeCall(ILossProofs.pinBlock, (lossTime, n)));
            assertFalse(ok, "CLM-4: a block was chosen");
        }
        return attempt(keeper, address(proofs), abi.encodeCall(ILossProofs.pinBlock, (lossTime, number)), "pinBlock");
    }

    /// @notice Records a block late, or too late.
    function recordLate(uint256 seed) external {
        uint256 number = nextGrid - GRID * (1 + seed % 8);
        if (versionAt[number] == 0) return;
        bytes memory header = headerOf(number);
        attempt(keeper, address(proofs), abi.encodeCall(ILossProofs.recordBlock, (header)), "recordBlock");
        header[header.length - 1] ^= 0x01;
        vm.prank(attacker);
        (bool ok,) = address(proofs).call(abi.encodeCall(ILossProofs.recordBlock, (header)));
        (bytes32 root,) = proofs.blockOf(number);
        assertTrue(!ok || root == stateRoots[versionAt[number]], "CLM-4: a forged header");
    }

    /// @dev The round of the value feed that counts; the ones beside it do not.
    function value(Case memory c, uint256 seed) private {
        uint80 round = roundBefore(c.lossTime);
        bytes32 id = termsOf[c.listing].proofTerms;
        (,,, uint256 known,) = proofs.holdingOf(id, savers[0], c.lossTime);
        if (known == 0) {
            vm.prank(attacker);
            (bool ok,) = address(proofs)
                .call(abi.encodeCall(ILossProofs.proveValue, (id, c.lossTime, seed % 2 == 0 ? round - 1 : round + 1)));
            assertFalse(ok, "CLM-4: a round was chosen");
        }
        attempt(keeper, address(proofs), abi.encodeCall(ILossProofs.proveValue, (id, c.lossTime, round)), "proveValue");
    }

    function roundBefore(uint256 time) internal view returns (uint80 round) {
        round = valueFeed.latest();
        (,, uint256 updated,) = valueFeed.rounds(round);
        while (updated > time) (,, updated,) = valueFeed.rounds(--round);
    }

    /// @dev What a whole token was worth for a listing at a time, WAD, by the feed's own rounds.
    function valueAt(uint256 listing, uint256 time) internal view returns (uint256) {
        if (proofOf[listing].value != 0) return proofOf[listing].value;
        (int256 answer,,,) = valueFeed.rounds(roundBefore(time));
        return uint256(answer) * 1e10;
    }

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @notice Settles some covers of a pool in some order, then the same once more.
    function settleSome(uint256 which, uint256 p, uint256 seed) external {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        p = p % POOLS;
        uint256[] memory ids = shuffled(coversOn(p, c), seed);
        if (ids.length == 0 || !isGranted(c.id)) return;
        if (seed % 3 == 0) ids = list(ids[0]);
        pools[p].poke();
        // Only a level that the claims before it raised pays more at once.
        bool full = pools[p].levelOf(c.id) == WAD;
        if (settleAs(seed % 2 == 0 ? keeper : attacker, c, p, ids)) {
            bool again = settleAs(attacker, c, p, ids);
            assertFalse(full && again, "CLM-1: settled twice");
        }
    }

    /// @notice Everything of an incident is proven and settled, pool by pool.
    function settleAll(uint256 which, uint256 seed) external {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        if (!isGranted(c.id)) return;
        uint256 token = proofOf[c.listing].token == address(0) ? 3 : indexOf(proofOf[c.listing].token);
        for (uint256 i; token < 3 && i < (token == 2 ? NFTS : SAVERS); ++i) {
            proveFor(c, i, seed);
        }
        if (token == 2) elapse(1 days);
        for (uint256 i; i < POOLS; ++i) {
            uint256 p = (seed % POOLS + i) % POOLS;
            uint256[] memory ids = shuffled(coversOn(p, c), seed);
            if (ids.length != 0) settleAs(keeper, c, p, ids);
            // Who did not consent settles himself.
            for (uint256 k; token < 3 && k < SAVERS && ids.length != 0; ++k) {
                settleAs(savers[k], c, p, ids);
            }
        }
    }

    /// @notice Settles the covers of an earlier ruling that were in force at the time of a later one on the same event.
    function settleRaised(uint256 which, uint256 raise, uint256 p) external {
        if (cases.length == 0) return;
        (Case memory c, Case memory r) = (cases[which % cases.length], cases[raise % cases.length]);
        p = p % POOLS;
        uint256[] memory ids = coversOn(p, c);
        if (ids.length == 0 || c.listing != r.listing) return;
        sync(p);
        noteReserve(c, p);
        bytes memory call = abi.encodeCall(IIncidents.settleRaised, (c.id, r.id, ids));
        settler = keeper;
        vm.recordLogs();
        bool ok = attempt(keeper, address(incidents), call, "settleRaised");
        book(c, r, p, ok);
    }

    function settleAs(address who, Case memory c, uint256 p, uint256[] memory ids) internal returns (bool ok) {
        sync(p);
        noteReserve(c, p);
        settler = who;
        vm.recordLogs();
        ok = attempt(who, address(incidents), abi.encodeCall(IIncidents.settle, (c.id, ids)), "settle");
        book(c, c, p, ok);
    }

    // -- Book ----------------------------------------------------------------------------------------------------

    /// @dev What the pool holds for an incident before anything was claimed.
    function noteReserve(Case memory c, uint256 p) internal {
        Paid storage paid = paidBy[c.id][p];
        if (paid.known || !isGranted(c.id)) return;
        (paid.known, paid.reserve) = (true, pools[p].grantOf(c.id).unclaimed);
    }

    /// @dev Counts what the events say, for the loss of `timed`.
    function book(Case memory c, Case memory timed, uint256 p, bool ok) internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        if (!ok) return;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(incidents)) continue;
            if (logs[i].topics[0] == IIncidents.CoverSettled.selector) {
                (uint256 claim, uint256 payout) = abi.decode(logs[i].data, (uint256, uint256));
                assertEq(uint256(logs[i].topics[1]), c.id, "another incident was settled");
                address to = address(uint160(uint256(logs[i].topics[3])));
                bookClaim(c, timed, p, uint256(logs[i].topics[2]), claim, payout, to);
            }
        }
    }

    function bookClaim(
        Case memory c,
        Case memory timed,
        uint256 p,
        uint256 id,
        uint256 claim,
        uint256 payout,
        address to
    ) private {
        uint256 more = claim - claimOf[c.id][id];
        Paid storage paid = paidBy[c.id][p];
        (claimOf[c.id][id], payoutOf[c.id][id]) = (claim, payoutOf[c.id][id] + payout);
        (paid.claims, paid.payouts) = (paid.claims + more, paid.payouts + payout);
        saw(pools[p].levelOf(c.id) < WAD ? bytes32("paid short") : bytes32("paid in full"));
        if (proofOf[c.listing].token == address(0)) return;
        saw(bytes32(bytes.concat("proven ", bytes1(uint8(64 + c.listing)))));
        useUp(c, timed.lossTime, p, id, more);
        // Who insures a stranger is not paid for it, nor uses up what he held.
        if (isAgreed(id, timed.lossTime)) return;
        address protected = covers.coverOf(id).account;
        assertEq(settler, protected, "CLM-4: a stranger uses up another's holding");
        if (ownerOf(id) != protected) assertEq(to, protected, "CLM-4: a stranger is paid for another's loss");
    }

    /// @dev May anyone settle a cover with a proof of loss?
    function isAgreed(uint256 id, uint256 lossTime) internal view returns (bool) {
        return proofs.consentOf(id, lossTime) == ownerOf(id);
    }

    /// @dev Who may settle a cover.
    function settlerOf(uint256 id, uint256 lossTime) internal view returns (address) {
        address protected = covers.coverOf(id).account;
        return protected == address(0) || isAgreed(id, lossTime) ? attacker : protected;
    }

    /// @dev The tokens that a claim is for, rounded down, and how many it may be for.
    function useUp(Case memory c, uint256 lossTime, uint256 p, uint256 id, uint256 claim) private {
        if (claim == 0) return;
        (address token, address account_) = (proofOf[c.listing].token, covers.coverOf(id).account);
        uint256 week = lossTime / USE_WINDOW;
        noteWeek(week);
        used[token][account_][week] += Math.fullMulDiv(claim, 1e18 * WAD, valueAt(c.listing, lossTime) * unitOf(p));
        uint256 held = heldAt(lossTime, indexOf(token), account_);
        uint256 allowed = Math.fullMulDivUp(held, ratioOf(c), WAD);
        if (allowed > most[token][account_][week]) most[token][account_][week] = allowed;
    }

    /// @dev The largest ratio that was ruled of the event, WAD.
    function ratioOf(Case memory c) private view returns (uint256 ratio) {
        IIncidents.Incident memory incident = incidents.incidentOf(c.id);
        for (uint256 i; i < cases.length; ++i) {
            IIncidents.Incident memory other = incidents.incidentOf(cases[i].id);
            bool same = other.eventId == incident.eventId && other.listing == incident.listing;
            if (same && other.ratio > ratio) ratio = other.ratio;
        }
    }

    // -- Small things --------------------------------------------------------------------------------------------

    /// @dev Covers of a pool on the risk of a case.
    function coversOn(uint256 p, Case memory c) internal view returns (uint256[] memory ids) {
        ids = new uint256[](policies.length);
        uint256 length;
        for (uint256 i; i < policies.length; ++i) {
            Policy storage policy = policies[i];
            if (policy.pool == p && policy.listing == c.listing && policy.key == c.key) ids[length++] = policy.id;
        }
        assembly ("memory-safe") {
            mstore(ids, length) // only ever shorter than it was allocated
        }
    }

    function shuffled(uint256[] memory ids, uint256 seed) internal pure returns (uint256[] memory) {
        for (uint256 i; i + 1 < ids.length; ++i) {
            uint256 j = i + uint256(keccak256(abi.encode(seed, i))) % (ids.length - i);
            (ids[i], ids[j]) = (ids[j], ids[i]);
        }
        return ids;
    }

    function isInForce(uint256 id, uint256 lossTime) internal view returns (bool) {
        ICovers.Cover memory cover = covers.coverOf(id);
        return cover.start + termsOf[cover.listing].waiting <= lossTime && lossTime < cover.end;
    }
}
