// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";

contract ViewsTest is BillingTest {
    uint64 private constant COUNT = 5;

    function setUp() public override {
        super.setUp();
        // Numbers fall, so that the order of registration is not the order of numbers.
        for (uint64 i; i < COUNT; ++i) {
            registerConnection(HOME - i, i == 2 ? stranger : holder, FLAT);
        }
    }

    function test_AnUnknownConnectionHasNoHolder() public view {
        IElectricityBilling.Connection memory nothing;
        nothing.number = 7;
        assertEq(abi.encode(billing.connection(7)), abi.encode(nothing));
    }

    function test_SeveralByNumber() public view {
        uint64[] memory numbers = new uint64[](3);
        (numbers[0], numbers[1], numbers[2]) = (HOME - 4, 7, HOME);
        IElectricityBilling.Connection[] memory list = billing.connectionsByNumber(numbers);
        assertEq(list.length, 3);
        for (uint256 i; i < 3; ++i) {
            assertEq(abi.encode(list[i]), abi.encode(billing.connection(numbers[i])));
        }
    }

    function test_NoneByNumber() public view {
        assertEq(billing.connectionsByNumber(new uint64[](0)).length, 0);
    }

    function test_AllInTheOrderOfRegistration() public view {
        IElectricityBilling.Connection[] memory list = billing.connections(0, COUNT);
        assertEq(list.length, COUNT);
        for (uint64 i; i < COUNT; ++i) {
            assertEq(abi.encode(list[i]), abi.encode(billing.connection(HOME - i)));
        }
    }

    /// @dev Any page is the slice that it names, however its bounds lie.
    function testFuzz_Pages(uint256 offset, uint256 limit) public view {
        IElectricityBilling.Connection[] memory list = billing.connections(offset, limit);
        uint256 left = offset < COUNT ? COUNT - offset : 0;
        assertEq(list.length, left < limit ? left : limit);
        for (uint256 i; i < list.length; ++i) {
            assertEq(list[i].number, HOME - offset - i);
        }
    }

    function test_PagesAtTheBounds() public view {
        uint256[5] memory bounds = [uint256(0), 1, COUNT - 1, COUNT, type(uint256).max];
        for (uint256 i; i < bounds.length; ++i) {
            for (uint256 j; j < bounds.length; ++j) {
                testFuzz_Pages(bounds[i], bounds[j]);
            }
        }
    }

    function test_ThoseOfAWallet() public view {
        IElectricityBilling.Connection[] memory list = billing.connectionsOf(holder, 0, 10);
        assertEq(list.length, 4);
        for (uint256 i; i < 4; ++i) {
            assertEq(list[i].holder, holder);
            for (uint256 j; j < i; ++j) {
                assertNotEq(list[i].number, list[j].number);
            }
        }
        assertEq(billing.connectionsOf(holder, 3, 10).length, 1);
        assertEq(billing.connectionsOf(holder, 0, 3).length, 3);
        assertEq(billing.connectionsOf(holder, 4, 10).length, 0);
        assertEq(billing.connectionsOf(stranger, 0, 10).length, 1);
        assertEq(billing.connectionsOf(admin, 0, 10).length, 0);
    }

    function test_TotalsAddUp() public {
        goToDay(31);
        for (uint64 i; i < COUNT; ++i) {
            readOn(31, HOME - i, uint48(100_000 * (uint256(i) + 1)));
            issueBill(HOME - i);
            pay(holder, HOME - i, 1000 * RUPEE);
            collect(HOME - i);
        }
        vm.prank(treasurer);
        billing.withdraw(300 * RUPEE, treasurer);
        // Bills of 500, 1,000, 1,500, 2,000 and 2,500; 1,000 paid of each.
        assertTotals(COUNT, 1_500_000, 7500 * RUPEE, 4500 * RUPEE, 4200 * RUPEE);
    }
}
