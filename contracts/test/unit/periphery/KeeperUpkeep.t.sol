// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeedTrigger} from "../../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IKeeperUpkeep as K} from "../../../src/periphery/interfaces/IKeeperUpkeep.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {MockPriceFeed} from "../../mocks/MockPriceFeed.sol";
import {VaultLossFixture} from "../adjudicators/VaultLossFixture.sol";

/// @notice Nodes ask from the zero address and send with 500,000 gas; what a check tries out is undone, as by eth_call.
contract KeeperUpkeepTest is VaultLossFixture {
    uint256 internal constant GAS = 500_000;
    /// @dev Each payment wants 300,000 gas left over for its receiver.
    uint256 internal constant SETTLE_GAS = 1_000_000;
    uint256 internal constant VAULT = 0;
    uint256 internal constant FEED = 1;

    K internal upkeep;
    IPriceFeedTrigger internal priceFeed;
    MockPriceFeed internal feed;
    Pool internal feedPool;
    uint256 internal feedListing;
    uint256 internal feedCover;
    address internal funder = makeLabelled("funder");

    function setUp() public override {
        super.setUp();
        priceFeed =
            IPriceFeedTrigger(deployCode("PriceFeedTrigger.sol:PriceFeedTrigger", abi.encode(incidents, listings)));
        vm.prank(admin);
        listings.setAdjudicator(address(priceFeed), true);
        feed = new MockPriceFeed(8);
        feed.push(block.timestamp, 1e8);
        IPriceFeedTrigger.Config memory c;
        (c.feed, c.decimals, c.heartbeat, c.persistence) = (address(feed), 8, 24 hours, P);
        (c.strike, c.recovery, c.warning, c.par) = (0.95e8, 0.98e8, 0.99e8, 1e8);
        IListings.Terms memory t = triggerTerms();
        t.adjudicator = address(priceFeed);
        feedListing = priceFeed.createListing(t, "A coin loses its peg", c);
        postRate(feedListing, RATE);
        feedPool = newPool(address(usd));
        back(feedPool, feedListing, 2, 3);
        deposit(feedPool, alice, MILLION);
        feedCover = buy(feedPool, feedListing, INSURED, 60 days);

        K.Watch[] memory watches = new K.Watch[](2);
        watches[VAULT] = K.Watch(address(reading), uint32(listing), address(pool), false);
        watches[FEED] = K.Watch(address(priceFeed), uint32(feedListing), address(feedPool), true);
        upkeep = K(deployCode("KeeperUpkeep.sol:KeeperUpkeep", abi.encode(incidents, covers, FEE, funder, watches)));
        vm.deal(address(upkeep), 1 ether);
        skip(1 hours);
    }

    // -- As nodes do ---------------------------------------------------------------------------------------------

    function check(uint256 watch) internal returns (bool needed, K.Job job, bytes memory data) {
        uint256 snapshot = vm.snapshotState();
        vm.prank(address(0), address(0));
        (needed, data) = upkeep.checkUpkeep(abi.encode(watch, 0, 20));
        vm.revertToState(snapshot);
        (, job,) = abi.decode(data, (uint256, K.Job, uint256[]));
    }

    /// @dev What is needed is done by anybody, with the gas of a node.
    function performs(uint256 watch, K.Job expected) internal {
        (bool needed, K.Job job, bytes memory data) = check(watch);
        assertTrue(needed, "needed");
        assertEq(uint256(job), uint256(expected), "the job");
        vm.expectEmit();
        emit K.Performed(watch, expected);
        vm.prank(attacker, attacker);
        upkeep.performUpkeep{gas: job == K.Job.Settle ? SETTLE_GAS : GAS}(data);
    }

    function idles(uint256 watch) internal {
        (bool needed,,) = check(watch);
        assertFalse(needed, "idle");
    }

    function dataOf(uint256 watch, K.Job job) internal pure returns (bytes memory) {
        return abi.encode(watch, job, new uint256[](2));
    }

    // -- Readings ------------------------------------------------------------------------------------------------

    function test_performUpkeep_provesAVaultsLossAndPaysIt() public {
        uint256 before = usd.balanceOf(holder);
        idles(VAULT);
        vault.lose(ASSETS / 10);
        performs(VAULT, K.Job.Arm);
        idles(VAULT);
        skip(P / 2);
        performs(VAULT, K.Job.Read);
        idles(VAULT);
        skip(P / 2);
        performs(VAULT, K.Job.Prove);
        performs(VAULT, K.Job.Settle);
        idles(VAULT);
        (,, bool done) = incidents.settlementOf(incidents.count(), cover);
        assertTrue(done);
        assertEq(usd.balanceOf(holder) - before, INSURED / 10);
    }

    function test_performUpkeep_settlesFiveAtOnce() public {
        for (uint256 i = 0; i < 6; ++i) {
            buy(pool, listing, INSURED, 60 days);
        }
        skip(1 hours);
        vault.lose(ASSETS / 10);
        performs(VAULT, K.Job.Arm);
        skip(P);
        performs(VAULT, K.Job.Prove);
        performs(VAULT, K.Job.Settle);
        performs(VAULT, K.Job.Settle);
        idles(VAULT);
        for (uint256 i = 0; i < 7; ++i) {
            (,, bool done) = incidents.settlementOf(incidents.count(), cover + i);
            assertTrue(done);
        }
    }

    function test_performUpkeep_showsThatALossWasMadeGood() public {
        vault.lose(ASSETS / 10);
        performs(VAULT, K.Job.Arm);
        donate(ASSETS / 10);
        performs(VAULT, K.Job.Read);
        assertEq(uint256(incidents.incidentOf(1).status), uint256(IIncidents.Status.Denied));
    }

    function test_performUpkeep_keepsTheMark() public {
        skip(1 days);
        performs(VAULT, K.Job.Observe);
        idles(VAULT);
    }

    // -- Feeds ---------------------------------------------------------------------------------------------------

    function push(int256 answer) internal {
        skip(1 hours);
        feed.push(block.timestamp, answer);
    }

    function test_performUpkeep_provesAFallAndPaysIt() public {
        uint256 before = usd.balanceOf(holder);
        idles(FEED);
        push(0.96e8);
        idles(FEED);
        push(0.9e8);
        performs(FEED, K.Job.Arm);
        idles(FEED);
        for (uint256 i = 0; i < 9; ++i) {
            push(0.9e8);
        }
        performs(FEED, K.Job.Advance);
        idles(FEED);
        for (uint256 i = 0; i < 3; ++i) {
            push(0.9e8);
        }
        performs(FEED, K.Job.Prove);
        performs(FEED, K.Job.Settle);
        (,, bool done) = incidents.settlementOf(incidents.count(), feedCover);
        assertTrue(done);
        assertEq(usd.balanceOf(holder) - before, INSURED / 10);
        idles(FEED);
    }

    function test_performUpkeep_showsARecovery() public {
        push(0.9e8);
        performs(FEED, K.Job.Arm);
        push(0.99e8);
        idles(FEED); // it may still change
        push(0.99e8);
        performs(FEED, K.Job.Recover);
        idles(FEED);
    }

    function test_performUpkeep_showsASilence() public {
        push(0.9e8);
        performs(FEED, K.Job.Arm);
        skip(25 hours + 1);
        performs(FEED, K.Job.Recover);
    }

    // -- Attacks -------------------------------------------------------------------------------------------------

    function test_checkUpkeep_revertsWith_OnlySimulated() public {
        vm.expectRevert(abi.encodeWithSelector(K.OnlySimulated.selector, attacker));
        vm.prank(attacker, attacker);
        upkeep.checkUpkeep(abi.encode(VAULT, 0, 20));
        vm.prank(address(0x1111111111111111111111111111111111111111), 0x1111111111111111111111111111111111111111);
        upkeep.checkUpkeep(abi.encode(VAULT, 0, 20));
    }

    function test_performUpkeep_spendsNoFeeOnWhatIsNoLoss() public {
        uint256 before = address(upkeep).balance;
        K.Job[4] memory jobs = [K.Job.Arm, K.Job.Prove, K.Job.Read, K.Job.Recover];
        for (uint256 watch = 0; watch < 2; ++watch) {
            for (uint256 i = 0; i < jobs.length; ++i) {
                vm.expectRevert();
                vm.prank(attacker, attacker);
                upkeep.performUpkeep(dataOf(watch, jobs[i]));
            }
        }
        assertEq(address(upkeep).balance, before);
    }

    /// @dev The fall is real, but it has recovered: arming it would only lose the fee.
    function test_performUpkeep_revertsWith_NotNeeded_forAFallThatHasRecovered() public {
        push(0.9e8);
        push(0.99e8);
        push(0.99e8);
        idles(FEED);
        vm.expectRevert(abi.encodeWithSelector(K.NotNeeded.selector, FEED, K.Job.Arm));
        upkeep.performUpkeep(dataOf(FEED, K.Job.Arm));
    }

    function test_performUpkeep_revertsWith_NotNeeded_forReadingsThatHelpNobody() public {
        vault.lose(ASSETS / 10);
        performs(VAULT, K.Job.Arm);
        vm.expectRevert(abi.encodeWithSelector(K.NotNeeded.selector, VAULT, K.Job.Read));
        upkeep.performUpkeep(dataOf(VAULT, K.Job.Read));
    }

    function test_performUpkeep_revertsWith_UnknownWatch() public {
        vm.expectRevert(abi.encodeWithSelector(K.UnknownWatch.selector, 2));
        upkeep.performUpkeep(dataOf(2, K.Job.Arm));
        vm.expectRevert();
        upkeep.performUpkeep("junk");
    }

    function test_performUpkeep_paysNobodyTwice() public {
        vault.lose(ASSETS / 10);
        performs(VAULT, K.Job.Arm);
        skip(P);
        performs(VAULT, K.Job.Prove);
        (,, bytes memory data) = check(VAULT);
        upkeep.performUpkeep(data);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToSettle.selector, incidents.count()));
        upkeep.performUpkeep(data);
    }

    function test_checkUpkeep_armsNothingWithoutMoneyForTheFee() public {
        vm.deal(address(upkeep), FEE - 1);
        vault.lose(ASSETS / 10);
        push(0.9e8);
        (, K.Job job,) = check(VAULT);
        assertTrue(job != K.Job.Arm);
        idles(FEED);
    }

    // -- Money ---------------------------------------------------------------------------------------------------

    function test_withdraw_revertsWith_OnlyFunder() public {
        vm.expectRevert(abi.encodeWithSelector(K.OnlyFunder.selector, attacker));
        vm.prank(attacker);
        upkeep.withdraw(1);
        vm.prank(funder);
        upkeep.withdraw(1 ether);
        assertEq(funder.balance, 1 ether);
    }

    function test_sweep_sendsRewardsToTheFunder() public {
        usd.mint(address(upkeep), 7);
        vm.prank(attacker);
        upkeep.sweep(address(usd));
        assertEq(usd.balanceOf(funder), 7);
    }

    /// @dev The fee of a span that is granted comes back.
    function test_receive_takesTheFeeBack() public {
        vault.lose(ASSETS / 10);
        performs(VAULT, K.Job.Arm);
        skip(P);
        performs(VAULT, K.Job.Prove);
        uint256 before = address(upkeep).balance;
        incidents.collect(address(0), address(upkeep));
        assertEq(address(upkeep).balance, before + FEE);
    }

    function test_constructor_revertsWith_InvalidWatch() public {
        K.Watch[] memory watches = new K.Watch[](1);
        watches[0] = K.Watch(address(reading), uint32(listing), attacker, false);
        vm.expectRevert(abi.encodeWithSelector(K.InvalidWatch.selector, 0, bytes32("pool")));
        deployCode("KeeperUpkeep.sol:KeeperUpkeep", abi.encode(incidents, covers, FEE, funder, watches));
    }
}
