// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title The part of a Chainlink proxy that is used here
/// @notice A round id is `phase << 64 | aggregator round`; aggregator rounds begin at 1 and have no holes.
interface IPriceFeed {
    /// @notice The newest round.
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);

    /// @notice A round of any phase. Reverts, or answers zeros, where there is none.
    function getRoundData(uint80 id)
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);

    /// @notice Decimals of the answers.
    function decimals() external view returns (uint8);

    /// @notice Number of the present phase; it grows by one with each new aggregator.
    function phaseId() external view returns (uint16);

    /// @notice The present aggregator.
    function aggregator() external view returns (address);

    /// @notice The aggregator of a phase.
    function phaseAggregators(uint16 phase) external view returns (address);
}

/// @title The bounds that an aggregator states of its answers, under their two names
interface IAggregatorBounds {
    /// @notice Lowest answer of an off-chain reporting aggregator.
    function minAnswer() external view returns (int192);

    /// @notice Highest answer of an off-chain reporting aggregator.
    function maxAnswer() external view returns (int192);

    /// @notice Lowest answer of a flux aggregator.
    function minSubmissionValue() external view returns (int256);

    /// @notice Highest answer of a flux aggregator.
    function maxSubmissionValue() external view returns (int256);
}
