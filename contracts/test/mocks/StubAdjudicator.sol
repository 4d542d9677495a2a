// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";

/// @notice An adjudicator that is good for nothing but to be named by a listing.
contract StubAdjudicator is IAdjudicator {
    bool public immutable rulesOnce;

    constructor(bool once) {
        rulesOnce = once;
    }

    function canSell(uint256, bytes32) external pure returns (bool) {
        return true;
    }

    function ruling(uint256) external pure returns (Ruling memory r) {}

    function deadline(uint256) external view returns (uint256) {
        return block.timestamp;
    }

    function worstCaseTime(uint256) external pure returns (uint256) {
        return 0;
    }
}
