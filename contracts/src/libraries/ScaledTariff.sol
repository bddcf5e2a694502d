// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Charge, ChargeLib} from "../types/Charge.sol";
import {Calendar} from "./Calendar.sol";
import {Rounding} from "./Rounding.sol";
import {TariffProgram} from "./TariffProgram.sol";

/// @dev A tariff program scaled to one period: limits and factors depend only on the days, so the connections of a billing run share them.
/// Money is in millionths of the currency, energy in millionths of a kWh.
library ScaledTariff {
    using TariffProgram for bytes;
    using Rounding for uint256;

    uint256 internal constant BASIS_BILL = 1;
    uint256 private constant BASIS_DAY = 2;
    uint256 private constant BASIS_DAYS30 = 3;
    uint256 private constant BASIS_YEAR = 4;
    uint256 internal constant BASIS_CALENDAR = 5;

    /// @dev What a metered charge counts, by where PlainTariff.total has it in memory: energy, load, or anywhere else a constant 1.
    uint256 internal constant COUNT_ENERGY = 0x00;
    uint256 internal constant COUNT_LOAD = 0x20;

    /// @dev Words of a band: its limit, where it starts, its rate, and what the bands below come to.
    uint256 internal constant LIMIT = 0;
    uint256 internal constant START = 1;
    uint256 internal constant RATE = 2;
    uint256 internal constant BELOW = 3;
    uint256 internal constant BAND = 4;

    /// @dev The days to bill. For a bill under one version the part is the whole bill. Of a bill over a change of version each part is scaled by
    /// itself: what is chosen by the total looks at the whole bill, what is counted looks at the part.
    struct Period {
        uint256 fromDay;
        uint256 toDay;
        uint256 wholeFromDay;
        uint256 wholeToDay;
    }

    struct Tariff {
        ScaledCharge[] charges;
        uint256 adjustments;
        uint256 totalOf;
        uint256 addend;
        uint256 step;
        uint256 dueDays;
        bool keepsLines;
    }

    /// @dev A charge, scaled. Energy and fixed charges are metered: band by band, a rate for each unit of what they count.
    struct ScaledCharge {
        /// It applies when the whole bill's consumption is at least `least`, and by `span` more at most.
        uint256 least;
        uint256 span;
        /// Of a percent charge or a subtotal: what it names, as the program has it, and millionths of that. Zero for a metered charge.
        uint256 refs;
        uint256 share;
        /// Of a metered charge: what it counts, and BAND words a band. Full bands never change within a period, so each knows what those below
        /// it come to. The last has no limit. Where one band counts for all, it starts at zero with nothing below.
        uint256 counts;
        uint256[] bands;
        uint256 divisor;
        /// How lines are rounded, and how the charge is. A step of a millionth still asks a percentage for a line each.
        bool roundsLines;
        uint256 lineAddend;
        uint256 lineStep;
        uint256 addend;
        uint256 step;
        int256 sign;
        /// Above this consumption the closed last band is exceeded.
        uint256 closedLimit;
        uint256 kind;
        /// A subtotal that is at least what its band says.
        bool hasLeast;
        /// Shares of each calendar month, for an amount a month; else empty.
        uint256[] shares;
    }

    function scale(bytes memory program, Period memory period) internal pure returns (Tariff memory tariff) {
        tariff.charges = new ScaledCharge[](program.chargeCount());
        tariff.adjustments = program.adjustmentCount();
        tariff.totalOf = program.totalOf();
        (tariff.addend, tariff.step) = Rounding.decode(program.totalRound());
        tariff.dueDays = program.dueDays();
        tariff.keepsLines = program.has(TariffProgram.KEEP_LINES);
        uint256 offset = TariffProgram.HEADER;
        for (uint256 i; i < tariff.charges.length; ++i) {
            Charge charge = program.charge(offset);
            _scale(program, offset, charge, period, tariff.charges[i]);
            offset += charge.size();
        }
    }

    function _scale(
        bytes memory program,
        uint256 offset,
        Charge charge,
        Period memory period,
        ScaledCharge memory scaled
    ) private pure {
        scaled.kind = charge.kind();
        scaled.sign = charge.has(ChargeLib.NEGATIVE) ? int256(-1) : int256(1);
        (scaled.addend, scaled.step) = Rounding.decode(charge.round());
        scaled.roundsLines = charge.lineRound() != 0;
        (scaled.lineAddend, scaled.lineStep) = Rounding.decode(charge.lineRound());
        scaled.closedLimit = type(uint256).max;
        uint256 limitRound = _when(program, offset, charge, period, scaled);
        offset += charge.has(ChargeLib.LIMITS) ? 64 : 32;
        if (scaled.kind >= ChargeLib.PERCENT) {
            scaled.refs = program.word(offset);
            scaled.share = scaled.kind == ChargeLib.PERCENT ? charge.value() : 1e6;
            scaled.hasLeast = scaled.kind == ChargeLib.SUBTOTAL && charge.has(ChargeLib.VALUE);
            if (!scaled.hasLeast) return;
        }
        if (charge.bandCount() == 0) {
            scaled.bands = new uint256[](BAND);
            (scaled.bands[LIMIT], scaled.bands[RATE]) = (type(uint256).max, charge.value());
        } else {
            _bands(program, offset, charge, period, limitRound, scaled);
        }
        scaled.divisor = 1e6;
        if (scaled.kind > ChargeLib.ENERGY_WHOLE) _amounts(charge, period, scaled);
    }

    /// @dev The charge's `when`, as limits of the whole bill's consumption. Returns its `roundLimits`.
    function _when(
        bytes memory program,
        uint256 offset,
        Charge charge,
        Period memory period,
        ScaledCharge memory scaled
    ) private pure returns (uint256 limitRound) {
        scaled.span = type(uint256).max;
        if (!charge.has(ChargeLib.LIMITS)) return 0;
        uint256 limits = program.word(offset + 32);
        limitRound = uint72(limits >> 56);
        (uint256 numerator, uint256 denominator) = _wholeFactor(charge, period);
        if (limits & (1 << 48) != 0) {
            scaled.least = _limit(limits >> 192, numerator, denominator, limitRound) + 1;
            scaled.span = type(uint256).max - scaled.least;
        }
        if (limits & (2 << 48) != 0) {
            uint256 most = _limit(uint64(limits >> 128), numerator, denominator, limitRound);
            // Rounded limits may leave nothing between them: then no consumption is as large as the least.
            if (most < scaled.least) (scaled.least, scaled.span) = (type(uint256).max, 0);
            else scaled.span = most - scaled.least;
        }
    }

    function _bands(
        bytes memory program,
        uint256 offset,
        Charge charge,
        Period memory period,
        uint256 limitRound,
        ScaledCharge memory scaled
    ) private pure {
        uint256[] memory bands = new uint256[](BAND * charge.bandCount());
        scaled.bands = bands;
        (uint256 numerator, uint256 denominator) = _limitFactor(charge, period);
        for (uint256 i; i < bands.length; i += BAND) {
            uint256 limit;
            (limit, bands[i + RATE]) = program.band(offset);
            offset += 16;
            if (i + BAND < bands.length) {
                bands[i + LIMIT] = _limit(limit, numerator, denominator, limitRound);
            } else {
                bands[i + LIMIT] = type(uint256).max;
                if (limit != TariffProgram.OPEN) {
                    (numerator, denominator) = _wholeFactor(charge, period);
                    scaled.closedLimit = _limit(limit, numerator, denominator, limitRound);
                }
            }
            if (i == 0 || charge.kind() != ChargeLib.ENERGY_TELESCOPIC) continue;
            bands[i + START] = bands[i - BAND + LIMIT];
            uint256 full = (bands[i + START] - bands[i - BAND + START]) * bands[i - BAND + RATE];
            bands[i + BELOW] = bands[i - BAND + BELOW] + full.divide(1e6).round(scaled.lineAddend, scaled.lineStep);
        }
    }

    function _limit(uint256 limit, uint256 numerator, uint256 denominator, uint256 limitRound)
        private
        pure
        returns (uint256)
    {
        (uint256 addend, uint256 step) = Rounding.decode(limitRound);
        return (limit * numerator).divide(denominator).round(addend, step);
    }

    /// @dev Amounts of the period become rates for each W, or for the connection, over a divisor: rounded once, when they are counted.
    function _amounts(Charge charge, Period memory period, ScaledCharge memory scaled) private pure {
        scaled.counts = charge.has(ChargeLib.PER_KW) ? COUNT_LOAD : _placeOfOne();
        uint256 basis = charge.has(ChargeLib.PER_BASIS) ? charge.basis() : BASIS_BILL;
        uint256 numerator = 1;
        if (basis == BASIS_CALENDAR && scaled.kind == ChargeLib.FIXED) {
            scaled.shares = Calendar.shares(period.fromDay, period.toDay);
            scaled.divisor = Calendar.MONTH_SHARES;
        } else {
            (numerator, scaled.divisor) = _partFactor(basis, period);
        }
        if (scaled.counts == COUNT_LOAD) scaled.divisor *= 1000;
        for (uint256 i = RATE; i < scaled.bands.length; i += BAND) {
            scaled.bands[i] *= numerator;
        }
    }

    /// @dev A place in memory that holds 1: the length of a list.
    function _placeOfOne() private pure returns (uint256 place) {
        uint256[] memory list = new uint256[](1);
        assembly ("memory-safe") {
            place := list
        }
    }

    // ------------------------------------------------------------------ factors

    /// @dev Telescopic bands look at the part, all else at the whole bill.
    function _limitFactor(Charge charge, Period memory period) private pure returns (uint256, uint256) {
        return charge.kind() == ChargeLib.ENERGY_TELESCOPIC
            ? _partFactor(charge.basis(), period)
            : _wholeFactor(charge, period);
    }

    function _wholeFactor(Charge charge, Period memory period) private pure returns (uint256, uint256) {
        if (charge.basis() == BASIS_BILL) return (1, 1);
        return _factor(charge.basis(), period.wholeFromDay, period.wholeToDay);
    }

    /// @dev Basis `bill` counts a part by its share of the days.
    function _partFactor(uint256 basis, Period memory period) private pure returns (uint256, uint256) {
        if (basis == BASIS_BILL) return (period.toDay - period.fromDay, period.wholeToDay - period.wholeFromDay);
        return _factor(basis, period.fromDay, period.toDay);
    }

    /// @dev The basis factor of a span of days as a fraction.
    function _factor(uint256 basis, uint256 fromDay, uint256 toDay) private pure returns (uint256, uint256) {
        if (basis == BASIS_DAYS30) return (toDay - fromDay, 30);
        if (basis == BASIS_YEAR) return ((toDay - fromDay) * 48, 1461);
        if (basis == BASIS_DAY) return (toDay - fromDay, 1);
        return (Calendar.share(fromDay, toDay), Calendar.MONTH_SHARES);
    }
}
