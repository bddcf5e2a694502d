// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev A wallet that takes no coin.
contract Refusing {
    receive() external payable {
        revert("no, thanks");
    }
}

/// @dev A wallet that, as it gets coin, makes a call of its own, once.
contract Reentering {
    address private target;
    bytes private call;
    bool public done;
    bytes public answer;

    function prepare(address target_, bytes calldata call_) external {
        (target, call) = (target_, call_);
    }

    function execute(address to, uint256 value, bytes calldata data) external returns (bytes memory) {
        (bool success, bytes memory result) = to.call{value: value}(data);
        if (!success) {
            assembly {
                revert(add(result, 32), mload(result))
            }
        }
        return result;
    }

    receive() external payable {
        if (call.length == 0) return;
        bytes memory once = call;
        delete call;
        (done, answer) = target.call(once);
    }
}

/// @dev Forces coin on an address.
contract Forcing {
    constructor(address payable to) payable {
        selfdestruct(to);
    }
}

/// @dev A wallet that takes coin, refuses it, burns all gas, or makes a call of its own once, and keeps only whether it went through (little gas).
contract Moody {
    enum Mood {
        Takes,
        Refuses,
        Burns,
        Calls
    }

    Mood private mood;
    address private target;
    bytes private call;
    uint256 public went = 1;
    uint256 public refused = 1;

    function be(Mood mood_) external {
        mood = mood_;
    }

    function prepare(address target_, bytes calldata call_) external {
        (mood, target, call) = (Mood.Calls, target_, call_);
    }

    receive() external payable {
        if (mood == Mood.Refuses) revert("no, thanks");
        while (mood == Mood.Burns) {}
        if (mood != Mood.Calls) return;
        mood = Mood.Takes;
        (bool done,) = target.call(call);
        if (done) ++went;
        else ++refused;
    }
}
