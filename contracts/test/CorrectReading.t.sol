// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {MeterTest} from "./utils/MeterTest.sol";

/// @dev Billed up to 500 kWh on day 31: 2,500. It is day 40.
contract CorrectReadingTest is MeterTest {
    string private constant REASON = "A 5 was taken for a 3.";

    function setUp() public override {
        super.setUp();
        billHome();
        goToDay(40);
    }

    // ------------------------------------------------------------------ not billed yet

    function test_AReadingThatIsNotBilled() public {
        readOn(40, HOME, 560_000);
        goToDay(41);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        expectCorrection(530_000, 530_000, 0);
        correct(530_000);

        (expected.register, expected.readingBlock) = (530_000, uint32(block.number));
        assertConnection(expected);
        assertStanding(standing);
        assertTotals(1, 500_000, 2500 * RUPEE, 0, 0);
        // Compared with what is right, since the time of what was wrong.
        goToDay(62);
        refusedReading(529_999, 62, falls(529_999, 530_000));
        refusedReading(530_001 + 22 * A_DAY, 62, implausible(22 * A_DAY + 1, 22 * A_DAY));
        readOn(62, HOME, 540_000);
        assertEq(issueBill(HOME), 200 * RUPEE);
    }

    function test_DownToWhatIsBilled() public {
        readOn(40, HOME, 560_000);
        expectCorrection(500_000, 500_000, 0);
        correct(500_000);
        assertEq(offset(), 0);
        goToDay(62);
        readOn(62, HOME, 500_000);
        assertEq(issueBill(HOME), 0);
    }

    function test_AConfirmedReading() public {
        confirmOn(40, 5_600_000);
        expectCorrection(560_000, 560_000, 0);
        correct(560_000);
        goToDay(62);
        readOn(62, HOME, 600_000);
        assertEq(issueBill(HOME), 500 * RUPEE);
    }

    function test_OnAnExchangedMeter() public {
        exchangeOn(40, 560_000, 7000, address(0));
        goToDay(50);
        readOn(50, HOME, 107_000);
        refused(107_000, REASON, notLower(107_000, 107_000));
        expectCorrection(570_000, 17_000, 0);
        correct(17_000);
        assertEq(offset(), 553_000);
        goToDay(62);
        readOn(62, HOME, 27_000);
        assertEq(issueBill(HOME), 400 * RUPEE);
    }

    // ------------------------------------------------------------------ billed

    function test_AReadingThatIsBilled() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        expectCorrection(500_000, 300_000, 200_000);
        correct(300_000);

        // The register stays where bills end, and the meter counts on from there.
        expected.readingBlock = uint32(block.number);
        assertConnection(expected);
        standing.registerOffset = 200_000;
        assertStanding(standing);
        assertTotals(1, 500_000, 2500 * RUPEE, 0, 0);
        goToDay(62);
        refusedReading(299_999, 62, falls(299_999, 300_000));
        readOn(62, HOME, 350_000);
        assertEq(issueBill(HOME), 250 * RUPEE);
        // With the credit note for the board to give, what is owed is what was used.
        creditFor(200_000);
        assertEq(arrears(HOME), 1750 * RUPEE);
    }

    function test_ABatchAfterIt() public {
        correct(300_000);
        goToDay(62);
        expectRejected(falls(299_999, 300_000));
        assertEq(recordBatch(62, 299_999), 0);
        assertEq(recordBatch(61, 340_000), 1);
        (uint256 recorded, uint256 issued) = recordAndBill(batch(62, 350_000));
        assertEq(recorded, 1);
        assertEq(issued, 1);
        assertEq(arrears(HOME), 2750 * RUPEE);
    }

    function test_PartlyBilled() public {
        readOn(40, HOME, 560_000);
        expectCorrection(500_000, 450_000, 50_000);
        correct(450_000);
        assertEq(offset(), 50_000);
        goToDay(62);
        readOn(62, HOME, 460_000);
        assertEq(issueBill(HOME), 50 * RUPEE);
        creditFor(50_000);
        assertEq(arrears(HOME), 2300 * RUPEE);
    }

    function test_ACorrectionOfACorrection() public {
        correct(300_000);
        // The rest only: no watt-hour is given back twice.
        expectCorrection(500_000, 250_000, 50_000);
        correct(250_000);
        assertEq(offset(), 250_000);
        refused(250_000, REASON, notLower(250_000, 250_000));
        goToDay(62);
        readOn(62, HOME, 350_000);
        assertEq(issueBill(HOME), 500 * RUPEE);
        creditFor(250_000);
        assertEq(arrears(HOME), 1750 * RUPEE);
    }

    function test_WhatWasTooLowIsReadAgain() public {
        correct(300_000);
        goToDay(41);
        readOn(41, HOME, 310_000);
        assertEq(logical(), 510_000);
    }

    function test_BelowTheStartOfAnExchangedMeter() public {
        exchangeOn(40, 500_000, 600_000, address(0));
        goToDay(62);
        readOn(62, HOME, 650_000);
        issueBill(HOME);
        expectCorrection(550_000, 0, 650_000);
        correct(0);
        assertEq(offset(), 550_000);
        goToDay(93);
        readOn(93, HOME, 10_000);
        assertEq(issueBill(HOME), 50 * RUPEE);
    }

    /// @dev Registered at 100 kWh by a meter that showed 60.
    function test_TheRegisterOfTheRegistrationBeforeTheFirstBill() public {
        IElectricityBilling.Registration memory r = registration(HOME + 1, holder, FLAT);
        r.register = 100_000;
        vm.startPrank(operator);
        billing.register(r);
        // Nothing is charged yet, so nothing is charged too much.
        vm.expectEmit(address(billing));
        emit IConnectionLife.ReadingCorrected(
            HOME + 1, 100_000, 100_000, 60_000, uint32(START), 0, uint32(block.number), REASON
        );
        billing.correctReading(HOME + 1, 60_000, REASON);
        vm.stopPrank();
        assertEq(billing.standing(HOME + 1).registerOffset, 40_000);
        readOn(31, HOME + 1, 70_000);
        assertEq(issueBill(HOME + 1), 50 * RUPEE);
    }

    function test_ThenAnExchange() public {
        correct(300_000);
        exchangeOn(40, 310_000, 0, address(0));
        assertEq(logical(), 510_000);
        assertEq(offset(), 510_000);
    }

    /// @dev Any correction, before the bill or after it, and a reading after: with the credit note, what is owed is what was used.
    function testFuzz_NothingIsBilledTwice(uint48 wrong, uint48 right, uint48 next, bool isBilledFirst) public {
        goToDay(62);
        readOn(62, HOME, wrong = uint48(bound(wrong, 500_001, 500_000 + 31 * A_DAY)));
        if (isBilledFirst) issueBill(HOME);
        right = uint48(bound(right, 0, wrong - 1));
        uint48 billed = billing.connection(HOME).billedRegister;
        uint48 overbilled = right < billed ? billed - right : 0;
        expectCorrection(right + overbilled, right, overbilled);
        correct(right);
        goToDay(93);
        readOn(93, HOME, next = uint48(bound(next, right, right + 31 * A_DAY)));
        issueBill(HOME);
        if (overbilled != 0) creditFor(overbilled);
        assertEq(arrears(HOME), uint256(next) * 5000);
    }

    // ------------------------------------------------------------------ estimates

    function test_AReadingThatEndsEstimates() public {
        estimatedThenRead();
        expectCorrection(600_000, 600_000, 0);
        correct(600_000);
        assertEq(offset(), 0);
        // The true-up takes back what estimates charged: nothing is left for a credit note.
        goToDay(93);
        readOn(93, HOME, 650_000);
        assertEq(issueBill(HOME), 0);
        assertEq(arrears(HOME), 3250 * RUPEE);
        assertEq(billing.totals().billedWh, 650_000);
    }

    function test_AReadingThatEndsEstimatesToBelowWhatWasReadAndBilled() public {
        estimatedThenRead();
        expectCorrection(500_000, 450_000, 50_000);
        correct(450_000);
        assertEq(offset(), 50_000);
        goToDay(93);
        readOn(93, HOME, 460_000);
        issueBill(HOME);
        creditFor(50_000);
        assertEq(arrears(HOME), 2300 * RUPEE);
    }

    function test_ThenAnEstimate() public {
        estimatedThenRead();
        correct(600_000);
        goToDay(93);
        bytes memory call = abi.encodeCall(billing.estimateReading, (HOME, 799_999, midnight(93)));
        assertRefused(operator, call, falls(799_999, 800_000));
        estimateOn(93, 850_000);
        goToDay(94);
        refusedReading(599_999, 94, falls(599_999, 600_000));
        readOn(94, HOME, 600_000);
    }

    function test_AnEstimate() public {
        estimateOn(40, 560_000);
        refused(530_000, REASON, abi.encodeWithSelector(IConnectionLife.LatestIsEstimated.selector, HOME));
    }

    // ------------------------------------------------------------------ refusals

    function test_NotLower() public {
        refused(500_000, REASON, notLower(500_000, 500_000));
        refused(500_001, REASON, notLower(500_001, 500_000));
    }

    function test_WithoutAReasonOrWithALongOne() public {
        refused(300_000, "", abi.encodeWithSelector(IElectricityBilling.BadReason.selector, 0));
        refused(300_000, string(new bytes(281)), abi.encodeWithSelector(IElectricityBilling.BadReason.selector, 281));
        vm.prank(operator);
        billing.correctReading(HOME, 300_000, string(new bytes(280)));
    }

    function test_AnUnknownConnection() public {
        assertRefused(operator, abi.encodeCall(billing.correctReading, (7, 1, REASON)), unknown(7));
    }

    function test_AClosedConnection() public {
        close();
        refused(300_000, REASON, closed());
    }

    function test_NotWhilePaused() public {
        pause();
        refused(300_000, REASON, paused());
    }

    function test_ByTheOperatorOnly() public {
        assertOnlyOperator(abi.encodeCall(billing.correctReading, (HOME, 300_000, REASON)));
    }

    /// @dev Estimated at 800 kWh on day 62 and billed, read at 700 on day 70.
    function estimatedThenRead() private {
        goToDay(62);
        estimateOn(62, 800_000);
        assertEq(issueBill(HOME), 1500 * RUPEE);
        goToDay(70);
        readOn(70, HOME, 700_000);
    }

    function correct(uint48 register) private {
        vm.prank(operator);
        billing.correctReading(HOME, register, REASON);
    }

    function creditFor(uint48 wh) private {
        vm.prank(operator);
        billing.issueCreditNote(HOME, 1, uint64(wh) * 5000, REASON);
    }

    function expectCorrection(uint48 register, uint48 ownRegister, uint64 overbilledWh) private {
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.ReadingCorrected(
            HOME, register, c.register, ownRegister, c.readAt, overbilledWh, c.readingBlock, REASON
        );
    }

    function refused(uint48 register, string memory reason, bytes memory error_) private {
        assertRefused(operator, abi.encodeCall(billing.correctReading, (HOME, register, reason)), error_);
    }

    function refusedReading(uint48 register, uint256 day, bytes memory reason) private {
        assertRefused(reader, abi.encodeCall(billing.recordReading, (HOME, register, midnight(day))), reason);
    }

    function notLower(uint48 register, uint48 last) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.NotLower.selector, HOME, register, last);
    }
}
