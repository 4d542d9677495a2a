// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IPool} from "./IPool.sol";

/// @title Makes pools; anyone may
/// @notice The pool's creation code comes as calldata and must have the hash that the factory was made with: every pool
/// runs the same code, and the factory stays small.
interface IPoolFactory {
    /// @notice A pool was created.
    event PoolCreated(
        address indexed pool, uint256 indexed number, address indexed curator, IPool.Parameters parameters
    );

    /// @notice The creation code is not the one that this factory makes pools of.
    error WrongCreationCode(bytes32 expected, bytes32 actual);
    /// @notice A parameter is out of its bounds; `field` is its name.
    error InvalidParameter(bytes32 field);

    /// @notice Creates a pool. Bounds: asset with at most 18 decimals and no pool itself; cooldown 1–60 days; r within
    /// [10 %, 100 %] and each ρ within [25 %, 100 %], in whole basis points; κ at most 5 % a year; 1–16 classes.
    /// @param creationCode Creation code of `Pool`, libraries linked.
    /// @param parameters What is fixed for ever.
    /// @param setup Calls on the new pool in the curator's name: what it backs, limits, fee. Nobody can come between with
    /// a first deposit, after which the curator would have to announce them.
    /// @return pool Address of the pool.
    function createPool(bytes calldata creationCode, IPool.Parameters calldata parameters, bytes[] calldata setup)
        external
        returns (address pool);

    /// @notice Number of pools made; they are numbered 1 to `count`.
    function count() external view returns (uint256);

    /// @notice Hash of the creation code of `Pool`.
    function creationCodeHash() external view returns (bytes32);
}
