// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";

/// @dev A bill of 2,951; it is day 46, its due day.
contract DisputeTest is LifeTest {
    bytes32 private constant HASH = keccak256("The register was read as 500 instead of 300.");

    function setUp() public override {
        super.setUp();
        billLateHome();
        goToDay(46);
    }

    // ------------------------------------------------------------------ opening

    function test_TheHolderOpensIt() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.DisputeOpened(HOME, 1, 500 * RUPEE, HASH, expected.headBlock);
        dispute(1);

        (standing.disputedBill, standing.lastDisputedBill) = (1, 1);
        assertStanding(standing);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 590_200, FIRST_BILL, 0, 0);
    }

    function test_TheLatestBillUntilSixtyDaysAfterItsDueDay() public {
        goToDay(107);
        refusedOpen(1, notDisputable(1));
        goToDay(106);
        dispute(1);
    }

    function test_TheOneBeforeUntilTheLatestIsDue() public {
        billOn(62, 100);
        goToDay(78);
        refusedOpen(1, notDisputable(1));
        goToDay(77);
        dispute(1);
    }

    function test_NoneBeforeThose() public {
        billOn(62, 100);
        billOn(93, 100);
        refusedOpen(1, notDisputable(1));
        dispute(2);
    }

    function test_EachOnce() public {
        dispute(1);
        withdraw();
        refusedOpen(1, notDisputable(1));
        billOn(62, 100);
        refusedOpen(1, notDisputable(1));
        dispute(2);
        withdraw();
        refusedOpen(2, notDisputable(2));
        refusedOpen(1, notDisputable(1));
    }

    /// @dev Each has its own window, whichever is disputed first.
    function test_TheOneBeforeAfterTheLatest() public {
        billOn(62, 100);
        dispute(2);
        withdraw();
        dispute(1);
        assertEq(billing.standing(HOME).disputedBill, 1);
        assertEq(billing.standing(HOME).lastDisputedBill, 2);
        assertTrue(billing.standing(HOME).beforeDisputed);
        withdraw();
        refusedOpen(1, notDisputable(1));
        refusedOpen(2, notDisputable(2));
        billOn(93, 100);
        refusedOpen(2, notDisputable(2));
        dispute(3);
    }

    function test_OneAtATime() public {
        billOn(62, 100);
        dispute(1);
        refusedOpen(2, isOpen(1));
        refusedOpen(1, isOpen(1));
        withdraw();
        dispute(2);
        refusedOpen(1, isOpen(2));
    }

    function test_WhilePausedAndAfterClosing() public {
        close();
        pause();
        dispute(1);
        assertEq(billing.standing(HOME).disputedBill, 1);
    }

    // ------------------------------------------------------------------ ending

    function test_TheBoardUpholdsIt() public {
        pay(stranger, HOME, 951 * RUPEE);
        dispute(1);
        goToDay(55);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Collected(951 * RUPEE, 951 * RUPEE);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.CreditNoteIssued(HOME, 1, 500 * RUPEE, 1451 * RUPEE, expected.headBlock, REASON);
        vm.expectEmit(address(billing));
        emit IConnectionLife.DisputeEnded(HOME, 1, IConnectionLife.DisputeOutcome.Upheld, uint32(block.number), REASON);
        uphold(500 * RUPEE);

        (standing.disputedBill, standing.overdue) = (0, 1500 * RUPEE);
        assertStanding(standing);
        (expected.credited, expected.collected) = (1451 * RUPEE, 1451 * RUPEE);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 590_200, FIRST_BILL, 951 * RUPEE, 951 * RUPEE);
        assertEq(address(billing).balance, 951 ether);
    }

    function test_TheBoardUpholdsOneOfAPaidBill() public {
        pay(stranger, HOME, FIRST_BILL);
        dispute(1);
        uphold(1000 * RUPEE);
        uint256 wallet = holder.balance;
        refund(HOME, 1000 * RUPEE);
        assertEq(holder.balance, wallet + 1000 ether);
        assertEq(billing.totals().boardBalance, 1951 * RUPEE);
    }

    function test_TheBoardRejectsIt() public {
        dispute(1);
        ends(operator, abi.encodeCall(billing.rejectDispute, (HOME, REASON)), IConnectionLife.DisputeOutcome.Rejected);
    }

    function test_TheHolderWithdrawsIt() public {
        dispute(1);
        ends(holder, abi.encodeCall(billing.withdrawDispute, (HOME)), IConnectionLife.DisputeOutcome.Withdrawn);
    }

    function ends(address caller, bytes memory call, IConnectionLife.DisputeOutcome outcome) private {
        goToDay(55);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        bool isRejected = outcome == IConnectionLife.DisputeOutcome.Rejected;
        vm.expectEmit(address(billing));
        emit IConnectionLife.DisputeEnded(HOME, 1, outcome, expected.headBlock, isRejected ? REASON : "");
        vm.prank(caller);
        (bool done,) = address(billing).call(call);
        assertTrue(done);

        standing.disputedBill = 0;
        assertStanding(standing);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
    }

    function test_AfterAHandoverTheNewHolderWithdrawsIt() public {
        dispute(1);
        handOver(stranger);
        vm.prank(stranger);
        billing.withdrawDispute(HOME);
        assertEq(billing.standing(HOME).disputedBill, 0);
    }

    function test_WhilePausedNoCreditNote() public {
        dispute(1);
        pause();
        assertRefused(operator, abi.encodeCall(billing.upholdDispute, (HOME, 1, REASON)), paused());
        reject();
    }

    function test_WhilePausedItIsWithdrawn() public {
        dispute(1);
        pause();
        withdraw();
    }

    // ------------------------------------------------------------------ surcharge and notice

    function test_NoSurchargeWhileOpen() public {
        dispute(1);
        assertEq(billOn(62, 100), 0);
        assertEq(billOn(93, 100), 0);
        assertEq(billing.standing(HOME).surcharge, 0);
    }

    /// @dev From day 46 to day 100. Months begun without the first day: days 102 to 131 are one.
    function test_ItsDaysAreNeverSurcharged() public {
        dispute(1);
        assertEq(billOn(62, 0), 0);
        goToDay(100);
        reject();
        uint256[4] memory dates = [uint256(101), 102, 131, 132];
        uint64[4] memory surcharges = [uint64(0), 44, 44, 89];
        for (uint256 i; i < dates.length; ++i) {
            uint256 before = vm.snapshotState();
            assertEq(billOn(dates[i], 0), surcharges[i] * RUPEE, vm.toString(dates[i]));
            vm.revertToState(before);
        }
    }

    function test_NorWhenItWasWithdrawnOrUpheld() public {
        dispute(1);
        goToDay(61);
        uint256 before = vm.snapshotState();
        withdraw();
        assertEq(billOn(62, 0), 0);
        vm.revertToState(before);
        uphold(951 * RUPEE);
        assertEq(billOn(93, 0), 60 * RUPEE);
    }

    function test_WhatWasSurchargedBeforeStays() public {
        assertEq(billOn(62, 100), 44 * RUPEE);
        dispute(2);
        withdraw();
        assertEq(billing.standing(HOME).surcharge, 44 * RUPEE);
        assertEq(billing.connection(HOME).charged, 3495 * RUPEE);
    }

    function test_NoNoticeWhileOpen() public {
        goToDay(50);
        dispute(1);
        assertRefused(operator, abi.encodeCall(billing.giveNotice, (HOME)), isOpen(1));
        reject();
        giveNotice();
    }

    function test_ANoticeIsVoidByIt() public {
        goToDay(50);
        giveNotice();
        dispute(1);
        assertEq(billing.standing(HOME).noticeDay, 0);
        goToDay(66);
        assertFalse(billing.standing(HOME).mayDisconnect);
        withdraw();
        assertEq(billing.standing(HOME).noticeDay, 0);
        giveNotice();
        assertEq(billing.standing(HOME).noticeDay, START_DAY + 82);
    }

    // ------------------------------------------------------------------ refusals

    function test_OpenedByAnyoneElse() public {
        address[6] memory others = [admin, operator, reader, treasurer, tariffOfficer, stranger];
        bytes memory call = abi.encodeCall(billing.openDispute, (HOME, 1, 1, HASH));
        for (uint256 i; i < others.length; ++i) {
            assertRefused(others[i], call, notHolder(others[i]));
        }
        dispute(1);
        for (uint256 i; i < others.length; ++i) {
            assertRefused(others[i], abi.encodeCall(billing.withdrawDispute, (HOME)), notHolder(others[i]));
        }
    }

    function test_EndedByTheHolder() public {
        dispute(1);
        bytes memory reason = missingRole(holder, billing.OPERATOR_ROLE());
        assertRefused(holder, abi.encodeCall(billing.upholdDispute, (HOME, 1, REASON)), reason);
        assertRefused(holder, abi.encodeCall(billing.rejectDispute, (HOME, REASON)), reason);
    }

    function test_OfNothingOrOfNoBill() public {
        assertRefused(holder, abi.encodeCall(billing.openDispute, (HOME, 1, 0, HASH)), zeroAmount());
        refusedOpen(0, unknownBill(0));
        refusedOpen(2, unknownBill(2));
        refusedOpen(type(uint16).max, unknownBill(type(uint16).max));
        assertRefused(holder, abi.encodeCall(billing.openDispute, (7, 1, 1, HASH)), unknown(7));
        assertRefused(holder, abi.encodeCall(billing.withdrawDispute, (7)), unknown(7));
    }

    function test_NoneIsOpen() public {
        noneIsOpen();
        dispute(1);
        reject();
        noneIsOpen();
    }

    function noneIsOpen() private {
        bytes memory reason = abi.encodeWithSelector(IConnectionLife.NoDispute.selector, HOME);
        assertRefused(operator, abi.encodeCall(billing.upholdDispute, (HOME, 1, REASON)), reason);
        assertRefused(operator, abi.encodeCall(billing.rejectDispute, (HOME, REASON)), reason);
        assertRefused(holder, abi.encodeCall(billing.withdrawDispute, (HOME)), reason);
    }

    function test_EndedAsACreditNoteOrReasonCanNotBe() public {
        dispute(1);
        assertRefused(operator, abi.encodeCall(billing.upholdDispute, (HOME, 0, REASON)), zeroAmount());
        assertRefused(operator, abi.encodeCall(billing.upholdDispute, (HOME, 1, "")), badReason(0));
        assertRefused(operator, abi.encodeCall(billing.rejectDispute, (HOME, "")), badReason(0));
        assertRefused(operator, abi.encodeCall(billing.rejectDispute, (HOME, string(new bytes(281)))), badReason(281));
        bytes memory reason = abi.encodeWithSelector(IElectricityBilling.AboveBoardBalance.selector, 1, 0);
        assertRefused(operator, abi.encodeCall(billing.upholdDispute, (HOME, FIRST_BILL + 1, REASON)), reason);
        uphold(FIRST_BILL);
    }

    // ------------------------------------------------------------------ helpers

    function uphold(uint64 credit) private {
        vm.prank(operator);
        billing.upholdDispute(HOME, credit, REASON);
    }

    function reject() private {
        vm.prank(operator);
        billing.rejectDispute(HOME, REASON);
    }

    function withdraw() private {
        vm.prank(holder);
        billing.withdrawDispute(HOME);
    }

    function refusedOpen(uint16 bill, bytes memory reason) private {
        assertRefused(holder, abi.encodeCall(billing.openDispute, (HOME, bill, 500 * RUPEE, HASH)), reason);
    }

    function notDisputable(uint16 bill) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.NotDisputable.selector, HOME, bill);
    }

    function isOpen(uint16 bill) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.DisputeIsOpen.selector, HOME, bill);
    }

    function unknownBill(uint16 bill) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.UnknownBill.selector, HOME, bill, 1);
    }

    function badReason(uint256 length) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.BadReason.selector, length);
    }
}
