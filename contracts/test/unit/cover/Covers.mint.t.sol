// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {CoverBase} from "./CoverBase.sol";

contract CoversMintTest is CoverBase {
    function setUp() public override {
        super.setUp();
        _registerPools();
    }

    function test_register_numbersFromOne() public {
        assertEq(covers.numberOf(POOL), 1);
        assertEq(covers.numberOf(OTHER_POOL), 2);
        assertEq(covers.numberOf(STRANGER), 0);
        assertEq(covers.poolByNumber(0), address(0));
        assertEq(covers.poolByNumber(1), POOL);
        assertEq(covers.poolByNumber(2), OTHER_POOL);
        vm.expectEmit(address(covers));
        emit ICovers.PoolRegistered(ALICE, 3);
        vm.prank(FACTORY);
        assertEq(covers.register(ALICE), 3);
    }

    function test_register_revertsWith_OnlyFactory() public {
        vm.expectRevert(abi.encodeWithSelector(ICovers.OnlyFactory.selector, STRANGER));
        vm.prank(STRANGER);
        covers.register(STRANGER);
    }

    function test_mint_givesTheCoverToItsOwner() public {
        uint256 id = _id(1, 1);
        vm.expectEmit(address(covers));
        emit ERC721.Transfer(address(0), ALICE, id);
        _mint(ALICE, id, _cover());
        assertEq(covers.ownerOf(id), ALICE);
        assertEq(covers.balanceOf(ALICE), 1);
        assertEq(covers.poolOf(id), POOL);
        assertEq(covers.payeeOf(id), address(0));
        _assertEq(covers.coverOf(id), _cover());
    }

    function testFuzz_mint_roundTripsEveryField(ICovers.Cover memory c, uint40 n) public {
        _mint(ALICE, _id(1, n), c);
        _assertEq(covers.coverOf(_id(1, n)), c);
        (ICovers.Cover memory settled, address payTo) = covers.forSettlement(_id(1, n), 0);
        _assertEq(settled, c);
        assertEq(payTo, ALICE);
    }

    function test_mint_callsNoReceiver() public {
        _mint(address(manager), _id(1, 1), _cover()); // a contract that knows nothing of ERC-721
        assertEq(covers.ownerOf(_id(1, 1)), address(manager));
    }

    function test_mint_revertsWith_OnlyPoolOf() public {
        _refused(POOL, _id(2, 1));
        _refused(POOL, 1);
        _refused(POOL, _id(1, 1) | 1 << 72); // the whole prefix counts
        _refused(STRANGER, _id(1, 1));
        _refused(STRANGER, 1); // an account without number owns no prefix, not even zero
    }

    function test_mint_revertsWith_TokenAlreadyExists() public {
        _mint(ALICE, _id(1, 1), _cover());
        vm.expectRevert(ERC721.TokenAlreadyExists.selector);
        _mint(BOB, _id(1, 1), _cover());
    }

    function test_mint_revertsWith_TransferToZeroAddress() public {
        vm.expectRevert(ERC721.TransferToZeroAddress.selector);
        _mint(address(0), _id(1, 1), _cover());
    }

    function _refused(address caller, uint256 id) private {
        ICovers.Cover memory c = _cover();
        vm.expectRevert(abi.encodeWithSelector(ICovers.OnlyPoolOf.selector, id, caller));
        vm.prank(caller);
        covers.mint(ALICE, id, c);
    }
}
