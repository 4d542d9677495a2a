// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IReportTrigger} from "../../../../src/adjudicators/interfaces/IReportTrigger.sol";
import {IListings} from "../../../../src/cover/interfaces/IListings.sol";
import {IPool} from "../../../../src/pool/interfaces/IPool.sol";
import {TriggerHandler} from "./TriggerHandler.sol";

/// @title Flights: signed for, contradicted, proven
abstract contract ReportHandler is TriggerHandler {
    IReportTrigger.Event[] internal flights;
    mapping(bytes32 key => uint256) private struckFor;

    /// @dev A flight within days that is still on sale, or a new one.
    function flightFor(uint256 seed) internal returns (IReportTrigger.Event memory e) {
        if (flights.length != 0 && seed % 3 != 0) {
            e = flights[seed % flights.length];
            if (e.lastSale > block.timestamp + 2 hours) return e;
        }
        uint256 begins = block.timestamp + 1 days + seed % 3 days;
        e = IReportTrigger.Event(
            keccak256(abi.encode(seed)),
            uint56(seed % 3),
            uint32(begins),
            uint32(begins + 1 days),
            uint32(begins - 2 hours)
        );
        flights.push(e);
    }

    function quoteFor(IReportTrigger.Event memory e) internal view returns (bytes memory) {
        IListings.Quote memory q = IListings.Quote(
            uint32(flight), e.facts, e.zone, e.begins, e.ends, e.lastSale, 0.03e18, uint32(block.timestamp + 1 hours)
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(QUOTE_KEY, listings.hashQuote(q));
        return abi.encode(q, vm.addr(QUOTE_KEY), abi.encodePacked(r, s, v));
    }

    /// @notice A flight ends; k of n sign; one of them signs something else, or nobody does; a day later it is proven.
    function report(uint256 which, uint256 p, uint256 seed) external {
        if (flights.length == 0) return;
        IReportTrigger.Event memory e = flights[which % flights.length];
        bytes32 key = reports.keyOf(e);
        if (block.timestamp < e.ends) {
            IReportTrigger.Report memory early = reportOf(60);
            bytes memory call = abi.encodeCall(IReportTrigger.submit, (flight, e, early, signed(key, early, 7)));
            mustFail(keeper, address(reports), call, IReportTrigger.EventNotOver.selector);
            elapse(e.ends - block.timestamp);
        }
        IReportTrigger.Report memory r = reportOf(uint96(seed % 70));
        // One signature short of k.
        vm.prank(attacker);
        (bool ok,) = address(reports).call(abi.encodeCall(IReportTrigger.submit, (flight, e, r, signed(key, r, 3))));
        assertFalse(ok, "fewer than k signed");
        uint256 who = seed % 2 == 0 ? 7 : 28;
        attempt(
            keeper,
            address(reports),
            abi.encodeCall(IReportTrigger.submit, (flight, e, r, signed(key, r, who))),
            "submit"
        );
        if (seed % 6 == 0) {
            IReportTrigger.Report memory other = reportOf(r.value + 1);
            bytes memory call = abi.encodeCall(IReportTrigger.contradict, (flight, e, other, signed(key, other, 4)));
            attempt(keeper, address(reports), call, "contradict");
        }
        if (seed % 5 == 0) return;
        elapse(1 days);
        proveFlight(e, key, p);
    }

    function proveFlight(IReportTrigger.Event memory e, bytes32 key, uint256 p) private {
        (bool sold, address pool) = poolThatSold(keccak256(abi.encode(flight, key)), p);
        if (!sold) return;
        bytes memory call = abi.encodeCall(IReportTrigger.prove, (flight, e, pool));
        (bool ok, bytes memory answer) = attempt(keeper, address(reports), call, FEE, "prove I");
        if (!ok) return;
        noteCase(abi.decode(answer, (uint256)), flight, key);
        vm.deal(attacker, FEE);
        vm.prank(attacker);
        (ok,) = address(reports).call{value: FEE}(call);
        assertFalse(ok, "CLM-4: one report proven twice");
    }

    /// @notice Struck-off signers are replaced, behind the delay.
    function rotate(uint256 seed) external {
        uint256 count;
        for (uint256 i; i < signerKeys.length; ++i) {
            if (reports.isStruckOff(flight, vm.addr(signerKeys[i]))) ++count;
        }
        if (count < 2) return;
        for (uint256 i; i < signerKeys.length; ++i) {
            if (reports.isStruckOff(flight, vm.addr(signerKeys[i]))) {
                signerKeys[i] = uint256(keccak256(abi.encode("signer", seed, i)));
            }
        }
        sortSigners();
        address[] memory members = new address[](signerKeys.length);
        for (uint256 i; i < members.length; ++i) {
            members[i] = vm.addr(signerKeys[i]);
        }
        mustFail(
            attacker,
            address(reports),
            abi.encodeCall(IReportTrigger.rotate, (flight, members, 3)),
            IReportTrigger.NotTheRotator.selector
        );
        attempt(rotator, address(reports), abi.encodeCall(IReportTrigger.rotate, (flight, members, 3)), "rotate");
    }

    function sortSigners() private {
        for (uint256 i = 1; i < signerKeys.length; ++i) {
            for (uint256 j = i; j > 0 && vm.addr(signerKeys[j - 1]) > vm.addr(signerKeys[j]); --j) {
                (signerKeys[j - 1], signerKeys[j]) = (signerKeys[j], signerKeys[j - 1]);
            }
        }
    }

    function reportOf(uint96 minutes_) private view returns (IReportTrigger.Report memory) {
        return IReportTrigger.Report(minutes_, 0, 0, uint32(block.timestamp));
    }

    function signed(bytes32 key, IReportTrigger.Report memory r, uint256 who)
        private
        view
        returns (IReportTrigger.Signature[] memory signatures)
    {
        bytes32 hash = reports.hashReport(flight, key, r);
        signatures = new IReportTrigger.Signature[](SIGNERS);
        uint256 length;
        for (uint256 i; i < SIGNERS; ++i) {
            if (who >> i & 1 == 0) continue;
            (uint8 v, bytes32 r_, bytes32 s) = vm.sign(signerKeys[i], hash);
            signatures[length++] = IReportTrigger.Signature(v, r_, s);
        }
        assembly ("memory-safe") {
            mstore(signatures, length)
        }
    }

    function purchaseOf(uint256 p, uint256 listing, uint256 amount, uint256 duration)
        internal
        view
        returns (IPool.Purchase memory sale)
    {
        uint256 grains = _bound(amount, 100e6, [uint256(20_000e6), 8_000e6, 4_000e6][p]);
        sale = purchase(listing, grains * unitOf(p) / 1e6, uint32(_bound(duration, 3 days, 90 days)));
    }
}
