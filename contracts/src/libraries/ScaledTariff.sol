// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Charge, ChargeLib} from "../types/Charge.sol";
import {Calendar} from "./Calendar.sol";
import {Rounding} from "./Rounding.sol";
import {TariffProgram} from "./TariffProgram.sol";

/// @dev Figures of a connection that a metered charge counts or chooses its band by: places in TariffEngine.Run.
library TariffFigures {
    uint256 internal constant PART = 0;
    uint256 internal constant WHOLE = 32;
    uint256 internal constant LOAD = 64;
    uint256 internal constant ONCE = 96;
}

/// @dev A tariff program scaled to one period: limits and factors depend only on the days, so the connections of a billing run share them.
/// Money is in millionths of the currency, energy in millionths of a kWh.
library ScaledTariff {
    using TariffProgram for bytes;
    using Rounding for Rounding.Rule;

    uint256 private constant BASIS_BILL = 1;
    uint256 private constant BASIS_DAY = 2;
    uint256 private constant BASIS_DAYS30 = 3;
    uint256 private constant BASIS_YEAR = 4;
    uint256 private constant BASIS_CALENDAR = 5;

    /// @dev Words of a band.
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
        Line[] charges;
        uint256 adjustments;
        uint256 totalOf;
        Rounding.Rule totalRound;
        bool keepsLines;
        /// Nothing in it needs more than TariffEngine's short path.
        bool plain;
        uint256 dueDays;
    }

    /// @dev A charge, scaled. Energy and fixed charges are metered: band by band, `rate` for each unit of a figure (energy, load, or once).
    struct Line {
        /// It applies when the whole bill's consumption is at least `least` and at most `most`.
        uint256 least;
        uint256 most;
        /// Of a metered charge: the figure that is counted and the one that chooses the band, as TariffEngine names them.
        uint256 figure;
        uint256 chooser;
        /// Four words a band: its limit, the figure it starts at, its rate, and what the bands below come to. Those never change within a period,
        /// since their lines are full. The last band has no limit. Where one band counts for all, it starts at zero with nothing below.
        uint256[] bands;
        uint256 divisor;
        /// Of a percent charge or a subtotal: what it names, and millionths of that.
        uint256 refs;
        uint256 share;
        int256 sign;
        Rounding.Rule lineRound;
        Rounding.Rule round;
        /// Above this consumption the closed last band is exceeded.
        uint256 closedLimit;
        uint256 kind;
        /// A subtotal that is at least what its band says.
        bool hasLeast;
        /// Shares of each calendar month, for an amount a month; else empty.
        uint256[] shares;
    }

    function scale(bytes memory program, Period memory period) internal pure returns (Tariff memory tariff) {
        tariff.charges = new Line[](program.chargeCount());
        tariff.adjustments = program.adjustmentCount();
        tariff.totalOf = program.totalOf();
        tariff.totalRound = Rounding.decode(program.totalRound());
        tariff.keepsLines = program.has(TariffProgram.KEEP_LINES);
        tariff.dueDays = program.dueDays();
        uint256 offset = TariffProgram.HEADER;
        tariff.plain = !tariff.keepsLines;
        for (uint256 i; i < tariff.charges.length; ++i) {
            Charge charge = program.charge(offset);
            Line memory line = tariff.charges[i];
            _scale(program, offset, charge, period, line);
            if (line.hasLeast || line.shares.length != 0) tariff.plain = false;
            offset += charge.size();
        }
    }

    function _scale(bytes memory program, uint256 offset, Charge charge, Period memory period, Line memory line)
        private
        pure
    {
        line.kind = charge.kind();
        line.sign = charge.has(ChargeLib.NEGATIVE) ? int256(-1) : int256(1);
        line.round = Rounding.decode(charge.round());
        line.lineRound = Rounding.decode(charge.lineRound());
        Rounding.Rule memory limitRound = _when(program, offset, charge, period, line);
        offset += charge.has(ChargeLib.LIMITS) ? 64 : 32;
        if (line.kind >= ChargeLib.PERCENT) {
            line.refs = program.word(offset);
            line.closedLimit = type(uint256).max;
            line.share = line.kind == ChargeLib.PERCENT ? charge.value() : 1e6;
            line.hasLeast = line.kind == ChargeLib.SUBTOTAL && charge.has(ChargeLib.VALUE);
            if (!line.hasLeast) return;
        }
        if (line.kind <= ChargeLib.ENERGY_WHOLE) {
            line.figure = TariffFigures.PART;
            line.chooser = line.kind == ChargeLib.ENERGY_WHOLE ? TariffFigures.WHOLE : TariffFigures.PART;
            line.divisor = 1e6;
            _bands(program, offset, charge, period, limitRound, line);
        } else {
            line.figure = charge.has(ChargeLib.PER_KW) ? TariffFigures.LOAD : TariffFigures.ONCE;
            line.chooser = TariffFigures.WHOLE;
            _bands(program, offset, charge, period, limitRound, line);
            _amounts(charge, period, line);
        }
    }

    /// @dev Amounts of the period become rates for each W, or for the connection, over a divisor: rounded once, when they are counted.
    function _amounts(Charge charge, Period memory period, Line memory line) private pure {
        uint256 basis = charge.has(ChargeLib.PER_BASIS) ? charge.basis() : BASIS_BILL;
        uint256 numerator;
        if (basis == BASIS_CALENDAR && line.kind == ChargeLib.FIXED) {
            line.shares = Calendar.shares(period.fromDay, period.toDay);
            (numerator, line.divisor) = (1, Calendar.MONTH_SHARES);
        } else {
            (numerator, line.divisor) = _factor(basis, period.fromDay, period.toDay, _billFactor(period));
        }
        if (charge.has(ChargeLib.PER_KW)) line.divisor *= 1000;
        for (uint256 i = RATE; i < line.bands.length; i += BAND) {
            line.bands[i] *= numerator;
        }
    }

    /// @dev The charge's `when`, as limits of the whole bill's consumption.
    function _when(bytes memory program, uint256 offset, Charge charge, Period memory period, Line memory line)
        private
        pure
        returns (Rounding.Rule memory limitRound)
    {
        line.most = type(uint256).max;
        if (!charge.has(ChargeLib.LIMITS)) return Rounding.decode(0);
        uint256 limits = program.word(offset + 32);
        limitRound = Rounding.decode(uint72(limits >> 56));
        (uint256 numerator, uint256 denominator) = _wholeFactor(charge, period);
        if (limits & (1 << 48) != 0) {
            line.least = limitRound.apply_(Rounding.divide((limits >> 192) * numerator, denominator)) + 1;
        }
        if (limits & (2 << 48) != 0) {
            line.most = limitRound.apply_(Rounding.divide(uint64(limits >> 128) * numerator, denominator));
        }
    }

    function _bands(
        bytes memory program,
        uint256 offset,
        Charge charge,
        Period memory period,
        Rounding.Rule memory limitRound,
        Line memory line
    ) private pure {
        line.closedLimit = type(uint256).max;
        uint256 count = charge.bandCount();
        if (count == 0) {
            line.bands = new uint256[](BAND);
            (line.bands[LIMIT], line.bands[RATE]) = (type(uint256).max, charge.value());
            return;
        }
        uint256[] memory bands = new uint256[](BAND * count);
        line.bands = bands;
        (uint256 numerator, uint256 denominator) = _limitFactor(charge, period);
        for (uint256 i; i < bands.length; i += BAND) {
            uint256 limit;
            (limit, bands[i + RATE]) = program.band(offset);
            offset += 16;
            if (i + BAND < bands.length) {
                bands[i + LIMIT] = limitRound.apply_(Rounding.divide(limit * numerator, denominator));
            } else {
                bands[i + LIMIT] = type(uint256).max;
                if (limit != TariffProgram.OPEN) {
                    (numerator, denominator) = _wholeFactor(charge, period);
                    line.closedLimit = limitRound.apply_(Rounding.divide(limit * numerator, denominator));
                }
            }
            if (i == 0 || charge.kind() != ChargeLib.ENERGY_TELESCOPIC) continue;
            bands[i + START] = bands[i - BAND + LIMIT];
            uint256 full = (bands[i + START] - bands[i - BAND + START]) * bands[i - BAND + RATE];
            bands[i + BELOW] = bands[i - BAND + BELOW] + line.lineRound.apply_(Rounding.divide(full, 1e6));
        }
    }

    // ------------------------------------------------------------------ factors

    /// @dev Telescopic bands look at the part, all else at the whole bill.
    function _limitFactor(Charge charge, Period memory period) private pure returns (uint256, uint256) {
        if (charge.kind() != ChargeLib.ENERGY_TELESCOPIC) return _wholeFactor(charge, period);
        return _factor(charge.basis(), period.fromDay, period.toDay, _billFactor(period));
    }

    function _wholeFactor(Charge charge, Period memory period) private pure returns (uint256, uint256) {
        return _factor(charge.basis(), period.wholeFromDay, period.wholeToDay, [uint256(1), 1]);
    }

    /// @dev Basis `bill` counts a part by its share of the days.
    function _billFactor(Period memory period) private pure returns (uint256[2] memory) {
        return [period.toDay - period.fromDay, period.wholeToDay - period.wholeFromDay];
    }

    /// @dev The basis factor of a span of days as a fraction.
    function _factor(uint256 basis, uint256 fromDay, uint256 toDay, uint256[2] memory bill)
        private
        pure
        returns (uint256 numerator, uint256 denominator)
    {
        numerator = toDay - fromDay;
        if (basis == BASIS_DAYS30) return (numerator, 30);
        if (basis == BASIS_YEAR) return (numerator * 48, 1461);
        if (basis == BASIS_DAY) return (numerator, 1);
        if (basis == BASIS_CALENDAR) return (Calendar.share(fromDay, toDay), Calendar.MONTH_SHARES);
        return (bill[0], bill[1]);
    }
}
