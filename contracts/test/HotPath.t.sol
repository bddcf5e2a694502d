// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {MeterTest} from "./utils/MeterTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Vm, VmSafe} from "forge-std/Vm.sol";

/// @dev A plain reading, a plain bill and a payment in coin call no library, which is what makes them cheap. What is not plain is billed by one, and a run bills it as a single call does.
contract HotPathTest is MeterTest {
    uint16 private constant QUARTERLY = 515;
    uint16 private constant TNB = 3;

    uint256[] private rows;
    uint256[] private numbers;

    function setUp() public override {
        super.setUp();
        vm.warp(START - NOTICE - 1 days);
        vm.prank(tariffOfficer);
        book.publish(TNB, START_DAY, OtherTariffs.tnbDomestic());
        vm.warp(START);
        register(HOME, MONTHLY);
        numbers = [HOME];
    }

    // ------------------------------------------------------------------ readings

    /// @dev Of just now, and of as much as the load could draw.
    function test_AReading() public {
        goToDay(31);
        vm.startStateDiffRecording();
        readOn(31, HOME, 31 * A_DAY);
        assertEq(libraryCalls(), 0);
        assertEq(logical(), 31 * A_DAY);
    }

    /// @dev A second after the last one, and of nothing.
    function test_TheSmallestReading() public {
        goToDay(1);
        vm.startStateDiffRecording();
        vm.prank(reader);
        billing.recordReading(HOME, 0, uint32(START + 1));
        assertEq(libraryCalls(), 0);
        assertEq(billing.connection(HOME).readAt, START + 1);
    }

    function test_AConfirmedReading() public {
        goToDay(1);
        vm.startStateDiffRecording();
        confirmOn(1, type(uint48).max);
        assertEq(libraryCalls(), 0);
        assertEq(logical(), type(uint48).max);
    }

    function test_ABatchOfReadings() public {
        for (uint64 i = 1; i < 4; ++i) {
            register(HOME + i, MONTHLY);
            rows.push(row(HOME + i, 31 * A_DAY, midnight(31)));
        }
        goToDay(31);
        vm.startStateDiffRecording();
        vm.prank(reader);
        assertEq(billing.recordReadings(rows), 3);
        assertEq(libraryCalls(), 0);
    }

    // ------------------------------------------------------------------ bills

    function test_TheFirstBillAfterADay() public {
        assertPlain(MONTHLY, 1, 1);
    }

    function test_TheFirstBillADayEarly() public {
        assertPlain(MONTHLY, 27, 1);
    }

    function test_TheShortestMonth() public {
        assertPlain(MONTHLY, 28, 1);
        assertPlain(MONTHLY, 28, 2);
    }

    function test_TheLongestMonth() public {
        assertPlain(MONTHLY, 55, 1);
        assertPlain(MONTHLY, 55, 2);
    }

    function test_AQuarter() public {
        assertPlain(QUARTERLY, 92, 2);
        assertPlain(QUARTERLY, 84, 2);
        assertPlain(QUARTERLY, 167, 2);
    }

    function test_Days() public {
        assertPlain(1, 1, 2);
        assertPlain(10, 10, 2);
        assertPlain(10, 19, 2);
        assertPlain(511, 511, 2);
    }

    function test_DaysOfAPrepaidConnection() public {
        assertPlain(PREPAID, 1, 1);
        assertPlain(PREPAID, 1, 2);
        assertPlain(PREPAID, 90, 2);
    }

    function test_ABillThatAnAdvancePays() public {
        pay(holder, HOME, 3000 * RUPEE);
        goToDay(31);
        readOn(31, HOME, 100_000);
        assertRunBillsAsASingleCall(0);
        assertTotals(1, 100_000, 21.8e6, 21.8e6, 21.8e6);
    }

    function test_ABillOfAConfirmedReading() public {
        goToDay(31);
        confirmOn(31, 100_000);
        assertRunBillsAsASingleCall(0);
    }

    function test_ARun() public {
        goToDay(31);
        for (uint64 i; i < 3; ++i) {
            if (i != 0) numbers.push(HOME + i);
            if (i != 0) register(HOME + i, MONTHLY);
            readOn(31, HOME + i, uint48(100_000 * (i + 1)));
        }
        vm.startStateDiffRecording();
        vm.prank(operator);
        assertEq(billing.issueBills(numbers), 3);
        assertEq(libraryCalls(), 0);
        assertTotals(3, 600_000, 21.8e6 + 43.6e6 + 77e6, 0, 0);
    }

    function test_AReadingAndItsBill() public {
        goToDay(31);
        vm.startPrank(admin);
        billing.grantRole(billing.READER_ROLE(), reading);
        billing.grantRole(billing.OPERATOR_ROLE(), reading);
        vm.stopPrank();
        vm.startStateDiffRecording();
        vm.prank(reading);
        billing.recordAndBill(batch(31, 100_000));
        assertEq(libraryCalls(), 0);
        assertEq(billing.connection(HOME).bills, 1);
    }

    /// @dev The reading needs the meter's offset, its bill does not.
    function test_TheBillOfAnExchangedMeter() public {
        goToDay(31);
        exchangeOn(1, 10_000, 500_000, address(0));
        vm.startStateDiffRecording();
        recordAndBill(batch(31, 590_000));
        assertEq(libraryCalls(), 1);
        assertEq(billing.connection(HOME).charged, 21.8e6);
    }

    // ------------------------------------------------------------------ payments

    /// @dev In the chain's coin.
    function test_APayment() public {
        vm.startStateDiffRecording();
        pay(stranger, HOME, 100 * RUPEE);
        assertEq(libraryCalls(), 0);
        assertEq(billing.connection(HOME).credited, 100 * RUPEE);
    }

    // ------------------------------------------------------------------ bills that are not plain

    function test_TwoMonths() public {
        goToDay(56);
        readOn(56, HOME, 700_000);
        assertRunBillsAsASingleCall(1);
        // Twice 350 units; 700 at once would be 286.40.
        assertEq(billing.connection(HOME).charged, 205.6e6);
    }

    function test_TwiceTenDays() public {
        register(HOME + 1, 10);
        numbers = [HOME + 1];
        goToDay(20);
        readOn(20, HOME + 1, 700_000);
        assertRunBillsAsASingleCall(1);
        assertEq(billing.connection(HOME + 1).charged, 205.6e6);
    }

    function test_AnEstimate() public {
        goToDay(31);
        estimateOn(31, 350_000);
        assertRunBillsAsASingleCall(1);
        assertEq(billing.standing(HOME).estimatedBills, 1);
        assertEq(billing.standing(HOME).estimatedCharge, 102.8e6);
    }

    function test_AReadingAfterAnEstimatedBill() public {
        test_AnEstimate();
        pay(holder, HOME, 102.8e6);
        goToDay(62);
        readOn(62, HOME, 700_000);
        assertRunBillsAsASingleCall(1);
        assertEq(billing.standing(HOME).estimatedBills, 0);
        assertEq(billing.connection(HOME).charged, 205.6e6);
    }

    function test_TheLastBillOfAnAgreement() public {
        vm.prank(holder);
        billing.proposeAgreement(HOME, QUARTERLY);
        vm.prank(operator);
        billing.acceptAgreement(HOME, QUARTERLY);
        goToDay(31);
        readOn(31, HOME, 100_000);
        assertRunBillsAsASingleCall(1);
        assertEq(billing.connection(HOME).agreement, QUARTERLY);
    }

    function test_ABillOnTopOfArrears() public {
        goToDay(31);
        readOn(31, HOME, 100_000);
        issueBill(HOME);
        pay(holder, HOME, 21.8e6 - 1);
        goToDay(62);
        readOn(62, HOME, 200_000);
        assertRunBillsAsASingleCall(1);
        assertEq(billing.connection(HOME).charged, 43.6e6);
    }

    /// @dev What the book said of its row serves a bill on top of arrears too.
    function test_TheBookIsAskedOnce() public {
        goToDay(31);
        readOn(31, HOME, 100_000);
        issueBill(HOME);
        goToDay(62);
        readOn(62, HOME, 200_000);
        vm.expectCall(address(book), abi.encodeWithSelector(ITariffBook.totals.selector), 1);
        vm.prank(operator);
        assertEq(billing.issueBills(numbers), 1);
    }

    // ------------------------------------------------------------------ helpers

    function register(uint64 number, uint16 agreement) private {
        IElectricityBilling.Registration memory r = registration(number, holder, TNB);
        r.agreement = agreement;
        vm.prank(operator);
        billing.register(r);
    }

    /// @dev The bill of that number, which a run issues for so many days after the one before, calls no library.
    function assertPlain(uint16 agreement, uint256 length, uint16 number) private {
        uint256 snapshot = vm.snapshotState();
        register(HOME + 1, agreement);
        numbers = [HOME + 1];
        goToDay(600);
        uint256 day = number == 1 ? length : 2 + length;
        uint48 opening;
        if (number == 2) {
            readOn(2, HOME + 1, opening = 100_000);
            pay(holder, HOME + 1, issueBill(HOME + 1));
        }
        vm.roll(block.number + 1);
        readOn(day, HOME + 1, opening + 1000);
        assertRunBillsAsASingleCall(0);
        IElectricityBilling.Connection memory c = billing.connection(HOME + 1);
        assertEq(c.bills, number);
        assertEq(c.billedDay, START_DAY + day);
        assertEq(c.charged, number == 1 ? 0.218e6 : 22.018e6);
        vm.revertToState(snapshot);
    }

    /// @dev How often a library was called since the recording began; nothing else is by DELEGATECALL.
    function libraryCalls() private returns (uint256 calls) {
        VmSafe.AccountAccess[] memory accesses = vm.stopAndReturnStateDiff();
        for (uint256 i; i < accesses.length; ++i) {
            if (accesses[i].kind == VmSafe.AccountAccessKind.DelegateCall) ++calls;
        }
    }

    /// @dev With the same events, connection and sums, and so many calls of a library.
    function assertRunBillsAsASingleCall(uint256 calls) private {
        uint256 snapshot = vm.snapshotState();
        vm.recordLogs();
        issueBill(uint64(numbers[0]));
        bytes memory expected = outcome();
        vm.revertToState(snapshot);

        vm.recordLogs();
        vm.startStateDiffRecording();
        vm.prank(operator);
        assertEq(billing.issueBills(numbers), 1);
        assertEq(libraryCalls(), calls, "library calls");
        assertEq(outcome(), expected);
    }

    function outcome() private returns (bytes memory) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint64 number = uint64(numbers[0]);
        return abi.encode(logs, billing.connection(number), billing.standing(number), billing.totals());
    }
}
