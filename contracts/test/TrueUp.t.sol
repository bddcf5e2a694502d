// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";

/// @dev Bills over several agreed periods, and the true-up of bills on estimates. Category 3: TNB's domestic tariff, its bands for one bill whatever the days.
contract TrueUpTest is BillingTest {
    uint16 private constant TNB = 3;

    function setUp() public override {
        super.setUp();
        vm.warp(START - NOTICE - 1 days);
        vm.prank(tariffOfficer);
        book.publish(TNB, START_DAY, OtherTariffs.tnbDomestic());
        vm.warp(START);
    }

    function estimateOn(uint256 day, uint48 register) private {
        vm.prank(operator);
        billing.estimateReading(HOME, register, uint32(START + day * 1 days));
    }

    function expectSpan(uint16 bill, uint16 periods, uint256 total, uint256 estimated, uint256 credit) private {
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.SpanBilled(
            HOME,
            bill,
            periods,
            uint64(total),
            uint64(estimated),
            uint64(credit),
            uint64(c.credited + credit),
            c.headBlock
        );
    }

    /// @dev A household that used 350 kWh a month was billed 681 for four months at once; month by month it is 411.20.
    function test_FourMonthsAtOnceCostFourMonths() public {
        registerConnection(HOME, holder, TNB);
        goToDay(120);
        readOn(120, HOME, 1_400_000);
        expectSpan(1, 4, 411.2e6, 0, 0);
        assertEq(issueBill(HOME), 411.2e6);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.bills, 1);
        assertEq(c.billedDay, START_DAY + 120);
        assertTotals(1, 1_400_000, 411.2e6, 0, 0);
    }

    function test_ARunBillsThemOneByOneToo() public {
        registerConnection(HOME, holder, TNB);
        goToDay(120);
        readOn(120, HOME, 1_400_000);
        uint256[] memory list = new uint256[](1);
        list[0] = HOME;
        expectSpan(1, 4, 411.2e6, 0, 0);
        vm.prank(operator);
        assertEq(billing.issueBills(list), 1);
        assertTotals(1, 1_400_000, 411.2e6, 0, 0);
    }

    /// @dev The same with two months estimated at 100 kWh, which charged 21.80 each.
    function test_EstimatesAreTruedUp() public {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(30, 100_000);
        assertEq(issueBill(HOME), 21.8e6);
        goToDay(60);
        estimateOn(60, 200_000);
        assertEq(issueBill(HOME), 21.8e6);
        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertEq(s.estimatedBills, 2);
        assertEq(s.estimatedCharge, 43.6e6);
        assertEq(s.spanDay, START_DAY);
        assertEq(s.spanRegister, 0);
        assertTrue(s.isEstimated);
        vm.expectRevert(abi.encodeWithSelector(IConnectionLife.TooManyEstimates.selector, HOME));
        vm.prank(operator);
        billing.estimateReading(HOME, 300_000, uint32(START + 60 days + 1));

        goToDay(120);
        readOn(120, HOME, 1_400_000);
        ExpectedBill memory bill = firstBill(120, 1_400_000);
        (bill.number, bill.category, bill.previousBlock) = (3, TNB, billing.connection(HOME).headBlock);
        (bill.amount, bill.chargedAfter) = (367.6e6, 411.2e6);
        expectSpan(3, 4, 411.2e6, 43.6e6, 0);
        expectBill(bill);
        assertEq(issueBill(HOME), 367.6e6);

        s = billing.standing(HOME);
        assertEq(s.estimatedBills, 0);
        assertEq(s.estimatedCharge, 0);
        assertFalse(s.isEstimated);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.charged, 411.2e6);
        assertEq(c.billedRegister, 1_400_000);
        assertTotals(1, 1_400_000, 411.2e6, 0, 0);
        // The next one is an ordinary bill.
        goToDay(150);
        readOn(150, HOME, 1_500_000);
        assertEq(issueBill(HOME), 21.8e6);
    }

    /// @dev Estimated at 600 kWh (231.80), used 100 (21.80): the meter shows less than was billed.
    function test_TooMuchIsCreditedOnWhatIsOwed() public {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(30, 600_000);
        assertEq(issueBill(HOME), 231.8e6);
        goToDay(60);
        readOn(60, HOME, 200_000);
        // Two months of 100 kWh each: 43.60.
        expectSpan(2, 2, 43.6e6, 231.8e6, 188.2e6);
        assertEq(issueBill(HOME), 0);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.charged, 231.8e6);
        assertEq(c.credited, 188.2e6);
        assertEq(c.collected, 188.2e6);
        assertEq(c.billedRegister, 200_000);
        assertEq(c.billedDay, START_DAY + 60);
        assertTotals(1, 200_000, 231.8e6, 0, 0);
        pay(holder, HOME, 43.6e6);
        assertEq(collect(HOME), 43.6e6);
    }

    function test_TooMuchThatWasPaidComesBackAsAnAdvance() public {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(30, 600_000);
        issueBill(HOME);
        pay(holder, HOME, 231.8e6);
        collect(HOME);
        goToDay(60);
        readOn(60, HOME, 200_000);
        issueBill(HOME);
        assertTotals(1, 200_000, 231.8e6, 231.8e6, 43.6e6);
        refund(HOME, 188.2e6);
        vm.prank(treasurer);
        billing.withdraw(43.6e6, treasurer);
        assertEq(address(billing).balance, 0);
    }

    function test_RefusedWhileTheBoardHasNotGotTheMoney() public {
        paidAndWithdrawn();
        bytes memory reason =
            abi.encodeWithSelector(IElectricityBilling.AboveBoardBalance.selector, uint256(188.2e6), uint256(0));
        assertRefused(operator, abi.encodeCall(billing.issueBill, (HOME)), reason);
        uint256[] memory list = new uint256[](1);
        list[0] = HOME;
        vm.expectEmit(address(billing));
        emit IElectricityBilling.BillRejected(HOME, reason);
        vm.prank(operator);
        assertEq(billing.issueBills(list), 0);
    }

    function test_TheBoardHasJustTheMoney() public {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(30, 600_000);
        issueBill(HOME);
        pay(holder, HOME, 231.8e6);
        collect(HOME);
        vm.prank(treasurer);
        billing.withdraw(43.6e6, treasurer);
        goToDay(60);
        readOn(60, HOME, 200_000);
        assertEq(issueBill(HOME), 0);
        assertTotals(1, 200_000, 231.8e6, 231.8e6, 0);
        refund(HOME, 188.2e6);
        assertEq(address(billing).balance, 0);
    }

    function paidAndWithdrawn() private {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(30, 600_000);
        issueBill(HOME);
        pay(holder, HOME, 231.8e6);
        collect(HOME);
        vm.prank(treasurer);
        billing.withdraw(231.8e6, treasurer);
        goToDay(60);
        readOn(60, HOME, 200_000);
    }

    function test_RefusedWhereTheLedgerCannotHoldTheCredit() public {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(30, 600_000);
        issueBill(HOME);
        vm.deal(stranger, type(uint128).max);
        pay(stranger, HOME, type(uint64).max);
        goToDay(60);
        readOn(60, HOME, 200_000);
        assertRefused(
            operator,
            abi.encodeCall(billing.issueBill, (HOME)),
            abi.encodeWithSelector(IElectricityBilling.AmountTooLarge.selector, HOME, uint256(188.2e6))
        );
    }

    function test_TheLedgerHoldsTheLargestCredit() public {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(30, 600_000);
        issueBill(HOME);
        vm.deal(stranger, type(uint128).max);
        pay(stranger, HOME, type(uint64).max - 188.2e6);
        goToDay(60);
        readOn(60, HOME, 200_000);
        issueBill(HOME);
        assertEq(billing.connection(HOME).credited, type(uint64).max);
    }

    function test_AnEstimateThatIsReadBeforeItIsBilled() public {
        registerConnection(HOME, holder, TNB);
        goToDay(30);
        estimateOn(29, 600_000);
        readOn(30, HOME, 100_000);
        assertEq(issueBill(HOME), 21.8e6);
        assertEq(billing.standing(HOME).estimatedBills, 0);
    }

    /// @dev However a span was estimated, in the end it has cost what it would have, read by read.
    function testFuzz_EstimatesCostNothing(uint48 first, uint48 second, uint48 used) public {
        registerConnection(HOME, holder, TNB);
        first = uint48(bound(first, 0, 1_000_000));
        second = uint48(bound(second, first, first + 1_000_000));
        used = uint48(bound(used, 0, 3_000_000));
        goToDay(30);
        estimateOn(30, first);
        issueBill(HOME);
        goToDay(60);
        estimateOn(60, second);
        issueBill(HOME);
        goToDay(90);
        readOn(90, HOME, used);
        issueBill(HOME);
        IElectricityBilling.Connection memory c = billing.connection(HOME);

        registerConnection(HOME + 1, holder, TNB);
        readOn(90, HOME + 1, used);
        issueBill(HOME + 1);
        uint64 plain = billing.connection(HOME + 1).charged;
        assertEq(int256(uint256(c.charged)) - int256(uint256(c.credited)), int256(uint256(plain)), "net charge");
        assertEq(c.billedRegister, used);
        assertEq(billing.totals().billedWh, 2 * uint256(used));
    }

    function test_PeriodsOfASpan() public {
        // Agreement, days, periods.
        uint256[3][16] memory cases = [
            [uint256(513), 31, 1],
            [uint256(513), 46, 1],
            [uint256(513), 55, 1],
            [uint256(513), 56, 2],
            [uint256(513), 61, 2],
            [uint256(513), 196, 6],
            [uint256(513), 365, 12],
            [uint256(513), 1000, 24],
            [uint256(515), 92, 1],
            [uint256(515), 168, 2],
            [uint256(515), 184, 2],
            [uint256(515), 588, 6],
            [uint256(524), 731, 2],
            [uint256(10), 39, 3],
            [uint256(10), 5, 1],
            [uint256(0), 90, 1]
        ];
        for (uint256 i; i < cases.length; ++i) {
            uint256 state_ = vm.snapshotState();
            IElectricityBilling.Registration memory r = registration(HOME, holder, FLAT);
            r.agreement = uint16(cases[i][0]);
            vm.prank(operator);
            billing.register(r);
            goToDay(cases[i][1]);
            readOn(cases[i][1], HOME, 100_000);
            if (cases[i][2] != 1) expectSpan(1, uint16(cases[i][2]), 500e6, 0, 0);
            vm.recordLogs();
            assertEq(issueBill(HOME), 500e6, vm.toString(i));
            assertEq(vm.getRecordedLogs().length, cases[i][2] == 1 ? 1 : 2, "events");
            vm.revertToState(state_);
        }
    }

    /// @dev A row of a batch is refused alone when one of its periods has no bill.
    function test_APeriodWithoutATotalRefusesItsBill() public {
        vm.warp(START - NOTICE - 1 days);
        vm.prank(tariffOfficer);
        book.publish(4, START_DAY, OtherTariffs.upToAHundred());
        vm.warp(START);
        registerConnection(HOME, holder, 4);
        goToDay(60);
        readOn(60, HOME, 200_002);
        // The periods are of 100.001 units each.
        bytes memory reason = abi.encodeWithSignature("AboveLastBand(uint256)", 100_001);
        assertRefused(
            operator,
            abi.encodeCall(billing.issueBill, (HOME)),
            abi.encodeWithSelector(IElectricityBilling.NoBill.selector, HOME, reason)
        );
    }
}
