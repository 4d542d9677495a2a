// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ExitQueue} from "../../../../src/pool/libraries/ExitQueue.sol";
import {Test} from "../../../Test.sol";

contract ExitQueueTest is Test {
    /// @custom:invariant EXT-2
    function testFuzz_served_paysTheLeastOfThree(
        uint96 value,
        uint112 shares,
        uint96 high,
        uint96 low,
        uint96 spare,
        uint112 supply,
        uint256 virtualShares
    ) public pure {
        virtualShares = 10 ** bound(virtualShares, 0, 18);
        supply = uint112(bound(supply, 1, type(uint112).max));
        shares = uint112(bound(shares, 1, supply));
        low = uint96(bound(low, 0, high));
        ExitQueue.Request memory r = ExitQueue.Request(address(1), value, shares, 0);
        (uint256 burnt, uint256 assets, uint256 leaving) = ExitQueue.served(r, high, low, spare, supply, virtualShares);

        assertLe(burnt, shares);
        assertLe(leaving, spare, "no more than may leave");
        assertLe(assets, leaving);
        assertLe(assets * shares, uint256(value) * burnt, "no more than when asked");
        assertLe(assets, ExitQueue.valueDown(burnt, low, supply, virtualShares), "no more than now");
        if (ExitQueue.valueDown(shares, high, supply, virtualShares) <= spare) assertEq(burnt, shares, "in full");
    }

    /// @notice Serving in two parts pays no more than serving at once.
    /// @custom:invariant EXT-2
    function testFuzz_served_inPartsPaysNoMore(uint96 value, uint112 shares, uint96 high, uint112 supply, uint96 first)
        public
        pure
    {
        supply = uint112(bound(supply, 1, type(uint112).max));
        shares = uint112(bound(shares, 1, supply));
        ExitQueue.Request memory r = ExitQueue.Request(address(1), value, shares, 0);
        (, uint256 whole,) = ExitQueue.served(r, high, high, high, supply, 1e12);

        (uint256 burnt, uint256 assets, uint256 leaving) =
            ExitQueue.served(r, high, high, bound(first, 0, high), supply, 1e12);
        if (burnt == shares) return;
        uint256 left = shares - burnt;
        (r.value, r.shares) = (uint96(uint256(value) * left / shares), uint128(left));
        (, uint256 rest,) = ExitQueue.served(r, high - leaving, high - leaving, high - leaving, supply - burnt, 1e12);
        assertLe(assets + rest, whole + 2, "beyond rounding");
    }

    /// @notice In and out at once gains nothing.
    /// @custom:invariant CAP-3
    function testFuzz_sharesDown_inAndOutNeverGains(uint96 assets, uint96 funds, uint112 supply, uint256 virtualShares)
        public
        pure
    {
        virtualShares = 10 ** bound(virtualShares, 0, 18);
        uint256 shares = ExitQueue.sharesDown(assets, funds, supply, virtualShares);
        uint256 back = ExitQueue.valueDown(shares, uint256(funds) + assets, supply + shares, virtualShares);
        assertLe(back, assets);
    }

    /// @notice A deposit lowers nobody's value beyond rounding.
    /// @custom:invariant CAP-2
    function testFuzz_sharesDown_depositTakesFromNobody(uint96 assets, uint96 funds, uint112 supply, uint112 mine)
        public
        pure
    {
        mine = uint112(bound(mine, 0, supply));
        uint256 before = ExitQueue.valueDown(mine, funds, supply, 1e12);
        uint256 shares = ExitQueue.sharesDown(assets, funds, supply, 1e12);
        assertGe(ExitQueue.valueDown(mine, uint256(funds) + assets, supply + shares, 1e12), before);
    }
}
