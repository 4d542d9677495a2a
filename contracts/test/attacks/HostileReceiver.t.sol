// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {BlockListToken} from "../mocks/tokens/BlockListToken.sol";
import {HookToken} from "../mocks/tokens/HookToken.sol";
import {GasBurner} from "../mocks/tokens/Reenterer.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice Receivers that revert, burn gas or are block-listed, and settlers that bring too little gas (CLM-3).
contract HostileReceiverAttackTest is PoolFixture {
    HookToken private token;
    uint256[] private ids;

    /// @dev Ten covers, one of which belongs to the hostile account.
    function sellTen(address hostile) private {
        for (uint256 i; i < 10; ++i) {
            IPool.Purchase memory p = purchase(depeg, 1e9, 30 days);
            p.owner = i == 3 ? hostile : address(uint160(0xC0FFEE00 + i));
            (uint256 id,) = buy(pool, p);
            ids.push(id);
        }
        skip(1 hours);
    }

    function usePool(TestToken asset) private {
        pool = newPool(address(asset));
        back(pool, depeg, 0, 1);
        deposit(pool, alice, MILLION);
    }

    function assertOthersPaid(TestToken asset) private view {
        for (uint256 i; i < 10; ++i) {
            if (i != 3) assertEq(asset.balanceOf(address(uint160(0xC0FFEE00 + i))), 1e9);
        }
        assertSound(pool);
    }

    function test_attack_aReceiverThatBurnsGas() public {
        token = new HookToken(6);
        usePool(token);
        sellTen(attacker);
        token.setHook(attacker, new GasBurner());
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(9);
        uint256 before = gasleft();
        vm.expectEmit(address(pool));
        emit IPool.PayoutKept(attacker, 1e9);
        vm.prank(keeper);
        incidents.settle(incident, ids);
        assertLt(before - gasleft(), 2_000_000, "its allowance and no more");
        assertOthersPaid(token);
        assertEq(token.balanceOf(attacker), 0);
        assertEq(report().owed, 1e9);
    }

    function test_attack_aReceiverThatIsBlockListed() public {
        BlockListToken blocker = new BlockListToken();
        usePool(blocker);
        sellTen(attacker);
        blocker.setBlocked(attacker, true);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        vm.prank(keeper);
        incidents.settle(incident, ids);
        assertOthersPaid(blocker);
        // It is kept, and collectable once the issuer lets it through.
        blocker.setBlocked(attacker, false);
        assertEq(pool.collect(attacker), 1e9);
    }

    function test_attack_aPayeeThatReverts() public {
        token = new HookToken(6);
        usePool(token);
        sellTen(attacker);
        vm.prank(attacker);
        covers.setPayee(ids[3], address(token)); // OpenZeppelin's token has no objection; the hook below has
        token.setHook(address(token), GasBurner(address(incidents)));
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        vm.prank(keeper);
        incidents.settle(incident, ids);
        assertOthersPaid(token);
        assertEq(report().owed, 1e9);
    }

    /// @dev A finder and a settler that cannot be paid do not stop it either.
    function test_attack_aFinderThatReverts() public {
        BlockListToken blocker = new BlockListToken();
        usePool(blocker);
        sellTen(attacker);
        blocker.setBlocked(keeper, true);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        vm.prank(keeper);
        incidents.settle(incident, ids);
        assertOthersPaid(blocker);
    }

    /// @dev Settling with little gas cannot make a payout fail: it reverts as a whole, at any limit, or pays all.
    function testFuzz_attack_settlingWithLittleGas(uint256 gasLimit) public {
        usePool(usd);
        sellTen(attacker);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(9);
        gasLimit = bound(gasLimit, 100_000, 2_500_000);
        bytes32 before = traceOf(pool);
        vm.prank(keeper);
        try incidents.settle{gas: gasLimit}(incident, ids) {
            assertOthersPaid(usd);
            assertEq(usd.balanceOf(attacker), 1e9);
            assertEq(report().owed, 0);
        } catch {
            assertEq(traceOf(pool), before);
        }
    }

    function test_attack_settlingWithLittleGas_revertsWith_InsufficientGas() public {
        usePool(usd);
        sellTen(attacker);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        pool.step(9);
        bytes4 seen;
        for (uint256 limit = 500_000; limit < 1_200_000; limit += 50_000) {
            vm.prank(keeper);
            try incidents.settle{gas: limit}(incident, ids) {
                break;
            } catch (bytes memory reason) {
                if (bytes4(reason) == IPool.InsufficientGas.selector) seen = bytes4(reason);
            }
        }
        assertEq(seen, IPool.InsufficientGas.selector);
    }
}
