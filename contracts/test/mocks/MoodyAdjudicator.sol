// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";

/// @title An adjudicator that rules as it is told, until it stops answering
/// @notice In a bad mood every question reverts, or burns all the gas that it was given.
contract MoodyAdjudicator is IAdjudicator {
    enum Mood {
        Sound,
        Reverts,
        BurnsGas
    }

    error Moody();

    bool public immutable ONCE;
    uint256 public immutable DURATION;
    Mood public mood;
    bool public sells = true;
    mapping(uint256 => Ruling) private rulings;

    constructor(bool once, uint256 duration) {
        (ONCE, DURATION) = (once, duration);
    }

    /// @notice Sets how it answers.
    function setMood(Mood mood_) external {
        mood = mood_;
    }

    /// @notice Sets whether risks may be sold.
    function setSells(bool sells_) external {
        sells = sells_;
    }

    /// @notice Sets what is ruled of an incident.
    function set(uint256 incident, Verdict verdict, uint64 ratio) external {
        rulings[incident] = Ruling(verdict, ratio, 0, 0, 0);
    }

    /// @notice Opens an incident as a trigger does; the finder is the caller.
    function open(IIncidents incidents, uint256 listing, bytes32 key, uint256 lossTime, address pool)
        external
        payable
        returns (uint256)
    {
        return incidents.openTriggered{value: msg.value}(listing, key, lossTime, msg.sender, pool);
    }

    /// @inheritdoc IAdjudicator
    function rulesOnce() external view returns (bool) {
        return ONCE;
    }

    /// @inheritdoc IAdjudicator
    function canSell(uint256, bytes32) external view returns (bool) {
        sulk();
        return sells;
    }

    /// @inheritdoc IAdjudicator
    function ruling(uint256 incident) external view returns (Ruling memory) {
        sulk();
        return rulings[incident];
    }

    /// @inheritdoc IAdjudicator
    function deadline(uint256) external view returns (uint256) {
        sulk();
        return block.timestamp + DURATION;
    }

    /// @inheritdoc IAdjudicator
    function worstCaseTime(uint256) external view returns (uint256) {
        return DURATION;
    }

    function sulk() private view {
        if (mood == Mood.Reverts) revert Moody();
        if (mood == Mood.BurnsGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
    }
}
