// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {CoverBase} from "./CoverBase.sol";

contract CoversSetPayeeTest is CoverBase {
    uint256 private id = _id(1, 1);

    function setUp() public override {
        super.setUp();
        _registerPools();
        ICovers.Cover memory c = _cover();
        c.key = "key";
        c.account = makeAddr("protected");
        _mint(ALICE, id, c);
    }

    function test_setPayee_isPaidInsteadOfTheOwner() public {
        ICovers.Cover memory before = covers.coverOf(id);
        vm.expectEmit(address(covers));
        emit ICovers.PayeeSet(id, BOB);
        _setPayee(ALICE, BOB);
        assertEq(covers.payeeOf(id), BOB);
        assertEq(_payTo(), BOB);
        _assertEq(covers.coverOf(id), before);
    }

    function test_setPayee_zeroTakesItBack() public {
        _setPayee(ALICE, BOB);
        _setPayee(ALICE, address(0));
        assertEq(covers.payeeOf(id), address(0));
        assertEq(_payTo(), ALICE);
    }

    function test_setPayee_byAnApprovedAccount() public {
        vm.prank(ALICE);
        covers.approve(BOB, id);
        _setPayee(BOB, STRANGER);
        assertEq(_payTo(), STRANGER);
    }

    function test_setPayee_byAnOperator() public {
        vm.prank(ALICE);
        covers.setApprovalForAll(BOB, true);
        _setPayee(BOB, STRANGER);
        assertEq(_payTo(), STRANGER);
    }

    function test_transfer_clearsThePayee() public {
        ICovers.Cover memory before = covers.coverOf(id);
        _setPayee(ALICE, STRANGER);
        vm.expectEmit(address(covers));
        emit ICovers.PayeeSet(id, address(0));
        vm.prank(ALICE);
        covers.transferFrom(ALICE, BOB, id);
        assertEq(covers.payeeOf(id), address(0));
        assertEq(_payTo(), BOB);
        _assertEq(covers.coverOf(id), before);
    }

    function test_transfer_toOneselfClearsThePayee() public {
        _setPayee(ALICE, STRANGER);
        vm.prank(ALICE);
        covers.safeTransferFrom(ALICE, ALICE, id);
        assertEq(_payTo(), ALICE);
    }

    function test_transfer_withoutPayeeSaysNothingOfPayees() public {
        vm.recordLogs();
        vm.prank(ALICE);
        covers.transferFrom(ALICE, BOB, id);
        assertEq(vm.getRecordedLogs().length, 1);
        assertEq(_payTo(), BOB);
    }

    function test_transfer_revertedOneLeavesThePayee() public {
        _setPayee(ALICE, STRANGER);
        vm.expectRevert(ERC721.NotOwnerNorApproved.selector);
        vm.prank(BOB);
        covers.transferFrom(ALICE, BOB, id);
        assertEq(_payTo(), STRANGER);
    }

    function test_setPayee_revertsWith_OnlyOwnerOf() public {
        _refused(BOB);
        _refused(POOL);
        vm.prank(ALICE);
        covers.approve(BOB, id);
        vm.prank(ALICE);
        covers.transferFrom(ALICE, STRANGER, id);
        _refused(BOB); // the approval went with the owner who gave it
        _refused(ALICE);
    }

    function test_setPayee_revertsWith_TokenDoesNotExist() public {
        vm.expectRevert(ERC721.TokenDoesNotExist.selector);
        covers.setPayee(id + 1, BOB);
    }

    function _setPayee(address caller, address payee) private {
        vm.prank(caller);
        covers.setPayee(id, payee);
    }

    function _refused(address caller) private {
        vm.expectRevert(abi.encodeWithSelector(ICovers.OnlyOwnerOf.selector, id, caller));
        vm.prank(caller);
        covers.setPayee(id, caller);
    }

    function _payTo() private view returns (address payTo) {
        (, payTo) = covers.forSettlement(id, START);
    }
}
