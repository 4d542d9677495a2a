// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IListings} from "../../../src/cover/interfaces/IListings.sol";
import {BulwarkAccessManager} from "../../../src/governance/BulwarkAccessManager.sol";
import {GovernanceFixture} from "./GovernanceFixture.sol";

contract BulwarkAccessManagerTest is GovernanceFixture {
    function test_handOver_leavesTheTimelockAlone() public view {
        (bool isAdmin, uint32 delay) = manager.hasRole(0, address(timelock));
        assertTrue(isAdmin);
        assertEq(delay, 0);
        (bool was,) = manager.hasRole(0, admin);
        assertFalse(was);
        (was,) = manager.hasRole(2, admin);
        assertFalse(was);
        assertEq(manager.deployer(), address(0));
    }

    function test_handOver_revertsWith_OnlyDeployer() public {
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.OnlyDeployer.selector, admin));
        manager.handOver();
    }

    function test_constructor_revertsWith_NoTimelock() public {
        vm.expectRevert(BulwarkAccessManager.NoTimelock.selector);
        new BulwarkAccessManager(admin, address(0));
    }

    /// @dev The attack: the deployer leaves himself, or a friend, a way back in before he hands over.
    function test_attack_backDoorBeforeHandingOver() public {
        BulwarkAccessManager fresh = new BulwarkAccessManager(admin, address(timelock));
        vm.startPrank(admin);
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.TimelockOnly.selector, 0, attacker));
        fresh.grantRole(0, attacker, 0);
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.TimelockOnly.selector, 2, attacker));
        fresh.grantRole(2, attacker, 0);
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.UnknownRole.selector, 5));
        fresh.grantRole(5, admin, 0);
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.AdminMustWait.selector, 3, 4));
        fresh.setRoleAdmin(3, 4);
        fresh.grantRole(2, admin, 0);
        fresh.handOver();
        vm.expectRevert(
            abi.encodeWithSelector(IAccessManager.AccessManagerUnauthorizedAccount.selector, admin, uint64(0))
        );
        fresh.grantRole(3, admin, 0);
        vm.stopPrank();
        (bool was,) = fresh.hasRole(2, admin);
        assertFalse(was);
    }

    /// @dev The attack: a majority makes itself admin, so that later changes need not wait.
    function test_attack_selfAdmin() public {
        decideInVain(
            address(manager),
            abi.encodeCall(IAccessManager.grantRole, (0, attacker, 0)),
            abi.encodeWithSelector(BulwarkAccessManager.TimelockOnly.selector, 0, attacker)
        );
        decideInVain(
            address(manager),
            abi.encodeCall(IAccessManager.grantRole, (2, attacker, 0)),
            abi.encodeWithSelector(BulwarkAccessManager.TimelockOnly.selector, 2, attacker)
        );
    }

    /// @dev The same in the name of nobody, which the deployer is once he has handed over.
    function test_attack_adminOfNobody() public {
        vm.prank(address(timelock));
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.TimelockOnly.selector, 0, address(0)));
        manager.grantRole(0, address(0), 0);
    }

    /// @dev The attack: the quick roles are put under one that does not wait, so that a guardian appoints guardians.
    function test_attack_quickRoleManagedByAnother() public {
        vm.startPrank(address(timelock));
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.AdminMustWait.selector, 1, 3));
        manager.setRoleAdmin(1, 3);
        uint64 everybody = manager.PUBLIC_ROLE();
        vm.expectRevert(abi.encodeWithSelector(BulwarkAccessManager.AdminMustWait.selector, 3, everybody));
        manager.setRoleAdmin(3, everybody);
        vm.stopPrank();
    }

    /// @dev The attack: a call of the timelock's is announced in the AccessManager instead, by whoever has a quick role.
    function test_attack_announcedPastTheTimelock() public {
        bytes memory data = abi.encodeCall(IListings.setProtocolFee, (1_000));
        address[3] memory callers = [guardian, poster, attacker];
        for (uint256 i; i < 3; ++i) {
            vm.prank(callers[i]);
            vm.expectRevert(
                abi.encodeWithSelector(
                    IAccessManager.AccessManagerUnauthorizedCall.selector,
                    callers[i],
                    address(listings),
                    IListings.setProtocolFee.selector
                )
            );
            manager.schedule(address(listings), data, 0);
        }
    }

    /// @dev The attack: a slow function is given to a quick role, to everybody, or to a role that does not exist.
    function test_attack_slowFunctionMadeQuick() public {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = IListings.setAdjudicator.selector;
        uint64[3] memory quick = [uint64(1), 3, 4];
        for (uint256 i; i < 3; ++i) {
            decideInVain(
                address(manager),
                abi.encodeCall(AccessManager.setTargetFunctionRole, (address(listings), selectors, quick[i])),
                abi.encodeWithSelector(
                    BulwarkAccessManager.FunctionWaits.selector, address(listings), selectors[0], quick[i]
                )
            );
        }
        uint64 everybody = manager.PUBLIC_ROLE();
        decideInVain(
            address(manager),
            abi.encodeCall(AccessManager.setTargetFunctionRole, (address(listings), selectors, everybody)),
            abi.encodeWithSelector(BulwarkAccessManager.UnknownRole.selector, everybody)
        );
    }

    /// @dev The other way is open: a quick function may be made to wait.
    function test_setTargetFunctionRole_makesAFunctionWait() public {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = IListings.dismissAdjudicator.selector;
        decide(
            address(manager),
            abi.encodeCall(AccessManager.setTargetFunctionRole, (address(listings), selectors, uint64(2)))
        );
        assertEq(manager.getTargetFunctionRole(address(listings), selectors[0]), 2);
    }

    /// @dev The attack: another authority, with other rules.
    function test_attack_authorityReplaced() public {
        decideInVain(
            address(manager),
            abi.encodeCall(AccessManager.updateAuthority, (address(listings), attacker)),
            abi.encodeWithSelector(BulwarkAccessManager.AuthorityIsFixed.selector, address(listings))
        );
        vm.prank(address(timelock));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(timelock)));
        listings.setAuthority(attacker);
    }

    /// @dev Token holders decide who posts rates, and who guards.
    function test_grantRole_ofRatePosterByVote() public {
        decide(address(manager), abi.encodeCall(IAccessManager.grantRole, (1, bob, 0)));
        decide(address(manager), abi.encodeCall(IAccessManager.revokeRole, (1, poster)));
        uint256 listing = listings.create(triggerTerms(), "Terms");
        IListings.RatePost[] memory posts = new IListings.RatePost[](1);
        posts[0] = IListings.RatePost(uint32(listing), RATE);
        vm.prank(bob);
        listings.postRates(posts, 0, 0);
        vm.prank(poster);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, poster));
        listings.postRates(posts, 0, 0);
    }

    /// @dev What reduces risk is announced two days ahead, done, and undone by vote alone.
    function test_riskReducer_dismissesAfterTwoDays() public {
        bytes memory data = abi.encodeCall(IListings.dismissAdjudicator, (address(trigger)));
        vm.startPrank(guardian);
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccessManager.AccessManagerNotScheduled.selector,
                manager.hashOperation(guardian, address(listings), data)
            )
        );
        listings.dismissAdjudicator(address(trigger));
        manager.schedule(address(listings), data, 0);
        skip(REDUCER_DELAY);
        listings.dismissAdjudicator(address(trigger));
        assertFalse(listings.isAdjudicator(address(trigger)));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardian));
        listings.setAdjudicator(address(trigger), true);
        vm.stopPrank();
        decide(address(listings), abi.encodeCall(IListings.setAdjudicator, (address(trigger), true)));
        assertTrue(listings.isAdjudicator(address(trigger)));
    }

    /// @dev The attack: the guardian pauses again as soon as he may, for a year. Half of all time is open, without any
    /// vote; and exits never notice.
    function test_attack_guardianPausesForEver() public {
        uint256 open;
        uint256 until = block.timestamp + 364 days;
        while (block.timestamp < until) {
            vm.startPrank(guardian);
            listings.pauseSales(7 days);
            vm.expectRevert();
            listings.pauseSales(7 days);
            skip(7 days);
            vm.expectRevert();
            listings.pauseSales(1);
            vm.stopPrank();
            assertLe(listings.pausedUntil(), block.timestamp);
            skip(7 days);
            open += 7 days;
        }
        assertEq(open, 182 days);
    }
}
