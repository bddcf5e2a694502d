// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Tariffs} from "./utils/Tariffs.sol";

contract IssueBillTest is BillingTest {
    using Tariffs for Tariffs.Draft;

    uint16 private constant OTHER = 3;

    function test_IssuesABill() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        readOn(31, HOME, 500_000);
        goToDay(33);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);

        ExpectedBill memory bill_ = firstBill(31, 500_000);
        bill_.dueDay = START_DAY + 33 + 15;
        expectBill(bill_);
        assertEq(issueBill(HOME), 2500 * RUPEE);

        (expected.billedRegister, expected.billedDay, expected.bills) = (500_000, START_DAY + 31, 1);
        (expected.charged, expected.dueDay) = (2500 * RUPEE, START_DAY + 48);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 500_000, 2500 * RUPEE, 0, 0);
        assertEq(address(billing).balance, 0);
    }

    function test_TheNextBillGoesOnWhereTheLastEnded() public {
        billHome();
        uint256 first = block.number;
        goToDay(62);
        readOn(61, HOME, 700_000);
        ExpectedBill memory next = firstBill(61, 700_000);
        (next.number, next.fromDay, next.opening) = (2, START_DAY + 31, 500_000);
        (next.amount, next.chargedAfter) = (1000 * RUPEE, 3500 * RUPEE);
        (next.dueDay, next.previousBlock) = (START_DAY + 62 + 15, first);
        expectBill(next);
        issueBill(HOME);
        assertTotals(1, 700_000, 3500 * RUPEE, 0, 0);
    }

    function test_BillsUpToTheLatestOfSeveralReadings() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(62);
        readOn(10, HOME, 100_000);
        readOn(31, HOME, 300_000);
        readOn(60, HOME, 400_000);
        assertEq(issueBill(HOME), 2000 * RUPEE);
        assertEq(billing.connection(HOME).billedDay, START_DAY + 60);
    }

    function test_AtTheRatesOfAPDCL() public {
        // 200 kWh, 3 kW and 30 days: 120 × 5.70 + 80 × 7.00 = 1,244.00; subsidy 120 × 0.75 = 90.00; fixed 3 × 70 × 30 × 12 / 365.25 = 206.98;
        // fuel 200 × 0.30 = 60.00; duty 5 % of 1,244.00 + 206.98 = 72.55; together 1,493.53, rounded 1,494.
        IElectricityBilling.Registration memory r = registration(HOME, holder, APDCL);
        r.loadW = 3000;
        vm.prank(operator);
        billing.register(r);
        goToDay(30);
        readOn(30, HOME, 200_000);
        assertEq(issueBill(HOME), 1494 * RUPEE);
    }

    function test_ABillOfNothing() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        readOn(31, HOME, 0);
        assertEq(issueBill(HOME), 0);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.bills, 1);
        assertEq(c.billedDay, START_DAY + 31);
        assertEq(c.charged, 0);
    }

    function test_PaysItselfFromTheAdvanceAndCollectsIt() public {
        registerConnection(HOME, holder, FLAT);
        pay(stranger, HOME, 3000 * RUPEE);
        goToDay(31);
        readOn(31, HOME, 500_000);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);

        vm.expectEmit(address(billing));
        emit IElectricityBilling.Collected(2500 * RUPEE, 2500 * RUPEE);
        issueBill(HOME);

        (expected.billedRegister, expected.billedDay, expected.bills) = (500_000, START_DAY + 31, 1);
        (expected.charged, expected.collected, expected.dueDay) = (2500 * RUPEE, 2500 * RUPEE, START_DAY + 46);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 500_000, 2500 * RUPEE, 2500 * RUPEE, 2500 * RUPEE);
        assertEq(address(billing).balance, 3000 * RUPEE * UNIT);
    }

    function test_CollectsWhatWasPaidForEarlierBills() public {
        billHome();
        pay(holder, HOME, 2000 * RUPEE);
        goToDay(62);
        readOn(62, HOME, 600_000);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Collected(2000 * RUPEE, 2000 * RUPEE);
        issueBill(HOME);
        assertEq(billing.connection(HOME).collected, 2000 * RUPEE);
        assertEq(arrears(HOME), 1000 * RUPEE);
    }

    function test_APeriodOverAChangeOfTariff() public {
        registerConnection(HOME, holder, FLAT);
        vm.prank(tariffOfficer);
        book.publish(FLAT, START_DAY + 40, OtherTariffs.flat(8e6, 20));
        goToDay(50);
        readOn(50, HOME, 500_000);
        ExpectedBill memory expected = firstBill(50, 500_000);
        (expected.version, expected.dueDay) = (2, START_DAY + 50 + 20);
        (expected.amount, expected.chargedAfter) = (2800 * RUPEE, 2800 * RUPEE);
        expectBill(expected);
        // 400 units for 40 days at 5, 100 for 10 days at 8.
        assertEq(issueBill(HOME), 2800 * RUPEE);
    }

    function test_DaysAreTheBoards() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(28);
        // One second before midnight in India is still the day before there.
        vm.prank(reader);
        billing.recordReading(HOME, 1, uint32(START + 1 days - 1));
        assertRefused(operator, bill(HOME), nothingToBill(START_DAY, START_DAY));
        readOn(1, HOME, 1);
        issueBill(HOME);
        assertEq(billing.connection(HOME).billedDay, START_DAY + 1);
    }

    function test_ACreditThatRoundsToNothing() public {
        startWith(OtherTariffs.roundedRebate());
        goToDay(62);
        readOn(62, HOME, 499_999);
        assertEq(issueBill(HOME), 0);
        assertEq(billing.connection(HOME).bills, 1);
    }

    function test_DueOnTheLastDayThereIs() public {
        startWith(OtherTariffs.flat(5e6, 3650));
        goToDay(62);
        readOn(62, HOME, 1000);
        ExpectedBill memory expected = firstBill(62, 1000);
        (expected.category, expected.fromDay) = (OTHER, START_DAY + 31);
        (expected.dueDay, expected.previousBlock) = (START_DAY + 62 + 3650, 1000 + 31 * 1440);
        expectBill(expected);
        issueBill(HOME);
        assertEq(billing.connection(HOME).dueDay, START_DAY + 62 + 3650);
    }

    // ------------------------------------------------------------------ refusals

    function test_AnUnknownConnection() public {
        assertRefused(operator, bill(7), unknown(7));
    }

    function test_NoReadingSinceTheStart() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        assertRefused(operator, bill(HOME), nothingToBill(START_DAY, START_DAY));
    }

    function test_NoReadingSinceTheLastBill() public {
        billHome();
        goToDay(62);
        assertRefused(operator, bill(HOME), nothingToBill(START_DAY + 31, START_DAY + 31));
    }

    function test_AReadingOnTheDayOfTheLastBill() public {
        billHome();
        goToDay(62);
        vm.prank(reader);
        billing.recordReading(HOME, 500_001, uint32(START + 31 days + 23 hours));
        assertRefused(operator, bill(HOME), nothingToBill(START_DAY + 31, START_DAY + 31));
    }

    function test_TheAgreedPeriodIsNotOver() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(62);
        // The first bill may come sooner than the 28 days of a month.
        readOn(3, HOME, 0);
        issueBill(HOME);
        readOn(30, HOME, 100_000);
        assertRefused(operator, bill(HOME), periodNotOver(START_DAY + 30));
    }

    function test_EveryAgreementHasItsShortestPeriod() public {
        uint16[5] memory agreements = [uint16(1), 10, 511, 514, 524];
        uint16[5] memory shortest = [uint16(1), 10, 511, 56, 336];
        for (uint64 i; i < 5; ++i) {
            IElectricityBilling.Registration memory r = registration(HOME + i, holder, FLAT);
            r.agreement = agreements[i];
            vm.prank(operator);
            billing.register(r);
        }
        goToDay(600);
        for (uint64 i; i < 5; ++i) {
            readOn(1, HOME + i, 0);
            issueBill(HOME + i);
            if (shortest[i] > 1) {
                readOn(shortest[i], HOME + i, 1000);
                assertRefused(
                    operator,
                    bill(HOME + i),
                    abi.encodeWithSelector(
                        IElectricityBilling.PeriodNotOver.selector,
                        HOME + i,
                        START_DAY + shortest[i],
                        START_DAY + 1 + shortest[i]
                    )
                );
            }
            readOn(shortest[i] + 1, HOME + i, 2000);
            assertEq(issueBill(HOME + i), 10 * RUPEE);
        }
    }

    function test_NoTariffInForceThen() public {
        vm.prank(tariffOfficer);
        book.publish(OTHER, START_DAY + 30, OtherTariffs.flat(5e6, 15));
        IElectricityBilling.Registration memory r = registration(HOME, holder, OTHER);
        r.readAt = uint32(START - 2 days);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.NoTariffInForce.selector, OTHER, START_DAY - 2));
        vm.prank(operator);
        billing.register(r);
    }

    function test_AboveAClosedLastBand() public {
        startWith(OtherTariffs.upToAHundred());
        goToDay(62);
        readOn(62, HOME, 100_001);
        assertRefused(operator, bill(HOME), noBill(abi.encodeWithSelector(ITariffBook.AboveLastBand.selector, 100_001)));
    }

    function test_ANegativeTotal() public {
        startWith(OtherTariffs.rebate());
        goToDay(62);
        readOn(62, HOME, 100_000);
        assertRefused(
            operator,
            bill(HOME),
            noBill(abi.encodeWithSelector(IElectricityBilling.NegativeTotal.selector, -500 * int256(1e6)))
        );
    }

    function test_ATotalThatTheLedgerCannotHold() public {
        // Twice 2^63 millionths of the currency: one more than fits.
        startWith(OtherTariffs.once(1 << 63));
        goToDay(62);
        readOn(62, HOME, 0);
        issueBill(HOME);
        goToDay(93);
        readOn(93, HOME, 0);
        assertRefused(
            operator,
            bill(HOME),
            abi.encodeWithSelector(IElectricityBilling.AmountTooLarge.selector, HOME, uint256(1) << 63)
        );
    }

    /// @dev 10 units at 2^62.
    function test_ATotalThatNoBillCanHave() public {
        startWith(OtherTariffs.flat(1 << 62, 15));
        goToDay(62);
        readOn(62, HOME, 10_000);
        assertRefused(
            operator,
            bill(HOME),
            abi.encodeWithSelector(IElectricityBilling.AmountTooLarge.selector, HOME, uint256(10) << 62)
        );
    }

    function test_TheLedgerHoldsTheLargestAmount() public {
        startWith(OtherTariffs.once(type(uint64).max));
        goToDay(62);
        readOn(62, HOME, 0);
        assertEq(issueBill(HOME), type(uint64).max);
        assertEq(billing.connection(HOME).charged, type(uint64).max);
    }

    /// @dev A connection on day 31, under a tariff of its own.
    function startWith(bytes memory program) private {
        vm.prank(tariffOfficer);
        book.publish(OTHER, START_DAY + 31, program);
        goToDay(31);
        IElectricityBilling.Registration memory r = registration(HOME, holder, OTHER);
        r.readAt = uint32(START + 31 days);
        vm.prank(operator);
        billing.register(r);
    }

    function bill(uint64 number) private view returns (bytes memory) {
        return abi.encodeCall(billing.issueBill, (number));
    }

    function nothingToBill(uint16 billedDay, uint16 readDay) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.NothingToBill.selector, HOME, billedDay, readDay);
    }

    function periodNotOver(uint16 readDay) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.PeriodNotOver.selector, HOME, readDay, START_DAY + 31);
    }

    function noBill(bytes memory reason) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.NoBill.selector, HOME, reason);
    }

    function test_ABookThatFails() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        readOn(31, HOME, 500_000);
        vm.mockCallRevert(address(book), abi.encodeWithSelector(ITariffBook.totals.selector), "out of order");
        assertRefused(operator, abi.encodeCall(billing.issueBill, (HOME)), "out of order");
    }

    /// @dev −5 a unit and 10 a kW: 100 units and 2 kW come to −480.
    function test_ANegativeTotalIsToldWithItsLoad() public {
        Tariffs.Draft memory draft = Tariffs.draft();
        draft.add("rebate", Tariffs.head(1, 1, 1, 1, 0, 0, 0), "", Tariffs.packBands(Tariffs.bands(Tariffs.OPEN, 5e6)));
        draft.fixedCharge("load", 10e6, 2, 1, 0);
        draft.totalOf = hex"0102";
        vm.warp(START - NOTICE - 1 days);
        vm.prank(tariffOfficer);
        book.publish(OTHER, START_DAY, draft.build());
        vm.warp(START);
        registerConnection(HOME, holder, OTHER);
        goToDay(31);
        readOn(31, HOME, 100_000);
        bytes memory reason = abi.encodeWithSelector(IElectricityBilling.NegativeTotal.selector, -480e6);
        assertRefused(
            operator,
            abi.encodeCall(billing.issueBill, (HOME)),
            abi.encodeWithSelector(IElectricityBilling.NoBill.selector, HOME, reason)
        );
    }
}
