// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A contract account (ERC-1271) that one key signs for.
contract SignatureWallet is IERC1271 {
    address public immutable KEYHOLDER;

    constructor(address keyholder) {
        KEYHOLDER = keyholder;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address recovered,,) = ECDSA.tryRecoverCalldata(hash, signature);
        return recovered == KEYHOLDER ? this.isValidSignature.selector : bytes4(0xffffffff);
    }
}
