// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice What a listing's report trigger may watch.
contract ReportTriggerCreateListingTest is ReportBase {
    function refuse(bytes32 field, IListings.Terms memory t, IReportTrigger.Config memory c) private {
        uint256 count = listings.count();
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.InvalidConfig.selector, field));
        reports.createListing(t, "wording", c);
        assertEq(listings.count(), count);
    }

    function refuse(bytes32 field, IReportTrigger.Config memory c) private {
        refuse(field, terms(), c);
    }

    // -- Accepted ------------------------------------------------------------------------------------------------

    function test_createListing_keepsWhatItWasGiven() public view {
        assertEq(abi.encode(reports.configOf(listing)), abi.encode(signersConfig()));
        assertEq(abi.encode(reports.configOf(functions)), abi.encode(functionsConfig()));
        assertEq(listings.terms(listing).adjudicator, address(reports));
        IReportTrigger.SignerSet memory set = reports.signersAt(listing, START);
        assertEq(set.since, START);
        assertEq(set.threshold, K);
        assertEq(set.live, SIGNERS);
    }

    function test_createListing_emitsSourceAndSigners() public {
        vm.expectEmit(address(reports));
        emit IReportTrigger.ReportListed(3, address(this), IReportTrigger.Source.Signers);
        vm.expectEmit(address(reports));
        emit IReportTrigger.SignersScheduled(3, block.timestamp, K, addressesOf(keys));
        create(signersConfig());
    }

    function test_createListing_atEachBound() public {
        IReportTrigger.Config memory c = signersConfig();
        (c.longestEvent, c.window) = (90 days, 30 days);
        (c.signers.members, c.signers.threshold) = (addressesOf(sortedKeys("many", 16)), 9);
        c.signers.rotationDelay = 90 days;
        IListings.Terms memory t = terms();
        t.grace = 124 days;
        reports.createListing(t, "wording", c);
        (c.longestEvent, c.window, c.signers.rotationDelay) = (1, 3 days, 16 days);
        create(c);
        c = functionsConfig();
        (c.functions.callbackGas, c.functions.request) = (300_000, new bytes(16_384));
        uint256 large = create(c);
        assertEq(reports.configOf(large).functions.request.length, 16_384);
    }

    // -- Refused -------------------------------------------------------------------------------------------------

    function test_createListing_revertsWith_InvalidConfig_terms() public {
        IListings.Terms memory t = terms();
        t.adjudicator = address(trigger);
        refuse("adjudicator", t, signersConfig());
        t = terms();
        t.keyed = false;
        refuse("keyed", t, signersConfig());
        t = terms();
        (t.bondToken, t.bond) = (address(usd), 1e6);
        refuse("bond", t, signersConfig());
        t = terms();
        t.secondAdjudicator = address(trigger);
        refuse("secondAdjudicator", t, signersConfig());
        t = terms();
        t.grace = 11 days - 1;
        refuse("grace", t, signersConfig());
        t.grace = 10 days - 1;
        refuse("grace", t, functionsConfig());
    }

    function test_createListing_revertsWith_InvalidConfig_times() public {
        IReportTrigger.Config memory c = signersConfig();
        c.longestEvent = 0;
        refuse("longestEvent", c);
        c.longestEvent = 90 days + 1;
        refuse("longestEvent", c);
        c = signersConfig();
        c.window = 3 days - 1;
        refuse("window", c);
        c.window = 30 days + 1;
        refuse("window", c);
    }

    function test_createListing_revertsWith_InvalidConfig_signers() public {
        IReportTrigger.Config memory c = signersConfig();
        c.signers.threshold = 2; // two groups of 2 of 5 need not share anybody
        refuse("signers", c);
        c.signers.threshold = 6;
        refuse("signers", c);
        (c.signers.members, c.signers.threshold) = (addressesOf(sortedKeys("four", 4)), 2); // nor 2 of 4
        refuse("signers", c);
        (c.signers.members, c.signers.threshold) = (addressesOf(sortedKeys("one", 1)), 1);
        refuse("signers", c);
        (c.signers.members, c.signers.threshold) = (addressesOf(sortedKeys("many", 17)), 9);
        refuse("signers", c);
        (c.signers.members, c.signers.threshold) = (new address[](0), 2);
        refuse("signers", c);
        c = signersConfig();
        (c.signers.members[1], c.signers.members[2]) = (c.signers.members[2], c.signers.members[1]);
        refuse("signers", c);
        c = signersConfig();
        c.signers.members[1] = c.signers.members[0];
        refuse("signers", c);
        c = signersConfig();
        c.signers.members[0] = address(0);
        refuse("signers", c);
        c = signersConfig();
        c.functions = functionsConfig().functions;
        refuse("functions", c);
    }

    function test_createListing_revertsWith_InvalidConfig_rotationDelay() public {
        IReportTrigger.Config memory c = signersConfig();
        c.signers.rotationDelay = 16 days - 1;
        refuse("rotationDelay", c);
        c.signers.rotationDelay = 90 days + 1;
        refuse("rotationDelay", c);
        (c.signers.rotator, c.signers.rotationDelay) = (address(0), 16 days);
        refuse("rotationDelay", c);
    }

    function test_createListing_revertsWith_InvalidConfig_functions() public {
        IReportTrigger.Config memory c = functionsConfig();
        c.functions.router = makeLabelled("nobody");
        refuse("router", c);
        c = functionsConfig();
        c.functions.donId = 0;
        refuse("donId", c);
        c = functionsConfig();
        c.functions.callbackGas = 99_999;
        refuse("callbackGas", c);
        c.functions.callbackGas = 300_001;
        refuse("callbackGas", c);
        c = functionsConfig();
        c.functions.request = "";
        refuse("request", c);
        c.functions.request = new bytes(16_385);
        refuse("request", c);
        c = functionsConfig();
        c.signers = signersConfig().signers;
        refuse("signers", c);
    }

    /// @dev Nobody lists at the cost of another's subscription.
    function test_createListing_revertsWith_InvalidConfig_subscription() public {
        IReportTrigger.Config memory c = functionsConfig();
        IListings.Terms memory t = terms();
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.InvalidConfig.selector, bytes32("subscription")));
        reports.createListing(t, "wording", c);
        c.functions.subscription = 99;
        vm.expectRevert("InvalidSubscription");
        reports.createListing(t, "wording", c);
    }

    function table(IReportTrigger.Step memory a, IReportTrigger.Step memory b) private {
        IReportTrigger.Config memory c = signersConfig();
        c.table = new IReportTrigger.Step[](2);
        (c.table[0], c.table[1]) = (a, b);
        refuse("table", c);
    }

    function test_createListing_revertsWith_InvalidConfig_table() public {
        IReportTrigger.Config memory c = signersConfig();
        c.table = new IReportTrigger.Step[](0);
        refuse("table", c);
        c.table = new IReportTrigger.Step[](9);
        refuse("table", c);
        // A report of zeros would pay.
        c.table = new IReportTrigger.Step[](1);
        c.table[0] = IReportTrigger.Step(0, 100, 0, 1e18);
        refuse("table", c);
        // Nothing, more than all, or less than the deductible is paid.
        c.table[0] = IReportTrigger.Step(1, 0, 0, 0);
        refuse("table", c);
        c.table[0] = IReportTrigger.Step(1, 0, 0, 1e18 + 1);
        refuse("table", c);
        IListings.Terms memory t = terms();
        (t.deductible, c.table[0].ratio) = (0.1e18, 0.1e18);
        refuse("table", t, c);
    }

    /// @dev Each step must be the highest one for some report.
    function test_createListing_revertsWith_InvalidConfig_idleSteps() public {
        table(IReportTrigger.Step(15, 0, 0, 0.5e18), IReportTrigger.Step(30, 0, 0, 0.25e18)); // ratios fall
        table(IReportTrigger.Step(30, 0, 0, 0.25e18), IReportTrigger.Step(15, 0, 0, 0.5e18)); // values fall
        table(IReportTrigger.Step(15, 0, 0, 0.25e18), IReportTrigger.Step(15, 0, 0, 0.5e18)); // the same value
        table(IReportTrigger.Step(15, 0, 0, 0.5e18), IReportTrigger.Step(30, 0, 0, 0.5e18)); // the same ratio
        table(IReportTrigger.Step(15, 0, 1, 0.25e18), IReportTrigger.Step(15, 0, 0, 0.5e18)); // any status is wider
        table(IReportTrigger.Step(60, 50, 0, 0.25e18), IReportTrigger.Step(60, 100, 0, 0.5e18)); // wider and higher
        table(IReportTrigger.Step(60, 50, 0, 0.25e18), IReportTrigger.Step(60, 0, 0, 0.5e18)); // any distance is wider
    }
}
