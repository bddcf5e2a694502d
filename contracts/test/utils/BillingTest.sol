// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../../src/interfaces/ITariffBook.sol";
import {Billing, Book, Contracts} from "./Contracts.sol";
import {Tariffs} from "./Tariffs.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Test} from "forge-std/Test.sol";

/// @dev A board with one account for each role, category 1 billed at 5 per unit and category 2 by APDCL Domestic A, both in force.
abstract contract BillingTest is Test {
    uint256 internal constant UNIT = 1e12;
    uint64 internal constant RUPEE = 1e6;
    uint32 internal constant NOTICE = 30 days;
    int32 internal constant IST = 19_800;
    uint16 internal constant MONTHLY = 513;
    uint16 internal constant PREPAID = 0;
    uint16 internal constant FLAT = 1;
    uint16 internal constant APDCL = 2;

    /// @dev A consumer number.
    uint64 internal constant HOME = 81_000_000_001;

    /// @dev 1 January 2024, 00:00 in India.
    uint256 internal constant START = 1_704_047_400;
    uint16 internal constant START_DAY = 19_723;

    address internal admin = makeAddr("admin");
    address internal operator = makeAddr("operator");
    address internal reader = makeAddr("reader");
    address internal tariffOfficer = makeAddr("tariff officer");
    address internal treasurer = makeAddr("treasurer");
    address internal holder = makeAddr("holder");
    address internal stranger = makeAddr("stranger");

    Book internal book;
    Billing internal billing;

    function setUp() public virtual {
        vm.warp(START - NOTICE - 1 days);
        vm.roll(100);
        book = Contracts.book(admin, "INR", NOTICE, IST);
        billing = deployBilling();
        vm.startPrank(admin);
        book.grantRole(book.TARIFF_OFFICER_ROLE(), tariffOfficer);
        billing.grantRole(billing.OPERATOR_ROLE(), operator);
        billing.grantRole(billing.READER_ROLE(), reader);
        billing.grantRole(billing.TREASURER_ROLE(), treasurer);
        vm.stopPrank();
        vm.startPrank(tariffOfficer);
        book.publish(FLAT, START_DAY, Tariffs.flatFive());
        book.publish(APDCL, START_DAY, Tariffs.apdclDomesticA());
        vm.stopPrank();
        vm.warp(START);
        vm.roll(1000);
        vm.deal(holder, 1_000_000 ether);
        vm.deal(stranger, 1_000_000 ether);
    }

    /// @dev Settles in the chain's coin, unless a test has it otherwise.
    function deployBilling() internal virtual returns (Billing) {
        return Contracts.billing(admin, book, UNIT, 150);
    }

    // ------------------------------------------------------------------ doing

    /// @dev A connection of 2 kW, register 0 at START, billed monthly.
    function registration(uint64 number, address holder_, uint16 category)
        internal
        pure
        returns (IElectricityBilling.Registration memory)
    {
        return IElectricityBilling.Registration({
            number: number,
            holder: holder_,
            category: category,
            loadW: 2000,
            agreement: MONTHLY,
            register: 0,
            readAt: uint32(START)
        });
    }

    function registerConnection(uint64 number, address holder_, uint16 category) internal {
        vm.prank(operator);
        billing.register(registration(number, holder_, category));
    }

    /// @dev Records a register value as read on a local midnight, `day` days after START.
    function readOn(uint256 day, uint64 number, uint48 register) internal {
        vm.prank(reader);
        billing.recordReading(number, register, uint32(START + day * 1 days));
    }

    function issueBill(uint64 number) internal returns (uint64) {
        vm.prank(operator);
        return billing.issueBill(number);
    }

    /// @dev The first story up to its bill: 500 units at 5 each, billed on day 31.
    function billHome() internal {
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        readOn(31, HOME, 500_000);
        issueBill(HOME);
    }

    /// @dev Moves the clock to a local midnight `day` days after START, a block a minute.
    function goToDay(uint256 day) internal {
        vm.warp(START + day * 1 days);
        vm.roll(1000 + day * 1440);
    }

    function row(uint64 number, uint256 register, uint256 readAt) internal pure returns (uint256) {
        return number | register << 64 | readAt << 112;
    }

    /// @dev As TariffBook.totals takes it.
    function tariffRow(uint16 category, ITariffBook.Usage memory u) internal pure returns (uint256) {
        return
            u.wh | uint256(u.fromDay) << 128 | uint256(u.loadW) << 144 | uint256(category) << 176 | uint256(u.toDay)
                << 192;
    }

    function arrears(uint64 number) internal view returns (uint64) {
        IElectricityBilling.Connection memory c = billing.connection(number);
        return c.charged > c.credited ? c.charged - c.credited : 0;
    }

    function pay(address payer, uint64 number, uint64 amount) internal {
        vm.prank(payer);
        billing.pay{value: amount * UNIT}(number, amount);
    }

    function refund(uint64 number, uint64 amount) internal {
        vm.prank(billing.connection(number).holder);
        billing.refundAdvance(number, amount);
    }

    function collect(uint64 number) internal returns (uint256) {
        uint256[] memory numbers = new uint256[](1);
        numbers[0] = number;
        return billing.collect(numbers);
    }

    function pause() internal {
        vm.prank(admin);
        billing.pause();
    }

    // ------------------------------------------------------------------ checking

    struct ExpectedBill {
        uint64 connection;
        uint16 number;
        uint16 category;
        uint16 version;
        uint16 fromDay;
        uint16 toDay;
        uint48 opening;
        uint48 closing;
        IElectricityBilling.ReadingKind kind;
        uint64 amount;
        uint64 chargedAfter;
        uint16 dueDay;
        uint256 previousBlock;
    }

    /// @dev The first bill of HOME at 5 a unit, issued on the day of its reading.
    function firstBill(uint16 day, uint48 closing) internal pure returns (ExpectedBill memory) {
        return ExpectedBill({
            connection: HOME,
            number: 1,
            category: FLAT,
            version: 1,
            fromDay: START_DAY,
            toDay: START_DAY + day,
            opening: 0,
            closing: closing,
            kind: IElectricityBilling.ReadingKind.Actual,
            amount: uint64(closing) * 5000,
            chargedAfter: uint64(closing) * 5000,
            dueDay: START_DAY + day + 15,
            previousBlock: 1000
        });
    }

    /// @dev The next call, or a later one, issues that bill of 2 kW.
    function expectBill(ExpectedBill memory b) internal {
        vm.expectEmit(address(billing));
        emit IElectricityBilling.BillIssued(
            b.connection,
            b.number,
            uint32(b.category) << 16 | b.version,
            b.fromDay,
            b.toDay,
            b.opening,
            b.closing,
            b.kind,
            2000,
            b.amount,
            b.chargedAfter,
            b.dueDay,
            uint32(b.previousBlock)
        );
    }

    /// @dev All that a call concerning HOME could change.
    function state() internal view returns (bytes memory) {
        return abi.encode(
            billing.connection(HOME),
            billing.standing(HOME),
            billing.totals(),
            address(billing).balance,
            holder.balance,
            stranger.balance,
            treasurer.balance
        );
    }

    /// @dev The call is refused with exactly that error, and nothing has changed.
    function assertRefused(address caller, bytes memory call, bytes memory reason) internal {
        assertRefused(caller, 0, call, reason);
    }

    function assertRefused(address caller, uint256 value, bytes memory call, bytes memory reason) internal {
        bytes memory before = state();
        vm.prank(caller);
        (bool done, bytes memory answer) = address(billing).call{value: value}(call);
        assertFalse(done, "not refused");
        assertEq(answer, reason, "reason");
        assertEq(state(), before, "something changed");
    }

    function assertConnection(IElectricityBilling.Connection memory expected) internal view {
        IElectricityBilling.Connection memory c = billing.connection(expected.number);
        assertEq(c.number, expected.number, "number");
        assertEq(c.holder, expected.holder, "holder");
        assertEq(c.offeredTo, expected.offeredTo, "offeredTo");
        assertEq(c.category, expected.category, "category");
        assertEq(c.loadW, expected.loadW, "loadW");
        assertEq(c.agreement, expected.agreement, "agreement");
        assertEq(c.register, expected.register, "register");
        assertEq(c.readAt, expected.readAt, "readAt");
        assertEq(c.billedRegister, expected.billedRegister, "billedRegister");
        assertEq(c.billedDay, expected.billedDay, "billedDay");
        assertEq(c.bills, expected.bills, "bills");
        assertEq(c.dueDay, expected.dueDay, "dueDay");
        assertEq(c.charged, expected.charged, "charged");
        assertEq(c.credited, expected.credited, "credited");
        assertEq(c.collected, expected.collected, "collected");
        assertEq(c.headBlock, expected.headBlock, "headBlock");
        assertEq(c.readingBlock, expected.readingBlock, "readingBlock");
    }

    function assertStanding(IConnectionLife.Standing memory expected) internal view {
        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertEq(s.isClosed, expected.isClosed, "isClosed");
        assertEq(s.proposedAgreement, expected.proposedAgreement, "proposedAgreement");
        assertEq(s.agreementByBoard, expected.agreementByBoard, "agreementByBoard");
        assertEq(s.nextAgreement, expected.nextAgreement, "nextAgreement");
        assertEq(s.registerOffset, expected.registerOffset, "registerOffset");
        assertEq(s.meterKey, expected.meterKey, "meterKey");
        assertEq(s.isEstimated, expected.isEstimated, "isEstimated");
        assertEq(s.estimatedBills, expected.estimatedBills, "estimatedBills");
        assertEq(s.estimatedCharge, expected.estimatedCharge, "estimatedCharge");
        assertEq(s.spanRegister, expected.spanRegister, "spanRegister");
        assertEq(s.spanDay, expected.spanDay, "spanDay");
        assertEq(s.overdue, expected.overdue, "overdue");
        assertEq(s.surcharge, expected.surcharge, "surcharge");
        assertEq(s.proposedParts, expected.proposedParts, "proposedParts");
        assertEq(s.proposedInterval, expected.proposedInterval, "proposedInterval");
        assertEq(s.planByBoard, expected.planByBoard, "planByBoard");
        assertEq(s.planParts, expected.planParts, "planParts");
        assertEq(s.planInterval, expected.planInterval, "planInterval");
        assertEq(s.planDay, expected.planDay, "planDay");
        assertEq(s.planTotal, expected.planTotal, "planTotal");
        assertEq(s.planCredited, expected.planCredited, "planCredited");
        assertEq(s.planKept, expected.planKept, "planKept");
        assertEq(s.disputedBill, expected.disputedBill, "disputedBill");
        assertEq(s.lastDisputedBill, expected.lastDisputedBill, "lastDisputedBill");
        assertEq(s.beforeDisputed, expected.beforeDisputed, "beforeDisputed");
        assertEq(s.noticeDay, expected.noticeDay, "noticeDay");
        assertEq(s.mayDisconnect, expected.mayDisconnect, "mayDisconnect");
    }

    function assertTotals(uint256 connections, uint256 billedWh, uint256 billed, uint256 collected, uint256 board)
        internal
        view
    {
        IElectricityBilling.Totals memory t = billing.totals();
        assertEq(t.connections, connections, "connections");
        assertEq(t.billedWh, billedWh, "billedWh");
        assertEq(t.billed, billed, "billed");
        assertEq(t.collected, collected, "collected in all");
        assertEq(t.boardBalance, board, "boardBalance");
    }

    function missingRole(address caller, bytes32 role) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, caller, role);
    }

    function paused() internal pure returns (bytes memory) {
        return abi.encodeWithSelector(Pausable.EnforcedPause.selector);
    }

    function unknown(uint64 number) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.UnknownConnection.selector, number);
    }

    function closed() internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.ClosedConnection.selector, HOME);
    }
}
