// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";

contract ViewsTest is LifeTest {
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

    // ------------------------------------------------------------------ standing

    function test_AnUnknownConnectionHasNoStanding() public view {
        IConnectionLife.Standing memory nothing;
        (nothing.proposedAgreement, nothing.nextAgreement) = (NO_AGREEMENT, NO_AGREEMENT);
        assertEq(abi.encode(billing.standing(7)), abi.encode(nothing));
    }

    function test_ANewConnectionHasNoneEither() public view {
        assertEq(abi.encode(billing.standing(HOME)), abi.encode(billing.standing(7)));
    }

    function test_SeveralStandings() public {
        vm.prank(holder);
        billing.proposeAgreement(HOME, 515);
        uint64[] memory numbers = new uint64[](3);
        (numbers[0], numbers[1], numbers[2]) = (HOME - 4, 7, HOME);
        IConnectionLife.Standing[] memory list = billing.standings(numbers);
        assertEq(list.length, 3);
        for (uint256 i; i < 3; ++i) {
            assertEq(abi.encode(list[i]), abi.encode(billing.standing(numbers[i])));
        }
        assertEq(list[2].proposedAgreement, 515);
        assertEq(list[0].proposedAgreement, NO_AGREEMENT);
        assertEq(billing.standings(new uint64[](0)).length, 0);
    }

    /// @dev Whatever can stand of a connection at once.
    function test_EveryFieldOfAStanding() public {
        address key = makeAddr("meter");
        goToDay(31);
        vm.prank(operator);
        billing.exchangeMeter(HOME, 500_000, 100_000, uint32(block.timestamp), key);
        issueBill(HOME);
        pay(stranger, HOME, 500 * RUPEE);
        goToDay(62);
        estimate(200_000, uint32(block.timestamp));
        issueBill(HOME);
        vm.startPrank(operator);
        billing.proposeAgreement(HOME, 515);
        billing.proposePlan(HOME, 2, 10);
        vm.stopPrank();
        vm.startPrank(holder);
        billing.acceptAgreement(HOME, 515);
        billing.acceptPlan(HOME, 2, 10);
        billing.proposeAgreement(HOME, PREPAID);
        billing.proposePlan(HOME, 3, 30);
        vm.stopPrank();
        goToDay(73);
        giveNotice();

        IConnectionLife.Standing memory expected;
        (expected.proposedAgreement, expected.nextAgreement) = (PREPAID, 515);
        (expected.registerOffset, expected.meterKey) = (400_000, key);
        (expected.isEstimated, expected.estimatedBills, expected.estimatedCharge) = (true, 1, 500 * RUPEE);
        (expected.spanRegister, expected.spanDay) = (500_000, START_DAY + 31);
        // The second bill, of 500, is due on day 77.
        expected.overdue = 2000 * RUPEE;
        (expected.proposedParts, expected.proposedInterval) = (3, 30);
        (expected.planParts, expected.planInterval, expected.planDay) = (2, 10, START_DAY + 62);
        (expected.planTotal, expected.planCredited) = (2500 * RUPEE, 500 * RUPEE);
        expected.noticeDay = START_DAY + 89;
        assertStanding(expected);

        // Two parts of 1,250, on days 72 and 82: kept again, so the notice is stopped.
        pay(holder, HOME, 1250 * RUPEE);
        (expected.overdue, expected.planKept, expected.noticeDay) = (750 * RUPEE, true, 0);
        assertStanding(expected);
        dispute(2);
        (expected.disputedBill, expected.lastDisputedBill) = (2, 2);
        assertStanding(expected);
        goToDay(83);
        (expected.overdue, expected.planKept) = (1250 * RUPEE, false);
        assertStanding(expected);
    }
}
