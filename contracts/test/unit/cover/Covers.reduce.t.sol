// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {CoverBase} from "./CoverBase.sol";

contract CoversReduceTest is CoverBase {
    uint256 private id = _id(1, 1);

    function setUp() public override {
        super.setUp();
        _registerPools();
        _mint(ALICE, id, _cover());
    }

    function testFuzz_reduce_lowersTheAmountAlone(uint64 claimed) public {
        ICovers.Cover memory c = _cover();
        claimed = uint64(bound(claimed, 0, c.amount));
        _reduce(claimed);
        c.amount -= claimed;
        _assertEq(covers.coverOf(id), c);
    }

    function test_reduce_downToZero() public {
        _reduce(400e6);
        _reduce(600e6);
        assertEq(covers.coverOf(id).amount, 0);
    }

    function test_reduce_revertsWith_ClaimAboveAmount() public {
        _reduce(400e6);
        vm.expectRevert(abi.encodeWithSelector(ICovers.ClaimAboveAmount.selector, id, 600e6 + 1, 600e6));
        _reduce(600e6 + 1);
    }

    function test_reduce_revertsWith_ClaimAboveAmount_withoutCover() public {
        vm.expectRevert(abi.encodeWithSelector(ICovers.ClaimAboveAmount.selector, id + 1, 1, 0));
        vm.prank(INCIDENTS);
        covers.reduce(id + 1, 1, 0);
    }

    function test_reduce_revertsWith_OnlyIncidents() public {
        address[3] memory callers = [ALICE, POOL, FACTORY];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ICovers.OnlyIncidents.selector, callers[i]));
            vm.prank(callers[i]);
            covers.reduce(id, 1, 0);
        }
    }

    function _reduce(uint64 claimed) private {
        vm.prank(INCIDENTS);
        covers.reduce(id, claimed, 0);
    }
}
