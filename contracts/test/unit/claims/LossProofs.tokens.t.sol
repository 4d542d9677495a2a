// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {LossProofsFixture} from "./LossProofsFixture.sol";

/// @notice Tokens registered, shown and retired, and the proof terms made of them.
contract LossProofsTokensTest is LossProofsFixture {
    // -- Register ------------------------------------------------------------------------------------------------

    function test_registerToken_keepsLayoutUnitAndCode() public {
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 0);
        register(l);
        (ILossProofs.TokenLayout memory kept, uint256 unit, bytes32 codeHash, bool shown, bool retired) =
            proofs.tokenOf(plain);
        assertEq(abi.encode(kept), abi.encode(l));
        assertEq(unit, 1e6);
        assertEq(codeHash, plain.codehash);
        assertFalse(shown || retired);
    }

    function test_registerToken_waitsForTheRolesDelay() public {
        vm.startPrank(admin);
        authority.grantRole(2, address(this), 16 days);
        bytes4[] memory selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (proofs.registerToken.selector, proofs.retireToken.selector);
        authority.setTargetFunctionRole(address(proofs), selectors, 2);
        vm.stopPrank();
        bytes memory data = abi.encodeCall(proofs.registerToken, (solidityLayout("plain", 0)));
        authority.schedule(address(proofs), data, 0);
        skip(16 days - 1);
        vm.expectRevert();
        authority.execute(address(proofs), data);
        skip(1);
        authority.execute(address(proofs), data);
        (, uint256 unit,,,) = proofs.tokenOf(plain);
        assertEq(unit, 1e6);
    }

    function test_registerToken_revertsWith_AccessManagedUnauthorized() public {
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, attacker));
        proofs.registerToken(solidityLayout("plain", 0));
    }

    function test_registerToken_canBeCorrectedUntilItIsShown() public {
        record("b16");
        register(solidityLayout("plain", 5));
        readyPlain();
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.TokenAlreadyShown.selector, plain));
        vm.prank(admin);
        proofs.registerToken(solidityLayout("plain", 5));
    }

    function test_registerToken_revertsWith_InvalidLayout() public {
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 0);
        l.token = stranger;
        expectInvalid(l, "token");
        l = nftLayout();
        l.order = ILossProofs.Order.Packed;
        expectInvalid(l, "order");
        l = solidityLayout("seeded", 2 ** 96);
        l.order = ILossProofs.Order.Packed;
        expectInvalid(l, "slot");
        l = solidityLayout("plain", 0);
        l.mask = 0;
        expectInvalid(l, "mask");
        (l.mask, l.shift) = (0xff, 1); // a bit that counts would be shifted out
        expectInvalid(l, "mask");
        l = nftLayout();
        l.mask = ALL;
        expectInvalid(l, "mask");
        l = solidityLayout("nft", 0); // answers no decimals
        expectInvalid(l, "decimals");
    }

    function expectInvalid(ILossProofs.TokenLayout memory l, bytes32 field) private {
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.InvalidLayout.selector, field));
        proofs.registerToken(l);
    }

    // -- Show ----------------------------------------------------------------------------------------------------

    function test_showToken_byAnyone_plain() public {
        readyPlain();
        (,,, bool shown,) = proofs.tokenOf(plain);
        assertTrue(shown);
        assertTrue(proofs.storageRootOf(plain, 16) != 0);
    }

    function test_showToken_vyperOrder() public {
        ILossProofs.TokenLayout memory l = solidityLayout("vyper", 3);
        l.order = ILossProofs.Order.Vyper;
        ready(l, "vyper");
    }

    function test_showToken_soladysSeed() public {
        ILossProofs.TokenLayout memory l = solidityLayout("seeded", 0x87a211a2);
        l.order = ILossProofs.Order.Packed;
        ready(l, "seeded");
    }

    function test_showToken_nftByItsOwners() public {
        ready(nftLayout(), "nft");
    }

    function test_showToken_revertsWith_SampleMismatch_whereBalanceOfLies() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("doubling", 0);
        register(l);
        holdSamples(l, "doubling");
        expectShowFails(l, "doubling", abi.encodeWithSelector(ILossProofs.SampleMismatch.selector, 0xa1, 1_000, 2_000));
    }

    function test_showToken_revertsWith_SampleMismatch_afterABalanceMoved() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 0);
        register(l);
        holdSamples(l, "plain");
        hold(l, 0xb0, 2_001);
        expectShowFails(l, "plain", abi.encodeWithSelector(ILossProofs.SampleMismatch.selector, 0xb0, 2_000, 2_001));
    }

    /// @dev In a slot where nothing is, everybody's proof says zero, and so would balanceOf.
    function test_showToken_revertsWith_SampleMismatch_forThreeAccountsThatHoldNothing() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("empty", 3);
        register(l);
        expectShowFails(l, "empty", abi.encodeWithSelector(ILossProofs.SampleMismatch.selector, 0xa1, 0, 0));
    }

    function test_showToken_revertsWith_NodeMismatch_forAnotherSlot() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 1);
        register(l);
        holdSamples(l, "plain");
        (uint256[] memory samples, bytes[][] memory shown) = samplesOf("b16", "plain");
        bytes[] memory account = accountProof("b16", "plain");
        vm.expectPartialRevert(ILossProofs.NodeMismatch.selector);
        proofs.showToken(plain, 16, samples, account, shown);
    }

    function test_showToken_revertsWith_SamplesNotAscending_forOneAccountThreeTimes() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 0);
        register(l);
        holdSamples(l, "plain");
        (uint256[] memory samples, bytes[][] memory shown) = samplesOf("b16", "plain");
        (samples[1], shown[1]) = (samples[0], shown[0]);
        bytes[] memory account = accountProof("b16", "plain");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.SamplesNotAscending.selector, 0xa1, 0xa1));
        proofs.showToken(plain, 16, samples, account, shown);
    }

    /// @dev Where the slot is made of 20 bytes, what lies above them would pass unseen.
    function test_showToken_revertsWith_SampleMismatch_forOneAccountUnderThreeNumbers() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("seeded", 0x87a211a2);
        l.order = ILossProofs.Order.Packed;
        register(l);
        holdSamples(l, "seeded");
        (uint256[] memory samples, bytes[][] memory shown) = samplesOf("b16", "seeded");
        (samples[1], samples[2]) = (samples[0] + 2 ** 160, samples[0] + 2 ** 161);
        (shown[1], shown[2]) = (shown[0], shown[0]);
        bytes[] memory account = accountProof("b16", "seeded");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.SampleMismatch.selector, samples[1], 1_000, 1_000));
        proofs.showToken(l.token, 16, samples, account, shown);
    }

    function test_showToken_revertsWith_WrongSamples() public {
        record("b16");
        register(solidityLayout("plain", 0));
        bytes[] memory account = accountProof("b16", "plain");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.WrongSamples.selector, 2, 3, 3));
        proofs.showToken(plain, 16, new uint256[](2), account, new bytes[][](3));
    }

    function test_showToken_revertsWith_TokenNotRegistered() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 0);
        holdSamples(l, "plain");
        expectShowFails(l, "plain", abi.encodeWithSelector(ILossProofs.TokenNotRegistered.selector, plain));
    }

    function test_showToken_revertsWith_BlockNotRecorded() public {
        mine("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 0);
        register(l);
        holdSamples(l, "plain");
        expectShowFails(l, "plain", abi.encodeWithSelector(ILossProofs.BlockNotRecorded.selector, 16));
    }

    function expectShowFails(ILossProofs.TokenLayout memory l, string memory name, bytes memory why) private {
        (uint256[] memory samples, bytes[][] memory shown) = samplesOf("b16", name);
        bytes[] memory account = accountProof("b16", name);
        vm.expectRevert(why);
        proofs.showToken(l.token, 16, samples, account, shown);
    }

    // -- Define --------------------------------------------------------------------------------------------------

    function test_defineTerms_isAddressedByItsContent_andIdempotent() public {
        readyPlain();
        ILossProofs.ProofTerms memory t = fixedTerms(plain);
        bytes32 id = proofs.defineTerms(t);
        assertEq(id, keccak256(abi.encode(t)));
        assertEq(abi.encode(proofs.termsOf(id)), abi.encode(t));
        assertEq(proofs.defineTerms(t), id);
        assertTrue(proofs.canSell(id));
        t.salvage = true;
        assertTrue(proofs.defineTerms(t) != id);
    }

    /// @dev `Salvage` counts units: such a cover could be sold, and never be paid.
    function test_defineTerms_revertsWith_InvalidProofTerms_forNftsToBeHandedOver() public {
        ready(nftLayout(), "nft");
        ILossProofs.ProofTerms memory t = fixedTerms(tokenAt("nft"));
        proofs.defineTerms(t);
        t.salvage = true;
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.InvalidProofTerms.selector, bytes32("salvage")));
        proofs.defineTerms(t);
    }

    function test_defineTerms_revertsWith_TokenNotUsable_beforeItIsShown_andOnceRetired() public {
        record("b16");
        ILossProofs.TokenLayout memory l = solidityLayout("plain", 0);
        register(l);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.TokenNotUsable.selector, plain, false, false));
        proofs.defineTerms(fixedTerms(plain));
        show(l, "plain");
        bytes32 id = proofs.defineTerms(fixedTerms(plain));
        vm.prank(admin);
        proofs.retireToken(plain);
        assertFalse(proofs.canSell(id));
        ILossProofs.ProofTerms memory t = fixedTerms(plain);
        t.value = 2e18;
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.TokenNotUsable.selector, plain, true, true));
        proofs.defineTerms(t);
    }

    /// @dev What was sold is settled: retiring a token decides about no claim.
    function test_retireToken_leavesProofsOpen() public {
        readyPlain();
        vm.prank(admin);
        proofs.retireToken(plain);
        proofs.proveHolding(plain, 16, alice, storageProof("b16", "plain", "alice"));
    }

    function test_retireToken_revertsWith_AccessManagedUnauthorized() public {
        readyPlain();
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, attacker));
        proofs.retireToken(plain);
    }

    function test_defineTerms_revertsWith_UnsupportedChain() public {
        readyPlain();
        bytes32 id = proofs.defineTerms(fixedTerms(plain));
        vm.etch(HISTORY, "");
        assertFalse(proofs.canSell(id));
        ILossProofs.ProofTerms memory t = fixedTerms(plain);
        t.value = 2;
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.UnsupportedChain.selector, block.chainid));
        proofs.defineTerms(t);
    }

    function test_defineTerms_revertsWith_InvalidProofTerms_forSalvageOfNfts() public {
        ready(nftLayout(), "nft");
        ILossProofs.ProofTerms memory t = fixedTerms(tokenAt("nft"));
        t.salvage = true;
        expectInvalid(t, "salvage");
        t.salvage = false;
        proofs.defineTerms(t);
    }

    function test_defineTerms_revertsWith_InvalidProofTerms() public {
        readyPlain();
        MockPriceFeed feed = new MockPriceFeed(8);
        feed.push(block.timestamp - 100, 1e8);
        ILossProofs.ProofTerms memory t = fixedTerms(plain);
        t.feed = address(feed);
        expectInvalid(t, "feed"); // both
        (t.feed, t.value) = (address(0), 0);
        expectInvalid(t, "feed"); // neither
        (t.value, t.heartbeat) = (1e18, 60);
        expectInvalid(t, "heartbeat");
        (t.value, t.heartbeat) = (uint256(2) ** 128, 0);
        expectInvalid(t, "value");
        (t.value, t.feed) = (0, address(feed));
        expectInvalid(t, "heartbeat");
        t.heartbeat = 99;
        expectInvalid(t, "feed"); // too old
        t.heartbeat = 100;
        bytes32 id = proofs.defineTerms(t);
        assertTrue(proofs.canSell(id));
        skip(1);
        assertFalse(proofs.canSell(id)); // the feed's silence
        feed.setDead(true);
        assertFalse(proofs.canSell(id));
        t.feed = stranger;
        expectInvalid(t, "feed"); // no contract
    }

    function test_canSell_nothingUnknown() public view {
        assertFalse(proofs.canSell(keccak256("nothing")));
    }

    function test_termsOf_revertsWith_UnknownProofTerms() public {
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.UnknownProofTerms.selector, bytes32(uint256(1))));
        proofs.termsOf(bytes32(uint256(1)));
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.UnknownProofTerms.selector, bytes32(uint256(1))));
        proofs.holdingOf(bytes32(uint256(1)), alice, 1);
    }

    function expectInvalid(ILossProofs.ProofTerms memory t, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.InvalidProofTerms.selector, field));
        proofs.defineTerms(t);
    }
}
