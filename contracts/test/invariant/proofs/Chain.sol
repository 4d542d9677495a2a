// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {LossProofs} from "../../../src/claims/LossProofs.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {IDeficitMarket} from "../../../src/adjudicators/interfaces/IReadSources.sol";
import {Base} from "../../Base.sol";
import {LossyVault} from "../../mocks/LossyVault.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {SmallTrie} from "../../mocks/SmallTrie.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {TrieMaker} from "../../mocks/TrieMaker.sol";
import {WildSource} from "../../mocks/WildSource.sol";
import {TestNft} from "../../mocks/tokens/ProofTokens.sol";
import {StuckToken} from "../../mocks/tokens/StuckToken.sol";

/// @title A chain whose past can be proven, and what the triggers watch on it
/// @notice A block every 12 seconds; those on the grid have a header with the root of a state trie that holds the tokens
/// as they then were, and EIP-2935 serves its hash.
abstract contract Chain is Base {
    bytes internal constant HISTORY_CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
    address internal constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    uint256 internal constant SERVED = 8_191;
    uint256 internal constant GRID = 1_800; // 6 h
    uint256 internal constant FIRST_BLOCK = GRID * 10_000;
    uint256 internal constant SECONDS = 12;
    uint80 internal constant PHASE = 1 << 64;
    uint256 internal constant SAVERS = 4;
    uint256 internal constant NFTS = 6;

    LossProofs internal proofs;
    uint256 internal nextGrid = FIRST_BLOCK + GRID;
    bool internal careless; // nobody records blocks now

    address[] internal savers;
    StuckToken internal dst;
    LossyVault internal vault;
    TestNft internal nft;
    address[3] internal tokens;
    uint256 internal version;
    bytes32 private lastState;
    mapping(uint256 version => mapping(uint256 token => uint256[])) internal kept;
    mapping(uint256 version => bytes32[3]) private tokenRoots;
    mapping(uint256 version => bytes32) internal stateRoots;
    mapping(uint256 number => uint256) internal versionAt;

    MockPriceFeed internal feedA; // falls
    MockPriceFeed internal feedB; // falls within a day
    MockPriceFeed internal feedC; // rises
    MockPriceFeed internal valueFeed;
    MockPriceFeed internal uptime;
    MockPriceFeed[4] internal feeds;
    mapping(MockPriceFeed feed => int256) internal priceOf;
    TestToken internal saved; // in the vault
    WildSource internal market;
    TestToken internal supplied;
    uint256 internal deficit;
    TestToken internal minted;
    TestToken internal locked;
    TestToken internal lent;
    address internal lockBox = makeLabelled("lock");
    address internal lender = makeLabelled("lending market");

    // -- Set-up --------------------------------------------------------------------------------------------------

    function newLossProofs(address covers_, address incidents_) internal override returns (address) {
        proofs = LossProofs(deployCode("LossProofs.sol:LossProofs", abi.encode(authority, covers_, incidents_, GRID)));
        return address(proofs);
    }

    function setUp() public virtual override {
        super.setUp();
        vm.etch(HISTORY, HISTORY_CODE);
        setTime(START);
        createTokens();
        createSources();
        elapse(7 hours);
        showTokens();
    }

    function createTokens() private {
        for (uint256 i; i < SAVERS; ++i) {
            savers.push(vm.addr(saverKey(i)));
        }
        (dst, nft, saved) = (new StuckToken(), new TestNft(), new TestToken("Saved", "SAVE", 18));
        vault = new LossyVault(saved);
        tokens = [address(dst), address(vault), address(nft)];
        for (uint256 i; i < SAVERS; ++i) {
            dst.mint(savers[i], (i + 1) * 2_000e18);
            saved.mint(savers[i], (i + 1) * 5_000e18);
            vm.startPrank(savers[i]);
            saved.approve(address(vault), type(uint256).max);
            vault.deposit((i + 1) * 5_000e18, savers[i]);
            dst.approve(address(salvage), type(uint256).max);
            vm.stopPrank();
        }
        for (uint256 i = 1; i <= NFTS; ++i) {
            nft.mint(savers[i % SAVERS], i);
        }
    }

    function createSources() private {
        (feedA, feedB, feedC, valueFeed) =
        (new MockPriceFeed(8), new MockPriceFeed(8), new MockPriceFeed(8), new MockPriceFeed(8));
        feeds = [feedA, feedB, feedC, valueFeed];
        for (uint256 i; i < 4; ++i) {
            setPrice(feeds[i], i == 3 ? int256(2e8) : int256(1e8));
        }
        uptime = new MockPriceFeed(0);
        uptime.push(block.timestamp, 0);
        market = new WildSource();
        (supplied, minted) = (new TestToken("Supplied", "SUP", 6), new TestToken("Minted", "MINT", 6));
        (locked, lent) = (new TestToken("Locked", "LOCK", 6), new TestToken("Lent", "LENT", 6));
        market.set(IDeficitMarket.getReserveDeficit.selector, 0);
        supplied.mint(bob, 1_000_000e6);
        minted.mint(bob, 1_000_000e6);
        locked.mint(lockBox, 1_000_000e6);
        lent.mint(lender, 100_000e6);
    }

    /// @dev Registered, and shown at the first block on the grid, as anyone could.
    function showTokens() private {
        uint256 number = FIRST_BLOCK + GRID;
        for (uint256 i; i < 3; ++i) {
            bool isNft = i == 2;
            ILossProofs.TokenLayout memory l;
            (l.token, l.slot, l.mask) = (tokens[i], isNft ? 2 : 0, isNft ? type(uint160).max : type(uint256).max);
            if (isNft) l.kind = ILossProofs.Kind.Erc721;
            vm.prank(admin);
            proofs.registerToken(l);
            uint256[] memory samples = new uint256[](3);
            bytes[][] memory shown = new bytes[][](3);
            uint256[] memory keys = keysOf(i);
            for (uint256 k; k < 3; ++k) {
                uint256 least = type(uint256).max;
                for (uint256 n; n < keys.length; ++n) {
                    if (keys[n] < least && (k == 0 || keys[n] > samples[k - 1])) least = keys[n];
                }
                samples[k] = least;
                shown[k] = storageProof(number, i, least);
            }
            proofs.showToken(tokens[i], number, samples, accountProof(number, i), shown);
        }
    }

    function saverKey(uint256 i) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("saver", i)));
    }

    // -- Time ----------------------------------------------------------------------------------------------------

    function timeOf(uint256 number) internal pure returns (uint256) {
        return START + (number - FIRST_BLOCK) * SECONDS;
    }

    /// @dev The block on the grid that counts for a loss.
    function gridBefore(uint256 lossTime) internal pure returns (uint256) {
        return (FIRST_BLOCK + (lossTime - START) / SECONDS) / GRID * GRID;
    }

    /// @dev Time passes; every block on the grid is sealed as the tokens then stand, and every feed has its round.
    function elapse(uint256 duration) internal {
        uint256 to = block.timestamp + duration;
        for (; timeOf(nextGrid) + SECONDS <= to; nextGrid += GRID) {
            setTime(timeOf(nextGrid) + SECONDS);
            versionAt[nextGrid] = snapshot();
            bytes memory header = headerOf(nextGrid);
            bytes32 hash = keccak256(header);
            vm.setBlockhash(nextGrid, hash);
            vm.store(HISTORY, bytes32(nextGrid % SERVED), hash);
            if (!careless) proofs.recordBlock(header);
            for (uint256 i; i < 4; ++i) {
                feeds[i].push(block.timestamp, priceOf[feeds[i]]);
            }
        }
        setTime(to);
    }

    /// @dev EIP-2935 and `blockhash` agree on the last block.
    function setTime(uint256 time) private {
        vm.warp(time);
        uint256 number = FIRST_BLOCK + (time - START) / SECONDS;
        vm.roll(number);
        bytes32 hash = versionAt[number - 1] == 0 ? keccak256(abi.encode(number - 1)) : keccak256(headerOf(number - 1));
        vm.setBlockhash(number - 1, hash);
        vm.store(HISTORY, bytes32((number - 1) % SERVED), hash);
    }

    function setPrice(MockPriceFeed feed, int256 price) internal {
        priceOf[feed] = price;
        feed.push(block.timestamp, price);
    }

    // -- State and proofs ----------------------------------------------------------------------------------------

    /// @dev Accounts whose balances are kept, or ids whose owners are.
    function keysOf(uint256 token) internal view returns (uint256[] memory keys) {
        keys = new uint256[](token == 2 ? NFTS : SAVERS);
        for (uint256 i; i < keys.length; ++i) {
            keys[i] = token == 2 ? i + 1 : uint256(uint160(savers[i]));
        }
    }

    function wordsOf(uint256 token) private view returns (uint256[] memory words) {
        words = keysOf(token);
        for (uint256 i; i < words.length; ++i) {
            words[i] = token == 2
                ? uint256(uint160(nft.ownerOf(words[i])))
                : TestToken(tokens[token]).balanceOf(address(uint160(words[i])));
        }
    }

    function snapshot() private returns (uint256) {
        uint256[][3] memory words = [wordsOf(0), wordsOf(1), wordsOf(2)];
        bytes32 state = keccak256(abi.encode(words));
        if (state == lastState) return version;
        (lastState, ++version);
        for (uint256 i; i < 3; ++i) {
            kept[version][i] = words[i];
            (bytes32[] memory k, bytes[] memory s) = slots(version, i);
            tokenRoots[version][i] = SmallTrie.root(k, s);
        }
        (bytes32[] memory keys, bytes[] memory values) = accounts(version);
        stateRoots[version] = SmallTrie.root(keys, values);
        return version;
    }

    function headerOf(uint256 number) internal view returns (bytes memory) {
        return TrieMaker.header(number, timeOf(number), stateRoots[versionAt[number]]);
    }

    function accountProof(uint256 number, uint256 token) internal view returns (bytes[] memory) {
        (bytes32[] memory keys, bytes[] memory values) = accounts(versionAt[number]);
        return SmallTrie.prove(keys, values, keys[token]);
    }

    function storageProof(uint256 number, uint256 token, uint256 key) internal view returns (bytes[] memory) {
        (bytes32[] memory keys, bytes[] memory values) = slots(versionAt[number], token);
        return SmallTrie.prove(keys, values, keccak256(abi.encode(slotOf(token, key))));
    }

    function accounts(uint256 v) private view returns (bytes32[] memory keys, bytes[] memory values) {
        (keys, values) = (new bytes32[](3), new bytes[](3));
        for (uint256 i; i < 3; ++i) {
            keys[i] = keccak256(abi.encodePacked(tokens[i]));
            values[i] = TrieMaker.account(tokenRoots[v][i], tokens[i].codehash);
        }
    }

    function slots(uint256 v, uint256 token) private view returns (bytes32[] memory keys, bytes[] memory values) {
        uint256[] memory of_ = keysOf(token);
        (keys, values) = (new bytes32[](of_.length), new bytes[](of_.length));
        for (uint256 i; i < of_.length; ++i) {
            keys[i] = keccak256(abi.encode(slotOf(token, of_[i])));
            uint256 word = kept[v][token][i];
            if (word != 0) values[i] = RLP.encode(word);
        }
    }

    function slotOf(uint256 token, uint256 key) private pure returns (bytes32) {
        return keccak256(abi.encode(key, token == 2 ? 2 : 0));
    }

    /// @dev What an account held at the block that counts for a loss, by what was kept here; NFTs as 1e18 each.
    function heldAt(uint256 lossTime, uint256 token, address account) internal view returns (uint256 held) {
        uint256[] storage words = kept[versionAt[gridBefore(lossTime)]][token];
        for (uint256 i; i < words.length; ++i) {
            if (token == 2) held += words[i] == uint160(account) ? WAD : 0;
            else if (savers[i] == account) return words[i];
        }
    }

    function indexOf(address token) internal view returns (uint256 i) {
        while (tokens[i] != token) ++i;
    }
}
