// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IStatementRegistry} from "../../../src/periphery/interfaces/IStatementRegistry.sol";
import {StatementRegistry} from "../../../src/periphery/StatementRegistry.sol";
import {Test} from "../../Test.sol";

contract StatementRegistryPostTest is Test {
    StatementRegistry private registry = new StatementRegistry();

    function testFuzz_post_namesItsCallerAsIssuer(address issuer, address pool, uint256 blockNumber, bytes32 hash)
        public
    {
        vm.expectEmit(address(registry));
        emit IStatementRegistry.StatementPosted(pool, issuer, blockNumber, hash);
        vm.prank(issuer);
        registry.post(pool, blockNumber, hash);
    }

    function test_post_canBeRepeatedAndContradicted() public {
        for (uint256 i; i < 3; ++i) {
            vm.expectEmit(address(registry));
            emit IStatementRegistry.StatementPosted(address(this), address(this), 7, bytes32(i / 2));
            registry.post(address(this), 7, bytes32(i / 2));
        }
    }

    function test_post_takesNoEtherAndStoresNothing() public {
        vm.deal(address(this), 1 ether);
        (bool taken,) = address(registry).call{value: 1}(abi.encodeCall(registry.post, (address(1), 2, bytes32("3"))));
        assertFalse(taken);
        vm.record();
        registry.post(address(1), 2, bytes32("3"));
        (bytes32[] memory reads, bytes32[] memory writes) = vm.accesses(address(registry));
        assertEq(reads.length + writes.length, 0);
    }
}
