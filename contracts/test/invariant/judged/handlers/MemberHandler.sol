// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ICourt} from "../../../../src/adjudicators/interfaces/ICourt.sol";
import {IListings} from "../../../../src/cover/interfaces/IListings.sol";
import {IBulwarkToken} from "../../../../src/governance/interfaces/IBulwarkToken.sol";
import {IPoolFactory} from "../../../../src/pool/interfaces/IPoolFactory.sol";
import {JudgedTriggers} from "../JudgedTriggers.sol";

/// @title Members: tokens move and are delegated, decisions are made and executed; guardian, poster and attacker do what
/// they may, and what they may not
abstract contract MemberHandler is JudgedTriggers {
    Proposal private current;
    uint256 private currentId;
    uint256 private queuedAt;
    uint256 private proposed;
    bytes private announced;

    /// @dev Parameters that only a decision changes, and those that may quickly change one way.
    struct Parameters {
        bytes32 slow;
        uint256 fee;
        uint256 floor;
        bool[4] admitted;
    }

    /// @dev GOV-2: whatever is done outside an execution leaves the slow parameters, and moves the others to less risk.
    modifier reducing() {
        Parameters memory before = parametersNow();
        _;
        Parameters memory later = parametersNow();
        assertEq(later.slow, before.slow, "GOV-2: a slow parameter changed without a decision");
        assertLe(later.fee, before.fee, "GOV-2: the fee rose without a decision");
        assertGe(later.floor, before.floor, "GOV-2: a floor fell without a decision");
        for (uint256 i; i < 4; ++i) {
            assertTrue(before.admitted[i] || !later.admitted[i], "GOV-2: an adjudicator came without a decision");
        }
    }

    /// @dev GOV-1: whoever votes, judges or decides moves nothing out of a pool.
    modifier still() {
        uint256[POOLS] memory before;
        for (uint256 p; p < POOLS; ++p) {
            before[p] = tokenOf(p).balanceOf(address(pools[p]));
        }
        _;
        for (uint256 p; p < POOLS; ++p) {
            assertGe(tokenOf(p).balanceOf(address(pools[p])), before[p], "GOV-1: a pool's money moved");
        }
    }

    function parametersNow() private view returns (Parameters memory p) {
        (uint256 floor, uint256 ceiling) = listings.rateBoundsOf(judged);
        (uint256 rise, uint256 fall) = listings.ratePace();
        (ICourt.Parameters memory parameters_,) = bench.parametersOf(1);
        bytes32 ofCourt = keccak256(
            abi.encode(bench.version(), bench.stakeValue(address(usd)), bench.stakeValue(address(wild)), parameters_)
        );
        bytes32 ofVotes = keccak256(
            abi.encode(timelock.getMinDelay(), governor.votingPeriod(), governor.quorumNumerator(), token.totalSupply())
        );
        p.slow = keccak256(
            abi.encode(
                ofCourt,
                ofVotes,
                ceiling,
                rise,
                fall,
                listings.curatorFeeCap(),
                listings.treasury(),
                keccak256(abi.encode(factory.bounds()))
            )
        );
        (p.fee, p.floor) = (listings.protocolFee(), floor);
        p.admitted = [
            listings.isAdjudicator(address(bench)),
            listings.isAdjudicator(address(optimistic)),
            listings.isAdjudicator(address(trigger)),
            listings.isAdjudicator(attacker)
        ];
    }

    // -- Tokens --------------------------------------------------------------------------------------------------

    /// @notice Tokens change hands: members' and assessors' that are not staked.
    function moveTokens(uint256 from, uint256 to, uint256 amount) external reducing still {
        (address sender, address receiver) = (memberAt(from), memberAt(to));
        amount = _bound(amount, 0, token.balanceOf(sender) / 4);
        attempt(sender, address(token), abi.encodeCall(IERC20.transfer, (receiver, amount)), "move tokens");
        // What is staked moves no more.
        mustFailAny(sender, abi.encodeCall(IERC20.transfer, (receiver, token.balanceOf(sender) + 1)));
    }

    function mustFailAny(address who, bytes memory data) private {
        vm.prank(who);
        (bool ok,) = address(token).call(data);
        assertFalse(ok, "tokens from nowhere");
    }

    function delegateVotes(uint256 who, uint256 to) external reducing still {
        address member = memberAt(who);
        vm.prank(member);
        token.delegate(to % 5 == 0 ? address(0) : memberAt(to));
        succeeded("delegate");
    }

    function memberAt(uint256 i) internal view returns (address) {
        i = i % (voters.length + ASSESSORS);
        return i < voters.length ? voters[i] : assessors[i - voters.length];
    }

    // -- Stakes --------------------------------------------------------------------------------------------------

    /// @notice Assessors add stake, ask it back, and take it once they may.
    function moveStake(uint256 who, uint256 how, uint256 amount) external reducing still {
        address assessor = assessors[who % ASSESSORS];
        uint256 balance = token.balanceOf(assessor) / GRAIN;
        ICourt.Assessor memory a = bench.assessorOf(assessor);
        if (how % 3 == 0 && balance != 0) addStake(assessor, _bound(amount, 1, balance) * GRAIN);
        if (how % 3 == 1 && a.staked != 0) {
            amount = _bound(amount, 1, a.staked / (how % 5 == 0 ? 1 : 4) + 1) * GRAIN;
            attempt(assessor, address(bench), abi.encodeCall(ICourt.requestUnstake, (amount)), "requestUnstake");
        }
        // At times, though cases are open: theirs then goes by.
        if (how % 3 == 2 && a.leaving != 0 && block.timestamp < a.readyAt) vm.warp(a.readyAt);
        if (how % 3 == 2) attempt(assessor, address(bench), abi.encodeCall(ICourt.withdraw, ()), "withdraw");
    }

    // -- Decide --------------------------------------------------------------------------------------------------

    /// @notice The next step of a decision: proposed, voted, queued, executed, each when it is due.
    function govern(uint256 kind, uint64 value) external still {
        if (currentId == 0) return proposeChange(kind, value);
        IGovernor.ProposalState state = stateOf(currentId);
        if (state == IGovernor.ProposalState.Pending) await(governor.proposalSnapshot(currentId) + 1);
        else if (state == IGovernor.ProposalState.Active) castVotes(value);
        else if (state == IGovernor.ProposalState.Succeeded) queueIt();
        else if (state == IGovernor.ProposalState.Queued) executeIt();
        else currentId = 0;
    }

    function proposeChange(uint256 kind, uint64 value) private reducing {
        address proposer = voters[value % 3];
        if (token.getPastVotes(proposer, block.timestamp - 1) < governor.proposalThreshold()) return;
        Proposal memory p = proposal(address(0), "");
        (p.targets[0], p.calldatas[0]) = changeOf(kind, value);
        p.description = vm.toString(++proposed);
        vm.prank(proposer);
        currentId = governor.propose(p.targets, p.values, p.calldatas, p.description);
        current = p;
        succeeded("propose");
    }

    function castVotes(uint64 value) private reducing {
        uint256 cast;
        for (uint256 i; i < voters.length + 2; ++i) {
            address voter = memberAt(i);
            if (governor.hasVoted(currentId, voter)) continue;
            bytes memory call = abi.encodeCall(IGovernor.castVote, (currentId, (value >> i) % 4 == 0 ? 0 : 1));
            if (attempt(voter, address(governor), call, "vote")) mustFailTwice(voter, call);
        }
        (uint256 against, uint256 inFavour, uint256 abstain) = governor.proposalVotes(currentId);
        cast = against + inFavour + abstain;
        uint256 supply = token.getPastTotalSupply(governor.proposalSnapshot(currentId));
        assertLe(cast, supply, "more votes than tokens");
        await(governor.proposalDeadline(currentId) + 1);
    }

    function mustFailTwice(address voter, bytes memory call) private {
        vm.prank(voter);
        (bool ok,) = address(governor).call(call);
        assertFalse(ok, "voted twice");
    }

    function queueIt() private reducing {
        queue(current);
        queuedAt = block.timestamp;
        succeeded("queue");
    }

    /// @dev The one way in which anything slow changes: not before the delay, and that is longer than any exit.
    function executeIt() private {
        uint256 eta = governor.proposalEta(currentId);
        if (block.timestamp < eta) {
            assertFalse(executes(), "GOV-2: executed before its time");
            return await(eta);
        }
        if (executes()) {
            assertGe(block.timestamp, queuedAt + factory.MAX_COOLDOWN() + 2 days, "GOV-2: faster than an exit");
            succeeded("execute");
        } else {
            ++refusals;
            saw("no execute");
        }
        currentId = 0;
    }

    function executes() private returns (bool ok) {
        Proposal memory p = current;
        uint256 supply = token.totalSupply();
        bytes32 description = keccak256(bytes(p.description));
        bytes memory call = abi.encodeCall(IGovernor.execute, (p.targets, p.values, p.calldatas, description));
        listen();
        // forge-lint: disable-next-line(unchecked-call)
        (ok,) = address(governor).call(call);
        heard(ok);
        minted += token.totalSupply() - supply;
    }

    /// @dev Within bounds and beyond them, and what nobody may do.
    function changeOf(uint256 kind, uint64 value) private view returns (address target, bytes memory data) {
        kind %= 18;
        target = address(listings);
        address[4] memory who = [address(bench), address(optimistic), address(trigger), attacker];
        if (kind == 0) data = abi.encodeCall(IListings.setProtocolFee, (uint16(value % 1_500)));
        if (kind == 1) {
            data = abi.encodeCall(IListings.setRateBounds, (numbers(judged), value % 0.03e18, value % 1.1e18));
        }
        if (kind == 2) {
            data = abi.encodeCall(IListings.setRatePace, (uint32(value % 40 days), uint32(value % 31 days)));
        }
        if (kind == 3) data = abi.encodeCall(IListings.setCuratorFeeCap, (uint16(value % 2_500)));
        if (kind == 4) data = abi.encodeCall(IListings.setAdjudicator, (who[value % 3], false));
        if (kind == 5 || kind == 6) data = abi.encodeCall(IListings.setAdjudicator, (who[value % 4], true));
        if (kind == 7) {
            target = address(factory);
            IPoolFactory.Bounds memory b = IPoolFactory.Bounds(value % 1.1e18, value % 1.2e18, value % 1.3e18);
            data = abi.encodeCall(IPoolFactory.setBounds, (b));
        }
        if (kind > 7) target = address(bench);
        if (kind == 8 || kind == 9) {
            ICourt.Parameters memory p = courtParameters(uint16(value % 1_100));
            p.multiple = uint16(value % 7);
            data = abi.encodeCall(ICourt.setParameters, (p, courtConfig()));
        }
        if (kind == 10) data = abi.encodeCall(ICourt.setStakeValue, (address(usd), 0.5e6 + value % 1e6));
        if (kind == 11) (target, data) = (address(timelock), abi.encodeCall(timelock.updateDelay, (value % 40 days)));
        if (kind > 11) target = address(token);
        if (kind == 12) data = abi.encodeCall(IBulwarkToken.mint, (alice, value));
        if (kind > 12) (target, data) = seizure(kind, value);
    }

    function seizure(uint256 kind, uint64 value) private view returns (address target, bytes memory data) {
        target = address(manager);
        (address pool, address asset) = (address(pools[value % POOLS]), address(tokenOf(value % POOLS)));
        if (kind == 13) data = abi.encodeCall(IAccessManager.grantRole, (uint64(value % 3), attacker, 0));
        if (kind == 14) data = abi.encodeCall(AccessManager.setTargetClosed, (pool, true));
        if (kind == 15) data = abi.encodeCall(AccessManager.updateAuthority, (address(bench), attacker));
        if (kind == 16) (target, data) = (asset, abi.encodeCall(IERC20.transferFrom, (pool, attacker, 1)));
        if (kind == 17) {
            (target, data) = (address(token), abi.encodeCall(IERC20.transferFrom, (address(bench), attacker, 1)));
        }
    }

    // -- Without a vote ------------------------------------------------------------------------------------------

    /// @notice The guardian pauses, dismisses and lowers; the poster posts.
    function actQuickly(uint256 kind, uint64 value) external reducing still {
        // Seldom one who judges: else nothing is sold for most of a run.
        address[8] memory who;
        (who[0], who[1], who[2]) = (address(bench), address(optimistic), address(trigger));
        bytes memory data = abi.encodeCall(IListings.pauseSales, (value % 2 days));
        if (kind % 5 == 1) data = abi.encodeCall(IListings.lowerProtocolFee, (uint16(value % 600)));
        if (kind % 5 == 2) data = abi.encodeCall(IListings.raiseRateFloors, (numbers(judged), value % 0.02e18));
        if (kind % 5 == 3) data = abi.encodeCall(IListings.dismissAdjudicator, (who[value % 8]));
        if (kind % 5 == 4) return postAll();
        if (kind % 5 == 0) {
            attempt(guardian, address(listings), data, "guard");
            return;
        }
        // What was announced before, and what is announced now.
        if (announced.length != 0) attempt(guardian, address(listings), announced, "guard");
        bytes memory call = abi.encodeCall(IAccessManager.schedule, (address(listings), data, 0));
        if (attempt(guardian, address(manager), call, "schedule")) announced = data;
    }

    /// @dev Rates grow stale; each is posted as near to the first one as its bounds allow.
    function postAll() internal {
        for (uint256 i; i < listed.length; ++i) {
            if (termsOf[listed[i]].keyed) continue;
            (, uint256 postedAt) = listings.rateOf(listed[i]);
            if (block.timestamp < postedAt + 3 days) continue;
            (uint256 floor, uint256 ceiling) = listings.rateBoundsOf(listed[i]);
            IListings.RatePost[] memory posts = new IListings.RatePost[](1);
            posts[0] = IListings.RatePost(uint32(listed[i]), uint64(_bound(RATE, floor, ceiling)));
            attempt(poster, address(listings), abi.encodeCall(IListings.postRates, (posts, 0, 0)), "post");
        }
    }

    /// @notice Whoever has no right, or another one, changes nothing.
    function actWithoutRight(uint256 kind, uint64 value, uint256 who) external reducing still {
        (address target, bytes memory data) = changeOf(kind, value);
        address[7] memory callers = [attacker, guardian, poster, admin, address(governor), address(bench), curator];
        vm.prank(callers[who % 7]);
        (bool ok,) = target.call(data);
        assertFalse(ok, "done without a right");
        ++refusals;
    }
}
