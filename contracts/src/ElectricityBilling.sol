// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Arrangements} from "./connection/Arrangements.sol";
import {Bills} from "./connection/Bills.sol";
import {Connections} from "./connection/Connections.sol";
import {Money} from "./connection/Money.sol";
import {Periods} from "./connection/Periods.sol";
import {Readings} from "./connection/Readings.sol";
import {Record, State, Sums, Terms} from "./connection/State.sol";
import {IConnectionLife} from "./interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "./interfaces/IElectricityBilling.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {Words} from "./libraries/Words.sol";
import {Account, COLLECTED, CREDITED, DUE_DAY, HEAD_BLOCK} from "./types/Account.sol";
import {
    ACTIVE,
    AGREEMENT,
    BILLED_DAY,
    BILLED_REGISTER,
    BILLS,
    BILL_BITS,
    CATEGORY,
    KIND,
    LOAD,
    Meter,
    PLAIN,
    PLAIN_MASK,
    READING_BITS,
    READING_BLOCK,
    READ_AT,
    SPECIAL_BILL
} from "./types/Meter.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";

/// @title ElectricityBilling
/// @dev Documented in IElectricityBilling and IConnectionLife. Roles and the hot paths stand here; the rest is in libraries, linked at deployment and as fixed as this code.
contract ElectricityBilling is IElectricityBilling, IConnectionLife, AccessControlDefaultAdminRules, Pausable {
    using Arrangements for State;
    using Bills for State;
    using Connections for State;
    using EnumerableSet for EnumerableSet.UintSet;
    using Money for State;
    using Readings for State;
    using Words for uint256[];

    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");
    bytes32 public constant READER_ROLE = keccak256("READER_ROLE");
    bytes32 public constant TREASURER_ROLE = keccak256("TREASURER_ROLE");

    address public immutable tariffBook;
    address public immutable asset;
    uint256 public immutable unit;
    uint256 public immutable step;
    uint16 public immutable plausibilityPercent;
    /// @dev May be negative: it is added unchecked.
    uint256 private immutable _utcOffset;

    /// @dev First day, load and category in a meter's word and in a row of ITariffBook.totals.
    uint256 private constant ROW_BITS = 0xffffffffffffffff00000000000000000000000000000000;

    State private _state;

    /// @dev What a billing run adds up, and the day it is.
    struct Run {
        uint256 billedWh;
        uint256 billed;
        uint256 collected;
        uint256 today;
    }

    /// @param admin Who gives out roles.
    /// @param adminDelay Seconds that a change of admin waits.
    /// @param terms What is fixed from now on; its utcOffset is the tariff book's.
    constructor(address admin, uint48 adminDelay, Terms memory terms)
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        if (terms.unit == 0 || terms.step == 0 || terms.plausibilityPercent == 0) revert ZeroAmount();
        terms.utcOffset = ITariffBook(terms.tariffBook).utcOffset();
        _state.terms = terms;
        tariffBook = terms.tariffBook;
        asset = terms.asset;
        unit = terms.unit;
        step = terms.step;
        plausibilityPercent = terms.plausibilityPercent;
        _utcOffset = uint256(int256(terms.utcOffset));
    }

    // ------------------------------------------------------------------ connections

    /// @inheritdoc IElectricityBilling
    function register(Registration calldata registration) external onlyRole(OPERATOR_ROLE) whenNotPaused {
        _state.register(registration);
    }

    /// @inheritdoc IElectricityBilling
    function offerHandover(uint64 number, address to) external {
        _state.offerHandover(number, to, _isOperator());
    }

    /// @inheritdoc IElectricityBilling
    function acceptHandover(uint64 number) external {
        _state.acceptHandover(number);
    }

    /// @inheritdoc IConnectionLife
    function issueFinalBill(uint64 number) external onlyRole(OPERATOR_ROLE) whenNotPaused returns (uint64) {
        return _state.issueFinalBill(number);
    }

    /// @inheritdoc IConnectionLife
    function setMeterKey(uint64 number, address key) external onlyRole(OPERATOR_ROLE) {
        _state.setMeterKey(number, key);
    }

    /// @inheritdoc IConnectionLife
    function closeConnection(uint64 number) external onlyRole(OPERATOR_ROLE) whenNotPaused {
        _state.close(number);
    }

    // ------------------------------------------------------------------ readings

    /// @inheritdoc IElectricityBilling
    function recordReading(uint64 number, uint48 register_, uint32 readAt)
        external
        onlyRole(READER_ROLE)
        whenNotPaused
    {
        _readOne(number, register_, readAt, ReadingKind.Actual);
    }

    /// @inheritdoc IElectricityBilling
    function confirmReading(uint64 number, uint48 register_, uint32 readAt)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        _readOne(number, register_, readAt, ReadingKind.Confirmed);
    }

    /// @inheritdoc IElectricityBilling
    function recordReadings(uint256[] calldata rows)
        external
        onlyRole(READER_ROLE)
        whenNotPaused
        returns (uint256 recorded)
    {
        unchecked {
            for (uint256 i; i < rows.length; ++i) {
                if (_read(rows[i], ReadingKind.Actual) != 0 || _readOther(rows[i])) ++recorded;
            }
        }
    }

    /// @dev A row that is not plain; reports it where it is refused.
    function _readOther(uint256 row) private returns (bool) {
        bytes memory reason = _state.record(row, ReadingKind.Actual);
        if (reason.length == 0) return true;
        emit ReadingRejected(uint64(row), reason);
        return false;
    }

    function _readOne(uint64 number, uint48 register_, uint32 readAt, ReadingKind kind) private {
        uint256 row = uint256(readAt) << 112 | uint256(register_) << 64 | number;
        if (_read(row, kind) != 0) return;
        bytes memory reason = _state.record(row, kind);
        if (reason.length != 0) _revert(reason);
    }

    /// @inheritdoc IConnectionLife
    function recordSignedReading(uint64 number, uint48 ownRegister, uint32 readAt, bytes calldata signature)
        external
        whenNotPaused
    {
        _state.recordSigned(number, ownRegister, readAt, signature);
    }

    /// @inheritdoc IConnectionLife
    function estimateReading(uint64 number, uint48 ownRegister, uint32 readAt)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        _state.estimate(number, ownRegister, readAt);
    }

    /// @inheritdoc IConnectionLife
    function correctReading(uint64 number, uint48 ownRegister, string calldata reason)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        _state.correct(number, ownRegister, reason);
    }

    /// @inheritdoc IConnectionLife
    function exchangeMeter(uint64 number, uint48 finalRegister, uint48 newRegister, uint32 readAt, address key)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        _state.exchange(number, finalRegister, newRegister, readAt, key);
    }

    /// @inheritdoc IConnectionLife
    function recordRollover(uint64 number, uint48 ownRegister, uint32 readAt, uint48 modulus)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        _state.rollOver(number, ownRegister, readAt, modulus);
    }

    /// @dev Records a plain row and returns the meter's new word; zero where the row is not plain or refused, for Readings.record to see. Written out, at half the gas: a board posts thousands
    /// of readings. The row and the meter's word have the maps of IElectricityBilling.recordReadings and Meter; what falls below zero wraps around to above every limit.
    function _read(uint256 row, ReadingKind kind) private returns (uint256 word) {
        uint256 percent = plausibilityPercent;
        bytes32 topic = ReadingRecorded.selector;
        bool confirmed = kind == ReadingKind.Confirmed;
        assembly ("memory-safe") {
            let connection_ := and(row, 0xffffffffffffffff)
            mstore(0x00, connection_)
            mstore(0x20, _state.slot)
            let slot := keccak256(0x00, 0x40)
            word := sload(slot)
            let register_ := and(shr(64, row), 0xffffffffffff)
            // With the bits above it, so that a row with any there lies in the future.
            let readAt := shr(112, row)
            let duration := sub(readAt, and(shr(READ_AT, word), 0xffffffff))
            // What the load could draw in that many seconds, times the factor: W·s·% / (3600 s/h · 100 %) is Wh. A confirmed reading only may not fall.
            let limit := div(mul(mul(and(shr(LOAD, word), 0xffffffff), duration), percent), 360000)
            if confirmed { limit := 0xffffffffffff }
            // Check: a plain active meter, a time after the last and not in the future, energy up to the limit.
            let accepted := eq(and(shr(ACTIVE, word), PLAIN_MASK), PLAIN)
            accepted := and(accepted, lt(sub(duration, 1), 0xffffffff))
            accepted := gt(accepted, gt(readAt, timestamp()))
            accepted := gt(accepted, gt(sub(register_, and(word, 0xffffffffffff)), limit))
            switch accepted
            case 0 { word := 0 }
            default {
                // Effect
                let data := mload(0x40)
                mstore(data, register_)
                mstore(add(data, 0x20), readAt)
                mstore(add(data, 0x40), kind)
                mstore(add(data, 0x60), and(shr(READING_BLOCK, word), 0xffffffff))
                word := or(and(word, not(READING_BITS)), or(shl(READ_AT, readAt), register_))
                word := or(word, or(shl(READING_BLOCK, number()), shl(KIND, kind)))
                sstore(slot, word)
                log2(data, 0x80, topic, connection_)
            }
        }
    }

    // ------------------------------------------------------------------ bills

    /// @inheritdoc IElectricityBilling
    function issueBill(uint64 number) external onlyRole(OPERATOR_ROLE) whenNotPaused returns (uint64) {
        Bills.Issued memory issued = _state.issue(number, 0, 0);
        if (!issued.done) _revert(issued.reason);
        _addSums(Run(issued.billedWh, issued.billed, issued.collected, 0));
        return issued.amount;
    }

    /// @inheritdoc IElectricityBilling
    function issueBills(uint256[] calldata connections_)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
        returns (uint256 issued)
    {
        uint256[] memory rows = _listForCall(connections_.length);
        for (uint256 i; i < rows.length; ++i) {
            // A number beyond 64 bits has no record: its row is zero.
            rows.set(i, _tariffRow(uint256(Meter.unwrap(_state.records[connections_[i]].meter))));
        }
        issued = _bill(connections_, rows);
    }

    /// @inheritdoc IElectricityBilling
    function recordAndBill(uint256[] calldata rows)
        external
        onlyRole(READER_ROLE)
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
        returns (uint256 recorded, uint256 issued)
    {
        (uint256[] memory numbers, uint256[] memory billRows) = (new uint256[](rows.length), _listForCall(rows.length));
        unchecked {
            for (uint256 i; i < rows.length; ++i) {
                uint256 row = rows[i];
                uint256 word = _read(row, ReadingKind.Actual);
                if (word == 0) {
                    if (!_readOther(row)) continue;
                    word = uint256(Meter.unwrap(_state.records[uint64(row)].meter));
                }
                numbers.set(recorded, uint64(row));
                billRows.set(recorded++, _tariffRow(word));
            }
        }
        assembly ("memory-safe") {
            mstore(numbers, recorded)
            mstore(billRows, recorded)
        }
        issued = _bill(numbers, billRows);
    }

    /// @dev Bills a list of connections: the book's totals of their rows, then the ledger. Reports those it can't bill.
    function _bill(uint256[] memory numbers, uint256[] memory rows) private returns (uint256 issued) {
        uint256[] memory results = _totals(rows);

        Run memory run;
        run.today = _day(block.timestamp);
        unchecked {
            for (uint256 i; i < rows.length; ++i) {
                if (_charge(numbers.get(i), rows.get(i), results.get(i), run) != 0) ++issued;
                else if (_billOther(numbers[i], rows[i], results[i], run)) ++issued;
            }
        }
        if (issued != 0) _addSums(run);
    }

    /// @dev A bill that is not plain; reports it where it is refused.
    function _billOther(uint256 id, uint256 row, uint256 result, Run memory run) private returns (bool) {
        Bills.Issued memory issued = _state.issue(id, row, result);
        if (issued.reason.length != 0) emit BillRejected(uint64(id), issued.reason);
        unchecked {
            // Energy may fall below zero and so around, in a true-up: the sum of all does not.
            run.billedWh += issued.billedWh;
            run.billed += issued.billed;
            run.collected += issued.collected;
        }
        return issued.done;
    }

    function _addSums(Run memory run) private {
        Sums storage sums = _state.sums;
        unchecked {
            sums.billedWh = uint128(sums.billedWh + run.billedWh);
        }
        sums.billed += uint128(run.billed);
        if (run.collected == 0) return;
        (uint128 collected, uint128 balance) =
            (sums.collected + uint128(run.collected), sums.boardBalance + uint128(run.collected));
        (sums.collected, sums.boardBalance) = (collected, balance);
        emit Collected(run.collected, balance);
    }

    /// @dev A list with room for a call's selector and offset before it.
    function _listForCall(uint256 length) private pure returns (uint256[] memory rows) {
        assembly ("memory-safe") {
            rows := add(mload(0x40), 0x40)
            mstore(rows, length)
            mstore(0x40, add(add(rows, 0x20), shl(5, length)))
        }
    }

    /// @dev ITariffBook.totals, without the copy that Solidity makes of lists that go out and come in.
    function _totals(uint256[] memory rows) private view returns (uint256[] memory results) {
        (address book, bytes32 selector) = (tariffBook, ITariffBook.totals.selector);
        assembly ("memory-safe") {
            // The call's data ends with the list as it stands, so selector and offset go before it, where rows was given room.
            mstore(sub(rows, 0x20), 0x20)
            mstore(sub(rows, 0x40), shr(224, selector))
            let size := add(0x44, shl(5, mload(rows)))
            if iszero(staticcall(gas(), book, sub(rows, 0x24), size, 0, 0)) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
            // What comes back is an offset and the list.
            results := mload(0x40)
            size := sub(returndatasize(), 0x20)
            returndatacopy(results, 0x20, size)
            mstore(0x40, add(results, size))
        }
    }

    /// @dev What the tariff book is asked for a meter's word, or zero (or, for no connection, a row without a category) when nothing plain is to be billed. A row of ITariffBook.totals has first
    /// day, load and category where the word has them.
    function _tariffRow(uint256 word) private view returns (uint256 row) {
        unchecked {
            uint256 toDay = ((word >> READ_AT & 0xffffffff) + _utcOffset) / 1 days;
            uint256 period = word >> AGREEMENT & 0x3ff;
            if (period > 512) period = Periods.shortest(period);
            // Below zero, and so around, when nothing was read since the last bill.
            uint256 length = toDay - (word >> BILLED_DAY & 0xffff);
            if (length - period >= period && !_isOnePeriod(word, length, period)) return 0;
            if (word >> KIND & SPECIAL_BILL != 0) return 0;
            return toDay << 192 | word & ROW_BITS | (word & 0xffffffffffff) - (word >> BILLED_REGISTER & 0xffffffffffff);
        }
    }

    /// @dev A first bill may come sooner, since a connection made within a period is billed with the others; days of a prepaid connection are billed as one period.
    function _isOnePeriod(uint256 word, uint256 length, uint256 period) private pure returns (bool) {
        if (length == 0 || length > type(uint16).max) return false;
        return length < period ? word >> BILLS & 0xffff == 0 : word >> AGREEMENT & 0x3ff == 0;
    }

    /// @dev Issues a plain bill, and collects what payments have covered by then. Returns its number; zero, with nothing changed, for Bills.issue to see: arrears, nothing to bill, no total, an amount that the
    /// ledger can't hold, or a connection that an earlier row of the run has billed. Written out as _read.
    /// A row has first day, load and category where the meter's word has them, and the last day above; a result is ITariffBook.totals'.
    function _charge(uint256 id, uint256 row, uint256 result, Run memory run) private returns (uint256 bill) {
        bytes32 topic = BillIssued.selector;
        assembly ("memory-safe") {
            mstore(0x00, id)
            mstore(0x20, _state.slot)
            let slot := keccak256(0x00, 0x40)
            let word := sload(slot)
            let account := sload(add(slot, 1))
            let charged := and(account, 0xffffffffffffffff)
            // Arrears may be overdue.
            let unfit := gt(charged, and(shr(CREDITED, account), 0xffffffffffffffff))
            charged := add(charged, and(result, 0xffffffffffffffff))
            // Another billed day or register than the row's: an earlier row of the batch has billed the connection, or a later one has read it again.
            unfit := or(
                unfit,
                xor(and(sub(word, shr(BILLED_REGISTER, word)), 0xffffffffffff), and(row, 0xffffffffffffffff))
            )
            unfit := or(unfit, and(xor(word, row), ROW_BITS))
            if gt(iszero(or(unfit, shr(64, charged))), iszero(not(result))) {
                let data := mload(0x40)
                mstore(data, or(shl(16, and(shr(CATEGORY, row), 0xffff)), and(shr(64, result), 0xffff)))
                mstore(add(data, 0x20), and(shr(BILLED_DAY, row), 0xffff))
                mstore(add(data, 0x40), shr(192, row))
                mstore(add(data, 0x60), and(shr(BILLED_REGISTER, word), 0xffffffffffff))
                mstore(add(data, 0x80), and(word, 0xffffffffffff))
                mstore(add(data, 0xa0), and(shr(KIND, word), 3))
                mstore(add(data, 0xc0), and(shr(LOAD, row), 0xffffffff))
                mstore(add(data, 0xe0), and(result, 0xffffffffffffffff))
                mstore(add(data, 0x100), charged)
                let dueDay := add(mload(add(run, 0x60)), shr(80, result))
                mstore(add(data, 0x120), dueDay)
                mstore(add(data, 0x140), and(shr(HEAD_BLOCK, account), 0xffffffff))
                bill := add(and(shr(BILLS, word), 0xffff), 1)
                log3(data, 0x160, topic, id, bill)

                mstore(run, add(mload(run), and(row, 0xffffffffffffffff)))
                mstore(add(run, 0x20), add(mload(add(run, 0x20)), and(result, 0xffffffffffffffff)))
                // The board collects the least of charged and credited; it has never collected more.
                let collected := and(shr(CREDITED, account), 0xffffffffffffffff)
                if gt(collected, charged) { collected := charged }
                mstore(
                    add(run, 0x40),
                    add(mload(add(run, 0x40)), sub(collected, and(shr(COLLECTED, account), 0xffffffffffffffff)))
                )

                word := or(and(word, not(BILL_BITS)), shl(BILLED_REGISTER, and(word, 0xffffffffffff)))
                sstore(slot, or(word, or(shl(BILLS, and(bill, 0xffff)), shl(BILLED_DAY, shr(192, row)))))
                account := or(and(account, shl(CREDITED, 0xffffffffffffffff)), or(charged, shl(COLLECTED, collected)))
                sstore(add(slot, 1), or(account, or(shl(HEAD_BLOCK, number()), shl(DUE_DAY, dueDay))))
            }
        }
    }

    // ------------------------------------------------------------------ money

    /// @inheritdoc IElectricityBilling
    function pay(uint64 number, uint64 amount) external payable {
        // A token takes calls of its own, and an asset of large units a division.
        if (asset != address(0) || step != 1) return _state.pay(number, amount);

        // Check
        if (amount == 0) revert ZeroAmount();
        Record storage record = _state.records[number];
        Account account = record.account;
        if (!account.exists()) revert UnknownConnection(number);
        if (msg.value != amount * unit) revert WrongValue(msg.value, amount * unit);
        uint256 credited = uint256(account.credited()) + amount;
        if (credited > type(uint64).max) revert AmountTooLarge(number, amount);

        // Effect
        record.account = account.withCredited(uint64(credited));
        emit PaymentReceived(number, msg.sender, amount, uint64(credited), account.headBlock());
    }

    /// @inheritdoc IElectricityBilling
    function payMany(uint256[] calldata rows) external payable returns (uint256) {
        return _state.payMany(rows);
    }

    /// @inheritdoc IElectricityBilling
    function payWithPermit(uint64 number, uint64 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        _state.payWithPermit(number, amount, deadline, v, r, s);
    }

    /// @inheritdoc IElectricityBilling
    function refundAdvance(uint64 number, uint64 amount) external {
        _state.refundAdvance(number, amount);
    }

    /// @inheritdoc IElectricityBilling
    function issueCreditNote(uint64 number, uint16 bill, uint64 amount, string calldata reason)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        _state.issueCreditNote(number, bill, amount, reason);
    }

    /// @inheritdoc IElectricityBilling
    function collect(uint256[] calldata connections_) external returns (uint256) {
        return _state.collect(connections_);
    }

    /// @inheritdoc IElectricityBilling
    function withdraw(uint256 amount, address to) external onlyRole(TREASURER_ROLE) {
        _state.withdraw(amount, to);
    }

    // ------------------------------------------------------------------ arrangements

    /// @inheritdoc IConnectionLife
    function proposeAgreement(uint64 number, uint16 agreement) external {
        _state.proposeAgreement(number, agreement, _isOperator());
    }

    /// @inheritdoc IConnectionLife
    function acceptAgreement(uint64 number, uint16 agreement) external {
        _state.acceptAgreement(number, agreement, _isOperator());
    }

    /// @inheritdoc IConnectionLife
    function proposePlan(uint64 number, uint8 parts, uint16 interval) external {
        _state.proposePlan(number, parts, interval, _isOperator());
    }

    /// @inheritdoc IConnectionLife
    function acceptPlan(uint64 number, uint8 parts, uint16 interval) external {
        _state.acceptPlan(number, parts, interval, _isOperator());
    }

    /// @inheritdoc IConnectionLife
    function openDispute(uint64 number, uint16 bill, uint64 amount, bytes32 reason) external {
        _state.openDispute(number, bill, amount, reason);
    }

    /// @inheritdoc IConnectionLife
    function upholdDispute(uint64 number, uint64 credit, string calldata reason)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        _state.upholdDispute(number, credit, reason);
    }

    /// @inheritdoc IConnectionLife
    function rejectDispute(uint64 number, string calldata reason) external onlyRole(OPERATOR_ROLE) {
        _state.rejectDispute(number, reason);
    }

    /// @inheritdoc IConnectionLife
    function withdrawDispute(uint64 number) external {
        _state.withdrawDispute(number);
    }

    /// @inheritdoc IConnectionLife
    function giveNotice(uint64 number) external onlyRole(OPERATOR_ROLE) {
        _state.giveNotice(number);
    }

    // ------------------------------------------------------------------ pause

    /// @inheritdoc IElectricityBilling
    function pause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _pause();
    }

    /// @inheritdoc IElectricityBilling
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc IElectricityBilling
    function connection(uint64 number) public view returns (Connection memory c) {
        Record storage record = _state.records[number];
        (Meter meter, Account account) = (record.meter, record.account);
        c.number = number;
        c.holder = record.holder;
        c.offeredTo = record.offer.to;
        c.category = meter.category();
        c.loadW = meter.loadW();
        c.agreement = meter.agreement();
        c.register = meter.register();
        c.readAt = meter.readAt();
        c.billedRegister = meter.billedRegister();
        c.billedDay = meter.billedDay();
        c.bills = meter.bills();
        c.dueDay = account.dueDay();
        c.charged = account.charged();
        c.credited = account.credited();
        c.collected = account.collected();
        c.headBlock = account.headBlock();
        c.readingBlock = meter.readingBlock();
    }

    /// @inheritdoc IElectricityBilling
    function connectionsByNumber(uint64[] calldata numbers) external view returns (Connection[] memory list) {
        list = new Connection[](numbers.length);
        for (uint256 i; i < numbers.length; ++i) {
            list[i] = connection(numbers[i]);
        }
    }

    /// @inheritdoc IElectricityBilling
    function connections(uint256 offset, uint256 limit) external view returns (Connection[] memory list) {
        list = new Connection[](_pageSize(_state.numbers.length, offset, limit));
        for (uint256 i; i < list.length; ++i) {
            list[i] = connection(_state.numbers[offset + i]);
        }
    }

    /// @inheritdoc IElectricityBilling
    function connectionsOf(address holder, uint256 offset, uint256 limit)
        external
        view
        returns (Connection[] memory list)
    {
        EnumerableSet.UintSet storage held = _state.held[holder];
        list = new Connection[](_pageSize(held.length(), offset, limit));
        for (uint256 i; i < list.length; ++i) {
            list[i] = connection(uint64(held.at(offset + i)));
        }
    }

    /// @inheritdoc IConnectionLife
    function standing(uint64 number) public view returns (Standing memory) {
        return _state.standing(number);
    }

    /// @inheritdoc IConnectionLife
    function standings(uint64[] calldata numbers) external view returns (Standing[] memory list) {
        list = new Standing[](numbers.length);
        for (uint256 i; i < numbers.length; ++i) {
            list[i] = standing(numbers[i]);
        }
    }

    /// @inheritdoc IElectricityBilling
    function totals() external view returns (Totals memory) {
        Sums memory sums = _state.sums;
        return Totals({
            connections: _state.numbers.length,
            billedWh: sums.billedWh,
            billed: sums.billed,
            collected: sums.collected,
            boardBalance: sums.boardBalance
        });
    }

    function _pageSize(uint256 length, uint256 offset, uint256 limit) private pure returns (uint256) {
        if (offset >= length) return 0;
        return length - offset < limit ? length - offset : limit;
    }

    // ------------------------------------------------------------------ helpers

    function _isOperator() private view returns (bool) {
        return hasRole(OPERATOR_ROLE, msg.sender);
    }

    /// @dev The local day of a time.
    function _day(uint256 time) private view returns (uint16) {
        unchecked {
            return uint16((time + _utcOffset) / 1 days);
        }
    }

    function _revert(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }
}
