// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TestToken} from "../TestToken.sol";

/// @notice A token that says whatever its issuer likes of balances and decimals.
contract LyingToken is TestToken("Lying token", "LIE", 6) {
    mapping(address => uint256) private lies;
    uint8 private digits = 6;

    function lie(address account, uint256 balance) external {
        lies[account] = balance + 1;
    }

    function setDecimals(uint8 newDigits) external {
        digits = newDigits;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return lies[account] == 0 ? super.balanceOf(account) : lies[account] - 1;
    }

    function decimals() public view override returns (uint8) {
        return digits;
    }

    /// @notice Takes tokens from anybody.
    function seize(address account, uint256 amount) external {
        _burn(account, amount);
    }
}
