// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../../src/pool/interfaces/IPool.sol";
import {PoolFixture} from "../../PoolFixture.sol";

/// @notice One test for each property that ERC-4626 asks of the way in; the way out is ERC-7540's.
contract PoolERC4626Test is PoolFixture {
    /// @dev A pool in any state: capital, a cover that runs, perhaps an open incident, a queued exit, some time.
    function anyState(uint256 seed) private {
        deposit(pool, alice, bound(seed, MILLION, 1e15));
        buy(pool, depeg, bound(seed >> 32, 1e6, MILLION), 30 days);
        skip(bound(seed >> 64, 1 hours, 60 days));
        if (seed >> 200 & 1 == 1) exitOf(pool, alice, bound(seed >> 96, 1, MILLION * 1e12));
        if (seed >> 201 & 1 == 1) {
            openDepeg();
            pool.step(1);
        }
        if (seed >> 202 & 1 == 1) usd.mint(address(pool), bound(seed >> 128, 1, 1e15));
    }

    function testFuzz_asset_isAnERC20AndNeverReverts(uint256 seed) public {
        anyState(seed);
        assertEq(pool.asset(), address(usd));
    }

    function testFuzz_totalAssets_neverRevertsAndIsWhatIsManaged(uint256 seed) public {
        anyState(seed);
        assertEq(pool.totalAssets(), report().high);
        assertLe(pool.totalAssets(), usd.balanceOf(address(pool)));
    }

    // -- Conversions ---------------------------------------------------------------------------------------------

    function testFuzz_convertToShares_roundsDownForAnyCaller(uint256 seed, uint256 assets, address caller) public {
        anyState(seed);
        assets = bound(assets, 0, type(uint96).max);
        uint256 shares = pool.convertToShares(assets);
        vm.prank(caller);
        assertEq(pool.convertToShares(assets), shares);
        assertLe(shares * (pool.totalAssets() + 1), assets * (pool.totalSupply() + 1e12));
    }

    function testFuzz_convertToAssets_roundsDownForAnyCaller(uint256 seed, uint256 shares, address caller) public {
        anyState(seed);
        shares = bound(shares, 0, type(uint128).max);
        uint256 assets = pool.convertToAssets(shares);
        vm.prank(caller);
        assertEq(pool.convertToAssets(shares), assets);
        assertLe(assets * (pool.totalSupply() + 1e12), shares * (report().low + 1));
    }

    function testFuzz_convert_roundTripsNeverGain(uint256 seed, uint256 amount) public {
        anyState(seed);
        amount = bound(amount, 0, type(uint96).max);
        assertLe(pool.convertToAssets(pool.convertToShares(amount)), amount);
        assertLe(pool.convertToShares(pool.convertToAssets(amount)), amount);
    }

    // -- Deposit -------------------------------------------------------------------------------------------------

    function testFuzz_maxDeposit_neverRevertsAndIsTaken(uint256 seed, address receiver) public {
        vm.assume(receiver != address(0) && receiver != address(pool));
        anyState(seed);
        uint256 most = pool.maxDeposit(receiver);
        assertEq(most, type(uint96).max - report().cash);
        fundAccount(bob, most);
        vm.prank(bob);
        pool.deposit(most, receiver);
    }

    function testFuzz_maxDeposit_isZeroWhileThePoolIsClosedOrBehind(uint256 entries) public {
        entries = bound(entries, 1, 12);
        deposit(pool, alice, MILLION);
        sellDepeg(1e9, 30 days);
        for (uint256 i; i < entries; ++i) {
            openDepeg();
        }
        assertEq(pool.maxDeposit(bob), 0);
        assertEq(pool.maxMint(bob), 0);
        pool.step(entries);
        assertGt(pool.maxDeposit(bob), 0);
        shrink(MILLION - 1);
        pool.writeDown();
        assertEq(pool.maxDeposit(bob), 0);
        assertEq(pool.maxMint(bob), 0);
    }

    function testFuzz_previewDeposit_isNoMoreThanWhatIsMinted(uint256 seed, uint256 assets) public {
        anyState(seed);
        assets = bound(assets, 1, 1e15);
        uint256 preview = pool.previewDeposit(assets);
        assertLe(preview, deposit(pool, bob, assets));
    }

    function testFuzz_previewDeposit_ignoresLimitsOfTheCaller(uint256 seed, uint256 assets, address caller) public {
        anyState(seed);
        assets = bound(assets, 0, type(uint128).max);
        uint256 preview = pool.previewDeposit(assets);
        vm.prank(caller);
        assertEq(pool.previewDeposit(assets), preview);
    }

    // -- Mint ----------------------------------------------------------------------------------------------------

    function testFuzz_maxMint_neverRevertsAndIsMinted(uint256 seed) public {
        anyState(seed);
        uint256 most = pool.maxMint(bob);
        fundAccount(bob, type(uint96).max);
        vm.prank(bob);
        pool.mint(most, bob);
    }

    function testFuzz_previewMint_isNoLessThanWhatIsTaken(uint256 seed, uint256 shares) public {
        anyState(seed);
        shares = bound(shares, pool.MIN_SHARES(), 1e33);
        uint256 preview = pool.previewMint(shares);
        fundAccount(bob, preview);
        vm.prank(bob);
        assertGe(preview, pool.mint(shares, bob));
    }

    /// @dev Deposit and mint agree: minting what a deposit gave costs no more than the deposit, and a unit less at most.
    function testFuzz_mint_agreesWithDeposit(uint256 seed, uint256 assets) public {
        anyState(seed);
        assets = bound(assets, 1, 1e15);
        uint256 cost = pool.previewMint(pool.previewDeposit(assets));
        assertLe(cost, assets);
        assertApproxEqAbs(cost, assets, 1);
    }

    // -- The way out ---------------------------------------------------------------------------------------------

    function testFuzz_maxWithdraw_andMaxRedeem_neverRevert(uint256 seed, address who) public {
        anyState(seed);
        vm.assume(who != alice);
        assertEq(pool.maxWithdraw(who), 0);
        assertEq(pool.maxRedeem(who), 0);
    }

    /// @dev In and straight out again never returns more than was put in (CAP-3).
    function testFuzz_deposit_thenExitReturnsNoMore(uint256 seed, uint256 assets) public {
        anyState(seed & ~(uint256(1) << 200)); // nobody before us in the queue
        if (report().openReserve != 0) deny(1);
        assets = bound(assets, 1, 1e15);
        uint256 shares = deposit(pool, bob, assets);
        dueExit(bob, shares);
        pool.processRedeem(1);
        uint256 claimable = pool.maxRedeem(bob);
        vm.prank(bob);
        assertLe(pool.redeem(claimable, bob, bob), assets);
    }
}
