// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {DateTimeLib} from "solady/utils/DateTimeLib.sol";
import {LibBytes} from "solady/utils/LibBytes.sol";
import {LibString} from "solady/utils/LibString.sol";

/// @title Numbers, times and names as people read them
library Readable {
    /// @dev Longest name that is kept whole, characters.
    uint256 private constant NAME_LENGTH = 12;

    /// @notice A number with `digits` decimal places: 1,234.50. Places that say nothing are left out, but of a part
    /// two remain where there are two.
    function amount(uint256 value, uint256 digits) internal pure returns (string memory text) {
        uint256 one = 10 ** digits;
        text = grouped(value / one);
        uint256 part = value % one;
        if (part == 0) return text;
        uint256 places = digits;
        while (places > 2 && part % 10 == 0) (part, places) = (part / 10, places - 1);
        if (places == 1) (part, places) = (part * 10, 2);
        return string.concat(text, ".", padded(part, places));
    }

    /// @notice A whole number in groups of three digits: 1,234,567.
    function grouped(uint256 value) internal pure returns (string memory text) {
        if (value < 1000) return LibString.toString(value);
        return string.concat(grouped(value / 1000), ",", padded(value % 1000, 3));
    }

    /// @notice A day in UTC: 5 Mar 2027.
    function day(uint256 timestamp) internal pure returns (string memory) {
        (uint256 year, uint256 month, uint256 date) = DateTimeLib.timestampToDate(timestamp);
        string memory month_ = LibString.slice("JanFebMarAprMayJunJulAugSepOctNovDec", month * 3 - 3, month * 3);
        return string.concat(LibString.toString(date), " ", month_, " ", LibString.toString(year));
    }

    /// @notice A minute in UTC: 5 Mar 2027, 09:30.
    function minute(uint256 timestamp) internal pure returns (string memory) {
        uint256 minutes_ = timestamp / 60;
        return string.concat(day(timestamp), ", ", padded(minutes_ / 60 % 24, 2), ":", padded(minutes_ % 60, 2));
    }

    /// @notice The first and the last four bytes: 0x01234567…89abcdef.
    function ends(bytes32 value) internal pure returns (string memory) {
        return middleCut(LibString.toHexString(uint256(value), 32));
    }

    /// @notice The first and the last four bytes of an address, with its checksum's capitals.
    function ends(address value) internal pure returns (string memory) {
        return middleCut(LibString.toHexStringChecksummed(value));
    }

    /// @notice A foreign name made harmless: only letters, digits, `$ + - . / _` and currency signs are kept, and
    /// whatever else it holds, in whatever encoding, becomes a question mark. So what is returned has no meaning in XML,
    /// JSON or Markdown and reads from left to right. Long names are cut.
    function name(string memory foreign) internal pure returns (string memory text) {
        bytes memory raw = bytes(foreign);
        uint256 i;
        for (uint256 length; i < raw.length; ++length) {
            if (length == NAME_LENGTH) return string.concat(text, unicode"…");
            if (isPlain(raw[i])) {
                text = string.concat(text, string(LibBytes.slice(raw, i, i + 1)));
                ++i;
            } else if (isCurrencySign(raw, i)) {
                text = string.concat(text, string(LibBytes.slice(raw, i, i + 3)));
                i += 3;
            } else {
                text = string.concat(text, "?");
                ++i;
            }
        }
    }

    /// @dev U+20A0 to U+20CF in UTF-8: E2 82 A0 to E2 83 8F.
    function isCurrencySign(bytes memory raw, uint256 i) private pure returns (bool) {
        if (i + 3 > raw.length || raw[i] != 0xe2) return false;
        (bytes1 second, bytes1 third) = (raw[i + 1], raw[i + 2]);
        if (second == 0x82) return third >= 0xa0 && third <= 0xbf;
        return second == 0x83 && third >= 0x80 && third <= 0x8f;
    }

    function isPlain(bytes1 c) private pure returns (bool) {
        if (c >= "a" && c <= "z" || c >= "A" && c <= "Z" || c >= "0" && c <= "9") return true;
        return c == "$" || c == "+" || c == "-" || c == "." || c == "/" || c == "_";
    }

    function middleCut(string memory hex_) private pure returns (string memory) {
        uint256 length = bytes(hex_).length;
        return string.concat(LibString.slice(hex_, 0, 10), unicode"…", LibString.slice(hex_, length - 8, length));
    }

    function padded(uint256 value, uint256 length) private pure returns (string memory text) {
        text = LibString.toString(value);
        while (bytes(text).length < length) text = string.concat("0", text);
    }
}
