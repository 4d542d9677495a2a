// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IListings} from "../../src/cover/interfaces/IListings.sol";
import {GovernanceFixture} from "../unit/governance/GovernanceFixture.sol";
import {ProofGas} from "./Proofs.t.sol";

/// @notice A vote, as a whole transaction (run isolated): of a member with votes of his own, after others have voted.
contract GovernanceGasTest is GovernanceFixture, ProofGas {
    function test_gas_castGovernanceVote() public {
        uint256 id = propose(proposal(address(listings), abi.encodeCall(IListings.setProtocolFee, (700))));
        skip(VOTING_DELAY + 1);
        vote(id, bob, 1);
        vote(id, alice, 1);
        snapshot("castGovernanceVote");
    }
}
