// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Court} from "../../../src/adjudicators/Court.sol";
import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IEvidence} from "../../../src/adjudicators/interfaces/IEvidence.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtCreateListingTest is CourtFixture {
    function test_createListing_keepsTheVersionInForce() public {
        ICourt.Parameters memory p = parametersOfTest();
        p.feeShare = 100;
        vm.prank(admin);
        bench.setParameters(p, config());
        (uint16 version, ICourt.Config memory c) = bench.configOf(listing);
        assertEq(version, 1, "the listing keeps its own");
        assertEq(abi.encode(c), abi.encode(config()));
        uint256 next = listings.count() + 1;
        vm.expectEmit(address(bench));
        emit ICourt.CourtListed(next, address(this), 2, config());
        vm.expectEmit(address(bench));
        emit IEvidence.MetaEvidence(next, "ipfs://meta");
        assertEq(newCourtListing(benchTerms()), next);
        (version,) = bench.configOf(next);
        assertEq(version, 2);
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IListings.Terms memory t = benchTerms();
        ICourt.Config memory c = config();
        t.adjudicator = address(court);
        refuse(t, c, "adjudicator");
        t = benchTerms();
        (t.bond, t.bondToken) = (0, address(0));
        refuse(t, c, "bond");
        t = benchTerms();
        c.arbitrator = alice;
        refuse(t, c, "arbitrator");
        c = config();
        c.arbitrationTime = 7 days - 1;
        refuse(t, c, "arbitrationTime");
        c.arbitrationTime = 120 days + 1;
        refuse(t, c, "arbitrationTime");
        c = config();
        c.repayShare = 8_001; // with the assessors' 20 % more than the bond
        refuse(t, c, "repayShare");
        c = config();
        c.extraData = new bytes(1_025);
        refuse(t, c, "extraData");
    }

    function test_createListing_revertsWith_InvalidConfig_beforeTheFirstVersion() public {
        bench = Court(deployCode("Court.sol:Court", abi.encode(authority, votes, incidents, listings, covers)));
        refuse(benchTerms(), config(), "version");
    }

    /// @dev A listing that names the court without asking it has no configuration: nobody can attach one.
    function test_createListing_elsewhereIsNeverSold() public {
        uint256 other = listings.create(benchTerms(), "Created elsewhere");
        assertFalse(bench.canSell(other, 0));
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotConfigured.selector, other));
        bench.worstCaseTime(other);
    }

    function test_canSell_needsEnoughAssessors() public {
        assertTrue(bench.canSell(listing, 0));
        vm.prank(ann);
        bench.requestUnstake(STAKE);
        vm.prank(ben);
        bench.requestUnstake(STAKE);
        assertTrue(bench.canSell(listing, 0));
        vm.prank(cid);
        bench.requestUnstake(7_001 * TOKEN);
        assertFalse(bench.canSell(listing, 0), "less than three times the least stake");
    }

    function test_worstCaseTime_addsUp() public view {
        uint256 expected = 7 days + 2 days + 4 days + 2 days + 3 days + 3 days + 3 days + 20 days + 3 days;
        assertEq(bench.worstCaseTime(listing), expected);
    }

    function refuse(IListings.Terms memory t, ICourt.Config memory c, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(ICourt.InvalidConfig.selector, field));
        bench.createListing(t, "What is covered.", "", c);
    }
}
