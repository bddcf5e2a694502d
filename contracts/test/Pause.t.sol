// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BillingTest} from "./utils/BillingTest.sol";
import {Tariffs} from "./utils/Tariffs.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";

/// @dev A pause stops what the board does to consumers, and nothing that consumers do; money goes on in both directions.
contract PauseTest is BillingTest {
    uint256[] private none;

    function setUp() public override {
        super.setUp();
        billHome();
        goToDay(62);
        pause();
    }

    function test_SaysSo() public {
        assertTrue(billing.paused());
        vm.expectEmit(address(billing));
        emit Pausable.Unpaused(admin);
        vm.prank(admin);
        billing.unpause();
        assertFalse(billing.paused());
        vm.expectEmit(address(billing));
        emit Pausable.Paused(admin);
        pause();
    }

    function test_Again() public {
        assertRefused(admin, abi.encodeCall(billing.pause, ()), paused());
        vm.startPrank(admin);
        billing.unpause();
        vm.expectRevert(Pausable.ExpectedPause.selector);
        billing.unpause();
    }

    function test_NoRegistration() public {
        assertRefused(operator, abi.encodeCall(billing.register, (registration(HOME + 1, holder, FLAT))), paused());
    }

    function test_NoReading() public {
        bytes memory call = abi.encodeCall(billing.recordReading, (HOME, 600_000, uint32(block.timestamp)));
        assertRefused(reader, call, paused());
        assertRefused(reader, abi.encodeCall(billing.recordReadings, (none)), paused());
    }

    function test_NoConfirmedReading() public {
        bytes memory call = abi.encodeCall(billing.confirmReading, (HOME, 600_000, uint32(block.timestamp)));
        assertRefused(operator, call, paused());
    }

    function test_NoBill() public {
        assertRefused(operator, abi.encodeCall(billing.issueBill, (HOME)), paused());
        assertRefused(operator, abi.encodeCall(billing.issueBills, (none)), paused());
    }

    function test_NoReadingAndBill() public {
        bytes32 role = billing.READER_ROLE();
        vm.prank(admin);
        billing.grantRole(role, operator);
        assertRefused(operator, abi.encodeCall(billing.recordAndBill, (none)), paused());
    }

    function test_MoneyGoesOn() public {
        pay(holder, HOME, 1000 * RUPEE);
        pay(stranger, HOME, 2000 * RUPEE);
        refund(HOME, 500 * RUPEE);
        assertEq(collect(HOME), 2500 * RUPEE);
        vm.prank(treasurer);
        billing.withdraw(2500 * RUPEE, treasurer);
        assertEq(address(billing).balance, 0);
        assertEq(treasurer.balance, 2500 ether);
    }

    function test_HandoversGoOn() public {
        vm.prank(holder);
        billing.offerHandover(HOME, stranger);
        vm.prank(stranger);
        billing.acceptHandover(HOME);
        assertEq(billing.connection(HOME).holder, stranger);
    }

    function test_TariffsGoOn() public {
        uint16 start = book.earliestStartDay();
        vm.prank(tariffOfficer);
        assertEq(book.publish(FLAT, start, Tariffs.flatFive()), 2);
    }

    function test_AfterIt() public {
        vm.prank(admin);
        billing.unpause();
        readOn(62, HOME, 600_000);
        assertEq(issueBill(HOME), 500 * RUPEE);
    }
}
