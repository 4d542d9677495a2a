// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice Shares move as ERC-20 does, but not into the queue.
contract PoolTransferTest is PoolFixture {
    address private constant PERMIT2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    function testFuzz_transfer_moves(address to, uint256 shares) public {
        vm.assume(to != address(pool) && to != alice);
        shares = bound(shares, 0, pool.balanceOf(alice));
        vm.prank(alice);
        assertTrue(pool.transfer(to, shares));
        assertEq(pool.balanceOf(to), shares);
        assertEq(pool.balanceOf(alice), MILLION * 1e12 - shares);
    }

    function testFuzz_transferFrom_usesUpAnAllowance(address spender, uint256 shares) public {
        vm.assume(spender != alice);
        shares = bound(shares, 0, pool.balanceOf(alice));
        vm.prank(alice);
        pool.approve(spender, shares);
        vm.prank(spender);
        assertTrue(pool.transferFrom(alice, bob, shares));
        assertEq(pool.allowance(alice, spender), 0);
        assertEq(pool.balanceOf(bob), shares);
    }

    function testFuzz_transfer_revertsWith_TransferToPool(uint256 shares) public {
        shares = bound(shares, 0, pool.balanceOf(alice));
        expectRefusal(abi.encodeWithSelector(IPool.TransferToPool.selector));
        vm.prank(alice);
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        pool.transfer(address(pool), shares);
        assertNoTrace();
    }

    function testFuzz_transferFrom_revertsWith_TransferToPool(uint256 shares) public {
        shares = bound(shares, 0, pool.balanceOf(alice));
        vm.prank(alice);
        pool.approve(bob, shares);
        expectRefusal(abi.encodeWithSelector(IPool.TransferToPool.selector));
        vm.prank(bob);
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        pool.transferFrom(alice, address(pool), shares);
        assertNoTrace();
    }

    /// @dev No allowance that the owner did not give, not even for Permit2.
    function test_transferFrom_revertsForPermit2() public {
        assertEq(pool.allowance(alice, PERMIT2), 0);
        expectRefusal(abi.encodeWithSignature("InsufficientAllowance()"));
        vm.prank(PERMIT2);
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        pool.transferFrom(alice, bob, 1);
        assertNoTrace();
    }

    /// @dev Transfers need no step: they work while the pool is behind the journal.
    function test_transfer_needsNoStep() public {
        sellDepeg(1e9, 30 days);
        for (uint256 i; i < 9; ++i) {
            openDepeg();
        }
        vm.prank(alice);
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        pool.transfer(bob, 1e18);
        assertEq(pool.step(0), 0);
    }
}
