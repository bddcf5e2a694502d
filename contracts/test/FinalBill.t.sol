// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";

/// @dev The connection has a bill of 2,500, up to day 31, and is offered to an heir; 100 units more are read on day 40.
contract FinalBillTest is LifeTest {
    address private heir = makeAddr("heir");

    function setUp() public override {
        super.setUp();
        billHome();
        offer(holder, heir);
        readNext(40, 100);
    }

    function test_WhateverThePeriod() public {
        pay(holder, HOME, 2700 * RUPEE);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        ExpectedBill memory bill = firstBill(40, 600_000);
        (bill.number, bill.fromDay, bill.opening) = (2, START_DAY + 31, 500_000);
        (bill.amount, bill.chargedAfter, bill.previousBlock) = (500 * RUPEE, 3000 * RUPEE, expected.headBlock);
        goToDay(42);
        bill.dueDay = START_DAY + 57;
        expectBill(bill);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Collected(2700 * RUPEE, 2700 * RUPEE);
        assertEq(issueFinalBill(), 500 * RUPEE);

        (expected.billedRegister, expected.billedDay, expected.bills) = (600_000, START_DAY + 40, 2);
        (expected.charged, expected.collected, expected.dueDay) = (3000 * RUPEE, 2700 * RUPEE, START_DAY + 57);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertStanding(standing);
        assertTotals(1, 600_000, 3000 * RUPEE, 2700 * RUPEE, 2700 * RUPEE);
    }

    function test_ThePeriodOfTheNewHolderBeginsThere() public {
        issueFinalBill();
        vm.prank(heir);
        billing.acceptHandover(HOME);
        readNext(67, 10);
        assertRefused(operator, abi.encodeCall(billing.issueBill, (HOME)), periodNotOver(67, 68));
        readNext(68, 10);
        assertEq(issueBill(HOME), 100 * RUPEE);
    }

    function test_TheBoardsOfferGoesThroughWhereTheBillTakesTheAdvance() public {
        offer(operator, heir);
        pay(stranger, HOME, 3000 * RUPEE);
        bytes memory reason = abi.encodeWithSelector(IElectricityBilling.AdvanceInTheWay.selector, HOME, 500 * RUPEE);
        assertRefused(heir, abi.encodeCall(billing.acceptHandover, (HOME)), reason);
        issueFinalBill();
        vm.prank(heir);
        billing.acceptHandover(HOME);
        assertEq(billing.connection(HOME).holder, heir);
    }

    function test_TruesUpEstimates() public {
        pay(holder, HOME, 3500 * RUPEE);
        goToDay(62);
        estimate(700_000, uint32(block.timestamp));
        assertEq(issueBill(HOME), 1000 * RUPEE);
        goToDay(70);
        readOn(70, HOME, 650_000);
        assertEq(issueFinalBill(), 0);
        assertEq(billing.standing(HOME).estimatedBills, 0);
        // 150 units since day 31 are 750; 250 of the 1,000 come back.
        assertEq(billing.connection(HOME).credited, 3750 * RUPEE);
    }

    // ------------------------------------------------------------------ refusals

    function test_NotOfferedToAnyone() public {
        bytes memory reason = abi.encodeWithSelector(IConnectionLife.NoHandover.selector, HOME);
        offer(holder, address(0));
        refusedFinal(operator, reason);
        offer(holder, heir);
        vm.prank(heir);
        billing.acceptHandover(HOME);
        refusedFinal(operator, reason);
    }

    function test_NothingToBill() public {
        issueFinalBill();
        bytes memory reason =
            abi.encodeWithSelector(IElectricityBilling.NothingToBill.selector, HOME, START_DAY + 40, START_DAY + 40);
        refusedFinal(operator, reason);
    }

    function test_TheLatestIsEstimated() public {
        goToDay(45);
        estimate(600_000, uint32(block.timestamp));
        refusedFinal(operator, abi.encodeWithSelector(IConnectionLife.LatestIsEstimated.selector, HOME));
        // It goes over all the same, and the new holder's first reading trues it up.
        vm.prank(heir);
        billing.acceptHandover(HOME);
        goToDay(62);
        readOn(62, HOME, 610_000);
        assertEq(issueBill(HOME), 550 * RUPEE);
    }

    function test_WhatTheTariffCanNotBill() public {
        publish(4, OtherTariffs.upToAHundred());
        registerConnection(HOME + 1, holder, 4);
        goToDay(40);
        readOn(40, HOME + 1, 100_001);
        vm.prank(holder);
        billing.offerHandover(HOME + 1, heir);
        vm.prank(operator);
        (bool done, bytes memory answer) = address(billing).call(abi.encodeCall(billing.issueFinalBill, (HOME + 1)));
        assertFalse(done);
        assertEq(bytes4(answer), IElectricityBilling.NoBill.selector);
        vm.prank(heir);
        billing.acceptHandover(HOME + 1);
    }

    function test_WhilePaused() public {
        pause();
        refusedFinal(operator, paused());
    }

    function test_AnUnknownOrClosedConnection() public {
        assertRefused(operator, abi.encodeCall(billing.issueFinalBill, (7)), unknown(7));
        close();
        refusedFinal(operator, closed());
    }

    /// @dev A holder who could end periods at will would use the cheapest band of each.
    function test_ByAnyoneElse() public {
        address[7] memory others = [admin, reader, treasurer, tariffOfficer, holder, heir, stranger];
        bytes32 role = billing.OPERATOR_ROLE();
        for (uint256 i; i < others.length; ++i) {
            refusedFinal(others[i], missingRole(others[i], role));
        }
    }

    function refusedFinal(address caller, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.issueFinalBill, (HOME)), reason);
    }
}
