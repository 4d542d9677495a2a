// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {DateTimeLib} from "solady/utils/DateTimeLib.sol";
import {LibString} from "solady/utils/LibString.sol";
import {RiskId} from "../../cover/libraries/RiskId.sol";

/// @title What is asserted of an incident, in words
/// @notice Written on chain from what the chain knows, so that nobody words it to his advantage. What only events hold
/// (wording, key, evidence) is named by its event.
library ClaimText {
    using LibString for *;

    /// @notice What the text says.
    /// @param incidents Contract of the incident.
    /// @param listings Contract of the listing.
    /// @param incident Incident number.
    /// @param listing Listing number.
    /// @param risk Id of the risk.
    /// @param termsHash Hash of terms and wording.
    /// @param lossTime Unix seconds of the loss.
    /// @param ratio Loss ratio before the deductible, WAD.
    /// @param root Root of the losses; zero if none.
    /// @param lossSum Sum of its leaves, 1e-18 units of account.
    struct Facts {
        address incidents;
        address listings;
        uint256 incident;
        uint256 listing;
        bytes32 risk;
        bytes32 termsHash;
        uint256 lossTime;
        uint256 ratio;
        bytes32 root;
        uint256 lossSum;
    }

    uint256 private constant WAD = 1e18;
    uint256 private constant PERCENT = 1e16;

    /// @notice The text of an assertion, UTF-8.
    function write(Facts memory f) internal view returns (bytes memory) {
        return abi.encodePacked(head(f), points(f), sources(f));
    }

    /// @notice A WAD as a percentage with every digit that it has: 62.5 for 0.625e18.
    function percent(uint256 wad) internal pure returns (string memory) {
        return decimal(wad, PERCENT);
    }

    /// @notice `value / unit` with every digit that it has; `unit` is a power of ten.
    function decimal(uint256 value, uint256 unit) internal pure returns (string memory) {
        string memory whole = (value / unit).toString();
        uint256 part = value % unit;
        if (part == 0) return whole;
        // All digits behind a one that keeps the zeros in front, less the zeros at the end.
        uint256 digits = unit + part;
        while (digits % 10 == 0) digits /= 10;
        return string.concat(whole, ".", digits.toString().slice(1));
    }

    /// @notice A time as `2022-11-11 14:05:09 UTC`.
    function date(uint256 time) internal pure returns (string memory) {
        (uint256 year, uint256 month, uint256 day, uint256 hour, uint256 minute, uint256 second) =
            DateTimeLib.timestampToDateTime(time);
        string memory calendar = string.concat(year.toString(), "-", two(month), "-", two(day));
        return string.concat(calendar, " ", two(hour), ":", two(minute), ":", two(second), " UTC");
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function head(Facts memory f) private view returns (bytes memory) {
        return abi.encodePacked(
            "This is about a loss under a cover of the protocol Bulwark: incident ",
            f.incident.toString(),
            " of contract ",
            f.incidents.toHexStringChecksummed(),
            " on chain ",
            block.chainid.toString(),
            ". The assertion is true if and only if all of this holds:\n"
        );
    }

    function points(Facts memory f) private pure returns (bytes memory) {
        return abi.encodePacked(
            "1. A loss that the wording of listing ",
            f.listing.toString(),
            " covers happened at ",
            date(f.lossTime),
            " (unix time ",
            f.lossTime.toString(),
            "), the time of loss as the wording defines it.\n2. It was at least ",
            percent(f.ratio),
            " % of the amount insured, as the wording measures it, before any deductible.\n",
            f.root == 0
                ? ""
                : string.concat(
                    "3. Each account in the tree of losses of root ",
                    uint256(f.root).toHexString(32),
                    ", published with the evidence, lost at least what its leaf says; all leaves together are ",
                    decimal(f.lossSum, WAD),
                    " of the unit of account that the listing names.\n"
                )
        );
    }

    function sources(Facts memory f) private pure returns (bytes memory) {
        string memory number = f.listing.toString();
        return abi.encodePacked(
            "The wording is in the event ListingCreated of contract ",
            f.listings.toHexStringChecksummed(),
            " for listing ",
            number,
            " (terms hash ",
            uint256(f.termsHash).toHexString(32),
            "), and it alone says what is covered. The evidence is in the event IncidentOpened of incident ",
            f.incident.toString(),
            RiskId.isKeyed(f.risk)
                ? string.concat(", and so is the key of what is insured (risk ", uint256(f.risk).toHexString(32), ")")
                : "",
            ". If the wording does not cover the loss, if it happened at another time or was smaller,"
            " or if what is public by the time of a vote does not show it, the assertion is false."
        );
    }

    function two(uint256 number) private pure returns (string memory) {
        return number < 10 ? string.concat("0", number.toString()) : number.toString();
    }
}
