// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {EngineTest} from "./utils/EngineTest.sol";
import {Tariffs} from "./utils/Tariffs.sol";

/// @dev Each rule of the tariff format on a case small enough to work out by hand.
contract TariffEngineTest is EngineTest {
    using Tariffs for Tariffs.Draft;

    // ------------------------------------------------------------------ energy

    function test_TelescopicBills_EveryUnitInItsBand() public view {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", fiveAndEight(), BILL, 0, 0);
        assertEq(total(d, 0), 0);
        assertEq(total(d, 1), 0.005e6);
        assertEq(total(d, 100_000), 500e6);
        assertEq(total(d, 100_001), 500.008e6);
        assertEq(total(d, 250_000), 1700e6);
    }

    function test_Whole_BillsAllUnitsInTheBandOfTheTotal() public view {
        Tariffs.Draft memory d = Tariffs.draft().whole("energy", fiveAndEight(), BILL);
        assertEq(total(d, 0), 0);
        assertEq(total(d, 100_000), 500e6);
        assertEq(total(d, 100_001), 800.008e6);
    }

    function test_ALineIsRoundedHalfUpToAMillionth() public view {
        // 1 Wh at 0.0005 is half a millionth; two bands, two lines.
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", bands(0.001e6, 500, OPEN, 499), BILL, 0, 0);
        assertEq(total(d, 1), 1);
        assertEq(total(d, 2), 1);
    }

    function test_TheLargestUsageOverTheLargestRate() public view {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(OPEN, type(uint64).max), BILL, 0, 0);
        assertEq(total(d, type(uint64).max), int256((uint256(type(uint64).max) * type(uint64).max + 500) / 1000));
    }

    // ------------------------------------------------------------------ basis of limits

    function test_LimitsOnEachBasis() public view {
        // 31 days: 100, 103.333333, 100 × 31 × 48/1461 = 101.848049, 100 × (17/31 + 14/29) = 103.114572 kWh at 5, the rest of 200 at 8.
        assertEq(on(BILL), 1300e6);
        assertEq(on(DAYS30), 1290.000001e6);
        assertEq(on(YEAR), 1294.455853e6);
        assertEq(on(CALENDAR), 1290.656284e6);
        assertEq(on(DAY), 1000e6);
    }

    function on(uint256 basis) private view returns (int256) {
        return total(Tariffs.draft().energy("energy", fiveAndEight(), basis, 0, 0), 200_000);
    }

    function test_AWholeCalendarMonthIsOne() public view {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", fiveAndEight(), CALENDAR, 0, 0);
        ITariffBook.Usage memory u = usage(200_000);
        // January, February of a leap year, and both with a day of March.
        (u.fromDay, u.toDay) = (START_DAY, START_DAY + 31);
        assertEq(quote(d, u).total, 1300e6);
        (u.fromDay, u.toDay) = (START_DAY + 31, START_DAY + 60);
        assertEq(quote(d, u).total, 1300e6);
        // 203.225806 at 5 and nothing at 8.
        (u.fromDay, u.toDay) = (START_DAY, START_DAY + 61);
        assertEq(quote(d, u).total, 1000e6);
        u.wh = 203_226;
        assertEq(quote(d, u).total, 1016.13e6 + 582);
    }

    function test_LimitsMayBeRounded() public view {
        // 100 × 31/30 = 103.333333, to whole kWh: 103 half up and down, 104 up.
        uint256 head = Tariffs.head(1, 0, DAYS30, 2, 0, 0, 0);
        assertEq(rounded(head, Tariffs.HALF_UP | 1e6), 103 * 5e6 + 97 * 8e6);
        assertEq(rounded(head, DOWN | 1e6), 103 * 5e6 + 97 * 8e6);
        assertEq(rounded(head, UP | 1e6), 104 * 5e6 + 96 * 8e6);
    }

    function rounded(uint256 head, uint256 round) private view returns (int256) {
        Tariffs.Draft memory d = Tariffs.draft();
        limited(d, "energy", head, when(0, 0, 0, round), fiveAndEight());
        return total(d, 200_000);
    }

    function test_CumulativeLimitsAreRounded_NotWidths() public view {
        // 31 days: 50 → 51.666667 → 52, 100 → 103.333333 → 103, so the second band is 51 wide and not 52.
        Tariffs.Draft memory d = Tariffs.draft();
        uint256[2][] memory list = new uint256[2][](3);
        (list[0], list[1], list[2]) = ([uint256(50e6), 1e6], [uint256(100e6), 10e6], [OPEN, 100e6]);
        limited(d, "energy", Tariffs.head(1, 0, DAYS30, 3, 0, 0, 0), when(0, 0, 0, Tariffs.HALF_UP | 1e6), list);
        assertEq(total(d, 104_000), 52e6 + 510e6 + 100e6);
    }

    // ------------------------------------------------------------------ fixed

    function test_FixedOnEachBasis() public view {
        assertEq(fixed_(0, CALENDAR), 90e6);
        assertEq(fixed_(PER_BASIS, BILL), 90e6);
        assertEq(fixed_(PER_BASIS, DAY), 2790e6);
        assertEq(fixed_(PER_BASIS, DAYS30), 93e6);
        assertEq(fixed_(PER_BASIS, YEAR), 91.663244e6);
        assertEq(fixed_(PER_BASIS, CALENDAR), 49.354839e6 + 43.448276e6);
    }

    function test_FixedPerKilowatt() public view {
        assertEq(fixed_(PER_KW, YEAR), 225e6);
        assertEq(fixed_(PER_KW | PER_BASIS, DAYS30), 232.5e6);
        assertEq(fixed_(PER_KW | PER_BASIS, YEAR), 229.158111e6);
        assertEq(fixed_(PER_KW | PER_BASIS, CALENDAR), 123.387097e6 + 108.62069e6);
    }

    function fixed_(uint256 flags, uint256 basis) private view returns (int256) {
        return total(Tariffs.draft().fixedCharge("fixed", 90e6, flags, basis, 0), 77_000);
    }

    function test_FixedByBandOfTheTotal() public view {
        // 50 kWh for 30 days is 51.666667 for 31.
        Tariffs.Draft memory d = Tariffs.draft();
        bytes memory list = Tariffs.packBands(bands(50e6, 10e6, OPEN, 20.5e6));
        d.add("meter", Tariffs.head(3, PER_KW, DAYS30, 2, 0, 0, 0), "", list);
        assertEq(total(d, 0), 25e6);
        assertEq(total(d, 51_666), 25e6);
        assertEq(total(d, 51_667), 51.25e6);
    }

    function test_FixedByBandAndCalendarMonth() public view {
        Tariffs.Draft memory d = Tariffs.draft();
        bytes memory list = Tariffs.packBands(bands(50e6, 10e6, OPEN, 90e6));
        d.add("meter", Tariffs.head(3, PER_BASIS, CALENDAR, 2, 0, 0, 0), "", list);
        assertEq(total(d, 60_000), 49.354839e6 + 43.448276e6);
    }

    function test_EachCalendarMonthIsALine() public view {
        // 17/31, 1 and 4/31 of 100: 54.838710, 100, 12.903226; each to 0.05: 54.85, 100, 12.90.
        Tariffs.Draft memory d = Tariffs.draft();
        d.add("fixed", Tariffs.head(3, PER_BASIS | VALUE, CALENDAR, 0, 0, Tariffs.HALF_UP | 50_000, 100e6), "", "");
        ITariffBook.Usage memory u = usage(0);
        u.toDay = START_DAY + 64;
        assertEq(quote(d, u).total, 167.75e6);
    }

    // ------------------------------------------------------------------ percent and subtotal

    function test_PercentOfASumWithSigns() public view {
        Tariffs.Draft memory d = threeFixed();
        // 7.5 % of 100 + 20 − 300.
        d.percent("tax", 75_000, hex"010283", 0);
        assertEq(total(d, 0), -13.5e6);
    }

    function test_PercentOfAnOddMillionthIsRoundedHalfUpByMagnitude() public view {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 5, 0, BILL, 0);
        d.percent("tenth", 100_000, hex"01", 0).percent("less", 100_000, hex"81", 0);
        d.totalOf = hex"02";
        assertEq(quote(d, usage(0)).total, 1);
        d.totalOf = hex"03";
        assertEq(quote(d, usage(0)).total, -1);
    }

    function test_PercentOfMoreThanAll() public view {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 1e6, 0, BILL, 0);
        d.percent("most", type(uint32).max, hex"01", 0);
        assertEq(total(d, 0), 4294.967295e6);
    }

    function test_SubtotalAtLeast() public view {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(OPEN, 5e6), BILL, 0, 0);
        d.subtotal("net", hex"01", 100e6);
        assertEq(total(d, 0), 100e6);
        assertEq(total(d, 19_999), 100e6);
        assertEq(total(d, 20_001), 100.005e6);
    }

    function test_SubtotalAtLeastPerKilowattAndBasis() public view {
        assertEq(least(PER_KW, BILL), 225e6);
        assertEq(least(PER_BASIS, DAYS30), 93e6);
        assertEq(least(PER_KW | PER_BASIS, YEAR), 229.158111e6);
        // 17/31 + 14/29 of 90, rounded once: a minimum has one line.
        assertEq(least(PER_BASIS, CALENDAR), 92.803115e6);
        assertEq(least(PER_BASIS, DAY), 2790e6);
    }

    function least(uint256 flags, uint256 basis) private view returns (int256) {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 1e6, 0, BILL, 0);
        d.add("net", Tariffs.head(5, VALUE | flags, basis, 0, 0, 0, 90e6), bytes.concat(bytes32(hex"01")), "");
        return total(d, 0);
    }

    function test_ALeastOfZeroStopsACredit() public view {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 5e6, NEGATIVE, BILL, 0);
        d.add("net", Tariffs.head(5, VALUE, BILL, 0, 0, 0, 0), bytes.concat(bytes32(hex"01")), "");
        assertEq(total(d, 0), 0);
        d.subtotal("all", hex"01", 0);
        d.totalOf = hex"03";
        assertEq(quote(d, usage(0)).total, -5e6);
    }

    function test_TheLeastComesBeforeTheSubtotalsRounding() public view {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 1e6, 0, BILL, 0);
        bytes memory of_ = bytes.concat(bytes32(hex"01"));
        d.add("net", Tariffs.head(5, VALUE, BILL, 0, UP | 10e6, 0, 90.5e6), of_, "");
        assertEq(total(d, 0), 100e6);
    }

    // ------------------------------------------------------------------ negative, and rounding

    function test_RebatesOfEachKind() public view {
        Tariffs.Draft memory d = Tariffs.draft();
        d.add("energy", Tariffs.head(1, NEGATIVE, BILL, 2, 0, 0, 0), "", Tariffs.packBands(fiveAndEight()));
        d.add("whole", Tariffs.head(2, NEGATIVE, BILL, 2, 0, 0, 0), "", Tariffs.packBands(fiveAndEight()));
        d.add("fixed", Tariffs.head(3, NEGATIVE | VALUE, BILL, 0, 0, 0, 7e6), "", "");
        d.add("tax", Tariffs.head(4, NEGATIVE | VALUE, BILL, 0, 0, 0, 100_000), bytes.concat(bytes32(hex"83")), "");
        uint8[4] memory names = [1, 2, 3, 4];
        // The tax is a rebate of 10 % of −(−7).
        int256[4] memory expected = [-580e6, -880e6, -7e6, int256(-0.7e6)];
        for (uint256 i; i < 4; ++i) {
            d.totalOf = bytes32(bytes1(names[i]));
            assertEq(quote(d, usage(110_000)).total, expected[i]);
        }
    }

    function test_RoundingIsByMagnitude() public view {
        // 180,587.5 to whole units.
        assertEq(roundedFixed(0, Tariffs.RUPEE), 180_588e6);
        assertEq(roundedFixed(NEGATIVE, Tariffs.RUPEE), -180_588e6);
        assertEq(roundedFixed(NEGATIVE, DOWN | 1e6), -180_587e6);
        assertEq(roundedFixed(NEGATIVE, UP | 1e6), -180_588e6);
        assertEq(roundedFixed(0, DOWN | 10e6), 180_580e6);
        assertEq(roundedFixed(0, UP | 10e6), 180_590e6);
        assertEq(roundedFixed(0, Tariffs.HALF_UP | 50_000), 180_587.5e6);
        assertEq(roundedFixed(0, UP | 7), 180_587_500_002);
    }

    function roundedFixed(uint256 flags, uint256 round) private view returns (int256) {
        return total(Tariffs.draft().fixedCharge("fixed", 180_587.5e6, flags, BILL, round), 0);
    }

    function test_LinesAreRoundedAndThenTheirSum() public view {
        // 100 × 5.004 = 500.4 and 50 × 8.009 = 400.45. Lines to 1: 500 + 400. Lines to 0.1, halves up: 500.4 + 400.5. The sum to 1: 901.
        uint256[2][] memory list = bands(100e6, 5.004e6, OPEN, 8.009e6);
        assertEq(total(Tariffs.draft().energy("e", list, BILL, 0, Tariffs.RUPEE), 150_000), 900e6);
        assertEq(total(Tariffs.draft().energy("e", list, BILL, 0, Tariffs.HALF_UP | 100_000), 150_000), 900.9e6);
        assertEq(total(Tariffs.draft().energy("e", list, BILL, Tariffs.RUPEE, 0), 150_000), 901e6);
        assertEq(total(Tariffs.draft().energy("e", list, BILL, DOWN | 1e6, UP | 1e6), 150_000), 902e6);
    }

    function test_TheTotalIsRoundedAndWhatIsLeftIsCarried() public view {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(OPEN, 5.555e6), BILL, 0, 0);
        (d.totalRound, d.flags) = (DOWN | 10e6, 1);
        ITariffBook.Usage memory u = usage(100_000);
        ITariffBook.Quote memory q = quote(d, u);
        assertEq(q.total, 550e6);
        assertEq(q.carried, 5.5e6);
        u.carried = 5.5e6;
        q = quote(d, u);
        assertEq(q.total, 560e6);
        assertEq(q.carried, 1e6);
        // What was rounded up is taken off the next.
        u.carried = -8e6;
        q = quote(d, u);
        assertEq(q.total, 540e6);
        assertEq(q.carried, 7.5e6);
    }

    function test_NothingIsCarriedWhereTheTariffDoesNot() public view {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 5.5e6, 0, BILL, 0);
        d.totalRound = Tariffs.RUPEE;
        assertEq(quote(d, usage(0)).total, 6e6);
        assertEq(quote(d, usage(0)).carried, 0);
    }

    function test_ANegativeTotalStands() public view {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 5.5e6, NEGATIVE, BILL, 0);
        d.totalRound = Tariffs.RUPEE;
        assertEq(quote(d, usage(0)).total, -6e6);
    }

    // ------------------------------------------------------------------ when, items, closed bands

    function test_AppliesAboveAndUpToItsLimits() public view {
        // 30-day limits of 90 and 180 kWh are 93 and 186 for 31 days.
        Tariffs.Draft memory d = Tariffs.draft();
        uint256 head = Tariffs.head(1, 0, DAYS30, 1, 0, 0, 0);
        limited(d, "between", head, when(90e6, 180e6, 3, 0), Tariffs.bands(OPEN, 1e6));
        assertEq(total(d, 93_000), 0);
        assertEq(quote(d, usage(93_000)).items.length, 0);
        assertEq(total(d, 93_001), 93.001e6);
        assertEq(total(d, 186_000), 186e6);
        assertEq(total(d, 186_001), 0);
        assertEq(quote(d, usage(186_001)).items.length, 0);
    }

    function test_OnlyOneOfTheLimits() public view {
        Tariffs.Draft memory d = Tariffs.draft();
        uint256 head = Tariffs.head(1, 0, BILL, 1, 0, 0, 0);
        limited(d, "above", head, when(0, 0, 1, 0), Tariffs.bands(OPEN, 1e6));
        limited(d, "upto", head, when(0, 0, 2, 0), Tariffs.bands(OPEN, 1e6));
        d.totalOf = hex"0102";
        assertItems(quote(d, usage(0)), "upto", new int256[](1));
        assertEq(quote(d, usage(1)).items[0].id, "above");
        assertEq(quote(d, usage(1)).items.length, 1);
    }

    function test_WhatDoesNotApplyIsZeroToOthers() public view {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("base", 10e6, 0, BILL, 0);
        bytes memory limits = when(50e6, 0, 1, 0);
        d.add("extra", Tariffs.head(3, LIMITS | VALUE, BILL, 0, 0, 0, 90e6), limits, "");
        d.percent("tax", 100_000, hex"0102", 0);
        d.totalOf = hex"010203";
        assertItems(quote(d, usage(50_000)), "base tax", amounts(10e6, 1e6));
        assertItems(quote(d, usage(50_001)), "base extra tax", amounts(10e6, 90e6, 10e6));
    }

    function test_HelpersAreNotPrinted() public view {
        Tariffs.Draft memory d = threeFixed();
        d.subtotal("net", hex"0102", 0).percent("tax", 100_000, hex"03", 0);
        // The third is only what the tax is taken of.
        d.totalOf = hex"0405";
        ITariffBook.Quote memory q = quote(d, usage(0));
        assertEq(q.total, 150e6);
        assertEq(q.items.length, 4);
        assertEq(q.items[0].id, "a");
        assertEq(q.items[1].id, "b");
        assertEq(q.items[2].id, "net");
        assertEq(q.items[3].id, "tax");
    }

    function test_AClosedLastBand() public {
        // 100 kWh for 30 days, 103.333333 for 31.
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", bands(50e6, 5e6, 100e6, 8e6), DAYS30, 0, 0);
        assertEq(total(d, 103_333), 51.666667e6 * 5 + 51.666333e6 * 8);
        aboveLastBand(d, 103_334);
        d = Tariffs.draft().whole("energy", Tariffs.bands(100e6, 5e6), DAYS30);
        assertEq(total(d, 103_333), 516.665e6);
        aboveLastBand(d, 103_334);
        d = Tariffs.draft();
        d.add("meter", Tariffs.head(3, 0, DAYS30, 1, 0, 0, 0), "", Tariffs.packBands(Tariffs.bands(100e6, 5e6)));
        assertEq(total(d, 103_333), 5e6);
        aboveLastBand(d, 103_334);
    }

    function test_AClosedBandOfAChargeThatDoesNotApply() public view {
        Tariffs.Draft memory d = Tariffs.draft();
        limited(d, "small", Tariffs.head(1, 0, BILL, 1, 0, 0, 0), when(0, 90e6, 2, 0), Tariffs.bands(90e6, 1e6));
        d.fixedCharge("fixed", 3e6, 0, BILL, 0);
        d.totalOf = hex"0102";
        assertEq(quote(d, usage(90_001)).total, 3e6);
    }

    function aboveLastBand(Tariffs.Draft memory d, uint256 wh) private {
        d.totalOf = hex"01";
        bytes memory program = Tariffs.build(d);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.AboveLastBand.selector, wh));
        book.preview(program, usage(wh));
    }

    // ------------------------------------------------------------------ lines of percentages

    function test_APercentageOfEachLine() public view {
        // 12.5 % of lines 500.3 and 80.08: 62.5375 and 10.01, up to 0.1: 62.6 + 10.1. Of the sum: 72.5475.
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", bands(100e6, 5.003e6, OPEN, 8.008e6), BILL, 0, 0);
        lines(d, "tax", 125_000, hex"01", UP | 100_000);
        assertEq(total(d, 110_000), 72.7e6);
    }

    function test_APercentageOfEachMonthAndOfWhatHasOneLine() public view {
        // Months of 49.354839 and 43.448276, one of −7: 10 % each down to 0.1: 4.9 + 4.3 − 0.7.
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 90e6, PER_BASIS, CALENDAR, 0);
        d.fixedCharge("rebate", 7e6, NEGATIVE, BILL, 0);
        lines(d, "tax", 100_000, hex"0102", DOWN | 100_000);
        assertEq(total(d, 0), 8.5e6);
        // Subtracted, the lines turn their signs.
        lines(d, "less", 100_000, hex"8182", DOWN | 100_000);
        d.totalOf = hex"04";
        assertEq(quote(d, usage(0)).total, -8.5e6);
    }

    function test_APercentageOfTheLinesOfAPercentage() public view {
        // Lines of 500.3 and 80.08 → 10 % to 1: 50 and 8 → half of each, up to 1: 25 + 4, less nothing lost in between.
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", bands(100e6, 5.003e6, OPEN, 8.008e6), BILL, 0, 0);
        lines(d, "ten", 100_000, hex"01", Tariffs.RUPEE);
        lines(d, "half", 500_000, hex"02", UP | 1e6);
        assertEq(total(d, 110_000), 29e6);
    }

    function test_APercentageOfTheLineOfAnAdjustment() public view {
        Tariffs.Draft memory d = Tariffs.draft().adjustment("arrears");
        lines(d, "interest", 51_000, hex"01", UP | 100_000);
        ITariffBook.Usage memory u = usage(0);
        u.adjustments = new int256[](1);
        u.adjustments[0] = 10;
        assertEq(quote(d, u).total, 0.1e6);
    }

    function test_APercentageOfEachLineToAMillionth() public view {
        // A tenth of 5 and of 5 millionths, each half up: 1 and 1. Of their sum it were 1.
        Tariffs.Draft memory d = Tariffs.draft();
        d.fixedCharge("a", 5, 0, BILL, 0).fixedCharge("b", 5, 0, BILL, 0);
        lines(d, "tax", 100_000, hex"0102", Tariffs.HALF_UP | 1);
        assertEq(total(d, 0), 2);
    }

    function test_LinesStandBeforeTheChargesOwnRounding() public view {
        // Lines of 500.3 and 80.08, the charge rounded to 10: 580. Its lines' 10 %: 50 + 8, each to 1.
        Tariffs.Draft memory d =
            Tariffs.draft().energy("energy", bands(100e6, 5.003e6, OPEN, 8.008e6), BILL, Tariffs.HALF_UP | 10e6, 0);
        lines(d, "tax", 100_000, hex"01", Tariffs.RUPEE);
        d.totalOf = hex"01";
        assertEq(quote(d, usage(110_000)).total, 580e6);
        d.totalOf = hex"02";
        assertEq(quote(d, usage(110_000)).total, 58e6);
    }

    function lines(Tariffs.Draft memory d, string memory id, uint256 rate, bytes32 of_, uint256 round) private pure {
        d.add(id, Tariffs.head(4, VALUE, DAYS30, 0, 0, round, rate), bytes.concat(of_), "");
        d.flags |= 8;
    }

    // ------------------------------------------------------------------ adjustments, and what is too large

    function test_AdjustmentsAreTakenOverAsTheyAre() public view {
        Tariffs.Draft memory d = Tariffs.draft().adjustment("arrears").adjustment("subsidy");
        d.percent("interest", 10_000, hex"01", 0);
        d.totalOf = hex"010283";
        ITariffBook.Usage memory u = usage(0);
        u.adjustments = amounts(2951e6, -100.123456e6);
        ITariffBook.Quote memory q = quote(d, u);
        assertEq(q.total, 2951e6 - 100.123456e6 - 29.51e6);
        assertEq(q.items.length, 1);
        u.adjustments = new int256[](0);
        assertEq(quote(d, u).total, 0);
    }

    function test_AnotherNumberOfAdjustments() public {
        Tariffs.Draft memory d = Tariffs.draft().adjustment("arrears");
        d.fixedCharge("fixed", 1, 0, BILL, 0);
        d.totalOf = hex"0102";
        ITariffBook.Usage memory u = usage(0);
        u.adjustments = new int256[](2);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.WrongAdjustments.selector, 2, 1));
        book.preview(d.build(), u);
    }

    function test_AnAdjustmentThatIsTooLarge() public {
        Tariffs.Draft memory d = Tariffs.draft().adjustment("arrears").fixedCharge("fixed", 1, 0, BILL, 0);
        d.totalOf = hex"01";
        ITariffBook.Usage memory u = usage(0);
        u.adjustments = new int256[](1);
        for (int256 sign = -1; sign <= 1; sign += 2) {
            u.adjustments[0] = sign * type(int128).max;
            assertEq(book.preview(d.build(), u).total, u.adjustments[0]);
            u.adjustments[0] = sign * (int256(1) << 127) + sign;
            bytes memory program = d.build();
            vm.expectRevert(ITariffBook.TooLarge.selector);
            book.preview(program, u);
        }
    }

    /// @dev Percentages of percentages, each 4,096 times the one above: refused at publication, where it could first exceed 2^160.
    function test_GrowthBeyondAnyMoney() public {
        for (uint256 keepsLines; keepsLines < 2; ++keepsLines) {
            Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 1 << 8, 0, BILL, 0);
            for (uint256 i = 1; i <= 19; ++i) {
                grow(d, i, 4_096_000_000, keepsLines);
            }
            // 2^236 · 2^31 is zero in 256 bits.
            grow(d, 20, 1 << 31, keepsLines);
            d.totalOf = bytes32(bytes1(uint8(21)));
            bytes memory program = d.build();
            // 2^76 for rounding, and what seven of them make of it.
            bytes memory error_ =
                abi.encodeWithSelector(ITariffBook.BadProgram.selector, 96 + 32 + 6 * 64, ITariffBook.Flaw.Amount);
            vm.expectRevert(error_);
            book.preview(program, usage(0));
        }
    }

    /// @dev A rate of 2^63 and 2^55 Wh are 2^118; three percentages make it 2^154, a fourth 2^166.
    function test_ARateThatPercentagesTakeBeyondAnyMoney() public {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 1 << 63), BILL, 0, 0);
        for (uint256 i = 1; i <= 3; ++i) {
            grow(d, i, 4_096_000_000, 0);
        }
        d.totalOf = hex"04";
        book.preview(d.build(), usage(0));
        grow(d, 4, 4_096_000_000, 0);
        d.totalOf = hex"05";
        bytes memory program = d.build();
        vm.expectPartialRevert(ITariffBook.BadProgram.selector);
        book.preview(program, usage(0));
    }

    /// @dev Each nearly 2^159: two of them are a total, three are not.
    function test_ATotalBeyondAnyMoney() public {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", 1, 0, BILL, 0);
        for (uint256 i = 1; i <= 6; ++i) {
            grow(d, i, 4_096_000_000, 0);
        }
        d.percent("a", 2_000_000_000, hex"07", 0).percent("b", 2_000_000_000, hex"07", 0);
        d.percent("c", 2_000_000_000, hex"07", 0);
        d.totalOf = hex"0809";
        book.preview(d.build(), usage(0));
        d.totalOf = hex"08090a";
        bytes memory program = d.build();
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.BadProgram.selector, 64, ITariffBook.Flaw.Amount));
        book.preview(program, usage(0));
    }

    /// @dev Two charges round 128 lines each, as many as may be.
    function test_MoreLinesThanABillIsComputedWith() public {
        Tariffs.Draft memory d = Tariffs.draft();
        uint256[2][] memory list = new uint256[2][](128);
        for (uint256 i; i < 128; ++i) {
            list[i] = [(i + 1) * 1e6, 1e6];
        }
        d.energy("energy", list, BILL, 0, 0);
        lines(d, "a", 50_000, hex"01", Tariffs.PAISA);
        lines(d, "b", 50_000, hex"01", Tariffs.PAISA);
        d.totalOf = hex"010203";
        book.preview(d.build(), usage(0));
        lines(d, "c", 50_000, hex"01", Tariffs.PAISA);
        bytes memory program = d.build();
        uint256 offset = 96 + 32 + 2048 + 2 * 64;
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.BadProgram.selector, offset, ITariffBook.Flaw.Lines));
        book.preview(program, usage(0));
    }

    function grow(Tariffs.Draft memory d, uint256 i, uint256 rate, uint256 keepsLines) private pure {
        string memory id = string.concat("growth-", vm.toString(i));
        bytes32 of_ = bytes32(bytes1(uint8(i)));
        if (keepsLines == 1) lines(d, id, rate, of_, Tariffs.HALF_UP | 2);
        else d.percent(id, rate, of_, 0);
    }

    function test_APeriodWithoutADay() public {
        bytes memory program = Tariffs.flatFive();
        ITariffBook.Usage memory u = usage(0);
        u.toDay = u.fromDay;
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.EmptyPeriod.selector, u.fromDay, u.fromDay));
        book.preview(program, u);
    }

    /// @dev Charges of 100, 20 and 300.
    function threeFixed() private pure returns (Tariffs.Draft memory d) {
        d = Tariffs.draft().fixedCharge("a", 100e6, 0, BILL, 0).fixedCharge("b", 20e6, 0, BILL, 0);
        return d.fixedCharge("c", 300e6, 0, BILL, 0);
    }
}
