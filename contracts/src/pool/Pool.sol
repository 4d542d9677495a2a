// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "solady/tokens/ERC20.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {Claims} from "./Claims.sol";
import {Extensions} from "./Extensions.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExitQueue} from "./libraries/ExitQueue.sol";
import {Config} from "./libraries/PoolState.sol";
import {PoolBase} from "./PoolBase.sol";
import {PoolCuration} from "./PoolCuration.sol";
import {Payouts} from "./Payouts.sol";
import {Refunds} from "./Refunds.sol";
import {Sales} from "./Sales.sol";
import {Underwriting} from "./Underwriting.sol";

/// @title A pool of underwriting capital in one asset
/// @notice The table of contents of a pool: who may do what, and in which order books and tokens move.
///
/// Money comes in by `deposit`, `mint` and `recapitalise` (underwriters, through `takeIn`), by `buy`, `increase` (in
/// `Sales`) and `extend` (in `Extensions`), and by `contribute` (anyone, for nothing: what came back of a loss). It goes
/// out by `redeem` and `withdraw` (the controller of a served exit, or his operator), by `pay` (`Incidents` alone: covers
/// that it settles, and the finder's and settler's stated shares of that), by `decrease` and `cancel` (the cover's owner:
/// unearned premium, in `Refunds`), by `collect` (anyone, to the account whose payout could not be pushed) and by
/// `collectFees` (anyone, to treasury and curator).
///
/// SCR is the capital that the covers in force require. A sale is refused by `Sales` when SCR would exceed backing, the
/// part of own funds that has not asked to leave; when the exposure would exceed the curator's limit for the listing, the
/// group or the adjudicator; while an incident on the risk is open; and when the adjudicator or the rate says so.
///
/// Own funds are cash less everything owed: High counts open incidents as nothing, Low as all that they may take.
/// Deposits are priced at High. An exit is worth the lesser of its value at High when asked and at Low when served;
/// while an incident of the pool is open `processRedeem` reverts and only the requester serves his own, by
/// `processOwnRedeem`.
///
/// Units are the asset's smallest; shares have 18 decimals; a grain is GRAIN units; rates, ratios and levels are WAD
/// (1e18), fees basis points, times unix seconds. A nominal debt is in units too, until a write-down scales it.
/// @dev Everything that moves capital first steps through the journal, but `step` itself, `pay` (which follows `fund` in
/// one transaction), claiming and collecting; transfers, approvals and the curator's functions move none.
contract Pool is PoolCuration {
    using SafeTransferLib for address;

    // -- Constructor -------------------------------------------------------------------------------------------------

    constructor(Parameters memory p, ICovers covers, IListings listings, IIncidents incidents, uint256 number)
        PoolBase(p, covers, listings, incidents, number)
    {}

    // -- Underwriters: in ----------------------------------------------------------------------------------------

    /// @notice Deposits assets for shares at High, rounded down (ERC-4626).
    function deposit(uint256 assets, address receiver) external nonReentrant stepped returns (uint256 shares) {
        uint256 high = Underwriting.enter(s, config(), false);
        shares = ExitQueue.sharesDown(assets, high, totalSupply(), VIRTUAL_SHARES);
        takeIn(assets, shares, receiver);
    }

    /// @notice Mints shares for assets at High, rounded up (ERC-4626).
    function mint(uint256 shares, address receiver) external nonReentrant stepped returns (uint256 assets) {
        uint256 high = Underwriting.enter(s, config(), false);
        assets = Math.fullMulDivUp(shares, high + 1, totalSupply() + VIRTUAL_SHARES);
        takeIn(assets, shares, receiver);
    }

    /// @inheritdoc IPool
    function recapitalise(uint256 assets, address receiver) external nonReentrant stepped returns (uint256 shares) {
        uint256 high = Underwriting.enter(s, config(), true);
        shares = ExitQueue.sharesDown(assets, high, totalSupply(), VIRTUAL_SHARES);
        takeIn(assets, shares, receiver);
    }

    // -- Underwriters: out ---------------------------------------------------------------------------------------

    /// @notice Puts shares of `owner` into the exit queue (ERC-7540); claimable by `controller` once processed. Caller:
    /// the owner, his operator, or a spender whose allowance is used up.
    /// @return requestId Number of the request, from 1.
    function requestRedeem(uint256 shares, address controller, address owner)
        external
        nonReentrant
        stepped
        returns (uint256 requestId)
    {
        require(shares != 0, ZeroAmount());
        require(controller != address(0), ZeroAddress());
        if (msg.sender != owner && !s.operators[owner][msg.sender]) {
            require(allowance(owner, msg.sender) >= shares, NotAuthorised(msg.sender, owner));
            _spendAllowance(owner, msg.sender, shares);
        }
        requestId = Underwriting.request(s, config(), shares, controller);
        _transfer(owner, address(this), shares);
        emit RedeemRequest(controller, owner, requestId, msg.sender, shares);
    }

    /// @inheritdoc IPool
    function cancelRedeemRequest(uint256 requestId, address receiver, uint256 minShares)
        external
        nonReentrant
        stepped
        returns (uint256 returned)
    {
        uint256 shares;
        require(receiver != address(0), ZeroAddress());
        require(receiver != address(this), TransferToPool());
        (shares, returned) = Underwriting.cancel(s, config(), requestId, minShares);
        if (shares != returned) _burn(address(this), shares - returned);
        if (returned != 0) _transfer(address(this), receiver, returned);
    }

    /// @inheritdoc IPool
    function processRedeem(uint256 max) external nonReentrant stepped returns (uint256 assets) {
        uint256 burnt;
        (assets, burnt) = Underwriting.process(s, configWithQueue(), max);
        if (burnt != 0) _burn(address(this), burnt);
    }

    /// @inheritdoc IPool
    function processOwnRedeem(uint256 requestId, uint256 minAssets)
        external
        nonReentrant
        stepped
        returns (uint256 assets)
    {
        uint256 burnt;
        (assets, burnt) = Underwriting.processOwn(s, configWithQueue(), requestId, minAssets);
        _burn(address(this), burnt);
    }

    /// @notice Claims processed exits by shares (ERC-4626 and 7540). Caller: the controller or his operator.
    /// @return assets Units sent, rounded down.
    function redeem(uint256 shares, address receiver, address controller)
        external
        nonReentrant
        returns (uint256 assets)
    {
        ExitQueue.Claimable memory claimable = s.claimables[controller];
        require(shares != 0, ZeroAmount());
        require(shares <= claimable.shares, ExceedsClaimable(shares, claimable.shares));
        assets = claim(controller, receiver, shares, Math.fullMulDiv(claimable.assets, shares, claimable.shares));
    }

    /// @notice Claims processed exits by assets (ERC-4626 and 7540). Caller: the controller or his operator.
    /// @return shares Shares that this uses up, rounded up.
    function withdraw(uint256 assets, address receiver, address controller)
        external
        nonReentrant
        returns (uint256 shares)
    {
        ExitQueue.Claimable memory claimable = s.claimables[controller];
        uint256 nominal = Math.fullMulDivUp(assets, WAD, s.ledger.scale);
        require(assets != 0, ZeroAmount());
        require(nominal <= claimable.assets, ExceedsClaimable(assets, maxWithdraw(controller)));
        shares = Math.fullMulDivUp(claimable.shares, nominal, claimable.assets);
        claim(controller, receiver, shares, nominal);
    }

    /// @notice Lets an operator request and claim exits for the caller (ERC-7540).
    function setOperator(address operator, bool approved) external returns (bool) {
        s.operators[msg.sender][operator] = approved;
        emit OperatorSet(msg.sender, operator, approved);
        return true;
    }

    // -- Holders -------------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function buy(Purchase calldata purchase) external nonReentrant stepped returns (uint256 id, uint256 premium) {
        return Sales.buy(s, configWithQueue(), purchase);
    }

    /// @inheritdoc IPool
    function extend(uint256 id, Purchase calldata purchase) external nonReentrant stepped returns (uint256 premium) {
        return Extensions.extend(s, configWithQueue(), id, purchase);
    }

    /// @inheritdoc IPool
    function increase(uint256 id, Purchase calldata purchase) external nonReentrant stepped returns (uint256 premium) {
        return Sales.increase(s, configWithQueue(), id, purchase);
    }

    /// @inheritdoc IPool
    function decrease(uint256 id, uint256 amount, uint256 minRefund)
        external
        nonReentrant
        stepped
        returns (uint256 refund)
    {
        return Refunds.decrease(s, config(), id, amount, minRefund);
    }

    /// @inheritdoc IPool
    function cancel(uint256 id, uint256 minRefund) external nonReentrant stepped returns (uint256 refund) {
        return Refunds.cancel(s, config(), id, minRefund);
    }

    /// @inheritdoc IPool
    function collect(address account) external nonReentrant returns (uint256 amount) {
        uint256 nominal = s.kept[account];
        require(nominal != 0, NothingToCollect(account));
        delete s.kept[account];
        amount = payDebt(nominal);
        emit PayoutCollected(account, amount);
        ASSET.safeTransfer(account, amount);
    }

    // -- Upkeep --------------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function step(uint256 max) external nonReentrant returns (uint256 cursor) {
        return Claims.step(s, config(), max);
    }

    /// @inheritdoc IPool
    function release(bytes32 risk) external nonReentrant stepped returns (uint256 released) {
        return Payouts.release(s, risk);
    }

    /// @inheritdoc IPool
    function writeDown() external nonReentrant stepped {
        // A token that does not answer is not a token that shrank: this call reverts with it.
        Underwriting.writeDown(s, config(), ERC20(ASSET).balanceOf(address(this)));
    }

    /// @inheritdoc IPool
    function finishClosing(uint256 incident) external nonReentrant stepped {
        Claims.finishClosing(s, config(), incident);
    }

    /// @inheritdoc IPool
    function contribute(uint256 assets) external nonReentrant stepped {
        Underwriting.contribute(s, config(), assets);
    }

    /// @inheritdoc IPool
    function collectFees() external nonReentrant {
        Payouts.collectFees(s, ASSET, LISTINGS.treasury());
    }

    // -- Incidents only ------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function fund(uint256 incident) external onlyIncidents nonReentrant stepped returns (uint256 level) {
        return Payouts.fund(s, config(), incident);
    }

    /// @inheritdoc IPool
    function pay(
        uint256 incident,
        bytes32 risk,
        Payment[] calldata payments,
        address[2] calldata rewarded,
        uint256[2] calldata rewards
    ) external onlyIncidents nonReentrant {
        Payouts.pay(s, config(), incident, risk, payments, rewarded, rewards);
    }

    // -- Views: capital ------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function quote(Purchase calldata purchase) external view returns (Premium memory) {
        requireStepped();
        return Sales.quote(s, configWithQueue(), purchase);
    }

    /// @inheritdoc IPool
    function quoteExtension(uint256 id, Purchase calldata purchase) external view returns (Premium memory) {
        requireStepped();
        return Extensions.quoteExtension(s, configWithQueue(), id, purchase);
    }

    /// @inheritdoc IPool
    function quoteIncrease(uint256 id, Purchase calldata purchase) external view returns (Premium memory) {
        requireStepped();
        return Sales.quoteIncrease(s, configWithQueue(), id, purchase);
    }

    /// @inheritdoc IPool
    function refundOf(uint256 id, uint256 amount) external view returns (uint256 refund, uint256 fee) {
        requireStepped();
        return Refunds.refundOf(s, config(), id, amount);
    }

    /// @inheritdoc IPool
    function capital() external view returns (CapitalReport memory) {
        return Underwriting.report(s, configWithQueue());
    }

    /// @inheritdoc IPool
    function fundingOf(uint256 incident) external view returns (uint256) {
        return Payouts.fundingOf(s, incident);
    }

    /// @notice Own funds at High (ERC-4626), units.
    function totalAssets() public view returns (uint256 high) {
        (high,) = Underwriting.ownFunds(s, config());
    }

    /// @notice Shares that assets are worth at High, rounded down.
    function convertToShares(uint256 assets) public view returns (uint256) {
        return ExitQueue.sharesDown(assets, totalAssets(), totalSupply(), VIRTUAL_SHARES);
    }

    /// @notice Assets that shares are worth at Low, rounded down.
    function convertToAssets(uint256 shares) external view returns (uint256) {
        (, uint256 low) = Underwriting.ownFunds(s, config());
        return ExitQueue.valueDown(shares, low, totalSupply(), VIRTUAL_SHARES);
    }

    /// @notice Shares that a deposit would mint now.
    function previewDeposit(uint256 assets) external view returns (uint256) {
        requireStepped();
        return convertToShares(assets);
    }

    /// @notice Assets that a mint would take now.
    function previewMint(uint256 shares) external view returns (uint256) {
        requireStepped();
        return Math.fullMulDivUp(shares, totalAssets() + 1, totalSupply() + VIRTUAL_SHARES);
    }

    /// @notice Exits are asynchronous (ERC-7540): reverts.
    function previewRedeem(uint256) external pure returns (uint256) {
        revert AsyncRedeem();
    }

    /// @notice Exits are asynchronous (ERC-7540): reverts.
    function previewWithdraw(uint256) external pure returns (uint256) {
        revert AsyncRedeem();
    }

    /// @notice The most that can be deposited: zero while the pool is closed, or behind the journal.
    function maxDeposit(address) public view returns (uint256) {
        Config memory c = config();
        if (Claims.behind(s, c, MAX_STEPS) || Underwriting.isClosed(s, c)) return 0;
        return type(uint96).max - s.ledger.cash;
    }

    /// @notice The most shares that can be minted: zero while the pool is closed, or behind the journal.
    function maxMint(address receiver) external view returns (uint256) {
        return convertToShares(maxDeposit(receiver));
    }

    /// @notice What a controller can claim, units.
    function maxWithdraw(address controller) public view returns (uint256) {
        return uint256(s.claimables[controller].assets) * s.ledger.scale / WAD;
    }

    /// @notice What a controller can claim, shares.
    function maxRedeem(address controller) external view returns (uint256) {
        return s.claimables[controller].shares;
    }

    // -- Views: exits --------------------------------------------------------------------------------------------

    /// @notice Shares of a request that wait to be served (ERC-7540).
    function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256) {
        ExitQueue.Request storage request = s.requests[requestId];
        return request.controller == controller ? request.shares : 0;
    }

    /// @notice Shares that a controller can claim, of all his requests (ERC-7540 with claims by controller).
    function claimableRedeemRequest(uint256, address controller) external view returns (uint256) {
        return s.claimables[controller].shares;
    }

    /// @notice May the operator act for the controller (ERC-7540)?
    function isOperator(address controller, address operator) external view returns (bool) {
        return s.operators[controller][operator];
    }

    // -- Views: identity -----------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function asset() external view returns (address) {
        return ASSET;
    }

    /// @notice The share is the pool itself (ERC-7575).
    function share() external view returns (address) {
        return address(this);
    }

    /// @notice ERC-165, ERC-7540 operators and redemption, ERC-7575.
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0xe3bc4e65 || id == 0x620ee8e4 || id == 0x2f0a18c5;
    }

    /// @inheritdoc IPool
    function everSold(bytes32 risk) external view returns (bool) {
        return s.risks[risk].listing != 0;
    }

    /// @inheritdoc IPool
    function shortfallOf(uint256 incident) external view returns (uint256) {
        return s.shortfalls[incident];
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Views never guess: they answer for a pool that no entry is about to change.
    function requireStepped() private view {
        require(!Claims.behind(s, config(), MAX_STEPS), JournalBehind(s.reserves.cursor, INCIDENTS.journalLength()));
    }

    /// @dev Books a deposit, mints, then takes the assets and checks that they came.
    function takeIn(uint256 assets, uint256 shares, address receiver) private {
        require(assets != 0, ZeroAmount());
        require(shares >= MIN_SHARES, DepositTooSmall(shares, MIN_SHARES));
        require(receiver != address(0), ZeroAddress());
        require(receiver != address(this), TransferToPool());
        uint256 cash = s.ledger.cash + assets;
        require(cash <= type(uint96).max, AmountTooLarge("cash"));
        s.ledger.cash = uint96(cash);
        _mint(receiver, shares);
        emit Deposit(msg.sender, receiver, assets, shares);
        ASSET.safeTransferFrom(msg.sender, address(this), assets);
        Capital.checkBalance(s, ASSET.balanceOf(address(this)));
    }

    /// @dev Sends what a controller claims.
    function claim(address controller, address receiver, uint256 shares, uint256 nominal)
        private
        returns (uint256 assets)
    {
        require(msg.sender == controller || s.operators[controller][msg.sender], NotAuthorised(msg.sender, controller));
        ExitQueue.Claimable storage claimable = s.claimables[controller];
        claimable.shares -= uint128(shares);
        claimable.assets -= uint128(nominal);
        assets = payDebt(nominal);
        emit Withdraw(msg.sender, receiver, controller, assets, shares);
        ASSET.safeTransfer(receiver, assets);
    }

    /// @dev Takes a nominal debt out of the ledger; what it is worth in units (× scale / 1e18), rounded down. A token that
    /// shrank is written down first: nobody takes out in full what others then lack.
    function payDebt(uint256 nominal) private returns (uint256 amount) {
        Capital.checkBalance(s, ASSET.balanceOf(address(this)));
        uint256 scale = s.ledger.scale;
        amount = nominal;
        if (scale != WAD) {
            amount = (nominal * scale) / WAD;
            emit DebtPaid(nominal, amount);
        }
        s.ledger.owed -= uint96(nominal);
        s.ledger.cash -= uint96(amount);
    }
}
