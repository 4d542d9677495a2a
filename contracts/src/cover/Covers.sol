// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721} from "solady/tokens/ERC721.sol";
import {LibString} from "solady/utils/LibString.sol";

import {ICovers} from "./interfaces/ICovers.sol";
import {IListings} from "./interfaces/IListings.sol";

/// @title Covers
/// @dev Assumptions, for safety: the factory registers nothing but pools of the code that it pins; pools and `Incidents`
/// are immutable. A cover with neither key, account nor payee takes two slots beside the owner's balance.
contract Covers is ICovers, ERC721 {
    // -- Types and constants -------------------------------------------------------------------------------------

    /// @dev The one data slot of a cover; start, end and change sit beside the owner.
    /// @param flags Which of the further slots are set.
    struct Data {
        uint64 amount;
        uint80 rate;
        uint32 listing;
        uint64 insured;
        uint16 flags;
    }

    /// @dev An id is `number << NUMBER_SHIFT | n`.
    uint256 private constant NUMBER_SHIFT = 40;
    uint16 private constant HAS_KEY = 1;
    uint16 private constant HAS_ACCOUNT = 2;
    uint16 private constant HAS_PAYEE = 4;

    // -- Immutables ----------------------------------------------------------------------------------------------

    /// @notice Registers pools.
    address public immutable FACTORY;
    /// @notice Holds the terms.
    IListings public immutable LISTINGS;
    /// @notice Settles covers.
    address public immutable INCIDENTS;

    // -- Storage -------------------------------------------------------------------------------------------------

    uint32 private _pools;
    /// @inheritdoc ICovers
    mapping(uint256 number => address) public poolByNumber;
    /// @inheritdoc ICovers
    mapping(address pool => uint32) public numberOf;

    mapping(uint256 id => Data) private _data;
    mapping(uint256 id => bytes32) private _keys;
    mapping(uint256 id => address) private _accounts;
    mapping(uint256 id => address) private _payees;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param factory Registers pools.
    /// @param listings Holds the terms.
    /// @param incidents Settles covers.
    constructor(address factory, address listings, address incidents) {
        (FACTORY, LISTINGS, INCIDENTS) = (factory, IListings(listings), incidents);
    }

    // -- Holder --------------------------------------------------------------------------------------------------

    /// @inheritdoc ICovers
    function setPayee(uint256 id, address payee) external {
        require(_isApprovedOrOwner(msg.sender, id), OnlyOwnerOf(id, msg.sender));
        _setPayee(id, payee);
    }

    // -- Restricted ----------------------------------------------------------------------------------------------

    /// @inheritdoc ICovers
    function register(address pool) external returns (uint32 number) {
        require(msg.sender == FACTORY, OnlyFactory(msg.sender));
        number = ++_pools;
        (poolByNumber[number], numberOf[pool]) = (pool, number);
        emit PoolRegistered(pool, number);
    }

    /// @inheritdoc ICovers
    function mint(address to, uint256 id, Cover calldata cover) external {
        uint256 number = numberOf[msg.sender];
        require(number != 0 && id >> NUMBER_SHIFT == number, OnlyPoolOf(id, msg.sender));
        require(!_exists(id), TokenAlreadyExists());

        uint16 flags;
        if (cover.key != bytes32(0)) {
            flags |= HAS_KEY;
            _keys[id] = cover.key;
        }
        if (cover.account != address(0)) {
            flags |= HAS_ACCOUNT;
            _accounts[id] = cover.account;
        }
        _data[id] = Data({
            amount: cover.amount, rate: cover.rate, listing: cover.listing, insured: cover.insured, flags: flags
        });
        uint96 times = uint96(cover.start) | uint96(cover.end) << 32 | uint96(cover.changed) << 64;
        _mintAndSetExtraDataUnchecked(to, id, times);
    }

    /// @inheritdoc ICovers
    function reduce(uint256 id, uint64 claimed) external {
        require(msg.sender == INCIDENTS, OnlyIncidents(msg.sender));
        uint64 amount = _data[id].amount;
        require(claimed <= amount, ClaimAboveAmount(id, claimed, amount));
        _data[id].amount = amount - claimed;
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ICovers
    function coverOf(uint256 id) external view returns (Cover memory cover) {
        (cover,,) = _read(id);
    }

    /// @inheritdoc ICovers
    function forSettlement(uint256 id) external view returns (Cover memory cover, address payTo) {
        uint16 flags;
        (cover, flags, payTo) = _read(id);
        if (flags & HAS_PAYEE != 0) payTo = _payees[id];
    }

    /// @inheritdoc ICovers
    function payeeOf(uint256 id) external view returns (address) {
        return _payees[id];
    }

    /// @inheritdoc ICovers
    function poolOf(uint256 id) external view returns (address) {
        return poolByNumber[id >> NUMBER_SHIFT];
    }

    /// @inheritdoc ICovers
    function termsHashOf(uint256 id) external view returns (bytes32) {
        require(_exists(id), TokenDoesNotExist());
        return LISTINGS.termsHash(_data[id].listing);
    }

    /// @inheritdoc ERC721
    function name() public pure override returns (string memory) {
        return "Bulwark Cover";
    }

    /// @inheritdoc ERC721
    function symbol() public pure override returns (string memory) {
        return "BWC";
    }

    /// @notice Plain metadata: the listing and what remains insured, grains.
    function tokenURI(uint256 id) public view override returns (string memory) {
        require(_exists(id), TokenDoesNotExist());
        Data memory data = _data[id];
        return string.concat(
            'data:application/json;utf8,{"name":"Bulwark Cover ',
            LibString.toString(id),
            '","description":"Listing ',
            LibString.toString(data.listing),
            ", ",
            LibString.toString(data.amount),
            ' grains insured"}'
        );
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _read(uint256 id) private view returns (Cover memory cover, uint16 flags, address owner) {
        owner = _ownerOf(id);
        require(owner != address(0), TokenDoesNotExist());
        Data memory data = _data[id];
        flags = data.flags;
        (cover.amount, cover.rate, cover.listing, cover.insured) = (data.amount, data.rate, data.listing, data.insured);
        uint256 times = _getExtraData(id);
        // Three times of 32 bits each: every cast cuts out one of them.
        // forge-lint: disable-next-line(unsafe-typecast)
        (cover.start, cover.end, cover.changed) = (uint32(times), uint32(times >> 32), uint32(times >> 64));
        if (flags & HAS_KEY != 0) cover.key = _keys[id];
        if (flags & HAS_ACCOUNT != 0) cover.account = _accounts[id];
    }

    function _setPayee(uint256 id, address payee) private {
        uint16 others = _data[id].flags & ~HAS_PAYEE;
        _data[id].flags = payee == address(0) ? others : others | HAS_PAYEE;
        _payees[id] = payee;
        emit PayeeSet(id, payee);
    }

    /// @dev A payee was the former owner's choice.
    function _beforeTokenTransfer(address from, address, uint256 id) internal override {
        if (from != address(0) && _data[id].flags & HAS_PAYEE != 0) _setPayee(id, address(0));
    }
}
