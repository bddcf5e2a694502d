// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Billing, Book, Contracts} from "./utils/Contracts.sol";
import {Tariffs} from "./utils/Tariffs.sol";
import {
    IAccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";

/// @dev Every function behind a role, called by everyone who hasn't that role.
contract RolesTest is BillingTest {
    address[7] private everyone;
    uint256[] private none;

    function setUp() public override {
        super.setUp();
        billHome();
        pay(holder, HOME, 2500 * RUPEE);
        collect(HOME);
        goToDay(62);
        everyone = [admin, operator, reader, treasurer, tariffOfficer, holder, stranger];
    }

    function test_OnlyTheOperatorRegisters() public {
        onlyFor(
            operator, billing.OPERATOR_ROLE(), abi.encodeCall(billing.register, (registration(HOME + 1, holder, FLAT)))
        );
    }

    function test_OnlyTheReaderReads() public {
        onlyFor(
            reader,
            billing.READER_ROLE(),
            abi.encodeCall(billing.recordReading, (HOME, 600_000, uint32(block.timestamp)))
        );
    }

    function test_OnlyTheReaderReadsManyAtOnce() public {
        onlyFor(reader, billing.READER_ROLE(), abi.encodeCall(billing.recordReadings, (none)));
    }

    function test_OnlyTheOperatorConfirms() public {
        onlyFor(
            operator,
            billing.OPERATOR_ROLE(),
            abi.encodeCall(billing.confirmReading, (HOME, 600_000, uint32(block.timestamp)))
        );
    }

    function test_OnlyTheOperatorBills() public {
        readOn(62, HOME, 600_000);
        onlyFor(operator, billing.OPERATOR_ROLE(), abi.encodeCall(billing.issueBill, (HOME)));
    }

    function test_OnlyTheOperatorBillsManyAtOnce() public {
        onlyFor(operator, billing.OPERATOR_ROLE(), abi.encodeCall(billing.issueBills, (none)));
    }

    function test_OnlyTheOperatorCredits() public {
        onlyFor(
            operator, billing.OPERATOR_ROLE(), abi.encodeCall(billing.issueCreditNote, (HOME, 1, 1, "read wrongly"))
        );
    }

    function test_ReadingAndBillingInOnePassTakesBothRoles() public {
        bytes memory call = abi.encodeCall(billing.recordAndBill, (none));
        for (uint256 i; i < everyone.length; ++i) {
            bytes32 missing = everyone[i] == reader ? billing.OPERATOR_ROLE() : billing.READER_ROLE();
            assertRefused(everyone[i], call, missingRole(everyone[i], missing));
        }
    }

    function test_OnlyTheTreasurerWithdraws() public {
        onlyFor(treasurer, billing.TREASURER_ROLE(), abi.encodeCall(billing.withdraw, (1, treasurer)));
    }

    function test_OnlyTheAdminPauses() public {
        onlyFor(admin, 0, abi.encodeCall(billing.pause, ()));
    }

    function test_OnlyTheAdminEndsAPause() public {
        pause();
        onlyFor(admin, 0, abi.encodeCall(billing.unpause, ()));
    }

    function test_OnlyTheAdminGivesRoles() public {
        bytes32 role = billing.TREASURER_ROLE();
        onlyFor(admin, 0, abi.encodeCall(billing.grantRole, (role, stranger)));
    }

    function test_OnlyTheAdminTakesRoles() public {
        bytes32 role = billing.TREASURER_ROLE();
        onlyFor(admin, 0, abi.encodeCall(billing.revokeRole, (role, treasurer)));
        assertRefused(treasurer, abi.encodeCall(billing.withdraw, (1, treasurer)), missingRole(treasurer, role));
    }

    function test_OnlyTheTariffOfficerPublishes() public {
        bytes32 role = book.TARIFF_OFFICER_ROLE();
        bytes memory program = Tariffs.flatFive();
        uint16 start = book.earliestStartDay();
        for (uint256 i; i < everyone.length; ++i) {
            if (everyone[i] == tariffOfficer) continue;
            vm.expectRevert(missingRole(everyone[i], role));
            vm.prank(everyone[i]);
            book.publish(FLAT, start, program);
        }
        assertEq(book.versions(FLAT).length, 1);
    }

    function test_TheAdminIsNothingElse() public view {
        assertFalse(billing.hasRole(billing.OPERATOR_ROLE(), admin));
        assertFalse(billing.hasRole(billing.READER_ROLE(), admin));
        assertFalse(billing.hasRole(billing.TREASURER_ROLE(), admin));
        assertFalse(book.hasRole(book.TARIFF_OFFICER_ROLE(), admin));
    }

    function test_RolesHaveNamesOfTheirOwn() public view {
        assertEq(billing.OPERATOR_ROLE(), keccak256("OPERATOR_ROLE"));
        assertEq(billing.READER_ROLE(), keccak256("READER_ROLE"));
        assertEq(billing.TREASURER_ROLE(), keccak256("TREASURER_ROLE"));
        assertEq(book.TARIFF_OFFICER_ROLE(), keccak256("TARIFF_OFFICER_ROLE"));
    }

    function test_AChangeOfAdminTakesTwoStepsAndADelay() public {
        vm.prank(admin);
        billing.beginDefaultAdminTransfer(stranger);
        (, uint48 schedule) = billing.pendingDefaultAdmin();
        assertEq(schedule, block.timestamp + 2 days);

        vm.expectRevert(
            abi.encodeWithSelector(
                IAccessControlDefaultAdminRules.AccessControlEnforcedDefaultAdminDelay.selector, schedule
            )
        );
        vm.prank(stranger);
        billing.acceptDefaultAdminTransfer();

        vm.warp(schedule + 1);
        vm.prank(stranger);
        billing.acceptDefaultAdminTransfer();
        assertEq(billing.defaultAdmin(), stranger);
        assertFalse(billing.hasRole(0, admin));
        assertRefused(admin, abi.encodeCall(billing.pause, ()), missingRole(admin, 0));
    }

    // ------------------------------------------------------------------ what is fixed at deployment

    function test_WhatIsFixedAtDeployment() public view {
        assertEq(billing.tariffBook(), address(book));
        assertEq(billing.unit(), UNIT);
        assertEq(billing.plausibilityPercent(), 150);
        assertEq(billing.defaultAdmin(), admin);
        assertEq(billing.defaultAdminDelay(), 2 days);
    }

    function test_AUnitOfNothing() public {
        vm.expectRevert(IElectricityBilling.ZeroAmount.selector);
        this.deployBilling(0, 150);
    }

    function test_APlausibilityOfNothing() public {
        vm.expectRevert(IElectricityBilling.ZeroAmount.selector);
        this.deployBilling(UNIT, 0);
    }

    function test_AUtcOffsetOfADay() public {
        for (int32 sign = -1; sign <= 1; sign += 2) {
            vm.expectRevert(abi.encodeWithSelector(ITariffBook.BadUtcOffset.selector, sign * 1 days));
            this.deployBook(sign * 1 days);
            assertEq(this.deployBook(sign * (1 days - 1)).utcOffset(), sign * (1 days - 1));
        }
    }

    function deployBilling(uint256 unit, uint16 plausibilityPercent) external returns (Billing) {
        return Contracts.billing(admin, book, unit, plausibilityPercent);
    }

    function deployBook(int32 utcOffset) external returns (Book) {
        return Contracts.book(admin, "INR", NOTICE, utcOffset);
    }

    /// @dev Refuses all but one, and takes it from that one.
    function onlyFor(address one, bytes32 role, bytes memory call) private {
        for (uint256 i; i < everyone.length; ++i) {
            if (everyone[i] != one) assertRefused(everyone[i], call, missingRole(everyone[i], role));
        }
        vm.prank(one);
        (bool done,) = address(billing).call(call);
        assertTrue(done, "refused to the one who may");
    }
}
