// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";

/// @notice Tries as deep as one likes, of which only the path to one key exists: every other child is a made-up hash.
library TrieMaker {
    /// @notice A leaf with a value, within its parent if it is shorter than a hash, below `depth` full branches.
    function present(bytes32 key, bytes memory value, uint256 depth)
        internal
        pure
        returns (bytes32 root, bytes[] memory proof)
    {
        return above(key, node(path(key, depth, 64, true), RLP.encode(value)), depth);
    }

    /// @notice A branch without a child for the key, below `depth` full branches.
    function withoutChild(bytes32 key, uint256 depth) internal pure returns (bytes32 root, bytes[] memory proof) {
        return above(key, branch(key, depth, hex"80"), depth);
    }

    /// @notice Like `withoutChild`, with an extension of `length` nibbles between; `elsewhere`: its last one is another.
    function behindExtension(bytes32 key, uint256 depth, uint256 length, bool elsewhere)
        internal
        pure
        returns (bytes32 root, bytes[] memory proof)
    {
        bytes memory last = branch(key, depth + length, hex"80");
        bytes32 along = elsewhere ? key ^ bytes32(uint256(2) ** (252 - 4 * (depth + length - 1))) : key;
        bytes memory extension = node(path(along, depth, depth + length, false), RLP.encode(keccak256(last)));
        bytes[] memory shorter;
        (root, shorter) = above(key, extension, depth);
        proof = new bytes[](depth + 2);
        for (uint256 i; i <= depth; ++i) {
            proof[i] = shorter[i];
        }
        proof[depth + 1] = last;
    }

    /// @notice An account as the state trie keeps it.
    function account(bytes32 storageRoot, bytes32 codeHash) internal pure returns (bytes memory) {
        bytes[] memory items = new bytes[](4);
        (items[0], items[1]) = (RLP.encode(uint256(1)), RLP.encode(uint256(0)));
        (items[2], items[3]) = (RLP.encode(storageRoot), RLP.encode(codeHash));
        return RLP.encode(items);
    }

    /// @notice A header of 21 fields.
    function header(uint256 number, uint256 timestamp, bytes32 stateRoot) internal pure returns (bytes memory) {
        bytes[] memory items = new bytes[](21);
        for (uint256 i; i < 21; ++i) {
            items[i] = RLP.encode(keccak256(abi.encode(i)));
        }
        items[2] = RLP.encode(abi.encodePacked(address(1)));
        items[3] = RLP.encode(stateRoot);
        items[6] = RLP.encode(new bytes(256));
        (items[8], items[11]) = (RLP.encode(number), RLP.encode(timestamp));
        return RLP.encode(items);
    }

    function above(bytes32 key, bytes memory last, uint256 depth)
        private
        pure
        returns (bytes32 root, bytes[] memory proof)
    {
        bool inlined = depth != 0 && last.length < 32;
        proof = new bytes[](inlined ? depth : depth + 1);
        if (!inlined) proof[depth] = last;
        for (uint256 i = depth; i > 0; --i) {
            proof[i - 1] = branch(key, i - 1, i == depth && inlined ? last : RLP.encode(keccak256(proof[i])));
        }
        return (keccak256(proof[0]), proof);
    }

    function branch(bytes32 key, uint256 depth, bytes memory child) private pure returns (bytes memory) {
        bytes[] memory items = new bytes[](17);
        for (uint256 i; i < 16; ++i) {
            items[i] = RLP.encode(keccak256(abi.encode(key, depth, i)));
        }
        items[nibble(key, depth)] = child;
        items[16] = hex"80";
        return RLP.encode(items);
    }

    function node(bytes memory first, bytes memory second) internal pure returns (bytes memory) {
        bytes[] memory items = new bytes[](2);
        (items[0], items[1]) = (RLP.encode(first), second);
        return RLP.encode(items);
    }

    /// @dev Hex-prefix encoding of the nibbles `from` to `to − 1`.
    function path(bytes32 key, uint256 from, uint256 to, bool leaf) internal pure returns (bytes memory out) {
        bool odd = (to - from) % 2 == 1;
        out = new bytes((to - from) / 2 + 1);
        out[0] = bytes1(uint8((leaf ? 32 : 0) + (odd ? 16 + nibble(key, from++) : 0)));
        for (uint256 i = 1; i < out.length; ++i) {
            out[i] = bytes1(uint8(16 * nibble(key, from) + nibble(key, from + 1)));
            from += 2;
        }
    }

    function nibble(bytes32 key, uint256 index) internal pure returns (uint256) {
        return uint256(key) >> (252 - 4 * index) & 15;
    }
}
