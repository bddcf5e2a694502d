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
/// | 253–255 | | unused |
type Meter is bytes32;

using MeterLib for Meter global;

library MeterLib {
    uint256 private constant READING_BITS = (1 << 80) - 1 | uint256(type(uint32).max) << 208 | uint256(3) << 251;
    uint256 private constant BILL_BITS = ((1 << 64) - 1) << 80 | uint256(type(uint16).max) << 192;

    function create(uint16 category_, uint32 loadW_, uint16 agreement_, uint48 register_, uint32 readAt_, uint16 day)
        internal
        view
        returns (Meter)
    {
        uint256 word =
            uint256(1) << 250 | uint256(agreement_) << 240 | uint256(category_) << 176 | uint256(loadW_) << 144;
        Meter meter = Meter.wrap(bytes32(word)).withReading(register_, readAt_, 0);
        return meter.withBill(register_, day, 0);
    }

    /// @dev The next reading; its event stands in the current block.
    function withReading(Meter meter, uint48 register_, uint32 readAt_, uint8 kind_) internal view returns (Meter) {
        uint256 rest = uint256(Meter.unwrap(meter)) & ~READING_BITS;
        uint256 reading =
            uint256(kind_) << 251 | uint256(uint32(block.number)) << 208 | uint256(readAt_) << 48 | register_;
        return Meter.wrap(bytes32(rest | reading));
    }

    /// @dev Billed up to a register and a day, by the bill of that number.
    function withBill(Meter meter, uint48 billedRegister_, uint16 billedDay_, uint16 bills_)
        internal
        pure
        returns (Meter)
    {
        uint256 rest = uint256(Meter.unwrap(meter)) & ~BILL_BITS;
        uint256 bill = uint256(bills_) << 192 | uint256(billedDay_) << 128 | uint256(billedRegister_) << 80;
        return Meter.wrap(bytes32(rest | bill));
    }

    function register(Meter meter) internal pure returns (uint48) {
        return uint48(uint256(Meter.unwrap(meter)));
    }

    function readAt(Meter meter) internal pure returns (uint32) {
        return uint32(uint256(Meter.unwrap(meter)) >> 48);
    }

    function billedRegister(Meter meter) internal pure returns (uint48) {
        return uint48(uint256(Meter.unwrap(meter)) >> 80);
    }

    function billedDay(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> 128);
    }

    function loadW(Meter meter) internal pure returns (uint32) {
        return uint32(uint256(Meter.unwrap(meter)) >> 144);
    }

    function category(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> 176);
    }

    function bills(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> 192);
    }

    function readingBlock(Meter meter) internal pure returns (uint32) {
        return uint32(uint256(Meter.unwrap(meter)) >> 208);
    }

    function agreement(Meter meter) internal pure returns (uint16) {
        return uint16(uint256(Meter.unwrap(meter)) >> 240) & 0x3ff;
    }

    function active(Meter meter) internal pure returns (bool) {
        return uint256(Meter.unwrap(meter)) & (1 << 250) != 0;
    }

    function kind(Meter meter) internal pure returns (uint8) {
        return uint8(uint256(Meter.unwrap(meter)) >> 251) & 3;
    }
}
