// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReadingTrigger} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IVaultLossTrigger} from "../../../src/adjudicators/interfaces/IVaultLossTrigger.sol";
import {LossyVault} from "../../mocks/LossyVault.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {ReadingFixture} from "./ReadingFixture.sol";

/// @notice A vault of a million tokens at a price of 1, its mark taken, a cover sold on it.
abstract contract VaultLossFixture is ReadingFixture {
    uint256 internal constant ASSETS = 1_000_000e18;
    address internal saver = makeLabelled("saver");

    IVaultLossTrigger internal vaultLoss;
    TestToken internal token;
    LossyVault internal vault;

    function setUp() public virtual override {
        super.setUp();
        vaultLoss =
            IVaultLossTrigger(deployCode("VaultLossTrigger.sol:VaultLossTrigger", abi.encode(incidents, listings)));
        approve(vaultLoss);
        token = new TestToken("Token", "T", 18);
        useVault(new LossyVault(token));
    }

    /// @dev Fills a vault, lists it and waits for the mark.
    function useVault(LossyVault vault_) internal {
        vault = vault_;
        token.mint(saver, ASSETS);
        vm.startPrank(saver);
        token.approve(address(vault), ASSETS);
        vault.deposit(ASSETS, saver);
        vm.stopPrank();
        backed(create(config()));
        skip(1 days);
        vaultLoss.observe(listing);
        sold();
        skip(1 hours);
    }

    function config() internal view returns (IVaultLossTrigger.Config memory) {
        return IVaultLossTrigger.Config({vault: address(vault), leastShares: 1_000e18, levels: levels()});
    }

    function create(IVaultLossTrigger.Config memory c) internal returns (uint256) {
        return vaultLoss.createListing(readingTerms(), "A vault loses", c);
    }

    function donate(uint256 assets) internal {
        token.mint(address(vault), assets);
    }

    function price() internal view returns (uint256) {
        return vault.convertToAssets(1e18);
    }

    function mark() internal view returns (uint256 level) {
        (level,,) = vaultLoss.markOf(listing);
    }

    /// @dev A tenth is lost, and a span armed.
    function armed() internal returns (uint256 incident) {
        vault.lose(ASSETS / 10);
        return arm();
    }

    function rules(uint256 incident) internal returns (uint256) {
        skip(P);
        return reading.prove(incident);
    }
}
