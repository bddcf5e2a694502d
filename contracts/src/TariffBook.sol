// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TariffChecker} from "./TariffChecker.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {PlainTariff} from "./libraries/PlainTariff.sol";
import {Rounding} from "./libraries/Rounding.sol";
import {ScaledTariff} from "./libraries/ScaledTariff.sol";
import {TariffEngine} from "./libraries/TariffEngine.sol";
import {TariffProgram} from "./libraries/TariffProgram.sol";
import {TariffQuote} from "./libraries/TariffQuote.sol";
import {Words} from "./libraries/Words.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title TariffBook
/// @dev Documented in ITariffBook.
contract TariffBook is ITariffBook, AccessControlDefaultAdminRules {
    using Rounding for int256;
    using TariffProgram for bytes;
    using Words for uint256[];

    /// @dev Category and both days in a row of totals.
    uint256 private constant TARIFF_BITS = uint256(type(uint32).max) << 176 | uint256(type(uint16).max) << 128;
    uint256 private constant NO_BILL = type(uint256).max;

    bytes32 public constant TARIFF_OFFICER_ROLE = keccak256("TARIFF_OFFICER_ROLE");

    TariffChecker public immutable checker;
    bytes3 public immutable currency;
    uint32 public immutable noticePeriod;
    int32 public immutable utcOffset;

    uint16[] private _categories;
    mapping(uint16 category => Version[]) private _versions;

    /// @param admin Who gives out roles.
    /// @param adminDelay Seconds that a change of admin waits.
    /// @param currency_ Three ASCII letters (ISO 4217).
    /// @param noticePeriod_ Seconds between a publication and the first day it may apply to.
    /// @param utcOffset_ Seconds by which local time is ahead of UTC, less than a day.
    constructor(address admin, uint48 adminDelay, bytes3 currency_, uint32 noticePeriod_, int32 utcOffset_)
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        if (utcOffset_ <= -1 days || utcOffset_ >= 1 days) revert BadUtcOffset(utcOffset_);
        checker = new TariffChecker();
        currency = currency_;
        noticePeriod = noticePeriod_;
        utcOffset = utcOffset_;
    }

    /// @inheritdoc ITariffBook
    function publish(uint16 category, uint16 startDay, bytes calldata program_)
        external
        onlyRole(TARIFF_OFFICER_ROLE)
        returns (uint16 version)
    {
        // Check: when it starts, and that it can be billed by.
        if (category == 0) revert CategoryIsZero();
        uint16 earliest = earliestStartDay();
        if (startDay < earliest) revert StartsTooSoon(startDay, earliest);
        Version[] storage list = _versions[category];
        version = uint16(list.length + 1);
        if (version != 1) {
            uint16 last = list[version - 2].startDay;
            if (startDay <= last) revert StartsBeforeLastVersion(startDay, last);
        }
        checker.check(program_);
        bytes memory memoryProgram = program_;
        if (memoryProgram.currency() != currency) revert WrongCurrency(memoryProgram.currency(), currency);

        // Effect: the program becomes code, which nobody can change.
        address store = SSTORE2.write(program_);
        list.push(Version({program: store, startDay: startDay}));
        if (version == 1) _categories.push(category);
        emit TariffPublished(category, version, startDay, store);
    }

    /// @inheritdoc ITariffBook
    function earliestStartDay() public view returns (uint16) {
        int256 start = int256(block.timestamp + noticePeriod) + utcOffset;
        return uint16((uint256(start) + 1 days - 1) / 1 days);
    }

    /// @inheritdoc ITariffBook
    function categories() external view returns (uint16[] memory) {
        return _categories;
    }

    /// @inheritdoc ITariffBook
    function versions(uint16 category) external view returns (Version[] memory) {
        return _versions[category];
    }

    /// @inheritdoc ITariffBook
    function versionOn(uint16 category, uint16 day)
        public
        view
        returns (uint16, address store, uint16 startDay, uint16)
    {
        (uint256 version, Version memory found, uint16 endDay) = _find(category, day);
        if (version == 0) revert NoTariffInForce(category, day);
        return (uint16(version), found.program, found.startDay, endDay);
    }

    /// @inheritdoc ITariffBook
    function program(uint16 category, uint16 version) external view returns (bytes memory) {
        return SSTORE2.read(_store(category, version));
    }

    /// @inheritdoc ITariffBook
    function quote(uint16 category, Usage memory usage) public view returns (Quote memory) {
        _checkPeriod(usage);
        uint256 count;
        uint16 startDay = usage.toDay;
        while (startDay > usage.fromDay) {
            (,, startDay,) = versionOn(category, startDay - 1);
            ++count;
        }
        TariffQuote.Part[] memory parts = new TariffQuote.Part[](count);
        uint16 end = usage.toDay;
        while (count != 0) {
            address store;
            (, store, startDay,) = versionOn(category, end - 1);
            if (startDay < usage.fromDay) startDay = usage.fromDay;
            parts[--count] = TariffQuote.Part({program: SSTORE2.read(store), fromDay: startDay, toDay: end});
            end = startDay;
        }
        return TariffQuote.quote(parts, usage);
    }

    /// @inheritdoc ITariffBook
    function totals(uint256[] calldata rows) external view returns (uint256[] memory results) {
        results = new uint256[](rows.length + 1);
        assembly ("memory-safe") {
            mstore(add(results, 0x20), rows.length)
            results := add(results, 0x20)
        }
        uint256 i;
        while (i < rows.length) {
            (ScaledTariff.Tariff memory tariff, uint256 header) = _scale(rows[i]);
            if (header != 0) {
                i = _totals(tariff, rows, results, i, header);
            } else {
                results[i] = _quotedTotal(rows[i]);
                ++i;
            }
        }
        // The list goes out as it stands, without the copy that Solidity makes.
        assembly ("memory-safe") {
            mstore(sub(results, 0x20), 0x20)
            return(sub(results, 0x20), add(0x40, shl(5, mload(results))))
        }
    }

    /// @inheritdoc ITariffBook
    function surcharge(uint16 category, uint16 version, uint256 principal, uint256 months)
        external
        view
        returns (uint256)
    {
        // The header has all of it.
        bytes memory program_ = SSTORE2.read(_store(category, version), 0, TariffProgram.HEADER);
        if (!program_.has(TariffProgram.LATE_SURCHARGE)) return 0;
        (uint256 addend, uint256 step) = Rounding.decode(program_.lateRound());
        // Ten-thousandths of a per cent are millionths.
        return Rounding.round(Rounding.divide(principal * program_.latePercent() * months, 1e6), addend, step);
    }

    /// @inheritdoc ITariffBook
    function preview(bytes calldata program_, Usage calldata usage) external view returns (Quote memory) {
        _checkPeriod(usage);
        checker.check(program_);
        TariffQuote.Part[] memory parts = new TariffQuote.Part[](1);
        parts[0] = TariffQuote.Part({program: program_, fromDay: usage.fromDay, toDay: usage.toDay});
        return TariffQuote.quote(parts, usage);
    }

    /// @dev The tariff of a row's category and days, and what a result says of it beside the total; none where no single
    /// version covers the days.
    function _scale(uint256 row_) private view returns (ScaledTariff.Tariff memory tariff, uint256 header) {
        (uint16 fromDay, uint16 toDay) = (uint16(row_ >> 128), uint16(row_ >> 192));
        if (toDay <= fromDay) return (tariff, 0);
        (uint256 version, Version memory found,) = _find(uint16(row_ >> 176), toDay - 1);
        if (version == 0 || found.startDay > fromDay) return (tariff, 0);
        tariff = ScaledTariff.scale(SSTORE2.read(found.program), ScaledTariff.Period(fromDay, toDay, fromDay, toDay));
        return (tariff, tariff.dueDays << 80 | version << 64);
    }

    /// @dev Results of the rows from `i` on that have one category and period, the tariff scaled to it. Returns the first that has another.
    function _totals(
        ScaledTariff.Tariff memory tariff,
        uint256[] calldata rows,
        uint256[] memory results,
        uint256 i,
        uint256 header
    ) private pure returns (uint256) {
        (bool found, PlainTariff.Plain memory plain) = PlainTariff.find(tariff);
        if (found) return _plainTotals(plain, rows, results, i, header);
        TariffEngine.Run memory run = TariffEngine.prepare(tariff);
        uint256 key = rows[i] & TARIFF_BITS;
        for (; i < rows.length && rows[i] & TARIFF_BITS == key; ++i) {
            results[i] = _result(_total(tariff, run, rows[i]), header);
        }
        return i;
    }

    function _plainTotals(
        PlainTariff.Plain memory plain,
        uint256[] calldata rows,
        uint256[] memory results,
        uint256 i,
        uint256 header
    ) private pure returns (uint256) {
        uint256 row_ = rows[i];
        uint256 key = row_ & TARIFF_BITS;
        unchecked {
            do {
                int256 total = PlainTariff.total(plain, row_);
                // As an unsigned number a negative total is beyond 64 bits too. A small one may round to zero.
                results.set(
                    i,
                    uint256(total) <= type(uint64).max
                        ? header | uint256(total)
                        : _result(total.round(plain.addend, plain.step), header)
                );
                if (++i == rows.length) break;
                row_ = rows[i];
            } while (row_ & TARIFF_BITS == key);
        }
        return i;
    }

    function _result(int256 total, uint256 header) private pure returns (uint256) {
        return total >= 0 && total <= int256(uint256(type(uint64).max)) ? header | uint256(total) : NO_BILL;
    }

    /// @dev The rounded total of a row by any tariff, or -1.
    function _total(ScaledTariff.Tariff memory tariff, TariffEngine.Run memory run, uint256 row_)
        private
        pure
        returns (int256)
    {
        run.microKwh = uint256(uint64(row_)) * 1000;
        (run.wholeMicroKwh, run.loadW) = (run.microKwh, uint32(row_ >> 144));
        int256 total = TariffEngine.total(tariff, run).round(tariff.addend, tariff.step);
        return run.isAboveLastBand ? -1 : total;
    }

    /// @dev The result of a row whose days see a change of version, or no version at all.
    function _quotedTotal(uint256 row_) private view returns (uint256) {
        uint16 category = uint16(row_ >> 176);
        Usage memory usage;
        (usage.wh, usage.loadW) = (uint64(row_), uint32(row_ >> 144));
        (usage.fromDay, usage.toDay) = (uint16(row_ >> 128), uint16(row_ >> 192));
        // Through a call, since a quote reverts where a result only marks the row.
        try this.quote(category, usage) returns (Quote memory quoted) {
            if (quoted.total < 0 || quoted.total > int256(uint256(type(uint64).max))) return NO_BILL;
            (uint256 version, Version memory last,) = _find(category, usage.toDay - 1);
            return uint256(quoted.total) | version << 64 | uint256(SSTORE2.read(last.program).dueDays()) << 80;
        } catch {
            return NO_BILL;
        }
    }

    function _store(uint16 category, uint16 version) private view returns (address) {
        Version[] storage list = _versions[category];
        if (version == 0 || version > list.length) revert UnknownVersion(category, version);
        return list[version - 1].program;
    }

    /// @dev The version in force on a day by binary search, and where the next one begins; version 0 when there is none.
    function _find(uint16 category, uint16 day)
        private
        view
        returns (uint256 version, Version memory found, uint16 endDay)
    {
        Version[] storage list = _versions[category];
        uint256 high = list.length;
        while (version < high) {
            uint256 middle = (version + high + 1) / 2;
            if (list[middle - 1].startDay <= day) version = middle;
            else high = middle - 1;
        }
        if (version != 0) found = list[version - 1];
        endDay = version < list.length ? list[version].startDay : type(uint16).max;
    }

    function _checkPeriod(Usage memory usage) private pure {
        if (usage.toDay <= usage.fromDay) revert EmptyPeriod(usage.fromDay, usage.toDay);
    }
}
