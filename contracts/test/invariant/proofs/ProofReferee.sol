// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {Grant} from "../../../src/pool/libraries/PoolState.sol";
import {WildToken} from "../../mocks/WildToken.sol";
import {PoolHarness} from "../PoolHarness.sol";
import {SalvageHandler} from "./handlers/SalvageHandler.sol";

/// @title What must hold of claims, whatever triggers ruled and proofs showed
/// @notice Counted out of events and of what was kept here of the chain, never out of the contracts' own sums.
contract ProofReferee is SalvageHandler {
    /// @notice What a campaign calls.
    function handlers() external pure returns (bytes4[] memory l) {
        l = new bytes4[](30);
        (l[0], l[1], l[2]) = (this.buyCover.selector, this.changeCover.selector, this.shuffle.selector);
        (l[3], l[4], l[5]) = (this.moveHoldings.selector, this.passTime.selector, this.moveSource.selector);
        (l[6], l[7], l[8]) = (this.arm.selector, this.disaster.selector, this.read.selector);
        (l[9], l[10], l[11]) = (this.prove.selector, this.thaw.selector, this.lapse.selector);
        (l[12], l[13], l[14]) = (this.close.selector, this.report.selector, this.rotate.selector);
        (l[15], l[16], l[17]) = (this.proveHolding.selector, this.recordLate.selector, this.settleSome.selector);
        (l[18], l[19], l[20]) = (this.settleAll.selector, this.settleRaised.selector, this.handOver.selector);
        (l[21], l[22], l[23]) = (this.takeLot.selector, this.recover.selector, this.collect.selector);
        // What moves the most comes more often.
        (l[24], l[25], l[26]) = (this.disaster.selector, this.settleAll.selector, this.handOver.selector);
        (l[27], l[28], l[29]) = (this.buyCover.selector, this.disaster.selector, this.sleep.selector);
    }

    // -- CAP -----------------------------------------------------------------------------------------------------

    /// @notice CAP-1, and the same for what `Incidents` and `Salvage` hold for others.
    function checkMoney() external {
        for (uint256 p; p < POOLS; ++p) {
            PoolHarness.Figures memory f = pools[p].poke();
            assertGe(f.balance, f.cash, "CAP-1: fewer tokens than cash");
            assertGe(f.cash + 2, f.unearned + f.unvested + f.funded + f.owed, "CAP-1: less cash than spoken for");
        }
        uint256 bonds = creditsOf(address(usd));
        uint256 fees = incidents.creditOf(address(0), keeper) + incidents.creditOf(address(0), treasury);
        for (uint256 i; i < cases.length; ++i) {
            IIncidents.Incident memory incident = incidents.incidentOf(cases[i].id);
            if (incident.status != IIncidents.Status.Open) continue;
            if (cases[i].listing == judged) bonds += incident.bond;
            else fees += incident.bond;
        }
        assertGe(usd.balanceOf(address(incidents)), bonds, "Incidents owes more than it holds");
        assertGe(wild.balanceOf(address(incidents)), creditsOf(address(wild)), "Incidents owes more than it holds");
        assertGe(address(incidents).balance, fees, "Incidents owes more coins than it holds");
        uint256 lots;
        for (uint256 i = 1; i <= salvage.lotCount(); ++i) {
            lots += salvage.lotOf(i).left;
        }
        assertGe(dst.balanceOf(address(salvage)), lots, "Salvage sells more than it holds");
    }

    function creditsOf(address token) private view returns (uint256 sum) {
        address[4] memory others = [keeper, attacker, treasury, bob];
        for (uint256 i; i < 4; ++i) {
            sum += incidents.creditOf(token, others[i]);
        }
        sum += incidents.creditOf(token, holders[0]) + incidents.creditOf(token, holders[3]);
        for (uint256 i; i < SAVERS; ++i) {
            sum += incidents.creditOf(token, savers[i]);
        }
    }

    // -- CLM-1 ---------------------------------------------------------------------------------------------------

    /// @notice CLM-1: nothing is paid beyond a reserve, nor beyond what a cover insured at the loss.
    function checkPaid() external view {
        for (uint256 i; i < cases.length; ++i) {
            for (uint256 p; p < POOLS; ++p) {
                Paid memory paid = paidBy[cases[i].id][p];
                assertLe(paid.claims, paid.reserve, "CLM-1: claimed more than reserved");
                assertLe(paid.payouts + paid.cameBack, paid.claims, "CLM-1: paid more than claimed");
            }
            for (uint256 k; k < policies.length; ++k) {
                uint256 claim = claimOf[cases[i].id][policies[k].id];
                if (claim == 0) continue;
                uint256 grains = Math.min(insuredAt(policies[k], cases[i]), policies[k].sold);
                uint256 ratio = incidents.incidentOf(cases[i].id).ratio - termsOf[cases[i].listing].deductible;
                uint256 insured = grains * pools[policies[k].pool].unitsPerGrain();
                assertLe(claim, Math.fullMulDiv(insured, ratio, WAD), "CLM-1: claimed more than insured at the loss");
            }
        }
    }

    /// @dev What was sold and counted at the time of loss; of an event that can be raised, at any time.
    function insuredAt(Policy storage policy, Case memory c) private view returns (uint256 sum) {
        for (uint256 i; i < policy.since.length; ++i) {
            if (policy.since[i] <= c.lossTime || c.listing == judged) sum += policy.parts[i];
        }
    }

    // -- CLM-2, CLM-3 --------------------------------------------------------------------------------------------

    /// @notice CLM-2 and CLM-3: with every feed dead, every adjudicator off the register, every token retired and every
    /// receiver hostile, whoever was in force is paid what he is owed, in two orders, and both come to the same.
    function checkSettlement() external {
        for (uint256 i; i < cases.length; ++i) {
            if (!isGranted(cases[i].id)) continue;
            for (uint256 p; p < POOLS; ++p) {
                sync(p);
                if (!pools[p].grantOf(cases[i].id).exists) continue;
                (bytes memory one, bytes memory other) = (outcome(p, i, false), outcome(p, i, true));
                if (!isShared(p, cases[i])) assertEq(one, other, "CLM-2: the order or the batch matters");
            }
        }
    }

    /// @dev Two covers for one account: who comes first finds more of the holding.
    function isShared(uint256 p, Case memory c) private view returns (bool) {
        uint256[] memory ids = coversOn(p, c);
        if (proofOf[c.listing].token == address(0)) return false;
        for (uint256 i; i < ids.length; ++i) {
            for (uint256 k; k < i; ++k) {
                if (policies[placeOf[ids[i]] - 1].account == policies[placeOf[ids[k]] - 1].account) return true;
            }
        }
        return false;
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
        for (uint256 round; round < 3; ++round) {
            for (uint256 i; i < ids.length; ++i) {
                if (!backwards) settleOne(c, p, ids[i], round == 0 && c.listing != judged);
                else if (i == 0 && round == 0) settleAs(attacker, c, p, reversed(ids));
                else settleAs(settlerOf(ids[ids.length - 1 - i], c.lossTime), c, p, list(ids[ids.length - 1 - i]));
            }
        }
        bytes memory result;
        for (uint256 i; i < ids.length; ++i) {
            result = abi.encode(result, claimOf[c.id][ids[i]], payoutOf[c.id][ids[i]]);
        }
        pools[p].poke();
        this.checkPaid();
        this.checkHoldings();
        revert Simulated(abi.encode(result, pools[p].levelOf(c.id)));
    }

    function settleOne(Case memory c, uint256 p, uint256 id, bool exact) private {
        uint256 owed = exact ? owedTo(c, p, id) : 0;
        settleAs(settlerOf(id, c.lossTime), c, p, list(id));
        if (exact) assertEq(claimOf[c.id][id], owed, "CLM-3: another claim than is owed");
    }

    function reversed(uint256[] memory ids) private pure returns (uint256[] memory back) {
        back = new uint256[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            back[i] = ids[ids.length - 1 - i];
        }
    }

    /// @dev A cover that asks for its claim under an incident of one ruling. Units.
    struct Asker {
        uint256 id;
        uint256 pool;
        bool entitled;
        uint256 base;
        uint256 left;
        uint256 claimed;
        uint256 ratio;
        uint256 deductible;
        bool salvage;
    }

    function askerOf(Case memory c, uint256 p, uint256 id) private view returns (Asker memory a) {
        IIncidents.Incident memory incident = incidents.incidentOf(c.id);
        (ICovers.Cover memory cover,) = covers.forSettlement(id, c.lossTime);
        (a.id, a.pool, a.claimed) = (id, p, claimOf[c.id][id]);
        (a.ratio, a.deductible) = (incident.ratio, termsOf[c.listing].deductible);
        a.salvage = proofOf[c.listing].salvage;
        bool once = proofOf[c.listing].token == address(0) && a.claimed != 0;
        a.entitled = isInForce(id, c.lossTime) && cover.start < incident.openedAt && !once;
        uint256 grain = pools[p].unitsPerGrain();
        a.left = cover.amount * grain;
        a.base = Math.min(a.left + Math.divUp(a.claimed, grain) * grain, cover.insured * grain);
    }

    /// @dev What it claims in all if so much was lost.
    function claimFor(Asker memory a, uint256 loss) private pure returns (uint256) {
        if (!a.entitled) return a.claimed;
        uint256 gross = Math.min(Math.fullMulDiv(a.base, a.ratio - a.deductible, WAD), loss);
        return a.claimed + Math.min(Math.zeroFloorSub(gross, a.claimed), a.left);
    }

    /// @dev The plain twin of what a cover claims in all.
    function owedTo(Case memory c, uint256 p, uint256 id) private view returns (uint256) {
        Asker memory a = askerOf(c, p, id);
        bool proven = proofOf[c.listing].token != address(0);
        return claimFor(a, proven ? provenLoss(c, a) : type(uint256).max);
    }

    /// @dev What the holding lost, less what others were paid on it.
    function provenLoss(Case memory c, Asker memory a) private view returns (uint256 loss) {
        (uint256 held, uint256 others) = shownTo(c, a);
        loss = Math.zeroFloorSub(lossOf(c, a, held), others);
        loss = Math.min(loss, Math.fullMulDiv(a.base, a.ratio, WAD));
        if (a.salvage) loss = Math.min(loss, lossOf(c, a, Math.min(held, salvage.handedOf(c.id, a.id))));
        return Math.zeroFloorSub(loss, Math.fullMulDivUp(a.base, a.deductible, WAD));
    }

    /// @dev Tokens held, if it is shown, and what others were paid on them, units.
    function shownTo(Case memory c, Asker memory a) private view returns (uint256 held, uint256 others) {
        address account_ = policies[placeOf[a.id] - 1].account;
        (bool known, uint256 shown, uint256 usedUp,,) =
            proofs.holdingOf(termsOf[c.listing].proofTerms, account_, c.lossTime);
        if (!known) return (0, 0);
        held = heldAt(c.lossTime, indexOf(proofOf[c.listing].token), account_);
        // NFTs that nobody has shown do not count.
        if (proofOf[c.listing].token == address(nft)) held = Math.min(held, shown);
        usedUp = Math.fullMulDivUp(usedUp, valueAt(c.listing, c.lossTime) * unitOf(a.pool), 1e18 * WAD);
        others = Math.zeroFloorSub(usedUp, a.claimed);
    }

    /// @dev What so many tokens lost, units.
    function lossOf(Case memory c, Asker memory a, uint256 amount) private view returns (uint256) {
        uint256 worth = Math.fullMulDiv(amount, valueAt(c.listing, c.lossTime) * unitOf(a.pool), 1e18 * WAD);
        return Math.fullMulDiv(worth, a.ratio, WAD);
    }

    /// @dev Everything that settlement must not depend on fails.
    function kill() private {
        vm.startPrank(admin);
        for (uint256 i; i < adjudicators.length; ++i) {
            listings.setAdjudicator(adjudicators[i], false);
        }
        if (block.timestamp > listings.pausedUntil() + 7 days) listings.pauseSales(7 days);
        for (uint256 i; i < 3; ++i) {
            proofs.retireToken(tokens[i]);
        }
        vm.stopPrank();
        for (uint256 i; i < 4; ++i) {
            feeds[i].setDead(true);
            wild.setWelcome(holders[i], WildToken.Welcome(1 + i % 3));
            wild.setWelcome(savers[i], WildToken.Welcome.BurnsGas);
        }
    }

    // -- CLM-4 ---------------------------------------------------------------------------------------------------

    /// @notice CLM-4: over all covers, pools, listings and incidents of two weeks that touch, an account's token is paid for
    /// no more often than it was held, at the largest ratio.
    function checkHoldings() external view {
        for (uint256 t; t < 3; ++t) {
            for (uint256 i; i < SAVERS; ++i) {
                for (uint256 w; w < weeks_.length; ++w) {
                    (address token, address who, uint256 week) = (tokens[t], savers[i], weeks_[w]);
                    uint256 sum = used[token][who][week] + used[token][who][week + 1];
                    uint256 allowed = Math.max(most[token][who][week], most[token][who][week + 1]);
                    assertLe(sum, allowed, "CLM-4: a holding is paid more than once");
                }
            }
        }
        for (uint256 i; i < cases.length; ++i) {
            for (uint256 k; k < policies.length; ++k) {
                (uint256 c, uint256 id) = (cases[i].id, policies[k].id);
                assertLe(payoutOf[c][id] + cameBackTo[c][id], claimOf[c][id], "CLM-4: a loss is paid more than once");
            }
        }
    }

    // -- CLM-5 ---------------------------------------------------------------------------------------------------

    /// @notice CLM-5: what could still be asked is within what is left of the reserve, and its money is there.
    function checkReserves() external {
        for (uint256 p; p < POOLS; ++p) {
            PoolHarness.Figures memory f = pools[p].poke();
            uint256 funded;
            for (uint256 i; i < cases.length; ++i) {
                Grant memory g = pools[p].grantOf(cases[i].id);
                if (!g.exists) continue;
                uint256 due = Math.fullMulDiv(uint256(g.unclaimed) + g.short, pools[p].levelOf(cases[i].id), WAD);
                funded += Math.zeroFloorSub(due, g.paid);
                assertLe(askedOf(p, cases[i]), g.unclaimed, "CLM-5: more can be asked than is left of the reserve");
            }
            assertLe(funded, f.funded + cases.length, "CLM-5: less money than the levels promise");
        }
    }

    /// @dev What all covers may still ask for at most, as if all was proven.
    function askedOf(uint256 p, Case memory c) private view returns (uint256 sum) {
        uint256[] memory ids = coversOn(p, c);
        for (uint256 i; i < ids.length && c.listing != judged; ++i) {
            Asker memory a = askerOf(c, p, ids[i]);
            sum += claimFor(a, type(uint256).max) - a.claimed;
        }
    }

    // -- CLM-6 ---------------------------------------------------------------------------------------------------

    /// @notice CLM-6: whatever can be proven now is, in two orders: all fundings come to the same.
    function checkOrder() external {
        (uint256[] memory one, uint256[] memory other) = (fundings(false), fundings(true));
        bool same = true;
        for (uint256 i; i < cases.length; ++i) {
            if (one[i] == other[i]) continue;
            same = false;
            assertTrue(hasRival(i), "CLM-6: what is granted depends on the order of rulings");
        }
        // Of two spans of a listing that lie too near to each other the first to be proven is ruled.
        for (uint256 p; same && p < POOLS; ++p) {
            for (uint256 i = (1 + p) * cases.length; i < (2 + p) * cases.length; ++i) {
                assertApproxEqAbs(one[i], other[i], 1e7, "CLM-6: fundings depend on the order of rulings");
            }
        }
    }

    /// @dev Is another span of the listing under proof?
    function hasRival(uint256 which) private view returns (bool) {
        for (uint256 i; i < cases.length; ++i) {
            bool same = i != which && cases[i].listing == cases[which].listing;
            if (same && statusOf(cases[i].id) == IIncidents.Status.Open) return true;
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

    /// @dev Reports which cases are granted then, and their fundings, pool by pool.
    function simulateRulings(bool backwards) external {
        uint256 count = cases.length;
        uint256[] memory result = new uint256[](count * (1 + POOLS));
        for (uint256 i; i < count; ++i) {
            Case memory c = cases[backwards ? count - 1 - i : i];
            if (statusOf(c.id) != IIncidents.Status.Open || c.listing == judged) continue;
            (address target, bytes memory call) = provingCall(c);
            // forge-lint: disable-next-line(unchecked-call)
            (bool ok,) = target.call{gas: GAS}(call);
            // A pool may look at any time between two rulings.
            if (ok) pools[i % POOLS].poke();
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

    /// @notice CLM-7: past its deadline anyone ends an incident, whatever became of its trigger and its feed; and what
    /// was granted can be closed.
    function checkDeadlines() external {
        uint256 last = block.timestamp;
        for (uint256 i; i < cases.length; ++i) {
            IIncidents.Incident memory incident = incidents.incidentOf(cases[i].id);
            if (incident.status != IIncidents.Status.Open) continue;
            IListings.Terms memory t = termsOf[cases[i].listing];
            uint256 longest =
                cases[i].listing == judged ? 3 days : IAdjudicator(t.adjudicator).worstCaseTime(cases[i].listing);
            assertLe(incident.deadline, incident.openedAt + longest, "CLM-7: later than the worst case");
            last = Math.max(last, incident.deadline);
        }
        kill();
        vm.warp(last + 1);
        for (uint256 i; i < cases.length; ++i) {
            if (statusOf(cases[i].id) != IIncidents.Status.Open) continue;
            vm.prank(attacker);
            incidents.lapse(cases[i].id);
        }
        vm.warp(last + 60 days);
        for (uint256 i; i < cases.length; ++i) {
            (, uint256 open) = incidents.head(riskIdOf(cases[i]));
            assertEq(open, 0, "CLM-7: an incident that does not end");
            if (statusOf(cases[i].id) == IIncidents.Status.Granted) incidents.close(cases[i].id);
        }
        for (uint256 p; p < POOLS; ++p) {
            assertEq(pools[p].poke().openRisks, 0, "CLM-7: a pool that waits for nothing");
        }
    }
}
