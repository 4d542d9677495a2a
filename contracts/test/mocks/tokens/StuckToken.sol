// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {TestToken} from "../TestToken.sol";

/// @title A distressed token: it may stand still, take a fee of a transfer, or call somebody in the middle of one
contract StuckToken is TestToken {
    bool public paused;
    uint256 public fee; // WAD
    address private hook;
    bytes private hookData;
    bool public hookSucceeded;

    constructor() TestToken("Distressed", "DST", 18) {}

    function setPaused(bool paused_) external {
        paused = paused_;
    }

    function setFee(uint256 fee_) external {
        fee = fee_;
    }

    function setHook(address target, bytes calldata data) external {
        (hook, hookData) = (target, data);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        require(!paused, "paused");
        if (hook != address(0)) (hookSucceeded,) = hook.call(hookData);
        _spendAllowance(from, msg.sender, amount);
        uint256 taken = amount * fee / 1e18;
        _transfer(from, to, amount - taken);
        if (taken != 0) _burn(from, taken);
        return true;
    }
}
