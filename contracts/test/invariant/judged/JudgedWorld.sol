// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {Court} from "../../../src/adjudicators/Court.sol";
import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {MembersAppeal} from "../../../src/adjudicators/MembersAppeal.sol";
import {Optimistic} from "../../../src/adjudicators/Optimistic.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {RiskId} from "../../../src/cover/libraries/RiskId.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {WildArbitrator} from "../../mocks/WildArbitrator.sol";
import {WildToken} from "../../mocks/WildToken.sol";
import {GovernanceFixture} from "../../unit/governance/GovernanceFixture.sol";
import {Trees} from "../../unit/Trees.sol";
import {Counted} from "../Counted.sol";
import {PoolHarness} from "../PoolHarness.sol";

/// @title The world of the campaign of judgement: the token and its votes, the court and its appeals, UMA's oracle, lists of
/// losses, and three pools after the launch
/// @notice The first pool is wide, the second in another token whose receivers may turn hostile (it takes no list of
/// losses, which is worth dollars), the third so small that it falls short.
abstract contract JudgedWorld is GovernanceFixture, Counted {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @dev A cover as it was sold. Grains.
    struct Policy {
        uint256 id;
        uint256 pool;
        uint256 listing;
        bytes32 key;
        address account;
        uint256 sold; // in all, less what was given up
    }

    /// @dev An incident, and what is true of it.
    struct Case {
        uint256 id;
        uint256 listing;
        bytes32 key;
        uint256 lossTime;
        uint256 pool;
        uint32 truth; // billionths of what was asserted
        uint256 list; // of losses, that was asserted
        bool lied; // about its sum
    }

    /// @dev What an incident has paid in a pool, units.
    struct Paid {
        bool known;
        uint256 reserve;
        uint256 claims;
        uint256 payouts;
        uint256 cameBack;
    }

    /// @dev What went into the court and out of it by its events, units of the token.
    struct Stake {
        uint256 put;
        uint256 taken;
        uint256 slashed;
    }

    // -- The world -----------------------------------------------------------------------------------------------

    uint256 internal constant POOLS = 3;
    uint256 internal constant LISTS = 3;
    uint256 internal constant VICTIMS = 4;
    uint256 internal constant ASSESSORS = 8;
    uint256 internal constant APPEAL_FEE = 0.1 ether;
    uint256 internal constant GRAIN = 1e9;
    uint32 internal constant FULL = 1e9;
    address internal constant EVERYONE = address(type(uint160).max);

    PoolHarness[] public pools;
    WildToken internal wild;
    Court internal bench;
    MembersAppeal internal appeals;
    WildArbitrator internal arbitrator;
    MockOptimisticOracle internal oracle;
    Optimistic internal optimistic;
    ILossProofs internal proofs;

    uint256 internal triggered;
    uint256 internal judged;
    uint256 internal wildly;
    uint256 internal believed;
    uint256 internal lists;
    uint256 internal believedLists;
    uint256 internal personal;
    uint256[] internal listed;
    mapping(uint256 listing => IListings.Terms) internal termsOf;

    address[] internal assessors;
    address internal insider;
    address internal mute;
    address[] internal voters;
    address[] internal holders;
    address internal sponsor = makeLabelled("sponsor");
    address internal dave = makeLabelled("dave");
    IIncidents.Leaf[][] internal losses;

    // -- What is remembered --------------------------------------------------------------------------------------

    Policy[] internal policies;
    Case[] internal cases;
    mapping(uint256 incident => mapping(uint256 pool => Paid)) internal paidBy;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal claimOf;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal payoutOf;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal cameBackTo;
    /// @dev Paid on an account's loss in an event, by all covers, pools and lists; units.
    mapping(uint256 eventId => mapping(address account => uint256)) internal leafPaid;
    mapping(address assessor => Stake) internal stakeBy;
    mapping(address token => uint256) internal courtCredits;
    mapping(address token => uint256) internal courtCollected;
    uint256 internal minted;
    /// @dev What a commit may still cost, grains.
    mapping(uint256 incident => mapping(address assessor => uint256)) internal pledged;

    // -- Set-up --------------------------------------------------------------------------------------------------

    function poolCode() internal pure override returns (bytes memory) {
        return type(PoolHarness).creationCode;
    }

    function newLossProofs(address coversAt, address incidentsAt) internal override returns (address) {
        return deployCode("LossProofs.sol:LossProofs", abi.encode(authority, coversAt, incidentsAt, 1_800));
    }

    function beforeHandOver() internal override {
        vm.deal(keeper, 1_000 ether);
        vm.deal(bob, 1_000 ether);
        proofs = ILossProofs(address(lossProofs));
        wild = new WildToken("Wild dollar", "WUSD", 18);
        arbitrator = new WildArbitrator();
        oracle = new MockOptimisticOracle();
        appeals = MembersAppeal(
            deployCode("MembersAppeal.sol:MembersAppeal", abi.encode(token, treasury, APPEAL_FEE, 3 days, 1_000))
        );
        bench = Court(deployCode("Court.sol:Court", abi.encode(authority, token, incidents, listings, covers)));
        optimistic = Optimistic(deployCode("Optimistic.sol:Optimistic", abi.encode(incidents, listings, oracle)));
        holders = [holder, victim(0), victim(1), dave];
        vm.startPrank(admin);
        listings.setAdjudicator(address(bench), true);
        listings.setAdjudicator(address(optimistic), true);
        listings.setProtocolFee(500);
        bench.setParameters(courtParameters(500), courtConfig());
        bench.setStakeValue(address(usd), 1e6);
        bench.setStakeValue(address(wild), 1e18);
        assign(address(bench), ICourt.setParameters.selector, 2);
        assign(address(bench), ICourt.setStakeValue.selector, 2);
        vm.stopPrank();
        createLists();
        createListings();
        createTriggers();
        createPools();
        createAssessors();
    }

    /// @dev As quick as a court may be, so that a run sees many cases end.
    function courtParameters(uint16 wrongSlash) internal pure returns (ICourt.Parameters memory p) {
        (p.minStake, p.quorum, p.minAssessors, p.tolerance) = (1_000e9, 1_000, 3, 0.1e9);
        (p.wrongSlash, p.silentSlash, p.feeShare, p.multiple) = (wrongSlash, 1_000, 2_000, 2);
        (p.openTime, p.appealTime, p.evidenceTime) = (2 days, 2 days, 1 days);
        (p.answerTime, p.commitTime, p.revealTime) = (1 days, 2 days, 2 days);
    }

    function courtConfig() internal view returns (ICourt.Config memory c) {
        (c.arbitrator, c.arbitrationTime, c.repayShare) = (address(appeals), 7 days, 3_000);
    }

    /// @dev The same four in two lists with other losses; a third list has others, too.
    function createLists() private {
        losses = new IIncidents.Leaf[][](LISTS);
        for (uint256 i; i < VICTIMS; ++i) {
            losses[0].push(IIncidents.Leaf(victim(i), uint128((i + 1) * 1_000e18)));
            losses[1].push(IIncidents.Leaf(victim(i), uint128((VICTIMS - i) * 900e18)));
        }
        losses[2].push(IIncidents.Leaf(victim(1), 500e18));
        losses[2].push(IIncidents.Leaf(victim(9), 1));
        losses[2].push(IIncidents.Leaf(victim(2), 7_000e18 + 1));
    }

    function createListings() private {
        triggered = newListing(termsFor(address(trigger)));
        track(triggered);
        judged = bench.createListing(bonded(address(bench)), "Hack", "", courtConfig());
        track(judged);
        IListings.Terms memory t = bonded(address(bench));
        ICourt.Config memory config = courtConfig();
        (t.deductible, t.finderReward, t.settlerReward, config.arbitrator) = (0.1e18, 50, 30, address(arbitrator));
        wildly = bench.createListing(t, "Hack, heard by a stranger", "", config);
        track(wildly);
        t = bonded(address(optimistic));
        t.secondAdjudicator = address(bench);
        IOptimistic.Config memory c = IOptimistic.Config(address(usd), 1_000e6, 5_000e6, 1 days);
        believed = optimistic.createListing(t, "Custodian", c);
        track(believed);
        (t.lossProof, t.deductible) = (IListings.LossProof.Merkle, 0.05e18);
        t.proofTerms = proofs.defineRootTerms(ILossProofs.RootTerms(address(usd), 1e18, address(0), 0));
        believedLists = optimistic.createListing(t, "Custodian, by account", c);
        track(believedLists);
        (t.adjudicator, t.secondAdjudicator, t.deductible) = (address(bench), address(0), 0);
        lists = bench.createListing(t, "Users of a protocol", "", courtConfig());
        track(lists);
        t = bonded(address(bench));
        t.personal = true;
        personal = bench.createListing(t, "Key theft", "", courtConfig());
        track(personal);
    }

    function termsFor(address adjudicator) internal view returns (IListings.Terms memory t) {
        t = triggerTerms();
        (t.adjudicator, t.waiting, t.grace) = (adjudicator, 1 hours, 15 days);
    }

    function bonded(address adjudicator) private view returns (IListings.Terms memory t) {
        t = termsFor(adjudicator);
        (t.bondToken, t.bond, t.eventWindow) = (address(usd), 100e6, 3 days);
    }

    function track(uint256 listing) internal {
        termsOf[listing] = listings.terms(listing);
        listed.push(listing);
        if (!termsOf[listing].keyed) postRate(listing, RATE);
    }

    /// @dev The triggers and their listings, what keepers keep fresh for them, and an offer for one event.
    function createTriggers() internal virtual;

    function refresh() internal virtual;

    function quoteOf(uint256 seed) internal virtual returns (bytes memory);

    function createPools() private {
        for (uint256 p; p < POOLS; ++p) {
            IPool.Parameters memory c = parameters(p == 1 ? address(wild) : address(usd));
            (c.cooldown, c.r) = (3 days, 0.1e18);
            for (uint256 i; i < c.classes.length; ++i) {
                (c.classes[i].rho, c.classes[i].maxLossProbability) = (0.25e18, 0.9e18);
            }
            pools.push(PoolHarness(factory.createPool(poolCode(), c, new bytes[](0))));
            for (uint256 i; i < listed.length; ++i) {
                if (p == 1 && byLeaves(listed[i])) continue;
                back(pools[p], listed[i], uint8(i % 4), uint48(i + 1));
            }
        }
        deposit(pools[0], alice, 150_000e6);
        deposit(pools[1], bob, 40_000e18);
        deposit(pools[2], carol, 12_000e6);
    }

    /// @dev Four who are honest; a whale; one who underwrites what he judges; one who never reveals; one with dust.
    function createAssessors() private {
        string[8] memory labels = ["ann", "ben", "cid", "dee", "whale", "insider", "mute", "dust"];
        uint256[8] memory stakes = [uint256(10_000), 10_000 + 1, 9_999, 12_000, 45_000, 10_000, 10_000, 500]; // whole tokens
        for (uint256 i; i < ASSESSORS; ++i) {
            address who = makeLabelled(labels[i]);
            assessors.push(who);
            give(who, 2 * stakes[i] * 1e18);
            addStake(who, stakes[i] * 1e18);
        }
        (insider, mute) = (assessors[5], assessors[6]);
        deposit(pools[0], insider, 20_000e6);
        voters = [alice, bob, carol, founder, attacker];
    }

    function addStake(address who, uint256 amount) internal {
        vm.prank(who);
        token.approve(address(bench), amount);
        attempt(who, address(bench), abi.encodeCall(ICourt.stake, (amount)), "stake");
    }

    // -- Events --------------------------------------------------------------------------------------------------

    function listen() internal override {
        vm.recordLogs();
    }

    /// @dev Books what the events of a call say; those of one that failed never were.
    function heard(bool ok) internal override {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; ok && i < logs.length; ++i) {
            if (logs[i].emitter == address(bench)) ofCourt(logs[i]);
            else if (logs[i].emitter == address(incidents)) ofIncidents(logs[i]);
        }
    }

    function ofCourt(Vm.Log memory l) private {
        bytes32 kind = l.topics[0];
        address one = l.topics.length > 1 ? address(uint160(uint256(l.topics[1]))) : address(0);
        address two = l.topics.length > 2 ? address(uint160(uint256(l.topics[2]))) : address(0);
        if (kind == ICourt.Staked.selector) stakeBy[one].put += abi.decode(l.data, (uint256));
        if (kind == ICourt.Unstaked.selector) stakeBy[one].taken += abi.decode(l.data, (uint256));
        if (kind == ICourt.Credited.selector) courtCredits[one] += abi.decode(l.data, (uint256));
        if (kind == ICourt.Collected.selector) courtCollected[one] += abi.decode(l.data, (uint256));
        if (kind == ICourt.Committed.selector) {
            uint256 weight = abi.decode(l.data, (uint256));
            pledged[uint256(l.topics[1])][two] = (weight * silentSlashOf(uint256(l.topics[1])) + 9_999) / 10_000;
        }
        // From the reveals on whoever is barred stays liable.
        if (kind == ICourt.Barred.selector && !isRevealing(uint256(l.topics[1]))) {
            pledged[uint256(l.topics[1])][two] = 0;
        }
        if (kind == ICourt.Slashed.selector) {
            uint256 loss = abi.decode(l.data, (uint256));
            stakeBy[two].slashed += loss;
            assertLe(loss, pledged[uint256(l.topics[1])][two] * GRAIN, "slashed more than a commit may cost");
            pledged[uint256(l.topics[1])][two] = 0;
            saw("slashed");
        }
        if (kind == ICourt.CaseSettled.selector) released(uint256(l.topics[1]));
    }

    /// @dev Whoever revealed is free again, or was slashed before.
    function released(uint256 incident) private {
        ICourt.Vote[] memory votes = bench.votesOf(incident);
        for (uint256 i; i < votes.length; ++i) {
            if (isFree(incident, votes[i])) pledged[incident][votes[i].voter] = 0;
        }
    }

    /// @dev The slashes follow this event: they are judged by what was pledged.
    function isFree(uint256 incident, ICourt.Vote memory vote) private view returns (bool) {
        (ICourt.Outcome outcome, uint32 award) = bench.outcomeOf(incident);
        (ICourt.Parameters memory p,) = bench.parametersOf(bench.caseOf(incident).version);
        uint256 apart = vote.award > award ? vote.award - award : award - vote.award;
        return outcome != ICourt.Outcome.Decided || apart <= p.tolerance;
    }

    function isRevealing(uint256 incident) private view returns (bool) {
        ICourt.Case memory c = bench.caseOf(incident);
        return block.timestamp >= uint256(c.commitFrom) + c.commitTime;
    }

    function silentSlashOf(uint256 incident) private view returns (uint256) {
        (ICourt.Parameters memory p,) = bench.parametersOf(bench.caseOf(incident).version);
        return p.silentSlash;
    }

    function ofIncidents(Vm.Log memory l) private {
        bytes32 kind = l.topics[0];
        uint256 incident = uint256(l.topics[1]);
        uint256 id = l.topics.length > 2 ? uint256(l.topics[2]) : 0;
        if (kind == IIncidents.CoverSettled.selector) {
            (uint256 claim, uint256 payout) = abi.decode(l.data, (uint256, uint256));
            bookClaim(incident, id, claim, payout);
            address who = covers.coverOf(id).account;
            if (byLeaves(listingOf(incident))) leafPaid[eventOf(incident)][who] += payout;
        }
        if (kind == IIncidents.LeavesSettled.selector) {
            uint256[] memory payments = abi.decode(l.data, (uint256[]));
            for (uint256 i; i < payments.length; ++i) {
                uint256 payout = payments[i] >> 160;
                bookClaim(incident, id, claimOf[incident][id] + payout, payout);
                leafPaid[eventOf(incident)][address(uint160(payments[i]))] += payout;
            }
            saw("leaves");
        }
        if (kind == IIncidents.RecoveryShared.selector) {
            bookReturn(incident, id, covers.coverOf(id).account, abi.decode(l.data, (uint256)));
        }
        if (kind == IIncidents.LeafRecoveryShared.selector) {
            bookReturn(incident, id, address(uint160(uint256(l.topics[3]))), abi.decode(l.data, (uint256)));
        }
    }

    function bookClaim(uint256 incident, uint256 id, uint256 claim, uint256 payout) private {
        Paid storage paid = paidBy[incident][poolOf(id)];
        paid.claims += claim - claimOf[incident][id];
        paid.payouts += payout;
        (claimOf[incident][id], payoutOf[incident][id]) = (claim, payoutOf[incident][id] + payout);
        saw(pools[poolOf(id)].levelOf(incident) < WAD ? bytes32("paid short") : bytes32("paid in full"));
    }

    function bookReturn(uint256 incident, uint256 id, address account_, uint256 amount) private {
        cameBackTo[incident][id] += amount;
        paidBy[incident][poolOf(id)].cameBack += amount;
        if (byLeaves(listingOf(incident))) leafPaid[eventOf(incident)][account_] += amount;
        saw("came back");
    }

    // -- Small things --------------------------------------------------------------------------------------------

    /// @dev Waits, but not past the times of cases that are open.
    function await(uint256 time) internal {
        if (openCount() != 0) skip(1 hours);
        else if (time > block.timestamp) vm.warp(time);
    }

    function openCount() internal view returns (uint256 count) {
        for (uint256 i; i < cases.length; ++i) {
            if (isOpen(cases[i].id)) ++count;
        }
    }

    function victim(uint256 i) internal pure returns (address) {
        return address(uint160(0xa0000 + i));
    }

    function byLeaves(uint256 listing) internal view returns (bool) {
        return termsOf[listing].lossProof == IListings.LossProof.Merkle;
    }

    function listingOf(uint256 incident) internal view returns (uint256) {
        return incidents.incidentOf(incident).listing;
    }

    function eventOf(uint256 incident) internal view returns (uint256) {
        return incidents.incidentOf(incident).eventId;
    }

    function poolOf(uint256 id) internal view returns (uint256 p) {
        address pool = covers.poolOf(id);
        while (address(pools[p]) != pool) ++p;
    }

    function sync(uint256 p) internal {
        if (incidents.journalLength() != pools[p].reserves().cursor) pools[p].step(type(uint32).max);
    }

    function statusOf(uint256 incident) internal view returns (IIncidents.Status) {
        return incidents.incidentOf(incident).status;
    }

    function isOpen(uint256 incident) internal view returns (bool) {
        return statusOf(incident) == IIncidents.Status.Open;
    }

    function isGranted(uint256 incident) internal view returns (bool) {
        IIncidents.Status s = statusOf(incident);
        return s == IIncidents.Status.Granted || s == IIncidents.Status.Closed;
    }

    function riskIdOf(Case memory c) internal pure returns (bytes32) {
        return RiskId.idOf(c.listing, c.key);
    }

    function tokenOf(uint256 p) internal view returns (TestToken) {
        return TestToken(pools[p].asset());
    }

    /// @dev Units of a whole asset of a pool.
    function unitOf(uint256 p) internal pure returns (uint256) {
        return p == 1 ? 1e18 : 1e6;
    }

    /// @dev The case of an incident in the court, if there is one.
    function caseIn(uint256 incident) internal view returns (bool exists, ICourt.Case memory c) {
        try bench.caseOf(incident) returns (ICourt.Case memory found) {
            return (true, found);
        } catch {}
    }

    function rootOf(uint256 list_) internal view returns (bytes32 root, uint256 sum) {
        return Trees.rootOf(losses[list_]);
    }
}
