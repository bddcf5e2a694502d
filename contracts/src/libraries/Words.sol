// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev Lists in memory without bounds checks, for loops whose index is below the length of every list they touch.
library Words {
    function get(uint256[] memory list, uint256 i) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(list, 32), shl(5, i)))
        }
    }

    function set(uint256[] memory list, uint256 i, uint256 word) internal pure {
        assembly ("memory-safe") {
            mstore(add(add(list, 32), shl(5, i)), word)
        }
    }
}
