// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITariffBook} from "./ITariffBook.sol";

/// @title PrepaidUnits
/// @notice How much energy a payment buys under a prepaid tariff. It holds nothing and keeps nothing: anybody can ask it, and deploy it.
/// @dev The price of some energy is the tariff's total without rounding of money and without fixed charges, minimums, adjustments and carry, every basis
/// factor 1. Going up from what is already bought, the payment is spent from edge to edge of bands and tables; a step in price that it
/// doesn't cover stops there. Prices are exact fractions: a tariff whose percentages are nested more than five deep, or whose prices exceed 255 bits,
/// has no answer (TooLarge, or an arithmetic panic).
interface IPrepaidUnits {
    /// @notice What a payment buys.
    /// @param wh Energy in Wh, after the tariff's own rounding of units.
    /// @param left Money that a step in price left unspent, in millionths of the currency.
    /// @param deductions What was taken from the payment first, in the tariff's order, in millionths.
    struct Purchase {
        uint256 wh;
        uint256 left;
        uint256[] deductions;
    }

    /// @notice The payment doesn't cover what is deducted first.
    /// @param amount The payment, in millionths.
    /// @param needed What the deductions come to, up to the one that isn't covered.
    error BelowDeductions(uint256 amount, uint256 needed);

    /// @notice From here on energy is free without end, so any payment would buy everything.
    /// @param microKwh Consumption, in millionths of a kWh.
    error FreeEnergy(uint256 microKwh);

    /// @notice The price falls as consumption rises, so no amount is the most that a payment buys.
    /// @param microKwh Consumption, in millionths of a kWh.
    error FallingPrice(uint256 microKwh);

    /// @notice The tariffs it reads.
    function tariffBook() external view returns (ITariffBook);

    /// @notice What a payment buys under the version that is in force on a day.
    /// @dev Reverts NoTariffInForce, BelowDeductions, FreeEnergy, FallingPrice, AboveLastBand, TooLarge.
    /// @param category The tariff's category.
    /// @param day Days since 1 January 1970, in the board's local time.
    /// @param amount The payment, in millionths of the currency.
    /// @param alreadyWh Energy already bought in the period, in Wh.
    function unitsFor(uint16 category, uint16 day, uint64 amount, uint64 alreadyWh)
        external
        view
        returns (Purchase memory);

    /// @notice What a payment buys by a program, published or not.
    /// @dev Reverts BadProgram and as unitsFor.
    function preview(bytes calldata program, uint64 amount, uint64 alreadyWh) external view returns (Purchase memory);
}
