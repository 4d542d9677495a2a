// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {TestToken} from "./TestToken.sol";

/// @title A token whose receivers may be block-listed, and whose balances may shrink
contract WildToken is TestToken {
    enum Welcome {
        Open,
        Reverts,
        ReturnsFalse,
        BurnsGas
    }

    error Blocked(address to);

    mapping(address => Welcome) public welcome;

    constructor(string memory name_, string memory symbol_, uint8 decimals_) TestToken(name_, symbol_, decimals_) {}

    /// @notice Sets what happens to transfers to an account.
    function setWelcome(address to, Welcome welcome_) external {
        welcome[to] = welcome_;
    }

    /// @notice Takes tokens away from anyone.
    function shrink(address from, uint256 amount) external {
        _burn(from, amount);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        Welcome how = welcome[to];
        if (how == Welcome.Reverts) revert Blocked(to);
        if (how == Welcome.ReturnsFalse) return false;
        if (how == Welcome.BurnsGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        return super.transfer(to, amount);
    }
}
