// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceFeed} from "../../src/adjudicators/interfaces/IPriceFeed.sol";

/// @notice A Chainlink proxy, and its own aggregator, whose rounds can be set to anything.
contract MockPriceFeed is IPriceFeed {
    struct Round {
        int256 answer;
        uint256 startedAt;
        uint256 updatedAt;
        uint80 answeredInRound;
    }

    error NoDataPresent();

    uint8 public decimals;
    uint16 public phaseId = 1;
    address public aggregator;
    uint80 public latest;
    bool public dead;
    bool public zerosForMissing;
    bool public misnumbered;
    mapping(uint80 => Round) public rounds;

    constructor(uint8 decimals_) {
        decimals = decimals_;
    }

    // -- Set -----------------------------------------------------------------------------------------------------

    /// @notice Appends a complete round to the present phase.
    function push(uint256 time, int256 answer) external returns (uint80 id) {
        id = latest >> 64 == phaseId ? latest + 1 : (uint80(phaseId) << 64) + 1;
        set(id, time, answer);
    }

    /// @notice Sets a round, complete.
    function set(uint80 id, uint256 time, int256 answer) public {
        setRaw(id, answer, time, time, id);
    }

    /// @notice Sets a round as it is.
    function setRaw(uint80 id, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound) public {
        rounds[id] = Round(answer, startedAt, updatedAt, answeredInRound);
        if (id > latest) latest = id;
    }

    /// @notice Takes away a round.
    function remove(uint80 id) external {
        delete rounds[id];
    }

    /// @notice Moves the newest round.
    function setLatest(uint80 id) external {
        latest = id;
    }

    /// @notice Begins the next phase, without a round.
    function nextPhase() external {
        ++phaseId;
    }

    /// @notice Stops answering.
    function setDead(bool dead_) external {
        dead = dead_;
    }

    /// @notice Answers zeros for rounds that are not there, as some aggregators do.
    function setZerosForMissing(bool zeros) external {
        zerosForMissing = zeros;
    }

    /// @notice Answers with the number of another round.
    function setMisnumbered(bool misnumbered_) external {
        misnumbered = misnumbered_;
    }

    /// @notice Sets who is asked for bounds.
    function setAggregator(address aggregator_) external {
        aggregator = aggregator_;
    }

    // -- Feed ----------------------------------------------------------------------------------------------------

    function phaseAggregators(uint16) external view returns (address) {
        return aggregator;
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return getRoundData(latest);
    }

    function getRoundData(uint80 id) public view returns (uint80, int256, uint256, uint256, uint80) {
        require(!dead && (zerosForMissing || rounds[id].updatedAt != 0), NoDataPresent());
        Round memory r = rounds[id];
        return (misnumbered ? id + 1 : id, r.answer, r.startedAt, r.updatedAt, r.answeredInRound);
    }
}

/// @notice States bounds as an off-chain reporting aggregator does.
contract MockOcrBounds {
    int192 public minAnswer;
    int192 public maxAnswer;

    constructor(int192 min, int192 max) {
        (minAnswer, maxAnswer) = (min, max);
    }
}

/// @notice States bounds as a flux aggregator does.
contract MockFluxBounds {
    int256 public minSubmissionValue;
    int256 public maxSubmissionValue;

    constructor(int256 min, int256 max) {
        (minSubmissionValue, maxSubmissionValue) = (min, max);
    }
}
