// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {ERC20} from "solady/tokens/ERC20.sol";
import {IListings} from "../../cover/interfaces/IListings.sol";
import {IPool} from "../../pool/interfaces/IPool.sol";
import {IIncidents} from "../interfaces/IIncidents.sol";
import {Book, Parts, Record} from "./IncidentState.sol";

/// @title What every batch of settlements begins with
library Batches {
    /// @notice The record of a granted incident; `leaves`: one whose listing asks for leaves, or one that has none.
    function granted(Book storage book, Parts memory parts, uint256 incident, bool leaves)
        internal
        view
        returns (Record storage r, IListings.Terms memory terms)
    {
        r = book.records[incident];
        require(r.status != IIncidents.Status.None, IIncidents.UnknownIncident(incident));
        bool isGranted = r.status == IIncidents.Status.Granted || r.status == IIncidents.Status.Closed;
        require(isGranted, IIncidents.WrongStatus(incident, r.status));
        terms = parts.listings.terms(r.listing);
        bool byLeaves = terms.lossProof == IListings.LossProof.Merkle;
        require(byLeaves == leaves, IIncidents.SettledByLeaves(incident, byLeaves));
    }

    /// @notice The pool of a cover, and its number.
    function poolOf(Parts memory parts, uint256 id) internal view returns (IPool pool, uint256 number) {
        number = id >> 40;
        pool = IPool(parts.covers.poolByNumber(number));
        require(address(pool) != address(0), IIncidents.CoverOfAnotherPool(id, address(0)));
    }

    /// @notice Units of a pool's whole asset, and to a grain of it.
    function unitsOf(IPool pool) internal view returns (uint256 unit, uint256 grain) {
        uint256 digits = ERC20(pool.asset()).decimals();
        unit = 10 ** digits;
        grain = digits > 6 ? 10 ** (digits - 6) : 1;
    }
}
