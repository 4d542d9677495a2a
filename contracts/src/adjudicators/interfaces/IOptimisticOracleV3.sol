// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title What the optimistic adjudicator uses of UMA's Optimistic Oracle V3
interface IOptimisticOracleV3 {
    /// @notice Asserts that `claim` is true; pulls `bond` units of `currency` from the caller. It stands once `liveness`
    /// seconds have passed without a dispute; a disputed one goes to UMA's vote.
    /// @param asserter Who gets the bond back if it is true.
    /// @param callbackRecipient Is told of a dispute and of the outcome.
    /// @param escalationManager Zero: UMA's vote alone decides.
    /// @param identifier Kind of question; UMA votes on "ASSERT_TRUTH".
    /// @param domainId Free for use by the caller.
    /// @return assertionId Id of the assertion.
    function assertTruth(
        bytes calldata claim,
        address asserter,
        address callbackRecipient,
        address escalationManager,
        uint64 liveness,
        address currency,
        uint256 bond,
        bytes32 identifier,
        bytes32 domainId
    ) external returns (bytes32 assertionId);

    /// @notice Ends an assertion that nobody disputed in time, or that UMA has voted on: moves the bonds and calls back.
    function settleAssertion(bytes32 assertionId) external;

    /// @notice Least bond of an assertion, units of `currency`.
    function getMinimumBond(address currency) external view returns (uint256);

    /// @notice What the oracle last saw of a currency in UMA's registry.
    function cachedCurrencies(address currency) external view returns (bool isWhitelisted, uint256 finalFee);

    /// @notice Does the oracle know this kind of question?
    function cachedIdentifiers(bytes32 identifier) external view returns (bool);
}

/// @title What UMA's Optimistic Oracle V3 calls
/// @dev A revert in either would block the settlement, or the dispute itself.
interface IOptimisticOracleV3Callbacks {
    /// @notice An assertion was settled.
    function assertionResolvedCallback(bytes32 assertionId, bool assertedTruthfully) external;

    /// @notice An assertion was disputed: UMA votes on it.
    function assertionDisputedCallback(bytes32 assertionId) external;
}
