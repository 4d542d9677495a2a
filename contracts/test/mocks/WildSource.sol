// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Answers any call with what was set for its selector, or misbehaves.
contract WildSource {
    enum Mood {
        Answers,
        Reverts,
        Short,
        BurnsGas,
        Floods,
        Reenters
    }

    mapping(bytes4 => uint256) private answers;
    mapping(bytes4 => bool) private known;
    mapping(bytes4 => Mood) private moods;
    address private target;
    bytes private attack;

    function set(bytes4 selector, uint256 answer) external {
        (answers[selector], known[selector]) = (answer, true);
    }

    function setMood(bytes4 selector, Mood mood) external {
        moods[selector] = mood;
    }

    /// @notice What is called before answering, if it re-enters.
    function setAttack(address target_, bytes calldata attack_) external {
        (target, attack) = (target_, attack_);
    }

    fallback() external {
        Mood mood = moods[msg.sig];
        require(known[msg.sig] && mood != Mood.Reverts, "unknown");
        if (mood == Mood.Reenters) {
            (bool done,) = target.call(attack);
            require(!done, "re-entered");
        }
        uint256 answer = answers[msg.sig];
        uint256 length = mood == Mood.Short ? 31 : mood == Mood.Floods ? 200_000 : 32;
        assembly ("memory-safe") {
            if eq(mood, 3) { invalid() }
            let out := mload(0x40)
            mstore(out, answer)
            return(out, length)
        }
    }
}
