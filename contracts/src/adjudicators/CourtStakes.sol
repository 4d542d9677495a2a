// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {ICourt} from "./interfaces/ICourt.sol";
import {CourtBook, CourtParts} from "./libraries/CourtState.sol";
import {Stakes} from "./libraries/Stakes.sol";

/// @title What goes into the court and comes out of it: stakes, and what was earned
/// @notice An external library, called by the court with its storage.
library CourtStakes {
    using SafeTransferLib for address;
    using Stakes for CourtBook;

    /// @dev Seconds from the request until stake can leave: longer than from an assertion to the last commit.
    uint256 internal constant UNSTAKE_DELAY = 21 days;

    /// @notice See `ICourt.stake`.
    function stake(CourtBook storage s, address token, uint256 amount) external {
        s.setStaked(msg.sender, s.assessors[msg.sender].staked + grainsOf(amount));
        emit ICourt.Staked(msg.sender, amount);
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        uint256 received = token.balanceOf(address(this)) - before;
        require(received == amount, ICourt.StakeNotReceived(received, amount));
    }

    /// @notice See `ICourt.requestUnstake`.
    function requestUnstake(CourtBook storage s, uint256 amount) external {
        uint64 grains = grainsOf(amount);
        ICourt.Assessor storage a = s.assessors[msg.sender];
        require(grains <= a.staked, ICourt.StakeTooSmall(a.staked, grains));
        uint32 readyAt = uint32(block.timestamp + UNSTAKE_DELAY);
        s.setStaked(msg.sender, a.staked - grains);
        (a.leaving, a.readyAt) = (a.leaving + grains, readyAt);
        emit ICourt.UnstakeRequested(msg.sender, amount, readyAt);
    }

    /// @notice See `ICourt.withdraw`.
    function withdraw(CourtBook storage s, address token) external returns (uint256 amount) {
        ICourt.Assessor storage a = s.assessors[msg.sender];
        amount = a.leaving * Stakes.GRAIN;
        require(amount != 0, ICourt.NothingLeaving(msg.sender));
        require(block.timestamp >= a.readyAt && a.locked == 0, ICourt.StakeBound(a.readyAt, a.locked));
        a.leaving = 0;
        emit ICourt.Unstaked(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice See `ICourt.collect`. A token that does not move holds up nobody but those who earned in it.
    function collect(CourtBook storage s, CourtParts calldata parts, address token, address account)
        external
        returns (uint256 amount)
    {
        amount = s.credits[token][account];
        require(amount != 0, ICourt.NothingToCollect(token, account));
        delete s.credits[token][account];
        emit ICourt.Collected(token, account, amount);
        if (parts.incidents.creditOf(token, address(this)) != 0) parts.incidents.collect(token, address(this));
        token.safeTransfer(account, amount);
    }

    function grainsOf(uint256 amount) private pure returns (uint64 grains) {
        require(amount != 0 && amount % Stakes.GRAIN == 0, ICourt.NotOnGrain(amount, Stakes.GRAIN));
        grains = uint64(amount / Stakes.GRAIN);
        require(grains == amount / Stakes.GRAIN, ICourt.StakeTooSmall(type(uint64).max, amount / Stakes.GRAIN));
    }
}
