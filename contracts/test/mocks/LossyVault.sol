// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

/// @notice OpenZeppelin's vault, whose strategy loses what it holds.
contract LossyVault is ERC4626 {
    /// @notice Assets that nobody can withdraw now.
    uint256 public lent;

    constructor(IERC20 asset_) ERC20("Vault", "V") ERC4626(asset_) {}

    /// @notice The strategy loses assets.
    function lose(uint256 assets) external virtual {
        require(IERC20(asset()).transfer(address(0xdead), assets), "transfer");
    }

    /// @notice The strategy lends assets out, or gets them back.
    function setLent(uint256 assets) external {
        lent = assets;
    }

    function maxWithdraw(address owner) public view override returns (uint256) {
        uint256 free = IERC20(asset()).balanceOf(address(this)) - lent;
        uint256 owned = super.maxWithdraw(owner);
        return owned < free ? owned : free;
    }
}

/// @notice A vault that keeps its share price when it loses, as MetaMorpho 1.1 does.
contract LossesApartVault is LossyVault {
    uint256 public lostAssets;

    constructor(IERC20 asset_) LossyVault(asset_) {}

    function lose(uint256 assets) external override {
        lostAssets += assets;
        require(IERC20(asset()).transfer(address(0xdead), assets), "transfer");
    }

    function totalAssets() public view override returns (uint256) {
        return IERC20(asset()).balanceOf(address(this)) + lostAssets;
    }
}
