// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IFrozenTrigger} from "../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {LossyVault} from "../../mocks/LossyVault.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {FrozenFixture} from "./FrozenFixture.sol";

/// @notice A saver with 1,000,000 in a vault of OpenZeppelin's whose assets are lent out.
abstract contract FrozenWithdrawalsFixture is FrozenFixture {
    uint256 internal constant ASSETS = 1_000_000e18;
    uint112 internal constant AMOUNT = 100_000e18;
    address internal saver = makeLabelled("saver");
    TestToken internal token;
    LossyVault internal vault;

    function setUp() public override {
        super.setUp();
        token = new TestToken("Token", "T", 18);
        vault = new LossyVault(token);
        token.mint(saver, ASSETS);
        vm.startPrank(saver);
        token.approve(address(vault), ASSETS);
        vault.deposit(ASSETS, saver);
        vm.stopPrank();
        begin();
    }

    /// @dev Leaves this much.
    function leaveOnly(uint256 assets) internal virtual;

    function rulesAndPays() internal {
        leaveOnly(AMOUNT - 1);
        uint256 incident = arm();
        hold(incident);
        assertEq(reading.prove(incident), RATIO);
        assertEq(settle(incident, cover), INSURED * 3 / 10);
    }
}

contract FrozenTriggerMaxWithdrawTest is FrozenWithdrawalsFixture {
    function config() internal view override returns (IFrozenTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.target, c.account, c.amount) = (IFrozenTrigger.Kind.MaxWithdraw, address(vault), saver, AMOUNT);
    }

    function leaveOnly(uint256 assets) internal override {
        vault.setLent(ASSETS - assets);
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IFrozenTrigger.Config memory c = config();
        c.account = address(0);
        refuses(c, invalid("account"));
        c.account = bob; // holds nothing
        refuses(c, invalid("account"));
        c = config();
        c.amount = 0;
        refuses(c, invalid("amount"));
        c.amount = uint112(ASSETS + 1);
        refuses(c, invalid("account"));
        c = config();
        c.target = address(token);
        refuses(c, noReading("call", address(token), 0));
    }

    function test_prove_rulesAndTheCoverIsPaid() public {
        rulesAndPays();
    }

    function test_arm_revertsWith_NotBeyondStrike() public {
        leaveOnly(AMOUNT);
        refuseArm(notBeyond(0, 0));
    }

    /// @dev The account's owner takes his money out, so that he can withdraw no more: that is no freeze.
    function test_arm_isNotStagedByTheAccountsOwner() public {
        vm.startPrank(saver);
        vault.withdraw(ASSETS - AMOUNT + 1, saver, saver);
        vm.stopPrank();
        refuseArm(notBeyond(0, 0));
        assertFalse(maySell(), "nothing could ever be proven");
    }

    function test_read_isNotStagedByTheAccountsOwner() public {
        leaveOnly(AMOUNT - 1);
        uint256 incident = arm();
        vm.prank(saver);
        assertTrue(vault.transfer(attacker, ASSETS));
        vm.prank(alice);
        reading.read(incident);
        assertDismissed(incident);
    }

    function test_arm_revertsWith_NoReading() public {
        vm.etch(address(vault), hex"00");
        refuseArm(noReading("call", address(vault), 0));
        assertFalse(maySell());
    }
}

contract FrozenTriggerLiquidityTest is FrozenWithdrawalsFixture {
    function config() internal view override returns (IFrozenTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.target, c.account, c.amount) =
        (IFrozenTrigger.Kind.Liquidity, address(token), address(vault), AMOUNT);
    }

    function leaveOnly(uint256 assets) internal override {
        deal(address(token), address(vault), assets);
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IFrozenTrigger.Config memory c = config();
        c.account = address(0);
        refuses(c, invalid("account"));
        c = config();
        c.amount = 0;
        refuses(c, invalid("amount"));
    }

    function test_prove_rulesAndTheCoverIsPaid() public {
        rulesAndPays();
    }

    function test_read_whoeverBringsTheAmountEndsTheSpan() public {
        leaveOnly(AMOUNT - 1);
        uint256 incident = arm();
        token.mint(address(vault), 1);
        reading.read(incident);
        assertDismissed(incident);
    }

    /// @dev The liquidity is borrowed for one block: whoever looks finds it back.
    function test_read_endsASpanStagedInOneBlock() public {
        leaveOnly(0);
        uint256 incident = arm();
        leaveOnly(ASSETS);
        reading.read(incident);
        assertDismissed(incident);
    }

    function test_canSell_whileThereIsEnough() public {
        assertTrue(maySell());
        leaveOnly(AMOUNT - 1);
        assertFalse(maySell());
    }
}
