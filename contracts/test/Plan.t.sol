// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";

/// @dev A bill of 2,951, due on day 46; on day 50 three parts every 30 days are agreed: on days 80, 110 and 140.
contract PlanTest is LifeTest {
    uint64 private constant ONE_PART = 983_666_666;
    uint64 private constant TWO_PARTS = 1_967_333_333;

    function setUp() public override {
        super.setUp();
        billLateHome();
        goToDay(50);
    }

    // ------------------------------------------------------------------ proposing and accepting

    function test_TheHolderProposes() public {
        proposes(holder, false);
    }

    function test_TheBoardProposes() public {
        proposes(operator, true);
    }

    function proposes(address caller, bool byBoard) private {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.PlanProposed(HOME, 3, 30, byBoard);
        proposePlan(caller, 3, 30);

        (standing.proposedParts, standing.proposedInterval, standing.planByBoard) = (3, 30, byBoard);
        assertStanding(standing);
        assertConnection(expected);
    }

    function test_TheBoardAccepts() public {
        accepts(holder, operator);
    }

    function test_TheHolderAccepts() public {
        accepts(operator, holder);
    }

    function accepts(address proposer, address other) private {
        pay(stranger, HOME, 451 * RUPEE);
        proposePlan(proposer, 3, 30);
        goToDay(52);
        // What is owed when the plan is agreed counts, not what was owed when it was proposed.
        pay(stranger, HOME, 500 * RUPEE);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.PlanAgreed(HOME, 2000 * RUPEE, 3, 30, START_DAY + 52, 951 * RUPEE, expected.headBlock);
        acceptPlan(other, 3, 30);

        (standing.proposedParts, standing.proposedInterval) = (0, 0);
        (standing.planParts, standing.planInterval, standing.planDay) = (3, 30, START_DAY + 52);
        (standing.planTotal, standing.planCredited, standing.planKept) = (2000 * RUPEE, 951 * RUPEE, true);
        assertStanding(standing);
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 590_200, FIRST_BILL, 0, 0);
    }

    function test_OnlyTheOtherSideAccepts() public {
        proposePlan(holder, 3, 30);
        refusedAccept(holder, 3, 30, notTheOtherSide(holder));
        proposePlan(operator, 6, 15);
        refusedAccept(operator, 6, 15, notTheOtherSide(operator));
        acceptPlan(holder, 6, 15);
    }

    function test_OneWalletIsBoth() public {
        bytes32 role = billing.OPERATOR_ROLE();
        vm.prank(admin);
        billing.grantRole(role, holder);
        proposePlan(holder, 3, 30);
        refusedAccept(holder, 3, 30, notTheOtherSide(holder));
        acceptPlan(operator, 3, 30);
    }

    function test_AProposalThatChangesUnderTheOtherSide() public {
        proposePlan(operator, 3, 30);
        proposePlan(operator, 2, 30);
        refusedAccept(holder, 3, 30, notProposed());
        proposePlan(operator, 2, 10);
        refusedAccept(holder, 2, 30, notProposed());
        acceptPlan(holder, 2, 10);
    }

    function test_NothingIsAcceptedTwice() public {
        refusedAccept(operator, 3, 30, notProposed());
        refusedAccept(operator, 0, 0, notProposed());
        agreePlan(3, 30);
        refusedAccept(operator, 3, 30, notProposed());
        refusedAccept(operator, 0, 30, notProposed());
    }

    function test_AHandoverEndsAProposal() public {
        proposePlan(holder, 3, 30);
        handOver(stranger);
        refusedAccept(operator, 3, 30, notProposed());
    }

    function test_APlanGoesOnAfterAHandover() public {
        agreePlan(3, 30);
        handOver(stranger);
        assertTrue(kept());
    }

    function test_WhilePausedAndAfterClosing() public {
        close();
        pause();
        agreePlan(3, 30);
        assertTrue(kept());
    }

    // ------------------------------------------------------------------ kept

    function test_AnInstalmentMayBePaidOnItsDay() public {
        agreePlan(3, 30);
        goToDay(80);
        assertTrue(kept());
        goToDay(81);
        assertFalse(kept());
    }

    function test_EachInstalmentIsRoundedDown() public {
        agreePlan(3, 30);
        pay(holder, HOME, ONE_PART - 1);
        goToDay(81);
        assertFalse(kept());
        pay(holder, HOME, 1);
        assertTrue(kept());
        pay(stranger, HOME, TWO_PARTS - ONE_PART);
        goToDay(140);
        assertTrue(kept());
        goToDay(141);
        assertFalse(kept());
    }

    function test_MissedThenCaughtUp() public {
        agreePlan(3, 30);
        goToDay(115);
        assertFalse(kept());
        pay(holder, HOME, ONE_PART);
        assertFalse(kept());
        pay(holder, HOME, TWO_PARTS - ONE_PART);
        assertTrue(kept());
    }

    function test_PaidInFull() public {
        agreePlan(3, 30);
        pay(holder, HOME, FIRST_BILL - 1);
        assertTrue(kept());
        pay(holder, HOME, 1);
        assertFalse(kept());
        assertEq(billOn(62, 100), 0);
        // The next bill is overdue as any other.
        assertEq(billOn(93, 0), 8 * RUPEE);
    }

    function test_ACreditNoteIsAnInstalmentToo() public {
        agreePlan(3, 30);
        vm.prank(operator);
        billing.issueCreditNote(HOME, 1, ONE_PART, REASON);
        goToDay(110);
        assertTrue(kept());
        goToDay(111);
        assertFalse(kept());
    }

    function test_AReplacedPlanBeginsAnew() public {
        agreePlan(3, 30);
        pay(holder, HOME, 951 * RUPEE);
        goToDay(90);
        assertFalse(kept());
        proposePlan(operator, 2, 20);
        acceptPlan(holder, 2, 20);
        IConnectionLife.Standing memory s = billing.standing(HOME);
        assertEq(s.planTotal, 2000 * RUPEE);
        assertEq(s.planCredited, 951 * RUPEE);
        assertEq(s.planDay, START_DAY + 90);
        goToDay(110);
        assertTrue(kept());
        goToDay(111);
        assertFalse(kept());
        pay(holder, HOME, 1000 * RUPEE);
        assertTrue(kept());
    }

    /// @dev Kept on a day if every instalment whose day is before has been paid, and something is left to pay.
    function testFuzz_KeptAsTheScheduleSays(uint64 arrears_, uint8 parts, uint16 interval, uint64 paid, uint256 day)
        public
    {
        arrears_ = uint64(bound(arrears_, 1, FIRST_BILL));
        (parts, interval) = (uint8(bound(parts, 2, 60)), uint16(bound(interval, 1, 366)));
        if (arrears_ < FIRST_BILL) pay(stranger, HOME, FIRST_BILL - arrears_);
        agreePlan(parts, interval);
        paid = uint64(bound(paid, 0, arrears_));
        if (paid != 0) pay(holder, HOME, paid);
        day = 50 + bound(day, 0, uint256(parts) * interval + 2);
        goToDay(day);

        bool expected = paid < arrears_;
        for (uint256 k = 1; k <= parts && 50 + interval * k < day; ++k) {
            if (paid < uint256(arrears_) * k / parts) expected = false;
        }
        assertEq(kept(), expected);
    }

    /// @dev Less than one of the smallest units a part.
    function testFuzz_KeptForTheSmallestSums(uint64 arrears_, uint8 parts, uint64 paid, uint256 day) public {
        testFuzz_KeptAsTheScheduleSays(uint64(bound(arrears_, 1, 100)), parts, 1, paid, day);
    }

    /// @dev Exactly what the schedule asks, and one of the smallest units less, at each of its days.
    function testFuzz_KeptAtTheBounds(uint64 arrears_, uint8 parts, uint8 part) public {
        arrears_ = uint64(bound(arrears_, 1000, FIRST_BILL - 1));
        parts = uint8(bound(parts, 2, 60));
        part = uint8(bound(part, 1, parts - 1));
        pay(stranger, HOME, FIRST_BILL - arrears_);
        agreePlan(parts, 7);
        uint64 due = uint64(uint256(arrears_) * part / parts);
        pay(holder, HOME, due - 1);
        goToDay(50 + 7 * uint256(part));
        assertTrue(kept());
        goToDay(51 + 7 * uint256(part));
        assertFalse(kept());
        pay(holder, HOME, 1);
        assertTrue(kept());
        goToDay(50 + 7 * (uint256(part) + 1));
        assertTrue(kept());
        goToDay(51 + 7 * (uint256(part) + 1));
        assertFalse(kept());
    }

    // ------------------------------------------------------------------ surcharge and notice

    function test_NoSurchargeWhileKept() public {
        agreePlan(3, 30);
        assertEq(billOn(62, 100), 0);
        pay(holder, HOME, ONE_PART);
        assertEq(billOn(93, 100), 0);
        pay(holder, HOME, TWO_PARTS - ONE_PART);
        assertEq(billOn(124, 0), 0);
        assertEq(billing.standing(HOME).surcharge, 0);
    }

    /// @dev The first part was due on day 80. Months begun without the first day: days 82 to 111 are one.
    function test_OnceBrokenOnlyForTheTimeSince() public {
        agreePlan(3, 30);
        uint256[4] memory dates = [uint256(81), 82, 111, 112];
        uint64[4] memory surcharges = [uint64(0), 44, 44, 89];
        for (uint256 i; i < dates.length; ++i) {
            uint256 before = vm.snapshotState();
            assertEq(billOn(dates[i], 100), surcharges[i] * RUPEE, vm.toString(dates[i]));
            vm.revertToState(before);
        }
    }

    function test_BrokenAfterTheFirstPart() public {
        agreePlan(3, 30);
        pay(holder, HOME, ONE_PART);
        assertEq(billOn(100, 0), 0);
        // Due on day 110 and not paid: on day 141 one month, on 1,967.333334.
        assertEq(billOn(141, 0), 30 * RUPEE);
    }

    function test_CaughtUpInTime() public {
        agreePlan(3, 30);
        goToDay(90);
        pay(holder, HOME, ONE_PART);
        assertEq(billOn(93, 0), 0);
        // Nor later for the days that a bill found it kept on.
        pay(holder, HOME, TWO_PARTS - ONE_PART);
        assertEq(billOn(141, 0), 0);
        assertEq(billOn(172, 0), 15 * RUPEE);
    }

    function test_NoNoticeWhileKept() public {
        agreePlan(3, 30);
        goToDay(80);
        bytes memory reason = abi.encodeWithSelector(IConnectionLife.PlanIsKept.selector, HOME);
        assertRefused(operator, abi.encodeCall(billing.giveNotice, (HOME)), reason);
        goToDay(81);
        giveNotice();
        assertEq(billing.standing(HOME).noticeDay, START_DAY + 97);
    }

    function test_ANoticeIsVoidByAPlan() public {
        giveNotice();
        proposePlan(holder, 3, 30);
        assertEq(billing.standing(HOME).noticeDay, START_DAY + 66);
        acceptPlan(operator, 3, 30);
        assertEq(billing.standing(HOME).noticeDay, 0);
        goToDay(66);
        assertFalse(billing.standing(HOME).mayDisconnect);
        // A broken plan doesn't bring it back.
        goToDay(81);
        assertEq(billing.standing(HOME).noticeDay, 0);
        giveNotice();
    }

    // ------------------------------------------------------------------ refusals

    function testFuzz_NoSuchPlan(uint8 parts, uint16 interval) public {
        if (parts >= 2 && parts <= 60 && interval >= 1 && interval <= 366) {
            agreePlan(parts, interval);
            assertEq(billing.standing(HOME).planParts, parts);
            assertEq(billing.standing(HOME).planInterval, interval);
        } else {
            refusedPropose(holder, parts, interval, bad(parts, interval));
        }
    }

    function test_AtTheBounds() public {
        uint8[5] memory parts = [0, 1, 2, 60, 61];
        uint16[4] memory intervals = [uint16(0), 1, 366, 367];
        for (uint256 i; i < parts.length; ++i) {
            for (uint256 j; j < intervals.length; ++j) {
                testFuzz_NoSuchPlan(parts[i], intervals[j]);
            }
        }
    }

    function test_NothingOwed() public {
        bytes memory reason = abi.encodeWithSelector(IConnectionLife.NoArrears.selector, HOME);
        proposePlan(holder, 3, 30);
        pay(stranger, HOME, FIRST_BILL);
        refusedPropose(holder, 3, 30, reason);
        refusedPropose(operator, 3, 30, reason);
        refusedAccept(operator, 3, 30, reason);
        pay(stranger, HOME, 1);
        refusedAccept(operator, 3, 30, reason);
    }

    function test_AnUnknownConnection() public {
        assertRefused(holder, abi.encodeCall(billing.proposePlan, (7, 3, 30)), unknown(7));
        assertRefused(operator, abi.encodeCall(billing.acceptPlan, (7, 3, 30)), unknown(7));
    }

    function test_ByAnyoneElse() public {
        proposePlan(holder, 3, 30);
        address[5] memory others = [admin, reader, treasurer, tariffOfficer, stranger];
        for (uint256 i; i < others.length; ++i) {
            refusedPropose(others[i], 3, 30, notTheOtherSide(others[i]));
            refusedAccept(others[i], 3, 30, notTheOtherSide(others[i]));
        }
    }

    // ------------------------------------------------------------------ helpers

    function kept() private view returns (bool) {
        return billing.standing(HOME).planKept;
    }

    function refusedPropose(address caller, uint8 parts, uint16 interval, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.proposePlan, (HOME, parts, interval)), reason);
    }

    function refusedAccept(address caller, uint8 parts, uint16 interval, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.acceptPlan, (HOME, parts, interval)), reason);
    }

    function bad(uint8 parts, uint16 interval) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.BadPlan.selector, parts, interval);
    }
}
