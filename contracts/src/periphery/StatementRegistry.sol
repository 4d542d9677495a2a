// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStatementRegistry} from "./interfaces/IStatementRegistry.sol";

/// @title Where hashes of solvency statements are posted
/// @dev Holds nothing, calls nothing, stores nothing. Assumptions, for safety and for liveness: none.
contract StatementRegistry is IStatementRegistry {
    /// @inheritdoc IStatementRegistry
    function post(address pool, uint256 blockNumber, bytes32 statementHash) external {
        emit StatementPosted(pool, msg.sender, blockNumber, statementHash);
    }
}
