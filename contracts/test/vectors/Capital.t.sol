// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CommonBase} from "forge-std/Base.sol";
import {Capital} from "../../src/pool/libraries/Capital.sol";
import {VectorTest} from "./VectorTest.sol";

contract CapitalHarness is CommonBase {
    function addGain(uint256 unvested, uint256 end, uint256 gain, uint256 cooldown, uint256 timestamp)
        external
        returns (uint256, uint256)
    {
        vm.warp(timestamp);
        Capital.Figures memory f;
        (f.unvested, f.end) = (unvested, end);
        Capital.addGain(f, gain, cooldown);
        return (f.unvested, f.end);
    }

    function unvestedUp(uint96 unvested, uint32 updated, uint32 end, uint256 timestamp) external returns (uint256) {
        vm.warp(timestamp);
        return Capital.unvestedUp(unvested, updated, end);
    }

    function settledBacking(uint96 b, uint32 updated, uint256 high, uint256 scr, uint256 cooldown, uint256 timestamp)
        external
        returns (uint256)
    {
        vm.warp(timestamp);
        return Capital.settledBacking(b, updated, high, scr, cooldown);
    }
}

contract CapitalVectorTest is VectorTest {
    address private harness = address(new CapitalHarness());

    function test_addGain_equalsTwin() public {
        run(harness, "Capital", "addGain", CapitalHarness.addGain.selector, 200);
    }

    function test_unvestedUp_equalsTwin() public {
        run(harness, "Capital", "unvestedUp", CapitalHarness.unvestedUp.selector, 200);
    }

    function test_settledBacking_equalsTwin() public {
        run(harness, "Capital", "settledBacking", CapitalHarness.settledBacking.selector, 250);
    }
}
