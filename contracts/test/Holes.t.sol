// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {OtherTariffs} from "./utils/OtherTariffs.sol";
import {Refusing} from "./utils/Receivers.sol";
import {VmSafe} from "forge-std/Vm.sol";

/// @dev Holes found in other on-chain billing systems, tried here.
contract HolesTest is BillingTest {
    address private thief = makeAddr("thief");
    address[] private found;

    function setUp() public override {
        super.setUp();
        vm.deal(thief, 1_000_000 ether);
    }

    /// @dev 1. A biller names a stranger as consumer and draws on what the stranger has.
    function test_Hole1_BillingAStranger() public {
        uint256 wallet = stranger.balance;
        registerConnection(HOME, stranger, FLAT);
        goToDay(31);
        readOn(31, HOME, 500_000);
        issueBill(HOME);
        // The bill stands on a connection. It reaches no wallet and no other connection: money moves only in `pay`, sent along.
        assertEq(stranger.balance, wallet);
        registerConnection(HOME + 1, stranger, FLAT);
        pay(stranger, HOME + 1, 1000 * RUPEE);
        assertEq(collect(HOME), 0);
        assertEq(arrears(HOME), 2500 * RUPEE);
        assertEq(billing.totals().boardBalance, 0);
    }

    /// @dev 2. A registration is taken over by registering the same id again.
    function test_Hole2_RegisteringTheSameNumberAgain() public {
        billHome();
        pay(holder, HOME, 4000 * RUPEE);
        assertRefused(
            operator,
            abi.encodeCall(billing.register, (registration(HOME, thief, FLAT))),
            abi.encodeWithSelector(IElectricityBilling.AlreadyRegistered.selector, HOME)
        );
        assertRefused(
            thief,
            abi.encodeCall(billing.register, (registration(HOME, thief, FLAT))),
            missingRole(thief, billing.OPERATOR_ROLE())
        );
        // Nor with the board's help while it holds money of the consumer's.
        assertRefused(
            operator,
            abi.encodeCall(billing.offerHandover, (HOME, thief)),
            abi.encodeWithSelector(IElectricityBilling.AdvanceInTheWay.selector, HOME, 1500 * RUPEE)
        );
    }

    /// @dev 3. The owner withdraws what consumers have not spent.
    function test_Hole3_WithdrawingConsumersCredit() public {
        registerConnection(HOME, holder, FLAT);
        pay(holder, HOME, 4000 * RUPEE);
        collect(HOME);
        assertRefused(
            treasurer,
            abi.encodeCall(billing.withdraw, (1, treasurer)),
            abi.encodeWithSelector(IElectricityBilling.AboveBoardBalance.selector, 1, 0)
        );
        refund(HOME, 4000 * RUPEE);
    }

    /// @dev 4. An overpayment settles somebody else's bill.
    function test_Hole4_OverpaymentSettlesAnothersBill() public {
        billHome();
        registerConnection(HOME + 1, thief, FLAT);
        goToDay(62);
        readOn(62, HOME + 1, 500_000);
        issueBill(HOME + 1);
        pay(holder, HOME, 5000 * RUPEE);
        collect(HOME);
        collect(HOME + 1);
        assertEq(arrears(HOME + 1), 2500 * RUPEE);
        assertEq(billing.totals().boardBalance, 2500 * RUPEE);
        refund(HOME, 2500 * RUPEE);
        assertEq(address(billing).balance, 2500 ether);
    }

    /// @dev 5. A lower reading bills about 2^256, or is accepted silently, or bills the same energy again.
    function test_Hole5_ALowerReading() public {
        billHome();
        goToDay(62);
        bytes memory falls = abi.encodeWithSelector(IElectricityBilling.ReadingFalls.selector, HOME, 499_999, 500_000);
        uint32 readAt = uint32(block.timestamp);
        assertRefused(reader, abi.encodeCall(billing.recordReading, (HOME, 499_999, readAt)), falls);
        assertRefused(operator, abi.encodeCall(billing.confirmReading, (HOME, 499_999, readAt)), falls);
        uint256[] memory rows = new uint256[](1);
        rows[0] = row(HOME, 0, readAt);
        bytes memory before = state();
        vm.prank(reader);
        assertEq(billing.recordReadings(rows), 0);
        assertEq(state(), before);
        readOn(62, HOME, 500_001);
        assertEq(issueBill(HOME), 5000);
    }

    /// @dev 6. Of two charges in one block half of the units are lost.
    function test_Hole6_TwoReadingsAndBillsInOneBlock() public {
        IElectricityBilling.Registration memory r = registration(HOME, holder, FLAT);
        r.agreement = 1;
        vm.prank(operator);
        billing.register(r);
        goToDay(2);
        readOn(1, HOME, 10_000);
        issueBill(HOME);
        readOn(2, HOME, 30_000);
        issueBill(HOME);
        assertTotals(1, 30_000, 150 * RUPEE, 0, 0);
    }

    /// @dev 7. An overdue bill can never be paid.
    function test_Hole7_PayingYearsLate() public {
        billHome();
        goToDay(3650);
        pay(holder, HOME, 2500 * RUPEE);
        assertEq(arrears(HOME), 0);
    }

    /// @dev 8. Two unpaid periods are billed as their mean, and a part of each payment is stuck for ever.
    function test_Hole8_TwoUnpaidPeriods() public {
        billHome();
        goToDay(62);
        readOn(62, HOME, 600_000);
        issueBill(HOME);
        assertEq(arrears(HOME), 3000 * RUPEE);
        pay(holder, HOME, 3000 * RUPEE);
        collect(HOME);
        vm.prank(treasurer);
        billing.withdraw(3000 * RUPEE, treasurer);
        assertEq(address(billing).balance, 0);
        assertEq(treasurer.balance, 3000 ether);
    }

    /// @dev 9. A receiver that reverts blocks every payment.
    function test_Hole9_AReceiverThatReverts() public {
        Refusing wallet = new Refusing();
        registerConnection(HOME, address(wallet), FLAT);
        bytes32 role = billing.TREASURER_ROLE();
        vm.prank(admin);
        billing.grantRole(role, address(wallet));
        pay(stranger, HOME, 100 * RUPEE);
        goToDay(31);
        readOn(31, HOME, 500_000);
        issueBill(HOME);
        pay(stranger, HOME, 2400 * RUPEE);
        collect(HOME);
        assertEq(arrears(HOME), 0);
        vm.prank(treasurer);
        billing.withdraw(2500 * RUPEE, treasurer);
    }

    /// @dev 10. Consumers write their own readings.
    function test_Hole10_AConsumerReads() public {
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        bytes32 role = billing.READER_ROLE();
        uint256[] memory rows = new uint256[](1);
        rows[0] = row(HOME, 1, block.timestamp);
        bytes memory one = abi.encodeCall(billing.recordReading, (HOME, 1, uint32(block.timestamp)));
        assertRefused(holder, one, missingRole(holder, role));
        assertRefused(holder, abi.encodeCall(billing.recordReadings, (rows)), missingRole(holder, role));
        assertRefused(holder, abi.encodeCall(billing.recordAndBill, (rows)), missingRole(holder, role));
    }

    /// @dev 11. The money that bills are paid in is swapped under open bills.
    function test_Hole11_SwappingTheMoney() public {
        billHome();
        allThatAnAdminCan();
        assertEq(billing.unit(), UNIT);
        pay(holder, HOME, 2500 * RUPEE);
        assertEq(arrears(HOME), 0);
        assertEq(address(billing).balance, 2500 ether);
    }

    /// @dev 12. Anyone changes the registry or the rate.
    function test_Hole12_AnyoneChangesTheRate() public {
        billHome();
        bytes memory program = OtherTariffs.flat(1, 15);
        uint16 start = book.earliestStartDay();
        bytes memory reason = missingRole(thief, book.TARIFF_OFFICER_ROLE());
        vm.expectRevert(reason);
        vm.prank(thief);
        book.publish(FLAT, start, program);
        // Nor does the officer change it for days that have come.
        vm.prank(tariffOfficer);
        book.publish(FLAT, start, program);
        goToDay(62);
        readOn(61, HOME, 600_000);
        assertEq(issueBill(HOME), 500 * RUPEE);
    }

    /// @dev 13. A contract upgrade or an admin key changes past figures.
    function test_Hole13_TheAdminChangesThePast() public {
        billHome();
        pay(holder, HOME, 1000 * RUPEE);
        bytes memory past = abi.encode(billing.connection(HOME), book.program(FLAT, 1));
        vm.startStateDiffRecording();
        allThatAnAdminCan();
        VmSafe.AccountAccess[] memory accesses = vm.stopAndReturnStateDiff();
        assertEq(abi.encode(billing.connection(HOME), book.program(FLAT, 1)), past);
        // Nor is there a way for other code to stand in for the contracts' own.
        assertRunsOnlyItself(address(billing), accesses);
        assertRunsOnlyItself(address(book), accesses);
    }

    /// @dev Gives itself every role, and then tries to change what HOME owes.
    function allThatAnAdminCan() private {
        vm.startPrank(admin);
        billing.grantRole(billing.OPERATOR_ROLE(), admin);
        billing.grantRole(billing.READER_ROLE(), admin);
        billing.grantRole(billing.TREASURER_ROLE(), admin);
        book.grantRole(book.TARIFF_OFFICER_ROLE(), admin);
        book.publish(FLAT, book.earliestStartDay(), OtherTariffs.flat(50e6, 1));
        billing.pause();
        billing.unpause();
        uint256[] memory home = new uint256[](1);
        home[0] = HOME;
        billing.issueBills(home);
        home[0] = row(HOME, 400_000, block.timestamp);
        billing.recordReadings(home);
        vm.stopPrank();
    }

    /// @dev The code can't be replaced: no CALLCODE, no SELFDESTRUCT, no DELEGATECALL but to the libraries that it was linked with, which have no way out either.
    function assertRunsOnlyItself(address where, VmSafe.AccountAccess[] memory accesses) private {
        address[] memory linked = librariesIn(where);
        assertEq(linked.length, where == address(billing) ? 5 : 0, "linked to other code");
        for (uint256 i; i < linked.length; ++i) {
            // A library's code begins with its own address (PUSH20), to refuse calls that change what is not its own.
            assertEq(uint8(linked[i].code[0]), 0x73, "not a library");
            assertNoEnd(linked[i]);
        }
        assertNoEnd(where);
        for (uint256 i; i < accesses.length; ++i) {
            if (accesses[i].kind != VmSafe.AccountAccessKind.DelegateCall || accesses[i].accessor != where) continue;
            bool isLinked;
            for (uint256 j; j < linked.length; ++j) {
                if (accesses[i].account == linked[j]) isLinked = true;
            }
            assertTrue(isLinked, "runs other code");
        }
    }

    /// @dev Every address pushed as a constant that has code.
    function librariesIn(address where) private returns (address[] memory list) {
        bytes memory code = where.code;
        delete found;
        for (uint256 i; uint8(code[i]) != 0xfe; ++i) {
            uint8 opcode = uint8(code[i]);
            if (opcode == 0x73) {
                address pushed;
                assembly ("memory-safe") {
                    pushed := shr(96, mload(add(add(code, 33), i)))
                }
                bool isNew = pushed.code.length != 0;
                for (uint256 j; j < found.length; ++j) {
                    if (found[j] == pushed) isNew = false;
                }
                if (isNew) found.push(pushed);
            }
            if (opcode >= 0x60 && opcode <= 0x7f) i += opcode - 0x5f;
        }
        return found;
    }

    function assertNoEnd(address where) private view {
        bytes memory code = where.code;
        for (uint256 i; uint8(code[i]) != 0xfe; ++i) {
            uint8 opcode = uint8(code[i]);
            if (opcode >= 0x60 && opcode <= 0x7f) i += opcode - 0x5f;
            else assertFalse(opcode == 0xf2 || opcode == 0xff, "can be replaced");
        }
    }
}
