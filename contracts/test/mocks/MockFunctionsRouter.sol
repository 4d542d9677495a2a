// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IFunctionsConsumer} from "../../src/adjudicators/interfaces/IFunctionsRouter.sol";

/// @title A Functions router whose answers a test gives
/// @notice As the real one it calls back with the request's gas, forgets a revert, and returns subscriptions as a struct;
/// unlike it, it answers twice, late, and under any number, if it is told to.
contract MockFunctionsRouter {
    struct Subscription {
        uint96 balance;
        address owner;
        uint96 blockedBalance;
        address proposedOwner;
        address[] consumers;
        bytes32 flags;
    }

    struct Sent {
        address consumer;
        uint64 subscription;
        bytes data;
        uint16 version;
        uint32 callbackGas;
        bytes32 donId;
    }

    bool public paused;
    bool public retired;
    bool public repeatsIds;
    uint256 public count;
    mapping(uint64 => address) private owners;
    mapping(address => mapping(uint64 => bool)) private allowed;
    mapping(bytes32 => Sent) internal requests;

    function setPaused(bool paused_) external {
        paused = paused_;
    }

    function setRetired(bool retired_) external {
        retired = retired_;
    }

    function setRepeatsIds(bool repeats) external {
        repeatsIds = repeats;
    }

    function subscribe(uint64 subscription, address owner, address consumer, bool isAllowed) external {
        owners[subscription] = owner;
        allowed[consumer][subscription] = isAllowed;
    }

    function sendRequest(uint64 subscription, bytes calldata data, uint16 version, uint32 gas_, bytes32 donId)
        public
        virtual
        returns (bytes32 id)
    {
        require(allowed[msg.sender][subscription] && !paused, "refused");
        if (!repeatsIds) ++count;
        id = keccak256(abi.encode(count));
        requests[id] = Sent(msg.sender, subscription, data, version, gas_, donId);
    }

    /// @return taken True if the callback did not revert.
    function answer(bytes32 id, bytes calldata result, bytes calldata err) public returns (bool taken) {
        Sent storage sent = requests[id];
        bytes memory call = abi.encodeCall(IFunctionsConsumer.handleOracleFulfillment, (id, result, err));
        (taken,) = sent.consumer.call{gas: sent.callbackGas}(call);
    }

    function sentOf(bytes32 id) external view returns (Sent memory) {
        return requests[id];
    }

    function getSubscription(uint64 subscription) external view returns (Subscription memory s) {
        s.owner = owners[subscription];
        require(s.owner != address(0), "InvalidSubscription");
        s.consumers = new address[](2);
    }

    function getContractById(bytes32 donId) external view returns (address) {
        return donId == "don" && !retired ? address(this) : address(0);
    }

    function getConsumer(address client, uint64 subscription) external view returns (bool, uint64, uint64) {
        return (allowed[client][subscription], 0, 0);
    }
}

/// @title A router that answers, and asks again, before it has given out its number
contract ReentrantRouter is MockFunctionsRouter {
    bytes private again;
    bytes4 public refusal;
    bool public taken;

    function reenter(bytes calldata call) external {
        again = call;
    }

    function sendRequest(uint64 subscription, bytes calldata data, uint16 version, uint32 gas_, bytes32 donId)
        public
        override
        returns (bytes32 id)
    {
        id = super.sendRequest(subscription, data, version, gas_, donId);
        (bool done, bytes memory reason) = msg.sender.call(again);
        if (!done) refusal = bytes4(reason);
        taken = this.answer(id, abi.encode(60, 0, 0), "");
    }
}
