// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAdjudicator} from "../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {Base} from "../Base.sol";
import {TestToken} from "../mocks/TestToken.sol";

/// @notice One pool that backs a trigger's listing (class 0, group 1) and a court's (class 1, group 2), and short ways
/// to the states that the tests of `Pool` and `Incidents` begin with.
abstract contract PoolFixture is Base {
    uint256 internal constant MILLION = 1_000_000e6;
    uint256 internal constant COOLDOWN = 14 days;
    IAdjudicator.Verdict internal constant GRANTED = IAdjudicator.Verdict.Granted;
    IAdjudicator.Verdict internal constant DENIED = IAdjudicator.Verdict.Denied;

    Pool internal pool;
    uint256 internal depeg;
    uint256 internal hack;
    bytes32 private trace;

    function setUp() public virtual override {
        super.setUp();
        pool = newPool(address(usd));
        depeg = newListing(triggerTerms());
        hack = newListing(courtTerms());
        back(pool, depeg, 0, 1);
        back(pool, hack, 1, 2);
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    /// @dev What a refused call could have touched of a pool and of what surrounds it.
    function traceOf(Pool p) internal view returns (bytes32) {
        TestToken token = TestToken(p.asset());
        return keccak256(
            abi.encode(
                p.capital(),
                p.totalSupply(),
                p.balanceOf(address(p)),
                p.maxDeposit(alice),
                token.balanceOf(address(p)),
                token.balanceOf(address(this)),
                incidents.count(),
                incidents.journalLength(),
                covers.balanceOf(holder)
            )
        );
    }

    /// @dev The next call must be refused with this error; `assertNoTrace` then checks that nothing moved.
    function expectRefusal(bytes memory reason) internal {
        trace = traceOf(pool);
        vm.expectRevert(reason);
    }

    function assertNoTrace() internal view {
        assertEq(traceOf(pool), trace, "a refused call left a trace");
    }

    // -- Ways to states ------------------------------------------------------------------------------------------

    /// @dev A new pool with capital, which backs the two listings and one more; it becomes the pool of the test.
    function poolFor(IListings.Terms memory t) internal returns (uint256 listing) {
        pool = newPool(address(usd));
        listing = newListing(t);
        back(pool, depeg, 0, 1);
        back(pool, hack, 1, 2);
        back(pool, listing, 2, 3);
        deposit(pool, alice, 10 * MILLION);
    }

    /// @dev An account with assets that the pool may take.
    function fundAccount(address who, uint256 assets) internal {
        usd.mint(who, assets);
        vm.prank(who);
        usd.approve(address(pool), type(uint256).max);
    }

    /// @dev A third listing, of a class and a group of its own; for a pool without shares, or with `announce`.
    function newBackedListing() internal returns (uint256 listing) {
        listing = newListing(triggerTerms());
        announce(abi.encodeCall(pool.setBacking, (listing, 2, 3, NO_LIMIT)));
        announce(abi.encodeCall(pool.setGroupLimit, (2, 3, NO_LIMIT)));
        freshen();
        postRate(listing, RATE);
    }

    /// @dev Makes a curator's change, with its delay.
    function announce(bytes memory change) internal {
        vm.prank(curator);
        pool.submit(change);
        skip(COOLDOWN + 2 days);
        vm.prank(curator);
        (bool ok,) = address(pool).call(change);
        assertTrue(ok, "the announced change failed");
    }

    /// @dev Two incidents take more than the pool has: one granted and paid short, one open.
    /// @return incident The granted one, and its cover.
    function makeShort() internal returns (uint256 incident, uint256 id) {
        deposit(pool, alice, MILLION);
        uint256 other = newBackedListing();
        id = buy(pool, depeg, MILLION * 6 / 10, 300 days);
        buy(pool, other, MILLION * 6 / 10, 300 days);
        skip(1 days);
        incident = openDepeg();
        openTriggered(pool, other, block.timestamp - 1);
        grant(incident, 1e18);
        pool.step(10);
        assertLt(pool.fundingOf(incident), 1e18);
    }

    /// @dev Posted rates grow stale: posts them again.
    function freshen() internal {
        postRate(depeg, RATE);
        postRate(hack, RATE);
    }

    /// @dev Buys cover for the trigger's listing from the first underwriter's capital; the risk then runs.
    function sellDepeg(uint256 amount, uint32 duration) internal returns (uint256 id) {
        id = buy(pool, depeg, amount, duration);
        skip(1 hours);
    }

    /// @dev Opens an incident on the trigger's listing at the moment just past.
    function openDepeg() internal returns (uint256) {
        return openTriggered(pool, depeg, block.timestamp - 1);
    }

    /// @dev Opens an incident on the court's listing at the moment just past.
    function openHack(uint64 ratio) internal returns (uint256) {
        return assertLoss(pool, keeper, hack, block.timestamp - 1, ratio);
    }

    function assertion(uint256 listing, uint256 lossTime, uint64 ratio)
        internal
        view
        returns (IIncidents.Assertion memory a)
    {
        (a.listing, a.lossTime, a.ratio, a.pool) = (uint32(listing), uint32(lossTime), ratio, address(pool));
    }

    /// @dev Asks for an exit of shares and waits for its cooldown.
    function dueExit(address who, uint256 shares) internal returns (uint256 requestId) {
        requestId = exitOf(pool, who, shares);
        skip(COOLDOWN);
    }

    /// @dev The pool's token loses value in its hands.
    function shrink(uint256 lost) internal {
        deal(address(usd), address(pool), usd.balanceOf(address(pool)) - lost);
    }

    /// @dev Id of the n-th cover of a pool.
    function idOf(Pool p, uint256 n) internal view returns (uint256) {
        return uint256(covers.numberOf(address(p))) << 40 | n;
    }

    function statusOf(uint256 incident) internal view returns (IIncidents.Status) {
        return incidents.incidentOf(incident).status;
    }

    /// @dev Low value of an account's shares, queued ones not counted.
    function valueOf(address who) internal view returns (uint256) {
        return pool.convertToAssets(pool.balanceOf(who));
    }

    function report() internal view returns (IPool.CapitalReport memory) {
        return pool.capital();
    }

    /// @dev Cash covers everything that the ledger owes, and the balance covers cash (CAP-1).
    function assertSound(Pool p) internal view {
        IPool.CapitalReport memory r = p.capital();
        assertGe(TestToken(p.asset()).balanceOf(address(p)), r.cash, "CAP-1: balance below cash");
        assertGe(r.cash, r.unearned + r.unvested + r.funded + r.owed, "CAP-1: cash below debts");
    }
}
