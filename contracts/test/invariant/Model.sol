// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math as OZMath} from "@openzeppelin/contracts/utils/math/Math.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {Funding} from "../../src/pool/libraries/Funding.sol";
import {Grant, Group} from "../../src/pool/libraries/PoolState.sol";
import {Solvency} from "../../src/pool/libraries/Solvency.sol";
import {MoodyAdjudicator} from "../mocks/MoodyAdjudicator.sol";
import {PoolHarness} from "./PoolHarness.sol";
import {AttackerHandler} from "./handlers/AttackerHandler.sol";

/// @title Everything recomputed from what was bought, claimed and asked for, and compared with the pools
/// @notice Each `check…` brings the pools up to date, compares, and is called by an invariant; it changes nothing for
/// good, because it is called in a context that is thrown away.
contract Model is AttackerHandler {
    uint256 private constant BPS = 10_000;

    /// @dev The requirement of one pool, recomputed. Grains.
    struct Book2 {
        uint256[] groups;
        uint256[] nets;
        uint256[] grosses;
        uint256 length;
        uint256[16] q;
        uint256[16] a;
    }

    /// @notice What a campaign calls.
    function handlers() external pure returns (bytes4[] memory l) {
        l = new bytes4[](31);
        (l[0], l[1], l[2]) = (this.underwrite.selector, this.requestExit.selector, this.cancelExit.selector);
        (l[3], l[4], l[5]) = (this.processExits.selector, this.processOwnExit.selector, this.claimExit.selector);
        (l[6], l[7], l[8]) = (this.buyCover.selector, this.buyKeyed.selector, this.buyToTheLimit.selector);
        (l[9], l[10], l[11]) = (this.openIncident.selector, this.catastrophe.selector, this.ruleIncident.selector);
        (l[12], l[13], l[14]) = (this.lapseIncident.selector, this.settleBatch.selector, this.settleAll.selector);
        (l[15], l[16], l[17]) = (this.settleRaised.selector, this.closeIncident.selector, this.finishClosing.selector);
        (l[18], l[19], l[20]) = (this.releaseRisk.selector, this.passTime.selector, this.openRaise.selector);
        (l[21], l[22], l[23]) = (this.upkeep.selector, this.shuffle.selector, this.knock.selector);
        (l[24], l[25]) = (this.split.selector, this.sandwich.selector);
        (l[26], l[27]) = (this.donate.selector, this.collectBond.selector);
        (l[28], l[29], l[30]) = (this.extendCover.selector, this.increaseCover.selector, this.giveUpCover.selector);
    }

    // -- CAP -----------------------------------------------------------------------------------------------------

    /// @notice CAP-1: tokens ≥ cash ≥ everything that is spoken for; the debts are those that people can claim.
    function checkLedger() external {
        for (uint256 p; p < pools.length; ++p) {
            PoolHarness pool = pools[p];
            PoolHarness.Figures memory f = pool.poke();
            assertGe(f.balance, f.cash, "CAP-1: fewer tokens than cash");
            assertGe(
                f.cash + 2, f.unearned + f.unvested + f.funded + f.owed, "CAP-1: less cash than what is spoken for"
            );
            uint256 debts = pool.feesOwed() + pool.keptFor(keeper) + pool.keptFor(attacker);
            for (uint256 i; i < holders.length; ++i) {
                debts += pool.keptFor(holders[i]);
            }
            for (uint256 i; i < underwriters.length; ++i) {
                debts += pool.claimableOf(underwriters[i]).assets;
            }
            assertEq(pool.ledger().owed, debts, "CAP-1: debts that nobody can claim, or claims that are no debts");
        }
    }

    /// @notice CAP-1: the premium stream is what all covers still hold, to the last 1e-18 grain.
    function checkStream() external {
        for (uint256 p; p < pools.length; ++p) {
            pools[p].poke();
            uint256 sum = unearnedOf(p);
            if (earnedEarly[p]) assertLe(pools[p].unearnedExact(), sum, "CAP-1: more unearned than the covers hold");
            else assertEq(pools[p].unearnedExact(), sum, "CAP-1: the stream is not what the covers hold");
        }
    }

    /// @notice CAP-3: nobody has more than what he put in and what streamed in while he was in.
    function checkNobodyGains() external {
        for (uint256 p; p < pools.length; ++p) {
            PoolHarness.Figures memory f = pools[p].poke();
            for (uint256 i; i < underwriters.length; ++i) {
                address u = underwriters[i];
                uint256 has = got[p][u] + pools[p].claimableOf(u).assets * f.scale / WAD
                    + worth(p, f, pools[p].balanceOf(u)) + waiting(p, f, u);
                uint256 fair = put[p][u] + streamed[p][u] / 1e9;
                assertLe(has, fair + (roundings[p][u] + 2) * tolerance(p), "CAP-3: somebody took more than his share");
            }
        }
    }

    function worth(uint256 p, PoolHarness.Figures memory f, uint256 shares) private view returns (uint256) {
        return Math.fullMulDiv(shares, f.high + 1, f.supply + pools[p].virtualShares());
    }

    /// @dev What somebody's requests are worth: at most what they were worth when asked.
    function waiting(uint256 p, PoolHarness.Figures memory f, address u) private view returns (uint256 sum) {
        for (uint256 i; i < exits.length; ++i) {
            Exit storage e = exits[i];
            if (e.pool != p || e.controller != u || e.cancelled || e.served >= e.shares) continue;
            sum += Math.min(e.asked - e.paid, worth(p, f, e.shares - e.served));
        }
    }

    // -- SOL -----------------------------------------------------------------------------------------------------

    /// @notice SOL-2: the requirement out of all covers not yet released, and every sum on the way to it.
    function checkRequirement() external {
        for (uint256 p; p < pools.length; ++p) {
            pools[p].poke();
            Book2 memory b = recompute(p);
            uint256 s;
            uint256 s2;
            for (uint256 c; c < 16; ++c) {
                Solvency.Class memory class = pools[p].classAt(c);
                assertEq(class.q, b.q[c], "SOL-2: sum of squares of a class");
                assertEq(class.a, b.a[c], "SOL-2: sum of a class");
                uint256 root = sqrtUp(OZMath.ceilDiv((BPS - class.rho) * b.q[c] + class.rho * b.a[c] * b.a[c], BPS));
                (s, s2) = (s + root, s2 + root * root);
            }
            Solvency.Totals memory totals = pools[p].totals();
            assertEq(totals.s, s, "SOL-2: sum over the classes");
            assertEq(totals.s2, s2, "SOL-2: sum of squares over the classes");
            uint256 r = pools[p].acrossClasses();
            uint256 scr = sqrtUp(OZMath.ceilDiv((BPS - r) * s2 + r * s * s, BPS));
            assertEq(pools[p].capital().scr, scr * pools[p].unitsPerGrain(), "SOL-2: the requirement");
        }
    }

    function sqrtUp(uint256 x) private pure returns (uint256) {
        return OZMath.sqrt(x, OZMath.Rounding.Ceil);
    }

    /// @dev Groups and classes of a pool out of its covers and its incidents.
    function recompute(uint256 p) private view returns (Book2 memory b) {
        bytes32[] storage all = risksOf[p];
        (b.groups, b.nets, b.grosses) =
        (new uint256[](all.length), new uint256[](all.length), new uint256[](all.length));
        uint256 open;
        uint256 openRisks;
        for (uint256 i; i < all.length; ++i) {
            RiskModel memory model = riskModels[p][all[i]];
            uint256 exposure = exposureOf(p, all[i]);
            assertEq(pools[p].riskAt(all[i]).exposure, exposure, "SOL-2: exposure of a risk");
            uint256 granted = grantedOf(p, all[i]);
            uint256 reserved = Math.max(granted, Math.min(model.openMost, exposure));
            if (model.openCount != 0) ++openRisks;
            open += reserved - granted;
            uint256 net = exposure > reserved ? exposure - reserved : 0;
            if (exposure == 0) continue;
            uint256 at_ = find(b, model.group);
            (b.nets[at_], b.grosses[at_]) = (b.nets[at_] + net, b.grosses[at_] + exposure);
        }
        assertEq(pools[p].reserves().open, open, "SOL-2: what open incidents reserve");
        assertEq(pools[p].reserves().openRisks, openRisks, "SOL-2: risks with an open incident");
        for (uint256 i; i < b.length; ++i) {
            Group memory group = pools[p].groupAt(b.groups[i]);
            assertEq(group.net, b.nets[i], "SOL-2: net exposure of a group");
            assertEq(group.gross, b.grosses[i], "SOL-2: gross exposure of a group");
            uint256 class = b.groups[i] >> 56;
            (b.q[class], b.a[class]) = (b.q[class] + b.nets[i] * b.nets[i], b.a[class] + b.nets[i]);
        }
    }

    function find(Book2 memory b, uint256 group) private pure returns (uint256 i) {
        for (; i < b.length; ++i) {
            if (b.groups[i] == group) return i;
        }
        b.groups[b.length++] = group;
    }

    /// @dev Granted and not yet claimed on a risk, grains.
    function grantedOf(uint256 p, bytes32 risk) private view returns (uint256 granted) {
        for (uint256 i; i < cases.length; ++i) {
            Book memory book = books[cases[i].id][p];
            if (cases[i].risk != risk || !book.seen || !pools[p].grantOf(cases[i].id).exists) continue;
            granted += (book.reserve - book.claims) / pools[p].unitsPerGrain();
        }
        uint256 counted = pools[p].riskReserveAt(risk).granted;
        // A sale takes what several grants reserve together down to the exposure: nothing new hides behind it.
        assertLe(counted, granted, "SOL-2: granted reserve of a risk");
        return counted;
    }

    /// @notice SOL-3: the requirement is at least what any one group can lose.
    function checkGroups() external {
        for (uint256 p; p < pools.length; ++p) {
            uint256 scr = pools[p].poke().scr;
            for (uint256 i; i < risksOf[p].length; ++i) {
                uint256 net = pools[p].groupAt(riskModels[p][risksOf[p][i]].group).net;
                assertGe(scr, net * pools[p].unitsPerGrain(), "SOL-3: less than the exposure of a group");
            }
        }
    }

    // -- CLM -----------------------------------------------------------------------------------------------------

    /// @notice CLM-1: nothing is paid beyond a reserve, nor beyond what a cover insured.
    function checkPaid() external view {
        for (uint256 p; p < pools.length; ++p) {
            for (uint256 i; i < cases.length; ++i) {
                Book memory book = books[cases[i].id][p];
                assertLe(book.payouts, book.claims, "CLM-1: paid more than claimed");
                assertLe(book.claims, book.reserve, "CLM-1: claimed more than reserved");
            }
            Policy[] storage all = policies[p];
            for (uint256 i; i < all.length; ++i) {
                uint256 units = pools[p].unitsPerGrain();
                assertLe(all[i].claimed, all[i].insured * units, "CLM-1: claimed more than insured");
                assertLe(all[i].claimed, (all[i].insured - all[i].remaining) * units, "CLM-1: remains too much");
            }
        }
    }

    /// @notice CLM-5: what all entitled covers could still ask for is within what is left of the reserve, and the money
    /// for it is there at its level.
    function checkReserves() external {
        for (uint256 p; p < pools.length; ++p) {
            PoolHarness.Figures memory f = pools[p].poke();
            uint256[] memory reserve = new uint256[](f.cohorts + 1);
            uint256[] memory paid = new uint256[](f.cohorts + 1);
            for (uint256 i; i < cases.length; ++i) {
                Case memory c = cases[i];
                Grant memory g = pools[p].grantOf(c.id);
                Book memory book = books[c.id][p];
                if (!g.exists) continue;
                assertEq(g.unclaimed, book.reserve - book.claims, "CLM-5: unclaimed");
                assertLe(asks(p, c), g.unclaimed, "CLM-5: more can be asked than is left of the reserve");
                uint256 place = pools[p].placeOf(c.id);
                (reserve[place], paid[place]) = (reserve[place] + g.unclaimed + g.short, paid[place] + g.paid);
            }
            assertEq(pools[p].reserves().full, reserve[0] - paid[0], "CLM-5: reserves funded in full");
            uint256 net;
            for (uint256 i; i < f.cohorts; ++i) {
                Funding.Cohort memory cohort = pools[p].cohortAt(i);
                assertEq(cohort.reserve, reserve[i + 1], "CLM-5: reserve of a cohort");
                assertEq(cohort.paid, paid[i + 1], "CLM-5: paid of a cohort");
                // Where there is no money at all several stand at zero; the first unit merges them.
                uint256 below = i == 0 ? WAD : pools[p].cohortAt(i - 1).level;
                assertTrue(cohort.level < below || below == 0, "CLM-5: levels out of order");
                assertLt(cohort.level, WAD, "CLM-5: a full cohort in the stack");
                net += Funding.heldUp(cohort);
            }
            if (f.cohorts != 0) assertEq(pools[p].stackNet(), net, "CLM-5: what the cohorts hold");
        }
    }

    /// @dev What all covers could still claim for the first time under a case.
    function asks(uint256 p, Case memory c) private view returns (uint256 sum) {
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length; ++i) {
            sum += claimable(p, c, all[i], bestShare(c, all[i]));
        }
    }

    /// @notice CLM-2 and CLM-3: with every adjudicator dead and off the register and sales paused, everything that is owed
    /// can be settled, one by one forwards or in one batch backwards, and comes to the same.
    function checkSettlement() external {
        for (uint256 i; i < cases.length; ++i) {
            if (!isGranted(cases[i])) continue;
            for (uint256 p; p < pools.length; ++p) {
                if (!books[cases[i].id][p].seen || !existsStepped(p, cases[i].id)) continue;
                bytes memory one = outcome(p, i, false);
                bytes memory other = outcome(p, i, true);
                assertEq(one, other, "CLM-2: the order or the batch matters");
            }
        }
    }

    function outcome(uint256 p, uint256 which, bool backwards) private returns (bytes memory) {
        try this.simulateSettlement(p, which, backwards) {
            revert("unreachable");
        } catch (bytes memory reason) {
            return resultOf(reason);
        }
    }

    function simulateSettlement(uint256 p, uint256 which, bool backwards) external {
        Case memory c = cases[which];
        if (incidents.journalLength() != pools[p].reserves().cursor) pools[p].step(type(uint32).max);
        kill();
        uint256[] memory ids = owedTo(p, c);
        uint256 paid;
        if (!backwards) {
            for (uint256 i; i < ids.length; ++i) {
                paid += incidents.settle(c.id, list(ids[i]));
            }
        } else if (ids.length != 0) {
            for (uint256 i; i < ids.length / 2; ++i) {
                (ids[i], ids[ids.length - 1 - i]) = (ids[ids.length - 1 - i], ids[i]);
            }
            paid = incidents.settle(c.id, ids);
        }
        // A claim takes whole grains off what open incidents may take: the level may rise a little with each.
        for (uint256 i; i < ids.length; ++i) {
            // forge-lint: disable-next-line(unchecked-call)
            (bool ok, bytes memory more) =
                address(incidents).call(abi.encodeCall(incidents.settle, (c.id, list(ids[i]))));
            if (ok) paid += abi.decode(more, (uint256));
            else assertEq(bytes4(more), IIncidents.NothingToSettle.selector, "CLM-2: a top-up is refused");
        }
        pools[p].poke(); // other fundings are lifted when somebody next looks
        revert Simulated(abi.encode(paid, pools[p].levelOf(c.id), pools[p].capital()));
    }

    /// @dev Everything that settlement must not depend on fails.
    function kill() private {
        sensor.setMood(MoodyAdjudicator.Mood.Reverts);
        jury.setMood(MoodyAdjudicator.Mood.BurnsGas);
        second.setMood(MoodyAdjudicator.Mood.Reverts);
        vm.startPrank(admin);
        listings.setAdjudicator(address(sensor), false);
        listings.setAdjudicator(address(jury), false);
        if (block.timestamp > listings.pausedUntil() + 7 days) listings.pauseSales(7 days);
        vm.stopPrank();
    }

    /// @dev Covers in force at the loss that have something to claim for the first time.
    function owedTo(uint256 p, Case memory c) private view returns (uint256[] memory ids) {
        Policy[] storage all = policies[p];
        ids = new uint256[](all.length);
        uint256 length;
        for (uint256 i; i < all.length; ++i) {
            if (claimable(p, c, all[i], shareOf(c, all[i], 0)) != 0) ids[length++] = all[i].id;
        }
        assembly ("memory-safe") {
            mstore(ids, length)
        }
    }

    /// @notice CLM-7: every incident that is past its deadline can be ended by anyone, whatever its adjudicators do.
    function checkDeadlines() external {
        for (uint256 i; i < cases.length; ++i) {
            if (cases[i].status != IIncidents.Status.Open) continue;
            IIncidents.Incident memory incident = incidents.incidentOf(cases[i].id);
            assertLe(incident.deadline, cases[i].openedAt + 730 days + 3650 days, "CLM-7: no deadline");
            if (block.timestamp <= incident.deadline) continue;
            kill();
            vm.prank(attacker);
            incidents.lapse(cases[i].id);
            incident = incidents.incidentOf(cases[i].id);
            if (incident.status == IIncidents.Status.Open) {
                assertTrue(incident.second, "CLM-7: an incident that goes on");
                vm.warp(incident.deadline + 1);
                incidents.lapse(cases[i].id);
                incident = incidents.incidentOf(cases[i].id);
            }
            assertTrue(incident.status == IIncidents.Status.Lapsed, "CLM-7: an incident that does not end");
        }
    }

    // -- EXT -----------------------------------------------------------------------------------------------------

    /// @notice EXT-1: once the covers in force have been released, every exit that is due is paid.
    function checkWayOut() external {
        for (uint256 p; p < pools.length; ++p) {
            PoolHarness.Figures memory f = pools[p].poke();
            if (f.head == f.tail || f.openRisks != 0 || isUnsettled(p)) continue;
            vm.warp(Math.max(block.timestamp + pools[p].cooldown(), lastRunOff(p) * 1 days));
            for (uint256 i; i < risksOf[p].length; ++i) {
                if (exposureOf(p, risksOf[p][i]) != 0) pools[p].release(risksOf[p][i]);
            }
            f = pools[p].poke();
            assertEq(f.scr, 0, "EXT-1: a requirement without cover");
            if (f.queued == 0 || f.low == 0) continue;
            pools[p].processRedeem(type(uint32).max);
            assertEq(pools[p].balanceOf(address(pools[p])), 0, "EXT-1: an exit is left though nothing is insured");
        }
    }

    function isUnsettled(uint256 p) private view returns (bool) {
        for (uint256 i; i < risksOf[p].length; ++i) {
            if (pools[p].riskReserveAt(risksOf[p][i]).unsettled != 0) return true;
        }
        return false;
    }

    function lastRunOff(uint256 p) private view returns (uint256 day) {
        for (uint256 i; i < risksOf[p].length; ++i) {
            day = Math.max(day, pools[p].riskReserveAt(risksOf[p][i]).frozenUntil);
        }
        for (uint256 i; i < policies[p].length; ++i) {
            if (!policies[p][i].released) day = Math.max(day, policies[p][i].runOff);
        }
    }

    /// @notice EXT-2: nobody's exits were paid more than they were worth when asked, nor twice.
    function checkExits() external view {
        for (uint256 i; i < exits.length; ++i) {
            Exit storage e = exits[i];
            assertLe(e.paid, e.asked, "EXT-2: paid more than it was worth when asked");
            assertLe(e.served, e.shares, "EXT-2: served more shares than asked");
            uint256 left = pools[e.pool].requestAt(e.id).shares;
            assertEq(left, e.cancelled ? 0 : e.shares - e.served, "EXT-2: the queue remembers another number of shares");
        }
        for (uint256 p; p < pools.length; ++p) {
            uint256 queued;
            for (uint256 i; i < exits.length; ++i) {
                if (exits[i].pool == p && !exits[i].cancelled) queued += exits[i].shares - exits[i].served;
            }
            assertEq(pools[p].balanceOf(address(pools[p])), queued, "EXT-2: shares in the queue");
        }
    }
}
