// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {IPool} from "../../pool/interfaces/IPool.sol";
import {IIncidents} from "../interfaces/IIncidents.sol";
import {Account, Book, LeafUse, Parts} from "./IncidentState.sol";
import {LeafBatch, LeafBatches, LeafClaimant} from "./LeafBatches.sol";
import {LeafLoss} from "./LeafLoss.sol";
import {LeafUses} from "./LeafUses.sol";
import {Recipients} from "./Recipients.sol";

/// @title What an account's own cover is paid on its leaf, with the account's consent
library OwnLeaves {
    using BitMaps for BitMaps.BitMap;

    uint256 internal constant WAD = 1e18;

    /// @notice What the account's own cover claims on its leaf; by claim, so that its top-ups always find room.
    function payOwn(
        Book storage book,
        Parts memory parts,
        LeafBatch memory b,
        LeafClaimant memory c,
        IPool.Payment[] memory payments,
        IIncidents.LeafClaim calldata claim
    ) internal {
        IIncidents.Leaf calldata leaf = claim.leaves[0];
        require(
            claim.leaves.length == 1 && leaf.account == c.cover.account,
            IIncidents.LeafOfAnotherAccount(c.id, c.cover.account, leaf.account, claim.leaves.length)
        );
        // Else anyone uses up a stranger's loss by a cover that pays next to nothing.
        if (msg.sender != c.cover.account && !Recipients.isAgreed(parts, c.id, b.lossTime)) return;
        Account memory account;
        if (b.paidPartly) account = book.accounts[b.incident][c.id];
        IPool.Payment memory payment;
        uint256 more = claimOwn(book, b, c, leaf);
        if (account.paid < account.claim) (payment.settled, payment.paid) = (account.claim, account.paid);
        uint256 sum = account.claim + more;
        uint256 due = Math.fullMulDiv(sum, b.level, WAD);
        if (due <= account.paid && more == 0) return;
        (payment.claim, payment.payout) = (uint96(more), uint96(due - account.paid));
        payment.to = Recipients.ofNamed(parts, c.id, b.lossTime, c.cover.account, c.to);
        // What is paid in full at once needs a bit: `claimedInEvent` keeps it from being claimed again.
        if (b.level == WAD && account.claim == 0) book.settled[b.incident].set(c.id);
        else book.accounts[b.incident][c.id] = Account(uint96(sum), uint96(due));
        payments[b.length++] = payment;
        b.paid += payment.payout;
        emit IIncidents.CoverSettled(b.incident, c.id, payment.to, sum, payment.payout);
    }

    /// @dev What an own cover claims beyond what this event took of it; books it on the leaf.
    function claimOwn(Book storage book, LeafBatch memory b, LeafClaimant memory c, IIncidents.Leaf calldata leaf)
        private
        returns (uint256 more)
    {
        LeafUse memory use = LeafUses.read(book.leaves.uses[b.eventId][leaf.account]);
        // Of the use, what this cover took is its own.
        uint256 others = uint256(use.own) - c.taken + use.sponsored;
        if (b.paidPartly) others += book.leaves.outstanding[b.incident][b.number][leaf.account];
        uint256 left = Math.zeroFloorSub(LeafBatches.worthDown(b, leaf.loss), others);
        more = LeafLoss.claimDown(c.base, b.ratio, b.terms.deductible, left);
        more = Math.min(Math.zeroFloorSub(more, c.taken), c.remaining);
        if (more == 0) return 0;
        use.own += uint96(more);
        book.leaves.uses[b.eventId][leaf.account] = LeafUses.pack(use.own, use.sponsored, use.sole);
        c.taken += more;
    }
}
