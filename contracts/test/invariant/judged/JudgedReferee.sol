// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {WildToken} from "../../mocks/WildToken.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {PayHandler} from "./handlers/PayHandler.sol";

/// @title What must hold of claims, stakes and votes, whatever was asserted, judged and decided
/// @notice Counted out of events and of what was kept here, never out of the contracts' own sums.
contract JudgedReferee is PayHandler {
    /// @notice What a campaign calls; what moves the most comes more often.
    function handlers() external pure returns (bytes4[] memory l) {
        l = new bytes4[](37);
        (l[0], l[1], l[2]) = (this.moveTokens.selector, this.delegateVotes.selector, this.moveStake.selector);
        (l[3], l[4], l[5]) = (this.govern.selector, this.actQuickly.selector, this.actWithoutRight.selector);
        (l[6], l[7], l[8]) = (this.changeOracle.selector, this.passTime.selector, this.moveCapital.selector);
        (l[9], l[10], l[11]) = (this.buyCover.selector, this.changeCover.selector, this.settleRaised.selector);
        (l[12], l[13], l[14]) = (this.recover.selector, this.collect.selector, this.convene.selector);
        (l[15], l[16], l[17]) = (this.convene.selector, this.convene.selector, this.convene.selector);
        (l[18], l[19], l[20]) = (this.convene.selector, this.convene.selector, this.assertOne.selector);
        (l[21], l[22], l[23]) = (this.assertOne.selector, this.assertOne.selector, this.convene.selector);
        (l[24], l[25], l[26]) = (this.convene.selector, this.convene.selector, this.conclude.selector);
        (l[27], l[28], l[29]) = (this.conclude.selector, this.conclude.selector, this.settleSome.selector);
        (l[30], l[31], l[32]) = (this.settleSome.selector, this.settleSome.selector, this.govern.selector);
        (l[33], l[34], l[35]) = (this.buyCover.selector, this.disaster.selector, this.disaster.selector);
        l[36] = this.report.selector;
    }

    // -- CAP-1 ---------------------------------------------------------------------------------------------------

    /// @notice CAP-1, and the same for what `Incidents` holds for others.
    function checkMoney() external {
        for (uint256 p; p < POOLS; ++p) {
            PoolHarness.Figures memory f = pools[p].poke();
            assertGe(f.balance, f.cash, "CAP-1: fewer tokens than cash");
            assertGe(f.cash + 2, f.unearned + f.unvested + f.funded + f.owed, "CAP-1: less cash than spoken for");
        }
        (uint256 bonds, uint256 fees) = (creditsOf(address(usd)), creditsOf(address(0)));
        for (uint256 i; i < cases.length; ++i) {
            IIncidents.Incident memory incident = incidents.incidentOf(cases[i].id);
            if (incident.status != IIncidents.Status.Open) continue;
            if (termsOf[cases[i].listing].bond == 0) fees += incident.bond;
            else bonds += incident.bond;
        }
        assertGe(usd.balanceOf(address(incidents)), bonds, "Incidents owes more than it holds");
        assertGe(wild.balanceOf(address(incidents)), creditsOf(address(wild)), "Incidents owes more than it holds");
        assertGe(address(incidents).balance, fees, "Incidents owes more coins than it holds");
    }

    function creditsOf(address asset) private view returns (uint256 sum) {
        address[7] memory others = [dave, treasury, address(bench), address(optimistic), keeper, sponsor, holder];
        for (uint256 i; i < others.length; ++i) {
            sum += incidents.creditOf(asset, others[i]);
        }
        for (uint256 i; i < 10; ++i) {
            sum += incidents.creditOf(asset, victim(i));
        }
    }

    // -- CLM-1, CLM-4 --------------------------------------------------------------------------------------------

    /// @notice CLM-1: nothing is paid beyond a reserve, nor beyond what a cover insured; CLM-4: nor a loss twice.
    function checkPaid() public view {
        for (uint256 i; i < cases.length; ++i) {
            Case memory c = cases[i];
            for (uint256 p; p < POOLS; ++p) {
                Paid memory paid = paidBy[c.id][p];
                assertLe(paid.claims, paid.reserve, "CLM-1: claimed more than reserved");
                assertLe(paid.payouts + paid.cameBack, paid.claims + recoverable(c), "CLM-1: paid more than claimed");
            }
            if (!isGranted(c.id)) continue;
            uint256 ratio = incidents.incidentOf(c.id).ratio;
            for (uint256 k; k < policies.length; ++k) {
                Policy memory policy = policies[k];
                uint256 claim = claimOf[c.id][policy.id];
                if (claim == 0) continue;
                assertEq(policy.listing, c.listing, "a cover of another listing was paid");
                assertEq(policy.key, c.key, "CLM-4: a loss of one account is paid to another");
                uint256 insured = policy.sold * pools[policy.pool].unitsPerGrain();
                uint256 net = ratio - Math.min(ratio, termsOf[c.listing].deductible);
                assertLe(claim, Math.fullMulDiv(insured, net, WAD) + 1, "CLM-1: claimed more than insured");
                uint256 got = payoutOf[c.id][policy.id] + cameBackTo[c.id][policy.id];
                assertLe(got, claim + recoverable(c), "CLM-4: a loss is paid more than once");
            }
        }
        checkLeaves();
    }

    /// @dev What a sponsor's cover claims on a leaf is in no event before it is paid: what comes back may exceed it.
    function recoverable(Case memory c) private view returns (uint256) {
        return byLeaves(c.listing) ? type(uint128).max : 0;
    }

    /// @dev Over all covers, pools and lists of an event nobody is paid more than the largest loss that a list names.
    function checkLeaves() private view {
        for (uint256 i; i < cases.length; ++i) {
            if (!byLeaves(cases[i].listing) || !isGranted(cases[i].id)) continue;
            uint256 eventId = eventOf(cases[i].id);
            for (uint256 v; v < 10; ++v) {
                uint256 paid = leafPaid[eventId][victim(v)];
                if (paid != 0) assertLe(paid, lossIn(eventId, victim(v)), "CLM-4: a leaf is paid more than once");
            }
        }
    }

    function lossIn(uint256 eventId, address who) private view returns (uint256 most) {
        for (uint256 i; i < cases.length; ++i) {
            if (!isGranted(cases[i].id) || eventOf(cases[i].id) != eventId) continue;
            IIncidents.Leaf[] memory leaves = losses[cases[i].list];
            for (uint256 n; n < leaves.length; ++n) {
                if (leaves[n].account == who) most = Math.max(most, leaves[n].loss / 1e12);
            }
        }
    }

    // -- CLM-2, CLM-3, CLM-5 -------------------------------------------------------------------------------------

    /// @notice CLM-2, CLM-3 and CLM-5: with every adjudicator dismissed, the arbitrator and UMA's oracle reverting, the
    /// court's parameters changed, sales paused and every receiver hostile, whoever was in force is paid what he is owed, in
    /// two orders, and both come to the same.
    function checkSettlement() external {
        for (uint256 i; i < cases.length; ++i) {
            if (!isGranted(cases[i].id)) continue;
            for (uint256 p; p < POOLS; ++p) {
                sync(p);
                if (!pools[p].grantOf(cases[i].id).exists) continue;
                (bytes memory one, bytes memory other) = (outcome(p, i, false), outcome(p, i, true));
                // Whose own cover comes first and whose sponsor's changes who pays a loss, not what it gets.
                if (!byLeaves(cases[i].listing)) assertEq(one, other, "CLM-2: the order or the batch matters");
                else equalLeaves(p, i, one, other);
            }
        }
    }

    function equalLeaves(uint256 p, uint256 i, bytes memory one, bytes memory other) private view {
        if (termsOf[cases[i].listing].deductible != 0 || pools[p].levelOf(cases[i].id) != WAD) return;
        (uint256[] memory a, uint256[] memory b) = (abi.decode(one, (uint256[])), abi.decode(other, (uint256[])));
        for (uint256 v; v < a.length; ++v) {
            assertApproxEqAbs(a[v], b[v], 4, "CLM-2: a leaf gets more in another order");
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
        kill();
        uint256[] memory ids = coversOn(p, c);
        uint256 asked;
        for (uint256 i; i < ids.length; ++i) {
            asked += askOf(c, p, ids[i]);
        }
        assertLe(asked, pools[p].grantOf(c.id).unclaimed, "CLM-5: more can be asked than is left of the reserve");
        for (uint256 round; round < 2; ++round) {
            for (uint256 i; i < ids.length; ++i) {
                settleOne(c, p, ids[backwards ? ids.length - 1 - i : i]);
            }
        }
        pools[p].poke();
        checkPaid();
        if (byLeaves(c.listing)) revert Simulated(abi.encode(leavesPaid(c)));
        bytes memory result;
        for (uint256 i; i < ids.length; ++i) {
            result = abi.encode(result, claimOf[c.id][ids[i]], payoutOf[c.id][ids[i]]);
        }
        revert Simulated(abi.encode(result, pools[p].levelOf(c.id)));
    }

    function leavesPaid(Case memory c) private view returns (uint256[] memory paid) {
        paid = new uint256[](10);
        for (uint256 v; v < 10; ++v) {
            paid[v] = leafPaid[eventOf(c.id)][victim(v)];
        }
    }

    function settleOne(Case memory c, uint256 p, uint256 id) private {
        if (byLeaves(c.listing)) {
            (bool found, IIncidents.LeafClaim memory claim) = leafClaim(c, id, 1);
            address protected = covers.coverOf(id).account;
            if (found) settleClaim(protected == EVERYONE ? attacker : protected, c, p, claim);
            return;
        }
        uint256 owed = claimOf[c.id][id] + askOf(c, p, id);
        settleAs(attacker, c, p, list(id));
        assertEq(claimOf[c.id][id], owed, "CLM-3: another claim than is owed");
    }

    /// @dev The plain twin of what a cover may still claim under an incident, units; nothing where losses are listed.
    function askOf(Case memory c, uint256 p, uint256 id) private view returns (uint256) {
        if (byLeaves(c.listing)) return 0;
        IIncidents.Incident memory incident = incidents.incidentOf(c.id);
        (ICovers.Cover memory cover,) = covers.forSettlement(id, c.lossTime);
        bool inForce = cover.start + termsOf[c.listing].waiting <= c.lossTime && c.lossTime < cover.end;
        uint256 claimed = claimOf[c.id][id];
        bool once = termsOf[c.listing].eventWindow == 0 && claimed != 0;
        if (!inForce || cover.start >= incident.openedAt || once) return 0;
        uint256 taken;
        for (uint256 i; i < cases.length; ++i) {
            bool same = isGranted(cases[i].id) && eventOf(cases[i].id) == incident.eventId;
            if (same) taken += claimOf[cases[i].id][id];
        }
        uint256 grain = pools[p].unitsPerGrain();
        uint256 left = cover.amount * grain;
        uint256 base = Math.min(left + taken, cover.insured * grain);
        return Math.min(Math.zeroFloorSub(Math.fullMulDiv(base, incident.share, WAD), claimed), left);
    }

    /// @dev Everything that settlement must not depend on fails or changes.
    function kill() private {
        vm.startPrank(address(timelock));
        listings.setAdjudicator(address(bench), false);
        listings.setAdjudicator(address(optimistic), false);
        listings.setAdjudicator(address(trigger), false);
        for (uint256 i; i < triggers.length; ++i) {
            listings.setAdjudicator(triggers[i], false);
        }
        bench.setParameters(courtParameters(1), courtConfig());
        bench.setStakeValue(address(usd), 0);
        vm.stopPrank();
        if (block.timestamp > listings.pausedUntil() + 7 days) {
            vm.prank(guardian);
            listings.pauseSales(7 days);
        }
        oracle.setFault(MockOptimisticOracle.Fault.BurnGas);
        arbitrator.setReverts(true);
        feed.setDead(true);
        for (uint256 i; i < 4; ++i) {
            wild.setWelcome(holders[i], WildToken.Welcome(1 + i % 3));
        }
    }

    // -- CLM-6 ---------------------------------------------------------------------------------------------------

    /// @notice CLM-6: whatever is decided now is taken in, in two orders: what is granted and funded comes to the same.
    function checkOrder() external {
        (uint256[] memory one, uint256[] memory other) = (fundings(false), fundings(true));
        for (uint256 i; i < cases.length; ++i) {
            assertEq(one[i], other[i], "CLM-6: what is granted depends on the order of rulings");
            // Of two grants on one event which one is called the raise depends on it, not what both come to.
            if (hasRival(i)) return;
        }
        for (uint256 i = cases.length; i < one.length; ++i) {
            assertApproxEqAbs(one[i], other[i], 1e7, "CLM-6: fundings depend on the order of rulings");
        }
    }

    function hasRival(uint256 which) private view returns (bool) {
        for (uint256 i; i < cases.length; ++i) {
            bool same = i != which && riskIdOf(cases[i]) == riskIdOf(cases[which]);
            if (same && isOpen(cases[i].id) && isOpen(cases[which].id)) return true;
        }
        return false;
    }

    function fundings(bool backwards) private returns (uint256[] memory) {
        try this.simulateRulings(backwards) {
            revert("unreachable");
        } catch (bytes memory reason) {
            return abi.decode(resultOf(reason), (uint256[]));
        }
    }

    /// @dev Reports which cases are granted then, and their levels, pool by pool.
    function simulateRulings(bool backwards) external {
        uint256 count = cases.length;
        uint256[] memory result = new uint256[](count * (1 + POOLS));
        for (uint256 i; i < count; ++i) {
            uint256 id = cases[backwards ? count - 1 - i : i].id;
            if (!isOpen(id)) continue;
            // A pool may look at any time between two rulings.
            if (attempt(attacker, address(incidents), abi.encodeCall(IIncidents.rule, (id)), "rule")) {
                pools[i % POOLS].poke();
            }
        }
        for (uint256 p; p < POOLS; ++p) {
            pools[p].poke();
            for (uint256 i; i < count; ++i) {
                if (!isGranted(cases[i].id)) continue;
                (result[i], result[(1 + p) * count + i]) = (1, pools[p].levelOf(cases[i].id));
            }
        }
        revert Simulated(abi.encode(result));
    }

    // -- CLM-7 ---------------------------------------------------------------------------------------------------

    /// @notice CLM-7: past its deadline anyone ends an incident, whatever became of its judges; what was granted can be
    /// closed; every case ends, nobody's stake stays bound, and the court pays out all that it owes.
    function checkDeadlines() external {
        uint256 last = block.timestamp;
        for (uint256 i; i < cases.length; ++i) {
            IIncidents.Incident memory incident = incidents.incidentOf(cases[i].id);
            if (incident.status != IIncidents.Status.Open) continue;
            if (!incident.second) {
                uint256 longest = IAdjudicator(termsOf[cases[i].listing].adjudicator).worstCaseTime(cases[i].listing);
                assertLe(incident.deadline, incident.openedAt + longest, "CLM-7: later than the worst case");
            }
            last = Math.max(last, incident.deadline);
        }
        kill();
        for (uint256 round; round < 2; ++round) {
            vm.warp(last + 1);
            for (uint256 i; i < cases.length; ++i) {
                if (!isOpen(cases[i].id)) continue;
                vm.prank(attacker);
                incidents.lapse(cases[i].id);
                last = Math.max(last, incidents.incidentOf(cases[i].id).deadline);
            }
        }
        vm.warp(last + 90 days);
        for (uint256 i; i < cases.length; ++i) {
            (, uint256 open) = incidents.head(riskIdOf(cases[i]));
            assertEq(open, 0, "CLM-7: an incident that does not end");
            if (statusOf(cases[i].id) == IIncidents.Status.Granted) incidents.close(cases[i].id);
        }
        for (uint256 p; p < POOLS; ++p) {
            assertEq(pools[p].poke().openRisks, 0, "CLM-7: a pool that waits for nothing");
        }
        endCourt();
    }

    function endCourt() private {
        for (uint256 i; i < cases.length; ++i) {
            (bool exists, ICourt.Case memory k) = caseIn(cases[i].id);
            if (!exists) continue;
            bytes memory call = abi.encodeCall(ICourt.settleCase, (cases[i].id));
            assertTrue(k.settled || attempt(keeper, address(bench), call, "settleCase"), "CLM-7: a case does not end");
            settleSilent(cases[i].id);
        }
        for (uint256 i; i < ASSESSORS; ++i) {
            ICourt.Assessor memory a = bench.assessorOf(assessors[i]);
            assertEq(a.locked, 0, "CLM-7: stake stays bound");
            bytes memory all = abi.encodeCall(ICourt.requestUnstake, (a.staked * GRAIN));
            assertTrue(a.staked == 0 || attempt(assessors[i], address(bench), all, "requestUnstake"));
        }
        skip(bench.UNSTAKE_DELAY());
        for (uint256 i; i <= ASSESSORS; ++i) {
            address who = i == ASSESSORS ? treasury : assessors[i];
            bytes memory call = abi.encodeCall(ICourt.withdraw, ());
            if (bench.assessorOf(who).leaving != 0) assertTrue(attempt(who, address(bench), call, "withdraw"));
            call = abi.encodeCall(ICourt.collect, (address(token), who));
            if (bench.creditOf(address(token), who) != 0) assertTrue(attempt(who, address(bench), call, "collect"));
            call = abi.encodeCall(ICourt.collect, (address(usd), who));
            if (bench.creditOf(address(usd), who) != 0) assertTrue(attempt(who, address(bench), call, "collect"));
        }
        // What roundings left: less than a grain a vote.
        assertLe(token.balanceOf(address(bench)), cases.length * 20 * GRAIN, "the court keeps what is others'");
    }

    // -- Tokens --------------------------------------------------------------------------------------------------

    /// @notice Stakes are conserved: nobody loses more than he put in, each is bound for what his commits may cost, and the
    /// court holds all that it owes.
    function checkStakes() external view {
        uint256 stakes;
        uint256 silent;
        for (uint256 i; i < ASSESSORS; ++i) {
            address who = assessors[i];
            ICourt.Assessor memory a = bench.assessorOf(who);
            Stake memory s = stakeBy[who];
            assertLe(s.taken + s.slashed, s.put, "slashed more than a stake");
            uint256 own = uint256(a.staked) + a.leaving;
            assertEq(own * GRAIN, s.put - s.taken - s.slashed, "a stake is not what went in less what went out");
            assertLe(a.locked, own, "bound for more than is there");
            (uint256 bound_, uint256 due) = pledgesOf(who);
            assertEq(a.locked, bound_, "bound for another amount than the commits may cost");
            (stakes, silent) = (stakes + own * GRAIN, silent + due * GRAIN);
        }
        uint256 owed = courtCredits[address(token)] - courtCollected[address(token)];
        assertLe(stakes + owed, token.balanceOf(address(bench)) + silent, "the court owes more than it holds");
        uint256 earned = courtCredits[address(usd)] - courtCollected[address(usd)];
        uint256 fees = usd.balanceOf(address(bench)) + incidents.creditOf(address(usd), address(bench));
        assertLe(earned, fees, "the court owes more fees than it has");
    }

    /// @dev What an assessor's commits may still cost, and that part of it which is certain: he was silent, grains.
    function pledgesOf(address who) private view returns (uint256 sum, uint256 silent) {
        for (uint256 i; i < cases.length; ++i) {
            uint256 pledge = pledged[cases[i].id][who];
            if (pledge == 0) continue;
            sum += pledge;
            if (bench.caseOf(cases[i].id).settled) silent += pledge;
        }
    }

    /// @notice Every delegated token is one vote; none was made but by a decision, within the cap.
    function checkVotes() external view {
        uint256 votes;
        uint256 delegated;
        uint256 held = token.balanceOf(address(bench)) + token.balanceOf(treasury);
        for (uint256 i; i < voters.length + ASSESSORS; ++i) {
            address who = memberAt(i);
            votes += token.getVotes(who);
            held += token.balanceOf(who);
            if (token.delegates(who) != address(0)) delegated += token.balanceOf(who);
        }
        assertEq(votes, delegated, "votes were made or lost");
        assertLe(votes, token.totalSupply());
        assertEq(held, token.totalSupply(), "tokens were made or lost");
        assertEq(token.totalSupply(), SUPPLY + minted, "minted without a decision");
        assertLe(token.totalSupply(), token.MAX_SUPPLY());
    }

    /// @notice GOV-2: nobody but the timelock changes anything, and it waits longer than an exit takes.
    function checkRoles() external view {
        for (uint256 i; i < voters.length; ++i) {
            (bool isAdmin,) = manager.hasRole(0, voters[i]);
            (bool isRegistrar,) = manager.hasRole(2, voters[i]);
            assertFalse(isAdmin || isRegistrar, "GOV-2: a role that waits was given away");
        }
        assertGe(timelock.getMinDelay(), factory.MAX_COOLDOWN() + 2 days, "GOV-2: faster than an exit");
        assertEq(bench.authority(), address(manager));
        assertLe(listings.pausedUntil(), block.timestamp + listings.MAX_PAUSE(), "GOV-1: paused for longer");
    }
}
