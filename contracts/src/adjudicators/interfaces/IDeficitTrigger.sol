// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IMarkedTrigger} from "./IMarkedTrigger.sol";

/// @title A trigger that a lending market's own report of its bad debt proves
/// @notice The loss is what the deficit exceeds the highest already ruled by, less an offset; the whole is the supply of
/// the aToken, but no more than its mark, so that nobody dilutes the loss by supplying for one block. What was ruled never
/// falls again, although the deficit does when it is covered: no deficit is paid twice.
interface IDeficitTrigger is IMarkedTrigger {
    /// @notice What a listing's trigger watches; fixed for ever when the listing is created. Amounts in units of the asset.
    /// @param market Answers `getReserveDeficit(asset)`.
    /// @param asset The reserve.
    /// @param supplied Token whose total supply is what lenders have supplied (the aToken), of the asset's decimals.
    /// @param offset Deficit above what was ruled that is borne by others, each time.
    /// @param warning Deficit above what was ruled from which on nothing is sold; at most `offset`.
    /// @param persistence Seconds from the first reading to the one that proves.
    struct Config {
        address market;
        address asset;
        address supplied;
        uint96 offset;
        uint96 warning;
        uint32 persistence;
    }

    /// @notice A listing was created together with what its trigger watches; `ruled`: the deficit that there was already.
    event TriggerListed(uint256 indexed listing, address indexed creator, Config config, uint256 ruled);

    /// @notice Creates a listing whose incidents this trigger rules. Anyone.
    /// @dev Terms: the adjudicator is this contract; no keys, bond or second adjudicator; grace ≥ `worstCaseTime`.
    /// @return listing Number of the listing in `Listings`.
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing);

    /// @notice What a listing's trigger watches.
    function configOf(uint256 listing) external view returns (Config memory);

    /// @notice The highest deficit ruled so far, or that there was when the listing was created, units of the asset.
    function ruledOf(uint256 listing) external view returns (uint256);
}
