// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Account} from "../types/Account.sol";
import {Overdue, Plan, Record} from "./State.sol";

/// @dev What of a connection's arrears is overdue, and whether a plan is kept. Nothing here loops over bills: where more than one bill is not due yet, what is overdue lags, it never leads.
library Debts {
    /// @dev The overdue principal, and the day it was due. Surcharge that may be open is left out.
    function overdue(Record storage record, uint256 today) internal view returns (uint64 principal, uint16 dueDay) {
        Account account = record.account;
        Overdue storage o = record.overdue;
        uint64 upTo;
        if (today > account.dueDay()) (upTo, dueDay) = (account.charged(), account.dueDay());
        else if (today > o.day) (upTo, dueDay) = (o.charged, o.day);
        uint64 credited = account.credited();
        if (upTo <= credited) return (0, 0);
        uint64 surcharge = openSurcharge(record);
        // What was charged with a bill that is not due yet is not due either.
        uint64 latest = o.surchargeEnd > upTo ? o.surchargeEnd - upTo : 0;
        surcharge = surcharge > latest ? surcharge - latest : 0;
        uint64 open = upTo - credited;
        return open > surcharge ? (open - surcharge, dueDay) : (0, 0);
    }

    /// @dev The surcharge in the arrears, at the most.
    function openSurcharge(Record storage record) internal view returns (uint64) {
        Overdue storage o = record.overdue;
        uint64 credited = record.account.credited();
        if (credited >= o.surchargeEnd) return 0;
        uint64 rest = o.surchargeEnd - credited;
        return rest < o.surcharge ? rest : o.surcharge;
    }

    /// @dev Whether there is a plan that is kept and not paid in full.
    function isKept(Record storage record, uint256 today) internal view returns (bool) {
        uint256 missed = missedDay(record);
        return missed != 0 && today <= missed;
    }

    /// @dev The day of the first instalment that is not paid; zero where there is no plan, or a paid one.
    function missedDay(Record storage record) internal view returns (uint256) {
        if (!record.arrangement.hasPlan) return 0;
        Plan memory plan = record.plan;
        uint256 paid = record.account.credited() - plan.creditedBefore;
        if (paid >= plan.total) return 0;
        // The least k whose sum of instalments, rounded down, is above what is paid: total · k / parts ≥ paid + 1.
        uint256 k = ((paid + 1) * plan.parts + plan.total - 1) / plan.total;
        return plan.startDay + plan.interval * k;
    }

    /// @dev Whether surcharge and notice are stopped: by a dispute, a plan, or since nothing of a prepaid connection is ever due.
    function isStopped(Record storage record, uint256 today) internal view returns (bool) {
        return record.meter.agreement() == 0 || record.arrangement.disputed != 0 || isKept(record, today);
    }

    /// @dev The day from which months of surcharge count: since it was due, since the last surcharge or dispute, since a plan was broken.
    function surchargeFrom(Record storage record, uint256 dueDay) internal view returns (uint256 day) {
        day = dueDay;
        uint256 charged = record.overdue.surchargedTo;
        if (charged > day) day = charged;
        uint256 missed = missedDay(record);
        if (missed > day) day = missed;
    }

    /// @dev Months begun, without the first day: ceil((days − 1) / 30), as APDCL counts them.
    function monthsBetween(uint256 from, uint256 today) internal pure returns (uint256) {
        return today > from ? (today - from + 28) / 30 : 0;
    }

    /// @dev First day of disconnection by the notice that stands; zero where what it named is paid, or it is stopped.
    function noticeDay(Record storage record, uint256 today) internal view returns (uint16) {
        bool isPaid = record.account.credited() >= record.arrangement.noticedUpTo;
        return isPaid || isStopped(record, today) ? 0 : record.arrangement.noticeDay;
    }
}
