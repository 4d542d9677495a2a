// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ERC20} from "solady/tokens/ERC20.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {Claims} from "./Claims.sol";
import {IPool} from "./interfaces/IPool.sol";
import {ExitQueue} from "./libraries/ExitQueue.sol";
import {Backing, Config, PoolState} from "./libraries/PoolState.sol";
import {Pricing} from "./libraries/Pricing.sol";
import {Solvency} from "./libraries/Solvency.sol";
import {Sales} from "./Sales.sol";
import {Underwriting} from "./Underwriting.sol";

/// @title A pool of underwriting capital in one asset
/// @notice The table of contents of a pool: who may do what, and in which order books and tokens move. Money comes in by
/// `deposit`, `mint`, `recapitalise` and `buy`; it goes out by `redeem` and `withdraw` (exits that were processed),
/// `pay` (covers that `Incidents` settles), `collect` (payouts that could not be pushed) and `collectFees`. A sale is
/// refused by `Sales` when SCR > backing. While an incident is open exits are paid at Low, to their requesters alone.
/// @dev Every function but `step`, transfers, approvals, claiming and collecting first steps through the journal.
contract Pool is IPool, ERC20, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Journal entries that an operation steps through by itself; more need `step`.
    uint256 public constant MAX_STEPS = 8;
    /// @notice Largest curator's fee, basis points of the net premium.
    uint256 public constant MAX_CURATOR_FEE = 2_000;
    /// @notice What the curator's delay exceeds the cooldown by, seconds.
    uint256 public constant CURATOR_MARGIN = 2 days;
    /// @notice Fewest shares (1e-18) that a deposit may mint: it loses at most a millionth by rounding.
    uint256 public constant MIN_SHARES = 1e6;
    uint256 private constant WAD = 1e18;

    // -- Immutables ----------------------------------------------------------------------------------------------

    address private immutable ASSET;
    IListings private immutable LISTINGS;
    IIncidents private immutable INCIDENTS;
    ICovers private immutable COVERS;
    uint256 private immutable GRAIN;
    uint256 private immutable VIRTUAL_SHARES;
    uint256 private immutable R;
    uint256 private immutable KAPPA;
    uint256 private immutable COOLDOWN;
    uint256 private immutable NUMBER;

    // -- Storage -------------------------------------------------------------------------------------------------

    PoolState private s;
    string private shareName;
    string private shareSymbol;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @dev Bounds are the factory's; the pool only derives what it stores.
    constructor(Parameters memory p, ICovers covers, IListings listings, IIncidents incidents, uint256 number) {
        (ASSET, COVERS, LISTINGS, INCIDENTS, NUMBER) = (p.asset, covers, listings, incidents, number);
        uint256 digits = ERC20(p.asset).decimals();
        GRAIN = digits > 6 ? 10 ** (digits - 6) : 1;
        VIRTUAL_SHARES = 10 ** (18 - digits);
        (R, KAPPA, COOLDOWN) = (p.r / 1e14, p.kappa, p.cooldown);
        (shareName, shareSymbol) = (p.name, p.symbol);

        (s.curator, s.classCount) = (p.curator, uint8(p.classes.length));
        for (uint256 i; i < p.classes.length; ++i) {
            s.classes[i].rho = uint16(p.classes[i].rho / 1e14);
            s.maxLossProbability[i] = p.classes[i].maxLossProbability;
        }
        s.ledger.scale = uint64(WAD);
        s.stream.time = uint32(block.timestamp);
        (s.curve.level, s.curve.moved) = (uint64(Pricing.FIRST_LEVEL), uint32(block.timestamp));
        (s.queue.head, s.queue.tail) = (1, 1);
        s.reserves.cursor = uint32(incidents.journalLength());
        emit CuratorSet(p.curator);
    }

    // -- Modifiers -----------------------------------------------------------------------------------------------

    /// @dev Steps past the newest journal entry before anything else.
    modifier stepped() {
        sync();
        _;
    }

    /// @dev Curator, and announced long enough ago; at once while there are no shares.
    modifier announced() {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        if (totalSupply() != 0) {
            bytes32 dataHash = keccak256(msg.data);
            uint256 executableAt = s.executableAt[dataHash];
            require(executableAt != 0 && block.timestamp >= executableAt, NotExecutable(dataHash, executableAt));
            delete s.executableAt[dataHash];
        }
        _;
    }

    modifier onlyIncidents() {
        require(msg.sender == address(INCIDENTS), OnlyIncidents(msg.sender));
        _;
    }

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
    function cancelRedeemRequest(uint256 requestId, address receiver)
        external
        nonReentrant
        stepped
        returns (uint256 returned)
    {
        uint256 shares;
        require(receiver != address(0), ZeroAddress());
        require(receiver != address(this), TransferToPool());
        (shares, returned) = Underwriting.cancel(s, config(), requestId);
        if (shares != returned) _burn(address(this), shares - returned);
        if (returned != 0) _transfer(address(this), receiver, returned);
    }

    /// @inheritdoc IPool
    function processRedeem(uint256 max) external nonReentrant stepped returns (uint256 assets) {
        uint256 burnt;
        (assets, burnt) = Underwriting.process(s, config(), max);
        if (burnt != 0) _burn(address(this), burnt);
    }

    /// @inheritdoc IPool
    function processOwnRedeem(uint256 requestId) external nonReentrant stepped returns (uint256 assets) {
        uint256 burnt;
        (assets, burnt) = Underwriting.processOwn(s, config(), requestId);
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
        return Sales.buy(s, config(), purchase);
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
        return Claims.release(s, risk);
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
    function collectFees() external nonReentrant {
        (uint256 toProtocol, uint256 toCurator) = (s.queue.protocol, s.queue.curator);
        (s.queue.protocol, s.queue.curator) = (0, 0);
        (address treasury, address curator) = (LISTINGS.treasury(), s.curator);
        (toProtocol, toCurator) = (payDebt(toProtocol), payDebt(toCurator));
        emit FeesCollected(treasury, toProtocol);
        emit FeesCollected(curator, toCurator);
        if (toProtocol != 0) ASSET.safeTransfer(treasury, toProtocol);
        if (toCurator != 0) ASSET.safeTransfer(curator, toCurator);
    }

    // -- Incidents only ------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function fund(uint256 incident) external onlyIncidents nonReentrant stepped returns (uint256 level) {
        return Claims.fund(s, config(), incident);
    }

    /// @inheritdoc IPool
    function pay(
        uint256 incident,
        bytes32 risk,
        Payment[] calldata payments,
        address[2] calldata rewarded,
        uint256[2] calldata rewards
    ) external onlyIncidents nonReentrant {
        Claims.pay(s, config(), incident, risk, payments, rewarded, rewards);
    }

    // -- Curator -------------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function submit(bytes calldata data) external {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        uint256 executableAt = block.timestamp + COOLDOWN + CURATOR_MARGIN;
        s.executableAt[keccak256(data)] = executableAt;
        emit Submitted(keccak256(data), data, executableAt);
    }

    /// @inheritdoc IPool
    function revoke(bytes calldata data) external {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        bytes32 dataHash = keccak256(data);
        require(s.executableAt[dataHash] != 0, NotExecutable(dataHash, 0));
        delete s.executableAt[dataHash];
        emit Revoked(dataHash);
    }

    /// @inheritdoc IPool
    function stop(uint256 listing) external {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        Backing storage backing = s.backings[listing];
        backing.limit = 0;
        emit BackingSet(listing, backing.class, backing.group, 0);
    }

    /// @inheritdoc IPool
    function setBacking(uint256 listing, uint8 class, uint48 group, uint64 limit) external announced {
        require(class < s.classCount, UnknownClass(class));
        IListings.Terms memory terms = LISTINGS.terms(listing);
        require(
            terms.family == 0 || terms.family != LISTINGS.familyOf(ASSET),
            IListings.OwnAsset(listing, ASSET, terms.family)
        );
        Backing storage backing = s.backings[listing];
        (backing.class, backing.group, backing.limit) = (class, group, limit);
        backing.maxLossProbability = s.maxLossProbability[class];
        s.adjudicatorOf[listing] = terms.adjudicator;
        emit BackingSet(listing, class, group, limit);
    }

    /// @inheritdoc IPool
    function setGroupLimit(uint8 class, uint48 group, uint64 limit) external announced {
        require(class < s.classCount, UnknownClass(class));
        s.groups[(uint256(class) << 56) | group].limit = limit;
        emit GroupLimitSet(class, group, limit);
    }

    /// @inheritdoc IPool
    function setAdjudicatorLimit(address adjudicator, uint64 limit) external announced {
        s.adjudicators[adjudicator].limit = limit;
        emit AdjudicatorLimitSet(adjudicator, limit);
    }

    /// @inheritdoc IPool
    function setCuratorFee(uint16 fee) external announced {
        require(fee <= MAX_CURATOR_FEE, FeeAboveCap(fee, MAX_CURATOR_FEE));
        s.curve.curatorFee = fee;
        emit CuratorFeeSet(fee);
    }

    /// @inheritdoc IPool
    function setCurator(address curator) external announced {
        require(curator != address(0), ZeroAddress());
        s.curator = curator;
        emit CuratorSet(curator);
    }

    // -- Views: capital ------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function quote(Purchase calldata purchase) external view returns (Premium memory) {
        requireStepped();
        return Sales.quote(s, config(), purchase);
    }

    /// @inheritdoc IPool
    function capital() external view returns (CapitalReport memory) {
        return Underwriting.report(s, config());
    }

    /// @inheritdoc IPool
    function fundingOf(uint256 incident) external view returns (uint256) {
        return Claims.fundingOf(s, incident);
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

    /// @inheritdoc ERC20
    function name() public view override returns (string memory) {
        return shareName;
    }

    /// @inheritdoc ERC20
    function symbol() public view override returns (string memory) {
        return shareSymbol;
    }

    /// @notice ERC-165, ERC-7540 operators and redemption, ERC-7575.
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0xe3bc4e65 || id == 0x620ee8e4 || id == 0x2f0a18c5;
    }

    /// @inheritdoc IPool
    function everSold(bytes32 risk) external view returns (bool) {
        return s.risks[risk].listing != 0;
    }

    // -- Shares --------------------------------------------------------------------------------------------------

    /// @inheritdoc ERC20
    function transfer(address to, uint256 amount) public override returns (bool) {
        require(to != address(this), TransferToPool());
        return super.transfer(to, amount);
    }

    /// @inheritdoc ERC20
    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        require(to != address(this), TransferToPool());
        return super.transferFrom(from, to, amount);
    }

    /// @dev No allowance that the owner did not give.
    function _givePermit2InfiniteAllowance() internal pure override returns (bool) {
        return false;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Steps past the newest entry, or says that it takes more than this call may do.
    function sync() private {
        uint256 length = INCIDENTS.journalLength();
        if (s.reserves.cursor == length) return;
        uint256 cursor = Claims.step(s, config(), MAX_STEPS);
        require(cursor == length, JournalBehind(cursor, length));
    }

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
        uint256 balance = ASSET.balanceOf(address(this));
        require(balance >= cash, BalanceBelowCash(balance, cash));
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

    /// @dev Takes a nominal debt out of the ledger; what it is worth in units, rounded down.
    function payDebt(uint256 nominal) private returns (uint256 amount) {
        uint256 scale = s.ledger.scale;
        amount = scale == WAD ? nominal : (nominal * scale) / WAD;
        s.ledger.owed -= uint96(nominal);
        s.ledger.cash -= uint96(amount);
    }

    /// @dev What the libraries need to know.
    function config() private view returns (Config memory) {
        return Config({
            asset: ASSET,
            listings: LISTINGS,
            incidents: INCIDENTS,
            covers: COVERS,
            grain: GRAIN,
            r: R,
            kappa: KAPPA,
            cooldown: COOLDOWN,
            number: NUMBER,
            supply: totalSupply(),
            queued: balanceOf(address(this)),
            virtualShares: VIRTUAL_SHARES
        });
    }
}
