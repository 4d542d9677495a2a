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
    bytes32 internal constant KEY = keccak256(abi.encodePacked(SLOT));

    function wordOf(bytes32 root, bytes[] memory proof) external pure returns (uint256) {
        return StateProof.word(root, SLOT, proof);
    }

    function readOf(bytes32 root, bytes32 key, bytes[] memory proof) external pure returns (bytes memory) {
        return StateProof.read(root, key, proof);
    }

    function testFuzz_word_asTrieProofSays(uint256 value, uint256 depth) public pure {
        depth = bound(depth, 0, 12);
        value = bound(value, 1, type(uint256).max);
        (bytes32 root, bytes[] memory proof) = KEY.present(RLP.encode(value), depth);
        bytes memory twin = TrieProof.traverse(root, abi.encodePacked(KEY), proof);
        assertEq(StateProof.word(root, SLOT, proof), RLP.decodeUint256(twin));
        assertEq(StateProof.word(root, SLOT, proof), value);
    }

    function testFuzz_read_asTrieProofSays(bytes32 key, bytes calldata value, uint256 depth) public pure {
        vm.assume(value.length != 0);
        (bytes32 root, bytes[] memory proof) = key.present(value, bound(depth, 0, 16));
        assertEq(StateProof.read(root, key, proof), value);
        assertEq(TrieProof.traverse(root, abi.encodePacked(key), proof), value);
    }

    function test_read_downToTheLastNibble() public pure {
        (bytes32 root, bytes[] memory proof) = KEY.present(new bytes(40), 64);
        assertEq(StateProof.read(root, KEY, proof), new bytes(40));
        assertEq(TrieProof.traverse(root, abi.encodePacked(KEY), proof), new bytes(40));
    }

    /// @dev Another key under the same root: what `TrieProof` does not find, this does not find either.
    function testFuzz_read_findsNoOtherKey(bytes32 key, bytes32 other, uint256 same, uint256 depth) public view {
        depth = bound(depth, 0, 20);
        same = bound(same, 0, 24);
        other = bytes32(uint256(key) >> 256 - 4 * same << 256 - 4 * same | uint256(other) << 4 * same >> 4 * same);
        vm.assume(other != key && same != 0);
        (bytes32 root, bytes[] memory proof) = key.present(RLP.encode(uint256(7)), depth);
        (, TrieProof.ProofError err) = TrieProof.tryTraverse(root, abi.encodePacked(other), proof);
        assertTrue(err != TrieProof.ProofError.NO_ERROR);
        try this.readOf(root, other, proof) returns (bytes memory value) {
            assertEq(value.length, 0);
        } catch {}
    }

    function testFuzz_word_isZero_whereABranchHasNoChild(uint256 depth) public pure {
        (bytes32 root, bytes[] memory proof) = KEY.withoutChild(bound(depth, 0, 12));
        assertEq(StateProof.word(root, SLOT, proof), 0);
    }

    function testFuzz_word_isZero_behindAnExtension(uint256 depth, uint256 length) public pure {
        (bytes32 root, bytes[] memory proof) = KEY.behindExtension(bound(depth, 0, 12), bound(length, 1, 20), false);
        assertEq(StateProof.word(root, SLOT, proof), 0);
    }

    /// @dev The extension leads to other keys: the key is not there; what lies below says nothing.
    function testFuzz_word_isZero_whereTheExtensionLeadsElsewhere(uint256 depth, uint256 length) public {
        (bytes32 root, bytes[] memory proof) = KEY.behindExtension(bound(depth, 0, 12), bound(length, 1, 20), true);
        vm.expectPartialRevert(ILossProofs.ProofTooLong.selector);
        this.wordOf(root, proof);
        bytes[] memory cut = new bytes[](proof.length - 1);
        for (uint256 i; i < cut.length; ++i) {
            cut[i] = proof[i];
        }
        assertEq(StateProof.word(root, SLOT, cut), 0);
    }

    function testFuzz_word_isZero_whereALeafHoldsAnotherKey(uint256 value, uint256 depth) public pure {
        depth = bound(depth, 0, 12);
        bytes32 other = KEY ^ bytes32(uint256(1)); // the same path, but for its last nibble
        (bytes32 root, bytes[] memory proof) = other.present(RLP.encode(bound(value, 1, type(uint256).max)), depth);
        assertEq(StateProof.word(root, SLOT, proof), 0);
    }

    function testFuzz_word_refusesABranchCutOff(uint256 value, uint256 depth) public {
        depth = bound(depth, 1, 12);
        (bytes32 root, bytes[] memory proof) = KEY.present(RLP.encode(bound(value, 2 ** 128, ALL)), depth);
        bytes[] memory cut = new bytes[](depth);
        for (uint256 i; i < depth; ++i) {
            cut[i] = proof[i];
        }
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ProofTooShort.selector, depth));
        this.wordOf(root, cut);
    }

    function testFuzz_word_refusesAForgedBranchWithoutTheChild(uint256 depth) public {
        depth = bound(depth, 0, 12);
        (bytes32 root, bytes[] memory proof) = KEY.present(RLP.encode(ALL), depth);
        (, bytes[] memory forged) = KEY.withoutChild(depth);
        bytes memory why = abi.encodeWithSelector(
            ILossProofs.NodeMismatch.selector, depth, keccak256(proof[depth]), keccak256(forged[depth])
        );
        for (uint256 i; i < depth; ++i) {
            forged[i] = proof[i];
        }
        vm.expectRevert(why);
        this.wordOf(root, forged);
    }

    /// @dev Whatever tries anvil built: what is there is what `TrieProof` says.
    function test_word_asTrieProofSays_ofAnvilsTries() public view {
        string[4] memory names = ["plain", "vyper", "seeded", "doubling"];
        string[3] memory keys = ["alice", "bob", "carol"];
        address[3] memory accounts = [alice, bob, carol];
        for (uint256 n; n < 4; ++n) {
            ILossProofs.TokenLayout memory l = solidityLayout(names[n], n == 1 ? 3 : n == 2 ? 0x87a211a2 : 0);
            if (n == 1) l.order = ILossProofs.Order.Vyper;
            if (n == 2) l.order = ILossProofs.Order.Packed;
            for (uint256 k; k < 3; ++k) {
                bytes[] memory proof = storageProof("b16", names[n], keys[k]);
                bytes32 root = keccak256(proof[0]);
                bytes32 slot = slotOf(l, uint160(accounts[k]));
                bytes memory twin = TrieProof.traverse(root, abi.encodePacked(keccak256(abi.encodePacked(slot))), proof);
                assertEq(StateProof.word(root, slot, proof), RLP.decodeUint256(twin));
                assertEq(StateProof.word(root, slot, proof), (k + 1) * 1_000);
            }
        }
    }

    function test_account_asTrieProofSays_ofAnvilsTries() public view {
        bytes[] memory proof = accountProof("b16", "plain");
        bytes32 root = keccak256(proof[0]);
        bytes memory key = abi.encodePacked(keccak256(abi.encodePacked(plain)));
        (bytes32 storageRoot, bytes32 codeHash) = StateProof.account(root, plain, proof);
        bytes memory twin = TrieProof.traverse(root, key, proof);
        assertEq(codeHash, plain.codehash);
        assertEq(twin, abi.encodePacked(hex"f8440180a0", storageRoot, hex"a0", codeHash));
    }

    function test_word_isZero_inAnEmptyTrie_whateverIsShown() public pure {
        bytes32 empty = keccak256(hex"80");
        assertEq(StateProof.word(empty, SLOT, new bytes[](0)), 0);
        bytes[] memory root = new bytes[](1);
        root[0] = hex"80";
        assertEq(StateProof.word(empty, SLOT, root), 0);
    }

    // -- Depth ---------------------------------------------------------------------------------------------------

    /// @dev Mainnet: 9 levels above an account, 8 above a balance of a token with some ten million holders. Whole
    /// transactions, EIP-7623's price of calldata included. docs/loss-proofs.md says so.
    function test_proofs_asDeepAsMainnets() public {
        (uint256 recordBlock, uint256 proveToken, uint256 proveHolding) = costs(9, 8);
        assertLt(recordBlock, 135_000);
        assertLt(proveToken, 235_000);
        assertLt(proveHolding, 210_000);
    }

    function costs(uint256 accountDepth, uint256 slotDepth) private returns (uint256, uint256, uint256) {
        readyPlain();
        bytes32 slot = keccak256(abi.encode(alice, uint256(0)));
        (bytes32 storageRoot, bytes[] memory slotProof) =
            keccak256(abi.encodePacked(slot)).present(RLP.encode(uint256(123_456_789_012)), slotDepth);
        (bytes32 stateRoot, bytes[] memory tokenProof) =
            keccak256(abi.encodePacked(plain)).present(TrieMaker.account(storageRoot, plain.codehash), accountDepth);
        bytes memory header = TrieMaker.header(24, timeOf("b16") + 100, stateRoot);
        serve(24, keccak256(header), 25);
        vm.warp(timeOf("b16") + 112);
        return (
            costOf(abi.encodeCall(proofs.recordBlock, (header))),
            costOf(abi.encodeCall(proofs.proveToken, (plain, 24, tokenProof))),
            costOf(abi.encodeCall(proofs.proveHolding, (plain, 24, alice, slotProof)))
        );
    }

    function costOf(bytes memory data) private returns (uint256 cost) {
        vm.cool(address(proofs));
        cost = gasleft();
        (bool success,) = address(proofs).call(data);
        cost -= gasleft();
        assertTrue(success);
        uint256 tokens;
        for (uint256 i; i < data.length; ++i) {
            tokens += data[i] == 0 ? 1 : 4;
        }
        return 21_000 + (cost + 4 * tokens > 10 * tokens ? cost + 4 * tokens : 10 * tokens);
    }
}
