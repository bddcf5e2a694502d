// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../interfaces/ITariffBook.sol";
import {Charge, ChargeLib} from "../types/Charge.sol";
import {TariffProgram} from "./TariffProgram.sol";

/// @dev Refuses a program that breaks docs/tariff-bytes.md, so that what is published can always be billed by. Reverts BadProgram.
library TariffCheck {
    using TariffProgram for bytes;

    uint256 private constant KNOWN_HEADER_FLAGS = 15;
    uint256 private constant KNOWN_CHARGE_FLAGS = 63;
    uint256 private constant MAX_VALUES = 126;
    /// @dev Ten years: a due day must stay within 16 bits.
    uint256 private constant MAX_DUE_DAYS = 3650;

    function check(bytes memory program) internal pure {
        _require(program.length >= TariffProgram.HEADER, 0, ITariffBook.Flaw.Length);
        // A contract's code has at most 24,576 bytes, and one stands before the program.
        _require(program.length < 24_576, 24_575, ITariffBook.Flaw.Length);
        (uint256 adjustments, uint256 charges) = _header(program);
        uint256 offset = TariffProgram.HEADER;
        uint256 numeric = program.numericLength();
        bool keepLines;
        for (uint256 i; i < charges; ++i) {
            _require(offset + 32 <= numeric, offset, ITariffBook.Flaw.Length);
            keepLines = _charge(program, offset, adjustments + i, numeric) || keepLines;
            offset += program.charge(offset).size();
        }
        _require(keepLines == program.has(TariffProgram.KEEP_LINES), 4, ITariffBook.Flaw.Flag);
        _references(program, 64, adjustments + charges);
        uint256 deductions = uint8(program.word(0) >> 224);
        for (uint256 i; i < deductions; ++i) {
            _require(offset + 32 <= numeric, offset, ITariffBook.Flaw.Length);
            _deduction(program.word(offset), offset);
            offset += 32;
        }
        _require(offset == numeric, offset, ITariffBook.Flaw.Length);
        _texts(program, numeric, adjustments, charges, deductions);
    }

    function _header(bytes memory program) private pure returns (uint256 adjustments, uint256 charges) {
        uint256 head = program.word(0);
        (adjustments, charges) = (program.adjustmentCount(), program.chargeCount());
        _require(head >> 248 == 1, 0, ITariffBook.Flaw.Version);
        _require(charges != 0, 2, ITariffBook.Flaw.Count);
        _require(adjustments + charges <= MAX_VALUES, 1, ITariffBook.Flaw.Count);
        uint256 flags = uint8(head >> 216);
        _require(flags & ~KNOWN_HEADER_FLAGS == 0, 4, ITariffBook.Flaw.Flag);
        _basis(uint8(head >> 208), 5);
        for (uint256 i = 6; i < 9; ++i) {
            bytes1 letter = program[i];
            _require(letter >= "A" && letter <= "Z", i, ITariffBook.Flaw.Currency);
        }
        _require(program.splitTo() != 0, 11, ITariffBook.Flaw.Zero);
        _require(program.dueDays() <= MAX_DUE_DAYS, 9, ITariffBook.Flaw.Count);
        uint256 numeric = program.numericLength();
        _require(numeric <= program.length && numeric % 32 == 0, 15, ITariffBook.Flaw.Length);
        _require(uint120(head) == 0, 17, ITariffBook.Flaw.Padding);

        uint256 rules = program.word(32);
        _round(rules >> 184, 32);
        _require(flags & TariffProgram.CARRY == 0 || rules >> 184 != 0, 32, ITariffBook.Flaw.Rounding);
        _round(uint72(rules >> 112), 41);
        bool late = flags & TariffProgram.LATE_SURCHARGE != 0;
        _require(late || uint104(rules >> 80) == 0, 41, ITariffBook.Flaw.Flag);
        uint256 prepaidMode = uint8(rules >> 72);
        uint256 prepaidStep = uint32(rules >> 40);
        _require(prepaidMode <= 3, 54, ITariffBook.Flaw.Rounding);
        _require((prepaidMode == 0) == (prepaidStep == 0), 55, ITariffBook.Flaw.Rounding);
        bool prepaid = flags & TariffProgram.PREPAID != 0;
        _require(prepaid || (prepaidMode == 0 && uint8(head >> 224) == 0), 54, ITariffBook.Flaw.Flag);
        _require(uint40(rules) == 0, 59, ITariffBook.Flaw.Padding);
    }

    /// @dev Returns whether the charge is a percentage with lineRound.
    function _charge(bytes memory program, uint256 offset, uint256 above, uint256 numeric) private pure returns (bool) {
        Charge charge = program.charge(offset);
        _fields(charge, offset, program.basis());
        uint256 size = charge.has(ChargeLib.LIMITS) ? 64 : 32;
        uint256 rest = offset + size;
        bool refers = charge.kind() >= ChargeLib.PERCENT;
        size += refers ? 32 : (charge.bandCount() + 1) / 2 * 32;
        _require(charge.size() == size, offset + 30, ITariffBook.Flaw.Length);
        _require(offset + size <= numeric, offset + 30, ITariffBook.Flaw.Length);
        if (charge.has(ChargeLib.LIMITS)) _limits(program.word(offset + 32), offset + 32);
        if (refers) _references(program, rest, above);
        else _bands(program, rest, charge.bandCount());
        return charge.kind() == ChargeLib.PERCENT && charge.lineRound() != 0;
    }

    /// @dev The head word: each kind has its own fields and no others.
    function _fields(Charge charge, uint256 offset, uint256 basis) private pure {
        uint256 kind = charge.kind();
        _require(kind >= ChargeLib.ENERGY_TELESCOPIC && kind <= ChargeLib.SUBTOTAL, offset, ITariffBook.Flaw.Kind);
        _require(charge.flags() & ~KNOWN_CHARGE_FLAGS == 0, offset + 1, ITariffBook.Flaw.Flag);
        _basis(charge.basis(), offset + 2);
        _require(charge.has(ChargeLib.OWN_BASIS) || charge.basis() == basis, offset + 2, ITariffBook.Flaw.Basis);
        _round(charge.round(), offset + 4);
        _round(charge.lineRound(), offset + 13);

        bool hasBands = charge.bandCount() != 0;
        bool hasValue = charge.has(ChargeLib.VALUE);
        bool hasPer = charge.has(ChargeLib.PER_KW | ChargeLib.PER_BASIS);
        _require(hasValue || charge.value() == 0, offset + 22, ITariffBook.Flaw.Flag);
        if (kind <= ChargeLib.ENERGY_WHOLE) {
            _require(hasBands && !hasValue, offset + 3, ITariffBook.Flaw.Field);
            _require(!hasPer, offset + 1, ITariffBook.Flaw.Field);
        } else if (kind == ChargeLib.FIXED) {
            _require(hasBands != hasValue, offset + 3, ITariffBook.Flaw.Field);
        } else if (kind == ChargeLib.PERCENT) {
            _require(!hasBands && hasValue, offset + 3, ITariffBook.Flaw.Field);
            _require(charge.value() <= type(uint32).max, offset + 22, ITariffBook.Flaw.Percentage);
            _require(!hasPer, offset + 1, ITariffBook.Flaw.Field);
        } else {
            _require(!hasBands, offset + 3, ITariffBook.Flaw.Field);
            _require(!hasPer || hasValue, offset + 1, ITariffBook.Flaw.Field);
            _require(!charge.has(ChargeLib.NEGATIVE), offset + 1, ITariffBook.Flaw.Field);
            _require(charge.lineRound() == 0, offset + 13, ITariffBook.Flaw.Rounding);
        }
    }

    function _limits(uint256 limits, uint256 offset) private pure {
        uint256 given = uint8(limits >> 48);
        uint256 rule = uint72(limits >> 56);
        (uint256 above, uint256 upTo) = (limits >> 192, uint64(limits >> 128));
        _round(rule, offset + 16);
        _require(given <= 3, offset + 25, ITariffBook.Flaw.Flag);
        _require(given != 0 || rule != 0, offset, ITariffBook.Flaw.Field);
        _require(given & 1 != 0 || above == 0, offset, ITariffBook.Flaw.Flag);
        _require(given & 2 != 0 || upTo == 0, offset + 8, ITariffBook.Flaw.Flag);
        _require(given != 3 || above < upTo, offset + 8, ITariffBook.Flaw.Limit);
        _require(uint48(limits) == 0, offset + 26, ITariffBook.Flaw.Padding);
    }

    function _bands(bytes memory program, uint256 cursor, uint256 count) private pure {
        uint256 last;
        for (uint256 i; i < count; ++i) {
            (uint256 upTo,) = program.band(cursor);
            _require(upTo != TariffProgram.OPEN || i == count - 1, cursor, ITariffBook.Flaw.Limit);
            _require(i == 0 || upTo > last, cursor, ITariffBook.Flaw.Limit);
            last = upTo;
            cursor += 16;
        }
        _require(count % 2 == 0 || program.word(cursor) >> 128 == 0, cursor, ITariffBook.Flaw.Padding);
    }

    /// @dev Each reference names something above, none twice, in the order of bytes and then zeros.
    function _references(bytes memory program, uint256 offset, uint256 above) private pure {
        uint256 refs = program.word(offset);
        _require(refs != 0, offset, ITariffBook.Flaw.Reference);
        uint256 seen;
        for (uint256 cursor = offset; refs != 0; ++cursor) {
            uint256 index = (refs >> 248) & 0x7f;
            _require(index != 0, cursor, ITariffBook.Flaw.Reference);
            _require(index <= above, cursor, ITariffBook.Flaw.Reference);
            _require(seen & (1 << index) == 0, cursor, ITariffBook.Flaw.Reference);
            seen |= 1 << index;
            refs <<= 8;
        }
    }

    function _deduction(uint256 deduction, uint256 offset) private pure {
        uint256 kind = deduction >> 248;
        _require(kind == 1 || kind == 2, offset, ITariffBook.Flaw.Kind);
        uint256 rule = uint72(deduction >> 112);
        _round(rule, offset + 9);
        _require(kind == 2 || rule == 0, offset + 9, ITariffBook.Flaw.Rounding);
        _require(kind == 1 || uint64(deduction >> 184) <= type(uint32).max, offset + 1, ITariffBook.Flaw.Percentage);
        _require(uint112(deduction) == 0, offset + 18, ITariffBook.Flaw.Padding);
    }

    /// @dev Ids are slugs, and no two values and no two deductions have the same; what labels say is not looked at.
    function _texts(bytes memory program, uint256 cursor, uint256 adjustments, uint256 charges, uint256 deductions)
        private
        pure
    {
        cursor = _text(program, _text(program, _id(program, cursor)));
        uint256 values = adjustments + charges;
        bytes32[] memory keys = new bytes32[](values + deductions);
        for (uint256 i; i < keys.length; ++i) {
            uint256 next = _id(program, cursor);
            assembly ("memory-safe") {
                mstore(add(add(keys, 32), shl(5, i)), keccak256(add(add(program, 32), cursor), sub(next, cursor)))
            }
            // Deductions have names of their own.
            for (uint256 j = i < values ? 0 : values; j < i; ++j) {
                _require(keys[j] != keys[i], cursor, ITariffBook.Flaw.Text);
            }
            cursor = i < adjustments ? next : _text(program, next);
        }
        _require(cursor == program.length, cursor, ITariffBook.Flaw.Length);
    }

    /// @dev Returns where the text ends.
    function _text(bytes memory program, uint256 cursor) private pure returns (uint256 end) {
        _require(cursor + 2 <= program.length, cursor, ITariffBook.Flaw.Length);
        end = cursor + 2 + (program.word(cursor) >> 240);
        _require(end <= program.length, cursor, ITariffBook.Flaw.Length);
    }

    function _id(bytes memory program, uint256 cursor) private pure returns (uint256 end) {
        end = _text(program, cursor);
        _require(end != cursor + 2, cursor, ITariffBook.Flaw.Text);
        for (uint256 i = cursor + 2; i < end; ++i) {
            bytes1 letter = program[i];
            bool fits = letter >= "a" && letter <= "z";
            if (i != cursor + 2) fits = fits || letter == "-" || (letter >= "0" && letter <= "9");
            _require(fits, i, ITariffBook.Flaw.Text);
        }
    }

    function _basis(uint256 basis, uint256 offset) private pure {
        _require(basis >= 1 && basis <= 5, offset, ITariffBook.Flaw.Basis);
    }

    function _round(uint256 rule, uint256 offset) private pure {
        _require(rule >> 64 <= 3, offset, ITariffBook.Flaw.Rounding);
        _require((rule >> 64 == 0) == (uint64(rule) == 0), offset + 1, ITariffBook.Flaw.Rounding);
    }

    function _require(bool condition, uint256 offset, ITariffBook.Flaw flaw) private pure {
        if (!condition) revert ITariffBook.BadProgram(offset, flaw);
    }
}
