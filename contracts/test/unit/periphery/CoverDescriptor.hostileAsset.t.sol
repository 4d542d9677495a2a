// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {LibString} from "solady/utils/LibString.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {OddNameToken} from "../../mocks/tokens/OddNameToken.sol";
import {DescriptorFixture} from "./DescriptorFixture.sol";

/// @notice Whatever an asset answers once its pool exists, its covers are drawn, and drawn well.
contract CoverDescriptorHostileAssetTest is DescriptorFixture {
    using LibString for string;

    OddNameToken private token;
    uint256 private id;

    function setUp() public override {
        super.setUp();
        token = new OddNameToken(18);
        Pool p = newPool(address(token));
        back(p, depeg, 0, 1);
        deposit(p, alice, 1e24);
        id = buy(p, depeg, 12.5e18, 30 days);
    }

    function test_tokenURI_keepsHarmlessSymbols() public {
        string[7] memory symbols = ["USDC.e", "UNI-V2", "80/20", "a_b", "$$$", unicode"USD₮0", unicode"€"];
        for (uint256 i; i < symbols.length; ++i) {
            assertNamed(symbols[i], symbols[i]);
        }
    }

    function test_tokenURI_cutsLongSymbols() public {
        assertNamed("ABCDEFGHIJKL", "ABCDEFGHIJKL");
        assertNamed("ABCDEFGHIJKLM", unicode"ABCDEFGHIJKL…");
        assertNamed(unicode"₮₮₮₮₮₮₮₮₮₮₮₮₮", unicode"₮₮₮₮₮₮₮₮₮₮₮₮…");
        bytes memory huge = new bytes(20_000);
        for (uint256 i; i < huge.length; ++i) {
            huge[i] = "A";
        }
        assertNamed(string(huge), unicode"AAAAAAAAAAAA…");
    }

    function test_tokenURI_defusesMarkup() public {
        assertNamed("<b>&\"'\\", "?b?????");
        assertNamed("]]></text>", "????/text?");
        assertNamed("[x](//a.b)", "?x??//a.b?");
        assertNamed("`a` b*!", "?a??b??");
        assertNamed("\",\"a\":\"", "???a???");
        assertNamed("a\x00b\r\n\t", "a?b???");
    }

    function test_tokenURI_defusesWhatIsNotUtf8OrNotSeen() public {
        assertRawNamed(abi.encodePacked(hex"fffe41c0af"), "??A??");
        assertRawNamed(abi.encodePacked(hex"41e282"), "A??"); // half a currency sign
        assertRawNamed(abi.encodePacked(hex"41e28241"), "A??A");
        assertRawNamed(abi.encodePacked(hex"e28390"), "???"); // one past the last currency sign
        assertRawNamed(abi.encodePacked(hex"e2829f"), "???");
        assertNamed(unicode"\u202eCDSU", "???CDSU"); // right to left
        assertNamed(unicode"US\u200bD", "US???D"); // of no width
    }

    function test_tokenURI_readsSymbolsOf32Bytes() public {
        token.setSymbol(OddNameToken.Manner.Returns, abi.encode(bytes32("MKR")));
        assertEq(attribute(id, "Asset"), "MKR");
    }

    function test_tokenURI_namesByAddressWhatHasNoSymbol() public {
        string memory at_ = LibString.toHexStringChecksummed(address(token));
        string memory ends = string.concat(at_.slice(0, 10), unicode"…", at_.slice(34));
        assertNamed("", ends);
        for (uint256 manner = 2; manner < 5; ++manner) {
            token.setSymbol(OddNameToken.Manner(manner), manner == 2 ? bytes("no symbol here") : bytes(""));
            assertEq(attribute(id, "Asset"), ends);
        }
        token.setSymbol(OddNameToken.Manner.Returns, "");
        assertEq(attribute(id, "Asset"), ends);
        vm.etch(address(token), "");
        assertEq(attribute(id, "Asset"), string.concat("grains of ", ends));
    }

    function test_tokenURI_showsGrainsWithoutDecimals() public {
        for (uint256 manner = 2; manner < 4; ++manner) {
            token.setDecimals(OddNameToken.Manner(manner), "");
            assertEq(attribute(id, "Remains"), "12,500,000");
            assertEq(attribute(id, "Asset"), "grains of ODD");
        }
        token.setDecimals(OddNameToken.Manner.Returns, abi.encode(19));
        assertEq(attribute(id, "Asset"), "grains of ODD");
        token.setDecimals(OddNameToken.Manner.Returns, abi.encode(type(uint256).max));
        assertEq(attribute(id, "Asset"), "grains of ODD");
        token.setDecimals(OddNameToken.Manner.Returns, hex"12");
        assertEq(attribute(id, "Asset"), "grains of ODD");
        token.setSymbol(OddNameToken.Manner.Returns, abi.encode(unicode"₮₮₮₮₮₮₮₮₮₮₮₮₮"));
        assertEq(attribute(id, "Asset"), unicode"grains of ₮₮₮₮₮₮₮₮₮₮₮₮…");
        assertDrawn(id);
        token.setSymbol(OddNameToken.Manner.Plain, "");
        token.setDecimals(OddNameToken.Manner.Floods, ""); // with zeros: none
        assertEq(attribute(id, "Asset"), "ODD");
        assertDrawn(id);
    }

    /// @dev Gas that an asset burns is bounded, and memory that it fills.
    function test_tokenURI_isBoundedInGas() public {
        token.setSymbol(OddNameToken.Manner.Plain, "");
        uint256 plain = gasOf();
        for (uint256 manner = 2; manner < 5; ++manner) {
            token.setSymbol(OddNameToken.Manner(manner), "");
            token.setDecimals(OddNameToken.Manner(manner), "");
            assertLt(gasOf(), plain + 250_000);
        }
    }

    /// forge-config: default.fuzz.runs = 48
    function testFuzz_tokenURI_survivesAnyAnswer(bytes memory symbol, bytes memory decimals, bool reverts) public {
        OddNameToken.Manner manner = reverts ? OddNameToken.Manner.Reverts : OddNameToken.Manner.Returns;
        token.setSymbol(manner, symbol);
        token.setDecimals(manner, decimals);
        assertDrawn(id);
    }

    /// forge-config: default.fuzz.runs = 48
    function testFuzz_tokenURI_survivesAnySymbol(string memory symbol, uint256 decimals) public {
        token.setSymbol(OddNameToken.Manner.Returns, abi.encode(symbol));
        token.setDecimals(OddNameToken.Manner.Returns, abi.encode(decimals));
        assertDrawn(id);
    }

    // -- Small things --------------------------------------------------------------------------------------------

    function assertNamed(string memory symbol, string memory expected) private {
        token.setSymbol(OddNameToken.Manner.Returns, abi.encode(symbol));
        assertEq(attribute(id, "Asset"), expected);
        assertShown(id, string.concat(">", expected, "</tspan>"));
        assertDrawn(id);
    }

    function assertRawNamed(bytes memory symbol, string memory expected) private {
        assertNamed(string(symbol), expected);
    }

    function gasOf() private view returns (uint256) {
        uint256 before = gasleft();
        descriptor.tokenURI(id);
        return before - gasleft();
    }
}
