// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {Listings} from "../../src/cover/Listings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {KeyedFixture} from "../unit/KeyedFixture.sol";

/// @notice A signed quote is good on one chain, in one contract, for one listing and one event.
contract QuoteReplayAttackTest is KeyedFixture {
    function test_attack_replayOnAnotherChain() public {
        IPool.Purchase memory p = order(1e9, offer());
        pool.quote(p);
        vm.chainId(10);
        vm.expectRevert(abi.encodeWithSelector(IListings.QuoteSignerNotApproved.selector, signer));
        pool.quote(p);
    }

    /// @dev A second deployment with the same listings and the same signer.
    function test_attack_replayInAnotherContract() public {
        IListings.Quote memory q = offer();
        Listings first = listings;
        listings = Listings(deployCode("Listings.sol:Listings", abi.encode(authority, treasury)));
        vm.startPrank(admin);
        listings.setAdjudicator(address(trigger), true);
        listings.setQuoteSigner(signer, true);
        vm.stopPrank();
        for (uint256 i = 1; i <= first.count(); ++i) {
            listings.create(first.terms(i), "The same.");
        }
        bytes memory elsewhere = sign(q);
        listings = first;
        vm.expectRevert(abi.encodeWithSelector(IListings.QuoteSignerNotApproved.selector, signer));
        pool.quote(order(1e9, q, elsewhere));
        pool.quote(order(1e9, q));
    }

    /// @dev One quote, used by all who come: each purchase is bounded by the limits and by SCR, not by the quote.
    function test_attack_replayOfOneQuoteIsBoundedByCapital() public {
        IListings.Quote memory q = offer();
        uint256 sold;
        fundAccount(holder, MILLION);
        IPool.Purchase memory p = order(MILLION / 10, q);
        for (uint256 i; i < 12; ++i) {
            vm.prank(holder);
            try pool.buy(p) {
                sold += MILLION / 10;
            } catch (bytes memory reason) {
                assertEq(bytes4(reason), IPool.CapacityExceeded.selector);
            }
        }
        assertEq(sold, MILLION);
    }

    /// @dev A signature of another length or with a flipped s is no second one, and forges nothing.
    function testFuzz_attack_forgedSignature(bytes calldata signature) public {
        IListings.Quote memory q = offer();
        vm.assume(keccak256(signature) != keccak256(sign(q)));
        vm.expectRevert(abi.encodeWithSelector(IListings.QuoteSignerNotApproved.selector, signer));
        pool.quote(order(1e9, q, signature));
    }
}
