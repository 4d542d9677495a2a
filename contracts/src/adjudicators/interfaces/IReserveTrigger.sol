// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IMarkedTrigger} from "./IMarkedTrigger.sol";

/// @title A trigger that a protocol's own state proves: what should back its token is not there
/// @notice Three kinds. Proof of reserve: what a Chainlink feed reports, against the token's supply. Bridge: what lies at
/// the lock addresses, against the supply that was minted for it. Virtual price: an LP share's own price, against its mark.
/// For the first two the loss is the shortfall above what was already granted, the whole is the supply, but no more than
/// its mark; for the third as for a vault. What was granted is never granted again, even if it is made good in between.
interface IReserveTrigger is IMarkedTrigger {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What is compared with what.
    enum Kind {
        ProofOfReserve,
        Bridge,
        VirtualPrice
    }

    /// @notice What a listing's trigger watches; fixed for ever when the listing is created.
    /// @param kind What is compared with what.
    /// @param token Token that must be backed; for a virtual price the LP token.
    /// @param source Proof of reserve: Chainlink proxy; bridge: the locked token; virtual price: the pool that answers.
    /// @param leastSupply With less of `token` in existence there is no reading; above 0, units of the token.
    /// @param view_ Virtual price: a view without arguments that answers one number; zero: `get_virtual_price()`.
    /// @param heartbeat Proof of reserve: longest time between two rounds as the feed promises it, seconds; persistence is
    /// longer than it by more than an hour, so that the last reading is another report than the first.
    /// @param locks Bridge: addresses that hold the locked token, 1 to 8, rising.
    /// @param levels Falls, WAD; the strike above 0.
    struct Config {
        Kind kind;
        address token;
        address source;
        uint128 leastSupply;
        bytes4 view_;
        uint32 heartbeat;
        address[] locks;
        Levels levels;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A listing was created together with what its trigger watches.
    event TriggerListed(uint256 indexed listing, address indexed creator, Config config);

    // -- Functions -----------------------------------------------------------------------------------------------

    /// @notice Creates a listing whose incidents this trigger rules. Anyone.
    /// @dev Terms: the adjudicator is this contract; no keys, bond or second adjudicator; grace ≥ `worstCaseTime`.
    /// @return listing Number of the listing in `Listings`.
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing);

    /// @notice What a listing's trigger watches.
    function configOf(uint256 listing) external view returns (Config memory);

    /// @notice The shortfall granted so far, in the larger of the two decimals; zero for a virtual price.
    function ruledOf(uint256 listing) external view returns (uint256);
}
