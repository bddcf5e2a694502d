// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Vm} from "forge-std/Vm.sol";

contract IssueBillsTest is BillingTest {
    uint256[] private numbers;

    function setUp() public override {
        super.setUp();
        for (uint64 i; i < 4; ++i) {
            registerConnection(HOME + i, holder, i % 2 == 0 ? FLAT : APDCL);
        }
        goToDay(31);
        for (uint64 i; i < 3; ++i) {
            readOn(31, HOME + i, uint48(500_000 + i * 10_000));
        }
    }

    function test_IssuesAll() public {
        numbers = [HOME, HOME + 2];
        ExpectedBill memory expected = firstBill(31, 500_000);
        expectBill(expected);
        (expected.connection, expected.closing) = (HOME + 2, 520_000);
        (expected.amount, expected.chargedAfter) = (2600 * RUPEE, 2600 * RUPEE);
        expectBill(expected);
        assertEq(issue(), 2);
        assertTotals(4, 1_020_000, 5100 * RUPEE, 0, 0);
        assertEq(arrears(HOME), 2500 * RUPEE);
        assertEq(arrears(HOME + 2), 2600 * RUPEE);
    }

    function test_ARunBillsWhatSingleCallsBill() public {
        for (uint64 i; i < 3; ++i) {
            numbers.push(HOME + i);
        }
        uint256 snapshot = vm.snapshotState();
        for (uint64 i; i < 3; ++i) {
            issueBill(HOME + i);
        }
        bytes memory singly = abi.encode(billing.connections(0, 10), billing.totals());
        vm.revertToState(snapshot);
        assertEq(issue(), 3);
        assertEq(abi.encode(billing.connections(0, 10), billing.totals()), singly);
    }

    function test_SkipsAndReportsThoseThatCannotBeBilled() public {
        // Not read, unknown, not a number, billed by the row before.
        numbers = [HOME, HOME + 3, 7, uint256(1) << 64 | HOME, HOME, HOME + 1, type(uint256).max];
        bytes[] memory reasons = new bytes[](7);
        for (uint256 i = 1; i < 7; ++i) {
            reasons[i] = singleCallsRevert(numbers[i]);
        }
        reasons[4] =
            abi.encodeWithSelector(IElectricityBilling.NothingToBill.selector, HOME, START_DAY + 31, START_DAY + 31);

        vm.recordLogs();
        assertEq(issue(), 2);
        Vm.Log[] memory logs = vm.getRecordedLogs();

        assertEq(logs.length, 7, "one event a row");
        for (uint256 i; i < 7; ++i) {
            assertEq(uint256(logs[i].topics[1]), uint64(numbers[i]), "which connection");
            if (i == 0 || i == 5) {
                assertEq(logs[i].topics[0], IElectricityBilling.BillIssued.selector);
            } else {
                assertEq(logs[i].topics[0], IElectricityBilling.BillRejected.selector);
                assertEq(abi.decode(logs[i].data, (bytes)), reasons[i], "why");
            }
        }
        assertEq(billing.connection(HOME).bills, 1);
        assertEq(billing.connection(HOME + 1).bills, 1);
        assertEq(billing.connection(HOME + 3).bills, 0);
    }

    function test_TheSameRunAgainChangesNothing() public {
        for (uint64 i; i < 3; ++i) {
            numbers.push(HOME + i);
        }
        assertEq(issue(), 3);
        bytes memory before = abi.encode(billing.connections(0, 10), billing.totals());
        goToDay(32);
        vm.recordLogs();
        assertEq(issue(), 0);
        assertEq(vm.getRecordedLogs().length, 3);
        assertEq(abi.encode(billing.connections(0, 10), billing.totals()), before);
    }

    /// @dev Of a connection that has used nothing: the row's energy doesn't tell that it is billed.
    function test_TwiceInARunIsBilledOnce() public {
        registerConnection(HOME + 4, holder, FLAT);
        readOn(31, HOME + 4, 0);
        numbers = [HOME + 4, HOME + 4];
        vm.expectEmit(address(billing));
        emit IElectricityBilling.BillRejected(
            HOME + 4,
            abi.encodeWithSelector(IElectricityBilling.NothingToBill.selector, HOME + 4, START_DAY + 31, START_DAY + 31)
        );
        assertEq(issue(), 1);
        assertEq(billing.connection(HOME + 4).bills, 1);
    }

    function test_CollectsOnceAtTheEnd() public {
        pay(holder, HOME, 100 * RUPEE);
        pay(holder, HOME + 1, 5000 * RUPEE);
        for (uint64 i; i < 3; ++i) {
            numbers.push(HOME + i);
        }
        vm.recordLogs();
        assertEq(issue(), 3);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint64 second = billing.connection(HOME + 1).charged;
        assertEq(logs.length, 4);
        assertEq(logs[3].topics[0], IElectricityBilling.Collected.selector);
        assertEq(logs[3].data, abi.encode(100 * RUPEE + second, 100 * RUPEE + second));
        assertEq(billing.connection(HOME).collected, 100 * RUPEE);
        assertEq(billing.connection(HOME + 1).collected, second);
        assertEq(billing.connection(HOME + 2).collected, 0);
        assertEq(billing.totals().boardBalance, 100 * RUPEE + second);
    }

    /// @dev The same where arrears take the bills off the hot path.
    function test_CollectsOnceAtTheEndOnTopOfArrears() public {
        numbers = [HOME, HOME + 1];
        assertEq(issue(), 2);
        pay(holder, HOME, 100 * RUPEE);
        pay(holder, HOME + 1, 200 * RUPEE);
        goToDay(62);
        readOn(62, HOME, 600_000);
        readOn(62, HOME + 1, 600_000);
        vm.recordLogs();
        assertEq(issue(), 2);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        // The second bears surcharge.
        assertEq(logs.length, 4);
        assertEq(logs[3].topics[0], IElectricityBilling.Collected.selector);
        assertEq(logs[3].data, abi.encode(300 * RUPEE, 300 * RUPEE));
        assertEq(billing.connection(HOME).collected, 100 * RUPEE);
        assertEq(billing.connection(HOME + 1).collected, 200 * RUPEE);
    }

    /// @dev Above a closed last band, and a total below zero: a row alone is refused, never billed.
    function test_TariffsThatYieldNoBill() public {
        vm.warp(START - NOTICE - 1 days);
        vm.startPrank(tariffOfficer);
        book.publish(3, START_DAY, OtherTariffs.upToAHundred());
        book.publish(4, START_DAY, OtherTariffs.rebate());
        vm.stopPrank();
        goToDay(31);
        registerConnection(HOME + 4, holder, 3);
        registerConnection(HOME + 5, holder, 4);
        readOn(31, HOME + 4, 100_001);
        readOn(31, HOME + 5, 100_000);
        numbers = [HOME + 4, HOME + 5, HOME];
        for (uint256 i; i < 2; ++i) {
            bytes memory reason = singleCallsRevert(numbers[i]);
            vm.expectEmit(address(billing));
            emit IElectricityBilling.BillRejected(uint64(numbers[i]), reason);
        }
        assertEq(issue(), 1);
        assertEq(billing.connection(HOME + 4).charged, 0);
        assertEq(billing.connection(HOME + 5).charged, 0);
        assertTotals(6, 500_000, 2500 * RUPEE, 0, 0);
    }

    function test_AnEmptyRun() public {
        vm.recordLogs();
        assertEq(issue(), 0);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_ARunInWhichNothingIsIssued() public {
        numbers = [HOME + 3, 7];
        assertEq(issue(), 0);
        assertTotals(4, 0, 0, 0, 0);
    }

    function issue() private returns (uint256) {
        vm.prank(operator);
        return billing.issueBills(numbers);
    }

    function singleCallsRevert(uint256 number) private returns (bytes memory reason) {
        if (number >> 64 != 0) return abi.encodeWithSelector(IElectricityBilling.BadRow.selector, number);
        uint256 snapshot = vm.snapshotState();
        vm.prank(operator);
        (, reason) = address(billing).call(abi.encodeCall(billing.issueBill, (uint64(number))));
        vm.revertToState(snapshot);
    }

    /// @dev A number that could be a connection's, and one that could not.
    function test_TheLargestNumberIsOne() public {
        uint256[] memory list = new uint256[](2);
        (list[0], list[1]) = (type(uint64).max, uint256(type(uint64).max) + 1);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.BillRejected(type(uint64).max, unknown(type(uint64).max));
        vm.expectEmit(address(billing));
        emit IElectricityBilling.BillRejected(
            0, abi.encodeWithSelector(IElectricityBilling.BadRow.selector, uint256(type(uint64).max) + 1)
        );
        vm.prank(operator);
        assertEq(billing.issueBills(list), 0);
    }

    function test_ABookThatFails() public {
        vm.mockCallRevert(address(book), abi.encodeWithSelector(ITariffBook.totals.selector), "out of order");
        uint256[] memory list = new uint256[](1);
        list[0] = HOME;
        assertRefused(operator, abi.encodeCall(billing.issueBills, (list)), "out of order");
    }
}
