// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Vm} from "forge-std/Vm.sol";

contract CollectTest is BillingTest {
    uint256[] private numbers;

    function setUp() public override {
        super.setUp();
        billHome();
        pay(holder, HOME, 2000 * RUPEE);
        goToDay(40);
    }

    function test_MovesWhatBillsHaveEarnedAndPaymentsHaveCovered() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Collected(2000 * RUPEE, 2000 * RUPEE);
        vm.prank(stranger);
        assertEq(collect(HOME), 2000 * RUPEE);

        // Not an event of the connection's own, so its head stays.
        expected.collected = 2000 * RUPEE;
        assertConnection(expected);
        assertTotals(1, 500_000, 2500 * RUPEE, 2000 * RUPEE, 2000 * RUPEE);
        assertEq(address(billing).balance, 2000 ether);
    }

    function test_LeavesAnAdvanceAlone() public {
        pay(holder, HOME, 5000 * RUPEE);
        assertEq(collect(HOME), 2500 * RUPEE);
        assertEq(billing.totals().boardBalance, 2500 * RUPEE);
        refund(HOME, 4500 * RUPEE);
        assertEq(address(billing).balance, 2500 ether);
    }

    function test_Again() public {
        collect(HOME);
        bytes memory before = state();
        vm.recordLogs();
        assertEq(collect(HOME), 0);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(state(), before);
    }

    function test_OfMany() public {
        registerConnection(HOME + 1, stranger, FLAT);
        registerConnection(HOME + 2, stranger, FLAT);
        pay(stranger, HOME + 1, 700 * RUPEE);
        goToDay(71);
        readOn(71, HOME + 1, 100_000);
        issueBill(HOME + 1);
        pay(stranger, HOME + 2, 1);
        // Twice, unknown, not a number, nothing billed: they add nothing.
        numbers = [HOME, HOME, 7, uint256(1) << 64 | HOME, type(uint256).max, HOME + 2, HOME + 1];

        vm.recordLogs();
        assertEq(billing.collect(numbers), 2000 * RUPEE);
        Vm.Log[] memory logs = vm.getRecordedLogs();

        assertEq(logs.length, 1);
        assertEq(logs[0].topics[0], IElectricityBilling.Collected.selector);
        assertEq(logs[0].data, abi.encode(2000 * RUPEE, 2500 * RUPEE));
        assertTotals(3, 600_000, 3000 * RUPEE, 2500 * RUPEE, 2500 * RUPEE);
        assertEq(billing.connection(7).number, 7);
        assertEq(billing.connection(7).holder, address(0));
    }

    function test_None() public {
        assertEq(billing.collect(numbers), 0);
    }

    function test_WhilePaused() public {
        pause();
        assertEq(collect(HOME), 2000 * RUPEE);
    }

    function test_TheSmallestAmount() public {
        collect(HOME);
        pay(holder, HOME, 1);
        assertEq(collect(HOME), 1);
        assertEq(billing.totals().boardBalance, 2000 * RUPEE + 1);
    }
}
