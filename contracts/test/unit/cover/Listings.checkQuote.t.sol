// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Listings} from "../../../src/cover/Listings.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {SignatureWallet} from "../../mocks/SignatureWallet.sol";
import {CoverBase} from "./CoverBase.sol";

contract ListingsCheckQuoteTest is CoverBase {
    uint256 private listing;

    function setUp() public override {
        super.setUp();
        IListings.Terms memory t = _keyedTerms();
        t.minPeriod = 1 days;
        listing = _create(t);
    }

    function test_checkQuote_returnsTheKey() public view {
        IListings.Quote memory q = _quote(listing);
        bytes32 key = listings.checkQuote(listing, q, signer, _sign(q));
        assertEq(key, keccak256(abi.encode(q.facts, q.zone, q.begins, q.ends, q.lastSale)));
    }

    function test_checkQuote_rateAndExpiryDoNotChangeTheKey() public view {
        IListings.Quote memory q = _quote(listing);
        bytes32 key = listings.checkQuote(listing, q, signer, _sign(q));
        q.rate += 1;
        q.expiry += 1;
        assertEq(listings.checkQuote(listing, q, signer, _sign(q)), key);
    }

    function testFuzz_checkQuote_eachIdentifyingFieldChangesTheKey(bytes32 facts, uint56 zone) public view {
        IListings.Quote memory q = _quote(listing);
        bytes32 key = listings.checkQuote(listing, q, signer, _sign(q));
        vm.assume(facts != q.facts || zone != q.zone);
        (q.facts, q.zone) = (facts, zone);
        assertNotEq(listings.checkQuote(listing, q, signer, _sign(q)), key);
        (q.facts, q.zone) = (_quote(listing).facts, _quote(listing).zone);
        q.begins += 1;
        assertNotEq(listings.checkQuote(listing, q, signer, _sign(q)), key);
        q.begins -= 1;
        q.ends += 1;
        assertNotEq(listings.checkQuote(listing, q, signer, _sign(q)), key);
        q.ends -= 1;
        q.lastSale += 1;
        assertNotEq(listings.checkQuote(listing, q, signer, _sign(q)), key);
    }

    function test_checkQuote_takesEachFieldAtItsBound() public view {
        IListings.Quote memory q = _quote(listing);
        q.expiry = START;
        q.lastSale = START;
        q.begins = START + 1 hours;
        q.ends = START + 1 days;
        q.rate = 0.001e18;
        _accepted(q);
        q.lastSale = q.begins;
        q.ends = START + 60 days;
        q.rate = 0.5e18;
        _accepted(q);
        q.begins = q.ends - 1;
        _accepted(q);
    }

    function test_checkQuote_takesAContractSigner() public {
        SignatureWallet wallet = new SignatureWallet(signer);
        IListings.Quote memory q = _quote(listing);
        bytes memory signature = _sign(q);
        _refused(q, address(wallet), signature);
        vm.prank(REGISTRY);
        listings.setQuoteSigner(address(wallet), true);
        listings.checkQuote(listing, q, address(wallet), signature);
        q.rate += 1;
        _refused(q, address(wallet), signature);
    }

    function test_hashQuote_isEip712() public view {
        IListings.Quote memory q = _quote(listing);
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Bulwark Listings"),
                keccak256("1"),
                block.chainid,
                address(listings)
            )
        );
        bytes32 content = keccak256(
            abi.encode(
                keccak256(
                    "Quote(uint32 listing,bytes32 facts,uint56 zone,uint32 begins,uint32 ends,uint32 lastSale,uint64 rate,uint32 expiry)"
                ),
                q.listing,
                q.facts,
                q.zone,
                q.begins,
                q.ends,
                q.lastSale,
                q.rate,
                q.expiry
            )
        );
        assertEq(listings.hashQuote(q), keccak256(abi.encodePacked(hex"1901", domain, content)));
    }

    function test_checkQuote_revertsWith_QuoteForAnotherListing() public {
        uint256 other = _create(_keyedTerms());
        IListings.Quote memory q = _quote(other);
        bytes memory signature = _sign(q);
        vm.expectRevert(abi.encodeWithSelector(IListings.QuoteForAnotherListing.selector, listing, other));
        listings.checkQuote(listing, q, signer, signature);
    }

    function test_checkQuote_revertsWith_UnknownListing() public {
        IListings.Quote memory q = _quote(5);
        vm.expectRevert(abi.encodeWithSelector(IListings.UnknownListing.selector, 5));
        listings.checkQuote(5, q, signer, "");
    }

    function test_checkQuote_revertsWith_KeyedMismatch() public {
        uint256 unkeyed = _create(_terms());
        IListings.Quote memory q = _quote(unkeyed);
        vm.expectRevert(abi.encodeWithSelector(IListings.KeyedMismatch.selector, unkeyed, false));
        listings.checkQuote(unkeyed, q, signer, "");
    }

    function test_checkQuote_revertsWith_QuoteExpired() public {
        IListings.Quote memory q = _quote(listing);
        q.expiry = START - 1;
        _refused(q, abi.encodeWithSelector(IListings.QuoteExpired.selector, START - 1, START));
        q = _quote(listing);
        q.lastSale = START - 1;
        _refused(q, abi.encodeWithSelector(IListings.QuoteExpired.selector, START - 1, START));
    }

    function test_checkQuote_revertsWith_InvalidQuote_lastSale() public {
        IListings.Quote memory q = _quote(listing);
        q.lastSale = q.begins + 1;
        _invalid(q, "lastSale");
    }

    function test_checkQuote_revertsWith_InvalidQuote_begins() public {
        IListings.Quote memory q = _quote(listing);
        q.begins = START + 1 hours - 1;
        q.lastSale = START;
        _invalid(q, "begins");
    }

    function test_checkQuote_revertsWith_InvalidQuote_ends() public {
        IListings.Quote memory q = _quote(listing);
        q.ends = q.begins;
        _invalid(q, "ends");
        q.ends = START + 60 days + 1;
        _invalid(q, "ends");
        q.begins = START + 2 hours;
        q.lastSale = START;
        q.ends = START + 1 days - 1;
        _invalid(q, "ends");
    }

    function test_checkQuote_revertsWith_InvalidQuote_rate() public {
        IListings.Quote memory q = _quote(listing);
        q.rate = 0.5e18 + 1;
        _invalid(q, "rate");
        q.rate = 0.001e18 - 1;
        _invalid(q, "rate");
    }

    function test_checkQuote_revertsWith_QuoteSignerNotApproved_forAnUnapprovedSigner() public {
        IListings.Quote memory q = _quote(listing);
        (address other, uint256 key) = makeAddrAndKey("another signer");
        _refused(q, other, _sign(key, listings.hashQuote(q)));
        _refused(q, signer, _sign(key, listings.hashQuote(q)));
        _refused(q, address(0), "");
    }

    function test_checkQuote_revertsWith_QuoteSignerNotApproved_onceDismissed() public {
        IListings.Quote memory q = _quote(listing);
        bytes memory signature = _sign(q);
        vm.prank(REGISTRY);
        listings.setQuoteSigner(signer, false);
        _refused(q, signer, signature);
    }

    function test_checkQuote_revertsWith_QuoteSignerNotApproved_onAnotherChain() public {
        IListings.Quote memory q = _quote(listing);
        bytes memory signature = _sign(q);
        vm.chainId(block.chainid + 1);
        _refused(q, signer, signature);
    }

    function test_checkQuote_revertsWith_QuoteSignerNotApproved_forAnotherContract() public {
        IListings.Quote memory q = _quote(listing);
        bytes memory signature = _sign(signerKey, new Listings(address(manager), TREASURY).hashQuote(q));
        _refused(q, signer, signature);
    }

    function test_checkQuote_revertsWith_QuoteSignerNotApproved_forAnotherContent() public {
        IListings.Quote memory q = _quote(listing);
        bytes memory signature = _sign(q);
        q.facts = keccak256("another flight");
        _refused(q, signer, signature);
        q = _quote(listing);
        q.zone += 1;
        _refused(q, signer, signature);
        q = _quote(listing);
        q.begins += 1;
        _refused(q, signer, signature);
        q = _quote(listing);
        q.ends += 1;
        _refused(q, signer, signature);
        q = _quote(listing);
        q.lastSale += 1;
        _refused(q, signer, signature);
        q = _quote(listing);
        q.rate -= 1;
        _refused(q, signer, signature);
        q = _quote(listing);
        q.expiry += 1;
        _refused(q, signer, signature);
    }

    function _accepted(IListings.Quote memory q) private view {
        listings.checkQuote(listing, q, signer, _sign(q));
    }

    function _refused(IListings.Quote memory q, bytes memory reason) private {
        bytes memory signature = _sign(q);
        vm.expectRevert(reason);
        listings.checkQuote(listing, q, signer, signature);
    }

    function _invalid(IListings.Quote memory q, bytes32 field) private {
        _refused(q, abi.encodeWithSelector(IListings.InvalidQuote.selector, field));
    }

    function _refused(IListings.Quote memory q, address by, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IListings.QuoteSignerNotApproved.selector, by));
        listings.checkQuote(listing, q, by, signature);
    }
}
