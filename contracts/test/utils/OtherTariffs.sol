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
}
