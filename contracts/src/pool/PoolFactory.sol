// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {GovernanceDelay} from "../governance/GovernanceDelay.sol";
import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {IPool} from "./interfaces/IPool.sol";
import {IPoolFactory} from "./interfaces/IPoolFactory.sol";

/// @title Makes pools; anyone may
contract PoolFactory is IPoolFactory, AccessManaged {
    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Shortest and longest cooldown, seconds: every exit is due before what was decided when it was asked for.
    uint256 public constant MIN_COOLDOWN = 1 days;
    uint256 public constant MAX_COOLDOWN = GovernanceDelay.MIN - GovernanceDelay.MARGIN;
    /// @notice Lowest that the least correlation within a class can be set to, WAD.
    uint256 public constant MIN_RHO = 0.25e18;
    /// @notice Lowest that the least correlation across classes can be set to, WAD.
    uint256 public constant MIN_R = 0.1e18;
    /// @notice Lowest that the largest loss probability of a class can be set to, WAD.
    uint256 public constant MIN_LOSS_PROBABILITY = 0.01e18;
    /// @notice Largest charge on the amount insured, WAD per year.
    uint256 public constant MAX_KAPPA = 0.05e18;
    uint256 public constant MAX_CLASSES = 16;
    uint256 private constant WAD = 1e18;
    uint256 private constant BASIS_POINT = 1e14;

    // -- Immutables ----------------------------------------------------------------------------------------------

    ICovers private immutable COVERS;
    IListings private immutable LISTINGS;
    IIncidents private immutable INCIDENTS;
    /// @inheritdoc IPoolFactory
    bytes32 public immutable creationCodeHash;

    // -- Storage -------------------------------------------------------------------------------------------------

    /// @inheritdoc IPoolFactory
    uint256 public count;
    Bounds private _bounds;

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param authority The AccessManager that grants the roles.
    constructor(ICovers covers, IListings listings, IIncidents incidents, bytes32 codeHash, address authority)
        AccessManaged(authority)
    {
        (COVERS, LISTINGS, INCIDENTS, creationCodeHash) = (covers, listings, incidents, codeHash);
        _bounds = Bounds(uint64(MIN_RHO), uint64(MIN_R), uint64(WAD));
    }

    // -- Anyone --------------------------------------------------------------------------------------------------

    /// @inheritdoc IPoolFactory
    function createPool(bytes calldata creationCode, IPool.Parameters calldata parameters, bytes[] calldata setup)
        external
        returns (address pool)
    {
        bytes32 codeHash = keccak256(creationCode);
        require(codeHash == creationCodeHash, WrongCreationCode(creationCodeHash, codeHash));
        uint8 decimals = check(parameters);

        uint256 number = ++count;
        // Until it is set up the pool has this factory as its curator.
        IPool.Parameters memory first = parameters;
        if (setup.length != 0) first.curator = address(this);
        bytes memory code = abi.encodePacked(creationCode, abi.encode(first, COVERS, LISTINGS, INCIDENTS, number));
        assembly ("memory-safe") {
            pool := create(0, add(code, 0x20), mload(code))
            if iszero(pool) {
                // The constructor's own error says why.
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
        emit PoolAsset(pool, parameters.asset, decimals);
        emit PoolCreated(pool, number, parameters.curator, parameters);
        require(COVERS.register(pool) == number, InvalidParameter("number"));
        if (setup.length != 0) configure(IPool(pool), setup, parameters.curator);
    }

    // -- Restricted ----------------------------------------------------------------------------------------------

    /// @inheritdoc IPoolFactory
    function setBounds(Bounds calldata newBounds) external restricted {
        _checkBound("minRho", newBounds.minRho, MIN_RHO);
        _checkBound("minR", newBounds.minR, MIN_R);
        _checkBound("maxLossProbability", newBounds.maxLossProbability, MIN_LOSS_PROBABILITY);
        _bounds = newBounds;
        emit BoundsSet(newBounds);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc IPoolFactory
    function bounds() external view returns (Bounds memory) {
        return _bounds;
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    function _checkBound(bytes32 field, uint256 value, uint256 min) private pure {
        require(value >= min && value <= WAD, BoundOutOfBounds(field, value, min, WAD));
    }

    /// @dev Makes the curator's calls, then hands over.
    function configure(IPool pool, bytes[] calldata setup, address curator) private {
        for (uint256 i; i < setup.length; ++i) {
            (bool ok, bytes memory reason) = address(pool).call(setup[i]);
            if (ok) continue;
            assembly ("memory-safe") {
                revert(add(reason, 0x20), mload(reason))
            }
        }
        pool.setCurator(curator);
    }

    /// @dev Every bound of the parameters.
    /// @return decimals Of the asset.
    function check(IPool.Parameters calldata p) private view returns (uint8 decimals) {
        require(p.asset.code.length != 0 && COVERS.numberOf(p.asset) == 0, InvalidParameter("asset"));
        require(p.curator != address(0), InvalidParameter("curator"));
        require(p.cooldown >= MIN_COOLDOWN && p.cooldown <= MAX_COOLDOWN, InvalidParameter("cooldown"));
        Bounds memory bound = _bounds;
        require(p.r >= bound.minR && p.r <= WAD && p.r % BASIS_POINT == 0, InvalidParameter("r"));
        require(p.kappa <= MAX_KAPPA, InvalidParameter("kappa"));
        require(p.classes.length != 0 && p.classes.length <= MAX_CLASSES, InvalidParameter("classes"));
        for (uint256 i; i < p.classes.length; ++i) {
            uint256 rho = p.classes[i].rho;
            require(rho >= bound.minRho && rho <= WAD && rho % BASIS_POINT == 0, InvalidParameter("rho"));
            uint256 probability = p.classes[i].maxLossProbability;
            require(probability != 0 && probability <= bound.maxLossProbability, InvalidParameter("maxLossProbability"));
        }
        (bool ok, bytes memory answer) = p.asset.staticcall(abi.encodeWithSignature("decimals()"));
        require(ok && answer.length == 32 && abi.decode(answer, (uint256)) <= 18, InvalidParameter("decimals"));
        decimals = abi.decode(answer, (uint8));
    }
}
