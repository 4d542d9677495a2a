// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TestToken} from "../TestToken.sol";

/// @notice What a sender or receiver of `HookToken` may register.
interface ITransferHook {
    function onTransfer(address from, address to, uint256 amount) external;
}

/// @notice Like ERC-777: calls the sender before and the receiver after each transfer.
contract HookToken is TestToken {
    mapping(address => ITransferHook) public hooks;

    constructor(uint8 decimals_) TestToken("Token with hooks", "HOOK", decimals_) {}

    function setHook(address account, ITransferHook hook) external {
        hooks[account] = hook;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (address(hooks[from]) != address(0)) hooks[from].onTransfer(from, to, amount);
        super._update(from, to, amount);
        if (address(hooks[to]) != address(0)) hooks[to].onTransfer(from, to, amount);
    }
}
