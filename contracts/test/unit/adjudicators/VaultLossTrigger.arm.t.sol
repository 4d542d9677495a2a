// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {WildSource} from "../../mocks/WildSource.sol";
import {VaultLossFixture} from "./VaultLossFixture.sol";

contract VaultLossTriggerArmTest is VaultLossFixture {
    function test_arm_opensAnIncidentAtTheReading() public {
        vault.lose(ASSETS / 10);
        vm.expectEmit();
        emit T.Armed(1, listing, 0.1e18, 1e18, keeper);
        uint256 incident = arm();
        IIncidents.Incident memory i = incidents.incidentOf(incident);
        assertEq(i.lossTime, block.timestamp);
        assertEq(i.asserter, keeper);
        assertEq(i.deadline, block.timestamp + P + KEEPER_TIME);
        assertEq(address(incidents).balance, FEE);
        assertEq(reading.armedOf(listing), incident);
        T.Span memory s = reading.spanOf(incident);
        assertEq(s.listing, listing);
        assertEq(s.armedAt, block.timestamp);
        assertEq(s.readAt, block.timestamp);
        assertEq(s.loss, 0.1e18);
        assertEq(s.whole, 1e18);
        assertEq(uint256(reading.ruling(incident).verdict), 0);
    }

    function test_arm_revertsWith_NotBeyondStrike() public {
        refuseArm(notBeyond(0, 0.05e18));
        vault.lose(ASSETS / 20);
        assertEq(fallNow(), 0.05e18);
        refuseArm(notBeyond(0.05e18, 0.05e18));
        vault.lose(1e18);
        arm();
    }

    function test_arm_revertsWith_NoReading_beforeThereIsAMark() public {
        listing = create(config());
        vault.lose(ASSETS / 10);
        refuseArm(noReading("mark", address(vault), 0));
    }

    function test_arm_revertsWith_AlreadyArmed() public {
        uint256 incident = armed();
        refuseArm(abi.encodeWithSelector(T.AlreadyArmed.selector, listing, incident));
    }

    function test_arm_againAfterALapse() public {
        uint256 incident = armed();
        uint256 until = incidents.incidentOf(incident).deadline;
        vm.warp(until + 1);
        refuseArm(abi.encodeWithSelector(T.AlreadyArmed.selector, listing, incident));
        incidents.lapse(incident);
        assertEq(incidents.creditOf(address(0), keeper), FEE, "the fee returns");
        uint256 second = arm();
        assertEq(reading.armedOf(listing), second);
        refuseRead(incident, abi.encodeWithSelector(T.NotArmed.selector, incident));
        refuseProve(incident, abi.encodeWithSelector(T.NotArmed.selector, incident));
        assertEq(rules(second), 0.1e18);
    }

    function test_arm_revertsWith_WrongFee() public {
        vault.lose(ASSETS / 10);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongFee.selector, 0, FEE));
        reading.arm(listing, address(pool));
        vm.expectRevert(abi.encodeWithSelector(IIncidents.WrongFee.selector, FEE + 1, FEE));
        vm.prank(keeper);
        reading.arm{value: FEE + 1}(listing, address(pool));
    }

    function test_arm_revertsWith_NeverSold() public {
        listing = create(config());
        skip(1 days);
        vaultLoss.observe(listing);
        vault.lose(ASSETS / 10);
        refuseArm(abi.encodeWithSelector(IIncidents.NeverSold.selector, riskOf(listing), address(pool)));
    }

    // -- Attacks: vaults that lie --------------------------------------------------------------------------------

    function test_arm_revertsWith_NoReading_onAVaultThatDoesNotAnswer() public {
        vault.lose(ASSETS / 10);
        bytes[3] memory codes = [bytes(hex"00"), hex"fe", hex"6000601ffd"];
        for (uint256 i = 0; i < codes.length; ++i) {
            vm.etch(address(vault), codes[i]);
            uint256 gas = gasleft();
            refuseArm(noReading("call", address(vault), 0));
            assertLt(gas - gasleft(), 2_300_000, "a read burns no more than its bound");
        }
    }

    function test_arm_onAVaultInAnyMood() public {
        WildSource wild = wildVault();
        bytes4 selector = vault.convertToAssets.selector;
        wild.setMood(selector, WildSource.Mood.Short);
        refuseArm(noReading("call", address(wild), 0));
        wild.setMood(selector, WildSource.Mood.BurnsGas);
        refuseArm(noReading("call", address(wild), 0));
        wild.setMood(selector, WildSource.Mood.Answers);
        wild.set(selector, type(uint256).max);
        refuseArm(noReading("overflow", address(wild), type(uint256).max));
        wild.set(selector, 0.5e18);
        wild.setMood(selector, WildSource.Mood.Floods); // one word of it is read
        arm();
    }

    /// @dev A read is a static call: whatever the vault calls cannot change anything.
    function test_arm_cannotBeReentered() public {
        WildSource wild = wildVault();
        wild.set(vault.convertToAssets.selector, 0.5e18);
        wild.setMood(vault.convertToAssets.selector, WildSource.Mood.Reenters);
        wild.setAttack(address(reading), abi.encodeCall(T.arm, (listing, address(pool))));
        uint256 incident = arm();
        wild.setAttack(address(reading), abi.encodeCall(T.read, (incident)));
        reading.read(incident);
        wild.setAttack(address(reading), abi.encodeCall(T.prove, (incident)));
        assertEq(rules(incident), 0.5e18);
    }

    /// @dev An emptied vault begins anew at its first price, as OpenZeppelin's does: no loss.
    function test_arm_revertsWith_NoReading_onAnEmptiedVault() public {
        donate(ASSETS / 2);
        for (uint256 i = 0; i < 12; ++i) {
            skip(1 days);
            vaultLoss.observe(listing);
        }
        uint256 shares = vault.balanceOf(saver);
        vm.prank(saver);
        vault.redeem(shares, saver, saver);
        deal(address(token), address(vault), 0);
        assertLt(price(), mark() * 95 / 100);
        refuseArm(noReading("thin", address(vault), 0));
        assertFalse(maySell());
    }

    /// @dev The same listing, its vault replaced by one that does as it is told.
    function wildVault() internal returns (WildSource wild) {
        WildSource model = new WildSource();
        vm.etch(address(vault), address(model).code);
        wild = WildSource(payable(address(vault)));
        wild.set(vault.convertToAssets.selector, 1e18);
        wild.set(vault.totalSupply.selector, ASSETS);
    }
}
