// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IIncidents} from "../../src/claims/interfaces/IIncidents.sol";
import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {HookToken} from "../mocks/tokens/HookToken.sol";
import {Reenterer} from "../mocks/tokens/Reenterer.sol";
import {PoolFixture} from "../unit/PoolFixture.sol";

/// @notice A token with hooks, whose holder calls every function of the pool and of Incidents from within each transfer.
contract ReentrancyAttackTest is PoolFixture {
    bytes4 private constant GUARD = bytes4(keccak256("ReentrancyGuardReentrantCall()"));

    HookToken private token;
    Reenterer private evil;
    uint256 private id;

    function setUp() public override {
        super.setUp();
        token = new HookToken(6);
        usd = TestToken(address(token));
        pool = newPool(address(token));
        IListings.Terms memory t = courtTerms();
        t.bondToken = address(token);
        hack = newListing(t);
        back(pool, depeg, 0, 1);
        back(pool, hack, 1, 2);
        vm.prank(curator);
        pool.setCuratorFee(1_000);
        deposit(pool, alice, MILLION);

        evil = new Reenterer();
        vm.label(address(evil), "re-enterer");
        token.mint(address(evil), MILLION);
        evil.run(address(token), abi.encodeCall(token.approve, (address(pool), type(uint256).max)));
        evil.run(address(token), abi.encodeCall(token.approve, (address(incidents), type(uint256).max)));
        evil.run(address(pool), abi.encodeCall(pool.deposit, (MILLION / 2, address(evil))));
        IPool.Purchase memory p = purchase(depeg, 1e9, 100 days);
        p.owner = address(evil);
        evil.run(address(pool), abi.encodeCall(pool.buy, (p)));
        id = idOf(pool, 1);
        buy(pool, hack, 1e9, 100 days);
        evil.run(address(pool), abi.encodeCall(pool.requestRedeem, (1e18, address(evil), address(evil))));
        evil.run(address(pool), abi.encodeCall(pool.requestRedeem, (1e18, address(evil), address(evil))));
        skip(COOLDOWN);
        pool.processRedeem(1);
        freshen();
    }

    /// @dev Every function of the pool that changes anything, but those of the curator and of shares.
    function addPoolCalls() private {
        IPool.Purchase memory p = purchase(depeg, 1e6, 30 days);
        p.owner = address(evil);
        address me = address(evil);
        evil.add(address(pool), abi.encodeCall(pool.deposit, (1e6, me)));
        evil.add(address(pool), abi.encodeCall(pool.mint, (1e18, me)));
        evil.add(address(pool), abi.encodeCall(pool.recapitalise, (1e6, me)));
        evil.add(address(pool), abi.encodeCall(pool.requestRedeem, (1e18, me, me)));
        evil.add(address(pool), abi.encodeCall(pool.cancelRedeemRequest, (2, me, 0)));
        evil.add(address(pool), abi.encodeCall(pool.processRedeem, (1)));
        evil.add(address(pool), abi.encodeCall(pool.processOwnRedeem, (2, 0)));
        evil.add(address(pool), abi.encodeCall(pool.redeem, (1e17, me, me)));
        evil.add(address(pool), abi.encodeCall(pool.withdraw, (1e5, me, me)));
        evil.add(address(pool), abi.encodeCall(pool.buy, (p)));
        evil.add(address(pool), abi.encodeCall(pool.collect, (me)));
        evil.add(address(pool), abi.encodeCall(pool.step, (1)));
        evil.add(address(pool), abi.encodeCall(pool.release, (riskOf(depeg))));
        evil.add(address(pool), abi.encodeCall(pool.writeDown, ()));
        evil.add(address(pool), abi.encodeCall(pool.finishClosing, (1)));
        evil.add(address(pool), abi.encodeCall(pool.collectFees, ()));
        evil.add(address(pool), abi.encodeCall(pool.contribute, (1e6)));
    }

    function addIncidentsCalls() private {
        evil.add(address(incidents), abi.encodeCall(incidents.assertLoss, (assertion(hack, block.timestamp - 1, 1e18))));
        evil.add(address(incidents), abi.encodeCall(incidents.rule, (1)));
        evil.add(address(incidents), abi.encodeCall(incidents.lapse, (1)));
        evil.add(address(incidents), abi.encodeCall(incidents.settle, (1, list(id))));
        evil.add(address(incidents), abi.encodeCall(incidents.settleRaised, (1, 2, list(id))));
        evil.add(address(incidents), abi.encodeCall(incidents.close, (1)));
        evil.add(address(incidents), abi.encodeCall(incidents.recover, (1, address(pool), 1e6)));
        evil.add(address(incidents), abi.encodeCall(incidents.claimRecovered, (1, list(id))));
        evil.add(address(incidents), abi.encodeCall(incidents.collect, (address(token), address(evil))));
        evil.add(
            address(incidents),
            abi.encodeCall(incidents.openTriggered, (depeg, 0, block.timestamp - 1, address(evil), address(pool)))
        );
    }

    function arm() private {
        token.setHook(address(evil), evil);
    }

    /// @dev All of them were tried, and each was stopped by the guard.
    function assertAllStopped(uint256 from, uint256 to) private view {
        assertGe(evil.tried(), to, "the hook did not run");
        for (uint256 i = from; i < to; ++i) {
            assertFalse(evil.succeeded(i));
            assertEq(bytes4(evil.reasons(i)), GUARD);
        }
    }

    function test_attack_reenterFromADeposit() public {
        addPoolCalls();
        arm();
        evil.run(address(pool), abi.encodeCall(pool.deposit, (1e6, address(evil))));
        assertAllStopped(0, 17);
        assertSound(pool);
    }

    function test_attack_reenterFromASale() public {
        addPoolCalls();
        arm();
        IPool.Purchase memory p = purchase(depeg, 1e6, 30 days);
        p.owner = address(evil);
        evil.run(address(pool), abi.encodeCall(pool.buy, (p)));
        assertAllStopped(0, 17);
        assertSound(pool);
    }

    function test_attack_reenterFromAClaim() public {
        addPoolCalls();
        arm();
        evil.run(address(pool), abi.encodeCall(pool.redeem, (1e18, address(evil), address(evil))));
        assertAllStopped(0, 17);
        assertSound(pool);
    }

    /// @dev From a payout both guards are up, the pool's and that of Incidents.
    function test_attack_reenterFromASettlement() public {
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        addIncidentsCalls();
        addPoolCalls();
        arm();
        uint256 had = token.balanceOf(address(evil)) + report().owed;
        settle(incident, id);
        assertEq(token.balanceOf(address(evil)) + report().owed - had, 1e9, "paid or kept");
        assertSound(pool);
        if (evil.tried() != 0) assertAllStopped(0, 27);
    }

    /// @dev A few calls only, so that the allowance of gas suffices: they ran, and were stopped.
    function test_attack_reenterFromASettlement_withinItsGas() public {
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        evil.add(address(incidents), abi.encodeCall(incidents.settle, (incident, list(id))));
        evil.add(address(incidents), abi.encodeCall(incidents.rule, (incident)));
        evil.add(address(pool), abi.encodeCall(pool.step, (1)));
        arm();
        uint256 had = token.balanceOf(address(evil));
        settle(incident, id);
        assertEq(token.balanceOf(address(evil)) - had, 1e9);
        assertAllStopped(0, 3);
    }

    function test_attack_reenterFromABond() public {
        addIncidentsCalls();
        arm();
        evil.run(address(incidents), abi.encodeCall(incidents.assertLoss, (assertion(hack, block.timestamp - 1, 1e18))));
        assertAllStopped(0, 10);
        assertEq(incidents.count(), 1);
    }

    function test_attack_reenterFromACollectedBond() public {
        evil.run(address(incidents), abi.encodeCall(incidents.assertLoss, (assertion(hack, block.timestamp - 1, 1e18))));
        courtRules(1, GRANTED, 1e18);
        addIncidentsCalls();
        arm();
        uint256 had = token.balanceOf(address(evil));
        incidents.collect(address(token), address(evil));
        assertAllStopped(0, 10);
        assertEq(token.balanceOf(address(evil)) - had, 100e6);
    }

    /// @dev What comes back is counted by balances: nothing that moves Incidents' own may run meanwhile.
    function test_attack_reenterFromARecovery() public {
        grant(openDepeg(), 1e18);
        addIncidentsCalls();
        arm();
        evil.run(address(incidents), abi.encodeCall(incidents.recover, (1, address(pool), 1e6)));
        assertAllStopped(0, 10);
        assertEq(token.balanceOf(address(incidents)), 0);
        assertSound(pool);
    }

    function test_attack_reenterFromAGift() public {
        addPoolCalls();
        arm();
        evil.run(address(pool), abi.encodeCall(pool.contribute, (1e6)));
        assertAllStopped(0, 17);
        assertSound(pool);
    }

    /// @dev From a deposit Incidents can be called, for it is another contract: an incident opened there is stepped by
    /// the next call, and the deposit that is under way was priced before it.
    function test_attack_openAnIncidentFromWithinADeposit() public {
        evil.add(address(incidents), abi.encodeCall(incidents.assertLoss, (assertion(hack, block.timestamp - 1, 1e18))));
        arm();
        uint256 price = pool.convertToShares(1e6);
        bytes memory answer = evil.run(address(pool), abi.encodeCall(pool.deposit, (1e6, address(evil))));
        assertTrue(evil.succeeded(0));
        assertEq(abi.decode(answer, (uint256)), price);
        pool.step(1);
        assertEq(report().openReserve, 1e9);
        assertSound(pool);
    }

    /// @dev Who reads the share price from within a transfer reads the same as before and after (no read-only hole).
    function test_attack_readThePriceFromWithin() public {
        evil.add(address(pool), abi.encodeCall(pool.convertToAssets, (1e18)));
        evil.add(address(pool), abi.encodeCall(pool.convertToShares, (1e6)));
        arm();
        bytes memory assets = abi.encode(pool.convertToAssets(1e18));
        uint256 shares = pool.convertToShares(1e6);
        evil.run(address(pool), abi.encodeCall(pool.deposit, (MILLION / 4, address(evil))));
        assertEq(evil.reasons(0), assets);
        assertApproxEqAbs(abi.decode(evil.reasons(1), (uint256)), shares, 2e6);
    }
}
