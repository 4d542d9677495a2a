// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {ExitQueue} from "../../src/pool/libraries/ExitQueue.sol";
import {MoodyAdjudicator} from "../mocks/MoodyAdjudicator.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {PoolHarness} from "./PoolHarness.sol";
import {World} from "./World.sol";

/// @title What must hold across every single call
/// @notice Each handler takes a look before it acts and has it judged afterwards.
abstract contract Referee is World {
    /// @dev What a call may do to the value of a share.
    enum Kind {
        Neutral, // neither up nor down: CAP-2 and CAP-4
        Loss // never up: CAP-4
    }

    /// @dev A pool before a call, and the money of all the others.
    struct Watch {
        uint256 pool;
        PoolHarness.Figures f;
        uint256[] cash;
        uint256[] balance;
    }

    function watch(uint256 p) internal returns (Watch memory w) {
        w.pool = p;
        w.f = peek(p);
        (w.cash, w.balance) = money();
    }

    function money() private view returns (uint256[] memory cash, uint256[] memory balance) {
        (cash, balance) = (new uint256[](pools.length), new uint256[](pools.length));
        for (uint256 i; i < pools.length; ++i) {
            (cash[i], balance[i]) = pools[i].money();
        }
    }

    function judge(Watch memory w, Kind kind) internal returns (PoolHarness.Figures memory z) {
        z = peek(w.pool);
        uint256 virtualShares = pools[w.pool].virtualShares();
        uint256 fair = Math.fullMulDiv(w.f.high + 1, z.supply + virtualShares, w.f.supply + virtualShares);
        // Who enters or leaves loses less than one share to rounding; after a donation to the last shares that may be many units.
        uint256 share = (w.f.high + 1) / (w.f.supply + virtualShares) + 1;
        assertLe(z.high + 1, fair + tolerance(w.pool) + share, "CAP-4: High per share rose within a block");
        // A pool that pays short hands whatever it has to its claims.
        if (kind == Kind.Neutral && w.f.cohorts == 0 && z.cohorts == 0) {
            assertGe(z.high + 1 + tolerance(w.pool), fair, "CAP-2: High per share fell without a loss");
        }

        if (z.cohorts != 0) saw("paying short");
        if (z.cohorts > 1) saw("two levels");
        if (z.openRisks > 1) saw("open together");
        if (z.ruined) saw("ruined");
        (uint256[] memory cash, uint256[] memory balance) = money();
        for (uint256 i; i < cash.length; ++i) {
            if (i == w.pool) continue;
            assertGe(cash[i], w.cash[i], "CAP-5: another pool's cash fell");
            assertGe(balance[i], w.balance[i], "CAP-5: another pool's tokens went");
        }
        judgeExits(w.pool, z);
    }

    /// @dev EXT-1: while a due exit cannot be paid nothing is sold.
    function judgeExits(uint256 p, PoolHarness.Figures memory z) private {
        if (z.openRisks != 0 || z.head == z.tail || z.low > z.scr) return;
        uint256 first = z.head;
        ExitQueue.Request memory r = pools[p].requestAt(first);
        while (r.shares == 0 && ++first < z.tail) r = pools[p].requestAt(first);
        if (r.shares == 0 || r.askedAt + pools[p].cooldown() > block.timestamp) return;
        try this.simulateExit(p, first + 1 - z.head) {}
        catch (bytes memory reason) {
            if (bytes4(reason) == Simulated.selector) return; // payable after all
            assertEq(bytes4(reason), IPool.ExitNotPayable.selector, "EXT-1: a due exit is refused for another reason");
            saw("exit due, not payable");
            for (uint256 i; i < backed[p].length; ++i) {
                if (backed[p][i] != keyedListing) tryTinySale(p, backed[p][i]);
            }
        }
    }

    function tryTinySale(uint256 p, uint256 listing) private {
        try this.simulateTinySale{gas: GAS}(p, listing) {}
        catch (bytes memory reason) {
            assertTrue(bytes4(reason) != Simulated.selector, "EXT-1: a sale while a due exit cannot be paid");
        }
    }

    function simulateExit(uint256 p, uint256 max) external {
        if (incidents.journalLength() != pools[p].reserves().cursor) pools[p].step(type(uint32).max);
        pools[p].processRedeem(max);
        revert Simulated("");
    }

    function simulateTinySale(uint256 p, uint256 listing) external {
        freshen(listing);
        IPool.Purchase memory sale = purchase(listing, pools[p].unitsPerGrain(), termsOf[listing].minPeriod);
        TestToken token = tokenOf(p);
        token.mint(address(this), 1 << 80);
        token.approve(address(pools[p]), type(uint256).max);
        pools[p].buy(sale);
        revert Simulated("");
    }

    // -- Time ----------------------------------------------------------------------------------------------------

    /// @dev Lets time pass: only what streams in raises High.
    function elapseUntil(uint256 time) internal {
        if (time <= block.timestamp) return;
        PoolHarness.Figures[] memory before = new PoolHarness.Figures[](pools.length);
        for (uint256 p; p < pools.length; ++p) {
            before[p] = peek(p);
        }
        vm.warp(time);
        for (uint256 p; p < pools.length; ++p) {
            credit(p, before[p], peek(p));
            prune(p);
        }
        saw("wait");
        if (time % 2 == 0) calm();
    }

    /// @dev Ends what `disturb` began.
    function calm() private {
        sensor.setMood(MoodyAdjudicator.Mood.Sound);
        jury.setMood(MoodyAdjudicator.Mood.Sound);
        second.setMood(MoodyAdjudicator.Mood.Sound);
        vm.startPrank(admin);
        listings.setAdjudicator(address(sensor), true);
        listings.setAdjudicator(address(jury), true);
        vm.stopPrank();
    }

    /// @dev What happens when a call finds nothing to do.
    function idle(uint256 seed) internal virtual;

    /// @dev What streamed in belongs to those who were in (CAP-3).
    function credit(uint256 p, PoolHarness.Figures memory a, PoolHarness.Figures memory z) private {
        // A pool that is behind the journal books what it steps at another time.
        if (incidents.journalLength() == pools[p].reserves().cursor) {
            uint256 came = a.unearned - z.unearned + a.unvested - z.unvested;
            assertLe(z.high, a.high + came + tolerance(p), "CAP-4: High rose by more than what streamed in");
        }
        if (z.high <= a.high) return;
        for (uint256 i; i < underwriters.length; ++i) {
            uint256 shares = pools[p].balanceOf(underwriters[i]);
            if (shares == 0) continue;
            streamed[p][underwriters[i]] += (z.high - a.high) * 1e9 * shares / (a.supply + pools[p].virtualShares()) + 1;
        }
    }

    /// @dev Forgets covers of which nothing can come any more.
    function prune(uint256 p) private {
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length;) {
            if (all[i].released && block.timestamp > all[i].end + 100 days) {
                all[i] = all[all.length - 1];
                all.pop();
            } else {
                ++i;
            }
        }
    }

    /// @dev Posts a listing's rate again before it is too old to sell.
    function freshen(uint256 listing) internal {
        (uint256 rate, uint256 postedAt) = listings.rateOf(listing);
        if (block.timestamp - postedAt > 5 days) postRate(listing, uint64(rate));
    }

    /// @dev Brings a pool within reach of the entries that an operation steps through by itself.
    function catchUp(uint256 p) internal {
        uint256 length = incidents.journalLength();
        uint256 cursor = pools[p].reserves().cursor;
        if (length - cursor <= pools[p].MAX_STEPS()) return;
        mustFail(address(this), address(pools[p]), abi.encodeCall(IPool.release, (0)), IPool.JournalBehind.selector);
        pools[p].step(length - cursor - length % 5);
        succeeded("step");
    }
}
