// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";

contract ConfirmReadingTest is BillingTest {
    uint48 private constant HIGH = 5_000_000;

    function setUp() public override {
        super.setUp();
        registerConnection(HOME, holder, FLAT);
        goToDay(10);
        readOn(10, HOME, 100_000);
        goToDay(20);
    }

    function test_RecordsAReadingAboveTheLimit() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        uint32 readAt = uint32(block.timestamp);

        vm.expectEmit(address(billing));
        emit IElectricityBilling.ReadingRecorded(
            HOME, HIGH, readAt, IElectricityBilling.ReadingKind.Confirmed, expected.readingBlock
        );
        vm.prank(operator);
        billing.confirmReading(HOME, HIGH, readAt);

        (expected.register, expected.readAt, expected.readingBlock) = (HIGH, readAt, uint32(block.number));
        assertConnection(expected);
    }

    function test_TheBillSaysThatItWasConfirmed() public {
        goToDay(31);
        vm.prank(operator);
        billing.confirmReading(HOME, HIGH, uint32(block.timestamp));
        ExpectedBill memory expected = firstBill(31, HIGH);
        expected.kind = IElectricityBilling.ReadingKind.Confirmed;
        expectBill(expected);
        issueBill(HOME);
    }

    function test_TheNextReadingIsActualAgain() public {
        vm.prank(operator);
        billing.confirmReading(HOME, HIGH, uint32(block.timestamp));
        goToDay(31);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.ReadingRecorded(
            HOME, HIGH + 1, uint32(block.timestamp), IElectricityBilling.ReadingKind.Actual, uint32(1000 + 20 * 1440)
        );
        readOn(31, HOME, HIGH + 1);
    }

    function test_AnUnknownConnection() public {
        assertRefused(operator, abi.encodeCall(billing.confirmReading, (7, 1, uint32(START))), unknown(7));
    }

    function test_ARegisterThatFalls() public {
        refused(
            99_999,
            block.timestamp,
            abi.encodeWithSelector(IElectricityBilling.ReadingFalls.selector, HOME, 99_999, 100_000)
        );
    }

    function test_NotLaterThanTheLastReading() public {
        refused(
            HIGH,
            START + 10 days,
            abi.encodeWithSelector(IElectricityBilling.ReadingNotLater.selector, HOME, START + 10 days, START + 10 days)
        );
    }

    function test_InTheFuture() public {
        refused(
            HIGH,
            block.timestamp + 1,
            abi.encodeWithSelector(
                IElectricityBilling.ReadingInFuture.selector, HOME, block.timestamp + 1, block.timestamp
            )
        );
    }

    function refused(uint48 register, uint256 readAt, bytes memory reason) private {
        assertRefused(operator, abi.encodeCall(billing.confirmReading, (HOME, register, uint32(readAt))), reason);
    }
}
