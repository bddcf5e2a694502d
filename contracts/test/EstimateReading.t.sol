// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {MeterTest} from "./utils/MeterTest.sol";

/// @dev Read at 300 kWh on day 31 and billed. It is day 62.
contract EstimateReadingTest is MeterTest {
    IElectricityBilling.ReadingKind private constant ACTUAL = IElectricityBilling.ReadingKind.Actual;
    IElectricityBilling.ReadingKind private constant ESTIMATED = IElectricityBilling.ReadingKind.Estimated;
    IElectricityBilling.ReadingKind private constant CONFIRMED = IElectricityBilling.ReadingKind.Confirmed;

    function setUp() public override {
        super.setUp();
        registerConnection(HOME, holder, FLAT);
        goToDay(31);
        readOn(31, HOME, 300_000);
        issueBill(HOME);
        goToDay(62);
    }

    function test_PutsInAnEstimate() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        expectReading(600_000, 62, ESTIMATED);
        estimateOn(62, 600_000);

        (expected.register, expected.readAt, expected.readingBlock) = (600_000, midnight(62), uint32(block.number));
        assertConnection(expected);
        standing.isEstimated = true;
        assertStanding(standing);
        assertTotals(1, 300_000, 1500 * RUPEE, 0, 0);
    }

    function test_TheBillSaysThatItIsEstimated() public {
        estimateOn(62, 600_000);
        ExpectedBill memory bill = firstBill(62, 600_000);
        (bill.number, bill.fromDay, bill.opening, bill.kind) = (2, START_DAY + 31, 300_000, ESTIMATED);
        (bill.amount, bill.previousBlock) = (1500 * RUPEE, billing.connection(HOME).headBlock);
        expectBill(bill);
        assertEq(issueBill(HOME), 1500 * RUPEE);

        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertTrue(s.isEstimated);
        assertEq(s.estimatedBills, 1);
        assertEq(s.estimatedCharge, 1500 * RUPEE);
        assertEq(s.spanRegister, 300_000);
        assertEq(s.spanDay, START_DAY + 31);
    }

    function test_TheSameAsTheLastReading() public {
        estimateOn(62, 300_000);
        assertEq(logical(), 300_000);
        assertTrue(billing.standing(HOME).isEstimated);
    }

    // ------------------------------------------------------------------ another estimate

    function test_ALaterOneTakesItsPlaceBeforeTheBill() public {
        estimateOn(61, 550_000);
        expectReading(600_000, 62, ESTIMATED);
        estimateOn(62, 600_000);
        assertEq(billing.standing(HOME).estimatedBills, 0);
        assertEq(issueBill(HOME), 1500 * RUPEE);
        assertEq(billing.standing(HOME).estimatedBills, 1);
        // What it is compared with is still what was read.
        goToDay(63);
        refusedReading(299_999, 63, falls(299_999, 300_000));
        readOn(63, HOME, 300_000);
    }

    function test_ALaterOneMayBeLower() public {
        estimateOn(61, 550_000);
        refused(299_999, 62, falls(299_999, 300_000));
        estimateOn(62, 400_000);
        assertEq(logical(), 400_000);
        assertEq(issueBill(HOME), 500 * RUPEE);
    }

    /// @dev Since the reading, 31 days before, not since the estimate.
    function test_ALaterOneIsPlausibleSinceTheReading() public {
        estimateOn(61, 300_000);
        refused(300_001 + 31 * 72_000, 62, implausible(31 * 72_000 + 1, 31 * A_DAY));
        estimateOn(62, 300_000 + 31 * 72_000);
    }

    function test_NotBelowWhatIsBilled() public {
        estimateOn(62, 600_000);
        issueBill(HOME);
        goToDay(93);
        readOn(63, HOME, 450_000);
        refused(599_999, 93, falls(599_999, 600_000));
        estimateOn(93, 600_000);
        refusedReading(449_999, 94, falls(449_999, 450_000));
        goToDay(94);
        readOn(94, HOME, 450_000);
        assertEq(logical(), 450_000);
    }

    function test_TwoBillsButNoThird() public {
        twoEstimatedBills();
        bytes memory tooMany = abi.encodeWithSelector(IConnectionLife.TooManyEstimates.selector, HOME);
        refused(900_000, 124, tooMany);
        // A reading ends the estimates with its bill.
        readOn(124, HOME, 700_000);
        goToDay(125);
        refused(900_000, 125, tooMany);
        issueBill(HOME);
        estimateOn(125, 720_000);
        assertEq(billing.standing(HOME).estimatedBills, 0);
        assertEq(arrears(HOME), 3500 * RUPEE);
    }

    function test_AReadingThatIsNotBilledDoesNotEndTheEstimates() public {
        estimateOn(62, 600_000);
        issueBill(HOME);
        goToDay(93);
        readOn(80, HOME, 700_000);
        estimateOn(93, 800_000);
        issueBill(HOME);
        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertEq(s.estimatedBills, 2);
        assertEq(s.estimatedCharge, 2500 * RUPEE);
        assertEq(s.spanRegister, 300_000);
        goToDay(124);
        refused(900_000, 124, abi.encodeWithSelector(IConnectionLife.TooManyEstimates.selector, HOME));
        refusedReading(699_999, 124, falls(699_999, 700_000));
        readOn(124, HOME, 750_000);
        issueBill(HOME);
        assertEq(arrears(HOME), 3750 * RUPEE);
        assertEq(billing.totals().billedWh, 750_000);
    }

    // ------------------------------------------------------------------ a reading after it

    function test_AReadingBelowIt() public {
        estimateOn(62, 600_000);
        goToDay(64);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        expectReading(450_000, 63, ACTUAL);
        readOn(63, HOME, 450_000);
        (expected.register, expected.readAt, expected.readingBlock) = (450_000, midnight(63), uint32(block.number));
        assertConnection(expected);
        assertFalse(billing.standing(HOME).isEstimated);
        // From now on that counts.
        refusedReading(449_999, 64, falls(449_999, 450_000));
    }

    function test_AReadingIsNotBelowTheLastOne() public {
        estimateOn(62, 600_000);
        goToDay(64);
        refusedReading(299_999, 63, falls(299_999, 300_000));
        readOn(63, HOME, 300_000);
        assertEq(logical(), 300_000);
    }

    function test_AReadingIsLaterThanIt() public {
        estimateOn(62, 600_000);
        refusedReading(600_001, 62, notLater(midnight(62), midnight(62)));
        refusedReading(600_001, 61, notLater(midnight(61), midnight(62)));
    }

    function test_AReadingIsPlausibleSinceTheLastOne() public {
        estimateOn(62, 600_000);
        goToDay(63);
        uint48 limit = 32 * A_DAY;
        refusedReading(300_001 + limit, 63, implausible(limit + 1, limit));
        readOn(63, HOME, 300_000 + limit);
        assertEq(logical(), 300_000 + limit);
    }

    function test_AConfirmedReading() public {
        estimateOn(62, 600_000);
        goToDay(64);
        bytes memory call = abi.encodeCall(billing.confirmReading, (HOME, 299_999, midnight(63)));
        assertRefused(operator, call, falls(299_999, 300_000));
        expectReading(450_000, 63, CONFIRMED);
        confirmOn(63, 450_000);
        assertFalse(billing.standing(HOME).isEstimated);
        estimateOn(64, 500_000);
        goToDay(65);
        expectReading(9_000_000, 65, CONFIRMED);
        confirmOn(65, 9_000_000);
    }

    function test_ABatch() public {
        estimateOn(62, 600_000);
        goToDay(64);
        bytes memory before = state();
        expectRejected(falls(299_999, 300_000));
        assertEq(recordBatch(63, 299_999), 0);
        expectRejected(notLater(midnight(62), midnight(62)));
        assertEq(recordBatch(62, 600_000), 0);
        expectRejected(implausible(32 * A_DAY + 1, 32 * A_DAY));
        assertEq(recordBatch(63, 300_001 + 32 * A_DAY), 0);
        assertEq(state(), before);
        expectReading(450_000, 63, ACTUAL);
        assertEq(recordBatch(63, 450_000), 1);
        // The second row is an ordinary one.
        expectReading(460_000, 64, ACTUAL);
        assertEq(recordBatch(64, 460_000), 1);
    }

    function test_RecordedAndBilledInOnePass() public {
        twoEstimatedBills();
        (uint256 recorded, uint256 issued) = recordAndBill(batch(124, 500_000));
        assertEq(recorded, 1);
        assertEq(issued, 1);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.register, 500_000);
        assertEq(c.billedRegister, 500_000);
        assertEq(arrears(HOME), 2500 * RUPEE);
        assertEq(billing.standing(HOME).estimatedBills, 0);
        assertEq(billing.totals().billedWh, 500_000);
    }

    function test_TwoRowsOfOnePassAreBilledOnce() public {
        twoEstimatedBills();
        uint256[] memory rows = new uint256[](2);
        (rows[0], rows[1]) = (row(HOME, 450_000, midnight(123)), row(HOME, 500_000, midnight(124)));
        (uint256 recorded, uint256 issued) = recordAndBill(rows);
        assertEq(recorded, 2);
        assertEq(issued, 1);
        assertEq(billing.connection(HOME).bills, 4);
        assertEq(arrears(HOME), 2500 * RUPEE);
    }

    /// @dev The board has that money: it only was not collected yet.
    function test_WhatWasPaidForEstimatesComesBackAsAnAdvance() public {
        estimateOn(62, 600_000);
        issueBill(HOME);
        pay(holder, HOME, 3000 * RUPEE);
        goToDay(93);
        readOn(93, HOME, 400_000);
        assertEq(issueBill(HOME), 0);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.charged, 3000 * RUPEE);
        assertEq(c.credited, 4000 * RUPEE);
        assertTotals(1, 400_000, 3000 * RUPEE, 3000 * RUPEE, 2000 * RUPEE);
        refund(HOME, 1000 * RUPEE);
        vm.prank(treasurer);
        billing.withdraw(2000 * RUPEE, treasurer);
        assertEq(address(billing).balance, 0);
    }

    /// @dev Whatever was estimated: once the meter is read, what is owed is what was used.
    function testFuzz_TheReadingDecides(uint48 first, uint48 second, uint48 read) public {
        estimateOn(62, first = uint48(bound(first, 300_000, 300_000 + 31 * A_DAY)));
        issueBill(HOME);
        goToDay(93);
        estimateOn(93, second = uint48(bound(second, first, first + 31 * A_DAY)));
        issueBill(HOME);
        goToDay(124);
        readOn(124, HOME, read = uint48(bound(read, 300_000, 300_000 + 93 * A_DAY)));
        issueBill(HOME);
        assertEq(arrears(HOME), uint256(read) * 5000);
        assertEq(billing.totals().billedWh, read);
        assertEq(logical(), read);
    }

    // ------------------------------------------------------------------ refusals

    function test_BelowTheLastReading() public {
        refused(299_999, 62, falls(299_999, 300_000));
    }

    function test_AboveWhatTheLoadCouldDraw() public {
        uint48 limit = 31 * A_DAY;
        refused(300_001 + limit, 62, implausible(limit + 1, limit));
        estimateOn(62, 300_000 + limit);
    }

    function test_NotLaterThanTheLastReading() public {
        refused(300_000, 31, notLater(midnight(31), midnight(31)));
        refused(300_000, 30, notLater(midnight(30), midnight(31)));
    }

    function test_InTheFuture() public {
        refused(400_000, 63, inFuture(midnight(63)));
    }

    function test_AnUnknownConnection() public {
        assertRefused(operator, abi.encodeCall(billing.estimateReading, (7, 1, midnight(62))), unknown(7));
    }

    function test_AClosedConnection() public {
        close();
        refused(400_000, 62, closed());
    }

    function test_NotWhilePaused() public {
        pause();
        refused(400_000, 62, paused());
    }

    function test_ByTheOperatorOnly() public {
        assertOnlyOperator(abi.encodeCall(billing.estimateReading, (HOME, 400_000, midnight(62))));
    }

    /// @dev On days 62 and 93, at 600 and 800 kWh. It is day 124.
    function twoEstimatedBills() private {
        estimateOn(62, 600_000);
        issueBill(HOME);
        goToDay(93);
        estimateOn(93, 800_000);
        issueBill(HOME);
        assertEq(billing.standing(HOME).estimatedBills, 2);
        assertEq(billing.standing(HOME).estimatedCharge, 2500 * RUPEE);
        goToDay(124);
    }

    function refused(uint48 register, uint256 day, bytes memory reason) private {
        assertRefused(operator, abi.encodeCall(billing.estimateReading, (HOME, register, midnight(day))), reason);
    }

    function refusedReading(uint48 register, uint256 day, bytes memory reason) private {
        assertRefused(reader, abi.encodeCall(billing.recordReading, (HOME, register, midnight(day))), reason);
    }
}
