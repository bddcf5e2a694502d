// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./BillingTest.sol";

/// @dev What happens to the meter of HOME, and why it would not. Registers are the meter's own, as the contract takes them.
abstract contract MeterTest is BillingTest {
    /// @dev 1.5 times what 2 kW draw in a day.
    uint48 internal constant A_DAY = 72_000;

    address internal reading = makeAddr("reader and operator");

    // ------------------------------------------------------------------ doing

    function midnight(uint256 day) internal pure returns (uint32) {
        return uint32(START + day * 1 days);
    }

    function estimateOn(uint256 day, uint48 register) internal {
        vm.prank(operator);
        billing.estimateReading(HOME, register, midnight(day));
    }

    function confirmOn(uint256 day, uint48 register) internal {
        vm.prank(operator);
        billing.confirmReading(HOME, register, midnight(day));
    }

    function exchangeOn(uint256 day, uint48 finalRegister, uint48 newRegister, address key) internal {
        vm.prank(operator);
        billing.exchangeMeter(HOME, finalRegister, newRegister, midnight(day), key);
    }

    function rollOverOn(uint256 day, uint48 register, uint48 modulus) internal {
        vm.prank(operator);
        billing.recordRollover(HOME, register, midnight(day), modulus);
    }

    function setKey(uint64 number, address key) internal {
        vm.prank(operator);
        billing.setMeterKey(number, key);
    }

    function close() internal {
        vm.prank(operator);
        billing.closeConnection(HOME);
    }

    /// @dev One row for HOME.
    function batch(uint256 day, uint48 register) internal pure returns (uint256[] memory rows) {
        rows = new uint256[](1);
        rows[0] = row(HOME, register, midnight(day));
    }

    function recordBatch(uint256 day, uint48 register) internal returns (uint256) {
        vm.prank(reader);
        return billing.recordReadings(batch(day, register));
    }

    function recordAndBill(uint256[] memory rows) internal returns (uint256 recorded, uint256 issued) {
        vm.startPrank(admin);
        billing.grantRole(billing.READER_ROLE(), reading);
        billing.grantRole(billing.OPERATOR_ROLE(), reading);
        vm.stopPrank();
        vm.prank(reading);
        return billing.recordAndBill(rows);
    }

    // ------------------------------------------------------------------ checking

    function offset() internal view returns (int64) {
        return billing.standing(HOME).registerOffset;
    }

    function logical() internal view returns (uint48) {
        return billing.connection(HOME).register;
    }

    /// @dev The next call, or a later one, records that, first of its block.
    function expectReading(uint48 register, uint256 day, IElectricityBilling.ReadingKind kind) internal {
        uint32 previous = billing.connection(HOME).readingBlock;
        vm.expectEmit(address(billing));
        emit IElectricityBilling.ReadingRecorded(HOME, register, midnight(day), kind, previous);
    }

    function expectRejected(bytes memory reason) internal {
        vm.expectEmit(address(billing));
        emit IElectricityBilling.ReadingRejected(HOME, reason);
    }

    /// @dev Of all accounts, only the operator may.
    function assertOnlyOperator(bytes memory call) internal {
        address[6] memory others = [stranger, holder, admin, reader, treasurer, tariffOfficer];
        for (uint256 i; i < others.length; ++i) {
            assertRefused(others[i], call, missingRole(others[i], billing.OPERATOR_ROLE()));
        }
    }

    function falls(uint48 register, uint48 last) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.ReadingFalls.selector, HOME, register, last);
    }

    function notLater(uint256 readAt, uint256 last) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.ReadingNotLater.selector, HOME, readAt, last);
    }

    function inFuture(uint256 readAt) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.ReadingInFuture.selector, HOME, readAt, block.timestamp);
    }

    function implausible(uint256 wh, uint256 limit) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.ReadingImplausible.selector, HOME, wh, limit);
    }
}
