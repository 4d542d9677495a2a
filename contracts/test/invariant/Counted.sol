// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Test} from "../Test.sol";

/// @title Calls of a campaign: tried, counted, and refused with the protocol's own errors only
abstract contract Counted is Test {
    error Simulated(bytes result);

    uint256 internal constant GAS = 30_000_000;

    uint256 public successes;
    uint256 public refusals;
    mapping(bytes32 name => uint256) internal successesOf;
    bytes32[] internal names;
    bytes32 public digest;

    // -- Counting ------------------------------------------------------------------------------------------------

    function succeeded(bytes32 name) internal {
        ++successes;
        saw(name);
        digest = keccak256(abi.encode(digest, msg.data));
    }

    function saw(bytes32 name) internal {
        if (successesOf[name]++ == 0) names.push(name);
    }

    /// @notice How often something happened.
    function timesOf(bytes32 name) external view returns (uint256) {
        return successesOf[name];
    }

    /// @notice What happened, one `name=count` after the other.
    function account() external view returns (string memory text) {
        text = string.concat(vm.toString(digest), " successes=", vm.toString(successes));
        text = string.concat(text, " refusals=", vm.toString(refusals));
        for (uint256 i; i < names.length; ++i) {
            text = string.concat(text, " ", textOf(names[i]), "=", vm.toString(successesOf[names[i]]));
        }
    }

    function textOf(bytes32 name) private pure returns (string memory) {
        bytes memory text = abi.encodePacked(name);
        uint256 length;
        while (length < 32 && name[length] != 0) ++length;
        assembly ("memory-safe") {
            mstore(text, length) // only ever shorter than it was allocated
        }
        return string(text);
    }

    /// @dev A call that may be refused, but only with an error of the protocol's own.
    function attempt(address who, address target, bytes memory data, uint256 value, bytes32 name)
        internal
        returns (bool ok, bytes memory answer)
    {
        listen();
        vm.prank(who);
        (ok, answer) = target.call{gas: GAS, value: value}(data);
        heard(ok);
        if (ok) {
            succeeded(name);
            return (ok, answer);
        }
        requireTyped(name, answer);
    }

    function attempt(address who, address target, bytes memory data, bytes32 name) internal returns (bool ok) {
        (ok,) = attempt(who, target, data, 0, name);
    }

    function requireTyped(bytes32 name, bytes memory reason) internal {
        ++refusals;
        bytes4 why = bytes4(reason);
        saw(bytes32(bytes.concat("no ", name)));
        if (reason.length >= 4 && why != 0x4e487b71 && why != 0x08c379a0) return;
        revert(string.concat(string(abi.encodePacked(name)), " is refused without a reason: ", vm.toString(reason)));
    }

    /// @dev A call by `who` that must be refused with this error.
    function mustFail(address who, address target, bytes memory data, bytes4 why) internal {
        vm.prank(who);
        (bool ok, bytes memory reason) = target.call{gas: GAS}(data);
        if (ok) revert(string.concat("went past a limit, instead of ", vm.toString(abi.encodePacked(why))));
        assertEq(bytes4(reason), why, "refused with another error");
        ++refusals;
    }

    /// @dev What `simulate…` functions report before they undo everything.
    function resultOf(bytes memory reason) internal pure returns (bytes memory result) {
        if (bytes4(reason) != Simulated.selector) revert(string.concat("a simulation failed: ", vm.toString(reason)));
        assembly ("memory-safe") {
            mstore(add(reason, 4), sub(mload(reason), 4))
            reason := add(reason, 4)
        }
        result = abi.decode(reason, (bytes));
    }

    /// @dev What a campaign does before a call that may be refused, and after it.
    function listen() internal virtual {}

    function heard(bool) internal virtual {}

    // -- Signers -------------------------------------------------------------------------------------------------

    /// @dev Keys of signers, in the order of their addresses.
    function sortedKeys(uint256 count) internal pure returns (uint256[] memory sorted) {
        sorted = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            uint256 key = uint256(keccak256(abi.encode("signer", i)));
            uint256 j = i;
            for (; j > 0 && vm.addr(sorted[j - 1]) > vm.addr(key); --j) {
                sorted[j] = sorted[j - 1];
            }
            sorted[j] = key;
        }
    }
}
