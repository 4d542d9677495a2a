// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IPool} from "./IPool.sol";

/// @title Makes pools; anyone may
/// @notice The pool's creation code comes as calldata and must have the hash that the factory was made with: every pool
/// runs the same code, and the factory stays small.
interface IPoolFactory {
    /// @notice What new pools are held to; pools that exist keep what they were made with.
    /// @param minRho Least correlation within a class, WAD.
    /// @param minR Least correlation across classes, WAD.
    /// @param maxLossProbability The most that the probability of loss of a class may be, WAD.
    struct Bounds {
        uint64 minRho;
        uint64 minR;
        uint64 maxLossProbability;
    }

    /// @notice The bounds of new pools were set.
    event BoundsSet(Bounds bounds);
    /// @notice A pool of this asset is created next, whose units have so many decimals.
    event PoolAsset(address indexed pool, address indexed asset, uint8 decimals);
    /// @notice A pool was created.
    event PoolCreated(
        address indexed pool, uint256 indexed number, address indexed curator, IPool.Parameters parameters
    );

    /// @notice The creation code is not the one that this factory makes pools of.
    error WrongCreationCode(bytes32 expected, bytes32 actual);
    /// @notice A parameter is out of its bounds; `field` is its name.
    error InvalidParameter(bytes32 field);
    /// @notice A bound of new pools outside [min, max], WAD; `field` is its name.
    error BoundOutOfBounds(bytes32 field, uint256 value, uint256 min, uint256 max);

    /// @notice Creates a pool. Bounds: asset with at most 18 decimals and no pool itself; cooldown 1–14 days,
    /// two less than the timelock waits at least; r, ρ and the loss probabilities within `bounds`, r and ρ in whole basis
    /// points; κ at most 5 % a year; 1–16 classes.
    /// @param creationCode Creation code of `Pool`, libraries linked.
    /// @param parameters What is fixed for ever.
    /// @param setup Calls on the new pool in the curator's name: what it backs, limits, fee. Nobody can come between with
    /// a first deposit, after which the curator would have to announce them.
    /// @return pool Address of the pool.
    function createPool(bytes calldata creationCode, IPool.Parameters calldata parameters, bytes[] calldata setup)
        external
        returns (address pool);

    /// @notice Sets what new pools are held to. Role: REGISTRAR. ρ at least 25 %, r at least 10 %, the loss probability at
    /// least 1 %, none above 100 %.
    /// @dev Errors: BoundOutOfBounds.
    function setBounds(Bounds calldata newBounds) external;

    /// @notice What new pools are held to.
    function bounds() external view returns (Bounds memory);

    /// @notice Number of pools made; they are numbered 1 to `count`.
    function count() external view returns (uint256);

    /// @notice Hash of the creation code of `Pool`.
    function creationCodeHash() external view returns (bytes32);
}
