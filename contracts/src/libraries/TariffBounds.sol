// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../interfaces/ITariffBook.sol";
import {Charge, ChargeLib} from "../types/Charge.sol";
import {ScaledTariff} from "./ScaledTariff.sol";
import {TariffProgram} from "./TariffProgram.sol";

/// @dev Bounds of what a well-formed program can come to, whatever the usage (at most 2^64 Wh, 2^32 W and 2^16 days): so no bill overflows, and none takes
/// longer than its charges and bands say. docs/tariff-bytes.md has the rules. Reverts BadProgram.
library TariffBounds {
    using TariffProgram for bytes;

    /// @dev Lines that percentages round, all together. An amount for each calendar month counts as more than two years of them.
    uint256 private constant MOST_LINES = 256;
    uint256 private constant MONTH_LINES = 32;

    /// @dev Millionths of the currency.
    uint256 private constant MOST_AMOUNT = 1 << 160;
    uint256 private constant MOST_ADJUSTMENT = 1 << 127;
    /// @dev What rounding adds to the lines of a charge: a step of 64 bits to each of 2^12.
    uint256 private constant MOST_ROUNDING = 1 << 76;
    /// @dev Powers of two above 2^64 Wh in kWh, 2^32 W in kW, and 2^16 days.
    uint256 private constant ENERGY_BITS = 55;
    uint256 private constant LOAD_BITS = 23;
    uint256 private constant DAY_BITS = 16;

    /// @dev Of each value, adjustments first: what it comes to at most, and in how many lines.
    struct Bounds {
        uint256[] amounts;
        uint256[] lines;
    }

    function check(bytes memory program) internal pure {
        uint256 adjustments = program.adjustmentCount();
        uint256 count = adjustments + program.chargeCount();
        Bounds memory bounds = Bounds(new uint256[](count), new uint256[](count));
        for (uint256 i; i < adjustments; ++i) {
            (bounds.amounts[i], bounds.lines[i]) = (MOST_ADJUSTMENT, 1);
        }
        uint256 offset = TariffProgram.HEADER;
        uint256 rounded;
        for (uint256 i = adjustments; i < count; ++i) {
            Charge charge = program.charge(offset);
            (uint256 amount, uint256 lines) = _charge(program, offset, charge, bounds);
            if (charge.kind() == ChargeLib.PERCENT && charge.lineRound() != 0) rounded += lines;
            if (rounded > MOST_LINES) revert ITariffBook.BadProgram(offset, ITariffBook.Flaw.Lines);
            if (amount > MOST_AMOUNT) revert ITariffBook.BadProgram(offset, ITariffBook.Flaw.Amount);
            (bounds.amounts[i], bounds.lines[i]) = (amount, lines);
            offset += charge.size();
        }
        if (_sum(program.totalOf(), bounds.amounts) > MOST_AMOUNT) {
            revert ITariffBook.BadProgram(64, ITariffBook.Flaw.Amount);
        }
    }

    function _charge(bytes memory program, uint256 offset, Charge charge, Bounds memory bounds)
        private
        pure
        returns (uint256 amount, uint256 lines)
    {
        lines = 1;
        uint256 rest = offset + (charge.has(ChargeLib.LIMITS) ? 64 : 32);
        uint256 kind = charge.kind();
        if (kind == ChargeLib.PERCENT) {
            uint256 refs = program.word(rest);
            amount = _sum(refs, bounds.amounts) * charge.value() / 1e6;
            if (charge.lineRound() != 0) lines = _sum(refs, bounds.lines);
        } else {
            amount = _highest(program, rest, charge);
            if (kind <= ChargeLib.ENERGY_WHOLE) amount <<= ENERGY_BITS;
            if (charge.has(ChargeLib.PER_KW)) amount <<= LOAD_BITS;
            if (charge.has(ChargeLib.PER_BASIS)) amount <<= DAY_BITS;
            if (kind == ChargeLib.SUBTOTAL) {
                amount += _sum(program.word(rest), bounds.amounts);
            } else if (kind == ChargeLib.ENERGY_TELESCOPIC) {
                lines = charge.bandCount();
            } else if (charge.has(ChargeLib.PER_BASIS) && charge.basis() == ScaledTariff.BASIS_CALENDAR) {
                lines = MONTH_LINES;
            }
        }
        amount += MOST_ROUNDING;
    }

    /// @dev The highest rate or amount of a charge's bands, or its only one.
    function _highest(bytes memory program, uint256 cursor, Charge charge) private pure returns (uint256 highest) {
        highest = charge.value();
        for (uint256 i = charge.bandCount(); i != 0; --i) {
            (, uint256 rate) = program.band(cursor);
            if (rate > highest) highest = rate;
            cursor += 16;
        }
    }

    function _sum(uint256 refs, uint256[] memory values) private pure returns (uint256 sum) {
        for (; refs != 0; refs <<= 8) {
            sum += values[((refs >> 248) & 0x7f) - 1];
        }
    }
}
