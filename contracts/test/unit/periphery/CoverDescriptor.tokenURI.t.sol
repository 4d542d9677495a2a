// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";
import {LibString} from "solady/utils/LibString.sol";
import {ICovers} from "../../../src/cover/interfaces/ICovers.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {DescriptorFixture} from "./DescriptorFixture.sol";

/// @notice What the picture of a cover says in each of its states, and how it says it.
contract CoverDescriptorTokenURITest is DescriptorFixture {
    using LibString for string;

    function setUp() public override {
        super.setUp();
        deposit(pool, alice, 10 * MILLION);
    }

    // -- Contents ------------------------------------------------------------------------------------------------

    function test_tokenURI_saysAllOfTheCover() public {
        uint256 id = sellDepeg(1_234_567.5e6, 90 days);
        string memory json = jsonOf(id);
        assertEq(vm.parseJsonString(json, ".name"), "Bulwark cover 1 of pool 1");
        assertEq(
            vm.parseJsonString(json, ".description"),
            "Cover of 1,234,567.50 TUSD under listing 1, in force from 14 Nov 2023, 22:13 to 12 Feb 2024, 22:13 UTC. "
            "In force. Grace ends 19 Feb 2024, 22:13. What it pays follows from its terms alone. "
            "As of 14 Nov 2023, 23:13 UTC."
        );
        assertEq(attribute(id, "State"), "In force");
        assertEq(attribute(id, "Listing"), "1");
        assertEq(attribute(id, "Key"), "");
        assertEq(attribute(id, "Remains"), "1,234,567.50");
        assertEq(attribute(id, "Insured"), "1,234,567.50");
        assertEq(attribute(id, "Asset"), "TUSD");
        assertEq(attribute(id, "Bought"), LibString.toString(START));
        assertEq(attribute(id, "In force from"), LibString.toString(START));
        assertEq(attribute(id, "Ends"), LibString.toString(START + 90 days));
        assertEq(attribute(id, "Pool"), LibString.toHexStringChecksummed(address(pool)));
        assertEq(attribute(id, "Terms"), LibString.toHexString(uint256(listings.termsHash(depeg)), 32));
    }

    function test_tokenURI_drawsAllOfTheCover() public {
        uint256 id = sellDepeg(1_234_567.5e6, 90 days);
        skip(30 days);
        assertShown(id, ">Listing 1</text>");
        assertShown(id, ">1,234,567.50</tspan>");
        assertShown(id, ">TUSD</tspan>");
        assertShown(id, ">insured</text>");
        assertShown(id, ">30 of 90 days</text>");
        assertShown(id, ">60 days left</text>");
        assertShown(id, ">14 Nov 2023, 22:13</text>");
        assertShown(id, ">12 Feb 2024, 22:13</text>");
        assertShown(id, ">As of 14 Dec 2023, 23:13 UTC</text>");
        assertShown(id, ">test chain 31337</text>");
        string memory hash = LibString.toHexString(uint256(listings.termsHash(depeg)), 32);
        assertShown(id, string.concat(">", hash.slice(0, 10), unicode"…", hash.slice(58), "</text>"));
        string memory hex_ = LibString.toHexStringChecksummed(address(pool));
        assertShown(id, string.concat(unicode">1 · ", hex_.slice(0, 10), unicode"…", hex_.slice(34), "</text>"));
    }

    function test_tokenURI_drawsTheKey() public {
        uint256 id = mintAs(pool, 1_000e6, keccak256("BA 117"));
        string memory hash = LibString.toHexString(uint256(keccak256("BA 117")), 32);
        assertEq(attribute(id, "Key"), hash);
        assertShown(id, string.concat(">", hash.slice(0, 10), unicode"…", hash.slice(58), "</tspan>"));
    }

    function test_tokenURI_framesTestChainsAlone() public {
        uint256 id = sellDepeg(MILLION, 90 days);
        assertShown(id, '<rect class="i v"');
        vm.chainId(1);
        assertShown(id, '<rect class="i l"');
        assertShown(id, ">chain 1</text>");
    }

    function test_tokenURI_countsShortTermsInHours() public {
        uint256 id = buy(pool, depeg, MILLION, 1 days);
        skip(6 hours);
        assertShown(id, ">6 of 24 hours</text>");
        assertShown(id, ">18 hours left</text>");
        skip(17 hours + 1);
        assertShown(id, ">1 hour left</text>");
    }

    /// @dev 0 % and 100 % of the bar, and what lies between; 352 wide, from 24.
    /// forge-config: default.fuzz.runs = 48
    function testFuzz_tokenURI_barShowsWhatHasPassed(uint256 passed) public {
        uint256 id = buy(pool, depeg, MILLION, 100 days);
        passed = bound(passed, 0, 200 days);
        skip(passed);
        uint256 expected = passed < 100 days ? 352 * passed / 100 days : 352;
        assertShown(id, string.concat('<rect class="r" x="24" y="192" width="', LibString.toString(expected)));
    }

    /// forge-config: default.fuzz.runs = 48
    function testFuzz_tokenURI_isDeterministic(uint256 amount, uint32 duration, uint32 later) public {
        amount = bound(amount, 1, MILLION);
        uint256 id = buy(pool, depeg, amount, uint32(bound(duration, 1 days, 365 days)));
        skip(later % 800 days);
        assertDrawn(id);
        assertEq(descriptor.tokenURI(id), descriptor.tokenURI(id));
    }

    function test_tokenURI_showsAmountsOfAnyDecimals() public {
        uint256 id = coverIn(new TestToken("Whole", "WHOLE", 0), 1_234_567);
        assertEq(attribute(id, "Remains"), "1,234,567");
        id = coverIn(new TestToken("Cents", "CENT", 2), 1_234_567);
        assertEq(attribute(id, "Remains"), "12,345.67");
        id = coverIn(new TestToken("Micro", "MICRO", 6), 1_000_001);
        assertEq(attribute(id, "Remains"), "1.000001");
        id = coverIn(new TestToken("Wei", "WEI", 18), 12.34e18);
        assertEq(attribute(id, "Remains"), "12.34");
    }

    function test_tokenURI_fitsTheLargestCover() public {
        uint256 id = mintAs(pool, type(uint64).max, 0);
        assertShown(id, 'style="font-size:17px">18,446,744,073,709.551615</tspan>');
    }

    // -- States --------------------------------------------------------------------------------------------------

    function test_tokenURI_waiting() public {
        IListings.Terms memory t = triggerTerms();
        (t.waiting, t.minPeriod) = (3 days, 7 days);
        uint256 listing = poolFor(t);
        uint256 id = buy(pool, listing, MILLION, 30 days);
        skip(1 days);
        assertState(id, "Waiting", "No loss before it is in force is paid");
        assertShown(id, ">17 Nov 2023, 22:13</text>");
        skip(2 days);
        assertState(id, "In force", "Grace ends 21 Dec 2023, 22:13");
    }

    function test_tokenURI_followsTime() public {
        uint256 id = buy(pool, depeg, MILLION, 30 days);
        assertState(id, "In force", "Grace ends 21 Dec 2023, 22:13");
        skip(30 days - 1);
        assertState(id, "In force", "Grace ends 21 Dec 2023, 22:13");
        assertShown(id, ">1 day left</text>");
        skip(1);
        assertState(id, "Ended, in grace", "Grace ends 21 Dec 2023, 22:13");
        assertShown(id, ">ended</text>");
        skip(7 days - 1);
        assertEq(attribute(id, "State"), "Ended, in grace");
        skip(1);
        assertState(id, "Run off", "Grace ended 21 Dec 2023, 22:13");
    }

    function test_tokenURI_incidentOpen() public {
        uint256 id = sellDepeg(MILLION, 30 days);
        uint256 other = buy(pool, hack, MILLION, 30 days);
        uint256 incident = openDepeg();
        assertState(id, "Incident open", "A loss on its risk is being decided");
        assertEq(attribute(other, "State"), "In force");
        deny(incident);
        assertEq(attribute(id, "State"), "In force");
    }

    /// @dev A loss after its end does not concern a cover.
    function test_tokenURI_incidentAfterTheEnd() public {
        uint256 id = sellDepeg(MILLION, 30 days);
        skip(40 days);
        openDepeg();
        assertEq(attribute(id, "State"), "Run off");
    }

    /// @dev To whom was covered when it happened; not to who bought since.
    function test_tokenURI_payoutDue() public {
        uint256 id = sellDepeg(MILLION, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 0.25e18);
        pool.step(10);
        uint256 later = buy(pool, depeg, MILLION, 30 days);
        assertState(id, "Payout due", "A loss was granted; anyone may settle it");
        assertEq(attribute(later, "State"), "In force");
        skip(200 days);
        assertEq(attribute(id, "State"), "Payout due");
    }

    function test_tokenURI_paidInPart() public {
        uint256 id = sellDepeg(MILLION, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 0.25e18);
        settle(incident, id);
        assertState(id, "Paid in part", "Grace ends 21 Dec 2023, 22:13");
        assertEq(attribute(id, "Remains"), "750,000");
        assertEq(attribute(id, "Insured"), "1,000,000");
        assertShown(id, ">left of 1,000,000 insured</text>");
        openDepeg();
        assertEq(attribute(id, "State"), "Incident open");
    }

    function test_tokenURI_paidInFull() public {
        uint256 id = sellDepeg(MILLION, 30 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        settle(incident, id);
        assertState(id, "Paid in full", "Nothing remains insured");
        assertEq(attribute(id, "Remains"), "0");
        skip(300 days);
        assertState(id, "Paid in full", "Nothing remains insured");
    }

    function test_tokenURI_paidShort() public {
        pool = newPool(address(usd));
        back(pool, depeg, 0, 1);
        back(pool, hack, 1, 2);
        freshen();
        (uint256 incident, uint256 id) = makeShort();
        uint256 paid = settle(incident, id);
        assertLt(paid, MILLION * 6 / 10);
        string memory short = vm.parseJsonString(jsonOf(id), ".description");
        assertTrue(short.contains("Paid in part. Paid short by "), short);
        (uint256 claim, uint256 sent,) = incidents.settlementOf(incident, id);
        assertTrue(short.contains(string.concat("Paid short by ", dollars(claim - sent), " TUSD")), short);
    }

    /// @dev Older incidents than it looks at: it says no more than it knows.
    function test_tokenURI_claimedInFullBehindManyIncidents() public {
        uint256 id = sellDepeg(MILLION, 300 days);
        uint256 other = buy(pool, hack, MILLION, 300 days);
        uint256 incident = openDepeg();
        grant(incident, 1e18);
        settle(incident, id);
        skip(1);
        for (uint256 i; i < 127; ++i) {
            openHack(0.5e18);
        }
        assertState(id, "Paid in full", "Nothing remains insured");
        uint256 last = openHack(0.5e18);
        assertState(id, "Claimed in full", "Nothing remains insured");
        assertEq(attribute(other, "State"), "Incident open");
        assertEq(last, 129);
        assertLt(gasOf(id), 5_000_000);
    }

    /// @dev One incident that is open, behind 128 others that are not on its risk.
    function test_tokenURI_incidentOpenBehindManyIncidents() public {
        uint256 id = sellDepeg(MILLION, 300 days);
        buy(pool, hack, MILLION, 300 days);
        openDepeg();
        for (uint256 i; i < 128; ++i) {
            openHack(0.5e18);
        }
        assertEq(attribute(id, "State"), "Incident open");
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    /// forge-config: default.fuzz.runs = 48
    function testFuzz_tokenURI_revertsWith_TokenDoesNotExist(uint256 id) public {
        vm.assume(id != sellDepeg(MILLION, 30 days));
        vm.expectRevert(ERC721.TokenDoesNotExist.selector);
        descriptor.tokenURI(id);
        vm.expectRevert(ERC721.TokenDoesNotExist.selector);
        covers.tokenURI(id);
    }

    // -- Small things --------------------------------------------------------------------------------------------

    function coverIn(TestToken token, uint256 amount) private returns (uint256) {
        Pool p = newPool(address(token));
        back(p, depeg, 0, 1);
        deposit(p, alice, amount * 10);
        return buy(p, depeg, amount, 30 days);
    }

    /// @dev A cover that no sale of these tests would make.
    function mintAs(Pool p, uint64 amount, bytes32 key) private returns (uint256 id) {
        id = idOf(p, 77);
        ICovers.Cover memory c;
        (c.amount, c.insured, c.listing, c.key) = (amount, amount, uint32(depeg), key);
        (c.start, c.end) = (uint32(block.timestamp), uint32(block.timestamp + 30 days));
        vm.prank(address(p));
        covers.mint(holder, id, c);
    }

    function gasOf(uint256 id) private view returns (uint256) {
        uint256 before = gasleft();
        descriptor.tokenURI(id);
        return before - gasleft();
    }

    /// @dev Units of six decimals, in groups of three, by another way than the contract's.
    function dollars(uint256 units) private pure returns (string memory text) {
        string memory part = LibString.toString(1e6 + units % 1e6).slice(1);
        uint256 cut = 6;
        while (cut > 2 && bytes(part)[cut - 1] == "0") --cut;
        string memory whole = LibString.toString(units / 1e6);
        uint256 length = bytes(whole).length;
        for (uint256 i; i < length; ++i) {
            text = string.concat(text, i != 0 && (length - i) % 3 == 0 ? "," : "", whole.slice(i, i + 1));
        }
        if (units % 1e6 != 0) text = string.concat(text, ".", part.slice(0, cut));
    }
}
