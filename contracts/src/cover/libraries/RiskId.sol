// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Ids of risks
library RiskId {
    /// @notice The id of a risk: the listing's number where there is no key, else keccak256(listing, key).
    /// @param listing Listing number.
    /// @param key Key of the risk; zero if none.
    function idOf(uint256 listing, bytes32 key) internal pure returns (bytes32) {
        return key == bytes32(0) ? bytes32(listing) : keccak256(abi.encode(listing, key));
    }

    /// @notice The key of a personal risk: nobody else's cover on an account shares its reserve, its claims or their ruling.
    /// @param account Protected account of the cover.
    /// @param owner Who the cover was bought for.
    function personalKey(address account, address owner) internal pure returns (bytes32) {
        return keccak256(abi.encode(account, owner));
    }

    /// @notice Is this the id of a risk with a key? (Listing numbers have 32 bits.)
    function isKeyed(bytes32 id) internal pure returns (bool) {
        return uint256(id) > type(uint32).max;
    }
}
