// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {ILossProofs} from "../interfaces/ILossProofs.sol";

/// @title Reads of the state trie and of storage tries
/// @notice Follows a key from the root down. Each node is read only once its hash is the one that the node above names, so
/// it is a node of the chain's own trie and needs no further validation: that makes it several times cheaper than
/// OpenZeppelin's `TrieProof`, which is its plain twin in the tests. And it shows what `TrieProof` cannot: that a key is
/// not there, because its path ends at an empty child, or at a node that belongs to other keys.
library StateProof {
    using Memory for Memory.Slice;
    using RLP for Memory.Slice;

    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev An item of an RLP list in memory, without its prefix.
    struct Item {
        uint256 start;
        uint256 length;
        bool isList;
    }

    /// @dev Root of a trie without entries: keccak256(rlp("")).
    bytes32 private constant EMPTY_ROOT = 0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421;
    /// @dev Nibbles of a key.
    uint256 private constant NIBBLES = 64;

    // -- Read ----------------------------------------------------------------------------------------------------

    /// @notice Storage root and code hash of an account; zeros if there is no account.
    function account(bytes32 stateRoot, address who, bytes[] memory proof)
        internal
        pure
        returns (bytes32 storageRoot, bytes32 codeHash)
    {
        bytes memory value = read(stateRoot, keccak256(abi.encodePacked(who)), proof);
        if (value.length == 0) return (0, 0);
        Memory.Slice[] memory fields = RLP.decodeList(value);
        return (fields[2].readBytes32(), fields[3].readBytes32());
    }

    /// @notice The word in a storage slot; zero if it is absent.
    function word(bytes32 storageRoot, bytes32 slot, bytes[] memory proof) internal pure returns (uint256) {
        bytes memory value = read(storageRoot, keccak256(abi.encodePacked(slot)), proof);
        return value.length == 0 ? 0 : RLP.decodeUint256(value);
    }

    /// @notice The value under a key; empty if the proof shows that there is none.
    function read(bytes32 root, bytes32 key, bytes[] memory proof) internal pure returns (bytes memory value) {
        // There is nothing to be shown of an empty trie; nodes tell it in different ways.
        if (root == EMPTY_ROOT) return value;
        bytes32 expected = root;
        uint256 depth;
        for (uint256 i = 0; i < proof.length; ++i) {
            bytes32 actual = keccak256(proof[i]);
            require(actual == expected, ILossProofs.NodeMismatch(i, expected, actual));
            Item memory child = whole(proof[i]);
            // A child shorter than a hash lies within its parent: it is authentic with it.
            while (child.isList) {
                bool ended;
                (ended, depth, child) = descend(child, key, depth);
                if (!ended) continue;
                require(i + 1 == proof.length, ILossProofs.ProofTooLong(i + 1, proof.length));
                return copy(child);
            }
            expected = bytes32(load(child.start)); // a branch or an extension names its child by its hash
        }
        revert ILossProofs.ProofTooShort(proof.length);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev One node down. `ended`: `child` is the value, of no length if the key is not there.
    function descend(Item memory node, bytes32 key, uint256 depth)
        private
        pure
        returns (bool ended, uint256 deeper, Item memory child)
    {
        uint256 end = node.start + node.length;
        child = itemOf(node.start);
        Item memory second = itemOf(child.start + child.length);
        if (second.start + second.length != end) {
            // Keys are all of one length: a branch holds no value of its own.
            child = nth(node.start, nibbleOf(key, depth));
            return (child.length == 0, depth + 1, child);
        }
        uint256 first = load(child.start) >> 248; // hex-prefix: 0, 1 an extension; 2, 3 a leaf; odd: one nibble more
        uint256 length = 2 * child.length - (first >> 4 & 1 == 1 ? 1 : 2);
        ended = first >> 5 == 1;
        if (!isAlong(child, length, key, depth)) {
            child.length = 0;
            return (true, depth, child);
        }
        return (ended, depth + length, second);
    }

    /// @dev Do the last `length` nibbles of a path equal those of the key from `depth` on? `length` is at most 64.
    function isAlong(Item memory path, uint256 length, bytes32 key, uint256 depth) private pure returns (bool) {
        if (length == 0 || length > NIBBLES - depth) return length == 0;
        // Both are aligned to the left; a path is up to 32 bytes and its prefix, which an odd one shares a byte with.
        uint256 nibbles = load(path.start + 1);
        if (length % 2 == 1) nibbles = load(path.start) << 4;
        uint256 unread = 256 - 4 * length;
        return nibbles >> unread == uint256(key) << 4 * depth >> unread;
    }

    /// @dev The item number `index` of the list whose items begin at `start`.
    function nth(uint256 start, uint256 index) private pure returns (Item memory item) {
        // Steps over RLP items that are a byte, a string of less than 56 bytes, or a list of less than 56: a branch holds
        // no others. Memory only, read; `index` < 16 bounds the loop. Plain twin: `TrieProof`, in StateProof.t.sol.
        assembly ("memory-safe") {
            for {} index { index := sub(index, 1) } {
                let prefix := byte(0, mload(start))
                start := add(start, 1)
                if gt(prefix, 0x80) { start := add(start, sub(prefix, add(0x80, shl(6, gt(prefix, 0xbf))))) }
            }
        }
        return itemOf(start);
    }

    /// @dev The item at a place in memory.
    function itemOf(uint256 start) private pure returns (Item memory item) {
        uint256 prefix = load(start) >> 248;
        if (prefix < 0x80) return Item(start, 1, false);
        item.isList = prefix >= 0xc0;
        uint256 short = prefix - (item.isList ? 0xc0 : 0x80);
        if (short <= 55) return Item(start + 1, short, item.isList);
        uint256 bytesOfLength = short - 55; // 1 to 8
        item.start = start + 1 + bytesOfLength;
        item.length = load(start + 1) >> 256 - 8 * bytesOfLength;
    }

    /// @dev A node, as the item that it is.
    function whole(bytes memory node) private pure returns (Item memory) {
        uint256 start;
        assembly ("memory-safe") {
            start := add(node, 0x20)
        }
        return itemOf(start);
    }

    /// @dev An item as bytes of their own.
    function copy(Item memory item) private pure returns (bytes memory value) {
        (uint256 start, uint256 length) = (item.start, item.length);
        value = new bytes(length);
        // Writes the `length` bytes that were allocated above.
        assembly ("memory-safe") {
            mcopy(add(value, 0x20), start, length)
        }
    }

    /// @dev `depth` is below 64: no key of a trie of such keys is longer.
    function nibbleOf(bytes32 key, uint256 depth) private pure returns (uint256) {
        return uint256(key) >> 252 - 4 * depth & 15;
    }

    function load(uint256 start) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(start)
        }
    }
}
