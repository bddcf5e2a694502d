// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing} from "../utils/Contracts.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";

/// @dev What must be true of the ledger by the actions alone, kept apart from the contract. It looks at every connection after every action, and
/// checks there what is about change: the invariants of transitions in README.md.
contract Ghost is StdAssertions {
    /// @dev What was charged at once: a bill, with its late surcharge.
    struct Charge {
        uint64 amount;
        uint64 chargedAfter;
    }

    /// @dev What bills have charged for; a true-up stands for the bills on estimates that it replaces.
    struct Span {
        uint48 opening;
        uint48 closing;
        uint16 fromDay;
        uint16 toDay;
    }

    /// @dev What the running action may do to the ledger: a connection each, or zero.
    struct Allowed {
        bool bills;
        uint64 refundOf;
        uint64 refunded;
        uint64 handoverOf;
        uint64 closingOf;
        /// A reading after an estimate may be below it.
        bool reads;
        uint64 correctionOf;
    }

    Billing private immutable billing;

    uint64[] public numbers;
    mapping(uint64 connection => uint48) public opening;
    mapping(uint64 connection => uint16) public firstDay;
    mapping(uint64 connection => Charge[]) private charges;
    mapping(uint64 connection => Span[]) private spans;
    mapping(uint64 connection => uint256) public paid;
    mapping(uint64 connection => uint256) public refunded;
    mapping(uint64 connection => IElectricityBilling.Connection) private seen;
    mapping(uint64 connection => IConnectionLife.Standing) private seenStanding;
    mapping(uint64 connection => uint256) public creditedByBoard;
    /// @dev What of it cancelled arrears, and what became an advance.
    mapping(uint64 connection => uint256) public cancelled;
    uint256 public givenBack;
    uint256 public withdrawn;
    /// @dev In the coin's own unit.
    uint256 public forced;

    constructor(Billing billing_) {
        billing = billing_;
    }

    function count() external view returns (uint256) {
        return numbers.length;
    }

    function chargesOf(uint64 number) external view returns (Charge[] memory) {
        return charges[number];
    }

    function spansOf(uint64 number) external view returns (Span[] memory) {
        return spans[number];
    }

    // ------------------------------------------------------------------ what actions report

    function registered(uint64 number) external {
        IElectricityBilling.Connection memory c = billing.connection(number);
        numbers.push(number);
        (opening[number], firstDay[number], seen[number]) = (c.register, c.billedDay, c);
        seenStanding[number] = billing.standing(number);
    }

    function wasPaid(uint64 number, uint256 amount) external {
        paid[number] += amount;
    }

    function wasRefunded(uint64 number, uint256 amount) external {
        refunded[number] += amount;
    }

    function wasCredited(uint64 number, uint256 amount, uint256 cancelled_) public {
        creditedByBoard[number] += amount;
        cancelled[number] += cancelled_;
        givenBack += amount - cancelled_;
    }

    function wasWithdrawn(uint256 amount) external {
        withdrawn += amount;
    }

    function wasForced(uint256 value) external {
        forced += value;
    }

    // ------------------------------------------------------------------ what is seen

    function look(Allowed memory allowed) external {
        for (uint256 i; i < numbers.length; ++i) {
            IElectricityBilling.Connection memory c = billing.connection(numbers[i]);
            IConnectionLife.Standing memory standing = billing.standing(c.number);
            compare(seen[c.number], c, allowed);
            if (c.bills != seen[c.number].bills) billed(c, standing, allowed);
            compareStanding(seenStanding[c.number], standing, c, allowed);
            (seen[c.number], seenStanding[c.number]) = (c, standing);
        }
    }

    function billed(
        IElectricityBilling.Connection memory c,
        IConnectionLife.Standing memory standing,
        Allowed memory allowed
    ) private {
        IElectricityBilling.Connection memory before = seen[c.number];
        uint64 chargedAfter = c.charged - (allowed.refundOf == c.number ? allowed.refunded : 0);
        charges[c.number].push(Charge({amount: chargedAfter - before.charged, chargedAfter: chargedAfter}));
        // A true-up credits what estimates had charged too much.
        if (c.credited != before.credited) {
            uint64 owed = chargedAfter > before.credited ? chargedAfter - before.credited : 0;
            uint64 amount = c.credited - before.credited;
            wasCredited(c.number, amount, amount < owed ? amount : owed);
        }
        Span memory span = Span(before.billedRegister, c.billedRegister, before.billedDay, c.billedDay);
        Span[] storage list = spans[c.number];
        if (standing.estimatedBills == 0) {
            for (uint256 n = seenStanding[c.number].estimatedBills; n != 0; --n) {
                (span.opening, span.fromDay) = (list[list.length - 1].opening, list[list.length - 1].fromDay);
                list.pop();
            }
        }
        list.push(span);
    }

    function compare(
        IElectricityBilling.Connection memory a,
        IElectricityBilling.Connection memory b,
        Allowed memory allowed
    ) private view {
        // T1: counters only rise.
        assertGe(b.charged, a.charged, "T1 charged falls");
        assertGe(b.credited, a.credited, "T1 credited falls");
        assertGe(b.collected, a.collected, "T1 collected falls");
        assertGe(b.readAt, a.readAt, "T1 readAt falls");
        assertGe(b.billedDay, a.billedDay, "T1 billedDay falls");
        assertGe(b.headBlock, a.headBlock, "T1 headBlock falls");
        assertGe(b.readingBlock, a.readingBlock, "T1 readingBlock falls");
        bool afterEstimate = allowed.reads && seenStanding[a.number].isEstimated;
        if (!afterEstimate && allowed.correctionOf != a.number) {
            assertGe(b.register, a.register, "T1 register falls");
        }
        if (seenStanding[a.number].estimatedBills == 0) {
            assertGe(b.billedRegister, a.billedRegister, "T1 billedRegister falls");
        }
        // T2: what is agreed stays, or follows as accepted.
        assertEq(abi.encode(b.category, b.loadW), abi.encode(a.category, a.loadW), "T2 agreed");
        bool follows = b.bills != a.bills && b.agreement == seenStanding[a.number].nextAgreement;
        if (!follows) assertEq(b.agreement, a.agreement, "T2 agreement");
        // T3: a holder changes only by taking over.
        if (b.number != allowed.handoverOf) assertEq(b.holder, a.holder, "T3 holder changed");
        // T4: only a bill or the holder's refund charges; a bill moves register and day on, one at a time.
        if (b.bills != a.bills) {
            assertTrue(allowed.bills, "T4 billed by another action");
            assertEq(b.bills, a.bills + 1, "T4 bills by more than one");
            // But where estimates that were read on the day they were billed up to are trued up by the last bill.
            if (seenStanding[a.number].estimatedBills == 0) {
                assertGt(b.billedDay, a.billedDay, "T4 a bill without a day");
            }
            assertEq(b.billedRegister, b.register, "T4 not billed up to the reading");
        } else {
            assertEq(
                abi.encode(b.billedRegister, b.billedDay, b.dueDay),
                abi.encode(a.billedRegister, a.billedDay, a.dueDay),
                "T4 moved without a bill"
            );
            if (b.number != allowed.refundOf) assertEq(b.charged, a.charged, "T4 charged without a bill");
        }
    }

    function compareStanding(
        IConnectionLife.Standing memory a,
        IConnectionLife.Standing memory b,
        IElectricityBilling.Connection memory c,
        Allowed memory allowed
    ) private pure {
        // T6: what is closed stays closed.
        assertEq(b.isClosed, a.isClosed || allowed.closingOf == c.number, "T6 closed");
        // N1: never more than two bills on estimates.
        assertLe(b.estimatedBills, 2, "N1 estimates");
        // N2: what is overdue is owed, and surcharge is.
        uint64 arrears = c.charged > c.credited ? c.charged - c.credited : 0;
        assertLe(uint256(b.overdue), arrears, "N2 overdue");
        assertLe(uint256(b.surcharge), arrears, "N2 surcharge");
        // N3: no notice and no disconnection during a dispute or a kept plan, or without a debt.
        if (b.noticeDay != 0) {
            assertEq(b.disputedBill, 0, "N3 notice during a dispute");
            assertFalse(b.planKept, "N3 notice while a plan is kept");
            assertGt(arrears, 0, "N3 notice without a debt");
        }
        assertTrue(!b.mayDisconnect || b.noticeDay != 0, "N3 disconnection without a notice");
        assertGe(b.lastDisputedBill, a.lastDisputedBill, "N3 a bill disputed again");
    }
}
