// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title ElectricityBilling
/// @notice Connections, meter readings, bills and payments of one electricity board.
/// @dev Units: money in millionths of the currency (`uint64`), energy in Wh, load in W, times in seconds since 1970 (UTC), days since
/// 1 January 1970 in the board's local time.
///
/// A connection's hot state is two packed words (types Meter and Account). Its history is in events that link backwards: each carries the block
/// of the connection's previous one, and the head is in the packed word. Two chains: money (`Account.headBlock`: bills, payments, refunds,
/// credit notes, handovers) and readings (`Meter.readingBlock`). A walk ends at block 0, the connection's registration stands at its end.
///
/// The ledger: `charged`, `credited`, `collected` of a connection only rise. Arrears are charged − credited, an advance is the other way round.
/// What is open on a bill is clamp(chargedAfter − credited, 0, amount): the oldest debt is paid first.
interface IElectricityBilling {
    /// @notice How a register value came about.
    /// @dev Actual: read. Estimated: put in by the board. Confirmed: read, above the plausibility limit, and confirmed by the board.
    enum ReadingKind {
        Actual,
        Estimated,
        Confirmed
    }

    /// @notice What is needed to register a connection.
    /// @param number The board's own consumer number, not zero.
    /// @param holder The wallet that holds the connection.
    /// @param category Tariff category in the tariff book.
    /// @param loadW Sanctioned load in W.
    /// @param agreement How often it is billed: 1–511 days; 512 + n for n months (n from 1 to 12); 0 prepaid.
    /// @param register The meter's register at the start, in Wh.
    /// @param readAt When that was read. Billing starts on that day.
    struct Registration {
        uint64 number;
        address holder;
        uint16 category;
        uint32 loadW;
        uint16 agreement;
        uint48 register;
        uint32 readAt;
    }

    /// @notice Everything the contract knows of a connection.
    /// @param number The consumer number.
    /// @param holder The wallet that holds it; zero when there is no such connection.
    /// @param offeredTo The wallet a handover is offered to, or zero.
    /// @param category Tariff category.
    /// @param loadW Sanctioned load in W.
    /// @param agreement As in Registration.
    /// @param register Latest register in Wh.
    /// @param readAt When it was read.
    /// @param billedRegister Register up to which bills were issued.
    /// @param billedDay First day not billed yet.
    /// @param bills Number of bills issued.
    /// @param dueDay Due day of the latest bill; 0 before the first.
    /// @param charged Everything billed or paid back so far.
    /// @param credited Everything paid or credited by the board so far.
    /// @param collected What of it has gone to the board or back to the holder, or was never to be paid.
    /// @param headBlock Block of the latest money event.
    /// @param readingBlock Block of the latest reading event.
    struct Connection {
        uint64 number;
        address holder;
        address offeredTo;
        uint16 category;
        uint32 loadW;
        uint16 agreement;
        uint48 register;
        uint32 readAt;
        uint48 billedRegister;
        uint16 billedDay;
        uint16 bills;
        uint16 dueDay;
        uint64 charged;
        uint64 credited;
        uint64 collected;
        uint32 headBlock;
        uint32 readingBlock;
    }

    /// @notice Sums over all connections.
    /// @param connections How many are registered.
    /// @param billedWh Energy billed, in Wh.
    /// @param billed Money billed.
    /// @param collected Money that has ever reached the board's balance.
    /// @param boardBalance What of it the board can withdraw now.
    struct Totals {
        uint256 connections;
        uint256 billedWh;
        uint256 billed;
        uint256 collected;
        uint256 boardBalance;
    }

    // ------------------------------------------------------------------ events

    /// @notice A connection was registered; the end of both event chains.
    event ConnectionRegistered(
        uint64 indexed connection,
        address indexed holder,
        uint16 indexed category,
        uint32 loadW,
        uint16 agreement,
        uint48 register,
        uint32 readAt
    );

    /// @notice A handover was offered, or taken back when `to` is zero.
    event HandoverOffered(uint64 indexed connection, address indexed from, address indexed to);

    /// @notice A connection went to another wallet.
    event HandedOver(uint64 indexed connection, address indexed from, address indexed to, uint32 previousBlock);

    /// @notice A register value was recorded.
    /// @param register Cumulative energy in Wh.
    /// @param readAt When it was read.
    /// @param kind How it came about.
    /// @param previousBlock Block of the connection's previous reading event.
    event ReadingRecorded(
        uint64 indexed connection, uint48 register, uint32 readAt, ReadingKind kind, uint32 previousBlock
    );

    /// @notice A row of a batch was skipped.
    /// @param reason The error a single call would have reverted with, ABI-encoded.
    event ReadingRejected(uint64 indexed connection, bytes reason);

    /// @notice A bill was issued. With the tariff's program this is all that is needed to compute it again.
    /// @param number Number of the bill within the connection, from 1.
    /// @param tariff The tariff it was billed by: category in bits 16–31, the version in force on the last day of the period in bits 0–15.
    /// @param fromDay First day of the period.
    /// @param toDay The day after its last.
    /// @param opening Register at its start, in Wh.
    /// @param closing Register at its end, in Wh.
    /// @param kind How the closing register came about.
    /// @param loadW Billed load in W.
    /// @param amount The bill's total.
    /// @param chargedAfter The connection's `charged` with this bill.
    /// @param dueDay Last day to pay.
    /// @param previousBlock Block of the connection's previous money event.
    event BillIssued(
        uint64 indexed connection,
        uint16 indexed number,
        uint32 tariff,
        uint16 fromDay,
        uint16 toDay,
        uint48 opening,
        uint48 closing,
        ReadingKind kind,
        uint32 loadW,
        uint64 amount,
        uint64 chargedAfter,
        uint16 dueDay,
        uint32 previousBlock
    );

    /// @notice A row of a billing run was skipped.
    /// @param reason The error a single call would have reverted with, ABI-encoded.
    event BillRejected(uint64 indexed connection, bytes reason);

    /// @notice A payment was credited.
    /// @param creditedAfter The connection's `credited` with this payment.
    event PaymentReceived(
        uint64 indexed connection, address indexed payer, uint64 amount, uint64 creditedAfter, uint32 previousBlock
    );

    /// @notice The holder took back an advance. It counts as charged, since counters only rise.
    /// @param chargedAfter The connection's `charged` with this refund.
    event AdvanceRefunded(
        uint64 indexed connection, address indexed holder, uint64 amount, uint64 chargedAfter, uint32 previousBlock
    );

    /// @notice The board credited money on a bill. Like a payment it goes to the oldest debt first, and the bill itself stays as it is.
    /// @param bill The bill it is for.
    /// @param creditedAfter The connection's `credited` with it.
    /// @param reason Why, in the board's words.
    event CreditNoteIssued(
        uint64 indexed connection,
        uint16 indexed bill,
        uint64 amount,
        uint64 creditedAfter,
        uint32 previousBlock,
        string reason
    );

    /// @notice Money that bills had earned reached the board's balance.
    /// @param boardBalance The board's balance with it.
    event Collected(uint256 amount, uint256 boardBalance);

    /// @notice The board took money out.
    /// @param boardBalance What is left.
    event Withdrawn(address indexed to, uint256 amount, uint256 boardBalance);

    // ------------------------------------------------------------------ errors

    /// @notice There is no such connection.
    error UnknownConnection(uint64 connection);
    /// @notice The consumer number is taken.
    error AlreadyRegistered(uint64 connection);
    /// @notice Consumer number 0 can't be used.
    error ConnectionIsZero();
    /// @notice A wallet is missing.
    error ZeroAddress();
    /// @notice The category has no tariff.
    error UnknownCategory(uint16 category);
    /// @notice The sanctioned load is zero.
    error ZeroLoad(uint64 connection);
    /// @notice Neither days (1–511), months (513–524) nor prepaid (0).
    error BadAgreement(uint16 agreement);
    /// @notice The caller does not hold the connection.
    error NotHolder(uint64 connection, address caller, address holder);
    /// @notice The caller is not the one the handover was offered to.
    error NotOffered(uint64 connection, address caller, address offeredTo);
    /// @notice The board can't move a connection with an advance: that belongs to the holder.
    error AdvanceInTheWay(uint64 connection, uint64 advance);
    /// @notice The wallet holds the connection already.
    error SameHolder(uint64 connection, address holder);

    /// @notice The register can't fall.
    /// @param register The value given, in Wh.
    /// @param last The latest one, in Wh.
    error ReadingFalls(uint64 connection, uint48 register, uint48 last);
    /// @notice A reading must be later than the latest one.
    error ReadingNotLater(uint64 connection, uint32 readAt, uint32 last);
    /// @notice A reading can't be in the future.
    /// @param time The chain's time now.
    error ReadingInFuture(uint64 connection, uint32 readAt, uint256 time);
    /// @notice More energy than the sanctioned load could draw in that time, times the plausibility factor.
    /// @param wh The energy since the latest reading.
    /// @param limitWh The limit.
    error ReadingImplausible(uint64 connection, uint256 wh, uint256 limitWh);
    /// @notice A packed row has bits where none belong, or an unknown kind.
    error BadRow(uint256 row);

    /// @notice No reading since the last bill, or none a day later.
    /// @param billedDay First day not billed yet.
    /// @param readDay Day of the latest reading.
    error NothingToBill(uint64 connection, uint16 billedDay, uint16 readDay);
    /// @notice The agreed period isn't over. The first bill of a connection may come sooner.
    /// @param readDay Day of the latest reading.
    /// @param earliestDay First day a bill may end.
    error PeriodNotOver(uint64 connection, uint16 readDay, uint16 earliestDay);
    /// @notice The tariff doesn't yield a bill: no version in force, consumption above a closed band, a negative or too large total.
    /// @param reason The tariff engine's or book's error, ABI-encoded.
    error NoBill(uint64 connection, bytes reason);

    /// @notice The tariff yields a negative total, which a bill can't have.
    error NegativeTotal(int256 total);

    /// @notice A payment, refund or withdrawal of nothing.
    error ZeroAmount();
    /// @notice What was sent, or what a token moved, is not the amount named: a token that takes a fee can't be settled in.
    /// @param value What was sent or moved, in the asset's own unit.
    /// @param expected What the amount comes to in that unit.
    error WrongValue(uint256 value, uint256 expected);
    /// @notice The settlement asset has no unit so small.
    /// @param step Amounts have to be a multiple of this many millionths of the currency.
    error NotPayable(uint256 amount, uint256 step);
    /// @notice The settlement asset is the chain's coin: there is nothing to permit.
    error NotAToken();
    /// @notice A token called back while it was moving, and tried to move more.
    error MoneyIsMoving();
    /// @notice The ledger can't hold that much.
    error AmountTooLarge(uint64 connection, uint256 amount);
    /// @notice The connection has no such bill.
    /// @param bills How many it has.
    error UnknownBill(uint64 connection, uint16 bill, uint16 bills);
    /// @notice A credit note without a reason, or with one above 280 bytes.
    /// @param length Bytes of the reason given.
    error BadReason(uint256 length);
    /// @notice More than the advance.
    error AboveAdvance(uint64 connection, uint64 amount, uint64 advance);
    /// @notice More than the board has collected.
    error AboveBoardBalance(uint256 amount, uint256 boardBalance);
    /// @notice The receiver refused the money.
    error TransferFailed(address to, uint256 value);

    // ------------------------------------------------------------------ connections

    /// @notice Registers a connection.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits ConnectionRegistered. Reverts AlreadyRegistered, ConnectionIsZero, ZeroAddress,
    /// UnknownCategory, ZeroLoad, BadAgreement, ReadingInFuture, and the tariff book's NoTariffInForce where the category had no tariff on that day.
    function register(Registration calldata registration) external;

    /// @notice Offers a connection to another wallet, or takes the offer back with the zero address.
    /// @dev The holder; or OPERATOR_ROLE for a holder whose wallet is lost, while there is no advance. Emits HandoverOffered. Reverts
    /// UnknownConnection, NotHolder, AdvanceInTheWay, SameHolder.
    function offerHandover(uint64 connection, address to) external;

    /// @notice Takes a connection over, with its arrears or advance, and with what was read or used and not billed: the board bills that first by IConnectionLife.issueFinalBill.
    /// @dev The wallet it was offered to. Emits HandedOver. Reverts UnknownConnection, NotOffered; AdvanceInTheWay when the board offered it and
    /// an advance has come since.
    function acceptHandover(uint64 connection) external;

    // ------------------------------------------------------------------ readings

    /// @notice Records a reading.
    /// @dev Only READER_ROLE, not while paused. Emits ReadingRecorded. Reverts UnknownConnection, ReadingFalls, ReadingNotLater, ReadingInFuture,
    /// ReadingImplausible.
    function recordReading(uint64 connection, uint48 register_, uint32 readAt) external;

    /// @notice Records a reading above the plausibility limit.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits ReadingRecorded with kind Confirmed. Reverts as recordReading but for ReadingImplausible.
    function confirmReading(uint64 connection, uint48 register_, uint32 readAt) external;

    /// @notice Records many readings; a bad row is skipped and reported, the rest goes through, and running it again changes nothing.
    /// @dev Only READER_ROLE, not while paused. Emits ReadingRecorded or ReadingRejected for each row, in order.
    /// @param rows Each: connection in bits 0–63, register in Wh in bits 64–111, readAt in bits 112–143, the rest zero.
    /// @return recorded How many were recorded.
    function recordReadings(uint256[] calldata rows) external returns (uint256 recorded);

    // ------------------------------------------------------------------ bills

    /// @notice Bills a connection from the register last billed to the latest one.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits BillIssued; Collected when earlier payments reach the board with it. Reverts
    /// UnknownConnection, NothingToBill, PeriodNotOver, NoBill, AmountTooLarge.
    /// @return amount The bill's total.
    function issueBill(uint64 connection) external returns (uint64 amount);

    /// @notice A billing run; a connection that can't be billed is skipped and reported.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits BillIssued or BillRejected for each, in order, and Collected at the end.
    /// @param connections Consumer numbers. Those of one category together cost less.
    /// @return issued How many bills were issued.
    function issueBills(uint256[] calldata connections) external returns (uint256 issued);

    /// @notice Records readings and bills them in one pass.
    /// @dev Only READER_ROLE with OPERATOR_ROLE, not while paused. A row whose reading is refused is not billed; a reading stays recorded when
    /// its bill is refused.
    /// @param rows As in recordReadings.
    /// @return recorded How many readings were recorded.
    /// @return issued How many bills were issued.
    function recordAndBill(uint256[] calldata rows) external returns (uint256 recorded, uint256 issued);

    // ------------------------------------------------------------------ money

    /// @notice Pays any part of what a connection owes, or in advance; anyone may pay for anyone, at any time, paused or not.
    /// @dev Emits PaymentReceived. Reverts ZeroAmount, UnknownConnection, WrongValue, AmountTooLarge; NotPayable in an asset without so small a unit. The coin sent must be
    /// `amount / step × unit`; a token is taken by its allowance, and no coin.
    /// @param amount In millionths of the currency.
    function pay(uint64 connection, uint64 amount) external payable;

    /// @notice Pays for many connections at once, as an agent at a counter does: a receipt for each.
    /// @dev Emits PaymentReceived for each, in order. Reverts as pay, and BadRow. All or nothing.
    /// @param rows Each: connection in bits 0–63, amount in bits 64–127, the rest zero.
    /// @return total What was paid.
    function payMany(uint256[] calldata rows) external payable returns (uint256 total);

    /// @notice The same as pay in a token that has EIP-2612 permits, without an allowance beforehand.
    /// @dev Reverts as pay, and NotAToken.
    function payWithPermit(uint64 connection, uint64 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /// @notice Pays an advance back to the holder, paused or not.
    /// @dev The holder. Emits AdvanceRefunded. Reverts UnknownConnection, NotHolder, ZeroAmount, AboveAdvance, TransferFailed; NotPayable in an asset without so small a unit.
    /// @param amount In millionths of the currency.
    function refundAdvance(uint64 connection, uint64 amount) external;

    /// @notice Credits a consumer with money that a bill should not have asked for. What exceeds the arrears becomes an advance, and is taken from the board's
    /// balance.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits CreditNoteIssued, after Collected when earlier payments reach the board first. Reverts ZeroAmount,
    /// UnknownConnection, UnknownBill, BadReason, AmountTooLarge, AboveBoardBalance.
    /// @param bill Number of the bill it is for, which it does not change.
    /// @param amount In millionths of the currency.
    /// @param reason Why, 1 to 280 bytes of UTF-8.
    function issueCreditNote(uint64 connection, uint16 bill, uint64 amount, string calldata reason) external;

    /// @notice Moves what bills have earned and payments have covered to the board's balance. Anyone may call it.
    /// @dev Emits Collected when there was any. Unknown connections add nothing.
    /// @return amount What was moved, in millionths of the currency.
    function collect(uint256[] calldata connections) external returns (uint256 amount);

    /// @notice Takes money out of the board's balance.
    /// @dev Only TREASURER_ROLE. Emits Withdrawn. Reverts ZeroAmount, ZeroAddress, AboveBoardBalance, TransferFailed; NotPayable in an asset without so small a unit.
    /// @param amount In millionths of the currency.
    function withdraw(uint256 amount, address to) external;

    // ------------------------------------------------------------------ roles and pause

    /// @notice Registers, confirms, bills and credits.
    function OPERATOR_ROLE() external view returns (bytes32);
    /// @notice Records readings.
    function READER_ROLE() external view returns (bytes32);
    /// @notice Takes out the board's money.
    function TREASURER_ROLE() external view returns (bytes32);

    /// @notice Stops registrations, readings, bills and credit notes. Payments, refunds, handovers, collections and withdrawals go on.
    /// @dev Only the admin.
    function pause() external;

    /// @notice Ends a pause.
    /// @dev Only the admin.
    function unpause() external;

    // ------------------------------------------------------------------ views

    /// @notice The tariffs bills are computed from.
    function tariffBook() external view returns (address);

    /// @notice What everything is paid in: a token, or zero for the chain's coin.
    function asset() external view returns (address);

    /// @notice Millionths of the currency that amounts are a multiple of, 1 for every asset of six decimals or more.
    function step() external view returns (uint256);

    /// @notice The asset's own units in `step` millionths of the currency.
    function unit() external view returns (uint256);

    /// @notice Plausibility limit as a multiple of what the sanctioned load can draw, in per cent.
    function plausibilityPercent() external view returns (uint16);

    /// @notice Everything about a connection; holder is zero when there is none.
    function connection(uint64 number) external view returns (Connection memory);

    /// @notice The same for a list.
    function connectionsByNumber(uint64[] calldata numbers) external view returns (Connection[] memory);

    /// @notice Connections in the order of registration.
    /// @param offset How many to pass over.
    /// @param limit How many to return at the most.
    function connections(uint256 offset, uint256 limit) external view returns (Connection[] memory);

    /// @notice Connections that a wallet holds, in no order.
    /// @param offset How many to pass over.
    /// @param limit How many to return at the most.
    function connectionsOf(address holder, uint256 offset, uint256 limit) external view returns (Connection[] memory);

    /// @notice Sums over all connections.
    function totals() external view returns (Totals memory);
}
