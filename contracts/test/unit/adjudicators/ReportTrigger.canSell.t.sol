// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice When cover may be sold: no report, and a source that can still give one.
contract ReportTriggerCanSellTest is ReportBase {
    function canSell(uint256 of_) private view returns (bool) {
        return reports.canSell(of_, reports.keyOf(flight()));
    }

    function test_canSell_freshKeys() public view {
        assertTrue(canSell(listing));
        assertTrue(canSell(functions));
        assertFalse(reports.canSell(listing, 0), "without a key");
        assertFalse(canSell(99), "not created here");
    }

    function test_canSell_notForAListingThatOnlyNamesTheTrigger() public {
        assertFalse(canSell(listings.create(terms(), "not created through the trigger")));
    }

    function test_canSell_notOnceThereIsAReport() public {
        (IReportTrigger.Event memory e,) = flown();
        submit(e, late(0), 7);
        assertFalse(canSell(listing));
        assertTrue(reports.canSell(listing, reports.keyOf(flight("BA 118, 2027-02-01"))), "of another key");
        contradict(e, late(60), 1);
        assertFalse(canSell(listing), "nor while it is suspended");
    }

    function test_canSell_notOnceARequestIsPending() public {
        IReportTrigger.Event memory e = flight();
        sell(functions, e);
        vm.warp(e.ends);
        bytes32 id = request(e);
        assertFalse(canSell(functions));
        assertTrue(router.answer(id, "", "timed out"));
        assertFalse(canSell(functions), "nor when it failed");
    }

    function test_canSell_notWhileTheRouterIsPaused() public {
        router.setPaused(true);
        assertFalse(canSell(functions));
        router.setPaused(false);
        assertTrue(canSell(functions));
    }

    function test_canSell_notOnceTheNetworkIsRetired() public {
        router.setRetired(true);
        assertFalse(canSell(functions));
    }

    function test_canSell_notWithoutASubscription() public {
        router.subscribe(SUBSCRIPTION, address(this), address(reports), false);
        assertFalse(canSell(functions));
    }

    /// @dev Five signers of whom three must sign: the third one struck off is one too many.
    function test_canSell_notWithTooFewSigners() public {
        (IReportTrigger.Event memory e,) = flown();
        submit(e, late(0), 31);
        bytes32 other = reports.keyOf(flight("BA 118, 2027-02-01"));
        contradict(e, late(60), 3);
        assertTrue(reports.canSell(listing, other));
        contradict(e, late(60), 4);
        assertFalse(reports.canSell(listing, other));
    }

    /// @dev The pool asks.
    function test_canSell_stopsThePool() public {
        router.setPaused(true);
        IPool.Purchase memory p = order(functions, flight());
        vm.expectRevert(abi.encodeWithSelector(IPool.AdjudicatorRefuses.selector, address(reports)));
        pool.buy(p);
    }
}
