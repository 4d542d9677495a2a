// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title What every adjudicator answers
/// @notice An adjudicator says whether a risk may be sold now, what is ruled of an incident, and by when at the latest.
/// Listings name one (and a second, should the first stay silent); `Incidents` and the pools call it and trust it with
/// nothing else: a revert or a burnt gas allowance counts as silence, and silence ends at the deadline.
interface IAdjudicator {
    /// @notice What an adjudicator says of an incident.
    enum Verdict {
        Pending,
        Granted,
        Denied
    }

    /// @notice A ruling on the facts of an incident; every field but `verdict` and `fee` is zero unless it is `Granted`. A
    /// wrong time of loss is a denial of those facts.
    /// @param verdict Pending, granted or denied.
    /// @param ratio Loss ratio before the deductible, WAD.
    /// @param root Merkle root of the losses; zero for a parametric ruling.
    /// @param lossSum Sum of the leaves under `root`, in whole units that the loss proof defines; zero without a root.
    /// @param fee Part of the bond that the adjudicator keeps, units of the bond token; no more than the bond is kept.
    struct Ruling {
        Verdict verdict;
        uint64 ratio;
        bytes32 root;
        uint256 lossSum;
        uint96 fee;
    }

    /// @notice May cover on this risk be sold now? (A feed past its warning level or stale answers no.)
    /// @param listing Listing number.
    /// @param key Key of the risk; zero for a listing without keys.
    function canSell(uint256 listing, bytes32 key) external view returns (bool);

    /// @notice What is ruled of an incident that names this adjudicator.
    /// @param incident Incident number in `Incidents`.
    function ruling(uint256 incident) external view returns (Ruling memory);

    /// @notice The last moment, unix seconds, at which this adjudicator rules on an incident opened now.
    /// @dev Read once, when the incident is opened or passed on, and stored: it cannot be moved afterwards.
    /// @param incident Incident number in `Incidents`.
    function deadline(uint256 incident) external view returns (uint256);

    /// @notice The longest time, in seconds, from the loss to the ruling under this listing.
    /// @param listing Listing number.
    function worstCaseTime(uint256 listing) external view returns (uint256);

    /// @notice Does this adjudicator give one ruling per event, so that a grant can never be raised?
    function rulesOnce() external view returns (bool);
}
