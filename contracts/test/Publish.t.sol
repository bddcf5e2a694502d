// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Book, Contracts} from "./utils/Contracts.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Tariffs} from "./utils/Tariffs.sol";

contract PublishTest is BillingTest {
    using Tariffs for Tariffs.Draft;

    uint16 private constant NEW = 700;
    uint16 private constant FIRST = START_DAY + 30;

    function test_PublishesAVersion() public {
        address store = vm.computeCreateAddress(address(book), vm.getNonce(address(book)));
        vm.expectEmit(address(book));
        emit ITariffBook.TariffPublished(NEW, 1, FIRST, store);
        assertEq(publish(NEW, FIRST, Tariffs.flatFive()), 1);

        ITariffBook.Version[] memory versions = book.versions(NEW);
        assertEq(versions.length, 1);
        assertEq(versions[0].program, store);
        assertEq(versions[0].startDay, FIRST);
        assertEq(book.program(NEW, 1), Tariffs.flatFive());
        // Stored as code that never runs, behind a zero byte.
        assertEq(store.code, bytes.concat(hex"00", Tariffs.flatFive()));
        uint16[] memory categories = book.categories();
        assertEq(categories.length, 3);
        assertEq(categories[2], NEW);
    }

    function test_TheNextVersionFollowsTheLast() public {
        publish(FLAT, FIRST, OtherTariffs.flat(6e6, 15));
        assertEq(publish(FLAT, FIRST + 1, OtherTariffs.flat(7e6, 15)), 3);
        assertEq(book.versions(FLAT).length, 3);
        assertEq(book.categories().length, 2);
        assertEq(book.program(FLAT, 1), Tariffs.flatFive());
        assertEq(book.program(FLAT, 3), OtherTariffs.flat(7e6, 15));
    }

    function test_TheLargestCategory() public {
        assertEq(publish(type(uint16).max, FIRST, Tariffs.flatFive()), 1);
        assertEq(book.versions(type(uint16).max).length, 1);
    }

    function test_TheVersionInForce() public {
        publish(FLAT, FIRST, OtherTariffs.flat(6e6, 15));
        publish(FLAT, FIRST + 10, OtherTariffs.flat(7e6, 15));
        inForce(START_DAY, 1, START_DAY, FIRST);
        inForce(FIRST - 1, 1, START_DAY, FIRST);
        inForce(FIRST, 2, FIRST, FIRST + 10);
        inForce(FIRST + 9, 2, FIRST, FIRST + 10);
        inForce(FIRST + 10, 3, FIRST + 10, type(uint16).max);
        inForce(type(uint16).max, 3, FIRST + 10, type(uint16).max);
    }

    function testFuzz_TheVersionInForceAmongMany(uint8 count, uint16 day) public {
        uint256 versions = bound(count, 1, 20);
        for (uint16 i; i < versions; ++i) {
            publish(NEW, FIRST + i * 7, Tariffs.flatFive());
        }
        day = uint16(bound(day, FIRST, FIRST + 160));
        (uint16 version,, uint16 startDay, uint16 endDay) = book.versionOn(NEW, day);
        uint256 expected = (day - FIRST) / 7 + 1;
        assertEq(version, expected < versions ? expected : versions);
        assertLe(startDay, day);
        assertGt(endDay, day);
    }

    function test_BeforeTheFirstVersion() public {
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.NoTariffInForce.selector, FLAT, START_DAY - 1));
        book.versionOn(FLAT, START_DAY - 1);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.NoTariffInForce.selector, 9, START_DAY));
        book.versionOn(9, START_DAY);
    }

    function test_AnUnknownVersion() public {
        uint16[3] memory categories = [FLAT, FLAT, 9];
        uint16[3] memory versions = [uint16(0), 2, 1];
        for (uint256 i; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ITariffBook.UnknownVersion.selector, categories[i], versions[i]));
            book.program(categories[i], versions[i]);
        }
        assertEq(book.versions(9).length, 0);
    }

    // ------------------------------------------------------------------ notice

    function test_TheEarliestStartIsTheFirstMidnightAfterTheNoticePeriod() public {
        vm.warp(START);
        assertEq(book.earliestStartDay(), FIRST);
        vm.warp(START + 1);
        assertEq(book.earliestStartDay(), FIRST + 1);
        vm.warp(START + 1 days);
        assertEq(book.earliestStartDay(), FIRST + 1);
    }

    function test_TheEarliestStartWestOfGreenwich() public {
        Book west = Contracts.book(admin, "USD", 0, -5 hours);
        // 1 January 2024 05:00 UTC is midnight there.
        vm.warp(1_704_085_200);
        assertEq(west.earliestStartDay(), START_DAY);
        vm.warp(1_704_085_201);
        assertEq(west.earliestStartDay(), START_DAY + 1);
    }

    function test_ADayTooSoon() public {
        refused(FLAT, FIRST - 1, Tariffs.flatFive(), startsTooSoon(FIRST - 1, FIRST));
    }

    function test_InThePast() public {
        refused(FLAT, 0, Tariffs.flatFive(), startsTooSoon(0, FIRST));
    }

    function test_OnTheDayOfTheLastVersion() public {
        publish(FLAT, FIRST + 5, Tariffs.flatFive());
        refused(
            FLAT,
            FIRST + 5,
            Tariffs.flatFive(),
            abi.encodeWithSelector(ITariffBook.StartsBeforeLastVersion.selector, FIRST + 5, FIRST + 5)
        );
    }

    function test_BeforeTheLastVersion() public {
        publish(FLAT, FIRST + 5, Tariffs.flatFive());
        refused(
            FLAT,
            FIRST + 4,
            Tariffs.flatFive(),
            abi.encodeWithSelector(ITariffBook.StartsBeforeLastVersion.selector, FIRST + 4, FIRST + 5)
        );
    }

    // ------------------------------------------------------------------ refusals

    function test_CategoryZero() public {
        refused(0, FIRST, Tariffs.flatFive(), abi.encodeWithSelector(ITariffBook.CategoryIsZero.selector));
    }

    function test_AnotherCurrency() public {
        Tariffs.Draft memory d = Tariffs.draft();
        d.currency = "USD";
        Tariffs.energy(d, "energy", Tariffs.bands(Tariffs.OPEN, 5e6), 1, 0, 0);
        d.totalOf = hex"01";
        refused(
            FLAT,
            FIRST,
            Tariffs.build(d),
            abi.encodeWithSelector(ITariffBook.WrongCurrency.selector, bytes3("USD"), bytes3("INR"))
        );
    }

    function test_AProgramThatIsNone() public {
        refused(
            FLAT, FIRST, hex"01", abi.encodeWithSelector(ITariffBook.BadProgram.selector, 0, ITariffBook.Flaw.Length)
        );
    }

    function test_TheLongestProgramThatContractCodeHolds() public {
        bytes memory program = ofLength(24_575);
        publish(NEW, FIRST, program);
        assertEq(book.program(NEW, 1), program);
    }

    function test_AProgramLongerThanContractCode() public {
        bytes memory program = ofLength(24_576);
        vm.expectPartialRevert(ITariffBook.BadProgram.selector);
        vm.prank(tariffOfficer);
        book.publish(NEW, FIRST, program);
    }

    /// @dev A flat tariff whose label is as long as that takes.
    function ofLength(uint256 length) private pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 3, 0, 0);
        d.totalOf = hex"01";
        bytes memory label = new bytes(length - d.build().length + 6);
        for (uint256 i; i < label.length; ++i) {
            label[i] = "x";
        }
        d.labels = bytes.concat(Tariffs.text("energy"), Tariffs.text(string(label)));
        return d.build();
    }

    function test_NothingPublishedChanges() public {
        address store = book.versions(FLAT)[0].program;
        publish(NEW, FIRST, Tariffs.flatFive());
        publish(FLAT, FIRST, OtherTariffs.flat(9e6, 15));
        assertEq(book.versions(FLAT)[0].program, store);
        assertEq(book.versions(FLAT)[0].startDay, START_DAY);
        assertEq(book.program(FLAT, 1), Tariffs.flatFive());
    }

    function inForce(uint16 day, uint16 version, uint16 startDay, uint16 endDay) private view {
        (uint16 v, address store, uint16 s, uint16 e) = book.versionOn(FLAT, day);
        assertEq(v, version);
        assertEq(store, book.versions(FLAT)[version - 1].program);
        assertEq(s, startDay);
        assertEq(e, endDay);
    }

    function publish(uint16 category, uint16 startDay, bytes memory program) private returns (uint16) {
        vm.prank(tariffOfficer);
        return book.publish(category, startDay, program);
    }

    function refused(uint16 category, uint16 startDay, bytes memory program, bytes memory reason) private {
        bytes memory before = abi.encode(book.categories(), book.versions(category));
        vm.prank(tariffOfficer);
        (bool done, bytes memory answer) =
            address(book).call(abi.encodeCall(book.publish, (category, startDay, program)));
        assertFalse(done);
        assertEq(answer, reason);
        assertEq(abi.encode(book.categories(), book.versions(category)), before);
    }

    function startsTooSoon(uint16 startDay, uint16 earliest) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ITariffBook.StartsTooSoon.selector, startDay, earliest);
    }
}
