// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {console} from "forge-std/console.sol";

/// @dev Three connections; the first has a bill of 2,500.
contract PayManyTest is BillingTest {
    uint256[] private rows;

    function setUp() public override {
        super.setUp();
        billHome();
        registerConnection(HOME + 1, holder, FLAT);
        registerConnection(HOME + 2, stranger, FLAT);
        goToDay(40);
    }

    function test_EachHasAReceiptOfItsOwn() public {
        rows = [payment(HOME, 2000 * RUPEE), payment(HOME + 2, 1), payment(HOME + 1, 300 * RUPEE)];
        IElectricityBilling.Connection[3] memory expected =
            [billing.connection(HOME), billing.connection(HOME + 2), billing.connection(HOME + 1)];
        uint256 wallet = stranger.balance;
        uint64[3] memory amounts = [2000 * RUPEE, 1, 300 * RUPEE];
        for (uint256 i; i < 3; ++i) {
            vm.expectEmit(address(billing));
            emit IElectricityBilling.PaymentReceived(
                expected[i].number, stranger, amounts[i], amounts[i], expected[i].headBlock
            );
        }
        assertEq(payMany(2300 * RUPEE + 1), 2300 * RUPEE + 1);

        for (uint256 i; i < 3; ++i) {
            (expected[i].credited, expected[i].headBlock) = (amounts[i], uint32(block.number));
            assertConnection(expected[i]);
        }
        assertTotals(3, 500_000, 2500 * RUPEE, 0, 0);
        assertEq(stranger.balance, wallet - 2300 ether - UNIT);
        assertEq(address(billing).balance, 2300 ether + UNIT);
    }

    function test_TheSameTwice() public {
        rows = [payment(HOME, 2000 * RUPEE), payment(HOME, 600 * RUPEE)];
        uint32 head = billing.connection(HOME).headBlock;
        vm.expectEmit(address(billing));
        emit IElectricityBilling.PaymentReceived(HOME, stranger, 2000 * RUPEE, 2000 * RUPEE, head);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.PaymentReceived(HOME, stranger, 600 * RUPEE, 2600 * RUPEE, uint32(block.number));
        assertEq(payMany(2600 * RUPEE), 2600 * RUPEE);
        assertEq(billing.connection(HOME).credited, 2600 * RUPEE);
        refund(HOME, 100 * RUPEE);
    }

    function test_WhilePaused() public {
        rows = [payment(HOME, 2500 * RUPEE)];
        pause();
        payMany(2500 * RUPEE);
        assertEq(arrears(HOME), 0);
    }

    /// @dev At a counter: nothing but its own row decides what a connection is credited.
    function testFuzz_AsOneByOne(uint32[5] memory amounts, uint8[5] memory which) public {
        uint256 total;
        uint64[3] memory expected;
        for (uint256 i; i < 5; ++i) {
            uint64 amount = uint64(bound(amounts[i], 1, type(uint32).max));
            rows.push(payment(HOME + which[i] % 3, amount));
            expected[which[i] % 3] += amount;
            total += amount;
        }
        assertEq(payMany(total), total);
        for (uint64 i; i < 3; ++i) {
            assertEq(billing.connection(HOME + i).credited, expected[i]);
        }
        assertEq(address(billing).balance, total * UNIT);
    }

    function test_TwoHundred() public {
        for (uint64 i; i < 200; ++i) {
            registerConnection(HOME + 10 + i, holder, FLAT);
            rows.push(payment(HOME + 10 + i, RUPEE));
        }
        goToDay(41);
        assertEq(payMany(200 * RUPEE), 200 * RUPEE);
        console.log("gas of 200 payments in one", vm.lastCallGas().gasTotalUsed);
        assertEq(billing.connection(HOME + 209).credited, RUPEE);
    }

    // ------------------------------------------------------------------ refusals: all or nothing

    function test_ARowWithBitsWhereNoneBelong() public {
        rows = [payment(HOME, RUPEE), payment(HOME, RUPEE) | 1 << 128];
        refused(2 ether, abi.encodeWithSelector(IElectricityBilling.BadRow.selector, rows[1]));
        rows[1] = payment(HOME, RUPEE) | 1 << 255;
        refused(2 ether, abi.encodeWithSelector(IElectricityBilling.BadRow.selector, rows[1]));
    }

    function test_AnUnknownConnection() public {
        rows = [payment(HOME, RUPEE), payment(7, RUPEE)];
        refused(2 ether, unknown(7));
        rows[1] = payment(0, RUPEE);
        refused(2 ether, unknown(0));
    }

    function test_Nothing() public {
        refused(0, zeroAmount());
        refused(1, zeroAmount());
        rows = [payment(HOME, RUPEE), payment(HOME + 1, 0)];
        refused(1 ether, zeroAmount());
    }

    function test_OtherCoinThanNamed() public {
        rows = [payment(HOME, RUPEE), payment(HOME + 1, 2 * RUPEE)];
        uint256[4] memory values = [uint256(0), 1 ether, 3 ether - 1, 3 ether + 1];
        for (uint256 i; i < values.length; ++i) {
            refused(values[i], abi.encodeWithSelector(IElectricityBilling.WrongValue.selector, values[i], 3 ether));
        }
    }

    function test_MoreThanTheLedgerHolds() public {
        rows = [payment(HOME, type(uint64).max), payment(HOME, 1)];
        vm.deal(stranger, 1e40);
        refused(
            uint256(type(uint64).max) * UNIT + UNIT,
            abi.encodeWithSelector(IElectricityBilling.AmountTooLarge.selector, HOME, 1)
        );
    }

    // ------------------------------------------------------------------ helpers

    function payment(uint64 number, uint64 amount) private pure returns (uint256) {
        return uint256(amount) << 64 | number;
    }

    function payMany(uint256 total) private returns (uint256) {
        vm.prank(stranger);
        return billing.payMany{value: total * UNIT}(rows);
    }

    function refused(uint256 value, bytes memory reason) private {
        bytes memory before = abi.encode(billing.connection(HOME + 1), billing.connection(HOME + 2));
        assertRefused(stranger, value, abi.encodeCall(billing.payMany, (rows)), reason);
        assertEq(abi.encode(billing.connection(HOME + 1), billing.connection(HOME + 2)), before);
    }

    function zeroAmount() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.ZeroAmount.selector);
    }
}
