// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Tariffs} from "./utils/Tariffs.sol";

/// @dev Category 3: 5 a unit, due after 15 days, 1.5 % a month late in whole rupees. The first bill is of 2,951 on day 31, so due on day 46.
contract SurchargeTest is BillingTest {
    uint16 private constant LATE = 3;
    uint64 private constant FIRST_BILL = 2951 * RUPEE;

    function setUp() public override {
        super.setUp();
        publish(LATE, OtherTariffs.late(15));
        registerConnection(HOME, holder, LATE);
        goToDay(31);
        readOn(31, HOME, 590_200);
        assertEq(issueBill(HOME), FIRST_BILL);
    }

    function publish(uint16 category, bytes memory program) private {
        vm.warp(START - NOTICE - 1 days);
        vm.prank(tariffOfficer);
        book.publish(category, START_DAY, program);
        vm.warp(START);
    }

    /// @dev The next bill, of a number of units, read and issued on a day. Returns the surcharge that came with it.
    function billOn(uint256 day, uint256 units) private returns (uint64) {
        goToDay(day);
        IElectricityBilling.Connection memory before = billing.connection(HOME);
        readOn(day, HOME, before.register + uint48(units * 1000));
        uint64 amount = issueBill(HOME);
        assertEq(amount, units * 5 * RUPEE);
        return billing.connection(HOME).charged - before.charged - amount;
    }

    /// @dev The published one: 44 on 2,951 (APDCL).
    function test_OnWhatWasOverdue() public {
        goToDay(62);
        readOn(62, HOME, 690_200);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.SurchargeCharged(HOME, 2, FIRST_BILL, 1, 44 * RUPEE, 2995 * RUPEE, expected.headBlock);
        ExpectedBill memory bill = firstBill(62, 690_200);
        (bill.number, bill.category, bill.fromDay, bill.opening) = (2, LATE, START_DAY + 31, 590_200);
        (bill.amount, bill.chargedAfter, bill.previousBlock) = (500 * RUPEE, 3495 * RUPEE, expected.headBlock);
        bill.dueDay = START_DAY + 77;
        expectBill(bill);
        assertEq(issueBill(HOME), 500 * RUPEE);

        (expected.billedRegister, expected.billedDay, expected.bills) = (690_200, START_DAY + 62, 2);
        (expected.charged, expected.dueDay, expected.headBlock) = (3495 * RUPEE, START_DAY + 77, uint32(block.number));
        assertConnection(expected);
        assertTotals(1, 690_200, 3495 * RUPEE, 0, 0);
        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertEq(s.overdue, FIRST_BILL);
        assertEq(s.surcharge, 44 * RUPEE);
    }

    function test_InARunAsInASingleBill() public {
        goToDay(62);
        uint256[] memory rows = new uint256[](1);
        rows[0] = row(HOME, 690_200, block.timestamp);
        bytes32 readers = billing.READER_ROLE();
        vm.prank(admin);
        billing.grantRole(readers, operator);
        vm.prank(operator);
        (uint256 recorded, uint256 issued) = billing.recordAndBill(rows);
        assertEq(recorded + issued, 2);
        assertEq(billing.connection(HOME).charged, 3495 * RUPEE);
        assertTotals(1, 690_200, 3495 * RUPEE, 0, 0);
    }

    /// @dev Months begun without the first day: days 2 to 31 are one month, days 32 to 61 two.
    function test_MonthsSinceItWasDue() public {
        uint256[7] memory dates = [uint256(59), 62, 77, 78, 107, 108, 137];
        uint64[7] memory surcharges = [uint64(44), 44, 44, 89, 89, 133, 133];
        for (uint256 i; i < dates.length; ++i) {
            uint256 before = vm.snapshotState();
            assertEq(billOn(dates[i], 0), surcharges[i] * RUPEE, vm.toString(dates[i]));
            vm.revertToState(before);
        }
    }

    function test_NoneOnTheDueDayOrTheDayAfter() public {
        publish(4, OtherTariffs.late(31));
        goToDay(0);
        registerConnection(HOME + 1, holder, 4);
        goToDay(31);
        readOn(31, HOME + 1, 500_000);
        issueBill(HOME + 1);
        for (uint256 day = 62; day <= 64; ++day) {
            uint256 before = vm.snapshotState();
            goToDay(day);
            assertEq(billing.standing(HOME + 1).overdue, day == 62 ? 0 : 2500 * RUPEE);
            readOn(day, HOME + 1, 500_000);
            issueBill(HOME + 1);
            uint64 expected = day < 64 ? 0 : 38 * RUPEE;
            assertEq(billing.connection(HOME + 1).charged, 2500 * RUPEE + expected, vm.toString(day));
            vm.revertToState(before);
        }
    }

    function test_NeverOnSurcharge() public {
        assertEq(billOn(62, 100), 44 * RUPEE);
        // 2,951 + 500 for one more month: 51.765; the surcharge of 44 bears none.
        assertEq(billOn(93, 100), 52 * RUPEE);
        assertEq(billing.standing(HOME).surcharge, 96 * RUPEE);
        assertEq(billing.standing(HOME).overdue, 3451 * RUPEE);
        // 2,951 + 1,000.
        assertEq(billOn(124, 100), 59 * RUPEE);
    }

    function test_OnlyOnWhatIsNotPaid() public {
        pay(stranger, HOME, 1951 * RUPEE);
        assertEq(billing.standing(HOME).overdue, 0);
        goToDay(47);
        assertEq(billing.standing(HOME).overdue, 1000 * RUPEE);
        assertEq(billOn(62, 100), 15 * RUPEE);
    }

    function test_NoneOnceItIsPaid() public {
        assertEq(billOn(62, 100), 44 * RUPEE);
        pay(holder, HOME, 2995 * RUPEE);
        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertEq(s.overdue, 0);
        assertEq(s.surcharge, 0);
        // What is left is the second bill, due on day 77.
        assertEq(billOn(93, 0), 8 * RUPEE);
        pay(holder, HOME, 508 * RUPEE);
        assertEq(billOn(124, 100), 0);
        assertEq(billing.standing(HOME).surcharge, 0);
    }

    /// @dev Surcharge that may be open is left out of what is overdue, and never bears any.
    function test_WhatIsLeftOfSurchargeIsNotOverduePrincipal() public {
        assertEq(billOn(62, 0), 44 * RUPEE);
        pay(holder, HOME, FIRST_BILL);
        goToDay(100);
        assertEq(arrears(HOME), 44 * RUPEE);
        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertEq(s.overdue, 0);
        assertEq(s.surcharge, 44 * RUPEE);
        pay(holder, HOME, 20 * RUPEE);
        assertEq(billing.standing(HOME).surcharge, 24 * RUPEE);
        assertEq(billOn(110, 0), 0);
    }

    function test_NoDayTwice() public {
        // Due on day 46; on day 132 that is three months, up to day 136.
        assertEq(billOn(132, 0), 133 * RUPEE);
        // The bill of day 132 is due on day 147, so on day 160 a fourth month has begun since then, of the same principal.
        assertEq(billOn(160, 0), 44 * RUPEE);
        // Charged up to day 177 by that: nothing for days 162 to 176.
        goToDay(176);
        assertEq(billing.standing(HOME).overdue, FIRST_BILL);
        assertEq(billOn(188, 0), 44 * RUPEE);
    }

    /// @dev On day 78 two months are charged, up to day 106; the bill of day 78 is due on day 93.
    function test_NoDayOfSeveralMonthsTwice() public {
        assertEq(billOn(78, 0), 89 * RUPEE);
        assertEq(billOn(106, 0), 0);
        assertEq(billOn(136, 0), 44 * RUPEE);
    }

    /// @dev The least there is: a month late costs as much again.
    function test_OnAMillionth() public {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", Tariffs.bands(Tariffs.OPEN, 5e6), 1, 0, 0);
        (d.totalOf, d.latePercent) = (hex"01", 1_000_000);
        publish(4, Tariffs.build(d));
        registerConnection(HOME + 1, holder, 4);
        goToDay(31);
        readOn(31, HOME + 1, 1000);
        issueBill(HOME + 1);
        pay(holder, HOME + 1, 5 * RUPEE - 1);
        goToDay(62);
        readOn(62, HOME + 1, 2000);
        assertEq(issueBill(HOME + 1), 5 * RUPEE);
        assertEq(billing.connection(HOME + 1).charged, 10 * RUPEE + 1);
        assertEq(billing.standing(HOME + 1).overdue, 1);
        assertEq(billing.standing(HOME + 1).surcharge, 1);
    }

    /// @dev Nothing of a prepaid connection is ever due; a day's bill is.
    function test_NoneOfAPrepaidConnection() public {
        for (uint16 agreement; agreement < 2; ++agreement) {
            uint64 number = HOME + 1 + agreement;
            IElectricityBilling.Registration memory r = registration(number, holder, LATE);
            (r.agreement, r.readAt) = (agreement, uint32(START + 30 days));
            vm.prank(operator);
            billing.register(r);
            readOn(31, number, 20_000);
            issueBill(number);
        }
        goToDay(62);
        for (uint16 agreement; agreement < 2; ++agreement) {
            uint64 number = HOME + 1 + agreement;
            readOn(32, number, 20_000);
            issueBill(number);
            assertEq(billing.connection(number).charged, (100 + 2 * agreement) * RUPEE);
        }
    }

    function test_NoneByATariffWithoutIt() public {
        registerConnection(HOME + 1, holder, FLAT);
        readOn(31, HOME + 1, 500_000);
        vm.prank(operator);
        billing.issueBill(HOME + 1);
        goToDay(62);
        readOn(62, HOME + 1, 500_000);
        vm.prank(operator);
        billing.issueBill(HOME + 1);
        assertEq(billing.connection(HOME + 1).charged, 2500 * RUPEE);
    }

    /// @dev Bills of 100 each week, due after 14 days: so the first, of day 38, is due on day 52, and the third is issued on that day.
    function billWeekly(uint256 weeks_) private {
        publish(4, OtherTariffs.late(14));
        IElectricityBilling.Registration memory r = registration(HOME + 1, holder, 4);
        (r.agreement, r.readAt) = (7, uint32(START + 31 days));
        goToDay(31);
        vm.prank(operator);
        billing.register(r);
        for (uint256 week = 1; week <= weeks_; ++week) {
            billWeek(week);
        }
    }

    function billWeek(uint256 week) private {
        goToDay(31 + week * 7);
        readOn(31 + week * 7, HOME + 1, uint48(week * 20_000));
        issueBill(HOME + 1);
    }

    function overdueOn(uint256 day) private returns (uint64) {
        goToDay(day);
        return billing.standing(HOME + 1).overdue;
    }

    /// @dev What is due today is not overdue, and stays what comes due next.
    function test_OlderDebtIsOverdueWhileTheLatestBillIsNotDue() public {
        billWeekly(3);
        assertEq(overdueOn(52), 0);
        assertEq(overdueOn(53), 100 * RUPEE);
    }

    /// @dev Two bills of one day, a third on their due day: the first is overdue the day after. Of the rest that comes later, as nothing looks at each bill.
    function test_BillsOfOneDay() public {
        billWeekly(0);
        goToDay(45);
        for (uint48 week = 1; week <= 2; ++week) {
            readOn(31 + week * 7, HOME + 1, week * 20_000);
            issueBill(HOME + 1);
        }
        goToDay(59);
        readOn(52, HOME + 1, 60_000);
        issueBill(HOME + 1);
        assertEq(overdueOn(59), 0);
        assertEq(overdueOn(60), 100 * RUPEE);
        assertEq(overdueOn(74), 300 * RUPEE);
    }

    function test_WhenTheOlderDebtIsPaidTheNextComesDue() public {
        billWeekly(2);
        pay(holder, HOME + 1, 100 * RUPEE);
        billWeek(3);
        assertEq(overdueOn(59), 0);
        assertEq(overdueOn(60), 100 * RUPEE);
    }

    /// @dev A month of surcharge is not charged again by the bills of the weeks after.
    function test_WeeklyBillsChargeAMonthOnce() public {
        billWeekly(3);
        // Day 59: the first bill, overdue for 7 days, bears 1.50, rounded 2, up to day 82.
        billWeek(4);
        uint64 charged = billing.connection(HOME + 1).charged;
        assertEq(charged, 402 * RUPEE);
        for (uint256 week = 5; week <= 7; ++week) {
            billWeek(week);
        }
        // Day 80.
        assertEq(billing.connection(HOME + 1).charged, 702 * RUPEE);
        // Day 87: a month begun since day 82 on the five bills due by day 80, 7.50.
        billWeek(8);
        assertEq(billing.connection(HOME + 1).charged, 810 * RUPEE);
    }

    function testFuzz_ByTheTariffsFormula(uint64 principal, uint8 months) public view {
        (uint256 exact, uint256 got) =
            ((uint256(principal) * 15_000 * months + 500_000) / 1_000_000, book.surcharge(LATE, 1, principal, months));
        assertEq(got, (exact + 500_000) / 1_000_000 * 1_000_000);
        assertEq(book.surcharge(FLAT, 1, principal, months), 0);
    }
}
