// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {Vm} from "forge-std/Vm.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {Grant} from "../../../src/pool/libraries/PoolState.sol";
import {MoodyAdjudicator} from "../../mocks/MoodyAdjudicator.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {Referee} from "../Referee.sol";

/// @title Incidents: opened, ruled, raised, lapsed, settled in any order and twice, closed
abstract contract IncidentHandler is Referee {
    /// @dev Undecided incidents at a time, and incidents in all, so that the model stays fast.
    uint256 internal constant MOST_OPEN = 6;
    uint256 internal constant MOST_CASES = 48;

    // -- Open ----------------------------------------------------------------------------------------------------

    /// @notice Opens an incident on a risk that some pool has sold, at a time of loss of all kinds.
    function openIncident(uint256 p, uint256 which, uint256 time, uint256 ratio) external {
        p = p % 5 == 4 ? 2 : p % 5;
        if (policies[p].length == 0 || openCases() >= MOST_OPEN || cases.length >= MOST_CASES) return idle(time);
        openOn(p, policies[p][which % policies[p].length].risk, time, ratio);
    }

    /// @notice Everything that a pool insures is hit at once.
    function catastrophe(uint256 p, uint256 time, uint256 ratio) external {
        p = p % 3 == 0 ? 2 : p % pools.length;
        Policy[] storage all = policies[p];
        bytes32 last;
        for (uint256 i; i < all.length && openCases() < MOST_OPEN && cases.length < MOST_CASES; ++i) {
            (, uint256 open) = incidents.head(all[i].risk);
            if (all[i].released || open != 0 || all[i].risk == last) continue;
            last = all[i].risk;
            openOn(p, last, time, ratio);
        }
    }

    /// @notice Asserts another loss of an event that was granted: at another time within its window, so that other covers
    /// were in force.
    function openRaise(uint256 which, uint256 time, uint256 ratio) external {
        for (uint256 i; i < cases.length && openCases() < MOST_OPEN && cases.length < MOST_CASES; ++i) {
            Case memory c = cases[(which % cases.length + i) % cases.length];
            uint256 window = termsOf[c.listing].eventWindow;
            if (window == 0 || !isGranted(c)) continue;
            uint256 p = bookedPool(which, c);
            if (!books[c.id][p].seen) continue;
            (uint256 earliest, uint256 latest) = reach(p, c.risk, c.listing);
            (earliest, latest) = (Math.max(earliest, c.lossTime - window), Math.min(latest, c.lossTime + window));
            if (earliest > latest) continue;
            saw("openRaise");
            return openAt(p, c.risk, time % 3 == 0 ? latest : _bound(time, earliest, latest), ratio);
        }
        idle(time);
    }

    function openOn(uint256 p, bytes32 risk, uint256 time, uint256 ratio) private {
        uint256 listing = pools[p].riskAt(risk).listing;
        openAt(p, risk, timeOfLoss(p, risk, listing, time), ratio);
    }

    function openAt(uint256 p, bytes32 risk, uint256 lossTime, uint256 ratio) private {
        (uint256 listing, bytes32 key) = listingOf(p, risk);
        bool court = termsOf[listing].bond != 0;
        (bool ok, bytes memory reason) =
            court ? assertIt(p, listing, lossTime, ratio) : trigger_(p, listing, key, lossTime);
        if (!ok) {
            refused(reason, errors(IIncidents.LossTimeOutOfBounds.selector, MoodyAdjudicator.Moody.selector, 0));
            return;
        }
        succeeded(court ? bytes32("assertLoss") : bytes32("openTriggered"));
        uint256 id = incidents.count();
        IIncidents.Incident memory i = incidents.incidentOf(id);
        cases.push(Case(id, listing, risk, lossTime, block.timestamp, 0, 0, 0, IIncidents.Status.Open));
        assertEq(i.risk, risk, "opened on another risk");
        assertLe(i.deadline, block.timestamp + 365 days, "CLM-7: a deadline beyond a year");
        uint256 share = termsOf[listing].maxRatio - termsOf[listing].deductible;
        for (uint256 q; q < pools.length; ++q) {
            modelOpened(q, risk, share);
        }
    }

    function modelOpened(uint256 p, bytes32 risk, uint256 share) private {
        uint256 exposure = exposureOf(p, risk);
        if (exposure == 0) return;
        RiskModel storage model = riskModels[p][risk];
        ++model.openCount;
        model.openMost = Math.max(model.openMost, Math.fullMulDivUp(exposure, share, WAD));
    }

    // -- Rule ----------------------------------------------------------------------------------------------------

    /// @notice Rules on an open incident: denied, or granted at some ratio, the greatest included.
    function ruleIncident(uint256 which, uint256 verdict, uint64 ratio) external {
        Case storage c = openCase(which);
        if (c.id == 0) return idle(verdict);
        IIncidents.Incident memory i = incidents.incidentOf(c.id);
        MoodyAdjudicator judge_ =
            MoodyAdjudicator(i.second ? termsOf[c.listing].secondAdjudicator : termsOf[c.listing].adjudicator);
        mustFail(keeper, address(incidents), abi.encodeCall(incidents.rule, (c.id)), ruleError(judge_));
        if (judge_.mood() != MoodyAdjudicator.Mood.Sound) return;
        ratio = verdict % 3 == 0 ? termsOf[c.listing].maxRatio : uint64(_bound(ratio, 0.01e18, WAD));
        bool denied = verdict % 4 == 1;
        judge_.set(c.id, denied ? IAdjudicator.Verdict.Denied : IAdjudicator.Verdict.Granted, ratio);
        Watch[] memory all = watchAll(c);
        incidents.rule(c.id);
        succeeded(denied ? bytes32("deny") : bytes32("grant"));
        modelRuled(c);
        bytes4 again = IIncidents.WrongStatus.selector;
        mustFail(keeper, address(incidents), abi.encodeCall(incidents.rule, (c.id)), again);
        judgeAll(all, denied || c.share == 0 ? Kind.Neutral : Kind.Loss);
    }

    function ruleError(MoodyAdjudicator judge_) private view returns (bytes4) {
        if (judge_.mood() == MoodyAdjudicator.Mood.Sound) return IIncidents.NotRuled.selector;
        return judge_.mood() == MoodyAdjudicator.Mood.Reverts ? MoodyAdjudicator.Moody.selector : bytes4(0);
    }

    /// @dev Takes a ruling (or lapse) into the model, as each pool will step it.
    function modelRuled(Case storage c) private {
        IIncidents.Incident memory i = incidents.incidentOf(c.id);
        (c.status, c.ratio, c.share, c.eventId) = (i.status, i.ratio, i.share, i.eventId);
        if (c.share != 0) lastGrantOn[c.risk] = block.timestamp;
        for (uint256 p; p < pools.length; ++p) {
            RiskModel storage model = riskModels[p][c.risk];
            if (model.openCount == 0) continue;
            if (--model.openCount == 0) model.openMost = 0;
            if (c.share == 0) continue;
            uint256 reserve = reserveAt(p, c);
            uint256 most = exposureOf(p, c.risk) * pools[p].unitsPerGrain();
            assertLe(reserve, most, "CLM-1: a reserve beyond the exposure");
            books[c.id][p] = Book(true, reserve, 0, 0);
            if (c.listing == keyedListing) earnedEarly[p] = true;
        }
    }

    /// @dev The reserve that a pool fixes for an incident once it has stepped.
    function reserveAt(uint256 p, Case memory c) private returns (uint256 reserve) {
        try this.simulateReserve(p, c) {}
        catch (bytes memory reason) {
            reserve = abi.decode(resultOf(reason), (uint256));
        }
    }

    function simulateReserve(uint256 p, Case memory c) external {
        pools[p].poke();
        revert Simulated(abi.encode(uint256(pools[p].grantOf(c.id).unclaimed)));
    }

    /// @notice Past the deadline anyone passes an incident on, or ends it.
    function lapseIncident(uint256 which) external {
        Case storage c = openCase(which);
        if (c.id == 0) return idle(which);
        IIncidents.Incident memory i = incidents.incidentOf(c.id);
        if (which % 4 == 0) elapseUntil(i.deadline + 1);
        if (block.timestamp <= i.deadline) {
            bytes memory early = abi.encodeCall(incidents.lapse, (c.id));
            mustFail(keeper, address(incidents), early, IIncidents.DeadlineNotPassed.selector);
            return;
        }
        Watch[] memory all = watchAll(c);
        vm.prank(keeper);
        incidents.lapse(c.id);
        succeeded("lapse");
        if (incidents.incidentOf(c.id).status != IIncidents.Status.Open) modelRuled(c);
        judgeAll(all, Kind.Neutral);
    }

    // -- Settle --------------------------------------------------------------------------------------------------

    /// @notice Settles a random batch of the covers on an incident's risk, whether or not they have anything to get.
    function settleBatch(uint256 which, uint256 p, uint256 seed) external {
        Case memory c = grantedCase(which);
        if (c.id == 0) return idle(seed);
        p = bookedPool(p, c);
        uint256[] memory ids = batch(p, c, seed);
        if (ids.length == 0) ids = batch(p, c, type(uint256).max);
        if (ids.length == 0) return idle(seed);
        settleIds(c, p, ids, 0);
        // Twice is once.
        if (seed % 4 == 0) settleIds(c, p, ids, 0);
    }

    /// @notice Settles everything that every pool owes for an incident.
    function settleAll(uint256 which) external {
        Case memory c = grantedCase(which);
        if (c.id == 0) return idle(which);
        for (uint256 p; p < pools.length; ++p) {
            uint256[] memory ids = batch(p, c, type(uint256).max);
            if (ids.length != 0) settleIds(c, p, ids, 0);
        }
    }

    /// @notice Settles covers that were in force at the time of a raise alone; whichever raise is named first, the best
    /// one counts in the end.
    function settleRaised(uint256 which, uint256 p, uint256 seed) external {
        Case memory c = raisedCase(which);
        if (c.id == 0) return idle(seed);
        p = bookedPool(p, c);
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length; ++i) {
            Policy memory policy = all[(seed % all.length + i) % all.length];
            if (bestShare(c, policy) == 0 || shareOf(c, policy, 0) != 0) continue;
            for (uint256 j; j < cases.length; ++j) {
                uint256 raise = cases[(seed % cases.length + j) % cases.length].id;
                if (isRaise(c, cases[raise - 1]) && shareOf(c, policy, raise) != 0) {
                    settleIds(c, p, list(policy.id), raise);
                    if (seed % 2 == 0) return;
                }
            }
            return;
        }
    }

    function raisedCase(uint256 which) private view returns (Case memory c) {
        for (uint256 i; i < cases.length; ++i) {
            Case storage known = cases[(which % cases.length + i) % cases.length];
            if (!isGranted(known)) continue;
            for (uint256 j; j < cases.length; ++j) {
                if (isRaise(known, cases[j])) return known;
            }
        }
    }

    // -- Close ---------------------------------------------------------------------------------------------------

    /// @notice Closes an incident; before its window has passed that must fail.
    function closeIncident(uint256 which) external {
        Case storage c = closable(which);
        if (c.id == 0) return idle(which);
        if (which % 2 == 0) elapseUntil(latestClosing(c));
        Watch[] memory all = watchAll(c);
        vm.prank(keeper);
        try incidents.close(c.id) {
            succeeded("close");
            c.status = IIncidents.Status.Closed;
            judgeAll(all, Kind.Neutral);
        } catch (bytes memory reason) {
            refused(reason, errors(IIncidents.SettlementOpen.selector, IIncidents.RaisePending.selector));
            bool due = block.timestamp >= latestClosing(c);
            assertFalse(due && termsOf[c.listing].eventWindow == 0, "an incident that can never be closed");
        }
    }

    /// @notice Finishes incidents that were closed while their funding was not final.
    function finishClosing(uint256 which, uint256 p) external {
        p = p % pools.length;
        for (uint256 i; i < cases.length; ++i) {
            Case memory c = cases[(which % cases.length + i) % cases.length];
            if (c.status != IIncidents.Status.Closed || !pools[p].grantOf(c.id).exists) continue;
            catchUp(p);
            Watch memory w = watch(p);
            try pools[p].finishClosing(c.id) {
                succeeded("finishClosing");
                judge(w, Kind.Neutral);
            } catch (bytes memory reason) {
                refused(reason, errors(IPool.NotClosable.selector, IPool.TopUpsOpen.selector));
                Grant memory g = grantStepped(p, c.id);
                bool topUps = g.short != 0 && g.finalAt != 0 && block.timestamp < g.finalAt + 30 days;
                // Stepping alone may have closed it.
                bool excused = w.f.openRisks != 0 || topUps || !g.exists;
                assertTrue(excused, "a closed incident that cannot be finished");
            }
            return;
        }
        idle(which);
    }

    /// @notice Collects a bond or fee that came back, or was forfeited.
    function collectBond(uint256 who) external {
        address account = [holder, keeper, treasury, alice][who % 4];
        address token = who % 2 == 0 ? address(usd) : address(0);
        uint256 credit = incidents.creditOf(token, account);
        if (credit == 0) return;
        assertEq(incidents.collect(token, account), credit);
        succeeded("collectBond");
    }

    // -- Internal: open ------------------------------------------------------------------------------------------

    function trigger_(uint256 p, uint256 listing, bytes32 key, uint256 lossTime)
        private
        returns (bool ok, bytes memory reason)
    {
        vm.deal(keeper, 1 ether);
        uint256 fee = incidents.TRIGGER_FEE();
        bytes memory call = abi.encodeCall(sensor.open, (incidents, listing, key, lossTime, address(pools[p])));
        vm.prank(keeper);
        (ok, reason) = address(sensor).call{value: fee, gas: GAS}(call);
    }

    function assertIt(uint256 p, uint256 listing, uint256 lossTime, uint256 ratio)
        private
        returns (bool ok, bytes memory reason)
    {
        usd.mint(holder, 100e6);
        IIncidents.Assertion memory a;
        (a.listing, a.lossTime, a.pool) = (uint32(listing), uint32(lossTime), address(pools[p]));
        a.ratio = uint64(_bound(ratio, termsOf[listing].deductible + 1, termsOf[listing].maxRatio));
        vm.startPrank(holder);
        usd.approve(address(incidents), 100e6);
        (ok, reason) = address(incidents).call{gas: GAS}(abi.encodeCall(incidents.assertLoss, (a)));
        vm.stopPrank();
    }

    /// @dev Times of loss worth trying: the earliest and latest that are taken, the edges of a cover, the surroundings of
    /// an earlier event, any.
    function timeOfLoss(uint256 p, bytes32 risk, uint256 listing, uint256 time) private returns (uint256) {
        if (termsOf[listing].keyed && time % 8 != 0) return beginOf(risk);
        (uint256 earliest, uint256 latest) = reach(p, risk, listing);
        if (time % 8 == 0) return latest;
        if (time % 8 == 1) return earliest;
        if (time % 8 == 2) return nearEvent(risk, listing, time, earliest, latest);
        for (uint256 i; i < policies[p].length; ++i) {
            Policy storage policy = policies[p][(time % policies[p].length + i) % policies[p].length];
            if (policy.risk != risk) continue;
            uint256 from = Math.max(earliest, policy.start + termsOf[listing].waiting);
            uint256 to = Math.min(latest, policy.end - 1);
            if (from <= to) return time % 8 == 3 ? from : time % 8 == 4 ? to : _bound(time, from, to);
        }
        return _bound(time, earliest, latest);
    }

    /// @dev A time around another loss on the same risk.
    function nearEvent(bytes32 risk, uint256 listing, uint256 time, uint256 earliest, uint256 latest)
        private
        view
        returns (uint256)
    {
        for (uint256 i; i < cases.length; ++i) {
            Case storage c = cases[(time % cases.length + i) % cases.length];
            if (c.risk != risk) continue;
            uint256 window = termsOf[listing].eventWindow;
            uint256 to = Math.max(earliest, Math.min(latest, c.lossTime + window));
            return _bound(time, Math.max(earliest, Math.min(to, c.lossTime - window)), to);
        }
        return latest;
    }

    /// @dev Which times of loss are taken now, as the refusal of one beyond them tells.
    function reach(uint256 p, bytes32 risk, uint256 listing) private returns (uint256 earliest, uint256 latest) {
        (, bytes32 key) = listingOf(p, risk);
        (bool ok, bytes memory reason) = termsOf[listing].bond != 0
            ? assertIt(p, listing, block.timestamp + 1, 1e18)
            : trigger_(p, listing, key, block.timestamp + 1);
        assertFalse(ok, "an incident in the future");
        if (bytes4(reason) != IIncidents.LossTimeOutOfBounds.selector) return (block.timestamp, block.timestamp);
        assembly ("memory-safe") {
            earliest := mload(add(reason, 0x44))
            latest := mload(add(reason, 0x64))
        }
    }

    function beginOf(bytes32 risk) private view returns (uint256) {
        for (uint256 i; i < flights.length; ++i) {
            if (flights[i].risk == risk) return flights[i].quote.begins;
        }
        return block.timestamp;
    }

    function listingOf(uint256 p, bytes32 risk) internal view returns (uint256 listing, bytes32 key) {
        listing = pools[p].riskAt(risk).listing;
        if (listing != keyedListing) return (listing, 0);
        for (uint256 i; i < flights.length; ++i) {
            if (flights[i].risk == risk) return (listing, flights[i].key);
        }
    }

    // -- Internal: settle ----------------------------------------------------------------------------------------

    /// @dev A pool, counted from `p`, that holds a reserve for a case.
    function bookedPool(uint256 p, Case memory c) private view returns (uint256) {
        for (uint256 i; i < pools.length; ++i) {
            if (books[c.id][(p % pools.length + i) % pools.length].seen) return (p % pools.length + i) % pools.length;
        }
        return p % pools.length;
    }

    /// @dev Covers of a pool on the risk of a case: those whose bit in `seed` is set, in an order that depends on it.
    function batch(uint256 p, Case memory c, uint256 seed) internal view returns (uint256[] memory ids) {
        Policy[] storage all = policies[p];
        ids = new uint256[](all.length);
        uint256 length;
        for (uint256 i; i < all.length; ++i) {
            Policy storage policy = all[(seed % all.length + i) % all.length];
            if (policy.risk == c.risk && seed >> (i % 200) & 1 == 1) ids[length++] = policy.id;
        }
        assembly ("memory-safe") {
            mstore(ids, length)
        }
    }

    function settleIds(Case memory c, uint256 p, uint256[] memory ids, uint256 raise) internal {
        catchUp(p);
        Watch memory w = watch(p);
        uint256 expected = expectedClaims(p, c, ids, raise);
        bool ended = books[c.id][p].seen && !existsStepped(p, c.id);
        (bool ok, bytes memory result) = callSettle(c, ids, raise);
        if (!ok) {
            refused(result, errors(IIncidents.NothingToSettle.selector, IPool.NoReserve.selector));
            assertTrue(expected == 0 || ended, "CLM-2: a cover in force at the loss cannot be settled");
            return;
        }
        succeeded(raise == 0 ? bytes32("settle") : bytes32("settleRaised"));
        uint256 paid = bookSettled(c, p, raise);
        assertEq(abi.decode(result, (uint256)), paid, "settle says another sum than it paid");
        PoolHarness.Figures memory z = judge(w, Kind.Neutral);
        if (z.scale == WAD) assertEq(w.f.cash - z.cash, w.f.balance - z.balance, "cash and tokens part");
    }

    function callSettle(Case memory c, uint256[] memory ids, uint256 raise) private returns (bool, bytes memory) {
        bytes memory call = raise == 0
            ? abi.encodeCall(incidents.settle, (c.id, ids))
            : abi.encodeCall(incidents.settleRaised, (c.id, raise, ids));
        vm.recordLogs();
        vm.prank(keeper);
        return address(incidents).call(call);
    }

    function existsStepped(uint256 p, uint256 id) internal returns (bool) {
        return grantStepped(p, id).exists;
    }

    /// @dev The reserve of an incident, the pool being stepped.
    function grantStepped(uint256 p, uint256 id) internal returns (Grant memory g) {
        try this.simulateGrant(p, id) {}
        catch (bytes memory reason) {
            g = abi.decode(resultOf(reason), (Grant));
        }
    }

    function simulateGrant(uint256 p, uint256 id) external {
        pools[p].poke();
        revert Simulated(abi.encode(pools[p].grantOf(id)));
    }

    /// @dev What the covers of a batch may claim for the first time, units.
    function expectedClaims(uint256 p, Case memory c, uint256[] memory ids, uint256 raise)
        private
        view
        returns (uint256 sum)
    {
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length; ++i) {
            for (uint256 j; j < ids.length; ++j) {
                if (all[i].id != ids[j]) continue;
                sum += claimable(p, c, all[i], shareOf(c, all[i], raise));
            }
        }
    }

    /// @dev Books what a settlement paid, cover by cover (CLM-1, CLM-2).
    function bookSettled(Case memory c, uint256 p, uint256 raise) private returns (uint256 sum) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 level = pools[p].levelOf(c.id);
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IIncidents.CoverSettled.selector) continue;
            (uint256 claim, uint256 payout) = abi.decode(logs[i].data, (uint256, uint256));
            Policy storage policy = policyOf(p, uint256(logs[i].topics[2]));
            if (claim != claimOf[c.id][policy.id]) bookClaim(c, p, policy, claim, raise);
            assertEq(claim, claimOf[c.id][policy.id], "a claim changed");
            paidOn[c.id][policy.id] += payout;
            books[c.id][p].payouts += payout;
            sum += payout;
            if (level != WAD) saw("settled short");
            if (payout != claim && level == WAD) saw("topped up");
            assertEq(paidOn[c.id][policy.id], Math.fullMulDiv(claim, level, WAD), "CLM-2: paid at another level");
            assertEq(coverOf(policy.id).amount, policy.remaining, "the cover remembers another amount");
        }
        assertLe(books[c.id][p].claims, books[c.id][p].reserve, "CLM-1: claims beyond the reserve");
        assertLe(books[c.id][p].payouts, books[c.id][p].reserve, "CLM-1: paid beyond the reserve");
    }

    function bookClaim(Case memory c, uint256 p, Policy storage policy, uint256 claim, uint256 raise) private {
        uint256 more = claim - claimOf[c.id][policy.id];
        assertEq(more, claimable(p, c, policy, shareOf(c, policy, raise)), "CLM-2: a cover claims another amount");
        claimOf[c.id][policy.id] = claim;
        if (termsOf[c.listing].eventWindow != 0) claimedIn[c.eventId][policy.id] += more;
        policy.claimed += more;
        uint256 grains = Math.divUp(more, pools[p].unitsPerGrain());
        policy.remaining -= grains;
        lowerEarlier(policy, grains, c.lossTime);
        books[c.id][p].claims += more;
        assertLe(policy.claimed, policy.insured * pools[p].unitsPerGrain(), "CLM-1: a cover paid more than it insured");
    }

    function policyOf(uint256 p, uint256 id) internal view returns (Policy storage) {
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length; ++i) {
            if (all[i].id == id) return all[i];
        }
        revert("unknown cover");
    }

    // -- Internal: cases -----------------------------------------------------------------------------------------

    function openCases() internal view returns (uint256 open) {
        for (uint256 i; i < cases.length; ++i) {
            if (cases[i].status == IIncidents.Status.Open) ++open;
        }
    }

    Case private nothing;

    function openCase(uint256 which) internal view returns (Case storage) {
        for (uint256 i; i < cases.length; ++i) {
            Case storage c = cases[(which % cases.length + i) % cases.length];
            if (c.status == IIncidents.Status.Open) return c;
        }
        return nothing;
    }

    function grantedCase(uint256 which) internal view returns (Case memory c) {
        for (uint256 i; i < cases.length; ++i) {
            Case storage known = cases[(which % cases.length + i) % cases.length];
            if (isGranted(known)) return known;
        }
    }

    function closable(uint256 which) internal view returns (Case storage) {
        for (uint256 i; i < cases.length; ++i) {
            Case storage c = cases[(which % cases.length + i) % cases.length];
            if (c.status == IIncidents.Status.Granted) return c;
        }
        return nothing;
    }

    /// @dev By then an incident can be closed at the latest.
    function latestClosing(Case memory c) internal view returns (uint256) {
        uint256 closes = incidents.incidentOf(c.id).ruledAt + incidents.SETTLEMENT_WINDOW();
        IListings.Terms memory t = termsOf[c.listing];
        if (t.eventWindow == 0) return closes;
        closes = Math.max(closes, lastGrantOn[c.risk] + incidents.SETTLEMENT_WINDOW());
        return Math.max(closes, incidents.incidentOf(c.eventId).lossTime + t.eventWindow + t.grace + 1);
    }

    /// @dev Looks at the pools that an entry on a case changes.
    function watchAll(Case memory c) internal returns (Watch[] memory all) {
        all = new Watch[](pools.length);
        uint256 length;
        for (uint256 p; p < pools.length; ++p) {
            if (riskModels[p][c.risk].openCount != 0 || books[c.id][p].seen) all[length++] = watch(p);
        }
        assembly ("memory-safe") {
            mstore(all, length)
        }
    }

    function judgeAll(Watch[] memory all, Kind kind) internal {
        for (uint256 i; i < all.length; ++i) {
            judge(all[i], kind);
        }
    }
}
