// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing} from "../utils/Contracts.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";

/// @dev What must be true of the ledger by the actions alone, kept apart from the contract. It looks at every connection after every action, and
/// checks there what is about change: the invariants of transitions in README.md.
contract Ghost is StdAssertions {
    struct Bill {
        uint64 amount;
        uint64 chargedAfter;
        uint48 opening;
        uint48 closing;
        uint16 fromDay;
        uint16 toDay;
    }

    /// @dev What the running action may do to the ledger.
    struct Allowed {
        bool bills;
        uint64 refundOf;
        uint64 handoverOf;
    }

    Billing private immutable billing;

    uint64[] public numbers;
    mapping(uint64 connection => uint48) public opening;
    mapping(uint64 connection => uint16) public firstDay;
    mapping(uint64 connection => Bill[]) private bills;
    mapping(uint64 connection => uint256) public paid;
    mapping(uint64 connection => uint256) public refunded;
    mapping(uint64 connection => IElectricityBilling.Connection) private seen;
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

    function billsOf(uint64 number) external view returns (Bill[] memory) {
        return bills[number];
    }

    // ------------------------------------------------------------------ what actions report

    function registered(uint64 number) external {
        IElectricityBilling.Connection memory c = billing.connection(number);
        numbers.push(number);
        (opening[number], firstDay[number], seen[number]) = (c.register, c.billedDay, c);
    }

    function wasPaid(uint64 number, uint256 amount) external {
        paid[number] += amount;
    }

    function wasRefunded(uint64 number, uint256 amount) external {
        refunded[number] += amount;
    }

    function wasCredited(uint64 number, uint256 amount, uint256 cancelled_) external {
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
            IElectricityBilling.Connection memory before = seen[numbers[i]];
            compare(before, c, allowed);
            if (c.bills != before.bills) {
                bills[c.number].push(
                    Bill({
                        amount: c.charged - before.charged,
                        chargedAfter: c.charged,
                        opening: before.billedRegister,
                        closing: c.billedRegister,
                        fromDay: before.billedDay,
                        toDay: c.billedDay
                    })
                );
            }
            seen[c.number] = c;
        }
    }

    function compare(
        IElectricityBilling.Connection memory a,
        IElectricityBilling.Connection memory b,
        Allowed memory allowed
    ) private pure {
        // T1: counters only rise.
        assertGe(b.charged, a.charged, "T1 charged falls");
        assertGe(b.credited, a.credited, "T1 credited falls");
        assertGe(b.collected, a.collected, "T1 collected falls");
        assertGe(b.register, a.register, "T1 register falls");
        assertGe(b.billedRegister, a.billedRegister, "T1 billedRegister falls");
        assertGe(b.readAt, a.readAt, "T1 readAt falls");
        assertGe(b.billedDay, a.billedDay, "T1 billedDay falls");
        assertGe(b.headBlock, a.headBlock, "T1 headBlock falls");
        assertGe(b.readingBlock, a.readingBlock, "T1 readingBlock falls");
        // T2: what is agreed stays.
        assertEq(
            abi.encode(b.category, b.loadW, b.agreement), abi.encode(a.category, a.loadW, a.agreement), "T2 agreed"
        );
        // T3: a holder changes only by taking over.
        if (b.number != allowed.handoverOf) assertEq(b.holder, a.holder, "T3 holder changed");
        // T4: only a bill or the holder's refund charges; a bill moves register and day on, one at a time.
        bool billed = b.bills != a.bills;
        if (billed) {
            assertTrue(allowed.bills, "T4 billed by another action");
            assertEq(b.bills, a.bills + 1, "T4 bills by more than one");
            assertGt(b.billedDay, a.billedDay, "T4 a bill without a day");
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
}
