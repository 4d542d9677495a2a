// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IReadingTrigger} from "./IReadingTrigger.sol";

/// @title A trigger that a state which keeps people from their money proves
/// @notice Three kinds are read: too little can be withdrawn from a vault by an account, too little lies in a market, a
/// contract is paused. As such a state can flip between two readings, they may lie at most `gap` apart over the whole
/// persistence time, and one that finds the state gone ends the span. The fourth, the outage of an L2's sequencer, is
/// told by its uptime feed from beginning to end, and proven in one call. The loss ratio is fixed, and paid once until the
/// state has ended.
interface IFrozenTrigger is IReadingTrigger {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What keeps people from their money.
    enum Kind {
        MaxWithdraw,
        Liquidity,
        Paused,
        Outage
    }

    /// @notice What a listing's trigger watches; fixed for ever when the listing is created.
    /// @param kind What keeps people from their money.
    /// @param target The vault; the token; the contract that may be paused; the Chainlink proxy of the sequencer's uptime.
    /// @param account Max withdraw: who holds shares of the vault, worth `amount` at least: with less it is not the vault
    /// that keeps him from it. Liquidity: the market that holds the token.
    /// @param amount Less than this is too little, units of the asset.
    /// @param ratio Loss ratio that is granted, WAD.
    /// @param persistence Seconds that the state must last.
    /// @param gap Longest time between two readings, seconds, 10 minutes to 2 days; zero for an outage.
    struct Config {
        Kind kind;
        address target;
        address account;
        uint112 amount;
        uint64 ratio;
        uint32 persistence;
        uint32 gap;
    }

    /// @notice An outage that was ruled, unix seconds; if it was proven while it lasted, until then.
    struct Outage {
        uint32 from;
        uint32 until;
    }

    // -- Events and errors ---------------------------------------------------------------------------------------

    /// @notice A listing was created together with what its trigger watches.
    event TriggerListed(uint256 indexed listing, address indexed creator, Config config);
    /// @notice An outage was proven: the sequencer was down in all of [from, until].
    event OutageProven(uint256 indexed incident, uint80 round, uint256 from, uint256 until);

    /// @notice After a grant it was found free: if it is so again at `thaws` or later, and never frozen in between, it has
    /// ended.
    event FoundFree(uint256 indexed listing, uint256 thaws);
    /// @notice It was found frozen after it had been found free: it goes on.
    event FoundFrozen(uint256 indexed listing);
    /// @notice The state that was ruled on has ended: the listing can be sold and armed again.
    event Thawed(uint256 indexed listing);

    /// @notice The listing is of another kind.
    error WrongKind(Kind kind);
    /// @notice The round does not say that the sequencer went down.
    error NotDown(uint80 round, int256 answer);
    /// @notice The outage overlaps one that was ruled already, from `from` until `until`.
    error OutageRuled(uint256 from, uint256 until);

    /// @notice Nothing was granted on this listing since it was last seen free.
    error NotSpent(uint256 listing);
    /// @notice The state that was ruled on goes on.
    error StillFrozen(uint256 listing);
    /// @notice It was found free, but has to be found so again at `thaws` or later.
    error ThawTooShort(uint256 timestamp, uint256 thaws);

    // -- Functions -----------------------------------------------------------------------------------------------

    /// @notice Creates a listing whose incidents this trigger rules. Anyone.
    /// @dev Terms: the adjudicator is this contract; no keys, bond or second adjudicator; grace ≥ `worstCaseTime`, and for
    /// an outage as long as the longest that shall be paid.
    /// @return listing Number of the listing in `Listings`.
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing);

    /// @notice Opens an incident for an outage that lasted for the persistence time, and rules. Anyone; pays
    /// `TRIGGER_FEE`, which returns. The time of loss is the beginning of the outage.
    /// @param listing A listing of the kind `Outage`.
    /// @param round The round of the uptime feed that says that the sequencer went down.
    /// @param pool A pool that has sold cover on this listing.
    function proveOutage(uint256 listing, uint80 round, address pool)
        external
        payable
        returns (uint256 incident, uint256 ratio);

    /// @notice After a grant: takes a reading that helps to show that the state has ended. Anyone. Two readings at least a day
    /// apart must find it free, and none between them frozen; so nobody feigns it for one block, to be paid once more for
    /// the same freeze. Until then nothing is sold and no span begins.
    function thaw(uint256 listing) external;

    /// @notice What a listing's trigger watches.
    function configOf(uint256 listing) external view returns (Config memory);

    /// @notice The outages that were ruled.
    function outagesOf(uint256 listing) external view returns (Outage[] memory);
}
