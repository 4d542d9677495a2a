// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IMarkedTrigger} from "./interfaces/IMarkedTrigger.sol";
import {Marks} from "./libraries/Marks.sol";
import {ReadingTrigger} from "./ReadingTrigger.sol";

/// @title MarkedTrigger
/// @dev A child says what level it watches. Losses are measured against the mark, or their whole is bounded by it.
abstract contract MarkedTrigger is ReadingTrigger, IMarkedTrigger {
    using Marks for Marks.Mark;

    /// @dev Largest rise of a mark at once: a share price yields less in a day,
    uint256 internal constant PRICE_RISE = 0.01e18;
    /// @dev and a supply grows faster.
    uint256 internal constant SUPPLY_RISE = 0.1e18;

    mapping(uint256 listing => Marks.Mark) private _marks;

    // -- Observe -------------------------------------------------------------------------------------------------

    /// @inheritdoc IMarkedTrigger
    function observe(uint256 listing) external {
        _configured(listing);
        _requireUnarmed(listing);
        uint256 value = _observed(listing);
        uint256 level = _marks[listing].observe(value, _riseOf(listing));
        emit Observed(listing, value, level);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IMarkedTrigger
    function markOf(uint256 listing) external view returns (uint256, uint256, uint256) {
        Marks.Mark memory m = _marks[listing];
        return (m.level, m.lowest, m.since);
    }

    // -- What a child says ---------------------------------------------------------------------------------------

    /// @dev The level that the mark follows, as `whole`. Never reverts.
    function _level(uint256 listing) internal view virtual returns (Reading memory);

    /// @dev Largest rise of the mark at once, WAD.
    function _riseOf(uint256 listing) internal view virtual returns (uint256);

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev The first reading for the mark; a listing whose contract does not answer is not created.
    function _beginMark(uint256 listing) internal returns (uint256 value) {
        value = _observed(listing);
        _marks[listing].begin(value);
    }

    function _mark(uint256 listing) internal view returns (uint256) {
        return _marks[listing].level;
    }

    /// @dev The price was paid for down to here.
    function _lowerMark(uint256 listing, uint256 loss) internal {
        _marks[listing].lower(_mark(listing) - loss);
    }

    /// @dev A fall of the level below the mark: the whole is the mark itself.
    function _fallOfLevel(uint256 listing) internal view returns (Reading memory r) {
        r = _level(listing);
        uint256 mark = _mark(listing);
        if (r.fault == 0 && mark == 0) r.fault = "mark";
        if (mark > r.whole) r.loss = mark - r.whole;
        r.whole = mark;
    }

    /// @dev A shortfall beside a supply: the whole is the supply, but no more than its mark, so that nobody dilutes the
    /// loss by minting for one block.
    function _shortOf(uint256 listing, Reading memory r, uint256 short) internal view {
        uint256 mark = _mark(listing);
        if (mark == 0) r.fault = "mark";
        if (r.whole > mark) r.whole = mark;
        r.loss = short;
    }

    function _observed(uint256 listing) private view returns (uint256) {
        Reading memory r = _level(listing);
        require(r.fault == 0, NoReading(r.fault, r.source, r.value));
        return r.whole;
    }
}
