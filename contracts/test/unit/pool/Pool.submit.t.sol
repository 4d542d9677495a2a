// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice A curator's change is announced, and made after a delay longer than the exit cooldown (GOV-2).
contract PoolSubmitTest is PoolFixture {
    uint256 private constant DELAY = COOLDOWN + 2 days;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, MILLION);
    }

    function change(uint16 fee) private view returns (bytes memory) {
        return abi.encodeCall(pool.setCuratorFee, (fee));
    }

    function testFuzz_submit_emitsWhenItCanBeMade(bytes calldata data) public {
        vm.expectEmit(address(pool));
        emit IPool.Submitted(keccak256(data), data, block.timestamp + DELAY);
        vm.prank(curator);
        pool.submit(data);
    }

    function testFuzz_submit_leavesMoreTimeThanAnExitTakes(uint16 fee, uint256 wait) public {
        fee = uint16(bound(fee, 0, 2_000));
        wait = bound(wait, 0, DELAY - 1);
        vm.startPrank(curator);
        pool.submit(change(fee));
        uint256 executableAt = block.timestamp + DELAY;
        skip(wait);
        expectRefusal(abi.encodeWithSelector(IPool.NotExecutable.selector, keccak256(change(fee)), executableAt));
        pool.setCuratorFee(fee);
        assertNoTrace();
        vm.warp(executableAt);
        vm.expectEmit(address(pool));
        emit IPool.CuratorFeeSet(fee);
        pool.setCuratorFee(fee);
        vm.stopPrank();
        assertGt(DELAY, COOLDOWN);
    }

    /// @dev Announced once, made once; and only as it was announced.
    function testFuzz_submit_allowsThatCallOnce(uint16 fee, uint16 another) public {
        (fee, another) = (uint16(bound(fee, 0, 2_000)), uint16(bound(another, 0, 2_000)));
        vm.assume(fee != another);
        vm.startPrank(curator);
        pool.submit(change(fee));
        skip(DELAY);
        vm.expectRevert(abi.encodeWithSelector(IPool.NotExecutable.selector, keccak256(change(another)), 0));
        pool.setCuratorFee(another);
        pool.setCuratorFee(fee);
        vm.expectRevert(abi.encodeWithSelector(IPool.NotExecutable.selector, keccak256(change(fee)), 0));
        pool.setCuratorFee(fee);
        vm.stopPrank();
    }

    /// @dev Announcing again starts the delay anew.
    function test_submit_againStartsTheDelayAnew() public {
        vm.startPrank(curator);
        pool.submit(change(1));
        skip(DELAY - 1);
        pool.submit(change(1));
        skip(1);
        vm.expectRevert(
            abi.encodeWithSelector(IPool.NotExecutable.selector, keccak256(change(1)), block.timestamp + DELAY - 1)
        );
        pool.setCuratorFee(1);
        vm.stopPrank();
    }

    function testFuzz_submit_revertsWith_OnlyCurator(address caller, bytes calldata data) public {
        vm.assume(caller != curator);
        expectRefusal(abi.encodeWithSelector(IPool.OnlyCurator.selector, caller));
        vm.prank(caller);
        pool.submit(data);
        assertNoTrace();
    }

    // -- Revoke --------------------------------------------------------------------------------------------------

    function test_revoke_withdrawsTheChange() public {
        vm.startPrank(curator);
        pool.submit(change(1));
        vm.expectEmit(address(pool));
        emit IPool.Revoked(keccak256(change(1)));
        pool.revoke(change(1));
        skip(DELAY);
        vm.expectRevert(abi.encodeWithSelector(IPool.NotExecutable.selector, keccak256(change(1)), 0));
        pool.setCuratorFee(1);
        vm.stopPrank();
    }

    function testFuzz_revoke_revertsWith_NotExecutable(bytes calldata data) public {
        expectRefusal(abi.encodeWithSelector(IPool.NotExecutable.selector, keccak256(data), 0));
        vm.prank(curator);
        pool.revoke(data);
        assertNoTrace();
    }

    function testFuzz_revoke_revertsWith_OnlyCurator(address caller) public {
        vm.assume(caller != curator);
        vm.prank(curator);
        pool.submit(change(1));
        expectRefusal(abi.encodeWithSelector(IPool.OnlyCurator.selector, caller));
        vm.prank(caller);
        pool.revoke(change(1));
        assertNoTrace();
    }
}
