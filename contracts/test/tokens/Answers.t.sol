// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {LyingToken} from "../mocks/tokens/LyingToken.sol";
import {ReturningToken} from "../mocks/tokens/ReturningToken.sol";
import {RevertingToken} from "../mocks/tokens/RevertingToken.sol";
import {ShrinkingToken} from "../mocks/tokens/ShrinkingToken.sol";
import {TokenFixture} from "./TokenFixture.sol";

/// @notice Tokens that turn bad while a pool holds them: nobody is credited for what did not come, payouts that cannot
/// be pushed are kept, and other pools notice nothing.
contract TokenAnswersTest is TokenFixture {
    ReturningToken private odd;

    function setUp() public override {
        super.setUp();
        odd = new ReturningToken();
        use(address(odd));
        put(alice, 1_000_000e6);
    }

    /// @dev Settles a loss while the token answers as it was told; the payout must have been kept.
    function settleKept() private {
        uint256 id = sell(1_000e6);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        bytes memory answers = abi.encode(false);
        odd.setAnswer(answers, false);
        vm.expectEmit(address(pool));
        emit IPool.PayoutKept(holder, 1_000e6);
        settle(incident, id);
        assertEq(report().owed, 1_000e6);
    }

    function test_token_returningFalse_isRefusedComingIn() public {
        give(bob, 1e6);
        odd.setAnswer(abi.encode(false), false);
        expectRefusal(abi.encodeWithSignature("TransferFromFailed()"));
        vm.prank(bob);
        pool.deposit(1e6, bob);
        assertNoTrace();
    }

    function test_token_returningFalse_keepsThePayout() public {
        settleKept();
        expectRefusal(abi.encodeWithSignature("TransferFailed()"));
        pool.collect(holder);
        assertNoTrace();
        odd.setAnswer(abi.encode(true), true);
        pool.collect(holder);
        assertEq(token.balanceOf(holder), 1_000e6);
    }

    /// @dev Says true and moves nothing: the balance tells.
    function test_token_lyingAboutATransfer_isRefusedComingIn() public {
        give(bob, 1e6);
        odd.setAnswer(abi.encode(true), false);
        expectRefusal(abi.encodeWithSelector(IPool.BalanceBelowCash.selector, 1_000_000e6, 1_000_001e6));
        vm.prank(bob);
        pool.deposit(1e6, bob);
        assertNoTrace();
    }

    function testFuzz_token_returningGarbage_isRefusedComingIn(uint256 word) public {
        vm.assume(word != 1);
        give(bob, 1e6);
        odd.setAnswer(abi.encode(word), true);
        expectRefusal(abi.encodeWithSignature("TransferFromFailed()"));
        vm.prank(bob);
        pool.deposit(1e6, bob);
        assertNoTrace();
    }

    /// @dev Garbage while moving: the settlement goes through, the ledger stays covered.
    function testFuzz_token_returningGarbage_neverBlocksASettlement(bytes calldata answer, bool moves) public {
        uint256 id = sell(1_000e6);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        odd.setAnswer(answer, moves);
        settle(incident, id);
        IPool.CapitalReport memory r = report();
        assertTrue(r.owed == 1_000e6 || r.owed == 0);
    }

    /// @dev A megabyte of return data costs the token's allowance of gas, not the settlement.
    function testFuzz_token_returningABomb_neverBlocksASettlement(uint256 size) public {
        size = bound(size, 1 << 16, 1 << 22);
        uint256 id = sell(1_000e6);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(9);
        odd.setBomb(size, true);
        uint256 before = gasleft();
        settle(incident, id);
        assertLt(before - gasleft(), 1_200_000);
    }

    /// @dev A stopped token keeps payouts; exits and commissions wait with it.
    function test_token_reverting_keepsThePayout() public {
        RevertingToken stopping = new RevertingToken();
        use(address(stopping));
        put(alice, 1_000_000e6);
        uint256 id = sell(1_000e6);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        stopping.setStopped(true, true);
        settle(incident, id);
        vm.expectRevert(abi.encodeWithSelector(RevertingToken.Stopped.selector));
        pool.writeDown();
        stopping.setStopped(false, false);
        pool.collect(holder);
        assertEq(token.balanceOf(holder), 1_000e6);
        assertSound(pool);
    }

    /// @dev A token that shrank is written down, by anyone; until then the pool takes no deposit.
    function testFuzz_token_shrinking_isWrittenDown(uint256 factor) public {
        ShrinkingToken shrinking = new ShrinkingToken();
        use(address(shrinking));
        put(alice, 1_000_000e6);
        factor = bound(factor, 0.002e18, 1e18 - 1e12);
        shrinking.shrinkTo(factor);
        give(bob, 1e6);
        vm.prank(bob);
        vm.expectRevert();
        pool.deposit(1e6, bob);
        vm.prank(keeper);
        pool.writeDown();
        assertEq(report().high, token.balanceOf(address(pool)));
        token.mint(address(pool), 10); // its own rounding may be a unit short: such a deposit would be refused
        uint256 had = token.balanceOf(bob);
        vm.prank(bob);
        pool.deposit(had, bob);
        assertApproxEqAbs(valueOf(bob), had, 2, "who comes later bears no loss of before");
        assertSound(pool);
    }

    /// @dev Balances and decimals are lied about: only this pool suffers.
    function testFuzz_token_lying_harmsNoOtherPool(uint256 balance, uint8 decimals) public {
        LyingToken liar = new LyingToken();
        use(address(liar));
        put(alice, 1_000_000e6);
        uint256 id = sell(1_000e6);
        uint256 healthy = healthyCover();
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        liar.lie(address(pool), bound(balance, 0, type(uint128).max));
        liar.setDecimals(decimals);
        try incidents.settle(incident, list(id)) {} catch {}
        try pool.writeDown() {} catch {}
        uint256 had = usd.balanceOf(carol);
        settle(incident, healthy);
        assertEq(usd.balanceOf(carol) - had, 500e6);
    }

    /// @dev A cover on the same risk in a pool of a sound token.
    function healthyCover() private returns (uint256 id) {
        Pool other = newPool(address(usd));
        back(other, depeg, 0, 1);
        deposit(other, bob, 1_000_000e6);
        IPool.Purchase memory p = purchase(depeg, 500e6, 30 days);
        p.owner = carol;
        (id,) = buy(other, p);
        skip(1 hours);
    }
}
