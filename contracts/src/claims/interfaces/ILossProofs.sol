// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title LossProofs: what an account held when a loss occurred, proven by storage proof, by anyone, for anyone
/// @notice Only blocks on a grid count: block numbers that are multiples of `grid`. For a loss at a time the last of
/// them at or before it is used, so that nobody picks a block. The way of a proof, each step open to all:
/// `recordBlock` (while EIP-2935 still serves its hash: 8,191 blocks), `pinBlock` once per time of loss, `proveToken`
/// once per token and block, `proveHolding` or `proveNft` once per holder or NFT, and `proveValue` where a feed
/// values the token. Every step is idempotent: who comes second changes nothing and is not refused.
///
/// Assumptions, for safety: the chain's EIP-2935 contract answers truly (`isSupported`); the registrar registers only
/// tokens whose balances are what the registered slots say, now and after an upgrade (what can be checked is: the
/// shown balances, and that the token's own code is unchanged); a feed is denominated in the pool's asset. For
/// liveness: somebody records each block on the grid within the history window, and the one after it.
interface ILossProofs {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What a token is; `Erc20` is also the share of an ERC-4626 vault.
    enum Kind {
        Erc20,
        Erc721
    }

    /// @notice How a mapping's slot is hashed.
    enum Order {
        Solidity, // keccak256(key, slot)
        Vyper, // keccak256(slot, key)
        Packed // keccak256(20 bytes of address, 12 bytes of seed): Solady's ERC-20
    }

    /// @notice Where a token keeps balances (Erc20: by account) or owners (Erc721: by id).
    /// @param token The token.
    /// @param kind What it is.
    /// @param order How the slot of a key is hashed.
    /// @param slot Slot of the mapping; for `Packed` its seed, at most 96 bits.
    /// @param mask Bits of the word that count, before the shift; others may be flags. All ones if it holds nothing else.
    /// @param shift Bits that the masked word is shifted right by.
    struct TokenLayout {
        address token;
        Kind kind;
        Order order;
        uint256 slot;
        uint256 mask;
        uint8 shift;
    }

    /// @notice What a listing asks to be proven.
    /// @param token A token that was shown.
    /// @param value WAD: whole units of the pool's asset per whole token (Erc721: per NFT); zero: by the feed.
    /// @param feed A Chainlink proxy that states the same in its own decimals; zero where `value` is fixed.
    /// @param heartbeat Seconds that the feed's round may be older than the loss.
    /// @param salvage True if the token is handed over against the payout; settlement reads it, nothing here does.
    struct ProofTerms {
        address token;
        uint256 value;
        address feed;
        uint32 heartbeat;
        bool salvage;
    }

    /// @notice What the losses are worth that a ruled root lists.
    /// @param asset The one asset of the pools that may back the listing: what is paid on a loss uses it up, so that it
    /// must not be paid in a token of no worth.
    /// @param value WAD: whole units of that asset per unit of account; zero: by the feed.
    /// @param feed A Chainlink proxy that states the same in its own decimals; zero where `value` is fixed.
    /// @param heartbeat Seconds that the feed's round may be older than the loss.
    struct RootTerms {
        address asset;
        uint256 value;
        address feed;
        uint32 heartbeat;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A token was registered; it counts once it was shown. `unit`: smallest units per whole token.
    event TokenRegistered(address indexed token, TokenLayout storageLayout, uint256 unit, bytes32 codeHash);
    /// @notice The registered slots were shown equal to what the token answers.
    event TokenShown(address indexed token, uint256 indexed number);
    /// @notice No further terms are defined on the token.
    event TokenRetired(address indexed token);
    /// @notice Proof terms were defined.
    event TermsDefined(bytes32 indexed id, ProofTerms terms);
    /// @notice Terms for losses that a root lists were defined.
    event RootTermsDefined(bytes32 indexed id, RootTerms terms);
    /// @notice A block on the grid was recorded.
    event BlockRecorded(uint256 indexed number, uint256 timestamp, bytes32 stateRoot);
    /// @notice For losses at `lossTime` this block counts.
    event BlockPinned(uint256 indexed lossTime, uint256 indexed number);
    /// @notice The storage root of a token at a block was proven.
    event StorageRootProven(address indexed token, uint256 indexed number, bytes32 storageRoot);
    /// @notice What an account held at a block was proven, smallest units.
    event HoldingProven(address indexed token, uint256 indexed number, address indexed account, uint256 held);
    /// @notice Who owned an NFT at a block was proven.
    event NftProven(address indexed token, uint256 indexed number, address indexed account, uint256 id);
    /// @notice The value of a whole token at a time of loss was proven, WAD.
    event ValueProven(bytes32 indexed id, uint256 indexed lossTime, uint80 round, uint256 value);
    /// @notice A payout used up part of a holding, smallest units.
    event HoldingUsed(address indexed token, address indexed account, uint256 lossTime, uint256 amount);
    /// @notice The protected account lets `owner` be paid for the cover.
    event ConsentGiven(uint256 indexed coverId, address indexed account, address indexed owner);
    /// @notice The protected account took its consent back.
    event ConsentRevoked(uint256 indexed coverId, address indexed account);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice The grid must be 1 to `max` blocks.
    error InvalidGrid(uint256 grid, uint256 max);
    /// @notice The chain has no EIP-2935 contract that answers as `blockhash` does.
    error UnsupportedChain(uint256 chainId);
    /// @notice No terms of this id were defined.
    error UnknownProofTerms(bytes32 id);
    /// @notice A field of the proof terms is out of bounds.
    error InvalidProofTerms(bytes32 field);
    /// @notice The terms are for lists of losses (`byRoot`), or for holdings; the listing asks for the other.
    error ProofTermsOfAnotherKind(bytes32 id, bool byRoot);
    /// @notice Losses under these terms are paid in another asset than the pool's.
    error RootTermsOfAnotherAsset(bytes32 id, address expected, address actual);
    /// @notice A field of the layout is out of bounds, or the token does not answer.
    error InvalidLayout(bytes32 field);
    /// @notice The token was not registered.
    error TokenNotRegistered(address token);
    /// @notice The token was not shown yet, or was retired.
    error TokenNotUsable(address token, bool shown, bool retired);
    /// @notice The layout of a token that was shown never changes.
    error TokenAlreadyShown(address token);
    /// @notice The token is of another kind.
    error WrongKind(address token, Kind kind);
    /// @notice Three accounts (or ids) with a proof each are needed.
    error WrongSamples(uint256 samples, uint256 proofs, uint256 needed);
    /// @notice Accounts (or ids) must ascend, so that they differ.
    error SamplesNotAscending(uint256 sample, uint256 previous);
    /// @notice The proven word and what the token answers differ, or are zero.
    error SampleMismatch(uint256 sample, uint256 proven, uint256 answered);
    /// @notice The block is not on the grid.
    error BlockOffGrid(uint256 number, uint256 grid);
    /// @notice The block does not exist yet.
    error BlockNotMined(uint256 number, uint256 current);
    /// @notice The history window has moved past the block.
    error HistoryMissed(uint256 number, uint256 oldest);
    /// @notice The header is not the one of this chain's block.
    error HeaderMismatch(uint256 number, bytes32 expected, bytes32 actual);
    /// @notice The block was not recorded.
    error BlockNotRecorded(uint256 number);
    /// @notice The loss occurred before the block, unix seconds.
    error BlockAfterLoss(uint256 number, uint256 timestamp, uint256 lossTime);
    /// @notice A later block on the grid was still at or before the loss, unix seconds.
    error LaterBlockCounts(uint256 number, uint256 timestamp, uint256 lossTime);
    /// @notice The time of loss must have passed, unix seconds.
    error LossNotPast(uint256 lossTime, uint256 timestamp);
    /// @notice The storage root of the token at this block was not proven.
    error StorageRootNotProven(address token, uint256 number);
    /// @notice Another contract stood at the token's address, or none.
    error TokenReplaced(address token, bytes32 expected, bytes32 actual);
    /// @notice The node number `index` of the proof is not the one that the root, or the node above it, names.
    error NodeMismatch(uint256 index, bytes32 expected, bytes32 actual);
    /// @notice The proof goes on below where the key's path ends.
    error ProofTooLong(uint256 nodes, uint256 given);
    /// @notice The proof ends before the key's path does.
    error ProofTooShort(uint256 given);
    /// @notice The terms have a fixed value.
    error ValueIsFixed(bytes32 id, uint256 value);
    /// @notice The feed does not answer.
    error FeedSilent(address feed);
    /// @notice The feed has no such round.
    error RoundNotFound(uint80 round);
    /// @notice The round states no price of its own, or none that can be used.
    error RoundNotComplete(uint80 round, int256 answer, uint80 answeredIn);
    /// @notice The round was published after the loss, unix seconds.
    error RoundAfterLoss(uint80 round, uint256 updatedAt, uint256 lossTime);
    /// @notice A later round was still at or before the loss, unix seconds.
    error LaterRoundCounts(uint80 round, uint256 updatedAt, uint256 lossTime);
    /// @notice The round was older at the loss than the heartbeat allows, seconds.
    error RoundTooOld(uint80 round, uint256 age, uint256 heartbeat);
    /// @notice The cover protects no account.
    error NoProtectedAccount(uint256 coverId);
    /// @notice The consent could be brought until the deadline, unix seconds.
    error ConsentExpired(uint256 deadline, uint256 timestamp);
    /// @notice The protected account did not sign this: this cover, its present owner, this deadline, chain and contract.
    error ConsentNotSigned(address account, bytes32 digest);
    /// @notice After a revocation only the account itself consents again, by its own call.
    error ConsentWasRevoked(uint256 coverId, address account);
    /// @notice Only the protected account may do this.
    error OnlyProtectedAccount(address caller, address account);

    // -- Tokens --------------------------------------------------------------------------------------------------

    /// @notice Registers where a token keeps balances or owners, with the code that it has now. It counts once `showToken`
    /// was called. May be corrected until then. Caller: the registrar, after the role's delay.
    function registerToken(TokenLayout calldata storageLayout) external;

    /// @notice Shows that the registered slots of three accounts (Erc721: ids) held, at a recorded block, what the token
    /// answers now. Anyone; apart from the registration, so that nobody defeats a registration that waits for its delay
    /// by moving a balance.
    /// @param samples Accounts or ids, ascending, with balances or owners other than zero.
    /// @param accountProof Proof of the token's account at the block.
    /// @param storageProofs One proof per sample.
    function showToken(
        address token,
        uint256 number,
        uint256[] calldata samples,
        bytes[] calldata accountProof,
        bytes[][] calldata storageProofs
    ) external;

    /// @notice Defines no further terms on a token, for ever; terms that were defined are proven as before. Caller: the
    /// registrar.
    function retireToken(address token) external;

    /// @notice Defines proof terms; idempotent. Anyone. Reverts with `UnsupportedChain`, `TokenNotUsable` or
    /// `InvalidProofTerms`.
    /// @return id keccak256(abi.encode(terms)).
    function defineTerms(ProofTerms calldata terms) external returns (bytes32 id);

    /// @notice Defines terms for losses that a root lists; idempotent. Anyone. Reverts with `InvalidProofTerms`.
    /// @return id keccak256(abi.encode(terms)).
    function defineRootTerms(RootTerms calldata terms) external returns (bytes32 id);

    // -- Prove ---------------------------------------------------------------------------------------------------

    /// @notice Records state root and time of a block on the grid. Anyone.
    /// @param header The block's header, RLP.
    function recordBlock(bytes calldata header) external;

    /// @notice Fixes which recorded block counts for losses at a time: the last one on the grid at or before it. Shown by
    /// the time of the next one, which must be recorded unless it is yet to come. Anyone; only one block fits.
    function pinBlock(uint256 lossTime, uint256 number) external;

    /// @notice Proves the storage root of a token that was shown at a recorded block. Anyone, once per token and block.
    function proveToken(address token, uint256 number, bytes[] calldata accountProof) external;

    /// @notice Proves what an account held at a block; a proof of absence proves zero. Anyone. Balances above 2^128 − 1
    /// count as that.
    function proveHolding(address token, uint256 number, address account, bytes[] calldata storageProof) external;

    /// @notice Proves who owned an NFT at a block, and counts it for him. Anyone, each id once.
    function proveNft(address token, uint256 number, uint256 nftId, bytes[] calldata storageProof) external;

    /// @notice Proves what a token was worth at a time of loss: the feed's last complete round at or before it, not older
    /// than the heartbeat. Rounded down. Anyone; only one round fits.
    function proveValue(bytes32 id, uint256 lossTime, uint80 round) external;

    // -- Use -----------------------------------------------------------------------------------------------------

    /// @notice Books what a payout used of a holding, smallest units rounded up by the caller. Caller: `Incidents`.
    function use(bytes32 id, address account, uint256 lossTime, uint256 amount) external;

    // -- Consent -------------------------------------------------------------------------------------------------

    /// @notice Takes the protected account's consent that the cover's present owner is paid, and that anyone settles it on
    /// what the account held; an account that owns its cover consents to itself: EIP-712
    /// `Consent(uint256 cover,address owner,uint256 deadline)` by key or ERC-1271, or the account's own call with an empty
    /// signature. It falls when the cover changes hands: compare `consentOf` with the present owner. Anyone.
    /// @param deadline Unix seconds until which it may be brought.
    function consent(uint256 coverId, uint256 deadline, bytes calldata signature) external;

    /// @notice Takes consent back for losses from `REVOCATION_DELAY` on; signatures count no more for this cover, also later
    /// ones, until the account itself consents again. Caller: the protected account.
    function revokeConsent(uint256 coverId) external;

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice What is proven and valued for this account and time of loss. Reverts for undefined terms only.
    /// @return known False if the block, the holding or the value has not been proven yet. Erc721: also until a day after
    /// the first NFT of the account, so that nobody settles by a part of them; later ones still count.
    /// @return held Smallest units (Erc721: 1e18 per NFT).
    /// @return used What was paid on already, same units; the week of the loss and both neighbours.
    /// @return value Whole units of the pool's asset per whole token, WAD, rounded down.
    /// @return unit Smallest units per whole token.
    function holdingOf(bytes32 id, address account, uint256 lossTime)
        external
        view
        returns (bool known, uint256 held, uint256 used, uint256 value, uint256 unit);

    /// @notice Whom the protected account lets be paid for a loss under a cover; zero if nobody. Void unless he still owns it.
    /// @param lossTime Unix seconds of the loss.
    function consentOf(uint256 coverId, uint256 lossTime) external view returns (address owner);

    /// @notice Seconds from a revocation of consent to the first loss for which it counts.
    function REVOCATION_DELAY() external view returns (uint256);

    /// @notice The proof terms of an id; reverts with `UnknownProofTerms`.
    function termsOf(bytes32 id) external view returns (ProofTerms memory);

    /// @notice What a unit of account is worth for losses at a time, where a root lists them.
    /// @return value Whole units of the asset, WAD, rounded down; zero while it was not proven.
    /// @return unit Smallest units per whole asset; zero for terms of holdings and undefined ones.
    function valueOf(bytes32 id, uint256 lossTime) external view returns (uint256 value, uint256 unit);

    /// @notice Reverts unless pools of this asset may back listings with these terms, of the kind that they ask for. Errors:
    /// UnknownProofTerms, ProofTermsOfAnotherKind, RootTermsOfAnotherAsset.
    function requireBackable(bytes32 id, bool byRoot, address asset) external view;

    /// @notice May cover be sold on these terms now? They are defined, the chain passes its self-test, the token is not
    /// retired, and its feed is no older than the heartbeat.
    function canSell(bytes32 id) external view returns (bool);

    /// @notice Does EIP-2935 answer here as `blockhash` does?
    function isSupported() external view returns (bool);

    /// @notice Where a token keeps its balances, its unit, the hash of its code, and whether it was shown and retired.
    function tokenOf(address token)
        external
        view
        returns (TokenLayout memory storageLayout, uint256 unit, bytes32 codeHash, bool shown, bool retired);

    /// @notice State root and time of a block; zeros if it was not recorded.
    function blockOf(uint256 number) external view returns (bytes32 stateRoot, uint256 timestamp);

    /// @notice The block that counts for losses at a time; zero if it was not fixed.
    function blockFor(uint256 lossTime) external view returns (uint256 number);

    /// @notice The storage root of a token at a block; zero if it was not proven.
    function storageRootOf(address token, uint256 number) external view returns (bytes32);

    /// @notice Was this NFT counted at this block?
    function isCounted(address token, uint256 number, uint256 nftId) external view returns (bool);

    /// @notice The digest that a protected account signs.
    function hashConsent(uint256 coverId, address owner, uint256 deadline) external view returns (bytes32);

    /// @notice Blocks from one on the grid to the next.
    function grid() external view returns (uint256);
}
