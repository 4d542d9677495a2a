// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PoolFixture} from "../../PoolFixture.sol";

/// @notice ERC-2612: allowances over shares by signature.
contract PoolERC2612Test is PoolFixture {
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    function signed(uint256 key, address owner, address spender, uint256 value, uint256 nonce, uint256 deadline)
        private
        view
        returns (uint8, bytes32, bytes32)
    {
        bytes32 content = keccak256(abi.encode(PERMIT, owner, spender, value, nonce, deadline));
        return vm.sign(key, keccak256(abi.encodePacked("\x19\x01", pool.DOMAIN_SEPARATOR(), content)));
    }

    function testFuzz_permit_setsTheAllowance(uint256 key, address spender, uint256 value, uint256 deadline) public {
        key = boundPrivateKey(key);
        deadline = bound(deadline, block.timestamp, type(uint256).max);
        address owner = vm.addr(key);
        (uint8 v, bytes32 r, bytes32 s) = signed(key, owner, spender, value, 0, deadline);
        pool.permit(owner, spender, value, deadline, v, r, s);
        assertEq(pool.allowance(owner, spender), value);
        assertEq(pool.nonces(owner), 1);

        // Once.
        vm.expectRevert(abi.encodeWithSignature("InvalidPermit()"));
        pool.permit(owner, spender, value, deadline, v, r, s);
    }

    function testFuzz_permit_requestsAnExit(uint256 key) public {
        key = boundPrivateKey(key);
        address owner = vm.addr(key);
        vm.assume(owner.code.length == 0);
        deposit(pool, owner, 1e6);
        (uint8 v, bytes32 r, bytes32 s) = signed(key, owner, keeper, 1e18, 0, block.timestamp);
        pool.permit(owner, keeper, 1e18, block.timestamp, v, r, s);
        vm.prank(keeper);
        assertEq(pool.requestRedeem(1e18, owner, owner), 1);
    }

    function testFuzz_permit_revertsForAnotherSigner(uint256 key, address owner) public {
        key = boundPrivateKey(key);
        vm.assume(owner != vm.addr(key) && owner != address(0));
        (uint8 v, bytes32 r, bytes32 s) = signed(key, owner, keeper, 1, 0, block.timestamp);
        vm.expectRevert(abi.encodeWithSignature("InvalidPermit()"));
        pool.permit(owner, keeper, 1, block.timestamp, v, r, s);
    }

    function testFuzz_permit_revertsAfterItsDeadline(uint256 deadline) public {
        deadline = bound(deadline, 0, block.timestamp - 1);
        address owner = vm.addr(1);
        (uint8 v, bytes32 r, bytes32 s) = signed(1, owner, keeper, 1, 0, deadline);
        vm.expectRevert(abi.encodeWithSignature("PermitExpired()"));
        pool.permit(owner, keeper, 1, deadline, v, r, s);
    }

    /// @dev A permit is bound to one chain and one pool.
    function test_permit_isBoundToChainAndPool() public {
        address owner = vm.addr(1);
        (uint8 v, bytes32 r, bytes32 s) = signed(1, owner, keeper, 1, 0, block.timestamp);
        vm.chainId(999);
        vm.expectRevert(abi.encodeWithSignature("InvalidPermit()"));
        pool.permit(owner, keeper, 1, block.timestamp, v, r, s);
        vm.chainId(31337);
        pool = newPool(address(usd));
        vm.expectRevert(abi.encodeWithSignature("InvalidPermit()"));
        pool.permit(owner, keeper, 1, block.timestamp, v, r, s);
    }
}
