// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev Agreed billing periods: days (1–511), months (512 + n) or prepaid (0).
library Periods {
    uint256 private constant MONTHS = 512;
    uint256 private constant MOST = 24;

    /// @dev Days from the first one billed to the first one that may end the bill. Readings don't fall on the same day each month, so a month is over after the 28 days of the shortest
    /// one. A prepaid connection can be billed every day.
    function shortest(uint256 agreement) internal pure returns (uint256) {
        return agreement > MONTHS ? (agreement - MONTHS) * 28 : agreement;
    }

    /// @dev As how many periods a number of days is billed: whole ones; of months (365.25 / 12 days) the nearest number that leaves each 28 days a month. A prepaid connection's days
    /// are one.
    function count(uint256 agreement, uint256 length) internal pure returns (uint256 periods) {
        if (agreement == 0) return 1;
        periods = length / shortest(agreement);
        if (agreement > MONTHS) {
            uint256 months = agreement - MONTHS;
            // length / (1461 / 48 · months), rounded.
            uint256 nearest = (length * 96 + 1461 * months) / (2922 * months);
            if (nearest < periods) periods = nearest;
        }
        if (periods == 0) return 1;
        return periods < MOST ? periods : MOST;
    }
}
