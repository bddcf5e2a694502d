// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ChargeLib} from "../types/Charge.sol";
import {Rounding} from "./Rounding.sol";
import {ScaledTariff, TariffFigures} from "./ScaledTariff.sol";

/// @dev Computes a scaled tariff for one connection. Money is in millionths of the currency, energy in millionths of a kWh.
///
/// Nothing overflows: TariffCheck bounds a program's figures (64-bit rates, amounts, limits and steps, 32-bit percentages), a usage is at most
/// 2^64 Wh over 2^16 days, and a sum of amounts above 2^160 stops the run, so that no product reaches 2^255.
library TariffEngine {
    using Rounding for Rounding.Rule;

    /// @dev Why a run stopped.
    uint256 internal constant ABOVE_LAST_BAND = 1;
    uint256 internal constant TOO_LARGE = 2;

    uint256 private constant MILLION = 1e6;
    uint256 private constant LARGEST_SUM = 1 << 160;

    /// @dev One connection's figures, in and out; memory for it may be used again.
    struct Run {
        /// The figures, where TariffFigures says: the part's energy, the whole bill's, the load in W, and 1.
        uint256 microKwh;
        uint256 wholeMicroKwh;
        uint256 loadW;
        uint256 once;
        /// Adjustments (in), then charges (out), in the program's order.
        int256[] values;
        /// Out.
        uint256 failure;
        /// Out, where the tariff keeps them: the lines of each of `values`.
        int256[][] lines;
        /// Of a split bill, for each charge: the exact sum of the parts so far, and what the parts before got of it; else empty.
        int256[] exact;
        int256[] givenBefore;
    }

    function prepare(ScaledTariff.Tariff memory tariff) internal pure returns (Run memory run) {
        uint256 count = tariff.adjustments + tariff.charges.length;
        run.once = 1;
        run.values = new int256[](count);
        if (tariff.keepsLines) run.lines = new int256[][](count);
    }

    function applies(ScaledTariff.Line memory line, Run memory run) internal pure returns (bool) {
        return run.wholeMicroKwh >= line.least && run.wholeMicroKwh <= line.most;
    }

    /// @dev Computes all charges and the sum that the total names, unrounded. `run.failure` says when there is none.
    function total(ScaledTariff.Tariff memory tariff, Run memory run) internal pure returns (int256) {
        run.failure = 0;
        if (tariff.plain && run.exact.length == 0) {
            _plain(tariff, run);
            return run.failure == 0 ? _sum(tariff.totalOf, run) : int256(0);
        }
        for (uint256 i; i < tariff.charges.length; ++i) {
            ScaledTariff.Line memory line = tariff.charges[i];
            uint256 slot = tariff.adjustments + i;
            int256 amount;
            if (applies(line, run)) {
                amount = _amount(line, run);
                if (tariff.keepsLines) _keepLines(line, run, slot, amount);
                amount = run.exact.length == 0 ? line.round.apply_(amount) : _runOn(line, run, i, amount);
            } else if (tariff.keepsLines) {
                run.lines[slot] = new int256[](0);
            }
            run.values[slot] = amount;
        }
        return _sum(tariff.totalOf, run);
    }

    /// @dev The same for a tariff that keeps no lines, has no amount a calendar month and no minimum, and for a bill that isn't split. Most bills
    /// pass here; written out, they take a quarter of the gas. The offsets are those of Run, ScaledTariff.Tariff and ScaledTariff.Line.
    function _plain(ScaledTariff.Tariff memory tariff, Run memory run) private pure {
        assembly ("memory-safe") {
            let whole := mload(add(run, 0x20))
            let values := mload(add(run, 0x80))
            let charges := mload(tariff)
            let slot := add(values, shl(5, add(mload(add(tariff, 0x20)), 1)))
            for { let left := mload(charges) } left { left := sub(left, 1) } {
                charges := add(charges, 0x20)
                let line := mload(charges)
                let amount := 0
                // least ≤ consumption ≤ most
                if iszero(or(lt(whole, mload(line)), gt(whole, mload(add(line, 0x20))))) {
                    let sign := mload(add(line, 0x100))
                    let rule := mload(add(line, 0x120))
                    let refs := mload(add(line, 0xc0))
                    switch refs
                    case 0 {
                        if gt(whole, mload(add(line, 0x160))) { mstore(add(run, 0xa0), ABOVE_LAST_BAND) }
                        // The last band has no limit, so the search ends.
                        let chooser := mload(add(run, mload(add(line, 0x60))))
                        let band := add(mload(add(line, 0x80)), 0x20)
                        for {} gt(chooser, mload(band)) {} { band := add(band, 0x80) }
                        let figure := mload(add(run, mload(add(line, 0x40))))
                        let divisor := mload(add(line, 0xa0))
                        amount := mul(sub(figure, mload(add(band, 0x20))), mload(add(band, 0x40)))
                        amount := div(add(amount, shr(1, divisor)), divisor)
                        let step := mload(add(rule, 0x20))
                        amount := add(mul(div(add(amount, mload(rule)), step), step), mload(add(band, 0x60)))
                    }
                    default {
                        for {} refs { refs := shl(8, refs) } {
                            let value := mload(add(values, shl(5, and(shr(248, refs), 0x7f))))
                            switch shr(255, refs)
                            case 0 { amount := add(amount, value) }
                            default { amount := sub(amount, value) }
                        }
                        if slt(amount, 0) {
                            amount := sub(0, amount)
                            sign := sub(0, sign)
                        }
                        if gt(amount, LARGEST_SUM) { mstore(add(run, 0xa0), TOO_LARGE) }
                        amount := div(add(mul(amount, mload(add(line, 0xe0))), 500000), 1000000)
                    }
                    rule := mload(add(line, 0x140))
                    let step := mload(add(rule, 0x20))
                    amount := mul(mul(div(add(amount, mload(rule)), step), step), sign)
                }
                mstore(slot, amount)
                slot := add(slot, 0x20)
            }
        }
    }

    function _amount(ScaledTariff.Line memory line, Run memory run) private pure returns (int256) {
        if (line.kind == ChargeLib.PERCENT) return _percent(line, run);
        if (line.kind == ChargeLib.SUBTOTAL) return _subtotal(line, run);
        return line.shares.length == 0 ? _metered(line, run) : _monthly(line, run);
    }

    // ------------------------------------------------------------------ kinds, before their own rounding

    /// @dev An energy or fixed charge: the bands below the one it ends in, and its line in that one.
    function _metered(ScaledTariff.Line memory line, Run memory run) private pure returns (int256) {
        uint256 chooser = line.chooser == TariffFigures.WHOLE ? run.wholeMicroKwh : run.microKwh;
        uint256 band = _band(line, run, chooser);
        uint256 figure =
            line.figure == TariffFigures.PART ? run.microKwh : line.figure == TariffFigures.LOAD ? run.loadW : 1;
        uint256 product = (figure - line.bands[band + ScaledTariff.START]) * line.bands[band + ScaledTariff.RATE];
        uint256 amount = line.lineRound.apply_(Rounding.divide(product, line.divisor));
        return line.sign * int256(amount + line.bands[band + ScaledTariff.BELOW]);
    }

    /// @dev Where the band begins that consumption falls in; the last takes what is left, unless the whole bill exceeds its limit.
    function _band(ScaledTariff.Line memory line, Run memory run, uint256 microKwh)
        private
        pure
        returns (uint256 band)
    {
        if (run.wholeMicroKwh > line.closedLimit) run.failure = ABOVE_LAST_BAND;
        while (microKwh > line.bands[band]) band += ScaledTariff.BAND;
    }

    /// @dev A fixed amount a calendar month: a line for each month touched.
    function _monthly(ScaledTariff.Line memory line, Run memory run) private pure returns (int256 amount) {
        int256[] memory lines = _monthLines(line, run);
        for (uint256 i; i < lines.length; ++i) {
            amount += lines[i];
        }
    }

    function _percent(ScaledTariff.Line memory line, Run memory run) private pure returns (int256 amount) {
        unchecked {
            if (line.lineRound.step == 1) return _share(line, _sum(line.refs, run));
            int256[] memory source = _linesNamed(line.refs, run.lines);
            for (uint256 i; i < source.length; ++i) {
                amount += line.lineRound.apply_(_share(line, source[i]));
            }
        }
    }

    function _subtotal(ScaledTariff.Line memory line, Run memory run) private pure returns (int256 amount) {
        amount = _sum(line.refs, run);
        if (line.hasLeast) {
            int256 least = _metered(line, run);
            if (amount < least) amount = least;
        }
    }

    // ------------------------------------------------------------------ parts

    /// @dev The charge's percentage of an amount; it is in ten-thousandths of a per cent, so in millionths.
    function _share(ScaledTariff.Line memory line, int256 amount) private pure returns (int256) {
        unchecked {
            bool negative = (amount < 0) != (line.sign < 0);
            uint256 share = ((amount < 0 ? uint256(-amount) : uint256(amount)) * line.share + MILLION / 2) / MILLION;
            return negative ? -int256(share) : int256(share);
        }
    }

    /// @dev Rounding runs on over the parts of a split bill: a part gets the rounding of the exact sum so far, less what the earlier parts got.
    function _runOn(ScaledTariff.Line memory line, Run memory run, uint256 index, int256 amount)
        private
        pure
        returns (int256)
    {
        unchecked {
            int256 sum = run.exact[index] + amount;
            run.exact[index] = sum;
            return line.round.apply_(sum) - run.givenBefore[index];
        }
    }

    /// @dev The sum of what a word of references names.
    function _sum(uint256 refs, Run memory run) private pure returns (int256 sum) {
        int256[] memory values = run.values;
        // A reference of n names the value n - 1, which stands n words behind the array's length.
        assembly ("memory-safe") {
            for {} refs { refs := shl(8, refs) } {
                let value := mload(add(values, shl(5, and(shr(248, refs), 0x7f))))
                switch shr(255, refs)
                case 0 { sum := add(sum, value) }
                default { sum := sub(sum, value) }
            }
        }
        if (uint256(sum < 0 ? -sum : sum) > LARGEST_SUM) {
            run.failure = TOO_LARGE;
            return 0;
        }
    }

    // ------------------------------------------------------------------ lines, for percentages that round each

    /// @dev Keeps the lines of a charge: one for each band used or calendar month, or its amount.
    function _keepLines(ScaledTariff.Line memory line, Run memory run, uint256 slot, int256 amount) private pure {
        int256[] memory lines;
        if (line.kind == ChargeLib.ENERGY_TELESCOPIC) {
            lines = _bandLines(line, run);
        } else if (line.shares.length != 0) {
            lines = _monthLines(line, run);
        } else if (line.kind == ChargeLib.PERCENT && line.lineRound.step != 1) {
            lines = _linesNamed(line.refs, run.lines);
            for (uint256 i; i < lines.length; ++i) {
                lines[i] = line.lineRound.apply_(_share(line, lines[i]));
            }
        } else {
            // A subtotal's line stands before its own rounding, as all lines do.
            lines = new int256[](1);
            lines[0] = amount;
        }
        run.lines[slot] = lines;
    }

    function _bandLines(ScaledTariff.Line memory line, Run memory run) private pure returns (int256[] memory lines) {
        uint256[] memory bands = line.bands;
        uint256 count = 1;
        while (run.microKwh > bands[(count - 1) * ScaledTariff.BAND]) ++count;
        lines = new int256[](count);
        for (uint256 i; i < count; ++i) {
            uint256 band = i * ScaledTariff.BAND;
            uint256 upper = i == count - 1 ? run.microKwh : bands[band];
            uint256 product = (upper - bands[band + ScaledTariff.START]) * bands[band + ScaledTariff.RATE];
            lines[i] = line.sign * int256(line.lineRound.apply_(Rounding.divide(product, MILLION)));
        }
    }

    function _monthLines(ScaledTariff.Line memory line, Run memory run) private pure returns (int256[] memory lines) {
        uint256 band = _band(line, run, run.wholeMicroKwh);
        uint256 value = line.bands[band + ScaledTariff.RATE];
        if (line.figure == TariffFigures.LOAD) value *= run.loadW;
        lines = new int256[](line.shares.length);
        for (uint256 i; i < lines.length; ++i) {
            uint256 amount = Rounding.divide(value * line.shares[i], line.divisor);
            lines[i] = line.sign * int256(line.lineRound.apply_(amount));
        }
    }

    /// @dev A copy of the lines of what a word of references names, in order and with their signs.
    function _linesNamed(uint256 refs, int256[][] memory lines) private pure returns (int256[] memory named) {
        uint256 count;
        for (uint256 rest = refs; rest != 0; rest <<= 8) {
            count += lines[((rest >> 248) & 0x7f) - 1].length;
        }
        named = new int256[](count);
        count = 0;
        for (; refs != 0; refs <<= 8) {
            int256[] memory source = lines[((refs >> 248) & 0x7f) - 1];
            for (uint256 i; i < source.length; ++i) {
                named[count++] = refs >> 255 == 0 ? source[i] : -source[i];
            }
        }
    }
}
