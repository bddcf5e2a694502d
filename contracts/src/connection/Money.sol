// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {Account, AccountLib} from "../types/Account.sol";
import {Ledger} from "./Ledger.sol";
import {Settlement} from "./Settlement.sol";
import {Record, State} from "./State.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @dev Payments but the plain one in coin, refunds, credit notes, the board's money. Documented in IElectricityBilling.
library Money {
    using Settlement for State;

    function pay(State storage s, uint64 number, uint64 amount) public {
        _credit(s, number, amount);
        s.take(amount);
    }

    function payMany(State storage s, uint256[] calldata rows) external returns (uint256 total) {
        for (uint256 i; i < rows.length; ++i) {
            if (rows[i] >> 128 != 0) revert IElectricityBilling.BadRow(rows[i]);
            uint64 amount = uint64(rows[i] >> 64);
            // Each has to be payable by itself.
            s.toUnits(amount);
            _credit(s, uint64(rows[i]), amount);
            total += amount;
        }
        if (total == 0) revert IElectricityBilling.ZeroAmount();
        s.take(total);
    }

    function payWithPermit(
        State storage s,
        uint64 number,
        uint64 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s_
    ) external {
        if (s.terms.asset == address(0)) revert IElectricityBilling.NotAToken();
        // Whoever sees a permit may use it first; then the allowance is there all the same.
        try IERC20Permit(s.terms.asset).permit(msg.sender, address(this), s.toUnits(amount), deadline, v, r, s_) {}
            catch {}
        pay(s, number, amount);
    }

    function _credit(State storage s, uint64 number, uint64 amount) private {
        Record storage record = s.records[number];
        Account account = record.account;
        uint64 credited = Ledger.creditedWith(number, account, amount);
        record.account = account.withCredited(credited);
        emit IElectricityBilling.PaymentReceived(number, msg.sender, amount, credited, account.headBlock());
    }

    function refundAdvance(State storage s, uint64 number, uint64 amount) external {
        // Check
        address holder = Ledger.onlyHolder(s, number);
        if (amount == 0) revert IElectricityBilling.ZeroAmount();
        Record storage record = s.records[number];
        uint64 advance = record.account.advance();
        if (amount > advance) revert IElectricityBilling.AboveAdvance(number, amount, advance);

        // Effect
        Account account = record.account;
        record.account = withRefund(account, amount);
        emitRefund(account, number, holder, amount);

        // Interaction
        s.send(holder, amount);
    }

    /// @dev Money paid back counts as charged and collected at once, so that no counter falls and the board gets none of it.
    function withRefund(Account account, uint64 amount) internal view returns (Account) {
        return AccountLib.create(
            account.charged() + amount, account.credited(), account.collected() + amount, account.dueDay()
        );
    }

    function emitRefund(Account before, uint64 number, address holder, uint64 amount) internal {
        emit IElectricityBilling.AdvanceRefunded(number, holder, amount, before.charged() + amount, before.headBlock());
    }

    function issueCreditNote(State storage s, uint64 number, uint16 bill, uint64 amount, string calldata reason)
        public
    {
        // Check
        Record storage record = s.records[number];
        Account account = record.account;
        uint64 credited = Ledger.creditedWith(number, account, amount);
        uint16 bills = record.meter.bills();
        if (bill == 0 || bill > bills) revert IElectricityBilling.UnknownBill(number, bill, bills);
        Ledger.checkReason(reason);

        // Effect
        record.account = Ledger.credit(s, account, amount);
        emit IElectricityBilling.CreditNoteIssued(number, bill, amount, credited, account.headBlock(), reason);
    }

    function collect(State storage s, uint256[] calldata numbers) external returns (uint256 amount) {
        for (uint256 i; i < numbers.length; ++i) {
            // A number beyond 64 bits has no record, and so nothing to collect.
            Record storage record = s.records[numbers[i]];
            Account account = record.account;
            uint64 collectable = account.collectable();
            if (collectable == 0) continue;
            record.account = account.withCollected(account.collected() + collectable);
            amount += collectable;
        }
        Ledger.collected(s, amount);
    }

    function withdraw(State storage s, uint256 amount, address to) external {
        // Check
        if (amount == 0) revert IElectricityBilling.ZeroAmount();
        if (to == address(0)) revert IElectricityBilling.ZeroAddress();
        uint256 balance = s.sums.boardBalance;
        if (amount > balance) revert IElectricityBilling.AboveBoardBalance(amount, balance);

        // Effect
        balance -= amount;
        s.sums.boardBalance = uint128(balance);
        emit IElectricityBilling.Withdrawn(to, amount, balance);

        // Interaction
        s.send(to, amount);
    }
}
