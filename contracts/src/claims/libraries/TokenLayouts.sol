// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {BoundedCall} from "../../adjudicators/libraries/BoundedCall.sol";
import {ILossProofs} from "../interfaces/ILossProofs.sol";

/// @title Where tokens keep their balances and owners
library TokenLayouts {
    using BoundedCall for address;

    /// @notice Most decimals of a token.
    uint256 internal constant MAX_DECIMALS = 36;
    /// @notice Unit of an NFT.
    uint256 internal constant NFT_UNIT = 1e18;

    /// @dev A registered token as it is stored; a proof of a holding reads the first three slots.
    struct Token {
        ILossProofs.Kind kind;
        ILossProofs.Order order;
        uint8 shift;
        bool shown;
        bool retired;
        uint128 unit; // zero: not registered
        // -- slot
        uint256 slot;
        // -- slot
        uint256 mask;
        // -- slot
        bytes32 codeHash;
    }

    /// @notice Checks a layout and keeps it, with unit and code of the token.
    function store(Token storage t, ILossProofs.TokenLayout calldata storageLayout) internal {
        bool nft = storageLayout.kind == ILossProofs.Kind.Erc721;
        bool packed = storageLayout.order == ILossProofs.Order.Packed;
        require(storageLayout.token.code.length != 0, ILossProofs.InvalidLayout("token"));
        require(!(nft && packed), ILossProofs.InvalidLayout("order"));
        require(!packed || storageLayout.slot <= type(uint96).max, ILossProofs.InvalidLayout("slot"));
        uint256 lowest = storageLayout.mask >> storageLayout.shift;
        // Nothing below the shift, and room for an owner's address where there is one.
        require(lowest != 0 && lowest << storageLayout.shift == storageLayout.mask, ILossProofs.InvalidLayout("mask"));
        require(!nft || lowest == type(uint160).max, ILossProofs.InvalidLayout("mask"));

        uint256 unit = NFT_UNIT;
        if (!nft) {
            (bool answered, uint256 decimals) = storageLayout.token.word(IERC20Metadata.decimals.selector);
            require(answered && decimals <= MAX_DECIMALS, ILossProofs.InvalidLayout("decimals"));
            unit = 10 ** decimals;
        }
        (t.kind, t.order, t.shift, t.unit) =
        (storageLayout.kind, storageLayout.order, storageLayout.shift, uint128(unit));
        (t.slot, t.mask, t.codeHash) = (storageLayout.slot, storageLayout.mask, storageLayout.token.codehash);
    }

    /// @notice The slot that belongs to a key: an account, or the id of an NFT.
    function slotOf(Token storage t, uint256 key) internal view returns (bytes32) {
        ILossProofs.Order order = t.order;
        if (order == ILossProofs.Order.Solidity) return keccak256(abi.encode(key, t.slot));
        if (order == ILossProofs.Order.Vyper) return keccak256(abi.encode(t.slot, key));
        return keccak256(abi.encodePacked(address(uint160(key)), uint96(t.slot)));
    }

    /// @notice What a word says once flags are taken out.
    function valueOf(Token storage t, uint256 word) internal view returns (uint256) {
        return (word & t.mask) >> t.shift;
    }

    /// @notice Reverts unless the token answers the same as was proven, and not zero.
    function requireSame(Token storage t, address token, uint256 sample, uint256 proven) internal view {
        bool nft = t.kind == ILossProofs.Kind.Erc721;
        bytes memory data = nft
            ? abi.encodeCall(IERC721.ownerOf, (sample))
            : abi.encodeCall(IERC20.balanceOf, (address(uint160(sample))));
        (bool answered, uint256 answer) = token.word(data);
        // Bits above an address would make one account look like several.
        bool one = nft || sample <= type(uint160).max;
        require(one && answered && proven != 0 && proven == answer, ILossProofs.SampleMismatch(sample, proven, answer));
    }
}
