// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {LotPrice} from "../../src/claims/libraries/LotPrice.sol";
import {ProvenLoss} from "../../src/claims/libraries/ProvenLoss.sol";
import {VectorTest} from "./VectorTest.sol";

contract ProvenLossHarness {
    /// @notice The columns of a row.
    struct Row {
        uint256 worth;
        uint256 handed;
        uint256 used;
        ProvenLoss.Ruling ruling;
        uint256 base;
        uint256 taken;
    }

    function worth(uint256 held, uint256 value, uint256 unit, uint256 assetUnit)
        external
        pure
        returns (uint256 down, uint256 up)
    {
        down = ProvenLoss.worthDown(held, value, unit, assetUnit);
        up = ProvenLoss.worthUp(held, value, unit, assetUnit);
    }

    function tokens(uint256 claim, uint256 value, uint256 unit, uint256 assetUnit) external pure returns (uint256) {
        return ProvenLoss.tokensUp(claim, value, unit, assetUnit);
    }

    function loss(Row calldata row) external pure returns (uint256, uint256) {
        ProvenLoss.Holding memory h = ProvenLoss.Holding(row.worth, row.handed, row.used, 0, 0);
        return ProvenLoss.lossDown(h, row.ruling, row.base, row.taken);
    }

    function lotPrice(uint256 value, uint256 amount, uint256 unit, uint256 assetUnit, uint256 elapsed)
        external
        pure
        returns (uint256)
    {
        return LotPrice.priceUp(value, amount, unit, assetUnit, elapsed);
    }
}

contract ProvenLossVectorTest is VectorTest {
    function test_worth_equalsTwin() public {
        run(address(new ProvenLossHarness()), "ProvenLoss", "worth", ProvenLossHarness.worth.selector, 300);
    }

    function test_tokens_equalsTwin() public {
        run(address(new ProvenLossHarness()), "ProvenLoss", "tokens", ProvenLossHarness.tokens.selector, 300);
    }

    function test_loss_equalsTwin() public {
        run(address(new ProvenLossHarness()), "ProvenLoss", "loss", ProvenLossHarness.loss.selector, 500);
    }

    function test_lotPrice_equalsTwin() public {
        run(address(new ProvenLossHarness()), "ProvenLoss", "lotPrice", ProvenLossHarness.lotPrice.selector, 300);
    }
}
