// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {MockOptimisticOracle} from "../../mocks/MockOptimisticOracle.sol";
import {OptimisticBase} from "./OptimisticBase.sol";

contract OptimisticCanSellTest is OptimisticBase {
    function expectSells(bool sells) private {
        assertEq(optimistic.canSell(listing, 0), sells);
        if (sells) return;
        IPool.Purchase memory p = purchase(listing, AMOUNT, 90 days);
        vm.expectRevert();
        pool.buy(p);
    }

    function test_canSell_default() public {
        expectSells(true);
        (bool taken, uint256 bond) = optimistic.takesAssertion(listing);
        assertTrue(taken);
        assertEq(bond, UMA_BOND);
    }

    function test_canSell_notOnceTheCurrencyOrTheQuestionIsDropped() public {
        oracle.setLists(false, true);
        expectSells(false);
        oracle.setLists(true, false);
        expectSells(false);
    }

    function testFuzz_canSell_whileTheLeastBondIsWithinTheCap(uint256 least) public {
        oracle.setLeast(least);
        expectSells(least <= 10 * UMA_BOND);
        (, uint256 bond) = optimistic.takesAssertion(listing);
        assertEq(bond, least > UMA_BOND ? least : UMA_BOND);
    }

    function test_canSell_notWhileTheOracleRevertsOrBurnsGas() public {
        oracle.setFault(MockOptimisticOracle.Fault.Revert);
        expectSells(false);
        oracle.setFault(MockOptimisticOracle.Fault.BurnGas);
        uint256 before = gasleft();
        assertFalse(optimistic.canSell(listing, 0));
        assertLt(before - gasleft(), 6_500_000);
    }
}
