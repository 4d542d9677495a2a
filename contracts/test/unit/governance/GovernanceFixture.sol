// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ILossProofs} from "../../../src/claims/interfaces/ILossProofs.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {BulwarkAccessManager} from "../../../src/governance/BulwarkAccessManager.sol";
import {BulwarkGovernor} from "../../../src/governance/BulwarkGovernor.sol";
import {BulwarkTimelock} from "../../../src/governance/BulwarkTimelock.sol";
import {BulwarkToken} from "../../../src/governance/BulwarkToken.sol";
import {IBulwarkToken} from "../../../src/governance/interfaces/IBulwarkToken.sol";
import {IPoolFactory} from "../../../src/pool/interfaces/IPoolFactory.sol";
import {Base} from "../../Base.sol";

/// @notice The protocol after its launch: the timelock holds ADMIN and REGISTRAR, the governor alone proposes to it, three
/// members vote; a pool with capital and a cover, so that there is something to be had.
abstract contract GovernanceFixture is Base {
    uint256 internal constant VOTING_DELAY = 1 days;
    uint256 internal constant VOTING_PERIOD = 5 days;
    uint256 internal constant TIMELOCK_DELAY = 16 days;
    uint32 internal constant REDUCER_DELAY = 2 days;
    uint256 internal constant SUPPLY = 50_000_000e18;
    uint256 internal constant THRESHOLD = 100_000e18;

    BulwarkAccessManager internal manager;
    BulwarkTimelock internal timelock;
    BulwarkToken internal token;
    BulwarkGovernor internal governor;
    address internal guardian = makeLabelled("guardian");
    address internal poster = makeLabelled("rate poster");
    address internal founder = makeLabelled("founder");

    /// @dev What a proposal does: one call, or several.
    struct Proposal {
        address[] targets;
        uint256[] values;
        bytes[] calldatas;
        string description;
    }

    function newAuthority() internal override returns (AccessManager) {
        timelock = BulwarkTimelock(
            payable(deployCode(
                    "BulwarkTimelock.sol:BulwarkTimelock",
                    abi.encode(TIMELOCK_DELAY, new address[](0), new address[](1), address(this))
                ))
        );
        manager = BulwarkAccessManager(
            deployCode("BulwarkAccessManager.sol:BulwarkAccessManager", abi.encode(admin, timelock))
        );
        return manager;
    }

    function setUp() public virtual override {
        super.setUp();
        token = BulwarkToken(deployCode("BulwarkToken.sol:BulwarkToken", abi.encode(manager, founder, SUPPLY)));
        BulwarkGovernor.Settings memory s = BulwarkGovernor.Settings({
            votingDelay: uint48(VOTING_DELAY),
            votingPeriod: uint32(VOTING_PERIOD),
            proposalThreshold: THRESHOLD,
            quorum: 4,
            lateExtension: 2 days
        });
        governor =
            BulwarkGovernor(payable(deployCode("BulwarkGovernor.sol:BulwarkGovernor", abi.encode(token, timelock, s))));
        timelock.grantRole(timelock.PROPOSER_ROLE(), address(governor));
        timelock.grantRole(timelock.CANCELLER_ROLE(), address(governor));
        timelock.renounceRole(timelock.DEFAULT_ADMIN_ROLE(), address(this));
        beforeHandOver();
        wire();
        spread();
    }

    /// @dev What the deployer sets up besides.
    function beforeHandOver() internal virtual {}

    /// @dev Every restricted function to its role, then the timelock is the only one who changes anything.
    function wire() private {
        vm.startPrank(admin);
        assign(address(listings), IListings.postRates.selector, 1);
        assign(address(listings), IListings.setRateBounds.selector, 2);
        assign(address(listings), IListings.setRatePace.selector, 2);
        assign(address(listings), IListings.setAdjudicator.selector, 2);
        assign(address(listings), IListings.setQuoteSigner.selector, 2);
        assign(address(listings), IListings.setFamily.selector, 2);
        assign(address(listings), IListings.setProtocolFee.selector, 2);
        assign(address(listings), IListings.setCuratorFeeCap.selector, 2);
        assign(address(listings), IListings.setTreasury.selector, 2);
        assign(address(listings), IListings.setDescriptor.selector, 2);
        assign(address(listings), IListings.pauseSales.selector, 3);
        assign(address(listings), IListings.raiseRateFloors.selector, 4);
        assign(address(listings), IListings.dismissAdjudicator.selector, 4);
        assign(address(listings), IListings.dismissQuoteSigner.selector, 4);
        assign(address(listings), IListings.lowerProtocolFee.selector, 4);
        assign(address(lossProofs), ILossProofs.registerToken.selector, 2);
        assign(address(lossProofs), ILossProofs.retireToken.selector, 4);
        assign(address(factory), IPoolFactory.setBounds.selector, 2);
        assign(address(token), IBulwarkToken.mint.selector, 2);
        manager.grantRole(1, poster, 0);
        manager.grantRole(3, guardian, 0);
        manager.grantRole(4, guardian, REDUCER_DELAY);
        manager.handOver();
        vm.stopPrank();
    }

    function assign(address target, bytes4 selector, uint64 role) internal {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        manager.setTargetFunctionRole(target, selectors, role);
    }

    /// @dev Alice 20 M, Bob 15 M, Carol 1 M votes; the founder keeps the rest without delegating it.
    function spread() private {
        give(alice, 20_000_000e18);
        give(bob, 15_000_000e18);
        give(carol, 1_000_000e18);
        skip(1);
    }

    function give(address who, uint256 amount) internal {
        vm.prank(founder);
        assertTrue(token.transfer(who, amount));
        vm.prank(who);
        token.delegate(who);
    }

    // -- Proposals -----------------------------------------------------------------------------------------------

    function proposal(address target, bytes memory data) internal pure returns (Proposal memory p) {
        (p.targets, p.values, p.calldatas) = (new address[](1), new uint256[](1), new bytes[](1));
        (p.targets[0], p.calldatas[0], p.description) = (target, data, "A change");
    }

    function propose(Proposal memory p) internal returns (uint256 id) {
        vm.prank(carol);
        return governor.propose(p.targets, p.values, p.calldatas, p.description);
    }

    function vote(uint256 id, address who, uint8 support) internal {
        vm.prank(who);
        governor.castVote(id, support);
    }

    function queue(Proposal memory p) internal {
        governor.queue(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function execute(Proposal memory p) internal {
        governor.execute(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    /// @dev Proposes, carries and queues.
    function carry(Proposal memory p) internal returns (uint256 id) {
        id = propose(p);
        skip(VOTING_DELAY + 1);
        vote(id, alice, 1);
        skip(VOTING_PERIOD);
        queue(p);
    }

    /// @dev The whole cycle; ends in the block of the execution.
    function decide(address target, bytes memory data) internal {
        Proposal memory p = proposal(target, data);
        carry(p);
        skip(TIMELOCK_DELAY);
        execute(p);
    }

    /// @dev Carried, queued and waited for; at execution it fails with this.
    function decideInVain(address target, bytes memory data, bytes memory reason) internal {
        Proposal memory p = proposal(target, data);
        carry(p);
        skip(TIMELOCK_DELAY);
        vm.expectRevert(reason);
        execute(p);
    }

    function stateOf(uint256 id) internal view returns (IGovernor.ProposalState) {
        return governor.state(id);
    }

    /// @dev Of a listing's rate, by the poster: `Base.postRate` acts as the admin, who is no more.
    function post(uint256 listing, uint64 rate) internal {
        IListings.RatePost[] memory posts = new IListings.RatePost[](1);
        posts[0] = IListings.RatePost(uint32(listing), rate);
        vm.prank(poster);
        listings.postRates(posts, keccak256("data"), keccak256("model"));
    }

    function numbers(uint256 a) internal pure returns (uint32[] memory l) {
        l = new uint32[](1);
        l[0] = uint32(a);
    }

    function numbers(uint256 a, uint256 b) internal pure returns (uint32[] memory l) {
        l = new uint32[](2);
        (l[0], l[1]) = (uint32(a), uint32(b));
    }

    function cashOf(address pool) internal view returns (uint256) {
        return IERC20(address(usd)).balanceOf(pool);
    }
}
