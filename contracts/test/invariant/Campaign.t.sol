// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "../Test.sol";
import {Model} from "./Model.sol";

/// @title The campaign: random calls of everybody, the statements of docs/invariants.md after them
/// @notice Each invariant is a campaign of its own, with a seed of its own. What can be judged across one call is judged
/// within the handlers, in every campaign: CAP-2, CAP-4, CAP-5, SOL-1, PRI-1, PRI-2, EXT-1 and EXT-2.
contract CampaignTest is Test {
    Model internal model;

    function setUp() public virtual {
        model = new Model();
        model.setUp();
        for (uint256 i; i < 12; ++i) {
            model.buyCover(i, i * 7, uint256(keccak256(abi.encode(i))), i * 3 days);
        }
        targetContract(address(model));
        targetSelector(FuzzSelector({addr: address(model), selectors: model.handlers()}));
    }

    /// @dev One line a run: forge's own figures count calls, this counts those that did something.
    function afterInvariant() external {
        vm.writeLine("contracts/cache/campaign.txt", model.account());
    }

    /// forge-config: default.fuzz.seed = "0x01"
    function invariant_CAP_1_ledgerCoversEverything() public {
        model.checkLedger();
        model.checkStream();
    }

    /// forge-config: default.fuzz.seed = "0x03"
    function invariant_CAP_3_nobodyTakesMoreThanHisShare() public {
        model.checkNobodyGains();
    }

    /// forge-config: default.fuzz.seed = "0x04"
    function invariant_SOL_2_incrementalEqualsRecomputed() public {
        model.checkRequirement();
    }

    /// forge-config: default.fuzz.seed = "0x05"
    function invariant_SOL_3_requirementCoversEveryGroup() public {
        model.checkGroups();
    }

    /// forge-config: default.fuzz.seed = "0x06"
    function invariant_CLM_1_nothingPaidBeyondReserve() public view {
        model.checkPaid();
    }

    /// forge-config: default.fuzz.seed = "0x07"
    function invariant_CLM_2_everythingCanBeSettled() public {
        model.checkSettlement();
    }

    /// forge-config: default.fuzz.seed = "0x08"
    function invariant_CLM_5_reservesAreFunded() public {
        model.checkReserves();
    }

    /// forge-config: default.fuzz.seed = "0x09"
    function invariant_CLM_7_everyIncidentEnds() public {
        model.checkDeadlines();
    }

    /// forge-config: default.fuzz.seed = "0x0a"
    function invariant_EXT_1_exitsArePayableWhenCoversRanOff() public {
        model.checkWayOut();
    }

    /// forge-config: default.fuzz.seed = "0x0b"
    function invariant_EXT_2_exitsPayOnceAndNoMore() public view {
        model.checkExits();
    }
}
