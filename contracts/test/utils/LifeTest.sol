// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./BillingTest.sol";
import {OtherTariffs} from "./OtherTariffs.sol";

/// @dev What happens to a connection between its registration and its closing. Category 3 is 5 a unit, due after 15 days, 1.5 % a month late in whole rupees.
abstract contract LifeTest is BillingTest {
    uint16 internal constant LATE = 3;
    uint16 internal constant NO_AGREEMENT = type(uint16).max;
    uint64 internal constant FIRST_BILL = 2951 * RUPEE;
    string internal constant REASON = "The register was read as 500 instead of 300.";

    // ------------------------------------------------------------------ doing

    /// @dev HOME in category 3 with one bill of 2,951, issued on day 31, due on day 46.
    function billLateHome() internal {
        publish(LATE, OtherTariffs.late(15));
        registerConnection(HOME, holder, LATE);
        goToDay(31);
        readOn(31, HOME, 590_200);
        issueBill(HOME);
    }

    /// @dev Publishes a tariff in force from START on.
    function publish(uint16 category, bytes memory program) internal {
        vm.warp(START - NOTICE - 1 days);
        vm.prank(tariffOfficer);
        book.publish(category, START_DAY, program);
        vm.warp(START);
    }

    /// @dev HOME's next reading, so many units on, on a day that comes.
    function readNext(uint256 day, uint256 units) internal {
        goToDay(day);
        readOn(day, HOME, billing.connection(HOME).register + uint48(units * 1000));
    }

    /// @dev HOME's next bill at 5 a unit, read and issued on a day that comes. Returns the surcharge that came with it.
    function billOn(uint256 day, uint256 units) internal returns (uint64) {
        uint64 before = billing.connection(HOME).charged;
        readNext(day, units);
        uint64 amount = issueBill(HOME);
        assertEq(amount, units * 5 * RUPEE, "bill");
        return billing.connection(HOME).charged - before - amount;
    }

    function close() internal {
        vm.prank(operator);
        billing.closeConnection(HOME);
    }

    function estimate(uint48 register, uint32 readAt) internal {
        vm.prank(operator);
        billing.estimateReading(HOME, register, readAt);
    }

    function proposePlan(address caller, uint8 parts, uint16 interval) internal {
        vm.prank(caller);
        billing.proposePlan(HOME, parts, interval);
    }

    function acceptPlan(address caller, uint8 parts, uint16 interval) internal {
        vm.prank(caller);
        billing.acceptPlan(HOME, parts, interval);
    }

    /// @dev A plan that the holder asked for.
    function agreePlan(uint8 parts, uint16 interval) internal {
        proposePlan(holder, parts, interval);
        acceptPlan(operator, parts, interval);
    }

    function dispute(uint16 bill) internal {
        vm.prank(holder);
        billing.openDispute(HOME, bill, 500 * RUPEE, keccak256(bytes(REASON)));
    }

    function giveNotice() internal {
        vm.prank(operator);
        billing.giveNotice(HOME);
    }

    function offer(address caller, address to) internal {
        vm.prank(caller);
        billing.offerHandover(HOME, to);
    }

    function issueFinalBill() internal returns (uint64) {
        vm.prank(operator);
        return billing.issueFinalBill(HOME);
    }

    function handOver(address to) internal {
        offer(billing.connection(HOME).holder, to);
        vm.prank(to);
        billing.acceptHandover(HOME);
    }

    // ------------------------------------------------------------------ checking

    function notTheOtherSide(address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.NotTheOtherSide.selector, HOME, caller);
    }

    function notProposed() internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.NotProposed.selector, HOME);
    }

    function notHolder(address caller) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.NotHolder.selector, HOME, caller, holder);
    }

    function zeroAmount() internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.ZeroAmount.selector);
    }

    function periodNotOver(uint256 day, uint256 earliest) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IElectricityBilling.PeriodNotOver.selector, HOME, START_DAY + day, START_DAY + earliest
            );
    }
}
