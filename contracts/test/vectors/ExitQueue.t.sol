// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ExitQueue} from "../../src/pool/libraries/ExitQueue.sol";
import {VectorTest} from "./VectorTest.sol";

contract ExitQueueHarness {
    function valueDown(uint256 shares, uint256 funds, uint256 supply, uint256 virtualShares)
        external
        pure
        returns (uint256)
    {
        return ExitQueue.valueDown(shares, funds, supply, virtualShares);
    }

    function sharesDown(uint256 assets, uint256 funds, uint256 supply, uint256 virtualShares)
        external
        pure
        returns (uint256)
    {
        return ExitQueue.sharesDown(assets, funds, supply, virtualShares);
    }

    function served(
        uint96 value,
        uint128 shares,
        uint256 high,
        uint256 low,
        uint256 spare,
        uint256 supply,
        uint256 virtualShares
    ) external pure returns (uint256, uint256, uint256) {
        ExitQueue.Request memory request = ExitQueue.Request(address(1), value, shares, 0);
        return ExitQueue.served(request, high, low, spare, supply, virtualShares);
    }
}

contract ExitQueueVectorTest is VectorTest {
    address private harness = address(new ExitQueueHarness());

    function test_valueDown_equalsTwin() public {
        run(harness, "ExitQueue", "valueDown", ExitQueueHarness.valueDown.selector, 150);
    }

    function test_sharesDown_equalsTwin() public {
        run(harness, "ExitQueue", "sharesDown", ExitQueueHarness.sharesDown.selector, 150);
    }

    function test_served_equalsTwin() public {
        run(harness, "ExitQueue", "served", ExitQueueHarness.served.selector, 300);
    }
}
