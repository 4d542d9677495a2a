// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base64} from "solady/utils/Base64.sol";
import {LibString} from "solady/utils/LibString.sol";
import {CoverDescriptor} from "../../../src/periphery/CoverDescriptor.sol";
import {PoolFixture} from "../PoolFixture.sol";

/// @notice A descriptor that `Listings` names, and short ways to what it says.
abstract contract DescriptorFixture is PoolFixture {
    using LibString for string;

    string internal constant JSON = "data:application/json;base64,";
    string internal constant SVG = "data:image/svg+xml;base64,";

    CoverDescriptor internal descriptor;

    function setUp() public virtual override {
        super.setUp();
        descriptor =
            CoverDescriptor(deployCode("CoverDescriptor.sol:CoverDescriptor", abi.encode(covers, listings, incidents)));
        vm.prank(admin);
        listings.setDescriptor(address(descriptor));
    }

    /// @dev The decoded metadata of a cover, as `Covers` passes it on.
    function jsonOf(uint256 id) internal view returns (string memory) {
        string memory uri = covers.tokenURI(id);
        assertEq(uri, descriptor.tokenURI(id), "Covers passes on what the descriptor says");
        assertTrue(uri.startsWith(JSON), "a data URI of JSON");
        return string(Base64.decode(uri.slice(bytes(JSON).length)));
    }

    /// @dev The decoded picture of a cover.
    function svgOf(uint256 id) internal view returns (string memory) {
        string memory uri = vm.parseJsonString(jsonOf(id), ".image");
        assertTrue(uri.startsWith(SVG), "a data URI of SVG");
        return string(Base64.decode(uri.slice(bytes(SVG).length)));
    }

    /// @dev The picture is well formed and needs nothing from outside.
    function assertDrawn(uint256 id) internal view {
        string memory svg = svgOf(id);
        assertBalanced(svg);
        assertSelfContained(svg);
    }

    /// @dev The value of an attribute; empty if there is none.
    function attribute(uint256 id, string memory trait) internal view returns (string memory) {
        string memory json = jsonOf(id);
        for (uint256 i;; ++i) {
            string memory path = string.concat(".attributes[", LibString.toString(i), "]");
            if (!vm.keyExistsJson(json, path)) return "";
            if (vm.parseJsonString(json, string.concat(path, ".trait_type")).eq(trait)) {
                return vm.parseJsonString(json, string.concat(path, ".value"));
            }
        }
        return "";
    }

    function assertState(uint256 id, string memory word, string memory reason) internal view {
        assertDrawn(id);
        assertEq(attribute(id, "State"), word);
        assertShown(id, string.concat(">", word, "</text>"));
        assertShown(id, string.concat(">", reason, "</text>"));
        string memory description = vm.parseJsonString(jsonOf(id), ".description");
        assertTrue(description.contains(string.concat(word, ". ", reason, ".")), description);
    }

    function assertShown(uint256 id, string memory text) internal view {
        string memory svg = svgOf(id);
        assertTrue(svg.contains(text), string.concat(text, " is not in ", svg));
    }

    /// @dev Every element that is opened is closed, the last opened first; attributes have both their quotes; nothing
    /// but an entity begins with an ampersand, and there is none.
    function assertBalanced(string memory svg) internal pure {
        bytes memory s = bytes(svg);
        bytes32[] memory open = new bytes32[](32);
        uint256 depth;
        for (uint256 i; i < s.length; ++i) {
            assertTrue(s[i] != "&", "an ampersand");
            if (s[i] != "<") {
                assertTrue(s[i] != ">", "a stray bracket");
                assertTrue(depth != 0, "text outside of the picture");
                continue;
            }
            bool closes = s[i + 1] == "/";
            uint256 from = closes ? i + 2 : i + 1;
            uint256 end = from;
            uint256 quotes;
            for (i = from; s[i] != ">"; ++i) {
                if (s[i] == '"') ++quotes;
                assertTrue(s[i] != "<", "a bracket inside a tag");
                if (end == from && (s[i] == " " || s[i] == "/")) end = i;
            }
            if (end == from) end = i;
            assertEq(quotes % 2, 0, "an open quote");
            bytes32 name = keccak256(bytes(svg.slice(from, end)));
            if (closes) assertEq(open[--depth], name, "closed in another order");
            else if (s[i - 1] != "/") open[depth++] = name;
        }
        assertEq(depth, 0, "an element left open");
    }

    function assertSelfContained(string memory svg) internal pure {
        string[7] memory words = ["<script", "href", "<image", "foreignObject", "@import", "@font-face", "javascript"];
        for (uint256 i; i < words.length; ++i) {
            assertFalse(svg.contains(words[i]), words[i]);
        }
        assertEq(svg.indicesOf("http").length, 1, "the name space alone");
        assertEq(svg.indicesOf("url(").length, 1, "the clip path of the bar alone");
    }
}
