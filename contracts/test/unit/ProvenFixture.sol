// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ILossProofs} from "../../src/claims/interfaces/ILossProofs.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {PoolFixture} from "./PoolFixture.sol";

/// @notice A pool that backs listings whose payouts are capped to what an account is proven to have held of a token with
/// 18 decimals, each worth two of the pool's dollars.
abstract contract ProvenFixture is PoolFixture {
    uint256 internal constant VALUE = 2e18;
    uint256 internal constant TOKEN = 1e18;

    address internal account = makeLabelled("protected account");
    TestToken internal lst;
    /// @dev A trigger's listing with proof; the court's, whose events can be raised; both with 10 % deductible.
    uint256 internal proven;
    uint256 internal judged;
    bytes32 internal proofTerms;

    function setUp() public virtual override {
        super.setUp();
        lst = new TestToken("Staked ether", "LST", 18);
        proofTerms = defineProof(false);
        proven = poolFor(provenTerms(triggerTerms()));
        judged = newListing(provenTerms(courtTerms()));
        announce(abi.encodeCall(pool.setBacking, (judged, 3, 4, NO_LIMIT)));
        announce(abi.encodeCall(pool.setGroupLimit, (3, 4, NO_LIMIT)));
        freshen();
        postRate(proven, RATE);
        postRate(judged, RATE);
    }

    function defineProof(bool salvage_) internal returns (bytes32) {
        return lossProofs.defineTerms(
            ILossProofs.ProofTerms({
                token: address(lst), value: VALUE, feed: address(0), heartbeat: 0, salvage: salvage_
            })
        );
    }

    function provenTerms(IListings.Terms memory t) internal view returns (IListings.Terms memory) {
        (t.lossProof, t.proofTerms, t.deductible) = (IListings.LossProof.Holdings, proofTerms, 0.1e18);
        return t;
    }

    /// @dev Cover for `account`, which owns it, and lets anyone settle it.
    function sellProven(uint256 listing, uint256 amount) internal returns (uint256 id) {
        id = sellProvenTo(account, listing, amount);
        lossProofs.setConsent(id, account);
    }

    /// @dev Cover for `account`, bought and owned by another one.
    function sellProvenTo(address owner, uint256 listing, uint256 amount) internal returns (uint256 id) {
        IPool.Purchase memory p = purchase(listing, amount, 30 days);
        (p.account, p.owner) = (account, owner);
        (id,) = buy(pool, p);
        skip(1 hours);
    }

    function granted(uint256 listing, uint64 ratio) internal returns (uint256 incident) {
        incident = openTriggered(pool, listing, block.timestamp - 1);
        grant(incident, ratio);
    }

    function prove(uint256 held) internal {
        lossProofs.setHolding(proofTerms, account, held);
    }
}
