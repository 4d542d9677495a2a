// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IAdjudicator} from "../adjudicators/interfaces/IAdjudicator.sol";
import {IMarkedTrigger} from "../adjudicators/interfaces/IMarkedTrigger.sol";
import {IPriceFeed} from "../adjudicators/interfaces/IPriceFeed.sol";
import {IPriceFeedTrigger} from "../adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IReadingTrigger} from "../adjudicators/interfaces/IReadingTrigger.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IKeeperUpkeep} from "./interfaces/IKeeperUpkeep.sol";

/// @title Keeper jobs as upkeeps for Chainlink Automation
/// @dev Assumptions, for safety: the triggers watched are Bulwark's, and the feeds are the listings' own. Whoever creates
/// it chooses the listings: a trigger fee spent on a span that is not granted is lost. For liveness: it holds wei for
/// the fees, and the registry's upkeep holds LINK. Feeds whose rounds come faster than upkeeps are performed, or whose
/// recovery lies more than `MAX_ROUNDS` before the strike, need a keeper of `packages/keeper`.
contract KeeperUpkeep is IKeeperUpkeep {
    // -- Constants -----------------------------------------------------------------------------------------------

    /// @inheritdoc IKeeperUpkeep
    uint256 public constant MAX_COVERS = 5;
    /// @inheritdoc IKeeperUpkeep
    uint256 public constant MAX_ROUNDS = 8;
    /// @dev Incidents looked at, from the newest.
    uint256 private constant INCIDENTS_SEEN = 32;
    /// @dev As whom newer nodes simulate; older ones do as the zero address.
    address private constant SIMULATOR = 0x1111111111111111111111111111111111111111;

    // -- Immutables ----------------------------------------------------------------------------------------------

    IIncidents private immutable INCIDENTS;
    ICovers private immutable COVERS;
    /// @dev Wei.
    uint256 private immutable FEE;
    /// @inheritdoc IKeeperUpkeep
    address public immutable FUNDER;

    // -- Storage -------------------------------------------------------------------------------------------------

    Watch[] private _watches;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param incidents Where losses are settled.
    /// @param covers What is settled.
    /// @param fee `TRIGGER_FEE` of `Incidents`, wei.
    /// @param funder Who pays the trigger fees.
    /// @param watches What is watched.
    constructor(IIncidents incidents, ICovers covers, uint256 fee, address funder, Watch[] memory watches) {
        (INCIDENTS, COVERS, FEE, FUNDER) = (incidents, covers, fee, funder);
        for (uint256 i = 0; i < watches.length; ++i) {
            Watch memory w = watches[i];
            require(covers.numberOf(w.pool) != 0, InvalidWatch(i, "pool"));
            if (w.isFeed) {
                require(IPriceFeedTrigger(w.trigger).configOf(w.listing).lookback == 0, InvalidWatch(i, "lookback"));
            }
            _watches.push(w);
        }
    }

    /// @dev Trigger fees, and those that come back.
    receive() external payable {}

    // -- Automation ----------------------------------------------------------------------------------------------

    /// @inheritdoc IKeeperUpkeep
    function checkUpkeep(bytes calldata checkData) external returns (bool upkeepNeeded, bytes memory performData) {
        // solhint-disable-next-line avoid-tx-origin
        require(tx.origin == address(0) || tx.origin == SIMULATOR, OnlySimulated(tx.origin));
        (uint256 watch, uint256 first, uint256 last) = abi.decode(checkData, (uint256, uint256, uint256));
        Watch memory w = watchOf(watch);
        (Job job, uint256[] memory args) = w.isFeed ? _checkFeed(w) : _checkReading(w);
        if (job == Job.None) (job, args) = _checkCovers(w, first, last);
        return (job != Job.None, abi.encode(watch, job, args));
    }

    /// @inheritdoc IKeeperUpkeep
    function performUpkeep(bytes calldata performData) external {
        (uint256 watch, Job job, uint256[] memory args) = abi.decode(performData, (uint256, Job, uint256[]));
        Watch memory w = watchOf(watch);
        if (job == Job.Settle) INCIDENTS.settle(args[0], _tail(args));
        else if (w.isFeed) _performFeed(watch, w, job, args);
        else _performReading(watch, w, job);
        emit Performed(watch, job);
    }

    // -- Money ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IKeeperUpkeep
    function withdraw(uint256 amount) external {
        require(msg.sender == FUNDER, OnlyFunder(msg.sender));
        SafeTransferLib.safeTransferETH(FUNDER, amount);
    }

    /// @inheritdoc IKeeperUpkeep
    function sweep(address token) external {
        SafeTransferLib.safeTransferAll(token, FUNDER);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IKeeperUpkeep
    function watchOf(uint256 watch) public view returns (Watch memory) {
        require(watch < _watches.length, UnknownWatch(watch));
        return _watches[watch];
    }

    // -- Readings ------------------------------------------------------------------------------------------------

    /// @dev Tries each job out: a simulated call changes nothing.
    function _checkReading(Watch memory w) private returns (Job job, uint256[] memory none) {
        IReadingTrigger trigger = IReadingTrigger(w.trigger);
        uint256 incident = trigger.armedOf(w.listing);
        if (incident != 0 && _isOpen(incident)) {
            try trigger.prove(incident) {
                return (Job.Prove, none);
            } catch {}
            return (_isReadingDue(trigger, w.listing, incident) ? Job.Read : Job.None, none);
        }
        if (address(this).balance >= FEE) {
            try trigger.arm{value: FEE}(w.listing, w.pool) {
                return (Job.Arm, none);
            } catch {}
        }
        try IMarkedTrigger(w.trigger).observe(w.listing) {
            return (Job.Observe, none);
        } catch {}
    }

    function _performReading(uint256 watch, Watch memory w, Job job) private {
        IReadingTrigger trigger = IReadingTrigger(w.trigger);
        if (job == Job.Arm) {
            trigger.arm{value: FEE}(w.listing, w.pool);
        } else if (job == Job.Prove) {
            trigger.prove(trigger.armedOf(w.listing));
        } else if (job == Job.Observe) {
            IMarkedTrigger(w.trigger).observe(w.listing);
        } else {
            uint256 incident = trigger.armedOf(w.listing);
            bool isDue = job == Job.Read && _isReadingDue(trigger, w.listing, incident);
            require(isDue, NotNeeded(watch, job));
            trigger.read(incident);
        }
    }

    /// @dev When it has recovered; once at half of the persistence; and at half of the longest gap.
    function _isReadingDue(IReadingTrigger trigger, uint256 listing, uint256 incident) private view returns (bool) {
        IReadingTrigger.Span memory span = trigger.spanOf(incident);
        if (span.verdict != IAdjudicator.Verdict.Pending) return false;
        (IReadingTrigger.Reading memory reading, uint256 fall) = trigger.readingOf(listing);
        if (reading.fault != 0) return false;
        (IReadingTrigger.Levels memory levels, uint256 gap) = trigger.levelsOf(listing);
        if (fall <= levels.recovery) return true;
        if (gap != 0) return block.timestamp >= span.readAt + gap / 2;
        uint256 half = span.armedAt + uint256(levels.persistence) / 2;
        return span.readAt < half && block.timestamp >= half;
    }

    // -- Feeds ---------------------------------------------------------------------------------------------------

    function _checkFeed(Watch memory w) private returns (Job job, uint256[] memory args) {
        IPriceFeedTrigger trigger = IPriceFeedTrigger(w.trigger);
        IPriceFeedTrigger.Config memory c = trigger.configOf(w.listing);
        uint256 incident = _openIncidentOf(w);
        if (incident != 0) return _checkSpan(trigger, c, incident);
        (uint80 recovered, uint80 firstRound) = _findSpan(c);
        if (firstRound == 0 || address(this).balance < FEE) return (Job.None, args);
        try trigger.arm{value: FEE}(w.listing, recovered, firstRound, w.pool) {
            job = Job.Arm;
        } catch {}
    }

    /// @dev A span under proof: is it over, too long for one call, or complete?
    function _checkSpan(IPriceFeedTrigger trigger, IPriceFeedTrigger.Config memory c, uint256 incident)
        private
        returns (Job, uint256[] memory args)
    {
        IPriceFeedTrigger.Episode memory e = trigger.episodeOf(incident);
        args = new uint256[](2);
        args[0] = incident;
        (uint80 latest,) = _latest(c);
        uint80 cursor = e.firstRound + e.passed;
        uint256 left = latest > cursor ? latest - cursor : 0;
        for (uint80 i = 1; i <= left && i <= MAX_ROUNDS; ++i) {
            if (_isBeyond(c, _answerOf(c, cursor + i), c.recovery)) continue;
            args[1] = cursor + i;
            try trigger.recover(incident, cursor + i) {
                return (Job.Recover, args);
            } catch {}
        }
        if (left > MAX_ROUNDS) {
            args[1] = cursor + MAX_ROUNDS;
            try trigger.advance(incident, uint80(args[1])) {
                return (Job.Advance, args);
            } catch {}
            return (Job.None, args);
        }
        args[1] = latest;
        try trigger.prove(incident, latest) {
            return (Job.Prove, args);
        } catch {}
        // Silence: the round that is missing will come too late.
        args[1] = latest + 1;
        try trigger.recover(incident, latest + 1) {
            return (Job.Recover, args);
        } catch {}
        return (Job.None, args);
    }

    function _performFeed(uint256 watch, Watch memory w, Job job, uint256[] memory args) private {
        IPriceFeedTrigger trigger = IPriceFeedTrigger(w.trigger);
        if (job == Job.Arm) {
            // Found again, not taken from the caller: an old fall that has recovered would only cost the fee.
            (uint80 recovered, uint80 firstRound) = _findSpan(trigger.configOf(w.listing));
            require(firstRound != 0, NotNeeded(watch, job));
            trigger.arm{value: FEE}(w.listing, recovered, firstRound, w.pool);
        } else if (job == Job.Prove) {
            trigger.prove(args[0], uint80(args[1]));
        } else if (job == Job.Advance) {
            trigger.advance(args[0], uint80(args[1]));
        } else {
            require(job == Job.Recover, NotNeeded(watch, job));
            trigger.recover(args[0], uint80(args[1]));
        }
    }

    /// @dev Walks back from the newest round to the recovery before the first one beyond the strike; zeros if the newest is a
    /// recovery itself.
    function _findSpan(IPriceFeedTrigger.Config memory c) private view returns (uint80 recovered, uint80 firstRound) {
        (uint80 round,) = _latest(c);
        for (uint256 i = 0; i <= MAX_ROUNDS && uint64(round) != 0; ++i) {
            uint256 answer = _answerOf(c, round);
            if (_isBeyond(c, answer, c.strike)) firstRound = round;
            if (!_isBeyond(c, answer, c.recovery)) return (round, firstRound);
            --round;
        }
        return (0, 0);
    }

    function _isBeyond(IPriceFeedTrigger.Config memory c, uint256 answer, uint256 bound) private pure returns (bool) {
        return c.direction == IPriceFeedTrigger.Direction.Fall ? answer < bound : answer > bound;
    }

    function _latest(IPriceFeedTrigger.Config memory c) private view returns (uint80 round, uint256 price) {
        int256 answer;
        (round, answer,,,) = IPriceFeed(c.feed).latestRoundData();
        price = answer > 0 ? uint256(answer) : c.par;
    }

    /// @dev A round without a price counts as none that is beyond anything: the trigger knows what it is.
    function _answerOf(IPriceFeedTrigger.Config memory c, uint80 round) private view returns (uint256) {
        try IPriceFeed(c.feed).getRoundData(round) returns (uint80, int256 answer, uint256, uint256, uint80) {
            return answer > 0 ? uint256(answer) : c.par;
        } catch {
            return c.par;
        }
    }

    // -- Settlements ---------------------------------------------------------------------------------------------

    /// @dev Covers of the range that have something to receive, each tried out.
    function _checkCovers(Watch memory w, uint256 first, uint256 last) private returns (Job, uint256[] memory args) {
        uint256 prefix = uint256(COVERS.numberOf(w.pool)) << 40;
        uint256 newest = INCIDENTS.count();
        uint256 oldest = newest > INCIDENTS_SEEN ? newest - INCIDENTS_SEEN : 0;
        for (uint256 incident = newest; incident > oldest; --incident) {
            IIncidents.Incident memory record = INCIDENTS.incidentOf(incident);
            if (record.listing != w.listing || record.status != IIncidents.Status.Granted) continue;
            args = new uint256[](MAX_COVERS + 1);
            uint256 length = 1;
            for (uint256 n = first; n <= last && length <= MAX_COVERS; ++n) {
                (,, bool done) = INCIDENTS.settlementOf(incident, prefix | n);
                if (done || !_isSettled(incident, prefix | n)) continue;
                args[length++] = prefix | n;
            }
            if (length == 1) continue;
            args[0] = incident;
            assembly ("memory-safe") {
                mstore(args, length) // only ever shorter than it was allocated
            }
            return (Job.Settle, args);
        }
        return (Job.None, args);
    }

    function _isSettled(uint256 incident, uint256 id) private returns (bool) {
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        try INCIDENTS.settle(incident, ids) {
            return true;
        } catch {
            return false;
        }
    }

    function _tail(uint256[] memory args) private pure returns (uint256[] memory ids) {
        ids = new uint256[](args.length - 1);
        for (uint256 i = 0; i < ids.length; ++i) {
            ids[i] = args[i + 1];
        }
    }

    // -- Incidents -----------------------------------------------------------------------------------------------

    function _isOpen(uint256 incident) private view returns (bool) {
        return INCIDENTS.incidentOf(incident).status == IIncidents.Status.Open;
    }

    function _openIncidentOf(Watch memory w) private view returns (uint256) {
        uint256 newest = INCIDENTS.count();
        uint256 oldest = newest > INCIDENTS_SEEN ? newest - INCIDENTS_SEEN : 0;
        for (uint256 incident = newest; incident > oldest; --incident) {
            IIncidents.Incident memory record = INCIDENTS.incidentOf(incident);
            if (record.listing == w.listing && record.status == IIncidents.Status.Open) return incident;
        }
        return 0;
    }
}
