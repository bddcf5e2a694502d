// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {State} from "./State.sol";
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
        uint256 before = _begin(s, token);
        token.safeTransferFrom(msg.sender, address(this), value);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != value) revert IElectricityBilling.WrongValue(received, value);
        s.isMoving = false;
    }

    function send(State storage s, address to, uint256 amount) internal {
        uint256 value = toUnits(s, amount);
        (bool done, uint256 sent) = _send(s, to, value, gasleft());
        if (!done) revert IElectricityBilling.TransferFailed(to, value);
        if (sent != value) revert IElectricityBilling.WrongValue(sent, value);
    }

    /// @dev The same with little gas, and false where the wallet refuses it. A wallet that is called back and sends something in can't hinder it either.
    function trySend(State storage s, address to, uint256 amount) internal returns (bool done) {
        if (amount % s.terms.step != 0) return false;
        (uint256 value, uint256 sent) = (toUnits(s, amount), 0);
        (done, sent) = _send(s, to, value, CLOSING_GAS);
        if (sent > value) revert IElectricityBilling.WrongValue(sent, value);
    }

    function _send(State storage s, address to, uint256 value, uint256 gas_) private returns (bool done, uint256 sent) {
        IERC20 token = IERC20(s.terms.asset);
        if (address(token) == address(0)) return (SafeTransferLib.trySafeTransferETH(to, value, gas_), value);
        uint256 before = _begin(s, token);
        bytes memory answer;
        (done, answer) = address(token).call{gas: gas_}(abi.encodeCall(IERC20.transfer, (to, value)));
        if (answer.length != 0) done = done && abi.decode(answer, (uint256)) == 1;
        uint256 left = token.balanceOf(address(this));
        if (left < before) sent = before - left;
        s.isMoving = false;
    }

    /// @dev Nothing may move while a token moves. Returns what there is before it does.
    function _begin(State storage s, IERC20 token) private returns (uint256) {
        if (s.isMoving) revert IElectricityBilling.MoneyIsMoving();
        s.isMoving = true;
        return token.balanceOf(address(this));
    }
}
