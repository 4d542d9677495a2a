// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {Pool} from "../../src/pool/Pool.sol";
import {LeavesFixture} from "../unit/LeavesFixture.sol";
import {Trees} from "../unit/Trees.sol";

/// @notice Three lists of one event, two pools of which one is short, two sponsors' and three own covers, settled in any order
/// while money comes in and lists are granted: nobody is ever paid more than the larger of his two losses, nothing is stuck.
contract LossTimelinesAttackTest is LeavesFixture {
    uint256 private constant COVERS = 5;
    Pool private rich;
    uint256[COVERS] private ids;
    uint256[COVERS] private ownerOf; // 4: a sponsor's
    uint256 private other;
    uint256 private lossTime;
    IIncidents.Leaf[] private second;
    uint256[] private incidentsOfEvent;

    function timeline(uint256 seed) private {
        for (uint256 i; i < 4; ++i) {
            leaves[i].loss *= 1_000;
            second.push(leaves[i]);
            second[i].loss = uint128(uint256(leaves[i].loss) * (50 + pick(seed, 900 + i, 100)) / 100);
        }
        rich = pool;
        (ids[0], ownerOf[0]) = (own(3, amountOf(seed, 0)), 3);
        (ids[1], ownerOf[1]) = (sponsored(amountOf(seed, 1)), 4);
        anotherPool();
        (ids[2], ownerOf[2]) = (own(3, amountOf(seed, 2)), 3);
        (ids[3], ownerOf[3]) = (own(2, amountOf(seed, 3)), 2);
        (ids[4], ownerOf[4]) = (sponsored(amountOf(seed, 4)), 4);
        uint256 drained = buy(pool, depeg, 66 * MILLION / 10, 30 days);
        skip(1 hours);
        other = openDepeg();
        lossTime = block.timestamp - 1;
        grantNext();
        if (pick(seed, 800, 2) == 0) grantNext();
        grant(other, 1e18);
        pool.step(20);
        settle(other, drained);
    }

    function testFuzz_attack_anyOrderOfSettlements(uint256 seed) public {
        timeline(seed);
        for (uint256 i; i < 16; ++i) {
            uint256 what = pick(seed, i, 8);
            if (what == 0) endow(pick(seed, i + 100, 700_000e6) + 1);
            else if (what == 1 && incidentsOfEvent.length < 3) grantNext();
            else settleSome(seed, i);
            assertPaid();
        }
        if (pick(seed, 801, 2) == 0) endow(40 * MILLION);
        settleEverything();
        close();
        if (pool.shortfallOf(incidentsOfEvent[0]) != 0) {
            endow(pool.shortfallOf(incidentsOfEvent[0]) / 2 + 1);
            for (uint256 k; k < COVERS; ++k) {
                try this.recover(incidentsOfEvent[0], k) {} catch {}
            }
        }
        assertPaid();
        assertSound(pool);
        assertSound(rich);
        assertEq(pool.capital().funded, 0, "nothing stays reserved");
        assertEq(rich.capital().funded, 0, "nothing stays reserved");
    }

    // -- Ways ----------------------------------------------------------------------------------------------------

    function settleSome(uint256 seed, uint256 i) private {
        uint256 incident = incidentsOfEvent[pick(seed, i + 200, incidentsOfEvent.length)];
        uint256 k = pick(seed, i + 300, COVERS);
        uint256 first = ownerOf[k] == 4 ? pick(seed, i + 400, 4) : ownerOf[k];
        uint256 count = ownerOf[k] == 4 ? 1 + pick(seed, i + 500, 4 - first) : 1;
        attempt(incident, k, first, count);
    }

    function settleEverything() private {
        for (uint256 j; j < incidentsOfEvent.length; ++j) {
            for (uint256 k; k < COVERS; ++k) {
                if (ownerOf[k] == 4) attempt(incidentsOfEvent[j], k, 0, 4);
                else attempt(incidentsOfEvent[j], k, ownerOf[k], 1);
            }
        }
    }

    /// @dev There may be nothing to pay; nothing else may go wrong.
    function attempt(uint256 incident, uint256 k, uint256 first, uint256 count) private {
        IIncidents.LeafClaim[] memory claims = new IIncidents.LeafClaim[](1);
        claims[0] = Trees.claimOf(ids[k], listOf(incident), first, count);
        try incidents.settleLeaves(incident, claims) {}
        catch (bytes memory reason) {
            assertEq(bytes4(reason), IIncidents.NothingToSettle.selector, vm.toString(reason));
        }
    }

    function recover(uint256 incident, uint256 k) external {
        (uint256 first, uint256 count) = ownerOf[k] == 4 ? (0, 4) : (ownerOf[k], 1);
        if (ownerOf[k] == 4) {
            incidents.claimRecoveredLeaves(incident, Trees.claimOf(ids[k], listOf(incident), first, count));
        } else {
            incidents.claimRecovered(incident, list(ids[k]));
        }
    }

    /// @dev Half of the first list, all of the second, all of the first.
    function grantNext() private {
        uint256 n = incidentsOfEvent.length;
        IIncidents.Leaf[] memory l = n == 1 ? second : leaves;
        (bytes32 root, uint256 lossSum) = Trees.rootOf(l);
        uint64 ratio = n == 0 ? 0.5e18 : 1e18;
        uint256 incident = assertLosses(ratio, root, lossSum, lossTime);
        courtRules(incident, GRANTED, ratio);
        incidentsOfEvent.push(incident);
    }

    function endow(uint256 assets) private {
        usd.mint(bob, assets);
        vm.startPrank(bob);
        usd.approve(address(incidents), assets);
        incidents.recover(incidentsOfEvent[0], address(pool), assets);
        vm.stopPrank();
    }

    function close() private {
        skip(60 days);
        incidents.close(other);
        for (uint256 j; j < incidentsOfEvent.length; ++j) {
            incidents.close(incidentsOfEvent[j]);
        }
        rich.step(40);
        pool.step(40);
        skip(31 days);
        try pool.finishClosing(other) {} catch {}
        for (uint256 j; j < incidentsOfEvent.length; ++j) {
            try pool.finishClosing(incidentsOfEvent[j]) {} catch {}
            try rich.finishClosing(incidentsOfEvent[j]) {} catch {}
        }
    }

    // -- Checks --------------------------------------------------------------------------------------------------

    function assertPaid() private view {
        for (uint256 i; i < 4; ++i) {
            uint256 got = usd.balanceOf(victim(i)) + incidents.creditOf(address(usd), victim(i));
            uint256 loss = leaves[i].loss > second[i].loss ? leaves[i].loss : second[i].loss;
            assertLe(got, loss / 1e12, "CLM-4");
        }
    }

    function listOf(uint256 incident) private view returns (IIncidents.Leaf[] memory) {
        return incidentsOfEvent.length > 1 && incident == incidentsOfEvent[1] ? second : leaves;
    }

    function amountOf(uint256 seed, uint256 k) private pure returns (uint256) {
        return (k == 0 ? 1e6 : 700_000e6) + pick(seed, 700 + k, 1_000_000e6);
    }

    function pick(uint256 seed, uint256 salt, uint256 below) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt))) % below;
    }
}
