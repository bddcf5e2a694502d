// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TariffBounds} from "./libraries/TariffBounds.sol";
import {TariffCheck} from "./libraries/TariffCheck.sol";

/// @title TariffChecker
/// @notice Says whether a tariff program can be published. Each TariffBook creates one for itself: together they would be longer than a contract may be.
contract TariffChecker {
    /// @notice Returns where a program can be billed by, whatever the usage.
    /// @dev Reverts ITariffBook.BadProgram.
    /// @param program The tariff's bytes, docs/tariff-bytes.md.
    function check(bytes calldata program) external pure {
        bytes memory copy = program;
        TariffCheck.check(copy);
        TariffBounds.check(copy);
    }
}
