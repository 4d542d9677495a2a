// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IDeficitTrigger} from "../../src/adjudicators/interfaces/IDeficitTrigger.sol";
import {IDeficitMarket} from "../../src/adjudicators/interfaces/IReadSources.sol";
import {IReportTrigger} from "../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IReserveTrigger} from "../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {Test} from "../Test.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {WildSource} from "../mocks/WildSource.sol";
import {ReadingFixture} from "../unit/adjudicators/ReadingFixture.sol";
import {ReportBase} from "../unit/adjudicators/ReportBase.sol";
import {ReserveFixture} from "../unit/adjudicators/ReserveFixture.sol";
import {VaultLossFixture} from "../unit/adjudicators/VaultLossFixture.sol";
import {LossProofsFixture} from "../unit/claims/LossProofsFixture.sol";

/// @notice Proofs and rulings, as whole transactions (run isolated). They call no pool: 10,000 risks in one change nothing,
/// and both groups get the one figure.
abstract contract ProofGas is Test {
    function snapshot(string memory key) internal {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue("operations", key, used);
        vm.snapshotValue("operationsAt10000Risks", key, used);
    }
}

contract VaultLossGasTest is VaultLossFixture, ProofGas {
    function test_gas_ruleVault() public {
        uint256 incident = armed();
        skip(P);
        reading.prove(incident);
        snapshot("ruleVault");
    }
}

contract DeficitGasTest is ReadingFixture, ProofGas {
    WildSource private market;

    function setUp() public override {
        super.setUp();
        IDeficitTrigger deficits =
            IDeficitTrigger(deployCode("DeficitTrigger.sol:DeficitTrigger", abi.encode(incidents, listings)));
        approve(deficits);
        market = new WildSource();
        TestToken aToken = new TestToken("Supplied", "A", 6);
        aToken.mint(bob, 10 * MILLION);
        market.set(IDeficitMarket.getReserveDeficit.selector, 0);
        IDeficitTrigger.Config memory config =
            IDeficitTrigger.Config(address(market), address(usd), address(aToken), 50_000e6, 10_000e6, P);
        backed(deficits.createListing(readingTerms(), "Bad debt", config));
        skip(1 days);
        deficits.observe(listing);
        sold();
        skip(1 hours);
    }

    function test_gas_ruleDeficit() public {
        market.set(IDeficitMarket.getReserveDeficit.selector, 2 * MILLION);
        uint256 incident = arm();
        skip(P);
        reading.prove(incident);
        snapshot("ruleDeficit");
    }
}

/// @dev Two locks of a bridge.
contract ReserveGasTest is ReserveFixture, ProofGas {
    address private lockA = address(0xA10C);
    address private lockB = address(0xB10C);
    TestToken private locked;

    function setUp() public override {
        super.setUp();
        locked = new TestToken("Locked", "L", 18);
        locked.mint(lockA, 600_000e18);
        locked.mint(lockB, 400_000e18);
        begin();
    }

    function config() internal view override returns (IReserveTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.source, c.locks) = (IReserveTrigger.Kind.Bridge, address(locked), new address[](2));
        (c.locks[0], c.locks[1]) = (lockA, lockB);
    }

    function test_gas_ruleReserve() public {
        vm.prank(lockB);
        assertTrue(locked.transfer(attacker, 250_000e18));
        uint256 incident = arm();
        skip(P);
        reading.prove(incident);
        snapshot("ruleReserve");
    }
}

contract ReportGasTest is ReportBase, ProofGas {
    function test_gas_ruleReport() public {
        (IReportTrigger.Event memory e,) = standing(60);
        prove(listing, e);
        snapshot("ruleReport");
    }
}

contract LossProofsGasTest is LossProofsFixture, ProofGas {
    function test_gas_recordBlock() public {
        readyPlain();
        bytes memory header = headerOf("b24");
        bytes[] memory account = accountProof("b24", "plain");
        bytes[] memory holding = storageProof("b24", "plain", "alice");
        mine("b24");
        proofs.recordBlock(header);
        snapshot("recordBlock");
        proofs.proveToken(plain, numberOf("b24"), account);
        proofs.proveHolding(plain, numberOf("b24"), alice, holding);
        snapshot("proveHolding");
    }
}
