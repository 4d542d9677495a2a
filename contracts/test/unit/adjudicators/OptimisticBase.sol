// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {Optimistic} from "../../../src/adjudicators/Optimistic.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {Base} from "../../Base.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";

/// @notice A listing that UMA's oracle rules, a cover on it, and a double of the oracle for faults that the real one, which
/// runs in the integration tests, does not show.
abstract contract OptimisticBase is Base {
    uint256 internal constant UMA_BOND = 1_000e6;
    uint256 internal constant AMOUNT = 10_000e6;
    uint64 internal constant RATIO = 0.625e18;
    uint32 internal constant LIVENESS = 2 days;

    MockOptimisticOracle internal oracle;
    Optimistic internal optimistic;
    Pool internal pool;
    uint256 internal listing;
    uint256 internal id;

    function setUp() public virtual override {
        super.setUp();
        oracle = new MockOptimisticOracle();
        optimistic = Optimistic(deployCode("Optimistic.sol:Optimistic", abi.encode(incidents, listings, oracle)));
        vm.prank(admin);
        listings.setAdjudicator(address(optimistic), true);
        listing = optimistic.createListing(terms(), "The custodian stops paying out.", config());
        postRate(listing, RATE);
        pool = newPool(address(usd));
        back(pool, listing, 0, 1);
        deposit(pool, alice, 1_000_000e6);
        id = buy(pool, listing, AMOUNT, 90 days);
        skip(1 days);
    }

    function terms() internal view returns (IListings.Terms memory t) {
        t = courtTerms();
        (t.adjudicator, t.secondAdjudicator, t.grace) = (address(optimistic), address(court), 30 days);
    }

    function config() internal view returns (IOptimistic.Config memory) {
        return IOptimistic.Config(address(usd), uint96(UMA_BOND), uint96(10 * UMA_BOND), LIVENESS);
    }

    /// @dev The holder's bonded assertion in `Incidents`; not yet in UMA's oracle.
    function opened() internal returns (uint256) {
        return assertLoss(pool, holder, listing, block.timestamp - 1 hours, RATIO);
    }

    /// @dev An open incident on another listing, in a pool of its own.
    function openedOn(uint256 other) internal returns (uint256) {
        Pool another = newPool(address(usd));
        back(another, other, 0, 1);
        deposit(another, alice, 1_000_000e6);
        buy(another, other, AMOUNT, 90 days);
        return assertLoss(another, holder, other, block.timestamp, RATIO);
    }

    /// @dev Brings UMA's bond.
    function assertTruth(address who, uint256 incident) internal returns (bytes32) {
        (, uint256 bond) = optimistic.takesAssertion(listing);
        usd.mint(who, bond);
        vm.startPrank(who);
        usd.approve(address(optimistic), bond);
        bytes32 assertionId = optimistic.assertTruth(incident, bond);
        vm.stopPrank();
        return assertionId;
    }

    function asserted() internal returns (uint256 incident, bytes32 assertionId) {
        incident = opened();
        assertionId = assertTruth(holder, incident);
    }

    function verdictOf(uint256 incident) internal view returns (IAdjudicator.Verdict) {
        return optimistic.ruling(incident).verdict;
    }

    function stateOf(uint256 incident) internal view returns (IOptimistic.State) {
        return optimistic.claimOf(incident).state;
    }

    function expectStatus(uint256 incident, IIncidents.Status status) internal view {
        assertEq(uint256(incidents.incidentOf(incident).status), uint256(status));
    }

    function expectVerdict(uint256 incident, IAdjudicator.Verdict verdict) internal view {
        assertEq(uint256(verdictOf(incident)), uint256(verdict));
    }

    function expectState(uint256 incident, IOptimistic.State state) internal view {
        assertEq(uint256(stateOf(incident)), uint256(state));
    }
}
