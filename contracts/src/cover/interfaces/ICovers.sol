// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Covers: the one ERC-721 of all policies of all pools
/// @notice Whoever owns a cover now has every right in it, nobody else any. The id is `pool number << 40 | n`: a pool
/// mints under its own prefix only. Amounts are in grains of the pool's asset (1 grain = 10^max(0, decimals − 6) units).
interface ICovers {
    /// @notice A cover as its pool sold it.
    /// @param amount Sum insured that remains, grains; it falls by each claim.
    /// @param insured Sum insured when last bought or changed, grains.
    /// @param rate Net premium, 1e-18 grains a second, that the cover's stream carries.
    /// @param listing Listing number.
    /// @param start Unix seconds of the purchase.
    /// @param end Unix seconds at which the cover ends.
    /// @param changed Unix seconds of the last increase; zero if never.
    /// @param key Key of the risk; zero for a listing without keys.
    /// @param account Protected account; zero where the listing needs no loss proof.
    struct Cover {
        uint64 amount;
        uint64 insured;
        uint80 rate;
        uint32 listing;
        uint32 start;
        uint32 end;
        uint32 changed;
        bytes32 key;
        address account;
    }

    /// @notice The payee of a cover was set by its owner (zero: the owner himself).
    event PayeeSet(uint256 indexed id, address indexed payee);
    /// @notice A pool was given its number, which prefixes the ids of its covers.
    event PoolRegistered(address indexed pool, uint256 indexed number);

    /// @notice The caller is not the factory.
    error OnlyFactory(address caller);
    /// @notice The caller is not the pool that sold this cover.
    error OnlyPoolOf(uint256 id, address caller);
    /// @notice The caller is not `Incidents`.
    error OnlyIncidents(address caller);
    /// @notice The caller is neither the owner of the cover nor approved for it.
    error OnlyOwnerOf(uint256 id, address caller);
    /// @notice More is claimed than remains insured, grains.
    error ClaimAboveAmount(uint256 id, uint256 claimed, uint256 remaining);

    /// @notice Gives a pool its number, from 1. Caller: the factory.
    function register(address pool) external returns (uint32 number);

    /// @notice Mints a cover under the caller's own prefix. Caller: the pool of that number. No receiver hook is called.
    function mint(address to, uint256 id, Cover calldata cover) external;

    /// @notice Lowers what remains insured by a claim, grains. Caller: `Incidents`.
    function reduce(uint256 id, uint64 claimed) external;

    /// @notice Names who is paid instead of the owner; zero takes it back. A transfer clears it. Caller: the owner, or
    /// an account that he approved.
    function setPayee(uint256 id, address payee) external;

    /// @notice The cover of this id; reverts with `TokenDoesNotExist` if there is none.
    function coverOf(uint256 id) external view returns (Cover memory);

    /// @notice What a settlement needs, and who is paid: the payee if one is set, else the owner.
    function forSettlement(uint256 id) external view returns (Cover memory cover, address payTo);

    /// @notice The payee of a cover; zero if its owner is paid.
    function payeeOf(uint256 id) external view returns (address);

    /// @notice The pool that sold a cover.
    function poolOf(uint256 id) external view returns (address);

    /// @notice The pool of a number; zero if there is none.
    function poolByNumber(uint256 number) external view returns (address);

    /// @notice The number of a pool; zero if it is none.
    function numberOf(address pool) external view returns (uint32);

    /// @notice The hash of the terms that the cover was sold under.
    function termsHashOf(uint256 id) external view returns (bytes32);
}
