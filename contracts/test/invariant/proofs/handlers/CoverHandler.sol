// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICovers} from "../../../../src/cover/interfaces/ICovers.sol";
import {ILossProofs} from "../../../../src/claims/interfaces/ILossProofs.sol";
import {IReportTrigger} from "../../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IPool} from "../../../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../../../mocks/TestToken.sol";
import {WildToken} from "../../../mocks/WildToken.sol";
import {ReportHandler} from "./ReportHandler.sol";

/// @title Covers: bought for oneself and for others, changed, handed on, and agreed to or not by who is protected
abstract contract CoverHandler is ReportHandler {
    /// @dev Covers that the campaign remembers, so that it stays fast.
    uint256 internal constant MOST_COVERS = 40;

    // -- Buy -----------------------------------------------------------------------------------------------------

    /// @notice Buys a cover; one unit less than its price must not do.
    function buyCover(uint256 p, uint256 which, uint256 amount, uint256 duration) public {
        p = p % POOLS;
        uint256 listing = listed[which % listed.length];
        if (policies.length >= MOST_COVERS) return forget(which);
        sync(p);
        IPool.Purchase memory sale = purchaseOf(p, listing, amount, duration);
        bytes32 key;
        sale.owner = holders[amount % holders.length];
        if (proofOf[listing].token != address(0)) sale.account = savers[duration % SAVERS];
        if (kindOf[listing] == Kind.Report) {
            IReportTrigger.Event memory e = flightFor(duration);
            (sale.duration, sale.quote, key) = (0, quoteFor(e), reports.keyOf(e));
        } else {
            postRate(listing, RATE);
        }
        (bool quoted, bytes memory answer) = address(pools[p]).staticcall{gas: GAS}(abi.encodeCall(IPool.quote, (sale)));
        if (!quoted) return requireTyped("quote", answer);
        uint256 price = abi.decode(answer, (IPool.Premium)).total;
        fund(p, sale.owner, price);
        sale.maxPremium = price - 1;
        mustFail(sale.owner, address(pools[p]), abi.encodeCall(IPool.buy, (sale)), IPool.PremiumAboveMaximum.selector);
        sale.maxPremium = price;
        bool ok;
        (ok, answer) = attempt(sale.owner, address(pools[p]), abi.encodeCall(IPool.buy, (sale)), 0, "buy");
        if (!ok) return;
        remember(p, listing, key, abi.decode(answer, (uint256)));
        if (sale.account != address(0) && duration % 3 != 0) agree(policies[policies.length - 1], sale.owner, 1);
    }

    function remember(uint256 p, uint256 listing, bytes32 key, uint256 id) private {
        ICovers.Cover memory c = covers.coverOf(id);
        Policy storage policy = policies.push();
        placeOf[id] = policies.length;
        (policy.id, policy.pool, policy.listing, policy.key) = (id, p, listing, key);
        (policy.account, policy.sold) = (c.account, c.insured);
        policy.since.push(block.timestamp + termsOf[listing].waiting);
        policy.parts.push(c.insured);
    }

    /// @dev The book is full: a cover that nothing more can be asked for is forgotten.
    function forget(uint256 seed) private {
        uint256 i = seed % policies.length;
        uint256 id = policies[i].id;
        if (placeOf[id] == i + 1 && covers.coverOf(id).end + 20 days > block.timestamp) return elapse(1 hours);
        drop(i);
    }

    function drop(uint256 i) private {
        uint256 last = policies.length - 1;
        placeOf[policies[last].id] = i + 1;
        placeOf[policies[i].id] = 0;
        if (i != last) policies[i] = policies[last];
        policies.pop();
    }

    function fund(uint256 p, address who, uint256 amount) internal {
        TestToken token = tokenOf(p);
        token.mint(who, amount);
        vm.prank(who);
        token.approve(address(pools[p]), type(uint256).max);
    }

    // -- Change --------------------------------------------------------------------------------------------------

    /// @notice Extends, increases, decreases or cancels a cover; a stranger cannot.
    function changeCover(uint256 which, uint256 how, uint256 seed) external {
        if (policies.length == 0) return;
        uint256 i = which % policies.length;
        Policy storage policy = policies[i];
        (uint256 p, uint256 id) = (policy.pool, policy.id);
        sync(p);
        if (policy.key == 0) postRate(policy.listing, RATE);
        address owner = ownerOf(id);
        IPool.Purchase memory sale = purchaseOf(p, policy.listing, seed, seed);
        if (how % 5 == 0) {
            sale.amount = 0;
            change(p, owner, abi.encodeCall(IPool.extend, (id, sale)), "extend");
        } else if (how % 5 < 3) {
            sale.duration = 0;
            if (policy.key != 0) return;
            if (!change(p, owner, abi.encodeCall(IPool.increase, (id, sale)), "increase")) return;
            uint256 grains = sale.amount / pools[p].unitsPerGrain();
            policy.since.push(block.timestamp + termsOf[policy.listing].waiting);
            policy.parts.push(grains);
            policy.sold += grains;
        } else {
            giveUp(i, how % 5 == 4, seed);
        }
    }

    function giveUp(uint256 i, bool all, uint256 seed) private {
        Policy storage policy = policies[i];
        (uint256 p, uint256 id) = (policy.pool, policy.id);
        ICovers.Cover memory c = covers.coverOf(id);
        if (c.amount < 2) return;
        if (all && seed % 2 == 0) {
            if (change(p, ownerOf(id), abi.encodeCall(IPool.cancel, (id, 0)), "cancel")) drop(i);
            return;
        }
        uint256 grains = _bound(seed, 1, c.amount - 1);
        bytes memory call = abi.encodeCall(IPool.decrease, (id, grains * pools[p].unitsPerGrain(), 0));
        if (change(p, ownerOf(id), call, "decrease")) policy.sold -= grains;
    }

    function change(uint256 p, address owner, bytes memory call, bytes32 name) private returns (bool ok) {
        fund(p, owner, 100_000 * unitOf(p));
        ok = attempt(owner, address(pools[p]), call, name);
        vm.prank(attacker);
        (bool stranger,) = address(pools[p]).call{gas: GAS}(call);
        assertFalse(stranger, "a stranger changed a cover");
    }

    // -- Hand on -------------------------------------------------------------------------------------------------

    /// @notice Covers change hands and payees; receivers turn hostile; the protected account agrees, or takes it back.
    function shuffle(uint256 what, uint256 which, uint256 to) external {
        if (policies.length == 0) return;
        Policy storage policy = policies[which % policies.length];
        address owner = ownerOf(policy.id);
        address other = holders[to % holders.length];
        if (what % 5 == 0) {
            vm.prank(owner);
            covers.transferFrom(owner, other, policy.id);
            succeeded("transfer");
        } else if (what % 5 == 1) {
            vm.prank(owner);
            covers.setPayee(policy.id, to % 3 == 0 ? address(0) : other);
            succeeded("setPayee");
        } else if (what % 5 == 2) {
            wild.setWelcome(other, WildToken.Welcome(to % 4));
        } else if (policy.account != address(0)) {
            agree(policy, owner, to);
        }
    }

    function agree(Policy storage policy, address owner, uint256 seed) private {
        (address who, uint256 deadline) = (policy.account, block.timestamp + 1);
        if (seed % 4 == 0) {
            attempt(who, address(proofs), abi.encodeCall(ILossProofs.revokeConsent, (policy.id)), "revokeConsent");
            return;
        }
        // The attacker's own signature is nobody's consent.
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(0xbad, proofs.hashConsent(policy.id, owner, deadline));
        bytes memory call = abi.encodeCall(ILossProofs.consent, (policy.id, deadline, abi.encodePacked(r, s, v)));
        vm.prank(attacker);
        (bool forged,) = address(proofs).call(call);
        assertFalse(forged, "CLM-4: a forged consent");
        uint256 i;
        while (savers[i] != who) ++i;
        (v, r, s) = vm.sign(saverKey(i), proofs.hashConsent(policy.id, owner, deadline));
        call = abi.encodeCall(ILossProofs.consent, (policy.id, deadline, abi.encodePacked(r, s, v)));
        attempt(keeper, address(proofs), call, "consent");
    }

    // -- Holdings move -------------------------------------------------------------------------------------------

    /// @notice Tokens change hands between those who are protected, as if to be proven more than once.
    function moveHoldings(uint256 what, uint256 from, uint256 amount) external {
        (address a, address b) = (savers[from % SAVERS], savers[amount / 4 % SAVERS]);
        if (what % 3 == 2) {
            uint256 id = 1 + amount % NFTS;
            address owner = nft.ownerOf(id);
            vm.prank(owner);
            nft.transferFrom(owner, b, id);
            return succeeded("move NFT");
        }
        TestToken token = TestToken(tokens[what % 3]);
        uint256 balance = token.balanceOf(a);
        if (balance == 0) return;
        vm.prank(a);
        assertTrue(token.transfer(b, _bound(amount, 1, balance)));
        succeeded("move tokens");
    }
}
