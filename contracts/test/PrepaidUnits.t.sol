// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PrepaidUnits} from "../src/PrepaidUnits.sol";
import {IPrepaidUnits} from "../src/interfaces/IPrepaidUnits.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Tariffs} from "./utils/Tariffs.sol";

contract PrepaidUnitsTest is BillingTest {
    using Tariffs for Tariffs.Draft;

    uint64 private constant KWH = 1000;
    uint256 private constant MICRO = 1e6;

    PrepaidUnits private units;

    function setUp() public override {
        super.setUp();
        units = new PrepaidUnits(book);
    }

    function test_FiveHundredUnitsForTwoThousandFiveHundred() public view {
        IPrepaidUnits.Purchase memory purchase = units.unitsFor(FLAT, book.versions(FLAT)[0].startDay, 2500e6, 0);
        assertEq(purchase.wh, 500 * KWH);
        assertEq(purchase.left, 0);
        assertEq(purchase.deductions.length, 0);
    }

    function test_NoTariffOnThatDay() public {
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.NoTariffInForce.selector, FLAT, 0));
        units.unitsFor(FLAT, 0, 1, 0);
    }

    function test_GoesThroughBands() public view {
        // 100 kWh at 2, then at 3: 290 buys 100 and 30.
        assertEq(buy(bands(1, 2e6, 100 * MICRO, 3e6), 290e6, 0).wh, 130 * KWH);
        // 50 more at 2, and the rest at 3.
        assertEq(buy(bands(1, 2e6, 100 * MICRO, 3e6), 130e6, 50 * KWH).wh, 60 * KWH);
        // The first band may be as small as can be.
        assertEq(buy(bands(1, 2e6, 1, 3e6), 300e6, 0).wh, 100 * KWH);
        // 100 at 2, 100 at 3, 100 at 4.
        uint256[2][] memory list = new uint256[2][](3);
        (list[0], list[1], list[2]) = ([100 * MICRO, 2e6], [200 * MICRO, 3e6], [Tariffs.OPEN, 4e6]);
        assertEq(buy(summed(Tariffs.draft().energy("energy", list, 1, 0, 0), hex"01"), 900e6, 0).wh, 300 * KWH);
    }

    function test_StopsBeforeAStepThatIsNotCovered() public view {
        bytes memory program = bands(2, 2e6, 100 * MICRO, 3e6);
        // 200 buys 100 kWh; the next would cost 100 more for having passed them.
        IPrepaidUnits.Purchase memory purchase = buy(program, 300e6, 0);
        assertEq(purchase.wh, 100 * KWH);
        assertEq(purchase.left, 100e6);
        assertEq(buy(program, 303e6, 0).wh, 101 * KWH);
    }

    /// @dev Up to 100 kWh free, then all at a millionth a kWh: 100 millionths would buy nothing for having passed them.
    function test_AStepThatIsJustCoveredBuysNothing() public view {
        bytes memory program = bands(2, 0, 100 * MICRO, 1);
        IPrepaidUnits.Purchase memory purchase = buy(program, 100, 0);
        assertEq(purchase.wh, 100 * KWH);
        assertEq(purchase.left, 100);
        assertEq(buy(program, 101, 0).wh, 101 * KWH);
    }

    /// @dev 5 a kWh, free from 100 to 200; passing 100 costs 100.
    function test_AStepThatIsJustCoveredOpensWhatIsFree() public view {
        uint256[2][] memory list = new uint256[2][](3);
        list[0] = [100 * MICRO, 5e6];
        list[1] = [200 * MICRO, 0];
        list[2] = [Tariffs.OPEN, 5e6];
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", list, 3, 0, 0);
        list = new uint256[2][](2);
        list[0] = [100 * MICRO, 1e6];
        list[1] = [Tariffs.OPEN, 0];
        draft.add(
            "pass",
            Tariffs.head(1, 8, 3, 2, 0, 0, 0),
            abi.encode(100 * MICRO << 192 | Tariffs.OPEN << 128 | 3 << 48),
            Tariffs.packBands(list)
        );
        bytes memory program = summed(draft, hex"0102");
        assertEq(buy(program, 599e6, 0).wh, 100 * KWH);
        assertEq(buy(program, 600e6, 0).wh, 200 * KWH);
    }

    function test_StopsWhereTheLastBandEnds() public {
        uint256[2][] memory list = new uint256[2][](1);
        list[0] = [45 * MICRO, 5e6];
        bytes memory program = summed(Tariffs.draft().whole("energy", list, 1), hex"01");
        IPrepaidUnits.Purchase memory purchase = buy(program, 300e6, 0);
        assertEq(purchase.wh, 45 * KWH);
        assertEq(purchase.left, 75e6);
        assertEq(buy(program, 1, 45_000).left, 1);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.AboveLastBand.selector, 45_001));
        buy(program, 1, 45_001);
        // A watt-hour that would end beyond it is not sold.
        list[0] = [45_000_999, uint256(5e6)];
        assertEq(buy(summed(Tariffs.draft().whole("energy", list, 1), hex"01"), 300e6, 0).wh, 45 * KWH);
    }

    function test_FreeEnergyHasNoEnd() public {
        assertEq(buy(bands(1, 0, 100 * MICRO, 2e6), 4e6, 0).wh, 102 * KWH);
        // No money buys what is free.
        assertEq(buy(bands(1, 0, 100 * MICRO, 2e6), 0, 0).wh, 100 * KWH);
        bytes memory program = bands(1, 2e6, 100 * MICRO, 0);
        assertEq(buy(program, 199_999_999, 0).wh, 99_999);
        // 200 just reaches it.
        vm.expectRevert(abi.encodeWithSelector(IPrepaidUnits.FreeEnergy.selector, 100 * MICRO));
        buy(program, 200e6, 0);
    }

    function test_APriceThatFallsIsRefusedOnceItIsReached() public {
        bytes memory program = bands(2, 5e6, 100 * MICRO, 4e6);
        assertEq(buy(program, 5e6, 0).wh, KWH);
        vm.expectRevert(abi.encodeWithSelector(IPrepaidUnits.FallingPrice.selector, 100 * MICRO));
        buy(program, 600e6, 0);
    }

    /// @dev 5 a kWh, less 1.
    function test_AChargeThatTheTotalSubtracts() public view {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        draft.energy("back", Tariffs.bands(Tariffs.OPEN, 1e6), 3, 0, 0);
        assertEq(buy(summed(draft, hex"0182"), 400e6, 0).wh, 100 * KWH);
    }

    function test_APercentageOnTop() public view {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        bytes memory program = summed(draft.percent("duty", 50_000, hex"01", 0), hex"0102");
        assertEq(buy(program, 525e6, 0).wh, 100 * KWH);
    }

    /// @dev 220 for 100 kWh, 110 more for having passed them, then 3.30 each.
    function test_APercentageOfAStep() public view {
        uint256[2][] memory list = new uint256[2][](2);
        (list[0], list[1]) = ([100 * MICRO, 2e6], [Tariffs.OPEN, 3e6]);
        Tariffs.Draft memory draft = Tariffs.draft().whole("energy", list, 3);
        bytes memory program = summed(draft.percent("duty", 100_000, hex"01", 0), hex"0102");
        IPrepaidUnits.Purchase memory purchase = buy(program, 330e6, 0);
        assertEq(purchase.wh, 100 * KWH);
        assertEq(purchase.left, 110e6);
        assertEq(buy(program, 333.3e6, 0).wh, 101 * KWH);
    }

    /// @dev A millionth a kWh and half of it again: nothing is cut off.
    function test_APercentageOfTheLeastRate() public view {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 1), 3, 0, 0);
        bytes memory program = summed(draft.percent("duty", 500_000, hex"01", 0), hex"0102");
        assertEq(buy(program, 150, 0).wh, 100 * KWH);
    }

    function test_ABrokenProgram() public {
        vm.expectRevert();
        buy(hex"00", 1, 0);
    }

    /// @dev One that could be read, but not published.
    function test_AProgramThatMayNotBePublished() public {
        bytes memory program = Tariffs.flatFive();
        program[31] = 0x01;
        vm.expectPartialRevert(ITariffBook.BadProgram.selector);
        buy(program, 1, 0);
    }

    function test_PercentagesSixDeep() public {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        bytes memory program;
        for (uint8 i = 1; i <= 6; ++i) {
            if (i == 6) program = summed(draft, bytes32(bytes1(i)));
            draft = draft.percent(string(abi.encodePacked("p", bytes1(96 + i))), 1_000_000, bytes32(bytes1(i)), 0);
        }
        assertEq(buy(program, 500e6, 0).wh, 100 * KWH);
        program = summed(draft, hex"07");
        vm.expectRevert(ITariffBook.TooLarge.selector);
        buy(program, 1, 0);
    }

    /// @dev 16 of 100, then 2.4 % of 84 rounded up to 2.02: 81.98 buy 16.396 kWh at 5.
    function test_DeductsFirst() public {
        bytes memory program = deducting();
        IPrepaidUnits.Purchase memory purchase = buy(program, 100e6, 0);
        assertEq(purchase.wh, 16_396);
        assertEq(purchase.deductions.length, 2);
        assertEq(purchase.deductions[0], 16e6);
        assertEq(purchase.deductions[1], 2_020_000);
        assertEq(buy(program, 16e6, 0).wh, 0);
        vm.expectRevert(abi.encodeWithSelector(IPrepaidUnits.BelowDeductions.selector, 15e6, 16e6));
        buy(program, 15e6, 0);
    }

    function test_RoundsUnitsAsTheTariffSays() public view {
        // 1 buys 0.2 kWh at 5; 0.001 more than 0.2 is 0.2002.
        assertEq(buy(rounded(1, 10), 1_001_000, 0).wh, 200);
        assertEq(buy(rounded(1, 10), 1_025_000, 0).wh, 210);
        assertEq(buy(rounded(2, 10), 1_049_999, 0).wh, 200);
        assertEq(buy(rounded(3, 10), 1_000_001, 0).wh, 210);
        // Nor does rounding up reach beyond what is sold.
        assertEq(buy(roundedUpTo45(), 300e6, 0).wh, 45 * KWH);
    }

    /// @dev 5 per kWh; above 100 and up to 200 kWh of the total 1 more for each; from 300 on nothing is sold.
    function test_ChargesThatApplyToSomeConsumption() public {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(300 * MICRO, 5e6), 3, 0, 0);
        draft.add(
            "more",
            Tariffs.head(1, 8, 3, 1, 0, 0, 0),
            abi.encode(100 * MICRO << 192 | 200 * MICRO << 128 | 3 << 48),
            Tariffs.packBands(Tariffs.bands(Tariffs.OPEN, 1e6))
        );
        draft.fixedCharge("fixed", 70e6, 6, 3, 0);
        bytes memory program = summed(draft, hex"010203");
        assertEq(buy(program, 500e6, 0).wh, 100 * KWH);
        // The surcharge on the first 100 steps in at once.
        assertEq(buy(program, 599e6, 0).left, 99e6);
        assertEq(buy(program, 606e6, 0).wh, 101 * KWH);
        // Beyond 200 kWh it would fall away.
        vm.expectRevert(abi.encodeWithSelector(IPrepaidUnits.FallingPrice.selector, 200 * MICRO));
        buy(program, 2000e6, 0);
        assertEq(buy(program, 2000e6, 250 * KWH).wh, 50 * KWH);
    }

    /// @dev Limits of 1 and 1.4 kWh, rounded to whole kWh, leave nothing between them: the charge never applies.
    function test_LimitsThatRoundTogether() public view {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        uint256 whole = (uint256(1) << 64 | MICRO) << 56;
        draft.add(
            "never",
            Tariffs.head(1, 8, 3, 1, 0, 0, 0),
            abi.encode(MICRO << 192 | 1_400_000 << 128 | whole | 3 << 48),
            Tariffs.packBands(Tariffs.bands(Tariffs.OPEN, 1e6))
        );
        assertEq(buy(summed(draft, hex"0102"), 500e6, 0).wh, 100 * KWH);
    }

    /// @dev What is bought is covered; a watt-hour more is not.
    function testFuzz_TheInverseOfThePrice(uint64 amount, uint64 already, uint32 first, uint32 more, bool whole)
        public
        view
    {
        amount = uint64(bound(amount, 0, 5000e6));
        already = uint64(bound(already, 0, 700 * KWH));
        first = uint32(bound(first, 100_000, 20e6));
        more = uint32(bound(more, 0, 20e6));
        bytes memory program = bands(whole ? 2 : 1, first, 222_500_000, uint256(first) + more);
        IPrepaidUnits.Purchase memory purchase = buy(program, amount, already);
        uint256 before = price(program, already);
        uint256 wh = already + purchase.wh;
        // A bill rounds its lines to millionths.
        assertLe(price(program, wh) - before + purchase.left, uint256(amount) + 2);
        assertGt(price(program, wh + 1) - before + 2, amount);
    }

    function buy(bytes memory program, uint64 amount, uint64 already)
        private
        view
        returns (IPrepaidUnits.Purchase memory)
    {
        return units.preview(program, amount, already);
    }

    function price(bytes memory program, uint256 wh) private view returns (uint256) {
        ITariffBook.Usage memory usage;
        (usage.wh, usage.fromDay, usage.toDay) = (uint64(wh), 1, 2);
        return uint256(book.preview(program, usage).total);
    }

    /// @dev 5 per kWh after two deductions.
    function deducting() private pure returns (bytes memory) {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        draft.charges = bytes.concat(
            draft.charges,
            bytes32(uint256(1) << 248 | uint256(16e6) << 184),
            bytes32(uint256(2) << 248 | uint256(24_000) << 184 | (uint256(3) << 64 | 10_000) << 112)
        );
        draft.labels =
            bytes.concat(draft.labels, Tariffs.text("fee"), Tariffs.text(""), Tariffs.text("tax"), Tariffs.text(""));
        draft.flags = 4;
        bytes memory program = summed(draft, hex"01");
        program[3] = 0x02;
        return program;
    }

    /// @dev 5 per kWh, units rounded to a step of Wh.
    function rounded(uint8 mode, uint8 step) private pure returns (bytes memory) {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        draft.flags = 4;
        bytes memory program = summed(draft, hex"01");
        (program[54], program[58]) = (bytes1(mode), bytes1(step));
        return program;
    }

    /// @dev 5 per kWh up to 45 kWh, units rounded up to 10 Wh.
    function roundedUpTo45() private pure returns (bytes memory) {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(45 * MICRO, 5e6), 3, 0, 0);
        draft.flags = 4;
        bytes memory program = summed(draft, hex"01");
        (program[54], program[58]) = (bytes1(0x03), bytes1(0x0a));
        return program;
    }

    function summed(Tariffs.Draft memory draft, bytes32 totalOf) private pure returns (bytes memory) {
        draft.totalOf = totalOf;
        return draft.build();
    }

    /// @param kind 1 telescopic, 2 whole.
    function bands(uint256 kind, uint256 below, uint256 limit, uint256 above) private pure returns (bytes memory) {
        uint256[2][] memory list = new uint256[2][](2);
        list[0] = [limit, below];
        list[1] = [Tariffs.OPEN, above];
        Tariffs.Draft memory draft = Tariffs.draft();
        draft = kind == 2 ? draft.whole("energy", list, 1) : draft.energy("energy", list, 1, 0, 0);
        return summed(draft, hex"01");
    }
}
