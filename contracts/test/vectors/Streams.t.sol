// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Streams} from "../../src/pool/libraries/Streams.sol";
import {SignedVectorTest, VectorTest} from "./VectorTest.sol";

contract StreamsHarness {
    using Streams for Streams.Stream;

    Streams.Stream private stream;
    uint256 private life;
    mapping(uint256 => mapping(uint256 => uint256)) private deltas;

    function edgesUp(uint256 from, uint256 to) external pure returns (uint256, uint256) {
        return Streams.edgesUp(from, to);
    }

    function rateDown(uint256 amount, uint256 grain, uint256 start, uint256 end) external pure returns (uint256) {
        return Streams.rateDown(amount, grain, start, end);
    }

    function unitsUp(uint256 unearned, uint256 grain) external pure returns (uint256) {
        return Streams.unitsUp(unearned, grain);
    }

    /// @notice Operations: 0 starts anew at `x`, 1 accrues up to `x`, 2 opens and 3 closes a stream of rate `x`.
    function step(uint256 operation, uint256 x, uint256 start, uint256 end)
        external
        returns (uint256, uint256, uint256, uint256 remaining, int256, int256)
    {
        if (operation == 0) {
            ++life;
            stream = Streams.Stream(0, 0, uint32(x));
        }
        mapping(uint256 => uint256) storage mine = deltas[life];
        Streams.Stream memory s = stream;
        if (operation == 1) s = s.accrued(mine, x);
        if (operation == 2) s.open(mine, x, start, end);
        if (operation == 3) remaining = s.close(mine, x, start, end);
        stream = s;
        return (s.unearned, s.rate, s.time, remaining, Streams.deltaAt(mine, start), Streams.deltaAt(mine, end));
    }
}

contract StreamsVectorTest is VectorTest {
    address private harness = address(new StreamsHarness());

    function test_edgesUp_equalsTwin() public {
        run(harness, "Streams", "edgesUp", StreamsHarness.edgesUp.selector, 120);
    }

    function test_rateDown_equalsTwin() public {
        run(harness, "Streams", "rateDown", StreamsHarness.rateDown.selector, 150);
    }

    function test_unitsUp_equalsTwin() public {
        run(harness, "Streams", "unitsUp", StreamsHarness.unitsUp.selector, 100);
    }
}

contract StreamStepsVectorTest is SignedVectorTest {
    function test_steps_equalTwin() public {
        run(address(new StreamsHarness()), "Streams", "steps", StreamsHarness.step.selector, 800);
    }
}
