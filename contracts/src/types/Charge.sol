// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev The head word of a charge in a tariff program; docs/tariff-bytes.md has the map.
type Charge is uint256;

using ChargeLib for Charge global;

library ChargeLib {
    uint256 internal constant ENERGY_TELESCOPIC = 1;
    uint256 internal constant ENERGY_WHOLE = 2;
    uint256 internal constant FIXED = 3;
    uint256 internal constant PERCENT = 4;
    uint256 internal constant SUBTOTAL = 5;

    uint256 internal constant NEGATIVE = 1;
    uint256 internal constant PER_KW = 2;
    uint256 internal constant PER_BASIS = 4;
    uint256 internal constant LIMITS = 8;
    uint256 internal constant OWN_BASIS = 16;
    uint256 internal constant VALUE = 32;

    function kind(Charge charge) internal pure returns (uint256) {
        return Charge.unwrap(charge) >> 248;
    }

    function flags(Charge charge) internal pure returns (uint256) {
        return uint8(Charge.unwrap(charge) >> 240);
    }

    function has(Charge charge, uint256 flag) internal pure returns (bool) {
        return Charge.unwrap(charge) & (flag << 240) != 0;
    }

    function basis(Charge charge) internal pure returns (uint256) {
        return uint8(Charge.unwrap(charge) >> 232);
    }

    function bandCount(Charge charge) internal pure returns (uint256) {
        return uint8(Charge.unwrap(charge) >> 224);
    }

    /// @dev Mode and step in one value, as Rounding takes them: mode in bits 64–71, step in bits 0–63.
    function round(Charge charge) internal pure returns (uint256) {
        return uint72(Charge.unwrap(charge) >> 152);
    }

    function lineRound(Charge charge) internal pure returns (uint256) {
        return uint72(Charge.unwrap(charge) >> 80);
    }

    function value(Charge charge) internal pure returns (uint256) {
        return uint64(Charge.unwrap(charge) >> 16);
    }

    /// @dev Size of the whole charge in bytes.
    function size(Charge charge) internal pure returns (uint256) {
        return uint16(Charge.unwrap(charge));
    }
}
