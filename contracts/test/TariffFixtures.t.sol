// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Book, Contracts} from "./utils/Contracts.sol";

/// @dev Bills that electricity boards have printed, and points of the same tariffs computed apart, billed by the contract.
/// script/fixtures.ts makes the file from test-data.
contract TariffFixturesTest is BillingTest {
    struct InForce {
        uint16 fromDay;
        uint256 program;
    }

    struct Given {
        int256 amount;
    }

    /// @dev A printed figure, and what its last digit counts.
    struct Printed {
        string id;
        int256 amount;
        int256 digit;
    }

    struct RealBill {
        string id;
        string currency;
        InForce[] versions;
        uint64 wh;
        uint32 loadW;
        uint16 fromDay;
        uint16 toDay;
        int64 carried;
        Given[] adjustments;
        int256 total;
        int256 carriedAfter;
        bool carries;
        Printed[] items;
    }

    string private constant BILL = "RealBill(string id,string currency,InForce[] versions,uint64 wh,uint32 loadW,uint16 fromDay,uint16 toDay,int64 carried,"
        "Given[] adjustments,int256 total,int256 carriedAfter,bool carries,Printed[] items)"
        "Given(int256 amount)InForce(uint16 fromDay,uint256 program)Printed(string id,int256 amount,int256 digit)";

    bytes[] private programs;
    mapping(bytes3 currency => Book) private books;
    uint16 private categories;

    function test_EveryBill() public {
        string memory json = vm.readFile("contracts/test/fixtures/bills.json");
        programs = vm.parseJsonBytesArray(json, ".programs");
        RealBill[] memory bills = abi.decode(vm.parseJsonTypeArray(json, ".bills", BILL), (RealBill[]));
        assertGt(bills.length, 90);
        // Every version starts after 1 January 1970.
        vm.warp(0);
        for (uint256 i; i < bills.length; ++i) {
            RealBill memory bill = bills[i];
            Book book = bookOf(bytes3(bytes(bill.currency)));
            uint16 category = publish(book, bill.versions);
            ITariffBook.Usage memory usage = usageOf(bill);
            check(bill, book.quote(category, usage));
            checkRow(bill, book, category, usage);
            if (bill.versions.length == 1) check(bill, book.preview(programs[bill.versions[0].program], usage));
        }
    }

    function check(RealBill memory bill, ITariffBook.Quote memory quote) private pure {
        assertEq(quote.total, bill.total, bill.id);
        if (bill.carries) assertEq(quote.carried, bill.carriedAfter, string.concat(bill.id, ": carried"));
        for (uint256 i; i < bill.items.length; ++i) {
            Printed memory item = bill.items[i];
            int256 amount = amountOf(quote.items, item.id);
            assertEq(roundHalfUp(amount, item.digit), item.amount, string.concat(bill.id, ": ", item.id));
        }
    }

    /// @dev A billing run, which knows neither adjustments nor what was carried, bills the same.
    function checkRow(RealBill memory bill, Book book, uint16 category, ITariffBook.Usage memory usage) private view {
        for (uint256 i; i < usage.adjustments.length; ++i) {
            if (usage.adjustments[i] != 0) return;
        }
        if (usage.carried != 0 || bill.total < 0) return;
        uint256[] memory rows = new uint256[](1);
        rows[0] = tariffRow(category, usage);
        assertEq(uint64(book.totals(rows)[0]), uint256(bill.total), string.concat(bill.id, ": in a run"));
    }

    function amountOf(ITariffBook.Item[] memory items, string memory id) private pure returns (int256) {
        for (uint256 i; i < items.length; ++i) {
            if (keccak256(bytes(items[i].id)) == keccak256(bytes(id))) return items[i].amount;
        }
        revert(string.concat("not among the items: ", id));
    }

    function roundHalfUp(int256 amount, int256 digit) private pure returns (int256) {
        return (amount < 0 ? amount - digit / 2 : amount + digit / 2) / digit * digit;
    }

    function usageOf(RealBill memory bill) private pure returns (ITariffBook.Usage memory usage) {
        usage.adjustments = new int256[](bill.adjustments.length);
        for (uint256 i; i < bill.adjustments.length; ++i) {
            usage.adjustments[i] = bill.adjustments[i].amount;
        }
        (usage.wh, usage.loadW, usage.carried) = (bill.wh, bill.loadW, bill.carried);
        (usage.fromDay, usage.toDay) = (bill.fromDay, bill.toDay);
    }

    function publish(Book book, InForce[] memory versions) private returns (uint16) {
        ++categories;
        for (uint256 i; i < versions.length; ++i) {
            book.publish(categories, versions[i].fromDay, programs[versions[i].program]);
        }
        return categories;
    }

    function bookOf(bytes3 currency) private returns (Book) {
        if (address(books[currency]) == address(0)) {
            Book book = Contracts.book(address(this), currency, 0, 0);
            book.grantRole(book.TARIFF_OFFICER_ROLE(), address(this));
            books[currency] = book;
        }
        return books[currency];
    }
}
