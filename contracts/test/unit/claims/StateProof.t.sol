// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";
import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {StateProof} from "../../../src/claims/libraries/StateProof.sol";
import {LossProofs} from "../../../src/claims/LossProofs.sol";
import {LossProofsFixture} from "./LossProofsFixture.sol";
import {TrieMaker} from "../../mocks/TrieMaker.sol";

/// @notice Proofs of presence against OpenZeppelin's own `TrieProof`, proofs of absence against tries made for them, and
/// what tries as deep as mainnet's cost.
contract StateProofTest is LossProofsFixture {
    using TrieMaker for bytes32;

    bytes32 internal constant SLOT = keccak256("slot");

    function wordOf(bytes32 root, bytes[] memory proof) external pure returns (uint256) {
        return StateProof.word(root, SLOT, proof);
    }

    function testFuzz_word_asTrieProofSays(uint256 value, uint256 depth) public pure {
        depth = bound(depth, 0, 12);
        value = bound(value, 1, type(uint256).max);
        bytes32 key = keccak256(abi.encodePacked(SLOT));
        (bytes32 root, bytes[] memory proof) = key.present(RLP.encode(value), depth);
        bytes memory twin = TrieProof.traverse(root, abi.encodePacked(key), proof);
        assertEq(StateProof.word(root, SLOT, proof), RLP.decodeUint256(twin));
        assertEq(StateProof.word(root, SLOT, proof), value);
    }

    function testFuzz_word_isZero_whereABranchHasNoChild(uint256 depth) public pure {
        (bytes32 root, bytes[] memory proof) = keccak256(abi.encodePacked(SLOT)).withoutChild(bound(depth, 0, 12));
        assertEq(StateProof.word(root, SLOT, proof), 0);
    }

    function testFuzz_word_isZero_behindAnExtension(uint256 depth, uint256 length) public pure {
        (bytes32 root, bytes[] memory proof) =
            keccak256(abi.encodePacked(SLOT)).behindExtension(bound(depth, 0, 12), bound(length, 1, 20), false);
        assertEq(StateProof.word(root, SLOT, proof), 0);
    }

    /// @dev The extension leads to other keys: what lies below it says nothing, but the key is not there.
    function testFuzz_word_isZero_whereTheExtensionLeadsElsewhere(uint256 depth, uint256 length) public view {
        (bytes32 root, bytes[] memory proof) =
            keccak256(abi.encodePacked(SLOT)).behindExtension(bound(depth, 0, 12), bound(length, 1, 20), true);
        try this.wordOf(root, proof) returns (uint256 word) {
            assertEq(word, 0);
        } catch {}
    }

    function testFuzz_word_isZero_whereALeafHoldsAnotherKey(uint256 value, uint256 depth) public pure {
        depth = bound(depth, 0, 12);
        bytes32 key = keccak256(abi.encodePacked(SLOT));
        bytes32 other = key ^ bytes32(uint256(1)); // the same path, but for its last nibble
        (bytes32 root, bytes[] memory proof) = other.present(RLP.encode(bound(value, 1, type(uint256).max)), depth);
        assertEq(StateProof.word(root, SLOT, proof), 0);
    }

    /// @dev A branch that is not on the key's path shows nothing, nor one whose child is there.
    function testFuzz_word_refusesABranchCutOff(uint256 value, uint256 depth) public {
        depth = bound(depth, 1, 12);
        (bytes32 root, bytes[] memory proof) =
            keccak256(abi.encodePacked(SLOT)).present(RLP.encode(bound(value, 1, type(uint256).max)), depth);
        bytes[] memory cut = new bytes[](depth);
        for (uint256 i; i < depth; ++i) {
            cut[i] = proof[i];
        }
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.InvalidProof.selector, uint256(TrieProof.ProofError.INVALID_PROOF))
        );
        this.wordOf(root, cut);
    }

    function test_word_refusesAForgedBranchWithoutTheChild() public {
        bytes32 key = keccak256(abi.encodePacked(SLOT));
        (bytes32 root,) = key.present(RLP.encode(uint256(7)), 3);
        (, bytes[] memory forged) = key.withoutChild(3);
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.InvalidProof.selector, uint256(TrieProof.ProofError.INVALID_ROOT))
        );
        this.wordOf(root, forged);
    }

    function test_word_isZero_inAnEmptyTrie_whateverIsShown() public pure {
        bytes32 empty = keccak256(hex"80");
        assertEq(StateProof.word(empty, SLOT, new bytes[](0)), 0);
        bytes[] memory root = new bytes[](1);
        root[0] = hex"80";
        assertEq(StateProof.word(empty, SLOT, root), 0);
    }

    // -- Depth ---------------------------------------------------------------------------------------------------

    /// @dev Mainnet: 9 levels to an account, 8 to a slot of a token with some million holders. Gas without the
    /// transaction's own 21,000 and its calldata: docs/loss-proofs.md adds them.
    function test_proofs_asDeepAsMainnets() public {
        (uint256 proveToken, uint256 proveHolding) = costs(9, 8);
        assertLt(proveToken, 330_000);
        assertLt(proveHolding, 300_000);
    }

    function costs(uint256 accountDepth, uint256 slotDepth) private returns (uint256 token_, uint256 holding) {
        readyPlain();
        bytes32 slot = keccak256(abi.encode(alice, uint256(0)));
        (bytes32 storageRoot, bytes[] memory storageProof_) =
            keccak256(abi.encodePacked(slot)).present(RLP.encode(uint256(123_456_789_012)), slotDepth);
        (bytes32 stateRoot, bytes[] memory accountProof_) =
            keccak256(abi.encodePacked(plain)).present(TrieMaker.account(storageRoot, plain.codehash), accountDepth);
        bytes memory header = TrieMaker.header(24, timeOf("b16") + 100, stateRoot);
        serve(24, keccak256(header), 25);
        vm.warp(timeOf("b16") + 112);
        proofs.recordBlock(header);

        vm.cool(address(proofs));
        uint256 before = gasleft();
        proofs.proveToken(plain, 24, accountProof_);
        token_ = before - gasleft();
        vm.cool(address(proofs));
        before = gasleft();
        proofs.proveHolding(plain, 24, alice, storageProof_);
        holding = before - gasleft();
    }
}
