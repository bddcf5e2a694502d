// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";

contract PayTest is BillingTest {
    function test_TheFirstStory() public {
        billHome();
        assertEq(arrears(HOME), 2500 * RUPEE);

        uint256 wallet = holder.balance;
        pay(holder, HOME, 2000 * RUPEE);
        assertEq(arrears(HOME), 500 * RUPEE);
        assertEq(holder.balance, wallet - 2000 ether);
        assertEq(address(billing).balance, 2000 ether);

        pay(holder, HOME, 500 * RUPEE);
        assertEq(arrears(HOME), 0);
        assertEq(holder.balance, wallet - 2500 ether);
        assertEq(address(billing).balance, 2500 ether);
    }

    function test_CreditsAPart() public {
        billHome();
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        uint32 billBlock = expected.headBlock;
        goToDay(35);
        uint256 wallet = holder.balance;

        vm.expectEmit(address(billing));
        emit IElectricityBilling.PaymentReceived(HOME, holder, 2000 * RUPEE, 2000 * RUPEE, billBlock);
        pay(holder, HOME, 2000 * RUPEE);

        (expected.credited, expected.headBlock) = (2000 * RUPEE, uint32(block.number));
        assertConnection(expected);
        assertTotals(1, 500_000, 2500 * RUPEE, 0, 0);
        assertEq(holder.balance, wallet - 2000 ether);
        assertEq(address(billing).balance, 2000 ether);
    }

    function test_AnyoneMayPayForAnyone() public {
        billHome();
        uint256 wallet = stranger.balance;
        vm.expectEmit(address(billing));
        emit IElectricityBilling.PaymentReceived(HOME, stranger, 1, 1, uint32(block.number));
        pay(stranger, HOME, 1);
        assertEq(stranger.balance, wallet - UNIT);
        assertEq(address(billing).balance, UNIT);
        assertEq(arrears(HOME), 2500 * RUPEE - 1);
    }

    function test_BeforeTheFirstBillItIsAnAdvance() public {
        registerConnection(HOME, holder, FLAT);
        pay(holder, HOME, 3000 * RUPEE);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.credited, 3000 * RUPEE);
        assertEq(c.charged, 0);
        assertEq(billing.totals().boardBalance, 0);
    }

    function test_WhatIsOverTheBillIsAnAdvanceToo() public {
        billHome();
        pay(holder, HOME, 2600 * RUPEE);
        refund(HOME, 100 * RUPEE);
        assertEq(arrears(HOME), 0);
    }

    function test_TheOldestBillIsPaidFirst() public {
        billHome();
        goToDay(62);
        readOn(62, HOME, 600_000);
        issueBill(HOME);
        // Bills of 2,500 and 500: chargedAfter is 2,500 and 3,000.
        pay(holder, HOME, 2600 * RUPEE);
        assertEq(open(2500 * RUPEE, 2500 * RUPEE), 0);
        assertEq(open(3000 * RUPEE, 500 * RUPEE), 400 * RUPEE);
    }

    function test_WhilePausedOverdueAndTwiceInABlock() public {
        billHome();
        goToDay(200);
        pause();
        pay(holder, HOME, 1000 * RUPEE);
        pay(stranger, HOME, 1500 * RUPEE);
        assertEq(arrears(HOME), 0);
    }

    function test_UpToWhatTheLedgerHolds() public {
        registerConnection(HOME, holder, FLAT);
        vm.deal(stranger, uint256(type(uint64).max) * UNIT);
        pay(stranger, HOME, type(uint64).max);
        assertEq(billing.connection(HOME).credited, type(uint64).max);
        assertEq(stranger.balance, 0);

        assertRefused(
            holder,
            UNIT,
            abi.encodeCall(billing.pay, (HOME, 1)),
            abi.encodeWithSelector(IElectricityBilling.AmountTooLarge.selector, HOME, 1)
        );
    }

    // ------------------------------------------------------------------ refusals

    function test_Nothing() public {
        billHome();
        refused(0, HOME, 0, abi.encodeWithSelector(IElectricityBilling.ZeroAmount.selector));
    }

    function test_ToAnUnknownConnection() public {
        refused(1 ether, 7, RUPEE, unknown(7));
    }

    function test_ToConnectionZero() public {
        refused(1 ether, 0, RUPEE, unknown(0));
    }

    function test_LessCoinThanNamed() public {
        billHome();
        refused(1 ether - 1, HOME, RUPEE, wrongValue(1 ether - 1, 1 ether));
    }

    function test_MoreCoinThanNamed() public {
        billHome();
        refused(1 ether + 1, HOME, RUPEE, wrongValue(1 ether + 1, 1 ether));
    }

    function test_NoCoin() public {
        billHome();
        refused(0, HOME, 2500 * RUPEE, wrongValue(0, 2500 ether));
    }

    function test_CoinWithoutAName() public {
        billHome();
        vm.prank(holder);
        (bool taken,) = address(billing).call{value: 1 ether}("");
        assertFalse(taken);
        assertEq(address(billing).balance, 0);
    }

    /// @dev Whatever was billed and paid, each payment adds itself to `credited` and to nothing else.
    function testFuzz_AnyPart(uint64 first, uint64 second) public {
        first = uint64(bound(first, 1, type(uint64).max - 1));
        second = uint64(bound(second, 1, type(uint64).max - first));
        billHome();
        vm.deal(holder, uint256(first) * UNIT);
        vm.deal(stranger, uint256(second) * UNIT);
        pay(holder, HOME, first);
        pay(stranger, HOME, second);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.credited, first + second);
        assertEq(c.charged, 2500 * RUPEE);
        assertEq(c.collected, 0);
        assertEq(address(billing).balance, (uint256(first) + second) * UNIT);
        assertEq(holder.balance + stranger.balance, 0);
    }

    /// @dev What is open on a bill, as every reader computes it.
    function open(uint64 chargedAfter, uint64 amount) private view returns (uint64) {
        uint64 credited = billing.connection(HOME).credited;
        if (credited >= chargedAfter) return 0;
        return chargedAfter - credited < amount ? chargedAfter - credited : amount;
    }

    function refused(uint256 value, uint64 number, uint64 amount, bytes memory reason) private {
        assertRefused(holder, value, abi.encodeCall(billing.pay, (number, amount)), reason);
    }

    function wrongValue(uint256 value, uint256 expected) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.WrongValue.selector, value, expected);
    }
}
