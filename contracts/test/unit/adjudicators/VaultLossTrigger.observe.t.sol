// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IMarkedTrigger} from "../../../src/adjudicators/interfaces/IMarkedTrigger.sol";
import {IReadingTrigger} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {VaultLossFixture} from "./VaultLossFixture.sol";

contract VaultLossTriggerObserveTest is VaultLossFixture {
    function nothing(uint256 value, uint256 lowest, uint256 closes) internal {
        vm.expectRevert(abi.encodeWithSelector(IMarkedTrigger.NothingToObserve.selector, value, lowest, closes));
        vaultLoss.observe(listing);
    }

    function test_observe_marksTheLowerOfTwoReadingsADayApart() public {
        listing = create(config());
        (uint256 level, uint256 lowest, uint256 since) = vaultLoss.markOf(listing);
        assertEq(level, 0);
        assertEq(lowest, 1e18);
        assertEq(since, block.timestamp);
        donate(ASSETS / 200);
        skip(1 days);
        vm.expectEmit();
        emit IMarkedTrigger.Observed(listing, price(), 1e18);
        vaultLoss.observe(listing);
        assertEq(mark(), 1e18);
        skip(1 days);
        vaultLoss.observe(listing);
        assertEq(mark(), price());
    }

    function test_observe_revertsWith_NothingToObserve() public {
        (, uint256 lowest, uint256 since) = vaultLoss.markOf(listing);
        nothing(price(), lowest, since + 1 days);
        donate(1e18);
        nothing(price(), lowest, since + 1 days);
        vm.warp(since + 1 days);
        vaultLoss.observe(listing);
    }

    /// @dev Within a day a lower reading counts, and nothing else.
    function test_observe_keepsTheLowestOfTheDay() public {
        donate(ASSETS / 10);
        skip(1 days);
        vaultLoss.observe(listing); // this window begins high
        vault.lose(ASSETS / 20);
        skip(1 hours);
        vaultLoss.observe(listing);
        (, uint256 lowest,) = vaultLoss.markOf(listing);
        assertEq(lowest, price());
        donate(ASSETS / 20);
        skip(1 days);
        vaultLoss.observe(listing);
        assertEq(mark(), 1.01e18, "at most a hundredth at once");
    }

    function test_observe_revertsWith_AlreadyArmed() public {
        uint256 incident = armed();
        skip(1 days);
        vm.expectRevert(abi.encodeWithSelector(IReadingTrigger.AlreadyArmed.selector, listing, incident));
        vaultLoss.observe(listing);
    }

    function test_observe_revertsWith_NoReading() public {
        vm.etch(address(vault), hex"fe");
        skip(1 days);
        vm.expectRevert(noReading("call", address(vault), 0));
        vaultLoss.observe(listing);
    }

    // -- Attacks -------------------------------------------------------------------------------------------------

    /// @dev An underwriter observes right after the loss, and every day: the mark stays where it was.
    function test_observe_doesNotHideALoss() public {
        vault.lose(ASSETS / 10);
        vaultLoss.observe(listing);
        skip(1 days);
        vaultLoss.observe(listing);
        skip(1 days);
        vaultLoss.observe(listing);
        assertEq(mark(), 1e18);
        assertEq(rules(arm()), 0.1e18);
    }

    /// @dev Nor do many small losses with an observation after each.
    function test_observe_doesNotRatchetDown() public {
        for (uint256 i = 0; i < 10; ++i) {
            vault.lose(ASSETS / 100);
            skip(1 days);
            vaultLoss.observe(listing);
        }
        assertEq(mark(), 1e18);
        assertEq(fallNow(), 0.1e18);
    }

    /// @dev A donation that a flash loan pays for, gone at the end of the block.
    function test_observe_ignoresADonationOfOneBlock() public {
        skip(1 days);
        uint256 snapshot = token.balanceOf(address(vault));
        donate(ASSETS);
        vaultLoss.observe(listing);
        deal(address(token), address(vault), snapshot);
        assertEq(mark(), 1e18, "the other reading was lower");
        skip(1 hours);
        vaultLoss.observe(listing); // anyone looks
        skip(1 days);
        donate(ASSETS);
        vaultLoss.observe(listing);
        deal(address(token), address(vault), snapshot);
        assertEq(mark(), 1e18);
    }

    /// @dev If nobody looks for a day between two staged blocks, the mark rises by a hundredth: too little to arm.
    function test_observe_risesLittleIfNobodyLooks() public {
        uint256 snapshot = token.balanceOf(address(vault));
        for (uint256 i = 0; i < 2; ++i) {
            skip(1 days);
            donate(ASSETS);
            vaultLoss.observe(listing);
            deal(address(token), address(vault), snapshot);
        }
        assertEq(mark(), 1.01e18);
        refuseArm(notBeyond(fallNow(), 0.05e18));
    }

    function testFuzz_observe_neverFallsAndRisesByAHundredth(uint256[8] memory moves, uint32[8] memory times) public {
        for (uint256 i = 0; i < 8; ++i) {
            deal(address(token), address(vault), bound(moves[i], 1e18, 10 * ASSETS));
            skip(bound(times[i], 0, 3 days));
            uint256 before = mark();
            try vaultLoss.observe(listing) {} catch {}
            assertGe(mark(), before);
            assertLe(mark(), before + before / 100);
        }
    }
}
