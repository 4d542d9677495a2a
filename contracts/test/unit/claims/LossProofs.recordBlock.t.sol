// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {LossProofsFixture} from "./LossProofsFixture.sol";

/// @notice Blocks on the grid: recorded, and fixed for times of loss.
contract LossProofsRecordBlockTest is LossProofsFixture {
    /// @dev Read once: the fixture is long.
    bytes internal header16;
    uint256[3] internal times;

    function setUp() public override {
        super.setUp();
        header16 = headerOf("b16");
        times = [timeOf("b16"), timeOf("b24"), timeOf("b32")];
    }

    function test_recordBlock_keepsStateRootAndTime() public {
        mine("b16");
        proofs.recordBlock(headerOf("b16"));
        (bytes32 stateRoot, uint256 timestamp) = proofs.blockOf(16);
        assertTrue(stateRoot != 0);
        assertEq(timestamp, timeOf("b16"));
    }

    function test_recordBlock_isIdempotent() public {
        record("b16");
        vm.roll(1_000_000);
        proofs.recordBlock(headerOf("b16"));
    }

    function test_recordBlock_worksUntilTheLastBlockOfTheHistory() public {
        mine("b16");
        vm.roll(16 + 8_191);
        proofs.recordBlock(headerOf("b16"));
        (, uint256 timestamp) = proofs.blockOf(16);
        assertEq(timestamp, timeOf("b16"));
    }

    function test_recordBlock_revertsWith_HistoryMissed_oneBlockLater() public {
        mine("b16");
        vm.roll(16 + 8_192);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.HistoryMissed.selector, 16, 17));
        proofs.recordBlock(headerOf("b16"));
    }

    function test_recordBlock_revertsWith_BlockOffGrid_whereTokensWereBorrowedForOneBlock() public {
        mine("b20");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.BlockOffGrid.selector, 20, GRID));
        proofs.recordBlock(headerOf("b20"));
    }

    function test_recordBlock_revertsWith_HeaderMismatch_forAnotherChainsBlock() public {
        mine("b16");
        bytes memory foreign = vm.parseJsonBytes(json, ".foreign.header");
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.HeaderMismatch.selector, 16, hashOf("b16"), keccak256(foreign))
        );
        proofs.recordBlock(foreign);
    }

    function testFuzz_recordBlock_refusesAHeaderWithAnyBitChanged(uint256 bit) public {
        bytes memory header = header16;
        serve(16, keccak256(header), 17);
        bit = bound(bit, 0, 8 * header.length - 1);
        header[bit / 8] ^= bytes1(uint8(2 ** (bit % 8)));
        vm.expectRevert();
        proofs.recordBlock(header);
    }

    function test_recordBlock_revertsWith_RLPInvalidEncoding_forGarbage() public {
        mine("b16");
        vm.expectRevert(RLP.RLPInvalidEncoding.selector);
        proofs.recordBlock(hex"c0ffee");
    }

    function test_recordBlock_revertsWith_BlockNotMined() public {
        mine("b16");
        vm.roll(16);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.BlockNotMined.selector, 16, 16));
        proofs.recordBlock(headerOf("b16"));
    }

    function test_recordBlock_revertsWith_UnsupportedChain_withoutHistory() public {
        mine("b16");
        vm.etch(HISTORY, "");
        vm.roll(16 + 300);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.UnsupportedChain.selector, block.chainid));
        proofs.recordBlock(headerOf("b16"));
    }

    function test_constructor_revertsWith_InvalidGrid() public {
        for (uint256 grid; grid <= 2_048; grid += 2_048) {
            bytes memory arguments = abi.encode(address(authority), covers, incidents, grid);
            bytes memory code = abi.encodePacked(vm.getCode("LossProofs.sol:LossProofs"), arguments);
            bytes memory why = abi.encodeWithSelector(ILossProofs.InvalidGrid.selector, grid, 2_047);
            vm.expectRevert(why);
            create(code);
        }
        assertEq(newProofs(2_047).grid(), 2_047);
    }

    function create(bytes memory code) private returns (address made) {
        assembly ("memory-safe") {
            made := create(0, add(code, 0x20), mload(code))
            if iszero(made) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    // -- Which block counts --------------------------------------------------------------------------------------

    function test_pinBlock_takesTheLastBlockOnTheGrid() public {
        record("b16");
        record("b24");
        proofs.pinBlock(timeOf("b24") - 1, 16);
        proofs.pinBlock(timeOf("b24"), 24);
        assertEq(proofs.blockFor(timeOf("b24") - 1), 16);
        assertEq(proofs.blockFor(timeOf("b24")), 24);
        assertEq(proofs.blockFor(timeOf("b24") + 1), 0);
    }

    function test_pinBlock_beforeTheNextIsMined_orWhileItIsBeingMade() public {
        record("b16");
        for (uint256 number = 17; number <= 24; ++number) {
            uint256 snapshot = vm.snapshotState();
            vm.roll(number);
            proofs.pinBlock(timeOf("b16") + 5, 16);
            vm.revertToState(snapshot);
        }
        vm.roll(25);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.BlockNotRecorded.selector, 24));
        proofs.pinBlock(timeOf("b16") + 5, 16);
    }

    function test_pinBlock_revertsWith_LaterBlockCounts_forAnEarlierBlockThatTheProverLikesBetter() public {
        record("b16");
        record("b24");
        uint256 lossTime = timeOf("b24") + 1;
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.LaterBlockCounts.selector, 24, timeOf("b24"), lossTime));
        proofs.pinBlock(lossTime, 16);
    }

    function test_pinBlock_revertsWith_BlockAfterLoss_whereHeBoughtAfterTheLoss() public {
        record("b16");
        record("b24");
        uint256 lossTime = timeOf("b24") - 1;
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.BlockAfterLoss.selector, 24, timeOf("b24"), lossTime));
        proofs.pinBlock(lossTime, 24);
    }

    function test_pinBlock_revertsWith_BlockNotRecorded_whereTheNextWasMissed() public {
        record("b16");
        mine("b24");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.BlockNotRecorded.selector, 24));
        proofs.pinBlock(timeOf("b16") + 1, 16);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.BlockNotRecorded.selector, 24));
        proofs.pinBlock(timeOf("b24") + 1, 24);
    }

    function test_pinBlock_revertsWith_LossNotPast() public {
        record("b16");
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.LossNotPast.selector, block.timestamp, block.timestamp));
        proofs.pinBlock(block.timestamp, 16);
    }

    /// @dev Whatever anybody pins, and in whichever order: at most one block fits a time.
    function test_pinBlock_onlyOneBlockFits() public {
        record("b16");
        record("b24");
        record("b32");
        for (uint256 lossTime = times[0]; lossTime < block.timestamp; ++lossTime) {
            uint256 last = lossTime < times[1] ? 16 : lossTime < times[2] ? 24 : 32;
            for (uint256 number = 16; number <= 32; number += 8) {
                (bool success,) = address(proofs).call(abi.encodeCall(proofs.pinBlock, (lossTime, number)));
                assertEq(success, number == last);
            }
            assertEq(proofs.blockFor(lossTime), last);
        }
    }

    // -- Self-test -----------------------------------------------------------------------------------------------

    function test_isSupported_whereHistoryAnswersAsBlockhash() public {
        mine("b16");
        assertTrue(proofs.isSupported());
    }

    function test_isSupported_notWithoutHistory_norWithAnotherAnswer() public {
        mine("b16");
        vm.store(HISTORY, bytes32(uint256(16)), bytes32(uint256(1)));
        assertFalse(proofs.isSupported());
        vm.etch(HISTORY, "");
        assertFalse(proofs.isSupported());
    }
}
