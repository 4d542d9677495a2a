// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Streams} from "../../../src/pool/libraries/Streams.sol";
import {MoodyAdjudicator} from "../../mocks/MoodyAdjudicator.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {WildToken} from "../../mocks/WildToken.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {Referee} from "../Referee.sol";

/// @title Holders: covers of all kinds, bought within and up to the last unit of every limit
abstract contract HolderHandler is Referee {
    /// @dev Covers that a pool may hold unreleased, so that the model stays fast.
    uint256 internal constant MOST_COVERS = 30;

    /// @notice Buys a cover on a listing without keys.
    function buyCover(uint256 p, uint256 which, uint256 amount, uint256 duration) public {
        p = _bound(p, 0, pools.length - 1);
        if (inBook(p) >= MOST_COVERS) return makeRoom(p, amount);
        uint256 listing = unkeyed(p, which);
        IPool.Purchase memory sale = draft(p, listing, amount, duration);
        if (amount % 7 == 0) (sale.referrer, sale.referrerFee) = (keeper, 300);
        sell(p, sale, bytes32(0), 0);
    }

    /// @notice Buys a cover on a keyed event by a signed quote.
    function buyKeyed(uint256 which, uint256 amount, uint256 seed) external {
        uint256 p = which % 2;
        if (inBook(p) >= MOST_COVERS) return makeRoom(p, seed);
        Flight memory flight = flightFor(seed);
        IPool.Purchase memory sale = draft(p, keyedListing, amount, 0);
        sale.duration = 0;
        sale.quote = abi.encode(flight.quote, vm.addr(SIGNER_KEY), flight.signature);
        sell(p, sale, flight.key, flight.quote.zone);
    }

    /// @notice Finds the largest amount that can be sold, sells it; one grain more must be refused.
    function buyToTheLimit(uint256 p, uint256 which, uint256 duration) external {
        p = _bound(p, 0, pools.length - 1);
        if (inBook(p) >= MOST_COVERS) return makeRoom(p, duration);
        PoolHarness pool = pools[p];
        pool.step(type(uint32).max);
        IPool.Purchase memory sale = draft(p, unkeyed(p, which), 1, duration);
        uint256 units = pool.unitsPerGrain();
        sale.amount = units;
        if (!quotes(pool, sale)) return idle(duration);
        (uint256 low, uint256 high) = (1, peek(p).backing / units + 2);
        while (high - low > 1) {
            uint256 middle = (low + high) / 2;
            sale.amount = middle * units;
            if (quotes(pool, sale)) low = middle;
            else high = middle;
        }
        sale.amount = high * units;
        // forge-lint: disable-next-line(unchecked-call)
        (, bytes memory reason) = address(pool).staticcall{gas: GAS}(abi.encodeCall(pool.quote, (sale)));
        bytes4[] memory limits = new bytes4[](4);
        (limits[0], limits[1]) = (IPool.CapacityExceeded.selector, IPool.ListingLimitExceeded.selector);
        (limits[2], limits[3]) = (IPool.GroupLimitExceeded.selector, IPool.AdjudicatorLimitExceeded.selector);
        refused(reason, limits);
        mustFail(sale.owner, address(pool), abi.encodeCall(pool.buy, (sale)), bytes4(reason));
        sale.amount = low * units;
        sell(p, sale, bytes32(0), 0);
    }

    /// @notice Covers change hands and payees; receivers turn hostile.
    function shuffle(uint256 what, uint256 p, uint256 which, uint256 to) external {
        if (what % 3 == 0) transferCover(p, which, to);
        else if (what % 3 == 1) setPayee(p, which, to);
        else setWelcome(which, to);
    }

    /// @notice Hands a cover to another holder; its payee falls.
    function transferCover(uint256 p, uint256 which, uint256 to) internal {
        Policy storage policy = somePolicy(p, which);
        if (policy.id == 0) return;
        address owner = ownerOf(policy.id);
        vm.prank(owner);
        transferable().transferFrom(owner, holders[to % holders.length], policy.id);
        succeeded("transferCover");
    }

    /// @notice Names a payee.
    function setPayee(uint256 p, uint256 which, uint256 to) internal {
        Policy storage policy = somePolicy(p, which);
        if (policy.id == 0) return;
        vm.prank(ownerOf(policy.id));
        covers.setPayee(policy.id, to % 3 == 0 ? address(0) : holders[to % holders.length]);
        succeeded("setPayee");
    }

    /// @notice Makes a receiver of the 18-decimals token hostile, or friendly again.
    function setWelcome(uint256 who, uint256 how) internal {
        ether_.setWelcome(holders[who % holders.length], WildToken.Welcome(how % 4));
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function inBook(uint256 p) internal view returns (uint256) {
        return policies[p].length;
    }

    /// @dev The book is full: time passes until something runs off.
    function makeRoom(uint256 p, uint256 seed) private {
        elapseUntil(block.timestamp + _bound(seed, 1 days, 30 days));
        releaseAny(p, seed);
    }

    function releaseAny(uint256 p, uint256 seed) internal virtual;

    /// @dev A purchase of up to what the pool can carry; now and then of more.
    function draft(uint256 p, uint256 listing, uint256 amount, uint256 duration)
        internal
        returns (IPool.Purchase memory sale)
    {
        PoolHarness.Figures memory f = peek(p);
        uint256 units = pools[p].unitsPerGrain();
        uint256 room = f.backing > f.scr ? (f.backing - f.scr) / units : 0;
        uint256 most = amount % 11 == 0 ? room * 2 + 1e6 : room > 2 ? room - 2 : 1;
        if (amount % 5 != 0) most = most / 8 + 1;
        if (p == 3 && most > 20_000e6) most = 20_000e6;
        IListings.Terms memory t = termsOf[listing];
        uint256 longest = duration % 4 == 0 ? t.maxPeriod : t.minPeriod + 60 days;
        sale = purchase(listing, _bound(amount, 1, most) * units, uint32(_bound(duration, t.minPeriod, longest)));
        sale.owner = holders[amount % holders.length];
    }

    /// @dev Would the pool sell this, as far as it has stepped?
    function quotes(PoolHarness pool, IPool.Purchase memory sale) internal view returns (bool ok) {
        (ok,) = address(pool).staticcall{gas: GAS}(abi.encodeCall(pool.quote, (sale)));
    }

    /// @dev Quotes, buys, and checks that both agree; remembers the cover.
    function sell(uint256 p, IPool.Purchase memory sale, bytes32 key, uint256 zone) internal returns (uint256 id) {
        catchUp(p);
        if (key == 0) freshen(sale.listing);
        Watch memory w = watch(p);
        IPool.Premium memory premium;
        {
            (bool quoted, bytes memory answer) = quoteOf(p, sale);
            if (!quoted) {
                refused(answer, sellErrors());
                justify(w, sale, bytes4(answer));
                mustFail(sale.owner, address(pools[p]), abi.encodeCall(IPool.buy, (sale)), bytes4(answer));
                return 0;
            }
            premium = abi.decode(answer, (IPool.Premium));
        }
        id = pay(p, sale, premium.total);
        if (id == 0) return 0;
        succeeded(key == 0 ? bytes32("buy") : bytes32("buyKeyed"));
        remember(p, sale, key, zone, id);
        checkSale(w, sale, premium.net);
    }

    /// @dev A quote for the pool as it is once stepped, which `buy` does by itself.
    function quoteOf(uint256 p, IPool.Purchase memory sale) private returns (bool ok, bytes memory answer) {
        try this.simulateQuote{gas: GAS}(p, sale) {}
        catch (bytes memory reason) {
            if (bytes4(reason) == Simulated.selector) return (true, resultOf(reason));
            return (false, reason);
        }
    }

    function simulateQuote(uint256 p, IPool.Purchase memory sale) external {
        if (incidents.journalLength() != pools[p].reserves().cursor) pools[p].step(type(uint32).max);
        revert Simulated(abi.encode(pools[p].quote(sale)));
    }

    /// @dev Buys at exactly the price quoted (PRI-2); one unit less must not do.
    function pay(uint256 p, IPool.Purchase memory sale, uint256 price) private returns (uint256 id) {
        (TestToken token, address pool) = (tokenOf(p), address(pools[p]));
        token.mint(sale.owner, price);
        vm.prank(sale.owner);
        token.approve(pool, price);
        sale.maxPremium = price - 1;
        mustFail(sale.owner, pool, abi.encodeCall(IPool.buy, (sale)), IPool.PremiumAboveMaximum.selector);
        sale.maxPremium = price;
        uint256 before = token.balanceOf(sale.owner);
        uint256 charged;
        vm.prank(sale.owner);
        try IPool(pool).buy(sale) returns (uint256 id_, uint256 charged_) {
            (id, charged) = (id_, charged_);
        } catch (bytes memory reason) {
            // Premiums of many years' worth that end on one day do not fit into its bucket: the one thing that no quote
            // sees. Whatever shares a bucket with this sale has a day or more yet to run, so that it is still unearned.
            refused(reason, errors(Streams.StreamTooLarge.selector));
            uint256 streaming = price + IPool(pool).capital().unearned;
            assertTrue(streaming / (pools[p].unitsPerGrain() * 1 days) > 300_000, "a stream that would fit was refused");
            return 0;
        }
        assertEq(charged, price, "PRI-2: charged another amount than quoted");
        assertEq(before - token.balanceOf(sale.owner), charged, "PRI-2: took another amount than charged");
    }

    /// @dev PRI-1 and SOL-1 for one sale.
    function checkSale(Watch memory w, IPool.Purchase memory sale, uint256 net) private {
        Policy storage policy = policies[w.pool][policies[w.pool].length - 1];
        uint256 loss;
        if (sale.quote.length != 0) {
            (IListings.Quote memory q,,) = abi.decode(sale.quote, (IListings.Quote, address, bytes));
            loss = Math.fullMulDivUp(q.rate, sale.amount, WAD);
        } else {
            (uint256 rate,) = listings.rateOf(sale.listing);
            uint256 time = policy.end - policy.start - termsOf[sale.listing].waiting;
            loss = Math.fullMulDivUp(rate * time, sale.amount, WAD * YEAR);
        }
        assertGe(net, loss, "PRI-1: less than the expected loss reaches the pool");
        PoolHarness.Figures memory z = judge(w, Kind.Neutral);
        assertLe(z.scr, z.backing, "SOL-1: a sale beyond the backing");
        assertGe(z.cash, w.f.cash + net, "the whole net premium stays in the pool");
    }

    function remember(uint256 p, IPool.Purchase memory sale, bytes32 key, uint256 zone, uint256 id) private {
        ICovers.Cover memory c = coverOf(id);
        IListings.Terms memory t = termsOf[sale.listing];
        Policy memory policy;
        (policy.id, policy.risk, policy.listing) = (id, riskIdOf(sale.listing, key), sale.listing);
        (policy.start, policy.end, policy.rate) = (block.timestamp, c.end, c.rate);
        policy.runOff = (policy.end + t.grace + 1 days - 1) / 1 days;
        (policy.insured, policy.remaining) = (c.insured, c.amount);
        assertEq(c.insured * pools[p].unitsPerGrain(), sale.amount, "the cover is of another amount");
        if (key == 0) assertEq(policy.end, block.timestamp + sale.duration, "the cover ends at another time");
        uint256 from = key == 0 ? policy.start + t.waiting : beginsAt(sale);
        (policy.streamStart, policy.streamEnd) = ((from + 1 days - 1) / 1 days, (policy.end + 1 days - 1) / 1 days);
        if (policy.streamEnd <= policy.streamStart) policy.streamEnd = policy.streamStart + 1;
        registerRisk(p, policy.risk, key == 0 ? groupOf[p][sale.listing] : zoneGroup(groupOf[p][sale.listing], zone));
        policies[p].push(policy);
    }

    /// @dev Each zone of a keyed listing's group is a group of its own.
    function zoneGroup(uint256 group, uint256 zone) private pure returns (uint256) {
        return (group >> 56 << 56) | uint56(uint256(keccak256(abi.encode(uint256(uint48(group)), zone))));
    }

    function beginsAt(IPool.Purchase memory sale) private pure returns (uint256) {
        (IListings.Quote memory q,,) = abi.decode(sale.quote, (IListings.Quote, address, bytes));
        return q.begins;
    }

    /// @dev The errors by which a sound purchase may be refused.
    function sellErrors() internal pure returns (bytes4[] memory l) {
        l = new bytes4[](13); // the last stands for burnt gas
        (l[0], l[1], l[2]) =
        (IPool.CapacityExceeded.selector, IPool.ListingLimitExceeded.selector, IPool.GroupLimitExceeded.selector);
        (l[3], l[4], l[5]) =
        (IPool.AdjudicatorLimitExceeded.selector, IPool.IncidentOpen.selector, IPool.AdjudicatorRefuses.selector);
        (l[6], l[7], l[8]) = (IPool.NotBacked.selector, IPool.PoolClosed.selector, IListings.SalesArePaused.selector);
        (l[9], l[10], l[11]) =
        (
            IPool.LossProbabilityTooHigh.selector,
            IListings.AdjudicatorNotApproved.selector,
            MoodyAdjudicator.Moody.selector
        );
    }

    /// @dev Was the refusal right?
    function justify(Watch memory w, IPool.Purchase memory sale, bytes4 why) private view {
        // A pool with fundings below 1 sells nothing before somebody has lifted them.
        if (why == IPool.CapacityExceeded.selector && pools[w.pool].reserves().cohorts == 0) {
            assertTrue(
                w.f.scr + sale.amount + 2 * pools[w.pool].unitsPerGrain() > w.f.backing,
                "refused with capacity to spare"
            );
        }
        if (why == IPool.PoolClosed.selector) assertTrue(w.f.scale != WAD, "a sale refused by a sound pool");
    }

    function unkeyed(uint256 p, uint256 which) internal view returns (uint256 listing) {
        listing = backed[p][which % backed[p].length];
        if (listing == keyedListing) listing = backed[p][0];
    }

    /// @dev An event that can still be bought, or a new one.
    function flightFor(uint256 seed) internal returns (Flight memory flight) {
        if (seed % 3 != 0 && flights.length != 0) {
            flight = flights[seed % flights.length];
            if (flight.quote.lastSale > block.timestamp) return flight;
        }
        IListings.Quote memory q;
        (q.listing, q.facts, q.zone) = (uint32(keyedListing), bytes32(flights.length + 1), uint56(seed % 2));
        q.begins = uint32(block.timestamp + _bound(seed, 4 hours, 8 days));
        q.ends = q.begins + uint32(1 hours + seed % 2 days);
        (q.lastSale, q.expiry) = (q.begins - 2 hours, q.ends);
        q.rate = uint64(_bound(seed, 0.01e18, 0.3e18));
        flight.quote = q;
        flight.key = keccak256(abi.encode(q.facts, q.zone, q.begins, q.ends, q.lastSale));
        flight.risk = riskIdOf(keyedListing, flight.key);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, listings.hashQuote(q));
        flight.signature = abi.encodePacked(r, s, v);
        flights.push(flight);
    }

    function somePolicy(uint256 p, uint256 which) internal view returns (Policy storage policy) {
        p = p % pools.length;
        if (policies[p].length == 0) return blank;
        return policies[p][which % policies[p].length];
    }

    Policy private blank;

    function ownerOf(uint256 id) internal view returns (address) {
        return transferable().ownerOf(id);
    }

    function transferable() private view returns (IOwned) {
        return IOwned(address(covers));
    }
}

interface IOwned {
    function ownerOf(uint256 id) external view returns (address);
    function transferFrom(address from, address to, uint256 id) external payable;
}
