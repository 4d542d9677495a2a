// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";

import {ICovers} from "../../cover/interfaces/ICovers.sol";
import {RiskId} from "../../cover/libraries/RiskId.sol";
import {IPool} from "../../pool/interfaces/IPool.sol";
import {ICourt} from "../interfaces/ICourt.sol";

/// @notice What is asked of a pool, besides `IPool`.
interface IPoolShares {
    function balanceOf(address account) external view returns (uint256);
    function totalAssets() external view returns (uint256);
    function totalSupply() external view returns (uint256);
    function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256);
}

/// @title What a case is worth, to a pool or to an assessor, in grains of stake
/// @notice Pools and covers are the protocol's own.
library Interests {
    /// @dev Grains in a whole stake token.
    uint256 private constant TOKEN = 1e9;
    /// @dev Largest interest that harms nothing, basis points of the weight.
    uint256 internal constant MAX_INTEREST = 100;

    // -- Compute -------------------------------------------------------------------------------------------------

    /// @notice Largest interest that harms nothing, grains, rounded down.
    function harmlessDown(uint256 weight) internal pure returns (uint256) {
        return weight * MAX_INTEREST / 10_000;
    }

    /// @notice The pool has sold cover on this risk.
    function requireSold(ICovers covers, bytes32 risk, address pool) internal view {
        require(covers.numberOf(pool) != 0 && IPool(pool).everSold(risk), ICourt.NoInterestOf(pool));
    }

    /// @notice What a pool's open incidents may take from it, grains of stake, rounded up.
    function atRiskUp(address pool, mapping(address => uint256) storage values) internal view returns (uint256) {
        return grainsUp(IPool(pool).asset(), IPool(pool).capital().openReserve, values);
    }

    /// @notice What an account's shares of a pool are worth at High, grains of stake, rounded up; zero where that is not known.
    function ofSharesUp(address pool, address account, mapping(address => uint256) storage values)
        internal
        view
        returns (uint256)
    {
        uint256 shares = IPoolShares(pool).balanceOf(account);
        if (shares == 0) return 0;
        address asset = IPool(pool).asset();
        if (values[asset] == 0) return 0;
        return grainsUp(asset, worthUp(pool, shares), values);
    }

    /// @notice What a position of an account is worth, grains of stake, rounded up.
    /// @param since Unix seconds; covers that ended by then pay nothing in the case.
    function ofPositionUp(
        ICovers covers,
        bytes32 risk,
        uint256 since,
        address account,
        ICourt.Position memory position,
        mapping(address => uint256) storage values
    ) internal view returns (uint256) {
        if (position.kind == ICourt.Interest.Cover) {
            return ofCoverUp(covers, risk, since, account, position.id, values);
        }
        address pool = position.pool;
        requireSold(covers, risk, pool);
        uint256 shares = position.kind == ICourt.Interest.Shares
            ? IPoolShares(pool).balanceOf(account)
            : IPoolShares(pool).pendingRedeemRequest(position.id, account);
        return grainsUp(IPool(pool).asset(), worthUp(pool, shares), values);
    }

    // -- Internal ------------------------------------------------------------------------------------------------

    /// @dev All that remains insured; nothing if the cover is another's, or on another risk, or ended before the loss: such
    /// a one is worth nothing, and could be given to every assessor.
    function ofCoverUp(
        ICovers covers,
        bytes32 risk,
        uint256 since,
        address account,
        uint256 id,
        mapping(address => uint256) storage values
    ) private view returns (uint256) {
        ICovers.Cover memory cover = covers.coverOf(id);
        if (RiskId.idOf(cover.listing, cover.key) != risk || cover.end <= since) return 0;
        if (IERC721(address(covers)).ownerOf(id) != account) return 0;
        address asset = IPool(covers.poolOf(id)).asset();
        uint256 decimals = IERC20Metadata(asset).decimals();
        return grainsUp(asset, cover.amount * 10 ** (decimals > 6 ? decimals - 6 : 0), values);
    }

    /// @dev At High: Low leaves out what open incidents may take, so that who may lose everything would seem to have nothing.
    function worthUp(address pool, uint256 shares) private view returns (uint256) {
        if (shares == 0) return 0;
        return Math.fullMulDivUp(shares, IPoolShares(pool).totalAssets(), IPoolShares(pool).totalSupply());
    }

    function grainsUp(address asset, uint256 units, mapping(address => uint256) storage values)
        private
        view
        returns (uint256)
    {
        uint256 value = values[asset];
        require(value != 0, ICourt.ValueUnknown(asset));
        return Math.min(Math.fullMulDivUp(units, TOKEN, value), type(uint64).max);
    }
}
