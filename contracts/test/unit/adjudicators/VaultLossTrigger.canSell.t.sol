// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {VaultLossFixture} from "./VaultLossFixture.sol";

contract VaultLossTriggerCanSellTest is VaultLossFixture {
    function test_canSell_aboveTheWarning() public {
        assertTrue(maySell());
        assertFalse(reading.canSell(listing, bytes32(uint256(1))));
        assertFalse(reading.canSell(listing + 1, 0));
        vault.lose(ASSETS / 100);
        assertTrue(maySell());
        vault.lose(1e18);
        assertFalse(maySell());
        postRate(listing, RATE);
        IPool.Purchase memory p = purchase(listing, INSURED, 30 days);
        vm.expectRevert(abi.encodeWithSelector(IPool.AdjudicatorRefuses.selector, address(reading)));
        pool.buy(p);
    }

    function test_canSell_notBeforeThereIsAMark() public {
        listing = create(config());
        assertFalse(maySell());
        skip(1 days);
        vaultLoss.observe(listing);
        assertTrue(maySell());
    }

    function test_canSell_againFromThePriceThatWasPaidFor() public {
        rules(armed());
        assertTrue(maySell());
    }

    function test_canSell_neverReverts() public {
        bytes[3] memory codes = [bytes(""), hex"00", hex"fe"];
        for (uint256 i = 0; i < codes.length; ++i) {
            vm.etch(address(vault), codes[i]);
            assertFalse(maySell());
        }
    }
}
