// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "./interfaces/IElectricityBilling.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {Words} from "./libraries/Words.sol";
import {Account, AccountLib, COLLECTED, CREDITED, DUE_DAY, HEAD_BLOCK} from "./types/Account.sol";
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
    MeterLib,
    READING_BITS,
    READING_BLOCK,
    READ_AT
} from "./types/Meter.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";

/// @title ElectricityBilling
/// @dev Documented in IElectricityBilling.
contract ElectricityBilling is IElectricityBilling, AccessControlDefaultAdminRules, Pausable {
    using EnumerableSet for EnumerableSet.UintSet;
    using Words for uint256[];

    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");
    bytes32 public constant READER_ROLE = keccak256("READER_ROLE");
    bytes32 public constant TREASURER_ROLE = keccak256("TREASURER_ROLE");

    address public immutable tariffBook;
    uint256 public immutable unit;
    uint16 public immutable plausibilityPercent;
    /// @dev May be negative: it is added unchecked.
    uint256 private immutable _utcOffset;

    /// @dev First day, load and category in a meter's word and in a row of ITariffBook.totals.
    uint256 private constant ROW_BITS = 0xffffffffffffffff00000000000000000000000000000000;

    /// @dev An offer of a handover; `byBoard` when the board made it for a lost wallet.
    struct Offer {
        address to;
        bool byBoard;
    }

    /// @dev A connection: the two hot words first.
    struct Record {
        Meter meter;
        Account account;
        address holder;
        Offer offer;
    }

    /// @dev Sums over all connections in two slots, written once a batch.
    struct Sums {
        uint128 billedWh;
        uint128 billed;
        uint128 collected;
        uint128 boardBalance;
    }

    mapping(uint256 connection => Record) private _records;
    mapping(address holder => EnumerableSet.UintSet) private _held;
    uint64[] private _numbers;
    Sums private _sums;

    /// @dev What a billing run adds up.
    struct RunSums {
        uint256 billedWh;
        uint256 billed;
        uint256 collected;
    }

    /// @param admin Who gives out roles.
    /// @param adminDelay Seconds that a change of admin waits.
    /// @param tariffBook_ The tariffs to bill by.
    /// @param unit_ The coin's own units in a millionth of the currency: 10^12 for a coin of 18 decimals that stands for the currency.
    /// @param plausibilityPercent_ Plausibility limit in per cent of what the sanctioned load can draw.
    constructor(address admin, uint48 adminDelay, ITariffBook tariffBook_, uint256 unit_, uint16 plausibilityPercent_)
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        if (unit_ == 0 || plausibilityPercent_ == 0) revert ZeroAmount();
        tariffBook = address(tariffBook_);
        unit = unit_;
        plausibilityPercent = plausibilityPercent_;
        _utcOffset = uint256(int256(tariffBook_.utcOffset()));
    }

    // ------------------------------------------------------------------ connections

    /// @inheritdoc IElectricityBilling
    function register(Registration calldata r) external onlyRole(OPERATOR_ROLE) whenNotPaused {
        // Check
        if (r.number == 0) revert ConnectionIsZero();
        Record storage record = _records[r.number];
        if (record.account.exists()) revert AlreadyRegistered(r.number);
        if (r.holder == address(0)) revert ZeroAddress();
        if (r.loadW == 0) revert ZeroLoad(r.number);
        if (r.agreement == 512 || r.agreement > 524) revert BadAgreement(r.agreement);
        if (r.readAt > block.timestamp) revert ReadingInFuture(r.number, r.readAt, block.timestamp);
        if (ITariffBook(tariffBook).versions(r.category).length == 0) revert UnknownCategory(r.category);
        // Reverts where the first bill's period would begin before any tariff: no version can ever start in the past.
        ITariffBook(tariffBook).versionOn(r.category, _day(r.readAt));

        // Effect
        record.meter = MeterLib.create(r.category, r.loadW, r.agreement, r.register, r.readAt, _day(r.readAt));
        record.account = AccountLib.create(0, 0, 0, 0);
        record.holder = r.holder;
        _held[r.holder].add(r.number);
        _numbers.push(r.number);
        emit ConnectionRegistered(r.number, r.holder, r.category, r.loadW, r.agreement, r.register, r.readAt);
    }

    /// @inheritdoc IElectricityBilling
    function offerHandover(uint64 number, address to) external {
        address holder = _holderOf(number);
        bool byBoard = msg.sender != holder;
        if (byBoard) {
            if (!hasRole(OPERATOR_ROLE, msg.sender)) revert NotHolder(number, msg.sender, holder);
            uint64 advance = _records[number].account.advance();
            if (advance != 0 && to != address(0)) revert AdvanceInTheWay(number, advance);
        }
        if (to == holder) revert SameHolder(number, holder);
        _records[number].offer = Offer({to: to, byBoard: byBoard});
        emit HandoverOffered(number, holder, to);
    }

    /// @inheritdoc IElectricityBilling
    function acceptHandover(uint64 number) external {
        address from = _holderOf(number);
        Record storage record = _records[number];
        Offer memory offer = record.offer;
        if (msg.sender != offer.to) revert NotOffered(number, msg.sender, offer.to);
        Account account = record.account;
        uint64 advance = account.advance();
        if (offer.byBoard && advance != 0) revert AdvanceInTheWay(number, advance);

        delete record.offer;
        record.holder = msg.sender;
        _held[from].remove(number);
        _held[msg.sender].add(number);
        record.account = account.withHead();
        emit HandedOver(number, from, msg.sender, account.headBlock());
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
                if (_read(rows[i], ReadingKind.Actual) != 0) ++recorded;
                else emit ReadingRejected(uint64(rows[i]), _readingError(rows[i], ReadingKind.Actual));
            }
        }
    }

    function _readOne(uint64 number, uint48 register_, uint32 readAt, ReadingKind kind) private {
        uint256 row = uint256(readAt) << 112 | uint256(register_) << 64 | number;
        if (_read(row, kind) == 0) _revert(_readingError(row, kind));
    }

    /// @dev Records a row and returns the meter's new word; zero where _readingError has the reason. Written out, at half the gas: a board posts thousands of readings. The row
    /// and the meter's word have the maps of IElectricityBilling.recordReadings and Meter; what falls below zero wraps around to above every limit.
    function _read(uint256 row, ReadingKind kind) private returns (uint256 word) {
        uint256 percent = plausibilityPercent;
        bytes32 topic = ReadingRecorded.selector;
        bool confirmed = kind == ReadingKind.Confirmed;
        assembly ("memory-safe") {
            let connection_ := and(row, 0xffffffffffffffff)
            mstore(0x00, connection_)
            mstore(0x20, _records.slot)
            let slot := keccak256(0x00, 0x40)
            word := sload(slot)
            let register_ := and(shr(64, row), 0xffffffffffff)
            // With the bits above it, so that a row with any there lies in the future.
            let readAt := shr(112, row)
            let duration := sub(readAt, and(shr(READ_AT, word), 0xffffffff))
            // As _limitWh; a confirmed reading only may not fall.
            let limit := div(mul(mul(and(shr(LOAD, word), 0xffffffff), duration), percent), 360000)
            if confirmed { limit := 0xffffffffffff }
            // Check: an active meter, a time after the last and not in the future, energy up to the limit.
            let accepted := and(shr(ACTIVE, word), 1)
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

    /// @dev What a load could draw in that many seconds, times the plausibility factor: W·s·% / (3600 s/h · 100 %) is Wh.
    function _limitWh(uint256 loadW, uint256 duration) private view returns (uint256) {
        unchecked {
            return loadW * duration * plausibilityPercent / 360_000;
        }
    }

    /// @dev Why _read refused a row.
    function _readingError(uint256 row, ReadingKind kind) private view returns (bytes memory) {
        (uint64 number, uint48 register_, uint32 readAt) = (uint64(row), uint48(row >> 64), uint32(row >> 112));
        if (row >> 144 != 0) return abi.encodeWithSelector(BadRow.selector, row);
        Meter meter = _records[number].meter;
        (uint48 lastRegister, uint32 lastReadAt) = (meter.register(), meter.readAt());
        if (!meter.active()) return abi.encodeWithSelector(UnknownConnection.selector, number);
        if (register_ < lastRegister) {
            return abi.encodeWithSelector(ReadingFalls.selector, number, register_, lastRegister);
        }
        if (readAt <= lastReadAt) return abi.encodeWithSelector(ReadingNotLater.selector, number, readAt, lastReadAt);
        if (readAt > block.timestamp || kind == ReadingKind.Confirmed) {
            return abi.encodeWithSelector(ReadingInFuture.selector, number, readAt, block.timestamp);
        }
        uint256 limit = _limitWh(meter.loadW(), readAt - lastReadAt);
        return abi.encodeWithSelector(ReadingImplausible.selector, number, register_ - lastRegister, limit);
    }

    // ------------------------------------------------------------------ bills

    /// @inheritdoc IElectricityBilling
    function issueBill(uint64 number) external onlyRole(OPERATOR_ROLE) whenNotPaused returns (uint64 amount) {
        (uint256[] memory numbers, uint256[] memory rows) = (new uint256[](1), _listForCall(1));
        (numbers[0], rows[0]) = (number, _tariffRow(uint256(Meter.unwrap(_records[number].meter))));
        uint128 billed = _sums.billed;
        if (_bill(numbers, rows) == 0) _revert(_billError(number));
        return uint64(_sums.billed - billed);
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
            rows.set(i, _tariffRow(uint256(Meter.unwrap(_records[connections_[i]].meter))));
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
                    emit ReadingRejected(uint64(row), _readingError(row, ReadingKind.Actual));
                } else {
                    numbers.set(recorded, uint64(row));
                    billRows.set(recorded++, _tariffRow(word));
                }
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

        RunSums memory sums;
        uint256 today = _day(block.timestamp);
        unchecked {
            for (uint256 i; i < rows.length; ++i) {
                if (_charge(numbers.get(i), rows.get(i), results.get(i), today, sums)) ++issued;
                else if (!_readAgain(numbers[i], rows[i])) emit BillRejected(uint64(numbers[i]), _billError(numbers[i]));
            }
        }
        if (issued == 0) return 0;
        _sums.billedWh += uint128(sums.billedWh);
        _sums.billed += uint128(sums.billed);
        _collected(sums.collected);
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

    /// @dev What the tariff book is asked for a meter's word, or zero (or, for no connection, a row without a category) when nothing is to be billed. A row of ITariffBook.totals has first day, load and
    /// category where the word has them.
    function _tariffRow(uint256 word) private view returns (uint256 row) {
        unchecked {
            uint256 toDay = ((word >> READ_AT & 0xffffffff) + _utcOffset) / 1 days;
            uint256 period = word >> AGREEMENT & 0x3ff;
            if (period > 512 || period == 0) period = _shortestPeriod(period);
            uint256 fromDay = word >> BILLED_DAY & 0xffff;
            // The first bill may come sooner: a connection made within a period is billed with the others.
            if (toDay < fromDay + period && (word >> BILLS & 0xffff != 0 || toDay <= fromDay)) return 0;
            return toDay << 192 | word & ROW_BITS | (word & 0xffffffffffff) - (word >> BILLED_REGISTER & 0xffffffffffff);
        }
    }

    /// @dev Issues a bill, and collects what payments have covered by then. Returns false, with nothing changed, where _billError has the reason:
    /// nothing to bill, no total, an amount that the ledger can't hold, or a connection that an earlier row of the run has billed. Written out as _read.
    /// A row has first day, load and category where the meter's word has them, and the last day above; a result is ITariffBook.totals'.
    function _charge(uint256 id, uint256 row, uint256 result, uint256 today, RunSums memory sums)
        private
        returns (bool issued)
    {
        bytes32 topic = BillIssued.selector;
        assembly ("memory-safe") {
            mstore(0x00, id)
            mstore(0x20, _records.slot)
            let slot := keccak256(0x00, 0x40)
            let word := sload(slot)
            let account := sload(add(slot, 1))
            let amount := and(result, 0xffffffffffffffff)
            let charged := add(and(account, 0xffffffffffffffff), amount)
            // Another billed day or register than the row's: an earlier row of the batch has billed the connection, or a later one has read it again.
            let unfit := xor(and(sub(word, shr(BILLED_REGISTER, word)), 0xffffffffffff), and(row, 0xffffffffffffffff))
            unfit := or(unfit, and(xor(word, row), ROW_BITS))
            issued := gt(iszero(or(unfit, shr(64, charged))), iszero(not(result)))
            if issued {
                let data := mload(0x40)
                mstore(data, or(shl(16, and(shr(CATEGORY, row), 0xffff)), and(shr(64, result), 0xffff)))
                mstore(add(data, 0x20), and(shr(BILLED_DAY, row), 0xffff))
                mstore(add(data, 0x40), shr(192, row))
                mstore(add(data, 0x60), and(shr(BILLED_REGISTER, word), 0xffffffffffff))
                mstore(add(data, 0x80), and(word, 0xffffffffffff))
                mstore(add(data, 0xa0), and(shr(KIND, word), 3))
                mstore(add(data, 0xc0), and(shr(LOAD, row), 0xffffffff))
                mstore(add(data, 0xe0), amount)
                mstore(add(data, 0x100), charged)
                today := add(today, shr(80, result))
                mstore(add(data, 0x120), today)
                mstore(add(data, 0x140), and(shr(HEAD_BLOCK, account), 0xffffffff))
                let bills := add(and(shr(BILLS, word), 0xffff), 1)
                log3(data, 0x160, topic, id, bills)

                mstore(sums, add(mload(sums), and(row, 0xffffffffffffffff)))
                mstore(add(sums, 0x20), add(mload(add(sums, 0x20)), amount))
                // The board collects the least of charged and credited; it has never collected more.
                let collected := and(shr(CREDITED, account), 0xffffffffffffffff)
                if gt(collected, charged) { collected := charged }
                mstore(
                    add(sums, 0x40),
                    add(mload(add(sums, 0x40)), sub(collected, and(shr(COLLECTED, account), 0xffffffffffffffff)))
                )

                word := or(and(word, not(BILL_BITS)), shl(BILLED_REGISTER, and(word, 0xffffffffffff)))
                sstore(slot, or(word, or(shl(BILLS, and(bills, 0xffff)), shl(BILLED_DAY, shr(192, row)))))
                account := or(and(account, shl(CREDITED, 0xffffffffffffffff)), or(charged, shl(COLLECTED, collected)))
                sstore(add(slot, 1), or(account, or(shl(HEAD_BLOCK, number()), shl(DUE_DAY, today))))
            }
        }
    }

    /// @dev Whether a later row of the batch read the meter again, so that its bill takes this row's place.
    function _readAgain(uint256 number, uint256 row) private view returns (bool) {
        Meter meter = _records[number].meter;
        return row != 0 && meter.billedDay() == uint16(row >> BILLED_DAY)
            && meter.register() - meter.billedRegister() != uint64(row);
    }

    /// @dev Why a connection was not billed.
    function _billError(uint256 id) private view returns (bytes memory) {
        if (id > type(uint64).max) return abi.encodeWithSelector(BadRow.selector, id);
        uint64 number = uint64(id);
        Meter meter = _records[number].meter;
        if (!meter.active()) return abi.encodeWithSelector(UnknownConnection.selector, number);
        (uint16 fromDay, uint16 toDay) = (meter.billedDay(), _day(meter.readAt()));
        if (toDay <= fromDay) return abi.encodeWithSelector(NothingToBill.selector, number, fromDay, toDay);
        uint256 earliest = fromDay + _shortestPeriod(meter.agreement());
        if (toDay < earliest && meter.bills() != 0) {
            return abi.encodeWithSelector(PeriodNotOver.selector, number, toDay, earliest);
        }
        ITariffBook.Usage memory usage;
        (usage.wh, usage.loadW) = (meter.register() - meter.billedRegister(), meter.loadW());
        (usage.fromDay, usage.toDay) = (fromDay, toDay);
        try ITariffBook(tariffBook).quote(meter.category(), usage) returns (ITariffBook.Quote memory quote) {
            if (quote.total < 0) return _noBill(number, abi.encodeWithSelector(NegativeTotal.selector, quote.total));
            return abi.encodeWithSelector(AmountTooLarge.selector, number, quote.total);
        } catch (bytes memory reason) {
            return _noBill(number, reason);
        }
    }

    function _noBill(uint64 number, bytes memory reason) private pure returns (bytes memory) {
        return abi.encodeWithSelector(NoBill.selector, number, reason);
    }

    /// @dev Days from the first one billed to the first one that may end the bill: at least one. Readings don't fall on the same day each month, so a
    /// month is over after the 28 days of the shortest one.
    function _shortestPeriod(uint256 agreement) private pure returns (uint256) {
        unchecked {
            agreement &= 0x3ff;
            if (agreement > 512) return (agreement - 512) * 28;
            return agreement == 0 ? 1 : agreement;
        }
    }

    // ------------------------------------------------------------------ money

    /// @inheritdoc IElectricityBilling
    function pay(uint64 number, uint64 amount) external payable {
        // Check
        if (amount == 0) revert ZeroAmount();
        Record storage record = _records[number];
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
    function refundAdvance(uint64 number, uint64 amount) external {
        // Check
        address holder = _holderOf(number);
        if (msg.sender != holder) revert NotHolder(number, msg.sender, holder);
        if (amount == 0) revert ZeroAmount();
        Record storage record = _records[number];
        Account account = record.account;
        uint64 advance = account.advance();
        if (amount > advance) revert AboveAdvance(number, amount, advance);

        // Effect: paid back money counts as charged and collected at once, so that no counter falls and the board gets none of it.
        uint64 charged = account.charged() + amount;
        record.account = AccountLib.create(charged, account.credited(), account.collected() + amount, account.dueDay());
        emit AdvanceRefunded(number, holder, amount, charged, account.headBlock());

        // Interaction
        _send(holder, amount * unit);
    }

    /// @inheritdoc IElectricityBilling
    function issueCreditNote(uint64 number, uint16 bill, uint64 amount, string calldata reason)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        // Check
        if (amount == 0) revert ZeroAmount();
        Record storage record = _records[number];
        Account account = record.account;
        if (!account.exists()) revert UnknownConnection(number);
        uint16 bills = record.meter.bills();
        if (bill == 0 || bill > bills) revert UnknownBill(number, bill, bills);
        if (bytes(reason).length == 0 || bytes(reason).length > 280) revert BadReason(bytes(reason).length);
        uint256 credited = uint256(account.credited()) + amount;
        if (credited > type(uint64).max) revert AmountTooLarge(number, amount);

        // Effect
        record.account = _credited(account, amount);
        emit CreditNoteIssued(number, bill, amount, uint64(credited), account.headBlock(), reason);
    }

    /// @dev The account with a credit note. What that cancels of arrears counts as collected at once, since nobody will ever pay it. The rest is an advance, and
    /// money has to stand behind it.
    function _credited(Account account, uint64 amount) private returns (Account) {
        uint64 collected = account.collected() + account.collectable();
        _collected(account.collectable());
        uint64 arrears = account.arrears();
        uint64 cancelled = amount < arrears ? amount : arrears;
        uint128 advance = amount - cancelled;
        uint128 balance = _sums.boardBalance;
        if (advance > balance) revert AboveBoardBalance(advance, balance);
        _sums.boardBalance = balance - advance;
        return
            AccountLib.create(account.charged(), account.credited() + amount, collected + cancelled, account.dueDay());
    }

    /// @inheritdoc IElectricityBilling
    function collect(uint256[] calldata connections_) external returns (uint256 amount) {
        for (uint256 i; i < connections_.length; ++i) {
            if (connections_[i] > type(uint64).max) continue;
            uint64 number = uint64(connections_[i]);
            Account account = _records[number].account;
            uint64 collectable = account.collectable();
            if (collectable == 0) continue;
            _records[number].account = account.withCollected(account.collected() + collectable);
            amount += collectable;
        }
        _collected(amount);
    }

    /// @inheritdoc IElectricityBilling
    function withdraw(uint256 amount, address to) external onlyRole(TREASURER_ROLE) {
        // Check
        if (amount == 0) revert ZeroAmount();
        if (to == address(0)) revert ZeroAddress();
        uint256 balance = _sums.boardBalance;
        if (amount > balance) revert AboveBoardBalance(amount, balance);

        // Effect
        balance -= amount;
        _sums.boardBalance = uint128(balance);
        emit Withdrawn(to, amount, balance);

        // Interaction
        _send(to, amount * unit);
    }

    function _collected(uint256 amount) private {
        if (amount == 0) return;
        Sums storage sums = _sums;
        (uint128 collected, uint128 balance) = (sums.collected + uint128(amount), sums.boardBalance + uint128(amount));
        (sums.collected, sums.boardBalance) = (collected, balance);
        emit Collected(amount, balance);
    }

    function _send(address to, uint256 value) private {
        (bool sent,) = to.call{value: value}("");
        if (!sent) revert TransferFailed(to, value);
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
        Record storage record = _records[number];
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
        list = new Connection[](_pageSize(_numbers.length, offset, limit));
        for (uint256 i; i < list.length; ++i) {
            list[i] = connection(_numbers[offset + i]);
        }
    }

    /// @inheritdoc IElectricityBilling
    function connectionsOf(address holder, uint256 offset, uint256 limit)
        external
        view
        returns (Connection[] memory list)
    {
        EnumerableSet.UintSet storage held = _held[holder];
        list = new Connection[](_pageSize(held.length(), offset, limit));
        for (uint256 i; i < list.length; ++i) {
            list[i] = connection(uint64(held.at(offset + i)));
        }
    }

    /// @inheritdoc IElectricityBilling
    function totals() external view returns (Totals memory) {
        Sums memory sums = _sums;
        return Totals({
            connections: _numbers.length,
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

    function _holderOf(uint64 number) private view returns (address holder) {
        holder = _records[number].holder;
        if (holder == address(0)) revert UnknownConnection(number);
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
