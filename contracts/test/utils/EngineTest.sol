// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "../../src/interfaces/ITariffBook.sol";
import {BillingTest} from "./BillingTest.sol";
import {Tariffs} from "./Tariffs.sol";

/// @dev Bills drafts. Kinds, bases, flags and modes are the numbers of docs/tariff-bytes.md, written apart from the code under test.
abstract contract EngineTest is BillingTest {
    uint256 internal constant BILL = 1;
    uint256 internal constant DAY = 2;
    uint256 internal constant DAYS30 = 3;
    uint256 internal constant YEAR = 4;
    uint256 internal constant CALENDAR = 5;

    uint256 internal constant NEGATIVE = 1;
    uint256 internal constant PER_KW = 2;
    uint256 internal constant PER_BASIS = 4;
    uint256 internal constant LIMITS = 8;
    uint256 internal constant VALUE = 32;

    uint256 internal constant DOWN = 2 << 64;
    uint256 internal constant UP = 3 << 64;
    uint256 internal constant OPEN = type(uint64).max;

    /// @dev 15 January 2024; 31 days later is 15 February, in a leap year.
    uint16 internal constant MID_JANUARY = START_DAY + 14;

    /// @dev 5 up to 100 kWh, 8 above.
    function fiveAndEight() internal pure returns (uint256[2][] memory) {
        return bands(100e6, 5e6, OPEN, 8e6);
    }

    function bands(uint256 limit, uint256 below, uint256 last, uint256 above)
        internal
        pure
        returns (uint256[2][] memory list)
    {
        list = new uint256[2][](2);
        (list[0], list[1]) = ([limit, below], [last, above]);
    }

    /// @dev A charge that applies within limits: `given` 1 for `above`, 2 for `upTo`.
    function limited(
        Tariffs.Draft memory d,
        string memory id,
        uint256 head,
        bytes memory limits,
        uint256[2][] memory list
    ) internal pure {
        Tariffs.add(d, id, head | LIMITS << 240, limits, Tariffs.packBands(list));
    }

    function when(uint256 above, uint256 upTo, uint256 given, uint256 round) internal pure returns (bytes memory) {
        return bytes.concat(bytes32(above << 192 | upTo << 128 | round << 56 | given << 48));
    }

    /// @dev The period of 31 days, 2.5 kW.
    function usage(uint256 wh) internal pure returns (ITariffBook.Usage memory u) {
        (u.wh, u.loadW) = (uint64(wh), 2500);
        (u.fromDay, u.toDay) = (MID_JANUARY, MID_JANUARY + 31);
    }

    /// @dev The total of a draft whose total names just its last charge, unless it names something.
    function total(Tariffs.Draft memory d, uint256 wh) internal view returns (int256) {
        return quote(d, usage(wh)).total;
    }

    function quote(Tariffs.Draft memory d, ITariffBook.Usage memory u)
        internal
        view
        returns (ITariffBook.Quote memory)
    {
        if (d.totalOf == 0) {
            d.totalOf = bytes32(bytes1(uint8(d.adjustmentCount + d.chargeCount)));
        }
        return book.preview(Tariffs.build(d), u);
    }

    function assertItems(ITariffBook.Quote memory q, string memory ids, int256[] memory expected) internal pure {
        string memory found;
        for (uint256 i; i < q.items.length; ++i) {
            found = string.concat(found, i == 0 ? "" : " ", q.items[i].id);
        }
        assertEq(found, ids);
        for (uint256 i; i < q.items.length; ++i) {
            assertEq(q.items[i].amount, expected[i], q.items[i].id);
        }
    }

    function amounts(int256 a, int256 b) internal pure returns (int256[] memory list) {
        list = new int256[](2);
        (list[0], list[1]) = (a, b);
    }

    function amounts(int256 a, int256 b, int256 c) internal pure returns (int256[] memory list) {
        list = new int256[](3);
        (list[0], list[1], list[2]) = (a, b, c);
    }
}
