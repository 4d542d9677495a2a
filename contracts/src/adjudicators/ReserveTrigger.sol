// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IVirtualPrice} from "./interfaces/IReadSources.sol";
import {IReserveTrigger} from "./interfaces/IReserveTrigger.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";
import {MarkedTrigger} from "./MarkedTrigger.sol";
import {ReadingTrigger} from "./ReadingTrigger.sol";

/// @title ReserveTrigger
/// @dev Assumptions: see the interfaces.
contract ReserveTrigger is MarkedTrigger, IReserveTrigger {
    using BoundedCall for address;

    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev `supplyScale` and `reserveScale` are powers of ten that bring both to the larger decimals. `ruled` shares a slot
    /// that is never empty, so that a ruling costs no new one.
    struct Source {
        Kind kind;
        address token;
        uint8 supplyScale;
        uint8 reserveScale;
        uint32 heartbeat;
        bytes4 view_;
        // -- slot
        address source;
        // -- slot
        uint128 leastSupply;
        uint112 ruled;
        uint8 lockCount;
        // -- slot
        address[8] locks; // MAX_LOCKS
    }

    /// @dev Seconds by which a round may be later than the heartbeat.
    uint256 private constant SLACK = 1 hours;
    uint256 private constant MAX_DECIMALS = 24;
    uint256 private constant MAX_LOCKS = 8;
    /// @dev A price of fewer units would be too coarse to measure a fall.
    uint256 private constant LEAST_PRICE = 1e5;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => Source) private _sources;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings) ReadingTrigger(incidents, listings) {}

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IReserveTrigger
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing)
    {
        _check(config);
        listing = _list(terms, wording, config.levels, 0);
        _store(_sources[listing], config);
        uint256 first = _beginMark(listing);
        require(config.kind != Kind.VirtualPrice || first >= LEAST_PRICE, InvalidConfig("price"));
        (bytes32 fault, address source, uint256 value) = _probe(listing);
        require(fault == 0, NoReading(fault, source, value));
        emit TriggerListed(listing, msg.sender, config);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IReserveTrigger
    function configOf(uint256 listing) external view returns (Config memory c) {
        Source storage s = _sources[listing];
        (c.kind, c.token, c.source, c.leastSupply) = (s.kind, s.token, s.source, s.leastSupply);
        (c.view_, c.heartbeat, c.levels) = (s.view_, s.heartbeat, _levels(listing));
        c.locks = new address[](s.lockCount);
        for (uint256 i = 0; i < c.locks.length; ++i) {
            c.locks[i] = s.locks[i];
        }
    }

    /// @inheritdoc IReserveTrigger
    function ruledOf(uint256 listing) external view returns (uint256) {
        return _sources[listing].ruled;
    }

    // -- Internal: list ------------------------------------------------------------------------------------------

    /// @dev What a kind does not use is zero, so that a listing says nothing that does not hold.
    function _check(Config calldata c) private pure {
        require(c.levels.strike != 0, InvalidConfig("strike"));
        require(c.leastSupply != 0, InvalidConfig("leastSupply"));
        require(c.view_ == 0 || c.kind == Kind.VirtualPrice, InvalidConfig("view_"));
        if (c.kind == Kind.ProofOfReserve) {
            require(c.heartbeat >= 1 minutes && c.heartbeat <= 7 days, InvalidConfig("heartbeat"));
            require(c.levels.persistence > c.heartbeat + SLACK, InvalidConfig("persistence"));
        } else {
            require(c.heartbeat == 0, InvalidConfig("heartbeat"));
        }
        if (c.kind != Kind.Bridge) {
            require(c.locks.length == 0, InvalidConfig("locks"));
            return;
        }
        bool valid = c.locks.length != 0 && c.locks.length <= MAX_LOCKS && c.locks[0] != address(0);
        for (uint256 i = 1; valid && i < c.locks.length; ++i) {
            valid = c.locks[i] > c.locks[i - 1];
        }
        require(valid, InvalidConfig("locks"));
    }

    function _store(Source storage s, Config calldata c) private {
        (s.kind, s.token, s.source) = (c.kind, c.token, c.source);
        (s.leastSupply, s.heartbeat, s.lockCount) = (c.leastSupply, c.heartbeat, uint8(c.locks.length));
        for (uint256 i = 0; i < c.locks.length; ++i) {
            s.locks[i] = c.locks[i];
        }
        if (c.kind == Kind.VirtualPrice) {
            s.view_ = c.view_ == 0 ? IVirtualPrice.get_virtual_price.selector : c.view_;
            return;
        }
        (uint256 ofToken, uint256 ofSource) = (_decimals(c.token, "token"), _decimals(c.source, "source"));
        if (ofToken < ofSource) s.supplyScale = uint8(ofSource - ofToken);
        else s.reserveScale = uint8(ofToken - ofSource);
    }

    function _decimals(address source, bytes32 field) private view returns (uint256) {
        (bool answered, uint256 decimals) = source.word(IERC20Metadata.decimals.selector);
        require(answered && decimals <= MAX_DECIMALS, InvalidConfig(field));
        return decimals;
    }

    /// @dev The reserves must answer when the listing is created; there is no mark yet.
    function _probe(uint256 listing) private view returns (bytes32, address, uint256) {
        Source storage s = _sources[listing];
        if (s.kind == Kind.VirtualPrice) return (0, address(0), 0);
        Reading memory r = _reserves(s);
        return (r.fault, r.source, r.value);
    }

    // -- Internal: read ------------------------------------------------------------------------------------------

    /// @inheritdoc ReadingTrigger
    function _reading(uint256 listing) internal view override returns (Reading memory r) {
        Source storage s = _sources[listing];
        if (s.kind == Kind.VirtualPrice) return _fallOfLevel(listing);
        Reading memory reserves = _reserves(s);
        if (reserves.fault != 0) return reserves;
        r = _supply(s);
        if (r.fault != 0) return r;
        uint256 backed = reserves.whole + s.ruled;
        _shortOf(listing, r, r.whole > backed ? r.whole - backed : 0);
    }

    /// @inheritdoc ReadingTrigger
    function _granted(uint256 listing, uint256 loss) internal override {
        Source storage s = _sources[listing];
        if (s.kind == Kind.VirtualPrice) _lowerMark(listing, loss);
        else s.ruled += uint112(loss); // both within one shortfall: _scaled
    }

    /// @inheritdoc MarkedTrigger
    function _level(uint256 listing) internal view override returns (Reading memory r) {
        Source storage s = _sources[listing];
        r = _supply(s);
        if (r.fault != 0 || s.kind != Kind.VirtualPrice) return r;
        (bool answered, uint256 price) = s.source.word(s.view_);
        r.source = s.source;
        _scaled(r, answered, price, 0);
    }

    /// @inheritdoc MarkedTrigger
    function _riseOf(uint256 listing) internal view override returns (uint256) {
        return _sources[listing].kind == Kind.VirtualPrice ? PRICE_RISE : SUPPLY_RISE;
    }

    function _supply(Source storage s) private view returns (Reading memory r) {
        r.source = s.token;
        (bool answered, uint256 supply) = s.token.word(IERC20.totalSupply.selector);
        if (answered && supply < s.leastSupply) (r.fault, r.value) = ("thin", supply);
        else _scaled(r, answered, supply, s.supplyScale);
    }

    /// @dev What is there, as `whole`.
    function _reserves(Source storage s) private view returns (Reading memory r) {
        if (s.kind == Kind.ProofOfReserve) return _reported(s);
        (address locked, uint256 scale, uint256 count, uint256 sum) = (s.source, s.reserveScale, s.lockCount, 0);
        r.source = locked;
        for (uint256 i = 0; i < count && r.fault == 0; ++i) {
            (bool answered, uint256 held) = locked.word(abi.encodeCall(IERC20.balanceOf, (s.locks[i])));
            _scaled(r, answered, held, scale);
            sum += r.whole;
        }
        r.whole = sum;
    }

    /// @dev The newest round; a carried over, zero, negative, future or stale one says nothing.
    function _reported(Source storage s) private view returns (Reading memory r) {
        r.source = s.source;
        (bool answered, BoundedCall.Round memory round) = s.source.latestRound();
        if (answered) {
            if (round.answer <= 0 || round.answeredIn < round.id || round.updatedAt > block.timestamp) {
                (r.fault, r.value) = ("answer", uint256(round.answer));
                return r;
            }
            if (block.timestamp - round.updatedAt > s.heartbeat + SLACK) {
                (r.fault, r.value) = ("stale", round.updatedAt);
                return r;
            }
        }
        _scaled(r, answered, uint256(round.answer), s.reserveScale);
    }

    /// @dev An amount in the larger decimals, as `whole`. Checked before it is scaled: 10^24 × 2^112 does not overflow.
    function _scaled(Reading memory r, bool answered, uint256 amount, uint256 scale) private pure {
        if (!answered) {
            r.fault = "call";
            return;
        }
        uint256 scaled = amount > type(uint112).max ? amount : amount * 10 ** scale;
        if (scaled > type(uint112).max) (r.fault, r.value) = ("overflow", amount);
        else r.whole = scaled;
    }
}
