// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice What the curator sets: classes, groups, limits, fee and successor.
contract PoolSetBackingTest is PoolFixture {
    function testFuzz_setBacking_isMadeAtOnceInAPoolWithoutShares(uint8 class, uint48 group, uint64 limit) public {
        class = uint8(bound(class, 0, 3));
        vm.expectEmit(address(pool));
        emit IPool.BackingSet(depeg, class, group, limit);
        vm.prank(curator);
        pool.setBacking(depeg, class, group, limit);
    }

    function testFuzz_setBacking_revertsWith_NotExecutable_onceThereAreShares(uint256 assets) public {
        deposit(pool, alice, bound(assets, 1, 1e15));
        bytes32 hash = keccak256(abi.encodeCall(pool.setBacking, (depeg, 0, 1, 5)));
        expectRefusal(abi.encodeWithSelector(IPool.NotExecutable.selector, hash, 0));
        vm.prank(curator);
        pool.setBacking(depeg, 0, 1, 5);
        assertNoTrace();
    }

    /// @dev A risk keeps its class and group until its exposure is zero, whatever the curator changes.
    function test_setBacking_movesNoExposure() public {
        deposit(pool, alice, MILLION);
        buy(pool, depeg, 1e9, 30 days);
        announce(abi.encodeCall(pool.setBacking, (depeg, 3, 9, NO_LIMIT)));
        freshen();
        buy(pool, depeg, 1e9, 30 days);
        assertEq(report().scr, 2e9, "still one group");
        skip(40 days);
        assertEq(pool.release(riskOf(depeg)), 2e9);
        freshen();
        vm.expectRevert(abi.encodeWithSelector(IPool.GroupLimitExceeded.selector, 1e9, 0));
        pool.quote(purchase(depeg, 1e9, 30 days));
    }

    function testFuzz_setBacking_revertsWith_UnknownClass(uint8 class) public {
        class = uint8(bound(class, 4, type(uint8).max));
        expectRefusal(abi.encodeWithSelector(IPool.UnknownClass.selector, uint256(class)));
        vm.prank(curator);
        pool.setBacking(depeg, class, 1, 1);
        assertNoTrace();
    }

    function testFuzz_setBacking_revertsWith_UnknownListing(uint256 listing) public {
        vm.assume(listing == 0 || listing > listings.count());
        expectRefusal(abi.encodeWithSelector(IListings.UnknownListing.selector, listing));
        vm.prank(curator);
        pool.setBacking(listing, 0, 1, 1);
        assertNoTrace();
    }

    /// @dev No pool backs a listing that insures its own asset's family.
    function testFuzz_setBacking_revertsWith_OwnAsset(uint16 family) public {
        family = uint16(bound(family, 1, type(uint16).max));
        IListings.Terms memory t = triggerTerms();
        t.family = family;
        uint256 own = newListing(t);
        vm.prank(admin);
        listings.setFamily(address(usd), family);
        expectRefusal(abi.encodeWithSelector(IListings.OwnAsset.selector, own, usd, family));
        vm.prank(curator);
        pool.setBacking(own, 0, 1, 1);
        assertNoTrace();
    }

    /// @dev Every change is the curator's alone.
    function testFuzz_setBacking_andAllOthers_revertWith_OnlyCurator(address caller) public {
        vm.assume(caller != curator);
        bytes[6] memory calls = [
            abi.encodeCall(pool.setBacking, (depeg, 0, 1, 1)),
            abi.encodeCall(pool.setGroupLimit, (0, 1, 1)),
            abi.encodeCall(pool.setAdjudicatorLimit, (address(trigger), 1)),
            abi.encodeCall(pool.setCuratorFee, (1)),
            abi.encodeCall(pool.setCurator, (caller)),
            abi.encodeCall(pool.stop, (depeg))
        ];
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(caller);
            (bool ok, bytes memory reason) = address(pool).call(calls[i]);
            assertFalse(ok);
            assertEq(reason, abi.encodeWithSelector(IPool.OnlyCurator.selector, caller));
        }
    }

    // -- Stop ----------------------------------------------------------------------------------------------------

    /// @dev A sale can be stopped at once; taking it up again is announced.
    function test_stop_isAtOnce() public {
        deposit(pool, alice, MILLION);
        uint256 id = sellDepeg(1e9, 30 days);
        vm.expectEmit(address(pool));
        emit IPool.BackingSet(depeg, 0, 1, 0);
        vm.prank(curator);
        pool.stop(depeg);
        vm.expectRevert(abi.encodeWithSelector(IPool.NotBacked.selector, depeg));
        pool.quote(purchase(depeg, 1e6, 30 days));
        // Covers already sold are paid as ever.
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        assertEq(settle(incident, id), 1e9);
    }

    // -- Limits, fee and successor -------------------------------------------------------------------------------

    function testFuzz_setGroupLimit_emits(uint8 class, uint48 group, uint64 limit) public {
        class = uint8(bound(class, 0, 3));
        vm.expectEmit(address(pool));
        emit IPool.GroupLimitSet(class, group, limit);
        vm.prank(curator);
        pool.setGroupLimit(class, group, limit);
    }

    function testFuzz_setGroupLimit_revertsWith_UnknownClass(uint8 class) public {
        class = uint8(bound(class, 4, type(uint8).max));
        expectRefusal(abi.encodeWithSelector(IPool.UnknownClass.selector, uint256(class)));
        vm.prank(curator);
        pool.setGroupLimit(class, 1, 1);
        assertNoTrace();
    }

    function testFuzz_setAdjudicatorLimit_emits(address adjudicator, uint64 limit) public {
        vm.expectEmit(address(pool));
        emit IPool.AdjudicatorLimitSet(adjudicator, limit);
        vm.prank(curator);
        pool.setAdjudicatorLimit(adjudicator, limit);
    }

    function testFuzz_setCuratorFee_revertsWith_FeeAboveCap(uint16 fee) public {
        fee = uint16(bound(fee, 2_001, type(uint16).max));
        expectRefusal(abi.encodeWithSelector(IPool.FeeAboveCap.selector, uint256(fee), 2_000));
        vm.prank(curator);
        pool.setCuratorFee(fee);
        assertNoTrace();
    }

    function testFuzz_setCurator_handsThePoolOver(address successor) public {
        vm.assume(successor != address(0) && successor != curator);
        deposit(pool, alice, MILLION);
        announce(abi.encodeCall(pool.setCurator, (successor)));
        vm.prank(successor);
        pool.stop(depeg);
        vm.expectRevert(abi.encodeWithSelector(IPool.OnlyCurator.selector, curator));
        vm.prank(curator);
        pool.stop(depeg);
    }

    function test_setCurator_revertsWith_ZeroAddress() public {
        expectRefusal(abi.encodeWithSelector(IPool.ZeroAddress.selector));
        vm.prank(curator);
        pool.setCurator(address(0));
        assertNoTrace();
    }
}
