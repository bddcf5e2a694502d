// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Charge} from "../types/Charge.sol";

/// @dev Reads the numeric part of a tariff program in memory; docs/tariff-bytes.md has the map. Offsets count from the program's first byte.
library TariffProgram {
    uint256 internal constant HEADER = 96;
    uint256 internal constant CARRY = 1;
    uint256 internal constant LATE_SURCHARGE = 2;
    uint256 internal constant PREPAID = 4;
    uint256 internal constant KEEP_LINES = 8;
    uint256 internal constant OPEN = type(uint64).max;

    function word(bytes memory program, uint256 offset) internal pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(add(add(program, 32), offset))
        }
    }

    function adjustmentCount(bytes memory program) internal pure returns (uint256) {
        return uint8(word(program, 0) >> 240);
    }

    function chargeCount(bytes memory program) internal pure returns (uint256) {
        return uint8(word(program, 0) >> 232);
    }

    function has(bytes memory program, uint256 flag) internal pure returns (bool) {
        return word(program, 0) & (flag << 216) != 0;
    }

    function basis(bytes memory program) internal pure returns (uint256) {
        return uint8(word(program, 0) >> 208);
    }

    function currency(bytes memory program) internal pure returns (bytes3) {
        return bytes3(bytes32(word(program, 0) << 48));
    }

    function dueDays(bytes memory program) internal pure returns (uint16) {
        return uint16(word(program, 0) >> 168);
    }

    /// @dev In Wh.
    function splitTo(bytes memory program) internal pure returns (uint256) {
        return uint32(word(program, 0) >> 136);
    }

    function numericLength(bytes memory program) internal pure returns (uint256) {
        return uint16(word(program, 0) >> 120);
    }

    function totalRound(bytes memory program) internal pure returns (uint256) {
        return word(program, 32) >> 184;
    }

    function lateRound(bytes memory program) internal pure returns (uint256) {
        return uint72(word(program, 32) >> 112);
    }

    /// @dev In ten-thousandths of a per cent for each month.
    function latePercent(bytes memory program) internal pure returns (uint256) {
        return uint32(word(program, 32) >> 80);
    }

    /// @dev The references of the total.
    function totalOf(bytes memory program) internal pure returns (uint256) {
        return word(program, 64);
    }

    function charge(bytes memory program, uint256 offset) internal pure returns (Charge) {
        return Charge.wrap(word(program, offset));
    }

    /// @dev A band: its upper limit in millionths of a kWh (OPEN for none), and its rate or amount in millionths of the currency.
    function band(bytes memory program, uint256 offset) internal pure returns (uint256 upTo, uint256 rate) {
        uint256 value = word(program, offset);
        upTo = value >> 192;
        rate = uint64(value >> 128);
    }

    /// @dev A text of the part behind the numeric one, and where the next begins.
    function text(bytes memory program, uint256 offset) internal pure returns (string memory value, uint256 next) {
        uint256 length = word(program, offset) >> 240;
        next = offset + 2 + length;
        value = string(new bytes(length));
        for (uint256 i; i < length; ++i) {
            bytes(value)[i] = program[offset + 2 + i];
        }
    }
}
