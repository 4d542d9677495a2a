// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {ILossProofs} from "../interfaces/ILossProofs.sol";

/// @title Reads of block headers, of the state trie and of storage tries
/// @dev Linked, else `LossProofs` would be too large.
/// @notice `TrieProof` proves what is there; a key that is not there is proven too: its path ends at another key's node,
/// or at an empty child of a branch, which `TrieProof` cannot read.
library StateProof {
    using BlockHeader for Memory.Slice[];
    using Memory for Memory.Slice;
    using RLP for Memory.Slice;

    /// @dev Root of a trie without entries: keccak256(rlp("")).
    bytes32 private constant EMPTY_ROOT = 0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421;
    uint256 private constant BRANCH = 17;
    uint256 private constant NIBBLES = 64;
    /// @dev RLP of a hash: a prefix and 32 bytes.
    uint256 private constant HASH_ITEM = 33;
    bytes1 private constant EMPTY_ITEM = 0x80;

    // -- Read ----------------------------------------------------------------------------------------------------

    /// @notice Number, unix seconds and state root of a header; who believes it has compared its hash.
    function header(bytes memory rlp) external pure returns (uint256 number, uint256 timestamp, bytes32 stateRoot) {
        Memory.Slice[] memory fields = BlockHeader.parseHeader(rlp);
        return (fields.getNumber(), fields.getTimestamp(), fields.getStateRoot());
    }

    /// @notice Storage root and code hash of an account; zeros if there is no account.
    function account(bytes32 stateRoot, address who, bytes[] memory proof)
        external
        pure
        returns (bytes32 storageRoot, bytes32 codeHash)
    {
        bytes memory value = read(stateRoot, keccak256(abi.encodePacked(who)), proof);
        if (value.length == 0) return (0, 0);
        Memory.Slice[] memory fields = RLP.decodeList(value);
        return (fields[2].readBytes32(), fields[3].readBytes32());
    }

    /// @notice The word in a storage slot; zero if it is absent.
    function word(bytes32 storageRoot, bytes32 slot, bytes[] memory proof) external pure returns (uint256) {
        bytes memory value = read(storageRoot, keccak256(abi.encodePacked(slot)), proof);
        return value.length == 0 ? 0 : RLP.decodeUint256(value);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev The value under a key; empty if the proof shows that there is none.
    function read(bytes32 root, bytes32 key, bytes[] memory proof) private pure returns (bytes memory value) {
        // There is nothing to be shown of an empty trie; nodes tell it in different ways.
        if (root == EMPTY_ROOT || (proof.length != 0 && endsAtEmptyChild(root, key, proof))) return value;
        TrieProof.ProofError err;
        (value, err) = TrieProof.tryTraverse(root, abi.encodePacked(key), proof);
        // The last node is authentic, it lies on the key's path, and it belongs to other keys.
        if (err == TrieProof.ProofError.INVALID_PATH_REMAINDER) return value;
        require(err == TrieProof.ProofError.NO_ERROR, ILossProofs.InvalidProof(uint256(err)));
    }

    /// @dev Follows the key down from the root to the last node: is it a branch without a child there? Every node is
    /// authenticated before it is believed; whatever is odd is left to `TrieProof`, which refuses it.
    function endsAtEmptyChild(bytes32 root, bytes32 key, bytes[] memory proof) private pure returns (bool) {
        uint256 last = proof.length - 1;
        if (RLP.decodeList(proof[last]).length != BRANCH) return false;
        bytes32 expected = root;
        uint256 depth;
        for (uint256 i = 0; i <= last; ++i) {
            if (keccak256(proof[i]) != expected) return false;
            Memory.Slice[] memory items = RLP.decodeList(proof[i]);
            Memory.Slice child;
            if (items.length == BRANCH) {
                if (depth == NIBBLES) return false;
                child = items[nibble(key, depth++)];
                if (i == last) return child.length() == 1 && bytes1(child.load(0)) == EMPTY_ITEM;
            } else {
                bool followed;
                (followed, depth) = follow(items[0].readBytes(), key, depth);
                if (!followed) return false;
                child = items[1];
            }
            if (child.length() != HASH_ITEM) return false; // too short a node to hold a branch
            expected = child.readBytes32();
        }
        return false;
    }

    /// @dev Follows an extension's path, hex-prefix encoded: its first nibble is 0 (even length) or 1 (odd).
    function follow(bytes memory path, bytes32 key, uint256 depth) private pure returns (bool, uint256) {
        if (path.length == 0 || uint8(path[0]) >> 4 > 1) return (false, depth); // a leaf
        for (uint256 i = uint8(path[0]) >> 4 == 1 ? 1 : 2; i < 2 * path.length; ++i) {
            uint8 pair = uint8(path[i / 2]);
            if (depth == NIBBLES || nibble(key, depth++) != (i % 2 == 0 ? pair >> 4 : pair & 15)) {
                return (false, depth);
            }
        }
        return (true, depth);
    }

    /// @dev `index` < 64: at most 252 bits are shifted out.
    function nibble(bytes32 key, uint256 index) private pure returns (uint256) {
        return uint256(key) >> (252 - 4 * index) & 15;
    }
}
