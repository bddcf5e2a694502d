// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TariffChecker} from "../TariffChecker.sol";

/// @title TariffBook
/// @notice Tariffs as an electricity board publishes them: a category has dated versions, each a program (docs/tariff-bytes.md) stored once
/// as contract code. Nothing published can be changed or withdrawn; a new version starts after the notice period.
/// @dev Days are counted from 1 January 1970 in the board's local time (`utcOffset`). Money is in millionths of the currency, energy in Wh,
/// load in W.
interface ITariffBook {
    /// @notice One published version of a category.
    /// @param program The contract whose code, behind one zero byte, is the tariff program.
    /// @param startDay First day it applies to.
    struct Version {
        address program;
        uint16 startDay;
    }

    /// @notice What is to be billed.
    /// @param wh Energy of the period in Wh.
    /// @param loadW Billed load in W.
    /// @param fromDay First day of the period.
    /// @param toDay The day after its last.
    /// @param carried What the last bill's rounding left over, in millionths of the currency; read only by tariffs that carry.
    /// @param adjustments Amounts taken over as they are, in millionths, in the order the tariff declares them. Empty means all zero.
    struct Usage {
        uint64 wh;
        uint32 loadW;
        uint16 fromDay;
        uint16 toDay;
        int64 carried;
        int256[] adjustments;
    }

    /// @notice What one charge comes to.
    /// @param id The charge's id in the tariff.
    /// @param amount Signed, in millionths of the currency.
    struct Item {
        string id;
        int256 amount;
    }

    /// @notice The result of a tariff for a usage, in millionths of the currency.
    /// @param items Every charge that applies and that the total reaches, in the tariff's order.
    /// @param total The bill's total, rounded as the tariff says.
    /// @param carried What rounding leaves for the next bill.
    struct Quote {
        Item[] items;
        int256 total;
        int256 carried;
    }

    /// @notice What is wrong with a program at an offset: a length that doesn't fit, an unknown version, a count, a flag that is unknown or disagrees, an
    /// unknown basis, a currency that is not three capitals, a zero where there may be none, unused bytes that are not zero, a rounding that is
    /// unknown or has no place, an unknown kind, a field that the kind doesn't have or lacks, a percentage above 32 bits, limits that don't rise, a
    /// reference to nothing above or twice, an id that is no slug or stands twice, a charge
    /// that could have more lines, or a sum that could come to more, than a bill is computed with.
    enum Flaw {
        Length,
        Version,
        Count,
        Flag,
        Basis,
        Currency,
        Zero,
        Padding,
        Rounding,
        Kind,
        Field,
        Percentage,
        Limit,
        Reference,
        Text,
        Lines,
        Amount
    }

    /// @notice A version was published.
    /// @param category The tariff category.
    /// @param version Its number within the category, from 1.
    /// @param startDay First day it applies to.
    /// @param program The contract that holds the program.
    event TariffPublished(uint16 indexed category, uint16 indexed version, uint16 startDay, address indexed program);

    /// @notice The version would start before the notice period is over.
    /// @param startDay The day given.
    /// @param earliestDay The first day that would do.
    error StartsTooSoon(uint16 startDay, uint16 earliestDay);

    /// @notice The version would not start after the category's last one.
    /// @param startDay The day given.
    /// @param lastStartDay First day of the last version.
    error StartsBeforeLastVersion(uint16 startDay, uint16 lastStartDay);

    /// @notice Category 0 can't be used.
    error CategoryIsZero();

    /// @notice The program breaks the layout.
    /// @param offset The byte at or before which it breaks.
    /// @param flaw What is wrong.
    error BadProgram(uint256 offset, Flaw flaw);

    /// @notice The program is in another currency than the book.
    /// @param given Its currency, three ASCII letters.
    /// @param expected The book's.
    error WrongCurrency(bytes3 given, bytes3 expected);

    /// @notice The category has no such version.
    /// @param category The category asked for.
    /// @param version The version asked for.
    error UnknownVersion(uint16 category, uint16 version);

    /// @notice No version of the category was in force on that day.
    /// @param category The category asked for.
    /// @param day The day asked for.
    error NoTariffInForce(uint16 category, uint16 day);

    /// @notice A period without a day.
    error EmptyPeriod(uint16 fromDay, uint16 toDay);

    /// @notice Another number of adjustments than the tariff declares.
    error WrongAdjustments(uint256 given, uint256 declared);

    /// @notice More consumption than the last band of a charge allows.
    /// @param wh The consumption of the whole bill, in Wh.
    error AboveLastBand(uint256 wh);

    /// @notice An adjustment beyond 2^127 millionths, or percentages nested deeper than prepaid prices are computed with.
    error TooLarge();

    /// @notice The constructor's UTC offset is not within a day.
    /// @param offset The offset given, in seconds.
    error BadUtcOffset(int32 offset);

    /// @notice Publishes the next version of a category.
    /// @dev Only TARIFF_OFFICER_ROLE. Emits TariffPublished. Reverts StartsTooSoon, StartsBeforeLastVersion, CategoryIsZero, BadProgram,
    /// WrongCurrency.
    /// @param category The category, from 1.
    /// @param startDay First day it applies to.
    /// @param program The tariff's bytes.
    /// @return version The version's number within the category, from 1.
    function publish(uint16 category, uint16 startDay, bytes calldata program) external returns (uint16 version);

    /// @notice Who may publish.
    function TARIFF_OFFICER_ROLE() external view returns (bytes32);

    /// @notice What refuses programs that can't be billed by.
    function checker() external view returns (TariffChecker);

    /// @notice The currency of every tariff in this book, three ASCII letters (ISO 4217).
    function currency() external view returns (bytes3);

    /// @notice Seconds between a publication and the first day it may apply to.
    function noticePeriod() external view returns (uint32);

    /// @notice Seconds by which the board's local time is ahead of UTC.
    function utcOffset() external view returns (int32);

    /// @notice The first day a version published now could start.
    function earliestStartDay() external view returns (uint16);

    /// @notice All categories that have a version, in the order of their first publication.
    function categories() external view returns (uint16[] memory);

    /// @notice All versions of a category, oldest first; empty for an unknown category.
    function versions(uint16 category) external view returns (Version[] memory);

    /// @notice The version in force on a day, and the span of days it is in force.
    /// @dev Reverts NoTariffInForce.
    /// @return version Its number.
    /// @return program The contract that holds the program.
    /// @return startDay First day it applies to.
    /// @return endDay First day of the next version, or the largest uint16.
    function versionOn(uint16 category, uint16 day)
        external
        view
        returns (uint16 version, address program, uint16 startDay, uint16 endDay);

    /// @notice The bytes of a published version.
    /// @dev Reverts UnknownVersion.
    function program(uint16 category, uint16 version) external view returns (bytes memory);

    /// @notice What the category's tariff charges for a usage; a period over a change of version is split by days.
    /// @dev Reverts NoTariffInForce, EmptyPeriod, WrongAdjustments, AboveLastBand, TooLarge.
    function quote(uint16 category, Usage calldata usage) external view returns (Quote memory);

    /// @notice The totals of many bills at once, for billing runs: without items, and cheaper the more rows of one category and period stand
    /// together. A row that yields no bill is marked, and the rest goes through; `quote` tells why.
    /// @dev A row: energy in Wh in bits 0–63, first day in bits 128–143, load in W in bits 144–175, category in bits 176–191, the day after the last
    /// in bits 192–207, the rest zero. A result: total in bits 0–63, version in bits 64–79, the tariff's due days in bits 80–95; or all ones for a row
    /// that yields no bill between 0 and 2^64 − 1.
    function totals(uint256[] calldata rows) external view returns (uint256[] memory results);

    /// @notice The late surcharge by a published version: principal × its percentage × months, rounded half up to a millionth and then by its own rounding.
    /// @dev Zero where the version has none. Reverts UnknownVersion.
    /// @param principal What is overdue, in millionths of the currency.
    /// @param months Months begun.
    /// @return amount In millionths of the currency.
    function surcharge(uint16 category, uint16 version, uint256 principal, uint256 months)
        external
        view
        returns (uint256 amount);

    /// @notice What a program would charge, published or not: for previews.
    /// @dev Reverts BadProgram, EmptyPeriod, WrongAdjustments, AboveLastBand, TooLarge.
    function preview(bytes calldata program, Usage calldata usage) external view returns (Quote memory);
}
