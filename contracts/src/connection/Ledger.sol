// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {Account, AccountLib} from "../types/Account.sol";
import {Meter} from "../types/Meter.sol";
import {Record, State} from "./State.sol";

/// @dev What the libraries share: who a connection is, what day it is, and how money is credited.
library Ledger {
    /// @dev Of a text of the board's.
    uint256 private constant REASON_BYTES = 280;

    function holderOf(State storage s, uint64 number) internal view returns (address holder) {
        holder = s.records[number].holder;
        if (holder == address(0)) revert IElectricityBilling.UnknownConnection(number);
    }

    /// @dev The error for a connection that is not active.
    function notActive(State storage s, uint64 number) internal view returns (bytes memory) {
        bytes4 selector = s.records[number].account.exists()
            ? IConnectionLife.ClosedConnection.selector
            : IElectricityBilling.UnknownConnection.selector;
        return abi.encodeWithSelector(selector, number);
    }

    function activeMeter(State storage s, uint64 number) internal view returns (Meter meter) {
        meter = s.records[number].meter;
        if (!meter.active()) fail(notActive(s, number));
    }

    /// @dev Whether the caller is the board; reverts for one that is neither board nor holder.
    function isBoard(State storage s, uint64 number, bool isOperator) internal view returns (bool) {
        if (msg.sender == holderOf(s, number)) return false;
        if (!isOperator) revert IConnectionLife.NotTheOtherSide(number, msg.sender);
        return true;
    }

    function onlyHolder(State storage s, uint64 number) internal view returns (address holder) {
        holder = holderOf(s, number);
        if (msg.sender != holder) revert IElectricityBilling.NotHolder(number, msg.sender, holder);
    }

    /// @dev The local day of a time.
    function dayOf(State storage s, uint256 time) internal view returns (uint16) {
        return uint16(uint256(int256(time) + s.terms.utcOffset) / 1 days);
    }

    function checkReason(string calldata reason) internal pure {
        uint256 length = bytes(reason).length;
        if (length == 0 || length > REASON_BYTES) revert IElectricityBilling.BadReason(length);
    }

    function fail(bytes memory reason) internal pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }

    function collected(State storage s, uint256 amount) internal {
        if (amount == 0) return;
        uint128 sum = s.sums.collected + uint128(amount);
        uint128 balance = s.sums.boardBalance + uint128(amount);
        (s.sums.collected, s.sums.boardBalance) = (sum, balance);
        emit IElectricityBilling.Collected(amount, balance);
    }

    /// @dev The account with money credited by the board. What that cancels of arrears counts as collected at once, since nobody will ever pay it. The rest is an advance,
    /// and money has to stand behind it.
    function credit(State storage s, Account account, uint64 amount) internal returns (Account) {
        uint64 collected_ = account.collected() + account.collectable();
        collected(s, account.collectable());
        uint64 arrears = account.arrears();
        uint64 cancelled = amount < arrears ? amount : arrears;
        uint128 advance = amount - cancelled;
        uint128 balance = s.sums.boardBalance;
        if (advance > balance) revert IElectricityBilling.AboveBoardBalance(advance, balance);
        s.sums.boardBalance = balance - advance;
        return
            AccountLib.create(account.charged(), account.credited() + amount, collected_ + cancelled, account.dueDay());
    }

    /// @dev Everything credited with so much more.
    function creditedWith(uint64 number, Account account, uint64 amount) internal pure returns (uint64) {
        if (amount == 0) revert IElectricityBilling.ZeroAmount();
        if (!account.exists()) revert IElectricityBilling.UnknownConnection(number);
        uint256 sum = uint256(account.credited()) + amount;
        if (sum > type(uint64).max) revert IElectricityBilling.AmountTooLarge(number, amount);
        return uint64(sum);
    }

    /// @dev Moves the head of the connection's money events to this block, and returns the one before.
    function moveHead(Record storage record) internal returns (uint32 previousBlock) {
        Account account = record.account;
        previousBlock = account.headBlock();
        record.account = account.withHead();
    }
}
