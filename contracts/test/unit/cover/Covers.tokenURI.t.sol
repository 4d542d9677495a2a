// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";

import {CoverBase} from "./CoverBase.sol";
import {StubDescriptor} from "../../mocks/StubDescriptor.sol";

/// @notice What the descriptor says is passed on; whatever else it does, the plain metadata is there.
contract CoversTokenURITest is CoverBase {
    string private constant PLAIN =
        'data:application/json;utf8,{"name":"Bulwark Cover 1099511627777","description":"Listing 1, 1000000000 grains insured"}';
    string private constant DRAWN = "data:application/json;base64,e30=";

    StubDescriptor private descriptor;
    uint256 private id = _id(1, 1);

    function setUp() public override {
        super.setUp();
        _registerPools();
        _create(_terms());
        _mint(ALICE, id, _cover());
        descriptor = new StubDescriptor();
        vm.prank(REGISTRY);
        listings.setDescriptor(address(descriptor));
    }

    function test_tokenURI_passesTheDescriptorsOn() public {
        descriptor.set(StubDescriptor.Manner.Returns, abi.encode(DRAWN));
        vm.expectCall(address(descriptor), abi.encodeCall(ERC721.tokenURI, (id)));
        assertEq(covers.tokenURI(id), DRAWN);
    }

    function test_tokenURI_isPlainWithoutDescriptor() public {
        vm.prank(REGISTRY);
        listings.setDescriptor(address(0));
        assertEq(covers.tokenURI(id), PLAIN);
        vm.prank(REGISTRY);
        listings.setDescriptor(STRANGER);
        assertEq(covers.tokenURI(id), PLAIN, "no contract there");
    }

    function test_tokenURI_isPlainIfTheDescriptorReverts() public {
        descriptor.set(StubDescriptor.Manner.Reverts, "");
        assertEq(covers.tokenURI(id), PLAIN);
        descriptor.set(StubDescriptor.Manner.Reverts, abi.encode(DRAWN));
        assertEq(covers.tokenURI(id), PLAIN);
    }

    function test_tokenURI_isPlainIfTheDescriptorBurnsGas() public {
        descriptor.set(StubDescriptor.Manner.BurnsGas, "");
        uint256 before = gasleft();
        assertEq(covers.tokenURI(id), PLAIN);
        assertLt(before - gasleft(), 10_100_000);
        // Also to a caller with less gas than a descriptor may use: a 64th of it is enough for the rest.
        assertEq(covers.tokenURI{gas: 2_000_000}(id), PLAIN);
    }

    function test_tokenURI_isPlainIfTheAnswerIsNoString() public {
        _assertRubbish("");
        _assertRubbish(hex"00");
        _assertRubbish(abi.encode(32));
        _assertRubbish(abi.encode(32, 29));
        _assertRubbish(abi.encode(32, type(uint256).max));
        _assertRubbish(abi.encode(type(uint256).max, 0));
        _assertRubbish(abi.encode(64, 0, DRAWN));
        _assertRubbish(abi.encode(32, 65, bytes32(bytes(DRAWN)), uint256(0)));
        bytes memory cut = abi.encode(DRAWN);
        assembly ("memory-safe") {
            mstore(cut, sub(mload(cut), 32)) // the string's last word is missing
        }
        _assertRubbish(cut);
    }

    function test_tokenURI_isPlainIfTheAnswerIsNoMetadata() public {
        _assertRubbish(abi.encode(""));
        _assertRubbish(abi.encode("https://example.org/1"));
        _assertRubbish(abi.encode("data:application/json;base64"));
        _assertRubbish(abi.encode("data:text/html;base64,e30="));
    }

    function test_tokenURI_isPlainIfTheAnswerIsTooLong() public {
        bytes memory long = bytes.concat(bytes(DRAWN), new bytes(49_152 - 64 - bytes(DRAWN).length));
        descriptor.set(StubDescriptor.Manner.Returns, abi.encode(string(long)));
        assertEq(covers.tokenURI(id), string(long));
        _assertRubbish(abi.encode(string(bytes.concat(long, new bytes(1)))));
    }

    function testFuzz_tokenURI_survivesAnyAnswer(bytes memory answer, bool reverts) public {
        _assertRubbish(answer);
        descriptor.set(reverts ? StubDescriptor.Manner.Reverts : StubDescriptor.Manner.Returns, answer);
        assertEq(covers.tokenURI(id), PLAIN);
    }

    /// @dev A string of any content, anywhere: what comes back is that string or the plain metadata.
    function testFuzz_tokenURI_survivesAnyString(string memory tail, uint256 offset, uint256 length) public {
        string memory uri = string.concat("data:application/json;base64,", tail);
        descriptor.set(StubDescriptor.Manner.Returns, abi.encode(uri));
        assertEq(covers.tokenURI(id), uri);
        _assertRubbish(bytes.concat(abi.encode(bound(offset, 33, type(uint256).max), length), bytes(uri)));
    }

    function test_tokenURI_revertsWith_TokenDoesNotExist() public {
        descriptor.set(StubDescriptor.Manner.Returns, abi.encode(DRAWN));
        vm.expectRevert(ERC721.TokenDoesNotExist.selector);
        covers.tokenURI(id + 1);
    }

    function _assertRubbish(bytes memory answer) private {
        descriptor.set(StubDescriptor.Manner.Returns, answer);
        assertEq(covers.tokenURI(id), PLAIN);
    }
}
