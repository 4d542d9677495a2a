// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";

/// @title An adjudicator that rules as it is told
/// @notice Same interface as the real ones; exercises assertions, denials, raises and deadlines.
contract TestAdjudicator is IAdjudicator {
    bool public immutable rulesOnce;
    uint256 public immutable duration;
    bool public sells = true;
    mapping(uint256 => Ruling) private rulings;

    constructor(bool rulesOnce_, uint256 duration_) {
        (rulesOnce, duration) = (rulesOnce_, duration_);
    }

    /// @notice Sets whether risks may be sold.
    function setSells(bool sells_) external {
        sells = sells_;
    }

    /// @notice Sets what is ruled of an incident.
    function set(uint256 incident, Verdict verdict, uint64 ratio) public {
        rulings[incident] = Ruling(verdict, ratio, 0, 0, 0);
    }

    /// @notice Sets what it keeps of a bond.
    function setFee(uint256 incident, uint96 fee) external {
        rulings[incident].fee = fee;
    }

    /// @notice Sets a ruling of its own list of losses.
    function setLosses(uint256 incident, uint64 ratio, bytes32 root, uint256 lossSum) external {
        rulings[incident] = Ruling(Verdict.Granted, ratio, root, lossSum, 0);
    }

    /// @notice Opens an incident as a trigger does.
    function open(IIncidents incidents, uint256 listing, bytes32 key, uint256 lossTime, address pool)
        external
        payable
        returns (uint256)
    {
        return incidents.openTriggered{value: msg.value}(listing, key, lossTime, msg.sender, pool);
    }

    /// @notice Rules as a trigger does, in one transaction.
    function rule(IIncidents incidents, uint256 incident, Verdict verdict, uint64 ratio) external {
        set(incident, verdict, ratio);
        incidents.rule(incident);
    }

    /// @inheritdoc IAdjudicator
    function canSell(uint256, bytes32) external view returns (bool) {
        return sells;
    }

    /// @inheritdoc IAdjudicator
    function ruling(uint256 incident) external view returns (Ruling memory) {
        return rulings[incident];
    }

    /// @inheritdoc IAdjudicator
    function deadline(uint256) external view returns (uint256) {
        return block.timestamp + duration;
    }

    /// @inheritdoc IAdjudicator
    function worstCaseTime(uint256) external view returns (uint256) {
        return duration;
    }
}
