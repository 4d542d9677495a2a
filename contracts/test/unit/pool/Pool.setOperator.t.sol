// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolSetOperatorTest is PoolFixture {
    function testFuzz_setOperator_setsAndEmits(address who, address operator, bool approved) public {
        vm.expectEmit(address(pool));
        emit IPool.OperatorSet(who, operator, approved);
        vm.prank(who);
        assertTrue(pool.setOperator(operator, approved));
        assertEq(pool.isOperator(who, operator), approved);
    }

    function testFuzz_setOperator_isTakenBack(address who, address operator) public {
        vm.startPrank(who);
        pool.setOperator(operator, true);
        pool.setOperator(operator, false);
        vm.stopPrank();
        assertFalse(pool.isOperator(who, operator));
    }

    /// @dev Nobody is an operator of another's operator, and an operator owns no shares by it.
    function testFuzz_setOperator_givesNothingElse(address operator, address other) public {
        vm.assume(operator != other && operator != alice && operator != address(0));
        deposit(pool, alice, MILLION);
        vm.prank(alice);
        pool.setOperator(operator, true);
        assertFalse(pool.isOperator(alice, other));
        assertFalse(pool.isOperator(operator, alice));
        assertEq(pool.allowance(alice, operator), 0);
        vm.expectRevert(abi.encodeWithSignature("InsufficientAllowance()"));
        vm.prank(operator);
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        pool.transferFrom(alice, carol, 1);
    }
}
