// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Charge, ChargeLib} from "../types/Charge.sol";
import {Calendar} from "./Calendar.sol";
import {Rounding} from "./Rounding.sol";
import {TariffProgram} from "./TariffProgram.sol";

/// @dev Interprets a tariff program for one period. Money is in millionths of the currency, energy in millionths of a kWh.
///
/// Everything is unchecked: TariffCheck bounds a program's figures (64-bit rates, amounts, limits and steps, 32-bit percentages), usage is at most
/// 2^64 Wh over 2^16 days, and every amount above 2^127 stops the run, so that no product reaches 2^255.
library TariffEngine {
    using TariffProgram for bytes;
    using Rounding for uint256;
    using Rounding for int256;

    /// @dev Why a run stopped.
    uint256 internal constant ABOVE_LAST_BAND = 1;
    uint256 internal constant TOO_LARGE = 2;

    uint256 private constant MILLION = 1e6;
    /// @dev The slot of a charge whose lines nobody asks for.
    uint256 private constant NO_LINES = type(uint256).max;

    /// @dev One run, in and out. For a bill under one version the part is the whole bill. Of a bill over a change of version, each part runs by
    /// itself: what is chosen by the total looks at the whole bill, what is counted looks at the part.
    struct Run {
        uint256 microKwh;
        uint256 fromDay;
        uint256 toDay;
        uint256 loadW;
        int256[] adjustments;
        bool split;
        uint256 wholeMicroKwh;
        uint256 wholeFromDay;
        uint256 wholeToDay;
        /// Of a split bill, for each charge: the exact sum of the parts so far, and what the parts before got of it.
        int256[] exact;
        int256[] givenBefore;
        /// Out: adjustments, then charges, in the program's order.
        int256[] values;
        /// Out: bit i is set when charge i applies.
        uint256 applies;
        /// Out, where the program asks for it: the lines of each of `values`.
        int256[][] lines;
        uint256 failure;
        /// The basis factor in use.
        uint256 numerator;
        uint256 denominator;
    }

    /// @dev Memory for runs of a program; may be used again for another usage.
    function prepare(bytes memory program) internal pure returns (Run memory run) {
        unchecked {
            uint256 adjustments = program.adjustmentCount();
            uint256 count = adjustments + program.chargeCount();
            run.values = new int256[](count);
            run.adjustments = new int256[](adjustments);
            if (program.has(TariffProgram.KEEP_LINES)) run.lines = new int256[][](count);
        }
    }

    /// @dev Computes all charges and the sum that the total names, unrounded. `run.failure` says when there is none.
    function total(bytes memory program, Run memory run) internal pure returns (int256) {
        unchecked {
            bool keepLines = run.lines.length != 0;
            uint256 first = run.adjustments.length;
            for (uint256 i; i < first; ++i) {
                run.values[i] = run.adjustments[i];
                if (keepLines) run.lines[i] = _single(run.adjustments[i]);
            }
            run.applies = 0;
            run.failure = 0;
            uint256 offset = TariffProgram.HEADER;
            uint256 end = run.values.length;
            for (uint256 i = first; i < end; ++i) {
                Charge charge = program.charge(offset);
                int256 amount;
                if (!charge.has(ChargeLib.LIMITS) || _applies(program, charge, offset, run)) {
                    run.applies |= 1 << (i - first);
                    amount = _amount(program, charge, offset, run, keepLines ? i : NO_LINES);
                    if (run.split) amount = _runOn(run, charge, i - first, amount);
                    else amount = amount.round(charge.round());
                    if (amount > type(int128).max || amount < type(int128).min) run.failure = TOO_LARGE;
                    if (run.failure != 0) return 0;
                } else if (keepLines) {
                    delete run.lines[i];
                }
                run.values[i] = amount;
                offset += charge.size();
            }
            return _sum(program.totalOf(), run.values);
        }
    }

    function _amount(bytes memory program, Charge charge, uint256 offset, Run memory run, uint256 slot)
        private
        pure
        returns (int256 amount)
    {
        uint256 kind = charge.kind();
        if (kind <= ChargeLib.ENERGY_WHOLE) return _energy(program, charge, offset, run, slot);
        if (kind == ChargeLib.FIXED) return _fixed(program, charge, offset, run, slot);
        if (kind == ChargeLib.PERCENT) return _percent(program, charge, offset, run, slot);
        amount = _subtotal(program, charge, offset, run);
        if (slot != NO_LINES) run.lines[slot] = _single(amount.round(charge.round()));
    }

    // ------------------------------------------------------------------ kinds

    function _energy(bytes memory program, Charge charge, uint256 offset, Run memory run, uint256 slot)
        private
        pure
        returns (int256 amount)
    {
        unchecked {
            if (run.split || charge.kind() == ChargeLib.ENERGY_WHOLE) {
                (uint256 rate, bool found) = _bandOfWhole(program, charge, offset, run);
                if (!found) return 0;
                if (charge.kind() == ChargeLib.ENERGY_WHOLE) {
                    amount = _signed(charge, _line(charge, Rounding.mulDiv(run.microKwh, rate, MILLION)));
                    if (slot != NO_LINES) run.lines[slot] = _single(amount);
                    return amount;
                }
            }
            return _telescopic(program, charge, offset, run, slot);
        }
    }

    function _telescopic(bytes memory program, Charge charge, uint256 offset, Run memory run, uint256 slot)
        private
        pure
        returns (int256)
    {
        unchecked {
            uint256 sum;
            uint256 lower;
            uint256 cursor = _bandsAt(charge, offset);
            uint256 last = cursor + 16 * (charge.bandCount() - 1);
            if (slot != NO_LINES) run.lines[slot] = _lines(charge.bandCount());
            (run.numerator, run.denominator) = _factor(charge.basis(), run.fromDay, run.toDay, run);
            while (true) {
                (uint256 limit, uint256 rate) = program.band(cursor);
                if (limit != TariffProgram.OPEN) {
                    limit = Rounding.mulDiv(limit, run.numerator, run.denominator);
                    limit = _limit(program, charge, offset, limit);
                    if (cursor == last && run.microKwh > limit) {
                        // The closed-band error looks at the whole bill; a part's last band takes what is left.
                        if (!run.split) run.failure = ABOVE_LAST_BAND;
                        limit = run.microKwh;
                    }
                }
                uint256 upper = run.microKwh < limit ? run.microKwh : limit;
                if (upper > lower || run.microKwh == 0) {
                    uint256 line = _line(charge, Rounding.mulDiv(upper - lower, rate, MILLION));
                    sum += line;
                    if (slot != NO_LINES) _append(run.lines[slot], _signed(charge, line));
                }
                if (run.microKwh <= limit) break;
                lower = limit;
                cursor += 16;
            }
            return _signed(charge, sum);
        }
    }

    function _fixed(bytes memory program, Charge charge, uint256 offset, Run memory run, uint256 slot)
        private
        pure
        returns (int256 amount)
    {
        unchecked {
            uint256 value = charge.value();
            if (charge.bandCount() != 0) {
                bool found;
                (value, found) = _bandOfWhole(program, charge, offset, run);
                if (!found) return 0;
            }
            if (charge.has(ChargeLib.PER_BASIS) && charge.basis() == BASIS_CALENDAR) {
                return _monthly(charge, value, run, slot);
            }
            amount = _signed(charge, _line(charge, _periodAmount(charge, value, run)));
            if (slot != NO_LINES) run.lines[slot] = _single(amount);
        }
    }

    /// @dev A fixed amount per calendar month: a line for each month touched.
    function _monthly(Charge charge, uint256 value, Run memory run, uint256 slot) private pure returns (int256 amount) {
        unchecked {
            uint256 denominator = Calendar.MONTH_SHARES;
            if (charge.has(ChargeLib.PER_KW)) {
                value *= run.loadW;
                denominator *= 1000;
            }
            uint256[] memory shares = Calendar.shares(run.fromDay, run.toDay);
            int256[] memory lines = new int256[](shares.length);
            for (uint256 i; i < shares.length; ++i) {
                lines[i] = _signed(charge, _line(charge, Rounding.mulDiv(value, shares[i], denominator)));
                amount += lines[i];
            }
            if (slot != NO_LINES) run.lines[slot] = lines;
        }
    }

    function _percent(bytes memory program, Charge charge, uint256 offset, Run memory run, uint256 slot)
        private
        pure
        returns (int256 amount)
    {
        unchecked {
            uint256 refs = program.word(_afterLimits(charge, offset));
            int256 rate = charge.has(ChargeLib.NEGATIVE) ? -int256(charge.value()) : int256(charge.value());
            if (charge.lineRound() == 0) {
                amount = _share(_sum(refs, run.values), rate);
                if (slot != NO_LINES) run.lines[slot] = _single(amount);
                return amount;
            }
            // A charge with lineRound stands in a program that keeps lines, so slot is given.
            int256[] memory lines = _lines(_countLines(refs, run.lines));
            for (; refs != 0; refs <<= 8) {
                int256[] memory source = run.lines[((refs >> 248) & 0x7f) - 1];
                int256 signed = refs >> 255 == 0 ? rate : -rate;
                for (uint256 i; i < source.length; ++i) {
                    int256 line = _share(source[i], signed).round(charge.lineRound());
                    _append(lines, line);
                    amount += line;
                }
            }
            run.lines[slot] = lines;
        }
    }

    function _subtotal(bytes memory program, Charge charge, uint256 offset, Run memory run)
        private
        pure
        returns (int256 amount)
    {
        amount = _sum(program.word(_afterLimits(charge, offset)), run.values);
        if (charge.has(ChargeLib.VALUE)) {
            int256 least = int256(_periodAmount(charge, charge.value(), run));
            if (amount < least) amount = least;
        }
    }

    // ------------------------------------------------------------------ parts

    uint256 private constant BASIS_BILL = 1;
    uint256 private constant BASIS_DAY = 2;
    uint256 private constant BASIS_DAYS30 = 3;
    uint256 private constant BASIS_YEAR = 4;
    uint256 private constant BASIS_CALENDAR = 5;

    /// @dev The basis factor of a span of days as a fraction. Basis `bill` is 1, and in a split bill the part's share of the days.
    function _factor(uint256 basis, uint256 fromDay, uint256 toDay, Run memory run)
        private
        pure
        returns (uint256 numerator, uint256 denominator)
    {
        unchecked {
            numerator = toDay - fromDay;
            if (basis == BASIS_DAYS30) return (numerator, 30);
            if (basis == BASIS_YEAR) return (numerator * 48, 1461);
            if (basis == BASIS_DAY) return (numerator, 1);
            if (basis == BASIS_CALENDAR) return (Calendar.share(fromDay, toDay), Calendar.MONTH_SHARES);
            return run.split ? (numerator, run.wholeToDay - run.wholeFromDay) : (1, 1);
        }
    }

    /// @dev An amount of the period: times load and basis factor as the charge says, rounded once.
    function _periodAmount(Charge charge, uint256 value, Run memory run) private pure returns (uint256) {
        unchecked {
            if (!charge.has(ChargeLib.PER_KW | ChargeLib.PER_BASIS) && !run.split) return value;
            (uint256 numerator, uint256 denominator) =
                _factor(charge.has(ChargeLib.PER_BASIS) ? charge.basis() : BASIS_BILL, run.fromDay, run.toDay, run);
            if (charge.has(ChargeLib.PER_KW)) {
                numerator *= run.loadW;
                denominator *= 1000;
            }
            return Rounding.mulDiv(value, numerator, denominator);
        }
    }

    /// @dev Whether the whole bill's consumption lies in the charge's `when`.
    function _applies(bytes memory program, Charge charge, uint256 offset, Run memory run) private pure returns (bool) {
        unchecked {
            uint256 limits = program.word(offset + 32);
            uint256 given = uint8(limits >> 48);
            if (given == 0) return true;
            (uint256 numerator, uint256 denominator) = _wholeFactor(charge, run);
            uint256 kwh = run.wholeMicroKwh;
            if (given & 1 != 0) {
                uint256 above = Rounding.mulDiv(limits >> 192, numerator, denominator);
                if (kwh <= _limit(program, charge, offset, above)) return false;
            }
            if (given & 2 != 0) {
                uint256 upTo = Rounding.mulDiv(uint64(limits >> 128), numerator, denominator);
                if (kwh > _limit(program, charge, offset, upTo)) return false;
            }
            return true;
        }
    }

    /// @dev The rate or amount of the band that the whole bill's consumption falls in; above a closed last band the run fails.
    function _bandOfWhole(bytes memory program, Charge charge, uint256 offset, Run memory run)
        private
        pure
        returns (uint256 rate, bool found)
    {
        unchecked {
            (uint256 numerator, uint256 denominator) = _wholeFactor(charge, run);
            uint256 cursor = _bandsAt(charge, offset);
            for (uint256 left = charge.bandCount(); left != 0; --left) {
                uint256 limit;
                (limit, rate) = program.band(cursor);
                if (limit == TariffProgram.OPEN) return (rate, true);
                limit = _limit(program, charge, offset, Rounding.mulDiv(limit, numerator, denominator));
                if (run.wholeMicroKwh <= limit) return (rate, true);
                cursor += 16;
            }
            run.failure = ABOVE_LAST_BAND;
        }
    }

    function _wholeFactor(Charge charge, Run memory run) private pure returns (uint256, uint256) {
        if (charge.basis() == BASIS_BILL) return (1, 1);
        return _factor(charge.basis(), run.wholeFromDay, run.wholeToDay, run);
    }

    function _limit(bytes memory program, Charge charge, uint256 offset, uint256 limit) private pure returns (uint256) {
        if (!charge.has(ChargeLib.LIMITS)) return limit;
        return limit.round(uint72(program.word(offset + 32) >> 56));
    }

    function _line(Charge charge, uint256 amount) private pure returns (uint256) {
        return amount.round(charge.lineRound());
    }

    function _signed(Charge charge, uint256 amount) private pure returns (int256) {
        unchecked {
            return charge.has(ChargeLib.NEGATIVE) ? -int256(amount) : int256(amount);
        }
    }

    /// @dev rate in ten-thousandths of a per cent, so millionths.
    function _share(int256 amount, int256 rate) private pure returns (int256) {
        unchecked {
            int256 product = amount * rate;
            return product < 0
                ? -int256((uint256(-product) + MILLION / 2) / MILLION)
                : int256((uint256(product) + MILLION / 2) / MILLION);
        }
    }

    /// @dev The sum of what a word of references names.
    function _sum(uint256 refs, int256[] memory values) private pure returns (int256 sum) {
        unchecked {
            for (; refs != 0; refs <<= 8) {
                int256 value = values[((refs >> 248) & 0x7f) - 1];
                sum = refs >> 255 == 0 ? sum + value : sum - value;
            }
        }
    }

    /// @dev Rounding runs on over the parts of a split bill: a part gets the rounding of the exact sum so far, less what the earlier parts got.
    function _runOn(Run memory run, Charge charge, uint256 index, int256 amount) private pure returns (int256) {
        unchecked {
            int256 sum = run.exact[index] + amount;
            run.exact[index] = sum;
            return sum.round(charge.round()) - run.givenBefore[index];
        }
    }

    function _afterLimits(Charge charge, uint256 offset) private pure returns (uint256) {
        unchecked {
            return offset + (charge.has(ChargeLib.LIMITS) ? 64 : 32);
        }
    }

    function _bandsAt(Charge charge, uint256 offset) private pure returns (uint256) {
        return _afterLimits(charge, offset);
    }

    function _single(int256 amount) private pure returns (int256[] memory lines) {
        lines = new int256[](1);
        lines[0] = amount;
    }

    /// @dev An empty list with room for some lines.
    function _lines(uint256 capacity) private pure returns (int256[] memory lines) {
        lines = new int256[](capacity);
        assembly ("memory-safe") {
            mstore(lines, 0)
        }
    }

    /// @dev The list must have been made with room for it.
    function _append(int256[] memory lines, int256 line) private pure {
        assembly ("memory-safe") {
            let length := add(mload(lines), 1)
            mstore(lines, length)
            mstore(add(lines, mul(length, 32)), line)
        }
    }

    function _countLines(uint256 refs, int256[][] memory lines) private pure returns (uint256 count) {
        unchecked {
            for (; refs != 0; refs <<= 8) {
                count += lines[((refs >> 248) & 0x7f) - 1].length;
            }
        }
    }
}
