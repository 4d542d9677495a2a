// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Capital} from "./libraries/Capital.sol";
import {ExposureBook} from "./libraries/ExposureBook.sol";
import {Funding} from "./libraries/Funding.sol";
import {Payments} from "./libraries/Payments.sol";
import {Config, Grant, Ledger, PoolState, RiskReserve} from "./libraries/PoolState.sol";
import {Reserving} from "./libraries/Reserving.sol";

/// @title What leaves a pool's books with a cover: its payout, or its run-off
/// @notice Everything is booked before anything is sent; a recipient that reverts or burns its gas blocks nobody.
library Payouts {
    using ExposureBook for ExposureBook.Risk;

    uint256 internal constant WAD = 1e18;
    uint256 internal constant BPS = 10_000;

    /// @dev What a batch takes: claimed for the first time; claimed before and now paid in full, with what was paid on
    /// it; paid now; and the grains that run off on the day in hand.
    struct Sums {
        uint256 claim;
        uint256 settled;
        uint256 paid;
        uint256 payout;
        uint256 day;
        uint256 ofDay;
    }

    // -- Pay -----------------------------------------------------------------------------------------------------

    /// @notice The level of an incident's reserve after accruing and lifting; see `IPool.fund`.
    function fund(PoolState storage s, Config memory c, uint256 incident) external returns (uint256) {
        Grant storage g = s.grants[incident];
        require(g.exists, IPool.NoReserve(incident));
        // A token that shrank: nobody is paid before the loss is shared. One that does not answer holds nobody up.
        (bool answered, uint256 balance) = Payments.tryBalance(c.asset);
        if (answered && balance < s.ledger.cash) Capital.writeDown(s, c, Capital.accrue(s, c), balance);
        if (s.reserves.cohorts != 0) Capital.accrue(s, c);
        return Reserving.levelOf(s, g.cohort);
    }

    /// @notice The level of an incident's reserve as of the last lift; see `IPool.fundingOf`.
    function fundingOf(PoolState storage s, uint256 incident) external view returns (uint256) {
        Grant storage g = s.grants[incident];
        return g.exists ? Reserving.levelOf(s, g.cohort) : 0;
    }

    /// @notice Pays covers of a granted incident; see `IPool.pay`.
    function pay(
        PoolState storage s,
        Config memory c,
        uint256 incident,
        bytes32 risk,
        IPool.Payment[] calldata payments,
        address[2] calldata rewarded,
        uint256[2] calldata rewards
    ) external {
        bookPayments(s, c, incident, risk, payments);

        uint256 scale = s.ledger.scale;
        uint256[2] memory cuts;
        for (uint256 i; i < payments.length; ++i) {
            uint256 amount = payments[i].payout;
            uint256 forSettler = amount * rewards[0] / BPS;
            uint256 forFinder = amount * rewards[1] / BPS;
            (cuts[0], cuts[1]) = (cuts[0] + forSettler, cuts[1] + forFinder);
            push(s, c.asset, payments[i].to, amount - forSettler - forFinder, scale);
        }
        for (uint256 i; i < 2; ++i) {
            if (cuts[i] != 0) push(s, c.asset, rewarded[i], cuts[i], scale);
        }
    }

    /// @dev Takes a batch out of the reserve, the exposure and the ledger, before anything is sent.
    function bookPayments(
        PoolState storage s,
        Config memory c,
        uint256 incident,
        bytes32 id,
        IPool.Payment[] calldata payments
    ) private {
        ExposureBook.Risk memory risk = s.risks[id];
        uint256 exposure = risk.exposure;
        Sums memory sums;
        mapping(uint256 => uint256) storage runOff = s.runOff[id];
        for (uint256 i; i < payments.length; ++i) {
            IPool.Payment calldata payment = payments[i];
            (uint256 grains, uint256 day) = (payment.grains, payment.runOff);
            sums.claim += payment.claim;
            sums.payout += payment.payout;
            if (payment.settled != 0) {
                sums.settled += payment.settled;
                sums.paid += payment.paid;
            }
            if (grains == 0) continue;
            // Covers that run off on one day leave it together.
            if (day != sums.day) {
                if (sums.ofDay != 0) risk.remove(runOff, sums.ofDay, sums.day);
                (sums.day, sums.ofDay) = (day, 0);
            }
            sums.ofDay += grains;
        }
        if (sums.ofDay != 0) risk.remove(runOff, sums.ofDay, sums.day);
        s.risks[id] = risk;

        RiskReserve memory reserve = s.riskReserves[id];
        RiskReserve memory old = Reserving.copy(reserve);
        reserve.granted -= uint64(Math.min(reserve.granted, take(s, c.grain, incident, sums)));
        Reserving.setReserve(s, id, exposure, risk.exposure, old, reserve);
        Reserving.lowerExposure(s, id, risk, exposure - risk.exposure);

        Ledger memory ledger = s.ledger;
        ledger.cash -= uint96(sums.payout * ledger.scale / WAD);
        s.ledger = ledger;
        emit IPool.ClaimsPaid(incident, sums.claim, sums.settled, sums.paid, sums.payout);
    }

    /// @dev Takes a batch out of the incident's reserve and out of its funding.
    /// @return grains What this takes off the granted reserve of the risk.
    function take(PoolState storage s, uint256 grain, uint256 incident, Sums memory sums)
        private
        returns (uint256 grains)
    {
        Grant memory g = s.grants[incident];
        grains = g.unclaimed / grain;
        g.unclaimed -= uint96(sums.claim);
        grains -= g.unclaimed / grain;
        uint256 place = g.cohort == 0 ? 0 : Funding.find(s.stack, s.reserves.cohorts, g.cohort);
        if (place == 0) {
            (g.short, g.paid) = (g.short - uint96(sums.settled), g.paid - uint96(sums.paid));
            s.reserves.full -= uint96(sums.payout);
        } else {
            (g.short, g.paid) = (g.short + uint96(sums.claim), g.paid + uint96(sums.payout));
            s.stack.cohorts[place - 1].paid += uint96(sums.payout);
            s.stack.net -= uint96(sums.payout);
        }
        s.grants[incident] = g;
    }

    /// @notice Sends the fees owed; see `IPool.collectFees`. One recipient that cannot receive does not hold up the other.
    function collectFees(PoolState storage s, address asset, address treasury) external {
        (uint256 forProtocol, uint256 forCurator) = (s.queue.protocol, s.queue.curator);
        (s.queue.protocol, s.queue.curator) = (0, 0);
        Ledger memory ledger = s.ledger;
        ledger.owed -= uint96(forProtocol + forCurator);
        ledger.cash -= uint96(forProtocol * ledger.scale / WAD + forCurator * ledger.scale / WAD);
        s.ledger = ledger;

        address curator = s.curator;
        emit IPool.FeesCollected(treasury, forProtocol * ledger.scale / WAD);
        emit IPool.FeesCollected(curator, forCurator * ledger.scale / WAD);
        push(s, asset, treasury, forProtocol, ledger.scale);
        push(s, asset, curator, forCurator, ledger.scale);
    }

    /// @dev Sends a nominal amount, or keeps it for its recipient.
    function push(PoolState storage s, address asset, address to, uint256 nominal, uint256 scale) private {
        if (nominal == 0) return;
        uint256 amount = nominal * scale / WAD;
        // Nobody can make a payout fail by calling with too little gas: 64/63 of the allowance must be there.
        require(gasleft() > Payments.PUSH_GAS * 64 / 63 + 60_000, IPool.InsufficientGas());
        if (Payments.tryTransfer(asset, to, amount)) return;
        s.ledger.cash += uint96(amount);
        s.ledger.owed += uint96(nominal);
        s.kept[to] += nominal;
        emit IPool.PayoutKept(to, nominal);
    }

    // -- Run-off -------------------------------------------------------------------------------------------------

    /// @notice Frees the exposure of a risk that has run off; see `IPool.release`.
    function release(PoolState storage s, bytes32 id) external returns (uint256 released) {
        RiskReserve storage reserve = s.riskReserves[id];
        ExposureBook.Risk memory risk = s.risks[id];
        uint256 exposure = risk.exposure;
        bool frozen = reserve.openCount != 0 || reserve.unsettled != 0
            || block.timestamp < uint256(reserve.frozenUntil) * ExposureBook.DAY;
        require(exposure != 0 && !frozen, IPool.NothingToRelease(id));
        released = risk.release(s.runOff[id], block.timestamp / ExposureBook.DAY);
        s.risks[id] = risk;
        Reserving.moveNet(s, risk.group, exposure, risk.exposure);
        Reserving.lowerExposure(s, id, risk, released);
        emit IPool.ExposureReleased(id, released, risk.exposure);
    }
}
