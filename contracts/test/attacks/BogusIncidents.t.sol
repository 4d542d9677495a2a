// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice 1,000 bogus incidents on one risk: they cost whoever opens them, and change nothing for anybody else.
contract BogusIncidentsAttackTest is PoolFixture {
    uint256 private constant BOGUS = 1_000;
    uint256 private constant PASS_OVER = 10_000;
    uint256 private constant EXPOSED = 85_000;

    Pool private exposed;
    Pool private idle;
    uint256 private honest;

    function setUp() public override {
        super.setUp();
        exposed = pool;
        deposit(exposed, alice, MILLION);
        honest = buy(exposed, depeg, 1e9, 300 days);
        buy(exposed, hack, MILLION / 2, 300 days);
        idle = newPool(address(usd));
        back(idle, depeg, 0, 1);
        deposit(idle, bob, MILLION);
        buy(idle, depeg, MILLION / 2, 300 days);
        skip(1 hours);
    }

    function openAll() private {
        for (uint256 i; i < BOGUS; ++i) {
            assertLoss(exposed, attacker, hack, block.timestamp - 1, 1e18);
        }
    }

    function denyAll() private {
        for (uint256 i = 1; i <= BOGUS; ++i) {
            courtRules(i, DENIED, 0);
        }
    }

    /// @dev Gas of stepping all that there is, per entry (execution; warm, as many entries in one call are).
    function stepAll(Pool p) private returns (uint256 perEntry) {
        uint256 behind = incidents.journalLength() - p.step(0);
        vm.cool(address(p));
        uint256 before = gasleft();
        p.step(behind);
        perEntry = (before - gasleft()) / behind;
    }

    /// @dev Worth of the underwriters, the price, the exits and the other risks: as if nothing had happened.
    function test_attack_1000BogusIncidentsOnOneRisk() public {
        IPool.CapitalReport memory before = exposed.capital();
        bytes32 idleBefore = traceWithoutJournal(idle);
        openAll();
        assertEq(usd.balanceOf(address(incidents)), BOGUS * 100e6, "each cost its bond");

        // One reserve for the risk, not a thousand; for a pool without exposure none.
        assertLt(stepAll(exposed), EXPOSED);
        assertLt(stepAll(idle), PASS_OVER);
        assertEq(exposed.capital().openReserve, MILLION / 2);
        assertEq(exposed.totalAssets(), before.high);
        assertEq(traceWithoutJournal(idle), idleBefore);

        // The other risk of the same pool is sold, asserted, granted and settled meanwhile.
        buy(exposed, depeg, 1e9, 30 days);
        buy(idle, depeg, 1e9, 30 days);
        skip(1 hours);
        uint256 incident = openTriggered(exposed, depeg, block.timestamp - 1);
        grant(incident, 0.5e18);
        assertEq(settle(incident, honest), 0.5e9);
        // Deposits, requests and exits of a pool without the exposure go on.
        deposit(idle, carol, 1e9);
        exitOf(idle, carol, 1e18);

        // A true assertion among them is ruled like any other.
        uint256 trueOne = assertLoss(exposed, keeper, hack, block.timestamp - 1, 1e18);
        denyAll();
        assertLt(stepAll(exposed), EXPOSED);
        assertEq(incidents.creditOf(address(usd), treasury), BOGUS * 100e6, "the bonds are forfeited");
        courtRules(trueOne, GRANTED, 0.2e18);
        assertEq(settle(trueOne, idOf(exposed, 2)), MILLION / 10);
        assertSound(exposed);
    }

    /// @dev After the denials everything is as before, to the unit.
    function test_attack_1000BogusIncidents_leaveNoTrace() public {
        bytes memory before = abi.encode(exposed.capital());
        openAll();
        exposed.step(BOGUS);
        denyAll();
        exposed.step(BOGUS);
        assertEq(abi.encode(exposed.capital()), before);
        buy(exposed, hack, 1e9, 30 days);
        exitOf(exposed, alice, 1e18);
        skip(COOLDOWN);
        exposed.processRedeem(1);
        assertEq(exposed.maxRedeem(alice), 1e18);
    }

    function traceWithoutJournal(Pool p) private view returns (bytes32) {
        return keccak256(abi.encode(p.capital(), p.totalSupply(), p.balanceOf(address(p)), p.maxDeposit(alice)));
    }
}
