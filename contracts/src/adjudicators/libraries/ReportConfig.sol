// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SSTORE2} from "solady/utils/SSTORE2.sol";

import {IListings} from "../../cover/interfaces/IListings.sol";
import {IFunctionsRouter} from "../interfaces/IFunctionsRouter.sol";
import {IReportTrigger} from "../interfaces/IReportTrigger.sol";
import {ReportTable} from "./ReportTable.sol";
import {SignerSets} from "./SignerSets.sol";

/// @title What a report trigger watches: its bounds, and how it is stored
library ReportConfig {
    /// @dev A listing's configuration as it is stored; a sale reads the first slot and the source's state.
    struct Listed {
        address router;
        uint64 subscription;
        IReportTrigger.Source source;
        bool exists;
        // -- slot
        uint32 longestEvent;
        uint32 window;
        uint32 callbackGas;
        uint32 rotationDelay;
        // -- slot
        bytes32 donId;
        // -- slot; the request's bytes are the code of a contract of their own
        address request;
        // -- slot
        address rotator;
        // -- slot
        IReportTrigger.Step[] table;
    }

    /// @dev Seconds in which a signed report can be contradicted.
    uint256 internal constant CHALLENGE_PERIOD = 1 days;
    /// @dev Seconds that keepers have to prove a report that stands.
    uint256 internal constant KEEPER_TIME = 3 days;
    uint256 internal constant MAX_EVENT = 90 days;
    /// @dev Long enough for another report after one was suspended.
    uint256 internal constant MIN_WINDOW = 3 days;
    uint256 internal constant MAX_WINDOW = 30 days;
    /// @dev Longer than the standard exit cooldown: who has capital at risk can leave before the signers change.
    uint256 internal constant MIN_ROTATION = 16 days;
    uint256 internal constant MAX_ROTATION = 90 days;
    /// @dev An answer is recorded in less than the lower one; no Functions router takes more than the higher.
    uint256 internal constant MIN_CALLBACK_GAS = 100_000;
    uint256 internal constant MAX_CALLBACK_GAS = 300_000;
    uint256 internal constant MAX_REQUEST = 16_384;

    // -- Check and store -----------------------------------------------------------------------------------------

    /// @notice Checks a configuration against its bounds, its source and the terms of its listing.
    function check(IReportTrigger.Config calldata c, IListings.Terms calldata terms) internal view {
        _require(terms.adjudicator == address(this), "adjudicator");
        _require(terms.keyed, "keyed");
        _require(terms.bond == 0, "bond");
        _require(terms.secondAdjudicator == address(0), "secondAdjudicator");
        _require(c.longestEvent != 0 && c.longestEvent <= MAX_EVENT, "longestEvent");
        _require(c.window >= MIN_WINDOW && c.window <= MAX_WINDOW, "window");
        _require(terms.grace >= worstCaseTime(c.longestEvent, c.window, c.source), "grace");
        _require(ReportTable.isValid(c.table, terms.deductible, terms.maxRatio), "table");
        if (c.source == IReportTrigger.Source.Functions) {
            _checkFunctions(c.functions);
            _require(c.signers.members.length == 0, "signers");
        } else {
            _checkSigners(c.signers);
            _require(c.functions.router == address(0), "functions");
        }
    }

    /// @notice Stores a configuration, but for the signers.
    function store(Listed storage l, IReportTrigger.Config calldata c) internal {
        (l.source, l.exists, l.longestEvent, l.window) = (c.source, true, c.longestEvent, c.window);
        for (uint256 i = 0; i < c.table.length; ++i) {
            l.table.push(c.table[i]);
        }
        if (c.source == IReportTrigger.Source.Functions) {
            (l.router, l.subscription) = (c.functions.router, c.functions.subscription);
            (l.donId, l.callbackGas) = (c.functions.donId, c.functions.callbackGas);
            l.request = SSTORE2.write(c.functions.request);
        } else {
            (l.rotator, l.rotationDelay) = (c.signers.rotator, c.signers.rotationDelay);
        }
    }

    /// @notice The configuration as it was given; of the signers the set scheduled last.
    function load(Listed storage l, IReportTrigger.SignerSet[] storage sets)
        internal
        view
        returns (IReportTrigger.Config memory c)
    {
        (c.source, c.longestEvent, c.window, c.table) = (l.source, l.longestEvent, l.window, l.table);
        if (c.source == IReportTrigger.Source.Functions) {
            c.functions = IReportTrigger.FunctionsSource(
                l.router, l.subscription, l.donId, l.callbackGas, SSTORE2.read(l.request)
            );
        } else {
            IReportTrigger.SignerSet storage set = sets[sets.length - 1];
            c.signers = IReportTrigger.SignerSource(set.members, set.threshold, l.rotator, l.rotationDelay);
        }
    }

    // -- Compute -------------------------------------------------------------------------------------------------

    /// @notice Seconds from the loss, the event's beginning, to the ruling at the latest: the event ends, its report comes
    /// at the end of the window and may have to stand a challenge, then keepers have their time.
    function worstCaseTime(uint256 longestEvent, uint256 window, IReportTrigger.Source source)
        internal
        pure
        returns (uint256)
    {
        return longestEvent + window + challengeOf(source) + KEEPER_TIME;
    }

    /// @notice Seconds until a report stands.
    function challengeOf(IReportTrigger.Source source) internal pure returns (uint256) {
        return source == IReportTrigger.Source.Signers ? CHALLENGE_PERIOD : 0;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _require(bool valid, bytes32 field) private pure {
        require(valid, IReportTrigger.InvalidConfig(field));
    }

    /// @dev Only its owner lists at a subscription's cost.
    function _checkFunctions(IReportTrigger.FunctionsSource calldata f) private view {
        _require(f.router.code.length != 0, "router");
        (,, address owner) = IFunctionsRouter(f.router).getSubscription(f.subscription);
        _require(owner == msg.sender, "subscription");
        _require(IFunctionsRouter(f.router).getContractById(f.donId) != address(0), "donId");
        _require(f.callbackGas >= MIN_CALLBACK_GAS && f.callbackGas <= MAX_CALLBACK_GAS, "callbackGas");
        _require(f.request.length != 0 && f.request.length <= MAX_REQUEST, "request");
    }

    function _checkSigners(IReportTrigger.SignerSource calldata s) private pure {
        _require(SignerSets.isValid(s.members, s.threshold), "signers");
        bool rotates = s.rotationDelay >= MIN_ROTATION && s.rotationDelay <= MAX_ROTATION;
        _require(s.rotator == address(0) ? s.rotationDelay == 0 : rotates, "rotationDelay");
    }
}
