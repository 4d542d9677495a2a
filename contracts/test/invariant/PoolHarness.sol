// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {ICovers} from "../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {Claims} from "../../src/pool/Claims.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {Capital} from "../../src/pool/libraries/Capital.sol";
import {ExitQueue} from "../../src/pool/libraries/ExitQueue.sol";
import {ExposureBook} from "../../src/pool/libraries/ExposureBook.sol";
import {Funding} from "../../src/pool/libraries/Funding.sol";
import {Grant, Group, Ledger, Reserves, RiskReserve} from "../../src/pool/libraries/PoolState.sol";
import {Solvency} from "../../src/pool/libraries/Solvency.sol";
import {TestToken} from "../mocks/TestToken.sol";

/// @title A pool whose storage can be read
/// @notice The pool's own code, unchanged, with views of what it keeps private and one call that brings it up to date.
contract PoolHarness is Pool {
    /// @notice A pool at one moment, stepped, accrued and lifted. Units of the asset, but for counts and shares.
    struct Figures {
        uint256 balance;
        uint256 cash;
        uint256 unearned;
        uint256 unvested;
        uint256 funded;
        uint256 openReserve;
        uint256 owed;
        uint256 high;
        uint256 low;
        uint256 scr;
        uint256 backing;
        uint256 supply;
        uint256 queued;
        uint256 openRisks;
        uint256 cohorts;
        uint256 scale;
        uint256 head;
        uint256 tail;
        bool ruined;
    }

    constructor(Parameters memory p, ICovers covers, IListings listings, IIncidents incidents, uint256 number)
        Pool(p, covers, listings, incidents, number)
    {}

    /// @notice Units to a grain.
    function unitsPerGrain() external view returns (uint256) {
        return GRAIN;
    }

    /// @notice Virtual shares.
    function virtualShares() external view returns (uint256) {
        return VIRTUAL_SHARES;
    }

    /// @notice Cooldown, seconds.
    function cooldown() external view returns (uint256) {
        return COOLDOWN;
    }

    /// @notice r, basis points.
    function acrossClasses() external view returns (uint256) {
        return R;
    }

    /// @notice Steps to the newest entry, accrues and lifts.
    function poke() external returns (Figures memory f) {
        if (s.reserves.cursor != INCIDENTS.journalLength()) Claims.step(s, configWithQueue(), type(uint32).max);
        Capital.accrue(s, configWithQueue());
        return figures();
    }

    /// @notice The pool as it stands.
    function figures() public view returns (Figures memory f) {
        CapitalReport memory r = Capital.report(s, configWithQueue());
        f.balance = TestToken(ASSET).balanceOf(address(this));
        (f.cash, f.unearned, f.unvested, f.funded) = (r.cash, r.unearned, r.unvested, r.funded);
        (f.openReserve, f.owed, f.high, f.low) = (r.openReserve, r.owed, r.high, r.low);
        (f.scr, f.backing, f.supply, f.queued) = (r.scr, r.backing, totalSupply(), balanceOf(address(this)));
        (f.openRisks, f.cohorts, f.scale) = (s.reserves.openRisks, s.reserves.cohorts, s.ledger.scale);
        (f.head, f.tail, f.ruined) = (s.queue.head, s.queue.tail, s.reserves.ruined);
    }

    /// @notice Cash by the ledger, and tokens held.
    function money() external view returns (uint256 cash, uint256 balance) {
        return (s.ledger.cash, TestToken(ASSET).balanceOf(address(this)));
    }

    function ledger() external view returns (Ledger memory) {
        return s.ledger;
    }

    function reserves() external view returns (Reserves memory) {
        return s.reserves;
    }

    function unearnedExact() external view returns (uint256) {
        return s.stream.unearned;
    }

    function totals() external view returns (Solvency.Totals memory) {
        return s.totals;
    }

    function classAt(uint256 class) external view returns (Solvency.Class memory) {
        return s.classes[class];
    }

    function groupAt(uint256 group) external view returns (Group memory) {
        return s.groups[group];
    }

    function riskAt(bytes32 risk) external view returns (ExposureBook.Risk memory) {
        return s.risks[risk];
    }

    function riskReserveAt(bytes32 risk) external view returns (RiskReserve memory) {
        return s.riskReserves[risk];
    }

    function grantOf(uint256 incident) external view returns (Grant memory) {
        return s.grants[incident];
    }

    /// @notice Level of an incident's reserve as it stands, WAD.
    function levelOf(uint256 incident) public view returns (uint256) {
        uint256 place = placeOf(incident);
        return place == 0 ? 1e18 : s.stack.cohorts[place - 1].level;
    }

    /// @notice Place in the stack of an incident's reserve, plus one; zero: funded in full.
    function placeOf(uint256 incident) public view returns (uint256) {
        uint256 id = s.grants[incident].cohort;
        return id == 0 ? 0 : Funding.find(s.stack, s.reserves.cohorts, id);
    }

    function cohortAt(uint256 place) external view returns (Funding.Cohort memory) {
        return s.stack.cohorts[place];
    }

    function stackNet() external view returns (uint256) {
        return s.stack.net;
    }

    function requestAt(uint256 id) external view returns (ExitQueue.Request memory) {
        return s.requests[id];
    }

    function claimableOf(address controller) external view returns (ExitQueue.Claimable memory) {
        return s.claimables[controller];
    }

    function keptFor(address account) external view returns (uint256) {
        return s.kept[account];
    }

    function feesOwed() external view returns (uint256) {
        return uint256(s.queue.protocol) + s.queue.curator;
    }
}
