// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Tariffs} from "./utils/Tariffs.sol";
import {VmSafe} from "forge-std/Vm.sol";

contract QuoteTest is BillingTest {
    uint256[] private rows;

    function test_ItemsOfAPublishedTariff() public view {
        ITariffBook.Quote memory q = book.quote(APDCL, usage(200_000));
        // 120 × 5.70 + 80 × 7.00; 120 × 0.75; 3 × 70 × 30 × 12 / 365.25; 200 × 0.30; 5 % of the first and the third.
        string[5] memory ids = ["energy", "subsidy", "fixed", "fpppa", "duty"];
        int256[5] memory amounts = [int256(1244e6), -90e6, 206.98e6, 60e6, 72.55e6];
        assertEq(q.items.length, 5);
        for (uint256 i; i < 5; ++i) {
            assertEq(q.items[i].id, ids[i]);
            assertEq(q.items[i].amount, amounts[i]);
        }
        assertEq(q.total, 1494e6);
        assertEq(q.carried, 0);
    }

    function test_APreviewIsWhatAPublishedTariffWouldCharge() public view {
        for (uint64 wh; wh < 600_000; wh += 59_999) {
            assertEq(
                abi.encode(book.preview(Tariffs.apdclDomesticA(), usage(wh))), abi.encode(book.quote(APDCL, usage(wh)))
            );
        }
    }

    function test_BeforeTheFirstVersion() public {
        ITariffBook.Usage memory u = usage(1);
        u.fromDay = START_DAY - 2;
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.NoTariffInForce.selector, FLAT, START_DAY - 1));
        book.quote(FLAT, u);
    }

    function test_AnUnknownCategory() public {
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.NoTariffInForce.selector, 9, START_DAY + 29));
        book.quote(9, usage(1));
    }

    function test_APeriodWithoutADay() public {
        ITariffBook.Usage memory u = usage(1);
        for (uint16 days_; days_ < 2; ++days_) {
            u.toDay = u.fromDay - days_;
            vm.expectRevert(abi.encodeWithSelector(ITariffBook.EmptyPeriod.selector, START_DAY, START_DAY - days_));
            book.quote(FLAT, u);
        }
    }

    function test_AnotherNumberOfAdjustments() public {
        ITariffBook.Usage memory u = usage(1);
        u.adjustments = new int256[](1);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.WrongAdjustments.selector, 1, 0));
        book.quote(FLAT, u);
    }

    function test_AboveAClosedLastBand() public {
        publish(OtherTariffs.upToAHundred());
        goToDay(61);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.AboveLastBand.selector, 100_001));
        book.quote(FLAT, later(100_001));
    }

    // ------------------------------------------------------------------ many totals at once

    function test_TotalsOfManyRows() public {
        rows = [
            tariffRow(FLAT, usage(500_000)),
            tariffRow(FLAT, usage(0)),
            tariffRow(APDCL, usage(200_000)),
            tariffRow(FLAT, usage(500_000))
        ];
        uint256[] memory results = book.totals(rows);
        assertEq(results.length, 4);
        assertEq(results[0], result(2500e6, 1, 15));
        assertEq(results[1], result(0, 1, 15));
        assertEq(results[2], result(1494e6, 1, 15));
        assertEq(results[3], results[0]);
    }

    function test_TotalsOfNoRows() public view {
        assertEq(book.totals(rows).length, 0);
    }

    function test_ARowOverAChangeOfTariff() public {
        publish(OtherTariffs.flat(8e6, 30));
        rows.push(tariffRow(FLAT, period(START_DAY + 20, START_DAY + 50, 300_000)));
        rows.push(tariffRow(FLAT, period(START_DAY + 30, START_DAY + 50, 300_000)));
        rows.push(tariffRow(FLAT, period(START_DAY + 20, START_DAY + 30, 300_000)));
        uint256[] memory results = book.totals(rows);
        assertEq(results[0], result(500e6 + 1600e6, 2, 30));
        assertEq(results[1], result(2400e6, 2, 30));
        assertEq(results[2], result(1500e6, 1, 15));
    }

    function test_RowsThatYieldNoBillAreMarkedAndTheRestGoesThrough() public {
        publish(OtherTariffs.upToAHundred());
        vm.startPrank(tariffOfficer);
        book.publish(3, START_DAY + 30, OtherTariffs.rebate());
        book.publish(4, START_DAY + 30, OtherTariffs.once(type(uint64).max));
        vm.stopPrank();
        rows = [
            tariffRow(FLAT, usage(1000)),
            // Above a closed band, under one version and over a change.
            tariffRow(FLAT, later(100_001)),
            tariffRow(FLAT, period(START_DAY + 20, START_DAY + 50, 100_001)),
            tariffRow(FLAT, later(100_000)),
            // Negative, and nothing.
            tariffRow(3, later(1000)),
            tariffRow(3, later(0)),
            // As large as fits.
            tariffRow(4, later(0)),
            // No tariff then, none at all, no days, days that run back, zeros.
            tariffRow(3, usage(1000)),
            tariffRow(9, later(1000)),
            tariffRow(FLAT, period(START_DAY, START_DAY, 1000)),
            tariffRow(FLAT, period(START_DAY + 1, START_DAY, 1000)),
            0,
            tariffRow(FLAT, usage(2000))
        ];
        uint256[] memory results = book.totals(rows);
        uint256[13] memory expected = [
            result(5e6, 1, 15),
            NO_BILL,
            NO_BILL,
            result(500e6, 2, 15),
            NO_BILL,
            result(0, 1, 15),
            result(type(uint64).max, 1, 15),
            NO_BILL,
            NO_BILL,
            NO_BILL,
            NO_BILL,
            NO_BILL,
            result(10e6, 1, 15)
        ];
        for (uint256 i; i < expected.length; ++i) {
            assertEq(results[i], expected[i], vm.toString(i));
        }
    }

    /// @dev Of a tariff whose last band is closed.
    function test_TheLargestTotal() public {
        Tariffs.Draft memory d = Tariffs.draft();
        Tariffs.energy(d, "energy", Tariffs.bands(100e6, 5e6), 1, 0, 0);
        Tariffs.fixedCharge(d, "fixed", type(uint64).max, 0, 1, 0);
        d.totalOf = hex"0102";
        publish(Tariffs.build(d));
        rows = [tariffRow(FLAT, later(0)), tariffRow(FLAT, later(1))];
        uint256[] memory results = book.totals(rows);
        assertEq(results[0], result(type(uint64).max, 2, 15));
        assertEq(results[1], NO_BILL);
    }

    /// @dev A third of the largest amount by the first version, two by the second.
    function test_TheLargestTotalOverAChangeOfTariff() public {
        Tariffs.Draft memory d = Tariffs.draft();
        Tariffs.energy(d, "energy", Tariffs.bands(Tariffs.OPEN, 5e6), 1, 0, 0);
        Tariffs.fixedCharge(d, "fixed", type(uint64).max, 0, 1, 0);
        d.totalOf = hex"0102";
        vm.startPrank(tariffOfficer);
        book.publish(3, START_DAY + 30, Tariffs.build(d));
        book.publish(3, START_DAY + 40, Tariffs.build(d));
        vm.stopPrank();
        rows = [tariffRow(3, later(0)), tariffRow(3, later(1))];
        uint256[] memory results = book.totals(rows);
        assertEq(results[0], result(type(uint64).max, 2, 15));
        assertEq(results[1], NO_BILL);
    }

    /// @dev 5 a unit for ten days, then back for twenty.
    function test_ANegativeTotalOverAChangeOfTariff() public {
        publish(OtherTariffs.rebate());
        rows.push(tariffRow(FLAT, period(START_DAY + 20, START_DAY + 50, 300_000)));
        rows.push(tariffRow(FLAT, period(START_DAY + 20, START_DAY + 50, 0)));
        uint256[] memory results = book.totals(rows);
        assertEq(results[0], NO_BILL);
        assertEq(results[1], result(0, 2, 15));
    }

    function test_RowsOfAnOddTariffAreItsQuotes() public {
        publish(oddTariff());
        for (uint64 wh; wh < 350_000; wh += 7001) {
            rows.push(tariffRow(FLAT, later(wh)));
        }
        uint256[] memory results = book.totals(rows);
        for (uint64 i; i < rows.length; ++i) {
            int256 total = book.quote(FLAT, later(i * 7001)).total;
            assertEq(results[i], total < 0 ? NO_BILL : result(uint256(total), 2, 15));
        }
    }

    // What the plain form of a tariff counts, and what it must leave to the engine: a quote is always the engine's.

    /// @dev An adjustment, a charge within limits, and charges subtracted by the total, by a sum and by a percentage.
    function test_RowsOfATariffThatSubtracts() public {
        Tariffs.Draft memory d = Tariffs.adjustment(Tariffs.draft(), "arrears");
        Tariffs.energy(d, "energy", threeBands(), 3, 0, Tariffs.PAISA);
        bytes memory between = bytes.concat(bytes32(uint256(100e6) << 192 | uint256(200e6) << 128 | 3 << 48));
        Tariffs.add(d, "rebate", Tariffs.head(3, 8 | 32, 1, 0, 0, 0, 70e6), between, "");
        Tariffs.fixedCharge(d, "load", 33e6, 2, 1, Tariffs.RUPEE);
        Tariffs.subtotal(d, "net", hex"010283", 0);
        Tariffs.percent(d, "duty", 123_456, hex"010483", Tariffs.PAISA);
        d.totalOf = hex"058486";
        assertRowsAreQuotes(d);
    }

    /// @dev Percentages of less than nothing, on either side of it.
    function test_RowsOfATariffThatGivesBack() public {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", threeBands(), 3, 0, 0);
        Tariffs.fixedCharge(d, "load", 33e6, 2, 1, 0);
        Tariffs.percent(d, "more", 1_500_000, hex"0281", 0);
        Tariffs.percent(d, "rounded", 123_456, hex"0281", Tariffs.RUPEE);
        d.totalOf = hex"018384";
        assertRowsAreQuotes(d);
    }

    /// @dev One band counts for all, up to its limit.
    function test_RowsOfATariffOfWholeBands() public {
        Tariffs.Draft memory d = Tariffs.draft();
        uint256[2][] memory list = new uint256[2][](3);
        (list[0], list[1], list[2]) = ([uint256(100e6), 3.1e6], [uint256(200e6), 5.7e6], [Tariffs.OPEN, 8.3e6]);
        Tariffs.whole(d, "energy", list, 1);
        d.totalOf = hex"01";
        assertRowsAreQuotes(d);
    }

    /// @dev A millionth a unit: one rounds to nothing.
    function test_RowsOfATariffOfMillionths() public {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", Tariffs.bands(Tariffs.OPEN, 1), 1, 0, 0);
        (d.totalOf, d.totalRound) = (hex"01", Tariffs.HALF_UP | 10);
        assertRowsAreQuotes(d);
    }

    /// @dev A millionth a unit, rounded down to ten.
    function test_ATotalRoundedDown() public view {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", Tariffs.bands(Tariffs.OPEN, 1), 1, 0, 0);
        (d.totalOf, d.totalRound) = (hex"01", 2 << 64 | 10);
        assertEq(book.preview(Tariffs.build(d), usage(19_000)).total, 10);
        assertEq(book.preview(Tariffs.build(d), usage(20_000)).total, 20);
    }

    function test_RowsOfATariffThatKeepsLines() public {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", threeBands(), 3, 0, 0);
        Tariffs.add(d, "duty", Tariffs.head(4, 32, 3, 0, 0, Tariffs.RUPEE, 123_456), bytes.concat(bytes32(hex"01")), "");
        (d.totalOf, d.flags) = (hex"0102", 8);
        assertRowsAreQuotes(d);
    }

    function test_RowsOfATariffByTheMonth() public {
        Tariffs.Draft memory d = Tariffs.fixedCharge(Tariffs.draft(), "fixed", 70e6, 4, 5, 0);
        d.totalOf = hex"01";
        assertRowsAreQuotes(d);
    }

    function test_RowsOfATariffThatRoundsLinesAndSums() public {
        Tariffs.Draft memory d =
            Tariffs.energy(Tariffs.draft(), "energy", threeBands(), 3, 3 << 64 | 10e6, Tariffs.RUPEE);
        d.totalOf = hex"01";
        assertRowsAreQuotes(d);
    }

    function test_RowsOfATariffWithALowerLimit() public {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", threeBands(), 3, 0, 0);
        bytes memory above = bytes.concat(bytes32(uint256(100e6) << 192 | 1 << 48));
        Tariffs.add(d, "extra", Tariffs.head(3, 8 | 32, 3, 0, 0, 0, 70e6), above, "");
        d.totalOf = hex"0102";
        assertRowsAreQuotes(d);
    }

    function test_ARoundedPercentageOfARoundedPercentageHasItsLines() public view {
        uint256[2][] memory list = new uint256[2][](2);
        (list[0], list[1]) = ([uint256(50e6), 1e6], [Tariffs.OPEN, 1e6]);
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", list, 3, 0, 0);
        Tariffs.add(
            d, "tenth", Tariffs.head(4, 32, 3, 0, 0, Tariffs.RUPEE, 100_000), bytes.concat(bytes32(hex"01")), ""
        );
        Tariffs.add(d, "more", Tariffs.head(4, 32, 3, 0, 0, Tariffs.RUPEE, 100_000), bytes.concat(bytes32(hex"02")), "");
        (d.totalOf, d.flags) = (hex"03", 8);
        // 50 and 50 in 30 days; 5 and 5; a half of one and a half of one, each rounded up.
        ITariffBook.Usage memory u = period(START_DAY, START_DAY + 30, 100_000);
        assertEq(book.preview(Tariffs.build(d), u).total, 2e6);
    }

    function test_ARowAboveTheLastBandSaysNothingOfTheNext() public {
        Tariffs.Draft memory d =
            Tariffs.energy(Tariffs.draft(), "energy", Tariffs.bands(100e6, 1e6), 3, 0, Tariffs.RUPEE);
        Tariffs.add(
            d, "tenth", Tariffs.head(4, 32, 3, 0, 0, Tariffs.RUPEE, 100_000), bytes.concat(bytes32(hex"01")), ""
        );
        (d.totalOf, d.flags) = (hex"0102", 8);
        publish(Tariffs.build(d));
        rows = [tariffRow(FLAT, later(150_000)), tariffRow(FLAT, later(50_000))];
        uint256[] memory results = book.totals(rows);
        assertEq(results[0], NO_BILL);
        assertEq(results[1], result(55e6, 2, 15));
    }

    function test_WhatOnlyAHelperNamesIsNotPrinted() public view {
        Tariffs.Draft memory d = Tariffs.fixedCharge(Tariffs.draft(), "one", 10e6, 0, 3, 0);
        Tariffs.subtotal(d, "net", hex"01", 0);
        Tariffs.percent(d, "tenth", 100_000, hex"02", 0);
        d.totalOf = hex"03";
        ITariffBook.Quote memory quoted = book.preview(Tariffs.build(d), period(START_DAY, START_DAY + 30, 1));
        assertEq(quoted.items.length, 1);
        assertEq(quoted.total, 1e6);
    }

    function test_TheLeastAdjustment() public view {
        Tariffs.Draft memory d = Tariffs.fixedCharge(Tariffs.draft(), "fixed", 1, 0, 3, 0);
        Tariffs.adjustment(d, "arrears");
        d.totalOf = hex"01";
        ITariffBook.Usage memory u = period(START_DAY, START_DAY + 30, 1);
        u.adjustments = new int256[](1);
        u.adjustments[0] = type(int128).min;
        assertEq(book.preview(Tariffs.build(d), u).total, type(int128).min);
    }

    function threeBands() private pure returns (uint256[2][] memory list) {
        list = new uint256[2][](3);
        (list[0], list[1], list[2]) = ([uint256(50e6), 3.1e6], [uint256(130e6), 5.7e6], [Tariffs.OPEN, 8.3e6]);
    }

    /// @dev In a month and over two, at the limits and between.
    function assertRowsAreQuotes(Tariffs.Draft memory d) private {
        publish(Tariffs.build(d));
        uint16[2] memory ends = [START_DAY + 60, START_DAY + 70];
        for (uint256 i; i < ends.length; ++i) {
            delete rows;
            for (uint64 j; j < 50; ++j) {
                rows.push(tariffRow(FLAT, period(START_DAY + 31, ends[i], whOf(j))));
            }
            uint256[] memory results = book.totals(rows);
            for (uint64 j; j < 50; ++j) {
                int256 total = book.quote(FLAT, period(START_DAY + 31, ends[i], whOf(j))).total;
                assertEq(results[j], total < 0 ? NO_BILL : result(uint256(total), 2, 15), vm.toString(whOf(j)));
            }
        }
    }

    function whOf(uint64 i) private pure returns (uint64) {
        uint24[7] memory limits = [0, 1000, 99_999, 100_000, 100_001, 200_000, 200_001];
        return i < limits.length ? limits[i] : i * 7001;
    }

    /// @dev Charges that apply within limits, limits that rounding makes one, rebates, sums below zero, percentages of them and above a hundred.
    function oddTariff() private pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft();
        uint256[2][] memory list = new uint256[2][](2);
        (list[0], list[1]) = ([uint256(50e6), 3.1e6], [Tariffs.OPEN, 4.7e6]);
        Tariffs.whole(d, "energy", list, 3);
        bytes memory between = bytes.concat(bytes32(uint256(100e6) << 192 | uint256(200e6) << 128 | 3 << 48));
        Tariffs.add(d, "rebate", Tariffs.head(3, 1 | 8 | 32, 3, 0, 0, 0, 900e6), between, "");
        uint256 round = Tariffs.HALF_UP | 10e6;
        bytes memory never =
            bytes.concat(bytes32(uint256(101e6) << 192 | uint256(104e6) << 128 | round << 56 | 3 << 48));
        Tariffs.add(d, "never", Tariffs.head(3, 8 | 32, 3, 0, 0, 0, 5e6), never, "");
        Tariffs.percent(d, "more-than-all", 1_500_000, hex"018203", Tariffs.PAISA);
        Tariffs.subtotal(d, "net", hex"0102", 0);
        Tariffs.percent(d, "tax", 50_000, hex"05", Tariffs.PAISA);
        (d.totalOf, d.totalRound) = (hex"01020306", Tariffs.RUPEE);
        return Tariffs.build(d);
    }

    function test_ACreditThatRoundsToNothing() public {
        publish(OtherTariffs.roundedRebate());
        rows = [tariffRow(FLAT, later(499_999)), tariffRow(FLAT, later(500_000))];
        assertEq(book.quote(FLAT, later(499_999)).total, 0);
        assertEq(book.quote(FLAT, later(500_000)).total, -1e6);
        uint256[] memory results = book.totals(rows);
        assertEq(results[0], result(0, 2, 15));
        assertEq(results[1], NO_BILL);
    }

    function test_ARowKnowsNothingOfTheRowBefore() public {
        // 1 per kWh for bills above 100 kWh, and a tenth of its line.
        Tariffs.Draft memory d = Tariffs.draft();
        bytes memory above = bytes.concat(bytes32(uint256(100e6) << 192 | 1 << 48));
        Tariffs.add(
            d, "energy", Tariffs.head(1, 8, 1, 1, 0, 0, 0), above, Tariffs.packBands(Tariffs.bands(Tariffs.OPEN, 1e6))
        );
        Tariffs.add(d, "tax", Tariffs.head(4, 32, 3, 0, 0, Tariffs.PAISA, 100_000), bytes.concat(bytes32(hex"01")), "");
        (d.totalOf, d.flags) = (hex"02", 8);
        publish(Tariffs.build(d));
        rows = [tariffRow(FLAT, later(150_000)), tariffRow(FLAT, later(50_000)), tariffRow(FLAT, later(150_000))];
        uint256[] memory results = book.totals(rows);
        assertEq(results[0], result(15e6, 2, 15));
        assertEq(results[1], result(0, 2, 15));
        assertEq(results[2], results[0]);
    }

    /// @dev A program is read once for rows of one category and period, and none is quoted where one version covers its days: that makes a run cheap.
    function test_RowsOfOneTariffAreScaledOnce() public {
        publish(OtherTariffs.upToAHundred());
        rows = [
            tariffRow(FLAT, usage(1000)),
            tariffRow(FLAT, usage(2000)),
            tariffRow(FLAT, usage(3000)),
            tariffRow(APDCL, usage(4000)),
            tariffRow(APDCL, usage(5000)),
            // Closed bands; up to the change of version, and from it on.
            tariffRow(FLAT, later(6000)),
            tariffRow(FLAT, later(7000)),
            tariffRow(FLAT, period(START_DAY + 20, START_DAY + 30, 8000)),
            tariffRow(FLAT, period(START_DAY + 30, START_DAY + 31, 9000))
        ];
        vm.startStateDiffRecording();
        book.totals(rows);
        VmSafe.AccountAccess[] memory accesses = vm.stopAndReturnStateDiff();
        uint256 read;
        for (uint256 i; i < accesses.length; ++i) {
            if (accesses[i].kind == VmSafe.AccountAccessKind.Extcodecopy) ++read;
            bool isCall = accesses[i].kind == VmSafe.AccountAccessKind.StaticCall;
            if (isCall) assertFalse(accesses[i].accessor == address(book), "quoted");
        }
        assertEq(read, 5);
    }

    /// @dev A row says what a quote says, whatever stands before it.
    function testFuzz_ARowIsItsQuote(uint32[6] memory wh, uint16[6] memory starts, uint16[6] memory lengths) public {
        publish(OtherTariffs.flat(8e6, 30));
        ITariffBook.Usage[] memory usages = new ITariffBook.Usage[](6);
        for (uint256 i; i < 6; ++i) {
            uint16 start = START_DAY + starts[i] % 60;
            usages[i] = period(start, start + 1 + lengths[i] % 60, wh[i]);
            // Half of them have the period of the one before.
            if (i > 0 && lengths[i] % 2 == 0) {
                (usages[i].fromDay, usages[i].toDay) = (usages[i - 1].fromDay, usages[i - 1].toDay);
            }
            rows.push(tariffRow(i % 3 == 0 ? APDCL : FLAT, usages[i]));
        }
        uint256[] memory results = book.totals(rows);
        for (uint256 i; i < 6; ++i) {
            int256 total = book.quote(i % 3 == 0 ? APDCL : FLAT, usages[i]).total;
            assertEq(uint64(results[i]), uint256(total));
        }
    }

    uint256 private constant NO_BILL = type(uint256).max;

    function result(uint256 total, uint256 version, uint256 dueDays) private pure returns (uint256) {
        return total | version << 64 | dueDays << 80;
    }

    /// @dev A second version of FLAT from day 30 on.
    function publish(bytes memory program) private {
        vm.prank(tariffOfficer);
        book.publish(FLAT, START_DAY + 30, program);
    }

    /// @dev 3 kW and the first 30 days.
    function usage(uint64 wh) private pure returns (ITariffBook.Usage memory) {
        return period(START_DAY, START_DAY + 30, wh);
    }

    function later(uint64 wh) private pure returns (ITariffBook.Usage memory) {
        return period(START_DAY + 30, START_DAY + 60, wh);
    }

    function period(uint16 fromDay, uint16 toDay, uint64 wh) private pure returns (ITariffBook.Usage memory u) {
        (u.wh, u.loadW, u.fromDay, u.toDay) = (wh, 3000, fromDay, toDay);
    }
}
