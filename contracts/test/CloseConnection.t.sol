// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Moody} from "./utils/Receivers.sol";

/// @dev The connection has one bill of 2,500, up to day 31, due on day 46.
contract CloseConnectionTest is LifeTest {
    Moody private wallet = new Moody();

    function setUp() public override {
        super.setUp();
        billHome();
        goToDay(40);
    }

    // ------------------------------------------------------------------ the last bill

    function test_BillsWhatWasReadWhateverThePeriod() public {
        pay(holder, HOME, 2600 * RUPEE);
        readNext(45, 100);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        uint256 before = holder.balance;
        expectBill(lastBill());
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Collected(2600 * RUPEE, 2600 * RUPEE);
        vm.expectEmit(address(billing));
        emit IConnectionLife.ConnectionClosed(HOME, holder, 600_000, uint32(block.number));
        vm.recordLogs();
        close();
        assertEq(vm.getRecordedLogs().length, 3, "nothing is refunded");

        standing.isClosed = true;
        assertStanding(standing);
        (expected.billedRegister, expected.billedDay, expected.bills) = (600_000, START_DAY + 45, 2);
        (expected.charged, expected.collected, expected.dueDay) = (3000 * RUPEE, 2600 * RUPEE, START_DAY + 60);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 600_000, 3000 * RUPEE, 2600 * RUPEE, 2600 * RUPEE);
        assertEq(holder.balance, before);
        assertEq(address(billing).balance, 2600 ether);
    }

    function test_PaysTheAdvanceBack() public {
        pay(stranger, HOME, 4000 * RUPEE);
        readNext(45, 100);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        uint256 before = holder.balance;
        expectBill(lastBill());
        vm.expectEmit(address(billing));
        emit IConnectionLife.ConnectionClosed(HOME, holder, 600_000, uint32(block.number));
        vm.expectEmit(address(billing));
        emit IElectricityBilling.AdvanceRefunded(HOME, holder, 1000 * RUPEE, 4000 * RUPEE, uint32(block.number));
        close();

        (expected.billedRegister, expected.billedDay, expected.bills) = (600_000, START_DAY + 45, 2);
        (expected.charged, expected.collected, expected.dueDay) = (4000 * RUPEE, 4000 * RUPEE, START_DAY + 60);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 600_000, 3000 * RUPEE, 3000 * RUPEE, 3000 * RUPEE);
        assertEq(holder.balance, before + 1000 ether);
        assertEq(address(billing).balance, 3000 ether);
    }

    function test_WithoutABillWhereNothingIsLeftToBill() public {
        pay(stranger, HOME, 2600 * RUPEE);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        uint256 before = holder.balance;
        vm.expectEmit(address(billing));
        emit IConnectionLife.ConnectionClosed(HOME, holder, 500_000, expected.headBlock);
        close();

        (expected.charged, expected.collected) = (2600 * RUPEE, 100 * RUPEE);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertEq(holder.balance, before + 100 ether);
        assertEq(collect(HOME), 2500 * RUPEE);
    }

    function test_BeforeTheFirstBill() public {
        registerConnection(HOME + 1, holder, FLAT);
        vm.prank(operator);
        billing.closeConnection(HOME + 1);
        assertTrue(billing.standing(HOME + 1).isClosed);
        assertEq(billing.connection(HOME + 1).bills, 0);
    }

    /// @dev 100 units were estimated and billed; read are 40, then 10 more.
    function test_TruesUpEstimates() public {
        pay(holder, HOME, 3000 * RUPEE);
        goToDay(62);
        estimate(600_000, uint32(block.timestamp));
        assertEq(issueBill(HOME), 500 * RUPEE);
        goToDay(75);
        readOn(75, HOME, 550_000);
        uint256 before = holder.balance;
        vm.expectEmit(address(billing));
        emit IConnectionLife.SpanBilled(
            HOME, 3, 1, 250 * RUPEE, 500 * RUPEE, 250 * RUPEE, 3250 * RUPEE, billing.connection(HOME).headBlock
        );
        close();

        assertEq(holder.balance, before + 250 ether);
        assertEq(billing.standing(HOME).estimatedBills, 0);
        assertTotals(1, 550_000, 3000 * RUPEE, 3000 * RUPEE, 2750 * RUPEE);
        assertEq(address(billing).balance, 2750 ether);
    }

    /// @dev What the estimates charged too much has been paid and not collected yet: it is the board's money all the same.
    function test_TruesUpEstimatesFromWhatIsCollectedWithIt() public {
        goToDay(62);
        estimate(600_000, uint32(block.timestamp));
        issueBill(HOME);
        pay(holder, HOME, 3000 * RUPEE);
        goToDay(75);
        readOn(75, HOME, 550_000);
        uint256 before = holder.balance;
        close();
        assertEq(holder.balance, before + 250 ether);
        assertTotals(1, 550_000, 3000 * RUPEE, 3000 * RUPEE, 2750 * RUPEE);
    }

    /// @dev The meter is read on the day that the estimate was billed for.
    function test_TruesUpEstimatesOfTheSameDay() public {
        pay(holder, HOME, 3000 * RUPEE);
        goToDay(62);
        estimate(600_000, uint32(block.timestamp));
        issueBill(HOME);
        vm.warp(block.timestamp + 5 hours);
        vm.prank(reader);
        billing.recordReading(HOME, 550_000, uint32(block.timestamp));
        uint256 before = holder.balance;
        close();
        assertEq(holder.balance, before + 250 ether);
        assertEq(billing.standing(HOME).estimatedBills, 0);
        assertTotals(1, 550_000, 3000 * RUPEE, 3000 * RUPEE, 2750 * RUPEE);
    }

    // ------------------------------------------------------------------ wallets

    function test_AWalletThatRefusesTakesItsAdvanceLater() public {
        closeForWallet(Moody.Mood.Refuses);
        vm.prank(address(wallet));
        vm.expectRevert(abi.encodeWithSelector(IElectricityBilling.TransferFailed.selector, wallet, 1000 ether));
        billing.refundAdvance(HOME + 1, 1000 * RUPEE);
        takeLater();
    }

    function test_AWalletThatBurnsGas() public {
        uint256 before = gasleft();
        closeForWallet(Moody.Mood.Burns);
        assertLt(before - gasleft(), 1_500_000);
        takeLater();
    }

    function closeForWallet(Moody.Mood mood) private {
        walletWithAdvance();
        wallet.be(mood);
        IElectricityBilling.Connection memory expected = billing.connection(HOME + 1);
        vm.recordLogs();
        closeThat();
        assertEq(vm.getRecordedLogs().length, 1);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTrue(billing.standing(HOME + 1).isClosed);
        assertEq(address(wallet).balance, 0);
        assertEq(address(billing).balance, 1000 ether);
    }

    function takeLater() private {
        wallet.be(Moody.Mood.Takes);
        vm.prank(address(wallet));
        billing.refundAdvance(HOME + 1, 1000 * RUPEE);
        assertEq(address(wallet).balance, 1000 ether);
        assertEq(address(billing).balance, 0);
    }

    function test_AWalletThatAsksAgain() public {
        walletWithAdvance();
        wallet.prepare(address(billing), abi.encodeCall(billing.refundAdvance, (HOME + 1, RUPEE)));
        closeThat();
        assertEq(wallet.refused(), 2);
        assertEq(address(wallet).balance, 1000 ether);
        assertEq(address(billing).balance, 0);
    }

    function test_AWalletThatCollectsInBetween() public {
        walletWithAdvance();
        pay(holder, HOME, 2500 * RUPEE);
        uint256[] memory numbers = new uint256[](2);
        (numbers[0], numbers[1]) = (HOME, HOME + 1);
        wallet.prepare(address(billing), abi.encodeCall(billing.collect, (numbers)));
        closeThat();
        assertEq(wallet.went(), 2);
        assertEq(billing.totals().boardBalance, 2500 * RUPEE);
        assertEq(address(wallet).balance, 1000 ether);
        assertEq(address(billing).balance, 2500 ether);
    }

    function walletWithAdvance() private {
        registerConnection(HOME + 1, address(wallet), FLAT);
        pay(stranger, HOME + 1, 1000 * RUPEE);
        goToDay(41);
    }

    function closeThat() private {
        vm.prank(operator);
        billing.closeConnection(HOME + 1);
    }

    // ------------------------------------------------------------------ afterwards

    function test_ArrearsStayAndCanBePaid() public {
        close();
        assertEq(arrears(HOME), 2500 * RUPEE);
        goToDay(400);
        pay(stranger, HOME, 2600 * RUPEE);
        refund(HOME, 100 * RUPEE);
        assertEq(collect(HOME), 2500 * RUPEE);
        assertEq(address(billing).balance, 2500 ether);
    }

    function test_ACreditNoteAndItsRefund() public {
        pay(stranger, HOME, 2500 * RUPEE);
        close();
        vm.prank(operator);
        billing.issueCreditNote(HOME, 1, 500 * RUPEE, REASON);
        uint256 before = holder.balance;
        refund(HOME, 500 * RUPEE);
        assertEq(holder.balance, before + 500 ether);
        assertEq(billing.totals().boardBalance, 2000 * RUPEE);
    }

    function test_ItIsHandedOverWithoutABill() public {
        readNext(45, 100);
        close();
        handOver(stranger);
        assertEq(billing.connection(HOME).holder, stranger);
        assertEq(billing.connection(HOME).bills, 2);
        assertTrue(billing.standing(HOME).isClosed);
    }

    function test_NoReadingMore() public {
        close();
        goToDay(50);
        uint32 time = uint32(block.timestamp);
        assertRefused(reader, abi.encodeCall(billing.recordReading, (HOME, 600_000, time)), closed());
        assertRefused(operator, abi.encodeCall(billing.confirmReading, (HOME, 600_000, time)), closed());
        assertRefused(operator, abi.encodeCall(billing.estimateReading, (HOME, 600_000, time)), closed());
        assertRefused(operator, abi.encodeCall(billing.correctReading, (HOME, 400_000, REASON)), closed());
        assertRefused(operator, abi.encodeCall(billing.exchangeMeter, (HOME, 600_000, 0, time, stranger)), closed());
        assertRefused(operator, abi.encodeCall(billing.recordRollover, (HOME, 1, time, 1e8)), closed());
        uint256[] memory rows = new uint256[](1);
        rows[0] = row(HOME, 600_000, time);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.ReadingRejected(HOME, closed());
        vm.prank(reader);
        assertEq(billing.recordReadings(rows), 0);
    }

    function test_NoBillMore() public {
        close();
        assertRefused(operator, abi.encodeCall(billing.issueBill, (HOME)), closed());
        uint256[] memory numbers = new uint256[](1);
        numbers[0] = HOME;
        vm.expectEmit(address(billing));
        emit IElectricityBilling.BillRejected(HOME, closed());
        vm.prank(operator);
        assertEq(billing.issueBills(numbers), 0);
    }

    function test_NothingElseMore() public {
        close();
        assertRefused(operator, abi.encodeCall(billing.closeConnection, (HOME)), closed());
        assertRefused(operator, abi.encodeCall(billing.setMeterKey, (HOME, stranger)), closed());
        assertRefused(operator, abi.encodeCall(billing.proposeAgreement, (HOME, 515)), closed());
        assertRefused(
            operator,
            abi.encodeCall(billing.register, (registration(HOME, stranger, FLAT))),
            abi.encodeWithSelector(IElectricityBilling.AlreadyRegistered.selector, HOME)
        );
    }

    // ------------------------------------------------------------------ refusals

    function test_TheLatestIsEstimated() public {
        goToDay(45);
        estimate(600_000, uint32(block.timestamp));
        refusedClose(operator, abi.encodeWithSelector(IConnectionLife.LatestIsEstimated.selector, HOME));
        goToDay(46);
        readOn(46, HOME, 580_000);
        close();
        assertEq(billing.connection(HOME).charged, 2900 * RUPEE);
    }

    function test_WhatTheTariffCanNotBill() public {
        publish(4, OtherTariffs.upToAHundred());
        registerConnection(HOME + 1, holder, 4);
        goToDay(45);
        readOn(45, HOME + 1, 100_001);
        vm.prank(operator);
        (bool done, bytes memory answer) = address(billing).call(abi.encodeCall(billing.closeConnection, (HOME + 1)));
        assertFalse(done);
        assertEq(bytes4(answer), IElectricityBilling.NoBill.selector);
        assertFalse(billing.standing(HOME + 1).isClosed);
    }

    function test_WhilePaused() public {
        pause();
        refusedClose(operator, paused());
    }

    function test_AnUnknownConnection() public {
        assertRefused(operator, abi.encodeCall(billing.closeConnection, (7)), unknown(7));
    }

    function test_ByAnyoneElse() public {
        address[6] memory others = [admin, reader, treasurer, tariffOfficer, holder, stranger];
        bytes32 role = billing.OPERATOR_ROLE();
        for (uint256 i; i < others.length; ++i) {
            refusedClose(others[i], missingRole(others[i], role));
        }
    }

    function refusedClose(address caller, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.closeConnection, (HOME)), reason);
    }

    function lastBill() private view returns (ExpectedBill memory bill) {
        bill = firstBill(45, 600_000);
        (bill.number, bill.fromDay, bill.opening) = (2, START_DAY + 31, 500_000);
        (bill.amount, bill.chargedAfter) = (500 * RUPEE, 3000 * RUPEE);
        bill.previousBlock = billing.connection(HOME).headBlock;
    }
}
