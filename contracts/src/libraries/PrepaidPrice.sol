// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../interfaces/ITariffBook.sol";
import {Charge, ChargeLib} from "../types/Charge.sol";
import {ScaledTariff} from "./ScaledTariff.sol";
import {TariffProgram} from "./TariffProgram.sol";

/// @dev What energy costs in advance, exactly: without rounding of money, fixed charges, minimums, adjustments and carry, every basis factor 1.
/// Consumption is in millionths of a kWh. Prices are in 1/unit of a millionth of the currency, so that each percentage divides without rest.
library PrepaidPrice {
    using TariffProgram for bytes;

    uint256 private constant MAX_DEPTH = 5;

    struct Prices {
        ScaledTariff.Tariff tariff;
        uint256 unit;
    }

    /// @dev The prices of a checked program, which it changes: with every basis `bill` and the bill undivided, every factor is 1.
    function read(bytes memory program) internal pure returns (Prices memory prices) {
        uint256 count = program.chargeCount();
        uint256 offset = TariffProgram.HEADER;
        for (uint256 i; i < count; ++i) {
            Charge charge = program.charge(offset);
            program[offset + 2] = bytes1(uint8(ScaledTariff.BASIS_BILL));
            offset += charge.size();
        }
        prices.tariff = ScaledTariff.scale(program, ScaledTariff.Period(0, 1, 0, 1));
        prices.unit = 1e6;
        uint256 depth = _depth(prices.tariff);
        if (depth > MAX_DEPTH) revert ITariffBook.TooLarge();
        for (; depth != 0; --depth) {
            prices.unit *= 1e6;
        }
    }

    /// @dev The price of `energy`, and what each further millionth of a kWh adds. Bands and tables are chosen by `position`, which is the energy itself, or one
    /// more to see it from just above. No price beyond the last band.
    function priceAt(Prices memory prices, uint256 energy, uint256 position)
        internal
        pure
        returns (bool has, int256 value, int256 slope)
    {
        ScaledTariff.Tariff memory tariff = prices.tariff;
        uint256 first = tariff.adjustments;
        int256[] memory values = new int256[](first + tariff.charges.length);
        int256[] memory slopes = new int256[](values.length);
        for (uint256 i; i < tariff.charges.length; ++i) {
            ScaledTariff.ScaledCharge memory charge = tariff.charges[i];
            if (position < charge.least || position - charge.least > charge.span) continue;
            if (charge.refs != 0) {
                int256 share = charge.sign * int256(charge.share);
                values[first + i] = _sum(charge.refs, values) * share / 1e6;
                slopes[first + i] = _sum(charge.refs, slopes) * share / 1e6;
                continue;
            }
            if (charge.kind == ChargeLib.FIXED) continue;
            if (position > charge.closedLimit) return (false, 0, 0);
            (uint256 amount, uint256 rate) = _energy(charge.bands, energy, position);
            int256 scale = charge.sign * int256(prices.unit / 1e6);
            (values[first + i], slopes[first + i]) = (scale * int256(amount), scale * int256(rate));
        }
        return (true, _sum(tariff.totalOf, values), _sum(tariff.totalOf, slopes));
    }

    /// @dev The next consumption above `energy` at which the price may change; the largest number when there is none.
    function nextEdge(Prices memory prices, uint256 energy) internal pure returns (uint256 edge) {
        edge = type(uint256).max;
        for (uint256 i; i < prices.tariff.charges.length; ++i) {
            ScaledTariff.ScaledCharge memory charge = prices.tariff.charges[i];
            // Where rounded limits leave nothing between them, nothing is as large as the least.
            if (charge.least == type(uint256).max) continue;
            if (charge.least != 0) edge = _nearer(edge, charge.least - 1, energy);
            edge = _nearer(edge, charge.least + charge.span, energy);
            edge = _nearer(edge, charge.closedLimit, energy);
            for (uint256 band; band < charge.bands.length; band += ScaledTariff.BAND) {
                edge = _nearer(edge, charge.bands[band + ScaledTariff.LIMIT], energy);
            }
        }
    }

    function _nearer(uint256 edge, uint256 limit, uint256 energy) private pure returns (uint256) {
        return limit > energy && limit < edge ? limit : edge;
    }

    /// @dev Full bands, and the one that the position is in. A band of a `whole` table starts at zero.
    function _energy(uint256[] memory bands, uint256 energy, uint256 position)
        private
        pure
        returns (uint256 amount, uint256 rate)
    {
        uint256 band;
        for (; position > bands[band]; band += ScaledTariff.BAND) {
            uint256 next = bands[band + ScaledTariff.BAND + ScaledTariff.START];
            if (next != 0) amount += (next - bands[band + ScaledTariff.START]) * bands[band + ScaledTariff.RATE];
        }
        rate = bands[band + ScaledTariff.RATE];
        amount += (energy - bands[band + ScaledTariff.START]) * rate;
    }

    /// @dev How many percentages are taken of each other at most.
    function _depth(ScaledTariff.Tariff memory tariff) private pure returns (uint256 deepest) {
        uint256[] memory depths = new uint256[](tariff.adjustments + tariff.charges.length);
        for (uint256 i; i < tariff.charges.length; ++i) {
            ScaledTariff.ScaledCharge memory charge = tariff.charges[i];
            uint256 depth;
            for (uint256 refs = charge.refs; refs != 0; refs <<= 8) {
                uint256 named = depths[((refs >> 248) & 0x7f) - 1];
                if (named > depth) depth = named;
            }
            if (charge.kind == ChargeLib.PERCENT) ++depth;
            depths[tariff.adjustments + i] = depth;
            if (depth > deepest) deepest = depth;
        }
    }

    /// @dev As TariffEngine has it: n names value n - 1, with the high bit to be subtracted.
    function _sum(uint256 refs, int256[] memory values) private pure returns (int256 sum) {
        for (; refs != 0; refs <<= 8) {
            int256 value = values[((refs >> 248) & 0x7f) - 1];
            sum = refs >> 255 == 0 ? sum + value : sum - value;
        }
    }
}
