// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {ILossProofs} from "../../src/claims/interfaces/ILossProofs.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {PoolFixture} from "./PoolFixture.sol";
import {Trees} from "./Trees.sol";

/// @notice A pool that backs a listing whose losses are ruled as a root, in dollars of 1e18, each worth one of the pool's;
/// four accounts that lost 1,000, 2,000, 3,000 and 4,000 of them.
abstract contract LeavesFixture is PoolFixture {
    uint256 internal constant DOLLAR = 1e18;
    address internal constant EVERYONE = address(type(uint160).max);

    /// @dev The real ones: lists of losses need no state of a chain.
    ILossProofs internal proofs;
    bytes32 internal rootTerms;
    uint256 internal listed;
    IIncidents.Leaf[] internal leaves;
    address internal sponsor = makeLabelled("sponsor");

    function setUp() public virtual override {
        super.setUp();
        proofs = ILossProofs(address(lossProofs));
        rootTerms = proofs.defineRootTerms(ILossProofs.RootTerms(address(usd), 1e18, address(0), 0));
        listed = poolFor(leafTerms());
        for (uint256 i; i < 4; ++i) {
            leaves.push(IIncidents.Leaf(victim(i), uint128((i + 1) * 1_000 * DOLLAR)));
        }
    }

    function newLossProofs(address coversAt, address incidentsAt) internal virtual override returns (address) {
        return deployCode("LossProofs.sol:LossProofs", abi.encode(authority, coversAt, incidentsAt, 1_800));
    }

    function leafTerms() internal view virtual returns (IListings.Terms memory t) {
        t = courtTerms();
        (t.lossProof, t.proofTerms) = (IListings.LossProof.Merkle, rootTerms);
    }

    function victim(uint256 i) internal pure returns (address) {
        return address(uint160(0xa0000 + i));
    }

    // -- Covers --------------------------------------------------------------------------------------------------

    /// @dev A sponsor's cover for all that will be listed.
    function sponsored(uint256 amount) internal returns (uint256) {
        return sellFor(sponsor, EVERYONE, amount);
    }

    /// @dev A victim's own cover; anyone may settle it.
    function own(uint256 i, uint256 amount) internal returns (uint256 id) {
        id = sellFor(victim(i), victim(i), amount);
        consent(id, victim(i));
    }

    function sellFor(address owner, address account, uint256 amount) internal returns (uint256 id) {
        IPool.Purchase memory p = purchase(listed, amount, 30 days);
        (p.account, p.owner) = (account, owner);
        (id,) = buy(pool, p);
        skip(1 hours);
    }

    function consent(uint256 id, address account) internal {
        vm.prank(account);
        proofs.consent(id, block.timestamp, "");
    }

    /// @dev Another pool on the same listing; it becomes the pool of the test.
    function anotherPool() internal returns (Pool other) {
        other = pool;
        pool = newPool(address(usd));
        back(pool, depeg, 0, 1);
        back(pool, listed, 2, 3);
        deposit(pool, bob, 10 * MILLION);
    }

    // -- Incidents -----------------------------------------------------------------------------------------------

    function assertLosses(uint64 ratio, bytes32 root, uint256 lossSum, uint256 lossTime) internal returns (uint256) {
        IIncidents.Assertion memory a = assertion(listed, lossTime, ratio);
        (a.root, a.lossSum) = (root, uint128(lossSum));
        usd.mint(keeper, 100e6);
        vm.startPrank(keeper);
        usd.approve(address(incidents), 100e6);
        uint256 incident = incidents.assertLoss(a);
        vm.stopPrank();
        return incident;
    }

    /// @dev The list of the test, asserted and granted.
    function grantedList(uint64 ratio) internal returns (uint256 incident) {
        return grantedListAt(ratio, block.timestamp - 1);
    }

    function grantedListAt(uint64 ratio, uint256 lossTime) internal returns (uint256 incident) {
        (bytes32 root, uint256 lossSum) = Trees.rootOf(leaves);
        incident = assertLosses(ratio, root, lossSum, lossTime);
        courtRules(incident, GRANTED, ratio);
    }

    // -- Settlement ----------------------------------------------------------------------------------------------

    function settleAll(uint256 incident, uint256 id) internal returns (uint256) {
        return settleLeaves(incident, id, 0, leaves.length);
    }

    function settleLeaf(uint256 incident, uint256 id, uint256 i) internal returns (uint256) {
        return settleLeaves(incident, id, i, 1);
    }

    function settleLeaves(uint256 incident, uint256 id, uint256 first, uint256 count) internal returns (uint256) {
        IIncidents.LeafClaim[] memory claims = claimsOf(id, first, count);
        vm.prank(keeper);
        return incidents.settleLeaves(incident, claims);
    }

    function claimsOf(uint256 id, uint256 first, uint256 count)
        internal
        view
        returns (IIncidents.LeafClaim[] memory claims)
    {
        claims = new IIncidents.LeafClaim[](1);
        claims[0] = Trees.claimOf(id, leaves, first, count);
    }

    function expectNothing(uint256 incident, uint256 id, uint256 first, uint256 count) internal {
        IIncidents.LeafClaim[] memory claims = claimsOf(id, first, count);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incident));
        vm.prank(keeper);
        incidents.settleLeaves(incident, claims);
    }
}
