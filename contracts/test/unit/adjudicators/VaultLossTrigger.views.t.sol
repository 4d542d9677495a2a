// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReadingTrigger as T} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {VaultLossFixture} from "./VaultLossFixture.sol";

contract VaultLossTriggerViewsTest is VaultLossFixture {
    function test_deadline_countsFromTheOpening() public {
        uint256 incident = armed();
        assertEq(incidents.incidentOf(incident).deadline, block.timestamp + P + KEEPER_TIME);
        assertEq(reading.worstCaseTime(listing), P + KEEPER_TIME);
    }

    /// @dev A listing that was not created here must not keep an incident from ending.
    function test_deadline_isNowWithoutConfiguration() public {
        pool = newPool(address(usd));
        postRate(depeg, RATE);
        back(pool, depeg, 0, 1);
        deposit(pool, bob, MILLION);
        buy(pool, depeg, INSURED, 30 days);
        skip(1);
        uint256 incident = openDepeg();
        assertEq(reading.deadline(incident), block.timestamp);
        assertEq(uint256(reading.ruling(incident).verdict), 0);
        refuseRead(incident, abi.encodeWithSelector(T.NotArmed.selector, incident));
        refuseProve(incident, abi.encodeWithSelector(T.NotArmed.selector, incident));
    }

    function test_readingOf_saysWhatTheVaultSays() public {
        vault.lose(ASSETS / 4);
        (T.Reading memory r, uint256 fall) = reading.readingOf(listing);
        assertEq(r.fault, 0);
        assertEq(r.source, address(vault));
        assertEq(r.loss, 0.25e18);
        assertEq(r.whole, 1e18);
        assertEq(fall, 0.25e18);
        vm.etch(address(vault), hex"fe");
        (r, fall) = reading.readingOf(listing);
        assertEq(r.fault, "call");
        assertEq(fall, 0);
    }

    function test_ruling_hasNoRatioUnlessGranted() public {
        uint256 incident = armed();
        assertEq(reading.ruling(incident).ratio, 0);
        donate(ASSETS / 10);
        reading.read(incident);
        assertEq(uint256(reading.ruling(incident).verdict), uint256(DENIED));
        assertEq(reading.ruling(incident).ratio, 0);
        assertEq(reading.ruling(incident).root, 0);
    }
}
