// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {LibString} from "solady/utils/LibString.sol";
import {Readable} from "../../../src/periphery/libraries/Readable.sol";
import {Test} from "../../Test.sol";

contract ReadableTest is Test {
    using LibString for string;

    // -- Times ---------------------------------------------------------------------------------------------------

    function test_day_leapYearsAndEdges() public pure {
        assertEq(Readable.day(0), "1 Jan 1970");
        assertEq(Readable.day(951_782_400), "29 Feb 2000");
        assertEq(Readable.day(951_782_400 - 1), "28 Feb 2000");
        assertEq(Readable.day(951_782_400 + 1 days), "1 Mar 2000");
        assertEq(Readable.day(1_709_164_800), "29 Feb 2024");
        assertEq(Readable.day(1_709_251_199), "29 Feb 2024");
        assertEq(Readable.day(1_709_251_200), "1 Mar 2024");
        assertEq(Readable.day(1_740_787_200), "1 Mar 2025");
        assertEq(Readable.day(1_740_787_199), "28 Feb 2025");
        assertEq(Readable.day(1_735_689_599), "31 Dec 2024");
        assertEq(Readable.day(1_735_689_600), "1 Jan 2025");
        assertEq(Readable.day(4_107_542_399), "28 Feb 2100");
        assertEq(Readable.day(4_107_542_400), "1 Mar 2100");
        assertEq(Readable.day(type(uint32).max), "7 Feb 2106");
    }

    function test_minute_isUtc() public pure {
        assertEq(Readable.minute(0), "1 Jan 1970, 00:00");
        assertEq(Readable.minute(1_700_000_000), "14 Nov 2023, 22:13");
        assertEq(Readable.minute(1_735_689_599), "31 Dec 2024, 23:59");
        assertEq(Readable.minute(1_735_689_660), "1 Jan 2025, 00:01");
        assertEq(Readable.minute(type(uint32).max), "7 Feb 2106, 06:28");
    }

    /// @dev Against counting years and months one by one.
    function testFuzz_minute_countsAsTheCalendarDoes(uint256 timestamp) public pure {
        timestamp = bound(timestamp, 0, uint256(type(uint32).max) + 180 days);
        uint256 days_ = timestamp / 1 days;
        uint256 year = 1970;
        while (days_ >= lengthOf(year)) days_ -= lengthOf(year++);
        uint8[12] memory lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        if (lengthOf(year) == 366) lengths[1] = 29;
        uint256 month;
        while (days_ >= lengths[month]) days_ -= lengths[month++];
        string[12] memory names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        string memory expected = string.concat(
            LibString.toString(days_ + 1), " ", names[month], " ", LibString.toString(year), ", ", clock(timestamp)
        );
        assertEq(Readable.minute(timestamp), expected);
    }

    // -- Amounts -------------------------------------------------------------------------------------------------

    function test_amount_placesAndGroups() public pure {
        assertEq(Readable.amount(0, 6), "0");
        assertEq(Readable.amount(1, 6), "0.000001");
        assertEq(Readable.amount(12_400_000, 6), "12.40");
        assertEq(Readable.amount(12_050_000, 6), "12.05");
        assertEq(Readable.amount(12_345_000, 6), "12.345");
        assertEq(Readable.amount(1_000_000_000, 6), "1,000");
        assertEq(Readable.amount(999_000_000, 6), "999");
        assertEq(Readable.amount(1_000_001_000_000, 6), "1,000,001");
        assertEq(Readable.amount(5, 1), "0.50");
        assertEq(Readable.amount(5, 2), "0.05");
        assertEq(Readable.amount(1_234, 0), "1,234");
        assertEq(Readable.amount(type(uint64).max, 6), "18,446,744,073,709.551615");
    }

    /// @dev What is read back is what was written.
    function testFuzz_amount_losesNothing(uint64 value, uint256 digits) public pure {
        digits = bound(digits, 0, 6);
        bytes memory text = bytes(Readable.amount(value, digits));
        uint256 read;
        uint256 places;
        bool part;
        for (uint256 i; i < text.length; ++i) {
            if (text[i] == ",") continue;
            if (text[i] == ".") {
                part = true;
                continue;
            }
            read = read * 10 + uint8(text[i]) - 48;
            if (part) ++places;
        }
        assertTrue(places == 0 || places >= 2);
        assertEq(read * 10 ** digits, uint256(value) * 10 ** places);
    }

    // -- Names ---------------------------------------------------------------------------------------------------

    /// @dev Twelve characters of an allow-list at most; a currency sign has three bytes, so has the mark of a cut.
    function testFuzz_name_keepsHarmlessCharactersAlone(bytes memory foreign) public pure {
        bytes memory text = bytes(Readable.name(string(foreign)));
        assertLe(text.length, 39);
        assertEq(text.length == 0, foreign.length == 0);
        string memory plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$+-./_?";
        for (uint256 i; i < text.length; ++i) {
            if (text[i] == 0xe2) {
                bool cut = text[i + 1] == 0x80 && text[i + 2] == 0xa6 && i + 3 == text.length;
                uint256 code = (uint256(uint8(text[i + 1])) & 0x3f) << 6 | (uint256(uint8(text[i + 2])) & 0x3f);
                assertTrue(cut || (code >= 0xa0 && code <= 0xcf), "no currency sign");
                i += 2;
            } else {
                assertTrue(plain.contains(string(abi.encodePacked(text[i]))), "not harmless");
            }
        }
    }

    // -- Small things --------------------------------------------------------------------------------------------

    function lengthOf(uint256 year) private pure returns (uint256) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;
    }

    function clock(uint256 timestamp) private pure returns (string memory) {
        string memory hour = LibString.toString(100 + timestamp % 1 days / 1 hours).slice(1);
        return string.concat(hour, ":", LibString.toString(100 + timestamp % 1 hours / 1 minutes).slice(1));
    }
}
