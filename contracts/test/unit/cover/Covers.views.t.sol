// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";

import {CoverBase} from "./CoverBase.sol";

contract CoversViewsTest is CoverBase {
    uint256 private id = _id(1, 1);

    function setUp() public override {
        super.setUp();
        _registerPools();
        _create(_terms());
        _mint(ALICE, id, _cover());
    }

    function test_termsHashOf_isTheListings() public view {
        assertEq(covers.termsHashOf(id), listings.termsHash(1));
    }

    function test_poolOf_isZeroForAnUnknownPrefix() public view {
        assertEq(covers.poolOf(_id(3, 1)), address(0));
    }

    function test_metadata_namesListingAndAmount() public view {
        assertEq(covers.name(), "Bulwark Cover");
        assertEq(covers.symbol(), "BWC");
        assertEq(
            covers.tokenURI(id),
            'data:application/json;utf8,{"name":"Bulwark Cover 1099511627777","description":"Listing 1, 1000000000 grains insured"}'
        );
    }

    function test_supportsInterface_erc165And721AndMetadata() public view {
        assertTrue(covers.supportsInterface(0x01ffc9a7));
        assertTrue(covers.supportsInterface(0x80ac58cd));
        assertTrue(covers.supportsInterface(0x5b5e139f));
        assertFalse(covers.supportsInterface(0xffffffff));
    }

    /// @dev Two cold slots (2,100 gas each) beside the call itself.
    function test_forSettlement_staysCheap() public view {
        covers.forSettlement(id, START);
        assertLt(vm.lastCallGas().gasTotalUsed, 8_000);
    }

    function test_views_revertsWith_TokenDoesNotExist() public {
        bytes memory reason = abi.encodeWithSelector(ERC721.TokenDoesNotExist.selector);
        vm.expectRevert(reason);
        covers.coverOf(id + 1);
        vm.expectRevert(reason);
        covers.forSettlement(id + 1, START);
        vm.expectRevert(reason);
        covers.termsHashOf(id + 1);
        vm.expectRevert(reason);
        covers.tokenURI(id + 1);
        vm.expectRevert(reason);
        covers.ownerOf(id + 1);
    }
}
