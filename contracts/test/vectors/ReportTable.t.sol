// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../src/adjudicators/interfaces/IReportTrigger.sol";
import {ReportTable} from "../../src/adjudicators/libraries/ReportTable.sol";
import {VectorTest} from "./VectorTest.sol";

/// @notice Any table, also such as no trigger would list.
contract ReportTableHarness {
    using ReportTable for IReportTrigger.Step[];

    IReportTrigger.Step[] private table;

    /// @notice The first columns of the vectors.
    struct Table {
        uint8 steps;
        IReportTrigger.Step[8] step;
    }

    function ratioOf(Table calldata t, uint96 value, uint64 distance, uint8 status) external returns (uint256) {
        delete table;
        for (uint256 i; i < t.steps; ++i) {
            table.push(t.step[i]);
        }
        return table.ratioOf(value, distance, status);
    }

    function isValid(Table calldata t, uint256 deductible, uint256 maxRatio) external view returns (bool) {
        IReportTrigger.Step[] memory steps = new IReportTrigger.Step[](t.steps);
        for (uint256 i; i < t.steps; ++i) {
            steps[i] = t.step[i];
        }
        return this.isValidTable(steps, deductible, maxRatio);
    }

    function isValidTable(IReportTrigger.Step[] calldata steps, uint256 deductible, uint256 maxRatio)
        external
        pure
        returns (bool)
    {
        return ReportTable.isValid(steps, deductible, maxRatio);
    }
}

contract ReportTableVectorTest is VectorTest {
    function test_ratioOf_equalsTwin() public {
        run(address(new ReportTableHarness()), "ReportTable", "ratioOf", ReportTableHarness.ratioOf.selector, 400);
    }

    function test_isValid_equalsTwin() public {
        run(address(new ReportTableHarness()), "ReportTable", "isValid", ReportTableHarness.isValid.selector, 400);
    }
}
