// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExitQueue} from "./libraries/ExitQueue.sol";
import {Config, FeesAndQueue, Ledger, PoolState} from "./libraries/PoolState.sol";

/// @title How capital enters, what it is worth, and how it leaves
/// @notice Exits are asked for, cooled down, served in order and in part, and claimed. The pool moves and burns the
/// shares; this books what they are worth. What an exit leaves behind (its value at High less what it got) streams in to
/// those who stay.
library Underwriting {
    // -- In ------------------------------------------------------------------------------------------------------

    /// @notice Accrues and returns own funds at High, at which a deposit is priced, units.
    /// @param acceptLosses True for `recapitalise`: only a ruined pool refuses.
    function enter(PoolState storage s, Config memory c, bool acceptLosses) external returns (uint256 high) {
        Capital.Figures memory f = Capital.accrue(s, c);
        bool closed = acceptLosses ? Capital.worthless(s, c, f) : Capital.closed(s, c, f);
        require(!closed, IPool.PoolClosed());
        return f.high;
    }

    /// @notice Writes the ledger down to the balance; see `IPool.writeDown`.
    function writeDown(PoolState storage s, Config memory c, uint256 balance) external {
        Capital.writeDown(s, c, Capital.accrue(s, c), balance);
    }

    /// @notice Takes assets for nothing; see `IPool.contribute`.
    function contribute(PoolState storage s, Config memory c, uint256 assets) external {
        require(assets != 0, IPool.ZeroAmount());
        uint256 cash = s.ledger.cash + assets;
        require(cash <= type(uint96).max, IPool.AmountTooLarge("cash"));
        Capital.Figures memory f = Capital.accrue(s, c);
        uint256 high = f.high;
        s.ledger.cash = uint96(cash);
        f.free += assets;
        // Who is paid short comes first; what own funds gain by the rest streams in, so that nobody enters for it.
        if (s.reserves.cohorts != 0) Capital.lift(s, c, f);
        else f.high = f.free;
        if (f.high > high) Capital.storeGain(s, f.high - high, c.cooldown);
        emit IPool.Contributed(msg.sender, assets);
        SafeTransferLib.safeTransferFrom(c.asset, msg.sender, address(this), assets);
        Capital.checkBalance(s, SafeTransferLib.balanceOf(c.asset, address(this)));
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice Own funds as of now, units.
    function ownFunds(PoolState storage s, Config memory c) external view returns (uint256 high, uint256 low) {
        Capital.Figures memory f = Capital.readFunds(s, c);
        return (f.high, f.low);
    }

    /// @notice Is the pool closed to deposits?
    function isClosed(PoolState storage s, Config memory c) external view returns (bool) {
        return Capital.closed(s, c, Capital.read(s, c));
    }

    /// @notice Everything about the pool's capital; see `IPool.capital`.
    function report(PoolState storage s, Config memory c) external view returns (IPool.CapitalReport memory) {
        return Capital.report(s, c);
    }

    // -- Out -----------------------------------------------------------------------------------------------------

    /// @notice Books a request whose shares are already in the queue.
    /// @return requestId Number of the request.
    function request(PoolState storage s, Config memory c, uint256 shares, address controller)
        external
        returns (uint256 requestId)
    {
        // Fundings below 1 take what they may of High first.
        Capital.Figures memory f = s.reserves.cohorts == 0 ? Capital.readFunds(s, c) : Capital.accrue(s, c);
        uint256 value = ExitQueue.valueDown(shares, f.high, c.supply, c.virtualShares);
        require(shares <= type(uint128).max && value <= type(uint96).max, IPool.AmountTooLarge("shares"));
        requestId = s.queue.tail++;
        s.requests[requestId] = ExitQueue.Request({
            controller: controller, value: uint96(value), shares: uint128(shares), askedAt: uint32(block.timestamp)
        });
    }

    /// @notice Serves up to `max` requests in order; see `IPool.processRedeem`.
    /// @return assets Units set aside.
    /// @return burnt Shares to burn.
    function process(PoolState storage s, Config memory c, uint256 max)
        external
        returns (uint256 assets, uint256 burnt)
    {
        uint256 open = s.reserves.openRisks;
        require(open == 0, IPool.ExitsFrozen(open));
        Capital.Figures memory f = Capital.accrue(s, c);
        FeesAndQueue memory queue = s.queue;
        uint256 head = queue.head;
        uint256 served;
        for (; max != 0 && head < queue.tail; --max) {
            ExitQueue.Request memory r = s.requests[head];
            if (r.shares != 0) {
                uint256 readyAt = r.askedAt + c.cooldown;
                if (block.timestamp < readyAt) {
                    require(served != 0, IPool.CooldownNotOver(readyAt, block.timestamp));
                    break;
                }
                (uint256 shares, uint256 paid) = serve(s, c, f, head, r);
                if (shares == 0) {
                    require(served != 0, IPool.ExitNotPayable(f.scr * c.grain, f.low));
                    break;
                }
                (assets, burnt) = (assets + paid, burnt + shares);
                if (shares != r.shares) {
                    ++served;
                    break;
                }
            }
            ++served;
            ++head;
        }
        require(served != 0, IPool.UnknownRequest(head));
        s.queue.head = uint32(head);
        setAside(s, c, f, assets);
    }

    /// @notice Serves one request of the caller while an incident is open; see `IPool.processOwnRedeem`.
    function processOwn(PoolState storage s, Config memory c, uint256 requestId, uint256 minAssets)
        external
        returns (uint256 assets, uint256 burnt)
    {
        ExitQueue.Request memory r = authorised(s, requestId);
        uint256 readyAt = r.askedAt + c.cooldown;
        require(block.timestamp >= readyAt, IPool.CooldownNotOver(readyAt, block.timestamp));
        Capital.Figures memory f = Capital.accrue(s, c);
        // Out of order only while every other exit could be paid as well.
        uint256 backing = Capital.backingDown(f, c);
        bool open = s.reserves.openRisks != 0;
        require(open && f.scr * c.grain <= backing, IPool.ExitNotPayable(f.scr * c.grain, backing));
        (burnt, assets) = serve(s, c, f, requestId, r);
        require(burnt != 0, IPool.ExitNotPayable(f.scr * c.grain, backing));
        require(assets >= minAssets, IPool.BelowMinimum(assets, minAssets));
        setAside(s, c, f, assets);
    }

    /// @notice Cancels a request; see `IPool.cancelRedeemRequest`.
    /// @return shares Shares taken out of the queue.
    /// @return returned Shares that go back; the rest is burnt.
    function cancel(PoolState storage s, Config memory c, uint256 requestId, uint256 minShares)
        external
        returns (uint256 shares, uint256 returned)
    {
        ExitQueue.Request memory r = authorised(s, requestId);
        delete s.requests[requestId];
        Capital.Figures memory f = Capital.accrue(s, c);
        shares = r.shares;
        uint256 worth = Math.min(r.value, ExitQueue.valueDown(shares, f.low, c.supply, c.virtualShares));
        returned = Math.min(shares, ExitQueue.sharesDown(worth, f.high, c.supply, c.virtualShares));
        require(returned >= minShares, IPool.BelowMinimum(returned, minShares));
        Capital.addGain(f, ExitQueue.valueDown(shares - returned, f.high, c.supply, c.virtualShares), c.cooldown);
        Capital.store(s, f);
        emit IPool.RedeemCancelled(requestId, r.controller, shares, returned);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev Serves what can be served of a request; moves own funds in `f` and the supply in `c`.
    function serve(
        PoolState storage s,
        Config memory c,
        Capital.Figures memory f,
        uint256 requestId,
        ExitQueue.Request memory r
    ) private returns (uint256 shares, uint256 assets) {
        uint256 required = f.scr * c.grain;
        // Nothing is paid, and no share burnt for nothing, while the requirement is not met.
        if (f.low <= required) return (0, 0);
        uint256 leaving;
        (shares, assets, leaving) = ExitQueue.served(r, f.high, f.low, f.low - required, c.supply, c.virtualShares);
        if (shares == 0) return (0, 0);
        (f.high, f.low) = (f.high - leaving, f.low > leaving ? f.low - leaving : 0);
        (c.supply, c.queued) = (c.supply - shares, c.queued - shares);
        Capital.addGain(f, leaving - assets, c.cooldown);

        uint256 left = r.shares - shares;
        if (left == 0) {
            delete s.requests[requestId];
        } else {
            s.requests[requestId].shares = uint128(left);
            s.requests[requestId].value = uint96(Math.fullMulDiv(r.value, left, r.shares));
        }
        ExitQueue.Claimable memory claimable = s.claimables[r.controller];
        uint256 nominal = assets * Capital.WAD / s.ledger.scale;
        s.claimables[r.controller] = ExitQueue.Claimable({
            shares: claimable.shares + uint128(shares), assets: claimable.assets + uint128(nominal)
        });
        emit IPool.RedeemProcessed(requestId, r.controller, shares, assets, left);
    }

    /// @dev Moves what was served from own funds to the debts.
    function setAside(PoolState storage s, Config memory c, Capital.Figures memory f, uint256 assets) private {
        // A token that shrank is written down first: nobody leaves before the loss is shared.
        Capital.checkBalance(s, SafeTransferLib.balanceOf(c.asset, address(this)));
        Ledger memory ledger = s.ledger;
        ledger.owed += uint96(assets * Capital.WAD / ledger.scale);
        s.ledger = ledger;
        Capital.store(s, f);
        emit IPool.ExitsProcessed(s.queue.head, assets);
    }

    /// @dev The open request of this number, if the caller is its controller or an operator of his.
    function authorised(PoolState storage s, uint256 requestId) private view returns (ExitQueue.Request memory r) {
        r = s.requests[requestId];
        require(r.shares != 0, IPool.UnknownRequest(requestId));
        require(
            msg.sender == r.controller || s.operators[r.controller][msg.sender],
            IPool.NotAuthorised(msg.sender, r.controller)
        );
    }
}
