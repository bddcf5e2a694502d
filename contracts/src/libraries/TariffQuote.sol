// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../interfaces/ITariffBook.sol";
import {ChargeLib} from "../types/Charge.sol";
import {Rounding} from "./Rounding.sol";
import {ScaledTariff} from "./ScaledTariff.sol";
import {TariffEngine} from "./TariffEngine.sol";
import {TariffProgram} from "./TariffProgram.sol";

/// @dev Itemized quotes, over one version or several: a period that spans a change of version is split by days, each part computed by its own.
/// Reverts where TariffEngine only reports.
library TariffQuote {
    using TariffProgram for bytes;
    using Rounding for int256;

    /// @dev The days of a period that one version is in force.
    struct Part {
        bytes program;
        uint256 fromDay;
        uint256 toDay;
    }

    /// @dev Charges of all parts, matched by their id. `exact` is the sum before a charge's own rounding, `given` what the parts got.
    struct Sums {
        uint256 count;
        bytes32[] keys;
        ITariffBook.Item[] items;
        int256[] exact;
        bool[] printed;
    }

    /// @param parts One for each version, in the order of their days.
    function quote(Part[] memory parts, ITariffBook.Usage memory usage)
        internal
        pure
        returns (ITariffBook.Quote memory result)
    {
        Part memory last = parts[parts.length - 1];
        Sums memory sums = _emptySums(parts);
        ScaledTariff.Tariff memory tariff;
        int256 exact;
        uint256 unitsBefore;
        for (uint256 i; i < parts.length; ++i) {
            Part memory part = parts[i];
            tariff = ScaledTariff.scale(
                part.program, ScaledTariff.Period(part.fromDay, part.toDay, usage.fromDay, usage.toDay)
            );
            TariffEngine.Run memory run = TariffEngine.prepare(tariff);
            uint256 units = usage.wh;
            if (i == parts.length - 1) _adjust(run, tariff.adjustments, usage.adjustments);
            else units = _unitsUntil(part.toDay, usage, last.program.splitTo());
            (run.microKwh, run.wholeMicroKwh) = ((units - unitsBefore) * 1000, uint256(usage.wh) * 1000);
            run.loadW = usage.loadW;
            unitsBefore = units;

            uint256[] memory places = _places(part.program, sums);
            if (parts.length > 1) _runOn(run, places, sums);
            exact += TariffEngine.total(tariff, run);
            if (run.isAboveLastBand) revert ITariffBook.AboveLastBand(usage.wh);
            _book(tariff, run, places, sums);
        }
        result.items = _printed(sums);
        exact += usage.carried;
        result.total = exact.round(tariff.addend, tariff.step);
        if (last.program.has(TariffProgram.CARRY)) result.carried = exact - result.total;
    }

    /// @dev Gives a part of a split bill what its charges came to so far.
    function _runOn(TariffEngine.Run memory run, uint256[] memory places, Sums memory sums) private pure {
        run.exact = new int256[](places.length);
        run.givenBefore = new int256[](places.length);
        for (uint256 i; i < places.length; ++i) {
            (run.exact[i], run.givenBefore[i]) = (sums.exact[places[i]], sums.items[places[i]].amount);
        }
    }

    /// @dev Adjustments count once, in the last part.
    function _adjust(TariffEngine.Run memory run, uint256 declared, int256[] memory adjustments) private pure {
        if (adjustments.length == 0) return;
        if (adjustments.length != declared) revert ITariffBook.WrongAdjustments(adjustments.length, declared);
        for (uint256 i; i < declared; ++i) {
            if (adjustments[i] > type(int128).max || adjustments[i] < type(int128).min) revert ITariffBook.TooLarge();
            run.values[i] = adjustments[i];
        }
    }

    /// @dev Energy up to a day, in proportion to the days, rounded half up to `splitTo`.
    function _unitsUntil(uint256 day, ITariffBook.Usage memory usage, uint256 splitTo) private pure returns (uint256) {
        uint256 days_ = usage.toDay - usage.fromDay;
        uint256 steps = Rounding.divide(usage.wh * (day - usage.fromDay), days_ * splitTo);
        uint256 units = steps * splitTo;
        return units < usage.wh ? units : usage.wh;
    }

    // ------------------------------------------------------------------ items

    function _emptySums(Part[] memory parts) private pure returns (Sums memory sums) {
        uint256 capacity;
        for (uint256 i; i < parts.length; ++i) {
            capacity += parts[i].program.chargeCount();
        }
        sums.keys = new bytes32[](capacity);
        sums.items = new ITariffBook.Item[](capacity);
        sums.exact = new int256[](capacity);
        sums.printed = new bool[](capacity);
    }

    /// @dev The place of each charge of a program among the sums, made where there is none.
    function _places(bytes memory program, Sums memory sums) private pure returns (uint256[] memory places) {
        places = new uint256[](program.chargeCount());
        uint256 cursor = program.numericLength();
        // Id, title, source and the ids of the adjustments come first.
        for (uint256 skip = 3 + program.adjustmentCount(); skip != 0; --skip) {
            (, cursor) = program.text(cursor);
        }
        for (uint256 i; i < places.length; ++i) {
            string memory id;
            (id, cursor) = program.text(cursor);
            (, cursor) = program.text(cursor);
            bytes32 key = keccak256(bytes(id));
            uint256 place;
            while (place < sums.count && sums.keys[place] != key) ++place;
            if (place == sums.count) {
                sums.keys[place] = key;
                sums.items[place].id = id;
                ++sums.count;
            }
            places[i] = place;
        }
    }

    function _book(
        ScaledTariff.Tariff memory tariff,
        TariffEngine.Run memory run,
        uint256[] memory places,
        Sums memory sums
    ) private pure {
        uint256 reached = _reached(tariff);
        for (uint256 i; i < places.length; ++i) {
            uint256 place = places[i];
            sums.items[place].amount += run.values[tariff.adjustments + i];
            if (run.exact.length != 0) sums.exact[place] = run.exact[i];
            if (reached & (2 << (tariff.adjustments + i)) == 0) continue;
            if (TariffEngine.applies(tariff.charges[i], run)) sums.printed[place] = true;
        }
    }

    /// @dev What the total reaches, directly or through subtotals; bit n is what a reference of n names. The rest are helpers, not printed.
    function _reached(ScaledTariff.Tariff memory tariff) private pure returns (uint256 reached) {
        reached = _bits(tariff.totalOf);
        // A charge refers only to those above it, so going up sees each after all that refer to it.
        for (uint256 i = tariff.charges.length; i != 0; --i) {
            ScaledTariff.ScaledCharge memory charge = tariff.charges[i - 1];
            if (charge.kind != ChargeLib.SUBTOTAL || reached & (1 << (tariff.adjustments + i)) == 0) continue;
            reached |= _bits(charge.refs);
        }
    }

    function _bits(uint256 refs) private pure returns (uint256 bits) {
        for (; refs != 0; refs <<= 8) {
            bits |= 1 << ((refs >> 248) & 0x7f);
        }
    }

    function _printed(Sums memory sums) private pure returns (ITariffBook.Item[] memory items) {
        items = new ITariffBook.Item[](sums.count);
        uint256 used;
        for (uint256 i; i < sums.count; ++i) {
            if (sums.printed[i]) items[used++] = sums.items[i];
        }
        assembly ("memory-safe") {
            mstore(items, used)
        }
    }
}
