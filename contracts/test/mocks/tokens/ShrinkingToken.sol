// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TestToken} from "../TestToken.sol";

/// @notice A token whose balances all shrink when its issuer says so (a rebase, a slashing).
contract ShrinkingToken is TestToken("Shrinking token", "SHRINK", 6) {
    uint256 private factor = 1e18;

    function shrinkTo(uint256 newFactor) external {
        factor = newFactor;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return super.balanceOf(account) * factor / 1e18;
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount * 1e18 / factor);
    }
}
