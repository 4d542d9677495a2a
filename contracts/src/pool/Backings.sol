// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IListings} from "../cover/interfaces/IListings.sol";
import {IPool} from "./interfaces/IPool.sol";
import {Backing, Config, PoolState} from "./libraries/PoolState.sol";

/// @title Which listings a pool backs, and how
library Backings {
    /// @notice Backs a listing from now on; see `IPool.setBacking`.
    function back(PoolState storage s, Config memory c, uint256 listing, uint8 class, uint48 group, uint64 limit)
        external
    {
        require(class < s.classCount, IPool.UnknownClass(class));
        IListings.Terms memory terms = c.listings.terms(listing);
        require(
            terms.family == 0 || terms.family != c.listings.familyOf(c.asset),
            IListings.OwnAsset(listing, c.asset, terms.family)
        );
        // Terms of proof that nobody has defined prove nothing.
        if (terms.proofTerms != 0) c.incidents.LOSS_PROOFS().termsOf(terms.proofTerms);
        Backing storage backing = s.backings[listing];
        (backing.class, backing.group, backing.limit) = (class, group, limit);
        backing.maxLossProbability = s.maxLossProbability[class];
        s.adjudicatorOf[listing] = terms.adjudicator;
        emit IPool.BackingSet(listing, class, group, limit);
    }
}
