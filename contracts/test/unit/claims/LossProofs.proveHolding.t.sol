// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {LossProofsFixture} from "./LossProofsFixture.sol";

/// @notice Storage roots, balances and NFTs, proven at blocks; and everything that is none of them.
contract LossProofsProveHoldingTest is LossProofsFixture {
    bytes32 internal id;
    /// @dev Read once: the fixture is long.
    bytes[] internal carols;

    function setUp() public override {
        super.setUp();
        carols = storageProof("b16", "plain", "carol");
        readyPlain();
        id = proofs.defineTerms(fixedTerms(plain));
    }

    function heldAt(address account, uint256 lossTime) internal view returns (bool known, uint256 held) {
        (known, held,,,) = proofs.holdingOf(id, account, lossTime);
    }

    function prove(string memory b, string memory key, address account) internal {
        proofs.proveHolding(plain, numberOf(b), account, storageProof(b, "plain", key));
    }

    // -- Prove ---------------------------------------------------------------------------------------------------

    function test_proveHolding_saysWhatWasHeldAtTheBlockOfTheLoss() public {
        uint256 lossTime = timeOf("b16") + 3;
        proofs.pinBlock(lossTime, 16);
        (bool known,) = heldAt(alice, lossTime);
        assertFalse(known);
        vm.prank(stranger); // anyone, for anyone
        prove("b16", "alice", alice);
        uint256 value;
        uint256 unit;
        uint256 held;
        (known, held,, value, unit) = proofs.holdingOf(id, alice, lossTime);
        assertTrue(known);
        assertEq(held, 1_000);
        assertEq(value, 1e18);
        assertEq(unit, 1e6);
    }

    function test_proveHolding_isIdempotent() public {
        prove("b16", "alice", alice);
        proofs.proveHolding(plain, 16, alice, new bytes[](0));
    }

    function test_holdingOf_knowsNothingOfAnotherTime() public {
        proofs.pinBlock(timeOf("b16") + 3, 16);
        prove("b16", "alice", alice);
        (bool known, uint256 held) = heldAt(alice, timeOf("b16") + 4);
        assertFalse(known);
        assertEq(held, 0);
        (known,) = heldAt(alice, type(uint256).max);
        assertFalse(known);
        (known,) = heldAt(alice, 0);
        assertFalse(known);
    }

    function test_proveHolding_nothing_forAnAccountThatNeverHeld() public {
        uint256 lossTime = timeOf("b16");
        proofs.pinBlock(lossTime, 16);
        prove("b16", "stranger", stranger);
        (bool known, uint256 held) = heldAt(stranger, lossTime);
        assertTrue(known);
        assertEq(held, 0);
    }

    /// @dev Off the grid he held a million; at the block that counts, nothing.
    function test_proveHolding_nothing_forWhoBorrowedForOneBlock() public {
        record("b24");
        proofs.proveToken(plain, 24, accountProof("b24", "plain"));
        prove("b24", "borrower", borrower);
        proofs.pinBlock(timeOf("b20"), 16);
        proofs.pinBlock(timeOf("b24"), 24);
        prove("b16", "borrower", borrower);
        (bool known, uint256 held) = heldAt(borrower, timeOf("b24"));
        assertTrue(known);
        assertEq(held, 0);
        (known, held) = heldAt(borrower, timeOf("b20"));
        assertTrue(known);
        assertEq(held, 0);
        bytes[] memory borrowed = storageProof("b20", "plain", "borrower");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.StorageRootNotProven.selector, plain, 20));
        proofs.proveHolding(plain, 20, borrower, borrowed);
    }

    // -- Proofs of something else --------------------------------------------------------------------------------

    function test_proveHolding_revertsWith_NodeMismatch_forAnotherBlock() public {
        record("b24");
        proofs.proveToken(plain, 24, accountProof("b24", "plain"));
        bytes[] memory later = storageProof("b24", "plain", "alice");
        vm.expectPartialRevert(ILossProofs.NodeMismatch.selector);
        proofs.proveHolding(plain, 16, alice, later);
    }

    /// @dev Another's path leads away from the account's: it is refused, or shows only that the account has nothing.
    function test_proveHolding_givesNobodyAnotherAccountsBalance() public {
        string[3] memory rich = ["alice", "bob", "carol"];
        proofs.pinBlock(timeOf("b16"), 16);
        for (uint256 i; i < 3; ++i) {
            bytes[] memory another = storageProof("b16", "plain", rich[i]);
            try proofs.proveHolding(plain, 16, attacker, another) {} catch {}
            (, uint256 held) = heldAt(attacker, timeOf("b16"));
            assertEq(held, 0);
        }
    }

    /// @dev Nor does it show that he who has something has nothing.
    function test_proveHolding_takesNobodysBalanceByAnothersProof() public {
        string[5] memory others = ["alice", "bob", "carol", "borrower", "stranger"];
        address[3] memory victims = [alice, bob, carol];
        proofs.pinBlock(timeOf("b16"), 16);
        for (uint256 i; i < 3; ++i) {
            for (uint256 k; k < 5; ++k) {
                bytes[] memory another = storageProof("b16", "plain", others[k]);
                try proofs.proveHolding(plain, 16, victims[i], another) {} catch {}
            }
            (bool known, uint256 held) = heldAt(victims[i], timeOf("b16"));
            assertEq(held, known ? (i + 1) * 1_000 : 0);
        }
    }

    function test_proveToken_revertsWith_NodeMismatch_forAnotherContract() public {
        record("b24");
        bytes[] memory another = accountProof("b24", "flagged");
        vm.expectRevert();
        proofs.proveToken(plain, 24, another);
        assertEq(proofs.storageRootOf(plain, 24), 0);
    }

    function test_proveHolding_revertsWith_NodeMismatch_forAnotherContract() public {
        bytes[] memory another = storageProof("b16", "vyper", "alice");
        vm.expectPartialRevert(ILossProofs.NodeMismatch.selector);
        proofs.proveHolding(plain, 16, alice, another);
    }

    function test_proveToken_revertsWith_NodeMismatch_forAnotherChain() public {
        record("b24");
        bytes[] memory foreign = vm.parseJsonBytesArray(json, ".foreign.account");
        vm.expectPartialRevert(ILossProofs.NodeMismatch.selector);
        proofs.proveToken(plain, 24, foreign);
    }

    function test_proveToken_revertsWith_TokenNotUsable_beforeItIsShown() public {
        ILossProofs.TokenLayout memory l = solidityLayout("doubling", 0);
        register(l);
        bytes[] memory account = accountProof("b16", "doubling");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.TokenNotUsable.selector, l.token, false, false));
        proofs.proveToken(l.token, 16, account);
    }

    function test_proveToken_revertsWith_BlockNotRecorded() public {
        bytes[] memory account = accountProof("b24", "plain");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.BlockNotRecorded.selector, 24));
        proofs.proveToken(plain, 24, account);
    }

    function test_proveToken_revertsWith_TokenReplaced_whereOtherCodeStoodAtTheLoss() public {
        ILossProofs.TokenLayout memory l = solidityLayout("doomed", 0);
        ready(l, "doomed");
        record("b32");
        bytes[] memory account = accountProof("b32", "doomed");
        bytes32 actual = keccak256(vm.parseJsonBytes(json, ".codes.vyper"));
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.TokenReplaced.selector, l.token, l.token.codehash, actual));
        proofs.proveToken(l.token, 32, account);
    }

    /// @dev After a self-destruct there is no account: what was held before it can still be proven, nothing after it.
    function test_proveHolding_worksForATokenThatHasSelfDestructedSince() public {
        vm.etch(plain, "");
        prove("b16", "alice", alice);
        proofs.pinBlock(timeOf("b16"), 16);
        (bool known, uint256 held) = heldAt(alice, timeOf("b16"));
        assertTrue(known);
        assertEq(held, 1_000);
    }

    // -- Garbage -------------------------------------------------------------------------------------------------

    function test_proveHolding_revertsWith_ProofTooShort_forNoProof() public {
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ProofTooShort.selector, 0));
        proofs.proveHolding(plain, 16, alice, new bytes[](0));
    }

    function test_proveHolding_revertsWith_ProofTooShort_cutShort() public {
        bytes[] memory whole = storageProof("b16", "plain", "alice");
        bytes[] memory cut = new bytes[](1);
        cut[0] = whole[0];
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ProofTooShort.selector, 1));
        proofs.proveHolding(plain, 16, alice, cut);
    }

    function test_proveHolding_revertsWith_ProofTooLong_withANodeTooMany() public {
        bytes[] memory whole = storageProof("b16", "plain", "alice");
        bytes[] memory longer = new bytes[](whole.length + 1);
        for (uint256 i; i < whole.length; ++i) {
            longer[i] = whole[i];
        }
        longer[whole.length] = whole[whole.length - 1];
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ProofTooLong.selector, whole.length, whole.length + 1));
        proofs.proveHolding(plain, 16, alice, longer);
    }

    function test_proveHolding_revertsWith_NodeMismatch_forGarbage() public {
        bytes[] memory garbage = new bytes[](1);
        garbage[0] = hex"c0ffee";
        vm.expectPartialRevert(ILossProofs.NodeMismatch.selector);
        proofs.proveHolding(plain, 16, alice, garbage);
    }

    function test_proveHolding_revertsWith_NodeMismatch_forOversizedGarbage() public {
        bytes[] memory garbage = new bytes[](64);
        for (uint256 i; i < 64; ++i) {
            garbage[i] = abi.encodePacked(hex"f90400", new bytes(1_024));
        }
        vm.expectPartialRevert(ILossProofs.NodeMismatch.selector);
        proofs.proveHolding(plain, 16, alice, garbage);
    }

    function testFuzz_proveHolding_refusesAnyBitChanged(uint256 node, uint256 bit) public {
        bytes[] memory proof = carols;
        node = bound(node, 0, proof.length - 1);
        bit = bound(bit, 0, 8 * proof[node].length - 1);
        proof[node][bit / 8] ^= bytes1(uint8(2 ** (bit % 8)));
        vm.expectPartialRevert(ILossProofs.NodeMismatch.selector);
        proofs.proveHolding(plain, 16, carol, proof);
    }

    // -- Flags ---------------------------------------------------------------------------------------------------

    /// @dev Bob was put on the block list between the blocks: with the mask he holds what he held.
    function test_proveHolding_takesFlagsOutOfTheBalanceWord() public {
        ILossProofs.TokenLayout memory l = solidityLayout("flagged", 0);
        l.mask = 2 ** 255 - 1;
        ready(l, "flagged");
        bytes32 flagged = proofs.defineTerms(fixedTerms(l.token));
        record("b24");
        proofs.proveToken(l.token, 24, accountProof("b24", "flagged"));
        proofs.proveHolding(l.token, 24, bob, storageProof("b24", "flagged", "bob"));
        proofs.pinBlock(timeOf("b24"), 24);
        (bool known, uint256 held,,,) = proofs.holdingOf(flagged, bob, timeOf("b24"));
        assertTrue(known);
        assertEq(held, 2_000);
    }

    function test_proveHolding_capsABalanceThatNobodyHas() public {
        ILossProofs.TokenLayout memory l = solidityLayout("flagged", 0);
        ready(l, "flagged"); // without the mask that it needs
        bytes32 flagged = proofs.defineTerms(fixedTerms(l.token));
        record("b24");
        proofs.proveToken(l.token, 24, accountProof("b24", "flagged"));
        proofs.proveHolding(l.token, 24, bob, storageProof("b24", "flagged", "bob"));
        proofs.pinBlock(timeOf("b24"), 24);
        (, uint256 held,,,) = proofs.holdingOf(flagged, bob, timeOf("b24"));
        assertEq(held, type(uint128).max);
    }

    // -- NFTs ----------------------------------------------------------------------------------------------------

    function nftReady() private returns (address nft, bytes32 nftTerms) {
        ready(nftLayout(), "nft");
        nft = tokenAt("nft");
        nftTerms = proofs.defineTerms(fixedTerms(nft));
        proofs.pinBlock(timeOf("b16"), 16);
    }

    function test_proveNft_countsForTheOwner_onceEach() public {
        (address nft, bytes32 nftTerms) = nftReady();
        proofs.proveNft(nft, 16, 1, storageProof("b16", "nft", "id1"));
        proofs.proveNft(nft, 16, 2, storageProof("b16", "nft", "id2"));
        proofs.proveNft(nft, 16, 1, storageProof("b16", "nft", "id1"));
        proofs.proveNft(nft, 16, 3, storageProof("b16", "nft", "id3"));
        (, uint256 held,,, uint256 unit) = proofs.holdingOf(nftTerms, alice, timeOf("b16"));
        assertEq(held, 2e18);
        assertEq(unit, 1e18);
        assertTrue(proofs.isCounted(nft, 16, 1));
    }

    /// @dev Who proves one NFT of two, and settles at once, would take the other one from its owner.
    function test_holdingOf_isNotKnownUntilADayAfterTheFirstNft() public {
        (address nft, bytes32 nftTerms) = nftReady();
        vm.prank(attacker);
        proofs.proveNft(nft, 16, 1, storageProof("b16", "nft", "id1"));
        (bool known,,,,) = proofs.holdingOf(nftTerms, alice, timeOf("b16"));
        assertFalse(known);
        skip(1 days - 1);
        proofs.proveNft(nft, 16, 2, storageProof("b16", "nft", "id2"));
        (known,,,,) = proofs.holdingOf(nftTerms, alice, timeOf("b16"));
        assertFalse(known);
        skip(1);
        uint256 held;
        (known, held,,,) = proofs.holdingOf(nftTerms, alice, timeOf("b16"));
        assertTrue(known);
        assertEq(held, 2e18);
    }

    function test_proveNft_ofNobody_countsForNobody() public {
        (address nft, bytes32 nftTerms) = nftReady();
        bytes[] memory absent = storageProof("b16", "nft", "id5");
        proofs.proveNft(nft, 16, 5, absent);
        (, uint256 held,,,) = proofs.holdingOf(nftTerms, alice, timeOf("b16"));
        assertEq(held, 0);
    }

    function test_proveNft_revertsWith_WrongKind_andTheOtherWayRound() public {
        (address nft,) = nftReady();
        bytes[] memory proof = storageProof("b16", "nft", "id1");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.WrongKind.selector, nft, uint256(ILossProofs.Kind.Erc721)));
        proofs.proveHolding(nft, 16, alice, proof);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.WrongKind.selector, plain, uint256(ILossProofs.Kind.Erc20)));
        proofs.proveNft(plain, 16, 1, proof);
    }
}
