// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {ERC20} from "solady/tokens/ERC20.sol";
import {EIP712} from "solady/utils/EIP712.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SignatureCheckerLib} from "solady/utils/SignatureCheckerLib.sol";
import {BoundedCall} from "../adjudicators/libraries/BoundedCall.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {ILossProofs} from "./interfaces/ILossProofs.sol";
import {FeedValue} from "./libraries/FeedValue.sol";
import {StateProof} from "./libraries/StateProof.sol";
import {TokenLayouts} from "./libraries/TokenLayouts.sol";

/// @title LossProofs
/// @dev No money, nothing to pause; the registrar adds tokens and retires them, and decides about no proof. Tokens and
/// feeds are asked by bounded static calls only. Assumptions: see the interface.
contract LossProofs is ILossProofs, AccessManaged, EIP712 {
    using BlockHeader for Memory.Slice[];
    using BoundedCall for address;
    using SafeCastLib for uint256;
    using TokenLayouts for TokenLayouts.Token;

    // -- Types and constants -------------------------------------------------------------------------------------

    struct GridBlock {
        bytes32 stateRoot;
        uint64 timestamp;
    }

    /// @dev `provenAt`: unix seconds of the first proof; zero if there is none.
    struct Holding {
        uint128 held;
        uint64 provenAt;
    }

    struct Consent {
        address owner;
        uint40 revokedAt;
    }

    /// @notice Seconds from a revocation of consent to the first loss for which it counts: whoever steals an account's key
    /// does not turn its payouts to himself.
    uint256 public constant REVOCATION_DELAY = 7 days;
    /// @notice Most blocks from one on the grid to the next: four are always within the history window.
    uint256 public constant MAX_GRID = 2_047;
    /// @notice Blocks that EIP-2935 serves.
    uint256 public constant HISTORY = 8_191;
    /// @notice Accounts or ids whose slots must equal what the token answers.
    uint256 public constant SAMPLES = 3;
    /// @notice Seconds in which an account's NFTs are counted before its holding is known.
    uint256 public constant COUNT_TIME = 1 days;
    /// @notice Seconds of one bucket of use.
    uint256 public constant USE_WINDOW = 7 days;

    uint256 private constant MAX_VALUE = type(uint128).max;
    bytes32 private constant CONSENT_TYPEHASH = keccak256("Consent(uint256 cover,address owner,uint256 deadline)");

    // -- Immutables ----------------------------------------------------------------------------------------------

    ICovers private immutable COVERS;
    address private immutable INCIDENTS;
    uint256 private immutable GRID;

    // -- Storage -------------------------------------------------------------------------------------------------

    mapping(address token => TokenLayouts.Token) private _tokens;
    mapping(bytes32 id => ProofTerms) private _terms;
    mapping(uint256 number => GridBlock) private _blocks;
    /// @inheritdoc ILossProofs
    mapping(uint256 lossTime => uint256) public blockFor;
    /// @inheritdoc ILossProofs
    mapping(address token => mapping(uint256 number => bytes32)) public storageRootOf;
    mapping(address token => mapping(uint256 number => mapping(address account => Holding))) private _holdings;
    /// @inheritdoc ILossProofs
    mapping(address token => mapping(uint256 number => mapping(uint256 nftId => bool))) public isCounted;
    /// @dev Units of the asset; zero for terms of holdings.
    mapping(bytes32 id => uint256) private _rootUnits;
    mapping(bytes32 id => mapping(uint256 lossTime => uint256)) private _values;
    /// @dev By bucket + 1, so that the first one has a neighbour below.
    mapping(address token => mapping(address account => mapping(uint256 bucket => uint256))) private _used;
    mapping(uint256 coverId => Consent) private _consents;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param authority The AccessManager that grants the roles.
    /// @param covers The covers whose accounts consent.
    /// @param incidents The only one that books use.
    /// @param blocks Blocks from one on the grid to the next.
    constructor(address authority, ICovers covers, address incidents, uint256 blocks) AccessManaged(authority) {
        require(blocks != 0 && blocks <= MAX_GRID, InvalidGrid(blocks, MAX_GRID));
        (COVERS, INCIDENTS, GRID) = (covers, incidents, blocks);
    }

    // -- Tokens --------------------------------------------------------------------------------------------------

    /// @inheritdoc ILossProofs
    function registerToken(TokenLayout calldata storageLayout) external restricted {
        TokenLayouts.Token storage t = _tokens[storageLayout.token];
        require(!t.shown, TokenAlreadyShown(storageLayout.token));
        t.store(storageLayout);
        emit TokenRegistered(storageLayout.token, storageLayout, t.unit, t.codeHash);
    }

    /// @inheritdoc ILossProofs
    function showToken(
        address token,
        uint256 number,
        uint256[] calldata samples,
        bytes[] calldata accountProof,
        bytes[][] calldata storageProofs
    ) external {
        TokenLayouts.Token storage t = _registered(token);
        require(!t.shown, TokenAlreadyShown(token));
        require(
            samples.length == SAMPLES && storageProofs.length == SAMPLES,
            WrongSamples(samples.length, storageProofs.length, SAMPLES)
        );
        _proveToken(t, token, number, accountProof);
        for (uint256 i = 0; i < SAMPLES; ++i) {
            require(i == 0 || samples[i] > samples[i - 1], SamplesNotAscending(samples[i], i == 0 ? 0 : samples[i - 1]));
            t.requireSame(token, samples[i], _wordAt(t, token, number, samples[i], storageProofs[i]));
        }
        t.shown = true;
        emit TokenShown(token, number);
    }

    /// @inheritdoc ILossProofs
    function retireToken(address token) external restricted {
        _registered(token).retired = true;
        emit TokenRetired(token);
    }

    /// @inheritdoc ILossProofs
    function defineTerms(ProofTerms calldata terms) external returns (bytes32 id) {
        id = keccak256(abi.encode(terms));
        if (_terms[id].token != address(0)) return id;
        require(isSupported(), UnsupportedChain(block.chainid));
        TokenLayouts.Token storage t = _registered(terms.token);
        require(t.shown && !t.retired, TokenNotUsable(terms.token, t.shown, t.retired));
        // An NFT is no number of units that could be handed over in part.
        require(!terms.salvage || t.kind == Kind.Erc20, InvalidProofTerms("salvage"));
        _requireValue(terms.value, terms.feed, terms.heartbeat);
        _terms[id] = terms;
        emit TermsDefined(id, terms);
    }

    /// @inheritdoc ILossProofs
    function defineRootTerms(RootTerms calldata terms) external returns (bytes32 id) {
        id = keccak256(abi.encode(terms));
        if (_rootUnits[id] != 0) return id;
        (bool answered, uint256 decimals) = terms.asset.word(ERC20.decimals.selector);
        require(answered && decimals <= 18, InvalidProofTerms("asset"));
        _requireValue(terms.value, terms.feed, terms.heartbeat);
        _rootUnits[id] = 10 ** decimals;
        _terms[id] = ProofTerms(terms.asset, terms.value, terms.feed, terms.heartbeat, false);
        emit RootTermsDefined(id, terms);
    }

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ILossProofs
    function recordBlock(bytes calldata header) external {
        Memory.Slice[] memory fields = BlockHeader.parseHeader(header);
        uint256 number = fields.getNumber();
        // The genesis block is left out, so that zero means that no block was fixed.
        require(number != 0 && number % GRID == 0, BlockOffGrid(number, GRID));
        require(number < block.number, BlockNotMined(number, block.number));
        GridBlock storage b = _blocks[number];
        if (b.timestamp != 0) return;
        uint256 oldest = block.number > HISTORY ? block.number - HISTORY : 0;
        require(number >= oldest, HistoryMissed(number, oldest));
        bytes32 expected = Blockhash.blockHash(number);
        require(expected != 0, UnsupportedChain(block.chainid));
        bytes32 actual = keccak256(header);
        require(actual == expected, HeaderMismatch(number, expected, actual));

        uint256 timestamp = fields.getTimestamp();
        (b.stateRoot, b.timestamp) = (fields.getStateRoot(), timestamp.toUint64());
        emit BlockRecorded(number, timestamp, b.stateRoot);
    }

    /// @inheritdoc ILossProofs
    function pinBlock(uint256 lossTime, uint256 number) external {
        uint256 timestamp = _recorded(number).timestamp;
        require(lossTime < block.timestamp, LossNotPast(lossTime, block.timestamp));
        require(timestamp <= lossTime, BlockAfterLoss(number, timestamp, lossTime));
        uint256 next = number + GRID;
        uint256 nextTime = _blocks[next].timestamp;
        // What is yet to come, or being made, is later than a loss that has passed.
        require(nextTime != 0 || next >= block.number, BlockNotRecorded(next));
        require(nextTime == 0 || nextTime > lossTime, LaterBlockCounts(next, nextTime, lossTime));
        if (blockFor[lossTime] != 0) return;
        blockFor[lossTime] = number;
        emit BlockPinned(lossTime, number);
    }

    /// @inheritdoc ILossProofs
    function proveToken(address token, uint256 number, bytes[] calldata accountProof) external {
        TokenLayouts.Token storage t = _shown(token);
        if (storageRootOf[token][number] == 0) _proveToken(t, token, number, accountProof);
    }

    /// @inheritdoc ILossProofs
    function proveHolding(address token, uint256 number, address account, bytes[] calldata storageProof) external {
        TokenLayouts.Token storage t = _ofKind(token, Kind.Erc20);
        Holding storage h = _holdings[token][number][account];
        if (h.provenAt != 0) return;
        uint256 held = _wordAt(t, token, number, uint256(uint160(account)), storageProof);
        if (held > MAX_VALUE) held = MAX_VALUE;
        (h.held, h.provenAt) = (uint128(held), uint64(block.timestamp));
        emit HoldingProven(token, number, account, held);
    }

    /// @inheritdoc ILossProofs
    function proveNft(address token, uint256 number, uint256 nftId, bytes[] calldata storageProof) external {
        TokenLayouts.Token storage t = _ofKind(token, Kind.Erc721);
        if (isCounted[token][number][nftId]) return;
        address account = address(uint160(_wordAt(t, token, number, nftId, storageProof)));
        isCounted[token][number][nftId] = true;
        Holding storage h = _holdings[token][number][account];
        h.held += uint128(TokenLayouts.NFT_UNIT);
        if (h.provenAt == 0) h.provenAt = uint64(block.timestamp);
        emit NftProven(token, number, account, nftId);
    }

    /// @inheritdoc ILossProofs
    function proveValue(bytes32 id, uint256 lossTime, uint80 round) external {
        ProofTerms memory terms = termsOf(id);
        require(terms.value == 0, ValueIsFixed(id, terms.value));
        if (_values[id][lossTime] != 0) return;
        uint256 value = FeedValue.valueDown(terms.feed, round, lossTime, terms.heartbeat);
        _values[id][lossTime] = value;
        emit ValueProven(id, lossTime, round, value);
    }

    // -- Use -----------------------------------------------------------------------------------------------------

    /// @inheritdoc ILossProofs
    function use(bytes32 id, address account, uint256 lossTime, uint256 amount) external {
        require(msg.sender == INCIDENTS, ICovers.OnlyIncidents(msg.sender));
        address token = termsOf(id).token;
        _used[token][account][lossTime / USE_WINDOW + 1] += amount;
        emit HoldingUsed(token, account, lossTime, amount);
    }

    // -- Consent -------------------------------------------------------------------------------------------------

    /// @inheritdoc ILossProofs
    function consent(uint256 coverId, uint256 deadline, bytes calldata signature) external {
        (ICovers.Cover memory cover, address owner,) = COVERS.forChange(coverId, msg.sender);
        address account = cover.account;
        require(account != address(0), NoProtectedAccount(coverId));
        require(block.timestamp <= deadline, ConsentExpired(deadline, block.timestamp));
        Consent storage c = _consents[coverId];
        if (msg.sender != account) {
            require(c.revokedAt == 0, ConsentWasRevoked(coverId, account));
            bytes32 digest = hashConsent(coverId, owner, deadline);
            require(
                SignatureCheckerLib.isValidSignatureNowCalldata(account, digest, signature),
                ConsentNotSigned(account, digest)
            );
        }
        if (msg.sender == account) c.revokedAt = 0;
        c.owner = owner;
        emit ConsentGiven(coverId, account, owner);
    }

    /// @inheritdoc ILossProofs
    function revokeConsent(uint256 coverId) external {
        address account = COVERS.coverOf(coverId).account;
        require(msg.sender == account, OnlyProtectedAccount(msg.sender, account));
        Consent storage c = _consents[coverId];
        if (c.revokedAt == 0) c.revokedAt = uint40(block.timestamp);
        emit ConsentRevoked(coverId, account);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ILossProofs
    function holdingOf(bytes32 id, address account, uint256 lossTime)
        external
        view
        returns (bool known, uint256 held, uint256 used, uint256 value, uint256 unit)
    {
        ProofTerms storage terms = _terms[id];
        address token = terms.token;
        require(token != address(0), UnknownProofTerms(id));
        TokenLayouts.Token storage t = _tokens[token];
        unit = t.unit;
        value = terms.value;
        if (value == 0) value = _values[id][lossTime];
        uint256 bucket = lossTime / USE_WINDOW + 1;
        mapping(uint256 => uint256) storage usedIn = _used[token][account];
        used = usedIn[bucket - 1] + usedIn[bucket] + usedIn[bucket + 1];

        Holding storage h = _holdings[token][blockFor[lossTime]][account];
        held = h.held;
        uint256 provenAt = h.provenAt;
        known = value != 0 && provenAt != 0 && (t.kind == Kind.Erc20 || block.timestamp >= provenAt + COUNT_TIME);
    }

    /// @inheritdoc ILossProofs
    function consentOf(uint256 coverId, uint256 lossTime) external view returns (address owner) {
        Consent memory c = _consents[coverId];
        if (c.revokedAt == 0 || lossTime < c.revokedAt + REVOCATION_DELAY) owner = c.owner;
    }

    /// @inheritdoc ILossProofs
    function termsOf(bytes32 id) public view returns (ProofTerms memory terms) {
        terms = _terms[id];
        require(terms.token != address(0), UnknownProofTerms(id));
    }

    /// @inheritdoc ILossProofs
    function valueOf(bytes32 id, uint256 lossTime) external view returns (uint256 value, uint256 unit) {
        unit = _rootUnits[id];
        value = _terms[id].value;
        if (value == 0) value = _values[id][lossTime];
    }

    /// @inheritdoc ILossProofs
    function requireBackable(bytes32 id, bool byRoot, address asset) external view {
        address token = _terms[id].token;
        require(token != address(0), UnknownProofTerms(id));
        require((_rootUnits[id] != 0) == byRoot, ProofTermsOfAnotherKind(id, !byRoot));
        require(!byRoot || token == asset, RootTermsOfAnotherAsset(id, token, asset));
    }

    /// @inheritdoc ILossProofs
    function canSell(bytes32 id) external view returns (bool) {
        ProofTerms memory terms = _terms[id];
        if (terms.token == address(0)) return false;
        // A list of losses needs no proof of state.
        if (_rootUnits[id] == 0 && (_tokens[terms.token].retired || !isSupported())) return false;
        return terms.value != 0 || FeedValue.isFresh(terms.feed, terms.heartbeat);
    }

    /// @inheritdoc ILossProofs
    function isSupported() public view returns (bool) {
        bytes32 expected = blockhash(block.number - 1);
        (bool answered, uint256 answer) = Blockhash.HISTORY_STORAGE_ADDRESS.word(abi.encodePacked(block.number - 1));
        return answered && expected != 0 && bytes32(answer) == expected;
    }

    /// @inheritdoc ILossProofs
    function tokenOf(address token)
        external
        view
        returns (TokenLayout memory storageLayout, uint256 unit, bytes32 codeHash, bool shown, bool retired)
    {
        TokenLayouts.Token storage t = _tokens[token];
        storageLayout = TokenLayout(token, t.kind, t.order, t.slot, t.mask, t.shift);
        (unit, codeHash, shown, retired) = (t.unit, t.codeHash, t.shown, t.retired);
    }

    /// @inheritdoc ILossProofs
    function blockOf(uint256 number) external view returns (bytes32 stateRoot, uint256 timestamp) {
        GridBlock storage b = _blocks[number];
        return (b.stateRoot, b.timestamp);
    }

    /// @inheritdoc ILossProofs
    function hashConsent(uint256 coverId, address owner, uint256 deadline) public view returns (bytes32) {
        return _hashTypedData(keccak256(abi.encode(CONSENT_TYPEHASH, coverId, owner, deadline)));
    }

    /// @inheritdoc ILossProofs
    function grid() external view returns (uint256) {
        return GRID;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev A fixed value, or a feed that states one now.
    function _requireValue(uint256 value, address feed, uint256 heartbeat) private view {
        bool fixedValue = value != 0;
        require(fixedValue == (feed == address(0)), InvalidProofTerms("feed"));
        require(fixedValue == (heartbeat == 0), InvalidProofTerms("heartbeat"));
        require(value <= MAX_VALUE, InvalidProofTerms("value"));
        require(fixedValue || FeedValue.isFresh(feed, heartbeat), InvalidProofTerms("feed"));
    }

    function _registered(address token) private view returns (TokenLayouts.Token storage t) {
        t = _tokens[token];
        require(t.unit != 0, TokenNotRegistered(token));
    }

    /// @dev Before it is shown nothing is proven of a token: its layout may still be corrected.
    function _shown(address token) private view returns (TokenLayouts.Token storage t) {
        t = _registered(token);
        require(t.shown, TokenNotUsable(token, false, t.retired));
    }

    function _ofKind(address token, Kind kind) private view returns (TokenLayouts.Token storage t) {
        t = _shown(token);
        require(t.kind == kind, WrongKind(token, t.kind));
    }

    function _recorded(uint256 number) private view returns (GridBlock storage b) {
        b = _blocks[number];
        require(b.timestamp != 0, BlockNotRecorded(number));
    }

    function _proveToken(TokenLayouts.Token storage t, address token, uint256 number, bytes[] calldata proof) private {
        (bytes32 root, bytes32 codeHash) = StateProof.account(_recorded(number).stateRoot, token, proof);
        require(codeHash == t.codeHash, TokenReplaced(token, t.codeHash, codeHash));
        storageRootOf[token][number] = root;
        emit StorageRootProven(token, number, root);
    }

    /// @dev What the registered slot of a key held at a block, without flags.
    function _wordAt(
        TokenLayouts.Token storage t,
        address token,
        uint256 number,
        uint256 key,
        bytes[] calldata storageProof
    ) private view returns (uint256) {
        bytes32 root = storageRootOf[token][number];
        require(root != 0, StorageRootNotProven(token, number));
        return t.valueOf(StateProof.word(root, t.slotOf(key), storageProof));
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("Bulwark LossProofs", "1");
    }
}
