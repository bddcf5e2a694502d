// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BillingTest} from "../test/utils/BillingTest.sol";
import {Tariffs} from "../test/utils/Tariffs.sol";

/// @dev Gas of the hot paths on connections that already have history and are paid up, APDCL Domestic A. The bars are design.md's; the snapshots are committed.
contract GasTest is BillingTest {
    using Tariffs for Tariffs.Draft;

    uint256 private constant BATCH = 200;
    uint64 private constant FIRST = 81_000_000_001;

    uint256[] private rows;
    uint256[] private numbers;

    function setUp() public override {
        super.setUp();
        for (uint64 i; i < BATCH; ++i) {
            registerConnection(FIRST + i, holder, APDCL);
            numbers.push(FIRST + i);
        }
        for (uint256 month = 1; month <= 2; ++month) {
            goToDay(month * 31);
            month_(month);
            vm.prank(reader);
            billing.recordReadings(rows);
            vm.prank(operator);
            billing.issueBills(numbers);
            for (uint64 i; i < BATCH; ++i) {
                pay(holder, FIRST + i, arrears(FIRST + i));
            }
        }
        vm.prank(admin);
        billing.grantRole(keccak256("READER_ROLE"), operator);
        goToDay(93);
        month_(3);
    }

    /// @dev Rows of the month: 150 to 400 kWh each.
    function month_(uint256 month) private {
        delete rows;
        for (uint64 i; i < BATCH; ++i) {
            rows.push(row(FIRST + i, month * (150_123 + uint256(i) * 1250), START + month * 31 days));
        }
    }

    function test_reading() public {
        vm.prank(reader);
        uint256 recorded = billing.recordReadings(rows);
        check("reading, batch of 200", vm.snapshotGasLastCall("Reading", "batch of 200") / BATCH, 8300);
        assertEq(recorded, BATCH);
    }

    function test_bill() public {
        vm.prank(reader);
        billing.recordReadings(rows);
        vm.prank(operator);
        uint256 issued = billing.issueBills(numbers);
        check("bill, batch of 200", vm.snapshotGasLastCall("Bill", "batch of 200") / BATCH, 20_000);
        assertEq(issued, BATCH);
    }

    /// @dev On top of arrears, with a surcharge, for the second time.
    function test_lateBill() public {
        vm.prank(reader);
        billing.recordReadings(rows);
        vm.prank(operator);
        billing.issueBills(numbers);
        goToDay(124);
        month_(4);
        vm.prank(reader);
        billing.recordReadings(rows);
        vm.prank(operator);
        billing.issueBills(numbers);
        goToDay(155);
        month_(5);
        vm.prank(reader);
        billing.recordReadings(rows);
        vm.prank(operator);
        uint256 issued = billing.issueBills(numbers);
        check("late bill, batch of 200", vm.snapshotGasLastCall("LateBill", "batch of 200") / BATCH, 47_000);
        assertEq(issued, BATCH);
    }

    function test_readingAndBill() public {
        vm.prank(operator);
        (uint256 recorded, uint256 issued) = billing.recordAndBill(rows);
        check(
            "reading and bill, batch of 200", vm.snapshotGasLastCall("ReadingAndBill", "batch of 200") / BATCH, 22_500
        );
        assertEq(recorded + issued, 2 * BATCH);
    }

    function test_payment() public {
        vm.prank(stranger);
        billing.pay{value: 100 * RUPEE * UNIT}(FIRST, 100 * RUPEE);
        check("payment", vm.snapshotGasLastCall("Payment", "of a part"), 31_000);
    }

    /// @dev The bound of a bill's gas: a tariff as long as a contract's code can be, five tables of 250 bands, and as many lines rounded by a percentage as may be.
    function test_theLongestTariff() public {
        bytes memory program = longest();
        vm.startPrank(tariffOfficer);
        uint16 start = book.earliestStartDay();
        book.publish(99, start, program);
        vm.stopPrank();
        uint256[] memory list = new uint256[](1);
        list[0] = uint256(start + 400) << 192 | uint256(99) << 176 | uint256(5000) << 144 | uint256(start) << 128 | 9e9;
        uint256 result = book.totals(list)[0];
        check("a bill by the longest tariff", vm.snapshotGasLastCall("Bill", "by the longest tariff"), 8_000_000);
        assertGt(uint64(result), 0);
    }

    function longest() private pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft();
        uint256[2][] memory list = new uint256[2][](250);
        for (uint256 i; i < 250; ++i) {
            list[i] = [(i + 1) * 1e6, 1e6 + i];
        }
        list[249][0] = Tariffs.OPEN;
        string[5] memory ids = ["a", "b", "c", "d", "e"];
        for (uint256 i; i < 5; ++i) {
            d.energy(ids[i], list, 5, Tariffs.PAISA, Tariffs.PAISA);
        }
        d.add(
            "p",
            Tariffs.head(4, 32, 3, 0, 0, Tariffs.PAISA, 50_000),
            hex"0100000000000000000000000000000000000000000000000000000000000000",
            ""
        );
        d.flags = 8;
        d.totalOf = hex"010203040506";
        return d.build();
    }

    function check(string memory what, uint256 gas, uint256 bar) private {
        emit log_named_uint(what, gas);
        assertLe(gas, bar, what);
    }
}
