// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourt} from "../../../../src/adjudicators/interfaces/ICourt.sol";
import {ILossProofs} from "../../../../src/claims/interfaces/ILossProofs.sol";
import {IIncidents} from "../../../../src/claims/interfaces/IIncidents.sol";
import {ICovers} from "../../../../src/cover/interfaces/ICovers.sol";
import {IPool} from "../../../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../../../mocks/TestToken.sol";
import {WildToken} from "../../../mocks/WildToken.sol";
import {Trees} from "../../../unit/Trees.sol";
import {CourtHandler} from "./CourtHandler.sol";

/// @title Capital, covers and payments: deposits and exits, covers bought for oneself and for all who will be listed, settled
/// cover by cover and leaf by leaf, twice, by strangers and with others' leaves; money that came back
abstract contract PayHandler is CourtHandler {
    /// @dev Covers that the campaign remembers.
    uint256 internal constant MOST_COVERS = 32;

    // -- Capital -------------------------------------------------------------------------------------------------

    /// @notice An underwriter comes, asks to leave, or leaves.
    function moveCapital(uint256 p, uint256 who, uint256 seed) external reducing {
        p = p % POOLS;
        address[4] memory owners = [alice, bob, carol, insider];
        address owner = owners[who % 4];
        sync(p);
        if (seed % 3 == 0) {
            uint256 amount = _bound(seed, 1, 20_000) * unitOf(p);
            fund(p, owner, amount, address(pools[p]));
            attempt(owner, address(pools[p]), abi.encodeCall(pools[p].deposit, (amount, owner)), "deposit");
        } else if (seed % 3 == 1) {
            uint256 shares = pools[p].balanceOf(owner) / 8;
            if (shares == 0) return;
            bytes memory ask = abi.encodeCall(pools[p].requestRedeem, (shares, owner, owner));
            attempt(owner, address(pools[p]), ask, "requestRedeem");
        } else {
            attempt(keeper, address(pools[p]), abi.encodeCall(IPool.processRedeem, (3)), "processRedeem");
            uint256 due = pools[p].maxRedeem(owner);
            if (due == 0) return;
            attempt(owner, address(pools[p]), abi.encodeCall(pools[p].redeem, (due, owner, owner)), "redeem");
        }
    }

    // -- Covers --------------------------------------------------------------------------------------------------

    /// @notice Somebody buys a cover; one unit less than its price must not do.
    function buyCover(uint256 p, uint256 which, uint256 amount, uint256 duration) public reducing {
        p = p % POOLS;
        uint256 listing = listed[which % listed.length];
        if (policies.length >= MOST_COVERS || (p == 1 && byLeaves(listing))) return;
        sync(p);
        postAll();
        refresh();
        (bool ok, bytes memory answer) = buyOne(p, saleOf(p, listing, amount, duration));
        if (!ok) return;
        uint256 id = abi.decode(answer, (uint256));
        ICovers.Cover memory c = covers.coverOf(id);
        policies.push(Policy(id, p, listing, c.key, c.account, c.insured));
        if (c.account != address(0) && c.account != EVERYONE && duration % 3 != 0) consent(id, c.account);
    }

    function saleOf(uint256 p, uint256 listing, uint256 amount, uint256 duration)
        private
        returns (IPool.Purchase memory sale)
    {
        (sale.listing, sale.owner) = (uint32(listing), holders[amount % 4]);
        sale.amount = _bound(amount, 10, 12_000) * unitOf(p);
        sale.duration = uint32(_bound(duration, 20 days, 90 days));
        sale.deadline = block.timestamp;
        if (listing == flight) (sale.duration, sale.quote) = (0, quoteOf(duration));
        bool named = byLeaves(listing) || listing == personal;
        if (named) sale.account = victim(duration / 2 % VICTIMS);
        if (byLeaves(listing) && duration % 2 == 0) (sale.account, sale.owner) = (EVERYONE, sponsor);
    }

    function buyOne(uint256 p, IPool.Purchase memory sale) private returns (bool ok, bytes memory answer) {
        address pool = address(pools[p]);
        (ok, answer) = pool.staticcall{gas: GAS}(abi.encodeCall(IPool.quote, (sale)));
        if (!ok) {
            requireTyped("quote", answer);
            return (ok, answer);
        }
        uint256 price = abi.decode(answer, (IPool.Premium)).total;
        fund(p, sale.owner, price, pool);
        sale.maxPremium = price - 1;
        mustFail(sale.owner, pool, abi.encodeCall(IPool.buy, (sale)), IPool.PremiumAboveMaximum.selector);
        sale.maxPremium = price;
        return attempt(sale.owner, pool, abi.encodeCall(IPool.buy, (sale)), 0, "buy");
    }

    function consent(uint256 id, address who) private {
        attempt(who, address(proofs), abi.encodeCall(ILossProofs.consent, (id, block.timestamp, "")), "consent");
        vm.prank(attacker);
        (bool ok,) = address(proofs).call(abi.encodeCall(ILossProofs.consent, (id, block.timestamp, "")));
        assertFalse(ok, "CLM-4: a stranger consented");
    }

    /// @notice A cover is increased, decreased or given away; receivers turn hostile.
    function changeCover(uint256 which, uint256 how, uint256 seed) external reducing {
        if (policies.length == 0) return;
        Policy storage policy = policies[which % policies.length];
        (uint256 p, uint256 id) = (policy.pool, policy.id);
        address owner = covers.ownerOf(id);
        sync(p);
        if (how % 4 == 0) {
            postAll();
            IPool.Purchase memory sale;
            (sale.listing, sale.amount) = (uint32(policy.listing), _bound(seed, 10, 4_000) * unitOf(p));
            (sale.maxPremium, sale.deadline) = (type(uint256).max, block.timestamp);
            fund(p, owner, 10_000 * unitOf(p), address(pools[p]));
            bytes memory call = abi.encodeCall(IPool.increase, (id, sale));
            if (!attempt(owner, address(pools[p]), call, "increase")) return;
            policy.sold += sale.amount / pools[p].unitsPerGrain();
        } else if (how % 4 == 1) {
            uint256 grains = covers.coverOf(id).amount;
            if (grains < 2) return;
            grains = _bound(seed, 1, grains / 2);
            bytes memory call = abi.encodeCall(IPool.decrease, (id, grains * pools[p].unitsPerGrain(), 0));
            // What was insured at an earlier loss stays insured for it.
            attempt(owner, address(pools[p]), call, "decrease");
        } else if (how % 4 == 2) {
            bytes memory call = abi.encodeCall(ICovers.setPayee, (id, seed % 2 == 0 ? address(0) : holders[seed % 4]));
            attempt(owner, address(covers), call, "setPayee");
            vm.prank(owner);
            covers.transferFrom(owner, holders[seed % 4], id);
            succeeded("transfer");
        } else {
            wild.setWelcome(holders[seed % 4], WildToken.Welcome((seed >> 8) % 4));
        }
    }

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @notice Covers of a granted incident are paid, in some order, by anyone; then nothing is paid once more.
    function settleSome(uint256 which, uint256 seed) external reducing {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        for (uint256 i; i < cases.length && !isGranted(c.id); ++i) {
            c = cases[(which % cases.length + i) % cases.length];
        }
        if (!isGranted(c.id)) return;
        for (uint256 i; i < POOLS; ++i) {
            uint256 p = (seed % POOLS + i) % POOLS;
            uint256[] memory ids = coversOn(p, c);
            if (ids.length == 0) continue;
            if (seed % 2 == 0) (ids[0], ids[ids.length - 1]) = (ids[ids.length - 1], ids[0]);
            if (byLeaves(c.listing)) {
                settleLeavesOf(c, p, ids, seed);
                continue;
            }
            // Only a level that the claims before it raised pays more at once.
            pools[p].poke();
            bool full = pools[p].levelOf(c.id) == WAD;
            if (!settleAs(seed % 3 == 0 ? attacker : keeper, c, p, ids)) continue;
            assertFalse(settleAs(attacker, c, p, ids) && full, "CLM-1: settled twice");
        }
    }

    function settleAs(address who, Case memory c, uint256 p, uint256[] memory ids) internal returns (bool) {
        noteReserve(c, p);
        return attempt(who, address(incidents), abi.encodeCall(IIncidents.settle, (c.id, ids)), "settle");
    }

    /// @notice Covers that were in force at a later grant of the same event are paid by the earlier one.
    function settleRaised(uint256 which, uint256 raise) external reducing {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        for (uint256 i; i < cases.length; ++i) {
            Case memory r = cases[(raise % cases.length + i) % cases.length];
            if (r.id == c.id || riskIdOf(r) != riskIdOf(c) || !isGranted(r.id) || !isGranted(c.id)) continue;
            for (uint256 p; p < POOLS; ++p) {
                uint256[] memory ids = coversOn(p, c);
                if (ids.length == 0) continue;
                noteReserve(c, p);
                bytes memory call = abi.encodeCall(IIncidents.settleRaised, (c.id, r.id, ids));
                attempt(keeper, address(incidents), call, "settleRaised");
            }
            return;
        }
    }

    /// @dev Leaf by leaf: also twice, others' leaves and leaves of another root.
    function settleLeavesOf(Case memory c, uint256 p, uint256[] memory ids, uint256 seed) private {
        for (uint256 i; i < ids.length; ++i) {
            (bool found, IIncidents.LeafClaim memory claim) = leafClaim(c, ids[i], seed);
            if (!found) {
                strange(c, ids[i]);
                continue;
            }
            pools[p].poke();
            bool full = pools[p].levelOf(c.id) == WAD;
            settleClaim(seed % 2 == 0 ? keeper : attacker, c, p, claim);
            address protected = covers.coverOf(ids[i]).account;
            if (protected != EVERYONE) settleClaim(protected, c, p, claim);
            assertFalse(settleClaim(attacker, c, p, claim) && full, "CLM-4: a leaf was used twice");
        }
    }

    function settleClaim(address who, Case memory c, uint256 p, IIncidents.LeafClaim memory claim)
        internal
        returns (bool ok)
    {
        noteReserve(c, p);
        IIncidents.LeafClaim[] memory claims = new IIncidents.LeafClaim[](2);
        (claims[0], claims[1]) = (claim, claim);
        bytes memory call = abi.encodeCall(IIncidents.settleLeaves, (c.id, claims));
        ok = attempt(who, address(incidents), call, c.lied ? bytes32("settle lie") : bytes32("settleLeaves"));
        assertFalse(ok && c.lied, "a list with another sum than its leaves pays");
    }

    /// @dev A cover of one account, whose leaf is not there, takes nobody's; nor does a leaf of another root.
    function strange(Case memory c, uint256 id) private {
        IIncidents.LeafClaim[] memory claims = new IIncidents.LeafClaim[](1);
        claims[0] = Trees.claimOf(id, losses[c.list], 0, 1);
        bytes memory call = abi.encodeCall(IIncidents.settleLeaves, (c.id, claims));
        assertFalse(attempt(attacker, address(incidents), call, "strange leaf"), "CLM-4: a stranger's leaf");
        claims[0] = Trees.claimOf(id, losses[(c.list + 1) % LISTS], 0, 1);
        call = abi.encodeCall(IIncidents.settleLeaves, (c.id, claims));
        assertFalse(attempt(attacker, address(incidents), call, "another root"), "CLM-4: a leaf of another root");
    }

    /// @dev A cover's claim: on its account's leaf; a sponsor's on some of them, or all.
    function leafClaim(Case memory c, uint256 id, uint256 seed)
        internal
        view
        returns (bool found, IIncidents.LeafClaim memory claim)
    {
        IIncidents.Leaf[] memory leaves = losses[c.list];
        address protected = covers.coverOf(id).account;
        if (protected == EVERYONE) {
            uint256 first = seed % 3 == 0 ? 1 : 0;
            return (true, Trees.claimOf(id, leaves, first, leaves.length - first));
        }
        for (uint256 i; i < leaves.length; ++i) {
            if (leaves[i].account == protected) return (true, Trees.claimOf(id, leaves, i, 1));
        }
    }

    /// @dev What a pool holds for an incident before anything was claimed.
    function noteReserve(Case memory c, uint256 p) internal {
        sync(p);
        Paid storage paid = paidBy[c.id][p];
        if (paid.known || !isGranted(c.id)) return;
        (paid.known, paid.reserve) = (true, pools[p].grantOf(c.id).unclaimed);
    }

    // -- Come back -----------------------------------------------------------------------------------------------

    /// @notice Money comes back, and those who were paid short get their part, once.
    function recover(uint256 which, uint256 p, uint256 amount) external reducing {
        if (cases.length == 0) return;
        Case memory c = cases[which % cases.length];
        p = p % POOLS;
        if (isShort(c, p)) await(block.timestamp + 31 days);
        if (isShort(c, p)) attempt(keeper, address(incidents), abi.encodeCall(IIncidents.close, (c.id)), "close");
        // Rather where somebody was paid short, and will not be paid more.
        for (uint256 i; i < cases.length * POOLS; ++i) {
            if (pools[i % POOLS].shortfallOf(cases[i / POOLS].id) == 0) continue;
            (c, p) = (cases[i / POOLS], i % POOLS);
            break;
        }
        noteReserve(c, p);
        amount = _bound(amount, 1, 5_000e6) * unitOf(p) / 1e6;
        fund(p, bob, amount, address(incidents));
        bytes memory call = abi.encodeCall(IIncidents.recover, (c.id, address(pools[p]), amount));
        attempt(bob, address(incidents), call, 0, "recover");
        uint256[] memory ids = coversOn(p, c);
        for (uint256 i; i < ids.length; ++i) {
            call = abi.encodeCall(IIncidents.claimRecovered, (c.id, list(ids[i])));
            if (attempt(attacker, address(incidents), call, "claimRecovered")) {
                mustFail(attacker, address(incidents), call, IIncidents.NothingToSettle.selector);
            }
            (bool found, IIncidents.LeafClaim memory claim) = leafClaim(c, ids[i], amount);
            if (!byLeaves(c.listing) || !found) continue;
            call = abi.encodeCall(IIncidents.claimRecoveredLeaves, (c.id, claim));
            attempt(attacker, address(incidents), call, "claimRecoveredLeaves");
        }
    }

    /// @dev Somebody was paid short, and may be paid more as long as the incident is not closed.
    function isShort(Case memory c, uint256 p) private view returns (bool) {
        return statusOf(c.id) == IIncidents.Status.Granted && pools[p].levelOf(c.id) < WAD;
    }

    /// @notice What was kept for somebody is sent to him, by anyone: bonds, fees, what was earned, payouts, what came back.
    function collect(uint256 who, uint256 what) external reducing {
        address[8] memory others =
            [dave, treasury, address(bench), keeper, holder, victim(0), victim(1), assessors[who % ASSESSORS]];
        address[4] memory assets = [address(usd), address(usd), address(wild), address(token)];
        (address owed, address asset) = (others[who % 8], assets[what % 4]);
        for (uint256 p; p < POOLS; ++p) {
            if (pools[p].keptFor(owed) == 0) continue;
            attempt(attacker, address(pools[p]), abi.encodeCall(IPool.collect, (owed)), "collect payout");
        }
        if (owed == keeper) asset = address(0);
        bytes memory call = abi.encodeCall(IIncidents.collect, (asset, owed));
        if (incidents.creditOf(asset, owed) != 0) attempt(attacker, address(incidents), call, "collect credit");
        call = abi.encodeCall(ICourt.collect, (asset, owed));
        if (bench.creditOf(asset, owed) != 0) attempt(attacker, address(bench), call, "collect earnings");
    }

    /// @dev Gives tokens of a pool to somebody who lets them be taken.
    function fund(uint256 p, address who, uint256 amount, address spender) private {
        TestToken asset = tokenOf(p);
        asset.mint(who, amount);
        vm.prank(who);
        asset.approve(spender, type(uint256).max);
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
}
