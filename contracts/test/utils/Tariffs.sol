// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev Builds tariff programs after docs/tariff-bytes.md, apart from the code under test. Money in millionths of the currency, limits in
/// millionths of a kWh.
library Tariffs {
    uint256 internal constant OPEN = type(uint64).max;
    uint256 internal constant HALF_UP = 1 << 64;
    uint256 internal constant PAISA = HALF_UP | 10_000;
    uint256 internal constant RUPEE = HALF_UP | 1_000_000;

    struct Draft {
        bytes adjustments;
        uint256 adjustmentCount;
        bytes charges;
        bytes labels;
        uint256 chargeCount;
        uint256 flags;
        uint256 totalRound;
        uint256 latePercent;
        uint256 lateRound;
        uint256 dueDays;
        uint256 splitTo;
        bytes32 totalOf;
        bytes3 currency;
    }

    function draft() internal pure returns (Draft memory d) {
        d.dueDays = 15;
        d.splitTo = 1;
        d.currency = "INR";
    }

    function energy(
        Draft memory d,
        string memory id,
        uint256[2][] memory list,
        uint256 basis,
        uint256 round,
        uint256 lineRound
    ) internal pure returns (Draft memory) {
        return add(d, id, head(1, 0, basis, list.length, round, lineRound, 0), "", packBands(list));
    }

    function whole(Draft memory d, string memory id, uint256[2][] memory list, uint256 basis)
        internal
        pure
        returns (Draft memory)
    {
        return add(d, id, head(2, 0, basis, list.length, 0, 0, 0), "", packBands(list));
    }

    function fixedCharge(Draft memory d, string memory id, uint256 amount, uint256 flags, uint256 basis, uint256 round)
        internal
        pure
        returns (Draft memory)
    {
        return add(d, id, head(3, flags | 32, basis, 0, round, 0, amount), "", "");
    }

    function percent(Draft memory d, string memory id, uint256 rate, bytes32 of_, uint256 round)
        internal
        pure
        returns (Draft memory)
    {
        return add(d, id, head(4, 32, 3, 0, round, 0, rate), bytes.concat(of_), "");
    }

    function subtotal(Draft memory d, string memory id, bytes32 of_, uint256 atLeast)
        internal
        pure
        returns (Draft memory)
    {
        return add(d, id, head(5, atLeast == 0 ? 0 : 32, 1, 0, 0, 0, atLeast), bytes.concat(of_), "");
    }

    function head(
        uint256 kind,
        uint256 flags,
        uint256 basis,
        uint256 bandCount,
        uint256 round,
        uint256 lineRound,
        uint256 value
    ) internal pure returns (uint256) {
        return kind << 248 | flags << 240 | basis << 232 | bandCount << 224 | round << 152 | lineRound << 80 | value
            << 16;
    }

    /// @dev A charge of any head; its size is filled in, and that it has a basis of its own where that isn't the file's days30.
    function add(Draft memory d, string memory id, uint256 head_, bytes memory middle, bytes memory packedBands)
        internal
        pure
        returns (Draft memory)
    {
        uint256 size = 32 + middle.length + packedBands.length;
        if (uint8(head_ >> 232) != 3) head_ |= 16 << 240;
        d.charges = bytes.concat(d.charges, bytes32(head_ | size), middle, packedBands);
        d.labels = bytes.concat(d.labels, text(id), text(id));
        ++d.chargeCount;
        return d;
    }

    function adjustment(Draft memory d, string memory id) internal pure returns (Draft memory) {
        d.adjustments = bytes.concat(d.adjustments, text(id));
        ++d.adjustmentCount;
        return d;
    }

    function packBands(uint256[2][] memory list) internal pure returns (bytes memory packed) {
        for (uint256 i; i < list.length; ++i) {
            packed = bytes.concat(packed, bytes8(uint64(list[i][0])), bytes8(uint64(list[i][1])));
        }
        if (list.length % 2 == 1) packed = bytes.concat(packed, bytes16(0));
    }

    function build(Draft memory d) internal pure returns (bytes memory) {
        uint256 numeric = 96 + d.charges.length;
        uint256 word0 = uint256(1) << 248 | d.adjustmentCount << 240 | d.chargeCount << 232
            | (d.flags | (d.latePercent == 0 ? 0 : 2)) << 216 | 3 << 208 | uint256(uint24(d.currency)) << 184
            | d.dueDays << 168 | d.splitTo << 136 | numeric << 120;
        return bytes.concat(
            bytes32(word0),
            bytes32(d.totalRound << 184 | d.lateRound << 112 | d.latePercent << 80),
            d.totalOf,
            d.charges,
            text("test-tariff"),
            text("Test tariff"),
            text(""),
            d.adjustments,
            d.labels
        );
    }

    function text(string memory value) internal pure returns (bytes memory) {
        return bytes.concat(bytes2(uint16(bytes(value).length)), bytes(value));
    }

    // ------------------------------------------------------------------ whole tariffs

    /// @dev The first story's: 5 per unit.
    function flatFive() internal pure returns (bytes memory) {
        Draft memory d = energy(draft(), "energy", bands(OPEN, 5e6), 1, 0, 0);
        d.totalOf = hex"01";
        return build(d);
    }

    /// @dev APDCL LT-II Domestic A of 2023-24: five charges, three bands, 1.5 % a month late (AERC order of 29-03-2023; duty of 5 % inferred from two bills).
    function apdclDomesticA() internal pure returns (bytes memory) {
        Draft memory d = draft();
        uint256[2][] memory list = new uint256[2][](3);
        list[0] = [uint256(120e6), 5.7e6];
        list[1] = [uint256(240e6), 7e6];
        list[2] = [OPEN, 7.9e6];
        energy(d, "energy", list, 3, 0, PAISA);
        list = new uint256[2][](2);
        list[0] = [uint256(120e6), 0.75e6];
        list[1] = [OPEN, 0];
        add(d, "subsidy", head(1, 1, 3, 2, PAISA, 0, 0), "", packBands(list));
        fixedCharge(d, "fixed", 70e6, 2 | 4 | 16, 4, PAISA);
        energy(d, "fpppa", bands(OPEN, 0.3e6), 3, PAISA, 0);
        percent(d, "duty", 50_000, hex"0103", PAISA);
        d.totalOf = hex"0102030405";
        (d.totalRound, d.latePercent, d.lateRound) = (RUPEE, 15_000, RUPEE);
        return build(d);
    }

    function bands(uint256 upTo, uint256 rate) internal pure returns (uint256[2][] memory list) {
        list = new uint256[2][](1);
        list[0] = [upTo, rate];
    }
}
