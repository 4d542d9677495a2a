// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Where hashes of solvency statements are posted
/// @notice Periphery: nothing in the core depends on it. It vouches for one thing, who posted which hash and when: what
/// was published later under that hash is what was meant then. Whether it is true, anyone checks who has the statement.
interface IStatementRegistry {
    /// @notice A statement was posted: of `pool` as of `blockNumber`, by whoever answers for it.
    /// @dev Neither is looked at: a pool may be none, a block may be to come. Read it by issuers that you know.
    event StatementPosted(
        address indexed pool, address indexed issuer, uint256 indexed blockNumber, bytes32 statementHash
    );

    /// @notice Posts a hash under the caller's own address. Anyone.
    /// @param pool The pool.
    /// @param blockNumber The block that the statement is of.
    /// @param statementHash keccak-256 of the statement's canonical JSON.
    function post(address pool, uint256 blockNumber, bytes32 statementHash) external;
}
