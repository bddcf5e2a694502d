// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {Meter, SPECIAL} from "../types/Meter.sol";
import {Debts} from "./Debts.sol";
import {Ledger} from "./Ledger.sol";
import {Money} from "./Money.sol";
import {Arrangement, Plan, Record, State} from "./State.sol";

/// @dev What holder and board agree or argue about: agreements, instalment plans, disputes, notices of disconnection. Documented in IConnectionLife.
library Arrangements {
    /// @dev The latest bill can be disputed for so many days after its due day.
    uint256 private constant DISPUTE_DAYS = 60;
    /// @dev From the day of a notice to the first day of disconnection: 15 clear days between (Electricity Act 2003, section 56).
    uint16 private constant NOTICE_DAYS = 16;
    uint256 private constant MOST_PARTS = 60;
    uint256 private constant MOST_INTERVAL = 366;

    // ------------------------------------------------------------------ agreement

    function proposeAgreement(State storage s, uint64 number, uint16 agreement, bool isOperator) external {
        bool byBoard = Ledger.isBoard(s, number, isOperator);
        Meter meter = Ledger.activeMeter(s, number);
        checkAgreement(agreement);
        Arrangement storage p = s.records[number].arrangement;
        uint16 last = p.nextAgreement == 0 ? meter.agreement() : p.nextAgreement - 1;
        if (agreement == last) revert IConnectionLife.SameAgreement(number, agreement);
        (p.agreement, p.agreementByBoard) = (agreement + 1, byBoard);
        emit IConnectionLife.AgreementProposed(number, agreement, byBoard);
    }

    function acceptAgreement(State storage s, uint64 number, uint16 agreement, bool isOperator) external {
        bool byBoard = Ledger.isBoard(s, number, isOperator);
        Meter meter = Ledger.activeMeter(s, number);
        Record storage r = s.records[number];
        Arrangement storage p = r.arrangement;
        if (p.agreement != uint256(agreement) + 1) revert IConnectionLife.NotProposed(number);
        if (p.agreementByBoard == byBoard) revert IConnectionLife.NotTheOtherSide(number, msg.sender);
        (p.agreement, p.nextAgreement) = (0, agreement + 1);
        r.meter = meter.with(SPECIAL, true);
        emit IConnectionLife.AgreementAccepted(number, agreement, meter.bills() + 1, Ledger.moveHead(r));
    }

    function checkAgreement(uint16 agreement) internal pure {
        if (agreement == 512 || agreement > 524) revert IElectricityBilling.BadAgreement(agreement);
    }

    // ------------------------------------------------------------------ instalment plan

    function proposePlan(State storage s, uint64 number, uint8 parts, uint16 interval, bool isOperator) external {
        bool byBoard = Ledger.isBoard(s, number, isOperator);
        if (parts < 2 || parts > MOST_PARTS || interval == 0 || interval > MOST_INTERVAL) {
            revert IConnectionLife.BadPlan(parts, interval);
        }
        Record storage r = s.records[number];
        if (r.account.arrears() == 0) revert IConnectionLife.NoArrears(number);
        (r.arrangement.parts, r.arrangement.interval, r.arrangement.planByBoard) = (parts, interval, byBoard);
        emit IConnectionLife.PlanProposed(number, parts, interval, byBoard);
    }

    function acceptPlan(State storage s, uint64 number, uint8 parts, uint16 interval, bool isOperator) external {
        bool byBoard = Ledger.isBoard(s, number, isOperator);
        Record storage r = s.records[number];
        Arrangement storage p = r.arrangement;
        if (parts == 0 || p.parts != parts || p.interval != interval) revert IConnectionLife.NotProposed(number);
        if (p.planByBoard == byBoard) revert IConnectionLife.NotTheOtherSide(number, msg.sender);
        uint64 arrears = r.account.arrears();
        if (arrears == 0) revert IConnectionLife.NoArrears(number);
        p.parts = 0;
        uint16 today = Ledger.dayOf(s, block.timestamp);
        r.plan = Plan({
            total: arrears, creditedBefore: r.account.credited(), startDay: today, interval: interval, parts: parts
        });
        (p.hasPlan, p.noticeDay) = (true, 0);
        emit IConnectionLife.PlanAgreed(
            number, arrears, parts, interval, today, r.account.credited(), Ledger.moveHead(r)
        );
    }

    // ------------------------------------------------------------------ dispute

    function openDispute(State storage s, uint64 number, uint16 bill, uint64 amount, bytes32 reason) external {
        Ledger.onlyHolder(s, number);
        if (amount == 0) revert IElectricityBilling.ZeroAmount();
        Record storage r = s.records[number];
        uint16 bills = r.meter.bills();
        if (bill == 0 || bill > bills) revert IElectricityBilling.UnknownBill(number, bill, bills);
        Arrangement storage c = r.arrangement;
        if (c.disputed != 0) revert IConnectionLife.DisputeIsOpen(number, c.disputed);
        uint256 lastDay = r.account.dueDay();
        if (bill == bills) lastDay += DISPUTE_DAYS;
        bool isBefore = bill < c.lastDisputed;
        bool wasDisputed = bill == c.lastDisputed || isBefore && c.beforeDisputed;
        if (wasDisputed || bill + 1 < bills || Ledger.dayOf(s, block.timestamp) > lastDay) {
            revert IConnectionLife.NotDisputable(number, bill);
        }
        c.beforeDisputed = isBefore || (c.lastDisputed != 0 && c.lastDisputed + 1 == bill);
        if (!isBefore) c.lastDisputed = bill;
        (c.disputed, c.noticeDay) = (bill, 0);
        emit IConnectionLife.DisputeOpened(number, bill, amount, reason, Ledger.moveHead(r));
    }

    function upholdDispute(State storage s, uint64 number, uint64 credit, string calldata reason) external {
        uint16 bill = s.records[number].arrangement.disputed;
        if (bill == 0) revert IConnectionLife.NoDispute(number);
        Money.issueCreditNote(s, number, bill, credit, reason);
        _endDispute(s, number, IConnectionLife.DisputeOutcome.Upheld, reason);
    }

    function rejectDispute(State storage s, uint64 number, string calldata reason) external {
        Ledger.checkReason(reason);
        _endDispute(s, number, IConnectionLife.DisputeOutcome.Rejected, reason);
    }

    function withdrawDispute(State storage s, uint64 number) external {
        Ledger.onlyHolder(s, number);
        _endDispute(s, number, IConnectionLife.DisputeOutcome.Withdrawn, "");
    }

    function _endDispute(State storage s, uint64 number, IConnectionLife.DisputeOutcome outcome, string memory reason)
        private
    {
        Record storage r = s.records[number];
        uint16 bill = r.arrangement.disputed;
        if (bill == 0) revert IConnectionLife.NoDispute(number);
        r.arrangement.disputed = 0;
        // The days of a dispute are never surcharged.
        uint16 today = Ledger.dayOf(s, block.timestamp);
        if (r.overdue.surchargedTo < today) r.overdue.surchargedTo = today;
        emit IConnectionLife.DisputeEnded(number, bill, outcome, Ledger.moveHead(r), reason);
    }

    // ------------------------------------------------------------------ notice of disconnection

    function giveNotice(State storage s, uint64 number) external {
        Meter meter = Ledger.activeMeter(s, number);
        Record storage r = s.records[number];
        uint16 today = Ledger.dayOf(s, block.timestamp);
        uint16 standing = Debts.noticeDay(r, today);
        if (standing != 0) revert IConnectionLife.NoticeStands(number, standing);
        Arrangement storage c = r.arrangement;
        if (c.disputed != 0) revert IConnectionLife.DisputeIsOpen(number, c.disputed);
        if (Debts.isKept(r, today)) revert IConnectionLife.PlanIsKept(number);
        (uint64 principal,) = Debts.overdue(r, today);
        if (principal == 0 || meter.agreement() == 0) revert IConnectionLife.NothingOverdue(number);
        (c.noticeDay, c.noticedUpTo) = (today + NOTICE_DAYS, r.account.credited() + principal);
        emit IConnectionLife.NoticeGiven(number, principal, c.noticeDay, Ledger.moveHead(r));
    }
}
