// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {TariffCheck} from "./libraries/TariffCheck.sol";
import {TariffProgram} from "./libraries/TariffProgram.sol";
import {TariffQuote} from "./libraries/TariffQuote.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title TariffBook
/// @dev Documented in ITariffBook.
contract TariffBook is ITariffBook, AccessControlDefaultAdminRules {
    using TariffProgram for bytes;

    bytes32 public constant TARIFF_OFFICER_ROLE = keccak256("TARIFF_OFFICER_ROLE");

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
        TariffCheck.check(program_);
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
        returns (uint16 version, address store, uint16 startDay, uint16 endDay)
    {
        Version[] storage list = _versions[category];
        // Binary search for the number of versions that have started by the day.
        (uint256 low, uint256 high) = (0, list.length);
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (list[middle - 1].startDay <= day) low = middle;
            else high = middle - 1;
        }
        if (low == 0) revert NoTariffInForce(category, day);
        Version storage found = list[low - 1];
        endDay = low < list.length ? list[low].startDay : type(uint16).max;
        return (uint16(low), found.program, found.startDay, endDay);
    }

    /// @inheritdoc ITariffBook
    function program(uint16 category, uint16 version) external view returns (bytes memory) {
        Version[] storage list = _versions[category];
        if (version == 0 || version > list.length) revert UnknownVersion(category, version);
        return SSTORE2.read(list[version - 1].program);
    }

    /// @inheritdoc ITariffBook
    function quote(uint16 category, Usage calldata usage) external view returns (Quote memory) {
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
    function preview(bytes calldata program_, Usage calldata usage) external pure returns (Quote memory) {
        _checkPeriod(usage);
        TariffCheck.check(program_);
        TariffQuote.Part[] memory parts = new TariffQuote.Part[](1);
        parts[0] = TariffQuote.Part({program: program_, fromDay: usage.fromDay, toDay: usage.toDay});
        return TariffQuote.quote(parts, usage);
    }

    function _checkPeriod(Usage calldata usage) private pure {
        if (usage.toDay <= usage.fromDay) revert EmptyPeriod(usage.fromDay, usage.toDay);
    }
}
