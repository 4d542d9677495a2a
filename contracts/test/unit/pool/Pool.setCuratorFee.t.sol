// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {Base} from "../../Base.sol";

/// @notice The curator's fee is held to the cap that is governed; a fee that was set stays.
contract PoolSetCuratorFeeTest is Base {
    function test_setCuratorFee_upToTheGovernedCap() public {
        Pool pool = newPool(address(usd));
        vm.prank(admin);
        listings.setCuratorFeeCap(700);
        vm.startPrank(curator);
        vm.expectRevert(abi.encodeWithSelector(IPool.FeeAboveCap.selector, 701, 700));
        pool.setCuratorFee(701);
        pool.setCuratorFee(700);
        vm.stopPrank();
    }

    function test_setCuratorFee_aLaterCapLeavesWhatWasSet() public {
        Pool pool = newPool(address(usd));
        uint256 listing = newListing(triggerTerms());
        back(pool, listing, 0, 1);
        vm.prank(curator);
        pool.setCuratorFee(2_000);
        vm.prank(admin);
        listings.setCuratorFeeCap(0);
        deposit(pool, alice, 1e12);
        IPool.Premium memory premium = pool.quote(purchase(listing, 1e9, 30 days));
        assertEq(premium.curatorFee, (premium.net * 2_000 + 9_999) / 10_000);
    }
}
