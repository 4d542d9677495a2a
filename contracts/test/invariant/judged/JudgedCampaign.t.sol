// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "../../Test.sol";
import {JudgedReferee} from "./JudgedReferee.sol";

/// @title The campaign of judgement: all who decide on claims at once, over the court's stakes and the token's votes
/// @notice The real court, members' appeal, token, governor and timelock; doubles of UMA's oracle and of a foreign
/// arbitrator, which turn bad; every trigger of the protocol, and a double that rules at will. What is cheap to judge is judged after every call.
contract JudgedCampaignTest is Test {
    JudgedReferee internal referee;

    function setUp() public virtual {
        begin();
        targetContract(address(referee));
        targetSelector(FuzzSelector({addr: address(referee), selectors: referee.handlers()}));
    }

    function begin() private {
        referee = new JudgedReferee();
        referee.setUp();
        for (uint256 i; i < 14; ++i) {
            referee.buyCover(0, i, 1_000 * (i + 1) - 10, 60 days + i / 7 + 2 * i);
        }
        // Much of the small pool on what can be granted together: it runs short.
        for (uint256 i; i < 7; ++i) {
            referee.buyCover(2, i, 4_500 + i, 70 days + i);
            referee.buyCover(1, i, 4_000 + i, 70 days + i);
        }
        referee.passTime(6 hours);
    }

    /// @dev One line a run: forge's own figures count calls, this counts those that did something.
    function afterInvariant() external {
        vm.writeLine("contracts/cache/campaign.txt", referee.account());
    }

    /// forge-config: default.invariant.runs = 3
    /// forge-config: default.invariant.depth = 192
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.fuzz.seed = "0x71"
    function invariant_CLM_1_CLM_4_nothingPaidBeyondReserveOrCoverOrTwice() public {
        referee.checkPaid();
        referee.checkMoney();
    }

    /// forge-config: default.invariant.runs = 3
    /// forge-config: default.invariant.depth = 192
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.invariant.check_interval = 24
    /// forge-config: default.fuzz.seed = "0x72"
    function invariant_CLM_2_CLM_3_CLM_5_everythingOwedCanBeSettledInAnyOrder() public {
        referee.checkSettlement();
    }

    /// forge-config: default.invariant.runs = 3
    /// forge-config: default.invariant.depth = 192
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.invariant.check_interval = 16
    /// forge-config: default.fuzz.seed = "0x73"
    function invariant_CLM_6_CLM_7_everythingEndsInAnyOrder() public {
        referee.checkOrder();
        referee.checkDeadlines();
    }

    /// @dev What a call outside a decision may move or change is checked within the handlers.
    /// forge-config: default.invariant.runs = 3
    /// forge-config: default.invariant.depth = 192
    /// forge-config: deep.invariant.runs = 24
    /// forge-config: deep.invariant.depth = 128
    /// forge-config: default.fuzz.seed = "0x74"
    function invariant_GOV_1_GOV_2_stakesAndVotesAreConserved() public view {
        referee.checkStakes();
        referee.checkVotes();
        referee.checkRoles();
    }

    // -- The handlers themselves ---------------------------------------------------------------------------------

    /// @dev That the handlers get through: in a few fixed runs everything that matters happens.
    function test_handlers_reachEverything() public {
        vm.pauseGasMetering(); // what they take is more than a block holds
        bytes32[18] memory wanted = [
            bytes32("assertTruth"),
            "dispute",
            "settle assertion",
            "reveal",
            "no reveal copied",
            "confirmConflict",
            "slashed",
            "execute ruling",
            "giveRuling",
            "decided",
            "undecided",
            "leaves",
            "paid short",
            "close",
            "withdraw",
            "execute",
            "prove",
            "prove report"
        ];
        uint256[18] memory seen;
        for (uint256 world = 1; world < 13; ++world) {
            if (world != 1) begin();
            run(world);
            for (uint256 i; i < wanted.length; ++i) {
                seen[i] += referee.timesOf(wanted[i]);
            }
        }
        for (uint256 i; i < wanted.length; ++i) {
            assertNotEq(seen[i], 0, string(abi.encodePacked(wanted[i])));
        }
    }

    function run(uint256 world) private {
        bytes4[] memory calls = referee.handlers();
        for (uint256 i; i < 192; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(world, i)));
            bytes4 handler = calls[seed % calls.length];
            (bool ok, bytes memory reason) = address(referee)
                .call(abi.encodeWithSelector(handler, seed >> 64, uint64(seed >> 128), seed >> 192, seed >> 32));
            require(ok, string(reason));
        }
    }
}
