// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ERC20} from "solady/tokens/ERC20.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {Claims} from "./Claims.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Config, PoolState} from "./libraries/PoolState.sol";
import {Pricing} from "./libraries/Pricing.sol";

/// @title What every part of a pool stands on: what is fixed, what is stored, the share, the journal
abstract contract PoolBase is IPool, ERC20, ReentrancyGuardTransient {
    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Journal entries that an operation steps through by itself; more need `step`.
    uint256 public constant MAX_STEPS = 8;
    /// @notice Fewest shares (1e-18) that a deposit may mint: it loses at most a millionth by rounding.
    uint256 public constant MIN_SHARES = 1e6;
    uint256 internal constant WAD = 1e18;

    // -- Immutables ----------------------------------------------------------------------------------------------

    // GRAIN: units. VIRTUAL_SHARES: shares (1e-18). R: basis points. KAPPA: WAD per year. COOLDOWN: seconds.
    address internal immutable ASSET;
    IListings internal immutable LISTINGS;
    IIncidents internal immutable INCIDENTS;
    ICovers internal immutable COVERS;
    uint256 internal immutable GRAIN;
    uint256 internal immutable VIRTUAL_SHARES;
    uint256 internal immutable R;
    uint256 internal immutable KAPPA;
    uint256 internal immutable COOLDOWN;
    uint256 internal immutable NUMBER;

    // -- Storage -------------------------------------------------------------------------------------------------

    PoolState internal s;
    string internal shareName;
    string internal shareSymbol;

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

    modifier onlyIncidents() {
        require(msg.sender == address(INCIDENTS), OnlyIncidents(msg.sender));
        _;
    }

    // -- The share --------------------------------------------------------------------------------------------------

    /// @inheritdoc ERC20
    function name() public view override returns (string memory) {
        return shareName;
    }

    /// @inheritdoc ERC20
    function symbol() public view override returns (string memory) {
        return shareSymbol;
    }

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

    // -- Internal ----------------------------------------------------------------------------------------------------

    /// @dev Steps past the newest entry, or says that it takes more than this call may do.
    function sync() internal {
        uint256 length = INCIDENTS.journalLength();
        if (s.reserves.cursor == length) return;
        uint256 cursor = Claims.step(s, config(), MAX_STEPS);
        require(cursor == length, JournalBehind(cursor, length));
    }

    /// @dev What the libraries need to know; `queued` is left out where nothing depends on it.
    function config() internal view returns (Config memory) {
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
            queued: 0,
            virtualShares: VIRTUAL_SHARES
        });
    }

    /// @dev The same with the shares in the exit queue.
    function configWithQueue() internal view returns (Config memory c) {
        c = config();
        c.queued = balanceOf(address(this));
    }
}
