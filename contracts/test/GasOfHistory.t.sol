// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BillingTest} from "./utils/BillingTest.sol";

/// @dev What a call costs does not depend on how much history the connection has, or on how many connections there are.
contract GasOfHistoryTest is BillingTest {
    /// @dev A byte of calldata that isn't zero costs 12 more than one that is.
    uint256 private constant SLACK = 60;

    function setUp() public override {
        super.setUp();
        registerConnection(HOME, holder, FLAT);
    }

    function test_PaymentsAfterOneBillAndAfterSixty() public {
        uint256[5] memory first = month_(1);
        uint256[5] memory third;
        uint256[5] memory last;
        for (uint256 month = 2; month <= 60; ++month) {
            last = month_(month);
            if (month == 3) third = last;
        }
        assertEq(billing.connection(HOME).bills, 60);
        for (uint256 i = 2; i < 4; ++i) {
            assertApproxEqAbs(last[i], first[i], SLACK, "payment");
        }
        // Before the third month sums are still written for the first time.
        for (uint256 i; i < 5; ++i) {
            assertApproxEqAbs(last[i], third[i], SLACK, "all");
        }
    }

    function test_AmongOneConnectionAndAmongThreeHundred() public {
        month_(1);
        month_(2);
        uint256[5] memory alone = month_(3);
        for (uint64 i = 1; i < 300; ++i) {
            registerConnection(HOME + i, holder, FLAT);
        }
        uint256[5] memory among = month_(4);
        for (uint256 i; i < 5; ++i) {
            assertApproxEqAbs(among[i], alone[i], SLACK);
        }
    }

    /// @dev Gas of a reading, a bill, two payments (of a part, and with an advance) and a refund.
    function month_(uint256 month) private returns (uint256[5] memory gas) {
        goToDay(month * 31);
        readOn(month * 31, HOME, uint48(month * 100_000));
        gas[0] = vm.lastCallGas().gasTotalUsed;
        issueBill(HOME);
        gas[1] = vm.lastCallGas().gasTotalUsed;
        pay(stranger, HOME, 300 * RUPEE);
        gas[2] = vm.lastCallGas().gasTotalUsed;
        pay(stranger, HOME, 300 * RUPEE);
        gas[3] = vm.lastCallGas().gasTotalUsed;
        vm.prank(holder);
        billing.refundAdvance(HOME, 100 * RUPEE);
        gas[4] = vm.lastCallGas().gasTotalUsed;
    }
}
