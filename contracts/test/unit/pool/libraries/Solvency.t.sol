// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {stdError} from "forge-std/StdError.sol";
import {Solvency} from "../../../../src/pool/libraries/Solvency.sol";
import {Test} from "../../../Test.sol";

contract SolvencyTest is Test {
    using Solvency for Solvency.Class;

    uint256 private constant CLASSES = 4;
    uint256 private constant GROUPS = 12;

    /// @dev Group i belongs to class i % CLASSES.
    uint64[GROUPS] private exposures;
    Solvency.Class[CLASSES] private classes;
    Solvency.Totals private totals;

    // -- The requirement -----------------------------------------------------------------------------------------

    /// @custom:invariant SOL-3
    function testFuzz_requirementUp_coversEveryGroup(uint64[GROUPS] memory sums, uint256 rho, uint256 r) public {
        r = bound(r, 0, Solvency.BPS);
        setCorrelation(rho);
        for (uint256 i; i < GROUPS; ++i) {
            move(i, sums[i]);
        }
        uint256 scr = Solvency.requirementUp(totals, r);
        for (uint256 i; i < GROUPS; ++i) {
            assertGe(scr, sums[i], "one event on one group can be paid in full");
        }
    }

    /// @custom:invariant SOL-3
    function testFuzz_requirementUp_growsWithEachExposure(
        uint64[GROUPS] memory sums,
        uint256 rho,
        uint256 r,
        uint256 group,
        uint64 more
    ) public {
        r = bound(r, 0, Solvency.BPS);
        group = bound(group, 0, GROUPS - 1);
        more = uint64(bound(more, sums[group], type(uint64).max));
        setCorrelation(rho);
        for (uint256 i; i < GROUPS; ++i) {
            move(i, sums[i]);
        }
        uint256 scr = Solvency.requirementUp(totals, r);
        move(group, more);
        assertGe(Solvency.requirementUp(totals, r), scr);
    }

    function testFuzz_requirementUp_fullyCorrelatedIsTheSum(uint64[GROUPS] memory sums) public {
        setCorrelation(Solvency.BPS);
        uint256 sum;
        for (uint256 i; i < GROUPS; ++i) {
            move(i, sums[i]);
            sum += sums[i];
        }
        assertEq(Solvency.requirementUp(totals, Solvency.BPS), sum);
    }

    function testFuzz_requirementUp_correlationOnlyAdds(uint64[GROUPS] memory sums, uint256 rho, uint256 r) public {
        r = bound(r, 0, Solvency.BPS);
        setCorrelation(rho);
        for (uint256 i; i < GROUPS; ++i) {
            move(i, sums[i]);
        }
        uint256 scr = Solvency.requirementUp(totals, r);
        assertGe(scr, Solvency.requirementUp(totals, 0));
        assertLe(scr, Solvency.requirementUp(totals, Solvency.BPS));
    }

    // -- Keeping it ----------------------------------------------------------------------------------------------

    /// @custom:invariant SOL-2
    function testFuzz_move_equalsRecomputing(uint64[24] memory sums, uint256 order, uint256 rho, uint256 r) public {
        r = bound(r, 0, Solvency.BPS);
        setCorrelation(rho);
        for (uint256 i; i < sums.length; ++i) {
            move(uint256(keccak256(abi.encode(order, i))) % GROUPS, i % 5 == 0 ? 0 : sums[i]);
        }

        Solvency.Totals memory fresh;
        for (uint256 c; c < CLASSES; ++c) {
            uint256 q;
            uint256 a;
            for (uint256 i = c; i < GROUPS; i += CLASSES) {
                q += uint256(exposures[i]) * exposures[i];
                a += exposures[i];
            }
            uint256 s = Solvency.Class(uint160(q), uint80(a), classes[c].rho).classRequirementUp();
            fresh.s += uint88(s);
            fresh.s2 += uint168(s * s);
        }
        assertEq(totals.s, fresh.s);
        assertEq(totals.s2, fresh.s2);
    }

    function test_move_revertsWith_ExposureTooLarge() public {
        Solvency.Class memory full = Solvency.Class(0, type(uint80).max, 0);
        vm.expectRevert(Solvency.ExposureTooLarge.selector);
        this.moved(full, Solvency.Totals(0, 0), 0, 1);

        full = Solvency.Class(type(uint160).max, 0, 0);
        vm.expectRevert(Solvency.ExposureTooLarge.selector);
        this.moved(full, Solvency.Totals(type(uint88).max, type(uint168).max), 0, 1);

        vm.expectRevert(Solvency.ExposureTooLarge.selector);
        this.moved(Solvency.Class(0, 0, 0), Solvency.Totals(type(uint88).max, 0), 0, 1);
    }

    function test_move_revertsWith_arithmeticError() public {
        vm.expectRevert(stdError.arithmeticError);
        this.moved(Solvency.Class(1, 1, 0), Solvency.Totals(1, 1), 2, 0);
    }

    function testFuzz_sqrtUp_isTheRootRoundedUp(uint256 x) public pure {
        x = bound(x, 0, type(uint256).max - 2 * uint256(type(uint128).max)); // the next square must fit
        uint256 root = Solvency.sqrtUp(x);
        assertGe(root * root, x);
        if (root != 0) assertLt((root - 1) * (root - 1), x);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function moved(Solvency.Class memory class, Solvency.Totals memory sums, uint256 before, uint256 afterwards)
        external
        pure
    {
        class.move(sums, before, afterwards);
    }

    function setCorrelation(uint256 rho) private {
        for (uint256 c; c < CLASSES; ++c) {
            classes[c].rho = uint16(bound(rho, 0, Solvency.BPS));
        }
    }

    function move(uint256 group, uint64 exposure) private {
        Solvency.Class memory class = classes[group % CLASSES];
        Solvency.Totals memory sums = totals;
        class.move(sums, exposures[group], exposure);
        (classes[group % CLASSES], totals, exposures[group]) = (class, sums, exposure);
    }
}
