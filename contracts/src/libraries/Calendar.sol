// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DateTimeLib} from "solady/utils/DateTimeLib.sol";

/// @dev Days since 1970 against calendar months.
library Calendar {
    /// @dev lcm(28, 29, 30, 31): with this denominator a day's share of its month is a whole number.
    uint256 internal constant MONTH_SHARES = 377_580;

    /// @dev Days of each month that [fromDay, toDay) touches, as shares of 1/MONTH_SHARES of that month.
    function shares(uint256 fromDay, uint256 toDay) internal pure returns (uint256[] memory list) {
        unchecked {
            // A month has at least 28 days, and both ends may touch one more.
            list = new uint256[]((toDay - fromDay) / 28 + 2);
            uint256 count;
            while (fromDay < toDay) {
                (uint256 year, uint256 month, uint256 day) = DateTimeLib.epochDayToDate(fromDay);
                uint256 length = DateTimeLib.daysInMonth(year, month);
                uint256 end = fromDay + length - (day - 1);
                if (end > toDay) end = toDay;
                list[count++] = (end - fromDay) * (MONTH_SHARES / length);
                fromDay = end;
            }
            assembly ("memory-safe") {
                mstore(list, count)
            }
        }
    }

    function share(uint256 fromDay, uint256 toDay) internal pure returns (uint256 sum) {
        uint256[] memory list = shares(fromDay, toDay);
        for (uint256 i; i < list.length; ++i) {
            unchecked {
                sum += list[i];
            }
        }
    }
}
