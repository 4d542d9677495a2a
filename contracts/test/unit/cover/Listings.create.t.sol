// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IAdjudicator} from "../../../src/adjudicators/interfaces/IAdjudicator.sol";
import {CoverBase} from "./CoverBase.sol";

contract ListingsCreateTest is CoverBase {
    uint256 private _seed;

    function test_create_storesEveryTermAndEmitsTheWording() public {
        IListings.Terms memory t = _terms();
        t.secondAdjudicator = address(court);
        t.eventWindow = 3 days;
        bytes32 hash = keccak256(abi.encode(t, keccak256(WORDING)));

        vm.expectEmit(address(listings));
        emit IListings.ListingCreated(1, ALICE, hash, t, WORDING);
        vm.prank(ALICE);
        assertEq(_create(t), 1);

        assertEq(listings.count(), 1);
        assertEq(listings.termsHash(1), hash);
        assertEq(abi.encode(listings.terms(1)), abi.encode(t));
        (uint256 rate, uint256 postedAt) = listings.rateOf(1);
        assertEq(rate, 0);
        assertEq(postedAt, 0);
    }

    function test_create_numbersFromOneAndLeavesOthersAlone() public {
        IListings.Terms memory t = _terms();
        assertEq(_create(t), 1);
        t.family = 9;
        assertEq(_create(t), 2);
        assertEq(listings.count(), 2);
        assertEq(listings.terms(1).family, 3);
        assertEq(listings.terms(2).family, 9);
    }

    function test_create_hashDependsOnTheWording() public {
        uint256 a = listings.create(_terms(), "a");
        uint256 b = listings.create(_terms(), "b");
        assertNotEq(listings.termsHash(a), listings.termsHash(b));
    }

    function test_create_takesEachFieldAtItsBound() public {
        IListings.Terms memory t = _terms();
        t.maxRatio = 1;
        t.deductible = 0;
        t.waiting = 180 days;
        t.grace = 180 days;
        t.minPeriod = 180 days + 1;
        t.maxPeriod = 730 days;
        t.minRate = 10e18;
        t.maxRate = 10e18;
        t.bondToken = address(0);
        t.bond = 0;
        t.finderReward = 100;
        t.settlerReward = 100;
        _create(t);

        t = _terms();
        t.deductible = WAD - 1;
        t.waiting = 0;
        t.minPeriod = 1 days;
        t.maxPeriod = 1 days;
        t.minRate = 0;
        _create(t);

        t = _keyedTerms();
        t.maxPeriod = 1 hours + 1;
        t.maxRate = WAD;
        _create(t);
    }

    function test_create_takesWordingOfMaximumLength() public {
        listings.create(_terms(), new bytes(24_576));
    }

    function testFuzz_create_roundTripsTerms(uint256 seed_, bool keyed, address bondToken) public {
        _seed = seed_;
        IListings.Terms memory t;
        t.keyed = keyed;
        t.adjudicator = address(court);
        t.secondAdjudicator = _pick(0, 1) == 0 ? address(0) : address(trigger);
        t.maxRatio = uint64(_pick(1, WAD));
        t.deductible = uint64(_pick(0, t.maxRatio - 1));
        t.waiting = uint32(_pick(0, 180 days));
        t.grace = uint32(_pick(0, 180 days));
        t.eventWindow = uint32(_pick(t.grace / 64 + 1, 730 days));
        t.minPeriod = uint32(_pick(t.waiting < 1 days ? 1 days : t.waiting + 1, 730 days));
        t.maxPeriod = uint32(_pick(t.minPeriod, 730 days));
        t.maxRate = uint64(_pick(1, keyed ? WAD : 10e18));
        t.minRate = uint64(_pick(0, t.maxRate));
        t.bondToken = bondToken;
        t.bond = bondToken == address(0) ? 0 : uint96(_pick(1, type(uint96).max));
        t.finderReward = uint16(_pick(0, 100));
        t.settlerReward = uint16(_pick(0, 100));
        t.family = uint16(_pick(0, type(uint16).max));

        assertEq(abi.encode(listings.terms(_create(t))), abi.encode(t));
    }

    function test_create_revertsWith_WordingLength() public {
        vm.expectRevert(abi.encodeWithSelector(IListings.WordingLength.selector, 0, 24_576));
        listings.create(_terms(), "");
        vm.expectRevert(abi.encodeWithSelector(IListings.WordingLength.selector, 24_577, 24_576));
        listings.create(_terms(), new bytes(24_577));
    }

    function test_create_revertsWith_InvalidTerms_adjudicator() public {
        IListings.Terms memory t = _terms();
        t.adjudicator = address(0);
        _refused(t, "adjudicator");
        t.adjudicator = STRANGER; // no code
        _refused(t, "adjudicator");
        t.adjudicator = address(listings); // does not know the question
        _refused(t, "adjudicator");
        t = _terms();
        vm.mockCallRevert(t.adjudicator, abi.encodeCall(IAdjudicator.rulesOnce, ()), "silent");
        _refused(t, "adjudicator");
        vm.mockCall(t.adjudicator, abi.encodeCall(IAdjudicator.rulesOnce, ()), abi.encode(2));
        _refused(t, "adjudicator");
        vm.mockCall(t.adjudicator, abi.encodeCall(IAdjudicator.rulesOnce, ()), abi.encode(1, 1));
        _refused(t, "adjudicator");
    }

    function test_create_revertsWith_InvalidTerms_secondAdjudicator() public {
        IListings.Terms memory t = _terms();
        t.secondAdjudicator = t.adjudicator;
        _refused(t, "secondAdjudicator");
        t.secondAdjudicator = STRANGER;
        _refused(t, "secondAdjudicator");
    }

    function test_create_revertsWith_InvalidTerms_lossProof() public {
        IListings.Terms memory t = _terms();
        t.lossProof = IListings.LossProof.Merkle;
        _refused(t, "proofTerms");
        t.lossProof = IListings.LossProof.Holdings;
        _refused(t, "proofTerms");
        (t.lossProof, t.proofTerms) = (IListings.LossProof.None, keccak256("terms"));
        _refused(t, "proofTerms");
    }

    function test_create_revertsWith_InvalidTerms_ratios() public {
        IListings.Terms memory t = _terms();
        t.maxRatio = WAD + 1;
        _refused(t, "maxRatio");
        t.maxRatio = 0;
        _refused(t, "maxRatio");
        t.maxRatio = t.deductible;
        _refused(t, "deductible");
    }

    function test_create_revertsWith_InvalidTerms_times() public {
        IListings.Terms memory t = _terms();
        t.waiting = 180 days + 1;
        _refused(t, "waiting");
        t = _terms();
        t.grace = 180 days + 1;
        _refused(t, "grace");
        t = _terms();
        t.minPeriod = t.waiting;
        _refused(t, "minPeriod");
        t.waiting = 0;
        t.minPeriod = 1 days - 1;
        _refused(t, "minPeriod");
        t = _terms();
        t.maxPeriod = t.minPeriod - 1;
        _refused(t, "maxPeriod");
        t.maxPeriod = 730 days + 1;
        _refused(t, "maxPeriod");
        t = _keyedTerms();
        t.maxPeriod = t.waiting;
        _refused(t, "maxPeriod");
        t.minPeriod = 1 days;
        _refused(t, "maxPeriod");
    }

    function test_create_revertsWith_InvalidTerms_rates() public {
        IListings.Terms memory t = _terms();
        t.minRate = t.maxRate + 1;
        _refused(t, "minRate");
        t = _terms();
        t.maxRate = 10e18 + 1;
        _refused(t, "maxRate");
        t.minRate = 0;
        t.maxRate = 0;
        _refused(t, "maxRate");
        t = _keyedTerms();
        t.maxRate = WAD + 1;
        _refused(t, "maxRate");
    }

    function test_create_revertsWith_InvalidTerms_bond() public {
        IListings.Terms memory t = _terms();
        t.bond = 0;
        _refused(t, "bond");
        t = _terms();
        t.bondToken = address(0);
        _refused(t, "bond");
    }

    function test_create_revertsWith_InvalidTerms_rewards() public {
        IListings.Terms memory t = _terms();
        t.finderReward = 101;
        _refused(t, "finderReward");
        t = _terms();
        t.settlerReward = 101;
        _refused(t, "settlerReward");
    }

    function test_create_revertsWith_InvalidTerms_eventWindow_ofOneThatRulesOnce() public {
        IListings.Terms memory t = _terms();
        t.eventWindow = 1;
        _refused(t, "eventWindow");
        t.eventWindow = 0;
        t.secondAdjudicator = address(court); // may raise what the trigger's successor granted
        _refused(t, "eventWindow");
    }

    function test_create_revertsWith_InvalidTerms_eventWindow_ofOneThatMayRaise() public {
        IListings.Terms memory t = _terms();
        t.adjudicator = address(court);
        _refused(t, "eventWindow");
        t.eventWindow = t.grace / 64 - 1;
        _refused(t, "eventWindow");
        t.eventWindow = 730 days + 1;
        _refused(t, "eventWindow");
        t.grace = 640;
        t.eventWindow = 10;
        _create(t);
        t.grace = 641;
        _refused(t, "eventWindow");
        t.grace = 0;
        t.eventWindow = 1;
        _create(t);
        t.eventWindow = 730 days;
        _create(t);
    }

    /// @dev Two covers of one holding, each in force at another loss of the event, would find it unused twice.
    function test_attack_aHoldingPaidTwiceInOneEvent_byAWindowLongerThanItsUseIsSeen() public {
        IListings.Terms memory t = _terms();
        (t.adjudicator, t.eventWindow) = (address(court), 84 hours + 1);
        _create(t);
        (t.lossProof, t.proofTerms) = (IListings.LossProof.Holdings, keccak256("terms"));
        _refused(t, "eventWindow");
        t.eventWindow = 84 hours;
        _create(t);
    }

    /// @dev The next number drawn from the seed, in [min, max].
    function _pick(uint256 min, uint256 max) private returns (uint256) {
        _seed = uint256(keccak256(abi.encode(_seed)));
        return bound(_seed, min, max);
    }

    function _refused(IListings.Terms memory t, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(IListings.InvalidTerms.selector, field));
        listings.create(t, WORDING);
    }
}
