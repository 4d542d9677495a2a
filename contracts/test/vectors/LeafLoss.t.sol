// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {LeafLoss} from "../../src/claims/libraries/LeafLoss.sol";
import {VectorTest} from "./VectorTest.sol";

contract LeafLossHarness {
    function worth(uint256 loss, uint256 value, uint256 unit) external pure returns (uint256 down, uint256 up) {
        return (LeafLoss.worthDown(loss, value, unit), LeafLoss.worthUp(loss, value, unit));
    }

    function claim(uint256 base, uint256 ratio, uint256 deductible, uint256 loss) external pure returns (uint256) {
        return LeafLoss.claimDown(base, ratio, deductible, loss);
    }

    function part(uint256 whole, uint256 loss, uint256 lossSum) external pure returns (uint256) {
        return LeafLoss.partDown(whole, loss, lossSum);
    }
}

contract LeafLossVectorTest is VectorTest {
    function test_worth_equalsTwin() public {
        run(address(new LeafLossHarness()), "LeafLoss", "worth", LeafLossHarness.worth.selector, 300);
    }

    function test_claim_equalsTwin() public {
        run(address(new LeafLossHarness()), "LeafLoss", "claim", LeafLossHarness.claim.selector, 300);
    }

    function test_part_equalsTwin() public {
        run(address(new LeafLossHarness()), "LeafLoss", "part", LeafLossHarness.part.selector, 300);
    }
}
