// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CommonBase} from "forge-std/Base.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdCheats} from "forge-std/StdCheats.sol";
import {StdInvariant} from "forge-std/StdInvariant.sol";
import {StdUtils} from "forge-std/StdUtils.sol";

/// @notice The base of every test here, in place of forge-std's own `Test`.
/// @dev forge-std's `Test` pulls in its console, whose warnings fill solc's limit of 256: our own would be dropped.
abstract contract Test is CommonBase, StdAssertions, StdCheats, StdInvariant, StdUtils {
    bool public constant IS_TEST = true;
}
