// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IMarkedTrigger} from "../../../src/adjudicators/interfaces/IMarkedTrigger.sol";
import {IVirtualPrice} from "../../../src/adjudicators/interfaces/IReadSources.sol";
import {IReserveTrigger} from "../../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {WildSource} from "../../mocks/WildSource.sol";
import {ReserveFixture} from "./ReserveFixture.sol";

/// @notice An LP token's pool says what a share is worth.
contract ReserveTriggerVirtualPriceTest is ReserveFixture {
    bytes4 internal constant PRICE = IVirtualPrice.get_virtual_price.selector;
    WildSource internal curve;

    function setUp() public override {
        super.setUp();
        curve = new WildSource();
        say(1e18);
        begin();
    }

    function config() internal view override returns (IReserveTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.source) = (IReserveTrigger.Kind.VirtualPrice, address(curve));
        c.view_ = PRICE;
    }

    function say(uint256 price) internal {
        curve.set(PRICE, price);
    }

    function test_createListing_takesANamedView() public {
        IReserveTrigger.Config memory c = config();
        c.view_ = 0;
        assertEq(reserve.configOf(create(c)).view_, PRICE, "get_virtual_price()");
        c.view_ = bytes4(keccak256("pricePerShare()"));
        refuses(c, noReading("call", address(curve), 0));
        curve.set(c.view_, 2e18);
        assertEq(reserve.configOf(create(c)).view_, c.view_);
        curve.set(c.view_, 1e5 - 1);
        refuses(c, invalid("price"));
        c.heartbeat = 1;
        refuses(c, invalid("heartbeat"));
        c = config();
        c.locks = new address[](1);
        refuses(c, invalid("locks"));
    }

    function test_prove_rulesAndTheCoverIsPaid() public {
        say(0.8e18);
        uint256 incident = arm();
        say(0.7e18);
        assertEq(rules(incident), 0.2e18);
        assertEq(settle(incident, cover), INSURED / 5);
        (uint256 level,,) = reserve.markOf(listing);
        assertEq(level, 0.8e18);
        assertEq(reserve.ruledOf(listing), 0);
    }

    /// @dev Read within a pool's own callback the virtual price can be anything, for one block.
    function test_observe_ignoresAPriceStagedInOneBlock() public {
        skip(1 days);
        say(10e18);
        reserve.observe(listing);
        say(1e18);
        skip(1 days);
        reserve.observe(listing);
        (uint256 level,,) = reserve.markOf(listing);
        assertEq(level, 1e18);
    }

    function test_read_endsASpanStagedInOneBlock() public {
        say(0.1e18);
        uint256 incident = arm();
        say(1e18);
        reading.read(incident);
        assertDismissed(incident);
    }

    function test_arm_revertsWith_NoReading() public {
        for (uint8 mood = 1; mood <= 3; ++mood) {
            curve.setMood(PRICE, WildSource.Mood(mood));
            refuseArm(noReading("call", address(curve), 0));
        }
        curve.setMood(PRICE, WildSource.Mood.Answers);
        say(type(uint256).max);
        refuseArm(noReading("overflow", address(curve), type(uint256).max));
        deal(address(token), bob, 0, true);
        refuseArm(noReading("thin", address(token), 0));
    }

    function test_observe_risesByAHundredthAtOnce() public {
        say(2e18);
        skip(1 days);
        reserve.observe(listing);
        skip(1 days);
        vm.expectEmit();
        emit IMarkedTrigger.Observed(listing, 2e18, 1.01e18);
        reserve.observe(listing);
    }
}
