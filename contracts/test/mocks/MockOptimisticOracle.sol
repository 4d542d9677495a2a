// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {
    IOptimisticOracleV3,
    IOptimisticOracleV3Callbacks
} from "../../src/adjudicators/interfaces/IOptimisticOracleV3.sol";

/// @title UMA's oracle with faults that the real one does not show
/// @notice The real one, with its vote, runs in `packages/testkit/test/optimistic.test.ts`. This one settles when it is told to, or
/// lies, burns gas, hands out an id twice and takes less than the bond.
contract MockOptimisticOracle is IOptimisticOracleV3 {
    using SafeTransferLib for address;

    enum Fault {
        None,
        Revert,
        BurnGas,
        TakeHalf,
        SameId,
        ZeroId,
        CallBackEarly
    }

    struct Assertion {
        address asserter;
        address recipient;
        address currency;
        uint256 bond;
        uint256 expires;
        bool settled;
        bool disputed;
    }

    uint256 public least = 500e6;
    bool public listsCurrency = true;
    bool public listsIdentifier = true;
    Fault public fault;
    bytes32 public lastClaimHash;
    uint256 public lastLiveness;
    mapping(bytes32 => Assertion) public assertions;
    uint256 private count;

    function setLeast(uint256 least_) external {
        least = least_;
    }

    function setLists(bool currency, bool identifier) external {
        (listsCurrency, listsIdentifier) = (currency, identifier);
    }

    function setFault(Fault fault_) external {
        fault = fault_;
    }

    /// @inheritdoc IOptimisticOracleV3
    function assertTruth(
        bytes calldata claim,
        address asserter,
        address callbackRecipient,
        address,
        uint64 liveness,
        address currency,
        uint256 bond,
        bytes32,
        bytes32
    ) external returns (bytes32 assertionId) {
        misbehave();
        (lastClaimHash, lastLiveness) = (keccak256(claim), liveness);
        currency.safeTransferFrom(msg.sender, address(this), fault == Fault.TakeHalf ? bond / 2 : bond);
        if (fault != Fault.SameId) ++count;
        if (fault != Fault.ZeroId) assertionId = keccak256(abi.encode(count));
        assertions[assertionId] =
            Assertion(asserter, callbackRecipient, currency, bond, block.timestamp + liveness, false, false);
        if (fault == Fault.CallBackEarly) {
            IOptimisticOracleV3Callbacks(callbackRecipient).assertionResolvedCallback(assertionId, true);
        }
    }

    /// @inheritdoc IOptimisticOracleV3
    function settleAssertion(bytes32 assertionId) external {
        misbehave();
        Assertion storage a = assertions[assertionId];
        require(block.timestamp >= a.expires, "Assertion not expired");
        resolve(assertionId, true);
    }

    /// @notice Disputes, and has the vote pending.
    function dispute(bytes32 assertionId) external {
        Assertion storage a = assertions[assertionId];
        a.disputed = true;
        IOptimisticOracleV3Callbacks(a.recipient).assertionDisputedCallback(assertionId);
    }

    /// @notice Ends an assertion as the vote would, and may be told to do so again.
    function resolve(bytes32 assertionId, bool truth) public {
        Assertion storage a = assertions[assertionId];
        if (truth && !a.settled) a.currency.safeTransfer(a.asserter, a.bond);
        a.settled = true;
        IOptimisticOracleV3Callbacks(a.recipient).assertionResolvedCallback(assertionId, truth);
    }

    /// @inheritdoc IOptimisticOracleV3
    function getMinimumBond(address) external view returns (uint256) {
        misbehave();
        return least;
    }

    /// @inheritdoc IOptimisticOracleV3
    function cachedCurrencies(address) external view returns (bool, uint256) {
        misbehave();
        return (listsCurrency, least / 2);
    }

    /// @inheritdoc IOptimisticOracleV3
    function cachedIdentifiers(bytes32 identifier) external view returns (bool) {
        misbehave();
        return listsIdentifier && identifier == "ASSERT_TRUTH";
    }

    function misbehave() private view {
        require(fault != Fault.Revert, "broken");
        if (fault == Fault.BurnGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
    }
}
