// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {BlockListToken} from "../../mocks/tokens/BlockListToken.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolCollectTest is PoolFixture {
    BlockListToken private blocker;

    function setUp() public override {
        super.setUp();
        blocker = new BlockListToken();
        usd = TestToken(address(blocker));
        pool = newPool(address(usd));
        back(pool, depeg, 0, 1);
        deposit(pool, alice, MILLION);
    }

    function keepPayout(uint256 amount) private {
        uint256 id = sellDepeg(amount, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        blocker.setBlocked(holder, true);
        settle(incident, id);
    }

    function testFuzz_collect_sendsWhatWasKept(uint256 amount) public {
        amount = bound(amount, 1, MILLION);
        keepPayout(amount);
        assertEq(usd.balanceOf(holder), 0);
        assertEq(report().owed, amount);
        blocker.setBlocked(holder, false);
        vm.expectEmit(address(pool));
        emit IPool.PayoutCollected(holder, amount);
        vm.prank(keeper);
        assertEq(pool.collect(holder), amount);
        assertEq(usd.balanceOf(holder), amount);
        assertEq(report().owed, 0);
    }

    function testFuzz_collect_sendsCommissions(uint256 amount) public {
        amount = bound(amount, 1e6, MILLION);
        IPool.Purchase memory p = purchase(depeg, amount, 30 days);
        (p.referrer, p.referrerFee) = (bob, 500);
        uint256 commission = pool.quote(p).referrerFee;
        buy(pool, p);
        assertEq(pool.collect(bob), commission);
        assertEq(usd.balanceOf(bob), commission);
    }

    /// @dev The payout stays until its recipient can be paid; nobody else is touched.
    function test_collect_revertsWhileBlocked() public {
        keepPayout(1e9);
        expectRefusal(abi.encodeWithSignature("TransferFailed()"));
        pool.collect(holder);
        assertNoTrace();
        assertEq(report().owed, 1e9);
    }

    function testFuzz_collect_revertsWith_NothingToCollect(address account) public {
        expectRefusal(abi.encodeWithSelector(IPool.NothingToCollect.selector, account));
        pool.collect(account);
        assertNoTrace();
    }

    function test_collect_revertsWith_NothingToCollect_theSecondTime() public {
        keepPayout(1e9);
        blocker.setBlocked(holder, false);
        pool.collect(holder);
        expectRefusal(abi.encodeWithSelector(IPool.NothingToCollect.selector, holder));
        pool.collect(holder);
        assertNoTrace();
    }
}
