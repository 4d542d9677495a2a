// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TestToken} from "../TestToken.sol";

/// @notice A token whose issuer blocks accounts.
contract BlockListToken is TestToken("Block-listing token", "BLOCK", 6) {
    mapping(address => bool) public blocked;

    error Blocked(address account);

    function setBlocked(address account, bool isBlocked) external {
        blocked[account] = isBlocked;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!blocked[from], Blocked(from));
        require(!blocked[to], Blocked(to));
        super._update(from, to, amount);
    }
}
