// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "./PoolFixture.sol";

/// @notice A pool that backs a keyed listing: flights, sold by signed quotes.
abstract contract KeyedFixture is PoolFixture {
    uint256 internal constant SIGNER_KEY = 0xA11CE;
    uint256 internal flights;
    address internal signer;

    function setUp() public virtual override {
        super.setUp();
        signer = vm.addr(SIGNER_KEY);
        vm.label(signer, "quote signer");
        vm.prank(admin);
        listings.setQuoteSigner(signer, true);
        IListings.Terms memory t = triggerTerms();
        (t.keyed, t.minPeriod, t.maxPeriod, t.waiting, t.maxRate) = (true, 0, 60 days, 1 hours, 0.5e18);
        flights = newListing(t);
        back(pool, flights, 2, 3);
        deposit(pool, alice, MILLION);
    }

    /// @dev A flight in ten days, 3 % of which are late; on sale until the day before.
    function offer() internal view returns (IListings.Quote memory q) {
        (q.listing, q.facts, q.zone) = (uint32(flights), keccak256("BA 117, 2027-02-01"), 7);
        (q.begins, q.ends) = (uint32(block.timestamp + 10 days), uint32(block.timestamp + 11 days));
        (q.lastSale, q.rate, q.expiry) = (uint32(block.timestamp + 9 days), 0.03e18, uint32(block.timestamp + 1 hours));
    }

    function sign(IListings.Quote memory q) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, listings.hashQuote(q));
        return abi.encodePacked(r, s, v);
    }

    function order(uint256 amount, IListings.Quote memory q) internal view returns (IPool.Purchase memory) {
        return order(amount, q, sign(q));
    }

    function order(uint256 amount, IListings.Quote memory q, bytes memory signature)
        internal
        view
        returns (IPool.Purchase memory p)
    {
        p = purchase(flights, amount, 0);
        p.quote = abi.encode(q, signer, signature);
    }

    function keyOf(IListings.Quote memory q) internal pure returns (bytes32) {
        return keccak256(abi.encode(q.facts, q.zone, q.begins, q.ends, q.lastSale));
    }

    function riskOfKey(bytes32 key) internal view returns (bytes32) {
        return keccak256(abi.encode(flights, key));
    }
}
