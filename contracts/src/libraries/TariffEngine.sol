// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ChargeLib} from "../types/Charge.sol";
import {Rounding} from "./Rounding.sol";
import {ScaledTariff} from "./ScaledTariff.sol";

/// @dev Computes a scaled tariff for a connection. Money is in millionths of the currency, energy in millionths of a kWh.
///
/// TariffBounds has refused every program of which an amount could exceed 2^160, and percentages have 32 bits: so no product reaches 2^255.
library TariffEngine {
    using Rounding for uint256;
    using Rounding for int256;

    uint256 private constant MILLION = 1e6;

    /// @dev One connection's figures, in and out.
    struct Run {
        uint256 microKwh;
        uint256 wholeMicroKwh;
        uint256 loadW;
        /// Adjustments (in), then charges (out), in the program's order.
        int256[] values;
        /// Out: more consumption than a closed last band allows.
        bool isAboveLastBand;
        /// Out, where the tariff keeps them: the lines of each of `values`.
        int256[][] lines;
        /// Of a split bill, for each charge: the exact sum of the parts so far, and what the parts before got of it; else empty.
        int256[] exact;
        int256[] givenBefore;
    }

    function prepare(ScaledTariff.Tariff memory tariff) internal pure returns (Run memory run) {
        uint256 count = tariff.adjustments + tariff.charges.length;
        run.values = new int256[](count);
        if (tariff.keepsLines) run.lines = new int256[][](count);
    }

    function applies(ScaledTariff.ScaledCharge memory charge, Run memory run) internal pure returns (bool) {
        return run.wholeMicroKwh >= charge.least && run.wholeMicroKwh - charge.least <= charge.span;
    }

    /// @dev Computes all charges and the sum that the total names, unrounded. `run.isAboveLastBand` says when there is none.
    function total(ScaledTariff.Tariff memory tariff, Run memory run) internal pure returns (int256) {
        run.isAboveLastBand = false;
        for (uint256 i; i < tariff.adjustments && tariff.keepsLines; ++i) {
            run.lines[i] = _single(run.values[i]);
        }
        for (uint256 i; i < tariff.charges.length; ++i) {
            ScaledTariff.ScaledCharge memory charge = tariff.charges[i];
            uint256 slot = tariff.adjustments + i;
            int256 amount;
            if (applies(charge, run)) {
                amount = _amount(charge, run);
                if (tariff.keepsLines) run.lines[slot] = _lines(charge, run, amount);
                amount =
                    run.exact.length == 0 ? amount.round(charge.addend, charge.step) : _runOn(charge, run, i, amount);
            } else if (tariff.keepsLines) {
                // The run may have served another row of a batch before.
                delete run.lines[slot];
            }
            run.values[slot] = amount;
        }
        return _sum(tariff.totalOf, run);
    }

    // ------------------------------------------------------------------ kinds, before their own rounding

    function _amount(ScaledTariff.ScaledCharge memory charge, Run memory run) private pure returns (int256) {
        if (charge.kind == ChargeLib.PERCENT) return _percent(charge, run);
        if (charge.kind == ChargeLib.SUBTOTAL) return _subtotal(charge, run);
        return charge.shares.length == 0 ? _metered(charge, run) : _add(_monthLines(charge, run));
    }

    /// @dev An energy or fixed charge: the bands below the one it ends in, and its line in that one.
    function _metered(ScaledTariff.ScaledCharge memory charge, Run memory run) private pure returns (int256) {
        bool telescopic = charge.kind == ChargeLib.ENERGY_TELESCOPIC;
        uint256 band = _band(charge, run, telescopic ? run.microKwh : run.wholeMicroKwh);
        uint256 counted = charge.counts == ScaledTariff.COUNT_ENERGY
            ? run.microKwh
            : charge.counts == ScaledTariff.COUNT_LOAD ? run.loadW : 1;
        uint256 amount = (counted - charge.bands[band + ScaledTariff.START]) * charge.bands[band + ScaledTariff.RATE];
        amount = amount.divide(charge.divisor).round(charge.lineAddend, charge.lineStep);
        return charge.sign * int256(amount + charge.bands[band + ScaledTariff.BELOW]);
    }

    function _percent(ScaledTariff.ScaledCharge memory charge, Run memory run) private pure returns (int256) {
        if (charge.roundsLines) return _add(_percentLines(charge, run));
        return _share(charge, _sum(charge.refs, run));
    }

    function _subtotal(ScaledTariff.ScaledCharge memory charge, Run memory run) private pure returns (int256 amount) {
        amount = _sum(charge.refs, run);
        if (charge.hasLeast) {
            int256 least = _metered(charge, run);
            if (amount < least) amount = least;
        }
    }

    // ------------------------------------------------------------------ parts

    /// @dev Where the band begins that consumption falls in; the last takes what is left, unless the whole bill exceeds its limit.
    function _band(ScaledTariff.ScaledCharge memory charge, Run memory run, uint256 microKwh)
        private
        pure
        returns (uint256 band)
    {
        if (run.wholeMicroKwh > charge.closedLimit) run.isAboveLastBand = true;
        while (microKwh > charge.bands[band]) band += ScaledTariff.BAND;
    }

    /// @dev The charge's percentage of an amount; it is in ten-thousandths of a per cent, so in millionths.
    function _share(ScaledTariff.ScaledCharge memory charge, int256 amount) private pure returns (int256) {
        uint256 magnitude = uint256(amount < 0 ? -amount : amount);
        int256 share = charge.sign * int256((magnitude * charge.share).divide(MILLION));
        return amount < 0 ? -share : share;
    }

    /// @dev Rounding runs on over the parts of a split bill: a part gets the rounding of the exact sum so far, less what the earlier parts got.
    function _runOn(ScaledTariff.ScaledCharge memory charge, Run memory run, uint256 index, int256 amount)
        private
        pure
        returns (int256)
    {
        int256 sum = run.exact[index] + amount;
        run.exact[index] = sum;
        return sum.round(charge.addend, charge.step) - run.givenBefore[index];
    }

    /// @dev The sum of what a word of references names: n names value n - 1, with the high bit to be subtracted.
    function _sum(uint256 refs, Run memory run) private pure returns (int256 sum) {
        for (; refs != 0; refs <<= 8) {
            int256 value = run.values[((refs >> 248) & 0x7f) - 1];
            sum = refs >> 255 == 0 ? sum + value : sum - value;
        }
    }

    // ------------------------------------------------------------------ lines, for percentages that round each

    /// @dev The lines of a charge, before the charge's own rounding: one for each band used or calendar month, else its amount.
    function _lines(ScaledTariff.ScaledCharge memory charge, Run memory run, int256 amount)
        private
        pure
        returns (int256[] memory)
    {
        if (charge.kind == ChargeLib.ENERGY_TELESCOPIC) return _bandLines(charge, run);
        if (charge.kind == ChargeLib.PERCENT && charge.roundsLines) return _percentLines(charge, run);
        return charge.shares.length == 0 ? _single(amount) : _monthLines(charge, run);
    }

    function _bandLines(ScaledTariff.ScaledCharge memory charge, Run memory run)
        private
        pure
        returns (int256[] memory lines)
    {
        uint256[] memory bands = charge.bands;
        uint256 last = _band(charge, run, run.microKwh);
        lines = new int256[](last / ScaledTariff.BAND + 1);
        for (uint256 band; band <= last; band += ScaledTariff.BAND) {
            uint256 upper = band == last ? run.microKwh : bands[band];
            uint256 line = (upper - bands[band + ScaledTariff.START]) * bands[band + ScaledTariff.RATE];
            line = line.divide(MILLION).round(charge.lineAddend, charge.lineStep);
            lines[band / ScaledTariff.BAND] = charge.sign * int256(line);
        }
    }

    function _monthLines(ScaledTariff.ScaledCharge memory charge, Run memory run)
        private
        pure
        returns (int256[] memory lines)
    {
        uint256 rate = charge.bands[_band(charge, run, run.wholeMicroKwh) + ScaledTariff.RATE];
        if (charge.counts == ScaledTariff.COUNT_LOAD) rate *= run.loadW;
        lines = new int256[](charge.shares.length);
        for (uint256 i; i < lines.length; ++i) {
            uint256 line = (rate * charge.shares[i]).divide(charge.divisor).round(charge.lineAddend, charge.lineStep);
            lines[i] = charge.sign * int256(line);
        }
    }

    /// @dev One line for each line of what the charge names, in that order.
    function _percentLines(ScaledTariff.ScaledCharge memory charge, Run memory run)
        private
        pure
        returns (int256[] memory lines)
    {
        uint256 count;
        for (uint256 refs = charge.refs; refs != 0; refs <<= 8) {
            count += run.lines[((refs >> 248) & 0x7f) - 1].length;
        }
        lines = new int256[](count);
        count = 0;
        for (uint256 refs = charge.refs; refs != 0; refs <<= 8) {
            int256[] memory source = run.lines[((refs >> 248) & 0x7f) - 1];
            for (uint256 i; i < source.length; ++i) {
                int256 line = _share(charge, refs >> 255 == 0 ? source[i] : -source[i]);
                lines[count++] = line.round(charge.lineAddend, charge.lineStep);
            }
        }
    }

    function _add(int256[] memory lines) private pure returns (int256 sum) {
        for (uint256 i; i < lines.length; ++i) {
            sum += lines[i];
        }
    }

    function _single(int256 amount) private pure returns (int256[] memory lines) {
        lines = new int256[](1);
        lines[0] = amount;
    }
}
