// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Forcing, Reentering, Refusing} from "./utils/Receivers.sol";

contract WithdrawTest is BillingTest {
    address private bank = makeAddr("bank");

    function setUp() public override {
        super.setUp();
        billHome();
        pay(holder, HOME, 3000 * RUPEE);
        collect(HOME);
    }

    function test_PaysOutAPart() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Withdrawn(bank, 1500 * RUPEE, 1000 * RUPEE);
        withdraw(1500 * RUPEE, bank);

        assertEq(bank.balance, 1500 ether);
        assertEq(address(billing).balance, 1500 ether);
        assertTotals(1, 500_000, 2500 * RUPEE, 2500 * RUPEE, 1000 * RUPEE);
        assertConnection(expected);
    }

    function test_PaysOutAllButTheAdvance() public {
        withdraw(2500 * RUPEE, bank);
        assertEq(bank.balance, 2500 ether);
        assertEq(address(billing).balance, 500 ether);
        refused(treasurer, 1, bank, above(1, 0));
        refund(HOME, 500 * RUPEE);
        assertEq(address(billing).balance, 0);
    }

    function test_WhilePaused() public {
        pause();
        withdraw(2500 * RUPEE, bank);
        assertEq(bank.balance, 2500 ether);
    }

    // ------------------------------------------------------------------ refusals

    function test_Nothing() public {
        refused(treasurer, 0, bank, abi.encodeWithSelector(IElectricityBilling.ZeroAmount.selector));
    }

    function test_ToNobody() public {
        refused(treasurer, 1, address(0), abi.encodeWithSelector(IElectricityBilling.ZeroAddress.selector));
    }

    function test_MoreThanWasCollected() public {
        refused(treasurer, 2500 * RUPEE + 1, bank, above(2500 * RUPEE + 1, 2500 * RUPEE));
    }

    function test_AnAmountBeyondTheLedger() public {
        refused(treasurer, type(uint256).max, bank, above(type(uint256).max, 2500 * RUPEE));
    }

    function test_WhatIsPaidButNotCollected() public {
        withdraw(2500 * RUPEE, bank);
        goToDay(62);
        readOn(62, HOME, 600_000);
        // The advance of 500 is collected with the bill; a payment waits for the next collection.
        issueBill(HOME);
        goToDay(93);
        readOn(93, HOME, 700_000);
        issueBill(HOME);
        pay(holder, HOME, 300 * RUPEE);
        refused(treasurer, 500 * RUPEE + 1, bank, above(500 * RUPEE + 1, 500 * RUPEE));
        collect(HOME);
        withdraw(800 * RUPEE, bank);
    }

    function test_CoinForcedIn() public {
        vm.deal(address(this), 100 ether);
        new Forcing{value: 100 ether}(payable(address(billing)));
        assertEq(address(billing).balance, 3100 ether);
        refused(treasurer, 2500 * RUPEE + 1, bank, above(2500 * RUPEE + 1, 2500 * RUPEE));
        assertEq(collect(HOME), 0);
    }

    function test_AReceiverThatRefuses() public {
        Refusing wallet = new Refusing();
        refused(
            treasurer,
            RUPEE,
            address(wallet),
            abi.encodeWithSelector(IElectricityBilling.TransferFailed.selector, wallet, 1 ether)
        );
    }

    function test_AReceiverThatAsksAgain() public {
        Reentering wallet = new Reentering();
        bytes32 role = billing.TREASURER_ROLE();
        vm.prank(admin);
        billing.grantRole(role, address(wallet));
        bytes memory again = abi.encodeCall(billing.withdraw, (2000 * RUPEE, address(wallet)));
        wallet.prepare(address(billing), again);

        wallet.execute(address(billing), 0, again);

        assertFalse(wallet.done());
        assertEq(wallet.answer(), above(2000 * RUPEE, 500 * RUPEE));
        assertEq(address(wallet).balance, 2000 ether);
        assertEq(address(billing).balance, 1000 ether);
    }

    function withdraw(uint256 amount, address to) private {
        vm.prank(treasurer);
        billing.withdraw(amount, to);
    }

    function refused(address caller, uint256 amount, address to, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.withdraw, (amount, to)), reason);
    }

    function above(uint256 amount, uint256 balance) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.AboveBoardBalance.selector, amount, balance);
    }
}
