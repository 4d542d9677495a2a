// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

/// @title A token with votes by timestamp that anyone may mint
contract VotesToken is ERC20Votes {
    constructor() ERC20("Test votes", "VOTE") EIP712("Test votes", "1") {}

    /// @notice Mints to anyone, who votes himself.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
        if (delegates(to) == address(0)) _delegate(to, to);
    }

    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }
}
