// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev Rounding by magnitude to a multiple of a step, as (x + addend) / step · step: the addend is half the step for `halfUp`, nothing for
/// `down`, the step less one for `up`; without rounding the step is 1.
library Rounding {
    /// @dev Addend and step from a program's encoding: mode in bits 64–71 (0 none, 1 halfUp, 2 down, 3 up), step in bits 0–63.
    function decode(uint256 encoded) internal pure returns (uint256 addend, uint256 step) {
        if (encoded == 0) return (0, 1);
        step = uint64(encoded);
        uint256 mode = encoded >> 64;
        addend = mode == 1 ? step / 2 : mode == 2 ? 0 : step - 1;
    }

    function round(uint256 x, uint256 addend, uint256 step) internal pure returns (uint256) {
        return (x + addend) / step * step;
    }

    function round(int256 x, uint256 addend, uint256 step) internal pure returns (int256) {
        return x < 0 ? -int256(round(uint256(-x), addend, step)) : int256(round(uint256(x), addend, step));
    }

    /// @dev x / y rounded half up.
    function divide(uint256 x, uint256 y) internal pure returns (uint256) {
        return (x + y / 2) / y;
    }
}
