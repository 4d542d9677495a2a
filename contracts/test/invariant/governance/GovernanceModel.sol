// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IBulwarkToken} from "../../../src/governance/interfaces/IBulwarkToken.sol";
import {IPoolFactory} from "../../../src/pool/interfaces/IPoolFactory.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {GovernanceFixture} from "../../unit/governance/GovernanceFixture.sol";

/// @notice Members, the guardian, the poster and an attacker do at random what they may and what they may not; after each
/// call the parameters are compared with those before it.
contract GovernanceModel is GovernanceFixture {
    uint256 private constant MILLION = 1e12;

    Pool public pool;
    uint256 private listing;
    uint256 private cover;
    uint256 private cash;
    address[] private members;
    Proposal[] private proposals;
    uint256[] private ids;
    mapping(uint256 id => uint256) private queuedAt;

    /// @notice What was done, so that a campaign which does nothing is seen.
    uint256 public executed;
    uint256 public quick;
    uint256 public refusals;

    /// @dev Parameters that only a decision changes, and those that may quickly change one way.
    struct Parameters {
        bytes32 slow;
        uint256 fee;
        uint256 floor;
        bool admitted;
        bool signs;
    }

    function beforeHandOver() internal override {
        pool = newPool(address(usd));
        listing = newListing(triggerTerms());
        back(pool, listing, 0, 1);
        deposit(pool, alice, MILLION);
        cover = buy(pool, listing, MILLION / 10, 300 days);
        vm.prank(admin);
        listings.setProtocolFee(500);
        cash = cashOf(address(pool));
        members = [alice, bob, carol, founder, attacker];
    }

    function handlers() external pure returns (bytes4[] memory s) {
        s = new bytes4[](9);
        s[0] = this.moveTokens.selector;
        s[1] = this.delegateVotes.selector;
        s[2] = this.proposeChange.selector;
        s[3] = this.castVote.selector;
        s[4] = this.queueOne.selector;
        s[5] = this.executeOne.selector;
        s[6] = this.actQuickly.selector;
        s[7] = this.actWithoutRight.selector;
        s[8] = this.wait.selector;
    }

    /// @dev Whatever is done outside an execution leaves the slow parameters, and moves the others to less risk only.
    modifier reducing() {
        Parameters memory before = parametersNow();
        _;
        Parameters memory later = parametersNow();
        assertEq(later.slow, before.slow, "a slow parameter changed without a decision");
        assertLe(later.fee, before.fee, "the fee rose without a decision");
        assertGe(later.floor, before.floor, "a floor fell without a decision");
        assertTrue(before.admitted || !later.admitted, "an adjudicator came without a decision");
        assertTrue(before.signs || !later.signs, "a signer came without a decision");
    }

    function parametersNow() private view returns (Parameters memory p) {
        (uint256 floor, uint256 ceiling) = listings.rateBoundsOf(listing);
        (uint256 rise, uint256 fall) = listings.ratePace();
        (bool attackerIsAdmin,) = manager.hasRole(0, attacker);
        (bool attackerIsRegistrar,) = manager.hasRole(2, attacker);
        assertFalse(attackerIsAdmin || attackerIsRegistrar, "a role that waits was given away");
        p.slow = keccak256(
            abi.encode(
                [
                    ceiling,
                    rise,
                    fall,
                    uint256(listings.curatorFeeCap()),
                    uint256(listings.familyOf(address(usd))),
                    uint256(uint160(listings.treasury())),
                    uint256(uint160(listings.descriptor())),
                    uint256(keccak256(abi.encode(factory.bounds()))),
                    timelock.getMinDelay(),
                    governor.votingPeriod(),
                    governor.quorumNumerator(),
                    token.totalSupply()
                ]
            )
        );
        (p.fee, p.floor) = (listings.protocolFee(), floor);
        (p.admitted, p.signs) = (listings.isAdjudicator(attacker), listings.isQuoteSigner(attacker));
    }

    // -- Votes ---------------------------------------------------------------------------------------------------

    function moveTokens(uint256 from, uint256 to, uint256 amount) external reducing {
        address sender = members[from % members.length];
        amount = bound(amount, 0, token.balanceOf(sender) / 4);
        vm.prank(sender);
        assertTrue(token.transfer(members[to % members.length], amount));
    }

    function delegateVotes(uint256 who, uint256 to) external reducing {
        vm.prank(members[who % members.length]);
        token.delegate(to % 5 == 0 ? address(0) : members[to % members.length]);
    }

    function proposeChange(uint256 kind, uint64 value) external reducing {
        address proposer = members[kind % 3];
        if (token.getPastVotes(proposer, block.timestamp - 1) < governor.proposalThreshold()) return;
        Proposal memory p = proposal(address(0), "");
        (p.targets[0], p.calldatas[0]) = changeOf(kind, value);
        p.description = vm.toString(proposals.length);
        vm.prank(proposer);
        uint256 id = governor.propose(p.targets, p.values, p.calldatas, p.description);
        proposals.push(p);
        ids.push(id);
    }

    /// @dev Within bounds and beyond them, and what nobody may do.
    function changeOf(uint256 kind, uint64 value) private view returns (address target, bytes memory data) {
        kind %= 18;
        target = address(listings);
        if (kind == 0) data = abi.encodeCall(IListings.setProtocolFee, (uint16(value % 1_500)));
        if (kind == 1) {
            data = abi.encodeCall(IListings.setRateBounds, (numbers(listing), value % 0.1e18, value % 1.1e18));
        }
        if (kind == 2) {
            data = abi.encodeCall(IListings.setRatePace, (uint32(value % 40 days), uint32(value % 31 days)));
        }
        if (kind == 3) data = abi.encodeCall(IListings.setCuratorFeeCap, (uint16(value % 2_500)));
        if (kind == 4) data = abi.encodeCall(IListings.setAdjudicator, (attacker, true));
        if (kind == 5) data = abi.encodeCall(IListings.setQuoteSigner, (attacker, true));
        if (kind == 6) data = abi.encodeCall(IListings.setTreasury, (address(uint160(value))));
        if (kind == 7) data = abi.encodeCall(IListings.setFamily, (address(usd), uint16(value % 3)));
        if (kind > 7) target = address(factory);
        if (kind == 8) {
            IPoolFactory.Bounds memory b = IPoolFactory.Bounds(value % 1.1e18, value % 1.2e18, value % 1.3e18);
            data = abi.encodeCall(IPoolFactory.setBounds, (b));
        }
        if (kind > 8) target = address(timelock);
        if (kind == 9) data = abi.encodeCall(timelock.updateDelay, (value % 100 days));
        if (kind > 9) target = address(governor);
        if (kind == 10) data = abi.encodeCall(governor.setVotingPeriod, (uint32(value % 20 days)));
        if (kind == 11) data = abi.encodeCall(governor.updateQuorumNumerator, (value % 35));
        if (kind > 11) target = address(token);
        if (kind == 12) data = abi.encodeCall(IBulwarkToken.mint, (attacker, value));
        if (kind > 12) target = address(manager);
        if (kind == 13) data = abi.encodeCall(IAccessManager.grantRole, (uint64(value % 3), attacker, 0));
        if (kind == 14) data = abi.encodeCall(AccessManager.setTargetClosed, (address(pool), true));
        if (kind == 15) data = abi.encodeCall(AccessManager.updateAuthority, (address(listings), attacker));
        if (kind == 16) {
            (target, data) = (address(usd), abi.encodeCall(IERC20.transferFrom, (address(pool), attacker, 1)));
        }
        if (kind == 17) {
            (target, data) = (address(pool), abi.encodeCall(IERC20.transferFrom, (alice, attacker, 1)));
        }
    }

    function castVote(uint256 which, uint256 who, uint8 support) external reducing {
        (bool found, uint256 index) = lastIn(IGovernor.ProposalState.Active, which);
        if (!found) {
            (found, index) = lastIn(IGovernor.ProposalState.Pending, which);
            if (!found) return;
            vm.warp(governor.proposalSnapshot(ids[index]) + 1);
        }
        uint256 id = ids[index];
        for (uint256 i; i < 1 + who % members.length; ++i) {
            address voter = members[(who / 8 + i) % members.length];
            if (!governor.hasVoted(id, voter)) vote(id, voter, support % 4 == 0 ? 0 : 1);
        }
        (uint256 against, uint256 inFavour, uint256 abstain) = governor.proposalVotes(id);
        assertLe(
            against + inFavour + abstain,
            token.getPastTotalSupply(governor.proposalSnapshot(id)),
            "more votes than tokens"
        );
    }

    function queueOne(uint256 which) external reducing {
        (bool found, uint256 index) = lastIn(IGovernor.ProposalState.Succeeded, which);
        if (!found) {
            (found, index) = lastIn(IGovernor.ProposalState.Active, which);
            if (!found) return;
            vm.warp(governor.proposalDeadline(ids[index]) + 1);
            if (stateOf(ids[index]) != IGovernor.ProposalState.Succeeded) return;
        }
        queue(proposals[index]);
        queuedAt[ids[index]] = block.timestamp;
    }

    /// @dev The one way in which anything slow changes: not before the delay, and that is longer than any exit.
    function executeOne(uint256 which) external {
        (bool found, uint256 index) = lastIn(IGovernor.ProposalState.Queued, which);
        if (!found) return;
        Proposal memory p = proposals[index];
        uint256 id = ids[index];
        uint256 eta = governor.proposalEta(id);
        if (which % 4 != 0 && block.timestamp < eta) vm.warp(eta);
        try governor.execute(p.targets, p.values, p.calldatas, keccak256(bytes(p.description))) {
            assertGe(block.timestamp, queuedAt[id] + factory.MAX_COOLDOWN() + 2 days, "faster than an exit");
            executed++;
        } catch {
            refusals++;
        }
    }

    /// @dev One of the last twelve proposals in a state.
    function lastIn(IGovernor.ProposalState wanted, uint256 which) private view returns (bool found, uint256 index) {
        uint256 span = ids.length < 12 ? ids.length : 12;
        for (uint256 i; i < span; ++i) {
            index = ids.length - 1 - (which % span + i) % span;
            if (stateOf(ids[index]) == wanted) return (true, index);
        }
    }

    // -- Without a vote ------------------------------------------------------------------------------------------

    function actQuickly(uint256 kind, uint64 value) external reducing {
        if (kind % 6 == 5) {
            (uint256 floor, uint256 ceiling) = listings.rateBoundsOf(listing);
            (uint256 rate, uint256 postedAt) = listings.rateOf(listing);
            if (block.timestamp == postedAt) return;
            rate = bound(value, rate - rate / 100, rate + rate / 100);
            attempt(poster, abi.encodeCall(IListings.postRates, (posts(uint64(bound(rate, floor, ceiling))), 0, 0)));
            return;
        }
        bytes memory data = abi.encodeCall(IListings.pauseSales, (value % 8 days));
        if (kind % 6 == 1) data = abi.encodeCall(IListings.lowerProtocolFee, (uint16(value % 600)));
        if (kind % 6 == 2) {
            data = abi.encodeCall(IListings.raiseRateFloors, (numbers(listing), value % 0.05e18));
        }
        if (kind % 6 == 3) data = abi.encodeCall(IListings.dismissAdjudicator, (attacker));
        if (kind % 6 == 4) data = abi.encodeCall(IListings.dismissQuoteSigner, (attacker));
        if (kind % 6 != 0) {
            vm.prank(guardian);
            try manager.schedule(address(listings), data, 0) {} catch {}
            skip(REDUCER_DELAY);
        }
        attempt(guardian, data);
    }

    function actWithoutRight(uint256 kind, uint64 value, uint256 who) external reducing {
        (address target, bytes memory data) = changeOf(kind, value);
        address[5] memory callers = [attacker, guardian, poster, admin, address(governor)];
        vm.prank(callers[who % 5]);
        (bool ok,) = target.call(data);
        assertFalse(ok, "done without a right");
        bytes32 role = timelock.PROPOSER_ROLE();
        if (callers[who % 5] == address(governor)) return;
        assertFalse(timelock.hasRole(role, callers[who % 5]));
    }

    function wait(uint256 time) external reducing {
        skip(bound(time, 1 hours, 6 days));
    }

    function attempt(address who, bytes memory data) private {
        vm.prank(who);
        (bool ok,) = address(listings).call(data);
        ok ? quick++ : refusals++;
    }

    function posts(uint64 rate) private view returns (IListings.RatePost[] memory l) {
        l = new IListings.RatePost[](1);
        l[0] = IListings.RatePost(uint32(listing), rate);
    }

    /// @notice One line of what a run did.
    function account() external view returns (string memory) {
        return string.concat(
            vm.toString(ids.length), " proposed, ", vm.toString(executed), " executed, ", vm.toString(quick), " quick"
        );
    }

    // -- What holds ----------------------------------------------------------------------------------------------

    /// @dev Nothing of all that moved a unit of the pool's, a share or a cover.
    function checkAssets() external view {
        assertEq(cashOf(address(pool)), cash, "the pool's money moved");
        assertEq(pool.balanceOf(alice), pool.totalSupply(), "shares moved");
        assertEq(covers.ownerOf(cover), holder, "a cover moved");
        assertLe(listings.protocolFee(), listings.MAX_PROTOCOL_FEE());
        assertLe(listings.pausedUntil(), block.timestamp + listings.MAX_PAUSE());
    }

    /// @dev Every unit that is delegated is one vote, of one account.
    function checkVotes() external view {
        uint256 votes;
        uint256 delegated;
        uint256 held;
        for (uint256 i; i < members.length; ++i) {
            votes += token.getVotes(members[i]);
            held += token.balanceOf(members[i]);
            if (token.delegates(members[i]) != address(0)) delegated += token.balanceOf(members[i]);
        }
        assertEq(votes, delegated, "votes were made or lost");
        assertLe(votes, token.totalSupply());
        assertEq(held, token.totalSupply());
        assertLe(held, token.MAX_SUPPLY());
    }

    /// @dev Nobody but the timelock, and it never waits less than an exit takes.
    function checkRoles() external view {
        for (uint256 i; i < members.length; ++i) {
            (bool isAdmin,) = manager.hasRole(0, members[i]);
            (bool isRegistrar,) = manager.hasRole(2, members[i]);
            assertFalse(isAdmin || isRegistrar);
        }
        assertGe(timelock.getMinDelay(), factory.MAX_COOLDOWN() + 2 days);
        assertEq(listings.authority(), address(manager));
    }
}
