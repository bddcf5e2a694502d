// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "../utils/BillingTest.sol";
import {Billing, Contracts} from "../utils/Contracts.sol";
import {OtherTariffs} from "../utils/OtherTariffs.sol";
import {PlainToken} from "../utils/PlainToken.sol";
import {BoardHandler} from "./BoardHandler.sol";
import {ConsumerHandler} from "./ConsumerHandler.sol";
import {Ghost} from "./Ghost.sol";

/// @dev The invariants of README.md, after any sequence of actions, for one settlement asset.
abstract contract LedgerInvariants is BillingTest {
    Ghost private ghost;
    address[] private wallets;

    function setUp() public override {
        super.setUp();
        address board = makeAddr("board");
        vm.startPrank(admin);
        billing.grantRole(billing.OPERATOR_ROLE(), board);
        billing.grantRole(billing.READER_ROLE(), board);
        billing.grantRole(billing.TREASURER_ROLE(), board);
        book.grantRole(book.TARIFF_OFFICER_ROLE(), board);
        billing.beginDefaultAdminTransfer(board);
        vm.stopPrank();
        vm.warp(START - 31 days);
        vm.prank(tariffOfficer);
        book.publish(3, START_DAY, OtherTariffs.flat(5e6, 15));
        vm.warp(START + 3 days);
        vm.prank(board);
        billing.acceptDefaultAdminTransfer();

        for (uint256 i; i < 4; ++i) {
            wallets.push(address(uint160(0xc0ffee + i)));
            vm.deal(wallets[i], 1e40);
            endow(wallets[i]);
        }
        endow(stranger);
        ghost = new Ghost(billing);
        targetContract(address(new BoardHandler(billing, ghost, wallets, board)));
        targetContract(address(new ConsumerHandler(billing, ghost, wallets)));
    }

    /// @dev Gives a wallet what it pays with beside coin.
    function endow(address wallet) internal virtual;

    function fundsOf(address who) internal view virtual returns (uint256);

    function invariant_Ledger() public view {
        uint256 held;
        uint256 billedWh;
        uint256 billed;
        uint256 toTheBoard;
        for (uint256 i; i < ghost.count(); ++i) {
            IElectricityBilling.Connection memory c = billing.connection(ghost.numbers(i));
            Ghost.Charge[] memory charges = ghost.chargesOf(c.number);
            Ghost.Span[] memory spans = ghost.spansOf(c.number);

            // L3
            assertEq(
                c.credited,
                ghost.paid(c.number) + ghost.creditedByBoard(c.number),
                "L3 credited is what was paid or credited by the board"
            );
            // L4
            uint256 chargedByBills;
            for (uint256 j; j < charges.length; ++j) {
                chargedByBills += charges[j].amount;
            }
            assertEq(c.charged, chargedByBills + ghost.refunded(c.number), "L4 charged is what was billed or paid back");
            // L5
            assertLe(c.collected, c.charged < c.credited ? c.charged : c.credited, "L5 collected");
            assertLe(c.collected - ghost.refunded(c.number), chargedByBills, "L5 the board's part");
            // L6
            assertEq(openOf(charges, c.credited), c.charged > c.credited ? c.charged - c.credited : 0, "L6 open");
            // E1, E2
            assertEq(c.bills, charges.length, "E1 bills");
            uint48 register = ghost.opening(c.number);
            uint16 day = ghost.firstDay(c.number);
            for (uint256 j; j < spans.length; ++j) {
                assertEq(spans[j].opening, register, "E1 a gap or an overlap in energy");
                assertEq(spans[j].fromDay, day, "E2 a gap or an overlap in days");
                (register, day) = (spans[j].closing, spans[j].toDay);
            }
            assertEq(c.billedRegister, register, "E1 billedRegister");
            assertEq(c.billedDay, day, "E2 billedDay");
            if (billing.standing(c.number).estimatedBills == 0) {
                assertLe(c.billedRegister, c.register, "E1 more billed than read");
            }

            held += c.credited - c.collected;
            billedWh += register - ghost.opening(c.number);
            billed += chargedByBills;
            toTheBoard += c.collected - ghost.refunded(c.number) - ghost.cancelled(c.number);
        }
        IElectricityBilling.Totals memory totals = billing.totals();
        // L1
        uint256 units = (totals.boardBalance + held) / billing.step() * billing.unit();
        assertEq(fundsOf(address(billing)), units + ghost.forced(), "L1 money");
        // L2
        assertEq(totals.collected, toTheBoard, "L2 collected in all");
        assertEq(totals.boardBalance, toTheBoard - ghost.withdrawn() - ghost.givenBack(), "L2 board's balance");
        // L7
        assertEq(totals.billedWh, billedWh, "L7 billedWh");
        assertEq(totals.billed, billed, "L7 billed");
        assertEq(totals.connections, ghost.count(), "L7 connections");
        checkHolders();
    }

    /// @dev Nothing of this stays: what an invariant does is undone.
    function invariant_PaymentAndRefundAreLive() public {
        for (uint256 i; i < ghost.count(); ++i) {
            IElectricityBilling.Connection memory c = billing.connection(ghost.numbers(i));
            uint256 value = billing.asset() == address(0) ? UNIT : 0;
            vm.prank(stranger);
            billing.pay{value: value}(c.number, 1);
            uint64 advance = c.credited + 1 > c.charged ? c.credited + 1 - c.charged : 0;
            if (advance != 0) {
                uint256 before = fundsOf(c.holder);
                refund(c.number, advance);
                assertEq(fundsOf(c.holder), before + advance * billing.unit(), "A1 refund");
            }
            assertEq(arrears(c.number), c.charged > c.credited + 1 ? c.charged - c.credited - 1 : 0, "A1 payment");
            collect(c.number);
        }
        uint256 balance = billing.totals().boardBalance;
        if (balance == 0) return;
        vm.prank(treasurer);
        billing.withdraw(balance, treasurer);
        assertEq(fundsOf(treasurer), balance * billing.unit(), "A2 withdrawal");
    }

    function checkHolders() private view {
        uint256 sum;
        for (uint256 i; i < wallets.length; ++i) {
            IElectricityBilling.Connection[] memory list = billing.connectionsOf(wallets[i], 0, 100);
            sum += list.length;
            for (uint256 j; j < list.length; ++j) {
                assertEq(list[j].holder, wallets[i], "H1 listed under another");
            }
        }
        assertEq(sum, ghost.count(), "H1 listed twice or never");
    }

    /// @dev What is open on each bill, as every reader computes it, added up.
    function openOf(Ghost.Charge[] memory charges, uint64 credited) private pure returns (uint256 sum) {
        for (uint256 i; i < charges.length; ++i) {
            if (charges[i].chargedAfter <= credited) continue;
            uint64 open = charges[i].chargedAfter - credited;
            sum += open < charges[i].amount ? open : charges[i].amount;
        }
    }
}

contract CoinLedgerInvariants is LedgerInvariants {
    function endow(address) internal override {}

    function fundsOf(address who) internal view override returns (uint256) {
        return who.balance;
    }
}

contract TokenLedgerInvariants is LedgerInvariants {
    PlainToken private token;

    function deployBilling() internal override returns (Billing) {
        token = new PlainToken(6);
        return Contracts.billing(admin, book, address(token), 1, 1, 150);
    }

    function endow(address wallet) internal override {
        token.mint(wallet, 1e30);
        vm.prank(wallet);
        token.approve(address(billing), type(uint256).max);
    }

    function fundsOf(address who) internal view override returns (uint256) {
        return token.balanceOf(who);
    }
}
