// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../interfaces/ITariffBook.sol";
import {Account, AccountLib} from "../types/Account.sol";
import {BILLED_DAY, Meter, MeterLib, SPECIAL} from "../types/Meter.sol";
import {Debts} from "./Debts.sol";
import {Ledger} from "./Ledger.sol";
import {Periods} from "./Periods.sol";
import {Overdue, Record, State} from "./State.sol";

/// @dev Bills but the plain ones: on top of arrears (surcharge), over several agreed periods, on estimates and after them, before a change of agreement, at the end; and why a bill is refused.
/// Documented in IElectricityBilling and IConnectionLife.
library Bills {
    uint256 private constant NO_BILL = type(uint256).max;

    /// @dev A bill in the making.
    struct Draft {
        uint64 number;
        Meter meter;
        Account account;
        uint16 today;
        // What is billed: days [fromDay, toDay), energy in Wh from a register on, period by period.
        uint256 fromDay;
        uint256 toDay;
        uint256 opening;
        uint256 wh;
        uint256 periods;
        // Whether bills on estimates have charged for the same days, and what.
        bool isTrueUp;
        uint256 estimated;
        // By the tariff: the sum of the periods' totals, the version on the last day, days from issue to the due day.
        uint256 total;
        uint16 version;
        uint256 dueDays;
        // Late surcharge: on what, from which day, for how long.
        uint64 principal;
        uint256 lateFrom;
        uint256 months;
        uint256 surcharge;
        // By the ledger: what the bill asks for, and what the estimates charged too much.
        uint256 amount;
        uint256 credit;
        uint256 chargedAfter;
    }

    /// @dev What the caller adds up; `reason` tells why there is no bill, and is empty too for a row whose place a later one of the batch takes.
    struct Issued {
        bytes reason;
        bool done;
        uint64 amount;
        uint256 billed;
        uint256 billedWh;
        uint256 collected;
    }

    /// @param id Consumer number.
    /// @param row What ITariffBook.totals was asked, or zero.
    /// @param result What it answered.
    function issue(State storage s, uint256 id, uint256 row, uint256 result) external returns (Issued memory issued) {
        if (id > type(uint64).max) issued.reason = abi.encodeWithSelector(IElectricityBilling.BadRow.selector, id);
        else _issue(s, uint64(id), row, result, false, issued);
    }

    /// @dev The last bill of a holder's, whatever the agreed period. Reverts with the reason why there is none.
    function issueLast(State storage s, uint64 number) external returns (uint64) {
        if (s.records[number].meter.isEstimated()) revert IConnectionLife.LatestIsEstimated(number);
        Issued memory issued;
        _issue(s, number, 0, 0, true, issued);
        if (!issued.done) Ledger.fail(issued.reason);
        s.sums.billed += uint128(issued.billed);
        unchecked {
            // The true-up of estimates may take energy back.
            s.sums.billedWh = uint128(uint256(s.sums.billedWh) + issued.billedWh);
        }
        Ledger.collected(s, issued.collected);
        return issued.amount;
    }

    function _issue(State storage s, uint64 number, uint256 row, uint256 result, bool isLast, Issued memory issued)
        private
    {
        Draft memory d;
        (d.number, d.meter, d.account) = (number, s.records[number].meter, s.records[number].account);
        d.today = Ledger.dayOf(s, block.timestamp);
        // Check
        bool hasResult = row != 0 && !d.meter.isSpecial() && d.meter.billedDay() == uint16(row >> BILLED_DAY);
        if (hasResult && d.meter.register() - d.meter.billedRegister() != uint64(row)) return;
        issued.reason = _span(s, d, isLast);
        if (issued.reason.length != 0) return;
        if (hasResult && result != NO_BILL) _take(d, result);
        else issued.reason = _total(s, d);
        if (issued.reason.length != 0) return;
        issued.reason = _settle(s, d);
        if (issued.reason.length != 0) return;

        // Effect
        _emit(d);
        _book(s, d, issued);
    }

    /// @dev Finds what is to be billed, or why nothing is.
    function _span(State storage s, Draft memory d, bool isLast) private view returns (bytes memory) {
        Record storage r = s.records[d.number];
        Meter meter = d.meter;
        if (!meter.active()) return Ledger.notActive(s, d.number);
        (d.fromDay, d.toDay) = (meter.billedDay(), Ledger.dayOf(s, meter.readAt()));
        d.isTrueUp = meter.isSpecial() && !meter.isEstimated() && r.estimates.bills != 0;
        // Estimates that were read on the day they were billed up to still have to be trued up at the end.
        if (d.toDay <= d.fromDay && !(isLast && d.isTrueUp)) {
            return abi.encodeWithSelector(IElectricityBilling.NothingToBill.selector, d.number, d.fromDay, d.toDay);
        }
        uint256 earliest = d.fromDay + Periods.shortest(meter.agreement());
        if (d.toDay < earliest && meter.bills() != 0 && !isLast) {
            return abi.encodeWithSelector(IElectricityBilling.PeriodNotOver.selector, d.number, d.toDay, earliest);
        }
        d.opening = meter.billedRegister();
        if (d.isTrueUp) {
            (d.fromDay, d.opening) = (r.estimates.spanDay, r.estimates.spanRegister);
            d.estimated = r.estimates.charged;
        }
        d.wh = meter.register() - d.opening;
        d.periods = Periods.count(meter.agreement(), d.toDay - d.fromDay);
        return "";
    }

    function _take(Draft memory d, uint256 result) private pure {
        d.total += uint64(result);
        (d.version, d.dueDays) = (uint16(result >> 64), uint16(result >> 80));
    }

    /// @dev Adds up the totals of the periods, each billed by itself as if the meter had been read at its end, or tells why there is none.
    function _total(State storage s, Draft memory d) private view returns (bytes memory) {
        uint256[] memory rows = new uint256[](d.periods);
        (uint256 length, uint256 wh) = (d.toDay - d.fromDay, 0);
        for (uint256 i; i < rows.length; ++i) {
            uint256 from = length * i / rows.length;
            uint256 to = length * (i + 1) / rows.length;
            uint256 until = d.wh * to / length;
            rows[i] = (d.fromDay + to) << 192 | uint256(d.meter.category()) << 176 | uint256(d.meter.loadW()) << 144
                | (d.fromDay + from) << 128 | (until - wh);
            wh = until;
        }
        ITariffBook book = ITariffBook(s.terms.tariffBook);
        uint256[] memory results = book.totals(rows);
        for (uint256 i; i < rows.length; ++i) {
            if (results[i] == NO_BILL) return _noBill(book, d.number, rows[i]);
            _take(d, results[i]);
        }
        return d.total > type(uint64).max ? _tooLarge(d.number, d.total) : bytes("");
    }

    /// @dev Why the tariff yields no total for a row.
    function _noBill(ITariffBook book, uint64 number, uint256 row) private view returns (bytes memory reason) {
        ITariffBook.Usage memory usage;
        (usage.wh, usage.loadW) = (uint64(row), uint32(row >> 144));
        (usage.fromDay, usage.toDay) = (uint16(row >> 128), uint16(row >> 192));
        try book.quote(uint16(row >> 176), usage) returns (ITariffBook.Quote memory quote) {
            if (quote.total >= 0) return _tooLarge(number, uint256(quote.total));
            reason = abi.encodeWithSelector(IElectricityBilling.NegativeTotal.selector, quote.total);
        } catch (bytes memory refusal) {
            reason = refusal;
        }
        return abi.encodeWithSelector(IElectricityBilling.NoBill.selector, number, reason);
    }

    function _tooLarge(uint64 number, uint256 amount) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.AmountTooLarge.selector, number, amount);
    }

    /// @dev Finds what the ledger will take, or why it can't.
    function _settle(State storage s, Draft memory d) private view returns (bytes memory) {
        if (d.total >= d.estimated) d.amount = d.total - d.estimated;
        else d.credit = d.estimated - d.total;
        if (d.account.arrears() != 0) _addSurcharge(s, d);
        d.chargedAfter = d.account.charged() + d.surcharge + d.amount;
        if (d.chargedAfter > type(uint64).max) return _tooLarge(d.number, d.amount);
        uint256 credited = d.account.credited() + d.credit;
        if (credited > type(uint64).max) return _tooLarge(d.number, d.credit);
        // What of the credit becomes an advance the board must have.
        uint256 advance = credited > d.chargedAfter ? credited - d.chargedAfter : 0;
        if (advance > d.credit) advance = d.credit;
        uint256 balance = uint256(s.sums.boardBalance) + _accountAfter(d).collectable();
        if (advance <= balance) return "";
        return abi.encodeWithSelector(IElectricityBilling.AboveBoardBalance.selector, advance, balance);
    }

    /// @dev None while a dispute is open or a plan is kept, none for a prepaid connection, none twice for the same days.
    function _addSurcharge(State storage s, Draft memory d) private view {
        Record storage r = s.records[d.number];
        if (Debts.isStopped(r, d.today)) return;
        uint256 dueDay;
        (d.principal, dueDay) = Debts.overdue(r, d.today);
        if (d.principal == 0) return;
        d.lateFrom = Debts.surchargeFrom(r, dueDay);
        d.months = Debts.monthsBetween(d.lateFrom, d.today);
        if (d.months == 0) return;
        d.surcharge = ITariffBook(s.terms.tariffBook).surcharge(d.meter.category(), d.version, d.principal, d.months);
    }

    function _emit(Draft memory d) private {
        uint16 bill = d.meter.bills() + 1;
        if (d.surcharge != 0) {
            emit IConnectionLife.SurchargeCharged(
                d.number,
                bill,
                d.principal,
                uint16(d.months),
                uint64(d.surcharge),
                uint64(d.chargedAfter - d.amount),
                d.account.headBlock()
            );
        }
        if (d.periods != 1 || d.isTrueUp) {
            emit IConnectionLife.SpanBilled(
                d.number,
                bill,
                uint16(d.periods),
                uint64(d.total),
                uint64(d.estimated),
                uint64(d.credit),
                uint64(d.account.credited() + d.credit),
                d.account.headBlock()
            );
        }
        emit IElectricityBilling.BillIssued(
            d.number,
            bill,
            uint32(d.meter.category()) << 16 | d.version,
            uint16(d.fromDay),
            uint16(d.toDay),
            uint48(d.opening),
            d.meter.register(),
            IElectricityBilling.ReadingKind(d.meter.kind()),
            d.meter.loadW(),
            uint64(d.amount),
            uint64(d.chargedAfter),
            uint16(d.today + d.dueDays),
            d.account.headBlock()
        );
    }

    function _book(State storage s, Draft memory d, Issued memory issued) private {
        Record storage r = s.records[d.number];
        if (d.account.arrears() != 0) _moveOverdue(r, d);
        Account account = _accountAfter(d);
        if (d.credit == 0) {
            issued.collected = account.collectable();
            r.account = account.withCollected(account.collected() + account.collectable());
        } else {
            // Collects first.
            r.account = Ledger.credit(s, account, uint64(d.credit));
        }
        r.meter = _after(r, d);

        (issued.done, issued.amount) = (true, uint64(d.amount));
        issued.billed = d.surcharge + d.amount;
        unchecked {
            // Around zero where estimates had billed more energy than was used.
            issued.billedWh = uint256(d.meter.register()) - d.meter.billedRegister();
        }
    }

    /// @dev The account with the bill, before anything is collected or credited.
    function _accountAfter(Draft memory d) private view returns (Account) {
        return AccountLib.create(
            uint64(d.chargedAfter), d.account.credited(), d.account.collected(), uint16(d.today + d.dueDays)
        );
    }

    /// @dev Remembers what is due when, as a bill comes on top of arrears.
    function _moveOverdue(Record storage r, Draft memory d) private {
        Overdue memory o = r.overdue;
        if (d.surcharge != 0) {
            o.surchargedTo = uint16(d.lateFrom + 30 * d.months);
            o.surcharge = Debts.openSurcharge(r) + uint64(d.surcharge);
            o.surchargeEnd = d.account.charged() + uint64(d.surcharge);
        }
        // While older debt is not due, that is what comes due next.
        if (d.today > o.day || d.today > d.account.dueDay() || o.charged <= d.account.credited()) {
            (o.charged, o.day) = (d.account.charged(), d.account.dueDay());
        }
        r.overdue = o;
    }

    /// @dev The meter's word after a bill: an estimated bill is remembered, others end the estimates; an accepted agreement follows.
    function _after(Record storage r, Draft memory d) private returns (Meter next) {
        if (d.isTrueUp) {
            delete r.estimates;
        } else if (d.meter.isEstimated()) {
            if (r.estimates.bills == 0) {
                (r.estimates.spanRegister, r.estimates.spanDay) = (uint48(d.opening), uint16(d.fromDay));
            }
            r.estimates.charged += uint64(d.amount);
            ++r.estimates.bills;
        }
        next = MeterLib.afterBill(uint256(Meter.unwrap(d.meter)), d.toDay, d.meter.bills() + 1);
        if (!d.meter.isSpecial() && !d.meter.isEstimated()) return next;
        if (r.arrangement.nextAgreement != 0) {
            next = next.withAgreement(r.arrangement.nextAgreement - 1);
            r.arrangement.nextAgreement = 0;
        }
        return next.with(SPECIAL, r.estimates.bills != 0);
    }
}
