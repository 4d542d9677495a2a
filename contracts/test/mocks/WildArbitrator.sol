// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IArbitrable, IArbitrator} from "../../src/adjudicators/interfaces/IArbitrator.sol";

/// @title An arbitrator that does as it is told, and not as it should
/// @notice Reverts, asks any fee, gives any number to its disputes, rules what and as often as it likes, and calls back.
contract WildArbitrator is IArbitrator {
    error Wild();

    uint256 public fee = 0.1 ether;
    bool public reverts;
    bool public fixedNumber;
    uint256 public last;
    bytes public callback;

    function setFee(uint256 fee_) external {
        fee = fee_;
    }

    function setReverts(bool reverts_) external {
        reverts = reverts_;
    }

    function setFixedNumber(bool fixed_) external {
        fixedNumber = fixed_;
    }

    /// @notice What it calls the arbitrable with, once, in the middle of the next dispute or appeal.
    function setCallback(bytes calldata data) external {
        callback = data;
    }

    /// @notice Rules, whenever and whatever.
    function giveRuling(IArbitrable arbitrable, uint256 dispute, uint256 choice) external {
        arbitrable.rule(dispute, choice);
    }

    function createDispute(uint256, bytes calldata) external payable returns (uint256) {
        act();
        return fixedNumber ? 1 : ++last;
    }

    function appeal(uint256, bytes calldata) external payable {
        act();
    }

    function arbitrationCost(bytes calldata) external view returns (uint256) {
        return fee;
    }

    function appealCost(uint256, bytes calldata) external view returns (uint256) {
        return fee;
    }

    function appealPeriod(uint256) external pure returns (uint256, uint256) {
        return (0, 0);
    }

    function disputeStatus(uint256) external pure returns (DisputeStatus) {
        return DisputeStatus.Waiting;
    }

    function currentRuling(uint256) external pure returns (uint256) {
        return 0;
    }

    function act() private {
        if (reverts) revert Wild();
        if (callback.length == 0) return;
        bytes memory data = callback;
        delete callback;
        (bool success, bytes memory answer) = msg.sender.call(data);
        if (success) return;
        assembly ("memory-safe") {
            revert(add(answer, 0x20), mload(answer))
        }
    }
}
