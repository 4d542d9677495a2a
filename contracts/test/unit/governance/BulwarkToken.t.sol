// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {BulwarkToken} from "../../../src/governance/BulwarkToken.sol";
import {IBulwarkToken} from "../../../src/governance/interfaces/IBulwarkToken.sol";
import {GovernanceFixture} from "./GovernanceFixture.sol";

contract BulwarkTokenTest is GovernanceFixture {
    function test_constructor_mintsToTheHolder() public view {
        assertEq(token.totalSupply(), SUPPLY);
        assertEq(token.balanceOf(founder), 14_000_000e18);
        assertEq(token.nextMint(), START + 365 days);
        assertEq(token.CLOCK_MODE(), "mode=timestamp");
        assertEq(token.clock(), block.timestamp);
    }

    function test_constructor_revertsWith_SupplyAboveCap() public {
        vm.expectRevert(abi.encodeWithSelector(IBulwarkToken.SupplyAboveCap.selector, 100_000_001e18, 100_000_000e18));
        new BulwarkToken(address(manager), founder, 100_000_001e18);
    }

    /// @dev 5 % of the supply, a year after the launch, by vote alone.
    function test_mint_byVote() public {
        skip(365 days);
        decide(address(token), abi.encodeCall(IBulwarkToken.mint, (bob, 2_500_000e18)));
        assertEq(token.totalSupply(), 52_500_000e18);
        assertEq(token.getVotes(bob), 17_500_000e18);
        assertEq(token.nextMint(), block.timestamp + 365 days);
    }

    function test_mint_revertsWith_MintTooEarly() public {
        bytes memory reason = abi.encodeWithSelector(IBulwarkToken.MintTooEarly.selector, START + 365 days);
        decideInVain(address(token), abi.encodeCall(IBulwarkToken.mint, (bob, 1)), reason);
    }

    function testFuzz_mint_revertsWith_MintAboveCap(uint256 amount) public {
        skip(365 days);
        amount = bound(amount, 2_500_000e18 + 1, type(uint256).max);
        vm.prank(address(timelock));
        vm.expectRevert(abi.encodeWithSelector(IBulwarkToken.MintAboveCap.selector, amount, 2_500_000e18));
        token.mint(bob, amount);
    }

    /// @dev The attack: mint as much as is allowed, as soon as it is, for ever. It ends at the cap.
    function test_attack_mintBeyondTheCap() public {
        vm.startPrank(address(timelock));
        uint256 year;
        while (token.totalSupply() * 105 / 100 <= 100_000_000e18) {
            skip(365 days);
            token.mint(attacker, token.totalSupply() * 5 / 100);
            year++;
        }
        skip(365 days);
        uint256 left = 100_000_000e18 - token.totalSupply();
        vm.expectRevert(
            abi.encodeWithSelector(IBulwarkToken.SupplyAboveCap.selector, 100_000_000e18 + 1, 100_000_000e18)
        );
        token.mint(attacker, left + 1);
        token.mint(attacker, left);
        assertEq(token.totalSupply(), 100_000_000e18);
        assertEq(year, 14);
    }

    function test_attack_mintByAnybodyElse() public {
        skip(365 days);
        address[5] memory callers = [admin, attacker, founder, guardian, address(governor)];
        for (uint256 i; i < callers.length; ++i) {
            vm.prank(callers[i]);
            vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, callers[i]));
            token.mint(attacker, 1);
        }
    }

    /// @dev Votes are moved by transfers and delegations, never made.
    function testFuzz_votes_areConserved(uint256 amount, uint8 route) public {
        amount = bound(amount, 0, 1_000_000e18);
        vm.prank(alice);
        assertTrue(token.transfer(route % 2 == 0 ? bob : founder, amount));
        vm.prank(carol);
        token.delegate(route % 3 == 0 ? alice : carol);
        uint256 votes = token.getVotes(alice) + token.getVotes(bob) + token.getVotes(carol) + token.getVotes(founder);
        assertEq(votes, route % 2 == 0 ? 36_000_000e18 : 36_000_000e18 - amount);
    }

    function test_permit_approvesBySignature() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        give(signer, 10e18);
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 hash = keccak256(abi.encode(typeHash, signer, bob, 4e18, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), hash)));
        token.permit(signer, bob, 4e18, block.timestamp, v, r, s);
        assertEq(token.allowance(signer, bob), 4e18);
        assertEq(token.nonces(signer), 1);
    }

    /// @dev The attack: a delegation that was signed once, sent twice.
    function test_attack_delegationReplayed() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        vm.prank(founder);
        assertTrue(token.transfer(signer, 10e18));
        bytes32 typeHash = keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
        bytes32 hash = keccak256(abi.encode(typeHash, bob, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), hash)));
        token.delegateBySig(bob, 0, block.timestamp, v, r, s);
        assertEq(token.delegates(signer), bob);
        vm.expectRevert();
        token.delegateBySig(bob, 0, block.timestamp, v, r, s);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IVotes.VotesExpiredSignature.selector, block.timestamp - 1));
        token.delegateBySig(bob, 1, block.timestamp - 1, v, r, s);
    }
}
