// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICovers} from "../../src/cover/interfaces/ICovers.sol";

/// @notice What `LossProofs` sees of `Covers`: who owns a cover, and which account it protects.
contract StubCovers {
    struct Entry {
        address owner;
        address account;
    }

    mapping(uint256 id => Entry) private entries;

    function set(uint256 id, address owner, address account) external {
        entries[id] = Entry(owner, account);
    }

    function coverOf(uint256 id) public view returns (ICovers.Cover memory cover) {
        cover.account = entries[id].account;
    }

    function forChange(uint256 id, address caller) external view returns (ICovers.Cover memory, address, bool) {
        return (coverOf(id), entries[id].owner, entries[id].owner == caller);
    }
}
