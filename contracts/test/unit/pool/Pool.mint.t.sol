// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolMintTest is PoolFixture {
    function testFuzz_mint_takesAssetsAtHighRoundedUp(uint256 first, uint256 shares, uint256 wait) public {
        first = bound(first, MILLION, 1e15);
        shares = bound(shares, pool.MIN_SHARES(), 1e33);
        deposit(pool, alice, first);
        sellDepeg(MILLION / 2, 30 days);
        skip(bound(wait, 0, 40 days));
        uint256 high = pool.totalAssets();
        uint256 supply = pool.totalSupply();
        uint256 expected = pool.previewMint(shares);
        fundAccount(bob, expected);
        vm.expectEmit(address(pool));
        emit IPool.Deposit(bob, carol, expected, shares);
        vm.prank(bob);
        assertEq(pool.mint(shares, carol), expected);
        assertEq(pool.balanceOf(carol), shares);
        assertGe(expected * (supply + 1e12), shares * (high + 1), "rounded against the caller");
        assertLt((expected - 1) * (supply + 1e12), shares * (high + 1));
        assertLe(valueOf(carol), expected);
    }

    /// @dev One share unit costs a whole asset unit: nothing is bought for nothing.
    function test_mint_neverMintsForNothing() public {
        deposit(pool, alice, MILLION);
        fundAccount(bob, 1);
        vm.prank(bob);
        assertEq(pool.mint(1e6, bob), 1);
    }

    function test_mint_revertsWith_ZeroAmount() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAmount.selector));
        pool.mint(0, alice);
        assertNoTrace();
    }

    function testFuzz_mint_revertsWith_DepositTooSmall(uint256 shares) public {
        uint256 least = pool.MIN_SHARES();
        shares = bound(shares, 1, least - 1);
        expectRefusal(abi.encodeWithSelector(IPool.DepositTooSmall.selector, shares, least));
        pool.mint(shares, alice);
        assertNoTrace();
    }

    function test_mint_revertsWith_ZeroAddress() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAddress.selector));
        pool.mint(1e18, address(0));
        assertNoTrace();
    }

    function test_mint_revertsWith_TransferToPool() public {
        expectRefusal(abi.encodeWithSelector(IPool.TransferToPool.selector));
        pool.mint(1e18, address(pool));
        assertNoTrace();
    }

    function test_mint_revertsWith_PoolClosed() public {
        makeShort();
        fundAccount(bob, 10e6);
        expectRefusal(abi.encodeWithSelector(IPool.PoolClosed.selector));
        vm.prank(bob);
        pool.mint(1e18, bob);
        assertNoTrace();
    }

    function testFuzz_mint_revertsWith_AmountTooLarge(uint256 shares) public {
        shares = bound(shares, uint256(type(uint96).max) * 1e12 + 1, type(uint160).max);
        expectRefusal(abi.encodeWithSelector(IPool.AmountTooLarge.selector, bytes32("cash")));
        pool.mint(shares, alice);
        assertNoTrace();
    }
}
// x
// y
