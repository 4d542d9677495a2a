// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {OptimisticBase} from "./OptimisticBase.sol";

contract OptimisticCreateListingTest is OptimisticBase {
    function refused(IListings.Terms memory t, IOptimistic.Config memory c, bytes32 field) internal {
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.InvalidConfig.selector, field));
        optimistic.createListing(t, "wording", c);
    }

    function test_createListing_storesHowUmaIsAsked() public {
        vm.expectEmit(address(optimistic));
        emit IOptimistic.OptimisticListed(listing + 1, alice, config());
        vm.prank(alice);
        uint256 created = optimistic.createListing(terms(), "wording", config());
        assertEq(abi.encode(optimistic.configOf(created)), abi.encode(config()));
        assertEq(listings.terms(created).adjudicator, address(optimistic));
        assertFalse(optimistic.rulesOnce());
    }

    /// @dev The whole grace may pass before somebody asserts; then two days, the liveness, the vote and the keepers.
    function test_createListing_worstCaseTimeIsGraceAndEverythingAfterIt() public view {
        assertEq(optimistic.worstCaseTime(listing), 30 days + 2 days + LIVENESS + 12 days + 3 days);
    }

    function test_createListing_revertsWith_InvalidConfig_terms() public {
        IListings.Terms memory t = terms();
        t.adjudicator = address(court);
        refused(t, config(), "adjudicator");
        t = terms();
        (t.bond, t.bondToken) = (0, address(0));
        refused(t, config(), "terms.bond");
        t = terms();
        t.grace = 7 days - 1;
        refused(t, config(), "grace");
    }

    function testFuzz_createListing_revertsWith_InvalidConfig_liveness(uint32 liveness) public {
        vm.assume(liveness < 1 days || liveness > 14 days);
        IOptimistic.Config memory c = config();
        c.liveness = liveness;
        refused(terms(), c, "liveness");
    }

    function test_createListing_revertsWith_InvalidConfig_dustBond() public {
        IOptimistic.Config memory c = config();
        c.bond = 500e6 - 1;
        refused(terms(), c, "bond");
        oracle.setLeast(0);
        c.bond = 0;
        refused(terms(), c, "bond");
        c.bond = 100e6;
        optimistic.createListing(terms(), "wording", c);
    }

    /// @dev A false claimant who disputes himself in a name that the currency refuses has UMA never settle: his bond in
    /// `Incidents` then returns, so that UMA's bonds, which he leaves there, must be worth more.
    function test_createListing_revertsWith_InvalidConfig_umaBondBelowTheListings() public {
        IListings.Terms memory t = terms();
        t.bond = uint96(UMA_BOND) + 1;
        refused(t, config(), "bond");
        t.bond = uint96(UMA_BOND);
        optimistic.createListing(t, "wording", config());
        (t.bond, t.bondToken) = (uint96(UMA_BOND) + 1, address(new TestToken("Other", "O", 6)));
        optimistic.createListing(t, "wording", config());
    }

    function test_createListing_revertsWith_InvalidConfig_capBelowBond() public {
        IOptimistic.Config memory c = config();
        c.maxBond = c.bond - 1;
        refused(terms(), c, "maxBond");
    }

    function test_createListing_revertsWith_InvalidConfig_unknownToUma() public {
        oracle.setLists(false, true);
        refused(terms(), config(), "currency");
        oracle.setLists(true, false);
        refused(terms(), config(), "currency");
        oracle.setLists(true, true);
        oracle.setFault(MockOptimisticOracle.Fault.BurnGas);
        refused(terms(), config(), "currency");
    }

    function test_constructor_revertsWith_InvalidConfig_oracleWithoutCode() public {
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.InvalidConfig.selector, bytes32("oracle")));
        deployCode("Optimistic.sol:Optimistic", abi.encode(incidents, listings, alice));
    }

    function test_views_revertsWith_NotConfigured() public {
        uint256 other = newListing(courtTerms());
        bytes memory notConfigured = abi.encodeWithSelector(IOptimistic.NotConfigured.selector, other);
        vm.expectRevert(notConfigured);
        optimistic.configOf(other);
        vm.expectRevert(notConfigured);
        optimistic.worstCaseTime(other);
        assertFalse(optimistic.canSell(other, 0));
    }
}
