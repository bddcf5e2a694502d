// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ScaledTariff} from "./ScaledTariff.sol";

/// @dev The totals of billing runs. Most tariffs are plain once they are scaled: each charge is ⌊(x·rate + c) / divisor⌋ · step + base in the band it ends
/// in, with c, divisor and step holding the rounding of the millionth and the charge's own together:
/// ⌊(⌊(a + h) / d⌋ + r) / s⌋ = ⌊(a + h + r·d) / (d·s)⌋. TariffEngine computes the same, with all that a quote shows, at some ten times the gas.
library PlainTariff {
    /// @dev Bits by which percentages and sums may raise an amount, so that nothing overflows unchecked.
    uint256 private constant LARGEST_GROWTH = 100;

    uint256 private constant NAMES_OTHERS = 1;
    uint256 private constant HAS_WHEN = 2;

    struct Plain {
        PlainCharge[] charges;
        uint256 addend;
        uint256 step;
    }

    /// @dev `total` reads it by address: a field a word.
    struct PlainCharge {
        uint256 form;
        /// It applies when energy is at least `least`, and by `span` more at most.
        uint256 least;
        uint256 span;
        /// The address of x: energy, load, or a constant 1.
        uint256 counts;
        /// Four words a band: limit, rate, c, base. The last has the largest limit. c is taken modulo 2^256: it holds -start·rate.
        uint256[] bands;
        uint256 divisor;
        int256 step;
        /// How often the total counts it: 1, 0 or -1.
        int256 weight;
        /// What it came to, for charges that name it.
        int256 amount;
        /// The addresses of the amounts that make up x, ended by a zero; the high bit subtracts.
        uint256[] named;
    }

    /// @dev The plain form of a scaled tariff. Not found for one with lines to keep, amounts a calendar month, a minimum, a closed last band, or a charge
    /// that rounds its lines and itself.
    function find(ScaledTariff.Tariff memory tariff) internal pure returns (bool found, Plain memory plain) {
        if (tariff.keepsLines) return (false, plain);
        (plain.addend, plain.step) = (tariff.addend, tariff.step);
        plain.charges = new PlainCharge[](tariff.charges.length);
        uint256 growth;
        for (uint256 i; i < plain.charges.length; ++i) {
            ScaledTariff.ScaledCharge memory scaled = tariff.charges[i];
            if (
                scaled.hasLeast || scaled.shares.length != 0 || scaled.closedLimit != type(uint256).max
                    || (scaled.step != 1 && scaled.lineStep != 1)
            ) return (false, plain);
            // 32 summands are 5 bits; a share is at most 2^13 times its base.
            if (scaled.refs != 0) growth += scaled.share > 1e6 ? 18 : 5;
            _set(plain.charges[i], scaled);
            plain.charges[i].weight = _weight(tariff.totalOf, tariff.adjustments + i + 1);
            if (scaled.refs != 0) plain.charges[i].named = _addresses(scaled.refs, tariff.adjustments, plain);
        }
        return (growth <= LARGEST_GROWTH, plain);
    }

    function _set(PlainCharge memory charge, ScaledTariff.ScaledCharge memory scaled) private pure {
        (charge.least, charge.span) = (scaled.least, scaled.span);
        if (scaled.span != type(uint256).max) charge.form = HAS_WHEN;
        bool roundsLines = scaled.lineStep != 1;
        (uint256 addend, uint256 step) =
            roundsLines ? (scaled.lineAddend, scaled.lineStep) : (scaled.addend, scaled.step);
        charge.step = scaled.sign * int256(step);
        if (scaled.refs != 0) {
            charge.form |= NAMES_OTHERS;
            charge.divisor = 1e6 * step;
            charge.bands = new uint256[](ScaledTariff.BAND);
            (charge.bands[1], charge.bands[2]) = (scaled.share, 5e5 + addend * 1e6);
            return;
        }
        charge.counts = scaled.counts;
        charge.divisor = scaled.divisor * step;
        uint256[] memory source = scaled.bands;
        charge.bands = new uint256[](source.length);
        for (uint256 i; i < source.length; i += ScaledTariff.BAND) {
            (uint256 rate, uint256 below) = (source[i + ScaledTariff.RATE], source[i + ScaledTariff.BELOW]);
            (charge.bands[i], charge.bands[i + 1]) = (source[i], rate);
            // Rounded lines stand beside the bands below; a sum is rounded with them.
            uint256 c = scaled.divisor / 2 + (roundsLines ? addend : addend + below) * scaled.divisor;
            unchecked {
                charge.bands[i + 2] = c - source[i + ScaledTariff.START] * rate;
            }
            if (roundsLines) charge.bands[i + 3] = uint256(scaled.sign * int256(below));
        }
    }

    /// @dev How the references count what n names.
    function _weight(uint256 refs, uint256 n) private pure returns (int256) {
        for (; refs != 0; refs <<= 8) {
            if ((refs >> 248) & 0x7f == n) return refs >> 255 == 0 ? int256(1) : int256(-1);
        }
        return 0;
    }

    /// @dev Where the amounts are that references name. An adjustment is zero in a billing run, as is Solidity's zero slot.
    function _addresses(uint256 refs, uint256 adjustments, Plain memory plain)
        private
        pure
        returns (uint256[] memory list)
    {
        list = new uint256[](33);
        for (uint256 i; refs != 0; ++i) {
            uint256 n = (refs >> 248) & 0x7f;
            uint256 place = 0x60;
            if (n > adjustments) {
                PlainCharge memory named = plain.charges[n - adjustments - 1];
                assembly ("memory-safe") {
                    place := add(named, 0x100)
                }
            }
            list[i] = place | refs >> 255 << 255;
            refs <<= 8;
        }
    }

    /// @dev The total for energy in bits 0–63 and load in bits 144–175 of a row, rounded unless it is negative.
    ///
    /// Written out, since a billing run of thousands passes here. Scratch space holds energy (millionths of a kWh) in word 0 and load (W) in word 1.
    function total(Plain memory plain, uint256 row) internal pure returns (int256 sum) {
        assembly ("memory-safe") {
            mstore(0x20, and(shr(144, row), 0xffffffff))
            let energy := mul(and(row, 0xffffffffffffffff), 1000)
            mstore(0x00, energy)
            let pointer := mload(plain)
            for { let left := mload(pointer) } left { left := sub(left, 1) } {
                pointer := add(pointer, 0x20)
                let charge := mload(pointer)
                let form := mload(charge)
                if gt(form, NAMES_OTHERS) {
                    // least ≤ energy ≤ least + span; below the least the difference wraps around.
                    if gt(sub(energy, mload(add(charge, 0x20))), mload(add(charge, 0x40))) {
                        mstore(add(charge, 0x100), 0)
                        continue
                    }
                    form := and(form, NAMES_OTHERS)
                }
                let band := add(mload(add(charge, 0x80)), 0x20)
                let amount := 0
                switch form
                case 0 {
                    // The last band has the largest limit, so the search ends.
                    for {} gt(energy, mload(band)) {} { band := add(band, 0x80) }
                    amount := add(mul(mload(mload(add(charge, 0x60))), mload(add(band, 0x20))), mload(add(band, 0x40)))
                    amount := mul(div(amount, mload(add(charge, 0xa0))), mload(add(charge, 0xc0)))
                    amount := add(amount, mload(add(band, 0x60)))
                }
                default {
                    let named := add(mload(add(charge, 0x120)), 0x20)
                    for { let place := mload(named) } place { place := mload(named) } {
                        switch slt(place, 0)
                        case 0 { amount := add(amount, mload(place)) }
                        default { amount := sub(amount, mload(shr(1, shl(1, place)))) }
                        named := add(named, 0x20)
                    }
                    let step := mload(add(charge, 0xc0))
                    if slt(amount, 0) {
                        amount := sub(0, amount)
                        step := sub(0, step)
                    }
                    amount := add(mul(amount, mload(add(band, 0x20))), mload(add(band, 0x40)))
                    amount := mul(div(amount, mload(add(charge, 0xa0))), step)
                }
                sum := add(sum, mul(amount, mload(add(charge, 0xe0))))
                mstore(add(charge, 0x100), amount)
            }
            if sgt(sum, 0) {
                let step := mload(add(plain, 0x40))
                sum := mul(div(add(sum, mload(add(plain, 0x20))), step), step)
            }
        }
    }
}
