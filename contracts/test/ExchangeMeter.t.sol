// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {MeterTest} from "./utils/MeterTest.sol";
import {Vm} from "forge-std/Vm.sol";

/// @dev Read at 300 kWh on day 31. It is day 40.
contract ExchangeMeterTest is MeterTest {
    IElectricityBilling.ReadingKind private constant ACTUAL = IElectricityBilling.ReadingKind.Actual;
    IElectricityBilling.ReadingKind private constant CONFIRMED = IElectricityBilling.ReadingKind.Confirmed;

    address private key = makeAddr("the new meter's key");

    function setUp() public override {
        super.setUp();
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        readOn(31, HOME, 300_000);
        goToDay(40);
    }

    function test_PutsAnotherMeterIn() public {
        setKey(HOME, makeAddr("the old meter's key"));
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        expectReading(350_000, 40, ACTUAL);
        expectExchange(350_000, 350_000, 7000, 40, block.number);
        exchangeOn(40, 350_000, 7000, key);

        (expected.register, expected.readAt, expected.readingBlock) = (350_000, midnight(40), uint32(block.number));
        assertConnection(expected);
        (standing.registerOffset, standing.meterKey) = (343_000, key);
        assertStanding(standing);
        assertTotals(1, 0, 0, 0, 0);
    }

    function test_TheNewMeterCountsOn() public {
        exchangeOn(40, 350_000, 7000, key);
        goToDay(50);
        refusedReading(6999, 50, falls(6999, 7000));
        refusedReading(7001 + 10 * A_DAY, 50, implausible(10 * A_DAY + 1, 10 * A_DAY));
        expectReading(400_000, 50, ACTUAL);
        readOn(50, HOME, 57_000);
        goToDay(51);
        refusedReading(56_999, 51, falls(56_999, 57_000));
        expectReading(9_343_000, 51, CONFIRMED);
        confirmOn(51, 9_000_000);
        assertEq(offset(), 343_000);
    }

    /// @dev One watt-hour apart on either side is another register, the same is not.
    function test_TheSmallestOffsets() public {
        for (uint48 more; more < 3; ++more) {
            uint256 snapshot = vm.snapshotState();
            exchangeOn(40, 350_000, 349_999 + more, key);
            goToDay(50);
            readOn(50, HOME, 400_000);
            assertEq(logical(), 400_001 - more);
            vm.revertToState(snapshot);
        }
    }

    function test_ABatchCountsByTheNewMeter() public {
        exchangeOn(40, 350_000, 7000, key);
        goToDay(50);
        expectRejected(falls(6999, 7000));
        assertEq(recordBatch(50, 6999), 0);
        expectReading(400_000, 49, ACTUAL);
        assertEq(recordBatch(49, 57_000), 1);
        (uint256 recorded, uint256 issued) = recordAndBill(batch(50, 67_000));
        assertEq(recorded, 1);
        assertEq(issued, 1);
        assertEq(billing.connection(HOME).billedRegister, 410_000);
        assertEq(arrears(HOME), 2050 * RUPEE);
        // The same rows again.
        expectRejected(notLater(midnight(50), midnight(50)));
        assertEq(recordBatch(50, 67_000), 0);
    }

    /// @dev Two segments, units added.
    function test_TheBillCountsBothMeters() public {
        exchangeOn(40, 350_000, 7000, key);
        goToDay(50);
        readOn(50, HOME, 57_000);
        ExpectedBill memory bill = firstBill(50, 400_000);
        expectBill(bill);
        assertEq(issueBill(HOME), 2000 * RUPEE);
        assertEq(billing.totals().billedWh, 400_000);
    }

    function test_TheOldRegisterIsTheLatestReading() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        vm.recordLogs();
        exchangeOn(31, 300_000, 20_000, key);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 1, "one event");
        assertEq(logs[0].topics[0], IConnectionLife.MeterExchanged.selector);
        assertEq(logs[0].data, abi.encode(300_000, 300_000, 20_000, midnight(31), expected.readingBlock));

        expected.readingBlock = uint32(block.number);
        assertConnection(expected);
        assertEq(offset(), 280_000);
    }

    function test_AnImplausibleFinalRegisterIsConfirmed() public {
        expectReading(300_000 + 9 * A_DAY, 40, ACTUAL);
        uint256 before = vm.snapshotState();
        exchangeOn(40, 300_000 + 9 * A_DAY, 0, key);
        vm.revertToState(before);
        expectReading(300_001 + 9 * A_DAY, 40, CONFIRMED);
        exchangeOn(40, 300_001 + 9 * A_DAY, 0, key);
    }

    function test_ANewMeterThatShowsMore() public {
        exchangeOn(40, 350_000, 10_000_000, key);
        assertEq(offset(), -9_650_000);
        goToDay(50);
        refusedReading(9_999_999, 50, falls(9_999_999, 10_000_000));
        refusedReading(0, 50, falls(0, 10_000_000));
        expectReading(400_000, 50, ACTUAL);
        readOn(50, HOME, 10_050_000);
    }

    function test_ANewMeterThatShowsTheSame() public {
        exchangeOn(40, 350_000, 350_000, key);
        assertEq(offset(), 0);
        goToDay(50);
        expectReading(400_000, 50, ACTUAL);
        readOn(50, HOME, 400_000);
    }

    function test_ANewMeterWithoutAKey() public {
        setKey(HOME, key);
        exchangeOn(40, 350_000, 0, address(0));
        assertEq(billing.standing(HOME).meterKey, address(0));
    }

    function test_TwiceOnOneDay() public {
        exchangeOn(40, 350_000, 7000, key);
        expectExchange(350_000, 7000, 100, 40, block.number);
        exchangeOn(40, 7000, 100, key);
        assertEq(offset(), 349_900);
        goToDay(50);
        readOn(50, HOME, 50_100);
        assertEq(logical(), 400_000);
    }

    // ------------------------------------------------------------------ after an estimate

    function test_AfterAnEstimateTheOldRegisterIsRead() public {
        estimateOn(40, 500_000);
        goToDay(41);
        expectReading(340_000, 41, ACTUAL);
        exchangeOn(41, 340_000, 0, key);
        assertEq(logical(), 340_000);
        assertEq(offset(), 340_000);
        assertFalse(billing.standing(HOME).isEstimated);
    }

    function test_AnEstimateIsNoFinalRegister() public {
        estimateOn(40, 500_000);
        refused(500_000, 40, notLater(midnight(40), midnight(40)));
        goToDay(41);
        refused(299_999, 41, falls(299_999, 300_000));
    }

    function test_AnEstimateOfTheNewMeter() public {
        exchangeOn(40, 350_000, 7000, key);
        goToDay(50);
        estimateOn(50, 107_000);
        assertEq(logical(), 450_000);
        goToDay(51);
        refusedReading(6999, 51, falls(6999, 7000));
        expectReading(350_000, 51, ACTUAL);
        readOn(51, HOME, 7000);
    }

    function test_EstimatedBillsAreTruedUpOverTheExchange() public {
        estimateOn(40, 500_000);
        issueBill(HOME);
        goToDay(41);
        exchangeOn(41, 340_000, 0, key);
        goToDay(72);
        readOn(72, HOME, 100_000);
        issueBill(HOME);
        assertEq(arrears(HOME), 2200 * RUPEE);
        assertEq(billing.totals().billedWh, 440_000);
    }

    // ------------------------------------------------------------------ no watt-hour lost or invented

    /// @dev Any meters, one after the other, whatever they show when they come.
    function testFuzz_NothingIsLostOrInvented(uint48[4] memory starts, uint32[4] memory used) public {
        uint48 shown = 300_000;
        uint48 total = shown;
        for (uint256 i; i < starts.length; ++i) {
            (shown, total) = (shown + used[i], total + used[i]);
            goToDay(41 + i);
            exchangeOn(41 + i, shown, shown = uint48(bound(starts[i], 0, 1 << 47)), key);
            assertEq(logical(), total);
            assertEq(offset(), int256(uint256(total)) - int256(uint256(shown)));
        }
        goToDay(50);
        confirmOn(50, shown + 1000);
        assertEq(logical(), total + 1000);
        assertEq(issueBill(HOME), (uint256(total) + 1000) * 5000);
    }

    function test_TheRegisterEndsWhereItsFieldEnds() public {
        exchangeOn(40, 350_000, 0, key);
        goToDay(50);
        uint48 last = type(uint48).max;
        bytes memory call = abi.encodeCall(billing.confirmReading, (HOME, last, midnight(50)));
        assertRefused(operator, call, implausible(last, last - 350_000));
        confirmOn(50, last - 350_000);
        assertEq(logical(), last);
    }

    // ------------------------------------------------------------------ refusals

    function test_AnOldRegisterThatFalls() public {
        refused(299_999, 40, falls(299_999, 300_000));
    }

    function test_AnotherRegisterAtTheTimeOfTheLatestReading() public {
        refused(300_001, 31, notLater(midnight(31), midnight(31)));
    }

    function test_TheLatestRegisterAtAnEarlierTime() public {
        refused(300_000, 30, notLater(midnight(30), midnight(31)));
    }

    function test_InTheFuture() public {
        refused(350_000, 41, inFuture(midnight(41)));
    }

    function test_AnUnknownConnection() public {
        assertRefused(operator, abi.encodeCall(billing.exchangeMeter, (7, 1, 0, midnight(40), key)), unknown(7));
    }

    function test_AClosedConnection() public {
        close();
        refused(350_000, 40, closed());
        refused(300_000, 31, closed());
    }

    function test_NotWhilePaused() public {
        pause();
        refused(350_000, 40, paused());
    }

    function test_ByTheOperatorOnly() public {
        assertOnlyOperator(abi.encodeCall(billing.exchangeMeter, (HOME, 350_000, 0, midnight(40), key)));
    }

    function expectExchange(uint48 register, uint48 finalRegister, uint48 newRegister, uint256 day, uint256 previous)
        private
    {
        vm.expectEmit(address(billing));
        emit IConnectionLife.MeterExchanged(
            HOME, key, register, finalRegister, newRegister, midnight(day), uint32(previous)
        );
    }

    function refused(uint48 finalRegister, uint256 day, bytes memory reason) private {
        bytes memory call = abi.encodeCall(billing.exchangeMeter, (HOME, finalRegister, 0, midnight(day), key));
        assertRefused(operator, call, reason);
    }

    function refusedReading(uint48 register, uint256 day, bytes memory reason) private {
        assertRefused(reader, abi.encodeCall(billing.recordReading, (HOME, register, midnight(day))), reason);
    }
}
