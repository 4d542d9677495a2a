// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ICourt} from "../../../src/adjudicators/interfaces/ICourt.sol";
import {CourtFixture} from "./CourtFixture.sol";

contract CourtSetParametersTest is CourtFixture {
    function test_setParameters_makesAVersion() public {
        ICourt.Parameters memory p = parametersOfTest();
        p.quorum = 2_000;
        vm.expectEmit(address(bench));
        emit ICourt.ParametersSet(2, p, config());
        vm.prank(admin);
        bench.setParameters(p, config());
        assertEq(bench.version(), 2);
        (ICourt.Parameters memory stored, ICourt.Config memory c) = bench.parametersOf(2);
        assertEq(abi.encode(stored), abi.encode(p));
        assertEq(abi.encode(c), abi.encode(config()));
        (stored,) = bench.parametersOf(1);
        assertEq(abi.encode(stored), abi.encode(parametersOfTest()), "the first is as it was");
    }

    /// @dev A case is judged by the version of its listing, whatever governance decides meanwhile.
    function test_setParameters_changesNoCase() public {
        uint256 incident = committing();
        ICourt.Parameters memory p = parametersOfTest();
        (p.commitTime, p.quorum) = (1 days, 5_000);
        vm.prank(admin);
        bench.setParameters(p, config());
        judge(incident, FULL, FULL, FULL);
        skip(3 days);
        assertOutcome(incident, ICourt.Outcome.Decided, FULL);
    }

    function test_setParameters_revertsWith_InvalidConfig() public {
        ICourt.Parameters memory p = parametersOfTest();
        p.minStake = 1e9 - 1;
        refuse(p, "minStake");
        (p.minStake, p.quorum) = (1e9, 99);
        refuse(p, "quorum");
        p.quorum = 5_001;
        refuse(p, "quorum");
        (p.quorum, p.minAssessors) = (100, 1);
        refuse(p, "minAssessors");
        p.minAssessors = 16;
        refuse(p, "minAssessors");
        (p.minAssessors, p.tolerance) = (2, 0.25e9 + 1);
        refuse(p, "tolerance");
        (p.tolerance, p.wrongSlash) = (0, 2_001);
        refuse(p, "wrongSlash");
        (p.wrongSlash, p.silentSlash) = (500, 500);
        refuse(p, "silentSlash");
        p.silentSlash = 4_001;
        refuse(p, "silentSlash");
        (p.silentSlash, p.feeShare) = (4_000, 5_001);
        refuse(p, "feeShare");
        (p.feeShare, p.multiple) = (5_000, 0);
        refuse(p, "multiple");
        p.multiple = 1_001;
        refuse(p, "multiple");
        p.multiple = 1;
        refuseTimes(p);
    }

    function test_setParameters_revertsWith_AccessManagedUnauthorized() public {
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, attacker);
        vm.startPrank(attacker);
        vm.expectRevert(reason);
        bench.setParameters(parametersOfTest(), config());
        vm.expectRevert(reason);
        bench.setStakeValue(address(usd), 1);
        vm.stopPrank();
    }

    function refuseTimes(ICourt.Parameters memory p) private {
        p.openTime = 1 days - 1;
        refuse(p, "openTime");
        (p.openTime, p.evidenceTime) = (1 days, 1 days - 1);
        refuse(p, "evidenceTime");
        (p.evidenceTime, p.answerTime) = (1 days, 1 days - 1);
        refuse(p, "answerTime");
        (p.answerTime, p.commitTime) = (1 days, 1 days - 1);
        refuse(p, "commitTime");
        // Stake takes longer to leave than a case takes to its last commit.
        p.commitTime = 17 days + 1;
        assertLt(20 days, bench.UNSTAKE_DELAY());
        refuse(p, "commitTime");
        (p.commitTime, p.revealTime) = (1 days, 2 days - 1);
        refuse(p, "revealTime");
        p.revealTime = 7 days + 1;
        refuse(p, "revealTime");
        (p.revealTime, p.appealTime) = (2 days, 2 days - 1);
        refuse(p, "appealTime");
        p.appealTime = 14 days + 1;
        refuse(p, "appealTime");
    }

    function refuse(ICourt.Parameters memory p, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(ICourt.InvalidConfig.selector, field));
        vm.prank(admin);
        bench.setParameters(p, config());
    }
}
