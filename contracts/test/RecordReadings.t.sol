// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Vm} from "forge-std/Vm.sol";

contract RecordReadingsTest is BillingTest {
    uint256[] private rows;

    function setUp() public override {
        super.setUp();
        for (uint64 i; i < 4; ++i) {
            registerConnection(HOME + i, holder, FLAT);
        }
        goToDay(31);
    }

    function test_RecordsAll() public {
        for (uint64 i; i < 4; ++i) {
            rows.push(row(HOME + i, 100_000 + i, START + 31 days - i));
            vm.expectEmit(address(billing));
            emit IElectricityBilling.ReadingRecorded(
                HOME + i, uint48(100_000 + i), uint32(START + 31 days - i), IElectricityBilling.ReadingKind.Actual, 1000
            );
        }
        assertEq(record(), 4);
        for (uint64 i; i < 4; ++i) {
            IElectricityBilling.Connection memory c = billing.connection(HOME + i);
            assertEq(c.register, 100_000 + i);
            assertEq(c.readAt, START + 31 days - i);
            assertEq(c.readingBlock, block.number);
        }
    }

    function test_SkipsAndReportsBadRows() public {
        readOn(20, HOME + 2, 50_000);
        rows.push(row(HOME, 100_000, block.timestamp));
        rows.push(row(7, 100_000, block.timestamp));
        rows.push(row(HOME + 1, 100_000, block.timestamp + 1));
        rows.push(row(HOME + 1, 2_232_001, block.timestamp));
        rows.push(row(HOME + 2, 49_999, block.timestamp));
        rows.push(row(HOME + 2, 50_000, START + 20 days));
        rows.push(row(HOME + 3, 100_000, block.timestamp) | 1 << 144);
        rows.push(row(HOME + 3, 100_000, block.timestamp) | 1 << 255);
        rows.push(row(HOME + 1, 2_232_000, block.timestamp));

        bytes[] memory reasons = new bytes[](rows.length);
        for (uint256 i; i < rows.length; ++i) {
            reasons[i] = singleCallsRevert(rows[i]);
        }

        vm.recordLogs();
        assertEq(record(), 2);
        Vm.Log[] memory logs = vm.getRecordedLogs();

        assertEq(logs.length, rows.length, "one event a row");
        assertEq(logs[0].topics[0], IElectricityBilling.ReadingRecorded.selector);
        assertEq(logs[8].topics[0], IElectricityBilling.ReadingRecorded.selector);
        for (uint256 i = 1; i < 8; ++i) {
            assertEq(logs[i].topics[0], IElectricityBilling.ReadingRejected.selector);
            assertEq(uint256(logs[i].topics[1]), uint64(rows[i]), "which connection");
            assertEq(abi.decode(logs[i].data, (bytes)), reasons[i], "why");
        }
        assertEq(billing.connection(HOME).register, 100_000);
        assertEq(billing.connection(HOME + 1).register, 2_232_000);
        assertEq(billing.connection(HOME + 2).register, 50_000);
        assertEq(billing.connection(HOME + 3).register, 0);
        assertEq(billing.connection(7).holder, address(0));
    }

    function test_TheSameRowsAgainChangeNothing() public {
        for (uint64 i; i < 4; ++i) {
            rows.push(row(HOME + i, 100_000 + i, block.timestamp));
        }
        rows.push(row(HOME, 99_000, block.timestamp));
        assertEq(record(), 4);
        bytes memory before = abi.encode(billing.connections(0, 10), billing.totals());
        vm.roll(block.number + 1);

        vm.recordLogs();
        assertEq(record(), 0);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 5);
        for (uint256 i; i < 4; ++i) {
            assertEq(
                abi.decode(logs[i].data, (bytes)),
                abi.encodeWithSelector(
                    IElectricityBilling.ReadingNotLater.selector, HOME + i, block.timestamp, block.timestamp
                )
            );
        }
        assertEq(abi.encode(billing.connections(0, 10), billing.totals()), before);
    }

    function test_TheSameConnectionTwice() public {
        rows.push(row(HOME, 100_000, START + 10 days));
        rows.push(row(HOME, 200_000, START + 20 days));
        rows.push(row(HOME, 150_000, START + 15 days));
        vm.expectEmit(address(billing));
        emit IElectricityBilling.ReadingRejected(
            HOME, abi.encodeWithSelector(IElectricityBilling.ReadingFalls.selector, HOME, 150_000, 200_000)
        );
        assertEq(record(), 2);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.register, 200_000);
        assertEq(c.readAt, START + 20 days);
    }

    function test_ALargeNumberInARowDoesNotReachAnotherConnection() public {
        registerConnection(type(uint64).max, holder, FLAT);
        rows.push(row(type(uint64).max, 100_000, block.timestamp));
        assertEq(record(), 1);
        assertEq(billing.connection(type(uint64).max).register, 100_000);
    }

    function test_AnEmptyBatch() public {
        vm.recordLogs();
        assertEq(record(), 0);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    /// @dev Whatever a row holds, a batch takes it exactly when a single call would, and reports what that would say.
    function testFuzz_ABatchIsAsStrictAsASingleCall(uint256 rubbish, uint48 register, uint32 readAt) public {
        registerConnection(uint64(bound(uint64(rubbish), HOME + 10, type(uint64).max)), holder, FLAT);
        register = uint48(bound(register, 0, 3_000_000));
        readAt = uint32(bound(readAt, START - 1 days, START + 32 days));
        rows.push(row(HOME, register, readAt) | (rubbish % 3 == 0 ? rubbish >> 144 << 144 : 0));
        rows.push(rubbish);
        for (uint256 i; i < rows.length; ++i) {
            bytes memory reason = singleCallsRevert(rows[i]);
            uint256[] memory batch = new uint256[](1);
            batch[0] = rows[i];
            vm.recordLogs();
            vm.prank(reader);
            uint256 recorded = billing.recordReadings(batch);
            assertEq(recorded, reason.length == 0 ? 1 : 0);
            Vm.Log memory log = vm.getRecordedLogs()[0];
            if (recorded == 0) assertEq(abi.decode(log.data, (bytes)), reason);
        }
    }

    function record() private returns (uint256) {
        vm.prank(reader);
        return billing.recordReadings(rows);
    }

    /// @dev What a single call would revert with; nothing for a row that is good. Only a batch has rows with bits to spare.
    function singleCallsRevert(uint256 row_) private returns (bytes memory reason) {
        if (row_ >> 144 != 0) return abi.encodeWithSelector(IElectricityBilling.BadRow.selector, row_);
        uint256 snapshot = vm.snapshotState();
        vm.prank(reader);
        (, reason) = address(billing)
            .call(abi.encodeCall(billing.recordReading, (uint64(row_), uint48(row_ >> 64), uint32(row_ >> 112))));
        vm.revertToState(snapshot);
    }
}
