// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {LossProofs} from "../../../src/claims/LossProofs.sol";
import {SignatureWallet} from "../../mocks/SignatureWallet.sol";
import {LossProofsFixture} from "./LossProofsFixture.sol";

/// @notice Whom a protected account lets be paid.
contract LossProofsConsentTest is LossProofsFixture {
    uint256 internal constant COVER = (1 << 40) + 7;
    uint256 internal constant KEY = 0xacc0;
    address internal account = vm.addr(KEY);
    address internal owner = makeLabelled("owner");
    uint256 internal deadline;

    function setUp() public override {
        super.setUp();
        vm.warp(1_700_000_000);
        deadline = block.timestamp + 1 days;
        covers.set(COVER, owner, account);
    }

    function sign(LossProofs by, uint256 key, uint256 coverId, address to) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, by.hashConsent(coverId, to, deadline));
        return abi.encodePacked(r, s, v);
    }

    function expectNotSigned(uint256 coverId, address to) internal {
        bytes32 digest = proofs.hashConsent(coverId, to, deadline);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ConsentNotSigned.selector, account, digest));
    }

    function test_consent_namesThePresentOwner() public {
        bytes memory signature = sign(proofs, KEY, COVER, owner);
        vm.prank(stranger); // anyone brings it
        proofs.consent(COVER, deadline, signature);
        assertEq(proofs.consentOf(COVER, block.timestamp), owner);
    }

    function test_hashConsent_isEip712() public view {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Bulwark LossProofs"),
                keccak256("1"),
                block.chainid,
                proofs
            )
        );
        bytes32 typehash = keccak256("Consent(uint256 cover,address owner,uint256 deadline)");
        bytes32 message = keccak256(abi.encode(typehash, COVER, owner, deadline));
        assertEq(proofs.hashConsent(COVER, owner, deadline), keccak256(abi.encodePacked(hex"1901", domain, message)));
    }

    function test_consent_ofAContractAccount() public {
        SignatureWallet wallet = new SignatureWallet(vm.addr(KEY));
        covers.set(COVER, owner, address(wallet));
        proofs.consent(COVER, deadline, sign(proofs, KEY, COVER, owner));
        assertEq(proofs.consentOf(COVER, block.timestamp), owner);
    }

    function test_consent_byTheAccountsOwnCall() public {
        vm.prank(account);
        proofs.consent(COVER, deadline, "");
        assertEq(proofs.consentOf(COVER, block.timestamp), owner);
    }

    /// @dev The stored owner is no longer the present one: whoever reads it compares.
    function test_consent_isVoidForTheNextOwner_whoCannotReplayIt() public {
        bytes memory signature = sign(proofs, KEY, COVER, owner);
        proofs.consent(COVER, deadline, signature);
        covers.set(COVER, attacker, account);
        assertEq(proofs.consentOf(COVER, block.timestamp), owner);
        expectNotSigned(COVER, attacker);
        proofs.consent(COVER, deadline, signature);
    }

    function test_consent_revertsWith_ConsentNotSigned_forAStrangersAccount() public {
        covers.set(COVER, attacker, account);
        bytes memory signature = sign(proofs, 0xbad, COVER, attacker);
        expectNotSigned(COVER, attacker);
        vm.prank(attacker);
        proofs.consent(COVER, deadline, signature);
    }

    function test_consent_revertsWith_ConsentNotSigned_replayedForAnotherCover() public {
        bytes memory signature = sign(proofs, KEY, COVER, owner);
        covers.set(COVER + 1, owner, account);
        expectNotSigned(COVER + 1, owner);
        proofs.consent(COVER + 1, deadline, signature);
    }

    function test_consent_revertsWith_ConsentNotSigned_replayedWithAnotherDeadline() public {
        bytes memory signature = sign(proofs, KEY, COVER, owner);
        bytes32 digest = proofs.hashConsent(COVER, owner, deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ConsentNotSigned.selector, account, digest));
        proofs.consent(COVER, deadline + 1, signature);
    }

    function test_consent_revertsWith_ConsentNotSigned_replayedOnAnotherChain() public {
        bytes memory signature = sign(proofs, KEY, COVER, owner);
        vm.chainId(10);
        expectNotSigned(COVER, owner);
        proofs.consent(COVER, deadline, signature);
    }

    function test_consent_revertsWith_ConsentNotSigned_replayedAtAnotherContract() public {
        bytes memory signature = sign(newProofs(GRID), KEY, COVER, owner);
        expectNotSigned(COVER, owner);
        proofs.consent(COVER, deadline, signature);
    }

    function test_consent_revertsWith_ConsentNotSigned_forGarbage() public {
        expectNotSigned(COVER, owner);
        proofs.consent(COVER, deadline, new bytes(5_000));
    }

    function test_consent_revertsWith_ConsentExpired() public {
        bytes memory signature = sign(proofs, KEY, COVER, owner);
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ConsentExpired.selector, deadline, deadline + 1));
        proofs.consent(COVER, deadline, signature);
    }

    function test_consent_revertsWith_NoProtectedAccount() public {
        covers.set(COVER, owner, address(0));
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.NoProtectedAccount.selector, COVER));
        proofs.consent(COVER, deadline, "");
    }

    function test_revokeConsent_alsoOfSignaturesGivenBefore() public {
        bytes memory signature = sign(proofs, KEY, COVER, owner);
        proofs.consent(COVER, deadline, signature);
        vm.prank(account);
        proofs.revokeConsent(COVER);
        uint256 from = block.timestamp + proofs.REVOCATION_DELAY();
        assertEq(proofs.consentOf(COVER, from - 1), owner);
        assertEq(proofs.consentOf(COVER, from), address(0));
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ConsentWasRevoked.selector, COVER, account));
        proofs.consent(COVER, deadline, signature);
        vm.prank(account);
        proofs.consent(COVER, deadline, "");
        assertEq(proofs.consentOf(COVER, block.timestamp), owner);
    }

    /// @dev Whoever has stolen the account's key takes its consent back, so that the payout for the theft comes to him.
    function test_attack_revocationAfterTheLoss_turnsNoPayout() public {
        proofs.consent(COVER, deadline, sign(proofs, KEY, COVER, owner));
        uint256 lossTime = block.timestamp;
        skip(1 hours);
        vm.prank(account);
        proofs.revokeConsent(COVER);
        skip(60 days);
        vm.prank(account);
        proofs.revokeConsent(COVER);
        assertEq(proofs.consentOf(COVER, lossTime), owner);
        assertEq(proofs.consentOf(COVER, lossTime + 1 hours + proofs.REVOCATION_DELAY()), address(0));
    }

    function test_revokeConsent_revertsWith_OnlyProtectedAccount() public {
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.OnlyProtectedAccount.selector, owner, account));
        proofs.revokeConsent(COVER);
    }
}
