// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReserveTrigger} from "../../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {ReserveFixture} from "./ReserveFixture.sol";

/// @notice Two locks hold a token of 18 decimals; what was minted for it has 6.
contract ReserveTriggerBridgeTest is ReserveFixture {
    address internal lockA = address(0xA10C);
    address internal lockB = address(0xB10C);
    TestToken internal locked;

    function setUp() public override {
        super.setUp();
        locked = new TestToken("Locked", "L", 18);
        locked.mint(lockA, 600_000e18);
        locked.mint(lockB, 400_000e18);
        begin();
    }

    function config() internal view override returns (IReserveTrigger.Config memory c) {
        c = super.config();
        (c.kind, c.source, c.locks) = (IReserveTrigger.Kind.Bridge, address(locked), new address[](2));
        (c.locks[0], c.locks[1]) = (lockA, lockB);
    }

    function steal(uint256 amount) internal {
        vm.prank(lockB);
        assertTrue(locked.transfer(attacker, amount));
    }

    function test_createListing_storesTheConfiguration() public {
        uint256 created = create(config());
        assertEq(abi.encode(reserve.configOf(created)), abi.encode(config()));
    }

    function test_createListing_revertsWith_InvalidConfig() public {
        IReserveTrigger.Config memory c = config();
        c.locks = new address[](0);
        refuses(c, invalid("locks"));
        c.locks = new address[](9);
        for (uint160 i = 0; i < 9; ++i) {
            c.locks[i] = address(i + 1);
        }
        refuses(c, invalid("locks"));
        c = config();
        c.locks[1] = lockA; // counted twice
        refuses(c, invalid("locks"));
        c.locks[0] = address(0);
        refuses(c, invalid("locks"));
        c = config();
        c.heartbeat = 1 days;
        refuses(c, invalid("heartbeat"));
    }

    function test_prove_rulesAndTheCoverIsPaid() public {
        steal(250_000e18);
        uint256 incident = arm();
        assertEq(rules(incident), 0.25e18);
        assertEq(settle(incident, cover), INSURED / 4);
        assertSound(pool);
    }

    function test_prove_doesNotPayTheSameShortfallTwice() public {
        steal(250_000e18);
        rules(arm());
        refuseArm(notBeyond(0, 0.05e18));
        steal(100_000e18);
        assertEq(rules(arm()), 0.1e18);
        assertEq(reserve.ruledOf(listing), 350_000e18);
    }

    /// @dev A flash loan out of the lock stages a shortfall for one block.
    function test_read_endsASpanStagedInOneBlock() public {
        steal(400_000e18);
        uint256 incident = arm();
        vm.prank(attacker);
        assertTrue(locked.transfer(lockB, 400_000e18));
        reading.read(incident);
        assertDismissed(incident);
    }

    /// @dev Whoever locks and mints a flash loan's worth leaves the shortfall as it is, and the whole at its mark.
    function test_read_cannotBeDilutedByAFlashMint() public {
        steal(250_000e18);
        uint256 incident = arm();
        skip(P);
        token.mint(attacker, 1_000 * SUPPLY);
        locked.mint(lockA, 1_000_000_000e18);
        reading.read(incident);
        assertEq(reading.prove(incident), 0.25e18);
    }

    function test_arm_revertsWith_NoReading() public {
        steal(250_000e18);
        vm.etch(address(locked), hex"fe");
        refuseArm(noReading("call", address(locked), 0));
    }

    function test_arm_revertsWith_NoReading_whenNearlyAllIsBurnt() public {
        deal(address(token), bob, 1_000e6 - 1, true);
        refuseArm(noReading("thin", address(token), 1_000e6 - 1));
        assertFalse(maySell());
    }

    function test_arm_revertsWith_NoReading_beforeThereIsAMark() public {
        listing = create(config());
        steal(250_000e18);
        refuseArm(noReading("mark", address(token), 0));
    }

    function testFuzz_prove_isRoundedDown(uint256 stolen, uint256 minted) public {
        stolen = bound(stolen, 100_000e18, 400_000e18);
        minted = bound(minted, 0, SUPPLY / 20);
        steal(stolen);
        token.mint(bob, minted);
        uint256 incident = arm();
        uint256 shortfall = stolen + minted * 1e12;
        assertEq(rules(incident), shortfall * 1e18 / (SUPPLY * 1e12), "of the mark");
    }

    /// @dev Stolen and given back in any way: all that is granted is no more than the largest shortfall.
    function testFuzz_prove_neverMoreInAllThanTheLargestShortfall(uint256[6] memory held) public {
        uint256 largest;
        for (uint256 i = 0; i < 6; ++i) {
            held[i] = bound(held[i], 0, 400_000e18);
            deal(address(locked), lockB, held[i]);
            if (400_000e18 - held[i] > largest) largest = 400_000e18 - held[i];
            if (fallNow() > 0.05e18) rules(arm());
            assertLe(reserve.ruledOf(listing), largest);
        }
    }
}
