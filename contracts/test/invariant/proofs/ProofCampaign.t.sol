// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "../../Test.sol";
import {ProofReferee} from "./ProofReferee.sol";

/// @title The campaign of triggers and proofs: random calls of everybody, the statements on claims after them
/// @notice The real triggers and the real proofs of holdings. What is cheap to judge is judged after every call, what
/// tries whole futures out at the end of a run.
contract ProofCampaignTest is Test {
    ProofReferee internal referee;

    function setUp() public virtual {
        referee = new ProofReferee();
        referee.setUp();
        for (uint256 i; i < 14; ++i) {
            // All for one account, which holds less than they insure together.
            referee.buyCover(0, i, 1_000e6 * (i + 1), 60 days + 4);
        }
        // Much of the small pools on what falls together: they run short.
        uint8[4] memory together = [0, 10, 11, 12];
        for (uint256 i; i < 4; ++i) {
            referee.buyCover(1, together[i], 8_000e6, 80 days + 4);
            referee.buyCover(2, together[i], 2_500e6, 70 days + 8);
        }
        targetContract(address(referee));
        targetSelector(FuzzSelector({addr: address(referee), selectors: referee.handlers()}));
    }

    /// @dev One line a run: forge's own figures count calls, this counts those that did something.
    function afterInvariant() external {
        vm.writeLine("contracts/cache/campaign.txt", referee.account());
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 48
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.fuzz.seed = "0x11"
    function invariant_CAP_1_everybodyHoldsWhatHeOwes() public {
        referee.checkMoney();
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 48
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.fuzz.seed = "0x12"
    function invariant_CLM_1_nothingPaidBeyondReserveOrCover() public view {
        referee.checkPaid();
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 48
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.invariant.check_interval = 6
    /// forge-config: default.fuzz.seed = "0x13"
    function invariant_CLM_2_CLM_3_everythingOwedCanBeSettledInAnyOrder() public {
        referee.checkSettlement();
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 48
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.fuzz.seed = "0x14"
    function invariant_CLM_4_aHoldingIsPaidOnce() public view {
        referee.checkHoldings();
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 48
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.fuzz.seed = "0x15"
    function invariant_CLM_5_reservesAreFunded() public {
        referee.checkReserves();
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 48
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.invariant.check_interval = 6
    /// forge-config: default.fuzz.seed = "0x16"
    function invariant_CLM_6_fundingsDoNotDependOnTheOrderOfRulings() public {
        referee.checkOrder();
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 48
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.invariant.check_interval = 6
    /// forge-config: default.fuzz.seed = "0x17"
    function invariant_CLM_7_everyIncidentEnds() public {
        referee.checkDeadlines();
    }
}
