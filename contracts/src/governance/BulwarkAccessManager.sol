// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";

/// @title Who may call which restricted function
/// @notice OpenZeppelin's, bounded: there are five roles; the two that change parameters, ADMIN and REGISTRAR, are held by
/// the timelock alone once the deployer has handed over, and by no decision by anybody else; no function of theirs ever
/// comes to a quick role. So no decision makes later ones faster than an exit (GOV-2).
/// @dev Assumption, for safety: the functions given to the quick roles before the hand-over are bounded in their code.
contract BulwarkAccessManager is AccessManager {
    // -- Constants -----------------------------------------------------------------------------------------------

    /// @notice Posts technical rates, within bounds and steps. Quick.
    uint64 public constant RATE_POSTER = 1;
    /// @notice Changes parameters and registries. Held by the timelock alone.
    uint64 public constant REGISTRAR = 2;
    /// @notice Pauses new sales for a bounded time. Quick.
    uint64 public constant GUARDIAN = 3;
    /// @notice Does what can only lower the risk of those who are in. Quick.
    uint64 public constant RISK_REDUCER = 4;

    // -- Storage -------------------------------------------------------------------------------------------------

    /// @notice Holds ADMIN and REGISTRAR.
    address public timelock;
    /// @notice Sets the roles up; zero once it has handed over.
    address public deployer;

    // -- Errors --------------------------------------------------------------------------------------------------

    /// @notice There is no role of this number.
    error UnknownRole(uint64 role);
    /// @notice This role is the timelock's alone.
    error TimelockOnly(uint64 role, address account);
    /// @notice After the hand-over no function of the timelock comes to a role that does not wait, nor to everybody.
    error FunctionWaits(address target, bytes4 selector, uint64 role);
    /// @notice This role would be managed by one that does not wait.
    error AdminMustWait(uint64 role, uint64 admin);
    /// @notice The authority of a contract cannot be replaced.
    error AuthorityIsFixed(address target);
    /// @notice Only the deployer hands over, once.
    error OnlyDeployer(address caller);
    /// @notice The zero address was given for the timelock.
    error NoTimelock();

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param initialAdmin Sets the roles up, then hands over.
    /// @param firstTimelock Will hold ADMIN and REGISTRAR, for ever.
    constructor(address initialAdmin, address firstTimelock) AccessManager(initialAdmin) {
        require(firstTimelock != address(0), NoTimelock());
        (timelock, deployer) = (firstTimelock, initialAdmin);
    }

    // -- Deployer ------------------------------------------------------------------------------------------------

    /// @notice Leaves ADMIN and REGISTRAR to the timelock, which may reduce risk, too. Only the deployer, once.
    function handOver() external {
        require(msg.sender == deployer, OnlyDeployer(msg.sender));
        _grantRole(ADMIN_ROLE, timelock, 0, 0);
        _grantRole(REGISTRAR, timelock, 0, 0);
        _grantRole(RISK_REDUCER, timelock, 0, 0);
        _revokeRole(ADMIN_ROLE, msg.sender);
        _revokeRole(REGISTRAR, msg.sender);
        deployer = address(0);
    }

    // -- Bounded -------------------------------------------------------------------------------------------------

    /// @notice Always reverts: a new version is a new set of contracts.
    function updateAuthority(address target, address) public pure override {
        revert AuthorityIsFixed(target);
    }

    function _grantRole(uint64 role, address account, uint32 grantDelay, uint32 executionDelay)
        internal
        override
        returns (bool)
    {
        require(role <= RISK_REDUCER || role == PUBLIC_ROLE, UnknownRole(role));
        // In the parent's constructor, which makes the deployer admin, there is no timelock yet.
        bool setUp = timelock == address(0) || (account == deployer && account != address(0));
        require(isQuick(role) || setUp || account == timelock, TimelockOnly(role, account));
        return super._grantRole(role, account, grantDelay, executionDelay);
    }

    function _setRoleAdmin(uint64 role, uint64 admin) internal override {
        require(!isQuick(admin) && admin <= RISK_REDUCER, AdminMustWait(role, admin));
        super._setRoleAdmin(role, admin);
    }

    function _setTargetFunctionRole(address target, bytes4 selector, uint64 role) internal override {
        require(role <= RISK_REDUCER, UnknownRole(role));
        bool waits = !isQuick(role) || isQuick(getTargetFunctionRole(target, selector));
        require(deployer != address(0) || waits, FunctionWaits(target, selector, role));
        super._setTargetFunctionRole(target, selector, role);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @notice Does a role act without the timelock?
    function isQuick(uint64 role) public pure returns (bool) {
        return role == RATE_POSTER || role == GUARDIAN || role == RISK_REDUCER;
    }
}
