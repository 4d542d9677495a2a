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
    /// @param changed Unix seconds of the last change; zero if never. The premium streams from then on.
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
    /// @notice The cover was increased as often as it can be: buy another one.
    error TooManyIncreases(uint256 id, uint256 most);

    /// @notice Gives a pool its number, from 1. Caller: the factory.
    function register(address pool) external returns (uint32 number);

    /// @notice Mints a cover under the caller's own prefix. Caller: the pool of that number. No receiver hook is called.
    function mint(address to, uint256 id, Cover calldata cover) external;

    /// @notice Changes a cover: amount, insured, rate and end are as in `cover`; it was changed now. Caller: its pool.
    /// @param since Unix seconds from which an increase counts; zero if it is none. A decrease lowers what remains for
    /// every earlier time as well.
    function change(uint256 id, Cover calldata cover, uint256 since) external;

    /// @notice Ends a cover that was cancelled: its token is burnt. Caller: its pool.
    function burn(uint256 id) external;

    /// @notice Lowers what remains insured by a claim for a loss at `time`, grains: what was added since is not used up by
    /// it, nor does it come in its place. Caller: `Incidents`.
    function reduce(uint256 id, uint64 claimed, uint256 time) external;

    /// @notice Names who is paid instead of the owner; zero takes it back. A transfer clears it. Caller: the owner, or
    /// an account that he approved.
    function setPayee(uint256 id, address payee) external;

    /// @notice The cover of this id; reverts with `TokenDoesNotExist` if there is none.
    function coverOf(uint256 id) external view returns (Cover memory);

    /// @notice What a settlement of a loss at `time` needs, with what remains for it as amount, and who is paid: the payee
    /// if one is set, else the owner.
    function forSettlement(uint256 id, uint256 time) external view returns (Cover memory cover, address payTo);

    /// @notice What remains insured for a loss at a time, grains; an increase counts only from its own time + waiting.
    function remainingAt(uint256 id, uint256 time) external view returns (uint64);

    /// @notice What a change needs: the cover, its owner, and whether `caller` is he, or approved for it.
    function forChange(uint256 id, address caller)
        external
        view
        returns (Cover memory cover, address owner, bool authorised);

    /// @notice Fingerprint of everything that a buyer of this token should have seen (ERC-5646): it differs after every
    /// claim and every change, also of the payee.
    function getStateFingerprint(uint256 id) external view returns (bytes32);

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
