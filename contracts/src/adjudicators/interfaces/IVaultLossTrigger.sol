// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IMarkedTrigger} from "./IMarkedTrigger.sol";

/// @title A trigger that the share price of an ERC-4626 vault proves
/// @notice The price is what `convertToAssets` says of one whole share. A vault that has `lostAssets()` (MetaMorpho 1.1)
/// keeps its price when it loses: there the price counts in the proportion of totalAssets − lostAssets. No oracle. After a
/// grant the mark is the price that was paid for, so that what is lost below it is another loss.
interface IVaultLossTrigger is IMarkedTrigger {
    /// @notice What a listing's trigger watches; fixed for ever when the listing is created.
    /// @param vault The ERC-4626 vault.
    /// @param leastShares With fewer shares in existence there is no reading: an emptied vault begins anew at its first
    /// price, and a small one is easily moved. Above 0, in the share's units.
    /// @param levels Falls of the share price below the mark, WAD; the strike above 0.
    struct Config {
        address vault;
        uint128 leastShares;
        Levels levels;
    }

    /// @notice A listing was created together with what its trigger watches; `lossesApart`: the vault has `lostAssets()`.
    event TriggerListed(uint256 indexed listing, address indexed creator, Config config, bool lossesApart);

    /// @notice Creates a listing whose incidents this trigger rules. Anyone.
    /// @dev Terms: the adjudicator is this contract; no keys, bond or second adjudicator; grace ≥ `worstCaseTime`.
    /// @return listing Number of the listing in `Listings`.
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing);

    /// @notice What a listing's trigger watches.
    function configOf(uint256 listing) external view returns (Config memory);
}
