// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {ERC721} from "solady/tokens/ERC721.sol";
import {Book, Parts} from "./IncidentState.sol";
import {IIncidents} from "../interfaces/IIncidents.sol";

/// @title Whom a cover pays
library Recipients {
    /// @notice Did the account consent to the cover's owner? Not by owning it: covers can be pushed upon anyone.
    function isAgreed(Parts memory parts, uint256 id, uint256 lossTime) internal view returns (bool) {
        return parts.lossProofs.consentOf(id, lossTime) == ERC721(address(parts.covers)).ownerOf(id);
    }

    /// @notice Nobody insures a stranger and takes his money: without the account's consent it is paid itself.
    /// @param account Protected account of the cover.
    /// @param to The cover's payee, or its owner.
    function ofNamed(Parts memory parts, uint256 id, uint256 lossTime, address account, address to)
        internal
        view
        returns (address)
    {
        return isAgreed(parts, id, lossTime) || ERC721(address(parts.covers)).ownerOf(id) == account ? to : account;
    }

    /// @notice Keeps an amount for its account to collect.
    function credit(Book storage book, address token, address account, uint256 amount) internal {
        if (amount == 0) return;
        book.credits[token][account] += amount;
        emit IIncidents.Credited(token, account, amount);
    }
}
