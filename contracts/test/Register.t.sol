// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Tariffs} from "./utils/Tariffs.sol";

contract RegisterTest is BillingTest {
    IElectricityBilling.Registration private r = registration(HOME, holder, APDCL);

    function setUp() public override {
        super.setUp();
        (r.agreement, r.register, r.readAt) = (514, 7_654_321, uint32(START + 3 days + 1 hours));
        goToDay(5);
    }

    function test_RegistersAConnection() public {
        vm.expectEmit(address(billing));
        emit IElectricityBilling.ConnectionRegistered(
            HOME, holder, APDCL, 2000, 514, 7_654_321, uint32(START + 3 days + 1 hours)
        );
        vm.prank(operator);
        billing.register(r);

        assertConnection(
            IElectricityBilling.Connection({
                number: HOME,
                holder: holder,
                offeredTo: address(0),
                category: APDCL,
                loadW: 2000,
                agreement: 514,
                register: 7_654_321,
                readAt: uint32(START + 3 days + 1 hours),
                billedRegister: 7_654_321,
                billedDay: START_DAY + 3,
                bills: 0,
                dueDay: 0,
                charged: 0,
                credited: 0,
                collected: 0,
                headBlock: uint32(block.number),
                readingBlock: uint32(block.number)
            })
        );
        assertTotals(1, 0, 0, 0, 0);
        assertEq(billing.connectionsOf(holder, 0, 10).length, 1);
    }

    function test_TakesTheLargestFiguresThatFit() public {
        r.number = type(uint64).max;
        r.loadW = type(uint32).max;
        r.register = type(uint48).max;
        r.agreement = 524;
        r.readAt = uint32(block.timestamp);
        vm.prank(operator);
        billing.register(r);
        IElectricityBilling.Connection memory c = billing.connection(r.number);
        assertEq(c.holder, holder);
        assertEq(c.loadW, type(uint32).max);
        assertEq(c.register, type(uint48).max);
        assertEq(c.billedRegister, type(uint48).max);
        assertEq(c.agreement, 524);
        assertEq(c.readAt, block.timestamp);
        assertEq(c.category, APDCL);
        assertEq(c.bills, 0);
    }

    function test_TakesEveryAgreementThereIs() public {
        for (uint16 agreement; agreement < 1024; ++agreement) {
            (r.number, r.agreement) = (uint64(agreement) + 1, agreement);
            bool months = agreement > 512 && agreement <= 524;
            if (agreement < 512 || months) {
                vm.prank(operator);
                billing.register(r);
                assertEq(billing.connection(r.number).agreement, agreement);
            } else {
                refused(abi.encodeWithSelector(IElectricityBilling.BadAgreement.selector, agreement));
            }
        }
    }

    function test_ANumberThatIsTaken() public {
        registerConnection(HOME, stranger, FLAT);
        refused(abi.encodeWithSelector(IElectricityBilling.AlreadyRegistered.selector, HOME));
    }

    function test_NumberZero() public {
        r.number = 0;
        refused(abi.encodeWithSelector(IElectricityBilling.ConnectionIsZero.selector));
    }

    function test_NoHolder() public {
        r.holder = address(0);
        refused(abi.encodeWithSelector(IElectricityBilling.ZeroAddress.selector));
    }

    function test_NoLoad() public {
        r.loadW = 0;
        refused(abi.encodeWithSelector(IElectricityBilling.ZeroLoad.selector, HOME));
    }

    function test_AnAgreementBeyondTheLargest() public {
        r.agreement = type(uint16).max;
        refused(abi.encodeWithSelector(IElectricityBilling.BadAgreement.selector, type(uint16).max));
    }

    function test_ACategoryWithoutATariff() public {
        r.category = 3;
        refused(abi.encodeWithSelector(IElectricityBilling.UnknownCategory.selector, 3));
    }

    function test_AReadingInTheFuture() public {
        r.readAt = uint32(block.timestamp + 1);
        refused(
            abi.encodeWithSelector(
                IElectricityBilling.ReadingInFuture.selector, HOME, block.timestamp + 1, block.timestamp
            )
        );
    }

    function refused(bytes memory reason) private {
        assertRefused(operator, abi.encodeCall(billing.register, (r)), reason);
    }
}
