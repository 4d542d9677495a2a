// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Salvage: the distressed token against the payout
/// @notice Under a listing whose proof asks for salvage a cover is paid only for tokens that its protected account hands
/// over. They then belong to the pool, and whoever pays the falling price of their auction takes them; what he pays is a
/// recovery of the incident. A token that cannot be moved for `STUCK_TIME` is paid against a claim on it. Amounts of
/// tokens are in the token's smallest units, payments in units of the pool's asset.
interface ISalvage {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What was handed over for one incident to one pool on one day (UTC).
    /// @param pool Whose it is.
    /// @param incident Incident that it was handed over for.
    /// @param startsAt Unix seconds at which its auction starts.
    /// @param token What is sold.
    /// @param left Not yet sold, token units.
    /// @param value What a whole token was worth before the loss, WAD of whole units of the pool's asset.
    struct Lot {
        address pool;
        uint40 incident;
        uint40 startsAt;
        address token;
        uint256 left;
        uint256 value;
    }

    /// @notice A token that would not move.
    /// @param since Unix seconds of the first attempt that failed.
    /// @param amount Token units that it was tried with.
    struct Stuck {
        uint40 since;
        uint216 amount;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice Tokens were handed over for a cover and became part of a lot.
    event HandedOver(uint256 indexed incident, uint256 indexed id, uint256 indexed lot, uint256 amount);
    /// @notice A token could not be moved; from `assignableAt` (unix seconds) a claim on it is taken instead.
    event TokenStuck(uint256 indexed incident, uint256 indexed id, uint256 amount, uint256 assignableAt);
    /// @notice A cover was paid against a claim on tokens that cannot be moved.
    event ClaimAssigned(uint256 indexed incident, uint256 indexed id, address indexed account, uint256 amount);
    /// @notice Tokens owed under an assigned claim came in.
    event ClaimCollected(uint256 indexed incident, uint256 indexed id, uint256 indexed lot, uint256 amount);
    /// @notice A lot was sold in part or whole, for `payment` units of the pool's asset.
    event LotTaken(uint256 indexed lot, address indexed taker, uint256 amount, uint256 payment);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice The listing of this cover asks for no salvage.
    error NoSalvage(uint256 id);
    /// @notice Only the cover's protected account hands over.
    error OnlyAccount(address caller, address account);
    /// @notice More than was proven, or than the cover insures: at most `most` token units more.
    error AboveHolding(uint256 amount, uint256 most);
    /// @notice Nothing was given, or nothing arrived.
    error NothingHandedOver(uint256 id);
    /// @notice Less would be paid than asked for, units.
    error PayoutBelowMinimum(uint256 payout, uint256 minPayout);
    /// @notice Balance or allowance of the account do not suffice for the attempt, token units.
    error NotReady(uint256 balance, uint256 allowance, uint256 amount);
    /// @notice The token can be moved: hand it over.
    error TokenMoves(address token);
    /// @notice It was not shown to be stuck, or not for long enough, unix seconds.
    error NotStuckYet(uint256 since, uint256 assignableAt);
    /// @notice The call needs at least this much gas, so that no attempt fails for want of it.
    error GasTooLow(uint256 gas, uint256 needed);
    /// @notice Nothing is owed under an assigned claim of this cover.
    error NothingOwed(uint256 id);
    /// @notice There is no lot of this number, or nothing of it is left.
    error LotGone(uint256 lot);
    /// @notice The auction has not started, unix seconds.
    error AuctionNotStarted(uint256 startsAt, uint256 timestamp);
    /// @notice It costs more than the taker allows, units.
    error PaymentAboveMaximum(uint256 payment, uint256 maxPayment);

    // -- Protected account ---------------------------------------------------------------------------------------

    /// @notice Hands over `amount` of the listing's token, which the caller has approved, and has the cover paid in the
    /// same call. Caller: the cover's protected account.
    /// @param incident A granted incident on the cover's risk; the account's holding must be proven for it.
    /// @param id Cover.
    /// @param amount Token units, at most what was proven and what the cover insures.
    /// @param minPayout Least payout, units, else all is undone.
    /// @return payout Units paid, to whom the cover's payouts go.
    function handOver(uint256 incident, uint256 id, uint256 amount, uint256 minPayout) external returns (uint256 payout);

    /// @notice Shows that the token cannot be moved although balance and allowance suffice. Caller: the protected account.
    function reportStuck(uint256 incident, uint256 id, uint256 amount) external;

    /// @notice After `STUCK_TIME`, if the token still cannot be moved: assigns the claim on it to the pool and has the cover
    /// paid. Caller: the protected account. Anyone may collect the tokens once they move.
    /// @return payout Units paid.
    function assignClaim(uint256 incident, uint256 id, uint256 minPayout) external returns (uint256 payout);

    // -- Anyone --------------------------------------------------------------------------------------------------

    /// @notice Takes tokens owed under an assigned claim from the account that owes them, as far as it approved.
    function collectAssigned(uint256 incident, uint256 id, uint256 amount) external returns (uint256 collected);

    /// @notice Buys of a lot at the present price, rounded up; the payment is a recovery of the incident.
    /// @param lot Number of the lot.
    /// @param amount Token units; more than is left takes what is left.
    /// @param maxPayment Most that the caller pays, units.
    /// @param to Who receives the tokens.
    /// @return taken Token units.
    /// @return payment Units of the pool's asset.
    function take(uint256 lot, uint256 amount, uint256 maxPayment, address to)
        external
        returns (uint256 taken, uint256 payment);

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice Tokens handed over or assigned for a cover under an event (its first granted incident), token units.
    function handedOf(uint256 eventId, uint256 id) external view returns (uint256);

    /// @notice Tokens still owed under the assigned claim of a cover, token units.
    function owedOf(uint256 eventId, uint256 id) external view returns (uint256);

    /// @notice Number of lots; they are numbered 1 to `lotCount`.
    function lotCount() external view returns (uint256);

    /// @notice A lot.
    function lotOf(uint256 lot) external view returns (Lot memory);

    /// @notice What `amount` of a lot costs now, rounded up, units; reverts before the auction starts.
    function priceOf(uint256 lot, uint256 amount) external view returns (uint256);
}
