// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Reentering, Refusing} from "./utils/Receivers.sol";

contract RefundAdvanceTest is BillingTest {
    function setUp() public override {
        super.setUp();
        registerConnection(HOME, holder, FLAT);
        pay(stranger, HOME, 1000 * RUPEE);
        goToDay(3);
    }

    function test_PaysBackAPart() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        uint256 wallet = holder.balance;

        vm.expectEmit(address(billing));
        emit IElectricityBilling.AdvanceRefunded(HOME, holder, 400 * RUPEE, 400 * RUPEE, 1000);
        refund(HOME, 400 * RUPEE);

        (expected.charged, expected.collected) = (400 * RUPEE, 400 * RUPEE);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        // What is paid back is neither billed nor the board's.
        assertTotals(1, 0, 0, 0, 0);
        assertEq(holder.balance, wallet + 400 ether);
        assertEq(address(billing).balance, 600 ether);
    }

    function test_PaysBackAll() public {
        uint256 wallet = holder.balance;
        refund(HOME, 1000 * RUPEE);
        assertEq(holder.balance, wallet + 1000 ether);
        assertEq(address(billing).balance, 0);
        refused(holder, HOME, 1, aboveAdvance(1, 0));
    }

    function test_TheRestPaysTheNextBill() public {
        refund(HOME, 400 * RUPEE);
        goToDay(31);
        readOn(31, HOME, 100_000);
        issueBill(HOME);
        // 500 billed, 600 left of the advance.
        assertEq(billing.connection(HOME).charged, 900 * RUPEE);
        assertEq(billing.totals().boardBalance, 500 * RUPEE);
        refund(HOME, 100 * RUPEE);
        refused(holder, HOME, 1, aboveAdvance(1, 0));
        assertEq(address(billing).balance, 500 ether);
    }

    function test_BeforeAnEarlierPaymentIsCollected() public {
        goToDay(31);
        readOn(31, HOME, 100_000);
        issueBill(HOME);
        pay(holder, HOME, 200 * RUPEE);
        refund(HOME, 700 * RUPEE);
        assertEq(billing.connection(HOME).charged, 1200 * RUPEE);
        assertEq(billing.connection(HOME).collected, 1200 * RUPEE);
        assertEq(collect(HOME), 0);
        assertEq(billing.totals().boardBalance, 500 * RUPEE);
        assertEq(address(billing).balance, 500 ether);
    }

    function test_TheDueDayStays() public {
        goToDay(31);
        readOn(31, HOME, 100_000);
        issueBill(HOME);
        refund(HOME, 1);
        assertEq(billing.connection(HOME).dueDay, START_DAY + 46);
    }

    function test_WhilePaused() public {
        pause();
        refund(HOME, 1000 * RUPEE);
        assertEq(address(billing).balance, 0);
    }

    function test_AfterAHandoverItIsTheNewHolders() public {
        vm.prank(holder);
        billing.offerHandover(HOME, stranger);
        vm.prank(stranger);
        billing.acceptHandover(HOME);
        refused(holder, HOME, 1, notHolder(holder, stranger));
        refund(HOME, 1000 * RUPEE);
    }

    // ------------------------------------------------------------------ refusals

    function test_AnUnknownConnection() public {
        refused(holder, 7, 1, unknown(7));
    }

    function test_ByAnyoneElse() public {
        address[6] memory others = [admin, operator, reader, treasurer, tariffOfficer, stranger];
        for (uint256 i; i < others.length; ++i) {
            refused(others[i], HOME, 1, notHolder(others[i], holder));
        }
    }

    function test_Nothing() public {
        refused(holder, HOME, 0, abi.encodeWithSelector(IElectricityBilling.ZeroAmount.selector));
    }

    function test_MoreThanTheAdvance() public {
        refused(holder, HOME, 1000 * RUPEE + 1, aboveAdvance(1000 * RUPEE + 1, 1000 * RUPEE));
    }

    function test_InArrears() public {
        goToDay(31);
        readOn(31, HOME, 500_000);
        issueBill(HOME);
        refused(holder, HOME, 1, aboveAdvance(1, 0));
    }

    function test_AReceiverThatRefuses() public {
        Refusing wallet = new Refusing();
        registerConnection(HOME + 1, address(wallet), FLAT);
        pay(stranger, HOME + 1, RUPEE);
        bytes memory before = abi.encode(billing.connection(HOME + 1));
        refused(
            address(wallet),
            HOME + 1,
            RUPEE,
            abi.encodeWithSelector(IElectricityBilling.TransferFailed.selector, wallet, 1 ether)
        );
        assertEq(abi.encode(billing.connection(HOME + 1)), before);
        // It stands in nobody's way, its own bill included.
        pay(stranger, HOME + 1, RUPEE);
        refund(HOME, 1000 * RUPEE);
    }

    function test_AReceiverThatAsksAgain() public {
        Reentering wallet = new Reentering();
        registerConnection(HOME + 1, address(wallet), FLAT);
        pay(stranger, HOME + 1, 10 * RUPEE);
        bytes memory again = abi.encodeCall(billing.refundAdvance, (HOME + 1, 10 * RUPEE));
        wallet.prepare(address(billing), again);

        wallet.execute(address(billing), 0, again);

        assertFalse(wallet.done());
        assertEq(
            wallet.answer(), abi.encodeWithSelector(IElectricityBilling.AboveAdvance.selector, HOME + 1, 10 * RUPEE, 0)
        );
        assertEq(address(wallet).balance, 10 ether);
        assertEq(address(billing).balance, 1000 ether);
    }

    function testFuzz_NeverMoreThanWasPaidAndNotBilled(uint64 paid, uint48 wh, uint64 asked) public {
        paid = uint64(bound(paid, 1, 1e11));
        wh = uint48(bound(wh, 0, 2_000_000));
        pay(holder, HOME, paid);
        goToDay(31);
        readOn(31, HOME, wh);
        uint64 charged = issueBill(HOME);
        uint64 credited = 1000 * RUPEE + paid;
        uint64 advance = credited > charged ? credited - charged : 0;
        asked = uint64(bound(asked, 1, uint256(advance) * 2 + 1));

        uint256 wallet = holder.balance;
        vm.prank(holder);
        (bool done,) = address(billing).call(abi.encodeCall(billing.refundAdvance, (HOME, asked)));
        assertEq(done, asked <= advance);
        assertEq(holder.balance, done ? wallet + uint256(asked) * UNIT : wallet);
    }

    function refused(address caller, uint64 number, uint64 amount, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.refundAdvance, (number, amount)), reason);
    }

    function aboveAdvance(uint64 amount, uint64 advance) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.AboveAdvance.selector, HOME, amount, advance);
    }

    function notHolder(address caller, address holder_) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.NotHolder.selector, HOME, caller, holder_);
    }
}
