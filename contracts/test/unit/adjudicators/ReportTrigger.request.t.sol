// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IReportTrigger} from "../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IIncidents} from "../../../src/claims/interfaces/IIncidents.sol";
import {MockFunctionsRouter, ReentrantRouter} from "../../mocks/MockFunctionsRouter.sol";
import {ReportBase} from "./ReportBase.sol";

/// @notice Reports of a Chainlink Functions network: asking, and what becomes of the answer.
contract ReportTriggerRequestTest is ReportBase {
    IReportTrigger.Event private e;

    function setUp() public override {
        super.setUp();
        e = flight();
        sell(functions, e);
        vm.warp(e.ends);
    }

    function key() private view returns (bytes32) {
        return reports.keyOf(e);
    }

    function refuse(bytes memory reason) private {
        vm.expectRevert(reason);
        reports.request(functions, e, FACTS, address(pool));
    }

    function expectIgnored(bytes32 id, IReportTrigger.Ignored reason) private {
        vm.expectEmit(address(reports));
        emit IReportTrigger.AnswerIgnored(functions, key(), id, reason);
    }

    function expectFailed(bytes32 id, bytes memory error_) private {
        vm.expectEmit(address(reports));
        emit IReportTrigger.RequestFailed(functions, key(), id, error_);
    }

    // -- Asking --------------------------------------------------------------------------------------------------

    /// @dev The listing's request, then the arguments as Chainlink's own library encodes them.
    function test_request_sendsTheListingsRequestWithTheEventsArguments() public {
        MockFunctionsRouter.Sent memory sent = router.sentOf(request(e));
        assertEq(sent.consumer, address(reports));
        assertEq(sent.subscription, SUBSCRIPTION);
        assertEq(sent.callbackGas, 100_000);
        assertEq(sent.version, 1);
        assertEq(sent.donId, "don");
        bytes memory arguments = abi.encodePacked(
            hex"a1",
            hex"69627974657341726773",
            hex"9f",
            hex"52",
            FACTS,
            hex"5820",
            uint256(e.begins),
            hex"5820",
            uint256(e.ends),
            hex"ff"
        );
        assertEq(sent.data, arguments);
        assertState(functions, e, IReportTrigger.State.Requested);
    }

    function test_request_encodesLongFacts() public {
        bytes memory facts = new bytes(255);
        e = flight(facts);
        vm.warp(START);
        sell(functions, e);
        vm.warp(e.ends);
        bytes memory data = router.sentOf(reports.request(functions, e, facts, address(pool))).data;
        assertEq(data.length, 1 + 10 + 1 + 2 + 255 + 2 * 34 + 1);
        assertEq(data[12], bytes1(0x58));
        assertEq(data[13], bytes1(0xff));
    }

    function test_request_revertsWith_FactsMismatch() public {
        bytes memory other = "BA 118, 2027-02-01";
        vm.expectRevert(
            abi.encodeWithSelector(IReportTrigger.FactsMismatch.selector, e.facts, keccak256(other), 18, 255)
        );
        reports.request(functions, e, other, address(pool));
        bytes memory long = new bytes(256);
        e.facts = keccak256(long);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.FactsMismatch.selector, e.facts, e.facts, 256, 255));
        reports.request(functions, e, long, address(pool));
    }

    /// @dev The subscription pays for no made-up events, and a made-up pool does not help.
    function test_request_revertsWith_NeverSold() public {
        bytes32 risk = keccak256(abi.encode(functions, key()));
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NeverSold.selector, risk, address(this)));
        reports.request(functions, e, FACTS, address(this));
        e.zone += 1;
        risk = keccak256(abi.encode(functions, key()));
        refuse(abi.encodeWithSelector(IIncidents.NeverSold.selector, risk, address(pool)));
    }

    function testFuzz_request_revertsWith_EventNotOver(uint256 time) public {
        vm.warp(bound(time, START, e.ends - 1));
        refuse(err(IReportTrigger.EventNotOver.selector, e.ends, block.timestamp));
    }

    function test_request_revertsWith_WindowClosed() public {
        vm.warp(e.ends + WINDOW + 1);
        refuse(err(IReportTrigger.WindowClosed.selector, e.ends + WINDOW, block.timestamp));
    }

    function test_request_revertsWith_RequestTooSoon() public {
        request(e);
        skip(1 hours - 1);
        refuse(
            abi.encodeWithSelector(IReportTrigger.RequestTooSoon.selector, key(), block.timestamp + 1, block.timestamp)
        );
        skip(1);
        request(e);
    }

    function test_request_revertsWith_AlreadyReported() public {
        answer(request(e), 60, 0, 0);
        skip(1 days);
        refuse(err(IReportTrigger.AlreadyReported.selector, key(), IReportTrigger.State.Reported));
        prove(functions, e);
        refuse(err(IReportTrigger.AlreadyReported.selector, key(), IReportTrigger.State.Ruled));
    }

    function test_request_revertsWith_WrongSource() public {
        vm.expectRevert(
            abi.encodeWithSelector(IReportTrigger.WrongSource.selector, listing, IReportTrigger.Source.Signers)
        );
        reports.request(listing, e, FACTS, address(pool));
    }

    /// @dev A router that gives one number to two requests cannot move an answer from one key to the other.
    function test_request_revertsWith_RequestIdUsed() public {
        bytes32 id = request(e);
        router.setRepeatsIds(true);
        skip(1 hours);
        refuse(abi.encodeWithSelector(IReportTrigger.RequestIdUsed.selector, id));
    }

    /// @dev A listing's own router gains nothing by calling back at once.
    function test_request_throughAReentrantRouter_isAskedOnceAndNotAnswered() public {
        ReentrantRouter evil = new ReentrantRouter();
        evil.subscribe(SUBSCRIPTION, address(this), address(reports), true);
        vm.warp(START);
        pool = newPool(address(usd));
        IReportTrigger.Config memory c = functionsConfig();
        c.functions.router = address(evil);
        functions = create(c);
        back(pool, functions, 1, 2);
        deposit(pool, alice, 1_000_000e6);
        sell(functions, e);
        vm.warp(e.ends);
        evil.reenter(abi.encodeCall(reports.request, (functions, e, FACTS, address(pool))));
        request(e);
        assertEq(evil.refusal(), IReportTrigger.RequestTooSoon.selector);
        assertFalse(evil.taken());
        assertState(functions, e, IReportTrigger.State.Requested);
    }

    // -- Answers -------------------------------------------------------------------------------------------------

    function testFuzz_answer_isRecordedAndStandsAtOnce(uint96 value, uint64 distance, uint8 status) public {
        answer(request(e), value, distance, status);
        IReportTrigger.Record memory r = reports.recordOf(functions, key());
        assertEq(r.value, value);
        assertEq(r.distance, distance);
        assertEq(r.status, status);
        assertEq(uint256(r.state), uint256(IReportTrigger.State.Reported));
        assertEq(r.standsFrom, block.timestamp);
    }

    function test_answer_byAStranger_revertsWith_NotTheRouter() public {
        bytes32 id = request(e);
        vm.prank(attacker);
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotTheRouter.selector, attacker, id));
        reports.handleOracleFulfillment(id, abi.encode(60, 0, 0), "");
    }

    /// @dev A router of another listing, which has given out the same number, answers only for that listing.
    function test_answer_byAnotherListingsRouter_staysThere() public {
        bytes32 id = request(e);
        MockFunctionsRouter evil = new MockFunctionsRouter();
        evil.subscribe(SUBSCRIPTION, address(this), address(reports), true);
        vm.warp(START);
        IReportTrigger.Config memory c = functionsConfig();
        c.functions.router = address(evil);
        uint256 other = create(c);
        vm.warp(e.ends);
        vm.prank(address(evil));
        vm.expectRevert(abi.encodeWithSelector(IReportTrigger.NotTheRouter.selector, address(evil), id));
        reports.handleOracleFulfillment(id, abi.encode(60, 0, 0), "");
        assertEq(other, 3);
        assertState(functions, e, IReportTrigger.State.Requested);
    }

    /// @dev The contracts do not enforce "result or error": the error counts.
    function test_answer_withResultAndError_isAnError() public {
        bytes32 id = request(e);
        expectFailed(id, "timed out");
        assertTrue(router.answer(id, abi.encode(60, 0, 0), "timed out"));
        assertState(functions, e, IReportTrigger.State.Failed);
        skip(1 hours);
        answer(request(e), 60, 0, 0);
        assertState(functions, e, IReportTrigger.State.Reported);
    }

    /// @dev Whatever comes, the callback does not revert, within its gas.
    function testFuzz_answer_neverReverts(bytes calldata result, bytes calldata error_) public {
        assertTrue(router.answer(request(e), result, error_));
    }

    function test_answer_thatIsNoReport_fails() public {
        bytes[5] memory bad = [
            bytes(""),
            abi.encode(60, 0),
            abi.encode(uint256(type(uint96).max) + 1, 0, 0),
            abi.encode(0, uint256(type(uint64).max) + 1, 0),
            abi.encode(0, 0, 256)
        ];
        for (uint256 i; i < bad.length; ++i) {
            bytes32 id = request(e);
            expectFailed(id, "");
            assertTrue(router.answer(id, bad[i], ""));
            assertState(functions, e, IReportTrigger.State.Failed);
            skip(1 hours);
        }
    }

    function test_answer_withALongError_isCut() public {
        bytes32 id = request(e);
        expectFailed(id, new bytes(256));
        assertTrue(router.answer(id, "", new bytes(2_000)));
    }

    function test_answer_late_isIgnored() public {
        vm.warp(e.ends + WINDOW);
        bytes32 id = request(e);
        skip(1);
        expectIgnored(id, IReportTrigger.Ignored.Late);
        answer(id, 60, 0, 0);
        assertState(functions, e, IReportTrigger.State.Requested);
    }

    function test_answer_inTheLastSecond_counts() public {
        bytes32 id = request(e);
        vm.warp(e.ends + WINDOW);
        answer(id, 60, 0, 0);
        assertState(functions, e, IReportTrigger.State.Reported);
    }

    function test_answer_twice_isIgnored() public {
        bytes32 id = request(e);
        assertTrue(router.answer(id, "", "timed out"));
        expectIgnored(id, IReportTrigger.Ignored.AnsweredBefore);
        answer(id, 60, 0, 0);
        assertState(functions, e, IReportTrigger.State.Failed);
    }

    /// @dev Asked twice, as the first answer seemed lost: the first of the two counts.
    function test_answer_toASecondRequest_isIgnored() public {
        bytes32 first = request(e);
        skip(1 hours);
        bytes32 second = request(e);
        answer(second, 60, 0, 0);
        expectIgnored(first, IReportTrigger.Ignored.ReportedBefore);
        answer(first, 0, 0, 0);
        assertEq(reports.recordOf(functions, key()).value, 60);
        assertTrue(router.answer(first, "", "an error now"));
        assertState(functions, e, IReportTrigger.State.Reported);
    }
}
