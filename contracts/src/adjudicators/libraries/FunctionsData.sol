// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../interfaces/IReportTrigger.sol";

/// @title What is sent to a Chainlink Functions network: the listing's request and the event's arguments, in CBOR
library FunctionsData {
    /// @dev Longest facts, bytes: their length is one byte in CBOR.
    uint256 internal constant MAX_FACTS = 255;

    /// @notice The request with `bytesArgs`: the facts, the beginning and the end, as Chainlink's own encoder would add
    /// them: a text of 9 letters, an open list, byte strings, the list's end.
    function encode(bytes memory prefix, bytes calldata facts, IReportTrigger.Event calldata insured)
        internal
        pure
        returns (bytes memory)
    {
        // Byte strings below 24 bytes carry their length in the first byte, others in a second one.
        uint256 length = facts.length;
        bytes memory head =
            length < 24 ? abi.encodePacked(uint8(0x40 + length)) : abi.encodePacked(hex"58", uint8(length));
        return abi.encodePacked(
            prefix,
            hex"69",
            "bytesArgs",
            hex"9f",
            head,
            facts,
            hex"5820",
            uint256(insured.begins),
            hex"5820",
            uint256(insured.ends),
            hex"ff"
        );
    }
}
