// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Test} from "../Test.sol";

/// @notice Runs the vectors that the TypeScript twins wrote (packages/risk/scripts/generate-vectors.ts) through a harness.
/// A table is one flat array: rows of inputs, then 1 if the call must revert, then outputs.
abstract contract VectorTest is Test {
    /// @dev Calls `selector` with the inputs of each row, all of them words, and compares every word that it returns.
    /// `forge test -vv` says how many vectors ran.
    /// @param minimum The least number of vectors that there must be.
    function run(address harness, string memory file, string memory table, bytes4 selector, uint256 minimum) internal {
        string memory json = vm.readFile(string.concat("contracts/test/vectors/", file, ".json"));
        string memory path = string.concat(".", table);
        uint256 inputs = vm.parseJsonStringArray(json, string.concat(path, ".inputs")).length;
        uint256 outputs = vm.parseJsonStringArray(json, string.concat(path, ".outputs")).length;
        uint256 count = vm.parseJsonUint(json, string.concat(path, ".count"));
        uint256[] memory words = readWords(json, string.concat(path, ".values"));

        assertGe(count, minimum, string.concat(table, ": too few vectors"));
        assertEq(words.length, count * (inputs + 1 + outputs), string.concat(table, ": a row is not whole"));
        uint256 place;
        for (uint256 row; row < count; ++row) {
            bytes memory data = abi.encodePacked(selector, slice(words, place, inputs));
            place += inputs;
            (bool answered, bytes memory returned) = harness.call(data);
            string memory where = string.concat(table, ", vector ", vm.toString(row));
            assertEq(answered, words[place] == 0, string.concat(where, ": refused"));
            if (answered) assertEq(returned, abi.encodePacked(slice(words, place + 1, outputs)), where);
            place += 1 + outputs;
        }
        emit log_named_uint(string.concat("vectors of ", file, ".", table), count);
    }

    /// @dev Signed numbers become two's complement words.
    function readWords(string memory json, string memory path) internal pure virtual returns (uint256[] memory) {
        return vm.parseJsonUintArray(json, path);
    }

    function slice(uint256[] memory words, uint256 from, uint256 length) private pure returns (uint256[] memory part) {
        part = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            part[i] = words[from + i];
        }
    }
}

/// @notice The same, for tables with negative numbers.
abstract contract SignedVectorTest is VectorTest {
    function readWords(string memory json, string memory path) internal pure override returns (uint256[] memory words) {
        int256[] memory numbers = vm.parseJsonIntArray(json, path);
        assembly ("memory-safe") {
            words := numbers
        }
    }
}
