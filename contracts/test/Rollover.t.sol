// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {MeterTest} from "./utils/MeterTest.sol";

/// @dev A meter of five digits, registered at 99,900 kWh and read at 99,986 on day 10. It is day 20.
contract RolloverTest is MeterTest {
    IElectricityBilling.ReadingKind private constant ACTUAL = IElectricityBilling.ReadingKind.Actual;
    uint48 private constant FIVE_DIGITS = 1e8;
    uint48 private constant LAST = 99_986_000;

    function setUp() public override {
        super.setUp();
        IElectricityBilling.Registration memory r = registration(HOME, holder, FLAT);
        r.register = 99_900_000;
        vm.prank(operator);
        billing.register(r);
        goToDay(10);
        readOn(10, HOME, LAST);
        goToDay(20);
    }

    /// @dev 99986 → 11 is 25.
    function test_NothingIsLostWhereTheMeterBeginsAgain() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        // Both events name the block before, in this order.
        expectRollover(11_000, FIVE_DIGITS);
        expectReading(LAST + 25_000, 20, ACTUAL);
        rollOverOn(20, 11_000, FIVE_DIGITS);

        (expected.register, expected.readAt, expected.readingBlock) =
        (LAST + 25_000, midnight(20), uint32(block.number));
        assertConnection(expected);
        standing.registerOffset = 1e8;
        assertStanding(standing);
        assertTotals(1, 0, 0, 0, 0);
        // 86 + 25 units at 5.
        assertEq(issueBill(HOME), 555 * RUPEE);
    }

    function test_AnOrdinaryReadingIsRefused() public {
        bytes memory call = abi.encodeCall(billing.recordReading, (HOME, 11_000, midnight(20)));
        assertRefused(reader, call, falls(11_000, LAST));
        expectRejected(falls(11_000, LAST));
        assertEq(recordBatch(20, 11_000), 0);
    }

    function test_TheMeterCountsOn() public {
        rollOverOn(20, 11_000, FIVE_DIGITS);
        goToDay(21);
        bytes memory call = abi.encodeCall(billing.recordReading, (HOME, 10_999, midnight(21)));
        assertRefused(reader, call, falls(10_999, 11_000));
        expectReading(100_020_000, 21, ACTUAL);
        assertEq(recordBatch(21, 20_000), 1);
    }

    function test_TheKeyStays() public {
        address key = makeAddr("key");
        setKey(HOME, key);
        rollOverOn(20, 11_000, FIVE_DIGITS);
        assertEq(billing.standing(HOME).meterKey, key);
    }

    function test_AfterABill() public {
        assertEq(issueBill(HOME), 430 * RUPEE);
        goToDay(40);
        rollOverOn(40, 14_000, FIVE_DIGITS);
        assertEq(issueBill(HOME), 140 * RUPEE);
        assertEq(billing.totals().billedWh, 114_000);
    }

    function test_TwiceInARow() public {
        rollOverOn(20, 11_000, FIVE_DIGITS);
        goToDay(30);
        confirmOn(30, 99_999_000);
        goToDay(40);
        expectRollover(1000, FIVE_DIGITS);
        expectReading(200_001_000, 40, ACTUAL);
        rollOverOn(40, 1000, FIVE_DIGITS);
        assertEq(offset(), 2e8);
    }

    function test_AtOnceAgain() public {
        rollOverOn(20, 11_000, FIVE_DIGITS);
        goToDay(21);
        refused(11_000, 21, FIVE_DIGITS, noRollover(11_000, 11_000, FIVE_DIGITS));
        refused(10_999, 21, FIVE_DIGITS, implausible(FIVE_DIGITS - 1, A_DAY));
    }

    function test_AfterAnExchange() public {
        exchangeOn(19, 99_990_000, 99_999_000, address(0));
        assertEq(offset(), -9000);
        expectReading(99_992_000, 20, ACTUAL);
        rollOverOn(20, 1000, FIVE_DIGITS);
        assertEq(offset(), 99_991_000);
    }

    function test_BeforeAnExchange() public {
        rollOverOn(20, 11_000, FIVE_DIGITS);
        goToDay(21);
        exchangeOn(21, 12_000, 0, address(0));
        assertEq(logical(), 100_012_000);
        assertEq(offset(), 100_012_000);
    }

    function test_AfterAnEstimate() public {
        estimateOn(19, 99_995_000);
        expectReading(100_011_000, 20, ACTUAL);
        rollOverOn(20, 11_000, FIVE_DIGITS);
        assertFalse(billing.standing(HOME).isEstimated);
    }

    function test_AfterAnEstimateThatCountsOnAboveTheDigits() public {
        estimateOn(19, 100_200_000);
        expectReading(100_011_000, 20, ACTUAL);
        rollOverOn(20, 11_000, FIVE_DIGITS);
        assertEq(offset(), 1e8);
    }

    // ------------------------------------------------------------------ the modulus

    function test_ARegisterThatDoesNotFall() public {
        refused(LAST, 20, FIVE_DIGITS, noRollover(LAST, LAST, FIVE_DIGITS));
        refused(LAST + 1, 20, FIVE_DIGITS, noRollover(LAST + 1, LAST, FIVE_DIGITS));
    }

    function test_AModulusThatTheMeterHasPassed() public {
        refused(11_000, 20, LAST, noRollover(11_000, LAST, LAST));
        refused(11_000, 20, 1e7, noRollover(11_000, LAST, 1e7));
        refused(0, 20, 0, noRollover(0, LAST, 0));
        rollOverOn(20, 11_000, LAST + 1);
        assertEq(logical(), LAST + 11_001);
    }

    function test_OneDigitTooMany() public {
        refused(11_000, 20, 1e9, implausible(900_025_000, 10 * A_DAY));
        uint48 most = type(uint48).max;
        refused(11_000, 20, most, implausible(uint256(most) + 11_000 - LAST, 10 * A_DAY));
    }

    function test_AboveWhatTheLoadCouldDraw() public {
        uint48 limit = LAST + 10 * A_DAY - FIVE_DIGITS;
        refused(limit + 1, 20, FIVE_DIGITS, implausible(10 * A_DAY + 1, 10 * A_DAY));
        rollOverOn(20, limit, FIVE_DIGITS);
        assertEq(logical(), LAST + 10 * A_DAY);
    }

    /// @dev Any meter of four to eight digits, and any use of it that is plausible.
    function testFuzz_NothingIsLostOrInvented(uint256 digits, uint48 last, uint48 used) public {
        uint48 modulus = uint48(10 ** bound(digits, 7, 11));
        used = uint48(bound(used, 1, 10 * A_DAY));
        last = uint48(bound(last, modulus - used, modulus - 1));
        exchangeOn(10, LAST, last, address(0));
        rollOverOn(20, last + used - modulus, modulus);
        assertEq(logical(), LAST + used);
        goToDay(21);
        readOn(21, HOME, last + used - modulus + 1);
        assertEq(logical(), LAST + used + 1);
    }

    // ------------------------------------------------------------------ refusals

    function test_NotLaterThanTheLatestReading() public {
        refused(11_000, 10, FIVE_DIGITS, notLater(midnight(10), midnight(10)));
        refused(11_000, 9, FIVE_DIGITS, notLater(midnight(9), midnight(10)));
    }

    function test_InTheFuture() public {
        refused(11_000, 21, FIVE_DIGITS, inFuture(midnight(21)));
    }

    function test_AnUnknownConnection() public {
        bytes memory call = abi.encodeCall(billing.recordRollover, (7, 11_000, midnight(20), FIVE_DIGITS));
        assertRefused(operator, call, unknown(7));
    }

    function test_AClosedConnection() public {
        close();
        refused(11_000, 20, FIVE_DIGITS, closed());
    }

    function test_NotWhilePaused() public {
        pause();
        refused(11_000, 20, FIVE_DIGITS, paused());
    }

    function test_ByTheOperatorOnly() public {
        assertOnlyOperator(abi.encodeCall(billing.recordRollover, (HOME, 11_000, midnight(20), FIVE_DIGITS)));
    }

    function expectRollover(uint48 register, uint48 modulus) private {
        uint32 previous = billing.connection(HOME).readingBlock;
        vm.expectEmit(address(billing));
        emit IConnectionLife.MeterRolledOver(HOME, register, modulus, previous);
    }

    function refused(uint48 register, uint256 day, uint48 modulus, bytes memory reason) private {
        bytes memory call = abi.encodeCall(billing.recordRollover, (HOME, register, midnight(day), modulus));
        assertRefused(operator, call, reason);
    }

    function noRollover(uint48 register, uint48 last, uint48 modulus) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.NoRollover.selector, HOME, register, last, modulus);
    }
}
