// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IFrozenTrigger} from "../../../src/adjudicators/interfaces/IFrozenTrigger.sol";
import {IReadingTrigger} from "../../../src/adjudicators/interfaces/IReadingTrigger.sol";
import {ReadingFixture} from "./ReadingFixture.sol";

/// @notice A third is paid after three days, with readings at most twelve hours apart.
abstract contract FrozenFixture is ReadingFixture {
    uint256 internal constant RATIO = 0.3e18;
    uint32 internal constant DAYS = 3 days;
    uint32 internal constant GAP = 12 hours;
    IFrozenTrigger internal frozen;

    function setUp() public virtual override {
        super.setUp();
        frozen = IFrozenTrigger(deployCode("FrozenTrigger.sol:FrozenTrigger", abi.encode(incidents, listings)));
        approve(frozen);
    }

    function config() internal view virtual returns (IFrozenTrigger.Config memory c) {
        (c.ratio, c.persistence, c.gap) = (uint64(RATIO), DAYS, GAP);
    }

    function create(IFrozenTrigger.Config memory c) public returns (uint256) {
        return frozen.createListing(readingTerms(), "Frozen", c);
    }

    function refuses(IFrozenTrigger.Config memory c, bytes memory reason) internal {
        vm.expectRevert(reason);
        this.create(c);
    }

    function begin() internal {
        backed(create(config()));
        sold();
        skip(1 hours);
    }

    function tooFarApart(uint256 elapsed) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IReadingTrigger.ReadingsTooFarApart.selector, elapsed, GAP);
    }

    /// @dev A reading every gap, until the span is complete.
    function hold(uint256 incident) internal {
        for (uint256 i = GAP; i < DAYS; i += GAP) {
            skip(GAP);
            reading.read(incident);
        }
        skip(GAP);
    }
}
