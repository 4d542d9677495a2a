// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ERC20} from "solady/tokens/ERC20.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {ILossProofs} from "./interfaces/ILossProofs.sol";
import {ISalvage} from "./interfaces/ISalvage.sol";
import {LotPrice} from "./libraries/LotPrice.sol";

/// @title Salvage
/// @dev Holds the tokens of the lots and nothing else between calls; payments pass through to `Incidents.recover`. No
/// role, no owner, nothing to pause. The distressed token is distrusted: it is measured by balances, and can harm its
/// own lots only.
contract Salvage is ISalvage, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev What a call is about.
    struct Claim {
        address account;
        address token;
        uint256 eventId;
        uint256 lossTime;
        uint256 value;
        uint256 insured; // token units that the cover insures
        uint256 most; // token units that may still be handed over
    }

    /// @notice Seconds for which a token must not have moved before a claim on it is taken instead.
    uint256 public constant STUCK_TIME = 7 days;
    /// @notice Seconds in which the price of a lot halves.
    uint256 public constant HALF_LIFE = LotPrice.HALF_LIFE;
    /// @notice An auction starts at this share of the value before the loss, WAD.
    uint256 public constant START = LotPrice.START;
    /// @notice Gas that an attempt to move a token is given.
    uint256 public constant PROBE_GAS = 500_000;
    uint256 private constant WAD = 1e18;

    // -- Immutables ----------------------------------------------------------------------------------------------

    IIncidents private immutable INCIDENTS;
    ICovers private immutable COVERS;
    IListings private immutable LISTINGS;
    ILossProofs private immutable LOSS_PROOFS;

    // -- Storage -------------------------------------------------------------------------------------------------

    /// @inheritdoc ISalvage
    uint256 public lotCount;
    mapping(uint256 lot => Lot) private _lots;
    mapping(uint256 incident => mapping(address pool => mapping(uint256 day => uint256))) private _lotOfDay;
    mapping(uint256 eventId => mapping(uint256 id => uint256)) private _handed;
    mapping(uint256 eventId => mapping(uint256 id => uint256)) private _owed;
    mapping(uint256 eventId => mapping(uint256 id => Stuck)) private _stuck;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, ICovers covers, IListings listings, ILossProofs lossProofs) {
        (INCIDENTS, COVERS, LISTINGS, LOSS_PROOFS) = (incidents, covers, listings, lossProofs);
    }

    // -- Protected account ---------------------------------------------------------------------------------------

    /// @inheritdoc ISalvage
    function handOver(uint256 incident, uint256 id, uint256 amount, uint256 minPayout)
        external
        nonReentrant
        returns (uint256 payout)
    {
        Claim memory c = _claimOf(incident, id);
        require(msg.sender == c.account, OnlyAccount(msg.sender, c.account));
        require(amount <= c.most, AboveHolding(amount, c.most));
        uint256 received = _pull(id, c.token, c.account, amount);
        _handed[c.eventId][id] += received;
        uint256 lot = _addToLot(incident, id, c, received);
        emit HandedOver(incident, id, lot, received);
        payout = _settle(incident, id, minPayout);
    }

    /// @inheritdoc ISalvage
    function reportStuck(uint256 incident, uint256 id, uint256 amount) external nonReentrant {
        Claim memory c = _claimOf(incident, id);
        require(msg.sender == c.account, OnlyAccount(msg.sender, c.account));
        require(amount != 0 && amount <= c.most, AboveHolding(amount, c.most));
        _requireStuck(c.token, c.account, amount);
        _stuck[c.eventId][id] = Stuck(uint40(block.timestamp), uint216(amount));
        emit TokenStuck(incident, id, amount, block.timestamp + STUCK_TIME);
    }

    /// @inheritdoc ISalvage
    function assignClaim(uint256 incident, uint256 id, uint256 minPayout)
        external
        nonReentrant
        returns (uint256 payout)
    {
        Claim memory c = _claimOf(incident, id);
        require(msg.sender == c.account, OnlyAccount(msg.sender, c.account));
        Stuck memory stuck = _stuck[c.eventId][id];
        uint256 assignable = stuck.since + STUCK_TIME;
        require(stuck.since != 0 && block.timestamp >= assignable, NotStuckYet(stuck.since, assignable));
        uint256 amount = stuck.amount;
        require(amount <= c.most, AboveHolding(amount, c.most));
        _requireStuck(c.token, c.account, amount);
        delete _stuck[c.eventId][id];
        _handed[c.eventId][id] += amount;
        _owed[c.eventId][id] += amount;
        emit ClaimAssigned(incident, id, c.account, amount);
        payout = _settle(incident, id, minPayout);
    }

    // -- Anyone --------------------------------------------------------------------------------------------------

    /// @inheritdoc ISalvage
    function collectAssigned(uint256 incident, uint256 id, uint256 amount)
        external
        nonReentrant
        returns (uint256 collected)
    {
        Claim memory c = _claimOf(incident, id);
        uint256 owed = _owed[c.eventId][id];
        require(owed != 0, NothingOwed(id));
        // What arrives beyond what is owed would be nobody's.
        collected = Math.min(_pull(id, c.token, c.account, Math.min(amount, owed)), owed);
        _owed[c.eventId][id] = owed - collected;
        uint256 lot = _addToLot(incident, id, c, collected);
        emit ClaimCollected(incident, id, lot, collected);
    }

    /// @inheritdoc ISalvage
    function take(uint256 lot, uint256 amount, uint256 maxPayment, address to)
        external
        nonReentrant
        returns (uint256 taken, uint256 payment)
    {
        Lot memory l = _lots[lot];
        taken = Math.min(amount, l.left);
        require(taken != 0, LotGone(lot));
        payment = _priceUp(l, taken);
        require(payment <= maxPayment, PaymentAboveMaximum(payment, maxPayment));
        _lots[lot].left = l.left - taken;
        emit LotTaken(lot, msg.sender, taken, payment);

        address asset = IPool(l.pool).asset();
        uint256 before = asset.balanceOf(address(this));
        asset.safeTransferFrom(msg.sender, address(this), payment);
        // Where the asset is also a lot's token, no more than this payment is passed on.
        uint256 received = Math.min(asset.balanceOf(address(this)) - before, payment);
        asset.safeApproveWithRetry(address(INCIDENTS), received);
        INCIDENTS.recover(l.incident, l.pool, received);
        l.token.safeTransfer(to, taken);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ISalvage
    function handedOf(uint256 eventId, uint256 id) external view returns (uint256) {
        return _handed[eventId][id];
    }

    /// @inheritdoc ISalvage
    function owedOf(uint256 eventId, uint256 id) external view returns (uint256) {
        return _owed[eventId][id];
    }

    /// @inheritdoc ISalvage
    function lotOf(uint256 lot) external view returns (Lot memory) {
        return _lots[lot];
    }

    /// @inheritdoc ISalvage
    function priceOf(uint256 lot, uint256 amount) external view returns (uint256) {
        Lot memory l = _lots[lot];
        require(l.left != 0, LotGone(lot));
        return _priceUp(l, amount);
    }

    /// @notice Moves tokens and undoes it: reverts with `TokenMoves` if they move, and with anything else if not. Called by
    /// this contract itself.
    function probe(address token, address from, uint256 amount) external {
        require(msg.sender == address(this), OnlyAccount(msg.sender, address(this)));
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        if (token.balanceOf(address(this)) > before) revert TokenMoves(token);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev What a cover can still hand over for a granted incident.
    function _claimOf(uint256 incident, uint256 id) private view returns (Claim memory c) {
        IIncidents.Incident memory i = INCIDENTS.incidentOf(incident);
        // Before the grant nobody knows which event it is: a report would be kept for none.
        require(i.eventId != 0, IIncidents.WrongStatus(incident, i.status));
        ICovers.Cover memory cover = COVERS.coverOf(id);
        IListings.Terms memory terms = LISTINGS.terms(cover.listing);
        require(terms.proofTerms != 0 && cover.listing == i.listing, NoSalvage(id));
        ILossProofs.ProofTerms memory proof = LOSS_PROOFS.termsOf(terms.proofTerms);
        require(proof.salvage, NoSalvage(id));
        (c.account, c.token, c.eventId, c.lossTime) = (cover.account, proof.token, i.eventId, i.lossTime);

        (c.value, c.most) = _mostOf(terms.proofTerms, c, cover.insured, COVERS.poolOf(id));
        c.most = Math.min(c.most, Math.zeroFloorSub(c.insured, _handed[c.eventId][id]));
    }

    /// @dev What the account can still be paid on, token units, and what the cover insures, in `c.insured`, rounded up.
    function _mostOf(bytes32 proofTerms, Claim memory c, uint256 grains, address pool)
        private
        view
        returns (uint256 worth, uint256 most)
    {
        (bool known, uint256 held, uint256 used, uint256 value, uint256 unit) =
            LOSS_PROOFS.holdingOf(proofTerms, c.account, c.lossTime);
        if (!known || value == 0) return (0, 0);
        uint256 digits = ERC20(IPool(pool).asset()).decimals();
        uint256 insured = grains * (digits > 6 ? 10 ** (digits - 6) : 1);
        c.insured = Math.fullMulDivUp(insured, unit * WAD, value * 10 ** digits);
        return (value, Math.min(Math.zeroFloorSub(held, used), type(uint216).max));
    }

    /// @dev Takes tokens from an account; what arrived.
    function _pull(uint256 id, address token, address from, uint256 amount) private returns (uint256 received) {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        received = token.balanceOf(address(this)) - before;
        require(received != 0, NothingHandedOver(id));
        // A token that moves more than asked would hand over what was never proven.
        received = Math.min(received, amount);
    }

    /// @dev Puts tokens into the lot of the day; its auction starts with the next day, so that nobody is early or late.
    function _addToLot(uint256 incident, uint256 id, Claim memory c, uint256 amount) private returns (uint256 lot) {
        address pool = COVERS.poolOf(id);
        uint256 today = block.timestamp / 1 days;
        lot = _lotOfDay[incident][pool][today];
        if (lot != 0) {
            _lots[lot].left += amount;
            return lot;
        }
        lot = ++lotCount;
        _lotOfDay[incident][pool][today] = lot;
        _lots[lot] = Lot({
            pool: pool,
            incident: uint40(incident),
            startsAt: uint40((today + 1) * 1 days),
            token: c.token,
            left: amount,
            value: c.value
        });
    }

    /// @dev Pays the cover; undone as a whole if that is too little.
    function _settle(uint256 incident, uint256 id, uint256 minPayout) private returns (uint256 payout) {
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        payout = INCIDENTS.settle(incident, ids);
        require(payout >= minPayout, PayoutBelowMinimum(payout, minPayout));
    }

    /// @dev Reverts unless the account could move the tokens but for the token itself.
    function _requireStuck(address token, address account, uint256 amount) private {
        uint256 balance = token.balanceOf(account);
        (bool answered, bytes memory answer) =
            token.staticcall(abi.encodeCall(ERC20.allowance, (account, address(this))));
        uint256 allowed = answered && answer.length >= 32 ? abi.decode(answer, (uint256)) : 0;
        require(balance >= amount && allowed >= amount, NotReady(balance, allowed, amount));
        // 63/64 of what is left must be enough for a transfer that works.
        require(gasleft() > PROBE_GAS * 64 / 63 + 50_000, GasTooLow(gasleft(), PROBE_GAS * 64 / 63 + 50_000));
        try this.probe{gas: PROBE_GAS}(token, account, amount) {}
        catch (bytes memory reason) {
            // forge-lint: disable-next-line(unsafe-typecast)
            require(reason.length < 4 || bytes4(reason) != TokenMoves.selector, TokenMoves(token));
        }
    }

    /// @dev What some of a lot costs now.
    function _priceUp(Lot memory l, uint256 amount) private view returns (uint256) {
        require(block.timestamp >= l.startsAt, AuctionNotStarted(l.startsAt, block.timestamp));
        uint256 assetUnit = 10 ** uint256(ERC20(IPool(l.pool).asset()).decimals());
        uint256 unit = 10 ** uint256(ERC20(l.token).decimals());
        return LotPrice.priceUp(l.value, amount, unit, assetUnit, block.timestamp - l.startsAt);
    }
}
