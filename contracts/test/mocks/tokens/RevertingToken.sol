// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TestToken} from "../TestToken.sol";

/// @notice A token that its issuer can stop: transfers revert, and if he likes even the reading of balances.
contract RevertingToken is TestToken("Reverting token", "STOP", 6) {
    bool public stopped;
    bool public mute;

    error Stopped();

    function setStopped(bool isStopped, bool isMute) external {
        (stopped, mute) = (isStopped, isMute);
    }

    function balanceOf(address account) public view override returns (uint256) {
        require(!mute, Stopped());
        return super.balanceOf(account);
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!stopped, Stopped());
        super._update(from, to, amount);
    }
}
