// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {ILossesApart} from "./interfaces/IReadSources.sol";
import {IVaultLossTrigger} from "./interfaces/IVaultLossTrigger.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";
import {MarkedTrigger} from "./MarkedTrigger.sol";
import {ReadingTrigger} from "./ReadingTrigger.sol";

/// @title VaultLossTrigger
/// @dev Assumptions: see the interfaces.
contract VaultLossTrigger is MarkedTrigger, IVaultLossTrigger {
    using BoundedCall for address;

    // -- Types and constants -------------------------------------------------------------------------------------

    struct Source {
        address vault;
        uint8 decimals;
        bool lossesApart;
        // -- slot
        uint128 leastShares;
    }

    /// @dev A price of fewer units would be too coarse to measure a fall.
    uint256 private constant LEAST_PRICE = 1e5;
    uint256 private constant MAX_DECIMALS = 36;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => Source) private _sources;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings) ReadingTrigger(incidents, listings) {}

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IVaultLossTrigger
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing)
    {
        require(config.levels.strike != 0, InvalidConfig("strike"));
        require(config.leastShares != 0, InvalidConfig("leastShares"));
        (bool answered, uint256 decimals) = config.vault.word(IERC20Metadata.decimals.selector);
        require(answered && decimals <= MAX_DECIMALS, InvalidConfig("vault"));
        (bool lossesApart,) = config.vault.wordOrNone(ILossesApart.lostAssets.selector);
        listing = _list(terms, wording, config.levels, 0);
        _sources[listing] = Source(config.vault, uint8(decimals), lossesApart, config.leastShares);
        require(_beginMark(listing) >= LEAST_PRICE, InvalidConfig("price"));
        emit TriggerListed(listing, msg.sender, config, lossesApart);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IVaultLossTrigger
    function configOf(uint256 listing) external view returns (Config memory config) {
        Source memory s = _sources[listing];
        (config.levels, config.vault, config.leastShares) = (_levels(listing), s.vault, s.leastShares);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @inheritdoc MarkedTrigger
    function _level(uint256 listing) internal view override returns (Reading memory r) {
        Source memory s = _sources[listing];
        r.source = s.vault;
        (bool answered, uint256 price) =
            s.vault.word(abi.encodeCall(IERC4626.convertToAssets, (10 ** uint256(s.decimals))));
        if (!answered) r.fault = "call";
        else if (price > type(uint112).max) (r.fault, r.value) = ("overflow", price);
        else r.whole = price;
        if (s.lossesApart && r.fault == 0) _takeLosses(r, s.vault);
        if (r.fault == 0) _requireShares(r, s);
    }

    /// @dev The price in the proportion of what is not lost, rounded up: against the claimant.
    function _takeLosses(Reading memory r, address vault) private view {
        (bool hasTotal, uint256 total) = vault.word(IERC4626.totalAssets.selector);
        (bool hasLost, uint256 lost) = vault.word(ILossesApart.lostAssets.selector);
        if (!hasTotal || !hasLost) r.fault = "call";
        else if (total > type(uint112).max) (r.fault, r.value) = ("overflow", total);
        else if (lost >= total) r.whole = total == 0 ? r.whole : 0;
        else r.whole = (r.whole * (total - lost) + total - 1) / total;
    }

    /// @dev An empty vault begins anew at its first price: that is no loss.
    function _requireShares(Reading memory r, Source memory s) private view {
        (bool answered, uint256 supply) = s.vault.word(IERC20.totalSupply.selector);
        if (!answered) r.fault = "call";
        else if (supply < s.leastShares) (r.fault, r.value) = ("thin", supply);
    }

    /// @inheritdoc ReadingTrigger
    function _reading(uint256 listing) internal view override returns (Reading memory) {
        return _fallOfLevel(listing);
    }

    /// @inheritdoc ReadingTrigger
    function _granted(uint256 listing, uint256 loss) internal override {
        _lowerMark(listing, loss);
    }

    /// @inheritdoc MarkedTrigger
    function _riseOf(uint256) internal pure override returns (uint256) {
        return PRICE_RISE;
    }
}
