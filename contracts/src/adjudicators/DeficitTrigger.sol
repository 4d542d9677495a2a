// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IDeficitTrigger} from "./interfaces/IDeficitTrigger.sol";
import {IDeficitMarket} from "./interfaces/IReadSources.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";
import {MarkedTrigger} from "./MarkedTrigger.sol";
import {ReadingTrigger} from "./ReadingTrigger.sol";

/// @title DeficitTrigger
/// @dev Assumptions: see the interfaces.
contract DeficitTrigger is MarkedTrigger, IDeficitTrigger {
    using BoundedCall for address;

    // -- Types ---------------------------------------------------------------------------------------------------

    /// @dev `ruled` shares a slot that is never empty, so that a ruling costs no new one.
    struct Source {
        address market;
        uint96 warning;
        // -- slot
        address asset;
        uint96 offset;
        // -- slot
        address supplied;
        uint96 ruled;
    }

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(uint256 listing => Source) private _sources;

    // -- Constructor ---------------------------------------------------------------------------------------------

    constructor(IIncidents incidents, IListings listings) ReadingTrigger(incidents, listings) {}

    // -- List ----------------------------------------------------------------------------------------------------

    /// @inheritdoc IDeficitTrigger
    function createListing(IListings.Terms calldata terms, bytes calldata wording, Config calldata config)
        external
        returns (uint256 listing)
    {
        require(config.warning <= config.offset, InvalidConfig("warning"));
        (bool hasDecimals, uint256 decimals) = config.asset.word(IERC20Metadata.decimals.selector);
        require(hasDecimals, InvalidConfig("asset"));
        (bool answered, uint256 supplied) = config.supplied.word(IERC20Metadata.decimals.selector);
        require(answered && supplied == decimals, InvalidConfig("supplied"));
        Source memory s = Source(config.market, config.warning, config.asset, config.offset, config.supplied, 0);
        (bytes32 fault, uint256 deficit) = _deficit(s);
        require(fault == 0, NoReading(fault, config.market, deficit));

        listing = _list(terms, wording, Levels(0, 0, 0, config.persistence), 0);
        s.ruled = uint96(deficit); // _deficit
        _sources[listing] = s;
        _beginMark(listing);
        emit TriggerListed(listing, msg.sender, config, deficit);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IDeficitTrigger
    function configOf(uint256 listing) external view returns (Config memory) {
        Source memory s = _sources[listing];
        return Config(s.market, s.asset, s.supplied, s.offset, s.warning, _levels(listing).persistence);
    }

    /// @inheritdoc IDeficitTrigger
    function ruledOf(uint256 listing) external view returns (uint256) {
        return _sources[listing].ruled;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @inheritdoc ReadingTrigger
    function _reading(uint256 listing) internal view override returns (Reading memory r) {
        Source memory s = _sources[listing];
        r = _supply(s.supplied);
        if (r.fault != 0) return r;
        (bytes32 fault, uint256 deficit) = _deficit(s);
        if (fault != 0) {
            (r.fault, r.source, r.value) = (fault, s.market, deficit);
            return r;
        }
        uint256 borne = uint256(s.ruled) + s.offset;
        _shortOf(listing, r, deficit > borne ? deficit - borne : 0);
    }

    /// @inheritdoc ReadingTrigger
    function _granted(uint256 listing, uint256 loss) internal override {
        Source storage s = _sources[listing];
        s.ruled += uint96(loss) + s.offset; // what was read, at most: _deficit
    }

    /// @inheritdoc ReadingTrigger
    function _maySell(uint256 listing) internal view override returns (bool) {
        if (!super._maySell(listing)) return false;
        Source memory s = _sources[listing];
        (bytes32 fault, uint256 deficit) = _deficit(s);
        return fault == 0 && deficit <= uint256(s.ruled) + s.warning;
    }

    /// @inheritdoc MarkedTrigger
    function _level(uint256 listing) internal view override returns (Reading memory) {
        return _supply(_sources[listing].supplied);
    }

    /// @inheritdoc MarkedTrigger
    function _riseOf(uint256) internal pure override returns (uint256) {
        return SUPPLY_RISE;
    }

    function _supply(address token) private view returns (Reading memory r) {
        r.source = token;
        (bool answered, uint256 supply) = token.word(IERC20.totalSupply.selector);
        if (!answered) r.fault = "call";
        else if (supply == 0) r.fault = "answer";
        else if (supply > type(uint112).max) (r.fault, r.value) = ("overflow", supply);
        else r.whole = supply;
    }

    /// @dev What is ruled is no more than what was read, so that both fit 96 bits.
    function _deficit(Source memory s) private view returns (bytes32 fault, uint256 deficit) {
        bool answered;
        (answered, deficit) = s.market.word(abi.encodeCall(IDeficitMarket.getReserveDeficit, (s.asset)));
        if (!answered) fault = "call";
        else if (deficit > type(uint96).max) fault = "overflow";
    }
}
