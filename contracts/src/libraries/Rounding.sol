// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev Rounding by magnitude to a multiple of a step, as (x + addend) / step · step: the addend is half the step for `halfUp`, nothing for
/// `down`, the step less one for `up`; without rounding the step is 1.
library Rounding {
    struct Rule {
        uint256 addend;
        uint256 step;
    }

    /// @dev From a program's encoding: mode in bits 64–71 (0 none, 1 halfUp, 2 down, 3 up), step in bits 0–63.
    function decode(uint256 encoded) internal pure returns (Rule memory rule) {
        if (encoded == 0) return Rule(0, 1);
        uint256 step = uint64(encoded);
        uint256 mode = encoded >> 64;
        return Rule(mode == 1 ? step / 2 : mode == 2 ? 0 : step - 1, step);
    }

    /// @dev x < 2^192, so that nothing overflows.
    function apply_(Rule memory rule, uint256 x) internal pure returns (uint256) {
        unchecked {
            uint256 step = rule.step;
            return (x + rule.addend) / step * step;
        }
    }

    function apply_(Rule memory rule, int256 x) internal pure returns (int256) {
        unchecked {
            return x < 0 ? -int256(apply_(rule, uint256(-x))) : int256(apply_(rule, uint256(x)));
        }
    }

    /// @dev x / y rounded half up; x + y < 2^256.
    function divide(uint256 x, uint256 y) internal pure returns (uint256) {
        unchecked {
            return (x + y / 2) / y;
        }
    }
}
