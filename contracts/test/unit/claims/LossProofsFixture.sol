// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {LossProofs} from "../../../src/claims/LossProofs.sol";
import {StubCovers} from "../../mocks/StubCovers.sol";
import {Test} from "../../Test.sol";

/// @notice Headers and proofs of real tries (packages/sdk/scripts/generate-proof-fixtures.ts), EIP-2935's own code, and
/// the tokens as they stood there. Blocks 16, 24 and 32 are on the grid, 12 seconds apart; 20 is not.
abstract contract LossProofsFixture is Test {
    /// @dev Runtime code as EIP-2935 states it.
    bytes internal constant HISTORY_CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
    address internal constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    uint256 internal constant GRID = 8;
    uint256 internal constant ALL = type(uint256).max;
    string internal constant FIXTURE = "contracts/test/fixtures/loss-proofs.json";

    address internal admin = makeLabelled("admin");
    address internal incidents = makeLabelled("incidents");
    address internal attacker = makeLabelled("attacker");
    address internal alice = address(0xa1);
    address internal bob = address(0xb0);
    address internal carol = address(0xca);
    address internal borrower = address(0xdd);
    address internal stranger = address(0xee);

    AccessManager internal authority;
    StubCovers internal covers;
    LossProofs internal proofs;
    string internal json;
    address internal plain;

    function setUp() public virtual {
        json = vm.readFile(FIXTURE);
        authority = AccessManager(deployCode("AccessManager.sol:AccessManager", abi.encode(admin)));
        covers = new StubCovers();
        proofs = newProofs(GRID);
        vm.etch(HISTORY, HISTORY_CODE);
        string[8] memory names = ["plain", "vyper", "seeded", "flagged", "doubling", "nft", "doomed", "empty"];
        for (uint256 i; i < names.length; ++i) {
            vm.etch(tokenAt(names[i]), vm.parseJsonBytes(json, string.concat(".codes.", names[i])));
        }
        plain = tokenAt("plain");
    }

    function newProofs(uint256 grid) internal returns (LossProofs) {
        return
            LossProofs(deployCode("LossProofs.sol:LossProofs", abi.encode(address(authority), covers, incidents, grid)));
    }

    function makeLabelled(string memory name) internal returns (address who) {
        who = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(who, name);
    }

    // -- What the fixture holds ----------------------------------------------------------------------------------

    function tokenAt(string memory name) internal view returns (address) {
        return vm.parseJsonAddress(json, string.concat(".addresses.", name));
    }

    function numberOf(string memory b) internal view returns (uint256) {
        return vm.parseJsonUint(json, string.concat(".blocks.", b, ".number"));
    }

    function timeOf(string memory b) internal view returns (uint256) {
        return vm.parseJsonUint(json, string.concat(".blocks.", b, ".timestamp"));
    }

    function hashOf(string memory b) internal view returns (bytes32) {
        return vm.parseJsonBytes32(json, string.concat(".blocks.", b, ".hash"));
    }

    function headerOf(string memory b) internal view returns (bytes memory) {
        return vm.parseJsonBytes(json, string.concat(".blocks.", b, ".header"));
    }

    function accountProof(string memory b, string memory token) internal view returns (bytes[] memory) {
        return vm.parseJsonBytesArray(json, string.concat(".blocks.", b, ".proofs.", token, ".account"));
    }

    function storageProof(string memory b, string memory token, string memory key)
        internal
        view
        returns (bytes[] memory)
    {
        return vm.parseJsonBytesArray(json, string.concat(".blocks.", b, ".proofs.", token, ".storage.", key));
    }

    // -- Steps ---------------------------------------------------------------------------------------------------

    /// @dev The chain stands one block after `b`, and serves its hash.
    function mine(string memory b) internal {
        serve(numberOf(b), hashOf(b), numberOf(b) + 1);
        vm.warp(timeOf(b) + 12);
    }

    /// @dev EIP-2935, and `blockhash` for the last 256 blocks, answer `hash` for `number`.
    function serve(uint256 number, bytes32 hash, uint256 current) internal {
        vm.roll(current);
        vm.store(HISTORY, bytes32(number % 8_191), hash);
        if (current - number <= 256) vm.setBlockhash(number, hash);
    }

    function record(string memory b) internal {
        mine(b);
        proofs.recordBlock(headerOf(b));
    }

    function solidityLayout(string memory name, uint256 slot) internal view returns (ILossProofs.TokenLayout memory) {
        return ILossProofs.TokenLayout(tokenAt(name), ILossProofs.Kind.Erc20, ILossProofs.Order.Solidity, slot, ALL, 0);
    }

    function nftLayout() internal view returns (ILossProofs.TokenLayout memory layout_) {
        layout_ = solidityLayout("nft", 2);
        (layout_.kind, layout_.mask) = (ILossProofs.Kind.Erc721, type(uint160).max);
    }

    function register(ILossProofs.TokenLayout memory layout_) internal {
        vm.prank(admin);
        proofs.registerToken(layout_);
    }

    /// @dev What the chain holds now, where the layout says: the tokens here have code, no state.
    function hold(ILossProofs.TokenLayout memory layout_, uint256 key, uint256 word) internal {
        vm.store(layout_.token, slotOf(layout_, key), bytes32(word));
    }

    /// @dev The plain twin of what the contract computes.
    function slotOf(ILossProofs.TokenLayout memory l, uint256 key) internal pure returns (bytes32) {
        if (l.order == ILossProofs.Order.Solidity) return keccak256(abi.encode(key, l.slot));
        if (l.order == ILossProofs.Order.Vyper) return keccak256(abi.encode(l.slot, key));
        return keccak256(abi.encodePacked(address(uint160(key)), uint96(l.slot)));
    }

    function samplesOf(string memory b, string memory name)
        internal
        view
        returns (uint256[] memory samples, bytes[][] memory shown)
    {
        bool nft = keccak256(bytes(name)) == keccak256("nft");
        string[3] memory keys = nft ? ["id1", "id3", "id4"] : ["alice", "bob", "carol"];
        (samples, shown) = (new uint256[](3), new bytes[][](3));
        for (uint256 i; i < 3; ++i) {
            shown[i] = storageProof(b, name, keys[i]);
        }
        (samples[0], samples[1], samples[2]) = nft ? (1, 3, 4) : (uint256(0xa1), uint256(0xb0), uint256(0xca));
    }

    /// @dev Alice 1000, bob 2000, carol 3000; or NFT 1 alice, 3 bob, 4 carol: as in block 16.
    function holdSamples(ILossProofs.TokenLayout memory layout_, string memory name) internal {
        (uint256[] memory samples,) = samplesOf("b16", name);
        uint256[3] memory words =
            layout_.kind == ILossProofs.Kind.Erc721 ? [uint256(0xa1), 0xb0, 0xca] : [uint256(1_000), 2_000, 3_000];
        for (uint256 i; i < 3; ++i) {
            hold(layout_, samples[i], words[i]);
        }
    }

    function show(ILossProofs.TokenLayout memory layout_, string memory name) internal {
        holdSamples(layout_, name);
        (uint256[] memory samples, bytes[][] memory shown) = samplesOf("b16", name);
        proofs.showToken(layout_.token, 16, samples, accountProof("b16", name), shown);
    }

    /// @dev Block 16 recorded, the token registered and shown in it.
    function ready(ILossProofs.TokenLayout memory layout_, string memory name) internal {
        (, uint256 recorded) = proofs.blockOf(16);
        if (recorded == 0) record("b16");
        register(layout_);
        show(layout_, name);
    }

    function readyPlain() internal {
        ready(solidityLayout("plain", 0), "plain");
    }

    function fixedTerms(address token) internal pure returns (ILossProofs.ProofTerms memory t) {
        (t.token, t.value) = (token, 1e18);
    }
}
