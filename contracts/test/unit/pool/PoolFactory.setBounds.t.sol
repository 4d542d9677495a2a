// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {IPoolFactory} from "../../../src/pool/interfaces/IPoolFactory.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {Base} from "../../Base.sol";

contract PoolFactorySetBoundsTest is Base {
    function set(uint64 minRho, uint64 minR, uint64 probability) private {
        vm.prank(admin);
        factory.setBounds(IPoolFactory.Bounds(minRho, minR, probability));
    }

    function refused(IPool.Parameters memory p, bytes32 field) private {
        bytes memory code = poolCode();
        vm.expectRevert(abi.encodeWithSelector(IPoolFactory.InvalidParameter.selector, field));
        factory.createPool(code, p, new bytes[](0));
    }

    function test_setBounds_holdsNewPoolsToThem() public {
        IPoolFactory.Bounds memory bounds = IPoolFactory.Bounds(0.6e18, 0.3e18, 0.1e18);
        vm.expectEmit();
        emit IPoolFactory.BoundsSet(bounds);
        set(0.6e18, 0.3e18, 0.1e18);
        assertEq(abi.encode(factory.bounds()), abi.encode(bounds));

        IPool.Parameters memory p = parameters(address(usd));
        refused(p, "r");
        p.r = 0.3e18;
        refused(p, "rho");
        for (uint256 i; i < 4; ++i) {
            p.classes[i].rho = 0.6e18;
        }
        refused(p, "maxLossProbability");
        for (uint256 i; i < 4; ++i) {
            p.classes[i].maxLossProbability = 0.1e18;
        }
        factory.createPool(poolCode(), p, new bytes[](0));
    }

    function test_setBounds_leavesPoolsThatExist() public {
        Pool pool = newPool(address(usd));
        set(1e18, 1e18, 0.01e18);
        uint256 listing = newListing(triggerTerms());
        back(pool, listing, 0, 1);
        deposit(pool, alice, 1e12);
        buy(pool, listing, 1e9, 30 days);
    }

    function testFuzz_setBounds_revertsWith_BoundOutOfBounds(uint64 value) public {
        vm.startPrank(admin);
        if (value < 0.25e18 || value > 1e18) {
            vm.expectRevert(
                abi.encodeWithSelector(IPoolFactory.BoundOutOfBounds.selector, bytes32("minRho"), value, 0.25e18, 1e18)
            );
            factory.setBounds(IPoolFactory.Bounds(value, 0.1e18, 1e18));
        }
        if (value < 0.1e18 || value > 1e18) {
            vm.expectRevert(
                abi.encodeWithSelector(IPoolFactory.BoundOutOfBounds.selector, bytes32("minR"), value, 0.1e18, 1e18)
            );
            factory.setBounds(IPoolFactory.Bounds(0.25e18, value, 1e18));
        }
        if (value < 0.01e18 || value > 1e18) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IPoolFactory.BoundOutOfBounds.selector, bytes32("maxLossProbability"), value, 0.01e18, 1e18
                )
            );
            factory.setBounds(IPoolFactory.Bounds(0.25e18, 0.1e18, value));
        }
    }

    function test_setBounds_revertsWith_AccessManagedUnauthorized() public {
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, attacker));
        factory.setBounds(IPoolFactory.Bounds(1e18, 1e18, 1e18));
    }
}
