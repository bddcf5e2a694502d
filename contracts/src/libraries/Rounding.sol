// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev Rounding by magnitude to a multiple of a step. A rule is 0 (leave as it is) or mode in bits 64–71 (1 half up, 2 down, 3 up) over the
/// step in bits 0–63.
library Rounding {
    /// @dev x ≤ 2^190, so that nothing here overflows.
    function round(uint256 x, uint256 rule) internal pure returns (uint256) {
        if (rule == 0) return x;
        unchecked {
            uint256 step = uint64(rule);
            uint256 mode = rule >> 64;
            uint256 shift = mode == 1 ? step / 2 : mode == 2 ? 0 : step - 1;
            return (x + shift) / step * step;
        }
    }

    function round(int256 x, uint256 rule) internal pure returns (int256) {
        if (rule == 0) return x;
        unchecked {
            return x < 0 ? -int256(round(uint256(-x), rule)) : int256(round(uint256(x), rule));
        }
    }

    /// @dev x·y/z rounded half up; x·y < 2^255.
    function mulDiv(uint256 x, uint256 y, uint256 z) internal pure returns (uint256) {
        unchecked {
            return (x * y * 2 + z) / (z * 2);
        }
    }
}
