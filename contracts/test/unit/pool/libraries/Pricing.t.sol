// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Pricing} from "../../../../src/pool/libraries/Pricing.sol";
import {Test} from "../../../Test.sol";

contract PricingTest is Test {
    uint256 private constant WAD = 1e18;

    /// @dev What a net premium is made of; see `net`.
    struct Quote {
        uint256 rate;
        uint256 kappa;
        uint256 level;
        uint256 b;
        uint256 scr;
        uint256 time;
        uint256 capitalTime;
        uint256 grain;
    }

    // -- The premium ---------------------------------------------------------------------------------------------

    /// @custom:invariant PRI-1
    function testFuzz_net_splittingIsNeverCheaper(Quote memory q, uint256 one, uint256 two, uint256 rise) public pure {
        q = bounded(q);
        (one, two) = (bound(one, 1, 1 << 62), bound(two, 1, 1 << 62));
        rise = bound(rise, 0, one);
        uint256 riseOfTwo = bound(rise / 2, 0, two);

        uint256 whole = net(q, one + two, rise + riseOfTwo);
        uint256 parts = net(q, one, rise);
        q.scr += rise;
        parts += net(q, two, riseOfTwo);
        assertGe(parts, whole, "never cheaper");
        assertLe(parts, whole + 3, "dearer by its roundings alone");
    }

    /// @custom:invariant PRI-1
    function testFuzz_net_coversTheExpectedLoss(Quote memory q, uint256 amount, uint256 rise) public pure {
        q = bounded(q);
        amount = bound(amount, 1, 1 << 62);
        rise = bound(rise, 0, amount);
        assertGe(net(q, amount, rise) * WAD * Pricing.YEAR, q.rate * amount * q.time * q.grain);
    }

    /// @custom:invariant PRI-1
    function testFuzz_net_growsWithAmountAndTime(Quote memory q, uint256 amount, uint256 rise, uint256 more)
        public
        pure
    {
        q = bounded(q);
        amount = bound(amount, 1, 1 << 62);
        rise = bound(rise, 0, amount);
        more = bound(more, 0, 365 days);
        uint256 premium = net(q, amount, rise);
        assertGe(net(q, amount + more, rise + more), premium);
        (q.time, q.capitalTime) = (q.time + more, q.capitalTime + more);
        assertGe(net(q, amount, rise), premium);
    }

    // -- The curve -----------------------------------------------------------------------------------------------

    function testFuzz_potentialDown_rises(uint256 s, uint256 b, uint256 more) public pure {
        (s, b, more) = (bound(s, 0, 1 << 88), bound(b, 0, 1 << 96), bound(more, 0, 1 << 80));
        uint256 rise = Pricing.potentialDown(s + more, b) - Pricing.potentialDown(s, b);
        assertLe(rise, 4e18 * more + 1, "k is at most 4");
        assertGe(rise + 1, more * 0.5e18, "k is at least a half");
    }

    function testFuzz_potentialDown_piecesJoin(uint256 b) public pure {
        b = 5 * bound(b, 1, 1 << 80);
        assertEq(Pricing.potentialDown(b * 4 / 5, b), 0.6e18 * b);
        assertEq(Pricing.potentialDown(b, b), 1.1e18 * b);
        assertApproxEqAbs(Pricing.potentialDown(b - 1, b), 1.1e18 * b, 4e18);
    }

    function test_potentialDown_curve() public pure {
        assertEq(Pricing.potentialDown(0, 100e6), 0);
        assertEq(Pricing.potentialDown(40e6, 100e6), 25e24); // mean of k from 0 to 40 %: 0.625
        assertEq(Pricing.potentialDown(90e6, 100e6), 77.5e24); // 60 + mean of k from 80 to 90 %: 1.75
        assertEq(Pricing.potentialDown(200e6, 100e6), 510e24);
        assertEq(Pricing.potentialDown(5, 0), 20e18, "k(1), also for b = 0");
    }

    // -- The level -----------------------------------------------------------------------------------------------

    function testFuzz_driftedLevel_staysWithinBounds(uint64 level, uint256 utilisation, uint32 elapsed) public pure {
        uint256 drifted = Pricing.driftedLevel(level, bound(utilisation, 0, WAD), elapsed);
        assertGe(drifted, Pricing.MIN_LEVEL);
        assertLe(drifted, Pricing.MAX_LEVEL);
    }

    function testFuzz_driftedLevel_goesWithUtilisation(uint256 level, uint256 utilisation, uint32 elapsed) public pure {
        level = bound(level, Pricing.MIN_LEVEL, Pricing.MAX_LEVEL);
        utilisation = bound(utilisation, 0, WAD);
        uint256 drifted = Pricing.driftedLevel(level, utilisation, elapsed);
        if (utilisation >= Pricing.TARGET) assertGe(drifted, level);
        if (utilisation <= Pricing.TARGET) assertLe(drifted, level);
        assertGe(Pricing.driftedLevel(level, WAD, elapsed), drifted);
        assertLe(Pricing.driftedLevel(level, 0, elapsed), drifted);
    }

    function testFuzz_driftedLevel_countsFiveDays(uint256 level, uint256 utilisation, uint32 more) public pure {
        level = bound(level, Pricing.MIN_LEVEL, Pricing.MAX_LEVEL);
        utilisation = bound(utilisation, 0, WAD);
        assertEq(
            Pricing.driftedLevel(level, utilisation, 5 days + uint256(more)),
            Pricing.driftedLevel(level, utilisation, 5 days)
        );
        assertEq(Pricing.driftedLevel(level, utilisation, 0), level);
    }

    function test_driftedLevel_speed() public pure {
        // An empty pool for five days: exp(−50 · 0.8 · 5 / 365); a full one: exp(50 · 0.2 · 5 / 365).
        assertApproxEqAbs(Pricing.driftedLevel(0.05e18, 0, 5 days), 0.028906827e18, 1e9);
        assertApproxEqAbs(Pricing.driftedLevel(0.05e18, WAD, 5 days), 0.057340622e18, 1e9);
    }

    function testFuzz_utilisationDown_isAtMostOne(uint88 s, uint96 b) public pure {
        uint256 utilisation = Pricing.utilisationDown(s, b);
        assertLe(utilisation, WAD);
        assertEq(utilisation == WAD, s != 0 && s >= b);
        assertLe(utilisation * b, uint256(s) * WAD);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev As `Sales` puts a net premium together.
    function net(Quote memory q, uint256 amount, uint256 rise) private pure returns (uint256) {
        return Pricing.expectedLossUp(q.rate, amount, q.time, q.grain)
            + Pricing.expectedLossUp(q.kappa, amount, q.capitalTime, q.grain)
            + Pricing.capitalChargeUp(q.level, q.b, q.scr, q.scr + rise, q.capitalTime, q.grain);
    }

    function bounded(Quote memory q) private pure returns (Quote memory) {
        return Quote({
            rate: bound(q.rate, 0, WAD),
            kappa: bound(q.kappa, 0, 0.05e18),
            level: bound(q.level, Pricing.MIN_LEVEL, Pricing.MAX_LEVEL),
            b: bound(q.b, 0, 1 << 70),
            scr: bound(q.scr, 0, 1 << 70),
            time: bound(q.time, 1 days, 730 days),
            capitalTime: bound(q.capitalTime, 1 days, 900 days),
            grain: 10 ** bound(q.grain, 0, 12)
        });
    }
}
