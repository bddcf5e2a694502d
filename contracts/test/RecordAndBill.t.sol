// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Vm} from "forge-std/Vm.sol";

contract RecordAndBillTest is BillingTest {
    address private both = makeAddr("reader and operator");
    uint256[] private rows;

    function setUp() public override {
        super.setUp();
        vm.startPrank(admin);
        billing.grantRole(billing.READER_ROLE(), both);
        billing.grantRole(billing.OPERATOR_ROLE(), both);
        vm.stopPrank();
        for (uint64 i; i < 3; ++i) {
            registerConnection(HOME + i, holder, FLAT);
        }
        goToDay(31);
    }

    function test_DoesWhatTwoCallsDo() public {
        uint256[] memory numbers = new uint256[](3);
        for (uint64 i; i < 3; ++i) {
            rows.push(row(HOME + i, 500_000 + i, block.timestamp));
            numbers[i] = HOME + i;
        }
        uint256 snapshot = vm.snapshotState();
        vm.prank(reader);
        billing.recordReadings(rows);
        vm.prank(operator);
        billing.issueBills(numbers);
        bytes memory expected = abi.encode(billing.connections(0, 10), billing.totals());
        vm.revertToState(snapshot);

        (uint256 recorded, uint256 issued) = run();
        assertEq(recorded, 3);
        assertEq(issued, 3);
        assertEq(abi.encode(billing.connections(0, 10), billing.totals()), expected);
    }

    function test_ReportsReadingsAndThenBills() public {
        vm.prank(reader);
        billing.recordReading(HOME + 1, 0, uint32(START + 1 days));
        vm.prank(operator);
        billing.issueBill(HOME + 1);
        rows.push(row(HOME, 500_000, block.timestamp));
        rows.push(row(7, 500_000, block.timestamp));
        rows.push(row(HOME + 1, 400_000, START + 27 days));
        rows.push(row(HOME + 2, 300_000, block.timestamp));

        vm.recordLogs();
        (uint256 recorded, uint256 issued) = run();
        Vm.Log[] memory logs = vm.getRecordedLogs();

        assertEq(recorded, 3);
        assertEq(issued, 2);
        assertEq(logs.length, 7);
        assertEq(logs[0].topics[0], IElectricityBilling.ReadingRecorded.selector);
        assertEq(logs[1].topics[0], IElectricityBilling.ReadingRejected.selector);
        assertEq(abi.decode(logs[1].data, (bytes)), unknown(7));
        assertEq(logs[2].topics[0], IElectricityBilling.ReadingRecorded.selector);
        assertEq(logs[3].topics[0], IElectricityBilling.ReadingRecorded.selector);
        assertEq(logs[4].topics[0], IElectricityBilling.BillIssued.selector);
        // A refused reading is not billed; a reading stays where its bill is refused.
        assertEq(logs[5].topics[0], IElectricityBilling.BillRejected.selector);
        assertEq(
            abi.decode(logs[5].data, (bytes)),
            abi.encodeWithSelector(IElectricityBilling.PeriodNotOver.selector, HOME + 1, START_DAY + 27, START_DAY + 29)
        );
        assertEq(billing.connection(HOME + 1).register, 400_000);
        assertEq(billing.connection(HOME + 1).bills, 1);
        assertEq(logs[6].topics[0], IElectricityBilling.BillIssued.selector);
        assertEq(arrears(HOME), 2500 * RUPEE);
        assertEq(arrears(HOME + 2), 1500 * RUPEE);
    }

    function test_AConnectionWhoseReadingIsRefusedKeepsItsUnbilledUnits() public {
        readOn(30, HOME, 400_000);
        rows.push(row(HOME, 399_999, block.timestamp));
        (uint256 recorded, uint256 issued) = run();
        assertEq(recorded + issued, 0);
        assertEq(billing.connection(HOME).bills, 0);
        assertEq(issueBill(HOME), 2000 * RUPEE);
    }

    function test_TheSameConnectionTwiceIsBilledOnceForAll() public {
        rows.push(row(HOME, 300_000, START + 28 days));
        rows.push(row(HOME, 500_000, START + 31 days));
        vm.recordLogs();
        (uint256 recorded, uint256 issued) = run();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(recorded, 2);
        assertEq(issued, 1);
        // The first row's bill is the second's: it is no refusal.
        assertEq(logs.length, 3);
        assertEq(logs[2].topics[0], IElectricityBilling.BillIssued.selector);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.bills, 1);
        assertEq(c.charged, 2500 * RUPEE);
        assertEq(c.billedRegister, 500_000);
    }

    /// @dev Two readings on the day of the registration: neither has a day to bill, and each is told so.
    function test_EachRowWithoutADayToBillIsReported() public {
        rows.push(row(HOME, 1, START + 1 hours));
        rows.push(row(HOME, 2, START + 2 hours));
        vm.recordLogs();
        (uint256 recorded, uint256 issued) = run();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(recorded, 2);
        assertEq(issued, 0);
        assertEq(logs.length, 4);
        for (uint256 i = 2; i < 4; ++i) {
            assertEq(logs[i].topics[0], IElectricityBilling.BillRejected.selector);
            assertEq(
                abi.decode(logs[i].data, (bytes)),
                abi.encodeWithSelector(IElectricityBilling.NothingToBill.selector, HOME, START_DAY, START_DAY)
            );
        }
    }

    function test_TheSameRowsAgainChangeNothing() public {
        rows.push(row(HOME, 500_000, block.timestamp));
        rows.push(row(HOME + 1, 400_000, block.timestamp));
        run();
        bytes memory before = abi.encode(billing.connections(0, 10), billing.totals());
        goToDay(32);
        (uint256 recorded, uint256 issued) = run();
        assertEq(recorded + issued, 0);
        assertEq(abi.encode(billing.connections(0, 10), billing.totals()), before);
    }

    function test_AnEmptyBatch() public {
        vm.recordLogs();
        (uint256 recorded, uint256 issued) = run();
        assertEq(recorded + issued, 0);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function run() private returns (uint256 recorded, uint256 issued) {
        vm.prank(both);
        return billing.recordAndBill(rows);
    }
}
