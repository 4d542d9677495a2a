// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {Account, Book, Parts, Record, Recovery} from "./libraries/IncidentState.sol";
import {Recipients} from "./libraries/Recipients.sol";

/// @title What came back from a thief or an estate
/// @notice First to holders who were paid short: while the incident is being paid by lifting its level in the pool, after
/// that in proportion to what each still lacks. The rest is the pool's, and streams in.
library Recoveries {
    using BitMaps for BitMaps.BitMap;
    using SafeTransferLib for address;

    /// @dev What a batch of covers has a part in.
    struct Share {
        address pool;
        address asset;
        uint256 number;
        uint256 received;
        uint256 shortfall;
    }

    /// @notice Takes what came back; see `IIncidents.recover`.
    function recover(Book storage book, Parts memory parts, uint256 incident, address pool, uint256 amount)
        external
        returns (uint256 forHolders)
    {
        IIncidents.Status status = book.records[incident].status;
        bool granted = status == IIncidents.Status.Granted || status == IIncidents.Status.Closed;
        require(granted, IIncidents.WrongStatus(incident, status));
        require(parts.covers.numberOf(pool) != 0, IIncidents.UnknownPool(pool));
        address asset = IPool(pool).asset();
        uint256 before = asset.balanceOf(address(this));
        asset.safeTransferFrom(msg.sender, address(this), amount);
        uint256 received = asset.balanceOf(address(this)) - before;
        require(received != 0, IIncidents.NothingRecovered(incident));

        Recovery storage recovery = book.recoveries[incident][pool];
        forHolders = Math.min(received, IPool(pool).shortfallOf(incident) - recovery.received);
        recovery.received += forHolders;
        emit IIncidents.Recovered(incident, pool, msg.sender, forHolders, received - forHolders);
        if (received == forHolders) return forHolders;
        asset.safeApproveWithRetry(pool, received - forHolders);
        IPool(pool).contribute(received - forHolders);
    }

    /// @notice Credits covers what came back for them; see `IIncidents.claimRecovered`.
    function claimRecovered(Book storage book, Parts memory parts, uint256 incident, uint256[] calldata ids)
        external
        returns (uint256 sum)
    {
        Record storage r = book.records[incident];
        Share memory share = shareOf(book, parts, incident, ids);
        IListings.Terms memory terms = parts.listings.terms(r.listing);
        bool named = terms.personal || terms.lossProof != IListings.LossProof.None;
        for (uint256 i; i < ids.length; ++i) {
            uint256 amount = takeShare(book, incident, share, ids[i]);
            if (amount == 0) continue;
            sum += amount;
            (ICovers.Cover memory cover, address to) = parts.covers.forSettlement(ids[i], r.lossTime);
            if (named) to = Recipients.ofNamed(parts, ids[i], r.lossTime, cover.account, to);
            Recipients.credit(book, share.asset, to, amount);
        }
        require(sum != 0, IIncidents.NothingToSettle(incident));
    }

    /// @dev What was passed on so far for the pool of the first cover.
    function shareOf(Book storage book, Parts memory parts, uint256 incident, uint256[] calldata ids)
        private
        view
        returns (Share memory share)
    {
        require(ids.length != 0, IIncidents.NothingToSettle(incident));
        share.number = ids[0] >> 40;
        share.pool = parts.covers.poolByNumber(share.number);
        require(share.pool != address(0), IIncidents.CoverOfAnotherPool(ids[0], address(0)));
        share.asset = IPool(share.pool).asset();
        share.received = book.recoveries[incident][share.pool].received;
        share.shortfall = IPool(share.pool).shortfallOf(incident);
    }

    /// @dev Books a cover's part that was not yet passed on, rounded down, units.
    function takeShare(Book storage book, uint256 incident, Share memory share, uint256 id)
        private
        returns (uint256 amount)
    {
        require(id >> 40 == share.number, IIncidents.CoverOfAnotherPool(id, share.pool));
        // Who was topped up in full lacks nothing: what was booked of him before is of the time when he was short.
        if (share.received == 0 || book.settled[incident].get(id)) return 0;
        Account memory account = book.accounts[incident][id];
        Recovery storage recovery = book.recoveries[incident][share.pool];
        uint256 due = Math.fullMulDiv(account.claim - account.paid, share.received, share.shortfall);
        amount = due - recovery.paid[id];
        if (amount == 0) return 0;
        recovery.paid[id] = due;
        emit IIncidents.RecoveryShared(incident, id, amount);
    }
}
