// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {TestToken} from "../TestToken.sol";

/// @title A token that answers `symbol()` and `decimals()` as it is told, from one moment on
contract OddNameToken is TestToken {
    enum Manner {
        Plain,
        Returns,
        Reverts,
        BurnsGas,
        Floods
    }

    Manner public symbolManner;
    Manner public decimalsManner;
    bytes private symbolAnswer;
    bytes private decimalsAnswer;

    constructor(uint8 decimals_) TestToken("Odd name", "ODD", decimals_) {}

    /// @notice Sets what `symbol()` does; `answer` is returned as it is, or reverted with.
    function setSymbol(Manner manner, bytes memory answer) external {
        (symbolManner, symbolAnswer) = (manner, answer);
    }

    /// @notice Sets what `decimals()` does.
    function setDecimals(Manner manner, bytes memory answer) external {
        (decimalsManner, decimalsAnswer) = (manner, answer);
    }

    function symbol() public view override returns (string memory) {
        if (symbolManner == Manner.Plain) return super.symbol();
        misbehave(symbolManner, symbolAnswer);
    }

    function decimals() public view override returns (uint8) {
        if (decimalsManner == Manner.Plain) return super.decimals();
        misbehave(decimalsManner, decimalsAnswer);
    }

    function misbehave(Manner manner, bytes memory answer) private pure {
        assembly ("memory-safe") {
            switch manner
            case 1 { return(add(answer, 0x20), mload(answer)) }
            case 2 { revert(add(answer, 0x20), mload(answer)) }
            case 3 { invalid() }
            // As much as 90,000 gas can pay for.
            default { return(0, 100000) }
        }
    }
}
