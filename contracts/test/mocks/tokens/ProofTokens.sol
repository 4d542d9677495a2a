// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC20 as SoladyERC20} from "solady/tokens/ERC20.sol";

/// @notice Keeps balances as Vyper does: keccak256(slot, account), in slot 3.
contract VyperToken {
    uint8 public constant decimals = 18;
    uint256 private constant SLOT = 3;

    function mint(address to, uint256 amount) external {
        bytes32 slot = keccak256(abi.encode(SLOT, to));
        assembly ("memory-safe") {
            sstore(slot, add(sload(slot), amount))
        }
    }

    function balanceOf(address account) external view returns (uint256 kept) {
        bytes32 slot = keccak256(abi.encode(SLOT, account));
        assembly ("memory-safe") {
            kept := sload(slot)
        }
    }
}

/// @notice Keeps a block-list flag in the highest bit of the balance word, as USDC has since its version 2.2.
contract FlaggedToken {
    uint8 public constant decimals = 6;
    uint256 private constant FLAG = 2 ** 255;
    mapping(address account => uint256) private words;

    function mint(address to, uint256 amount) external {
        words[to] += amount;
    }

    function setFlag(address account) external {
        words[account] |= FLAG;
    }

    function balanceOf(address account) external view returns (uint256) {
        return words[account] & ~FLAG;
    }
}

/// @notice Answers twice what it keeps.
contract DoublingToken {
    uint8 public constant decimals = 18;
    mapping(address account => uint256) private kept;

    function mint(address to, uint256 amount) external {
        kept[to] += amount;
    }

    function balanceOf(address account) external view returns (uint256) {
        return 2 * kept[account];
    }
}

/// @notice Solady's ERC-20: balances in slots that a seed makes.
contract SeededToken is SoladyERC20 {
    function name() public pure override returns (string memory) {
        return "Seeded";
    }

    function symbol() public pure override returns (string memory) {
        return "SEED";
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @notice OpenZeppelin's ERC-721: owners in slot 2.
contract TestNft is ERC721 {
    constructor() ERC721("Test NFT", "TNFT") {}

    function mint(address to, uint256 id) external {
        _mint(to, id);
    }
}
