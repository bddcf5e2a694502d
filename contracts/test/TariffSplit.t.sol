// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {EngineTest} from "./utils/EngineTest.sol";
import {Tariffs} from "./utils/Tariffs.sol";

/// @dev Bills over a change of tariff: 30 days from 31 January to 1 March 2024, of which the first 10 are the first version's.
contract TariffSplitTest is EngineTest {
    using Tariffs for Tariffs.Draft;

    uint16 private constant SPLIT = 9;
    uint16 private constant FIRST = START_DAY + 30;
    uint16 private constant SECOND = FIRST + 10;
    uint16 private constant END = FIRST + 30;

    // ------------------------------------------------------------------ units

    function test_UnitsGoByDays_TheLastPartGetsTheRest() public {
        versions(flat(5e6, 1), flat(8e6, 1));
        // 100,000.33 Wh: 100 kWh at 5, 200.001 at 8.
        assertEq(total(300_001), 500e6 + 1600.008e6);
        assertEq(total(0), 0);
    }

    function test_UnitsAreSplitToTheLastVersionsStep() public {
        versions(flat(5e6, 1), flat(8e6, 1000));
        assertEq(total(300_700), 500e6 + 200.7e6 * 8);
        // A third of 301.5 is 100.5, half up 101.
        assertEq(total(301_500), 505e6 + 200.5e6 * 8);
    }

    function test_NoPartGetsMoreThanThereIs() public {
        versions(flat(5e6, 1), flat(8e6, 100_000));
        // A third of 160 kWh is more than half a step.
        assertEq(total(160_000), 100e6 * 5 + 60e6 * 8);
        ITariffBook.Usage memory u = period(60_000);
        (u.fromDay, u.toDay) = (FIRST, SECOND + 1);
        assertEq(book.quote(SPLIT, u).total, 60e6 * 5);
    }

    function test_ThreeVersionsRunOn() public {
        versions(flat(5e6, 1000), flat(8e6, 1000));
        publish(FIRST + 25, flat(10e6, 1000));
        // 1.6 kWh: 0.533 → 1, 1.333 → 1, 1.6: parts of 1, 0 and 0.6.
        assertEq(total(1600), 5e6 + 6e6);
        assertEq(total(300_000), 500e6 + 1200e6 + 500e6);
    }

    function test_PartsOfOneDayAndPeriodsThatEndAtAChange() public {
        versions(flat(5e6, 1), flat(8e6, 1));
        assertEq(between(FIRST, SECOND), 500e6);
        assertEq(between(SECOND, SECOND + 10), 800e6);
        assertEq(between(SECOND - 1, SECOND + 1), 250e6 + 400e6);
        assertEq(between(SECOND - 1, SECOND), 500e6);
    }

    /// @dev Of a bill over a change, the version in force on its last day, even where another begins the day after.
    function test_TotalsNameTheVersionOfTheLastDay() public {
        versions(flat(5e6, 1), flat(8e6, 1));
        publish(END, flat(10e6, 1));
        uint256[] memory rows = new uint256[](1);
        rows[0] = tariffRow(SPLIT, period(300_000));
        assertEq(book.totals(rows)[0], uint256(2100e6) | 2 << 64 | 15 << 80);
    }

    function between(uint16 fromDay, uint16 toDay) private view returns (int256) {
        ITariffBook.Usage memory u = period(100_000);
        (u.fromDay, u.toDay) = (fromDay, toDay);
        return book.quote(SPLIT, u).total;
    }

    // ------------------------------------------------------------------ factors

    function test_BandsOfAPartAreAsLongAsThePart() public {
        // 60 and 120 kWh; a third and two thirds of 100 kWh at 5, the rest at 8.
        for (uint16 i; i < 2; ++i) {
            uint256 basis = i == 0 ? BILL : DAYS30;
            bytes memory program = all(Tariffs.draft().energy("energy", fiveAndEight(), basis, 0, 0));
            versionsOf(SPLIT + i, program, program);
            assertEq(book.quote(SPLIT + i, period(180_000)).total, 380.000001e6 + 759.999999e6);
        }
    }

    function test_AnAmountForABillCountsOnce() public {
        versions(all(fixedOf(90e6, 0, YEAR)), all(fixedOf(60e6, 0, YEAR)));
        assertEq(total(0), 30e6 + 40e6);
    }

    function test_AnAmountForABillAndKilowattCountsOnce() public {
        versions(all(fixedOf(90e6, PER_KW, YEAR)), all(fixedOf(60e6, PER_KW, YEAR)));
        assertEq(total(0), 75e6 + 100e6);
    }

    function test_AnAmountForABasisCountsThePartsDays() public {
        versions(all(fixedOf(90e6, PER_BASIS, DAYS30)), all(fixedOf(60e6, PER_BASIS, DAY)));
        assertEq(total(0), 30e6 + 1200e6);
    }

    function test_AnAmountForACalendarMonthHasTheMonthsOfThePart() public {
        bytes memory program = all(fixedOf(100e6, PER_BASIS, CALENDAR));
        versions(program, program);
        // 1 day of January and 9 of February, then 20 of February.
        assertEq(total(0), 3.225806e6 + 31.034483e6 + 68.965517e6);
    }

    function test_AMinimumForABillCountsOnce() public {
        Tariffs.Draft memory d = fixedOf(3e6, 0, BILL).subtotal("net", hex"01", 90e6);
        d.totalOf = hex"02";
        versions(d.build(), d.build());
        assertEq(total(0), 30e6 + 60e6);
    }

    // ------------------------------------------------------------------ what is chosen by the total

    function test_AWholeRateIsChosenByTheWholeBill() public {
        bytes memory program = all(Tariffs.draft().whole("energy", fiveAndEight(), DAYS30));
        versions(program, program);
        assertEq(total(100_000), 500e6);
        assertEq(total(100_002), 800.016e6);
    }

    function test_ABandOfAFixedChargeIsChosenByTheWholeBill() public {
        Tariffs.Draft memory d = Tariffs.draft();
        d.add("meter", Tariffs.head(3, 0, DAYS30, 2, 0, 0, 0), "", Tariffs.packBands(bands(100e6, 30e6, OPEN, 60e6)));
        bytes memory program = all(d);
        versions(program, program);
        assertEq(total(100_000), 30e6);
        assertEq(total(100_001), 60e6);
    }

    function test_WhenLooksAtTheWholeBill_AndAtEachVersionsLimits() public {
        versions(above(100e6), above(200e6));
        assertEq(total(100_000), 0);
        assertEq(book.quote(SPLIT, period(100_000)).items.length, 0);
        assertEq(total(150_000), 50e6);
        assertEq(total(210_000), 210e6);
    }

    function above(uint256 limit) private pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft();
        limited(d, "energy", Tariffs.head(1, 0, DAYS30, 1, 0, 0, 0), when(limit, 0, 1, 0), Tariffs.bands(OPEN, 1e6));
        return all(d);
    }

    function test_AClosedBandLooksAtTheWholeBill() public {
        bytes memory program = all(Tariffs.draft().energy("energy", Tariffs.bands(100e6, 5e6), BILL, 0, 0));
        versions(program, flat(8e6, 1));
        assertEq(total(90_000), 30e6 * 5 + 60e6 * 8);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.AboveLastBand.selector, 100_001));
        book.quote(SPLIT, period(100_001));
    }

    function test_TheLastBandTakesWhatRoundingPutsBeyondIt() public {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(100e6, 5e6), BILL, 0, 0);
        d.splitTo = 1000;
        bytes memory program = all(d);
        versions(program, program);
        // 33 and 67 kWh; the second part's limit is 66.666667.
        assertEq(total(100_000), 500e6);
    }

    // ------------------------------------------------------------------ rounding, percentages, and what counts once

    function test_RoundingRunsOn() public {
        // 30.4 and 30.4: to 1 the first part gets 30 and the second 61 − 30, so a tenth of each is 3 and 3.1.
        versions(withTax(91.2e6), withTax(45.6e6));
        ITariffBook.Quote memory q = book.quote(SPLIT, period(0));
        assertItems(q, "fixed tax", amounts(61e6, 6.1e6));
        assertEq(q.total, 67.1e6);
    }

    function withTax(uint256 amount) private pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", amount, 0, BILL, Tariffs.RUPEE);
        d.percent("tax", 100_000, hex"01", 0);
        d.totalOf = hex"0102";
        return d.build();
    }

    function test_LinesAreRoundedPerPart() public {
        bytes memory program =
            all(Tariffs.draft().energy("energy", Tariffs.bands(OPEN, 1.52e6), BILL, 0, Tariffs.RUPEE));
        versions(program, program);
        // 15.2 and 30.4 to 15 and 30; of 45.6 it were 46.
        assertEq(total(30_000), 45e6);
    }

    function test_TheTotalIsRoundedOnceByTheLastVersion() public {
        Tariffs.Draft memory d = fixedOf(90.3e6, 0, BILL);
        d.totalRound = Tariffs.HALF_UP | 100e6;
        Tariffs.Draft memory last = fixedOf(60.6e6, 0, BILL).adjustment("arrears");
        // References count adjustments first.
        (last.totalRound, last.flags, last.totalOf) = (Tariffs.RUPEE, 1, hex"0102");
        versions(all(d), last.build());
        ITariffBook.Usage memory u = period(0);
        u.adjustments = new int256[](1);
        (u.adjustments[0], u.carried) = (1000e6, 0.2e6);
        ITariffBook.Quote memory q = book.quote(SPLIT, u);
        assertEq(q.total, 1071e6);
        assertEq(q.carried, -0.3e6);
    }

    function test_ChargesAreMatchedByTheirIds() public {
        Tariffs.Draft memory d = fixedOf(90e6, 0, BILL).fixedCharge("old", 3e6, 0, BILL, 0);
        d.totalOf = hex"0102";
        Tariffs.Draft memory last = Tariffs.draft().fixedCharge("new", 30e6, 0, BILL, 0);
        last.fixedCharge("fixed", 60e6, 0, BILL, 0);
        last.totalOf = hex"0102";
        versions(d.build(), last.build());
        ITariffBook.Quote memory q = book.quote(SPLIT, period(0));
        assertItems(q, "fixed old new", amounts(70e6, 1e6, 20e6));
        assertEq(q.total, 91e6);
    }

    /// @dev A change to the same tariff changes nothing but the rounding of units and of lines: at most a millionth a line.
    function testFuzz_AChangeThatChangesNothing(uint32 wh, uint16 change, uint16 length) public {
        length = uint16(bound(length, 2, 400));
        change = uint16(bound(change, 1, length - 1));
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", fiveAndEight(), DAYS30, 0, 0);
        d.fixedCharge("fixed", 70e6, PER_KW | PER_BASIS, YEAR, 0).percent("duty", 50_000, hex"0102", Tariffs.PAISA);
        (d.totalOf, d.totalRound) = (hex"010203", Tariffs.PAISA);
        publish(FIRST, d.build());
        ITariffBook.Usage memory u = period(wh);
        (u.fromDay, u.toDay) = (FIRST, FIRST + length);
        int256 undivided = book.quote(SPLIT, u).total;
        publish(FIRST + change, d.build());
        // A Wh on the wrong side of a limit is 3 thousandths.
        assertApproxEqAbs(book.quote(SPLIT, u).total, undivided, 20_000);
    }

    // ------------------------------------------------------------------ helpers

    function versions(bytes memory first, bytes memory second) private {
        versionsOf(SPLIT, first, second);
    }

    function versionsOf(uint16 category, bytes memory first, bytes memory second) private {
        vm.startPrank(tariffOfficer);
        book.publish(category, FIRST, first);
        book.publish(category, SECOND, second);
        vm.stopPrank();
    }

    function publish(uint16 startDay, bytes memory program) private {
        vm.prank(tariffOfficer);
        book.publish(SPLIT, startDay, program);
    }

    function flat(uint256 rate, uint256 splitTo) private pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(OPEN, rate), BILL, 0, 0);
        d.splitTo = splitTo;
        return all(d);
    }

    function fixedOf(uint256 amount, uint256 flags, uint256 basis) private pure returns (Tariffs.Draft memory) {
        return Tariffs.draft().fixedCharge("fixed", amount, flags, basis, 0);
    }

    /// @dev A tariff of one charge.
    function all(Tariffs.Draft memory d) private pure returns (bytes memory) {
        d.totalOf = hex"01";
        return d.build();
    }

    function period(uint256 wh) private pure returns (ITariffBook.Usage memory u) {
        u = usage(wh);
        (u.fromDay, u.toDay) = (FIRST, END);
    }

    function total(uint256 wh) private view returns (int256) {
        return book.quote(SPLIT, period(wh)).total;
    }
}
