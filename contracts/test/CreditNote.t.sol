// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";

/// @dev The connection has one bill of 2,500.
contract CreditNoteTest is BillingTest {
    string private constant REASON = "The register was read as 500 instead of 300.";

    function setUp() public override {
        super.setUp();
        billHome();
        goToDay(40);
    }

    function credit(uint64 amount) private {
        vm.prank(operator);
        billing.issueCreditNote(HOME, 1, amount, REASON);
    }

    function test_CancelsAPartOfTheArrears() public {
        pay(holder, HOME, 300 * RUPEE);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Collected(300 * RUPEE, 300 * RUPEE);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.CreditNoteIssued(HOME, 1, 1000 * RUPEE, 1300 * RUPEE, expected.headBlock, REASON);
        credit(1000 * RUPEE);

        (expected.credited, expected.collected) = (1300 * RUPEE, 1300 * RUPEE);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertEq(arrears(HOME), 1200 * RUPEE);
        // What nobody paid is not the board's.
        assertTotals(1, 500_000, 2500 * RUPEE, 300 * RUPEE, 300 * RUPEE);
        assertEq(collect(HOME), 0);
        pay(holder, HOME, 1200 * RUPEE);
        assertEq(collect(HOME), 1200 * RUPEE);
        assertEq(address(billing).balance, 1500 ether);
    }

    function test_OfAPaidBillBecomesAnAdvanceFromTheBoardsMoney() public {
        pay(holder, HOME, 2500 * RUPEE);
        credit(1000 * RUPEE);
        assertEq(arrears(HOME), 0);
        assertTotals(1, 500_000, 2500 * RUPEE, 2500 * RUPEE, 1500 * RUPEE);
        uint256 wallet = holder.balance;
        refund(HOME, 1000 * RUPEE);
        assertEq(holder.balance, wallet + 1000 ether);
        vm.prank(treasurer);
        billing.withdraw(1500 * RUPEE, treasurer);
        assertEq(address(billing).balance, 0);
    }

    function test_PartlyArrearsPartlyAdvance() public {
        pay(holder, HOME, 2000 * RUPEE);
        credit(800 * RUPEE);
        assertEq(billing.connection(HOME).credited, 2800 * RUPEE);
        assertEq(billing.totals().boardBalance, 1700 * RUPEE);
        refund(HOME, 300 * RUPEE);
        assertEq(address(billing).balance, 1700 ether);
    }

    function test_AnAdvanceTheBoardHasNoMoneyFor() public {
        pay(holder, HOME, 2500 * RUPEE);
        collect(HOME);
        vm.prank(treasurer);
        billing.withdraw(2000 * RUPEE, treasurer);
        refused(1, 501 * RUPEE, REASON, aboveBoardBalance(501 * RUPEE, 500 * RUPEE));
        credit(500 * RUPEE);
        assertEq(billing.totals().boardBalance, 0);
    }

    function test_MoreThanTheArrearsWithoutAPayment() public {
        refused(1, 2501 * RUPEE, REASON, aboveBoardBalance(RUPEE, 0));
        credit(2500 * RUPEE);
        assertEq(arrears(HOME), 0);
        assertEq(address(billing).balance, 0);
        assertTotals(1, 500_000, 2500 * RUPEE, 0, 0);
    }

    function test_TheNextBillIsAsItWouldBe() public {
        credit(1000 * RUPEE);
        goToDay(62);
        readOn(62, HOME, 600_000);
        assertEq(issueBill(HOME), 500 * RUPEE);
        assertEq(arrears(HOME), 2000 * RUPEE);
        assertEq(billing.connection(HOME).dueDay, START_DAY + 77);
    }

    function test_TheDueDayStays() public {
        uint16 due = billing.connection(HOME).dueDay;
        credit(1);
        assertEq(billing.connection(HOME).dueDay, due);
    }

    function test_WhatIsRefused() public {
        bytes memory noBill = abi.encodeWithSelector(IElectricityBilling.UnknownBill.selector, HOME, 0, 1);
        refused(0, 1, REASON, noBill);
        refused(2, 1, REASON, abi.encodeWithSelector(IElectricityBilling.UnknownBill.selector, HOME, 2, 1));
        refused(1, 0, REASON, abi.encodeWithSelector(IElectricityBilling.ZeroAmount.selector));
        refused(1, 1, "", abi.encodeWithSelector(IElectricityBilling.BadReason.selector, 0));
        string memory long = string(new bytes(281));
        refused(1, 1, long, abi.encodeWithSelector(IElectricityBilling.BadReason.selector, 281));
        vm.prank(operator);
        billing.issueCreditNote(HOME, 1, 1, string(new bytes(280)));
        assertRefused(operator, abi.encodeCall(billing.issueCreditNote, (HOME + 1, 1, 1, REASON)), unknown(HOME + 1));
        vm.deal(holder, 1e40);
        pay(holder, HOME, type(uint64).max - 1);
        refused(1, 1, REASON, abi.encodeWithSelector(IElectricityBilling.AmountTooLarge.selector, HOME, 1));
    }

    function test_NotWhilePaused() public {
        pause();
        refused(1, 1, REASON, paused());
    }

    function refused(uint16 bill, uint64 amount, string memory reason, bytes memory error_) private {
        assertRefused(operator, abi.encodeCall(billing.issueCreditNote, (HOME, bill, amount, reason)), error_);
    }

    function aboveBoardBalance(uint256 amount, uint256 balance) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.AboveBoardBalance.selector, amount, balance);
    }
}
