// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ITransferHook} from "./HookToken.sol";

/// @notice Makes calls of its own from within a token's transfer, once, and remembers how each of them ended.
contract Reenterer is ITransferHook {
    struct Call {
        address target;
        bytes data;
    }

    Call[] public calls;
    bool[] public succeeded;
    bytes[] public reasons;
    bool public ran;

    /// @notice A call to make from within.
    function add(address target, bytes calldata data) external {
        calls.push(Call(target, data));
    }

    /// @notice A call to make now.
    function run(address target, bytes calldata data) external payable returns (bytes memory) {
        (bool ok, bytes memory answer) = target.call{value: msg.value}(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(answer, 32), mload(answer))
            }
        }
        return answer;
    }

    function onTransfer(address, address, uint256) external {
        if (ran) return;
        ran = true;
        for (uint256 i; i < calls.length; ++i) {
            (bool ok, bytes memory reason) = calls[i].target.call(calls[i].data);
            succeeded.push(ok);
            reasons.push(reason);
        }
    }

    function tried() external view returns (uint256) {
        return succeeded.length;
    }
}

/// @notice Burns all the gas that it is given.
contract GasBurner is ITransferHook {
    function onTransfer(address, address, uint256) external pure {
        while (true) {}
    }
}
