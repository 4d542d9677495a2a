// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {BoundedCall} from "../../../src/adjudicators/libraries/BoundedCall.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {LossProofsFixture} from "./LossProofsFixture.sol";

/// @notice What a token was worth: the one round that counts.
contract LossProofsProveValueTest is LossProofsFixture {
    uint32 internal constant HEARTBEAT = 1 hours;
    uint80 internal constant PHASE = 1 << 64;
    int256 internal constant PRICE = 2_000e8;

    MockPriceFeed internal feed;
    bytes32 internal id;
    uint256 internal begun;

    function setUp() public override {
        super.setUp();
        readyPlain();
        feed = new MockPriceFeed(8);
        begun = block.timestamp;
        feed.push(begun, PRICE);
        id = proofs.defineTerms(ILossProofs.ProofTerms(plain, 0, address(feed), HEARTBEAT, false));
        feed.push(begun + 600, PRICE / 2);
        feed.push(begun + 1_200, PRICE / 4);
        vm.warp(begun + 2_000);
    }

    function valueAt(uint256 lossTime) internal view returns (uint256 value) {
        (,,, value,) = proofs.holdingOf(id, alice, lossTime);
    }

    function prove(uint256 lossTime, uint256 round) internal {
        proofs.proveValue(id, lossTime, PHASE + uint80(round));
    }

    function test_proveValue_takesTheLastRoundAtOrBeforeTheLoss() public {
        prove(begun + 599, 1);
        prove(begun + 600, 2);
        prove(begun + 1_500, 3);
        assertEq(valueAt(begun + 599), 2_000e18);
        assertEq(valueAt(begun + 600), 1_000e18);
        assertEq(valueAt(begun + 1_500), 500e18);
        assertEq(valueAt(begun + 601), 0);
    }

    function testFuzz_proveValue_onlyOneRoundFits(uint256 lossTime) public {
        lossTime = bound(lossTime, begun, begun + 1_999);
        uint256 fitting;
        for (uint256 round = 1; round <= 3; ++round) {
            uint256 snapshot = vm.snapshotState();
            (bool success,) =
                address(proofs).call(abi.encodeCall(proofs.proveValue, (id, lossTime, PHASE + uint80(round))));
            if (success) {
                ++fitting;
                assertEq(valueAt(lossTime), 4_000e18 / 2 ** round);
            }
            vm.revertToState(snapshot);
        }
        assertEq(fitting, 1);
    }

    function testFuzz_proveValue_isRoundedDown(uint8 decimals, uint128 answer) public {
        decimals = uint8(bound(decimals, 0, 36));
        uint256 expected = uint256(answer) * 1e18 / 10 ** uint256(decimals);
        vm.assume(expected != 0 && expected <= type(uint128).max);
        MockPriceFeed other = new MockPriceFeed(decimals);
        other.push(block.timestamp - 10, int256(uint256(answer)));
        bytes32 terms = proofs.defineTerms(ILossProofs.ProofTerms(plain, 0, address(other), HEARTBEAT, false));
        proofs.proveValue(terms, block.timestamp - 1, PHASE + 1);
        (,,, uint256 value,) = proofs.holdingOf(terms, alice, block.timestamp - 1);
        assertEq(value, expected);
    }

    function test_proveValue_isFinal() public {
        prove(begun + 700, 2);
        feed.set(PHASE + 2, begun + 600, 9 * PRICE);
        prove(begun + 700, 2);
        assertEq(valueAt(begun + 700), 1_000e18);
    }

    function test_proveValue_revertsWith_LaterRoundCounts_forTheDearerRoundBefore() public {
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.LaterRoundCounts.selector, PHASE + 2, begun + 600, begun + 700)
        );
        prove(begun + 700, 1);
    }

    function test_proveValue_revertsWith_RoundAfterLoss_forARoundOfTheRecovery() public {
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.RoundAfterLoss.selector, PHASE + 3, begun + 1_200, begun + 700)
        );
        prove(begun + 700, 3);
    }

    function test_proveValue_revertsWith_RoundTooOld_forADeadFeedsSilence() public {
        vm.warp(begun + 1 days);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.RoundTooOld.selector, PHASE + 3, HEARTBEAT + 1, HEARTBEAT));
        prove(begun + 1_200 + HEARTBEAT + 1, 3);
        prove(begun + 1_200 + HEARTBEAT, 3);
    }

    function test_proveValue_revertsWith_LossNotPast() public {
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.LossNotPast.selector, block.timestamp, block.timestamp));
        prove(block.timestamp, 3);
    }

    function test_proveValue_revertsWith_RoundNotFound() public {
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.RoundNotFound.selector, PHASE + 9));
        prove(begun + 1_500, 9);
        feed.setDead(true);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.RoundNotFound.selector, PHASE + 3));
        prove(begun + 1_500, 3);
    }

    function test_proveValue_revertsWith_RoundNotFound_whereARoundIsLeftOut() public {
        feed.remove(PHASE + 2);
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.RoundNotFound.selector, PHASE + 2));
        prove(begun + 700, 1);
    }

    function test_proveValue_revertsWith_RoundNotComplete() public {
        feed.setRaw(PHASE + 4, PRICE, begun + 1_300, begun + 1_300, PHASE + 3); // carried over
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.RoundNotComplete.selector, PHASE + 4, PRICE, PHASE + 3));
        prove(begun + 1_500, 4);
        for (int256 answer = -1; answer <= 0; ++answer) {
            feed.set(PHASE + 4, begun + 1_300, answer);
            vm.expectRevert(abi.encodeWithSelector(ILossProofs.RoundNotComplete.selector, PHASE + 4, answer, PHASE + 4));
            prove(begun + 1_500, 4);
        }
    }

    // -- Phases --------------------------------------------------------------------------------------------------

    function test_proveValue_acrossAPhaseChangeInTheMiddle() public {
        feed.nextPhase();
        uint80 first = feed.push(begun + 1_600, PRICE / 8);
        prove(begun + 1_599, 3); // the last of its phase
        proofs.proveValue(id, begun + 1_600, first);
        assertEq(valueAt(begun + 1_599), 500e18);
        assertEq(valueAt(begun + 1_600), 250e18);
    }

    /// @dev The aggregator that was replaced goes on, at another price.
    function test_proveValue_revertsWith_LaterRoundCounts_forTheFormerPhase() public {
        feed.nextPhase();
        uint80 first = feed.push(begun + 1_600, PRICE / 8);
        feed.set(PHASE + 4, begun + 1_650, PRICE);
        vm.expectRevert(
            abi.encodeWithSelector(ILossProofs.LaterRoundCounts.selector, first, begun + 1_600, begun + 1_700)
        );
        prove(begun + 1_700, 4);
    }

    /// @dev With too little gas the next round would seem to be missing.
    function test_proveValue_feignsNoMissingRound() public {
        feed.nextPhase();
        feed.push(begun + 1_600, PRICE / 8);
        bytes memory data = abi.encodeCall(proofs.proveValue, (id, begun + 700, PHASE + 1));
        for (uint256 gas_ = 20_000; gas_ < 6_000_000; gas_ += gas_ / 7) {
            (bool success,) = address(proofs).call{gas: gas_}(data);
            assertFalse(success);
        }
        bytes memory last = abi.encodeCall(proofs.proveValue, (id, begun + 1_500, PHASE + 3));
        (bool done, bytes memory why) = address(proofs).call{gas: 3_900_000}(last);
        assertFalse(done);
        assertEq(bytes4(why), BoundedCall.GasTooLow.selector);
    }

    // -- Refused -------------------------------------------------------------------------------------------------

    function test_proveValue_revertsWith_ValueIsFixed() public {
        bytes32 fixedId = proofs.defineTerms(fixedTerms(plain));
        vm.expectRevert(abi.encodeWithSelector(ILossProofs.ValueIsFixed.selector, fixedId, 1e18));
        proofs.proveValue(fixedId, begun, PHASE + 1);
    }

    function test_holdingOf_isNotKnownBeforeTheValueIs() public {
        proofs.proveHolding(plain, 16, alice, storageProof("b16", "plain", "alice"));
        uint256 lossTime = begun;
        vm.roll(20);
        proofs.pinBlock(lossTime, 16);
        (bool known,,,,) = proofs.holdingOf(id, alice, lossTime);
        assertFalse(known);
        prove(lossTime, 1);
        (known,,,,) = proofs.holdingOf(id, alice, lossTime);
        assertTrue(known);
    }
}
