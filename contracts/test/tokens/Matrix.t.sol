// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPoolFactory} from "../../src/pool/interfaces/IPoolFactory.sol";
import {IPool} from "../../src/pool/interfaces/IPool.sol";
import {BlockListToken} from "../mocks/tokens/BlockListToken.sol";
import {FeeToken} from "../mocks/tokens/FeeToken.sol";
import {HookToken} from "../mocks/tokens/HookToken.sol";
import {NoReturnToken} from "../mocks/tokens/NoReturnToken.sol";
import {ReturningToken} from "../mocks/tokens/ReturningToken.sol";
import {RevertingToken} from "../mocks/tokens/RevertingToken.sol";
import {ShrinkingToken} from "../mocks/tokens/ShrinkingToken.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {TokenFixture} from "./TokenFixture.sol";

/// @notice Tokens that a pool serves from deposit to claim, and those that it refuses by a typed error.
contract TokenMatrixTest is TokenFixture {
    function ofDecimals(uint8 decimals) private returns (address) {
        return address(new TestToken("Token", "TKN", decimals));
    }

    function test_token_0decimals() public {
        lifecycle(ofDecimals(0));
    }

    function test_token_6decimals() public {
        lifecycle(ofDecimals(6));
    }

    function test_token_8decimals() public {
        lifecycle(ofDecimals(8));
    }

    function test_token_18decimals() public {
        lifecycle(ofDecimals(18));
    }

    function testFuzz_token_anyDecimals(uint8 decimals) public {
        lifecycle(ofDecimals(uint8(bound(decimals, 0, 18))));
    }

    function test_token_24decimals_isRefusedAtCreation() public {
        bytes memory code = poolCode();
        IPool.Parameters memory p = parameters(ofDecimals(24));
        vm.expectRevert(abi.encodeWithSelector(IPoolFactory.InvalidParameter.selector, bytes32("decimals")));
        factory.createPool(code, p, new bytes[](0));
    }

    function test_token_noReturnValue() public {
        lifecycle(address(new NoReturnToken()));
    }

    function test_token_blockListing() public {
        lifecycle(address(new BlockListToken()));
    }

    function test_token_reverting() public {
        lifecycle(address(new RevertingToken()));
    }

    function test_token_reentering() public {
        lifecycle(address(new HookToken(18)));
    }

    function test_token_shrinking() public {
        lifecycle(address(new ShrinkingToken()));
    }

    /// @dev Answers longer than a word are fine, if the first word says true.
    function test_token_longAnswers() public {
        ReturningToken odd = new ReturningToken();
        odd.setAnswer(abi.encode(true, "and more"), true);
        lifecycle(address(odd));
    }

    /// @dev A token that keeps a fee brings less than the ledger would say.
    function testFuzz_token_feeOnTransfer_isRefusedAtDeposit(uint256 assets) public {
        use(address(new FeeToken()));
        assets = bound(assets, 100, 1e15);
        give(alice, assets);
        expectRefusal(abi.encodeWithSelector(IPool.BalanceBelowCash.selector, assets - assets / 100, assets));
        vm.prank(alice);
        pool.deposit(assets, alice);
        assertNoTrace();
    }

    /// @dev Donations may hide a fee; the premium is checked as the deposit is, and the ledger stays covered.
    function testFuzz_token_feeOnTransfer_isRefusedAtSale(uint256 amount) public {
        use(address(new FeeToken()));
        token.mint(address(pool), 10_000e6);
        put(alice, 1_000_000e6);
        amount = bound(amount, 1e9, 1e11);
        IPool.Purchase memory p = purchase(depeg, amount, 30 days);
        uint256 premium = pool.quote(p).total;
        give(holder, premium);
        expectRefusal(
            abi.encodeWithSelector(
                IPool.BalanceBelowCash.selector, 1_000_000e6 + premium - premium / 100, 1_000_000e6 + premium
            )
        );
        vm.prank(holder);
        pool.buy(p);
        assertNoTrace();
    }
}
