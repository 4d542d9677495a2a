// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {CoverBase} from "./CoverBase.sol";

contract ListingsPauseSalesTest is CoverBase {
    function test_pauseSales_endsByItself() public {
        vm.expectEmit(address(listings));
        emit IListings.SalesPaused(START + 7 days);
        _pause(7 days);
        assertEq(listings.pausedUntil(), START + 7 days);
    }

    function test_pauseSales_againSevenDaysAfterTheLastEnded() public {
        _pause(1 days);
        vm.warp(START + 8 days);
        _pause(7 days);
        assertEq(listings.pausedUntil(), START + 15 days);
    }

    function test_pauseSales_revertsWith_PauseOutOfBounds_forItsDuration() public {
        _refused(0, 7 days);
        _refused(7 days + 1, 7 days);
        _refused(type(uint256).max, 7 days);
    }

    function test_pauseSales_revertsWith_PauseOutOfBounds_beforeTheNextIsDue() public {
        _pause(1 days);
        _refused(1 days, START + 8 days);
        vm.warp(START + 8 days - 1);
        _refused(1 days, START + 8 days);
    }

    function _pause(uint256 duration) private {
        vm.prank(GUARD);
        listings.pauseSales(duration);
    }

    function _refused(uint256 duration, uint256 notBefore) private {
        vm.expectRevert(abi.encodeWithSelector(IListings.PauseOutOfBounds.selector, duration, 7 days, notBefore));
        _pause(duration);
    }
}
