// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "./interfaces/IElectricityBilling.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {Account, AccountLib} from "./types/Account.sol";
import {Meter, MeterLib} from "./types/Meter.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";

/// @title ElectricityBilling
/// @dev Documented in IElectricityBilling.
contract ElectricityBilling is IElectricityBilling, AccessControlDefaultAdminRules, Pausable {
    using EnumerableSet for EnumerableSet.UintSet;

    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");
    bytes32 public constant READER_ROLE = keccak256("READER_ROLE");
    bytes32 public constant TREASURER_ROLE = keccak256("TREASURER_ROLE");

    address public immutable tariffBook;
    uint256 public immutable unit;
    uint16 public immutable plausibilityPercent;
    int256 private immutable _utcOffset;

    /// @dev An offer of a handover; `byBoard` when the board made it for a lost wallet.
    struct Offer {
        address to;
        bool byBoard;
    }

    /// @dev Sums over all connections in two slots, written once a batch.
    struct Sums {
        uint128 billedWh;
        uint128 billed;
        uint128 collected;
        uint128 boardBalance;
    }

    mapping(uint64 connection => Meter) private _meters;
    mapping(uint64 connection => Account) private _accounts;
    mapping(uint64 connection => address) private _holders;
    mapping(uint64 connection => Offer) private _offers;
    mapping(address holder => EnumerableSet.UintSet) private _held;
    uint64[] private _numbers;
    Sums private _sums;

    /// @dev The data of BillIssued: a struct in memory is laid out as the event's data is encoded, one word a field.
    struct BillData {
        uint256 category;
        uint256 version;
        uint256 fromDay;
        uint256 toDay;
        uint256 opening;
        uint256 closing;
        uint256 kind;
        uint256 loadW;
        uint256 amount;
        uint256 surcharge;
        uint256 chargedAfter;
        uint256 dueDay;
        uint256 previousBlock;
    }

    /// @dev What a billing run adds up.
    struct RunSums {
        uint256 today;
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
        _utcOffset = tariffBook_.utcOffset();
    }

    // ------------------------------------------------------------------ connections

    /// @inheritdoc IElectricityBilling
    function register(Registration calldata r) external onlyRole(OPERATOR_ROLE) whenNotPaused {
        // Check
        if (r.number == 0) revert ConnectionIsZero();
        if (_accounts[r.number].exists()) revert AlreadyRegistered(r.number);
        if (r.holder == address(0)) revert ZeroAddress();
        if (r.loadW == 0) revert ZeroLoad(r.number);
        if (r.agreement == 512 || r.agreement > 524) revert BadAgreement(r.agreement);
        if (r.readAt > block.timestamp) revert ReadingInFuture(r.number, r.readAt, block.timestamp);
        if (ITariffBook(tariffBook).versions(r.category).length == 0) revert UnknownCategory(r.category);

        // Effect
        _meters[r.number] = MeterLib.create(r.category, r.loadW, r.agreement, r.register, r.readAt, _day(r.readAt));
        _accounts[r.number] = AccountLib.create(0, 0, 0, 0);
        _holders[r.number] = r.holder;
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
            uint64 advance = _accounts[number].advance();
            if (advance != 0) revert AdvanceInTheWay(number, advance);
        }
        if (to == holder) revert SameHolder(number, holder);
        _offers[number] = Offer({to: to, byBoard: byBoard});
        emit HandoverOffered(number, holder, to);
    }

    /// @inheritdoc IElectricityBilling
    function acceptHandover(uint64 number) external {
        address from = _holderOf(number);
        Offer memory offer = _offers[number];
        if (msg.sender != offer.to) revert NotOffered(number, msg.sender, offer.to);
        Account account = _accounts[number];
        uint64 advance = account.advance();
        if (offer.byBoard && advance != 0) revert AdvanceInTheWay(number, advance);

        delete _offers[number];
        _holders[number] = msg.sender;
        _held[from].remove(number);
        _held[msg.sender].add(number);
        _accounts[number] = account.withHead();
        emit HandedOver(number, from, msg.sender, account.headBlock());
    }

    // ------------------------------------------------------------------ readings

    /// @inheritdoc IElectricityBilling
    function recordReading(uint64 number, uint48 register_, uint32 readAt)
        external
        onlyRole(READER_ROLE)
        whenNotPaused
    {
        if (!_read(number, register_, readAt, ReadingKind.Actual)) {
            _revert(_readingError(number, register_, readAt, false));
        }
    }

    /// @inheritdoc IElectricityBilling
    function confirmReading(uint64 number, uint48 register_, uint32 readAt)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
    {
        if (!_read(number, register_, readAt, ReadingKind.Confirmed)) {
            _revert(_readingError(number, register_, readAt, true));
        }
    }

    /// @inheritdoc IElectricityBilling
    function recordReadings(uint256[] calldata rows)
        external
        onlyRole(READER_ROLE)
        whenNotPaused
        returns (uint256 recorded)
    {
        for (uint256 i; i < rows.length; ++i) {
            if (_readRow(rows[i])) ++recorded;
        }
    }

    /// @dev Records a row of a batch, or reports why not.
    function _readRow(uint256 row) private returns (bool) {
        (uint64 number, uint48 register_, uint32 readAt) = (uint64(row), uint48(row >> 64), uint32(row >> 112));
        if (row >> 144 == 0 && _read(number, register_, readAt, ReadingKind.Actual)) return true;
        emit ReadingRejected(
            number,
            row >> 144 == 0
                ? _readingError(number, register_, readAt, false)
                : abi.encodeWithSelector(BadRow.selector, row)
        );
        return false;
    }

    /// @dev Records a reading; returns false where _readingError has the reason.
    function _read(uint64 number, uint48 register_, uint32 readAt, ReadingKind kind) private returns (bool) {
        Meter meter = _meters[number];
        (uint256 lastRegister, uint256 lastReadAt) = (meter.register(), meter.readAt());
        // Check: lastReadAt is zero, and so any time later, only for an unknown connection.
        if (register_ < lastRegister || readAt <= lastReadAt || readAt > block.timestamp || !meter.active()) {
            return false;
        }
        unchecked {
            if (register_ - lastRegister > _limitWh(meter, readAt - lastReadAt) && kind != ReadingKind.Confirmed) {
                return false;
            }
        }
        // Effect
        _meters[number] = meter.withReading(register_, readAt, uint8(kind));
        emit ReadingRecorded(number, register_, readAt, kind, meter.readingBlock());
        return true;
    }

    /// @dev What the sanctioned load could draw in that many seconds, times the plausibility factor: W·s·% / (3600 s/h · 100 %) is Wh.
    function _limitWh(Meter meter, uint256 duration) private view returns (uint256) {
        unchecked {
            return uint256(meter.loadW()) * duration * plausibilityPercent / 360_000;
        }
    }

    /// @dev Why _read refused a reading.
    function _readingError(uint64 number, uint48 register_, uint32 readAt, bool confirmed)
        private
        view
        returns (bytes memory)
    {
        Meter meter = _meters[number];
        (uint48 lastRegister, uint32 lastReadAt) = (meter.register(), meter.readAt());
        if (!meter.active()) return abi.encodeWithSelector(UnknownConnection.selector, number);
        if (register_ < lastRegister) {
            return abi.encodeWithSelector(ReadingFalls.selector, number, register_, lastRegister);
        }
        if (readAt <= lastReadAt) return abi.encodeWithSelector(ReadingNotLater.selector, number, readAt, lastReadAt);
        if (readAt > block.timestamp || confirmed) {
            return abi.encodeWithSelector(ReadingInFuture.selector, number, readAt, block.timestamp);
        }
        uint256 limit = _limitWh(meter, readAt - lastReadAt);
        return abi.encodeWithSelector(ReadingImplausible.selector, number, register_ - lastRegister, limit);
    }

    // ------------------------------------------------------------------ bills

    /// @inheritdoc IElectricityBilling
    function issueBill(uint64 number) external onlyRole(OPERATOR_ROLE) whenNotPaused returns (uint64 amount) {
        uint256[] memory numbers = new uint256[](1);
        numbers[0] = number;
        uint128 billed = _sums.billed;
        if (_bill(numbers) == 0) _revert(_billError(number));
        return uint64(_sums.billed - billed);
    }

    /// @inheritdoc IElectricityBilling
    function issueBills(uint256[] calldata connections_)
        external
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
        returns (uint256 issued)
    {
        issued = _bill(connections_);
    }

    /// @inheritdoc IElectricityBilling
    function recordAndBill(uint256[] calldata rows)
        external
        onlyRole(READER_ROLE)
        onlyRole(OPERATOR_ROLE)
        whenNotPaused
        returns (uint256 recorded, uint256 issued)
    {
        uint256[] memory numbers = new uint256[](rows.length);
        for (uint256 i; i < rows.length; ++i) {
            if (_readRow(rows[i])) numbers[recorded++] = uint64(rows[i]);
        }
        assembly ("memory-safe") {
            mstore(numbers, recorded)
        }
        issued = _bill(numbers);
    }

    /// @dev Bills a list of connections in three steps: what is to be billed, the book's totals of it, the ledger. Reports those it can't bill.
    function _bill(uint256[] memory numbers) private returns (uint256 issued) {
        uint256[] memory rows = new uint256[](numbers.length);
        for (uint256 i; i < numbers.length; ++i) {
            if (numbers[i] <= type(uint64).max) rows[i] = _tariffRow(_meters[uint64(numbers[i])]);
        }
        uint256[] memory results = ITariffBook(tariffBook).totals(rows);

        BillData memory bill;
        RunSums memory sums;
        sums.today = _day(block.timestamp);
        for (uint256 i; i < numbers.length; ++i) {
            if (
                rows[i] != 0 && results[i] != type(uint256).max
                    && _charge(uint64(numbers[i]), rows[i], results[i], bill, sums)
            ) {
                ++issued;
            } else {
                emit BillRejected(
                    uint64(numbers[i]),
                    numbers[i] > type(uint64).max
                        ? abi.encodeWithSelector(BadRow.selector, numbers[i])
                        : _billError(uint64(numbers[i]))
                );
            }
        }
        if (issued == 0) return 0;
        _sums.billedWh += uint128(sums.billedWh);
        _sums.billed += uint128(sums.billed);
        _collected(sums.collected);
    }

    /// @dev What the tariff book is asked for a connection, or zero when nothing is to be billed.
    function _tariffRow(Meter meter) private view returns (uint256) {
        unchecked {
            (uint256 fromDay, uint256 toDay) = (meter.billedDay(), _day(meter.readAt()));
            if (toDay <= fromDay || toDay < fromDay + _shortestPeriod(meter.agreement())) return 0;
            uint256 wh = meter.register() - meter.billedRegister();
            return uint256(meter.category()) << 128 | toDay << 112 | fromDay << 96 | uint256(meter.loadW()) << 64 | wh;
        }
    }

    /// @dev Issues a bill, and collects what payments have covered by then. Returns false, with nothing changed, for a connection that an
    /// earlier row of the run has billed, or whose ledger can't hold the amount.
    function _charge(uint64 number, uint256 row, uint256 result, BillData memory bill, RunSums memory sums)
        private
        returns (bool)
    {
        unchecked {
            Meter meter = _meters[number];
            Account account = _accounts[number];
            uint256 amount = uint64(result);
            uint256 charged = account.charged() + amount;
            bill.fromDay = uint16(row >> 96);
            if (meter.billedDay() != bill.fromDay || charged > type(uint64).max) return false;
            bill.category = uint16(row >> 128);
            bill.version = uint16(result >> 64);
            bill.toDay = uint16(row >> 112);
            bill.opening = meter.billedRegister();
            bill.closing = meter.register();
            bill.kind = meter.kind();
            bill.loadW = uint32(row >> 64);
            bill.amount = amount;
            bill.chargedAfter = charged;
            bill.dueDay = sums.today + uint16(result >> 80);
            bill.previousBlock = account.headBlock();

            // The board has never collected more than the least of both counters.
            uint256 credited = account.credited();
            uint256 collected = credited < charged ? credited : charged;
            sums.collected += collected - account.collected();
            sums.billed += amount;
            sums.billedWh += uint64(row);
            uint256 bills = uint256(meter.bills()) + 1;
            _accounts[number] =
                AccountLib.create(uint64(charged), uint64(credited), uint64(collected), uint16(bill.dueDay));
            _meters[number] = meter.withBill(uint48(bill.closing), uint16(bill.toDay), uint16(bills));
            (bytes32 topic, uint256 id) = (BillIssued.selector, number);
            assembly ("memory-safe") {
                log3(bill, 416, topic, id, bills)
            }
            return true;
        }
    }

    /// @dev Why a connection was not billed.
    function _billError(uint64 number) private view returns (bytes memory) {
        Meter meter = _meters[number];
        if (!meter.active()) return abi.encodeWithSelector(UnknownConnection.selector, number);
        (uint16 fromDay, uint16 toDay) = (meter.billedDay(), _day(meter.readAt()));
        if (toDay <= fromDay) return abi.encodeWithSelector(NothingToBill.selector, number, fromDay, toDay);
        uint256 earliest = fromDay + _shortestPeriod(meter.agreement());
        if (toDay < earliest) return abi.encodeWithSelector(PeriodNotOver.selector, number, toDay, earliest);
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

    /// @dev Readings don't fall on the same day each month, so a month is over after the 28 days of the shortest one.
    function _shortestPeriod(uint256 agreement) private pure returns (uint256) {
        unchecked {
            return agreement > 512 ? (agreement - 512) * 28 : agreement;
        }
    }

    // ------------------------------------------------------------------ money

    /// @inheritdoc IElectricityBilling
    function pay(uint64 number, uint64 amount) external payable {
        // Check
        if (amount == 0) revert ZeroAmount();
        Account account = _accounts[number];
        if (!account.exists()) revert UnknownConnection(number);
        if (msg.value != amount * unit) revert WrongValue(msg.value, amount * unit);
        uint256 credited = uint256(account.credited()) + amount;
        if (credited > type(uint64).max) revert AmountTooLarge(number, amount);

        // Effect
        _accounts[number] = account.withCredited(uint64(credited));
        emit PaymentReceived(number, msg.sender, amount, uint64(credited), account.headBlock());
    }

    /// @inheritdoc IElectricityBilling
    function refundAdvance(uint64 number, uint64 amount) external {
        // Check
        address holder = _holderOf(number);
        if (msg.sender != holder) revert NotHolder(number, msg.sender, holder);
        if (amount == 0) revert ZeroAmount();
        Account account = _accounts[number];
        uint64 advance = account.advance();
        if (amount > advance) revert AboveAdvance(number, amount, advance);

        // Effect: paid back money counts as charged and collected at once, so that no counter falls and the board gets none of it.
        uint64 charged = account.charged() + amount;
        _accounts[number] =
            AccountLib.create(charged, account.credited(), account.collected() + amount, account.dueDay());
        emit AdvanceRefunded(number, holder, amount, charged, account.headBlock());

        // Interaction
        _send(holder, amount * unit);
    }

    /// @inheritdoc IElectricityBilling
    function collect(uint256[] calldata connections_) external returns (uint256 amount) {
        for (uint256 i; i < connections_.length; ++i) {
            if (connections_[i] > type(uint64).max) continue;
            uint64 number = uint64(connections_[i]);
            Account account = _accounts[number];
            uint64 collectable = account.collectable();
            if (collectable == 0) continue;
            _accounts[number] = account.withCollected(account.collected() + collectable);
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
        (Meter meter, Account account, Offer memory offer) = (_meters[number], _accounts[number], _offers[number]);
        c.number = number;
        c.holder = _holders[number];
        c.offeredTo = offer.to;
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
        holder = _holders[number];
        if (holder == address(0)) revert UnknownConnection(number);
    }

    /// @dev The local day of a time.
    function _day(uint256 time) private view returns (uint16) {
        unchecked {
            return uint16(uint256(int256(time) + _utcOffset) / 1 days);
        }
    }

    function _revert(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }
}
