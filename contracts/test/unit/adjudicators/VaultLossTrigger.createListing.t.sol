// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReadingTrigger} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IVaultLossTrigger} from "../../../src/adjudicators/interfaces/IVaultLossTrigger.sol";
import {BoundedCall} from "../../../src/adjudicators/libraries/BoundedCall.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {LossesApartVault, LossyVault} from "../../mocks/LossyVault.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {VaultLossFixture} from "./VaultLossFixture.sol";

contract VaultLossTriggerCreateListingTest is VaultLossFixture {
    function test_createListing_storesTheConfigurationUnderTheListing() public {
        IVaultLossTrigger.Config memory c = config();
        vm.expectEmit();
        emit IVaultLossTrigger.TriggerListed(listing + 1, keeper, c, false);
        vm.prank(keeper);
        uint256 created = vaultLoss.createListing(readingTerms(), "A vault loses", c);
        assertEq(abi.encode(vaultLoss.configOf(created)), abi.encode(c));
        assertEq(listings.terms(created).adjudicator, address(vaultLoss));
        (IReadingTrigger.Levels memory l, uint256 gap) = reading.levelsOf(created);
        assertEq(abi.encode(l), abi.encode(levels()));
        assertEq(gap, 0);
        assertEq(reading.worstCaseTime(created), P + KEEPER_TIME);
        assertTrue(reading.rulesOnce());
    }

    function test_createListing_findsLossesApart() public {
        LossesApartVault apart = new LossesApartVault(token);
        IVaultLossTrigger.Config memory c = config();
        (c.vault, c.leastShares) = (address(apart), 1e18);
        token.mint(saver, 1e18);
        vm.startPrank(saver);
        token.approve(address(apart), 1e18);
        apart.deposit(1e18, saver);
        vm.stopPrank();
        vm.expectEmit();
        emit IVaultLossTrigger.TriggerListed(listing + 1, address(this), c, true);
        create(c);
    }

    /// @dev Too little gas for the question would feign that there is no `lostAssets()`.
    function test_createListing_revertsWith_GasTooLow() public {
        vm.expectPartialRevert(BoundedCall.GasTooLow.selector);
        vaultLoss.createListing{gas: 3_900_000}(readingTerms(), "A vault loses", config());
    }

    function test_createListing_leavesAListingMadeElsewhereWithoutConfiguration() public {
        uint256 bare = listings.create(readingTerms(), "Bare");
        bytes memory reason = abi.encodeWithSelector(IReadingTrigger.NotConfigured.selector, bare);
        assertFalse(reading.canSell(bare, 0));
        vm.expectRevert(reason);
        reading.worstCaseTime(bare);
        vm.expectRevert(reason);
        reading.readingOf(bare);
        vm.expectRevert(reason);
        reading.levelsOf(bare);
        vm.expectRevert(reason);
        vaultLoss.observe(bare);
        vm.expectRevert(reason);
        vaultLoss.configOf(bare);
        listing = bare;
        refuseArm(reason);
    }

    function refuses(IListings.Terms memory t, bytes32 field) internal {
        IVaultLossTrigger.Config memory c = config();
        vm.expectRevert(invalid(field));
        vaultLoss.createListing(t, "A vault loses", c);
    }

    function refuses(IVaultLossTrigger.Config memory c, bytes32 field) internal {
        IListings.Terms memory t = readingTerms();
        vm.expectRevert(invalid(field));
        vaultLoss.createListing(t, "A vault loses", c);
    }

    function test_createListing_revertsWith_InvalidConfig_forTerms() public {
        IListings.Terms memory t = readingTerms();
        t.adjudicator = address(this);
        refuses(t, "adjudicator");
        t = readingTerms();
        t.keyed = true;
        refuses(t, "keyed");
        t = readingTerms();
        (t.bond, t.bondToken) = (1, address(usd));
        refuses(t, "bond");
        t = readingTerms();
        t.secondAdjudicator = address(court);
        refuses(t, "secondAdjudicator");
        t = readingTerms();
        t.grace = uint32(P + KEEPER_TIME - 1);
        refuses(t, "grace");
        ++t.grace;
        vaultLoss.createListing(t, "A vault loses", config());
    }

    function test_createListing_revertsWith_InvalidConfig_forLevels() public {
        IVaultLossTrigger.Config memory c = config();
        c.levels.strike = 0;
        refuses(c, "strike");
        c.levels.strike = 1e18;
        refuses(c, "strike");
        c = config();
        c.levels.recovery = c.levels.strike + 1;
        refuses(c, "recovery");
        c = config();
        c.levels.warning = c.levels.recovery + 1;
        refuses(c, "warning");
        c = config();
        c.levels.persistence = 1 hours - 1;
        refuses(c, "persistence");
        c.levels.persistence = 30 days + 1;
        refuses(c, "persistence");
    }

    function test_createListing_revertsWith_InvalidConfig_forVaults() public {
        IVaultLossTrigger.Config memory c = config();
        c.vault = keeper;
        refuses(c, "vault");
        c = config();
        c.leastShares = 0;
        refuses(c, "leastShares");
        TestToken coarse = new TestToken("Coarse", "C", 4);
        LossyVault coarseVault = new LossyVault(coarse);
        coarse.mint(saver, 10e4);
        vm.startPrank(saver);
        coarse.approve(address(coarseVault), 10e4);
        coarseVault.deposit(10e4, saver);
        vm.stopPrank();
        c = config();
        (c.vault, c.leastShares) = (address(coarseVault), 1);
        refuses(c, "price");
    }

    function test_createListing_revertsWith_NoReading() public {
        IVaultLossTrigger.Config memory c = config();
        c.vault = address(token); // has decimals, and no assets
        vm.expectRevert(noReading("call", address(token), 0));
        create(c);
        c = config();
        c.leastShares = uint128(ASSETS + 1);
        vm.expectRevert(noReading("thin", address(vault), ASSETS));
        create(c);
    }
}
