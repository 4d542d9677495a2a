// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {LibString} from "solady/utils/LibString.sol";
import {ICoverDescriptor} from "../interfaces/ICoverDescriptor.sol";
import {Readable} from "./Readable.sol";

/// @title The picture of a cover: SVG without scripts, fonts or anything else from outside
/// @notice Light or dark as its viewer prefers. Colour never says it alone: each state has its word and its icon. The
/// frame of a test chain is violet and says so.
library CoverPicture {
    using LibString for uint256;

    /// @notice What is drawn; texts hold nothing that has a meaning in XML.
    /// @param number Number of the pool.
    /// @param nth Number of the cover in its pool.
    /// @param listing Listing number.
    /// @param pool The pool.
    /// @param key Key of the risk; zero if none.
    /// @param termsHash Hash of the terms that the cover was sold under.
    /// @param remains What remains insured.
    /// @param insured What was insured.
    /// @param short What was claimed and not paid, with its unit; empty if nothing.
    /// @param asset Name of the asset.
    /// @param start Unix seconds of the purchase.
    /// @param inForce Unix seconds at which the waiting period ends.
    /// @param end Unix seconds at which the cover ends.
    /// @param graceEnd Unix seconds at which its grace ends.
    /// @param used Was anything claimed?
    /// @param state Where the cover stands.
    struct Policy {
        uint256 number;
        uint256 nth;
        uint256 listing;
        address pool;
        bytes32 key;
        bytes32 termsHash;
        string remains;
        string insured;
        string short;
        string asset;
        uint256 start;
        uint256 inForce;
        uint256 end;
        uint256 graceEnd;
        bool used;
        ICoverDescriptor.State state;
    }

    /// @dev Width of the bar of the term.
    uint256 private constant WIDTH = 352;

    /// @dev Surface, line, three inks (a, b, n), kept, watch and its fill (y), breach, rampart, the violet of tests.
    string private constant STYLE = "<style>text{font-size:15px;font-family:ui-sans-serif,system-ui,PingFang SC,Microsoft YaHei,"
        "Noto Sans CJK SC,sans-serif;font-variant-numeric:tabular-nums}text,tspan,rect{fill:currentColor}.h{font-weight:600}"
        ".m{font-size:14px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}.c{font-size:13px}"
        ".i{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}.f{stroke-width:1}"
        ".s{color:#fff}.l{color:#dfdeda}.a{color:#141b24}.b{color:#4d5660}.n{color:#656d74}.k{color:#267b4c}"
        ".w{color:#945f0e}.y{color:#cd9130}.x{color:#c13d34}.r{color:#02717a}.v{color:#8656b7}"
        "@media(prefers-color-scheme:dark){"
        ".s{color:#14191c}.l{color:#2d3438}.a{color:#efeeeb}.b{color:#b2b8bd}.n{color:#81878c}.k{color:#74c692}"
        ".w,.y{color:#edbb64}.x{color:#ef7f72}.r{color:#6ac1cb}.v{color:#c09aeb}}</style>";

    /// @dev A bastion fort of five points, open at one gate.
    string private constant MARK = '<path class="i r" transform="translate(23 19) scale(1.2)" d="M10.9 18.69H10.37L9.49 20.82 5.42 21.66 4.96 17.53 '
        "6.72 16.03 5.71 12.93 3.4 12.75 1.35 9.14 5.13 7.42 7.1 8.64 9.74 6.72 9.2 4.47 12 1.4 14.8 4.47 14.26 6.72 16.9 "
        "8.64 18.87 7.42 22.65 9.14 20.6 12.75 18.29 12.93 17.28 16.03 19.04 17.53 18.58 21.66 14.51 20.82 13.63 18.69"
        'H13.1"/><text class="a h" style="font-size:17px" x="60" y="40">Bulwark</text>';

    // -- Words ---------------------------------------------------------------------------------------------------

    /// @notice The word of a state.
    function word(ICoverDescriptor.State state) internal pure returns (string memory) {
        if (state == ICoverDescriptor.State.Waiting) return "Waiting";
        if (state == ICoverDescriptor.State.InForce) return "In force";
        if (state == ICoverDescriptor.State.InGrace) return "Ended, in grace";
        if (state == ICoverDescriptor.State.RunOff) return "Run off";
        if (state == ICoverDescriptor.State.IncidentOpen) return "Incident open";
        if (state == ICoverDescriptor.State.PayoutDue) return "Payout due";
        if (state == ICoverDescriptor.State.PaidInPart) return "Paid in part";
        return state == ICoverDescriptor.State.PaidInFull ? "Paid in full" : "Claimed in full";
    }

    /// @notice What the state means for the holder, in a line.
    function reason(Policy memory p) internal view returns (string memory) {
        if (bytes(p.short).length != 0) return string.concat("Paid short by ", p.short);
        if (p.state == ICoverDescriptor.State.IncidentOpen) return "A loss on its risk is being decided";
        if (p.state == ICoverDescriptor.State.PayoutDue) return "A loss was granted; anyone may settle it";
        if (p.state >= ICoverDescriptor.State.PaidInFull) return "Nothing remains insured";
        if (block.timestamp < p.inForce) return "No loss before it is in force is paid";
        if (block.timestamp < p.graceEnd) return string.concat("Grace ends ", Readable.minute(p.graceEnd));
        return string.concat("Grace ended ", Readable.minute(p.graceEnd));
    }

    // -- Picture -------------------------------------------------------------------------------------------------

    /// @notice The picture, as of now.
    function draw(Policy memory p) internal view returns (string memory) {
        return string.concat(opening(p), header(p), sum(p), string.concat(bar(p), left(p)), rows(p), footer());
    }

    function opening(Policy memory p) private view returns (string memory) {
        string memory what = string.concat("Cover ", p.nth.toString(), " of pool ", p.number.toString());
        string memory label = string.concat(what, ": ", word(p.state), ", ", p.remains, " ", p.asset, " insured");
        return string.concat(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img"><title>',
            label,
            "</title>",
            STYLE,
            '<rect class="s" width="400" height="400" rx="12"/><rect class="i ',
            isTest() ? 'v" style="stroke-width:4"' : 'l"',
            ' x="2" y="2" width="396" height="396" rx="11"/>'
        );
    }

    function header(Policy memory p) private pure returns (string memory) {
        (string memory hue, string memory drawing) = look(p.state, bytes(p.short).length != 0);
        return string.concat(
            MARK,
            string.concat('<text class="', hue, ' h" text-anchor="end" x="350" y="40">', word(p.state)),
            string.concat('</text><path class="i ', hue, '" transform="translate(357 25) scale(.8)" d="', drawing),
            '"/><path class="i f l" d="M24 62h352"/>'
        );
    }

    /// @dev Colour and icon of a state; 24 by 24, a line of even weight.
    function look(ICoverDescriptor.State state, bool short)
        private
        pure
        returns (string memory hue, string memory drawing)
    {
        if (state == ICoverDescriptor.State.Waiting) return ("w", "M12 2a10 10 0 1 0 .01 0zM12 6v6l4 2");
        if (state == ICoverDescriptor.State.InForce) {
            return ("k", "M12 2l8 3v7c0 5-3.5 8-8 10-4.5-2-8-5-8-10V5zM8.5 12l2.5 2.5 4.5-4.5");
        }
        if (state == ICoverDescriptor.State.InGrace) {
            return ("w", "M5 2h14M5 22h14M7 2v4l5 6 5-6V2M7 22v-4l5-6 5 6v4");
        }
        if (state == ICoverDescriptor.State.RunOff) return ("n", "M2 4h20v5H2zM4 9v11h16V9M10 13h4");
        if (state == ICoverDescriptor.State.IncidentOpen) return ("x", "M12 3L1.5 21h21zM12 10v4M12 17.5v.01");
        if (state == ICoverDescriptor.State.PayoutDue) return ("k", "M12 2a10 10 0 1 0 .01 0zM12 7v9M8 12.5l4 4 4-4");
        if (state == ICoverDescriptor.State.PaidInPart) return (short ? "w" : "k", "M12 2a10 10 0 1 0 .01 0zV12h10");
        return (state == ICoverDescriptor.State.PaidInFull ? "k" : "n", "M12 2a10 10 0 1 0 .01 0zM7.5 12l3 3 6-6");
    }

    /// @dev What is covered, the number first, then what it means.
    function sum(Policy memory p) private view returns (string memory) {
        string memory key =
            p.key == 0 ? "" : string.concat(unicode" · key <tspan class=\"m\">", Readable.ends(p.key), "</tspan>");
        string memory of_ = p.used ? string.concat("left of ", p.insured, " insured") : "insured";
        (string memory numberSize, string memory assetSize) = sizes(p);
        return string.concat(
            string.concat('<text class="b" x="24" y="88">Listing ', p.listing.toString(), key, '</text><text x="24"'),
            string.concat(' y="130"><tspan class="a h" style="font-size:', numberSize, 'px">', p.remains),
            string.concat('</tspan><tspan class="b" dx="8" style="font-size:', assetSize, 'px">', p.asset),
            string.concat(
                '</tspan></text><text class="b" x="24" y="153">', of_, '</text><text class="a" x="24" y="178">'
            ),
            string.concat(reason(p), "</text>")
        );
    }

    /// @dev The largest sizes at which number and asset fit beside each other.
    function sizes(Policy memory p) private pure returns (string memory number, string memory asset) {
        uint256 length = bytes(p.asset).length;
        uint256 taken = 8 + length * (length > 16 ? 8 : 11);
        uint256 room = taken < WIDTH ? WIDTH - taken : 0;
        uint256 fits = room * 10 / (bytes(p.remains).length * 7);
        uint256 size = fits >= 40 ? 40 : fits >= 28 ? 28 : fits >= 21 ? 21 : fits >= 17 ? 17 : 13;
        return (size.toString(), length > 16 ? "13" : "17");
    }

    /// @dev The bar: what has passed of the term, the waiting period in its own colour, and now marked.
    function bar(Policy memory p) private view returns (string memory) {
        uint256 whole = p.end - p.start;
        uint256 waiting = WIDTH * (p.inForce < p.end ? p.inForce - p.start : whole) / whole;
        uint256 passed = WIDTH * (block.timestamp < p.end ? block.timestamp - p.start : whole) / whole;
        string memory parts = string.concat(
            rect("l", 24, WIDTH),
            rect("y", 24, passed < waiting ? passed : waiting),
            rect("r", 24 + waiting, passed > waiting ? passed - waiting : 0)
        );
        return string.concat(
            '<clipPath id="t"><rect x="24" y="192" width="352" height="8" rx="4"/></clipPath><g clip-path="url(#t)">',
            parts,
            '</g><rect class="a" x="',
            (23 + passed).toString(),
            '" y="188" width="2" height="16"/>'
        );
    }

    /// @dev How much of the term is left: in days, or in hours if it is shorter than two days.
    function left(Policy memory p) private view returns (string memory) {
        uint256 whole = p.end - p.start;
        (uint256 unit, string memory name) = whole < 2 days ? (1 hours, " hour") : (1 days, " day");
        uint256 remaining = block.timestamp < p.end ? (p.end - block.timestamp + unit - 1) / unit : 0;
        whole = (whole + unit - 1) / unit;
        string memory text =
            remaining == 0 ? "ended" : string.concat(remaining.toString(), name, remaining == 1 ? "" : "s", " left");
        return string.concat(
            string.concat('<text class="b" x="24" y="222">', (whole - remaining).toString(), " of "),
            string.concat(whole.toString(), name, whole == 1 ? "" : "s"),
            string.concat('</text><text class="b" text-anchor="end" x="376" y="222">', text, "</text>")
        );
    }

    function rect(string memory class, uint256 x, uint256 width) private pure returns (string memory) {
        string memory begin = string.concat('<rect class="', class, '" x="', x.toString(), '" y="192" width="');
        return string.concat(begin, width.toString(), '" height="8"/>');
    }

    function rows(Policy memory p) private pure returns (string memory) {
        string memory pool = string.concat(p.number.toString(), unicode" · ", Readable.ends(p.pool));
        return string.concat(
            row(254, "Bought", "", Readable.minute(p.start)),
            row(279, "In force from", "", Readable.minute(p.inForce)),
            row(304, "Ends", "", Readable.minute(p.end)),
            row(329, "Terms", "m ", Readable.ends(p.termsHash)),
            row(354, "Pool", "m ", pool)
        );
    }

    function row(uint256 y, string memory label, string memory class, string memory value)
        private
        pure
        returns (string memory)
    {
        string memory at_ = y.toString();
        return string.concat(
            string.concat('<path class="i f l" d="M24 ', (y - 17).toString(), 'h352"/>'),
            string.concat('<text class="b" x="24" y="', at_, '">', label, '</text><text class="'),
            string.concat(class, 'a" text-anchor="end" x="376" y="', at_, '">', value, "</text>")
        );
    }

    function footer() private view returns (string memory) {
        string memory chain = string.concat(isTest() ? 'c v">test chain ' : 'c n">chain ', block.chainid.toString());
        return string.concat(
            string.concat('<text class="c n" x="24" y="383">As of ', Readable.minute(block.timestamp), " UTC</text>"),
            string.concat('<text text-anchor="end" x="376" y="383" class="', chain, "</text></svg>")
        );
    }

    /// @dev Local chains, Sepolia, Hoodi, and the test chains of Base, OP and Arbitrum.
    function isTest() private view returns (bool) {
        uint256 id = block.chainid;
        return
            id == 31337 || id == 1337 || id == 11155111 || id == 560048 || id == 84532 || id == 11155420 || id == 421614;
    }
}
