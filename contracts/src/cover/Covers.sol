// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721} from "solady/tokens/ERC721.sol";
import {LibBytes} from "solady/utils/LibBytes.sol";
import {LibCall} from "solady/utils/LibCall.sol";
import {LibString} from "solady/utils/LibString.sol";

import {ICovers} from "./interfaces/ICovers.sol";
import {IListings} from "./interfaces/IListings.sol";

/// @title Covers
/// @dev Assumptions, for safety: the factory registers nothing but pools of the code that it pins; pools and `Incidents`
/// are immutable. The descriptor is not trusted: it draws covers, and nothing else.
/// A cover with neither key, account nor payee takes two slots beside the owner's balance.
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

    /// @dev What remains for losses before a time, grains.
    struct Checkpoint {
        uint32 until;
        uint64 amount;
    }

    /// @dev An id is `number << NUMBER_SHIFT | n`.
    uint256 private constant NUMBER_SHIFT = 40;
    uint16 private constant HAS_KEY = 1;
    uint16 private constant HAS_ACCOUNT = 2;
    uint16 private constant HAS_PAYEE = 4;
    /// @dev The flags above the lowest byte count how often the cover was increased.
    uint16 private constant ONE_INCREASE = 256;
    /// @notice How often a cover can be increased.
    uint256 public constant MAX_INCREASES = 16;

    /// @dev Most gas that the descriptor is given.
    uint256 private constant DESCRIPTOR_GAS = 10_000_000;
    /// @dev Longest answer taken from the descriptor, bytes.
    uint16 private constant DESCRIPTOR_BYTES = 49_152;
    string private constant DESCRIBED = "data:application/json;base64,";

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
    /// @dev Only of covers that were increased: what remains for losses before each increase counted. It rises from one to
    /// the next, and to the amount of the cover.
    mapping(uint256 id => Checkpoint[16]) private _history;

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
        requirePoolOf(id);
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
    function change(uint256 id, Cover calldata cover, uint256 since) external {
        requirePoolOf(id);
        Data memory data = _data[id];
        uint256 increases = data.flags / ONE_INCREASE;
        if (since != 0) {
            require(increases < MAX_INCREASES, TooManyIncreases(id, MAX_INCREASES));
            _history[id][increases] = Checkpoint(uint32(since), data.amount);
            data.flags += ONE_INCREASE;
        } else {
            _lower(id, increases, cover.amount);
        }
        (data.amount, data.insured, data.rate) = (cover.amount, cover.insured, cover.rate);
        _data[id] = data;
        uint256 times = uint256(cover.start) | uint256(cover.end) << 32 | block.timestamp << 64;
        _setExtraData(id, uint96(times));
    }

    /// @inheritdoc ICovers
    function burn(uint256 id) external {
        requirePoolOf(id);
        _burn(id);
    }

    /// @inheritdoc ICovers
    function reduce(uint256 id, uint64 claimed, uint256 time) external {
        require(msg.sender == INCIDENTS, OnlyIncidents(msg.sender));
        Data storage data = _data[id];
        uint64 amount = data.amount;
        uint256 increases = data.flags / ONE_INCREASE;
        if (increases != 0) amount = _remainingAt(id, time, data.flags, amount);
        require(claimed <= amount, ClaimAboveAmount(id, claimed, amount));
        data.amount -= claimed;
        if (increases == 0) return;
        // Whatever includes the part that was claimed on falls by it; what is earlier is at most what is left of that.
        for (uint256 i = increases; i != 0; --i) {
            Checkpoint storage earlier = _history[id][i - 1];
            if (time < earlier.until) earlier.amount -= claimed;
        }
        _lower(id, increases, data.amount);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ICovers
    function coverOf(uint256 id) external view returns (Cover memory cover) {
        (cover,,) = _read(id);
    }

    /// @inheritdoc ICovers
    function forSettlement(uint256 id, uint256 time) external view returns (Cover memory cover, address payTo) {
        uint16 flags;
        (cover, flags, payTo) = _read(id);
        if (flags & HAS_PAYEE != 0) payTo = _payees[id];
        cover.amount = _remainingAt(id, time, flags, cover.amount);
    }

    /// @inheritdoc ICovers
    function remainingAt(uint256 id, uint256 time) external view returns (uint64) {
        (Cover memory cover, uint16 flags,) = _read(id);
        return _remainingAt(id, time, flags, cover.amount);
    }

    /// @inheritdoc ICovers
    function forChange(uint256 id, address caller)
        external
        view
        returns (Cover memory cover, address owner, bool authorised)
    {
        (cover,, owner) = _read(id);
        authorised = caller == owner || _isApprovedOrOwner(caller, id);
    }

    /// @inheritdoc ICovers
    function getStateFingerprint(uint256 id) external view returns (bytes32) {
        (Cover memory cover, uint16 flags,) = _read(id);
        return keccak256(abi.encode(id, cover, flags, _payees[id], _history[id]));
    }

    /// @notice ERC-165, ERC-721 with metadata, ERC-5646.
    function supportsInterface(bytes4 id) public view override returns (bool) {
        return id == ICovers.getStateFingerprint.selector || super.supportsInterface(id);
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

    /// @notice Metadata of a cover as the descriptor named in `Listings` draws it; plain if there is none, or if it
    /// fails, burns its gas or answers what does not begin as a data URI of JSON in base64.
    function tokenURI(uint256 id) public view override returns (string memory) {
        require(_exists(id), TokenDoesNotExist());
        string memory uri = _described(id);
        if (bytes(uri).length != 0) return uri;
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

    function requirePoolOf(uint256 id) private view {
        uint256 number = numberOf[msg.sender];
        require(number != 0 && id >> NUMBER_SHIFT == number, OnlyPoolOf(id, msg.sender));
    }

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

    /// @dev The amount before the first increase that did not count yet; else the present one.
    function _remainingAt(uint256 id, uint256 time, uint16 flags, uint64 present) private view returns (uint64) {
        uint256 increases = flags / ONE_INCREASE;
        for (uint256 i; i < increases; ++i) {
            Checkpoint memory earlier = _history[id][i];
            if (time < earlier.until) return earlier.amount;
        }
        return present;
    }

    /// @dev Nothing remains for an earlier time that does not remain for a later one.
    function _lower(uint256 id, uint256 increases, uint64 amount) private {
        for (uint256 i = increases; i != 0; --i) {
            Checkpoint storage earlier = _history[id][i - 1];
            if (earlier.amount > amount) earlier.amount = amount;
            else amount = earlier.amount;
        }
    }

    /// @dev What the descriptor says of a cover; empty if there is none, or if its answer is no string that begins as a
    /// data URI of JSON does.
    function _described(uint256 id) private view returns (string memory uri) {
        (bool success, bool tooLong, bytes memory answer) = LibCall.tryStaticCall(
            LISTINGS.descriptor(), DESCRIPTOR_GAS, DESCRIPTOR_BYTES, abi.encodeCall(ERC721.tokenURI, (id))
        );
        if (!success || tooLong || answer.length < 64 || uint256(LibBytes.load(answer, 0)) != 32) return "";
        if (uint256(LibBytes.load(answer, 32)) > answer.length - 64) return "";
        uri = abi.decode(answer, (string));
        if (!LibString.startsWith(uri, DESCRIBED)) return "";
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
