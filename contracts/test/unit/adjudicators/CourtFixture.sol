// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Court} from "../../../src/adjudicators/Court.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {MembersAppeal} from "../../../src/adjudicators/MembersAppeal.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {VotesToken} from "../../mocks/VotesToken.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice The court with the protocol around it: a listing that a pool backs, a cover sold, three assessors with 10,000
/// tokens each, the members' appeal, and short ways through a case. One token is worth one dollar.
abstract contract CourtFixture is PoolFixture {
    uint256 internal constant TOKEN = 1e18;
    uint64 internal constant GRAINS = 1e9; // in a token
    uint32 internal constant FULL = 1e9;
    uint256 internal constant STAKE = 10_000 * TOKEN;
    uint256 internal constant BOND = 100e6;
    uint256 internal constant INSURED = 10_000e6;
    uint256 internal constant FEE = 0.1 ether;
    bytes32 internal constant REASON = keccak256("because");

    address internal ann = makeLabelled("ann");
    address internal ben = makeLabelled("ben");
    address internal cid = makeLabelled("cid");
    VotesToken internal votes;
    MembersAppeal internal members;
    Court internal bench;
    uint256 internal listing;
    uint256 internal cover;

    function setUp() public virtual override {
        super.setUp();
        votes = VotesToken(deployCode("VotesToken.sol:VotesToken"));
        members = MembersAppeal(
            deployCode("MembersAppeal.sol:MembersAppeal", abi.encode(IVotes(votes), treasury, FEE, 5 days, 1_000))
        );
        bench = Court(deployCode("Court.sol:Court", abi.encode(authority, votes, incidents, listings, covers)));
        vm.startPrank(admin);
        listings.setAdjudicator(address(bench), true);
        bench.setParameters(parametersOfTest(), config());
        bench.setStakeValue(address(usd), 1e6);
        vm.stopPrank();
        pool = newPool(address(usd));
        listing = newCourtListing(benchTerms());
        back(pool, listing, 2, 3);
        backMore();
        deposit(pool, alice, MILLION);
        stake(ann, STAKE);
        stake(ben, STAKE);
        stake(cid, STAKE);
        votes.mint(carol, 1_000_000 * TOKEN);
        vm.deal(keeper, 100 ether);
        vm.deal(attacker, 100 ether);
        vm.deal(bob, 100 ether);
        skip(1 days);
        cover = buy(pool, listing, INSURED, 60 days);
        skip(1 days);
    }

    /// @dev What else the pool backs from its beginning.
    function backMore() internal virtual {}

    // -- Set up --------------------------------------------------------------------------------------------------

    function parametersOfTest() internal pure returns (ICourt.Parameters memory p) {
        (p.minStake, p.quorum, p.minAssessors, p.tolerance) = (1_000 * GRAINS, 1_000, 3, 0.1e9);
        (p.wrongSlash, p.silentSlash, p.feeShare, p.multiple) = (500, 1_000, 2_000, 20);
        (p.openTime, p.appealTime, p.evidenceTime) = (2 days, 3 days, 4 days);
        (p.answerTime, p.commitTime, p.revealTime) = (2 days, 3 days, 3 days);
    }

    function config() internal view returns (ICourt.Config memory c) {
        (c.arbitrator, c.arbitrationTime, c.repayShare) = (address(members), 20 days, 3_000);
    }

    function benchTerms() internal view returns (IListings.Terms memory t) {
        t = courtTerms();
        t.adjudicator = address(bench);
    }

    function newCourtListing(IListings.Terms memory t) internal returns (uint256 number) {
        number = bench.createListing(t, "What is covered.", "ipfs://meta", config());
        postRate(number, RATE);
    }

    function stake(address who, uint256 amount) internal {
        votes.mint(who, amount);
        vm.startPrank(who);
        votes.approve(address(bench), amount);
        bench.stake(amount);
        vm.stopPrank();
    }

    // -- Cases ---------------------------------------------------------------------------------------------------

    function claim(uint64 ratio) internal returns (uint256 incident) {
        return assertLoss(pool, keeper, listing, block.timestamp - 1 hours, ratio);
    }

    /// @dev A claim whose case is open and takes evidence.
    function opened(uint64 ratio) internal returns (uint256 incident) {
        incident = claim(ratio);
        bench.openCase(incident, address(pool));
    }

    /// @dev A claim of everything whose case takes commits.
    function committing() internal returns (uint256 incident) {
        incident = opened(1e18);
        skip(6 days);
    }

    function commit(uint256 incident, address who, uint32 award) internal {
        bytes32 commitment = bench.commitmentOf(incident, who, award, REASON, saltOf(who));
        vm.prank(who);
        bench.commit(incident, commitment);
    }

    function reveal(uint256 incident, address who, uint32 award) internal {
        vm.prank(who);
        bench.reveal(incident, award, REASON, saltOf(who));
    }

    /// @dev The three commit and reveal; the award can then be appealed.
    function judged(uint32 a, uint32 b, uint32 c) internal returns (uint256 incident) {
        incident = committing();
        judge(incident, a, b, c);
    }

    function judge(uint256 incident, uint32 a, uint32 b, uint32 c) internal {
        commit(incident, ann, a);
        commit(incident, ben, b);
        commit(incident, cid, c);
        skip(3 days);
        reveal(incident, ann, a);
        reveal(incident, ben, b);
        reveal(incident, cid, c);
        skip(3 days);
    }

    /// @dev Somebody appeals.
    function appealed(uint256 incident) internal returns (uint256 dispute) {
        vm.prank(bob);
        return bench.appeal{value: FEE}(incident);
    }

    /// @dev Members vote on the last dispute and the ruling is given.
    function membersRule(uint256 choice) internal {
        uint256 dispute = members.count();
        vm.prank(carol);
        members.vote(dispute, choice);
        skip(5 days);
        members.execute(dispute);
    }

    function saltOf(address who) internal pure returns (bytes32) {
        return keccak256(abi.encode("salt", who));
    }

    function verdictOf(uint256 incident) internal view returns (IAdjudicator.Verdict) {
        return bench.ruling(incident).verdict;
    }

    function assertOutcome(uint256 incident, ICourt.Outcome outcome, uint256 award) internal view {
        (ICourt.Outcome actual, uint32 got) = bench.outcomeOf(incident);
        assertEq(uint256(actual), uint256(outcome), "outcome");
        assertEq(got, award, "award");
    }

    function encode(bytes4 selector, uint256 a, uint256 b) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(selector, a, b);
    }

    function wrongTime(uint256 from, uint256 until) internal view returns (bytes memory) {
        return abi.encodeWithSelector(ICourt.WrongTime.selector, from, until, block.timestamp);
    }
}
