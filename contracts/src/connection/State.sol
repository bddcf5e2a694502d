// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Account} from "../types/Account.sol";
import {Meter} from "../types/Meter.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";

/// @dev All that ElectricityBilling stores. Its libraries get it by reference: they are linked code of the contract's own, split only because one contract may have 24,576 bytes. Money is in
/// millionths of the currency, energy in Wh, days are since 1970 in the board's local time.
struct State {
    mapping(uint256 connection => Record) records;
    mapping(address holder => EnumerableSet.UintSet) held;
    uint64[] numbers;
    Sums sums;
    Terms terms;
    // A token is moving. What moves is measured, so no other may move in between.
    bool isMoving;
}

/// @dev A connection: the two hot words first. What follows is read only where a flag of the meter's word, a debt or the call itself says so.
struct Record {
    Meter meter;
    Account account;
    address holder;
    Offer offer;
    Device device;
    Estimates estimates;
    Overdue overdue;
    Arrangement arrangement;
    Plan plan;
}

/// @dev An offer of a handover; `byBoard` when the board made it for a lost wallet.
struct Offer {
    address to;
    bool byBoard;
}

/// @dev The meter: what it signs with, and the logical register less its own.
struct Device {
    address key;
    int64 offset;
}

/// @dev Bills on estimates since the last one on a reading.
struct Estimates {
    // The latest reading, while the meter's word has an estimate.
    uint48 readRegister;
    uint32 readAt;
    // Where the first estimated bill began.
    uint48 spanRegister;
    uint16 spanDay;
    // What the estimated bills charged, and how many they are.
    uint64 charged;
    uint8 bills;
}

/// @dev What makes arrears overdue when the latest bill is not due yet; written only by a bill that comes on top of arrears. With every surcharge `charged` moves to just below it.
struct Overdue {
    // Everything charged up to here is due on `day`.
    uint64 charged;
    uint16 day;
    // Surcharge not known to be paid, and `charged` right after the latest of it: once credited reaches that, none is open.
    uint64 surcharge;
    uint64 surchargeEnd;
    // No surcharge for days before this one.
    uint16 surchargedTo;
}

/// @dev An instalment plan; see IConnectionLife.PlanAgreed. What of it is paid follows from `credited`.
struct Plan {
    uint64 total;
    uint64 creditedBefore;
    uint16 startDay;
    uint16 interval;
    uint8 parts;
}

/// @dev What holder and board have proposed, agreed or argue about. An agreement is stored plus one; zero is none everywhere.
struct Arrangement {
    // Proposed, and by whom; accepted, for after the next bill.
    uint16 agreement;
    bool agreementByBoard;
    uint16 nextAgreement;
    // A plan proposed, and by whom; whether there is a plan.
    uint8 parts;
    uint16 interval;
    bool planByBoard;
    bool hasPlan;
    // The bill in dispute, and the last that ever was.
    uint16 disputed;
    uint16 lastDisputed;
    // Whether the bill before that was in dispute too.
    bool beforeDisputed;
    // The notice of disconnection: void once `credited` reaches `noticedUpTo`.
    uint16 noticeDay;
    uint64 noticedUpTo;
}

/// @dev Sums over all connections in two slots, written once a batch.
struct Sums {
    uint128 billedWh;
    uint128 billed;
    uint128 collected;
    uint128 boardBalance;
}

/// @dev Fixed at deployment. The hot paths have the same as immutables.
struct Terms {
    address tariffBook;
    uint16 plausibilityPercent;
    int32 utcOffset;
    // The settlement asset: zero for the chain's coin. An amount comes to amount × unit / step of its own units.
    address asset;
    uint96 step;
    uint256 unit;
}
