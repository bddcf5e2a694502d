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
