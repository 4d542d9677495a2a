// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Solvency} from "../../src/pool/libraries/Solvency.sol";
import {VectorTest} from "./VectorTest.sol";

contract SolvencyHarness {
    function sqrtUp(uint256 x) external pure returns (uint256) {
        return Solvency.sqrtUp(x);
    }

    function classRequirementUp(uint160 q, uint80 a, uint16 rho) external pure returns (uint256) {
        return Solvency.classRequirementUp(Solvency.Class(q, a, rho));
    }

    function requirementUp(uint88 s, uint168 s2, uint256 r) external pure returns (uint256) {
        return Solvency.requirementUp(Solvency.Totals(s, s2), r);
    }

    function move(uint160 q, uint80 a, uint16 rho, uint88 s, uint168 s2, uint256 before, uint256 afterwards)
        external
        pure
        returns (uint256, uint256, uint256, uint256)
    {
        Solvency.Class memory class = Solvency.Class(q, a, rho);
        Solvency.Totals memory totals = Solvency.Totals(s, s2);
        Solvency.move(class, totals, before, afterwards);
        return (class.q, class.a, totals.s, totals.s2);
    }
}

contract SolvencyVectorTest is VectorTest {
    address private harness = address(new SolvencyHarness());

    function test_sqrtUp_equalsTwin() public {
        run(harness, "Solvency", "sqrtUp", SolvencyHarness.sqrtUp.selector, 200);
    }

    function test_classRequirementUp_equalsTwin() public {
        run(harness, "Solvency", "classRequirementUp", SolvencyHarness.classRequirementUp.selector, 250);
    }

    function test_requirementUp_equalsTwin() public {
        run(harness, "Solvency", "requirementUp", SolvencyHarness.requirementUp.selector, 250);
    }

    function test_move_equalsTwin() public {
        run(harness, "Solvency", "move", SolvencyHarness.move.selector, 400);
    }
}
