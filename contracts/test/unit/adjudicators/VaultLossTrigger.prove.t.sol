// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {LossesApartVault} from "../../mocks/LossyVault.sol";
import {VaultLossFixture} from "./VaultLossFixture.sol";

contract VaultLossTriggerProveTest is VaultLossFixture {
    function test_prove_rulesInTheSameTransactionAndTheCoverIsPaid() public {
        uint256 incident = armed();
        skip(P);
        vm.expectEmit();
        emit T.Proven(incident, 0.1e18, 1e18, 0.1e18);
        vm.prank(attacker);
        assertEq(reading.prove(incident), 0.1e18);
        assertGranted(incident, 0.1e18);
        assertEq(incidents.creditOf(address(0), keeper), FEE, "the fee returns to the finder");
        assertEq(settle(incident, cover), INSURED / 10);
        assertSound(pool);
    }

    function test_prove_revertsWith_SpanTooShort() public {
        uint256 from = block.timestamp + P;
        uint256 incident = armed();
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooShort.selector, block.timestamp, from));
        vm.warp(from - 1);
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooShort.selector, from - 1, from));
        vm.warp(from);
        reading.prove(incident);
    }

    function test_prove_revertsWith_SpanTooOld() public {
        uint256 incident = armed();
        uint256 until = incidents.incidentOf(incident).deadline;
        vm.warp(until + 1);
        refuseProve(incident, abi.encodeWithSelector(T.SpanTooOld.selector, until + 1, until));
        vm.warp(until);
        reading.prove(incident);
    }

    function test_prove_revertsWith_NotBeyondStrike() public {
        uint256 incident = armed();
        donate(ASSETS / 20);
        skip(P);
        refuseProve(incident, notBeyond(0.05e18, 0.05e18));
        vault.lose(1e18);
        reading.prove(incident);
    }

    /// @dev The higher of the two prices counts, whichever it is.
    function test_prove_paysTheFallByTheHigherPrice() public {
        uint256 incident = armed();
        vault.lose(ASSETS / 5);
        assertEq(rules(incident), 0.1e18);
        assertEq(mark(), 0.9e18, "paid down to here");
        // What is lost below is another loss, with a span of its own.
        assertEq(fallNow(), uint256(0.2e18) * 1e18 / 0.9e18);
        incident = arm();
        donate(ASSETS / 10);
        assertEq(rules(incident), uint256(0.1e18) * 1e18 / 0.9e18);
        assertEq(mark(), 0.8e18);
    }

    function test_prove_doesNotPayTheSameLossTwice() public {
        rules(armed());
        refuseArm(notBeyond(0, 0.05e18));
        skip(1 days);
        vaultLoss.observe(listing);
        refuseArm(notBeyond(0, 0.05e18));
        // What comes back and is lost again in one block was never a mark.
        skip(1 days);
        donate(ASSETS / 10);
        vaultLoss.observe(listing);
        vault.lose(ASSETS / 10);
        assertEq(mark(), 0.9e18);
    }

    function test_prove_paysNoMoreThanTheListingsLargestRatio() public {
        IListings.Terms memory t = readingTerms();
        t.maxRatio = 0.3e18;
        backed(vaultLoss.createListing(t, "A vault loses", config()));
        skip(1 days);
        vaultLoss.observe(listing);
        sold();
        skip(1);
        vault.lose(ASSETS / 2);
        uint256 incident = arm();
        assertEq(rules(incident), 0.3e18);
        assertGranted(incident, 0.3e18);
    }

    function test_prove_aTotalLoss() public {
        vault.lose(ASSETS);
        uint256 incident = arm();
        assertEq(rules(incident), 1e18);
        assertEq(mark(), 0);
        assertFalse(maySell());
    }

    function test_prove_revertsWith_NoReading() public {
        uint256 incident = armed();
        skip(P);
        vm.etch(address(vault), hex"fe");
        refuseProve(incident, noReading("call", address(vault), 0));
        // Silence proves nothing; the incident ends by its deadline.
        skip(KEEPER_TIME + 1);
        incidents.lapse(incident);
        assertEq(uint256(statusOf(incident)), uint256(IIncidents.Status.Lapsed));
    }

    function test_prove_countsLossesThatTheVaultTellsApart() public {
        useVault(new LossesApartVault(token));
        vault.lose(ASSETS / 10);
        assertEq(price(), 1e18, "the share price does not show it");
        assertEq(fallNow(), 0.1e18);
        uint256 incident = arm();
        assertEq(rules(incident), 0.1e18);
        assertEq(settle(incident, cover), INSURED / 10);
    }

    function testFuzz_prove_isTheKinderOfTheTwo(uint256 first, uint256 second) public {
        first = bound(first, ASSETS * 5001 / 100_000, ASSETS * 9 / 10);
        second = bound(second, ASSETS * 5001 / 100_000, ASSETS * 9 / 10);
        uint256 held = token.balanceOf(address(vault));
        deal(address(token), address(vault), held - first);
        uint256 incident = arm();
        deal(address(token), address(vault), held - second);
        uint256 kinder = first < second ? first : second;
        uint256 ratio = rules(incident);
        assertApproxEqAbs(ratio, kinder * 1e18 / ASSETS, 1, "to the last digit that the vault rounds");
    }

    /// @dev However often it falls and comes back: a cover is paid no more in all than the deepest fall below the mark.
    function testFuzz_prove_neverMoreInAllThanTheDeepestFall(uint256[6] memory held) public {
        uint256 lowest = ASSETS;
        for (uint256 i = 0; i < 6; ++i) {
            held[i] = bound(held[i], ASSETS / 100, ASSETS);
            deal(address(token), address(vault), held[i]);
            if (held[i] < lowest) lowest = held[i];
            if (fallNow() <= 0.05e18) continue;
            uint256 incident = arm();
            rules(incident);
            settle(incident, cover);
        }
        uint256 paid = usd.balanceOf(holder);
        assertLe(paid, INSURED * (ASSETS - lowest) / ASSETS + 6);
    }
}
