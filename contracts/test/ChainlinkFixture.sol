// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CommonBase} from "forge-std/Base.sol";

interface IFluxAggregator {
    function changeOracles(
        address[] calldata removed,
        address[] calldata added,
        address[] calldata admins,
        uint32 min,
        uint32 max,
        uint32 delay
    ) external;
    function submit(uint256 round, int256 answer) external;
    function latestRound() external view returns (uint256);
}

/// @notice Chainlink's own contracts, as its package ships them; the test is the one oracle.
abstract contract ChainlinkFixture is CommonBase {
    /// @dev An aggregator without rounds, and its proxy.
    function newChainlinkFeed(uint8 decimals, int256 min, int256 max)
        internal
        returns (IFluxAggregator aggregator, address proxy)
    {
        bytes memory arguments = abi.encode(address(0), 0, 0, address(0), min, max, decimals, "A feed");
        aggregator = IFluxAggregator(deployChainlink("FluxAggregator", arguments));
        address[] memory oracles = new address[](1);
        oracles[0] = address(this);
        aggregator.changeOracles(new address[](0), oracles, oracles, 1, 1, 0);
        proxy = deployChainlink("EACAggregatorProxy", abi.encode(aggregator, address(0)));
    }

    function deployChainlink(string memory name, bytes memory arguments) internal returns (address deployed) {
        string memory path = string.concat("node_modules/@chainlink/contracts/abi/v0.6/", name, ".json");
        bytes memory code = vm.parseJsonBytes(vm.readFile(path), ".compilerOutput.evm.bytecode.object");
        code = abi.encodePacked(code, arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        require(deployed != address(0), "Chainlink's contract was not deployed");
    }
}
