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
    }

    function test_StopsBeforeAStepThatIsNotCovered() public view {
        bytes memory program = bands(2, 2e6, 100 * MICRO, 3e6);
        // 200 buys 100 kWh; the next would cost 100 more for having passed them.
        IPrepaidUnits.Purchase memory purchase = buy(program, 300e6, 0);
        assertEq(purchase.wh, 100 * KWH);
        assertEq(purchase.left, 100e6);
        assertEq(buy(program, 303e6, 0).wh, 101 * KWH);
    }

    function test_StopsWhereTheLastBandEnds() public {
        uint256[2][] memory list = new uint256[2][](1);
        list[0] = [45 * MICRO, 5e6];
        bytes memory program = summed(Tariffs.draft().whole("energy", list, 1), hex"01");
        IPrepaidUnits.Purchase memory purchase = buy(program, 300e6, 0);
        assertEq(purchase.wh, 45 * KWH);
        assertEq(purchase.left, 75e6);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.AboveLastBand.selector, 45_001));
        buy(program, 1, 45_001);
    }

    function test_FreeEnergyHasNoEnd() public {
        assertEq(buy(bands(1, 0, 100 * MICRO, 2e6), 4e6, 0).wh, 102 * KWH);
        vm.expectRevert(abi.encodeWithSelector(IPrepaidUnits.FreeEnergy.selector, 100 * MICRO));
        buy(bands(1, 2e6, 100 * MICRO, 0), 1000e6, 0);
    }

    function test_APriceThatFallsIsRefusedOnceItIsReached() public {
        bytes memory program = bands(2, 5e6, 100 * MICRO, 4e6);
        assertEq(buy(program, 5e6, 0).wh, KWH);
        vm.expectRevert(abi.encodeWithSelector(IPrepaidUnits.FallingPrice.selector, 100 * MICRO));
        buy(program, 600e6, 0);
    }

    function test_APercentageOnTop() public view {
        Tariffs.Draft memory draft = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        bytes memory program = summed(draft.percent("duty", 50_000, hex"01", 0), hex"0102");
        assertEq(buy(program, 525e6, 0).wh, 100 * KWH);
    }

    function test_ABrokenProgram() public {
        vm.expectRevert();
        buy(hex"00", 1, 0);
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
