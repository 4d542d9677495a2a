// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ATokenInstance} from "aave-v3/instances/ATokenInstance.sol";
import {PoolConfiguratorInstance} from "aave-v3/instances/PoolConfiguratorInstance.sol";
import {PoolInstance} from "aave-v3/instances/PoolInstance.sol";
import {VariableDebtTokenInstance} from "aave-v3/instances/VariableDebtTokenInstance.sol";
import {IDefaultInterestRateStrategyV2} from "aave-v3/interfaces/IDefaultInterestRateStrategyV2.sol";
import {IPool as IAavePool} from "aave-v3/interfaces/IPool.sol";
import {IPoolConfigurator} from "aave-v3/interfaces/IPoolConfigurator.sol";
import {AaveOracle} from "aave-v3/misc/AaveOracle.sol";
import {DefaultReserveInterestRateStrategyV2} from "aave-v3/misc/DefaultReserveInterestRateStrategyV2.sol";
import {ACLManager} from "aave-v3/protocol/configuration/ACLManager.sol";
import {PoolAddressesProvider} from "aave-v3/protocol/configuration/PoolAddressesProvider.sol";
import {ConfiguratorInputTypes} from "aave-v3/protocol/libraries/types/ConfiguratorInputTypes.sol";
import {TestToken} from "../test/mocks/TestToken.sol";
import {ReadingFixture} from "../test/unit/adjudicators/ReadingFixture.sol";
import {SettablePrice} from "./SettablePrice.sol";

/// @notice A market of Aave 3.6, all of it Aave's own code but the price of ether: dollars that are lent against ether.
/// This contract is its governance.
abstract contract AaveFixture is ReadingFixture {
    int256 internal constant ETHER_PRICE = 2_000e8;

    PoolAddressesProvider internal provider;
    IAavePool internal aave;
    TestToken internal weth;
    SettablePrice internal etherPrice;
    address internal umbrella = makeLabelled("umbrella");

    // -- Set up --------------------------------------------------------------------------------------------------

    /// @dev By its path: Aave has a `Pool.sol` of its own.
    function poolCode() internal view override returns (bytes memory) {
        return vm.getCode("contracts/src/pool/Pool.sol:Pool");
    }

    function setUp() public virtual override {
        super.setUp();
        weth = new TestToken("Test ether", "TETH", 18);
        provider = new PoolAddressesProvider("Bulwark's test market", address(this));
        provider.setACLAdmin(address(this));
        ACLManager acl = new ACLManager(provider);
        provider.setACLManager(address(acl));
        acl.addPoolAdmin(address(this));
        provider.setPoolImpl(
            address(new PoolInstance(provider, new DefaultReserveInterestRateStrategyV2(address(provider))))
        );
        provider.setPoolConfiguratorImpl(address(new PoolConfiguratorInstance()));
        provider.setAddress("UMBRELLA", umbrella);
        aave = IAavePool(provider.getPool());
        _setOracle();
        _setReserves();
    }

    function _setOracle() private {
        etherPrice = new SettablePrice(ETHER_PRICE);
        (address[] memory assets, address[] memory sources) = (new address[](2), new address[](2));
        (assets[0], sources[0]) = (address(usd), address(new SettablePrice(1e8)));
        (assets[1], sources[1]) = (address(weth), address(etherPrice));
        provider.setPriceOracle(address(new AaveOracle(provider, assets, sources, address(0), address(0), 1e8)));
    }

    function _setReserves() private {
        IPoolConfigurator configurator = IPoolConfigurator(provider.getPoolConfigurator());
        ConfiguratorInputTypes.InitReserveInput[] memory reserves = new ConfiguratorInputTypes.InitReserveInput[](2);
        reserves[0] = _reserve(address(usd));
        reserves[1] = _reserve(address(weth));
        configurator.initReserves(reserves);
        configurator.setReserveBorrowing(address(usd), true);
        configurator.setReserveFactor(address(usd), 10_00);
        configurator.configureReserveAsCollateral(address(usd), 75_00, 78_00, 104_50);
        configurator.configureReserveAsCollateral(address(weth), 80_00, 82_50, 105_00);
    }

    function _reserve(address asset) private returns (ConfiguratorInputTypes.InitReserveInput memory) {
        return ConfiguratorInputTypes.InitReserveInput({
            aTokenImpl: address(new ATokenInstance(aave, address(0), treasury)),
            variableDebtTokenImpl: address(new VariableDebtTokenInstance(aave, address(0))),
            underlyingAsset: asset,
            aTokenName: "Supplied",
            aTokenSymbol: "A",
            variableDebtTokenName: "Owed",
            variableDebtTokenSymbol: "V",
            params: "",
            interestRateData: abi.encode(IDefaultInterestRateStrategyV2.InterestRateData(92_00, 0, 6_00, 40_00))
        });
    }

    // -- Lend and borrow -----------------------------------------------------------------------------------------

    function supply(address who, TestToken token, uint256 amount) internal {
        token.mint(who, amount);
        vm.startPrank(who);
        token.approve(address(aave), amount);
        aave.supply(address(token), amount, who, 0);
        vm.stopPrank();
    }

    /// @dev Supplies ether and borrows dollars against it.
    function borrow(address who, uint256 ethers, uint256 dollars) internal {
        supply(who, weth, ethers);
        vm.prank(who);
        aave.borrow(address(usd), dollars, 2, 0, who);
    }

    /// @dev A liquidator, the keeper, takes all that Aave lets him take.
    function liquidate(address borrower, TestToken collateral) internal {
        usd.mint(keeper, 100 * MILLION);
        vm.startPrank(keeper);
        usd.approve(address(aave), type(uint256).max);
        aave.liquidationCall(address(collateral), address(usd), borrower, type(uint256).max, false);
        vm.stopPrank();
    }

    function liquidate(address borrower) internal {
        liquidate(borrower, weth);
    }

    /// @dev Umbrella burns supplied dollars of its own, which covers as much of the deficit.
    function coverDeficit(uint256 amount) internal {
        supply(umbrella, usd, amount + 1); // Aave rounds what it mints down
        vm.prank(umbrella);
        aave.eliminateReserveDeficit(address(usd), amount);
    }

    function pauseAave() internal {
        IPoolConfigurator(provider.getPoolConfigurator()).setPoolPause(true);
    }

    function deficit() internal view returns (uint256) {
        return aave.getReserveDeficit(address(usd));
    }
}
