// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";

/// @dev A bill of 2,951, due on day 46.
contract NoticeTest is LifeTest {
    function setUp() public override {
        super.setUp();
        billLateHome();
    }

    function test_NamesWhatIsOverdue() public {
        pay(holder, HOME, 951 * RUPEE);
        goToDay(50);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.NoticeGiven(HOME, 2000 * RUPEE, START_DAY + 66, expected.headBlock);
        giveNotice();

        standing.noticeDay = START_DAY + 66;
        assertStanding(standing);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
    }

    function test_OnceSomethingIsOverdue() public {
        refusedNotice(nothingOverdue());
        goToDay(46);
        vm.warp(block.timestamp + 1 days - 1);
        refusedNotice(nothingOverdue());
        vm.warp(block.timestamp + 1);
        giveNotice();
    }

    /// @dev 15 clear days, 51 to 65, lie between the day of the notice and the first day of disconnection.
    function test_FifteenClearDays() public {
        goToDay(50);
        vm.warp(block.timestamp + 1 days - 1);
        giveNotice();
        assertEq(billing.standing(HOME).noticeDay, START_DAY + 66);
        goToDay(66);
        vm.warp(block.timestamp - 1);
        assertFalse(billing.standing(HOME).mayDisconnect);
        vm.warp(block.timestamp + 1);
        assertTrue(billing.standing(HOME).mayDisconnect);
        goToDay(1000);
        assertTrue(billing.standing(HOME).mayDisconnect);
    }

    function test_VoidWhenWhatItNamedIsPaidInParts() public {
        goToDay(50);
        giveNotice();
        pay(holder, HOME, 1000 * RUPEE);
        goToDay(60);
        pay(stranger, HOME, 951 * RUPEE);
        vm.prank(operator);
        billing.issueCreditNote(HOME, 1, 1000 * RUPEE - 1, REASON);
        assertEq(billing.standing(HOME).noticeDay, START_DAY + 66);
        goToDay(66);
        assertTrue(billing.standing(HOME).mayDisconnect);
        pay(stranger, HOME, 1);
        assertEq(billing.standing(HOME).noticeDay, 0);
        assertFalse(billing.standing(HOME).mayDisconnect);
    }

    /// @dev What falls due after it needs a notice of its own.
    function test_VoidThoughMoreIsOverdueByThen() public {
        goToDay(50);
        giveNotice();
        assertEq(billOn(62, 100), 44 * RUPEE);
        goToDay(80);
        assertEq(billing.standing(HOME).overdue, 3451 * RUPEE);
        pay(holder, HOME, FIRST_BILL);
        assertEq(billing.standing(HOME).noticeDay, 0);
        giveNotice();
        assertEq(billing.standing(HOME).noticeDay, START_DAY + 96);
    }

    function test_GivenTwice() public {
        goToDay(50);
        giveNotice();
        refusedNotice(abi.encodeWithSelector(IConnectionLife.NoticeStands.selector, HOME, START_DAY + 66));
        goToDay(70);
        refusedNotice(abi.encodeWithSelector(IConnectionLife.NoticeStands.selector, HOME, START_DAY + 66));
    }

    function test_AgainAfterItWasVoid() public {
        goToDay(50);
        giveNotice();
        pay(holder, HOME, FIRST_BILL);
        refusedNotice(nothingOverdue());
        billOn(62, 100);
        refusedNotice(nothingOverdue());
        goToDay(78);
        vm.expectEmit(address(billing));
        emit IConnectionLife.NoticeGiven(HOME, 500 * RUPEE, START_DAY + 94, billing.connection(HOME).headBlock);
        giveNotice();
    }

    function test_SurchargeAloneIsNotEnough() public {
        assertEq(billOn(62, 0), 44 * RUPEE);
        pay(holder, HOME, FIRST_BILL);
        goToDay(200);
        assertEq(arrears(HOME), 44 * RUPEE);
        refusedNotice(nothingOverdue());
    }

    function test_NeverForAPrepaidConnection() public {
        IElectricityBilling.Registration memory r = registration(HOME + 1, holder, LATE);
        r.agreement = PREPAID;
        vm.prank(operator);
        billing.register(r);
        readOn(31, HOME + 1, 100_000);
        vm.prank(operator);
        billing.issueBill(HOME + 1);
        goToDay(200);
        assertEq(arrears(HOME + 1), 500 * RUPEE);
        assertRefused(
            operator,
            abi.encodeCall(billing.giveNotice, (HOME + 1)),
            abi.encodeWithSelector(IConnectionLife.NothingOverdue.selector, HOME + 1)
        );
    }

    function test_WhilePaused() public {
        goToDay(50);
        pause();
        giveNotice();
        assertEq(billing.standing(HOME).noticeDay, START_DAY + 66);
    }

    function test_AnUnknownConnection() public {
        assertRefused(operator, abi.encodeCall(billing.giveNotice, (7)), unknown(7));
    }

    function test_ByAnyoneElse() public {
        goToDay(50);
        address[6] memory others = [admin, reader, treasurer, tariffOfficer, holder, stranger];
        bytes32 role = billing.OPERATOR_ROLE();
        for (uint256 i; i < others.length; ++i) {
            assertRefused(others[i], abi.encodeCall(billing.giveNotice, (HOME)), missingRole(others[i], role));
        }
    }

    /// @dev It is void exactly when credits since reach what it named.
    function testFuzz_VoidByWhatItNamed(uint64 before, uint64 first, uint64 second) public {
        before = uint64(bound(before, 1, FIRST_BILL - 1));
        pay(holder, HOME, before);
        goToDay(50);
        giveNotice();
        uint64 named = FIRST_BILL - before;
        (first, second) = (uint64(bound(first, 1, named)), uint64(bound(second, 1, named)));
        pay(holder, HOME, first);
        pay(stranger, HOME, second);
        goToDay(66);
        assertEq(billing.standing(HOME).mayDisconnect, uint256(first) + second < named);
    }

    function refusedNotice(bytes memory reason) private {
        assertRefused(operator, abi.encodeCall(billing.giveNotice, (HOME)), reason);
    }

    function nothingOverdue() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.NothingOverdue.selector, HOME);
    }
}
