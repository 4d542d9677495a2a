// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

import {IBulwarkToken} from "./interfaces/IBulwarkToken.sol";

/// @title BulwarkToken
/// @dev Assumption, for safety: the AccessManager gives `mint` to nobody but the timelock (`BulwarkAccessManager` holds
/// it to that).
contract BulwarkToken is IBulwarkToken, ERC20Permit, ERC20Votes, AccessManaged {
    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice The most tokens that can ever exist, units.
    uint256 public constant MAX_SUPPLY = 100_000_000e18;
    /// @notice The most that one mint may add, basis points of the supply.
    uint256 public constant MAX_MINT = 500;
    /// @notice Shortest time between two mints, and from the launch to the first, seconds.
    uint256 public constant MINT_INTERVAL = 365 days;
    uint256 private constant BPS = 10_000;

    // -- Storage -------------------------------------------------------------------------------------------------

    /// @inheritdoc IBulwarkToken
    uint256 public nextMint;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param authority The AccessManager that grants the roles.
    /// @param holder Receives the first tokens.
    /// @param supply How many, units.
    constructor(address authority, address holder, uint256 supply)
        ERC20("Bulwark", "BWK")
        ERC20Permit("Bulwark")
        AccessManaged(authority)
    {
        require(supply <= MAX_SUPPLY, SupplyAboveCap(supply, MAX_SUPPLY));
        nextMint = block.timestamp + MINT_INTERVAL;
        _mint(holder, supply);
    }

    // -- Restricted ----------------------------------------------------------------------------------------------

    /// @inheritdoc IBulwarkToken
    function mint(address to, uint256 amount) external restricted {
        require(block.timestamp >= nextMint, MintTooEarly(nextMint));
        uint256 supply = totalSupply();
        require(amount <= supply * MAX_MINT / BPS, MintAboveCap(amount, supply * MAX_MINT / BPS));
        require(supply + amount <= MAX_SUPPLY, SupplyAboveCap(supply + amount, MAX_SUPPLY));
        nextMint = block.timestamp + MINT_INTERVAL;
        _mint(to, amount);
        emit Minted(to, amount, nextMint);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IERC6372
    function clock() public view override(Votes, IERC6372) returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @inheritdoc IERC6372
    function CLOCK_MODE() public pure override(Votes, IERC6372) returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(ERC20Permit, IERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}
