// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {ICovers} from "../../cover/interfaces/ICovers.sol";
import {IListings} from "../../cover/interfaces/IListings.sol";
import {IPool} from "../../pool/interfaces/IPool.sol";
import {LeafLoss} from "./LeafLoss.sol";

/// @dev Claims on a list of losses that are settled together, all in one pool.
struct LeafBatch {
    uint256 incident;
    uint256 eventId;
    bytes32 risk;
    bytes32 root;
    uint256 lossSum;
    uint256 lossTime;
    uint256 openedAt;
    uint256 ratio;
    uint256 value;
    uint256 level;
    bool paidPartly;
    uint256 unit; // of the pool's asset
    uint256 grain;
    IPool pool;
    uint256 number;
    IListings.Terms terms;
    uint256 length;
    uint256 paid;
}

/// @dev A cover of the batch.
struct LeafClaimant {
    uint256 id;
    ICovers.Cover cover;
    address to;
    uint256 base;
    uint256 taken; // by this event of this cover
    uint256 remaining; // of the cover
    uint256 whole; // sponsor: what all leaves claim together
    uint256[] paid; // sponsor: what the accounts receive now
    uint256 count; // of them
}

/// @title What the claims of a batch share
library LeafBatches {
    /// @notice What a loss is worth, rounded down, units.
    function worthDown(LeafBatch memory b, uint256 loss) internal pure returns (uint256) {
        return LeafLoss.worthDown(loss, b.value, b.unit);
    }
}
