// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {Pricing} from "../../src/pool/libraries/Pricing.sol";
import {SignedVectorTest, VectorTest} from "./VectorTest.sol";

contract PricingHarness {
    function expWad(int256 x) external pure returns (int256) {
        return Math.expWad(x);
    }

    function expectedLossUp(uint256 rate, uint256 amount, uint256 time, uint256 grain) external pure returns (uint256) {
        return Pricing.expectedLossUp(rate, amount, time, grain);
    }

    function eventLossUp(uint256 probability, uint256 amount, uint256 grain) external pure returns (uint256) {
        return Pricing.eventLossUp(probability, amount, grain);
    }

    function potentialDown(uint256 s, uint256 b) external pure returns (uint256) {
        return Pricing.potentialDown(s, b);
    }

    function utilisationDown(uint256 s, uint256 b) external pure returns (uint256) {
        return Pricing.utilisationDown(s, b);
    }

    function capitalChargeUp(uint256 level, uint256 b, uint256 scr0, uint256 scr1, uint256 time, uint256 grain)
        external
        pure
        returns (uint256)
    {
        return Pricing.capitalChargeUp(level, b, scr0, scr1, time, grain);
    }

    function driftedLevel(uint256 level, uint256 utilisation, uint256 elapsed) external pure returns (uint256) {
        return Pricing.driftedLevel(level, utilisation, elapsed);
    }
}

contract PricingVectorTest is VectorTest {
    address private harness = address(new PricingHarness());

    function test_expectedLossUp_equalsTwin() public {
        run(harness, "Pricing", "expectedLossUp", PricingHarness.expectedLossUp.selector, 200);
    }

    function test_eventLossUp_equalsTwin() public {
        run(harness, "Pricing", "eventLossUp", PricingHarness.eventLossUp.selector, 120);
    }

    function test_potentialDown_equalsTwin() public {
        run(harness, "Pricing", "potentialDown", PricingHarness.potentialDown.selector, 300);
    }

    function test_utilisationDown_equalsTwin() public {
        run(harness, "Pricing", "utilisationDown", PricingHarness.utilisationDown.selector, 120);
    }

    function test_capitalChargeUp_equalsTwin() public {
        run(harness, "Pricing", "capitalChargeUp", PricingHarness.capitalChargeUp.selector, 400);
    }

    function test_driftedLevel_equalsTwin() public {
        run(harness, "Pricing", "driftedLevel", PricingHarness.driftedLevel.selector, 350);
    }
}

contract ExpWadVectorTest is SignedVectorTest {
    function test_expWad_equalsTwin() public {
        run(address(new PricingHarness()), "Pricing", "expWad", PricingHarness.expWad.selector, 300);
    }
}
