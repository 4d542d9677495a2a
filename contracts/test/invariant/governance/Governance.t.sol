// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "../../Test.sol";
import {GovernanceModel} from "./GovernanceModel.sol";

/// @title The campaign of votes: members, guardian, poster and attacker at random, over the real governor and timelock
contract GovernanceCampaignTest is Test {
    GovernanceModel internal model;

    function setUp() public {
        model = new GovernanceModel();
        model.setUp();
        targetContract(address(model));
        targetSelector(FuzzSelector({addr: address(model), selectors: model.handlers()}));
    }

    /// @dev One line a run: how far it got.
    function afterInvariant() external {
        vm.writeLine("contracts/cache/governance.txt", model.account());
    }

    /// forge-config: default.fuzz.seed = "0x61"
    /// forge-config: default.invariant.depth = 192
    function invariant_GOV_1_noRoleMovesAssets() public view {
        model.checkAssets();
    }

    /// @dev What a call outside a decision may change is checked within the handlers.
    /// forge-config: default.fuzz.seed = "0x62"
    /// forge-config: default.invariant.depth = 192
    function invariant_GOV_2_changesWaitLongerThanExits() public view {
        model.checkRoles();
    }

    /// forge-config: default.fuzz.seed = "0x63"
    function invariant_votesAreConserved() public view {
        model.checkVotes();
    }

    /// @dev That the handlers get as far as decisions: one, step by step, through them alone.
    function test_handlers_decide() public {
        model.proposeChange(0, 700);
        model.wait(1 days + 1);
        model.castVote(0, 4, 1);
        model.wait(5 days);
        model.queueOne(0);
        model.wait(6 days);
        model.wait(6 days);
        model.wait(4 days);
        model.executeOne(0);
        assertEq(model.executed(), 1);
        model.actQuickly(1, 600);
        assertEq(model.quick(), 1);
    }
}
