// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IFrozenTrigger} from "./interfaces/IFrozenTrigger.sol";
import {IPausable} from "./interfaces/IReadSources.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";
import {ReadingTrigger} from "./ReadingTrigger.sol";

/// @title FrozenTrigger
/// @dev A reading says the configured ratio of one, or nothing. Assumptions: see the interfaces.
contract FrozenTrigger is ReadingTrigger, IFrozenTrigger {
    using BoundedCall for address;

    // -- Types and constants -------------------------------------------------------------------------------------

    struct Source {
        Kind kind;
        address target;
        uint64 ratio;
        // -- slot
        address account;
        // -- slot
        uint112 amount;
        bool spent; // granted, and not seen to have ended since
        uint32 freeSince; // while spent: the reading from which on none found it frozen
    }

    /// @notice Seconds between the two readings that show that a freeze has ended.
    uint256 public constant THAW_TIME = 1 days;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => Source) private _sources;
    mapping(uint256 listing => Outage[]) private _outages;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings) ReadingTrigger(incidents, listings) {}

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IFrozenTrigger
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing)
    {
        _check(config, terms.maxRatio);
        listing = _list(terms, wording, Levels(0, 0, 0, config.persistence), config.gap);
        Source storage s = _sources[listing];
        (s.kind, s.target, s.ratio) = (config.kind, config.target, config.ratio);
        (s.account, s.amount) = (config.account, config.amount);
        if (config.kind == Kind.Outage) {
            require(_isUp(config.target), InvalidConfig("target"));
        } else {
            Reading memory r = _reading(listing);
            require(r.fault == 0, NoReading(r.fault, r.source, r.value));
            require(config.kind != Kind.MaxWithdraw || _holds(s), InvalidConfig("account"));
        }
        emit TriggerListed(listing, msg.sender, config);
    }

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IFrozenTrigger
    function proveOutage(uint256 listing, uint80 round, address pool)
        external
        payable
        returns (uint256 incident, uint256 ratio)
    {
        uint256 persistence = _levels(listing).persistence;
        Source storage s = _sources[listing];
        require(s.kind == Kind.Outage, WrongKind(s.kind));
        (uint256 from, uint256 until) = _outage(s.target, round);
        require(until >= from + persistence, SpanTooShort(until, from + persistence));
        _book(_outages[listing], from, until);
        incident = _open(listing, from, pool);
        emit OutageProven(incident, round, from, until);
        ratio = _grant(incident, s.ratio, WAD);
    }

    /// @inheritdoc IFrozenTrigger
    function thaw(uint256 listing) external {
        _configured(listing);
        Source storage s = _sources[listing];
        require(s.spent, NotSpent(listing));
        Reading memory r = _state(s);
        require(r.fault == 0, NoReading(r.fault, r.source, r.value));
        uint256 since = s.freeSince;
        if (r.loss != 0) {
            require(since != 0, StillFrozen(listing));
            s.freeSince = 0;
            emit FoundFrozen(listing);
        } else if (since == 0) {
            s.freeSince = uint32(block.timestamp);
            emit FoundFree(listing, block.timestamp + THAW_TIME);
        } else {
            require(block.timestamp >= since + THAW_TIME, ThawTooShort(block.timestamp, since + THAW_TIME));
            (s.spent, s.freeSince) = (false, 0);
            emit Thawed(listing);
        }
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IFrozenTrigger
    function configOf(uint256 listing) external view returns (Config memory) {
        Source memory s = _sources[listing];
        (Levels memory levels, uint256 gap) = (_levels(listing), _gapOf(listing));
        return Config(s.kind, s.target, s.account, s.amount, s.ratio, levels.persistence, uint32(gap));
    }

    /// @inheritdoc IFrozenTrigger
    function outagesOf(uint256 listing) external view returns (Outage[] memory) {
        return _outages[listing];
    }

    // -- Internal: read ------------------------------------------------------------------------------------------

    /// @inheritdoc ReadingTrigger
    function _reading(uint256 listing) internal view override returns (Reading memory r) {
        Source storage s = _sources[listing];
        r = _state(s);
        if (s.spent) r.fault = "spent";
    }

    /// @dev What keeps people from their money now, whatever was ruled.
    function _state(Source storage s) private view returns (Reading memory r) {
        Kind kind = s.kind;
        (bool answered, bool frozen) = (false, false);
        if (kind == Kind.Outage) r.fault = "kind";
        else if (kind == Kind.Paused) (answered, frozen, r.value) = _paused(s.target);
        else (answered, frozen) = _short(s, kind);
        (r.source, r.whole) = (s.target, WAD);
        if (!answered && r.fault == 0) r.fault = r.value > 1 ? bytes32("answer") : bytes32("call");
        if (frozen) r.loss = s.ratio;
    }

    /// @inheritdoc ReadingTrigger
    /// @dev One ruling until it has ended.
    function _granted(uint256 listing, uint256) internal override {
        _sources[listing].spent = true;
    }

    /// @inheritdoc ReadingTrigger
    function _maySell(uint256 listing) internal view override returns (bool) {
        Source storage s = _sources[listing];
        if (s.kind == Kind.Outage) return _isUp(s.target);
        return super._maySell(listing) && (s.kind != Kind.MaxWithdraw || _holds(s));
    }

    /// @dev A flag is 0 or 1.
    function _paused(address target) private view returns (bool answered, bool frozen, uint256 value) {
        (answered, value) = target.word(IPausable.paused.selector);
        (answered, frozen) = (answered && value <= 1, value == 1);
    }

    /// @dev Is there less than the amount? Whoever holds less himself is not kept from it.
    function _short(Source storage s, Kind kind) private view returns (bool answered, bool frozen) {
        address account = s.account;
        bytes memory question = kind == Kind.MaxWithdraw
            ? abi.encodeCall(IERC4626.maxWithdraw, (account))
            : abi.encodeCall(IERC20.balanceOf, (account));
        uint256 value;
        (answered, value) = s.target.word(question);
        frozen = answered && value < s.amount;
        if (frozen && kind == Kind.MaxWithdraw) (answered, frozen) = _worth(s);
    }

    function _holds(Source storage s) private view returns (bool) {
        (bool answered, bool enough) = _worth(s);
        return answered && enough;
    }

    /// @dev Are the account's shares worth the amount?
    function _worth(Source storage s) private view returns (bool answered, bool enough) {
        (address vault, uint256 value) = (s.target, 0);
        (answered, value) = vault.word(abi.encodeCall(IERC20.balanceOf, (s.account)));
        if (!answered) return (false, false);
        (answered, value) = vault.word(abi.encodeCall(IERC4626.convertToAssets, (value)));
        enough = answered && value >= s.amount;
    }

    // -- Internal: outages ---------------------------------------------------------------------------------------

    /// @dev From when until when the sequencer was down; while it is, until now. A round's `startedAt` is the time of the
    /// change; `updatedAt` moves within it and says nothing.
    function _outage(address feed, uint80 id) private view returns (uint256 from, uint256 until) {
        (bool answered, BoundedCall.Round memory round) = feed.roundOf(id);
        require(answered, NoReading("call", feed, id));
        require(round.answer == 1, NotDown(id, round.answer));
        from = round.startedAt;
        require(from != 0 && from <= block.timestamp, NoReading("answer", feed, from));
        (answered, round) = feed.latestRound();
        require(answered, NoReading("call", feed, 0));
        if (round.id == id) return (from, block.timestamp);
        (answered, round) = feed.roundOf(id + 1);
        require(answered, NoReading("call", feed, id + 1));
        until = round.startedAt;
        require(until >= from && until <= block.timestamp, NoReading("answer", feed, until));
    }

    /// @dev No time is paid twice, in whatever order outages are proven, and under whatever number a later phase of the feed
    /// tells them again. As many steps as there were outages, each an hour long at least; four to a slot.
    function _book(Outage[] storage ruled, uint256 from, uint256 until) private {
        for (uint256 i = 0; i < ruled.length; ++i) {
            Outage memory other = ruled[i];
            require(from >= other.until || until <= other.from, OutageRuled(other.from, other.until));
        }
        ruled.push(Outage(uint32(from), uint32(until))); // neither is in the future
    }

    function _isUp(address feed) private view returns (bool) {
        (bool answered, BoundedCall.Round memory round) = feed.latestRound();
        return answered && round.answer == 0 && round.startedAt != 0 && round.startedAt <= block.timestamp;
    }

    // -- Internal: list ------------------------------------------------------------------------------------------

    function _check(Config calldata c, uint256 maxRatio) private pure {
        require(c.ratio != 0 && c.ratio <= maxRatio, InvalidConfig("ratio"));
        bool named = c.kind == Kind.MaxWithdraw || c.kind == Kind.Liquidity;
        require((c.account != address(0)) == named, InvalidConfig("account"));
        require((c.amount != 0) == named, InvalidConfig("amount"));
        if (c.kind == Kind.Outage) {
            require(c.gap == 0, InvalidConfig("gap"));
        } else {
            require(c.gap >= 10 minutes && c.gap <= 2 days && c.gap <= c.persistence, InvalidConfig("gap"));
        }
    }
}
