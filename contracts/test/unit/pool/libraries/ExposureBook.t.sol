// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {stdError} from "forge-std/StdError.sol";
import {ExposureBook} from "../../../../src/pool/libraries/ExposureBook.sol";
import {Test} from "../../../Test.sol";

contract ExposureBookTest is Test {
    using ExposureBook for ExposureBook.Risk;

    uint256 private constant TODAY = 19_675;

    ExposureBook.Risk private risk;
    mapping(uint256 => uint256) private runOff;
    /// @dev What a plain book would hold.
    mapping(uint256 => uint256) private plain;

    /// @dev `kind` says what happens, `day` when it would run off, from today.
    struct Operation {
        uint8 kind;
        uint8 day;
        uint56 amount;
    }

    /// @notice Sales, settlements and releases in any order leave what a plain book, one number a day, would hold.
    /// @custom:invariant SOL-2
    function testFuzz_book_equalsAPlainOne(Operation[24] memory operations) public {
        uint256 today = TODAY;
        for (uint256 i; i < operations.length; ++i) {
            Operation memory o = operations[i];
            uint256 day = today + 1 + o.day % 16;
            if (o.kind % 4 < 2) {
                addTo(o.amount, day, today);
                plain[day] += o.amount;
            } else if (o.kind % 4 == 2) {
                uint256 amount = plain[day] == 0 ? 0 : o.amount % (plain[day] + 1);
                removeFrom(amount, day);
                plain[day] -= amount;
            } else {
                today += o.day % 20;
                uint256 expected;
                for (uint256 d = TODAY; d <= today; ++d) {
                    expected += plain[d];
                    plain[d] = 0;
                }
                assertEq(releaseAll(today), expected, "released");
            }
            uint256 sum;
            for (uint256 d = TODAY; d <= today + 20; ++d) {
                sum += plain[d];
            }
            assertEq(risk.exposure, sum, "in force");
        }
        releaseAll(today + 400);
        assertEq(risk.exposure, 0, "all of it ends by itself");
    }

    function testFuzz_release_waitsForTheDay(uint56 amount, uint16 days_) public {
        uint256 day = TODAY + 1 + days_;
        vm.assume(day <= type(uint16).max && amount != 0);
        addTo(1, TODAY + 1, TODAY); // takes the place in the risk's own slot
        addTo(amount, day, TODAY);
        if (day > TODAY + 1) {
            assertEq(releaseAll(day - 1), 1);
            assertEq(risk.exposure, amount);
        }
        releaseAll(day);
        assertEq(risk.exposure, 0);
    }

    function test_remove_revertsWith_arithmeticError() public {
        addTo(5, TODAY + 1, TODAY);
        addTo(5, TODAY + 4, TODAY);
        addTo(7, TODAY + 5, TODAY);
        vm.expectRevert(stdError.arithmeticError);
        this.removeFrom(6, TODAY + 4); // a lane never lends from its neighbour
    }

    function test_add_revertsWith_ExposureTooLarge() public {
        addTo(type(uint64).max, TODAY + 1, TODAY);
        vm.expectRevert(ExposureBook.ExposureTooLarge.selector);
        this.addTo(1, TODAY + 1, TODAY);
        vm.expectRevert(ExposureBook.ExposureTooLarge.selector);
        this.addTo(0, 1 << 16, TODAY);
    }

    function testFuzz_dayUp_isTheNextEdge(uint32 time) public pure {
        uint256 edge = ExposureBook.dayUp(time) * 1 days;
        assertGe(edge, time);
        assertLt(edge, uint256(time) + 1 days);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function addTo(uint256 amount, uint256 day, uint256 today) public {
        ExposureBook.Risk memory r = risk;
        r.add(runOff, amount, day, today);
        risk = r;
    }

    function removeFrom(uint256 amount, uint256 day) public {
        ExposureBook.Risk memory r = risk;
        r.remove(runOff, amount, day);
        risk = r;
    }

    function releaseAll(uint256 today) private returns (uint256 released) {
        ExposureBook.Risk memory r = risk;
        released = r.release(runOff, today);
        risk = r;
    }
}
