// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IListings} from "../../cover/interfaces/IListings.sol";

/// @title A pool: underwriting capital in one asset
/// @notice ERC-4626 in, ERC-7540 out. Amounts are units of the pool's asset unless they say grains
/// (1 grain = 10^max(0, decimals − 6) units); rates, ratios and levels are WAD; times are unix seconds, days are counted
/// from the epoch. Where money comes in: `deposit`, `mint`, `recapitalise`, `buy`. Who can take it out: exits that were
/// processed (`redeem`, `withdraw`), covers that `Incidents` settles (`pay`), kept payouts (`collect`) and stated fees
/// (`collectFees`); no role can move it otherwise.
/// @dev Assumptions on the asset, for safety: `transferFrom` moves what it says or the call reverts here; for liveness:
/// the pool is not block-listed. Cash is the pool's own ledger: donations count for nothing, a token that shrank is
/// written down by anyone.
interface IPool {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What is fixed when a pool is created.
    /// @param asset ERC-20 with at most 18 decimals.
    /// @param curator Runs classes, groups, limits and the curator's fee.
    /// @param name ERC-20 name of the share.
    /// @param symbol ERC-20 symbol of the share.
    /// @param cooldown Seconds between an exit's request and its processing, 1 to 14 days.
    /// @param r Correlation across classes, WAD.
    /// @param kappa Charge on the whole amount insured, WAD per year, at most 5 %.
    /// @param classes Up to 16 classes.
    struct Parameters {
        address asset;
        address curator;
        string name;
        string symbol;
        uint32 cooldown;
        uint64 r;
        uint64 kappa;
        ClassParameters[] classes;
    }

    /// @notice A class of groups that share causes.
    /// @param rho Correlation within the class, WAD.
    /// @param maxLossProbability Greatest λ·T that the class was calibrated for, WAD.
    struct ClassParameters {
        uint64 rho;
        uint64 maxLossProbability;
    }

    /// @notice A purchase.
    /// @param listing Listing number.
    /// @param duration Seconds of cover from now, waiting included; zero for a keyed risk, which ends with its event.
    /// @param amount Sum insured, units; a multiple of the grain.
    /// @param owner Who receives the cover.
    /// @param account Protected account; zero where the listing needs no loss proof.
    /// @param maxPremium The most that the buyer pays in all, units.
    /// @param deadline Unix seconds after which the purchase is void.
    /// @param referrer Who receives the commission; zero for none.
    /// @param referrerFee Commission on top of the net premium, basis points.
    /// @param quote Empty, or abi.encode(Quote, signer, signature) for a keyed risk.
    struct Purchase {
        uint32 listing;
        uint32 duration;
        uint256 amount;
        address owner;
        address account;
        uint256 maxPremium;
        uint256 deadline;
        address referrer;
        uint16 referrerFee;
        bytes quote;
    }

    /// @notice What a purchase costs, units.
    /// @param net Net premium: expected loss and cost of capital; streams to the underwriters.
    /// @param protocolFee Fee for the treasury.
    /// @param curatorFee Fee for the curator.
    /// @param referrerFee Commission for the referrer.
    /// @param total Everything that the buyer pays.
    struct Premium {
        uint256 net;
        uint256 protocolFee;
        uint256 curatorFee;
        uint256 referrerFee;
        uint256 total;
    }

    /// @notice A payment for one cover, made up by `Incidents`.
    /// @param to Payee.
    /// @param claim Claimed now for the first time, units.
    /// @param settled Claimed earlier and paid short, units.
    /// @param paid Paid on `settled` earlier, units.
    /// @param payout To be paid now, units.
    /// @param grains What the claim takes off the sum insured, grains.
    /// @param runOff Day on which the cover's exposure runs off.
    struct Payment {
        address to;
        uint96 claim;
        uint96 settled;
        uint96 paid;
        uint96 payout;
        uint64 grains;
        uint16 runOff;
    }

    /// @notice Everything about a pool's capital at this moment, units unless said otherwise; as if streams had been
    /// accrued, as of the last step.
    /// @param cash The ledger.
    /// @param unearned Premium not yet earned.
    /// @param unvested Gains that still stream in.
    /// @param funded Σ level × granted reserve, less what was paid on it.
    /// @param openReserve What open (not yet ruled) incidents may take.
    /// @param owed Exits set aside, payouts kept for collection and fees.
    /// @param high Own funds, open incidents not deducted.
    /// @param low Own funds, open incidents deducted.
    /// @param scr Solvency capital requirement.
    /// @param backing What a sale may use: low × shares not queued / shares.
    /// @param priceBacking b of the price, rising over a cooldown.
    /// @param level Level of the price curve k, WAD per year.
    struct CapitalReport {
        uint256 cash;
        uint256 unearned;
        uint256 unvested;
        uint256 funded;
        uint256 openReserve;
        uint256 owed;
        uint256 high;
        uint256 low;
        uint256 scr;
        uint256 backing;
        uint256 priceBacking;
        uint256 level;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice Shares were minted for assets (ERC-4626).
    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);
    /// @notice Processed assets were taken (ERC-4626); the shares had been burnt when the exit was processed.
    event Withdraw(
        address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares
    );
    /// @notice An exit was asked for (ERC-7540).
    event RedeemRequest(
        address indexed controller, address indexed owner, uint256 indexed requestId, address sender, uint256 shares
    );
    /// @notice An exit was served, in whole or in part: `shares` were burnt and `assets` set aside for the controller.
    event RedeemProcessed(
        uint256 indexed requestId, address indexed controller, uint256 shares, uint256 assets, uint256 sharesLeft
    );
    /// @notice Exits were processed by one call: `assets` were set aside for all that `RedeemProcessed` named since the last
    /// one, units; `head` is the number of the oldest request that may be unserved.
    event ExitsProcessed(uint256 head, uint256 assets);
    /// @notice An exit was cancelled; `returned` of its shares went back, the rest was burnt for those who stay.
    event RedeemCancelled(uint256 indexed requestId, address indexed controller, uint256 shares, uint256 returned);
    /// @notice An operator was set (ERC-7540).
    event OperatorSet(address indexed controller, address indexed operator, bool approved);
    /// @notice The cover that `CoverBought` names next has an account, or a risk with a key: `account` is protected, the risk
    /// counts in `group` (class << 56 | group or zone) and runs from `from`, unix seconds.
    event CoverPlaced(uint256 indexed id, address indexed account, uint256 group, uint256 from);
    /// @notice A cover was sold. `premium` is the net premium, `fees` everything on top of it, units.
    event CoverBought(
        uint256 indexed id,
        uint256 indexed listing,
        address indexed owner,
        bytes32 key,
        uint256 amount,
        uint256 end,
        uint256 premium,
        uint256 fees
    );
    /// @notice Of the fees of the sale that was named last `fee` is kept for who referred it, units.
    event ReferrerFeeKept(uint256 indexed id, address indexed referrer, uint256 fee);
    /// @notice A cover was extended to `end`, unix seconds; premium and fees as in `CoverBought`, units.
    event CoverExtended(uint256 indexed id, uint256 end, uint256 premium, uint256 fees);
    /// @notice A cover was increased by `amount`, which counts from `since`; units, unix seconds.
    event CoverIncreased(uint256 indexed id, uint256 amount, uint256 since, uint256 premium, uint256 fees);
    /// @notice A cover was decreased by `amount`; refunded to its owner, and short-rate fee, units.
    event CoverDecreased(uint256 indexed id, uint256 amount, uint256 refund, uint256 fee);
    /// @notice A cover was cancelled and burnt; refunded to its owner, and short-rate fee, units.
    event CoverCancelled(uint256 indexed id, uint256 refund, uint256 fee);
    /// @notice Exposure of a risk ran off, grains; `exposure` remains.
    event ExposureReleased(bytes32 indexed risk, uint256 released, uint256 exposure);
    /// @notice The pool stepped through the journal up to `cursor`, which is the number of entries behind it.
    event Stepped(uint256 cursor);
    /// @notice A reserve was fixed for a granted incident, units, at this level of funding (WAD).
    event ReserveGranted(uint256 indexed incident, bytes32 indexed risk, uint256 reserve, uint256 level);
    /// @notice Assets were given to the pool for nothing, units.
    event Contributed(address indexed payer, uint256 assets);
    /// @notice What an incident did not use streams back, units.
    event ReserveReleased(uint256 indexed incident, uint256 amount);
    /// @notice The level of a closed incident rises no more by others' rulings (WAD); whoever was paid short can be topped
    /// up until `until`, unix seconds.
    event LevelFinal(uint256 indexed incident, uint256 level, uint256 until);
    /// @notice A batch of covers was paid for an incident, units: `claim` was claimed for the first time, `payout` paid now;
    /// of what was claimed before `settled` is now paid in full, on which `paid` had been paid.
    event ClaimsPaid(uint256 indexed incident, uint256 claim, uint256 settled, uint256 paid, uint256 payout);
    /// @notice A debt that a write-down had reached was paid: `nominal` left the books, `amount` was sent, units.
    event DebtPaid(uint256 nominal, uint256 amount);
    /// @notice A payout could not be pushed and is kept for its recipient, units.
    event PayoutKept(address indexed account, uint256 amount);
    /// @notice A kept payout or commission was collected, units.
    event PayoutCollected(address indexed account, uint256 amount);
    /// @notice Fees were collected, units.
    event FeesCollected(address indexed to, uint256 amount);
    /// @notice Cash was written down to the pool's balance, units.
    event WrittenDown(uint256 lost, uint256 cash);
    /// @notice The share price fell below a thousandth of its first: the pool takes no further deposit.
    event Ruined();
    /// @notice A curator's change was announced; anyone can read when it can be made.
    event Submitted(bytes32 indexed dataHash, bytes data, uint256 executableAt);
    /// @notice An announced change was withdrawn.
    event Revoked(bytes32 indexed dataHash);
    /// @notice A listing was backed: class, group within it, largest exposure (grains; zero: not backed).
    event BackingSet(uint256 indexed listing, uint8 class, uint48 group, uint256 limit);
    /// @notice The largest exposure of a group was set, grains.
    event GroupLimitSet(uint8 indexed class, uint48 indexed group, uint256 limit);
    /// @notice The largest exposure of an adjudicator was set, grains.
    event AdjudicatorLimitSet(address indexed adjudicator, uint256 limit);
    /// @notice The curator's fee was set, basis points of the net premium.
    event CuratorFeeSet(uint256 fee);
    /// @notice The curator handed the pool over.
    event CuratorSet(address indexed curator);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice An amount of zero.
    error ZeroAmount();
    /// @notice The deposit buys so few shares that rounding would take a part of it.
    error DepositTooSmall(uint256 shares, uint256 minimum);
    /// @notice Covers of this listing are paid by proof of a loss: name the account whose loss it is.
    error AccountMissing(uint256 listing);
    /// @notice Nothing can be proven under these terms now: the token is retired, its feed stale, or the chain lacks EIP-2935.
    error ProofNotSold(uint256 listing, bytes32 proofTerms);
    /// @notice The zero address was given where an account is needed.
    error ZeroAddress();
    /// @notice The amount is not a multiple of the grain, units.
    error AmountNotOnGrain(uint256 amount, uint256 grain);
    /// @notice The duration is outside [min, max], seconds.
    error PeriodOutOfBounds(uint256 duration, uint256 min, uint256 max);
    /// @notice The premium exceeds what the buyer accepts, units.
    error PremiumAboveMaximum(uint256 premium, uint256 maximum);
    /// @notice The purchase came after its deadline, unix seconds.
    error DeadlineExpired(uint256 deadline, uint256 timestamp);
    /// @notice The pool does not back this listing.
    error NotBacked(uint256 listing);
    /// @notice The exposure would exceed the limit of the listing, grains.
    error ListingLimitExceeded(uint256 exposure, uint256 limit);
    /// @notice The exposure would exceed the limit of the group, grains.
    error GroupLimitExceeded(uint256 exposure, uint256 limit);
    /// @notice The exposure would exceed the limit of the adjudicator, grains.
    error AdjudicatorLimitExceeded(uint256 exposure, uint256 limit);
    /// @notice The sale would need more capital than backs new cover, units.
    error CapacityExceeded(uint256 scr, uint256 backing);
    /// @notice The probability of loss of this sale exceeds what its class was calibrated for, WAD.
    error LossProbabilityTooHigh(uint256 probability, uint256 maximum);
    /// @notice An incident on this risk is open: nothing is sold on it.
    error IncidentOpen(bytes32 risk, uint256 open);
    /// @notice The adjudicator says that this risk may not be sold now.
    error AdjudicatorRefuses(address adjudicator);
    /// @notice A keyed risk needs a quote, an unkeyed one takes none; the duration of a keyed cover is zero.
    error QuoteMismatch(uint256 listing, bool keyed);
    /// @notice An amount does not fit into its storage; `what` is its name.
    error AmountTooLarge(bytes32 what);
    /// @notice A fee above its cap, basis points.
    error FeeAboveCap(uint256 fee, uint256 cap);
    /// @notice The cover is not one of this pool.
    error CoverOfAnother(uint256 id);
    /// @notice The cover has ended; it can only be claimed on.
    error CoverEnded(uint256 id, uint256 end);
    /// @notice Nothing is left of the cover, or would be: cancel it.
    error NothingLeft(uint256 id);
    /// @notice Covers of a risk cannot be changed while an incident on it is open, or granted and not closed.
    error RiskFrozen(bytes32 risk);
    /// @notice The purchase names another listing or key than the cover, or what this change does not take.
    error PurchaseMismatch();
    /// @notice The cover is on one event: it cannot be extended, nor given up from the day on which the event begins.
    error KeyedCover();
    /// @notice An extension is bought at least the waiting time before the end, unix seconds.
    error TooLateToExtend(uint256 latest, uint256 timestamp);
    /// @notice The journal is ahead: call `step` first.
    error JournalBehind(uint256 cursor, uint256 length);
    /// @notice The asset moved less than it said, or shrank: the balance is below the ledger, units.
    error BalanceBelowCash(uint256 balance, uint256 cash);
    /// @notice The pool takes no deposit that would be shared with old losses; see `recapitalise`.
    error PoolClosed();
    /// @notice Only the pool's curator may do this.
    error OnlyCurator(address caller);
    /// @notice Only `Incidents` may do this.
    error OnlyIncidents(address caller);
    /// @notice The caller is neither the owner nor his operator, or his allowance does not suffice.
    error NotAuthorised(address caller, address owner);
    /// @notice There is no open request of this number.
    error UnknownRequest(uint256 requestId);
    /// @notice The request can be processed from this time on, unix seconds.
    error CooldownNotOver(uint256 readyAt, uint256 timestamp);
    /// @notice An incident is open: only the requester may process his own exit, by its number.
    error ExitsFrozen(uint256 openRisks);
    /// @notice The capital is needed: nothing can be paid to exits now, units.
    error ExitNotPayable(uint256 scr, uint256 funds);
    /// @notice More than can be claimed.
    error ExceedsClaimable(uint256 requested, uint256 claimable);
    /// @notice Plain transfers of shares to the pool are refused: they would look like exits.
    error TransferToPool();
    /// @notice Exits are asynchronous: `previewRedeem` and `previewWithdraw` revert (ERC-7540).
    error AsyncRedeem();
    /// @notice The pool holds no reserve for this incident.
    error NoReserve(uint256 incident);
    /// @notice The risk has no exposure to release, or it is frozen by an incident.
    error NothingToRelease(bytes32 risk);
    /// @notice Nothing is kept for this account.
    error NothingToCollect(address account);
    /// @notice The balance covers the ledger: there is nothing to write down, units.
    error NothingToWriteDown(uint256 balance, uint256 cash);
    /// @notice The change was not announced, or its delay is not over; `executableAt` is zero if not announced.
    error NotExecutable(bytes32 dataHash, uint256 executableAt);
    /// @notice The class does not exist.
    error UnknownClass(uint256 class);
    /// @notice Not enough gas is left to give each recipient his share of it.
    error InsufficientGas();
    /// @notice The incident of this reserve is not closed yet, or its funding is not final.
    error NotClosable(uint256 incident);
    /// @notice Holders who were paid short can still be topped up: the reserve stays until `until`, unix seconds.
    error TopUpsOpen(uint256 incident, uint256 until);
    /// @notice Less would come back than the caller said he wants at least, shares or units.
    error BelowMinimum(uint256 amount, uint256 minimum);

    // -- Underwriters --------------------------------------------------------------------------------------------

    /// @notice Adds capital to a pool that is closed to deposits, by somebody who accepts to share its old losses. Not
    /// possible in a ruined pool.
    /// @return shares Shares minted, priced at High, rounded down.
    function recapitalise(uint256 assets, address receiver) external returns (uint256 shares);

    /// @notice Serves up to `max` requests in order, in part if need be, as far as the requirement allows. Anyone.
    /// @return assets Units set aside.
    function processRedeem(uint256 max) external returns (uint256 assets);

    /// @notice While an incident is open: serves the caller's own request, out of order, if all exits could be paid.
    /// @param minAssets Fewest units that the caller accepts: an incident may be opened just before.
    /// @return assets Units set aside.
    function processOwnRedeem(uint256 requestId, uint256 minAssets) external returns (uint256 assets);

    /// @notice Cancels a request; returns only shares worth min(value when asked, value now at Low), rounded down.
    /// @param minShares Fewest shares that the caller accepts: an incident may be opened just before.
    /// @return returned Shares returned to `receiver`.
    function cancelRedeemRequest(uint256 requestId, address receiver, uint256 minShares)
        external
        returns (uint256 returned);

    // -- Holders -------------------------------------------------------------------------------------------------

    /// @notice Sells a cover to the caller's account of choice and takes the premium from the caller.
    /// @return id ERC-721 id of the cover.
    /// @return premium Units paid in all.
    function buy(Purchase calldata purchase) external returns (uint256 id, uint256 premium);

    /// @notice Extends a cover by `purchase.duration` seconds, at the present rate, for formula(longer) −
    /// formula(remaining); possible until the waiting time before its end, never for one event. Caller: its owner, or
    /// whom he approved. `purchase` names the cover's listing and the bounds; its amount and quote are empty.
    /// @return premium Units paid in all.
    function extend(uint256 id, Purchase calldata purchase) external returns (uint256 premium);

    /// @notice Insures `purchase.amount` more under a cover, until its end: a purchase, which counts from now + waiting,
    /// and needs what is left of the cover to be as long as the listing's shortest period.
    /// Caller: its owner, or whom he approved. `purchase` names the cover's listing, the bounds, and a quote for a keyed
    /// risk; its duration is zero, its owner and account have no meaning.
    /// @return premium Units paid in all.
    function increase(uint256 id, Purchase calldata purchase) external returns (uint256 premium);

    /// @notice Gives up `amount` units of a cover, and every claim on them, for the unearned net premium less a
    /// short-rate fee of 10 % (none while the pool is short of capital); not while its risk is frozen, nor from the day
    /// (UTC) on which its event begins. Caller: its owner, or whom he approved; the owner is refunded.
    /// @return refund Units, rounded down.
    function decrease(uint256 id, uint256 amount, uint256 minRefund) external returns (uint256 refund);

    /// @notice Gives up all that remains of a cover, as `decrease` does, and burns it.
    /// @return refund Units, rounded down.
    function cancel(uint256 id, uint256 minRefund) external returns (uint256 refund);

    /// @notice What `extend` would charge now, to the unit.
    function quoteExtension(uint256 id, Purchase calldata purchase) external view returns (Premium memory);

    /// @notice What `increase` would charge now, to the unit.
    function quoteIncrease(uint256 id, Purchase calldata purchase) external view returns (Premium memory);

    /// @notice What giving up `amount` units of a cover would return now, and the short-rate fee in it, units.
    function refundOf(uint256 id, uint256 amount) external view returns (uint256 refund, uint256 fee);

    /// @notice What `buy` would charge now, to the unit; reverts as it would, but for the buyer's own bounds
    /// (maximum premium and deadline) and balance.
    function quote(Purchase calldata purchase) external view returns (Premium memory);

    /// @notice Sends payouts and commissions that could not be pushed. Anyone.
    function collect(address account) external returns (uint256 amount);

    // -- Upkeep (anyone) -----------------------------------------------------------------------------------------

    /// @notice Steps through up to `max` journal entries.
    /// @return cursor Entries stepped past in all.
    function step(uint256 max) external returns (uint256 cursor);

    /// @notice Frees the exposure of a risk that has run off.
    /// @return released Grains released.
    function release(bytes32 risk) external returns (uint256 released);

    /// @notice Writes the ledger down to the pool's balance.
    function writeDown() external;

    /// @notice Finishes a closed incident that could not be closed here while its funding was not final. If holders were
    /// paid short the first call says so (`LevelFinal`), and they have 30 days to be topped up until the second one.
    function finishClosing(uint256 incident) external;

    /// @notice Takes assets for nothing: fundings below 1 are lifted, the rest streams in over one cooldown. Anyone;
    /// recoveries of an incident come by `IIncidents.recover`.
    /// @param assets Units, which the caller has approved.
    function contribute(uint256 assets) external;

    /// @notice Sends the fees owed to the treasury and to the curator.
    function collectFees() external;

    // -- Incidents only ------------------------------------------------------------------------------------------

    /// @notice Steps, accrues and lifts fundings; the level of an incident's reserve, WAD. Caller: `Incidents`.
    function fund(uint256 incident) external returns (uint256 level);

    /// @notice Pays covers of a granted incident. Caller: `Incidents`, right after `fund`. Books first, then pushes; a
    /// recipient that reverts or burns its gas has its payout kept.
    /// @param rewarded Who settles, and who found the incident.
    /// @param rewards What each of the two receives of each payout, out of it, basis points.
    function pay(
        uint256 incident,
        bytes32 risk,
        Payment[] calldata payments,
        address[2] calldata rewarded,
        uint256[2] calldata rewards
    ) external;

    // -- Curator -------------------------------------------------------------------------------------------------

    /// @notice Announces a call to one of the functions below; it can be made after the delay (cooldown + 2 days), at
    /// once while the pool has no shares. Caller: the curator.
    function submit(bytes calldata data) external;

    /// @notice Withdraws an announced change. Caller: the curator.
    function revoke(bytes calldata data) external;

    /// @notice Stops sales under a listing at once. Caller: the curator.
    function stop(uint256 listing) external;

    /// @notice Backs a listing. Announced; caller: the curator.
    function setBacking(uint256 listing, uint8 class, uint48 group, uint64 limit) external;

    /// @notice Sets the largest exposure of a group, grains. Announced; caller: the curator.
    function setGroupLimit(uint8 class, uint48 group, uint64 limit) external;

    /// @notice Sets the largest exposure of an adjudicator, grains. Announced; caller: the curator.
    function setAdjudicatorLimit(address adjudicator, uint64 limit) external;

    /// @notice Sets the curator's fee, basis points, at most 20 %. Announced; caller: the curator.
    function setCuratorFee(uint16 fee) external;

    /// @notice Hands the pool over. Announced; caller: the curator.
    function setCurator(address curator) external;

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice Everything about the pool's capital at this moment.
    function capital() external view returns (CapitalReport memory);

    /// @notice The level at which an incident's reserve is funded here, WAD, as of the last time that levels were
    /// lifted; zero if the pool holds no reserve for it.
    function fundingOf(uint256 incident) external view returns (uint256);

    /// @notice The asset of the pool.
    function asset() external view returns (address);

    /// @notice Has cover on this risk ever been sold here?
    function everSold(bytes32 risk) external view returns (bool);

    /// @notice What holders still lacked when an incident was finished here, units; zero before.
    function shortfallOf(uint256 incident) external view returns (uint256);
}
