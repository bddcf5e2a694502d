// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Tariffs} from "./Tariffs.sol";

/// @dev Tariffs that don't always yield a bill.
library OtherTariffs {
    using Tariffs for Tariffs.Draft;

    /// @dev 5 per unit up to 100 units, and nothing said of more.
    function upToAHundred() internal pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(100e6, 5e6), 1, 0, 0);
        d.totalOf = hex"01";
        return d.build();
    }

    /// @dev A rebate of 5 per unit and nothing else.
    function rebate() internal pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft();
        d.add("rebate", Tariffs.head(1, 1, 1, 1, 0, 0, 0), "", Tariffs.packBands(Tariffs.bands(Tariffs.OPEN, 5e6)));
        d.totalOf = hex"01";
        return d.build();
    }

    /// @dev A rebate of 0.001 per unit, the total rounded half up to 1: up to 499.999 units it comes to nothing.
    function roundedRebate() internal pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft();
        d.add("rebate", Tariffs.head(1, 1, 1, 1, 0, 0, 0), "", Tariffs.packBands(Tariffs.bands(Tariffs.OPEN, 1000)));
        (d.totalOf, d.totalRound) = (hex"01", Tariffs.RUPEE);
        return d.build();
    }

    /// @dev A fixed amount a bill.
    function once(uint256 amount) internal pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft().fixedCharge("fixed", amount, 0, 1, 0);
        d.totalOf = hex"01";
        return d.build();
    }

    /// @dev A flat rate per unit, due after so many days.
    function flat(uint256 rate, uint256 dueDays) internal pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, rate), 1, 0, 0);
        (d.totalOf, d.dueDays) = (hex"01", dueDays);
        return d.build();
    }

    /// @dev 5 per unit, due after so many days, 1.5 % a month late in whole rupees.
    function late(uint256 dueDays) internal pure returns (bytes memory) {
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", Tariffs.bands(Tariffs.OPEN, 5e6), 1, 0, 0);
        (d.totalOf, d.dueDays, d.latePercent, d.lateRound) = (hex"01", dueDays, 15_000, Tariffs.RUPEE);
        return d.build();
    }

    /// @dev TNB Tariff A of 2013-24 for a bill of one month whatever its days: 200 at 0.218, 100 at 0.334, 300 at 0.516, 300 at 0.546, more at 0.571.
    function tnbDomestic() internal pure returns (bytes memory) {
        uint256[2][] memory list = new uint256[2][](5);
        list[0] = [uint256(200e6), 0.218e6];
        list[1] = [uint256(300e6), 0.334e6];
        list[2] = [uint256(600e6), 0.516e6];
        list[3] = [uint256(900e6), 0.546e6];
        list[4] = [Tariffs.OPEN, 0.571e6];
        Tariffs.Draft memory d = Tariffs.draft().energy("energy", list, 1, 0, 0);
        d.totalOf = hex"01";
        return d.build();
    }
}
