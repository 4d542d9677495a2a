// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TestToken} from "../TestToken.sol";

/// @notice A token that keeps 1 % of each transfer.
contract FeeToken is TestToken("Fee-on-transfer token", "FEE", 6) {
    function _update(address from, address to, uint256 amount) internal override {
        uint256 fee = from == address(0) ? 0 : amount / 100;
        super._update(from, to, amount - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}
