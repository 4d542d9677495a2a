// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPool} from "../../../src/pool/interfaces/IPool.sol";
import {IPoolFactory} from "../../../src/pool/interfaces/IPoolFactory.sol";
import {Pool} from "../../../src/pool/Pool.sol";
import {TestToken} from "../../mocks/TestToken.sol";
import {PoolFixture} from "../PoolFixture.sol";

contract PoolFactoryCreatePoolTest is PoolFixture {
    function testFuzz_createPool_registersAPoolOfItsOwn(address caller, address curator_, uint8 decimals) public {
        vm.assume(curator_ != address(0));
        IPool.Parameters memory p = parameters(address(new TestToken("Token", "TKN", uint8(bound(decimals, 0, 18)))));
        p.curator = curator_;
        bytes memory code = poolCode();
        uint256 number = factory.count() + 1;
        vm.expectEmit(false, true, true, true, address(factory));
        emit IPoolFactory.PoolCreated(address(0), number, curator_, p);
        vm.prank(caller);
        Pool created = Pool(factory.createPool(code, p, new bytes[](0)));
        assertEq(factory.count(), number);
        assertEq(covers.numberOf(address(created)), number);
        assertEq(covers.poolByNumber(number), address(created));
        assertEq(created.asset(), p.asset);
        assertEq(created.name(), p.name);
        assertEq(created.symbol(), p.symbol);
        assertEq(created.decimals(), 18);
        assertEq(created.totalSupply(), 0);
    }

    /// @dev What the curator wants is set before anybody can deposit, and the factory keeps no right.
    function test_createPool_setsThePoolUpInTheSameTransaction() public {
        bytes[] memory setup = new bytes[](3);
        setup[0] = abi.encodeCall(IPool.setBacking, (depeg, 0, 1, 1e12));
        setup[1] = abi.encodeCall(IPool.setGroupLimit, (0, 1, 1e12));
        setup[2] = abi.encodeCall(IPool.setAdjudicatorLimit, (address(trigger), 1e12));
        Pool created = Pool(factory.createPool(poolCode(), parameters(address(usd)), setup));
        pool = created;
        deposit(pool, attacker, 1e6);
        freshen();
        deposit(pool, alice, MILLION);
        buy(pool, depeg, 1e6, 30 days);
        vm.prank(address(factory));
        vm.expectRevert(abi.encodeWithSelector(IPool.OnlyCurator.selector, address(factory)));
        created.setCuratorFee(1);
        vm.prank(curator);
        created.stop(depeg);
    }

    /// @dev A call that fails says why, and there is no pool.
    function test_createPool_revertsAsTheSetupDoes() public {
        bytes[] memory setup = new bytes[](1);
        setup[0] = abi.encodeCall(IPool.setCuratorFee, (2_001));
        bytes memory code = poolCode();
        uint256 count = factory.count();
        vm.expectRevert(abi.encodeWithSelector(IPool.FeeAboveCap.selector, 2_001, 2_000));
        factory.createPool(code, parameters(address(usd)), setup);
        assertEq(factory.count(), count);
    }

    /// @dev A set-up that hands the pool to somebody else than its parameters say is refused.
    function test_createPool_revertsIfTheSetupGivesThePoolAway() public {
        bytes[] memory setup = new bytes[](1);
        setup[0] = abi.encodeCall(IPool.setCurator, (attacker));
        bytes memory code = poolCode();
        vm.expectRevert(abi.encodeWithSelector(IPool.OnlyCurator.selector, address(factory)));
        factory.createPool(code, parameters(address(usd)), setup);
    }

    function testFuzz_createPool_takesEveryParameterWithinItsBounds(
        uint32 cooldown,
        uint256 r,
        uint256 rho,
        uint64 kappa,
        uint64 probability,
        uint8 classes
    ) public {
        IPool.Parameters memory p = parameters(address(usd));
        p.cooldown = uint32(bound(cooldown, 1 days, 14 days));
        p.r = uint64(bound(r, 1_000, 10_000) * 1e14);
        p.kappa = uint64(bound(kappa, 0, 0.05e18));
        p.classes = new IPool.ClassParameters[](bound(classes, 1, 16));
        for (uint256 i; i < p.classes.length; ++i) {
            p.classes[i].rho = uint64(bound(rho, 2_500, 10_000) * 1e14);
            p.classes[i].maxLossProbability = uint64(bound(probability, 1, 1e18));
        }
        factory.createPool(poolCode(), p, new bytes[](0));
    }

    // -- Refusals ------------------------------------------------------------------------------------------------

    function refuse(IPool.Parameters memory p, bytes32 field) private {
        bytes memory code = poolCode();
        uint256 pools = factory.count();
        vm.expectRevert(abi.encodeWithSelector(IPoolFactory.InvalidParameter.selector, field));
        factory.createPool(code, p, new bytes[](0));
        assertEq(factory.count(), pools);
    }

    /// @dev Every pool runs the same code.
    function testFuzz_createPool_revertsWith_WrongCreationCode(uint256 place, uint8 flip) public {
        bytes memory code = poolCode();
        flip = uint8(bound(flip, 1, 255));
        place = bound(place, 0, code.length - 1);
        code[place] = bytes1(uint8(code[place]) ^ flip);
        vm.expectRevert(
            abi.encodeWithSelector(IPoolFactory.WrongCreationCode.selector, factory.creationCodeHash(), keccak256(code))
        );
        factory.createPool(code, parameters(address(usd)), new bytes[](0));
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_decimals(uint8 decimals) public {
        decimals = uint8(bound(decimals, 19, 255));
        refuse(parameters(address(new TestToken("Token", "TKN", decimals))), "decimals");
    }

    /// @dev A token that does not say its decimals, or says something that is none.
    function test_createPool_revertsWith_InvalidParameter_decimals_notAnswered() public {
        refuse(parameters(address(incidents)), "decimals");
        vm.mockCall(address(usd), abi.encodeWithSignature("decimals()"), abi.encode(type(uint256).max));
        refuse(parameters(address(usd)), "decimals");
        vm.mockCall(address(usd), abi.encodeWithSignature("decimals()"), "six");
        refuse(parameters(address(usd)), "decimals");
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_asset(address asset) public {
        vm.assume(asset.code.length == 0);
        refuse(parameters(asset), "asset");
    }

    /// @dev No pool's asset is a Bulwark share.
    function test_createPool_revertsWith_InvalidParameter_asset_forAShare() public {
        refuse(parameters(address(pool)), "asset");
    }

    function test_createPool_revertsWith_InvalidParameter_curator() public {
        IPool.Parameters memory p = parameters(address(usd));
        p.curator = address(0);
        refuse(p, "curator");
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_cooldown(uint32 cooldown) public {
        vm.assume(cooldown < 1 days || cooldown > 14 days);
        IPool.Parameters memory p = parameters(address(usd));
        p.cooldown = cooldown;
        refuse(p, "cooldown");
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_r(uint64 r) public {
        vm.assume(r < 0.1e18 || r > 1e18 || r % 1e14 != 0);
        IPool.Parameters memory p = parameters(address(usd));
        p.r = r;
        refuse(p, "r");
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_kappa(uint64 kappa) public {
        IPool.Parameters memory p = parameters(address(usd));
        p.kappa = uint64(bound(kappa, 0.05e18 + 1, type(uint64).max));
        refuse(p, "kappa");
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_classes(uint8 classes) public {
        IPool.Parameters memory p = parameters(address(usd));
        p.classes = new IPool.ClassParameters[](classes % 2 == 0 ? 0 : bound(classes, 17, 255));
        refuse(p, "classes");
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_rho(uint64 rho, uint8 class) public {
        vm.assume(rho < 0.25e18 || rho > 1e18 || rho % 1e14 != 0);
        IPool.Parameters memory p = parameters(address(usd));
        p.classes[class % 4].rho = rho;
        refuse(p, "rho");
    }

    function testFuzz_createPool_revertsWith_InvalidParameter_maxLossProbability(uint64 value, uint8 class) public {
        IPool.Parameters memory p = parameters(address(usd));
        p.classes[class % 4].maxLossProbability = value % 2 == 0 ? 0 : uint64(bound(value, 1e18 + 1, type(uint64).max));
        refuse(p, "maxLossProbability");
    }
}
