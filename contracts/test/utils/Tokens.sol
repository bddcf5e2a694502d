// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20 as PlainERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

/// @dev A token with permits (EIP-2612).
contract Token is ERC20 {
    uint8 private immutable _decimals;

    constructor(uint8 decimals_) {
        _decimals = decimals_;
    }

    function name() public pure override returns (string memory) {
        return "Rupee";
    }

    function symbol() public pure override returns (string memory) {
        return "INR";
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @dev A token without permits.
contract TokenWithoutPermit is PlainERC20("Rupee", "INR") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @dev Its transfers return nothing, as those of USDT.
contract SilentToken is Token(6) {
    function transfer(address to, uint256 amount) public override returns (bool) {
        super.transfer(to, amount);
        assembly {
            return(0, 0)
        }
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        super.transferFrom(from, to, amount);
        assembly {
            return(0, 0)
        }
    }
}

/// @dev Refuses transfers with `false` once it is told to.
contract FalseToken is Token(6) {
    bool public refuses;

    function refuse(bool refuses_) external {
        refuses = refuses_;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        return refuses ? false : super.transfer(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return refuses ? false : super.transferFrom(from, to, amount);
    }
}

/// @dev Keeps a hundredth of what is moved.
contract FeeToken is Token(6) {
    function _afterTokenTransfer(address from, address to, uint256 amount) internal override {
        if (from != address(0) && to != address(0)) _burn(to, amount / 100);
    }
}

/// @dev Takes a hundredth more from the sender once it is told to.
contract GreedyToken is Token(6) {
    bool private takes;

    function take() external {
        takes = true;
    }

    function _afterTokenTransfer(address from, address to, uint256 amount) internal override {
        if (takes && from != address(0) && to != address(0)) _burn(from, amount / 100);
    }
}

/// @dev Refuses to pay to, or take from, wallets on a list.
contract BlockingToken is Token(6) {
    error Blocked(address wallet);

    mapping(address wallet => bool) public isBlocked;

    function setBlocked(address wallet, bool blocked) external {
        isBlocked[wallet] = blocked;
    }

    function _beforeTokenTransfer(address from, address to, uint256) internal view override {
        if (isBlocked[from]) revert Blocked(from);
        if (isBlocked[to]) revert Blocked(to);
    }
}

/// @dev Calls wallets that asked for it, before they send and after they receive, as an ERC-777 does. The call has no data, so that it meets a `receive` as coin does.
contract CallingToken is Token(6) {
    mapping(address wallet => bool) public wantsCall;

    function setWantsCall(address wallet, bool wants) external {
        wantsCall[wallet] = wants;
    }

    function _beforeTokenTransfer(address from, address, uint256) internal override {
        _call(from);
    }

    function _afterTokenTransfer(address, address to, uint256) internal override {
        _call(to);
    }

    function _call(address wallet) private {
        if (!wantsCall[wallet]) return;
        (bool done, bytes memory answer) = wallet.call("");
        if (done) return;
        assembly {
            revert(add(answer, 32), mload(answer))
        }
    }
}
