// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title Keeper jobs as upkeeps: what Chainlink Automation's nodes ask and call
/// @notice Periphery: nothing in the core depends on it. A node asks `checkUpkeep` by a simulated call and, if it is told
/// so, sends `performUpkeep`, which anyone may call: it spends nothing but trigger fees, on spans of the listings watched,
/// and each contract that it calls checks everything itself.
interface IKeeperUpkeep {
    // -- Types ---------------------------------------------------------------------------------------------------

    /// @notice What is to be done.
    enum Job {
        None,
        Observe,
        Arm,
        Read,
        Prove,
        Recover,
        Advance,
        Settle
    }

    /// @notice A listing that is watched; fixed at creation.
    /// @param trigger Its adjudicator: a price feed trigger, or a reading trigger.
    /// @param listing Listing number; without keys.
    /// @param pool A pool that sells cover on it, whose covers are settled.
    /// @param isFeed True for a price feed trigger. Its listing must not be relative.
    struct Watch {
        address trigger;
        uint32 listing;
        address pool;
        bool isFeed;
    }

    // -- Events --------------------------------------------------------------------------------------------------

    /// @notice A job was done for a listing that is watched.
    event Performed(uint256 indexed watch, Job indexed job);

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice Only a simulated call may check: what it tries out would otherwise happen.
    error OnlySimulated(address origin);
    /// @notice There is no watch of this number.
    error UnknownWatch(uint256 watch);
    /// @notice The job is of no use now.
    error NotNeeded(uint256 watch, Job job);
    /// @notice Only whoever pays the trigger fees.
    error OnlyFunder(address caller);
    /// @notice A field of a watch cannot be; `field` is its name.
    error InvalidWatch(uint256 watch, bytes32 field);

    // -- Automation ----------------------------------------------------------------------------------------------

    /// @notice What has to be done for a watch, tried out. Only in a simulated call.
    /// @param checkData (watch, first, last): the watch, and the range of cover ids that this upkeep settles.
    /// @return upkeepNeeded Is there a job?
    /// @return performData (watch, job, arguments), for `performUpkeep`.
    function checkUpkeep(bytes calldata checkData) external returns (bool upkeepNeeded, bytes memory performData);

    /// @notice Does a job. Anyone. 500,000 gas are enough; a settlement takes 1,000,000, since each payment wants 300,000
    /// left over for its receiver.
    function performUpkeep(bytes calldata performData) external;

    // -- Money ---------------------------------------------------------------------------------------------------

    /// @notice Sends wei back. Caller: the funder.
    function withdraw(uint256 amount) external;

    /// @notice Sends rewards for settling, all of a token that is here, to the funder. Anyone.
    function sweep(address token) external;

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice The watch of this number, from 0.
    function watchOf(uint256 watch) external view returns (Watch memory);

    /// @notice Who pays the trigger fees, and gets rewards.
    function FUNDER() external view returns (address);

    /// @notice Covers settled at once.
    function MAX_COVERS() external view returns (uint256);

    /// @notice Rounds of a feed that one job walks through.
    function MAX_ROUNDS() external view returns (uint256);
}
