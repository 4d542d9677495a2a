// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title What the report trigger uses of a Chainlink Functions router
interface IFunctionsRouter {
    /// @notice Sends a request to the oracle network `donId`; its answer comes to `IFunctionsConsumer` of the caller.
    function sendRequest(
        uint64 subscriptionId,
        bytes calldata data,
        uint16 dataVersion,
        uint32 callbackGasLimit,
        bytes32 donId
    ) external returns (bytes32 requestId);

    /// @notice Who pays for requests; reverts if there is no subscription of this number.
    /// @dev The router returns a dynamic struct, of which these are the first words: only they are read.
    /// @return offset Where the struct begins.
    /// @return balance Juels (1e-18 LINK).
    /// @return owner Who adds and removes consumers.
    function getSubscription(uint64 subscriptionId)
        external
        view
        returns (uint256 offset, uint256 balance, address owner);

    /// @notice May `client` use a subscription?
    /// @dev The router returns a struct of which this is the first word: only it is read.
    function getConsumer(address client, uint64 subscriptionId) external view returns (bool allowed);

    /// @notice The coordinator of an oracle network; reverts if the router knows none of this id.
    function getContractById(bytes32 donId) external view returns (address);

    /// @notice True while the router takes no requests.
    function paused() external view returns (bool);
}

/// @title What a Chainlink Functions router calls
interface IFunctionsConsumer {
    /// @notice Hands over the answer to a request. Nothing in the router enforces that it is a result *or* an error.
    function handleOracleFulfillment(bytes32 requestId, bytes calldata result, bytes calldata err) external;
}
