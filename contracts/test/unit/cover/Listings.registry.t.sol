// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {Listings} from "../../../src/cover/Listings.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {CoverBase} from "./CoverBase.sol";

/// @notice The setters of the registrar, and who may call each restricted function.
contract ListingsRegistryTest is CoverBase {
    function test_constructor_setsAuthorityAndTreasury() public view {
        assertEq(listings.authority(), address(manager));
        assertEq(listings.treasury(), TREASURY);
    }

    function test_constructor_revertsWith_ZeroAddress() public {
        vm.expectRevert(IListings.ZeroAddress.selector);
        new Listings(address(manager), address(0));
    }

    function test_setAdjudicator_admitsAndDismisses() public {
        assertFalse(listings.isAdjudicator(address(court)));
        vm.startPrank(REGISTRY);
        vm.expectEmit(address(listings));
        emit IListings.AdjudicatorSet(address(court), true);
        listings.setAdjudicator(address(court), true);
        assertTrue(listings.isAdjudicator(address(court)));
        listings.setAdjudicator(address(court), false);
        assertFalse(listings.isAdjudicator(address(court)));
    }

    function test_setQuoteSigner_admitsAndDismisses() public {
        vm.startPrank(REGISTRY);
        vm.expectEmit(address(listings));
        emit IListings.QuoteSignerSet(ALICE, true);
        listings.setQuoteSigner(ALICE, true);
        assertTrue(listings.isQuoteSigner(ALICE));
        listings.setQuoteSigner(ALICE, false);
        assertFalse(listings.isQuoteSigner(ALICE));
    }

    function test_setFamily_putsAndTakesBack() public {
        vm.startPrank(REGISTRY);
        vm.expectEmit(address(listings));
        emit IListings.FamilySet(USDC, 5);
        listings.setFamily(USDC, 5);
        assertEq(listings.familyOf(USDC), 5);
        listings.setFamily(USDC, 0);
        assertEq(listings.familyOf(USDC), 0);
    }

    function test_setProtocolFee_upToItsCap() public {
        vm.startPrank(REGISTRY);
        vm.expectEmit(address(listings));
        emit IListings.ProtocolFeeSet(1_000);
        listings.setProtocolFee(1_000);
        assertEq(listings.protocolFee(), 1_000);
        assertEq(listings.treasury(), TREASURY);
    }

    function test_setProtocolFee_revertsWith_FeeAboveCap() public {
        vm.prank(REGISTRY);
        vm.expectRevert(abi.encodeWithSelector(IListings.FeeAboveCap.selector, 1_001, 1_000));
        listings.setProtocolFee(1_001);
    }

    function test_setTreasury_replacesIt() public {
        vm.prank(REGISTRY);
        vm.expectEmit(address(listings));
        emit IListings.TreasurySet(BOB);
        listings.setTreasury(BOB);
        assertEq(listings.treasury(), BOB);
    }

    function test_setDescriptor_setsAndTakesBack() public {
        assertEq(listings.descriptor(), address(0));
        vm.startPrank(REGISTRY);
        vm.expectEmit(address(listings));
        emit IListings.DescriptorSet(BOB);
        listings.setDescriptor(BOB);
        assertEq(listings.descriptor(), BOB);
        listings.setDescriptor(address(0));
        assertEq(listings.descriptor(), address(0));
    }

    function test_setters_revertsWith_ZeroAddress() public {
        vm.startPrank(REGISTRY);
        vm.expectRevert(IListings.ZeroAddress.selector);
        listings.setAdjudicator(address(0), true);
        vm.expectRevert(IListings.ZeroAddress.selector);
        listings.setQuoteSigner(address(0), true);
        vm.expectRevert(IListings.ZeroAddress.selector);
        listings.setFamily(address(0), 1);
        vm.expectRevert(IListings.ZeroAddress.selector);
        listings.setTreasury(address(0));
    }

    function test_restricted_revertsWith_AccessManagedUnauthorized() public {
        bytes[] memory calls = new bytes[](15);
        calls[0] = abi.encodeCall(IListings.postRates, (new IListings.RatePost[](0), 0, 0));
        calls[1] = abi.encodeCall(IListings.setAdjudicator, (address(court), true));
        calls[2] = abi.encodeCall(IListings.setQuoteSigner, (ALICE, true));
        calls[3] = abi.encodeCall(IListings.setFamily, (USDC, 1));
        calls[4] = abi.encodeCall(IListings.setProtocolFee, (1));
        calls[5] = abi.encodeCall(IListings.setTreasury, (ALICE));
        calls[6] = abi.encodeCall(IListings.pauseSales, (1));
        calls[7] = abi.encodeCall(IListings.setDescriptor, (ALICE));
        calls[8] = abi.encodeCall(IListings.setRateBounds, (new uint32[](0), 0, 0));
        calls[9] = abi.encodeCall(IListings.setRatePace, (1 days, 1 days));
        calls[10] = abi.encodeCall(IListings.setCuratorFeeCap, (1));
        calls[11] = abi.encodeCall(IListings.raiseRateFloors, (new uint32[](0), 0));
        calls[12] = abi.encodeCall(IListings.dismissAdjudicator, (address(trigger)));
        calls[13] = abi.encodeCall(IListings.dismissQuoteSigner, (signer));
        calls[14] = abi.encodeCall(IListings.lowerProtocolFee, (0));
        for (uint256 i = 0; i < calls.length; ++i) {
            _refused(STRANGER, calls[i]);
            if (i != 0) _refused(POSTER, calls[i]);
            if (i == 0 || i == 6 || i > 10) _refused(REGISTRY, calls[i]);
            if (i != 6) _refused(GUARD, calls[i]);
        }
    }

    function _refused(address caller, bytes memory data) private {
        vm.prank(caller);
        (bool success, bytes memory reason) = address(listings).call(data);
        assertFalse(success);
        assertEq(reason, abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
    }
}
