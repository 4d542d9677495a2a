// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {LibString} from "solady/utils/LibString.sol";
import {ClaimText} from "../../../src/adjudicators/libraries/ClaimText.sol";
import {IOptimistic} from "../../../src/adjudicators/interfaces/IOptimistic.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {OptimisticBase} from "./OptimisticBase.sol";

contract OptimisticClaimTextTest is OptimisticBase {
    using LibString for *;

    function test_claimText_saysWhatTheIncidentSays() public {
        vm.warp(1_700_086_400 + 3600);
        uint256 incident = opened();
        string memory expected = string.concat(
            "This is about a loss under a cover of the protocol Bulwark: incident 1 of contract ",
            address(incidents).toHexStringChecksummed(),
            " on chain 31337. The assertion is true if and only if all of this holds:\n",
            "1. A loss that the wording of listing 1 covers happened at 2023-11-15 22:13:20 UTC (unix time 1700086400),",
            " the time of loss as the wording defines it.\n",
            "2. It was at least 62.5 % of the amount insured, as the wording measures it, before any deductible.\n"
        );
        expected = string.concat(
            expected,
            "The wording is in the event ListingCreated of contract ",
            address(listings).toHexStringChecksummed(),
            " for listing 1 (terms hash ",
            uint256(listings.termsHash(listing)).toHexString(32),
            "), and it alone says what is covered. The evidence is in the event IncidentOpened of incident 1. If the wording",
            " does not cover the loss, if it happened at another time or was smaller, or if what is public by the time of a",
            " vote does not show it, the assertion is false."
        );
        assertEq(string(optimistic.claimText(incident)), expected);
    }

    function test_claimText_revertsWith_UnknownIncident() public {
        vm.expectRevert(abi.encodeWithSelector(IIncidents.UnknownIncident.selector, 7));
        optimistic.claimText(7);
    }

    function test_claimText_revertsWith_NotConfigured() public {
        uint256 other = newListing(courtTerms());
        uint256 foreign = openedOn(other);
        vm.expectRevert(abi.encodeWithSelector(IOptimistic.NotConfigured.selector, other));
        optimistic.claimText(foreign);
    }

    function test_claimText_namesKeyAndRootWhereThereAreAny() public view {
        ClaimText.Facts memory f;
        (f.listing, f.incident, f.ratio, f.lossTime) = (3, 9, 1e18, START);
        string memory plain = string(ClaimText.write(f));
        assertFalse(plain.contains("tree of losses"));
        assertFalse(plain.contains("key of what is insured"));
        (f.risk, f.root) = (keccak256("risk"), keccak256("root"));
        f.lossSum = 1_234_500_000_000_000_000_000;
        string memory full = string(ClaimText.write(f));
        assertTrue(full.contains("all leaves together are 1234.5 of the unit"));
        assertTrue(full.contains(uint256(f.root).toHexString(32)));
        assertTrue(full.contains(uint256(f.risk).toHexString(32)));
        assertTrue(full.contains("at least 100 % of"));
    }

    /// @dev Two incidents never ask the same question, so that neither can stand for the other.
    function testFuzz_claimText_differsWhereTheFactsDo(ClaimText.Facts memory a, uint8 field, uint256 other)
        public
        view
    {
        a.lossTime = bound(a.lossTime, 0, type(uint32).max);
        a.risk = bytes32(uint256(a.risk) | 1 << 255);
        a.root = bytes32(uint256(a.root) | 1);
        ClaimText.Facts memory b = ClaimText.Facts(
            a.incidents, a.listings, a.incident, a.listing, a.risk, a.termsHash, a.lossTime, a.ratio, a.root, a.lossSum
        );
        field = uint8(bound(field, 0, 7));
        if (field == 0) b.incident = other;
        if (field == 1) b.listing = other;
        if (field == 2) b.ratio = other;
        if (field == 3) b.lossTime = bound(other, 0, type(uint32).max);
        if (field == 4) b.termsHash = bytes32(other);
        if (field == 5) b.incidents = address(uint160(other));
        if (field == 6) b.root = bytes32(other | 1);
        if (field == 7) b.lossSum = other;
        bool same = keccak256(abi.encode(a)) == keccak256(abi.encode(b));
        assertEq(keccak256(ClaimText.write(a)) == keccak256(ClaimText.write(b)), same);
    }

    function test_percent_keepsEveryDigit() public pure {
        assertEq(ClaimText.percent(1e18), "100");
        assertEq(ClaimText.percent(0.625e18), "62.5");
        assertEq(ClaimText.percent(0.01e18), "1");
        assertEq(ClaimText.percent(1), "0.0000000000000001");
        assertEq(ClaimText.percent(0.102003e18), "10.2003");
        assertEq(ClaimText.date(1_709_164_799), "2024-02-28 23:59:59 UTC");
    }
}
