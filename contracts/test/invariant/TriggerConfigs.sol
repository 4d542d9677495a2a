// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IDeficitTrigger} from "../../src/adjudicators/interfaces/IDeficitTrigger.sol";
import {IFrozenTrigger} from "../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IPriceFeedTrigger} from "../../src/adjudicators/interfaces/IPriceFeedTrigger.sol";
import {IReadingTrigger} from "../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {IReportTrigger} from "../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IReserveTrigger} from "../../src/adjudicators/interfaces/IReserveTrigger.sol";
import {IVaultLossTrigger} from "../../src/adjudicators/interfaces/IVaultLossTrigger.sol";

/// @title What the triggers of the campaigns watch for: small losses, soon enough that a run sees many
library TriggerConfigs {
    uint32 internal constant PERSISTENCE = 12 hours;

    /// @notice Below 0.95, back at 0.98.
    function fall(address feed) internal pure returns (IPriceFeedTrigger.Config memory c) {
        (c.feed, c.decimals, c.heartbeat, c.persistence) = (feed, 8, 12 hours, PERSISTENCE);
        (c.strike, c.recovery, c.warning, c.par) = (0.95e8, 0.98e8, 0.99e8, 1e8);
    }

    function levels() internal pure returns (IReadingTrigger.Levels memory) {
        return IReadingTrigger.Levels({strike: 0.05e18, recovery: 0.02e18, warning: 0.01e18, persistence: PERSISTENCE});
    }

    function vaultLoss(address vault) internal pure returns (IVaultLossTrigger.Config memory) {
        return IVaultLossTrigger.Config(vault, 1_000e18, levels());
    }

    function badDebt(address market, address asset, address supplied)
        internal
        pure
        returns (IDeficitTrigger.Config memory)
    {
        return IDeficitTrigger.Config(market, asset, supplied, 20_000e6, 10_000e6, PERSISTENCE);
    }

    function bridge(address minted, address locked, address lock)
        internal
        pure
        returns (IReserveTrigger.Config memory c)
    {
        (c.kind, c.token, c.source) = (IReserveTrigger.Kind.Bridge, minted, locked);
        (c.leastSupply, c.locks, c.levels) = (1_000e6, new address[](1), levels());
        c.locks[0] = lock;
    }

    function illiquid(address asset, address lender) internal pure returns (IFrozenTrigger.Config memory) {
        return IFrozenTrigger.Config(IFrozenTrigger.Kind.Liquidity, asset, lender, 50_000e6, 0.3e18, 1 days, 12 hours);
    }

    /// @notice Signed for by three of the members, who are in order.
    function lateFlights(address[] memory members, address rotator)
        internal
        pure
        returns (IReportTrigger.Config memory c)
    {
        c.source = IReportTrigger.Source.Signers;
        (c.longestEvent, c.window, c.table) = (2 days, 5 days, new IReportTrigger.Step[](2));
        c.table[0] = IReportTrigger.Step(15, 0, 0, 0.25e18);
        c.table[1] = IReportTrigger.Step(45, 0, 0, 1e18);
        c.signers = IReportTrigger.SignerSource(members, 3, rotator, 20 days);
    }
}
