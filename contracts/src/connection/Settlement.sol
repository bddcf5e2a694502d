// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {State, Terms} from "./State.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @dev The settlement asset: the chain's coin, or an ERC-20. What moves is measured, so a token that takes a fee or moves another sum is refused and never booked wrong; one that calls back
/// finds the ledger written.
library Settlement {
    using SafeERC20 for IERC20;

    /// @dev Gas for a wallet that gets its advance as its connection is closed: enough for a contract wallet, too little to hinder the board.
    uint256 private constant CLOSING_GAS = 100_000;

    /// @dev An amount in the asset's own units.
    function toUnits(State storage s, uint256 amount) internal view returns (uint256) {
        (uint256 unit, uint256 step) = (s.terms.unit, s.terms.step);
        if (amount % step != 0) revert IElectricityBilling.NotPayable(amount, step);
        return amount / step * unit;
    }

    /// @dev Takes a sum from the caller: sent along where it is coin, by its allowance where it is a token.
    function take(State storage s, uint256 amount) internal {
        uint256 value = toUnits(s, amount);
        IERC20 token = IERC20(s.terms.asset);
        uint256 coin = address(token) == address(0) ? value : 0;
        if (msg.value != coin) revert IElectricityBilling.WrongValue(msg.value, coin);
        if (address(token) == address(0)) return;
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), value);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != value) revert IElectricityBilling.WrongValue(received, value);
    }

    function send(State storage s, address to, uint256 amount) internal {
        uint256 value = toUnits(s, amount);
        if (!_send(s.terms, to, value, gasleft())) revert IElectricityBilling.TransferFailed(to, value);
    }

    /// @dev The same with little gas, and false where the wallet refuses it.
    function trySend(State storage s, address to, uint256 amount) internal returns (bool) {
        return amount % s.terms.step == 0 && _send(s.terms, to, toUnits(s, amount), CLOSING_GAS);
    }

    function _send(Terms storage terms, address to, uint256 value, uint256 gas_) private returns (bool) {
        IERC20 token = IERC20(terms.asset);
        if (address(token) == address(0)) return SafeTransferLib.trySafeTransferETH(to, value, gas_);
        uint256 before = token.balanceOf(address(this));
        if (!token.trySafeTransfer(to, value)) return false;
        uint256 sent = before - token.balanceOf(address(this));
        if (sent != value) revert IElectricityBilling.WrongValue(sent, value);
        return true;
    }
}
