// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPrepaidUnits} from "./interfaces/IPrepaidUnits.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {PrepaidPrice} from "./libraries/PrepaidPrice.sol";
import {Rounding} from "./libraries/Rounding.sol";
import {TariffProgram} from "./libraries/TariffProgram.sol";

/// @title PrepaidUnits
/// @dev Documented in IPrepaidUnits.
contract PrepaidUnits is IPrepaidUnits {
    using PrepaidPrice for PrepaidPrice.Prices;
    using Rounding for uint256;
    using TariffProgram for bytes;

    /// @dev Where a payment has got to, in millionths of a kWh and in the unit of prices: at an edge with money left, or in the end beyond one by
    /// `spare` money that buys at a price of `slope`.
    struct Spending {
        uint256 energy;
        uint256 slope;
        uint256 spare;
        uint256 left;
    }

    ITariffBook public immutable tariffBook;

    constructor(ITariffBook tariffBook_) {
        tariffBook = tariffBook_;
    }

    /// @inheritdoc IPrepaidUnits
    function unitsFor(uint16 category, uint16 day, uint64 amount, uint64 alreadyWh)
        external
        view
        returns (Purchase memory)
    {
        (uint16 version,,,) = tariffBook.versionOn(category, day);
        return _buy(tariffBook.program(category, version), amount, alreadyWh);
    }

    /// @inheritdoc IPrepaidUnits
    function preview(bytes calldata program, uint64 amount, uint64 alreadyWh) external view returns (Purchase memory) {
        tariffBook.checker().check(program);
        return _buy(program, amount, alreadyWh);
    }

    function _buy(bytes memory program, uint256 amount, uint256 alreadyWh)
        private
        pure
        returns (Purchase memory purchase)
    {
        (amount, purchase.deductions) = _deduct(program, amount);
        uint256 rule = uint40(program.word(32) >> 40);
        PrepaidPrice.Prices memory prices = PrepaidPrice.read(program);
        uint256 start = alreadyWh * 1000;
        Spending memory spending = Spending({energy: start, slope: 1, spare: 0, left: amount * prices.unit});
        _spend(prices, spending);
        purchase.left = spending.left.divide(prices.unit);
        purchase.wh = _round(rule, (spending.energy - start) * spending.slope + spending.spare, spending.slope);
    }

    /// @dev Goes from edge to edge as far as the money reaches.
    function _spend(PrepaidPrice.Prices memory prices, Spending memory spending) private pure {
        (bool has, int256 value,) = prices.priceAt(spending.energy, spending.energy);
        if (!has) revert ITariffBook.AboveLastBand(spending.energy / 1000);
        for (;;) {
            // Just above an edge the next band and table apply.
            (bool goesOn, int256 above, int256 slope) = prices.priceAt(spending.energy, spending.energy + 1);
            if (!goesOn) return;
            if (above < value || slope < 0) revert FallingPrice(spending.energy);
            uint256 step = uint256(above - value);
            if (step > spending.left || (step != 0 && step == spending.left && slope > 0)) return;
            spending.left -= step;

            uint256 edge = prices.nextEdge(spending.energy);
            if (edge == type(uint256).max && slope == 0) revert FreeEnergy(spending.energy);
            if (edge == type(uint256).max || uint256(slope) * (edge - spending.energy) > spending.left) {
                (spending.slope, spending.spare, spending.left) = (uint256(slope), spending.left, 0);
                return;
            }
            spending.left -= uint256(slope) * (edge - spending.energy);
            spending.energy = edge;
            // An edge lies within what it closes, so there is a price at it.
            (, value,) = prices.priceAt(edge, edge);
        }
    }

    /// @dev What is taken from a payment before it buys energy: amounts, and percentages of what is left then.
    function _deduct(bytes memory program, uint256 amount)
        private
        pure
        returns (uint256 net, uint256[] memory deductions)
    {
        deductions = new uint256[](uint8(program.word(0) >> 224));
        net = amount;
        uint256 offset = program.numericLength() - 32 * deductions.length;
        for (uint256 i; i < deductions.length; ++i) {
            uint256 deduction = program.word(offset + 32 * i);
            uint256 taken = uint64(deduction >> 184);
            if (deduction >> 248 == 2) {
                (uint256 addend, uint256 step) = Rounding.decode(uint72(deduction >> 112));
                taken = (net * taken).divide(1e6).round(addend, step);
            }
            if (taken > net) revert BelowDeductions(amount, amount - net + taken);
            deductions[i] = taken;
            net -= taken;
        }
    }

    /// @dev Millionths of a kWh, given as a fraction, in Wh and rounded as the tariff says: to whole Wh down where it doesn't.
    /// @param rule Mode in bits 32–39, step in Wh in bits 0–31.
    function _round(uint256 rule, uint256 numerator, uint256 denominator) private pure returns (uint256) {
        (uint256 mode, uint256 step) = rule == 0 ? (2, 1) : (rule >> 32, uint256(uint32(rule)));
        uint256 divisor = denominator * step * 1000;
        uint256 addend = mode == 1 ? divisor / 2 : mode == 2 ? 0 : divisor - 1;
        return (numerator + addend) / divisor * step;
    }
}
