// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ILossProofs} from "../../src/claims/interfaces/ILossProofs.sol";

/// @notice Holdings as a test says them: settling is tested apart from tries.
contract TestLossProofs {
    struct Holding {
        bool known;
        uint256 held;
        uint256 used;
    }

    mapping(bytes32 => ILossProofs.ProofTerms) private _terms;
    mapping(bytes32 => mapping(address => Holding)) private _holdings;
    mapping(uint256 => address) private _consents;
    bool private canSellNow = true;

    function defineTerms(ILossProofs.ProofTerms calldata t) external returns (bytes32 id) {
        id = keccak256(abi.encode(t));
        _terms[id] = t;
    }

    function setHolding(bytes32 id, address account, uint256 held) external {
        _holdings[id][account].known = true;
        _holdings[id][account].held = held;
    }

    function setSellable(bool sellable) external {
        canSellNow = sellable;
    }

    function canSell(bytes32) external view returns (bool) {
        return canSellNow;
    }

    function setConsent(uint256 cover, address owner) external {
        _consents[cover] = owner;
    }

    function consentOf(uint256 cover, uint256) external view returns (address) {
        return _consents[cover];
    }

    function termsOf(bytes32 id) external view returns (ILossProofs.ProofTerms memory t) {
        t = _terms[id];
        require(t.token != address(0), "undefined");
    }

    function requireBackable(bytes32 id, bool byRoot, address) external view {
        require(_terms[id].token != address(0), "undefined");
        require(!byRoot, "no lists of losses here");
    }

    function holdingOf(bytes32 id, address account, uint256)
        external
        view
        returns (bool, uint256, uint256, uint256, uint256)
    {
        Holding memory h = _holdings[id][account];
        return (h.known, h.held, h.used, _terms[id].value, 1e18);
    }

    function use(bytes32 id, address account, uint256, uint256 amount) external {
        _holdings[id][account].used += amount;
    }
}
