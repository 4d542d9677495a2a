// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// @dev Replaced on merge by the full interface.
interface ILossProofs {
    enum Kind {
        Erc20,
        Erc721
    }

    struct ProofTerms {
        address token;
        uint256 value;
        address feed;
        uint32 heartbeat;
        bool salvage;
    }

    function defineTerms(ProofTerms calldata t) external returns (bytes32 id);

    function termsOf(bytes32 id) external view returns (ProofTerms memory);

    function holdingOf(bytes32 id, address account, uint256 lossTime)
        external
        view
        returns (bool known, uint256 held, uint256 used, uint256 value, uint256 unit);

    function use(bytes32 id, address account, uint256 lossTime, uint256 amount) external;

    function consentOf(uint256 coverId) external view returns (address owner);
}
