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

    /// @notice Is this the id of a risk with a key? (Listing numbers have 32 bits.)
    function isKeyed(bytes32 id) internal pure returns (bool) {
        return uint256(id) > type(uint32).max;
    }
}
