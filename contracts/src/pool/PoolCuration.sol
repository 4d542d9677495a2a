// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Backing} from "./libraries/PoolState.sol";
import {PoolBase} from "./PoolBase.sol";
import {Backings} from "./Backings.sol";
import {IPool} from "./interfaces/IPool.sol";

/// @title What a pool's curator may do: classes, groups, limits and his fee, announced; stop a sale, at once
/// @notice None of it moves capital, and none of it touches a cover already sold.
abstract contract PoolCuration is PoolBase {
    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice What the curator's delay exceeds the cooldown by, seconds.
    uint256 public constant CURATOR_MARGIN = 2 days;

    // -- Modifiers ---------------------------------------------------------------------------------------------------

    /// @dev Curator, and announced long enough ago; at once while there are no shares.
    modifier announced() {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        if (totalSupply() != 0) {
            bytes32 dataHash = keccak256(msg.data);
            uint256 executableAt = s.executableAt[dataHash];
            require(executableAt != 0 && block.timestamp >= executableAt, NotExecutable(dataHash, executableAt));
            delete s.executableAt[dataHash];
        }
        _;
    }

    // -- Curator -------------------------------------------------------------------------------------------------

    /// @inheritdoc IPool
    function submit(bytes calldata data) external {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        uint256 executableAt = block.timestamp + COOLDOWN + CURATOR_MARGIN;
        s.executableAt[keccak256(data)] = executableAt;
        emit Submitted(keccak256(data), data, executableAt);
    }

    /// @inheritdoc IPool
    function revoke(bytes calldata data) external {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        bytes32 dataHash = keccak256(data);
        require(s.executableAt[dataHash] != 0, NotExecutable(dataHash, 0));
        delete s.executableAt[dataHash];
        emit Revoked(dataHash);
    }

    /// @inheritdoc IPool
    function stop(uint256 listing) external {
        require(msg.sender == s.curator, OnlyCurator(msg.sender));
        Backing storage backing = s.backings[listing];
        backing.limit = 0;
        emit BackingSet(listing, backing.class, backing.group, 0);
    }

    /// @inheritdoc IPool
    function setBacking(uint256 listing, uint8 class, uint48 group, uint64 limit) external announced {
        Backings.back(s, config(), listing, class, group, limit);
    }

    /// @inheritdoc IPool
    function setGroupLimit(uint8 class, uint48 group, uint64 limit) external announced {
        require(class < s.classCount, UnknownClass(class));
        s.groups[(uint256(class) << 56) | group].limit = limit;
        emit GroupLimitSet(class, group, limit);
    }

    /// @inheritdoc IPool
    function setAdjudicatorLimit(address adjudicator, uint64 limit) external announced {
        s.adjudicators[adjudicator].limit = limit;
        emit AdjudicatorLimitSet(adjudicator, limit);
    }

    /// @inheritdoc IPool
    function setCuratorFee(uint16 fee) external announced {
        uint256 cap = LISTINGS.curatorFeeCap();
        require(fee <= cap, FeeAboveCap(fee, cap));
        s.curve.curatorFee = fee;
        emit CuratorFeeSet(fee);
    }

    /// @inheritdoc IPool
    function setCurator(address curator) external announced {
        require(curator != address(0), ZeroAddress());
        s.curator = curator;
        emit CuratorSet(curator);
    }
}
