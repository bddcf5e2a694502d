// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Tariffs} from "./utils/Tariffs.sol";

/// @dev A program that has everything, broken in one place at a time. Offsets are those of docs/tariff-bytes.md.
contract TariffCheckTest is BillingTest {
    uint256 private constant ENERGY = 96;
    uint256 private constant LIMITS = 128;
    uint256 private constant BANDS = 160;
    uint256 private constant FIXED = 192;
    uint256 private constant PERCENT = 224;
    uint256 private constant SUBTOTAL = 288;
    uint256 private constant FIXED_BY_BAND = 352;
    uint256 private constant DEDUCTIONS = 416;
    uint256 private constant TEXTS = 480;

    bytes private program;

    function setUp() public override {
        super.setUp();
        program = everything();
    }

    /// @dev One adjustment, five charges, two deductions, all flags.
    function everything() private pure returns (bytes memory) {
        uint256 word0 = uint256(1) << 248 | 1 << 240 | 5 << 232 | 2 << 224 | 15 << 216 | 3 << 208
            | uint256(uint24(bytes3("INR"))) << 184 | 15 << 168 | 1 << 136 | TEXTS << 120;
        uint256 word1 = Tariffs.RUPEE << 184 | Tariffs.RUPEE << 112 | 15_000 << 80 | 2 << 72 | 10 << 40;
        bytes memory numeric = bytes.concat(bytes32(word0), bytes32(word1), bytes32(hex"0102030405"));
        uint256[2][] memory list = new uint256[2][](2);
        (list[0], list[1]) = ([uint256(100e6), 5e6], [Tariffs.OPEN, 6e6]);
        numeric = bytes.concat(
            numeric,
            bytes32(Tariffs.head(1, 8, 3, 2, Tariffs.PAISA, Tariffs.PAISA, 0) | 96),
            bytes32(uint256(10e6) << 192 | uint256(900e6) << 128 | Tariffs.PAISA << 56 | 3 << 48),
            Tariffs.packBands(list),
            bytes32(Tariffs.head(3, 32 | 2 | 4 | 16, 4, 0, 0, 0, 70e6) | 32),
            bytes32(Tariffs.head(4, 32, 3, 0, 0, Tariffs.PAISA, 50_000) | 64),
            bytes32(hex"010203"),
            bytes32(Tariffs.head(5, 32 | 2, 3, 0, 0, 0, 30e6) | 64),
            bytes32(hex"020384")
        );
        return bytes.concat(
            numeric,
            bytes32(Tariffs.head(3, 0, 3, 1, 0, 0, 0) | 64),
            Tariffs.packBands(Tariffs.bands(Tariffs.OPEN, 9e6)),
            bytes32(uint256(1) << 248 | uint256(16e6) << 184),
            bytes32(uint256(2) << 248 | uint256(24_000) << 184 | Tariffs.PAISA << 112),
            texts()
        );
    }

    /// @dev Id, title, source, the adjustment's id, ids and labels of charges and deductions.
    function texts() private pure returns (bytes memory all) {
        string[18] memory list = [
            "everything",
            "Everything",
            "",
            "arrears",
            "energy",
            "Energy",
            "fixed",
            "Fixed",
            "duty",
            "Duty",
            "net",
            "Net",
            "meter",
            "Meter",
            "fee",
            "",
            "tax",
            "Tax"
        ];
        for (uint256 i; i < list.length; ++i) {
            all = bytes.concat(all, Tariffs.text(list[i]));
        }
    }

    function test_IsGoodAsItStands() public {
        book.preview(program, usage());
        uint16 start = book.earliestStartDay();
        vm.prank(tariffOfficer);
        book.publish(3, start, program);
        assertEq(book.program(3, 1), program);
    }

    function test_Header() public {
        broken(0, hex"00", 0, ITariffBook.Flaw.Version);
        broken(0, hex"02", 0, ITariffBook.Flaw.Version);
        broken(1, hex"7a", 1, ITariffBook.Flaw.Count);
        broken(2, hex"00", 2, ITariffBook.Flaw.Count);
        broken(4, hex"1f", 4, ITariffBook.Flaw.Flag);
        broken(5, hex"00", 5, ITariffBook.Flaw.Basis);
        broken(5, hex"06", 5, ITariffBook.Flaw.Basis);
        broken(6, "i", 6, ITariffBook.Flaw.Currency);
        broken(7, "[", 7, ITariffBook.Flaw.Currency);
        broken(8, "@", 8, ITariffBook.Flaw.Currency);
        book.preview(withBytes(program, 6, "ZAZ"), usage());
        broken(9, hex"0e43", 9, ITariffBook.Flaw.Count);
        broken(11, hex"00000000", 11, ITariffBook.Flaw.Zero);
        broken(15, hex"ffe0", 15, ITariffBook.Flaw.Length);
        broken(15, hex"01e1", 15, ITariffBook.Flaw.Length);
        broken(17, hex"01", 17, ITariffBook.Flaw.Padding);
        broken(31, hex"01", 17, ITariffBook.Flaw.Padding);
    }

    function test_RoundingInTheHeader() public {
        broken(32, hex"04", 32, ITariffBook.Flaw.Rounding);
        broken(32, hex"00", 33, ITariffBook.Flaw.Rounding);
        broken(33, hex"0000000000000000", 33, ITariffBook.Flaw.Rounding);
        broken(32, hex"000000000000000000", 32, ITariffBook.Flaw.Rounding);
        broken(41, hex"04", 41, ITariffBook.Flaw.Rounding);
        broken(41, hex"00", 42, ITariffBook.Flaw.Rounding);
        broken(42, hex"0000000000000000", 42, ITariffBook.Flaw.Rounding);
        broken(54, hex"04", 54, ITariffBook.Flaw.Rounding);
        broken(54, hex"00", 55, ITariffBook.Flaw.Rounding);
        broken(55, hex"00000000", 55, ITariffBook.Flaw.Rounding);
        broken(59, hex"01", 59, ITariffBook.Flaw.Padding);
        broken(63, hex"01", 59, ITariffBook.Flaw.Padding);
    }

    function test_FlagsAgainstWhatTheyStandFor() public {
        broken(4, hex"0d", 41, ITariffBook.Flaw.Flag);
        broken(4, hex"0b", 54, ITariffBook.Flaw.Flag);
        // Deductions alone, without the rounding of what is prepaid.
        bytes memory unrounded = withBytes(program, 54, hex"0000000000");
        refused(withBytes(unrounded, 4, hex"0b"), 54, ITariffBook.Flaw.Flag);
        broken(4, hex"07", 4, ITariffBook.Flaw.Flag);
        broken(PERCENT + 13, hex"000000000000000000", 4, ITariffBook.Flaw.Flag);
    }

    function test_ChargeHead() public {
        broken(ENERGY, hex"00", ENERGY, ITariffBook.Flaw.Kind);
        broken(ENERGY, hex"06", ENERGY, ITariffBook.Flaw.Kind);
        broken(ENERGY + 1, hex"48", ENERGY + 1, ITariffBook.Flaw.Flag);
        broken(ENERGY + 2, hex"00", ENERGY + 2, ITariffBook.Flaw.Basis);
        broken(ENERGY + 2, hex"06", ENERGY + 2, ITariffBook.Flaw.Basis);
        // The file's is days30, and the charge doesn't say that it has its own.
        broken(ENERGY + 2, hex"01", ENERGY + 2, ITariffBook.Flaw.Basis);
        broken(ENERGY + 4, hex"04", ENERGY + 4, ITariffBook.Flaw.Rounding);
        broken(ENERGY + 4, hex"00", ENERGY + 5, ITariffBook.Flaw.Rounding);
        broken(ENERGY + 5, hex"0000000000000000", ENERGY + 5, ITariffBook.Flaw.Rounding);
        broken(ENERGY + 13, hex"04", ENERGY + 13, ITariffBook.Flaw.Rounding);
        broken(ENERGY + 13, hex"00", ENERGY + 14, ITariffBook.Flaw.Rounding);
        broken(ENERGY + 14, hex"0000000000000000", ENERGY + 14, ITariffBook.Flaw.Rounding);
        broken(ENERGY + 29, hex"01", ENERGY + 22, ITariffBook.Flaw.Flag);
        broken(ENERGY + 31, hex"40", ENERGY + 30, ITariffBook.Flaw.Length);
        broken(ENERGY + 30, hex"01", ENERGY + 30, ITariffBook.Flaw.Length);
    }

    function test_WhatAnEnergyChargeHasNot() public {
        broken(ENERGY + 3, hex"00", ENERGY + 3, ITariffBook.Flaw.Field);
        broken(ENERGY + 1, hex"28", ENERGY + 3, ITariffBook.Flaw.Field);
        broken(ENERGY + 1, hex"0a", ENERGY + 1, ITariffBook.Flaw.Field);
        broken(ENERGY + 1, hex"0c", ENERGY + 1, ITariffBook.Flaw.Field);
        broken(ENERGY, hex"020a", ENERGY + 1, ITariffBook.Flaw.Field);
    }

    function test_WhatAFixedChargeHasNot() public {
        // It has a basis of its own.
        broken(FIXED + 2, hex"00", FIXED + 2, ITariffBook.Flaw.Basis);
        broken(FIXED + 2, hex"06", FIXED + 2, ITariffBook.Flaw.Basis);
        broken(FIXED + 3, hex"01", FIXED + 3, ITariffBook.Flaw.Field);
        broken(FIXED_BY_BAND + 3, hex"00", FIXED_BY_BAND + 3, ITariffBook.Flaw.Field);
    }

    function test_WhatAPercentChargeHasNot() public {
        broken(PERCENT + 3, hex"01", PERCENT + 3, ITariffBook.Flaw.Field);
        broken(PERCENT + 1, hex"00", PERCENT + 22, ITariffBook.Flaw.Flag);
        broken(PERCENT + 25, hex"01", PERCENT + 22, ITariffBook.Flaw.Percentage);
        broken(PERCENT + 1, hex"22", PERCENT + 1, ITariffBook.Flaw.Field);
        broken(PERCENT + 1, hex"24", PERCENT + 1, ITariffBook.Flaw.Field);
        bytes memory rateless = withBytes(program, PERCENT + 22, hex"0000000000000000");
        refused(withBytes(rateless, PERCENT + 1, hex"00"), PERCENT + 3, ITariffBook.Flaw.Field);
    }

    function test_WhatASubtotalHasNot() public {
        broken(SUBTOTAL + 3, hex"01", SUBTOTAL + 3, ITariffBook.Flaw.Field);
        broken(SUBTOTAL + 1, hex"23", SUBTOTAL + 1, ITariffBook.Flaw.Field);
        broken(SUBTOTAL + 13, bytes.concat(bytes9(uint72(Tariffs.PAISA))), SUBTOTAL + 13, ITariffBook.Flaw.Rounding);
        bytes memory without = withBytes(program, SUBTOTAL + 22, hex"0000000000000000");
        refused(withBytes(without, SUBTOTAL + 1, hex"02"), SUBTOTAL + 1, ITariffBook.Flaw.Field);
    }

    function test_Limits() public {
        broken(LIMITS + 16, hex"04", LIMITS + 16, ITariffBook.Flaw.Rounding);
        broken(LIMITS + 16, hex"00", LIMITS + 17, ITariffBook.Flaw.Rounding);
        broken(LIMITS + 17, hex"0000000000000000", LIMITS + 17, ITariffBook.Flaw.Rounding);
        broken(LIMITS + 25, hex"04", LIMITS + 25, ITariffBook.Flaw.Flag);
        broken(LIMITS, bytes.concat(bytes32(0)), LIMITS, ITariffBook.Flaw.Field);
        broken(LIMITS + 25, hex"02", LIMITS, ITariffBook.Flaw.Flag);
        broken(LIMITS + 25, hex"01", LIMITS + 8, ITariffBook.Flaw.Flag);
        broken(LIMITS + 8, bytes.concat(bytes8(uint64(10e6))), LIMITS + 8, ITariffBook.Flaw.Limit);
        broken(LIMITS + 26, hex"01", LIMITS + 26, ITariffBook.Flaw.Padding);
        broken(LIMITS + 31, hex"01", LIMITS + 26, ITariffBook.Flaw.Padding);
    }

    function test_Bands() public {
        broken(BANDS, hex"ffffffffffffffff", BANDS, ITariffBook.Flaw.Limit);
        broken(BANDS + 16, bytes.concat(bytes8(uint64(100e6))), BANDS + 16, ITariffBook.Flaw.Limit);
        broken(BANDS + 16, bytes.concat(bytes8(uint64(99e6))), BANDS + 16, ITariffBook.Flaw.Limit);
        broken(FIXED_BY_BAND + 48, hex"01", FIXED_BY_BAND + 48, ITariffBook.Flaw.Padding);
        broken(FIXED_BY_BAND + 63, hex"01", FIXED_BY_BAND + 48, ITariffBook.Flaw.Padding);
    }

    function test_ReferencesOfTheTotal() public {
        broken(64, hex"0000000000", 64, ITariffBook.Flaw.Reference);
        broken(66, hex"00", 66, ITariffBook.Flaw.Reference);
        broken(68, hex"80", 68, ITariffBook.Flaw.Reference);
        broken(68, hex"07", 68, ITariffBook.Flaw.Reference);
        broken(68, hex"ff", 68, ITariffBook.Flaw.Reference);
        broken(68, hex"04", 68, ITariffBook.Flaw.Reference);
        broken(68, hex"81", 68, ITariffBook.Flaw.Reference);
    }

    function test_ReferencesOfACharge() public {
        uint256 of_ = PERCENT + 32;
        broken(of_, hex"000000", of_, ITariffBook.Flaw.Reference);
        broken(of_ + 1, hex"00", of_ + 1, ITariffBook.Flaw.Reference);
        broken(of_ + 31, hex"01", of_ + 3, ITariffBook.Flaw.Reference);
        // Itself, and one below.
        broken(of_ + 2, hex"04", of_ + 2, ITariffBook.Flaw.Reference);
        broken(of_ + 2, hex"05", of_ + 2, ITariffBook.Flaw.Reference);
        broken(of_ + 2, hex"82", of_ + 2, ITariffBook.Flaw.Reference);
    }

    function test_Deductions() public {
        broken(DEDUCTIONS, hex"00", DEDUCTIONS, ITariffBook.Flaw.Kind);
        broken(DEDUCTIONS, hex"03", DEDUCTIONS, ITariffBook.Flaw.Kind);
        uint256 second = DEDUCTIONS + 32;
        // An amount may be more than a percentage may.
        book.preview(withBytes(program, DEDUCTIONS + 1, hex"0000010000000000"), usage());
        book.preview(withBytes(program, second + 1, hex"00000000ffffffff"), usage());
        broken(DEDUCTIONS + 9, bytes.concat(bytes9(uint72(Tariffs.PAISA))), DEDUCTIONS + 9, ITariffBook.Flaw.Rounding);
        broken(second + 9, hex"04", second + 9, ITariffBook.Flaw.Rounding);
        broken(second + 9, hex"00", second + 10, ITariffBook.Flaw.Rounding);
        broken(second + 4, hex"01", second + 1, ITariffBook.Flaw.Percentage);
        broken(second + 18, hex"01", second + 18, ITariffBook.Flaw.Padding);
        broken(second + 31, hex"01", second + 18, ITariffBook.Flaw.Padding);
    }

    function test_CutOff() public {
        for (uint256 length; length < 96; ++length) {
            refused(cut(program, length), 0, ITariffBook.Flaw.Length);
        }
        refused(cut(program, 96), 15, ITariffBook.Flaw.Length);
        broken(15, bytes.concat(bytes2(uint16(FIXED_BY_BAND))), FIXED_BY_BAND, ITariffBook.Flaw.Length);
        broken(15, bytes.concat(bytes2(uint16(FIXED_BY_BAND + 32))), FIXED_BY_BAND + 30, ITariffBook.Flaw.Length);
        broken(15, bytes.concat(bytes2(uint16(DEDUCTIONS))), DEDUCTIONS, ITariffBook.Flaw.Length);
        broken(15, bytes.concat(bytes2(uint16(TEXTS + 32))), TEXTS, ITariffBook.Flaw.Length);
        refused(cut(program, TEXTS - 1), 15, ITariffBook.Flaw.Length);
    }

    function test_Texts() public {
        refused(cut(program, TEXTS), TEXTS, ITariffBook.Flaw.Length);
        refused(cut(program, TEXTS + 1), TEXTS, ITariffBook.Flaw.Length);
        // The last text is "Tax", behind its length.
        refused(cut(program, program.length - 5), program.length - 5, ITariffBook.Flaw.Length);
        refused(cut(program, program.length - 4), program.length - 5, ITariffBook.Flaw.Length);
        refused(cut(program, program.length - 1), program.length - 5, ITariffBook.Flaw.Length);
        refused(bytes.concat(program, hex"00"), program.length, ITariffBook.Flaw.Length);
    }

    function test_IdsAreSlugs() public {
        // The tariff's own id, behind its length.
        uint256 id = TEXTS + 2;
        bytes[5] memory starts = [bytes("E"), "1", "-", "`", "{"];
        for (uint256 i; i < starts.length; ++i) {
            broken(id, starts[i], id, ITariffBook.Flaw.Text);
        }
        bytes[5] memory laters = [bytes("E"), "_", "/", ":", hex"c3"];
        for (uint256 i; i < laters.length; ++i) {
            broken(id + 3, laters[i], id + 3, ITariffBook.Flaw.Text);
        }
        book.preview(withBytes(program, id, "a0-9z"), usage());
        // Each of the others: adjustment, charge, deduction.
        uint256[3] memory others = [uint256(508), 569, 590];
        for (uint256 i; i < others.length; ++i) {
            broken(others[i] + 1, "E", others[i] + 1, ITariffBook.Flaw.Text);
        }
        bytes memory nameless = Tariffs.build(unnamed());
        refused(nameless, 156, ITariffBook.Flaw.Text);
    }

    function unnamed() private pure returns (Tariffs.Draft memory d) {
        d = Tariffs.draft();
        Tariffs.fixedCharge(d, "", 1e6, 0, 3, 0);
        d.totalOf = hex"01";
    }

    function test_IdsStandOnce() public {
        // "meter" becomes "fixed", "tax" becomes "fee".
        broken(569, "fixed", 567, ITariffBook.Flaw.Text);
        broken(590, "fee", 588, ITariffBook.Flaw.Text);
        // A deduction may be named as a charge is.
        book.preview(withBytes(program, 590, "net"), usage());
        book.preview(withBytes(program, 583, "net"), usage());
    }

    function test_AdjustmentsAndChargesShareNames() public {
        Tariffs.Draft memory d = Tariffs.draft();
        Tariffs.adjustment(d, "arrears");
        Tariffs.fixedCharge(d, "arrears", 1e6, 0, 3, 0);
        d.totalOf = hex"01";
        // Header and charge; id, title, source; the adjustment's.
        refused(Tariffs.build(d), 128 + 13 + 13 + 2 + 9, ITariffBook.Flaw.Text);
    }

    function test_LabelsMaySayAnything() public view {
        book.preview(withBytes(program, 525, hex"ff00"), usage());
    }

    function test_AFirstBandThatEndsAtZero() public view {
        book.preview(withBytes(program, BANDS, hex"0000000000000000"), usage());
    }

    function test_AllThatAWordOfReferencesHolds() public view {
        Tariffs.Draft memory d = Tariffs.draft();
        bytes memory all;
        for (uint256 i; i < 33; ++i) {
            Tariffs.fixedCharge(d, string.concat("fixed-", vm.toString(i)), 1e6, 0, 3, 0);
            if (i != 0) all = bytes.concat(all, bytes1(uint8(i + 1)));
        }
        d.totalOf = bytes32(all);
        assertEq(book.preview(Tariffs.build(d), plain()).total, 32e6);
    }

    function test_TheMostValuesThatReferencesCanName() public {
        Tariffs.Draft memory d = Tariffs.draft();
        Tariffs.adjustment(d, "arrears");
        for (uint256 i; i < 125; ++i) {
            Tariffs.fixedCharge(d, string.concat("fixed-", vm.toString(i)), 1e6, 0, 3, 0);
        }
        d.totalOf = hex"7e";
        assertEq(book.preview(Tariffs.build(d), plain()).total, 1e6);
        Tariffs.fixedCharge(d, "one-more", 1e6, 0, 3, 0);
        refused(Tariffs.build(d), 1, ITariffBook.Flaw.Count);
    }

    /// @dev Whatever bytes are changed: it is refused as a program, or it bills, or says why not. It never fails otherwise.
    function testFuzz_NeverFailsOtherwise(uint16[3] memory places, bytes3 values, ITariffBook.Usage memory use)
        public
        view
    {
        bytes memory changed = program;
        for (uint256 i; i < 3; ++i) {
            changed[places[i] % (i == 2 ? changed.length : TEXTS)] = values[i];
        }
        use.adjustments = new int256[](0);
        try book.preview(changed, use) returns (ITariffBook.Quote memory) {}
        catch (bytes memory reason) {
            bytes4 error_ = bytes4(reason);
            assertTrue(
                error_ == ITariffBook.BadProgram.selector || error_ == ITariffBook.EmptyPeriod.selector
                    || error_ == ITariffBook.AboveLastBand.selector || error_ == ITariffBook.TooLarge.selector,
                "another error"
            );
        }
    }

    function testFuzz_AnyBytes(bytes memory bytes_) public {
        vm.expectPartialRevert(ITariffBook.BadProgram.selector);
        book.preview(bytes_, usage());
    }

    /// @dev The program with other bytes from an offset on is refused.
    function broken(uint256 offset, bytes memory bytes_, uint256 where, ITariffBook.Flaw flaw) private {
        refused(withBytes(program, offset, bytes_), where, flaw);
    }

    function refused(bytes memory broken_, uint256 where, ITariffBook.Flaw flaw) private {
        bytes memory expected = abi.encodeWithSelector(ITariffBook.BadProgram.selector, where, flaw);
        vm.expectRevert(expected);
        book.preview(broken_, usage());
        vm.expectRevert(expected);
        vm.prank(tariffOfficer);
        book.publish(3, START_DAY + 100, broken_);
    }

    function withBytes(bytes memory source, uint256 offset, bytes memory bytes_)
        private
        pure
        returns (bytes memory copy)
    {
        copy = bytes.concat(source);
        for (uint256 i; i < bytes_.length; ++i) {
            copy[offset + i] = bytes_[i];
        }
    }

    function cut(bytes memory source, uint256 length) private pure returns (bytes memory copy) {
        copy = bytes.concat(source);
        assembly ("memory-safe") {
            mstore(copy, length)
        }
    }

    function usage() private pure returns (ITariffBook.Usage memory u) {
        (u.wh, u.loadW, u.fromDay, u.toDay) = (200_000, 2000, START_DAY, START_DAY + 30);
        u.adjustments = new int256[](1);
    }

    function plain() private pure returns (ITariffBook.Usage memory u) {
        u = usage();
        u.adjustments = new int256[](0);
    }
}
