// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReserveTrigger} from "../../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {ReadingFixture} from "./ReadingFixture.sol";

/// @notice A token with a supply of a million, in 6 decimals.
abstract contract ReserveFixture is ReadingFixture {
    uint256 internal constant SUPPLY = 1_000_000e6;
    IReserveTrigger internal reserve;
    TestToken internal token;

    function setUp() public virtual override {
        super.setUp();
        reserve = IReserveTrigger(deployCode("ReserveTrigger.sol:ReserveTrigger", abi.encode(incidents, listings)));
        approve(reserve);
        token = new TestToken("Backed", "B", 6);
        token.mint(bob, SUPPLY);
    }

    function config() internal view virtual returns (IReserveTrigger.Config memory c) {
        (c.token, c.leastSupply, c.levels) = (address(token), 1_000e6, levels());
    }

    function create(IReserveTrigger.Config memory c) internal returns (uint256) {
        return reserve.createListing(readingTerms(), "Not backed", c);
    }

    function refuses(IReserveTrigger.Config memory c, bytes memory reason) internal {
        address adjudicator = address(reserve);
        require(adjudicator != address(0), "deployed");
        vm.expectRevert(reason);
        this.createFor(c);
    }

    function createFor(IReserveTrigger.Config memory c) external returns (uint256) {
        return create(c);
    }

    /// @dev Waits for the mark and sells.
    function begin() internal {
        backed(create(config()));
        skip(1 days);
        refresh();
        reserve.observe(listing);
        sold();
        skip(1 hours);
        refresh();
    }

    /// @dev What must be young is.
    function refresh() internal virtual {}

    function rules(uint256 incident) internal returns (uint256) {
        skip(config().levels.persistence);
        refresh();
        return reading.prove(incident);
    }
}
