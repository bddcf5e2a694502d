// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev The word of a connection that readings touch, and bills with them.
///
/// | bits | field | unit |
/// | --- | --- | --- |
/// | 0–47 | register | Wh, the latest value |
/// | 48–79 | readAt | seconds since 1970; lasts until 2106 |
/// | 80–127 | billedRegister | Wh, billed up to here |
/// | 128–143 | billedDay | day, the first not billed yet; lasts until 2149 |
/// | 144–175 | loadW | W, the sanctioned load |
/// | 176–191 | category | tariff category |
/// | 192–207 | bills | number of bills issued |
/// | 208–239 | readingBlock | block of the latest reading event |
/// | 240–249 | agreement | days; 512 + months; 0 prepaid |
/// | 250 | active | a registered connection |
/// | 251–252 | kind | ReadingKind of the latest value |
/// | 253 | exchanged | the meter's own register is not the logical one |
/// | 254 | special | the next bill needs more than the tariff: estimates to true up, an agreement to follow |
/// | 255 | | unused |
type Meter is bytes32;

using MeterLib for Meter global;

// Where fields begin.
uint256 constant READ_AT = 48;
uint256 constant BILLED_REGISTER = 80;
uint256 constant BILLED_DAY = 128;
uint256 constant LOAD = 144;
uint256 constant CATEGORY = 176;
uint256 constant BILLS = 192;
uint256 constant READING_BLOCK = 208;
uint256 constant AGREEMENT = 240;
uint256 constant ACTIVE = 250;
uint256 constant KIND = 251;
uint256 constant EXCHANGED = 253;
uint256 constant SPECIAL = 254;

// Active, without an offset and without an estimate: the low bit of kind is set for an estimate only. A reading is then just compared with the last.
uint256 constant PLAIN_MASK = 0xb;
uint256 constant PLAIN = 1;
// What takes a bill off the hot path, from bit KIND on: an estimate, and what `special` stands for.
uint256 constant SPECIAL_BILL = 9;

// The fields that a reading changes, and those that a bill changes.
uint256 constant READING_BITS = 0x1800ffffffff00000000000000000000000000000000ffffffffffffffffffff;
uint256 constant BILL_BITS = 0xffff000000000000ffffffffffffffff00000000000000000000;

library MeterLib {
    function create(uint16 category_, uint32 loadW_, uint16 agreement_, uint48 register_, uint32 readAt_, uint16 day)
        internal
        view
        returns (Meter)
    {
        uint256 word =
            1 << ACTIVE | uint256(agreement_) << AGREEMENT | uint256(category_) << CATEGORY | uint256(loadW_) << LOAD;
        word = uint256(Meter.unwrap(afterReading(word, register_, readAt_, 0)));
        return afterBill(word, day, 0);
    }

    /// @dev A word with its next reading, whose event stands in the current block. Register and time must fit their fields.
    function afterReading(uint256 word, uint256 register_, uint256 readAt_, uint256 kind_)
        internal
        view
        returns (Meter)
    {
        uint256 reading = kind_ << KIND | uint256(uint32(block.number)) << READING_BLOCK | readAt_ << READ_AT
            | register_;
        return Meter.wrap(bytes32(word & ~READING_BITS | reading));
    }

    /// @dev A word billed up to its register and a day, by the bill of that number.
    function afterBill(uint256 word, uint256 day, uint256 number) internal pure returns (Meter) {
        uint256 bill = number << BILLS | day << BILLED_DAY | uint256(uint48(word)) << BILLED_REGISTER;
        return Meter.wrap(bytes32(word & ~BILL_BITS | bill));
    }

    function register(Meter meter) internal pure returns (uint48) {
        return uint48(uint256(Meter.unwrap(meter)));
    }

    function readAt(Meter meter) internal pure returns (uint32) {
        return uint32(uint256(Meter.unwrap(meter)) >> READ_AT);
    }

    function billedRegister(Meter meter) internal pure returns (uint48) {
        return uint48(uint256(Meter.unwrap(meter)) >> BILLED_REGISTER);
    }

    function billedDay(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> BILLED_DAY);
    }

    function loadW(Meter meter) internal pure returns (uint32) {
        return uint32(uint256(Meter.unwrap(meter)) >> LOAD);
    }

    function category(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> CATEGORY);
    }

    function bills(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> BILLS);
    }

    function readingBlock(Meter meter) internal pure returns (uint32) {
        return uint32(uint256(Meter.unwrap(meter)) >> READING_BLOCK);
    }

    function agreement(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> AGREEMENT) & 0x3ff;
    }

    function isEstimated(Meter meter) internal pure returns (bool) {
        return uint256(Meter.unwrap(meter)) & 1 << KIND != 0;
    }

    function isSpecial(Meter meter) internal pure returns (bool) {
        return uint256(Meter.unwrap(meter)) & 1 << SPECIAL != 0;
    }

    function kind(Meter meter) internal pure returns (uint256) {
        return uint256(Meter.unwrap(meter)) >> KIND & 3;
    }

    function with(Meter meter, uint256 flag, bool value) internal pure returns (Meter) {
        uint256 rest = uint256(Meter.unwrap(meter)) & ~(1 << flag);
        return Meter.wrap(bytes32(value ? rest | 1 << flag : rest));
    }

    function withRegister(Meter meter, uint48 register_) internal pure returns (Meter) {
        return Meter.wrap(bytes32(uint256(Meter.unwrap(meter)) >> 48 << 48 | register_));
    }

    /// @dev The same meter with the current block as the head of its reading events.
    function withReadingHead(Meter meter) internal view returns (Meter) {
        uint256 rest = uint256(Meter.unwrap(meter)) & ~(uint256(type(uint32).max) << READING_BLOCK);
        return Meter.wrap(bytes32(rest | uint256(uint32(block.number)) << READING_BLOCK));
    }

    function withAgreement(Meter meter, uint256 agreement_) internal pure returns (Meter) {
        uint256 rest = uint256(Meter.unwrap(meter)) & ~(uint256(0x3ff) << AGREEMENT);
        return Meter.wrap(bytes32(rest | agreement_ << AGREEMENT));
    }

    function active(Meter meter) internal pure returns (bool) {
        return uint256(Meter.unwrap(meter)) & 1 << ACTIVE != 0;
    }
}
