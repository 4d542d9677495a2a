// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {IReportTrigger} from "../interfaces/IReportTrigger.sol";

/// @title The sets of signers of a listing, by the time from which events are theirs
library SignerSets {
    uint256 internal constant MAX_MEMBERS = 16;
    /// @dev The bit of the first place.
    uint256 private constant FIRST = 1;

    // -- Write ---------------------------------------------------------------------------------------------------

    /// @notice Are the members ascending, and k more than half of them? Then two groups of k share a member.
    function isValid(address[] calldata members, uint256 threshold) internal pure returns (bool) {
        uint256 length = members.length;
        if (length > MAX_MEMBERS || threshold < 2 || threshold > length || 2 * threshold <= length) return false;
        address last;
        for (uint256 i = 0; i < length; ++i) {
            if (members[i] <= last) return false;
            last = members[i];
        }
        return true;
    }

    /// @notice Adds a set, or replaces the last one if that has not taken over yet: at most one is ever waiting.
    function schedule(
        IReportTrigger.SignerSet[] storage sets,
        address[] calldata members,
        uint8 threshold,
        uint256 since
    ) internal {
        uint256 length = sets.length;
        if (length != 0 && sets[length - 1].since > block.timestamp) sets.pop();
        IReportTrigger.SignerSet storage set = sets.push();
        (set.since, set.threshold, set.live) = (uint32(since), threshold, uint8(members.length));
        set.members = members;
    }

    /// @notice Counts a signer out of the set in force and the waiting one: those are among the last two.
    function strikeOff(IReportTrigger.SignerSet[] storage sets, address signer) internal {
        uint256 length = sets.length;
        for (uint256 i = length > 2 ? length - 2 : 0; i < length; ++i) {
            IReportTrigger.SignerSet storage set = sets[i];
            uint256 place = _find(set, signer, 0);
            if (place < set.members.length && set.members[place] == signer) --set.live;
        }
    }

    // -- Read ----------------------------------------------------------------------------------------------------

    /// @notice The set for events that begin at `time`. Sets follow each other by 16 days at least.
    function inForce(IReportTrigger.SignerSet[] storage sets, uint256 time)
        internal
        view
        returns (IReportTrigger.SignerSet storage set)
    {
        uint256 i = sets.length;
        do {
            require(i != 0, IReportTrigger.NoSigners(time));
            set = sets[--i];
        } while (set.since > time);
    }

    /// @notice Can k members still sign, in the set in force and in the one that waits?
    function enough(IReportTrigger.SignerSet[] storage sets) internal view returns (bool) {
        uint256 i = sets.length;
        IReportTrigger.SignerSet storage set;
        do {
            set = sets[--i];
            if (set.live < set.threshold) return false;
        } while (set.since > block.timestamp);
        return true;
    }

    /// @notice The members who signed, and a bit for the place of each. Both signers and members ascend: looking on from
    /// the place after the last one's finds each at most once.
    function recover(
        IReportTrigger.SignerSet storage set,
        bytes32 digest,
        IReportTrigger.Signature[] calldata signatures
    ) internal view returns (address[] memory who, uint16 places) {
        who = new address[](signatures.length);
        (address last, uint256 place) = (address(0), 0);
        for (uint256 i = 0; i < signatures.length; ++i) {
            address signer = ECDSA.recover(digest, signatures[i].v, signatures[i].r, signatures[i].s);
            require(signer > last, IReportTrigger.SignersNotAscending(signer, last));
            place = _find(set, signer, place);
            require(place < set.members.length && set.members[place] == signer, IReportTrigger.UnknownSigner(signer));
            (who[i], last) = (signer, signer);
            places |= uint16(FIRST << place++);
        }
    }

    /// @dev The first place, from `from` on, whose member is not below the signer.
    function _find(IReportTrigger.SignerSet storage set, address signer, uint256 from)
        private
        view
        returns (uint256 i)
    {
        uint256 length = set.members.length;
        i = from;
        while (i < length && set.members[i] < signer) ++i;
    }
}
