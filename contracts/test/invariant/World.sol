// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {ICovers} from "../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {RiskId} from "../../src/cover/libraries/RiskId.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {Base} from "../Base.sol";
import {MoodyAdjudicator} from "../mocks/MoodyAdjudicator.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {WildToken} from "../mocks/WildToken.sol";
import {PoolHarness} from "./PoolHarness.sol";

/// @title The world of a campaign: pools, listings, people, and everything that the tests remember of them
/// @notice Handlers act on it and write down what happened; invariants compare that with the contracts.
abstract contract World is Base {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @dev A cover as it was bought. Grains, unless it says units.
    struct Policy {
        uint256 id;
        bytes32 risk;
        uint256 listing;
        uint256 start;
        uint256 end;
        uint256 runOff; // day
        uint256 insured;
        uint256 remaining;
        uint256 claimed; // units
        uint256 rate; // of its stream, 1e-18 grains a second
        uint256 streamStart; // day
        uint256 streamEnd; // day
        bool released;
    }

    /// @dev Premium that flows on after its cover was cancelled: of a part that a loss had taken. 1e-18 grains a second.
    struct Rest {
        uint256 rate;
        uint256 start; // day
        uint256 end; // day
    }

    /// @dev An incident.
    struct Case {
        uint256 id;
        uint256 listing;
        bytes32 risk;
        uint256 lossTime;
        uint256 openedAt;
        uint256 ratio;
        uint256 share;
        uint256 eventId;
        IIncidents.Status status;
    }

    /// @dev An incident in a pool. Units.
    struct Book {
        bool seen;
        uint256 reserve;
        uint256 claims;
        uint256 payouts;
    }

    /// @dev A risk in a pool. Grains.
    struct RiskModel {
        uint256 group;
        uint256 openCount;
        uint256 openMost;
        bool known;
    }

    /// @dev An exit. Units, unless it says shares.
    struct Exit {
        uint256 pool;
        uint256 id;
        address controller;
        uint256 shares;
        uint256 asked;
        uint256 askedAt;
        uint256 served; // shares
        uint256 paid;
        bool cancelled;
    }

    /// @dev A keyed event and the offer on it.
    struct Flight {
        IListings.Quote quote;
        bytes32 key;
        bytes32 risk;
        bytes signature;
    }

    error Peeked(PoolHarness.Figures figures);
    error Simulated(bytes result);

    // -- The world -----------------------------------------------------------------------------------------------

    uint256 internal constant TOLERANCE = 3;
    /// @dev Gas for calls into what may burn all that it gets.
    uint256 internal constant GAS = 30_000_000;
    uint256 internal constant SIGNER_KEY = 0xB01;
    PoolHarness[] public pools;
    WildToken internal ether_;
    MoodyAdjudicator internal sensor;
    MoodyAdjudicator internal jury;
    MoodyAdjudicator internal second;
    uint256[] internal listed;
    mapping(uint256 listing => IListings.Terms) internal termsOf;
    mapping(uint256 pool => uint256[]) internal backed;
    mapping(uint256 pool => mapping(uint256 listing => uint256)) internal groupOf; // class << 56 | group
    uint256 internal keyedListing;
    address[] internal underwriters;
    address[] internal holders;

    // -- What is remembered --------------------------------------------------------------------------------------

    mapping(uint256 pool => Policy[]) internal policies;
    mapping(uint256 pool => Rest[]) internal rests;
    /// @dev Of each increase of a cover: when it begins to count, and what remains for losses before that. Grains.
    mapping(uint256 id => uint256[]) internal untilOf;
    mapping(uint256 id => uint256[]) internal leftBefore;
    mapping(uint256 pool => mapping(bytes32 risk => RiskModel)) internal riskModels;
    mapping(uint256 pool => bytes32[]) internal risksOf;
    Case[] internal cases;
    mapping(uint256 incident => mapping(uint256 pool => Book)) internal books;
    mapping(bytes32 risk => uint256) internal lastGrantOn;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal claimOf;
    mapping(uint256 incident => mapping(uint256 id => uint256)) internal paidOn;
    mapping(uint256 eventId => mapping(uint256 id => uint256)) internal claimedIn;
    Exit[] internal exits;
    Flight[] internal flights;
    mapping(uint256 pool => bool) internal earnedEarly;
    mapping(uint256 pool => mapping(address => uint256)) internal put;
    mapping(uint256 pool => mapping(address => uint256)) internal got;
    mapping(uint256 pool => mapping(address => uint256)) internal streamed; // 1e9 to a unit
    mapping(uint256 pool => mapping(address => uint256)) internal roundings;

    /// @notice Calls to the protocol that succeeded, and those that were refused as they should be.
    uint256 public successes;
    uint256 public refusals;
    mapping(bytes32 name => uint256) internal successesOf;
    bytes32[] internal names;
    /// @notice Hash over everything that happened: equal for equal runs.
    bytes32 public digest;

    // -- Set-up --------------------------------------------------------------------------------------------------

    function poolCode() internal pure override returns (bytes memory) {
        return type(PoolHarness).creationCode;
    }

    function setUp() public virtual override {
        super.setUp();
        ether_ = new WildToken("Test ether", "TETH", 18);
        (sensor, jury, second) =
        (new MoodyAdjudicator(true, 3 days), new MoodyAdjudicator(false, 3 days), new MoodyAdjudicator(false, 2 days));
        vm.startPrank(admin);
        listings.setAdjudicator(address(sensor), true);
        listings.setAdjudicator(address(jury), true);
        listings.setQuoteSigner(vm.addr(SIGNER_KEY), true);
        listings.setProtocolFee(500);
        vm.stopPrank();
        underwriters = [alice, bob, carol, attacker];
        holders = [holder, makeLabelled("holder 2"), makeLabelled("holder 3")];
        createListings();
        createPools();
    }

    function createListings() private {
        IListings.Terms memory t = triggerTerms();
        t.adjudicator = address(sensor);
        list(t);
        (t.maxRatio, t.deductible, t.waiting, t.grace, t.minPeriod) = (0.8e18, 0.05e18, 1 days, 3 days, 2 days);
        (t.finderReward, t.settlerReward) = (50, 30);
        list(t);
        t = triggerTerms();
        (t.adjudicator, t.grace) = (address(sensor), 2 days);
        list(t);

        t = courtTerms();
        (t.adjudicator, t.deductible, t.waiting, t.grace) = (address(jury), 0.1e18, 6 hours, 10 days);
        list(t);
        (t.secondAdjudicator, t.maxRatio, t.deductible, t.waiting, t.grace) =
        (address(second), 0.9e18, 0, 1 days, 45 days);
        (t.eventWindow, t.minPeriod) = (2 days, 2 days);
        list(t);

        t = triggerTerms();
        (t.adjudicator, t.keyed, t.waiting, t.grace, t.minPeriod, t.maxPeriod) =
        (address(sensor), true, 1 hours, 2 days, 1 hours, 30 days);
        keyedListing = list(t);
    }

    function list(IListings.Terms memory t) private returns (uint256 listing) {
        listing = newListing(t);
        termsOf[listing] = t;
        listed.push(listing);
    }

    /// @dev A wide pool; one in 18 decimals; a small one that sells as much as the least correlations allow, and runs
    /// short; one that holds a full reserve, within tight limits. The first, the third and the last share listings.
    function createPools() private {
        addPool(address(usd), 7 days, 0.5e18, 0.25e18);
        addPool(address(ether_), 3 days, 0.25e18, 0.1e18);
        addPool(address(usd), 2 days, 0.25e18, 0.1e18);
        addPool(address(usd), 5 days, 1e18, 1e18);

        for (uint256 i = 1; i <= 6; ++i) {
            addBacking(0, i, [0, 0, 1, 2, 0, 3][i - 1], [1, 2, 3, 4, 1, 5][i - 1], NO_LIMIT, NO_LIMIT);
        }
        addBacking(1, 1, 0, 1, NO_LIMIT, NO_LIMIT);
        addBacking(1, 2, 0, 2, NO_LIMIT, NO_LIMIT);
        addBacking(1, 4, 1, 3, NO_LIMIT, NO_LIMIT);
        addBacking(1, 6, 1, 4, NO_LIMIT, NO_LIMIT);
        addBacking(2, 1, 0, 1, NO_LIMIT, NO_LIMIT);
        addBacking(2, 3, 1, 2, NO_LIMIT, NO_LIMIT);
        addBacking(2, 4, 2, 3, NO_LIMIT, NO_LIMIT);
        addBacking(2, 5, 3, 4, NO_LIMIT, NO_LIMIT);
        addBacking(3, 1, 0, 1, 30_000e6, 40_000e6);
        addBacking(3, 2, 0, 1, 30_000e6, 40_000e6);
        addBacking(3, 4, 1, 2, 30_000e6, 25_000e6);
        addBacking(3, 5, 1, 3, 30_000e6, 25_000e6);
        vm.startPrank(curator);
        pools[3].setCuratorFee(1_000);
        pools[3].setAdjudicatorLimit(address(jury), 50_000e6);
        vm.stopPrank();

        enter(0, alice, 500_000e6);
        enter(0, bob, 300_000e6);
        enter(1, alice, 400 ether);
        enter(1, carol, 300 ether);
        enter(2, bob, 60_000e6);
        enter(3, carol, 100_000e6);
    }

    function addPool(address asset, uint32 cooldown, uint64 rho, uint64 r) private {
        IPool.Parameters memory p = parameters(asset);
        (p.cooldown, p.r) = (cooldown, r);
        for (uint256 i; i < p.classes.length; ++i) {
            (p.classes[i].rho, p.classes[i].maxLossProbability) = (rho, 0.9e18);
        }
        pools.push(PoolHarness(factory.createPool(poolCode(), p, new bytes[](0))));
    }

    function addBacking(uint256 p, uint256 listing, uint256 class, uint256 group, uint64 limit, uint64 groupLimit)
        private
    {
        vm.startPrank(curator);
        pools[p].setBacking(listing, uint8(class), uint48(group), limit);
        pools[p].setGroupLimit(uint8(class), uint48(group), groupLimit);
        pools[p].setAdjudicatorLimit(termsOf[listing].adjudicator, NO_LIMIT);
        vm.stopPrank();
        backed[p].push(listing);
        groupOf[p][listing] = class << 56 | group;
    }

    /// @dev A deposit that is remembered.
    function enter(uint256 p, address who, uint256 assets) private {
        deposit(pools[p], who, assets);
        put[p][who] += assets;
    }

    // -- Counting ------------------------------------------------------------------------------------------------

    function succeeded(bytes32 name) internal {
        ++successes;
        saw(name);
        digest = keccak256(abi.encode(digest, msg.data));
    }

    /// @dev Counts what happened by name.
    function saw(bytes32 name) internal {
        if (successesOf[name]++ == 0) names.push(name);
    }

    /// @notice What happened, one `name=count` after the other.
    function account() external view returns (string memory text) {
        text = string.concat(vm.toString(digest), " successes=", vm.toString(successes));
        text = string.concat(text, " refusals=", vm.toString(refusals));
        for (uint256 i; i < names.length; ++i) {
            string memory name = string(abi.encodePacked(names[i]));
            text = string.concat(text, " ", name, "=", vm.toString(successesOf[names[i]]));
        }
    }

    /// @dev A refusal must be one of the expected errors.
    function refused(bytes memory reason, bytes4[] memory expected) internal {
        ++refusals;
        bytes4 why = bytes4(reason);
        for (uint256 i; i < expected.length; ++i) {
            if (why == expected[i]) return;
        }
        give("unexpected refusal", reason);
    }

    /// @dev Fails, with bytes that say why.
    function give(string memory what, bytes memory reason) internal pure {
        revert(string.concat(what, ": ", vm.toString(reason)));
    }

    /// @dev A call by `who` that must be refused with this error.
    function mustFail(address who, address target, bytes memory data, bytes4 why) internal {
        vm.prank(who);
        (bool ok, bytes memory reason) = target.call{gas: GAS}(data);
        if (ok) give("went past a limit, instead of", abi.encodePacked(why));
        assertEq(bytes4(reason), why, "refused with another error");
        ++refusals;
    }

    function errors(bytes4 a) internal pure returns (bytes4[] memory l) {
        l = new bytes4[](1);
        l[0] = a;
    }

    function errors(bytes4 a, bytes4 b) internal pure returns (bytes4[] memory l) {
        l = new bytes4[](2);
        (l[0], l[1]) = (a, b);
    }

    function errors(bytes4 a, bytes4 b, bytes4 c) internal pure returns (bytes4[] memory l) {
        l = new bytes4[](3);
        (l[0], l[1], l[2]) = (a, b, c);
    }

    // -- Looking without touching --------------------------------------------------------------------------------

    /// @dev The pool stepped, accrued and lifted, as it would be now; nothing is changed.
    function peek(uint256 p) internal returns (PoolHarness.Figures memory f) {
        try this.peekAndRevert(p) {}
        catch (bytes memory reason) {
            if (bytes4(reason) != Peeked.selector) give("a pool cannot be accrued", reason);
            assembly ("memory-safe") {
                mstore(add(reason, 4), sub(mload(reason), 4))
                reason := add(reason, 4)
            }
            f = abi.decode(reason, (PoolHarness.Figures));
        }
    }

    function peekAndRevert(uint256 p) external {
        revert Peeked(pools[p].poke());
    }

    /// @dev What `simulate…` functions report before they undo everything.
    function resultOf(bytes memory reason) internal pure returns (bytes memory result) {
        if (bytes4(reason) != Simulated.selector) give("a simulation failed", reason);
        assembly ("memory-safe") {
            mstore(add(reason, 4), sub(mload(reason), 4))
            reason := add(reason, 4)
        }
        result = abi.decode(reason, (bytes));
    }

    /// @dev What rounding may move in one call, units: premium is kept in 1e-18 grains, what does not divide is earned.
    function tolerance(uint256 p) internal view returns (uint256) {
        return TOLERANCE + pools[p].unitsPerGrain() / 1e10;
    }

    // -- The model -----------------------------------------------------------------------------------------------

    /// @dev Exposure of a risk in a pool out of all covers not yet released, grains.
    function exposureOf(uint256 p, bytes32 risk) internal view returns (uint256 exposure) {
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length; ++i) {
            if (all[i].risk == risk && !all[i].released) exposure += all[i].remaining;
        }
    }

    function inForce(Policy memory policy, uint256 lossTime) internal view returns (bool) {
        return policy.start + termsOf[policy.listing].waiting <= lossTime && lossTime < policy.end;
    }

    /// @dev The share of a case that a cover may ask for when it was in force at the time of `raise` (zero: at the case's
    /// own), WAD. Who bought after the opening has no part in it.
    function shareOf(Case memory c, Policy memory policy, uint256 raise) internal view returns (uint256) {
        if (c.risk != policy.risk || policy.start >= c.openedAt) return 0;
        if (raise == 0) return inForce(policy, c.lossTime) ? c.share : 0;
        IIncidents.Incident memory r = incidents.incidentOf(raise);
        if (!inForce(policy, r.lossTime)) return 0;
        // In all no more than what the raise ruled.
        return r.ratio + c.share > c.ratio ? Math.min(r.ratio + c.share - c.ratio, c.share) : 0;
    }

    /// @dev The most that a cover may ask for of a case, by its own time of loss or that of any raise, WAD.
    function bestShare(Case memory c, Policy memory policy) internal view returns (uint256 share) {
        share = shareOf(c, policy, 0);
        for (uint256 i; i < cases.length && share != c.share; ++i) {
            if (isRaise(c, cases[i])) share = Math.max(share, shareOf(c, policy, cases[i].id));
        }
    }

    function isRaise(Case memory c, Case memory raise) internal pure returns (bool) {
        return raise.id > c.id && c.eventId != 0 && raise.eventId == c.eventId;
    }

    /// @dev What a cover may claim of a case in addition to what it has claimed, units.
    function claimable(uint256 p, Case memory c, Policy memory policy, uint256 share) internal view returns (uint256) {
        if (share == 0) return 0;
        uint256 units = pools[p].unitsPerGrain();
        uint256 remaining = policy.remaining * units;
        uint256 claimed = claimOf[c.id][policy.id];
        if (termsOf[c.listing].eventWindow == 0) {
            return claimed == 0 ? Math.fullMulDiv(remainingAt(policy, c.lossTime) * units, share, WAD) : 0;
        }
        uint256 base = Math.min(remaining + claimedIn[c.eventId][policy.id], policy.insured * units);
        uint256 most = Math.fullMulDiv(base, share, WAD);
        return most > claimed ? Math.min(most - claimed, remaining) : 0;
    }

    /// @dev What remains of a cover for a loss at a time, grains.
    function remainingAt(Policy memory policy, uint256 time) internal view returns (uint256) {
        uint256[] storage until = untilOf[policy.id];
        for (uint256 i; i < until.length; ++i) {
            if (time < until[i]) return leftBefore[policy.id][i];
        }
        return policy.remaining;
    }

    /// @dev Takes `grains`, claimed for a loss at `time`, off every amount that included them; nothing remains for an
    /// earlier time that does not remain for a later one.
    function lowerEarlier(Policy memory policy, uint256 grains, uint256 time) internal {
        uint256[] storage left = leftBefore[policy.id];
        uint256 most = policy.remaining;
        for (uint256 i = left.length; i != 0; --i) {
            if (time < untilOf[policy.id][i - 1]) left[i - 1] -= grains;
            most = left[i - 1] = Math.min(left[i - 1], most);
        }
    }

    function isGranted(Case memory c) internal pure returns (bool) {
        return c.share != 0 && (c.status == IIncidents.Status.Granted || c.status == IIncidents.Status.Closed);
    }

    /// @dev Everything that a pool's covers hold of the stream now, 1e-18 grains.
    function unearnedOf(uint256 p) internal view returns (uint256 sum) {
        Policy[] storage all = policies[p];
        for (uint256 i; i < all.length; ++i) {
            uint256 from = Math.max(all[i].streamStart * 1 days, block.timestamp);
            uint256 to = all[i].streamEnd * 1 days;
            if (to > from) sum += all[i].rate * (to - from);
        }
        for (uint256 i; i < rests[p].length; ++i) {
            uint256 from = Math.max(rests[p][i].start * 1 days, block.timestamp);
            uint256 to = rests[p][i].end * 1 days;
            if (to > from) sum += rests[p][i].rate * (to - from);
        }
    }

    function registerRisk(uint256 p, bytes32 risk, uint256 group) internal {
        RiskModel storage model = riskModels[p][risk];
        if (exposureOf(p, risk) == 0) model.group = group;
        if (!model.known) {
            model.known = true;
            risksOf[p].push(risk);
        }
    }

    function riskIdOf(uint256 listing, bytes32 key) internal pure returns (bytes32) {
        return RiskId.idOf(listing, key);
    }

    function coverOf(uint256 id) internal view returns (ICovers.Cover memory) {
        return covers.coverOf(id);
    }

    function tokenOf(uint256 p) internal view returns (TestToken) {
        return TestToken(pools[p].asset());
    }
}
