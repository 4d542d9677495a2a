// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {ICourt} from "../interfaces/ICourt.sol";
import {CourtBook} from "./CourtState.sol";

/// @title What assessors have at stake, how much of it counted when, and what they earned
/// @notice Weights are grains (1e-9 token), so that an assessor fits into one slot. Whoever commits himself locks the most
/// that he can lose by it: what is locked is always there to be slashed, however many cases there are.
library Stakes {
    using Checkpoints for Checkpoints.Trace208;

    /// @dev Units of the stake token in a grain.
    uint256 internal constant GRAIN = 1e9;
    uint256 internal constant BP = 10_000;

    // -- Weights -------------------------------------------------------------------------------------------------

    /// @notice An assessor's weight as of a past second; whoever has not changed his stake since needs no look into its
    /// history.
    function weightAt(CourtBook storage s, address account, uint256 time) internal view returns (uint64) {
        ICourt.Assessor storage a = s.assessors[account];
        if (a.changedAt <= time) return a.staked;
        return uint64(s.stakes[account].upperLookupRecent(uint48(time)));
    }

    /// @notice Changes what counts from now on. Totals fit: they are bounded by the token's supply.
    function setStaked(CourtBook storage s, address account, uint64 staked) internal {
        ICourt.Assessor storage a = s.assessors[account];
        uint208 total = s.total.latest() + staked - a.staked;
        (a.staked, a.changedAt) = (staked, uint32(block.timestamp));
        s.stakes[account].push(uint48(block.timestamp), staked);
        s.total.push(uint48(block.timestamp), total);
    }

    // -- Liability -----------------------------------------------------------------------------------------------

    /// @notice Locks what a commit may cost; nobody is liable for more than he has.
    function lock(CourtBook storage s, address account, uint64 risk) internal {
        ICourt.Assessor storage a = s.assessors[account];
        uint64 locked = a.locked + risk;
        uint64 own = a.staked + a.leaving;
        require(locked <= own, ICourt.StakeTooSmall(own, locked));
        a.locked = locked;
    }

    function unlock(CourtBook storage s, address account, uint64 risk) internal {
        s.assessors[account].locked -= risk;
    }

    /// @notice Takes `loss` of what was locked; from what counts first.
    function slash(CourtBook storage s, uint256 incident, address account, uint64 risk, uint64 loss) internal {
        ICourt.Assessor storage a = s.assessors[account];
        a.locked -= risk;
        uint64 staked = a.staked;
        uint64 counted = loss < staked ? loss : staked;
        if (counted != 0) setStaked(s, account, staked - counted);
        if (loss != counted) a.leaving -= loss - counted;
        emit ICourt.Slashed(incident, account, loss * GRAIN);
    }

    /// @notice A share of a weight, grains, rounded up.
    function shareUp(uint256 weight, uint256 share) internal pure returns (uint64) {
        return uint64((weight * share + BP - 1) / BP);
    }

    // -- Credits -------------------------------------------------------------------------------------------------

    function credit(CourtBook storage s, address token, address account, uint256 amount) internal {
        if (amount == 0) return;
        s.credits[token][account] += amount;
        emit ICourt.Credited(token, account, amount);
    }
}
