// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../interfaces/ITariffBook.sol";
import {Account, AccountLib} from "../types/Account.sol";
import {ACTIVE, Meter, MeterLib} from "../types/Meter.sol";
import {Arrangements} from "./Arrangements.sol";
import {Bills} from "./Bills.sol";
import {Debts} from "./Debts.sol";
import {Ledger} from "./Ledger.sol";
import {Money} from "./Money.sol";
import {Settlement} from "./Settlement.sol";
import {Arrangement, Estimates, Offer, Plan, Record, State} from "./State.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";

/// @dev Registration, handover, closing, and what stands of a connection. Documented in IElectricityBilling and IConnectionLife.
library Connections {
    using EnumerableSet for EnumerableSet.UintSet;
    using Settlement for State;

    uint16 private constant NONE = type(uint16).max;

    function register(State storage s, IElectricityBilling.Registration calldata r) external {
        // Check
        if (r.number == 0) revert IElectricityBilling.ConnectionIsZero();
        Record storage record = s.records[r.number];
        if (record.account.exists()) revert IElectricityBilling.AlreadyRegistered(r.number);
        if (r.holder == address(0)) revert IElectricityBilling.ZeroAddress();
        if (r.loadW == 0) revert IElectricityBilling.ZeroLoad(r.number);
        Arrangements.checkAgreement(r.agreement);
        if (r.readAt > block.timestamp) {
            revert IElectricityBilling.ReadingInFuture(r.number, r.readAt, block.timestamp);
        }
        ITariffBook book = ITariffBook(s.terms.tariffBook);
        if (book.versions(r.category).length == 0) revert IElectricityBilling.UnknownCategory(r.category);
        uint16 day = Ledger.dayOf(s, r.readAt);
        // Reverts where the first bill's period would begin before any tariff: no version can ever start in the past.
        book.versionOn(r.category, day);

        // Effect
        record.meter = MeterLib.create(r.category, r.loadW, r.agreement, r.register, r.readAt, day);
        record.account = AccountLib.create(0, 0, 0, 0);
        record.holder = r.holder;
        s.held[r.holder].add(r.number);
        s.numbers.push(r.number);
        emit IElectricityBilling.ConnectionRegistered(
            r.number, r.holder, r.category, r.loadW, r.agreement, r.register, r.readAt
        );
    }

    function offerHandover(State storage s, uint64 number, address to, bool isOperator) external {
        address holder = Ledger.holderOf(s, number);
        bool byBoard = msg.sender != holder;
        if (byBoard) {
            if (!isOperator) revert IElectricityBilling.NotHolder(number, msg.sender, holder);
            uint64 advance = s.records[number].account.advance();
            if (advance != 0 && to != address(0)) revert IElectricityBilling.AdvanceInTheWay(number, advance);
        }
        if (to == holder) revert IElectricityBilling.SameHolder(number, holder);
        s.records[number].offer = Offer({to: to, byBoard: byBoard});
        emit IElectricityBilling.HandoverOffered(number, holder, to);
    }

    function issueFinalBill(State storage s, uint64 number) external returns (uint64) {
        Ledger.activeMeter(s, number);
        if (s.records[number].offer.to == address(0)) revert IConnectionLife.NoHandover(number);
        return Bills.issueLast(s, number);
    }

    function acceptHandover(State storage s, uint64 number) external {
        address from = Ledger.holderOf(s, number);
        Record storage record = s.records[number];
        Offer memory offer = record.offer;
        if (msg.sender != offer.to) revert IElectricityBilling.NotOffered(number, msg.sender, offer.to);
        uint64 advance = record.account.advance();
        if (offer.byBoard && advance != 0) revert IElectricityBilling.AdvanceInTheWay(number, advance);

        delete record.offer;
        // Nobody is bound by what another holder proposed.
        (record.arrangement.agreement, record.arrangement.parts) = (0, 0);
        record.holder = msg.sender;
        s.held[from].remove(number);
        s.held[msg.sender].add(number);
        emit IElectricityBilling.HandedOver(number, from, msg.sender, Ledger.moveHead(record));
    }

    function setMeterKey(State storage s, uint64 number, address key) external {
        Ledger.activeMeter(s, number);
        s.records[number].device.key = key;
        emit IConnectionLife.MeterKeySet(number, key);
    }

    function close(State storage s, uint64 number) external {
        // Check
        Record storage record = s.records[number];
        Meter meter = Ledger.activeMeter(s, number);
        bool isBilled = Ledger.dayOf(s, meter.readAt()) <= meter.billedDay() && record.estimates.bills == 0;
        if (!isBilled || meter.isEstimated()) Bills.issueLast(s, number);

        // Effect
        meter = record.meter;
        address holder = record.holder;
        record.meter = meter.with(ACTIVE, false);
        emit IConnectionLife.ConnectionClosed(number, holder, meter.register(), Ledger.moveHead(record));
        Account account = record.account;
        uint64 advance = account.advance();
        if (advance == 0) return;

        // Interaction: a wallet that refuses the money takes it later.
        record.account = Money.withRefund(account, advance);
        if (s.trySend(holder, advance)) Money.emitRefund(account, number, holder, advance);
        else record.account = account;
    }

    function standing(State storage s, uint64 number) external view returns (IConnectionLife.Standing memory result) {
        Record storage r = s.records[number];
        uint256 today = Ledger.dayOf(s, block.timestamp);
        result.isClosed = r.account.exists() && !r.meter.active();
        (result.registerOffset, result.meterKey) = (r.device.offset, r.device.key);
        _proposals(r.arrangement, result);
        result.isEstimated = r.meter.isEstimated();
        Estimates memory e = r.estimates;
        (result.estimatedBills, result.estimatedCharge) = (e.bills, e.charged);
        (result.spanRegister, result.spanDay) = (e.spanRegister, e.spanDay);
        (result.overdue,) = Debts.overdue(r, today);
        result.surcharge = Debts.openSurcharge(r);
        Plan memory plan = r.plan;
        (result.planParts, result.planInterval, result.planDay) = (plan.parts, plan.interval, plan.startDay);
        (result.planTotal, result.planCredited) = (plan.total, plan.creditedBefore);
        result.planKept = Debts.isKept(r, today);
        Arrangement memory c = r.arrangement;
        (result.disputedBill, result.lastDisputedBill) = (c.disputed, c.lastDisputed);
        result.beforeDisputed = c.beforeDisputed;
        result.noticeDay = Debts.noticeDay(r, today);
        result.mayDisconnect = result.noticeDay != 0 && today >= result.noticeDay;
    }

    function _proposals(Arrangement memory p, IConnectionLife.Standing memory result) private pure {
        result.proposedAgreement = p.agreement == 0 ? NONE : p.agreement - 1;
        result.agreementByBoard = p.agreementByBoard;
        result.nextAgreement = p.nextAgreement == 0 ? NONE : p.nextAgreement - 1;
        (result.proposedParts, result.planByBoard) = (p.parts, p.planByBoard);
        result.proposedInterval = p.parts == 0 ? 0 : p.interval;
    }
}
