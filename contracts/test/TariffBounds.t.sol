// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Tariffs} from "./utils/Tariffs.sol";

/// @dev What a program could come to, by the rules of docs/tariff-bytes.md: each bound is found by percentages upon it, up to the last that is published.
contract TariffBoundsTest is BillingTest {
    uint256 private constant MOST_AMOUNT = 1 << 160;
    uint256 private constant ROUNDING = 1 << 76;
    uint256 private constant RATE = type(uint64).max;
    /// @dev Ten-thousandths of a per cent: nearly 4,295 times.
    uint256 private constant PERCENTAGE = type(uint32).max;
    uint256 private constant PER_KW = 2;
    uint256 private constant PER_BASIS = 4;
    uint256 private constant OWN_BASIS = 16;
    uint256 private constant DAYS30 = 3;
    uint256 private constant CALENDAR = 5;
    uint256 private constant HAS_LINE_ROUND = 8;

    function test_AnAdjustment() public {
        Tariffs.Draft memory d = Tariffs.draft();
        Tariffs.adjustment(d, "arrears");
        Tariffs.fixedCharge(d, "fixed", 1, 0, DAYS30, 0);
        d.totalOf = hex"02";
        Tariffs.percent(d, "share", PERCENTAGE, hex"01", 0);
        assertBound(d, share(1 << 127));
    }

    function test_EnergyByTheHighestOfItsRates() public {
        assertBound(Tariffs.energy(Tariffs.draft(), "energy", rising(), DAYS30, 0, 0), (RATE << 55) + ROUNDING);
        assertBound(Tariffs.energy(Tariffs.draft(), "energy", falling(), DAYS30, 0, 0), (RATE << 55) + ROUNDING);
        assertBound(Tariffs.whole(Tariffs.draft(), "energy", rising(), DAYS30), (RATE << 55) + ROUNDING);
    }

    function test_AFixedAmountByLoadAndDays() public {
        Tariffs.Draft memory d = Tariffs.draft();
        Tariffs.fixedCharge(d, "fixed", RATE, PER_KW | PER_BASIS, DAYS30, 0);
        assertBound(d, (RATE << 39) + ROUNDING);
    }

    function test_ASubtotal() public {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", rising(), DAYS30, 0, 0);
        Tariffs.add(d, "net", Tariffs.head(5, 0, DAYS30, 0, 0, 0, 0), bytes.concat(bytes32(hex"01")), "");
        assertBound(d, (RATE << 55) + 2 * ROUNDING);
    }

    function test_TheTotalOfSeveral() public {
        Tariffs.Draft memory d = Tariffs.energy(Tariffs.draft(), "energy", rising(), DAYS30, 0, 0);
        // 2^119 · 4,294.97³ is above 2^155; 32 of that are above 2^160, and each by itself is not.
        bytes memory all;
        for (uint256 i; i < 3; ++i) {
            Tariffs.percent(d, string.concat("step-", vm.toString(i)), PERCENTAGE, bytes32(bytes1(uint8(i + 1))), 0);
        }
        for (uint256 i; i < 32; ++i) {
            Tariffs.percent(d, string.concat("part-", vm.toString(i)), 1e6, hex"04", 0);
            all = bytes.concat(all, bytes1(uint8(i + 5)));
        }
        d.totalOf = bytes32(hex"05");
        accepted(d);
        d.totalOf = bytes32(all);
        refused(d, 64, ITariffBook.Flaw.Amount);
    }

    function test_LinesOfBands() public {
        Tariffs.Draft memory d = withBands(128);
        linePercent(d, "rounded", hex"0102");
        accepted(d);
        d = withBands(128);
        Tariffs.fixedCharge(d, "fixed", 1, 0, DAYS30, 0);
        tooManyLines(d, hex"010203");
    }

    function test_LinesOfSeveralPercentages() public {
        Tariffs.Draft memory d = withBands(64);
        linePercent(d, "rounded", hex"0102");
        linePercent(d, "rounded-too", hex"0102");
        accepted(d);
        tooManyLines(d, hex"01");
    }

    function test_APercentageOfItsOwnHasOneLine() public {
        Tariffs.Draft memory d = withBands(127);
        Tariffs.percent(d, "plain", 1e6, hex"0102", 0);
        Tariffs.fixedCharge(d, "fixed", 1, 0, DAYS30, 0);
        linePercent(d, "rounded", hex"01020304");
        accepted(d);
        tooManyLines(d, hex"04");
    }

    function test_LinesOfARoundedPercentageGoOn() public {
        Tariffs.Draft memory d = withBands(64);
        linePercent(d, "rounded", hex"0102");
        linePercent(d, "upon-it", hex"03");
        accepted(d);
        tooManyLines(d, hex"04");
    }

    function test_AnAdjustmentIsALine() public {
        Tariffs.Draft memory d = withBands(127);
        Tariffs.adjustment(d, "arrears");
        Tariffs.fixedCharge(d, "fixed", 1, 0, DAYS30, 0);
        linePercent(d, "rounded", hex"01020304");
        accepted(d);
        tooManyLines(d, hex"01");
    }

    function test_MonthsOfTheCalendarAreLines() public {
        Tariffs.Draft memory d = eightFixed(PER_BASIS | OWN_BASIS, CALENDAR);
        linePercent(d, "rounded", hex"0102030405060708");
        accepted(d);
        tooManyLines(d, hex"01");
    }

    function test_OtherTimesAreOneLine() public {
        Tariffs.Draft memory d = eightFixed(PER_BASIS, DAYS30);
        for (uint256 i; i < 32; ++i) {
            linePercent(d, string.concat("rounded-", vm.toString(i)), hex"0102030405060708");
        }
        accepted(d);
        tooManyLines(d, hex"01");
    }

    /// @dev The last value of a draft has that bound, to a factor of 4,295.
    function assertBound(Tariffs.Draft memory d, uint256 bound) private {
        if (d.totalOf == 0) d.totalOf = hex"01";
        for (uint256 i;; ++i) {
            bytes32 last = bytes32(bytes1(uint8(d.adjustmentCount + d.chargeCount)));
            uint256 offset = 96 + d.charges.length;
            bound = share(bound);
            if (bound <= MOST_AMOUNT) accepted(d);
            Tariffs.percent(d, string.concat("step-", vm.toString(i)), PERCENTAGE, last, 0);
            if (bound > MOST_AMOUNT) return refused(d, offset, ITariffBook.Flaw.Amount);
        }
    }

    function share(uint256 bound) private pure returns (uint256) {
        return bound * PERCENTAGE / 1e6 + ROUNDING;
    }

    /// @dev Refuses another percentage with lineRound.
    function tooManyLines(Tariffs.Draft memory d, bytes32 of_) private {
        uint256 offset = 96 + d.charges.length;
        linePercent(d, "too-much", of_);
        refused(d, offset, ITariffBook.Flaw.Lines);
    }

    function linePercent(Tariffs.Draft memory d, string memory id, bytes32 of_) private pure {
        d.flags |= HAS_LINE_ROUND;
        Tariffs.add(d, id, Tariffs.head(4, 32, DAYS30, 0, 0, Tariffs.PAISA, 1e6), bytes.concat(of_), "");
    }

    /// @dev Two charges of so many bands each, whose own lines are rounded.
    function withBands(uint256 count) private pure returns (Tariffs.Draft memory d) {
        d = Tariffs.draft();
        uint256[2][] memory list = new uint256[2][](count);
        for (uint256 i; i < count; ++i) {
            list[i] = [i + 1 == count ? Tariffs.OPEN : (i + 1) * 1e6, uint256(5e6)];
        }
        Tariffs.energy(d, "one", list, DAYS30, 0, Tariffs.PAISA);
        Tariffs.energy(d, "two", list, DAYS30, 0, Tariffs.PAISA);
        d.totalOf = hex"01";
    }

    function eightFixed(uint256 flags, uint256 basis) private pure returns (Tariffs.Draft memory d) {
        d = Tariffs.draft();
        for (uint256 i; i < 8; ++i) {
            Tariffs.fixedCharge(d, string.concat("fixed-", vm.toString(i)), 1, flags, basis, 0);
        }
        d.totalOf = hex"01";
    }

    function rising() private pure returns (uint256[2][] memory list) {
        list = new uint256[2][](2);
        (list[0], list[1]) = ([uint256(1e6), 1], [Tariffs.OPEN, RATE]);
    }

    function falling() private pure returns (uint256[2][] memory list) {
        list = new uint256[2][](2);
        (list[0], list[1]) = ([uint256(1e6), RATE], [Tariffs.OPEN, uint256(1)]);
    }

    function accepted(Tariffs.Draft memory d) private {
        uint256 state = vm.snapshotState();
        uint16 start = book.earliestStartDay();
        vm.prank(tariffOfficer);
        book.publish(3, start, Tariffs.build(d));
        assertEq(book.versions(3).length, 1);
        vm.revertToState(state);
    }

    function refused(Tariffs.Draft memory d, uint256 where, ITariffBook.Flaw flaw) private {
        uint16 start = book.earliestStartDay();
        bytes memory program = Tariffs.build(d);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.BadProgram.selector, where, flaw));
        vm.prank(tariffOfficer);
        book.publish(3, start, program);
    }
}
