// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../../PoolFixture.sol";

/// @notice One test for each property that ERC-7540 asks of asynchronous redemption (with ERC-7575's `share` and
/// ERC-165). Claims are by controller: what all requests of a controller made claimable is one sum.
contract PoolERC7540Test is PoolFixture {
    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
        deposit(pool, bob, MILLION);
    }

    function test_supportsInterface_saysWhatItKeeps() public view {
        assertTrue(pool.supportsInterface(0x01ffc9a7), "ERC-165");
        assertTrue(pool.supportsInterface(0xe3bc4e65), "ERC-7540 operators");
        assertTrue(pool.supportsInterface(0x620ee8e4), "ERC-7540 redemption");
        assertTrue(pool.supportsInterface(0x2f0a18c5), "ERC-7575");
        assertFalse(pool.supportsInterface(0xce3bbe50), "no asynchronous deposits");
        assertFalse(pool.supportsInterface(0xffffffff));
    }

    function test_share_isThePool() public view {
        assertEq(pool.share(), address(pool));
    }

    /// @dev previewRedeem and previewWithdraw revert for all callers and inputs.
    function testFuzz_previews_revert(address caller, uint256 amount) public {
        vm.startPrank(caller);
        vm.expectRevert(IPool.AsyncRedeem.selector);
        pool.previewRedeem(amount);
        vm.expectRevert(IPool.AsyncRedeem.selector);
        pool.previewWithdraw(amount);
        vm.stopPrank();
    }

    /// @dev The owner's shares leave his hands with the request.
    function testFuzz_requestRedeem_takesCustodyOfTheShares(uint256 shares) public {
        shares = bound(shares, 1, pool.balanceOf(alice));
        uint256 supply = pool.totalSupply();
        exitOf(pool, alice, shares);
        assertEq(pool.balanceOf(alice), MILLION * 1e12 - shares);
        assertEq(pool.totalSupply(), supply);
    }

    /// @dev Pending, then claimable, then claimed: never in two states at once, and never skipping one.
    function testFuzz_requests_passThroughTheirStates(uint256 shares, address caller) public {
        shares = bound(shares, 1e12, pool.balanceOf(alice));
        uint256 id = exitOf(pool, alice, shares);
        vm.startPrank(caller);
        assertEq(pool.pendingRedeemRequest(id, alice), shares, "pending, whoever asks");
        assertEq(pool.claimableRedeemRequest(id, alice), 0);
        assertEq(pool.maxRedeem(alice), 0);
        skip(COOLDOWN);
        assertEq(pool.claimableRedeemRequest(id, alice), 0, "time alone makes nothing claimable");
        pool.processRedeem(1);
        assertEq(pool.pendingRedeemRequest(id, alice), 0);
        assertEq(pool.claimableRedeemRequest(id, alice), shares);
        assertEq(pool.maxRedeem(alice), shares);
        vm.stopPrank();
        vm.prank(alice);
        pool.redeem(shares, alice, alice);
        assertEq(pool.claimableRedeemRequest(id, alice), 0);
        assertEq(pool.maxRedeem(alice), 0);
    }

    function testFuzz_pendingRedeemRequest_neverReverts(uint256 id, address controller) public view {
        assertEq(pool.pendingRedeemRequest(id, controller), 0);
        assertEq(pool.claimableRedeemRequest(id, controller), 0);
    }

    /// @dev Request ids are never zero: requests are told apart, not summed by controller, while they wait.
    function test_requestIds_areDistinct() public {
        assertEq(exitOf(pool, alice, 1e18), 1);
        assertEq(exitOf(pool, alice, 2e18), 2);
        assertEq(pool.pendingRedeemRequest(1, alice), 1e18);
        assertEq(pool.pendingRedeemRequest(2, alice), 2e18);
        assertEq(pool.pendingRedeemRequest(0, alice), 0);
    }

    /// @dev A claim is not pushed: the controller takes it, by shares or by assets, in parts, to whom he likes.
    function testFuzz_claims_areTakenByTheController(uint256 first) public {
        dueExit(alice, MILLION * 1e12);
        pool.processRedeem(1);
        assertEq(usd.balanceOf(alice), 0);
        first = bound(first, 1, MILLION - 1);
        vm.startPrank(alice);
        pool.withdraw(first, carol, alice);
        uint256 rest = pool.maxRedeem(alice);
        pool.redeem(rest, alice, alice);
        vm.stopPrank();
        assertEq(usd.balanceOf(carol) + usd.balanceOf(alice), MILLION);
    }

    /// @dev The shares went with the request: claiming burns none.
    function testFuzz_claims_burnNoMoreShares(uint256 shares) public {
        shares = bound(shares, 1e12, MILLION * 1e12);
        dueExit(alice, shares);
        pool.processRedeem(1);
        uint256 supply = pool.totalSupply();
        uint256 balance = pool.balanceOf(alice);
        vm.prank(alice);
        pool.redeem(shares, alice, alice);
        assertEq(pool.totalSupply(), supply);
        assertEq(pool.balanceOf(alice), balance);
    }

    /// @dev The owner of the shares has no right in the claim; the controller has, and his operators.
    function test_claims_belongToTheController() public {
        vm.prank(alice);
        pool.requestRedeem(1e18, carol, alice);
        skip(COOLDOWN);
        pool.processRedeem(1);
        vm.expectRevert(abi.encodeWithSelector(IPool.NotAuthorised.selector, alice, carol));
        vm.prank(alice);
        pool.redeem(1e18, alice, carol);
        vm.prank(carol);
        pool.setOperator(keeper, true);
        vm.prank(keeper);
        pool.redeem(1e18, keeper, carol);
        assertEq(usd.balanceOf(keeper), 1e6);
    }

    /// @dev An operator of the owner may request; it needs no allowance and uses none up.
    function test_operators_needNoAllowance() public {
        vm.startPrank(alice);
        pool.setOperator(keeper, true);
        pool.approve(keeper, 5);
        vm.stopPrank();
        vm.prank(keeper);
        pool.requestRedeem(1e18, alice, alice);
        assertEq(pool.allowance(alice, keeper), 5);
    }
}
