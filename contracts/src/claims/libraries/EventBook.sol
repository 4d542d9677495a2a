// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @title The events of a risk: which rulings belong together
/// @notice The first grant at t fixes the event [t − window, t + window]; a later grant inside it is a raise, outside it
/// another event. Windows are at least a 64th of the grace period, so that a risk has few events within reach.
library EventBook {
    /// @notice An event.
    /// @param id First incident granted for it.
    /// @param time Unix seconds of that incident's loss.
    /// @param net Largest ratio granted so far, less the deductible, WAD.
    struct Event {
        uint40 id;
        uint32 time;
        uint64 net;
    }

    /// @notice Books a grant: raises the event that it belongs to, or begins one.
    /// @return id First incident of the event.
    /// @return before What the event was granted before, WAD.
    function raise(Event[] storage book, uint256 incident, uint256 time, uint256 net, uint256 window, uint256 reach)
        internal
        returns (uint256 id, uint256 before)
    {
        for (uint256 i = book.length; i != 0; --i) {
            Event storage known = book[i - 1];
            uint256 at_ = known.time;
            if (time + window >= at_ && time <= at_ + window) {
                before = known.net;
                if (net > before) known.net = uint64(net);
                return (known.id, before);
            }
            // Nobody can assert a loss of this event any more: incidents may have been open for a year, twice.
            if (at_ + window + reach + 730 days < block.timestamp) {
                book[i - 1] = book[book.length - 1];
                book.pop();
            }
        }
        book.push(Event(uint40(incident), uint32(time), uint64(net)));
        return (incident, 0);
    }
}
